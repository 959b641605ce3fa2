from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.players import By
from iraq_explorer.core.portfolios import Divisors, allocate, gamson, sharers
from iraq_explorer.storage.resources import shipped_dataset

partners = st.lists(st.integers(0, 30), min_size=1, max_size=6)


def test_the_example_of_a_hundred_thousand_votes_comes_out_as_known() -> None:
    # 100,000, 80,000, 30,000 and 20,000 votes for 8 posts: the usual example of both rules.
    votes = (100, 80, 30, 20)
    assert allocate(votes, 8).posts == (4, 3, 1, 0)
    assert allocate(votes, 8, Divisors.SAINTE_LAGUE).posts == (3, 3, 1, 1)


@given(partners, st.integers(0, 25), st.sampled_from(Divisors))
def test_posts_are_those_given_one_by_one(seats: list[int], posts: int, divisors: Divisors) -> None:
    found = allocate(seats, posts, divisors)
    given_one_by_one = [0] * len(seats)
    if any(seats):
        for _ in range(posts):
            averages = [
                Fraction(own, 1 + divisors.step * had)
                for own, had in zip(seats, given_one_by_one, strict=True)
            ]
            given_one_by_one[averages.index(max(averages))] += 1
    # Whoever is first among equals has no right to it: the rule gives what the tie leaves open.
    more = [b - a for a, b in zip(found.posts, given_one_by_one, strict=True)]
    assert all(extra in (0, 1) for extra in more)
    assert {place for place, extra in enumerate(more) if extra} <= set(found.tied)
    assert sum(more) == found.left
    assert (found.left == 0) == (found.tied == ())
    assert found.left < max(len(found.tied), 1)


@given(partners, st.integers(1, 25), st.sampled_from(Divisors), st.randoms())
def test_whom_the_order_favours_is_no_matter(
    seats: list[int], posts: int, divisors: Divisors, random: object
) -> None:
    order = list(range(len(seats)))
    random.shuffle(order)  # type: ignore[attr-defined]
    straight, turned = (
        allocate(seats, posts, divisors),
        allocate([seats[k] for k in order], posts, divisors),
    )
    assert [straight.posts[k] for k in order] == list(turned.posts)
    assert {order[k] for k in turned.tied} == set(straight.tied)


def test_equal_claims_to_the_last_post_are_told_and_not_decided() -> None:
    found = allocate((10, 10, 5), 4)
    assert (found.posts, found.tied, found.left) == ((1, 1, 0), (0, 1, 2), 2)
    found = allocate((10, 10, 5), 5)
    assert (found.posts, found.tied, found.left) == ((2, 2, 1), (), 0)


@given(partners, st.integers(0, 60))
def test_gamsons_shares_are_proportional_and_add_up(seats: list[int], posts: int) -> None:
    shares = gamson(seats, posts)
    assert sum(shares) == (posts if any(seats) else 0)
    assert all(
        shares[a] * seats[b] == shares[b] * seats[a]
        for a in range(len(seats))
        for b in range(len(seats))
    )


def test_there_cannot_be_fewer_posts_than_none() -> None:
    with pytest.raises(ValueError, match="-1 posts"):
        allocate((1, 2), -1)


def test_lists_share_as_far_as_they_are_in_the_coalition() -> None:
    dataset = shipped_dataset()
    scenario = dataset.scenarios["maliki_sadr_2010"]
    chamber = dataset.chamber_of(scenario)
    assert [(p.id, p.seats) for p in sharers(scenario, chamber, "sol")] == [
        ("sol10", 89), ("ina10_sadr", 40),
    ]  # fmt: skip
    assert [p.seats for p in sharers(scenario, chamber, "kurds", By.BLOC)] == [26, 17, 8, 4, 2]
    assert sharers(scenario, chamber, "nobody") == ()


def test_the_posts_of_a_cabinet_are_those_that_its_event_tells() -> None:
    dataset = shipped_dataset()
    for chamber in dataset.chambers.values():
        assert chamber.cabinet is not None
        assert str(chamber.cabinet.posts) in dataset.events[chamber.cabinet.event].what
