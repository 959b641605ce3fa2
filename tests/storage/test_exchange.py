"""Data for other programs: what is written is read again by those who read such files."""

import csv
import io
import json
import os
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.csv_text import cells_of, csv_bytes
from iraq_explorer.storage.dataset import DatasetError
from iraq_explorer.storage.dataset_file import dataset_file, open_dataset
from iraq_explorer.storage.dataset_json import dataset_to_json
from iraq_explorer.storage.exchange import FORMATS, DataFormat, What, exported
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.storage.whole_file import write_file

GEXF = "{http://www.gexf.net/1.2draft}"
HOSTILE = '<img src=x onerror="a()"> & "q" \u202eabc\0\x1b\ud800'


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


@pytest.fixture(scope="module")
def opening(dataset: Dataset) -> Scenario:
    return dataset.scenarios[dataset.opening_scenario]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def graph_of(content: bytes, form: DataFormat) -> nx.MultiDiGraph:
    reader = nx.read_gexf if form is DataFormat.GEXF else nx.read_graphml
    return reader(io.BytesIO(content))


# -- the network ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [DataFormat.GRAPHML, DataFormat.GEXF])
def test_networkx_reads_every_actor_and_every_tie_back(form: DataFormat, dataset: Dataset) -> None:
    graph = graph_of(exported(What.NETWORK, form, (), dataset), form)
    assert set(graph) == set(dataset.actors)
    assert graph.size() == len(dataset.ties)
    for id_, actor in dataset.actors.items():
        held = graph.nodes[id_]
        assert (held["name"], held.get("name_ar", "")) == (actor.name.en, actor.name.ar)
        assert (held.get("name_ku", ""), held["kind"]) == (actor.name.ku, actor.kind)
        assert held["label"] == actor.name.label
    for source, target, key, held in graph.edges(keys=True, data=True):
        tie = dataset.ties[key]
        assert (source, target) == (tie.source, tie.target)
        assert (held["kind"], held["sign"], held["certainty"]) == (
            tie.kind,
            tie.sign,
            tie.certainty,
        )
        assert held["directed"] is tie.kind.directed
        assert held.get("from", "") == (str(tie.period.start) if tie.period.start else "")
        assert held.get("to", "") == (str(tie.period.end) if tie.period.end else "")
        assert held["sources"].split("; ") == list(dict.fromkeys(c.source for c in tie.citations))


@pytest.mark.parametrize("form", [DataFormat.GRAPHML, DataFormat.GEXF])
def test_the_network_of_a_scenario_has_its_blocs_with_seats_and_coalitions(
    form: DataFormat, dataset: Dataset, opening: Scenario
) -> None:
    graph = graph_of(exported(What.NETWORK, form, [opening], dataset), form)
    chamber = dataset.chamber_of(opening)
    for bloc in chamber.blocs:
        held = graph.nodes[bloc.id]
        assert held["seats"] == bloc.seats
        coalition = opening.coalition_of(bloc.id)
        told = opening.coalition_by_id[coalition].name if coalition else ""
        assert held.get("coalition", "") == told
    day = dataset.day_of(opening)
    assert graph.size()
    for *_, key in graph.edges(keys=True):
        assert dataset.ties[key].period.contains(day)


