"""The floors of the house, and the few facts about its parts that a change could quietly break."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject

import iraq_explorer

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "iraq_explorer"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")

QT = {"PySide6", "shiboken6", "pyqtgraph"}
ABOVE_STORAGE = {f"iraq_explorer.{room}" for room in ("ui", "app", "cli", "__main__")}
FILES_AND_CLOCKS = {
    "os", "io", "pathlib", "shutil", "tempfile", "glob", "sqlite3", "sqlite_utils", "subprocess",
    "time", "threading", "multiprocessing", "asyncio", "socket", "urllib", "logging",
    "importlib.resources",
}  # fmt: skip
FORBIDDEN = {
    "core": QT | ABOVE_STORAGE | {"iraq_explorer.storage"} | FILES_AND_CLOCKS,
    "storage": QT | ABOVE_STORAGE,
}

# Files of more than 400 lines, each with the reason why it is still one thing.
LONG_FILES = {
    "ui/network_painter.py": "every shape and line style of the network, in one hand",
    "ui/coalition_board.py": "every gesture of the board: they share one state",
    "ui/network_picture.py": "the drawable data is made in one pass over the network",
    "ui/session.py": "everything by which a scenario could be lost stands together",
    "ui/network_view.py": "every gesture of the canvas: they share one state",
    "ui/network_canvas.py": "picture, camera and painting: each asks for both of the others",
}


def files_of(floor: str) -> list[Path]:
    return sorted((PACKAGE / floor).rglob("*.py"))


def imports_of(file: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions, by its full name."""
    package = file.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, (node.module,))))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "__import__":
            yield "__import__"


def within(module: str, place: str) -> bool:
    return module == place or module.startswith(place + ".")


@pytest.mark.parametrize("floor", FORBIDDEN)
def test_imports_point_down_only(floor: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in files_of(floor)
        for module in imports_of(file)
        if any(within(module, place) for place in FORBIDDEN[floor] | {"__import__", "importlib"})
    ]
    assert wrong == []


def test_the_core_opens_no_file_and_reads_no_clock() -> None:
    wrong = []
    for file in files_of("core"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Global):
                wrong.append(f"{file.name}:{node.lineno} global")
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in {"open", "print", "input"} or re.search(
                    r"\b(today|now|utcnow)$", called
                ):
                    wrong.append(f"{file.name}:{node.lineno} {called}")
    assert wrong == []


def modules_of(*floors: str) -> list[str]:
    return [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for floor in floors
        for file in files_of(floor)
        if file.stem != "__init__"
    ]


def run_python(code: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("floor", ["core", "storage"])
def test_a_floor_can_be_used_where_qt_cannot_be_imported(floor: str) -> None:
    run_python(
        "import importlib, sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'):\n"
        "    sys.modules[name] = None\n"
        f"for name in {modules_of(floor)!r}:\n"
        "    importlib.import_module(name)\n"
    )


def test_commands_without_a_window_start_where_qt_cannot_be_imported() -> None:
    run_python(
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'):\n"
        "    sys.modules[name] = None\n"
        "import iraq_explorer.cli\n"
    )


def test_nothing_slow_to_load_is_imported_with_the_lower_floors() -> None:
    run_python(
        "import importlib, sys\n"
        f"for name in {modules_of('core', 'storage')!r}:\n"
        "    importlib.import_module(name)\n"
        "slow = {'networkx', 'numpy', 'scipy', 'pandas', 'sqlite_utils'} & set(sys.modules)\n"
        "assert not slow, f'loaded before the first paint: {slow}'\n"
    )


def test_a_file_of_more_than_400_lines_gives_its_reason() -> None:
    long = {
        str(file.relative_to(PACKAGE)): length
        for file in PACKAGE.rglob("*.py")
        if (length := len(file.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert {name: length for name, length in long.items() if name not in LONG_FILES} == {}
    assert set(LONG_FILES) <= set(long), "listed, but no longer long"


def test_every_file_has_its_line_in_the_picture_of_the_house() -> None:
    picture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    missing = [
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if file.stem != "__init__" and f"`{file.name}`" not in picture
    ]
    assert missing == []


def test_ten_thousand_void_calls_lose_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("")
    assert sys.getrefcount(None) > before - 100


def test_every_package_asked_for_is_pinned_inside_its_range() -> None:
    pinned = {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)$", PINS, re.MULTILINE)
    }
    project = PROJECT["project"]
    asked = [
        Requirement(text)
        for text in (
            *PROJECT["build-system"]["requires"],
            *project["dependencies"],
            *(text for extra in project["optional-dependencies"].values() for text in extra),
        )
    ]
    for requirement in asked:
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not in constraints.txt"
        assert version in requirement.specifier, f"{requirement}, but {version} is pinned"


def test_pyside_stays_below_6_12_while_python_3_11_is_supported() -> None:
    (asked,) = (
        requirement
        for requirement in map(Requirement, PROJECT["project"]["dependencies"])
        if requirement.name == "PySide6-Essentials"
    )
    assert "6.11.3" in asked.specifier
    assert "6.12.0" not in asked.specifier
    for name in ("PySide6_Essentials", "shiboken6"):
        assert re.search(rf"^{name}==6\.11\.\d+$", PINS, re.MULTILINE)


def test_the_pins_are_plain() -> None:
    lines = [line for line in PINS.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    assert "://" not in PINS


def test_the_version_has_one_source_and_a_chapter_in_the_changelog() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "iraq_explorer/__init__.py"
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(iraq_explorer.__version__)}\b", changelog, re.MULTILINE)
