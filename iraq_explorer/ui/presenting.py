"""Presenting: which story is told, on which screens, and that all is as it was afterwards."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Shows, Step, Story, misfits
from iraq_explorer.ui.actions import Entry, Menus
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.docks import Docks
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.presentation import Presentation
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.speaker_view import SpeakerView
from iraq_explorer.ui.story_desk import StoryDesk
from iraq_explorer.ui.words import tr

_SHORT = 260
"""Characters of a scenario's note that a caption takes."""


def placing(screens: Sequence[QRect], home: int) -> tuple[int, int | None]:
    """On which screens the audience and the notes are, for a window that is on ``home``.

    The audience gets another screen than the one that the speaker works on; where there is one
    alone it is the audience's.
    """
    others = [number for number in range(len(screens)) if number != home]
    return (others[0], home) if others else (home, None)


def caption_of(note: str) -> str:
    """As many whole sentences of a note as a caption takes; the first at least."""
    found = ""
    for sentence in re.split(r"(?<=[.!?]) +(?=\S)", " ".join(note.split())):
        if found and len(found) + len(sentence) > _SHORT:
            break
        found = f"{found} {sentence}".strip()
    return found


class Presenting(QObject):
    """Starts and ends presentations of one window, whose work stays as it is."""

    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        arrangement: Arrangement,
        selection: Selection,
        folder: Callable[[], Path],
    ) -> None:
        """Present what a window works on; ``folder`` says where exported files go."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._arrangement = arrangement
        self._theme = LIGHT
        self.desk = StoryDesk(session, arrangement, selection, folder, self)
        self.desk.told.connect(self.told)
        self.talk: Presentation | None = None
        self.notes: SpeakerView | None = None
        self._swapped = False
        self._clock = QElapsedTimer()
        window.installEventFilter(self)
        # A projector may be plugged in, or out, in the middle of a talk; its screen is not there
        # yet, or still there, while it is told.
        self._screens_change = QTimer(self)
        self._screens_change.setSingleShot(True)
        self._screens_change.timeout.connect(self._take_screens)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_screens)
        app.screenRemoved.connect(self._on_screens)

    # -- the menu --------------------------------------------------------------------------

    def fill_menu(self, menus: Menus, docks: Docks) -> QMenu:
        """Make the menu of presenting."""
        menu = menus.menu(
            tr("P&resent"),
            {
                "present": Entry(tr("&Present"), self.start, "F5"),
                "presentHere": Entry(tr("Present &from this step"), self.start_here, "Shift+F5"),
                "presentScenarios": Entry(tr("Present the s&cenarios"), self.start_scenarios),
                "-1": None,
                "stories": Entry(tr("&Stories …"), partial(docks.reveal, "storiesDock")),
                "-2": None,
            },
        )
        for number, story in enumerate(self.desk.shipped):
            action = menu.addAction(story.title.replace("&", "&&"))
            action.setObjectName(f"story{number}")
            action.triggered.connect(partial(self._present_shipped, story))
        return menu

    def panel(self) -> QWidget:
        """The panel of stories, made when it is first shown."""
        from iraq_explorer.ui.stories_panel import StoriesPanel

        panel = StoriesPanel(self.desk)
        panel.present_requested.connect(self.start_here)
        return panel

    # -- what is told ----------------------------------------------------------------------

    def start(self) -> None:
        """Present the story that is open from its beginning, else the scenarios."""
        if self.desk.story is not None and self.desk.story.steps:
            self.present(self.desk.story)
        else:
            self.start_scenarios()

    def start_here(self) -> None:
        """Present the story that is open from the step that is marked."""
        if self.desk.story is not None and self.desk.story.steps:
            self.present(self.desk.story, self.desk.at)
        else:
            self.start_scenarios()

    def start_scenarios(self) -> None:
        """Present the scenarios of the list in their order, the open one first."""
        self._session.settle()
        session, document = self._session, self._session.document
        scenarios = [
            document.scenario if entry.id == session.row else self._newest(entry.id, entry.scenario)
            for entry in session.entries
        ]
        rows = [entry.id for entry in session.entries]
        if session.row not in rows:
            scenarios.insert(0, document.scenario)
            first = 0
        else:
            first = rows.index(session.row)
        # What is about a chamber not known here cannot be drawn.
        known = [s for s in scenarios if not document.dataset.misfits(s)]
        first = known.index(scenarios[first]) if scenarios[first] in known else 0
        arrangement = self._arrangement
        steps = tuple(
            replace(
                step_of(scenario),
                detail=arrangement.detail,
                tie_filter=arrangement.tie_filter,
                shows=Shows.NETWORK,
            )
            for scenario in known
        )
        self.present(Story(tr("Scenarios"), steps), first)

    def _newest(self, row: int, saved: Scenario) -> Scenario:
        drafts = {draft.row: draft.scenario for draft in self._session.drafts}
        return drafts.get(row, saved)

    def _present_shipped(self, story: Story, _: bool = False) -> None:
        self.present(story)

    # -- the screens -----------------------------------------------------------------------

    def present(self, story: Story, first: int = 0) -> None:
        """Tell a story on the audience's screen; the window stays as it is."""
        if self.talk is not None:
            self.talk.activateWindow()
            return
        strange = [
            tr("step {number}: {problem}", number=number, problem=problem)
            for number, step in enumerate(story.steps, start=1)
            for _, problem in misfits(step, self._session.document.dataset)
        ]
        if strange or not story.steps:
            problem = strange[0] if strange else tr("it has no step yet")
            text = tr(
                "“{title}” cannot be presented: {problem}.", title=story.title, problem=problem
            )
            self.told.emit(Message(text, bad=True, lasting=True))
            return
        self._swapped = False
        self._clock.start()
        self.talk = Presentation(
            self._session.document.dataset,
            story,
            theme=self._theme,
            animated=self._arrangement.animated,
            first=first,
        )
        self.talk.ended.connect(self._on_ended)
        self.talk.notes_wanted.connect(self._toggle_notes)
        self.talk.swap_wanted.connect(self._swap)
        self._take_screens()

    def _screens(self) -> tuple[QScreen, QScreen | None]:
        screens = QGuiApplication.screens()
        home = screens.index(self._window.screen()) if self._window.screen() in screens else 0
        audience, notes = placing([screen.geometry() for screen in screens], home)
        if self._swapped and notes is not None:
            audience, notes = notes, audience
        return screens[audience], None if notes is None else screens[notes]

    def _on_screens(self, _: QScreen) -> None:
        if self.talk is not None:
            self._screens_change.start()

    def _take_screens(self) -> None:
        if self.talk is None:
            return
        audience, notes = self._screens()
        self._close_notes()
        self.talk.foot.show_keys(notes is None)
        if notes is not None:
            self.notes = SpeakerView(self.talk, self._theme, self._clock)
            self.notes.setGeometry(notes.availableGeometry())
            self.notes.showMaximized()
        self.talk.take_screen(audience.geometry())

    def _toggle_notes(self) -> None:
        """Show the notes over the picture's foot where there is no second screen, or hide them."""
        if self.talk is None:
            return
        if self._screens()[1] is None:
            self.talk.toggle_notes()
        elif self.notes is not None and self.notes.isVisible():
            self._close_notes()
            self.talk.foot.show_keys(True)
        else:
            self._take_screens()

    def _swap(self) -> None:
        if self._screens()[1] is not None:
            self._swapped = not self._swapped
            self._take_screens()

    def _close_notes(self) -> None:
        if self.notes is not None:
            self.notes.close()
            self.notes.deleteLater()
            self.notes = None

    def _on_ended(self) -> None:
        talk, self.talk = self.talk, None
        self._screens_change.stop()
        self._close_notes()
        if talk is not None:
            talk.deleteLater()
        self._window.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Present in another appearance, also what runs."""
        self._theme = theme
        if self.talk is not None:
            self.talk.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.desk.finish()
            if self.talk is not None:
                self.talk.close()
        return super().eventFilter(watched, event)


def step_of(scenario: Scenario) -> Step:
    """A step that shows a scenario, told by its name and the beginning of its note."""
    return Step(
        scenario.name,
        scenario,
        caption_of(scenario.note),
        notes=scenario.note,
        sources=scenario.sources[:3],
    )