def test_gexf_keeps_the_rules_of_gephis_reader(dataset: Dataset) -> None:
    """GEXF 1.2 primer: attributes declared by class, unique ids, ends that exist, ISO dates."""
    root = ElementTree.fromstring(exported(What.NETWORK, DataFormat.GEXF, (), dataset))
    assert root.tag == f"{GEXF}gexf"
    assert root.get("version") == "1.2"
    (graph,) = root.findall(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert graph.get("defaultedgetype") == "directed"
    declared = {
        group.get("class"): {one.get("id"): one.get("type") for one in group}
        for group in graph.findall(f"{GEXF}attributes")
    }
    assert set(declared) == {"node", "edge"}
    types = {kind for group in declared.values() for kind in group.values()}
    assert types <= {"string", "integer", "long", "float", "double", "boolean"}
    nodes = graph.findall(f"{GEXF}nodes/{GEXF}node")
    edges = graph.findall(f"{GEXF}edges/{GEXF}edge")
    ids = [node.get("id") for node in nodes]
    assert len(set(ids)) == len(ids) == len(dataset.actors)
    assert len({edge.get("id") for edge in edges}) == len(edges) == len(dataset.ties)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= set(ids)
        days = [
            date.fromisoformat(edge.get(name, "")) for name in ("start", "end") if edge.get(name)
        ]
        assert days == sorted(days)
        assert edge.get("weight") is None
    for kind, things in (("node", nodes), ("edge", edges)):
        for thing in things:
            assert thing.get("label")
            for value in thing.iter(f"{GEXF}attvalue"):
                declaration = declared[kind][value.get("for")]
                if declaration == "boolean":
                    assert value.get("value") in {"true", "false"}
                if declaration == "long":
                    int(value.get("value", ""))


def test_names_that_xml_cannot_hold_leave_the_file_whole(dataset: Dataset) -> None:
    actor = next(iter(dataset.actors.values()))
    odd = replace(actor, name=replace(actor.name, en=HOSTILE, short=""))
    changed = replace(dataset, actors={**dataset.actors, actor.id: odd})
    for form in (DataFormat.GRAPHML, DataFormat.GEXF):
        held = graph_of(exported(What.NETWORK, form, (), changed), form).nodes[actor.id]
        assert held["name"] == HOSTILE.translate(dict.fromkeys((0, 0x1B, 0xD800), "\ufffd"))


def test_ties_as_a_table_name_both_ends(dataset: Dataset) -> None:
    rows = rows_of(exported(What.NETWORK, DataFormat.CSV, (), dataset))
    assert {row["id"] for row in rows} == set(dataset.ties)
    for row in rows:
        assert row["source_name"] == dataset.actors[row["source"]].name.en
        assert row["sign"] in {"1", "-1"}


# -- tables --------------------------------------------------------------------------------------


def test_totals_are_those_of_the_program(dataset: Dataset) -> None:
    scenarios = list(dataset.scenarios.values())
    rows = rows_of(exported(What.TOTALS, DataFormat.CSV, scenarios, dataset))
    for scenario in scenarios:
        chamber = dataset.chamber_of(scenario)
        own = [row for row in rows if row["scenario"] == scenario.name]
        assert sum(int(row["seats"]) for row in own) == chamber.seats
        for coalition, row in zip(scenario.coalitions, own, strict=False):
            verdict = scenario.verdict(coalition.id, chamber)
            told = (row["coalition"], row["seats"], row["quota"], row["short"], row["over"])
            assert told == (
                coalition.name,
                *map(str, (verdict.seats, verdict.quota, verdict.short, verdict.over)),
            )


def test_power_as_json_is_exact_and_as_csv_the_same_number(
    dataset: Dataset, opening: Scenario
) -> None:
    held = json.loads(exported(What.POWER, DataFormat.JSON, [opening], dataset))["rows"]
    rows = rows_of(exported(What.POWER, DataFormat.CSV, [opening], dataset))
    assert sum(Fraction(row["banzhaf"]) for row in held) == 1
    for exact, row in zip(held, rows, strict=True):
        assert float(row["shapley_shubik"]) == pytest.approx(Fraction(exact["shapley_shubik"]))


def test_the_ledger_names_the_sources_and_what_turns_without_them(dataset: Dataset) -> None:
    rows = rows_of(exported(What.LEDGER, DataFormat.CSV, list(dataset.scenarios.values()), dataset))
    assert {row["kind"] for row in rows} == {"seats", "tie", "rule", "vote", "assumed"}
    for row in rows:
        # What a scenario assumes no source says.
        assert bool(row["sources"]) == (row["kind"] != "assumed")
        assert set(filter(None, row["decisive"].split("; "))) <= set(row["sources"].split("; "))
    assert any(row["decisive"] for row in rows)


@pytest.mark.parametrize(
    ("what", "form"), [(what, form) for what in FORMATS for form in FORMATS[what]]
)
def test_the_same_data_give_the_same_bytes(
    what: What, form: DataFormat, dataset: Dataset, opening: Scenario
) -> None:
    content = exported(what, form, [opening], dataset)
    assert content == exported(what, form, [opening], dataset)
    if form is DataFormat.JSON:
        assert json.loads(content)["form"] == f"iraq-explorer {what}"


def test_a_byte_order_mark_stands_before_a_csv_that_asks_for_it(
    dataset: Dataset, opening: Scenario
) -> None:
    plain = exported(What.TOTALS, DataFormat.CSV, [opening], dataset)
    assert (
        exported(What.TOTALS, DataFormat.CSV, [opening], dataset, mark=True)
        == b"\xef\xbb\xbf" + plain
    )


# -- CSV -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "\n=1"]
)
def test_no_cell_begins_like_a_formula_and_the_text_comes_back(text: str) -> None:
    content = csv_bytes([["heading"], [text]])
    ((_, heading), (_, (cell,))) = cells_of(content.decode())
    assert heading == ["heading"]
    assert cell == text
    raw = next(iter(csv.reader(io.StringIO(content.decode(), newline="").readlines()[1:])))[0]
    assert raw.startswith("'")


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0")).filter(
            str.strip
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_text_comes_back_and_never_as_a_formula(texts: list[str]) -> None:
    content = csv_bytes([["a"] * len(texts), texts])
    assert list(cells_of(content.decode())) == [(1, ["a"] * len(texts)), (2, texts)]
    for cell in next(csv.reader([content.decode().split("\r\n")[1]])):
        assert cell[0] not in "=+-@\t＝＋－＠"


