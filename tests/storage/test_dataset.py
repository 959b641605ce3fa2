import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Detail
from iraq_explorer.storage.dataset import DatasetError, Problem, read_dataset
from iraq_explorer.storage.resources import checkout_folder, resource_folder, shipped_dataset
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

SHIPPED = resource_folder() / "iraq"


@pytest.fixture(scope="module")
def iraq() -> Dataset:
    return read_dataset(SHIPPED)


# -- what is shipped ----------------------------------------------------------------------------


def test_the_shipped_dataset_holds_all_that_was_checked(iraq: Dataset) -> None:
    assert (iraq.id, iraq.opening_scenario) == ("iraq", "maliki_sadr_2010")
    assert list(iraq.chambers) == ["cor2005", "cor2010"]
    chambers = iraq.chambers.values()
    assert sum(len(chamber.lists) for chamber in chambers) == 26
    assert sum(len(chamber.blocs) for chamber in chambers) == 40
    assert len(iraq.actors) == 75
    assert len(iraq.ties) == 204
    assert len(iraq.events) == 41
    assert len(iraq.sources) == 208
    assert len(iraq.corrections) == 19


def test_the_shipped_dataset_is_read_once() -> None:
    assert shipped_dataset() is shipped_dataset()


def test_resources_are_those_of_the_checkout_when_running_from_source() -> None:
    checkout = checkout_folder()
    assert checkout is not None
    assert resource_folder() == checkout / "resources"


@pytest.mark.parametrize(
    ("chamber", "seats", "quotas"),
    [
        (
            "cor2005",
            275,
            {"absolute_majority": 138, "quorum": 138, "two_thirds": 184, "three_fifths": 165},
        ),
        ("cor2010", 325, {"absolute_majority": 163, "quorum": 163, "two_thirds": 217}),
    ],
)
def test_each_rule_takes_as_many_seats_as_the_constitution_says(
    iraq: Dataset, chamber: str, seats: int, quotas: dict[str, int]
) -> None:
    found = iraq.chambers[chamber]
    assert found.seats == seats == sum(bloc.seats for bloc in found.blocs)
    assert found.default_rule == "absolute_majority"
    for rule, quota in quotas.items():
        assert found.rule_by_id[rule].quota(seats) == quota


def test_with_198_present_a_law_takes_100(iraq: Dataset) -> None:
    assert iraq.chambers["cor2005"].rule_by_id["present_majority"].quota(275, 198) == 100


def test_a_bloc_keeps_every_figure_that_sources_give(iraq: Dataset) -> None:
    sadrists = iraq.chambers["cor2010"].bloc_by_id["ina10_sadr"]
    assert (sadrists.seats, sadrists.seats_low, sadrists.seats_high) == (40, 38, 40)
    assert [report.seats for report in sadrists.reports] == [40, 39, 38]
    assert sadrists.disputed


def test_estimates_are_kept_beside_the_blocs_and_never_counted(iraq: Dataset) -> None:
    kurds = iraq.chambers["cor2005"].list_by_id["ka05"]
    assert [part.seats for part in kurds.estimates] == [22, 21, 10]
    assert [bloc.id for bloc in iraq.chambers["cor2005"].blocs_of_list("ka05")] == ["ka05_all"]
    certainties = {b.certainty for c in iraq.chambers.values() for b in c.blocs}
    assert Certainty.ESTIMATE not in certainties


def test_a_splinter_is_kept_beside_the_list_it_left_and_never_counted(iraq: Dataset) -> None:
    iraqiya = iraq.chambers["cor2010"].list_by_id["irq10"]
    assert [(s.name, s.seats, str(s.date)) for s in iraqiya.splinters] == [
        ("White Iraqiya", 8, "2011-03")
    ]
    assert sum(b.seats for b in iraq.chambers["cor2010"].blocs_of_list("irq10")) == 91


