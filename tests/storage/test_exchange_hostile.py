"""Whatever things are called, what is exported is opened again by those who read such files."""

import csv
import io
import json
from dataclasses import replace
from functools import lru_cache

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.what_if import Part
from iraq_explorer.storage.csv_text import csv_bytes
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.exchange import FORMATS, DataFormat, What, exported
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from tests.storage.gephi_rules import gephi_reads

NETWORKS = (DataFormat.GRAPHML, DataFormat.GEXF)
NAMES = st.text(min_size=1, max_size=40) | st.sampled_from(
    ["\x01", "\ud800", "\ufffe", "<b>&\"'", "]]>", "\u202eabc", "=1+1", " -1", "&#1;", "\r\n\t"]
)


@lru_cache
def small() -> Dataset:
    return read_dataset(resource_folder() / "eec")


def named(name: str, other: str) -> tuple[Scenario, Dataset]:
    """A scenario and a dataset in which everything that can be named is named so."""
    dataset = small()
    scenario = dataset.scenarios[dataset.opening_scenario]
    coalitions = tuple(replace(one, name=name) for one in scenario.coalitions)
    bloc = dataset.chamber_of(scenario).blocs[0]
    half = bloc.seats // 2
    parts = (Part(bloc.id, other, half), Part(f"{name}2", name, bloc.seats - half))
    split = scenario.what_if.split(bloc.id, parts)
    scenario = replace(scenario, name=name, note=other, coalitions=coalitions, what_if=split)
    actors = {
        key: replace(actor, name=replace(actor.name, en=name, short="", ar=other))
        for key, actor in dataset.actors.items()
    }
    changed = replace(dataset, title=other, actors=actors)
    return scenario, changed


@given(NAMES, NAMES)
@settings(max_examples=40)
def test_no_name_breaks_a_network(name: str, other: str) -> None:
    scenario, dataset = named(name, other)
    for form in NETWORKS:
        for scenarios in ([], [scenario]):
            content = exported(What.NETWORK, form, scenarios, dataset)
            read = nx.read_gexf if form is DataFormat.GEXF else nx.read_graphml
            graph = read(io.BytesIO(content))
            taken = gephi_reads(content)
            assert taken.issues == []
            assert set(taken.nodes) == set(graph)
            assert len(taken.edges) == graph.size()


@given(NAMES, NAMES)
@settings(max_examples=25)
def test_no_name_breaks_a_table(name: str, other: str) -> None:
    scenario, dataset = named(name, other)
    for what in What:
        for form in set(FORMATS[what]) - set(NETWORKS):
            content = exported(what, form, [scenario], dataset).decode("utf-8")
            if form is DataFormat.JSON:
                json.loads(content)
            else:
                rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))
                assert len({len(row) for row in rows}) == 1


@given(st.text(alphabet=" \t\r\n\ufeff\xa0'=+-@\uff1da1;", max_size=8))
def test_no_cell_is_a_formula_even_after_blanks(text: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_bytes([[text]]).decode(), newline=""))
    shown = row[0].lstrip(" \t\r\n\ufeff\xa0") if row else ""
    assert not shown.startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize("form", NETWORKS)
def test_gephi_takes_the_whole_network_without_a_complaint(form: DataFormat) -> None:
    dataset = shipped_dataset()
    scenario = dataset.scenarios[dataset.opening_scenario]
    taken = gephi_reads(exported(What.NETWORK, form, (), dataset))
    assert taken.issues == []
    assert set(taken.edges) == set(dataset.ties)
    assert taken.nodes == {id_: actor.name.label for id_, actor in dataset.actors.items()}
    assert gephi_reads(exported(What.NETWORK, form, [scenario], dataset)).issues == []


def test_gephi_makes_no_one_tie_of_an_alliance_and_a_rivalry() -> None:
    dataset = shipped_dataset()
    taken = gephi_reads(exported(What.NETWORK, DataFormat.GEXF, (), dataset))
    kinds = {(tie.source, tie.target, str(tie.kind)) for tie in dataset.ties.values()}
    assert len(kinds) > len({kind[:2] for kind in kinds}), "some have had several"
    assert set(taken.edges.values()) == kinds


def test_gephis_rules_notice_what_breaks_them() -> None:
    dataset = small()
    for form, spoiled, told in (
        (DataFormat.GEXF, ('type="string"', 'type="text"'), "attribute"),
        (DataFormat.GEXF, ('version="1.2"', 'version="1.2draft"'), "version"),
        (DataFormat.GEXF, ('for="0"', 'for="x"'), "no attribute"),
        (DataFormat.GRAPHML, ('attr.type="boolean"', 'attr.type="long"'), "is no long"),
        (DataFormat.GRAPHML, ('target="', 'target="x'), "made up"),
    ):
        content = exported(What.NETWORK, form, (), dataset).decode().replace(*spoiled)
        assert any(told in issue for issue in gephi_reads(content.encode()).issues)
