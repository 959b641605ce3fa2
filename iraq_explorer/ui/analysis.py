"""The panels of analysis: what each is called and which place it shares."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.docks import Panel
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import tr


def analysis_panels(
    document: Document, selection: Selection, arrangement: Arrangement
) -> tuple[Panel, ...]:
    """The panels of analysis, none of them loaded before it is shown."""

    def ways() -> QWidget:
        from iraq_explorer.ui.ways_panel import WaysPanel

        return WaysPanel(document, selection, arrangement)

    def power() -> QWidget:
        from iraq_explorer.ui.power_panel import PowerPanel

        return PowerPanel(document, selection, arrangement)

    def politics() -> QWidget:
        from iraq_explorer.ui.politics_panel import PoliticsPanel

        return PoliticsPanel(document, selection, arrangement)

    def vote() -> QWidget:
        from iraq_explorer.ui.vote_panel import VotePanel

        return VotePanel(document, selection, arrangement)

    right, bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
    return (
        Panel("waysDock", tr("WAYS"), right, ways, "inspectorDock", later=True),
        Panel("powerDock", tr("POWER"), right, power, "inspectorDock", later=True),
        Panel("politicsDock", tr("POLITICS"), right, politics, "inspectorDock", later=True),
        Panel("voteDock", tr("VOTE"), bottom, vote, "boardDock", later=True),
    )
