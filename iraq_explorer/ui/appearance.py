"""The appearance of the window: as the system, light or dark, for all its parts at once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from iraq_explorer.ui.palette import DARK, LIGHT, Theme, theme_for
from iraq_explorer.ui.style_sheet import apply_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_KEY = "view/appearance"


class Themed(Protocol):
    """A part of the window that is painted in the colours of a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours."""


class Appearance:
    """Knows which theme is at hand, and gives it to every part."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._parts: tuple[Themed, ...] = ()
        self._actions: tuple[QAction, ...] = ()
        self.theme = LIGHT

    @property
    def name(self) -> str:
        """What is asked for: ``system``, ``light`` or ``dark``."""
        return str(self._settings.value(_KEY, "system"))

    def choose(self, name: str) -> None:
        """Follow the system (``system``) or stay ``light`` or ``dark``."""
        self._settings.setValue(_KEY, name)
        self.apply()

    def give_to(self, parts: Iterable[Themed], actions: "Iterable[QAction]") -> None:
        """Paint these parts from now on, and check the one of these actions that is at hand."""
        self._parts, self._actions = tuple(parts), tuple(actions)
        self.apply()

    def apply(self, *_: object) -> None:
        """Paint everything as it is asked for now."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = {"light": LIGHT, "dark": DARK}.get(self.name) or theme_for(app)
        apply_theme(app, self.theme)
        for part in self._parts:
            part.set_theme(self.theme)
        for action in self._actions:
            action.setChecked(action.data() == self.name)
