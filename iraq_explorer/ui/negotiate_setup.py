"""Before a game: how many groups, who has which blocs, and what is played for."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import FEWEST, MOST, Hands, deal, moved, owner_of
from iraq_explorer.core.negotiation import Game, begin
from iraq_explorer.core.portfolios import USUAL
from iraq_explorer.core.private_card import DrawnFrom
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.actions import colour_names, swatch
from iraq_explorer.ui.flow_layout import FlowLayout
from iraq_explorer.ui.palette import LIGHT, Theme, font, mix
from iraq_explorer.ui.words import rule_text, tr

_ROLE = Qt.ItemDataRole.UserRole


class _DealTable(QTableWidget):
    """The blocs and their groups. A number key deals the chosen rows to that group."""

    dealt = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isdigit() and 1 <= int(text) <= MOST:
            self.dealt.emit(int(text) - 1)
        else:
            super().keyPressEvent(event)


class GameSetup(QWidget):
    """Deals and changes hands until the game begins."""

    begun = Signal(object, tuple, int)
    """The ``Game``, the names of its groups, and the seconds of a round."""

    resumed = Signal()
    """The game that waits is to be gone on with."""
    thrown_away = Signal()
    """Nobody wants to go on with it."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__()
        self._dataset = dataset
        self._theme = LIGHT
        self.scenario: Scenario | None = None
        """Whose chamber, day and rule are played on."""
        self.hands: Hands = ()
        self.fields: list[QLineEdit] = []
        self.chips: list[QPushButton] = []
        across = QHBoxLayout(self)
        across.setContentsMargins(22, 16, 20, 16)
        across.setSpacing(26)
        across.addWidget(self._make_choices(), 5)
        across.addWidget(self._make_deal(), 7)

    def _make_choices(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(10)
        title = QLabel(tr("Negotiate"))
        title.setFont(font(18, bold=True))
        rows.addWidget(title)
        self.about = QLabel()
        self.about.setProperty("muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        rows.addWidget(self.about)
        rows.addWidget(self._make_waiting())
        told = QLabel(
            tr(
                "Each group has blocs, and a private card with red lines and wishes. Talk, make "
                "offers, and bring one through the chamber's vote."
            )
        )
        told.setWordWrap(True)
        rows.addWidget(told)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        self.count = self._number(FEWEST, MOST, 4, tr("Number of groups"))
        self.count.valueChanged.connect(self._on_count)
        form.addRow(tr("&Groups"), self.count)
        self._names = QWidget()
        self._name_rows = QVBoxLayout(self._names)
        self._name_rows.setContentsMargins(0, 0, 0, 0)
        self._name_rows.setSpacing(4)
        form.addRow(tr("Names"), self._names)
        self.cards = QComboBox()
        self.cards.setAccessibleName(tr("Where the cards come from"))
        self.cards.addItem(tr("From the record: ties in force"), DrawnFrom.RECORD)
        self.cards.addItem(tr("Made up: drawn by lot"), DrawnFrom.LOT)
        form.addRow(tr("&Cards"), self.cards)
        self.rounds = self._number(1, 12, 3, tr("Number of rounds"))
        form.addRow(tr("&Rounds"), self.rounds)
        self.minutes = self._number(0, 60, 8, tr("Minutes of a round"))
        self.minutes.setSpecialValueText(tr("no clock"))
        form.addRow(tr("&Minutes each"), self.minutes)
        self.posts = self._number(0, 99, USUAL, tr("Posts to share out"))
        self.posts.setSpecialValueText(tr("without posts"))
        form.addRow(tr("&Posts"), self.posts)
        rows.addLayout(form)
        self.start = QPushButton(tr("&Begin the game"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._on_begin)
        rows.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        scroll.setWidget(page)
        return scroll

    def _make_waiting(self) -> QWidget:
        """What is offered where a game was left."""
        self.waiting = QFrame()
        self.waiting.setObjectName("waitingGame")
        rows = QVBoxLayout(self.waiting)
        rows.setContentsMargins(14, 10, 12, 12)
        self.waiting_text = QLabel()
        self.waiting_text.setTextFormat(Qt.TextFormat.PlainText)
        self.waiting_text.setWordWrap(True)
        rows.addWidget(self.waiting_text)
        buttons = QWidget()
        line = FlowLayout(buttons, gap=8)
        self.resume = QPushButton()
        self.resume.setProperty("primary", True)
        self.resume.clicked.connect(self.resumed)
        self.throw_away = QPushButton(tr("&Throw it away"))
        self.throw_away.clicked.connect(self.thrown_away)
        for button in (self.resume, self.throw_away):
            line.addWidget(button)
        rows.addWidget(buttons)
        self.waiting.hide()
        return self.waiting

    def offer_waiting(self, text: str, over: bool) -> None:
        """Offer the game that was left; nothing where the text is empty."""
        self.waiting_text.setText(text)
        self.resume.setText(tr("&Show how it ended") if over else tr("G&o on with it"))
        self.waiting.setVisible(bool(text))

    def _make_deal(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(8)
        head = QHBoxLayout()
        heading = QLabel(tr("THE DEAL"))
        heading.setProperty("heading", True)
        head.addWidget(heading, 1)
        label = QLabel(tr("&Deal number"))
        label.setProperty("muted", True)
        self.seed = self._number(1, 9999, 1, tr("Deal number"))
        self.seed.valueChanged.connect(self.deal)
        label.setBuddy(self.seed)
        again = QPushButton(tr("Deal &again"))
        again.clicked.connect(lambda: self.seed.setValue(self.seed.value() % 9999 + 1))
        for part in (label, self.seed, again):
            head.addWidget(part)
        rows.addLayout(head)
        chips = QWidget()
        self._chips = FlowLayout(chips)
        rows.addWidget(chips)
        self.table = _DealTable(0, 3)
        self.table.setAccessibleName(tr("Blocs and their groups"))
        self.table.setHorizontalHeaderLabels([tr("Bloc"), tr("Seats"), tr("Group")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for column in (0, 2):
            title = self.table.horizontalHeaderItem(column)
            if title is not None:
                title.setTextAlignment(leading)
        widths = self.table.horizontalHeader()
        widths.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        widths.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        widths.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.dealt.connect(self.give)
        rows.addWidget(self.table, 1)
        hint = QLabel(tr("Choose rows, then press the number of a group or its button above."))
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        rows.addWidget(hint)
        return box

    def _number(self, low: int, high: int, value: int, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(low, high)
        box.setValue(value)
        box.setAccessibleName(name)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        return box

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.waiting.setStyleSheet(
            f"#waitingGame {{ background: {mix(theme.panel, theme.accent, 0.12).name()};"
            " border-radius: 8px; } #waitingGame QLabel { background: transparent; }"
        )
        self._show()

    # -- the deal ----------------------------------------------------------------------------

    def open(self, scenario: Scenario) -> None:
        """Set a game up on the chamber, day and rule of a scenario."""
        self.scenario = scenario
        chamber = self._dataset.chamber_of(scenario)
        rule = rule_text(scenario.with_present(None), self._dataset, article=False)
        self.about.setText(tr("{name} · {rule}", name=scenario.name, rule=rule))
        self.count.setMaximum(min(MOST, len(chamber.blocs)))
        self.posts.setValue(chamber.cabinet.posts if chamber.cabinet else USUAL)
        self._on_count()

    def deal(self) -> None:
        """Deal anew, by the number of the deal."""
        if self.scenario is not None:
            chamber = self._dataset.chamber_of(self.scenario)
            self.hands = deal(chamber, self.count.value(), self.seed.value())
            self._show()

    def give(self, group: int) -> None:
        """Deal the chosen rows to a group; one that would leave a group empty stays."""
        if self.scenario is None or group >= len(self.hands):
            return
        chamber = self._dataset.chamber_of(self.scenario)
        for index in self.table.selectionModel().selectedRows():
            bloc = str(index.data(_ROLE))
            if len(self.hands[owner_of(self.hands, bloc)]) > 1:
                self.hands = moved(self.hands, bloc, group, chamber)
        self._show()

    @property
    def names(self) -> tuple[str, ...]:
        """What the groups are called; where nothing is written, by their colour."""
        usual = colour_names()
        return tuple(
            field.text().strip() or usual[group] for group, field in enumerate(self.fields)
        )

    def _on_count(self) -> None:
        count = self.count.value()
        for group in range(len(self.fields), count):
            field = QLineEdit()
            field.setMaxLength(40)
            field.setPlaceholderText(colour_names()[group])
            field.setAccessibleName(tr("Name of group {number}", number=group + 1))
            field.textChanged.connect(self._show)
            self._name_rows.addWidget(field)
            self.fields.append(field)
        while len(self.fields) > count:
            gone = self.fields.pop()
            gone.hide()
            gone.deleteLater()
        self.deal()

    def _show(self) -> None:
        if self.scenario is None or not self.hands:
            return
        chamber, names = self._dataset.chamber_of(self.scenario), self.names
        if len(self.chips) != len(self.hands):
            self._chips.clear()
            self.chips = []
            for group in range(len(self.hands)):
                chip = QPushButton()
                chip.clicked.connect(lambda _=False, g=group: self.give(g))
                self._chips.addWidget(chip)
                self.chips.append(chip)
        for group, chip in enumerate(self.chips):
            chip.setIcon(swatch(self._theme, group))
            seats = chamber.seats_of(self.hands[group])
            number, name = group + 1, names[group].replace("&", "&&")
            chip.setText(tr("{number}  {name}: {seats}", number=number, name=name, seats=seats))
            chip.setToolTip(tr("Deal the chosen rows to {name}", name=names[group]))
        for field, group in zip(self.fields, range(len(self.fields)), strict=True):
            icon = swatch(self._theme, group)
            for action in field.actions():
                field.removeAction(action)
            field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._show_rows()

    def _show_rows(self) -> None:
        assert self.scenario is not None
        chamber, names = self._dataset.chamber_of(self.scenario), self.names
        blocs = sorted(chamber.blocs, key=lambda bloc: -bloc.seats)
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(blocs))
            for row, bloc in enumerate(blocs):
                group = owner_of(self.hands, bloc.id)
                told = tr("{number}  {name}", number=group + 1, name=names[group])
                for column, text in enumerate((bloc.name.label, str(bloc.seats), told)):
                    item = QTableWidgetItem(text)
                    item.setData(_ROLE, bloc.id)
                    if column == 1:
                        item.setTextAlignment(
                            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                        )
                    if column == 2:
                        item.setIcon(swatch(self._theme, group))
                    item.setToolTip(bloc.name.en)
                    item.setSelected(row in chosen)
                    self.table.setItem(row, column, item)
                    item.setSelected(row in chosen)

    # -- the beginning -----------------------------------------------------------------------

    def _on_begin(self) -> None:
        if self.scenario is None:
            return
        game: Game = begin(
            self.scenario,
            self._dataset,
            self.hands,
            self.seed.value(),
            drawn_from=DrawnFrom(self.cards.currentData()),
            posts=self.posts.value(),
            rounds=self.rounds.value(),
        )
        self.begun.emit(game, self.names, self.minutes.value() * 60)
