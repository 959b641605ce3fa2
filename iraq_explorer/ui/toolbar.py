"""The toolbar: undo, layout, detail, rule, filters, search, export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolBar,
    QToolButton,
    QWidget,
)

from iraq_explorer.core.layout import LAYOUTS
from iraq_explorer.core.network import Detail
from iraq_explorer.ui.actions import detail_names, layout_names
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import rule_text, tr

_OWN_QUOTA = "own"


class Toolbar(QToolBar):
    """Shows and changes the settings that are used most."""

    export_requested = Signal()
    found = Signal(str)
    """A node to bring into view."""
    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(
        self,
        document: Document,
        arrangement: Arrangement,
        selection: Selection,
        steps: tuple[QAction, QAction],
        filter_menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Toolbar"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._document = document
        self._arrangement = arrangement
        self._selection = selection
        self._found: list[str] = []
        for action, text in zip(steps, (tr("↶ Undo"), tr("↷ Redo")), strict=True):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setText(text)
            # The action's own text names the step; the button keeps its short word.
            action.changed.connect(lambda b=button, t=text: b.setText(t))
            self.addWidget(button)
        self._make_choices()
        self._make_rule()
        ties = QToolButton()
        ties.setText(tr("Ties ▾"))
        ties.setToolTip(tr("Leave kinds of ties, certainties and actors out of the drawing"))
        ties.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        ties.setMenu(filter_menu)
        self.addWidget(ties)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self.search = QLineEdit()
        self.search.setProperty("search", True)
        self.search.setPlaceholderText(tr("Find in the network …"))
        self.search.setAccessibleName(tr("Find in the network by any name in any language"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(190)
        self.search.textEdited.connect(self._on_search)
        self.search.returnPressed.connect(self._on_next)
        self.addWidget(self.search)
        export = QToolButton()
        export.setText(tr("Export …"))
        export.setProperty("primary", True)
        export.clicked.connect(self.export_requested)
        self.addWidget(export)
        arrangement.settings_changed.connect(self._show_settings)
        document.committed.connect(self._show_rule)
        self._show_rule()

    def _make_choices(self) -> None:
        self.layout_choice = QComboBox()
        self.layout_choice.setAccessibleName(tr("Layout"))
        self.layout_choice.setToolTip(tr("Layout of the network"))
        for name in LAYOUTS:
            self.layout_choice.addItem(tr("Layout: {name}", name=layout_names()[name]), name)
        self.layout_choice.activated.connect(
            lambda _: self._arrangement.set_layout(self.layout_choice.currentData())
        )
        self.addWidget(self.layout_choice)
        self.detail_choice = QComboBox()
        self.detail_choice.setAccessibleName(tr("Level of detail"))
        self.detail_choice.setToolTip(tr("Fold people and parties into blocs, or show everyone"))
        for detail, text in detail_names().items():
            self.detail_choice.addItem(text, str(detail))
        self.detail_choice.activated.connect(
            lambda _: self._arrangement.set_detail(Detail(self.detail_choice.currentData()))
        )
        self.addWidget(self.detail_choice)

    def _make_rule(self) -> None:
        self.rule_choice = QComboBox()
        self.rule_choice.setAccessibleName(tr("Rule"))
        self.rule_choice.setToolTip(tr("The rule that counts"))
        self.rule_choice.setMinimumContentsLength(22)
        self.rule_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule_choice.activated.connect(self._on_rule)
        self.addWidget(self.rule_choice)
        self.quota_box = QSpinBox()
        self.quota_box.setAccessibleName(tr("Own quota"))
        self.quota_box.setKeyboardTracking(False)
        self.quota_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.quota_box.valueChanged.connect(self._on_quota)
        self._quota_action = self.addWidget(self.quota_box)

    def focus_search(self) -> None:
        """Let the user type what to find."""
        self.search.setFocus()
        self.search.selectAll()

    def _show_settings(self) -> None:
        arrangement = self._arrangement
        self.layout_choice.setCurrentIndex(self.layout_choice.findData(arrangement.layout_name))
        self.detail_choice.setCurrentIndex(self.detail_choice.findData(str(arrangement.detail)))

    def _show_rule(self) -> None:
        scenario, chamber = self._document.scenario, self._document.chamber
        keys = [rule.id for rule in chamber.rules] + [_OWN_QUOTA]
        own = scenario.custom_quota is not None
        self.rule_choice.blockSignals(True)
        self.rule_choice.clear()
        for rule in chamber.rules:
            under = scenario.with_rule(rule.id)
            self.rule_choice.addItem(rule_text(under, self._document.dataset, article=False))
        self.rule_choice.addItem(tr("Another quota"))
        self.rule_choice.setCurrentIndex(keys.index(_OWN_QUOTA if own else scenario.rule))
        self.rule_choice.blockSignals(False)
        self.quota_box.blockSignals(True)
        self.quota_box.setRange(1, chamber.seats)
        self.quota_box.setValue(scenario.quota(chamber))
        self.quota_box.blockSignals(False)
        self._quota_action.setVisible(own)

    def _on_rule(self, index: int) -> None:
        scenario, chamber = self._document.scenario, self._document.chamber
        if index < len(chamber.rules):
            rule = chamber.rules[index]
            after = scenario.with_rule(rule.id)
            self._document.commit(after, tr("Rule: {name}", name=rule.name))
        else:
            after = scenario.with_quota(scenario.quota(chamber))
            self._document.commit(after, tr("Own quota"))
            self.quota_box.setFocus()
            self.quota_box.selectAll()

    def _on_quota(self, quota: int) -> None:
        after = self._document.scenario.with_quota(quota)
        self._document.commit(after, tr("Quota {quota}", quota=quota))

    def _on_search(self, text: str) -> None:
        actors = self._document.dataset.actors
        self._found = []
        if text.strip():
            names = {
                node.id: [node.name, *(actors[a].name for a in node.actors if a in actors)]
                for node in self._arrangement.network.nodes
            }
            chamber = self._document.chamber
            for bloc in chamber.blocs:
                names[bloc.id].append(chamber.list_by_id[bloc.list_id].name)
            self._found = [n for n, own in names.items() if any(x.matches(text) for x in own)]
            # Only where the spelling finds nobody: "برزاني" is "بارزاني" without its first alif.
            self._found = self._found or [
                n for n, own in names.items() if any(x.resembles(text) for x in own)
            ]
        self.search.setToolTip(tr("{count} found", count=len(self._found)))
        if self._found:
            self._selection.set_nodes(self._found)
            self.found.emit(self._found[0])
            return
        self._selection.clear()
        if text.strip():
            told = tr("Nothing in this network is called “{name}”.", name=text)
            self.told.emit(Message(told))

    def _on_next(self) -> None:
        if self._found:
            self._found.append(self._found.pop(0))
            self._selection.set_nodes([self._found[-1]])
            self.found.emit(self._found[-1])
