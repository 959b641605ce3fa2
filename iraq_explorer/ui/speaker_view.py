"""What the speaker sees beside the audience: notes, what comes next, and the time."""

from PySide6.QtCore import QElapsedTimer, QLocale, Qt, QTime, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from iraq_explorer.ui.palette import Theme, font_px
from iraq_explorer.ui.presentation import Presentation
from iraq_explorer.ui.story_words import answer_of
from iraq_explorer.ui.words import tr


class SpeakerView(QWidget):
    """Notes for one presentation. Its keys are those of the presentation."""

    def __init__(self, talk: Presentation, theme: Theme, clock: QElapsedTimer) -> None:
        """Follow a talk that began when the clock was started."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("speakerView")
        self.setWindowTitle(tr("{title} – notes", title=talk.story.title))
        self._talk = talk
        self._clock = clock
        self.place, self.passed, self.time = self._label(), self._label(), self._label()
        self.title, self.notes = self._label(bold=True), self._label()
        self.answer, self.following = self._label(), self._label()
        self.notes.setObjectName("notes")
        self.following.setObjectName("following")
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(self.passed)
        top.addSpacing(24)
        top.addWidget(self.time)
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.notes)
        inner.addWidget(self.answer)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(words)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 22, 28, 22)
        rows.setSpacing(16)
        rows.addLayout(top)
        rows.addWidget(self.title)
        rows.addWidget(scroll, 1)
        rows.addWidget(self.following)
        self.setStyleSheet(f"#speakerView {{ background: {theme.panel.name()}; }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        talk.stepped.connect(self.tell)
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start()
        self.tell()

    def _label(self, *, bold: bool = False) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("strong", bold)
        return label

    def tell(self) -> None:
        """Follow the presentation."""
        talk = self._talk
        step, following = talk.step, talk.following
        text = tr("{number} of {count}", number=talk.number + 1, count=len(talk.story.steps))
        if not talk.blank.isHidden():
            text = tr("{place} · the screen is dark", place=text)
        self.place.setText(text)
        self.title.setText(step.title)
        self.notes.setText(step.notes or tr("No notes for this step."))
        counted, said = answer_of(step, talk.dataset)
        answer = "\n".join(filter(None, (step.question, counted, said)))
        shown = tr("Shown:") if talk.answered else tr("Comes with the next key:")
        self.answer.setText(f"{shown}\n{answer}" if step.asks else "")
        if following is None:
            self.following.setText(tr("This is the last step."))
        else:
            self.following.setText(tr("Next: {title}", title=following.title))
        self._tell_time()

    def _tell_time(self) -> None:
        passed = QTime(0, 0).addMSecs(int(self._clock.elapsed()))
        form = "mm:ss" if passed.hour() == 0 else "h:mm:ss"
        self.passed.setText(tr("{time} since the start", time=passed.toString(form)))
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self.time.setText(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = max(14.0, min(self.height() / 30, self.width() / 34))
        for label, share in (
            (self.place, 0.85),
            (self.passed, 0.85),
            (self.time, 0.85),
            (self.notes, 1.1),
            (self.answer, 0.9),
            (self.following, 1.0),
        ):
            label.setFont(font_px(px * share))
        self.title.setFont(font_px(px * 1.5, bold=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._talk, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._talk, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)