def test_four_blocs_say_that_nobody_divides_them(iraq: Dataset) -> None:
    blocs = [bloc for chamber in iraq.chambers.values() for bloc in chamber.blocs]
    assert {bloc.id for bloc in blocs if not bloc.split_known} == {
        "ka05_all",
        "taw05_all",
        "inl05_all",
        "sol10_all",
    }


def test_a_name_says_whether_a_source_prints_it(iraq: Dataset) -> None:
    assert iraq.actors["maliki"].name.ar_verified
    assert not iraq.actors["qumi"].name.ar_verified
    assert iraq.actors["kdp"].name.ku_verified
    assert iraq.actors["inl"].name.matches("القائمة الوطنية العراقية")


def test_a_wikidata_number_that_no_source_confirms_is_not_shown(iraq: Dataset) -> None:
    assert iraq.actors["iran"].wikidata == "Q794"
    assert iraq.actors["assad"].wikidata == ""


def test_every_bloc_has_a_name_that_fits_its_circle(iraq: Dataset) -> None:
    labels = [bloc.name.label for chamber in iraq.chambers.values() for bloc in chamber.blocs]
    assert max(map(len, labels)) < 20
    for chamber in iraq.chambers.values():
        counted = Counter(bloc.name.label for bloc in chamber.blocs)
        assert set(counted.values()) == {1}


def test_texts_are_for_readers_of_the_program_and_name_no_working_material() -> None:
    for file in sorted(resource_folder().rglob("*.json")):
        text = file.read_text(encoding="utf-8").lower()
        assert "seed" not in text, file.name


# -- built-in scenarios -------------------------------------------------------------------------

TOTALS = {
    "elected_2005": ("2005-12-15", {"uia": 128, "inl": 25, "ka": 53, "tawafuq": 44, "hiwar": 11}),
    "cabinet_2006": ("2006-05-20", {"cabinet": 250}),
    "salvation_front_2007": ("2007-06-05", {"uia": 85, "front": 125, "ka": 53}),
    "four_party_2007": ("2007-08-16", {"four": 96}),
    "after_basra_2008": ("2008-04-19", {"government": 138, "sadrists": 30}),
    "sofa_2008": ("2008-11-27", {"for": 207, "against": 30, "away": 15}),
    "elected_2010": (
        "2010-03-07",
        {"sol": 89, "iraqiya": 91, "ina": 70, "ka": 43, "gorran": 8},
    ),
    "national_alliance_2010": ("2010-06-10", {"alliance": 159, "iraqiya": 91, "kurds": 57}),
    "maliki_sadr_2010": ("2010-10-01", {"sol": 129, "iraqiya": 91, "kurds": 57, "ina": 30}),
    "allawi_abdulmahdi_2010": ("2010-10-12", {"sol": 129, "allawi": 164}),
    "cabinet_2010": ("2010-12-21", {"cabinet": 293}),
}


def test_there_are_eleven_built_in_scenarios(iraq: Dataset) -> None:
    assert list(iraq.scenarios) == list(TOTALS)


@pytest.mark.parametrize("identity", TOTALS)
def test_a_built_in_scenario_has_its_day_and_its_totals(iraq: Dataset, identity: str) -> None:
    scenario = iraq.scenarios[identity]
    day, expected = TOTALS[identity]
    totals = scenario.totals(iraq.chamber_of(scenario))
    unaligned = totals.pop(None)
    assert scenario.date.text == day
    assert totals == expected
    assert sum(expected.values()) + unaligned == iraq.chamber_of(scenario).seats


@pytest.mark.parametrize("identity", TOTALS)
def test_a_built_in_scenario_tells_its_context_and_cites_it(iraq: Dataset, identity: str) -> None:
    scenario = iraq.scenarios[identity]
    assert scenario.origin == identity
    assert len(scenario.note) > 200
    assert scenario.sources
    assert scenario.tags
    assert scenario_from_json(scenario_to_json(scenario)) == scenario


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("identity", TOTALS)
def test_a_built_in_scenario_has_a_network(iraq: Dataset, identity: str, detail: Detail) -> None:
    scenario = iraq.scenarios[identity]
    network = iraq.network(scenario, detail)
    assert {bloc.id for bloc in iraq.chamber_of(scenario).blocs} <= set(network.node_by_id)
    assert network.links


