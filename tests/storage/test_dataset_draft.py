"""Datasets as plain tables: nothing is lost, changes are pure, faults are found at their cells."""

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.storage.block_text import (
    block_of,
    block_text,
    field_names,
    heading_of,
    under_heading,
)
from iraq_explorer.storage.dataset import dataset_of, read_dataset
from iraq_explorer.storage.dataset_columns import TABLES, Column, Kind, text_of, value_of
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid, columns_in, draft_of
from iraq_explorer.storage.dataset_file import (
    SCENARIO_FORM,
    dataset_file,
    open_dataset,
    write_dataset,
)
from iraq_explorer.storage.draft_file import new_draft, open_draft, save_draft
from iraq_explorer.storage.draft_findings import Finding, check_draft
from iraq_explorer.storage.draft_rename import references, renamed
from iraq_explorer.storage.import_tables import COLUMNS
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.storage.resources import resource_folder, shipped_dataset

SHIPPED = resource_folder() / "iraq"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def iraq() -> DatasetDraft:
    return open_draft(SHIPPED).draft


@pytest.fixture
def fresh() -> DatasetDraft:
    return new_draft("New")


def found(draft: DatasetDraft) -> list[str]:
    return [f"{f.table} {f.row} {f.field}: {f.message}" for f in check_draft(draft)]


# -- files ---------------------------------------------------------------------------------------


def test_the_shipped_files_come_back_as_they_are(iraq: DatasetDraft) -> None:
    files = iraq.files()
    for part, held in files.items():
        # Also the order of records and, within each, of fields.
        raw = json.loads((SHIPPED / f"{part}.json").read_text(encoding="utf-8"))
        if part == "chambers":
            assert held == raw
        else:
            assert json.dumps(held) == json.dumps(raw)
    assert dataset_of(files) == shipped_dataset()


def test_every_field_of_the_shipped_dataset_has_a_column(iraq: DatasetDraft) -> None:
    for table, rows in iraq.tables.items():
        assert columns_in(Grid(table), rows) == TABLES[table]


def test_the_tables_have_the_columns_of_tables_in_csv() -> None:
    for table, columns in COLUMNS.items():
        known = {column.field for column in TABLES[table]}
        assert set(columns) - known <= {"chamber", "rules"}


def test_every_cell_can_be_read_again_from_its_text(iraq: DatasetDraft) -> None:
    for table, rows in iraq.tables.items():
        for column in TABLES[table]:
            for row in rows:
                value = row.get(column.field)
                assert value_of(column, text_of(column, value)) == value


@pytest.mark.parametrize("name", ["own.json", "own"])
def test_a_saved_dataset_is_the_same_and_keeps_its_bytes(
    name: str, tmp_path: Path, iraq: DatasetDraft
) -> None:
    place = tmp_path / name
    save_draft(iraq, place)
    assert open_dataset(place).dataset == shipped_dataset()
    files = [place] if place.is_file() else sorted(place.iterdir())
    before = [file.read_bytes() for file in files]
    opened = open_draft(place)
    assert opened.place == place
    save_draft(opened.draft, place)
    assert [file.read_bytes() for file in files] == before


def test_the_shipped_dataset_is_opened_as_a_copy_and_never_written_over(
    iraq: DatasetDraft,
) -> None:
    assert open_draft(SHIPPED).place is None
    assert open_draft(SHIPPED / "dataset.json").place is None
    before = (SHIPPED / "actors.json").read_bytes()
    with pytest.raises(OSError, match="comes with the program"):
        save_draft(iraq, SHIPPED)
    assert (SHIPPED / "actors.json").read_bytes() == before


