#!/bin/sh
# Makes .venv with every package the program and its checks need, and sees to the system libraries
# that Qt loads. "make" calls it before anything else; when nothing has changed it does nothing.
# Named as an argument, an extra of pyproject.toml is installed as well.
#
# Exit codes: 0 ready, 1 a problem told in one line on stderr.
set -u
exec </dev/null # nothing is asked; and a closed stdin would become the first file opened below
cd "$(dirname "$0")/.." || exit 1
unset PYTHONHOME PYTHONPATH
# Also the packages that only the build of the project takes are the pinned ones.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
export PIP_CONSTRAINT="$PWD/constraints.txt" PIP_BUILD_CONSTRAINT="$PWD/constraints.txt"

venv=.venv
python=$venv/bin/python
stamp=$venv/set-up-for
log=$venv/set-up.log

say() { echo "setup: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }
is_debian() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

apt_install() { # PACKAGE...: installs them; the list of packages is fetched once
    if [ -z "${apt_updated:-}" ]; then
        apt-get update -qq >/dev/null 2>&1 </dev/null
        apt_updated=1
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        >/dev/null 2>&1 </dev/null
}

# -- Python ------------------------------------------------------------------------------------

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

wanted() { # what an installation depends on, in one line
    echo "$PWD $("$1" -V 2>&1) $(cat pyproject.toml constraints.txt iraq_explorer/__init__.py |
        cksum)"
}

make_venv() {
    base=$(find_python)
    if [ -z "$base" ] && is_debian && is_root; then
        say "installing Python"
        apt_install python3 python3-venv
        base=$(find_python)
    fi
    [ -n "$base" ] || fail "Python 3.11 or newer is needed and none was found."
    rm -rf "$venv"
    if ! "$base" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        package=$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if ! is_debian; then
            fail "$base has no venv and ensurepip modules: install them with your system's packages."
        elif ! is_root; then
            fail "$base cannot make virtual environments; type: sudo apt-get install $package"
        fi
        say "installing $package"
        apt_install "$package" || fail "$package could not be installed: is the network there?"
    fi
    "$base" -m venv "$venv" >/dev/null 2>&1 ||
        fail "$base could not make the virtual environment $PWD/$venv."
}

install_packages() {
    if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(wanted "$python")" ]; then
        return
    fi
    say "installing the packages into $venv; this happens once"
    rm -f "$stamp"
    make_venv
    if ! "$python" -m pip install -q -c constraints.txt -e '.[dev]' >"$log" 2>&1 </dev/null; then
        cause=$(grep -E '^ *(ERROR|[A-Z][A-Za-z]*Error):' "$log" | head -n 1 | sed 's/^ *//')
        fail "pip could not install the packages (is the network there?); $log says: $cause"
    fi
    wanted "$python" >"$stamp.new" && mv "$stamp.new" "$stamp"
}

install_extra() { # EXTRA: the packages that only one purpose needs
    if [ "$(cat "$stamp-$1" 2>/dev/null)" = "$(wanted "$python")" ]; then
        return
    fi
    say "installing the packages for $1; this happens once"
    if ! "$python" -m pip install -q -c constraints.txt -e ".[$1]" >"$log" 2>&1 </dev/null; then
        cause=$(grep -E '^ *(ERROR|[A-Z][A-Za-z]*Error):' "$log" | head -n 1 | sed 's/^ *//')
        fail "pip could not install the packages for $1 (is the network there?); $log says: $cause"
    fi
    wanted "$python" >"$stamp-$1"
}

# -- System libraries --------------------------------------------------------------------------