@pytest.mark.parametrize(
    ("identity", "coalition", "short", "over"),
    [
        ("cabinet_2006", "cabinet", 0, 112),
        ("salvation_front_2007", "front", 13, 0),
        ("four_party_2007", "four", 42, 0),
        ("after_basra_2008", "government", 0, 0),
        ("national_alliance_2010", "alliance", 4, 0),
        ("maliki_sadr_2010", "sol", 34, 0),
        ("allawi_abdulmahdi_2010", "allawi", 0, 1),
    ],
)
def test_a_built_in_scenario_misses_or_passes_the_line_as_history_did(
    iraq: Dataset, identity: str, coalition: str, short: int, over: int
) -> None:
    scenario = iraq.scenarios[identity]
    verdict = scenario.verdict(coalition, iraq.chamber_of(scenario))
    assert (verdict.short, verdict.over) == (short, over)


def test_the_vote_of_2008_keeps_all_three_counts(iraq: Dataset) -> None:
    scenario = iraq.scenarios["sofa_2008"]
    vote = scenario.vote
    assert vote is not None
    assert (vote.present, vote.in_favour, vote.against) == (198, 144, 35)
    assert [report.in_favour for report in vote.reports] == [149, 145]
    assert scenario.quota(iraq.chambers["cor2005"]) == 100


# -- broken datasets ----------------------------------------------------------------------------

Change = Callable[[Any], object]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "iraq"))


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(DatasetError) as error:
        read_dataset(folder)
    return error.value.problems


def spoil(folder: Path, file: str, change: Change) -> tuple[Problem, ...]:
    data = json.loads((folder / file).read_text(encoding="utf-8"))
    change(data)
    (folder / file).write_text(json.dumps(data), encoding="utf-8")
    return problems_of(folder)


def row(data: list[dict[str, Any]], identity: str) -> dict[str, Any]:
    return next(entry for entry in data if entry["id"] == identity)


def put(identity: str, **fields: Any) -> Change:
    names = {"from_": "from", "list_": "list"}
    changed = {names.get(name, name): value for name, value in fields.items()}
    return lambda data: row(data, identity).update(changed)


def drop(identity: str, field: str) -> Change:
    return lambda data: row(data, identity).pop(field)


def part(kind: str, identity: str, **fields: Any) -> Change:
    names = {"list_": "list"}
    changed = {names.get(name, name): value for name, value in fields.items()}

    def change(data: Any) -> None:
        for chamber in data:
            for entry in chamber[kind]:
                if entry["id"] == identity and chamber["id"] == "cor2010":
                    entry.update(changed)

    return change


def again(identity: str, **fields: Any) -> Change:
    return lambda data: data.append({**row(data, identity), **fields})


