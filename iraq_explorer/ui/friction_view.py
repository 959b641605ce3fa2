"""How the members of a coalition stand to each other, and how the whole network divides."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.core.balance import Friction, Pair, Triangle, friction, triangles
from iraq_explorer.core.camps import Camps, frustration
from iraq_explorer.core.network import Link, Network
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fold import Fold, Lines, told
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.telling import tie_html
from iraq_explorer.ui.words import tr


class FrictionView(QWidget):
    """Every number unfolds to the pairs behind it, and every pair to its sources."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._theme = LIGHT
        self._network = Network((), ())
        self._opened: set[str] = set()
        self.coalition = Lines()
        self.whole = Lines()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.coalition)
        rows.addWidget(self.whole)

    def show_ties(self, network: Network, theme: Theme) -> None:
        """Tell the friction of what is committed."""
        self._network, self._theme = network, theme
        self.show_coalition()
        self.whole.fill(self._whole_lines(frustration(network)))

    def show_coalition(self) -> None:
        """Tell the friction of the coalition that is selected, or else leads."""
        coalition = self._at_hand()
        if coalition is None:
            self.coalition.fill([told(tr("Make a coalition to see its friction."), muted=True)])
            return
        chamber = self._document.dataset.chamber_of(self._document.scenario)
        blocs = self._document.scenario.blocs_of(coalition.id, chamber)
        why = tr("selected") if self._selected() else tr("leading")
        about = f'<span style="color:{self._theme.muted.name()}">· {why}</span>'
        lines: list[QWidget] = [told(f"<b>{_escaped(coalition.name)}</b> {about}", rich=True)]
        if len(blocs) < 2:
            lines.append(told(tr("It has no two blocs that could rub."), muted=True))
        else:
            members = [bloc.id for bloc in blocs]
            found = friction(self._network, members)
            lines += self._pair_lines(found)
            lines += self._triangle_lines(members)
            lines += self._weakest_lines(found)
        self.coalition.fill(lines)

    def _at_hand(self) -> Coalition | None:
        scenario = self._document.scenario
        chamber = self._document.dataset.chamber_of(scenario)
        return self._selected() or scenario.leading(chamber)

    def _selected(self) -> Coalition | None:
        """The coalition that is selected, or that the first selected bloc is in."""
        scenario = self._document.scenario
        homes = (scenario.coalition_of(node) for node in self._selection.nodes)
        chosen = self._selection.coalition or next((home for home in homes if home), None)
        return scenario.coalition_by_id.get(chosen or "")

    # -- one coalition ---------------------------------------------------------------------

    def _pair_lines(self, found: Friction) -> list[QWidget]:
        lines: list[QWidget] = []
        if found.share is None:
            lines.append(told(tr("No tie is recorded between its members."), muted=True))
        else:
            lines.append(
                told(
                    tr(
                        "{rubbing} of {known} pairs with a recorded tie are hostile: {share}%",
                        rubbing=len(found.hostile) + len(found.mixed),
                        known=found.known,
                        share=round(100 * found.share),
                    )
                )
            )
        groups = (
            ("hostile", tr("{count} hostile", count=len(found.hostile)), found.hostile),
            (
                "mixed",
                tr("{count} with ties of both signs, counted as hostile", count=len(found.mixed)),
                found.mixed,
            ),
            ("friendly", tr("{count} friendly", count=len(found.friendly)), found.friendly),
            (
                "unknown",
                tr("{count} unknown: no tie is recorded, so not counted", count=len(found.unknown)),
                found.unknown,
            ),
        )
        bad, good = self._theme.bad, self._theme.good
        tone = {"hostile": bad, "mixed": bad, "friendly": good, "unknown": None}
        for key, text, pairs in groups:
            if pairs:
                make = self._names_of if key == "unknown" else self._pairs
                lines.append(self._fold(key, text, partial(make, pairs), tone=tone[key]))
        return lines

    def _fold(
        self, key: str, text: str, make: Callable[[], QWidget], tone: QColor | None = None
    ) -> Fold:
        line = Fold(key, text, make, self._opened)
        line.button.set_colour(tone)
        return line

    def _pairs(self, pairs: Iterable[Pair]) -> QWidget:
        return Lines(*(self._pair(pair) for pair in pairs))

    def _pair(self, pair: Pair) -> QWidget:
        sign = {1: "＋", -1: "−"}
        signs = "".join(sign[link.sign] for link in pair.links)
        text = tr("{sign} {a} and {b}", sign=signs, a=self._name(pair.a), b=self._name(pair.b))
        make = partial(self._evidence, pair.links)
        return Fold(f"pair {pair.a} {pair.b}", text, make, self._opened)

    def _names_of(self, pairs: Iterable[Pair]) -> QWidget:
        names = (tr("{a} and {b}", a=self._name(pair.a), b=self._name(pair.b)) for pair in pairs)
        return told("\n".join(names), muted=True)

    def _evidence(self, links: Iterable[Link]) -> QWidget:
        dataset, theme = self._document.dataset, self._theme
        ties = (tie for link in links for tie in link.ties)
        return told("".join(tie_html(tie, dataset, theme) for tie in ties), rich=True)

    def _name(self, node: str) -> str:
        return self._network.node_by_id[node].name.label

    def _triangle_lines(self, members: list[str]) -> list[QWidget]:
        found = triangles(self._network, members)
        if found.share is None:
            return [told(tr("No three members all have ties with each other."), muted=True)]
        signed = len(found.balanced) + len(found.unbalanced)
        text = tr(
            "{count} of {all} triangles unbalanced: {share}%",
            count=len(found.unbalanced),
            all=signed,
            share=round(100 * found.share),
        )
        lines: list[QWidget] = [
            self._fold("triangles", text, partial(self._triangles, found.unbalanced))
        ]
        if found.mixed:
            aside = tr(
                "{count} more have a pair with ties of both signs and are left aside",
                count=len(found.mixed),
            )
            lines.append(told(aside, muted=True))
        return lines

    def _triangles(self, found: tuple[Triangle, ...]) -> QWidget:
        explained = told(
            tr(
                "Three are unbalanced where one pair is hostile, or all three are: somebody's "
                "friend is somebody's enemy."
            ),
            muted=True,
        )
        lines = [
            Fold(
                "triangle " + " ".join(triangle.nodes),
                tr("{names}: {count} hostile", names=all_of(map(self._name, triangle.nodes)),
                   count=triangle.hostile),
                partial(self._evidence, triangle.links),
                self._opened,
            )
            for triangle in found
        ]  # fmt: skip
        return Lines(explained, *lines)

    def _weakest_lines(self, found: Friction) -> list[QWidget]:
        if found.weakest is None:
            return []
        link = found.weakest.link
        a, b = self._name(link.a), self._name(link.b)
        text = tr("Weakest friendly tie: {a} and {b}", a=a, b=b)
        return [self._fold("weakest", text, partial(self._weakest, found))]

    def _weakest(self, found: Friction) -> QWidget:
        assert found.weakest is not None
        about = tr(
            "The friendly tie that is least to be relied on: the least certain, then the one that "
            "ends first."
        )
        if found.weakest.bridge:
            about += " " + tr("Without it no chain of friendly ties joins the two in here.")
        return Lines(told(about, muted=True), self._evidence((found.weakest.link,)))

    # -- the whole network -----------------------------------------------------------------

    def _whole_lines(self, found: Camps) -> list[QWidget]:
        lines: list[QWidget] = [told(f"<b>{_escaped(tr('The whole network'))}</b>", rich=True)]
        if not found.links:
            return [*lines, told(tr("No ties are in force."), muted=True)]
        limit = tr("at most") if not found.exact else ""
        text = tr(
            "Frustration {limit} {count}: so many of {all} lines contradict the best two camps",
            limit=limit,
            count=found.index,
            all=found.links,
        )
        lines.append(
            self._fold("frustration", " ".join(text.split()), partial(self._violated, found))
        )
        lines.append(
            self._fold("camps", tr("The two camps that fit best"), partial(self._camps, found))
        )
        return lines

    def _violated(self, found: Camps) -> QWidget:
        lines: list[QWidget] = []
        for link in found.violated:
            a, b = self._name(link.a), self._name(link.b)
            text = (
                tr("＋ {a} and {b}, in different camps", a=a, b=b)
                if link.sign > 0
                else tr("− {a} and {b}, in the same camp", a=a, b=b)
            )
            make = partial(self._evidence, (link,))
            lines.append(Fold(f"violated {link.id}", text, make, self._opened))
        return Lines(*lines) if lines else told(tr("None: the network is balanced."), muted=True)

    def _camps(self, found: Camps) -> QWidget:
        lines = [
            told(
                f"<b>{number}</b> {_escaped(all_of(map(self._name, self._sorted(camp))))}",
                rich=True,
            )
            for number, camp in enumerate(found.camps, start=1)
            if camp
        ]
        if found.equally_good is None:
            lines.append(told(tr("The network is too dense to be sure of the best."), muted=True))
        elif found.equally_good > 1:
            other = tr(
                "{count} divisions fit as well; this is one of them.", count=found.equally_good
            )
            lines.append(told(other, muted=True))
        if found.untied:
            names = all_of(map(self._name, found.untied))
            lines.append(told(tr("Without a recorded tie: {names}", names=names), muted=True))
        return Lines(*lines)

    def _sorted(self, camp: Iterable[str]) -> list[str]:
        inside = frozenset(camp)
        return [node.id for node in self._network.nodes if node.id in inside]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
