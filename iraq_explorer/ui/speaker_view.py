"""What the speaker sees: notes, what the audience sees, what comes next, and the time."""

from PySide6.QtCore import QElapsedTimer, QLocale, QSize, Qt, QTime, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.palette import Theme, font_px
from iraq_explorer.ui.presentation import Presentation
from iraq_explorer.ui.words import tr

_MIRROR_MS = 120
"""How long after a change the small picture of the audience's screen is made again."""


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
        self.title, self.text = self._label(strong=True), self._label(muted=True)
        self.notes, self.answer = self._label(), self._label()
        self.following, self.keys = self._label(), self._label(muted=True)
        self.notes.setObjectName("notes")
        self.following.setObjectName("following")
        self.mirror = QLabel()
        self.mirror.setObjectName("mirror")
        self.mirror.setAccessibleName(tr("What the audience sees"))
        self.mirror.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.mirror.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.keys.setText(
            tr(
                "Space: on · ←: back · B: dark · L: spotlight · H: chamber · R: put back · "
                "X: swap the screens · N: notes away · Esc: end"
            )
        )
        self.setStyleSheet(f"#speakerView {{ background: {theme.panel.name()}; }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_MIRROR_MS)
        self._look.timeout.connect(self._show_mirror)
        talk.stepped.connect(self.tell)
        talk.document.standing_changed.connect(self.tell)
        talk.arrangement.settled.connect(self._look_soon)
        self.tell()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(self.passed)
        top.addSpacing(24)
        top.addWidget(self.time)
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(18)
        for part in (self.notes, self.answer, self.text):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(words)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        aside = QVBoxLayout()
        aside.setSpacing(16)
        aside.addWidget(self.mirror, 1)
        aside.addWidget(self.following)
        middle = QHBoxLayout()
        middle.setSpacing(28)
        middle.addWidget(scroll, 11)
        middle.addLayout(aside, 9)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 22, 28, 18)
        rows.setSpacing(16)
        rows.addLayout(top)
        rows.addWidget(self.title)
        rows.addLayout(middle, 1)
        rows.addWidget(self.keys)

    def _label(self, *, strong: bool = False, muted: bool = False) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("strong", strong)
        label.setProperty("muted", muted)
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
        self.text.setText(step.text)
        self.notes.setText(step.notes or tr("No notes for this step."))
        counted, said, now = talk.answer
        if now:
            now = tr("Now: {answer}", answer=now)
        answer = "\n".join(filter(None, (step.question, counted, said, now)))
        shown = tr("Shown:") if talk.answered else tr("Comes with the next key:")
        self.answer.setText(f"{shown}\n{answer}")
        self.answer.setVisible(step.asks)
        if following is None:
            self.following.setText(tr("This is the last step."))
        else:
            self.following.setText(tr("Next: {title}", title=following.title))
        self._tell_time()
        self._look_soon()

    def _look_soon(self) -> None:
        if self.isVisible() and not self._look.isActive():
            self._look.start()

    def _show_mirror(self) -> None:
        """Show what the audience sees, small."""
        if not self._talk.isVisible() or self.mirror.width() < 40:
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.mirror.width() * ratio), round(self.mirror.height() * ratio))
        small = self._talk.grab().scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        self.mirror.setPixmap(small)

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
            (self.text, 0.8),
            (self.following, 0.9),
            (self.keys, 0.62),
        ):
            label.setFont(font_px(px * share))
        self.title.setFont(font_px(px * 1.5, bold=True))
        self._look_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._talk, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._talk, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        self._look.stop()
        super().closeEvent(event)