BROKEN: list[tuple[str, Change, str, str]] = [
    ("dataset.json", lambda d: d.pop("title"), "", "title"),
    ("dataset.json", lambda d: d.update(opening_scenario="nowhere"), "", "opening_scenario"),
    ("dataset.json", lambda d: d.update(colour="blue"), "", "colour"),
    # chambers
    ("chambers.json", put("cor2010", seats="325"), "cor2010", "seats"),
    ("chambers.json", put("cor2010", seats=True), "cor2010", "seats"),
    ("chambers.json", put("cor2010", elected="2010-02-30"), "cor2010", "elected"),
    ("chambers.json", put("cor2010", first_sitting="2009"), "cor2010", "first_sitting"),
    ("chambers.json", put("cor2010", default_rule="whim"), "cor2010", "default_rule"),
    ("chambers.json", put("cor2010", lists=[]), "cor2010", "lists"),
    ("chambers.json", drop("cor2010", "blocs"), "cor2010", "blocs"),
    ("chambers.json", put("cor2010", name="Council"), "cor2010", "name"),
    ("chambers.json", put("cor2010", rooms=2), "cor2010", "rooms"),
    ("chambers.json", part("rules", "quorum", quota=162), "quorum", "quota"),
    ("chambers.json", part("rules", "quorum", share="two"), "quorum", "share"),
    ("chambers.json", part("rules", "quorum", share="3/2"), "quorum", "share"),
    ("chambers.json", part("rules", "quorum", share="1/0"), "quorum", "share"),
    ("chambers.json", part("rules", "quorum", basis="guests"), "quorum", "basis"),
    ("chambers.json", part("rules", "quorum", strict="yes"), "quorum", "strict"),
    ("chambers.json", part("rules", "quorum", sources=["x"]), "quorum", "sources[0]"),
    ("chambers.json", part("blocs", "ina10_fadhila", seats_low=7), "ina10_fadhila", "seats_low"),
    ("chambers.json", part("blocs", "ina10_fadhila", seats_high=5), "ina10_fadhila", "seats_high"),
    (
        "chambers.json",
        part("blocs", "ina10_fadhila", reports=[{"seats": 9, "sources": ["aswat2010"]}]),
        "ina10_fadhila",
        "reports[0].seats",
    ),
    (
        "chambers.json",
        part("blocs", "ina10_fadhila", reports=[{"seats": 6, "sources": ["x"]}]),
        "ina10_fadhila",
        "reports[0].sources[0]",
    ),
    ("chambers.json", part("blocs", "ina10_fadhila", actor="x"), "ina10_fadhila", "actor"),
    (
        "chambers.json",
        part("blocs", "ina10_fadhila", split_known=0),
        "ina10_fadhila",
        "split_known",
    ),
    (
        "chambers.json",
        part("blocs", "ina10_fadhila", certainty="sure"),
        "ina10_fadhila",
        "certainty",
    ),
    ("chambers.json", part("blocs", "ina10_fadhila", sources=[]), "ina10_fadhila", "sources"),
    ("chambers.json", part("lists", "ka10", leader=5), "ka10", "leader"),
    (
        "chambers.json",
        part("lists", "gor10", estimates=[{"name": "A", "seats": 7}]),
        "gor10",
        "estimates",
    ),
    (
        "chambers.json",
        part("lists", "gor10", estimates=[{"name": "A", "seats": 8, "actor": "x"}]),
        "gor10",
        "estimates[0].actor",
    ),
    (
        "chambers.json",
        part("lists", "gor10", splinters=[{"name": "A", "seats": 8, "date": "2011"}]),
        "gor10",
        "splinters[0].seats",
    ),
    (
        "chambers.json",
        part("lists", "gor10", splinters=[{"name": "A", "seats": 2, "date": "2009"}]),
        "gor10",
        "splinters[0].date",
    ),
    (
        "chambers.json",
        part("lists", "gor10", splinters=[{"name": "A", "seats": 2}]),
        "gor10",
        "splinters[0].date",
    ),
    # actors
    ("actors.json", drop("maliki", "name"), "maliki", "name"),
    ("actors.json", put("maliki", name={"ar": "م"}), "maliki", "name.en"),
    ("actors.json", put("maliki", name={"en": "M", "ar_source": "bg"}), "maliki", "name.ar_source"),
    (
        "actors.json",
        put("maliki", name={"en": "M", "ar": "م", "ar_source": "x"}),
        "maliki",
        "name.ar_source",
    ),
    (
        "actors.json",
        put("maliki", name={"en": "M", "variants": [{"name": "N", "source": "x"}]}),
        "maliki",
        "name.variants[0].source",
    ),
    ("actors.json", put("maliki", kind="poet"), "maliki", "kind"),
    ("actors.json", put("maliki", sources=["x"]), "maliki", "sources[0]"),
    ("actors.json", put("maliki", sources="bg"), "maliki", "sources"),
    ("actors.json", put("maliki", articles=["x"]), "maliki", "articles[0]"),
    ("actors.json", put("maliki", wikidata="57"), "maliki", "wikidata"),
    ("actors.json", put("iran", wikidata_source="x"), "iran", "wikidata_source"),
    ("actors.json", put("maliki", note=None), "maliki", "note"),
    ("actors.json", put("maliki", description=""), "maliki", "description"),
    ("actors.json", again("maliki"), "maliki", "id"),
    (
        "actors.json",
        put("iran", belongs_to=[{"actor": "x", "level": "state"}]),
        "iran",
        "belongs_to[0].actor",
    ),
    (
        "actors.json",
        put("iran", belongs_to=[{"actor": "usa", "level": "club"}]),
        "iran",
        "belongs_to[0].level",
    ),
    (
        "actors.json",
        put("iran", belongs_to=[{"actor": "iran", "level": "state"}]),
        "iran",
        "belongs_to",
    ),
    (
        "actors.json",
        put("iran", belongs_to=[{"actor": "usa", "level": "state", "from": "2009", "to": "2008"}]),
        "iran",
        "belongs_to[0].to",
    ),
    # ties
    ("ties.json", put("t001", sign=1), "t001", "sign"),
    ("ties.json", put("t001", sign=0), "t001", "sign"),
    ("ties.json", put("t001", sign=2), "t001", "sign"),
    ("ties.json", put("t004", sign=-1), "t004", "sign"),
    ("ties.json", put("t001", kind="likes"), "t001", "kind"),
    ("ties.json", put("t001", source="x"), "t001", "source"),
    ("ties.json", put("t001", target="x"), "t001", "target"),
    ("ties.json", put("t001", target="allawi"), "t001", "target"),
    ("ties.json", put("t001", to="2006"), "t001", "to"),
    ("ties.json", put("t001", from_="May 2007"), "t001", "from"),
    ("ties.json", put("t001", citations=[]), "t001", "citations"),
    ("ties.json", put("t001", citations=[{"source": "x"}]), "t001", "citations[0].source"),
    (
        "ties.json",
        put("t001", citations=[{"source": "bg", "paragraph": 0}]),
        "t001",
        "citations[0].paragraph",
    ),
    ("ties.json", put("t001", certainty="CERTAIN"), "t001", "certainty"),
    ("ties.json", drop("t001", "statement"), "t001", "statement"),
    ("ties.json", again("t001", id="t999"), "t999", ""),
    ("ties.json", again("t004", id="t999", source="mutlaq", target="allawi"), "t999", ""),
    # events
    ("events.json", put("e_basra", date="2008-13"), "e_basra", "date"),
    ("events.json", put("e_basra", date_end="2007"), "e_basra", "date_end"),
    ("events.json", put("e_basra", actors=["x"]), "e_basra", "actors[0]"),
    ("events.json", put("e_basra", actors=[3]), "e_basra", "actors[0]"),
    ("events.json", put("e_basra", sources=["x"]), "e_basra", "sources[0]"),
    # sources
    ("sources.json", put("mer2005", url="middleeastreference.org"), "mer2005", "url"),
    ("sources.json", put("mer2005", copy="file:///etc/passwd"), "mer2005", "copy"),
    ("sources.json", put("mer2005", date="20 Jan 2006"), "mer2005", "date"),
    ("sources.json", put("mer2005", title=""), "mer2005", "title"),
    ("sources.json", put("mer2005", notes="x"), "mer2005", "notes"),
    # corrections
    ("corrections.json", lambda d: d[0].update(article="x"), "record 1", "article"),
    ("corrections.json", lambda d: d[0].pop("claim"), "record 1", "claim"),
    ("corrections.json", lambda d: d[0].update(about=["t004", "x"]), "record 1", "about[1]"),
    # scenarios
    ("scenarios.json", put("sofa_2008", chamber="x"), "sofa_2008", "chamber"),
    ("scenarios.json", put("sofa_2008", rule="x"), "sofa_2008", "rule"),
    ("scenarios.json", put("sofa_2008", date="x"), "sofa_2008", "date"),
    ("scenarios.json", put("sofa_2008", present=276), "sofa_2008", "present"),
    ("scenarios.json", put("sofa_2008", custom_quota=276), "sofa_2008", "custom_quota"),
    ("scenarios.json", put("sofa_2008", sources=["x"]), "sofa_2008", "sources[0]"),
    ("scenarios.json", put("sofa_2008", origin="x"), "sofa_2008", "origin"),
    ("scenarios.json", put("sofa_2008", placements={"x": [1, 2]}), "sofa_2008", "placements.x"),
    ("scenarios.json", again("sofa_2008"), "sofa_2008", "id"),
    (
        "scenarios.json",
        lambda d: row(d, "sofa_2008")["coalitions"][1].update(blocs=["ina10_sadr"]),
        "sofa_2008",
        "coalitions[1].blocs",
    ),
    (
        "scenarios.json",
        lambda d: row(d, "sofa_2008")["vote"].update(against=55),
        "sofa_2008",
        "vote.present",
    ),
    (
        "scenarios.json",
        lambda d: row(d, "sofa_2008")["vote"]["reports"][0].update(sources=["x"]),
        "sofa_2008",
        "vote.reports[0].sources[0]",
    ),
]


