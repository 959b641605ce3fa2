"""Stories as values, and the answers of the shipped ones against the numbers."""

import re
from itertools import combinations

import pytest

from iraq_explorer.core.chamber import Basis
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.formation import partners_of
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Ask, Asked, Step, Story, misfits, scenario_of, told_coalition
from iraq_explorer.core.story_answer import Losses, Needs, Worth, answered
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.storage.shipped_stories import shipped_stories

DATASET = shipped_dataset()
STORIES = {story.id: story for story in shipped_stories()}
STEPS = [
    pytest.param(story, step, id=f"{story.id}-{number}")
    for story in STORIES.values()
    for number, step in enumerate(story.steps, start=1)
]
ASKED = [case for case in STEPS if case.values[1].ask is not None]
ARTICLES = {"drum2007", "sullivan2008", "drum2008", "nation2008", "nation2010"}


def test_steps_change_places_and_nothing_else() -> None:
    a, b, c = (Step(name, "sofa_2008") for name in "abc")
    story = Story("S", (a, b, c))
    assert story.moved(0, 2).steps == (b, c, a)
    assert story.moved(2, 0).steps == (c, a, b)
    assert story.moved(1, 9).steps == (a, c, b)
    assert story.without(1).steps == (a, c)
    assert story.insert(1, c).steps == (a, c, b, c)
    assert story.with_step(1, c).steps == (a, c, c)
    assert story.steps == (a, b, c)


def test_a_step_shows_its_scenario_with_what_is_different_in_it() -> None:
    step = Step(
        "S",
        "maliki_sadr_2010",
        date=PartialDate("2010-10-12"),
        rule="two_thirds",
        moves=(("ka10_kdp", "sol"), ("ina10_sadr", "")),
    )
    shown = scenario_of(step, DATASET)
    assert shown.date == PartialDate("2010-10-12")
    assert shown.rule == "two_thirds"
    assert shown.coalition_of("ka10_kdp") == "sol"
    assert shown.coalition_of("ina10_sadr") is None
    own = DATASET.scenarios["sofa_2008"]
    assert scenario_of(Step("S", own), DATASET) is own


def test_a_coalition_that_loses_its_last_bloc_is_gone_and_an_empty_one_stays() -> None:
    joined = Step("S", "salvation_front_2007", moves=(("ka05_all", "uia"),))
    assert [c.id for c in scenario_of(joined, DATASET).coalitions] == ["uia", "front"]
    empty = DATASET.scenarios["sofa_2008"].with_new_coalition("Nobody yet")
    step = Step("S", empty, moves=(("taw05_all", ""),))
    assert scenario_of(step, DATASET).coalitions == empty.coalitions


# -- the shipped stories ---------------------------------------------------------------------------


def test_there_is_a_story_for_each_article_and_one_of_ten_steps_across_them() -> None:
    single = [s.sources for s in STORIES.values() if len(s.sources) == 1]
    assert {source for (source,) in single} == ARTICLES
    assert len(single) == len(ARTICLES)
    across = STORIES["ten_steps"]
    assert set(across.sources) == ARTICLES
    assert len(across.steps) == 10
    days = [scenario_of(step, DATASET).date.latest for step in across.steps]
    assert days == sorted(days)
    assert (days[0].year, days[-1].year) == (2006, 2010)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_no_story_goes_back_in_time(story: Story) -> None:
    days = [scenario_of(step, DATASET).date.latest for step in story.steps]
    assert days == sorted(days)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_story_asks_what_dragging_can_answer_and_the_numbers_do(story: Story) -> None:
    asked = [step for step in story.steps if step.ask is not None]
    assert asked
    assert all(step.question and step.answer for step in asked)
    assert story.steps[0].sources


