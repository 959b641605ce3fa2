from collections.abc import Mapping
from datetime import date

import pytest

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import (
    Actor,
    ActorKind,
    Belonging,
    Detail,
    Folding,
    Link,
    Network,
    Tie,
    TieFilter,
    TieKind,
    network_of,
)

DAY = date(2010, 10, 1)


def period(start: str | None = None, end: str | None = None) -> Period:
    return Period(PartialDate(start) if start else None, PartialDate(end) if end else None)


def actor(id_: str, kind: ActorKind, *homes: Belonging) -> Actor:
    return Actor(id_, Name(id_.capitalize()), kind, "", ("s1",), homes)


def home(of: str, level: str, start: str | None = None, end: str | None = None) -> Belonging:
    return Belonging(of, level, period(start, end))


ACTORS: Mapping[str, Actor] = {
    one.id: one
    for one in (
        actor("clerics", ActorKind.MOVEMENT, home("alliance", "list")),
        actor("workers", ActorKind.PARTY, home("alliance", "list")),
        actor("alliance", ActorKind.LIST),
        actor("law-list", ActorKind.LIST),
        actor("law-party", ActorKind.PARTY, home("law-list", "list")),
        actor("north", ActorKind.LIST),
        actor("minority", ActorKind.LIST),
        actor("premier", ActorKind.PERSON, home("law-party", "party")),
        actor("preacher", ActorKind.PERSON, home("clerics", "party")),
        actor("militia", ActorKind.ARMED_GROUP, home("clerics", "party", None, "2008-06")),
        actor(
            "turncoat",
            ActorKind.PERSON,
            home("alliance", "list", None, "2009-09-30"),
            home("law-list", "list", "2009-10-01"),
        ),
        actor("project", ActorKind.COALITION),
        actor("counter-project", ActorKind.COALITION),
        actor("outsider", ActorKind.PERSON),
        actor("neighbour", ActorKind.STATE),
        actor("faraway", ActorKind.STATE),
        actor("president", ActorKind.PERSON, home("neighbour", "state")),
        actor("guards", ActorKind.STATE_FORCE, home("neighbour", "state")),
        actor("insurgents", ActorKind.ARMED_GROUP),
    )
}


class Ties(list[Tie]):
    """Ties in the making: each call adds one and returns it."""

    def __call__(
        self,
        source: str,
        kind: TieKind,
        target: str,
        when: Period | None = None,
        certainty: Certainty = Certainty.CERTAIN,
    ) -> Tie:
        hostile = kind in (TieKind.OPPOSES, TieKind.RIVAL, TieKind.FIGHTS)
        made = Tie(
            f"t{len(self)}",
            source,
            target,
            kind,
            -1 if hostile else 1,
            when or Period(),
            certainty,
            (),
            f"{source} {kind} {target}.",
        )
        self.append(made)
        return made


@pytest.fixture
def ties() -> Ties:
    return Ties()


def ends(network: Network) -> set[tuple[str, str]]:
    return {(link.a, link.b) for link in network.links}


def only(network: Network) -> Link:
    (link,) = network.links
    return link


def test_a_tie_between_two_persons_is_drawn_between_their_blocs(
    chamber: Chamber, ties: Ties
) -> None:
    tie = ties("preacher", TieKind.OPPOSES, "premier")
    network = network_of(ACTORS, ties, chamber, DAY)
    link = only(network)
    assert (link.a, link.b, link.sign) == ("clerics", "law", -1)
    assert link.main is tie
    assert network.node_by_id["clerics"].actors == ("clerics", "preacher")
    assert "preacher" not in network.node_by_id


def test_among_everyone_the_same_tie_is_drawn_between_the_persons(
    chamber: Chamber, ties: Ties
) -> None:
    ties("preacher", TieKind.OPPOSES, "premier")
    network = network_of(ACTORS, ties, chamber, DAY, Detail.EVERYONE)
    assert ends(network) == {("preacher", "premier")}
    assert network.node_by_id["premier"].kind is ActorKind.PERSON


def test_every_bloc_and_every_state_is_there_without_any_tie(chamber: Chamber) -> None:
    network = network_of(ACTORS, [], chamber, DAY)
    assert [node.id for node in network.nodes if node.is_bloc] == [b.id for b in chamber.blocs]
    assert {node.id for node in network.nodes if not node.is_bloc} == {"neighbour", "faraway"}
    assert network.node_by_id["clerics"].seats == 30
    assert network.node_by_id["neighbour"].actors == ("neighbour",)


def test_a_tie_counts_from_its_first_day_to_its_last(chamber: Chamber, ties: Ties) -> None:
    ties("premier", TieKind.ALLY, "north", period("2010-10", "2010-10"))
    for day, drawn in {
        date(2010, 9, 30): 0,
        date(2010, 10, 1): 1,
        date(2010, 10, 31): 1,
        date(2010, 11, 1): 0,
    }.items():
        assert len(network_of(ACTORS, ties, chamber, day).links) == drawn


