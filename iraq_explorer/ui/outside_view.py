"""Outside powers: which coalitions contain nobody hostile to them, and which friends they need."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from iraq_explorer.core.balance import Pair
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.network import ActorKind, Network
from iraq_explorer.core.outside import Needs, acceptable_ways, needs
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fold import Fold, Lines, told
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.telling import tie_html
from iraq_explorer.ui.words import tr

_ADDITIONS = 5
"""Sets of friends that are told of those that would bring a majority."""


class OutsideView(QWidget):
    """States to choose from, and what each coalition is to those that are chosen."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._theme = LIGHT
        self._network = Network((), ())
        self._opened: set[str] = set()
        self.states: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.mixed = QCheckBox(tr("Ties of both signs make a friend"))
        self.mixed.setToolTip(tr("Otherwise a bloc with both counts as hostile"))
        self.mixed.toggled.connect(self._tell)
        self.lines = Lines()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(self._grid)
        rows.addWidget(self.mixed)
        rows.addWidget(self.lines)

    def show_ties(self, network: Network, theme: Theme) -> None:
        """Tell how the coalitions of what is committed stand to the powers that are chosen."""
        self._network, self._theme = network, theme
        states = {
            node.id: node.name.label for node in network.nodes if node.kind is ActorKind.STATE
        }
        if list(states) != list(self.states):
            self._offer(states)
        self._tell()

    def _offer(self, states: dict[str, str]) -> None:
        chosen = self._chosen()
        for box in self.states.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.states = {state: QCheckBox(name) for state, name in states.items()}
        for place, (state, box) in enumerate(self.states.items()):
            box.setChecked(state in chosen)
            box.toggled.connect(self._tell)
            self._grid.addWidget(box, place // 2, place % 2)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(state for state, box in self.states.items() if box.isChecked())

    def _tell(self, _: bool = False) -> None:
        powers = self._chosen()
        self.mixed.setVisible(bool(powers))
        if not powers:
            asked = tr("Choose states to see which coalitions contain nobody hostile to them.")
            self.lines.fill([told(asked, muted=True)])
            return
        scenario = self._document.scenario
        chamber = self._document.dataset.chamber_of(scenario)
        seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
        quota = scenario.quota(chamber)
        lines: list[QWidget] = []
        for coalition in scenario.coalitions:
            members = [bloc.id for bloc in scenario.blocs_of(coalition.id, chamber)]
            if members:
                found = needs(
                    self._network,
                    powers,
                    members,
                    seats,
                    quota,
                    mixed_as_friends=self.mixed.isChecked(),
                )
                lines.append(self._coalition_line(coalition, found))
        if not lines:
            lines.append(told(tr("No coalition has a bloc yet."), muted=True))
        lines.append(self._whole_line(powers, seats, quota))
        self.lines.fill(lines)

    def _coalition_line(self, coalition: Coalition, found: Needs) -> QWidget:
        powers = self._powers(found)
        if found.acceptable:
            text = tr("✓ {coalition}: nobody hostile to {powers}",
                      coalition=coalition.name, powers=powers)  # fmt: skip
        else:
            text = tr(
                "✗ {coalition}: {names} hostile to {powers}",
                coalition=coalition.name,
                names=all_of(self._opponents(found)),
                powers=powers,
            )
        line = Fold(f"coalition {coalition.id}", text, partial(self._about, found), self._opened)
        line.button.set_colour(self._theme.good if found.acceptable else self._theme.bad)
        return line

    def _opponents(self, found: Needs) -> Iterator[str]:
        """Who counts as hostile, and of whom friendly ties are recorded as well."""
        only = {pair.b for one in found.standings for pair in one.hostile}
        for bloc in found.opponents:
            name = self._name(bloc)
            yield name if bloc in only else tr("{name} (ties of both signs)", name=name)

    def _about(self, found: Needs) -> QWidget:
        lines: list[QWidget] = []
        if found.friends:
            names = all_of(map(self._name, found.friends))
            lines.append(told(tr("Friends inside: {names}", names=names)))
        else:
            lines.append(told(tr("No friend inside.")))
        if found.needed:
            names = all_of(map(self._name, found.needed))
            lines.append(
                told(tr("Without each of these it loses its majority: {names}", names=names))
            )
        lines += self._missing(found)
        for one in found.standings:
            for pair in (*one.hostile, *one.mixed, *one.friendly):
                lines.append(self._pair(pair))
            if one.unknown:
                text = tr(
                    "{power}: no tie recorded with {names}. Unknown counts as neither.",
                    power=self._name(one.power),
                    names=all_of(map(self._name, one.unknown)),
                )
                lines.append(told(text, muted=True))
        return Lines(*lines)

    def _missing(self, found: Needs) -> list[QWidget]:
        if not found.missing:
            return []
        if not found.additions and found.short_with_all == found.missing:
            return [told(tr("{missing} short, and no friend outside.", missing=found.missing))]
        if not found.additions:
            text = tr(
                "{missing} short; with every friend from outside it is still {left} short.",
                missing=found.missing,
                left=found.short_with_all,
            )
            return [told(text)]
        lines = [told(tr("{missing} short. Friends it could win with:", missing=found.missing))]
        for addition in found.additions[:_ADDITIONS]:
            lines.append(told("＋ " + all_of(map(self._name, addition))))
        left = len(found.additions) - _ADDITIONS
        if left > 0:
            lines.append(told(tr("and {count} more", count=left), muted=True))
        return list(lines)

    def _pair(self, pair: Pair) -> QWidget:
        signs = "".join("＋" if link.sign > 0 else "−" for link in pair.links)
        text = tr("{sign} {a} and {b}", sign=signs, a=self._name(pair.a), b=self._name(pair.b))
        dataset, theme = self._document.dataset, self._theme

        def evidence() -> QWidget:
            ties = (tie for link in pair.links for tie in link.ties)
            return told("".join(tie_html(tie, dataset, theme) for tie in ties), rich=True)

        return Fold(f"pair {pair.a} {pair.b}", text, evidence, self._opened)

    def _whole_line(self, powers: Iterable[str], seats: dict[str, int], quota: int) -> QWidget:
        ways = acceptable_ways(
            self._network, tuple(powers), seats, quota, mixed_as_friends=self.mixed.isChecked()
        )
        names = all_of(map(self._name, powers))
        if ways.game is None:
            text = tr(
                "Whole chamber: without those hostile to {powers} {seats} seats are left, "
                "{missing} short of {quota}.",
                powers=names,
                seats=ways.seats,
                missing=ways.missing,
                quota=quota,
            )
            return told(text)
        try:
            text = tr(
                "Whole chamber: {count} minimal winning coalitions contain nobody hostile to "
                "{powers}.",
                count=f"{ways.count:,}",
                powers=names,
            )
        except TooMuchWorkError:
            text = tr(
                "Whole chamber: {seats} seats are left without those hostile to {powers}.",
                seats=ways.seats,
                powers=names,
            )
        if ways.needed:
            needed = all_of(map(self._name, ways.needed))
            text += " " + tr("Each of them needs {names}.", names=needed)
        return told(text)

    def _powers(self, found: Needs) -> str:
        return all_of(self._name(one.power) for one in found.standings)

    def _name(self, node: str) -> str:
        return self._network.node_by_id[node].name.label
