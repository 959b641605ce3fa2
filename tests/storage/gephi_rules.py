"""How Gephi reads GEXF and GraphML, and what it complains of: its importers' rules in short.

After ``ImporterGEXF``, ``ImporterGraphML`` and ``ImportContainerImpl`` of Gephi 0.10
(github.com/gephi/gephi, modules ImportPlugin and ImportAPI). Kept are the rules that a file can
break: what is not declared or has no known type is left out, ends that are missing are made up,
and edges of one kind between the same two nodes become one.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from xml.etree import ElementTree

VERSIONS = ("1.0", "1.1", "1.2", "1.3")
TRUTHS = ("true", "false")


@dataclass
class Taken:
    """What Gephi makes of a file."""

    nodes: dict[str, str] = field(default_factory=dict)
    """Labels by id."""
    edges: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Source, target and kind by id."""
    issues: list[str] = field(default_factory=list)
    """What its report of the import warns of."""

    @property
    def merged(self) -> int:
        """How many edges disappear in others."""
        return sum(count - 1 for count in Counter(self.edges.values()).values())


def gephi_reads(content: bytes) -> Taken:
    """Read a file as Gephi does."""
    root = ElementTree.fromstring(content)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return _gexf(root) if root.tag == "gexf" else _graphml(root)


def _number(text: str) -> None:
    float(text)


def _whole(text: str) -> None:
    if not -(2**63) <= int(text) < 2**63:
        raise ValueError("is too large")


def _truth(text: str) -> None:
    if text not in TRUTHS:
        raise ValueError("is no truth value")


TYPES = {
    "string": str, "boolean": _truth, "integer": _whole, "int": _whole, "long": _whole,
    "float": _number, "double": _number,
}  # fmt: skip


def _gexf(root: ElementTree.Element) -> Taken:
    taken = Taken()
    if root.get("version") not in VERSIONS:
        taken.issues.append(f"unknown version {root.get('version')}")
    (graph,) = root.iter("graph")
    if graph.get("defaultedgetype") not in ("directed", "undirected"):
        taken.issues.append("no default edge type that is known")
    dated = graph.get("timeformat") in ("date", "datetime")
    columns: dict[tuple[str, str], str] = {}
    for group in graph.iter("attributes"):
        kind = group.get("class", "")
        if kind not in ("node", "edge"):
            taken.issues.append(f"attributes of {kind!r}")
        for declared in group.iter("attribute"):
            place = kind, declared.get("id", "")
            if place in columns or not place[1] or declared.get("type") not in TYPES:
                taken.issues.append(f"attribute {declared.attrib}")
            columns[place] = declared.get("type", "")
    for node in root.iter("node"):
        _take_node(taken, node, node.get("label", ""))
        _values(taken, node, "node", columns)
    for edge in root.iter("edge"):
        _take_edge(taken, edge, edge.get("kind", ""))
        _values(taken, edge, "edge", columns)
        for bound in ("start", "end"):
            told = edge.get(bound)
            if told is not None and not (dated and _is_day(told)):
                taken.issues.append(f"{bound} {told!r}")
        if edge.get("weight") is not None:
            _check(taken, "double", edge.get("weight", ""))
    return taken


def _values(
    taken: Taken, element: ElementTree.Element, kind: str, columns: dict[tuple[str, str], str]
) -> None:
    for told in element.iter("attvalue"):
        declared = columns.get((kind, told.get("for", "")))
        if declared is None:
            taken.issues.append(f"value of no attribute: {told.attrib}")
        else:
            _check(taken, declared, told.get("value", ""))


def _graphml(root: ElementTree.Element) -> Taken:
    taken = Taken()
    columns: dict[tuple[str, str], str] = {}
    labels: set[str] = set()
    for key in root.iter("key"):
        kind, name = key.get("for", "all"), key.get("attr.name", "")
        place = kind, key.get("id", "")
        if place in columns or not place[1] or key.get("attr.type") not in TYPES:
            taken.issues.append(f"key {key.attrib}")
        columns[place] = key.get("attr.type", "")
        if name == "label":
            labels.add(place[1])
    (graph,) = root.iter("graph")
    if graph.get("edgedefault") not in ("directed", "undirected"):
        taken.issues.append("no default edge type that is known")
    for kind in ("node", "edge"):
        for element in root.iter(kind):
            told = {data.get("key", ""): data.text or "" for data in element.iter("data")}
            for key_, value in told.items():
                if (kind, key_) not in columns:
                    taken.issues.append(f"value of no key: {key_}")
                elif value.strip():
                    _check(taken, columns[kind, key_], value)
            if kind == "node":
                label = next((told[key_] for key_ in told if key_ in labels), "")
                _take_node(taken, element, label)
            else:
                _take_edge(taken, element, element.get("label", ""))
    return taken


def _take_node(taken: Taken, node: ElementTree.Element, label: str) -> None:
    identity = node.get("id", "")
    if not identity.strip() or identity in taken.nodes:
        taken.issues.append(f"node {identity!r} has no id of its own")
    taken.nodes[identity] = label


def _take_edge(taken: Taken, edge: ElementTree.Element, kind: str) -> None:
    identity, ends = edge.get("id", ""), (edge.get("source", ""), edge.get("target", ""))
    if identity in taken.edges:
        taken.issues.append(f"edge {identity!r} has no id of its own")
    if not set(ends) <= set(taken.nodes):
        taken.issues.append(f"edge {identity!r}: an end is made up")
    if edge.get("type", "directed") != "directed":
        taken.issues.append(f"edge {identity!r} is no directed one")
    taken.edges[identity] = (*ends, kind)


def _check(taken: Taken, kind: str, value: str) -> None:
    try:
        TYPES.get(kind, str)(value)
    except ValueError:
        taken.issues.append(f"{value!r} is no {kind}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