@pytest.mark.parametrize(("file", "change", "record", "field"), BROKEN)
def test_one_wrong_thing_gives_one_problem_that_names_its_place(
    copy: Path, file: str, change: Change, record: str, field: str
) -> None:
    found = spoil(copy, file, change)
    assert [(problem.file, problem.record, problem.field) for problem in found] == [
        (file, record, field)
    ]


def test_a_wrong_figure_is_told_for_the_bloc_s_list_only(copy: Path) -> None:
    problem, *more = spoil(copy, "chambers.json", part("blocs", "gor10_all", seats=9))
    assert (problem.record, problem.field) == ("gor10", "seats")
    assert str(problem) == "chambers.json, gor10, seats: is 8, but its blocs add up to 9"
    assert not more


def test_lists_that_do_not_fill_the_chamber_are_told(copy: Path) -> None:
    problem, *more = spoil(copy, "chambers.json", put("cor2010", seats=324))
    assert str(problem) == "chambers.json, cor2010, seats: is 324, but its lists add up to 325"
    assert all(problem.field == "quota" for problem in more)


def test_what_cannot_be_read_in_one_chamber_hides_no_wrong_sum_in_another(copy: Path) -> None:
    def change(data: Any) -> None:
        data[0]["blocs"][0]["seats"] = "many"
        part("blocs", "gor10_all", seats=9)(data)

    found = spoil(copy, "chambers.json", change)
    assert {(p.record, p.field) for p in found} == {("uia05_isci", "seats"), ("gor10", "seats")}


