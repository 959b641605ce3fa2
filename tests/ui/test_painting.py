"""A mistake in painting is told as a bug, and does not take the program with it."""

import ast
from pathlib import Path

import iraq_explorer

PACKAGE = Path(iraq_explorer.__file__).parent


def test_every_painter_ends_whatever_happens() -> None:
    """One that outlives its picture, as after an error, ends the process by a signal."""
    loose = []
    for file in PACKAGE.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        guarded = {
            id(item.context_expr)
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        loose += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "QPainter"
            and node.args
            and id(node) not in guarded
        ]
    assert loose == []
