"""A small chamber of 100 seats, made by hand, with few enough parts to reckon on paper."""

from fractions import Fraction

import pytest

from iraq_explorer.core.chamber import Basis, Bloc, Chamber, ElectoralList, Rule
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name
from iraq_explorer.core.scenario import Coalition, Scenario

# The list "Alliance" divides into three blocs, one of them with the list's own name.
SEATS = {
    "clerics": ("alliance", 30),
    "workers": ("alliance", 15),
    "alliance-rest": ("alliance", 5),
    "law": ("law", 28),
    "north": ("north", 20),
    "minority": ("minority", 2),
}
ACTOR_OF = {"alliance-rest": "alliance", "law": "law-list"}


def bloc(id_: str, **more: object) -> Bloc:
    home, seats = SEATS[id_]
    values = {
        "id": id_,
        "name": Name(id_.capitalize()),
        "list_id": home,
        "actor": ACTOR_OF.get(id_, id_),
        "seats": seats,
        "seats_low": seats,
        "seats_high": seats,
        "certainty": Certainty.CERTAIN,
        "sources": ("s1",),
    }
    return Bloc(**(values | more))  # type: ignore[arg-type]


def electoral_list(id_: str) -> ElectoralList:
    seats = sum(seats for home, seats in SEATS.values() if home == id_)
    actor = "law-list" if id_ == "law" else id_
    return ElectoralList(id_, Name(id_.capitalize()), actor, "", seats, Certainty.CERTAIN, ("s1",))


MAJORITY = Rule("majority", "Absolute majority", Basis.MEMBERS, Fraction(1, 2), True, "Art. 76")
TWO_THIRDS = Rule("two-thirds", "Two thirds", Basis.MEMBERS, Fraction(2, 3), False)
PRESENT = Rule("present", "Majority of those present", Basis.PRESENT, Fraction(1, 2), True)


@pytest.fixture
def chamber() -> Chamber:
    return Chamber(
        id="small",
        name=Name("Small chamber"),
        seats=100,
        elected=PartialDate("2010-03-07"),
        first_sitting=None,
        lists=tuple(electoral_list(id_) for id_ in ("alliance", "law", "north", "minority")),
        blocs=tuple(bloc(id_) for id_ in SEATS),
        rules=(MAJORITY, TWO_THIRDS, PRESENT),
        default_rule="majority",
    )


@pytest.fixture
def scenario() -> Scenario:
    """Red: Law and Clerics, 58. Blue: North, 20. In none: 22."""
    return Scenario(
        name="Law with the Clerics",
        chamber="small",
        date=PartialDate("2010-10"),
        rule="majority",
        coalitions=(Coalition("red", "Red", 0), Coalition("blue", "Blue", 1)),
        membership={"law": "red", "clerics": "red", "north": "blue"},
    )