def test_a_bloc_of_no_list_is_told_and_so_is_the_list_it_left(copy: Path) -> None:
    found = spoil(copy, "chambers.json", part("blocs", "gor10_all", list_="x"))
    assert {(p.record, p.field) for p in found} == {("gor10_all", "list"), ("gor10", "seats")}


def test_a_bloc_in_two_chambers_is_told(copy: Path) -> None:
    found = spoil(copy, "chambers.json", part("blocs", "gor10_all", id="ka05_all"))
    assert ("ka05_all", "id") in {(p.record, p.field) for p in found}


def test_a_bloc_with_the_id_of_an_actor_is_told(copy: Path) -> None:
    found = spoil(copy, "chambers.json", part("blocs", "gor10_all", id="gorran"))
    assert ("gorran", "id") in {(p.record, p.field) for p in found}


def test_memberships_that_go_in_a_circle_are_told_for_each_of_them(copy: Path) -> None:
    def change(data: Any) -> None:
        row(data, "iran")["belongs_to"] = [{"actor": "usa", "level": "group"}]
        row(data, "usa")["belongs_to"] = [{"actor": "iran", "level": "group"}]

    found = spoil(copy, "actors.json", change)
    assert {(p.record, p.field) for p in found} == {("iran", "belongs_to"), ("usa", "belongs_to")}


