"""Whether a window can be opened at all. Asked before Qt, which would abort the process."""

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

DEBIAN_PACKAGES = (
    "libglib2.0-0 libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxkbcommon-x11-0"
)
"""What a bare Debian lacks for Qt; newer ones call the first ``libglib2.0-0t64``."""


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Whether there is a display that answers, or the user chose a Qt platform himself.

    Args:
        environ: the environment variables.
        platform: as in ``sys.platform``; Windows and macOS always have a display.

    """
    return why_no_display(environ, platform) is None


def why_no_display(environ: Mapping[str, str], platform: str) -> str | None:
    """Half a sentence that says why no window can be opened; ``None`` where one can."""
    if platform in ("win32", "darwin", "cygwin") or environ.get("QT_QPA_PLATFORM"):
        return None
    wayland = environ.get("WAYLAND_DISPLAY")
    if wayland and _wayland_answers(wayland, environ.get("XDG_RUNTIME_DIR", "")):
        return None
    display = environ.get("DISPLAY")
    if display and _x_answers(display):
        return None
    silent = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if environ.get(name)]
    if not silent:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    return " and ".join(f"nothing answers at {name}={environ[name]}" for name in silent)


def missing_window_library(environ: Mapping[str, str]) -> str | None:
    """What the system's loader says where Qt's X11 part lacks a shared library; else ``None``.

    Qt itself would abort the process without a word on what to install.
    """
    if not sys.platform.startswith("linux") or environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return None
    if not environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return None
    import PySide6  # the bare package: loads nothing of Qt yet

    plugin = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return None  # another build of Qt, which knows its libraries
    try:
        ctypes.CDLL(os.fspath(plugin))
    except OSError as error:
        return str(error)
    return None


def _wayland_answers(name: str, runtime_folder: str) -> bool:
    return _connects(socket.AF_UNIX, os.path.join(runtime_folder, name))  # noqa: PTH118


def _x_answers(display: str) -> bool:
    """Whether an X server takes us in, cookie and all, as libxcb would tell Qt."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return _x_socket_answers(display)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)


def _x_socket_answers(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host and host != "unix" and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"{host}:{number}" if host.startswith("/") else f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2.0)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
