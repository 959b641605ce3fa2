"""The parts of a bloc as rows of name and seats, which have to add up to be taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.what_if import Part, new_part_id
from iraq_explorer.ui.words import tr


class _Row(QWidget):
    """One part."""

    renamed = Signal()
    resized = Signal()
    removed = Signal()
    entered = Signal()

    def __init__(self, part: Part, most: int, *, first: bool) -> None:
        super().__init__()
        self.part_id = part.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self.name = QLineEdit(part.name)
        self.name.setAccessibleName(tr("Name of the part"))
        self.name.textEdited.connect(self.renamed)
        self.name.returnPressed.connect(self.entered)
        self.seats = QSpinBox()
        self.seats.setRange(1, most)
        self.seats.setValue(part.seats)
        self.seats.setMinimumWidth(66)
        self.seats.lineEdit().setTextMargins(6, 0, 0, 0)
        self.seats.setAccessibleName(tr("Seats of the part"))
        self.seats.valueChanged.connect(self.resized)
        self.seats.lineEdit().returnPressed.connect(self.entered)
        row.addWidget(self.name, 1)
        row.addWidget(self.seats)
        remove = QToolButton()
        remove.setText("✕")
        remove.setAutoRaise(True)
        remove.setToolTip(tr("Take this part away"))
        remove.setAccessibleName(tr("Take this part away"))
        remove.clicked.connect(self.removed)
        policy = remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        remove.setSizePolicy(policy)
        row.addWidget(remove)
        remove.setVisible(not first)
        self.fields: tuple[QWidget, ...] = (self.name, self.seats, remove)

    @property
    def part(self) -> Part:
        return Part(self.part_id, self.name.text().strip(), self.seats.value())


class PartsEditor(QWidget):
    """Edits a division of a bloc; nothing happens to the scenario before ``apply``."""

    rebuilt = Signal()
    """Rows came or went, and with them the order of the Tab key."""
    applied = Signal(list)
    """Take over these parts."""
    dropped = Signal()
    """Leave the division as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bloc = ""
        """Id of the bloc that is divided."""
        self._given: tuple[Part, ...] = ()
        self._total = 0
        self._rows: list[_Row] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        self._room = QVBoxLayout()
        self._room.setSpacing(4)
        outer.addLayout(self._room)
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        outer.addWidget(self.sum)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self.take = QPushButton(tr("Split"))
        self.take.setProperty("primary", True)
        self.take.clicked.connect(self.apply)
        self.leave = QPushButton(tr("Cancel"))
        self.leave.clicked.connect(self.dropped)
        self.more = QPushButton(tr("One more part"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._add)
        for button in (self.take, self.leave, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        outer.addLayout(buttons)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts as they stand in the rows."""
        return tuple(row.part for row in self._rows)

    @property
    def rows(self) -> tuple[tuple[QLineEdit, QSpinBox], ...]:
        """The fields of each part."""
        return tuple((row.name, row.seats) for row in self._rows)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Every field and button, in the order of the Tab key."""
        rows = (field for row in self._rows for field in row.fields)
        return (*rows, self.take, self.leave, self.more)

    @property
    def changed(self) -> bool:
        """Whether the rows say something else than the scenario does."""
        return self.parts != self._given

    @property
    def fault(self) -> str:
        """What keeps the parts from being taken over, in words; empty where nothing does."""
        parts = self.parts
        found = sum(part.seats for part in parts)
        if found != self._total:
            return tr("The parts add up to {found}, not to {all}.", found=found, all=self._total)
        names = [part.name.casefold() for part in parts]
        if "" in names:
            return tr("Every part needs a name.")
        if len(set(names)) < len(names):
            return tr("Two parts have the same name.")
        return ""

    def edit(self, bloc: str, given: Sequence[Part], draft: Sequence[Part]) -> None:
        """Show a division that is being made.

        Args:
            bloc: id of the bloc that is divided.
            given: the parts as the scenario has them, its whole where it is not split.
            draft: the parts as they are to stand in the rows.

        """
        self._given = tuple(given)
        self._total = sum(part.seats for part in given)
        if bloc == self.bloc and self.parts == tuple(draft):
            self._check()  # the keyboard stays where it is
            return
        self.bloc = bloc
        for row in self._rows:
            self._room.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for part in draft:
            self._insert(part)
        self.take.setText(tr("Split") if len(given) < 2 else tr("Take over"))
        self._check()

    def begin(self) -> None:
        """Put the keyboard where the newest part is named."""
        newest = self._rows[-1].name
        newest.setFocus()
        newest.selectAll()

    def apply(self) -> None:
        """Ask for the parts to be taken over, where they add up."""
        if not self.fault and self.changed:
            self.applied.emit(list(self.parts))

    def _insert(self, part: Part) -> None:
        row = _Row(part, max(1, self._total), first=not self._rows)
        row.renamed.connect(self._check)
        row.resized.connect(lambda: self._balance(row))
        row.removed.connect(lambda: self._remove(row))
        row.entered.connect(self.apply)
        self._rows.append(row)
        self._room.addWidget(row)
        self.rebuilt.emit()

    def _add(self) -> None:
        taken = {row.part_id for row in self._rows} | {part.id for part in self._given}
        number = len(self._rows) + 1
        self._insert(Part(new_part_id(self.bloc, taken), tr("Part {number}", number=number), 1))
        self._balance(self._rows[-1])
        self.begin()

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        self._room.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._rows[0].name.setFocus()
        self._balance(self._rows[-1])

    def _balance(self, changed: _Row) -> None:
        """Let another part give or take what one gains or loses, as far as it can."""
        other = self._rows[-1] if changed is self._rows[0] else self._rows[0]
        others = sum(row.seats.value() for row in self._rows if row is not other)
        other.seats.blockSignals(True)
        other.seats.setValue(max(1, self._total - others))
        other.seats.blockSignals(False)
        self._check()

    def _check(self) -> None:
        fault = self.fault
        told = " + ".join(str(part.seats) for part in self.parts)
        self.sum.setText(fault or tr("{sum} = {all}", sum=told, all=self._total))
        self.sum.setProperty("wrong", bool(fault))
        self.sum.setProperty("muted", not fault)
        self.sum.style().unpolish(self.sum)
        self.sum.style().polish(self.sum)
        self.take.setEnabled(not fault and self.changed)