def test_memberships_of_different_levels_make_no_circle(copy: Path) -> None:
    path = copy / "actors.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    row(data, "iran")["belongs_to"] = [{"actor": "usa", "level": "group"}]
    row(data, "usa")["belongs_to"] = [{"actor": "iran", "level": "state"}]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert read_dataset(copy).actors["iran"].belongs_to


def test_all_problems_are_told_at_once_one_a_line(copy: Path) -> None:
    path = copy / "ties.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data[0]["sign"] = 1
    data[1]["kind"] = "likes"
    path.write_text(json.dumps(data), encoding="utf-8")
    found = spoil(copy, "events.json", put("e_basra", date="x"))
    assert len(found) >= 3
    with pytest.raises(DatasetError) as error:
        read_dataset(copy)
    assert str(error.value).splitlines() == [str(problem) for problem in found]


# Stories are read beside the dataset, when one is to be told.
@pytest.mark.parametrize(
    "file", sorted({path.name for path in SHIPPED.glob("*.json")} - {"stories.json"})
)
def test_a_missing_file_is_told_and_nothing_that_follows_from_it(copy: Path, file: str) -> None:
    (copy / file).unlink()
    found = problems_of(copy)
    assert (found[0].file, found[0].record) == (file, "")
    assert "is missing" in found[0].message
    assert {problem.file for problem in found} == {file}


def test_a_folder_that_is_not_there_is_told_file_by_file(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path / "nowhere")) == 8


def test_what_is_no_json_is_told_with_its_line(copy: Path) -> None:
    lines = (copy / "ties.json").read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4].rstrip(",") + ";"
    (copy / "ties.json").write_text("\n".join(lines), encoding="utf-8")
    problem, *more = problems_of(copy)
    assert problem.file == "ties.json"
    assert problem.message.startswith("line 5, column ")
    assert not more


def test_what_is_no_utf8_is_told(copy: Path) -> None:
    (copy / "events.json").write_bytes(b'[{"id": "\xff"}]')
    assert "is not UTF-8" in problems_of(copy)[0].message


def test_a_byte_order_mark_does_no_harm(copy: Path) -> None:
    path = copy / "events.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_dataset(copy).events


def test_not_a_number_is_no_number(copy: Path) -> None:
    (copy / "events.json").write_text("[NaN]", encoding="utf-8")
    assert "NaN" in problems_of(copy)[0].message


@pytest.mark.parametrize("text", ["{}", "5", '"text"', "null"])
def test_a_file_that_holds_no_array_is_told(copy: Path, text: str) -> None:
    (copy / "events.json").write_text(text, encoding="utf-8")
    problem = problems_of(copy)[0]
    assert problem.file == "events.json"
    assert "array of records" in problem.message


def test_a_record_that_is_no_object_is_told_by_its_number(copy: Path) -> None:
    problem = spoil(copy, "events.json", lambda data: data.append("event"))[0]
    assert (problem.file, problem.record) == ("events.json", "record 42")


def test_a_field_given_twice_is_told(copy: Path) -> None:
    path = copy / "events.json"
    text = path.read_text(encoding="utf-8").replace('"title":', '"title": "x", "title":', 1)
    path.write_text(text, encoding="utf-8")
    problem = problems_of(copy)[0]
    assert (problem.file, problem.field) == ("events.json", "title")
    assert "twice" in problem.message


def test_an_id_given_twice_in_a_chamber_is_told(copy: Path) -> None:
    def change(data: Any) -> None:
        row(data, "cor2010")["rules"].append(row(data, "cor2010")["rules"][0])

    problem = spoil(copy, "chambers.json", change)[0]
    assert (problem.record, problem.field) == ("absolute_majority", "id")