def test_a_person_who_changes_lists_takes_the_tie_along(chamber: Chamber, ties: Ties) -> None:
    ties("turncoat", TieKind.RIVAL, "north")
    before = network_of(ACTORS, ties, chamber, date(2009, 9, 30))
    after = network_of(ACTORS, ties, chamber, date(2009, 10, 1))
    assert ends(before) == {("alliance-rest", "north")}
    assert ends(after) == {("law", "north")}


def test_an_armed_group_stands_for_itself_once_it_has_left_its_movement(
    chamber: Chamber, ties: Ties
) -> None:
    ties("militia", TieKind.FIGHTS, "premier")
    assert ends(network_of(ACTORS, ties, chamber, date(2008, 6, 30))) == {("clerics", "law")}
    assert ends(network_of(ACTORS, ties, chamber, date(2008, 7, 1))) == {("law", "militia")}


def test_a_tie_of_a_whole_list_is_drawn_at_the_bloc_with_the_lists_name(
    chamber: Chamber, ties: Ties
) -> None:
    ties("alliance", TieKind.NEGOTIATES, "north")
    for detail in Detail:
        network = network_of(ACTORS, ties, chamber, DAY, detail)
        assert ends(network) == {("alliance-rest", "north")}


def test_a_tie_of_a_list_without_a_bloc_of_its_name_is_drawn_at_its_largest(
    chamber: Chamber, ties: Ties
) -> None:
    nameless = Chamber(
        chamber.id, chamber.name, chamber.seats - 5, chamber.elected, None, chamber.lists,
        tuple(b for b in chamber.blocs if b.id != "alliance-rest"), chamber.rules, "majority",
    )  # fmt: skip
    ties("alliance", TieKind.NEGOTIATES, "north")
    assert ends(network_of(ACTORS, ties, nameless, DAY)) == {("clerics", "north")}


def test_a_party_of_a_list_that_is_one_bloc_folds_into_it(chamber: Chamber) -> None:
    folding = Folding(ACTORS, [], chamber, DAY)
    assert folding.bloc("law-party") == "law"
    assert folding.bloc("premier") == "law"
    assert folding.bloc("neighbour") is None


def test_a_tie_inside_one_bloc_is_not_drawn(chamber: Chamber, ties: Ties) -> None:
    ties("preacher", TieKind.LEADS, "clerics")
    assert network_of(ACTORS, ties, chamber, DAY).links == ()


def test_membership_is_told_by_folding_and_not_by_a_line_between_blocs(
    chamber: Chamber, ties: Ties
) -> None:
    ties("clerics", TieKind.MEMBER, "alliance")
    ties("preacher", TieKind.LEADS, "alliance")
    assert network_of(ACTORS, ties, chamber, DAY).links == ()
    assert ("alliance-rest", "clerics") in ends(
        network_of(ACTORS, ties, chamber, DAY, Detail.EVERYONE)
    )


def test_a_project_between_blocs_stands_for_its_members_of_that_day(
    chamber: Chamber, ties: Ties
) -> None:
    ties("premier", TieKind.MEMBER, "project")
    ties("north", TieKind.MEMBER, "project")
    ties("workers", TieKind.MEMBER, "project", period(None, "2008"))
    backing = ties("neighbour", TieKind.BACKS_OPENLY, "project")
    network = network_of(ACTORS, ties, chamber, DAY)
    assert ends(network) == {("law", "neighbour"), ("neighbour", "north")}
    assert all(link.ties == (backing,) for link in network.links)
    assert "project" not in network.node_by_id


def test_a_project_nobody_is_in_is_drawn_nowhere(chamber: Chamber, ties: Ties) -> None:
    ties("neighbour", TieKind.BACKS_OPENLY, "project")
    assert network_of(ACTORS, ties, chamber, DAY).links == ()


def test_a_tie_between_projects_that_share_members_counts_once_on_each_line(
    chamber: Chamber, ties: Ties
) -> None:
    for bloc in ("law-list", "north"):
        for project in ("project", "counter-project"):
            ties(bloc, TieKind.MEMBER, project)
    tie = ties("project", TieKind.RIVAL, "counter-project")
    assert only(network_of(ACTORS, ties, chamber, DAY)).ties == (tie,)


def test_leaders_and_forces_of_a_state_fold_into_the_state(chamber: Chamber, ties: Ties) -> None:
    ties("president", TieKind.BACKS_TACITLY, "premier")
    ties("guards", TieKind.BACKS_OPENLY, "preacher")
    network = network_of(ACTORS, ties, chamber, DAY)
    assert ends(network) == {("law", "neighbour"), ("clerics", "neighbour")}
    assert network.node_by_id["neighbour"].actors == ("neighbour", "president", "guards")