def test_numbers_stay_numbers() -> None:
    assert csv_bytes([[-1, 0.25, Fraction(1, 3), True, None, ("a", "b")]]) == (
        b"-1,0.25,0.3333333333,true,,a; b\r\n"
    )


# -- one file ------------------------------------------------------------------------------------


def test_a_scenario_file_holds_the_scenario_and_its_whole_dataset(
    dataset: Dataset, opening: Scenario, tmp_path: Path
) -> None:
    path = tmp_path / "mine.json"
    own = replace(opening, name="كتلة <b>", origin="")
    write_file(path, exported(What.SCENARIO_FILE, DataFormat.JSON, [own], dataset))
    opened = open_dataset(path)
    assert opened.dataset == dataset
    assert opened.scenario == own


def test_a_dataset_in_one_file_is_the_same(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "iraq.json"
    path.write_text(json.dumps(dataset_file(dataset_to_json(dataset))), encoding="utf-8")
    assert open_dataset(path).dataset == dataset


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[]", "is neither a dataset nor a scenario file of this program"),
        ('{"form": "iraq-explorer dataset", "version": 2}', "was made by a later version"),
        ('{"form": "iraq-explorer dataset", "version": true}', "version is missing or wrong"),
        ('{"form": "iraq-explorer dataset", "version": 1, "odd": 1}', "'odd' is not a field"),
        ("{", "is not JSON"),
    ],
)
def test_a_file_of_another_form_is_told(content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "it.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        open_dataset(path)
    (problem,) = caught.value.problems
    assert problem.file == "it.json"
    assert told in problem.message


def test_a_problem_in_one_file_names_the_part_the_record_and_the_field(
    dataset: Dataset, tmp_path: Path
) -> None:
    values = dataset_to_json(dataset)
    values["actors"][3]["kind"] = "alien"
    path = tmp_path / "it.json"
    path.write_text(json.dumps(dataset_file(values)), encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        open_dataset(path)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"it.json, actors, {values['actors'][3]['id']}, kind: should be")


def test_what_a_killed_process_left_keeps_nobody_from_writing(tmp_path: Path) -> None:
    (tmp_path / f".it.csv.{os.getpid()}.new").write_bytes(b"half of it")
    write_file(tmp_path / "it.csv", b"whole")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("it.csv", b"whole")]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "it.csv"
    folder.mkdir()
    with pytest.raises(OSError, match="cannot be written"):
        write_file(folder, b"x")
    assert list(tmp_path.iterdir()) == [folder]
