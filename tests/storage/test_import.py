"""Datasets from tables, elections and networks: whole and right, or a list of what is wrong."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Detail
from iraq_explorer.storage.dataset import DatasetError, dataset_of, read_dataset
from iraq_explorer.storage.dataset_file import open_dataset, write_dataset
from iraq_explorer.storage.dataset_json import PARTS, dataset_to_json
from iraq_explorer.storage.exchange import DataFormat, What, exported
from iraq_explorer.storage.importing import FileKind, Imported, import_files
from iraq_explorer.storage.resources import resource_folder, shipped_dataset

TABLES = {
    "chambers": "id,name,seats,elected\nc,Chamber,10,2001-02-03\n",
    "lists": "id,name,actor,seats,certainty,sources\n"
    "l1,One,a,6,certain,s1\nl2,Two,b,4,reported,s1; s2\n",
    "blocs": "id,list,name,actor,seats,seats_low,certainty,sources\n"
    "b1,l1,One,a,6,,certain,s1\nb2,l2,Two,b,4,3,reported,s1;s2\n",
    "actors": "id,name,name_ar,kind,description,sources\n"
    "a,One,واحد,party,The first.,s1\nb,Two,,party,The second.,s2\n",
    "ties": "id,source,target,kind,from,certainty,statement,sources\n"
    "t,a,b,opposes,2001-03,certain,They differ.,s1\n",
    "events": "id,date,title,what,actors,certainty,sources\n"
    "e,2001,Start,It began.,a;b,certain,s1\n",
    "sources": "id,title,url\ns1,A paper,https://example.org/1\ns2,Another,\n",
}
ELECTION = (
    "country_name_short,country_name,election_type,election_date,seats,seats_total,"
    "party_name_short,party_name,party_name_english\n"
    "XXX,Exland,parliament,2010-09-19,60,100,A,Aparti,A Party\n"
    "XXX,Exland,parliament,2010-09-19,40.0,100,B,Bparti,B Party\n"
    "XXX,Exland,parliament,2010-09-19,NA,100,C,Cparti,C Party\n"
    "XXX,Exland,parliament,2014-09-14,70,100,A,Aparti,A Party\n"
    "XXX,Exland,ep,2009-06-07,5,20,A,Aparti,A Party\n"
)


def tables(folder: Path, **changed: str) -> list[Path]:
    paths = []
    for name, text in {**TABLES, **changed}.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def problems(*paths: Path) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        import_files(paths, "It")
    return [str(problem) for problem in caught.value.problems]


# -- tables --------------------------------------------------------------------------------------


def test_a_table_for_each_kind_of_record_makes_a_dataset(tmp_path: Path) -> None:
    made = import_files(tables(tmp_path), "My chamber").dataset
    assert (made.title, made.id, made.opening_scenario) == (
        "My chamber",
        "my_chamber",
        "c_as_elected",
    )
    chamber = made.chambers["c"]
    assert [(b.id, b.list_id, b.seats, b.seats_low) for b in chamber.blocs] == [
        ("b1", "l1", 6, 6),
        ("b2", "l2", 4, 3),
    ]
    assert chamber.blocs[1].sources == ("s1", "s2")
    assert chamber.rule_by_id[chamber.default_rule].quota(10) == 6
    assert made.actors["a"].name.ar == "واحد"
    assert (made.ties["t"].sign, made.ties["t"].citations[0].source) == (-1, "s1")
    assert made.events["e"].actors == ("a", "b")
    opening = made.scenarios["c_as_elected"]
    assert [opening.seats_of(held.id, chamber) for held in opening.coalitions] == [6, 4]


def test_every_problem_is_told_at_once_with_file_row_and_field(tmp_path: Path) -> None:
    wrong = tables(
        tmp_path,
        actors="id,name,kind,description,sources\n"
        "a,One,alien,The first.,s1\nb,Two,party,Second.,s9\n",
        ties="id,source,target,kind,from,certainty,statement,sources,colour\n"
        "t,a,b,opposes,2001-13,certain,They differ.,s1,red\nt,a,b,ally,,certain,Again.,s1,\n",
        sources="id,title,url\ns1,A paper,ftp://example.org\ns2,Another,\n",
    )
    assert problems(*wrong) == [
        "ties.csv, row 1, colour: is not a column of the table ties",
        "ties.csv, row 3, id: 't' is the id of an earlier row too",
        "actors.csv, row 2, kind: should be one of person, party, list, movement, armed group, "
        "state, state force, group, coalition, government, treaty, not 'alien'",
        "ties.csv, row 2, from: '2001-13' is not a day of the calendar",
        "sources.csv, row 2, url: should be an address beginning with http, not 'ftp://example.org'",
    ]


def test_two_chambers_may_name_their_rules_alike(tmp_path: Path) -> None:
    second = {
        "chambers": "d,Second,10,2005\n",
        "lists": "m1,Three,a,10,certain,s1\n",
        "blocs": "d1,m1,Three,a,10,,certain,s1\n",
    }
    both = {name: TABLES[name] + rows for name, rows in second.items()}
    for name in ("lists", "blocs"):
        heading, *rows = both[name].splitlines()
        named = [f"{row},{'d' if 'Three' in row else 'c'}" for row in rows]
        both[name] = "\n".join([f"{heading},chamber", *named])
    rule = "more,More,members,{share},true,s1,{chamber}\n"
    both["rules"] = "id,name,basis,share,strict,sources,chamber\n" + "".join(
        rule.format(share=share, chamber=chamber) for share, chamber in (("1/2", "c"), ("2/3", "d"))
    )
    both["chambers"] = "\n".join(
        f"{row},{'default_rule' if row.startswith('id') else 'more'}"
        for row in both["chambers"].splitlines()
    )
    made = import_files(tables(tmp_path, **both), "It").dataset
    assert [c.rule_by_id["more"].quota(10) for c in made.chambers.values()] == [6, 7]


def test_numbers_that_are_none_are_told_and_not_what_follows_from_them(tmp_path: Path) -> None:
    text = TABLES["blocs"].replace("a,6,", "a,six,")
    assert problems(*tables(tmp_path, blocs=text)) == [
        "blocs.csv, row 2, seats: should be a whole number, not 'six'"
    ]


def test_seats_that_do_not_add_up_name_the_row_of_the_list(tmp_path: Path) -> None:
    text = TABLES["blocs"].replace("a,6,", "a,5,")
    assert problems(*tables(tmp_path, blocs=text)) == [
        "lists.csv, row 2, seats: is 6, but its blocs add up to 5"
    ]


@pytest.mark.parametrize("between", [";", "\t"])
def test_semicolons_and_tabs_part_cells_too_as_does_a_byte_order_mark(
    between: str, tmp_path: Path
) -> None:
    for name, text in TABLES.items():
        rows = csv.reader(io.StringIO(text))
        held = io.StringIO(newline="")
        csv.writer(held, delimiter=between).writerows(rows)
        (tmp_path / f"{name}.csv").write_text("\ufeff" + held.getvalue(), "utf-8", newline="")
    made = import_files([tmp_path / f"{name}.csv" for name in TABLES], "It").dataset
    assert made.chambers["c"].blocs[1].sources == ("s1", "s2")


@pytest.mark.parametrize(
    ("write", "told"),
    [
        (lambda p: p.write_bytes("id,name\na,Grün\n".encode("latin-1")), "is not UTF-8 text"),
        (lambda p: p.write_text(""), "is empty"),
        (lambda p: p.write_text('id,name\n"a'), "is not CSV"),
        (lambda p: p.write_text("id,name\n" + "x" * 200_000), "is not CSV: field larger"),
        (lambda p: p.mkdir(), "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(
    write: Callable[[Path], object], told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "actors.csv"
    write(path)
    if path.is_dir():
        path = path / "x.csv"
    (problem,) = problems(path)
    assert told in problem


def test_actors_without_a_name_are_told_also_where_there_is_no_chamber(tmp_path: Path) -> None:
    path = file(tmp_path, "actors.csv", "id,name,kind,description,sources\na,,party,First.,s1\n")
    assert "actors.csv, row 2, name: is missing" in problems(path)


def test_html_formulas_and_any_script_are_names_like_others(tmp_path: Path) -> None:
    names = ["<b>bold</b>", "'=cmd|' /C calc'!A0", "محمد ال‌صدر", "ש״ס", "x" * 900]
    rows = "".join(f'n{i},"{name}",party,Described.,s1\n' for i, name in enumerate(names))
    made = import_files(tables(tmp_path, actors=TABLES["actors"].replace("name_ar,", "").replace(
        "واحد,", "").replace("Two,,", "Two,") + rows), "It").dataset  # fmt: skip
    assert [made.actors[f"n{i}"].name.en for i in range(5)] == [
        "<b>bold</b>", "=cmd|' /C calc'!A0", *names[2:],
    ]  # fmt: skip


# -- elections -----------------------------------------------------------------------------------


def test_results_in_the_shape_of_parlgov_make_a_chamber_for_each_election(tmp_path: Path) -> None:
    made = import_files([file(tmp_path, "view_election.csv", ELECTION)], "Exland")
    first, second = made.dataset.chambers.values()
    assert (str(first.elected), first.seats) == ("2010-09-19", 100)
    assert [(b.name.en, b.name.short, b.seats) for b in first.blocs] == [
        ("A Party", "A", 60),
        ("B Party", "B", 40),
    ]
    assert first.blocs[0].actor == second.blocs[0].actor
    assert [bloc.name.en for bloc in second.blocs] == ["A Party", "Other members"]
    assert any("70 of 100 seats" in note for note in made.notes)
    assert {held.chamber for held in made.dataset.scenarios.values()} == {first.id, second.id}


def test_all_that_is_assumed_or_left_out_is_told(tmp_path: Path) -> None:
    notes = import_files([file(tmp_path, "view_election.csv", ELECTION)], "Elections").notes
    assert [note for note in notes if "left out" in note] == [
        "view_election.csv: rows of other elections than those of parliaments, left out: 1",
        "view_election.csv: rows of parties without seats, left out: 1",
    ]
    assert any(note.startswith("No rules are given") for note in notes)
    assert any(note.startswith("No scenarios are given") for note in notes)


def test_who_waits_no_longer_ends_the_reading_at_any_record(tmp_path: Path) -> None:
    class NoLongerError(Exception):
        pass

    class Steps:
        def __init__(self, most: int) -> None:
            self.left = most

        def __call__(self) -> None:
            self.left -= 1
            if not self.left:
                raise NoLongerError

    nodes = NODES.replace('id="', 'id="n')
    paths = [*tables(tmp_path), file(tmp_path, "n.graphml", graphml(nodes, "", SIGN))]
    paths.append(file(tmp_path, "view_election.csv", ELECTION))
    count = Steps(0)
    import_files(paths, "It", step=count)
    assert count.left < -30
    for moment in range(1, 1 - count.left):
        with pytest.raises(NoLongerError):
            import_files(paths, "It", step=Steps(moment))


def test_it_is_told_what_each_file_is_taken_for(tmp_path: Path) -> None:
    paths = [
        file(tmp_path, "sources.csv", TABLES["sources"]),
        file(tmp_path, "n.gexf", "<gexf/>"),
        file(tmp_path, "view.csv", ELECTION),
        file(tmp_path, "x.doc", ""),
        resource_folder() / "eec",
    ]
    taken: dict[str, FileKind] = {}
    with pytest.raises(DatasetError):
        import_files(paths, "It", lambda path, kind: taken.update({path.name: kind}))
    assert [taken[path.name] for path in paths] == [
        FileKind.TABLE,
        FileKind.NETWORK,
        FileKind.ELECTIONS,
        FileKind.UNKNOWN,
        FileKind.DATASET,
    ]


def test_plain_columns_for_country_date_party_and_seats_are_enough(tmp_path: Path) -> None:
    path = file(tmp_path, "e.csv", "country,date,party,seats\nX,2001,A,3\nX,2001,B,2\n")
    (chamber,) = import_files([path], "It").dataset.chambers.values()
    assert (chamber.seats, chamber.rule_by_id["majority"].quota(5)) == (5, 3)


def test_wrong_results_of_elections_name_their_rows(tmp_path: Path) -> None:
    wrong = (
        ELECTION.replace(",60,", ",-3,")
        .replace("2014-09-14,70,100", "2014-9-14,70,100")
        .replace(",40.0,100,", ",140,100,")
    )
    assert problems(file(tmp_path, "e.csv", wrong)) == [
        "e.csv, row 2, seats: should be a number of seats, not '-3'",
        "e.csv, row 5, election_date: '2014-9-14' is not a date of the form YYYY, YYYY-MM or "
        "YYYY-MM-DD",
        "e.csv, row 3, seats_total: is 100, but the parties of Exland on 2010-09-19 add up to 140",
    ]


# -- networks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [DataFormat.GRAPHML, DataFormat.GEXF])
def test_our_own_network_comes_back_as_the_same_actors_and_ties(
    form: DataFormat, tmp_path: Path
) -> None:
    shipped = shipped_dataset()
    path = tmp_path / f"net.{form}"
    path.write_bytes(exported(What.NETWORK, form, (), shipped))
    made = import_files([path], "Net").dataset
    assert set(made.actors) == set(shipped.actors)
    for id_, actor in shipped.actors.items():
        held = made.actors[id_]
        assert (held.name.en, held.name.ar, held.name.ku) == (
            actor.name.en,
            actor.name.ar,
            actor.name.ku,
        )
        assert (held.kind, held.name.label) == (actor.kind, actor.name.label)
    for id_, tie in shipped.ties.items():
        held_tie = made.ties[id_]
        for field in (
            "source",
            "target",
            "kind",
            "sign",
            "period",
            "certainty",
            "statement",
            "note",
        ):
            assert getattr(held_tie, field) == getattr(tie, field), (id_, field)


def test_nodes_with_seats_become_a_chamber(tmp_path: Path) -> None:
    shipped = shipped_dataset()
    scenario = shipped.scenarios[shipped.opening_scenario]
    path = tmp_path / "net.gexf"
    path.write_bytes(exported(What.NETWORK, DataFormat.GEXF, [scenario], shipped))
    (chamber,) = import_files([path], "Net").dataset.chambers.values()
    held = shipped.chamber_of(scenario)
    assert (chamber.seats, len(chamber.blocs)) == (held.seats, len(held.blocs))


def graphml(nodes: str, edges: str, keys: str = "", direction: str = "undirected") -> str:
    return (
        '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        f'{keys}<graph edgedefault="{direction}">{nodes}{edges}</graph></graphml>'
    )


SIGN = '<key id="k" for="edge" attr.name="sign" attr.type="int"/>'
NODES = '<node id="a"/><node id="b"/><node id="c"/>'


def edge(source: str, target: str, sign: object = None, more: str = "") -> str:
    data = "" if sign is None else f'<data key="k">{sign}</data>'
    return f'<edge source="{source}" target="{target}" {more}>{data}</edge>'


def test_signs_make_friendly_and_hostile_ties_of_either_direction(tmp_path: Path) -> None:
    edges = edge("a", "b", 1) + edge("b", "c", -2.5) + edge("a", "c", "positive", 'directed="true"')
    made = import_files([file(tmp_path, "n.graphml", graphml(NODES, edges, SIGN))], "N")
    told = [(t.source, t.target, t.kind, t.sign) for t in made.dataset.ties.values()]
    assert told == [("a", "b", "ally", 1), ("b", "c", "rival", -1), ("a", "c", "backs openly", 1)]
    assert "No seats are given: each of 3 actors has one." in made.notes
    assert len(next(iter(made.dataset.chambers.values())).blocs) == 3


def test_problems_of_a_network_are_told_by_line(tmp_path: Path) -> None:
    edges = edge("a", "z", 1) + "\n" + edge("b", "c", 0) + edge("a", "a", 1)
    path = file(tmp_path, "n.graphml", graphml(NODES + '\n<node id="a"/>', edges, SIGN))
    assert problems(path) == [
        "n.graphml, line 2, node a, id: is the id of an earlier node too",
        "n.graphml, line 3, edge e2, sign: should be a number above or below 0, not '0'",
        "n.graphml, line 2, edge e1, target: names the unknown actor 'z'",
        "n.graphml, line 3, edge e3, target: is the actor that the tie starts from",
    ]


def test_gephis_own_version_of_gexf_is_read_with_edges_of_both_kinds(tmp_path: Path) -> None:
    text = (
        '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" '
        'mode="dynamic" timeformat="date"><attributes class="node"><attribute id="0" '
        'title="Kind" type="string"><default>party</default></attribute></attributes>'
        '<nodes><node id="a" label="Alpha"/><node id="b" label="Beta"><attvalues>'
        '<attvalue for="0" value="state"/></attvalues></node></nodes><edges>'
        '<edge id="0" source="a" target="b" type="undirected" weight="2.0" start="2001-02-03"/>'
        '<edge id="1" source="b" target="a" weight="-1.0"/></edges></graph></gexf>'
    )
    made = import_files([file(tmp_path, "n.gexf", text)], "N").dataset
    assert [(a.name.en, str(a.kind)) for a in made.actors.values()] == [
        ("Alpha", "party"),
        ("Beta", "state"),
    ]
    assert [(t.kind, t.sign) for t in made.ties.values()] == [("ally", 1), ("opposes", -1)]
    assert str(made.ties["0"].period.start) == "2001-02-03"


BOMB = '<!DOCTYPE g [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml><graph>&b;</graph></graphml>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BOMB, "it defines a document type or entities"),
        ('<!DOCTYPE g SYSTEM "file:///etc/passwd"><graphml/>', "it defines a document type"),
        ("<graphml>" + "<a>" * 100, "nested more than 64 levels deep"),
        ("<graphml>" + "<a>" * 100_000, "nested more than 64 levels deep"),
        ("<svg/>", "is XML, but neither GraphML nor GEXF"),
        ("<graphml><graph>", "is not XML: no element found"),
        ("\0\1\2", "is not XML"),
        ("", "is not XML"),
        ("<graphml><graph><hyperedge/></graph></graphml>", "edges of more than two ends"),
        ('<graphml><graph><node id="a"><data key="x">' + "x" * 100_001, "a text of more than"),
        ("<graphml><graph>" + '<node id="a"/>' * 20_001, "more than 20,000 nodes"),
        ('<?xml version="1.0" encoding="odd"?><graphml/>', "is not XML"),
        ("<graphml/>", "hold neither a chamber nor actors"),
    ],
)
def test_hostile_xml_is_refused_at_once(text: str, told: str, tmp_path: Path) -> None:
    began = perf_counter()
    found = problems(file(tmp_path, "n.graphml", text))
    assert perf_counter() - began < 2
    assert told in found[0]


def test_thousands_of_nodes_are_taken_in_seconds(tmp_path: Path) -> None:
    count = 3000
    nodes = "".join(f'<node id="n{i}"/>' for i in range(count))
    edges = "".join(edge(f"n{i}", f"n{(i * 7 + 1 + j) % count}", 1 - 2 * (i % 2))
                    for i in range(count) for j in range(2))  # fmt: skip
    began = perf_counter()
    made = import_files([file(tmp_path, "n.graphml", graphml(nodes, edges, SIGN))], "N").dataset
    assert perf_counter() - began < 5
    network = made.network(made.scenarios[made.opening_scenario], Detail.EVERYONE)
    assert len(network.nodes) == count
    assert made.scenarios[made.opening_scenario].coalitions == ()
    assert network.links
    assert perf_counter() - began < 8


# -- folders, files and several of them ------------------------------------------------------------


def test_a_dataset_goes_from_folder_to_file_to_folder_unchanged(tmp_path: Path) -> None:
    shipped = resource_folder() / "iraq"
    write_dataset(import_files([shipped], "It").files, tmp_path / "iraq.json")
    assert open_dataset(tmp_path / "iraq.json").dataset == shipped_dataset()
    write_dataset(import_files([tmp_path / "iraq.json"], "It").files, tmp_path / "iraq")
    assert read_dataset(tmp_path / "iraq") == shipped_dataset()
    for part in PARTS:
        name = f"{part}.json"
        again = json.loads((tmp_path / "iraq" / name).read_text(encoding="utf-8"))
        assert again == json.loads((shipped / name).read_text(encoding="utf-8"))


def test_an_election_and_a_network_make_one_dataset(tmp_path: Path) -> None:
    network = graphml('<node id="x"/><node id="y"/>', edge("x", "y", 1), SIGN)
    paths = [file(tmp_path, "e.csv", ELECTION), file(tmp_path, "n.graphml", network)]
    made = import_files(paths, "Both").dataset
    assert len(made.chambers) == 2
    assert {"x", "y", "party_a", "party_b"} <= set(made.actors)


def test_a_scenario_file_gives_its_scenario_first(tmp_path: Path) -> None:
    shipped = shipped_dataset()
    scenario = shipped.scenarios[shipped.opening_scenario]
    path = tmp_path / "s.json"
    path.write_bytes(exported(What.SCENARIO_FILE, DataFormat.JSON, [scenario], shipped))
    made = import_files([path], "It").dataset
    assert made.scenarios[made.opening_scenario].name == scenario.name
    assert len(made.scenarios) == len(shipped.scenarios) + 1


@pytest.mark.parametrize("name", ["out", "out.json"])
def test_what_is_there_already_is_replaced_only_if_asked(name: str, tmp_path: Path) -> None:
    files = import_files(tables(tmp_path), "It").files
    place = tmp_path / name
    write_dataset(files, place)
    with pytest.raises(FileExistsError, match="there is already something of this name"):
        write_dataset(files, place)
    write_dataset({**files, "dataset": {**files["dataset"], "title": "New"}}, place, replace=True)
    assert open_dataset(place).dataset.title == "New"
    assert {p.name for p in tmp_path.iterdir()} == {f"{t}.csv" for t in TABLES} | {name}


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    files = import_files(tables(tmp_path), "It").files
    with pytest.raises(OSError, match="cannot be written"):
        write_dataset(files, tmp_path / "none" / "out")
    assert not (tmp_path / "none").exists()


def test_files_of_no_known_kind_are_told(tmp_path: Path) -> None:
    odd = file(tmp_path, "a.csv", "x,y\n1,2\n")
    with zipfile.ZipFile(tmp_path / "b.zip", "w"):
        pass
    told = problems(odd, tmp_path / "b.zip", tmp_path / "c.json")
    assert [problem.split(": ")[0] for problem in told] == ["a.csv", "b.zip", "c.json"]


# -- anything at all -----------------------------------------------------------------------------

SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.none(), max_size=2),
)  # fmt: skip


def outcome(paths: list[Path]) -> Imported | DatasetError:
    """What an import comes to; anything but these two is a bug."""
    try:
        return import_files(paths, "It")
    except DatasetError as error:
        return error


@SETTINGS
@given(content=st.binary(max_size=300), ending=st.sampled_from(["csv", "json", "graphml", "gexf"]))
def test_any_bytes_are_imported_or_refused(content: bytes, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"actors.{ending}"
    path.write_bytes(content)
    outcome([path])


@SETTINGS
@given(data=st.data())
def test_any_value_in_any_place_of_a_dataset_is_taken_or_told(data: st.DataObject) -> None:
    values = json.loads(json.dumps(dataset_to_json(_small())))
    part = data.draw(st.sampled_from(PARTS))
    held = values[part] if part == "dataset" else values[part][0] if values[part] else values
    while isinstance(held, dict | list) and held:
        keys = sorted(held) if isinstance(held, dict) else range(len(held))
        key = data.draw(st.sampled_from(list(keys)))
        inner = held[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            held[key] = data.draw(anything)
            break
        held = inner
    with suppress(DatasetError):
        dataset_of(values)


@SETTINGS
@given(
    table=st.sampled_from(sorted(TABLES)),
    at=st.integers(0, 20),
    cell=st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
def test_any_cell_of_a_table_is_taken_or_told(
    table: str, at: int, cell: str, tmp_path: Path
) -> None:
    rows = list(csv.reader(io.StringIO(TABLES[table])))
    flat = [(row, column) for row in range(len(rows)) for column in range(len(rows[0]))]
    row, column = flat[at % len(flat)]
    rows[row][column] = cell
    held = io.StringIO(newline="")
    csv.writer(held).writerows(rows)
    outcome(tables(tmp_path, **{table: held.getvalue()}))


@SETTINGS
@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
def test_nodes_of_any_name_come_back_or_are_told(names: list[str], tmp_path: Path) -> None:
    nodes = "".join(f"<node id='n{i}' label={quoteattr(name)}/>" for i, name in enumerate(names))
    path = file(tmp_path, "n.gexf", f"<gexf><graph><nodes>{nodes}</nodes></graph></gexf>")
    made = outcome([path])
    if isinstance(made, Imported):
        found = [actor.name.en for actor in made.dataset.actors.values()]
        assert found == [name if name.strip() else f"n{i}" for i, name in enumerate(names)]


def _small() -> Dataset:
    from tests.storage.test_dataset_limits import values

    return dataset_of(values())
