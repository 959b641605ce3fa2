"""The tables of a dataset that is being made: their columns, and how a cell is written as text.

Cells have the form that tables in CSV have (``docs/dataset.md``), so that what is copied from here
can be imported and what a spreadsheet holds can be pasted. A text that does not fit its column is
kept as it is: reading the dataset tells what is wrong with it, and nothing typed is lost.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from iraq_explorer.core.chamber import Basis
from iraq_explorer.core.constraint import ConstraintKind
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, TieKind
from iraq_explorer.core.tie_change import Assumption
from iraq_explorer.storage.dataset_records import LEVELS
from iraq_explorer.storage.import_tables import COLUMNS


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    PROSE = "prose"
    """Sentences: a text that may have lines."""
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    REFERENCE = "reference"
    """The id of another record."""
    TEXTS = "texts"
    """Several texts or ids."""
    RECORDS = "records"
    """Records of its own, with the columns that ``parts`` tells."""
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    field: str
    """The field, with the way to it: ``name.en``."""
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    """Tables whose ids it names."""
    parts: "tuple[Column, ...]" = ()
    brief: str = ""
    """The field of a record in it that stands for the whole where the others are empty."""


def _text(field: str, *, required: bool = False) -> Column:
    return Column(field, required=required)


def _prose(field: str, *, required: bool = False) -> Column:
    return Column(field, Kind.PROSE, required)


def _number(field: str, *, required: bool = False) -> Column:
    return Column(field, Kind.NUMBER, required)


def _date(field: str, *, required: bool = False) -> Column:
    return Column(field, Kind.DATE, required)


def _flag(field: str, *, required: bool = False) -> Column:
    return Column(field, Kind.FLAG, required, ("true", "false"))


def _choice(field: str, choices: tuple[str, ...] | type[StrEnum]) -> Column:
    return Column(field, Kind.CHOICE, True, tuple(map(str, choices)))


def _one(field: str, *tables: str, required: bool = False) -> Column:
    return Column(field, Kind.REFERENCE, required, tables=tables)


def _many(field: str, *tables: str, required: bool = False) -> Column:
    return Column(field, Kind.TEXTS, required, tables=tables)


def _records(field: str, *parts: Column, required: bool = False, brief: str = "") -> Column:
    return Column(field, Kind.RECORDS, required, parts=parts, brief=brief)


def _json(field: str) -> Column:
    return Column(field, Kind.JSON)


_ID = _text("id", required=True)
_CHAMBER = _one("chamber", "chambers", required=True)
_SOURCES = _many("sources", "sources", required=True)
_CERTAINTY = _choice("certainty", Certainty)
_NOTE = _prose("note")
_SEATS = _number("seats", required=True)
_NAME = (
    _text("name.en", required=True),
    _text("name.short"),
    _text("name.ar"),
    _one("name.ar_source", "sources"),
    _text("name.ku"),
    _one("name.ku_source", "sources"),
    _records(
        "name.variants", _text("name", required=True), _one("source", "sources"), brief="name"
    ),
)
_REPORTS = _records("reports", _SEATS, _SOURCES, _prose("note"), _flag("early"))
_ESTIMATES = _records(
    "estimates", _text("name", required=True), _SEATS, _one("actor", "actors"), _prose("note")
)
_SPLINTERS = _records(
    "splinters", _text("name", required=True), _SEATS, _date("date", required=True), _prose("note")
)
_BELONGS_TO = _records(
    "belongs_to", _one("actor", "actors", required=True), _choice("level", LEVELS),
    _date("from"), _date("to"),
)  # fmt: skip
_CITATIONS = _records(
    "citations", _one("source", "sources", required=True), _number("paragraph"),
    _prose("paraphrase"), required=True, brief="source",
)  # fmt: skip
_COALITIONS = _records(
    "coalitions", _ID, _text("name"), _number("colour", required=True), _many("blocs", "blocs"),
)  # fmt: skip
_CONSTRAINTS = _records(
    "constraints", _choice("kind", ConstraintKind), _one("bloc", "blocs", required=True),
    _one("other", "blocs", "actors"), _many("ties", "ties"),
)  # fmt: skip
_TIE_CHANGES = _records(
    "tie_changes", _choice("assumption", Assumption), _one("tie", "ties", required=True),
    _one("source", "actors"), _one("target", "actors"), Column("kind", Kind.CHOICE, False,
    tuple(map(str, TieKind))), _prose("note"),
)  # fmt: skip

TABLES: Mapping[str, tuple[Column, ...]] = {
    "dataset": (
        _ID, _text("title", required=True), _text("version", required=True),
        _one("opening_scenario", "scenarios", required=True),
    ),
    "chambers": (
        _ID, _NAME[0], _NAME[1], _SEATS, _date("elected", required=True), _date("first_sitting"),
        _one("default_rule", "rules", required=True), *_NAME[2:], _number("cabinet.posts"),
        _one("cabinet.event", "events"),
    ),
    "rules": (
        _CHAMBER, _ID, _text("name", required=True), _choice("basis", Basis),
        _text("share", required=True), _flag("strict", required=True), _number("quota"),
        _text("article"), _SOURCES, _NOTE,
    ),
    "lists": (
        _CHAMBER, _ID, _NAME[0], _NAME[1], _SEATS, _one("actor", "actors", required=True),
        _CERTAINTY, _SOURCES, _text("leader"), *_NAME[2:], _REPORTS, _NOTE, _ESTIMATES,
        _SPLINTERS,
    ),
    "blocs": (
        _CHAMBER, _ID, _NAME[0], _NAME[1], _one("list", "lists", required=True), _SEATS,
        _number("seats_low"), _number("seats_high"), _one("actor", "actors", required=True),
        _CERTAINTY, _SOURCES, *_NAME[2:], _REPORTS, _NOTE, _flag("split_known"),
    ),
    "actors": (
        _ID, _NAME[0], _NAME[1], _choice("kind", ActorKind), _prose("description", required=True),
        _SOURCES, _BELONGS_TO, *_NAME[2:], _many("articles", "sources"), _text("wikidata"),
        _one("wikidata_source", "sources"),
    ),
    "ties": (
        _ID, _one("source", "actors", required=True), _choice("kind", TieKind),
        _one("target", "actors", required=True), _number("sign", required=True), _date("from"),
        _date("to"), _CERTAINTY, _prose("statement", required=True), _CITATIONS, _NOTE,
    ),
    "events": (
        _ID, _date("date", required=True), _date("date_end"), _text("title", required=True),
        _prose("what", required=True), _many("actors", "actors"), _CERTAINTY, _SOURCES,
    ),
    "sources": (
        _ID, _text("title", required=True), _text("url"), _text("copy"), _date("date"), _NOTE,
    ),
    "corrections": (
        _one("article", "sources", required=True), _prose("claim", required=True),
        _prose("correction", required=True),
        _many("about", "ties", "blocs", "actors", "events"),
    ),
    "scenarios": (
        _ID, _text("name", required=True), _one("chamber", "chambers", required=True),
        _date("date", required=True), _one("rule", "rules"), _number("custom_quota"),
        _number("present"), _COALITIONS, _NOTE, _many("tags"), _many("sources", "sources"),
        _CONSTRAINTS, _TIE_CHANGES, _json("vote"), _json("what_if"), _json("disregarded"),
        _json("roll_call"), _json("placements"),
    ),
}  # fmt: skip
"""The columns of each table, in the order in which they are shown."""

IN_CHAMBERS = ("rules", "lists", "blocs")
"""Tables whose records lie in a chamber; their column ``chamber`` says in which."""

# Cells are read as those of tables in CSV are.
_whole = COLUMNS["blocs"]["seats"]
_truth = COLUMNS["rules"]["strict"]
_several = COLUMNS["events"]["actors"]
_array = COLUMNS["lists"]["reports"]


def value_of(column: Column, text: str) -> Any:
    """The value that a text of a cell stands for; ``None`` for an empty cell.

    A text that does not fit stays a text.
    """
    text = text.strip()
    if not text:
        return None
    try:
        match column.kind:
            case Kind.NUMBER:
                return _whole(text)
            case Kind.FLAG:
                return _truth(text)
            case Kind.TEXTS:
                return _several(text)
            case Kind.RECORDS if column.brief and not text.startswith("["):
                return [{column.brief: held} for held in _several(text)]
            case Kind.RECORDS:
                return _array(text)
            case Kind.JSON:
                return json.loads(text, parse_constant=_refuse)
            case _:
                return text
    except (ValueError, RecursionError):
        return text


def text_of(column: Column, value: Any) -> str:
    """A value as the text of its cell: what ``value_of`` reads again."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        held = value
        if column.brief and all(isinstance(v, dict) and [*v] == [column.brief] for v in value):
            held = [record[column.brief] for record in value]
        if held and all(_plain(text) for text in held) and not held[0].startswith("["):
            return "; ".join(held)
    return _encoded(value)


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _plain(text: object) -> bool:
    return isinstance(text, str) and bool(text) and ";" not in text and text.strip() == text


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is not a number of JSON")
