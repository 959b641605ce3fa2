"""The panels of analysis: what each is called and which place it shares."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.docks import Panel
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Session
from iraq_explorer.ui.words import tr


def analysis_panels(
    session: Session,
    selection: Selection,
    arrangement: Arrangement,
    compare: Callable[[int], None],
) -> tuple[Panel, ...]:
    """The panels of analysis, none of them loaded before it is shown.

    Args:
        session: the document and the library.
        selection: what is selected.
        arrangement: the network that is drawn.
        compare: begins to compare with an entry of the library.

    """
    document = session.document

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

    def ledger() -> QWidget:
        from iraq_explorer.ui.ledger_panel import LedgerPanel

        return LedgerPanel(document, selection)

    def overview() -> QWidget:
        from iraq_explorer.ui.overview_panel import OverviewPanel

        panel = OverviewPanel(session)
        panel.compare_requested.connect(compare)
        return panel

    right, bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
    return (
        Panel("waysDock", tr("WAYS"), right, ways, "inspectorDock", later=True),
        Panel("powerDock", tr("POWER"), right, power, "inspectorDock", later=True),
        Panel("politicsDock", tr("POLITICS"), right, politics, "inspectorDock", later=True),
        Panel("voteDock", tr("VOTE"), bottom, vote, "boardDock", later=True),
        Panel("ledgerDock", tr("EVIDENCE"), bottom, ledger, "boardDock", later=True),
        Panel("overviewDock", tr("OVERVIEW"), bottom, overview, "boardDock", later=True),
    )