@pytest.mark.parametrize(("story", "step"), STEPS)
def test_every_step_fits_the_dataset_and_lights_what_is_drawn(story: Story, step: Step) -> None:
    assert list(misfits(step, DATASET)) == []
    drawn = DATASET.network(scenario_of(step, DATASET), step.detail, step.tie_filter).node_by_id
    assert [node for node in step.focus if node not in drawn] == []
    assert all((step.title, step.text, step.notes, step.sources))


def figures(scenario: Scenario, dataset: Dataset) -> set[int]:
    """Every number that the scenario gives, by the seats and rules of its chamber."""
    chamber = dataset.chamber_of(scenario)
    seats = {b.seats for b in chamber.blocs} | {e.seats for e in chamber.lists} | {chamber.seats}
    totals = {n for n in scenario.totals(chamber).values() if n}
    quotas = {rule.quota(chamber.seats) for rule in chamber.rules}
    found = seats | totals | quotas
    found |= {abs(quota - total) for quota in quotas for total in totals}
    for coalition in scenario.coalitions:
        found |= {
            sum(b.seats for b in scenario.blocs_of(coalition.id, chamber) if b.list_id == e.id)
            for e in chamber.lists
        }
    if scenario.vote is not None:
        vote = scenario.vote
        found |= {vote.present, vote.in_favour, vote.against}
        found |= {report.in_favour for report in vote.reports}
    # What members have in a smaller range of the sources.
    return found | {n for bloc in chamber.blocs for n in bloc.usual_range}


@pytest.mark.parametrize(("story", "step"), STEPS)
def test_every_figure_that_is_told_is_one_of_the_scenario(story: Story, step: Step) -> None:
    scenario = scenario_of(step, DATASET)
    told = " ".join((step.title, step.text, step.question, step.answer, step.notes))
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    told = re.sub(rf"\b\d{{1,2}} ({months})\b", "", told)
    told = re.sub(r"\b20\d\d\b|^\d+\. ", "", told)
    numbers = {int(text) for text in re.findall(r"\d+", told)}
    assert numbers <= figures(scenario, DATASET), numbers - figures(scenario, DATASET)


def test_the_number_of_a_step_is_that_of_who_is_asked_about_or_lit() -> None:
    for number, expected in ((4, "allawi"), (5, "sol"), (2, "sol"), (1, "")):
        step = STORIES["allawi_2010"].steps[number - 1]
        assert told_coalition(step, scenario_of(step, DATASET)) == expected


# -- the answers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("story", "step"), ASKED)
def test_each_answer_holds_when_the_blocs_are_moved(story: Story, step: Step) -> None:
    scenario = scenario_of(step, DATASET)
    chamber = DATASET.chamber_of(scenario)
    assert step.ask is not None
    coalition = step.ask.coalition
    before = scenario.verdict(coalition, chamber)
    match answered(step.ask, scenario, DATASET):
        case Needs(verdict=verdict, ways=ways):
            assert verdict == before
            assert not before.reached
            fewest = {len(way.partners) for way in ways}
            assert len(fewest) == 1
            for way in ways:
                after = scenario.move(way.blocs, coalition).verdict(coalition, chamber)
                assert after == way.verdict
                assert after.reached
            # Nobody who could join is enough where fewer partners join than are told.
            everybody = partners_of(scenario, chamber, coalition)
            for few in combinations(everybody, fewest.pop() - 1):
                blocs = {bloc for partner in few for bloc in partner.blocs}
                after = scenario.move(blocs, coalition).verdict(coalition, chamber)
                assert not after.reached
        case Losses(verdict=verdict, critical=critical, spared=spared):
            assert verdict == before
            assert before.reached
            members = {bloc.id for bloc in scenario.blocs_of(coalition, chamber)}
            assert {bloc.id for bloc, _ in critical} | {bloc.id for bloc in spared} == members
            for bloc, left in critical:
                after = scenario.move([bloc.id], None).verdict(coalition, chamber)
                assert after == left
                assert not after.reached
            for bloc in spared:
                assert scenario.move([bloc.id], None).verdict(coalition, chamber).reached
        case Worth(counted=counted, present=present, verdicts=verdicts):
            assert counted == (scenario.vote is not None)
            quotas = {
                rule.quota(chamber.seats, present if rule.basis is Basis.PRESENT else None)
                for rule in chamber.rules
            }
            assert [v.quota for _, v in verdicts] == sorted(quotas)