# Debian's package for each library that Qt's files load and a bare system lacks.
package_of() {
    case $1 in
    libglib-2.0.so* | libgthread-2.0.so*) echo libglib2.0-0 ;;
    libEGL.so*) echo libegl1 ;;
    libGL.so* | libGLX.so* | libOpenGL.so*) echo libgl1 ;;
    libxkbcommon.so*) echo libxkbcommon0 ;;
    libfontconfig.so*) echo libfontconfig1 ;;
    libdbus-1.so*) echo libdbus-1-3 ;;
    libX11.so*) echo libx11-6 ;;
    libX11-xcb.so*) echo libx11-xcb1 ;;
    libxkbcommon-x11.so*) echo libxkbcommon-x11-0 ;;
    libxcb.so*) echo libxcb1 ;;
    libxcb-cursor.so*) echo libxcb-cursor0 ;;
    libxcb-icccm.so*) echo libxcb-icccm4 ;;
    libxcb-image.so*) echo libxcb-image0 ;;
    libxcb-keysyms.so*) echo libxcb-keysyms1 ;;
    libxcb-randr.so*) echo libxcb-randr0 ;;
    libxcb-render.so*) echo libxcb-render0 ;;
    libxcb-render-util.so*) echo libxcb-render-util0 ;;
    libxcb-shape.so*) echo libxcb-shape0 ;;
    libxcb-shm.so*) echo libxcb-shm0 ;;
    libxcb-sync.so*) echo libxcb-sync1 ;;
    libxcb-util.so*) echo libxcb-util1 ;;
    libxcb-xfixes.so*) echo libxcb-xfixes0 ;;
    libxcb-xinerama.so*) echo libxcb-xinerama0 ;;
    libxcb-xkb.so*) echo libxcb-xkb1 ;;
    libSM.so*) echo libsm6 ;;
    libICE.so*) echo libice6 ;;
    libstdc++.so*) echo libstdc++6 ;;
    libfreetype.so*) echo libfreetype6 ;;
    libz.so*) echo zlib1g ;;
    esac
}

missing_libraries() { # FILE...: names of the libraries that these files need and do not find
    ldd "$@" 2>/dev/null | awk '/=> not found/ { print $1 }' | sort -u
}

current_name() { # PACKAGE: its name on this system; newer ones add t64 to some
    if [ -n "$(apt-cache show "${1}t64" 2>/dev/null)" ]; then echo "${1}t64"; else echo "$1"; fi
}

packages_for() { # LIBRARY...: Debian's packages that hold them
    for library in "$@"; do package_of "$library"; done | sort -u |
        while read -r package; do current_name "$package"; done
}

# Each of these sees to one need. Words of the lists are split on purpose.
# shellcheck disable=SC2046,SC2086
see_to_libraries() { # WHAT-FOR FILE...: status 1 when some are still missing
    purpose=$1
    shift
    missing=$(missing_libraries "$@")
    [ -n "$missing" ] || return 0
    if ! is_debian; then
        say "for $purpose Qt needs these system libraries: $(echo $missing)"
        return 1
    fi
    if is_root; then
        say "installing the system libraries for $purpose"
        apt-get update -qq >/dev/null 2>&1 </dev/null
        apt_updated=1
        apt_install $(packages_for $missing)
        missing=$(missing_libraries "$@")
        [ -n "$missing" ] || return 0
        say "apt-get could not install what $purpose needs: $(echo $missing)"
    else
        say "for $purpose type: sudo apt-get install $(echo $(packages_for $missing))"
    fi
    return 1
}

see_to_fonts() { # names are shown in Arabic and Kurdish too; status 1 when they cannot be
    is_debian || return 0
    fonts=
    [ -d /usr/share/fonts/truetype/dejavu ] || fonts=fonts-dejavu-core
    ls /usr/share/fonts/truetype/noto/NotoSansArabic* >/dev/null 2>&1 ||
        fonts="$fonts fonts-noto-core"
    [ -n "$fonts" ] || return 0
    if is_root; then
        say "installing fonts with Arabic letters"
        # shellcheck disable=SC2086
        apt_install $fonts && return 0
        say "apt-get could not install the fonts: $(echo $fonts)"
    else
        say "for Arabic and Kurdish names type: sudo apt-get install $(echo $fonts)"
    fi
    return 1
}

see_to_system() {
    [ "$(uname -s)" = Linux ] && command -v ldd >/dev/null 2>&1 || return 0
    for qt in "$venv"/lib/python*/site-packages/PySide6; do
        see_to_libraries "drawing" "$qt"/QtWidgets.abi3.so "$qt"/QtSvg.abi3.so \
            "$qt"/QtPrintSupport.abi3.so "$qt"/QtTest.abi3.so \
            "$qt"/Qt/plugins/platforms/libqoffscreen.so || exit 1
        # Without these the program still works, only not in a window of X. So too with the fonts:
        # what cannot be had is tried and told once, and not at every start.
        [ -e "$venv/without-window" ] ||
            see_to_libraries "a window" "$qt"/Qt/plugins/platforms/libqxcb.so ||
            : >"$venv/without-window"
    done
    [ -e "$venv/without-fonts" ] || see_to_fonts || : >"$venv/without-fonts"
}

install_packages
[ $# = 0 ] || install_extra "$1"
see_to_system
exit 0
