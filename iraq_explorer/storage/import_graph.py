"""A network from GraphML or GEXF: nodes become actors, edges become ties."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, TieKind
from iraq_explorer.storage.csv_text import BETWEEN
from iraq_explorer.storage.dataset_checks import HOSTILE
from iraq_explorer.storage.graph_file import Graph, GraphError, Item, read_graph
from iraq_explorer.storage.harvest import FILE_SOURCE, Harvest, Record, Step, free, go_on

_SIGNS = ("sign", "valence", "polarity", "weight")
"""Attributes that say whether an edge is friendly, the first that is there counts."""
_DAYS: Mapping[str, tuple[str, ...]] = {"from": ("from", "start"), "to": ("to", "end")}
_DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*|\.0)?", re.ASCII)


def read_network(path: Path, step: Step = go_on) -> Harvest:
    """The actors and ties of a graph, and the seats of nodes that have any."""
    harvest = Harvest()
    try:
        graph = read_graph(path, step)
    except GraphError as error:
        harvest.lose(path.name, "", "", str(error))
        return harvest
    _Reading(path.name, graph, harvest).run(step)
    return harvest


class _Reading:
    """One graph."""

    def __init__(self, file: str, graph: Graph, harvest: Harvest) -> None:
        self._file = file
        self._graph = graph
        self._harvest = harvest
        self._names: dict[str, str] = {}
        self._uses_file = False
        self._unsigned = 0
        self._repeated = 0
        self._kinds = 0

    def run(self, step: Step) -> None:
        """Put everything into the harvest."""
        harvest = self._harvest
        for node in self._graph.nodes:
            step()
            self._node(node)
        taken: set[str] = {edge.id for edge in self._graph.edges if edge.id}
        known: set[tuple[Any, ...]] = set()
        for number, edge in enumerate(self._graph.edges, start=1):
            step()
            if not edge.id:
                edge.id = free(f"e{number}", taken)
                taken.add(edge.id)
            self._edge(edge, known)
        if self._uses_file:
            title = f"{self._file}, as imported"
            harvest.add("sources", {"id": FILE_SOURCE, "title": title})
        for count, told in (
            (self._kinds, "nodes without a kind that is known here, taken as groups"),
            (self._unsigned, "edges without a sign or weight, taken as friendly"),
            (self._repeated, "edges that say what another one says, left out"),
        ):
            if count:
                harvest.notes.append(f"{self._file}: {told}: {count:,}")

    def _row(self, item: Item) -> str:
        what = "edge" if any(item.ends) else "node"
        return f"line {item.line}, {what} {item.id[:60]}".rstrip()

    def _fault(self, item: Item, field: str, message: str) -> None:
        self._harvest.fault(self._file, self._row(item), field, message)

    # -- nodes -----------------------------------------------------------------------------

    def _node(self, node: Item) -> None:
        values = node.values
        if not node.id.strip():
            self._harvest.incomplete = True
            self._fault(node, "id", "is missing")
            return
        if node.id in self._names:
            self._fault(node, "id", "is the id of an earlier node too")
            return
        name: Record = {"en": values.get("name") or values.get("label") or node.id}
        for field, column in (("short", "label"), ("ar", "name_ar"), ("ku", "name_ku")):
            if values.get(column) and values[column] != name["en"]:
                name[field] = values[column]
        self._names[node.id] = name["en"]
        kind = next((values[k] for k in ("kind", "type") if values.get(k) in tuple(ActorKind)), "")
        self._kinds += not kind
        sources = self._sources(values)
        description = values.get("description") or f"Node of {self._file}."
        record = {
            "id": node.id,
            "name": name,
            "kind": kind or str(ActorKind.GROUP),
            "description": description,
            "sources": sources,
        }
        self._harvest.add("actors", record)
        self._harvest.note_place("actors", node.id, self._file, self._row(node))
        if values.get("seats"):
            self._seats(node, {"name": name, "actor": node.id, "sources": sources})

    def _seats(self, node: Item, held: Record) -> None:
        text = node.values["seats"]
        if not re.fullmatch(r"[0-9]{1,9}(\.0+)?", text, re.ASCII):
            self._fault(node, "seats", f"should be a number of seats, not {text[:60]!r}")
            return
        seats = int(text.partition(".")[0])
        if seats:
            certainty = node.values.get("certainty", "")
            self._harvest.add(
                "seats",
                {
                    **held,
                    "seats": seats,
                    "certainty": certainty
                    if certainty in tuple(Certainty)
                    else str(Certainty.REPORTED),
                },
            )

    def _sources(self, values: Mapping[str, str]) -> list[str]:
        """The sources that our own export names with their titles, else the file itself."""
        ids = [part for part in values.get("sources", "").split(BETWEEN) if part.strip()]
        titles = values.get("source_titles", "").split(BETWEEN)
        if not ids or len(titles) != len(ids):
            self._uses_file = True
            return [FILE_SOURCE]
        for identity, title in zip(ids, titles, strict=True):
            self._harvest.add("sources", {"id": identity, "title": title})
        return ids

    # -- edges -----------------------------------------------------------------------------

    def _edge(self, edge: Item, known: set[tuple[Any, ...]]) -> None:
        values = edge.values
        ends = dict(zip(("source", "target"), edge.ends, strict=True))
        sign = self._sign(edge)
        told = values.get("kind") or values.get("label") or values.get("type") or ""
        if told in tuple(TieKind):
            kind = TieKind(told)
            sign = sign or (-1 if kind in HOSTILE else 1)
        else:
            self._unsigned += sign is None
            friendly, hostile = (
                (TieKind.BACKS_OPENLY, TieKind.OPPOSES)
                if edge.directed
                else (TieKind.ALLY, TieKind.RIVAL)
            )
            kind = hostile if sign == -1 else friendly
        days = {field: self._day(edge, names) for field, names in _DAYS.items()}
        shown = edge.ends if kind.directed else tuple(sorted(edge.ends))
        says = (shown, kind, *days.values())
        if says in known:
            self._repeated += 1
            return
        known.add(says)
        certainty = values.get("certainty", "")
        a, b = (self._names.get(end, end) for end in edge.ends)
        record: Record = {
            "id": edge.id,
            **ends,
            "kind": str(kind),
            "sign": sign or 1,
            **{field: day for field, day in days.items() if day},
            "certainty": certainty if certainty in tuple(Certainty) else str(Certainty.REPORTED),
            "statement": values.get("statement") or f"{a}: {told or kind}: {b}."[:1000],
            "citations": [{"source": source} for source in self._sources(values)],
        }
        if values.get("note"):
            record["note"] = values["note"]
        self._harvest.add("ties", record)
        self._harvest.note_place("ties", edge.id, self._file, self._row(edge))

    def _sign(self, edge: Item) -> int | None:
        for field in _SIGNS:
            text = edge.values.get(field, "")
            if not text:
                continue
            words = {"positive": 1, "+": 1, "friendly": 1, "negative": -1, "-": -1, "hostile": -1}
            if text.lower() in words:
                return words[text.lower()]
            try:
                number = float(text)
            except ValueError:
                number = float("nan")
            if number > 0 or number < 0:
                return 1 if number > 0 else -1
            message = f"should be a number above or below 0, not {text[:60]!r}"
            self._fault(edge, field, message)
            return 1
        return None

    def _day(self, edge: Item, names: tuple[str, ...]) -> str:
        for name in names:
            text = edge.values.get(name, "")
            if not text:
                continue
            match = _DAY.fullmatch(text)
            return match[1] if match else text  # what is no date is told by the reader
        return ""
