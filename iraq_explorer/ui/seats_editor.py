"""What a scenario assumes of one bloc's seats: its parts, its number, and how many follow."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.ready_split import ReadySplit, ready_splits
from iraq_explorer.core.what_if import REST, Part, WhatIf, new_part_id
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.parts_editor import PartsEditor
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import assumed_text, day_text, tr


class SeatsEditor(QWidget):
    """Splits a bloc, moves its seats and loosens its discipline, each as a step to undo."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seatsEditor")
        self._document = document
        self._selection = selection
        self._theme = LIGHT
        self._node = ""
        self._whole = ""
        self._drafts: dict[str, tuple[Part, ...]] = {}
        self._offers: list[QPushButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 4, 4, 2)
        outer.setSpacing(5)
        head = QHBoxLayout()
        heading = QLabel(tr("SEATS IN THIS SCENARIO"))
        heading.setProperty("heading", True)
        head.addWidget(heading, 1)
        self.change = QPushButton()
        self.change.setProperty("link", True)
        self.change.setCheckable(True)
        self.change.setAccessibleName(tr("Change the seats in this scenario"))
        self.change.toggled.connect(self._show)
        head.addWidget(self.change)
        outer.addLayout(head)
        self.back = QPushButton()
        self.back.setProperty("link", True)
        self.back.clicked.connect(self._go_back)
        outer.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QWidget()
        outer.addWidget(self._body)
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        self._ready = QVBoxLayout()
        self._ready.setSpacing(0)
        rows.addLayout(self._ready)
        self.parts = PartsEditor()
        self.parts.applied.connect(self._split)
        self.parts.dropped.connect(self._drop)
        self.parts.rebuilt.connect(self._order)
        rows.addWidget(self.parts)
        choice = QHBoxLayout()
        choice.setSpacing(6)
        self.split = QPushButton()
        self.split.clicked.connect(self._begin)
        self.merge = QPushButton(tr("Merge the parts"))
        self.merge.clicked.connect(self._merge)
        choice.addWidget(self.split)
        choice.addWidget(self.merge)
        choice.addStretch(1)
        rows.addLayout(choice)
        form = QFormLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        self.follow = QSpinBox()
        self.follow.setKeyboardTracking(False)
        self.follow.setAccessibleName(tr("How many follow"))
        self.follow.valueChanged.connect(self._on_follow)
        form.addRow(tr("Follow"), self.follow)
        self.seats = QSpinBox()
        self.seats.setKeyboardTracking(False)
        self.seats.setAccessibleName(tr("Seats in this scenario"))
        self.seats.valueChanged.connect(self._on_seats)
        for box in (self.follow, self.seats):
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.partner = QComboBox()
        self.partner.setAccessibleName(tr("Who gives or takes the seats"))
        self.partner.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.partner.setMinimumContentsLength(10)
        self.partner.currentIndexChanged.connect(lambda _: self._tell(""))
        form.addRow(tr("Seats"), self.seats)
        form.addRow(tr("From or to"), self.partner)
        self._form = form
        rows.addLayout(form)
        self.wrong = QLabel()
        self.wrong.setWordWrap(True)
        self.wrong.setProperty("wrong", True)
        self.wrong.hide()
        rows.addWidget(self.wrong)
        document.opened.connect(self._drafts.clear)

    # -- what others ask -------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        style = (
            f'QLabel[wrong="true"] {{ color: {theme.bad.name()}; }}'
            ' QPushButton[link="true"] { padding: 3px 0; }'
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)

    def show_bloc(self, node: str | None) -> None:
        """Show what is assumed of a bloc or part; nothing for what is none."""
        self._keep_draft()
        bloc = self._chamber.bloc_by_id.get(node or "")
        if node != self._node:
            self._tell("")
        self._node = bloc.id if bloc else ""
        self._whole = (bloc.part_of or bloc.id) if bloc else ""
        self.setVisible(bloc is not None)
        self._show()

    def open_split(self) -> None:
        """Unfold, with two parts begun and the keyboard at the name of the second."""
        self.change.setChecked(True)
        self._begin()

    def finish(self) -> None:
        """Take over what stands in the fields."""
        if self._body.isVisible():
            self.follow.interpretText()
            self.seats.interpretText()

    # -- what is shown ---------------------------------------------------------------------

    @property
    def _chamber(self) -> Chamber:
        return self._document.dataset.chamber_of(self._document.scenario)

    @property
    def _official(self) -> Chamber:
        return self._document.dataset.official_chamber(self._document.scenario)

    @property
    def _what_if(self) -> WhatIf:
        return self._document.scenario.what_if

    def _held(self, bloc: Bloc) -> int:
        """Seats of a whole bloc, its parts and those who do not follow together."""
        return self._what_if.seats.get(bloc.id, bloc.seats)

    def _given(self) -> tuple[Part, ...]:
        """The parts of the bloc as the scenario has them, itself alone where it is whole."""
        bloc = self._official.bloc_by_id[self._whole]
        whole = (Part(bloc.id, bloc.name.label, self._held(bloc)),)
        return self._what_if.splits.get(bloc.id, whole)

    def _show(self) -> None:
        if not self._node:
            return
        unfolded = self.change.isChecked()
        self.change.setText(tr("Done") if unfolded else tr("Change …"))
        bloc = self._chamber.bloc_by_id[self._node]
        whole = self._official.bloc_by_id[self._whole]
        self.back.setVisible(bool(assumed_text(bloc)))
        self.back.setText(tr("Back to the official {seats}", seats=whole.seats))
        self._body.setVisible(unfolded)
        if not unfolded:
            return
        given = self._given()
        drafting = self._whole in self._drafts
        self.parts.setVisible(drafting)
        if drafting:
            self.parts.edit(self._whole, given, self._drafts[self._whole])
        in_parts = len(given) > 1
        self.split.setVisible(not drafting)
        self.split.setText(tr("Change the parts …") if in_parts else tr("Split into parts …"))
        self.split.setEnabled(self._held(whole) > 1)
        self.merge.setVisible(in_parts and not drafting)
        self._offer(ready_splits(self._official, self._whole, given))
        self._form.setRowVisible(self.follow, not drafting)
        self._show_follow(given)
        self._show_seats(whole, whole_one=not in_parts and not drafting)
        self._order()

    def _order(self) -> None:
        """The Tab key goes through everything from top to bottom."""
        below = (self.split, self.merge, self.follow, self.seats, self.partner)
        order = [self.change, self.back, *self._offers, *self.parts.fields, *below]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _show_follow(self, given: Sequence[Part]) -> None:
        base = self._node.removesuffix(REST)
        members = next((part.seats for part in given if part.id == base), given[0].seats)
        with QSignalBlocker(self.follow):
            self.follow.setRange(0, members)
            self.follow.setSuffix(tr(" of {all}", all=members))
            self.follow.setValue(self._what_if.followers.get(base, members))
        self.follow.setEnabled(members > 0)

    def _show_seats(self, whole: Bloc, *, whole_one: bool) -> None:
        self._form.setRowVisible(self.seats, whole_one)
        self._form.setRowVisible(self.partner, whole_one)
        chosen = self.partner.currentData()
        with QSignalBlocker(self.seats), QSignalBlocker(self.partner):
            self.seats.setRange(0, self._official.seats)
            self.seats.setValue(self._held(whole))
            self.partner.clear()
            self.partner.addItem(tr("vacant seats ({count})", count=self._chamber.vacant), "")
            for bloc in self._official.blocs:
                if bloc.id != whole.id and bloc.id not in self._what_if.splits:
                    self.partner.addItem(f"{bloc.name.label} ({self._held(bloc)})", bloc.id)
            self.partner.setCurrentIndex(max(0, self.partner.findData(chosen)))

    def _offer(self, ready: Sequence[ReadySplit]) -> None:
        for old in self._offers:
            old.hide()
            old.deleteLater()
        self._offers = []
        for offered in ready:
            if offered.splinter:
                text = tr(
                    "Split off {seats} as {name} ({date})",
                    seats=offered.splinter.seats,
                    name=offered.splinter.name,
                    date=day_text(offered.splinter.date),
                )
                tip = offered.splinter.note
            else:
                told = " + ".join(str(part.seats) for part in offered.parts)
                text = tr("Split by estimate: {sum}", sum=told)
                names = "\n".join(f"{part.name}: {part.seats}" for part in offered.parts)
                tip = tr("An estimate only, never counted") + "\n" + names
            button = QPushButton(text)
            button.setProperty("link", True)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, parts=offered.parts: self._split(parts))
            self._offers.append(button)
            self._ready.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell(self, fault: str) -> None:
        self.wrong.setText(fault)
        self.wrong.setVisible(bool(fault))

    # -- steps -----------------------------------------------------------------------------

    def _commit(self, what_if: WhatIf, text: str) -> None:
        document = self._document
        try:
            after = document.dataset.assume(document.scenario, what_if)
        except ValueError as error:  # a rule of the chamber that no field here knows
            self._tell(str(error))
            return
        self._tell("")
        if self._node not in document.dataset.chamber_of(after).bloc_by_id:
            self._selection.set_nodes([self._whole])
        document.commit(after, text)

    def _name(self) -> str:
        return self._official.bloc_by_id[self._whole].name.label

    def _begin(self) -> None:
        """Begin to divide: one more part of one seat, or those there are."""
        given = self._given()
        if sum(part.seats for part in given) < 2:
            return
        draft = given
        if len(given) == 1:
            rest, new = given[0], new_part_id(self._whole, [self._whole])
            draft = (
                Part(rest.id, rest.name, rest.seats - 1),
                Part(new, tr("Part {number}", number=2), 1),
            )
        self._drafts.setdefault(self._whole, draft)
        self._show()
        self.parts.begin()

    def _keep_draft(self) -> None:
        # What was typed for one bloc stands there still when it is selected again.
        if self._whole in self._drafts and self.parts.bloc == self._whole:
            self._drafts[self._whole] = self.parts.parts

    def _drop(self) -> None:
        self._drafts.pop(self._whole, None)
        self._show()
        self.split.setFocus()

    def _split(self, parts: Sequence[Part]) -> None:
        self._drafts.pop(self._whole, None)
        known = {part.id for part in self._given()}
        new = ", ".join(part.name for part in parts if part.id not in known)
        text = tr("Split {name}: {parts}", name=self._name(), parts=new)
        if not new:
            text = tr("Change the parts of {name}", name=self._name())
        self._commit(self._what_if.split(self._whole, parts), text)

    def _merge(self) -> None:
        name = self._name()
        self._commit(
            self._what_if.split(self._whole, ()), tr("Merge the parts of {name}", name=name)
        )

    def _go_back(self) -> None:
        self._drafts.pop(self._whole, None)
        seats, name = self._official.bloc_by_id[self._whole].seats, self._name()
        text = tr("{name}: back to the official {seats}", name=name, seats=seats)
        self._commit(self._what_if.without(self._whole, self._official), text)

    def _on_follow(self, count: int) -> None:
        base = self._node.removesuffix(REST)
        name = self._chamber.bloc_by_id[base].name.label
        if count == self.follow.maximum():
            what_if, text = (
                self._what_if.with_followers(base, None),
                tr("All of {name} follow", name=name),
            )
        else:
            what_if = self._what_if.with_followers(base, count)
            text = tr("{count} of {name} follow", count=count, name=name)
        self._commit(what_if, text)

    def _on_seats(self, count: int) -> None:
        whole = self._official.bloc_by_id[self._whole]
        more = count - self._held(whole)
        giver = self.partner.currentData() or None
        there = (
            self._chamber.vacant if giver is None else self._held(self._official.bloc_by_id[giver])
        )
        if more > there:
            fault = (
                tr("Only {count} seats are vacant: choose who gives the others.", count=there)
                if giver is None
                else tr(
                    "{name} has only {count} seats to give.",
                    name=self._official.bloc_by_id[giver].name.label,
                    count=there,
                )
            )
            self._show_seats(whole, whole_one=True)
            self._tell(fault)
            return
        what_if = self._what_if.transfer(self._official, self._whole, more, giver)
        self._commit(what_if, tr("{name}: {count} seats", name=whole.name.label, count=count))
