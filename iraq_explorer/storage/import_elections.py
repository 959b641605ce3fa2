"""Results of elections in the shape of ParlGov: a row for each party of each election.

The columns are those of ParlGov's table of elections (Döring, Huber and Manow, parlgov.org,
``view_election.csv``); of each kind one is enough: a country, a date, a party and its seats. Each
election becomes a chamber, each party a list that is one bloc.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.storage.harvest import Harvest, Record, Step, free, go_on, slug

_COUNTRY = ("country_name", "country", "country_name_short")
_DATE = ("election_date", "date")
_PARTY = ("party_name_english", "party_name", "party", "party_name_short")
_SHORT = ("party_name_short", "party_short")
_SOURCE: Record = {
    "id": "parlgov",
    "title": "Results of elections as imported, in the shape of ParlGov (Döring, Huber and Manow: "
    "Parliaments and governments database)",
    "url": "https://www.parlgov.org",
}
OTHERS = "Other members"


def is_election_table(heading: Sequence[str]) -> bool:
    """Whether a table has the columns that a result of elections needs."""
    columns = {cell.lower() for cell in heading}
    wanted = (_DATE, _PARTY, ("seats",))
    return all(columns.intersection(names) for names in wanted)


def read_elections(
    path: Path,
    heading: Sequence[str],
    rows: Sequence[tuple[int, list[str]]],
    step: Step = go_on,
) -> Harvest:
    """The chambers of a table of elections. Parties without seats are left out."""
    harvest = Harvest()
    harvest.add("sources", _SOURCE)
    columns = [cell.lower() for cell in heading]
    elections: dict[tuple[str, str], list[tuple[str, Record]]] = {}
    others = seatless = 0
    for line, cells in rows:
        step()
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        if row.get("election_type", "parliament") not in ("", "parliament"):
            others += 1
            continue
        read = _row(row, path.name, f"row {line}", harvest)
        if read is not None and not read["seats"]:
            seatless += 1
        elif read is not None:
            key = (read["country"], read["date"])
            elections.setdefault(key, []).append((f"row {line}", read))
    if not elections and not harvest.problems:
        harvest.lose(path.name, "", "", "holds no party with seats in a parliament")
    for count, told in (
        (others, "rows of other elections than those of parliaments"),
        (seatless, "rows of parties without seats"),
    ):
        if count:
            harvest.notes.append(f"{path.name}: {told}, left out: {count:,}")
    actors: dict[str, str] = {}
    for (country, day), parties in elections.items():
        harvest.add("chambers", _chamber(country, day, parties, path.name, actors, harvest))
    return harvest


def _first(row: Record, names: Sequence[str]) -> str:
    return next((str(row[name]) for name in names if row.get(name)), "")


def _row(row: Record, file: str, place: str, harvest: Harvest) -> Record | None:
    """What a row says; ``None`` where it says something wrong."""
    before = len(harvest.problems)
    seats = _number(row, "seats", file, place, harvest)
    total = _number(row, "seats_total", file, place, harvest)
    day, party = _first(row, _DATE), _first(row, _PARTY)
    try:
        PartialDate(day)
    except ValueError as error:
        harvest.lose(file, place, "election_date", str(error)[:200])
    if not party:
        harvest.lose(file, place, "party", "is missing")
    if len(harvest.problems) > before:
        return None
    return {
        "country": _first(row, _COUNTRY) or "Parliament",
        "code": row.get("country_name_short", ""),
        "date": day,
        "party": party,
        "short": _first(row, _SHORT),
        "native": row.get("party_name", ""),
        "key": row.get("party_id", ""),
        "seats": seats,
        "total": total,
    }


def _number(row: Record, column: str, file: str, place: str, harvest: Harvest) -> int:
    text = row.get(column, "")
    if text in ("", "NA", "NULL"):  # as R and SQL write what is not known
        return 0
    if not re.fullmatch(r"[0-9]{1,9}(\.0+)?", text, re.ASCII):
        harvest.lose(file, place, column, f"should be a number of seats, not {text[:60]!r}")
        return 0
    return int(text.partition(".")[0])


def _chamber(
    country: str,
    day: str,
    parties: list[tuple[str, Record]],
    file: str,
    actors: dict[str, str],
    harvest: Harvest,
) -> Record:
    code = slug(str(parties[0][1]["code"])) or slug(country)[:12].rstrip("_") or "chamber"
    taken = [str(chamber["id"]) for chamber in harvest.records.get("chambers", [])]
    identity = free(f"{code}{day.replace('-', '')}", taken)
    won = sum(party["seats"] for _, party in parties)
    totals = {party["total"] for _, party in parties if party["total"]}
    seats = max(totals, default=won)
    if len(totals) > 1:
        told = ", ".join(map(str, sorted(totals)))
        harvest.fault(file, parties[0][0], "seats_total", f"differs within one election: {told}")
    elif won > seats:
        message = f"is {seats}, but the parties of {country} on {day} add up to {won}"
        harvest.fault(file, parties[0][0], "seats_total", message)
    elif won < seats:
        harvest.notes.append(
            f"{country}, {day}: the parties have {won} of {seats} seats; the others are a bloc "
            f"“{OTHERS}”"
        )
        rest = {"party": OTHERS, "short": "Others", "key": "", "seats": seats - won, "native": ""}
        parties = [*parties, (parties[-1][0], {**parties[-1][1], **rest})]
    chamber: Record = {
        "id": identity,
        "name": {"en": f"{country}, {day}"},
        "seats": seats,
        "elected": day,
        "lists": [],
        "blocs": [],
    }
    harvest.note_place("chambers", identity, file, parties[0][0])
    used: set[str] = set()
    for place, party in parties:
        actor = _actor(party, country, actors, harvest)
        own = free(f"{identity}_{actor.partition('_')[2] or actor}", used)
        used.add(own)
        held: Record = {
            "id": own,
            "name": _name(party),
            "actor": actor,
            "seats": party["seats"],
            "certainty": "reported",
            "sources": [_SOURCE["id"]],
        }
        chamber["lists"].append(held)
        chamber["blocs"].append({**held, "list": own})
        harvest.note_place("chambers", own, file, place)
    return chamber


def _name(party: Record) -> Record:
    name: Record = {"en": party["party"]}
    if party["short"] and party["short"] != party["party"]:
        name["short"] = party["short"]
    if party["native"] and party["native"] not in name.values():
        name["variants"] = [{"name": party["native"]}]
    return name


def _actor(party: Record, country: str, actors: dict[str, str], harvest: Harvest) -> str:
    """The actor of a party, one for all elections of a country."""
    key = f"{country}\n{party['key'] or party['party']}"
    if key not in actors:
        word = slug(party["short"] or party["party"]) or "party"
        # A mapping of each id to itself as well: a key has a new line in it, an id has none.
        actors[key] = free(f"party_{word}", actors)
        actors[actors[key]] = actors[key]
        record: dict[str, Any] = {
            "id": actors[key],
            "name": _name(party),
            "kind": "group" if party["party"] == OTHERS else "party",
            "description": f"Party in {country}."
            if party["party"] != OTHERS
            else f"Members in {country} whose party the imported table does not name.",
            "sources": [_SOURCE["id"]],
        }
        harvest.add("actors", record)
    return actors[key]