def test_a_person_who_belongs_nowhere_is_drawn_only_among_everyone(
    chamber: Chamber, ties: Ties
) -> None:
    ties("outsider", TieKind.OPPOSES, "premier")
    assert network_of(ACTORS, ties, chamber, DAY).links == ()
    assert ends(network_of(ACTORS, ties, chamber, DAY, Detail.EVERYONE)) == {
        ("outsider", "premier")
    }


def test_an_armed_group_of_its_own_is_there_only_while_a_tie_reaches_it(
    chamber: Chamber, ties: Ties
) -> None:
    ties("insurgents", TieKind.FIGHTS, "premier", period(None, "2009"))
    assert "insurgents" in network_of(ACTORS, ties, chamber, date(2009, 1, 1)).node_by_id
    assert "insurgents" not in network_of(ACTORS, ties, chamber, DAY).node_by_id


def test_ties_of_one_sign_share_a_line_that_the_surest_and_strongest_gives_its_style(
    chamber: Chamber, ties: Ties
) -> None:
    doubtful = ties("preacher", TieKind.FIGHTS, "premier", None, Certainty.CONTESTED)
    rival = ties("clerics", TieKind.RIVAL, "law-list")
    opposes = ties("premier", TieKind.OPPOSES, "preacher")
    link = only(network_of(ACTORS, ties, chamber, DAY))
    assert link.ties == (opposes, rival, doubtful)
    assert not link.parallel
    assert link.id == "clerics~law~-1"


def test_friendship_and_hostility_between_the_same_blocs_are_two_parallel_lines(
    chamber: Chamber, ties: Ties
) -> None:
    ties("preacher", TieKind.OPPOSES, "premier")
    ties("law-list", TieKind.ALLY, "clerics")
    links = network_of(ACTORS, ties, chamber, DAY).links
    assert {link.sign for link in links} == {-1, 1}
    assert all(link.parallel for link in links)


def test_a_filter_leaves_out_kinds_of_tie_certainties_and_kinds_of_actor(
    chamber: Chamber, ties: Ties
) -> None:
    ties("premier", TieKind.RIVAL, "north")
    ties("premier", TieKind.ALLY, "clerics", None, Certainty.HYPOTHETICAL)
    ties("neighbour", TieKind.BACKS_OPENLY, "premier")

    def drawn(shown: TieFilter) -> set[tuple[str, str]]:
        return ends(network_of(ACTORS, ties, chamber, DAY, shown=shown))

    assert not TieFilter().active
    everything = {("law", "north"), ("clerics", "law"), ("law", "neighbour")}
    assert drawn(TieFilter()) == everything
    for shown, gone in {
        TieFilter(hidden_kinds=frozenset({TieKind.RIVAL})): ("law", "north"),
        TieFilter(hidden_certainties=frozenset({Certainty.HYPOTHETICAL})): ("clerics", "law"),
        TieFilter(hidden_actor_kinds=frozenset({ActorKind.STATE})): ("law", "neighbour"),
    }.items():
        assert shown.active
        assert drawn(shown) == everything - {gone}


def test_a_filter_never_hides_a_bloc(chamber: Chamber) -> None:
    shown = TieFilter(hidden_actor_kinds=frozenset(ActorKind))
    network = network_of(ACTORS, [], chamber, DAY, shown=shown)
    assert [node.id for node in network.nodes] == [bloc.id for bloc in chamber.blocs]


def test_neighbours_are_those_at_the_other_end_of_a_line(chamber: Chamber, ties: Ties) -> None:
    ties("premier", TieKind.RIVAL, "north")
    ties("neighbour", TieKind.BACKS_OPENLY, "premier")
    network = network_of(ACTORS, ties, chamber, DAY)
    assert network.neighbours["law"] == {"north", "neighbour"}
    assert network.neighbours["north"] == {"law"}
    assert network.neighbours["minority"] == frozenset()


def test_belongings_that_lead_in_a_circle_end(chamber: Chamber, ties: Ties) -> None:
    actors = {
        **ACTORS,
        "a": actor("a", ActorKind.PARTY, home("b", "party")),
        "b": actor("b", ActorKind.PARTY, home("a", "party")),
    }
    ties("a", TieKind.RIVAL, "premier")
    assert ends(network_of(actors, ties, chamber, DAY)) == {("a", "law")}


def test_going_both_ways_and_telling_who_belongs_where_are_properties_of_the_kind() -> None:
    assert not TieKind.ALLY.directed
    assert TieKind.BACKS_TACITLY.directed
    assert TieKind.MEMBER.structural
    assert not TieKind.RIVAL.structural