def answer_of(story: str, number: int) -> Needs | Losses | Worth:
    step = STORIES[story].steps[number - 1]
    assert step.ask is not None
    return answered(step.ask, scenario_of(step, DATASET), DATASET)


def ways_of(answer: Needs | Losses | Worth) -> list[tuple[tuple[str, ...], int]]:
    assert isinstance(answer, Needs)
    return [(tuple(p.name for p in way.partners), way.verdict.seats) for way in answer.ways]


def test_allawi_needs_the_kurds_or_his_rivals() -> None:
    assert ways_of(answer_of("allawi_2010", 4)) == [
        (("Kurdistan Alliance",), 164),
        (("State of Law",), 210),
        (("State of Law + Sadrists",), 250),
    ]


def test_maliki_needs_the_same_partner() -> None:
    assert ways_of(answer_of("allawi_2010", 5))[0] == (("Kurdistan Alliance",), 172)


def test_the_front_of_2007_is_13_short_and_dawa_brings_them_exactly() -> None:
    answer = answer_of("front_2007", 4)
    assert isinstance(answer, Needs)
    assert (answer.verdict.seats, answer.verdict.short) == (125, 13)
    found = dict(ways_of(answer))
    assert found["Dawa",] == 138
    assert found["Kurdistan Alliance",] == 178
    assert found["UIA independents",] == found["SCIRI/Badr",] == 155


def test_of_a_majority_of_138_nobody_can_be_lost() -> None:
    for story, number in (("front_2007", 5), ("after_basra_2008", 4)):
        answer = answer_of(story, number)
        assert isinstance(answer, Losses)
        assert answer.verdict.seats == answer.verdict.quota == 138
        assert answer.spared == ()
    scenario = scenario_of(STORIES["front_2007"].steps[4], DATASET)
    others = DATASET.chamber_of(scenario).seats - 138
    assert others == 138 - 1  # "even all the others of the chamber together were one seat short"
    joined = answer_of("after_basra_2008", 5)
    assert isinstance(joined, Losses)
    assert {bloc.id for bloc in joined.spared} >= {"uia05_dawa", "uia05_dawa_iraq"}
    assert joined.verdict.seats == 182


def test_tawafuq_and_a_small_list_bring_two_thirds() -> None:
    answer = answer_of("iran_2008", 4)
    assert ways_of(answer)[0] == (("Tawafuq", "Risaliyun"), 184)
    scenario = scenario_of(STORIES["iran_2008"].steps[3], DATASET)
    chamber = DATASET.chamber_of(scenario)
    with_tawafuq = scenario.move(["taw05_all"], "government").verdict("government", chamber)
    assert with_tawafuq.short == 2


def test_144_votes_pass_as_a_law_and_fail_at_two_thirds() -> None:
    answer = answer_of("sofa_2008", 4)
    assert isinstance(answer, Worth)
    assert [(v.quota, v.reached) for _, v in answer.verdicts] == [
        (100, True),
        (138, True),
        (165, False),
        (184, False),
    ]
    stops = answer_of("sofa_2008", 5)
    assert isinstance(stops, Losses)
    assert {bloc.id for bloc in stops.spared} == {"uia05_dawa", "uia05_dawa_iraq"}


def test_an_answer_never_changes_the_scenario_and_a_reached_line_needs_nobody() -> None:
    scenario = DATASET.scenarios["cabinet_2010"]
    answer = answered(Ask(Asked.NEEDS, "cabinet"), scenario, DATASET)
    assert isinstance(answer, Needs)
    assert answer.ways == ()
