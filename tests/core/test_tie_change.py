"""Ties that a scenario assumes: added, ended, or turned into their opposite."""

from dataclasses import replace
from datetime import date

import pytest

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import Period
from iraq_explorer.core.evidence import Certainty, Citation
from iraq_explorer.core.network import Tie, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import (
    FRIENDLY_KINDS,
    HOSTILE_KINDS,
    Assumption,
    TieChange,
    apply,
    reversible,
)
from iraq_explorer.storage.resources import shipped_dataset


def tie(id_: str, kind: TieKind, sign: int = 1) -> Tie:
    return Tie(
        id_,
        "a",
        "b",
        kind,
        sign,
        Period(),
        Certainty.REPORTED,
        (Citation("s1"),),
        "They say so.",
        "",
    )


ALLY = tie("t1", TieKind.ALLY)
MEMBER = tie("t2", TieKind.MEMBER)
NEW = TieChange(Assumption.ADDED, "own1", "a", "c", TieKind.RIVAL, "If they fall out.")


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return shipped_dataset()


def test_without_changes_the_ties_are_the_very_same() -> None:
    assert list(apply([ALLY, MEMBER], [])) == [ALLY, MEMBER]


def test_a_tie_that_ends_is_gone() -> None:
    assert list(apply([ALLY, MEMBER], [TieChange(Assumption.ENDED, "t1")])) == [MEMBER]


def test_a_tie_that_turns_is_hostile_and_only_assumed() -> None:
    (turned,) = apply([ALLY], [TieChange(Assumption.REVERSED, "t1", note="After the raid.")])
    assert (turned.id, turned.kind, turned.sign) == ("t1", TieKind.RIVAL, -1)
    assert turned.certainty is Certainty.HYPOTHETICAL
    assert turned.statement == "After the raid."
    assert turned.citations == (), "its sources say the opposite"


@pytest.mark.parametrize("kind", [*FRIENDLY_KINDS, *HOSTILE_KINDS])
def test_every_kind_for_or_against_has_an_opposite_of_the_other_sign(kind: TieKind) -> None:
    old = tie("t", kind, -1 if kind in HOSTILE_KINDS else 1)
    assert reversible(old)
    (turned,) = apply([old], [TieChange(Assumption.REVERSED, "t")])
    assert turned.sign == -old.sign
    assert (turned.kind in HOSTILE_KINDS) == (turned.sign < 0)


def test_a_tie_that_tells_who_belongs_where_has_no_opposite() -> None:
    assert not reversible(MEMBER)
    assert reversible(ALLY)


def test_an_added_tie_is_hypothetical_and_holds_on_every_day() -> None:
    *old, added = apply([ALLY], [NEW])
    assert old == [ALLY]
    assert (added.id, added.source, added.target, added.sign) == ("own1", "a", "c", -1)
    assert added.certainty is Certainty.HYPOTHETICAL
    assert added.period.contains(date(2003, 4, 9))
    assert added.statement == "If they fall out."


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("", "c", TieKind.ALLY),
        ("a", "", TieKind.ALLY),
        ("a", "a", TieKind.ALLY),
        ("a", "c", None),
        ("a", "c", TieKind.MEMBER),
        ("a", "c", TieKind.LEADS),
    ],
)
def test_an_added_tie_that_is_none_is_refused(
    source: str, target: str, kind: TieKind | None
) -> None:
    with pytest.raises(ValueError, match="the assumed tie 'own1'"):
        TieChange(Assumption.ADDED, "own1", source, target, kind)


def test_what_is_assumed_of_a_tie_takes_the_place_of_what_was_assumed_before(
    scenario: Scenario,
) -> None:
    ended = TieChange(Assumption.ENDED, "t1")
    turned = TieChange(Assumption.REVERSED, "t1")
    assert scenario.with_tie_change(ended).with_tie_change(turned).tie_changes == (turned,)
    assert scenario.with_tie_change(ended).without_tie_change("t1") == scenario


def test_the_network_draws_the_ties_as_assumed(shipped: Dataset) -> None:
    scenario = shipped.scenarios[shipped.opening_scenario]
    network = shipped.network(scenario)
    link = next(k for k in network.links if len(k.ties) == 1 and reversible(k.main))
    ended = scenario.with_tie_change(TieChange(Assumption.ENDED, link.main.id))
    assert link.id not in {k.id for k in shipped.network(ended).links}
    turned = scenario.with_tie_change(TieChange(Assumption.REVERSED, link.main.id))
    signs = {k.sign for k in shipped.network(turned).links if {k.a, k.b} == {link.a, link.b}}
    assert -link.sign in signs
    assert shipped.network(scenario).links == network.links, "the dataset stays as it is"


def test_misfits_name_ties_and_actors_that_are_not_there(shipped: Dataset) -> None:
    scenario = shipped.scenarios[shipped.opening_scenario]
    known = next(iter(shipped.ties.values()))
    member = next(t for t in shipped.ties.values() if not reversible(t))
    changes = (
        TieChange(Assumption.ENDED, "none"),
        TieChange(Assumption.REVERSED, member.id),
        TieChange(Assumption.ADDED, known.id, known.source, known.target, TieKind.ALLY),
        TieChange(Assumption.ADDED, "own1", known.source, "nobody", TieKind.ALLY),
    )
    assert shipped.misfits(replace(scenario, tie_changes=changes)) == (
        "tie_changes: 'none' is not a tie",
        f"tie_changes: the tie {member.id!r} has no opposite",
        f"tie_changes: {known.id!r} is the id of a tie of the dataset",
        "tie_changes: 'nobody' is not an actor",
    )
    sound = (TieChange(Assumption.ADDED, "own1", known.source, known.target, TieKind.ALLY),)
    assert shipped.misfits(replace(scenario, tie_changes=sound)) == ()
