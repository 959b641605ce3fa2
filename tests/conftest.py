"""What every test stands on: no display, an empty home folder, and the checkout left as it was."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent

# The same examples every time: a test that failed fails again, and none fails for being slow.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test, where everything the program keeps goes to."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": ".run",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    (home / ".run").mkdir(mode=0o700)
    monkeypatch.delenv("IRAQ_EXPLORER_LIBRARY", raising=False)
    # Qt reads the folder of settings once a process, so it has to be told.
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(home / "settings"))
    return home


@pytest.fixture(scope="session", autouse=True)
def _cache_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    # One for all tests: fontconfig's cache is slow to make, and no test depends on it.
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session", autouse=True)
def _application_with_widgets(qapp: QApplication) -> QApplication:
    # A process has one application: one that a picture made for itself could show no window.
    return qapp


@pytest.fixture(scope="session", autouse=True)
def _library_of_the_checkout_stays_as_it_is() -> Iterator[None]:
    library = ROOT / "scenarios.sqlite"
    before = hashlib.sha256(library.read_bytes()).digest() if library.exists() else None
    yield
    after = hashlib.sha256(library.read_bytes()).digest() if library.exists() else None
    assert after == before, "a test changed scenarios.sqlite of the checkout"
