"""The foot of a presentation: the way back and on, where the talk is, and what the keys do."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from iraq_explorer.ui.words import tr


class TalkFoot(QWidget):
    """Two buttons around the number of the step, and the keys that matter now."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hints = ["", "", "", ""]
        self._shows_keys = True
        self.back_button = self._button("‹", tr("Previous step"), self.back_wanted)
        self.place = QLabel()
        self.place.setObjectName("place")
        self.next_button = self._button("›", tr("Next step"), self.next_wanted)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        # The words follow the room there is; they ask for none.
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.back_button, self.place, self.next_button):
            row.addWidget(part)
        row.addSpacing(12)
        row.addWidget(self.hint, 1)
        for label in (self.place, self.hint):
            label.setProperty("muted", True)
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _button(self, text: str, told: str, run: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(run)
        return button

    def tell(self, number: int, count: int, *, answer_due: bool, moved: bool) -> None:
        """Say where the talk is.

        Args:
            number: of the step, from 0.
            count: of all steps.
            answer_due: whether the next key shows the answer of this step.
            moved: whether blocs were moved, so that they can be put back.

        """
        last = number == count - 1
        self.place.setText(tr("{number} of {count}", number=number + 1, count=count))
        self.back_button.setEnabled(number > 0)
        self.next_button.setEnabled(answer_due or not last)
        onward = tr("Space: answer") if answer_due else "" if last else tr("Space: next")
        put_back = tr("R: put back") if moved else ""
        self._hints = [onward, put_back, tr("B: dark"), tr("Esc: end")]
        self._fit()

    def show_keys(self, shown: bool) -> None:
        """Whether the keys are told here; not where the speaker has them on another screen."""
        self._shows_keys = shown
        self._fit()

    def set_type(self, font: QFont) -> None:
        """Write in this type."""
        for part in (self.back_button, self.place, self.next_button, self.hint):
            part.setFont(font)
        for button in (self.back_button, self.next_button):
            button.setFixedWidth(round(button.fontMetrics().height() * 1.7))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Tell as many of the keys as fit in one line; the dark screen is left out first."""
        onward, put_back, dark, end = self._hints
        metrics, told = self.hint.fontMetrics(), ""
        for keys in ((onward, put_back, dark, end), (onward, put_back, end), (onward, put_back)):
            told = " · ".join(filter(None, keys))
            if metrics.horizontalAdvance(told) <= self.hint.width():
                break
        self.hint.setText(told if self._shows_keys else "")
