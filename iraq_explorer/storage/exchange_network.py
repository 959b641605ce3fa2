"""The network for other programs: GraphML, GEXF, JSON and a table of ties, through networkx.

GraphML is that of graphml.graphdrawing.org, GEXF version 1.2, which Gephi reads: every attribute
is declared, ``start`` and ``end`` are whole days (ISO 8601), and the sign is an attribute of its
own, since a weight below 0 is none. All ties are directed in the file, for a graph of both kinds
is refused by many readers; ``directed`` says which go one way. In GEXF each tie has its kind also
as that of the edge: Gephi adds up edges of one kind between the same two nodes, and those who
were allies first and rivals later would have one tie that says neither.
"""

import io
import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import Actor, Detail, Folding, Tie
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.csv_text import BETWEEN, Cell
from iraq_explorer.storage.exchange_tables import Table, titles

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

_TIE_COLUMNS = ("id", "source", "source_name", "target", "target_name", "kind", "sign", "directed",
                "from", "to", "start", "end", "certainty", "statement", "note", "sources",
                "source_titles")  # fmt: skip


def graph_of(dataset: Dataset, scenario: Scenario | None = None) -> "MultiDiGraph":
    """The network as a graph of networkx, an edge for each tie.

    Args:
        dataset: whose network it is.
        scenario: with one, its blocs with seats and coalitions, and the ties that are in force
            as it assumes them; without, every actor and every tie of any date.

    """
    import networkx as nx  # slow to load

    graph = nx.MultiDiGraph(name=_plain(f"{dataset.title}, version {dataset.version}"))
    if scenario is None:
        for actor in dataset.actors.values():
            graph.add_node(_plain(actor.id), **_text_only(_actor(actor, dataset)))
        for tie in dataset.ties.values():
            _add(graph, tie, tie.source, tie.target, dataset)
        return graph
    graph.graph["name"] = _plain(f"{scenario.name}, {scenario.date}")
    chamber = dataset.chamber_of(scenario)
    network = dataset.network(scenario, Detail.EVERYONE)
    names = scenario.coalition_by_id
    for node in network.nodes:
        held = dataset.actors.get(node.actors[0] if node.actors else node.id)
        told: dict[str, Any] = _actor(held, dataset) if held else {}
        told |= {"label": node.name.label, **_name(node.name), "kind": str(node.kind)}
        bloc = chamber.bloc_by_id.get(node.id)
        if bloc:
            coalition = scenario.coalition_of(bloc.id)
            told |= {
                "seats": bloc.seats,
                "list": bloc.list_id,
                "actor": bloc.actor,
                "certainty": str(bloc.certainty),
                "coalition": names[coalition].name if coalition else "",
                "sources": BETWEEN.join(bloc.sources),
                "source_titles": BETWEEN.join(titles(bloc.sources, dataset)),
            }
        graph.add_node(_plain(node.id), **_text_only(told))
    ties = dataset.ties_of(scenario)
    folding = Folding(dataset.actors, ties, chamber, dataset.day_of(scenario))
    for link in network.links:
        for tie in link.ties:
            source = folding.nodes(tie.source, Detail.EVERYONE)[0]
            target = folding.nodes(tie.target, Detail.EVERYONE)[0]
            _add(graph, tie, source, target, dataset)
    return graph


def _add(graph: "MultiDiGraph", tie: Tie, source: str, target: str, dataset: Dataset) -> None:
    key = _plain(tie.id)
    graph.add_edge(_plain(source), _plain(target), key=key, **_text_only(_tie(tie, dataset)))


def _actor(actor: Actor, dataset: Dataset) -> dict[str, Any]:
    return {
        "label": actor.name.label,
        **_name(actor.name),
        "kind": str(actor.kind),
        "description": actor.description,
        "sources": BETWEEN.join(actor.sources),
        "source_titles": BETWEEN.join(titles(actor.sources, dataset)),
        "wikidata": actor.wikidata,
    }


def _name(name: Name) -> dict[str, str]:
    return {"name": name.en, "name_ar": name.ar, "name_ku": name.ku}


def _tie(tie: Tie, dataset: Dataset) -> dict[str, Any]:
    start, end = tie.period.start, tie.period.end
    sources = tuple(dict.fromkeys(cited.source for cited in tie.citations))
    told: dict[str, Any] = {
        "id": tie.id,
        "label": str(tie.kind),
        "kind": str(tie.kind),
        "sign": tie.sign,
        "directed": tie.kind.directed,
        "from": start.text if start else "",
        "to": end.text if end else "",
        "certainty": str(tie.certainty),
        "statement": tie.statement,
        "note": tie.note,
        "sources": BETWEEN.join(sources),
        "source_titles": BETWEEN.join(titles(sources, dataset)),
    }
    if start:
        told["start"] = start.earliest.isoformat()
    if end:
        told["end"] = end.latest.isoformat()
    return told


def _plain(text: str) -> str:
    """A text without characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _text_only(told: dict[str, Any]) -> dict[str, Any]:
    """What is said, without characters that XML cannot hold."""
    return {
        key: _plain(value) if isinstance(value, str) else value
        for key, value in told.items()
        if value != ""
    }


def graphml(graph: "MultiDiGraph") -> bytes:
    """The graph as GraphML; the same graph gives the same bytes."""
    import networkx as nx
    from networkx.readwrite.graphml import GraphMLWriter

    # The key of an edge becomes its id: twice would be one column too many.
    plain = nx.MultiDiGraph(graph)
    for *_, data in plain.edges(data=True):
        del data["id"]
    writer = GraphMLWriter()
    writer.add_graph_element(plain)
    # As XML has them: networkx writes True and False.
    truths = {key.get("id") for key in writer.xml.iter("key") if key.get("attr.type") == "boolean"}
    for told in writer.xml.iter("data"):
        if told.get("key") in truths:
            told.text = str(told.text).lower()
    held = io.BytesIO()
    writer.dump(held)
    return held.getvalue()


def gexf(graph: "MultiDiGraph") -> bytes:
    """The graph as GEXF; the same graph gives the same bytes, whatever the day."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph, version="1.2draft")
    (meta,) = (child for child in writer.xml if child.tag == "meta")
    del meta.attrib["lastmodifieddate"]
    meta[0].text = "Iraq Explorer"
    for edge in writer.xml.iter("edge"):
        edge.set("kind", edge.get("label", ""))
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def node_link(graph: "MultiDiGraph") -> dict[str, Any]:
    """The graph as networkx and D3 read it: arrays of nodes and of links."""
    import networkx as nx

    form: dict[str, Any] = nx.node_link_data(graph, edges="links")
    return json.loads(json.dumps(form))  # type: ignore[no-any-return]


def tie_table(graph: "MultiDiGraph") -> Table:
    """A row for each tie, with the names of both ends."""
    rows = [
        tuple(_cell(name, source, target, data, graph) for name in _TIE_COLUMNS)
        for source, target, data in graph.edges(data=True)
    ]
    return Table(_TIE_COLUMNS, tuple(_in_order(rows)))


def _cell(column: str, source: str, target: str, data: dict[str, Any], graph: Any) -> Cell:
    ends: dict[str, str] = {
        "source": source,
        "target": target,
        "source_name": graph.nodes[source]["name"],
        "target_name": graph.nodes[target]["name"],
    }
    return ends.get(column, data.get(column))


def _in_order(rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    return sorted(rows, key=lambda row: str(row[0]))
