"""The table of a vote: what each bloc does, changed by mouse, by letters and by figures."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.trial_vote import in_unit
from iraq_explorer.ui.bloc_drag import names_text
from iraq_explorer.ui.palette import Theme, font
from iraq_explorer.ui.vote_editors import AmountBox, VoteDelegate
from iraq_explorer.ui.vote_model import (
    AMOUNTS,
    STANCES,
    Column,
    Index,
    VoteModel,
    amount_of,
    changed,
)
from iraq_explorer.ui.vote_words import amount_text, stance_name
from iraq_explorer.ui.words import tr

KEYS = {
    Qt.Key.Key_F: Stance.FOR,
    Qt.Key.Key_A: Stance.AGAINST,
    Qt.Key.Key_B: Stance.ABSTAIN,
    Qt.Key.Key_X: Stance.ABSENT,
}
_NAME, _PAD, _SWATCH = 92, 18, 10
Conducts = dict[str, Conduct]


class VoteTable(QTableView):
    """Shows the rows. What is done to a cell is done to every chosen row of its column."""

    previewed = Signal(object)
    """Conducts by bloc id while a number is stepped; ``None`` when that ends without a change."""
    taken = Signal(object, str)
    """Conducts by bloc id that shall be kept, and the name of the step."""
    chosen = Signal(tuple)
    """The ids of the blocs whose rows the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteTable")
        self.setAccessibleName(tr("What each bloc does in the vote"))
        self._following = False
        self.rows = VoteModel(self)
        self.setModel(self.rows)
        self._cells = VoteDelegate(self.rows, self)
        self.setItemDelegate(self._cells)
        self._cells.stepped.connect(self._on_stepped)
        self._cells.taken.connect(self._on_taken)
        self.setFont(font(9))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4)
        self.verticalHeader().setMinimumSectionSize(10)
        header = self.horizontalHeader()
        header.setFont(font(8))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.BLOC, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(30)
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.clicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._cells.theme = theme
        self.rows.set_theme(theme)
        panel, line = theme.panel.name(), theme.line.name()
        self.setStyleSheet(
            f"QTableView {{ background: {panel}; border: none; outline: none;"
            f" selection-background-color: {theme.wash(theme.accent, 0.16).name()};"
            f" selection-color: {theme.text.name()}; }}"
            f"QHeaderView {{ background: {panel}; }}"
            f"QHeaderView::section {{ background: {panel}; color: {theme.muted.name()};"
            f" border: none; border-bottom: 1px solid {line}; padding: 2px 3px; }}"
        )

    def _widths(self) -> dict[Column, int]:
        """What the widest text of each column takes, or its heading; the bloc has the rest."""
        stances = [stance_name(stance) for stance in Stance]
        amounts = [amount_text(Amount(100)), amount_text(Amount(88, percent=False), 88)]
        texts = {
            Column.SEATS: ["188"],
            Column.STANCE: stances,
            Column.ATTENDANCE: amounts,
            Column.COHESION: amounts,
            Column.DISSENT: stances,
        }
        cells, headings = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        found = {}
        for column, held in texts.items():
            wide = max(map(cells.horizontalAdvance, held))
            wide += _SWATCH + 6 if column is Column.STANCE else 0
            heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            found[column] = max(wide, headings.horizontalAdvance(heading)) + _PAD
        return found

    def showEvent(self, event: QShowEvent) -> None:
        # Not before: the font is known only now.
        for column, wide in self._widths().items():
            self.setColumnWidth(column, wide)
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(sum(self._widths().values()) + _NAME + bar + 4, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(330, 90)

    # -- what is shown -------------------------------------------------------------------------

    def show_vote(self, vote: RollCall, blocs: tuple[Bloc, ...]) -> None:
        """Show another vote."""
        was = self.currentIndex()
        row, column = was.row(), was.column()
        self.rows.show_vote(vote, blocs)
        if not self.currentIndex().isValid() and blocs:
            place = self.rows.index(min(max(row, 0), len(blocs) - 1), max(column, Column.STANCE))
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose(self, blocs: Iterable[str]) -> None:
        """Choose the rows of blocs, as when these are selected elsewhere."""
        found = [row for bloc in blocs if (row := self.rows.row_of(bloc)) is not None]
        if found == self._rows():
            return
        picked = QItemSelection()
        for row in found:
            picked.select(self.rows.index(row, 0), self.rows.index(row, len(Column) - 1))
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(picked, flags.ClearAndSelect)
        if found:
            place = self.rows.index(found[0], max(self.currentIndex().column(), Column.STANCE))
            self.selectionModel().setCurrentIndex(place, flags.NoUpdate)
            self.scrollTo(place)
        self._following = False

    def selectionChanged(self, picked: QItemSelection, left: QItemSelection) -> None:
        super().selectionChanged(picked, left)
        if not self._following:
            self.chosen.emit(tuple(self.rows.blocs[row].id for row in self._rows()))

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def _aimed(self, row: int) -> list[int]:
        """The rows that a change of one of them is for."""
        rows = self._rows()
        return rows if row in rows else [row]

    # -- changes -------------------------------------------------------------------------------

    def _changed(self, index: Index, value: Stance | Amount) -> Conducts:
        column = Column(index.column())
        return {
            self.rows.blocs[row].id: changed(self.rows.conduct(row), column, value)
            for row in self._aimed(index.row())
        }

    def _on_stepped(self, index: Index, value: Stance | Amount) -> None:
        self.previewed.emit(self._changed(index, value))

    def _on_taken(self, index: Index, value: Stance | Amount) -> None:
        kept = self._changed(index, value)
        names = names_text(self.rows.blocs[r].name.label for r in self._aimed(index.row()))
        self.taken.emit(kept, _step(names, Column(index.column()), value))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.previewed.emit(None)

    def finish(self) -> None:
        """Take over what stands in a field that is open."""
        editor = self.findChild(AmountBox)
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def set_stance(self, stance: Stance) -> None:
        """Have the chosen rows vote so, or dissent so where the keyboard is in that column."""
        index = self.currentIndex()
        if index.isValid():
            column = index.column() if index.column() == Column.DISSENT else Column.STANCE
            self._on_taken(self.rows.index(index.row(), column), stance)

    def _turn_unit(self, index: Index) -> None:
        """Count the chosen rows of a column in the other unit."""
        column = Column(index.column())
        percent = not amount_of(self.rows.conduct(index.row()), column).percent
        kept = {}
        for row in self._aimed(index.row()):
            bloc, old = self.rows.blocs[row], self.rows.conduct(row)
            of = bloc.seats
            if column is Column.COHESION:
                of = old.attendance.heads(bloc.seats)
            amount = in_unit(amount_of(old, column), of, percent=percent)
            kept[bloc.id] = changed(old, column, amount)
        told = tr("Vote: count in per cent") if percent else tr("Vote: count in heads")
        self.taken.emit(kept, told)

    def event(self, event: QEvent) -> bool:
        # Letters and figures are the table's own here, whatever they do elsewhere in the window.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            figure = self.currentIndex().column() in AMOUNTS and event.text().isdecimal()
            bare = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if bare and (figure or Qt.Key(event.key()) in KEYS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key, text = Qt.Key(event.key()), event.text()
        if not index.isValid() or not plain or self.state() is self.State.EditingState:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.set_stance(KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        elif index.column() in AMOUNTS and text in ("%", "٪"):
            self._turn_unit(index)
        elif index.column() in AMOUNTS and text.isdecimal():
            self._type(index, text)
        else:
            super().keyPressEvent(event)

    def _type(self, index: Index, text: str) -> None:
        """Open the field with a first figure, which replaces what stood there."""
        self.edit(index)
        box = self.findChild(AmountBox)
        if box is not None:
            box.lineEdit().setText(str(int(text)) + box.suffix())
            box.lineEdit().setCursorPosition(1)

    def _on_clicked(self, index: Index) -> None:
        # One click opens the choice, unless it is one of several that choose rows.
        if index.column() in STANCES and len(self._rows()) == 1:
            self.edit(index)


def _step(names: str, column: Column, value: Stance | Amount) -> str:
    """What the Edit menu calls a change."""
    if isinstance(value, Stance):
        stance = stance_name(value)
        if column is Column.DISSENT:
            return tr("Vote: the rest of {names} {stance}", names=names, stance=stance)
        return tr("Vote: {names} {stance}", names=names, stance=stance)
    amount = amount_text(value)
    if column is Column.ATTENDANCE:
        return tr("Vote: attendance of {names} {amount}", names=names, amount=amount)
    return tr("Vote: cohesion of {names} {amount}", names=names, amount=amount)
