"""Which lines are kept where some have to go."""

from iraq_explorer.core.dates import Period
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Link, Tie, TieKind
from iraq_explorer.core.thinning import EVERYTHING, USUAL_THINNING, strongest_first


def _link(a: str, b: str, certainty: Certainty = Certainty.CERTAIN, ties: int = 1) -> Link:
    tie = Tie(f"{a}{b}", a, b, TieKind.ALLY, 1, Period(), certainty, (), "")
    return Link(a, b, 1, (tie,) * ties)


def _order(*links: Link, **seats: int) -> list[str]:
    return [link.a + link.b for link in strongest_first(links, seats)]


def test_the_surest_ties_come_first() -> None:
    doubtful, sure = _link("a", "b", Certainty.CONTESTED), _link("c", "d", Certainty.REPORTED)
    assert _order(doubtful, sure, a=90, b=90) == ["cd", "ab"]


def test_of_equally_sure_ones_those_with_more_ties_then_those_between_more_seats() -> None:
    many, large, small = _link("a", "b", ties=3), _link("c", "d"), _link("e", "f")
    assert _order(small, large, many, c=20, d=5, e=4) == ["ab", "cd", "ef"]


def test_a_node_with_a_single_tie_keeps_it_before_one_with_many() -> None:
    hub = [_link("h", name) for name in ("i", "j", "k")]
    ring = [_link("i", "j"), _link("j", "k"), _link("i", "k")]
    lonely = _link("h", "z")
    assert _order(*ring, *hub, lonely)[0] == "hz"


def test_the_order_does_not_depend_on_the_order_given() -> None:
    links = [_link("a", "b"), _link("c", "d"), _link("e", "f", Certainty.CONTESTED)]
    assert _order(*links) == _order(*reversed(links))


def test_nothing_is_thinned_that_is_small_or_not_to_be_thinned() -> None:
    assert USUAL_THINNING.lines is not None
    assert not USUAL_THINNING.thins(USUAL_THINNING.lines)
    assert USUAL_THINNING.thins(USUAL_THINNING.lines + 1)
    assert not EVERYTHING.thins(1_000_000)
