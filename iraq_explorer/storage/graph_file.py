"""Reads GraphML and GEXF from anywhere into plain nodes and edges, each with its line.

Only what both have in common is read: ids, labels and attributes. Definitions of document types
and of entities are refused where they begin (*billion laughs*, and files that others are read
from), and so is what is too large or too deep, before it fills the memory.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from iraq_explorer.storage.dataset_limits import (
    DEEPEST,
    LONGEST_TEXT,
    MOST_RECORDS,
    TooLargeError,
    refuse_large,
)

_STEP = 1 << 16


class GraphError(Exception):
    """A file is no graph that can be read; the message says why, in one line."""


@dataclass
class Item:
    """A node or an edge."""

    line: int
    id: str = ""
    ends: tuple[str, str] = ("", "")
    """Of an edge: from where to where."""
    directed: bool = True
    values: dict[str, str] = field(default_factory=dict)
    """What the file says of it, by the names of attributes in small letters."""


@dataclass
class Graph:
    """What a file holds."""

    nodes: list[Item] = field(default_factory=list)
    edges: list[Item] = field(default_factory=list)


def read_graph(path: Path, step: Callable[[], None] = lambda: None) -> Graph:
    """The graph in a file, GraphML or GEXF whatever its name says.

    Args:
        path: the file.
        step: called again and again; it may raise to end the reading.

    Raises:
        GraphError: it cannot be read, is neither, is damaged or refused.

    """
    try:
        refuse_large(path)
        with path.open("rb") as file:
            return _read(file, step)
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror or error}") from error
    except TooLargeError as error:
        raise GraphError(str(error)) from error
    except expat.ExpatError as error:
        raise GraphError(f"line {error.lineno}: is not XML: {expat.ErrorString(error.code)}") from (
            error
        )
    except (ValueError, LookupError) as error:
        raise GraphError(f"is not XML: {error}") from error


def _read(file: BinaryIO, step: Callable[[], None]) -> Graph:
    listener = _Listener()
    while part := file.read(_STEP):
        step()
        listener.parser.Parse(part, False)
    listener.parser.Parse(b"", True)
    if listener.form is None:
        raise GraphError("is neither GraphML nor GEXF")
    return listener.graph


class _Listener:
    """Takes the elements as they come."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.form: str | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._on_definition
        self.parser.EntityDeclHandler = self._on_definition
        self.parser.StartElementHandler = self._on_start
        self.parser.EndElementHandler = self._on_end
        self.parser.CharacterDataHandler = self._on_text
        self._path: list[str] = []
        self._names: dict[tuple[str, str], str] = {}
        """Names of attributes by what they are of and their id."""
        self._defaults: dict[tuple[str, str], str] = {}
        self._declaring: tuple[str, str] = ("", "")
        self._group = ""
        self._directed = True
        self._held: list[Item] = []
        """Nodes and edges that are not closed yet, the innermost last."""
        self._key = ""
        self._text: list[str] = []
        self._length = 0

    def _on_definition(self, *_: object) -> None:
        raise GraphError(
            f"line {self.parser.CurrentLineNumber}: is refused: it defines a document type or "
            "entities"
        )

    def _on_start(self, qualified: str, values: dict[str, str]) -> None:
        name = qualified.rpartition(":")[2]
        if self.form is None:
            if name not in ("graphml", "gexf"):
                raise GraphError("is XML, but neither GraphML nor GEXF")
            self.form = name
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise GraphError(f"is refused: nested more than {DEEPEST} levels deep")
        self._text, self._length = [], 0
        match name:
            case "key" | "attribute":
                self._declare(values)
            case "attributes":
                self._group = values.get("class", "")
            case "graph":
                default = values.get("edgedefault", values.get("defaultedgetype", "directed"))
                self._directed = default == "directed"
            case "node" | "edge":
                self._begin(name, values)
            case "data":
                self._key = values.get("key", "")
            case "attvalue":
                # GEXF 1.1 wrote "id" for what later versions call "for".
                self._key = values.get("for", values.get("id", ""))
                self._say(values.get("value", ""))
            case "hyperedge":
                line = self.parser.CurrentLineNumber
                raise GraphError(f"line {line}: is refused: edges of more than two ends")

    def _declare(self, values: Mapping[str, str]) -> None:
        what = values.get("for", self._group)
        identity = values.get("id", "")
        title = values.get("attr.name", values.get("title", identity))
        self._declaring = (what, identity)
        self._names[what, identity] = title.strip().lower()

    def _begin(self, name: str, values: dict[str, str]) -> None:
        item = Item(self.parser.CurrentLineNumber, values.get("id", ""))
        most = MOST_RECORDS["actors" if name == "node" else "ties"]
        held = self.graph.nodes if name == "node" else self.graph.edges
        if len(held) == most:
            raise GraphError(f"is refused: more than {most:,} {name}s")
        held.append(item)
        self._held.append(item)
        for (what, key), default in self._defaults.items():
            if what in (name, "all"):
                item.values[self._names[what, key]] = default
        named = ("label", "weight", "start", "end", "kind")
        item.values |= {key: values[key] for key in named if values.get(key, "").strip()}
        if name == "edge":
            item.ends = (values.get("source", ""), values.get("target", ""))
            told = values.get("directed", values.get("type", ""))
            item.directed = {"true": True, "directed": True, "false": False, "undirected": False,
                             "mutual": False}.get(told, self._directed)  # fmt: skip

    def _say(self, text: str) -> None:
        """Take what the file says of the innermost node or edge."""
        if not self._held or not text.strip():
            return
        item = self._held[-1]
        what = "edge" if any(item.ends) else "node"
        for place in (what, "all", ""):
            if (place, self._key) in self._names:
                item.values[self._names[place, self._key]] = text.strip()
                return
        item.values.setdefault(self._key.lower(), text.strip())

    def _on_end(self, qualified: str) -> None:
        name = self._path.pop()
        text = "".join(self._text)
        if name == "data":
            self._say(text)
        elif name == "default":
            self._defaults[self._declaring] = text.strip()
        elif name == "NodeLabel" and self._held:  # as yEd writes labels
            self._held[-1].values.setdefault("label", text.strip())
        elif name in ("node", "edge"):
            self._held.pop()
        self._text, self._length = [], 0

    def _on_text(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise GraphError(
                f"line {self.parser.CurrentLineNumber}: is refused: a text of more than "
                f"{LONGEST_TEXT:,} characters"
            )
        self._text.append(text)