def test_saving_into_a_folder_leaves_its_other_files(tmp_path: Path, fresh: DatasetDraft) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    save_draft(fresh, tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not [held for held in tmp_path.iterdir() if held.name.startswith(".")]
    assert read_dataset(tmp_path).title == "New"


def test_a_new_dataset_is_free_of_problems(fresh: DatasetDraft) -> None:
    assert check_draft(fresh) == ()


def test_a_dataset_with_faults_is_opened_and_saved_with_them(
    tmp_path: Path, fresh: DatasetDraft
) -> None:
    files = fresh.files()
    files["actors"][0]["kind"] = 7
    files["actors"].append({"id": None, "strange": {"deep": [1]}})
    files["chambers"][0]["lists"] = "none"
    del files["events"]
    draft = draft_of(files)
    save_draft(draft, tmp_path / "x.json")
    assert open_draft(tmp_path / "x.json").draft == draft
    assert draft.tables["actors"][1]["strange"] == {"deep": [1]}
    assert found(draft)


def test_rows_of_no_chamber_are_told_and_survive_saving(fresh: DatasetDraft) -> None:
    grid = Grid("lists")
    lost = fresh.with_texts(grid, {(0, "chamber"): "elsewhere", (1, "name.en"): "Homeless"})
    told = found(lost)
    assert "lists 0 chamber: names the unknown chamber 'elsewhere'" in told
    assert "lists 1 chamber: is missing" in told
    again = draft_of(lost.files())
    assert {row.get("chamber") for row in again.tables["lists"]} == {"elsewhere", None}
    assert again.tables["lists"][-1]["name.en"] == "Homeless"


def test_what_holds_no_records_is_refused() -> None:
    with pytest.raises(DatasetError, match=r"actors\.json: should hold an array"):
        draft_of({"actors": {"a": 1}})
    with pytest.raises(DatasetError, match="record 2: should be an object"):
        draft_of({"ties": [{}, "x"]})


@given(JSON)
def test_whatever_stands_in_a_file_gives_problems_and_no_error(value: Any) -> None:
    files = new_draft("New").files()
    for part in ("actors", "chambers"):
        row = dict(files[part][0], name=value, seats=value, blocs=value, kind=value)
        try:
            draft = draft_of({**files, part: [row, value]})
        except DatasetError:
            draft = draft_of({**files, part: [row]})
        check_draft(draft)
        for table, rows in draft.tables.items():
            for column in columns_in(Grid(table), rows):
                for held in rows:
                    text_of(column, held.get(column.field))


# -- changes -------------------------------------------------------------------------------------


@given(
    st.sampled_from(sorted(TABLES)),
    st.integers(0, 30),
    st.text(max_size=30) | st.sampled_from(["[", "[[", '{"a": 1}', "9" * 400, "1e999", "NaN"]),
)
def test_any_text_in_any_cell_is_kept_or_read(table: str, number: int, text: str) -> None:
    draft = new_draft("New")
    column = TABLES[table][number % len(TABLES[table])]
    after = draft.with_texts(Grid(table), {(0, column.field): text})
    value = after.tables[table][0].get(column.field)
    assert (value is None) == (not text.strip())
    assert value_of(column, text_of(column, value)) == value
    check_draft(after)


def test_a_change_leaves_the_draft_before_it_alone(fresh: DatasetDraft) -> None:
    before = fresh.files()
    after = fresh.with_texts(Grid("actors"), {(0, "name.en"): "Other", (1, "name.en"): "Third"})
    assert fresh.files() == before
    assert [row["name.en"] for row in after.tables["actors"]] == ["Other", "Third"]
    assert after.tables["actors"][1]["id"] == "third"
    assert after.tables["ties"] is fresh.tables["ties"]


def test_a_field_that_is_filled_in_stands_where_the_columns_have_it(fresh: DatasetDraft) -> None:
    after = fresh.with_texts(Grid("blocs"), {(0, "seats_low"): "0", (0, "name.short"): ""})
    fields = list(after.tables["blocs"][0])
    assert fields.index("seats") < fields.index("seats_low") < fields.index("certainty")
    assert "name.short" not in fields


def test_the_sign_of_a_tie_follows_its_kind_unless_it_was_set_apart(fresh: DatasetDraft) -> None:
    grid = Grid("ties")
    draft = fresh.with_new_row(grid, 0)
    assert draft.tables["ties"][0]["id"] == "tie_1"
    draft = draft.with_texts(grid, {(0, "kind"): "rival"})
    assert draft.tables["ties"][0]["sign"] == -1
    draft = draft.with_texts(grid, {(0, "kind"): "ally"})
    assert draft.tables["ties"][0]["sign"] == 1
    draft = draft.with_texts(grid, {(0, "sign"): "-1"}).with_texts(grid, {(0, "kind"): "leads"})
    assert draft.tables["ties"][0]["sign"] == -1


def test_a_new_row_lies_in_the_chamber_of_the_one_before_it(iraq: DatasetDraft) -> None:
    draft = iraq.with_new_row(Grid("blocs"), 3)
    assert draft.tables["blocs"][3] == {"chamber": "cor2005"}
    copy = iraq.with_new_row(Grid("blocs"), 1, iraq.tables["blocs"][0])
    assert copy.tables["blocs"][1]["id"] == f"{iraq.tables['blocs'][0]['id']}_2"


def test_records_within_a_cell_are_rows_too(iraq: DatasetDraft) -> None:
    number = next(n for n, row in enumerate(iraq.tables["blocs"]) if len(row["reports"]) > 1)
    grid = Grid("blocs", number, "reports")
    before = iraq.rows(grid)
    after = iraq.with_texts(grid, {(0, "seats"): "7"}).without_rows(grid, [1])
    assert after.rows(grid)[0]["seats"] == 7
    assert len(after.rows(grid)) == len(before) - 1
    gone = iraq.without_rows(grid, range(len(before)))
    assert "reports" not in gone.tables["blocs"][number]


# -- ids -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["chambers", "rules", "lists", "blocs", "actors", "sources"])
def test_another_id_changes_all_that_names_it(iraq: DatasetDraft, table: str) -> None:
    for number in range(0, len(iraq.tables[table]), 1 + len(iraq.tables[table]) // 6):
        after, followed = renamed(iraq, table, number, "quite_new")
        assert check_draft(after) == (), (table, number)
        old = iraq.tables[table][number]["id"]
        unnamed = iraq.without_rows(Grid(table), [number])
        if any(f"{old!r}" in finding.message for finding in check_draft(unnamed)):
            assert followed


def test_ids_in_what_scenarios_assume_follow(iraq: DatasetDraft) -> None:
    number = next(n for n, row in enumerate(iraq.tables["scenarios"]) if "roll_call" in row)
    held = iraq.tables["scenarios"][number]["roll_call"]["blocs"]
    bloc = next(iter(held))
    row = next(n for n, b in enumerate(iraq.tables["blocs"]) if b["id"] == bloc)
    after, _ = renamed(iraq, "blocs", row, "quite_new")
    blocs = after.tables["scenarios"][number]["roll_call"]["blocs"]
    assert blocs["quite_new"] == held[bloc]
    assert bloc not in blocs


def test_an_id_that_is_taken_draws_nothing_to_it(iraq: DatasetDraft) -> None:
    other = iraq.tables["actors"][1]["id"]
    after, followed = renamed(iraq, "actors", 0, other)
    assert followed == 0
    assert after.tables["ties"] == iraq.tables["ties"]
    assert "actors 1 id: is the id of an earlier record too" in found(after)


def test_a_rule_is_renamed_in_its_own_chamber_only(iraq: DatasetDraft) -> None:
    after, _ = renamed(iraq, "rules", 0, "investiture")
    assert [c["default_rule"] for c in after.tables["chambers"]] == [
        "investiture",
        "absolute_majority",
    ]
    column = next(c for c in TABLES["chambers"] if c.field == "default_rule")
    assert "investiture" not in references(after, column, after.tables["chambers"][1])


# -- faults --------------------------------------------------------------------------------------


def test_a_fault_is_found_at_its_cell_where_ids_are_shared(fresh: DatasetDraft) -> None:
    # A list and its bloc of one id, and rules of one id in two chambers.
    one, _ = renamed(fresh, "lists", 0, "bloc_a")
    wrong = one.with_texts(Grid("blocs"), {(0, "certainty"): "maybe"})
    (told,) = check_draft(wrong)
    assert (told.table, told.row, told.field) == ("blocs", 0, "certainty")
    files = fresh.files()
    second = json.loads(json.dumps(files["chambers"][0]).replace("bloc_a", "bloc_b"))
    second["id"] = "other"
    files["chambers"].append(second)
    twice = draft_of(files).with_texts(Grid("rules"), {(1, "share"): "3/2"})
    (told,) = check_draft(twice)
    assert (told.table, told.row, told.field) == ("rules", 1, "share")


def test_a_fault_within_a_cell_names_the_record_and_its_field(iraq: DatasetDraft) -> None:
    grid = Grid("ties", 5, "citations")
    (told,) = check_draft(iraq.with_texts(grid, {(1, "source"): "nobody"}))
    assert told.grid == grid
    assert (told.part, told.part_field) == (1, "source")


def test_faults_of_records_without_an_id_have_their_rows(iraq: DatasetDraft) -> None:
    draft = iraq.with_texts(Grid("lists"), {(20, "id"): ""}).with_texts(
        Grid("actors"), {(9, "id"): "", (9, "kind"): "?"}
    )
    told = found(draft)
    assert "lists 20 id: is missing" in told
    assert "actors 9 id: is missing" in told
    assert any(line.startswith("actors 9 kind: should be one of") for line in told)


def test_sums_that_do_not_add_up_are_found_at_the_seats(iraq: DatasetDraft) -> None:
    (told,) = check_draft(iraq.with_texts(Grid("blocs"), {(39, "seats"): "77"}))[:1]
    assert isinstance(told, Finding)
    draft = iraq.with_texts(Grid("chambers"), {(1, "seats"): "326"})
    assert "chambers 1 seats: is 326, but its lists add up to 325" in found(draft)


def test_a_refused_text_is_found_at_its_cell(iraq: DatasetDraft) -> None:
    draft = iraq.with_texts(Grid("blocs"), {(30, "name.en"): "a\x07b"})
    assert "blocs 30 name.en: holds a control character (U+0007)" in found(draft)


def test_thousands_of_rows_are_changed_in_an_instant(fresh: DatasetDraft) -> None:
    texts = {(n, f): f"{f} {n}" for n in range(20_000) for f in ("id", "title")}
    draft = fresh.with_texts(Grid("sources"), texts)
    assert len(draft.tables["sources"]) == 20_000
    start = perf_counter()
    for number in range(20):
        draft = draft.with_texts(Grid("sources"), {(number, "note"): "x"})
    assert (perf_counter() - start) / 20 < 0.05


# -- blocks from spreadsheets ----------------------------------------------------------------------


@given(
    st.lists(st.lists(st.text(alphabet='ab"=+\t\n \'-1ع', max_size=6), min_size=2, max_size=2),
             min_size=1, max_size=5)
)  # fmt: skip
def test_a_block_comes_back_from_the_clipboard(rows: list[list[str]]) -> None:
    assert block_of(block_text(rows)) == rows


def test_formulas_are_guarded_on_the_way_out_and_numbers_are_not() -> None:
    assert block_text([["=1+1", "-1", "@x"]]) == "'=1+1\t-1\t'@x\n"
    assert block_of("=1+1\t'=2") == [["=1+1", "=2"]]


def test_a_quotation_mark_alone_is_text() -> None:
    assert block_of('"Law" bloc\t"a\nb"\n') == [['"Law" bloc', "a\nb"]]


def test_a_heading_is_known_by_names_of_columns_only() -> None:
    names = field_names(TABLES["actors"])
    assert heading_of(["ID", "name", "name_ar", ""], names) == ["id", "name.en", "name.ar", ""]
    assert heading_of(["id", "name", "shoe size"], names) is None
    assert heading_of(["id"], names) is None
    assert heading_of(["name", "name.en"], names) is None


def test_rows_under_a_heading_change_those_with_their_id(fresh: DatasetDraft) -> None:
    rows = [["party_a", "X"], ["", "No id"], ["new", "N"], ["", ""]]
    held = fresh.tables["actors"]
    texts, added = under_heading(["id", "name.en"], rows, held, by_id=True)
    assert added == 2
    assert texts[0, "name.en"] == "X"
    after = fresh.with_texts(Grid("actors"), texts)
    assert [row["id"] for row in after.tables["actors"]] == ["party_a", "no_id", "new"]


def test_columns_of_records_take_their_short_form() -> None:
    citations = next(c for c in TABLES["ties"] if c.field == "citations")
    assert value_of(citations, "a; b") == [{"source": "a"}, {"source": "b"}]
    reports = next(c for c in TABLES["blocs"] if c.field == "reports")
    assert value_of(reports, "nonsense") == "nonsense"
    assert value_of(Column("x", Kind.JSON), "{") == "{"


def test_a_scenario_file_is_opened_as_a_copy(tmp_path: Path, fresh: DatasetDraft) -> None:
    write_dataset(fresh.files(), tmp_path / "a.json")
    form = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    form |= {"form": "iraq-explorer scenario-file", "scenario": {}}
    (tmp_path / "b.json").write_text(json.dumps(form), encoding="utf-8")
    assert open_draft(tmp_path / "b.json").place is None
    assert open_draft(tmp_path / "b.json").draft == fresh


def test_the_scenario_of_a_scenario_file_comes_along_and_follows_other_ids(
    tmp_path: Path, fresh: DatasetDraft
) -> None:
    scenario = {**fresh.tables["scenarios"][0], "id": "x", "name": "Sent to me", "origin": "first"}
    form = {**dataset_file(fresh.files()), "form": SCENARIO_FORM, "scenario": scenario}
    (tmp_path / "b.json").write_text(json.dumps(form), encoding="utf-8")
    opened = open_draft(tmp_path / "b.json")
    assert (opened.place, opened.scenario) == (None, "Sent to me")
    changed, _ = renamed(opened.draft, "blocs", 0, "other")
    made = dataset_of(changed.files())
    first = made.scenarios[made.opening_scenario]
    assert (first.name, [*first.membership]) == ("Sent to me", ["other"])
    assert "first" in made.scenarios
