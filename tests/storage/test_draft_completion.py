"""What follows from a dataset that is being made is filled in; what was typed stays."""

from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.storage.block_text import block_of, field_names, heading_of, under_heading
from iraq_explorer.storage.dataset import dataset_of
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid, draft_of
from iraq_explorer.storage.draft_completion import completed
from iraq_explorer.storage.draft_file import new_draft, open_draft
from iraq_explorer.storage.draft_findings import check_draft
from iraq_explorer.storage.resources import resource_folder


def pasted(draft: DatasetDraft, table: str, text: str) -> DatasetDraft:
    """A table with its heading from a spreadsheet."""
    rows, grid = block_of(text), Grid(table)
    heading = heading_of(rows[0], field_names(grid.columns))
    assert heading is not None
    texts, _ = under_heading(heading, rows[1:], draft.tables[table], by_id=True)
    return draft.with_texts(grid, texts)


def emptied() -> DatasetDraft:
    """A new dataset without its party."""
    draft = new_draft("Utopia")
    for table in ("lists", "blocs", "actors"):
        draft = draft.without_rows(Grid(table), [0])
    return draft.with_texts(Grid("chambers"), {(0, "seats"): "101"})


def test_names_and_seats_are_enough_for_a_parliament() -> None:
    draft = pasted(emptied(), "lists", "Name\tSeats\nLeft & Green\t60\nحزب\t41\n")
    made = completed(draft)
    findings = [(f.table, f.field) for f in check_draft(made.draft)]
    assert findings == [("scenarios", "coalitions")], "its scenario still names the bloc that went"
    scenario = {(0, "coalitions"): ""}
    dataset = dataset_of(made.draft.with_texts(Grid("scenarios"), scenario).files())
    (chamber,) = dataset.chambers.values()
    assert [(b.name.en, b.seats, b.certainty) for b in chamber.blocs] == [
        ("Left & Green", 60, "hypothetical"),
        ("حزب", 41, "hypothetical"),
    ]
    assert [a.name.en for a in dataset.actors.values()] == ["Left & Green", "حزب"]
    assert made.rows == 4


def test_ties_between_known_actors_get_a_sentence_and_a_source() -> None:
    draft = pasted(new_draft("Utopia"), "actors", "id\tname\na\tA\nb\tB\n")
    draft = pasted(draft, "ties", "id\tsource\tkind\ttarget\nt1\ta\topposes\tb\n")
    made = completed(draft).draft
    assert check_draft(made) == ()
    tie = made.tables["ties"][0]
    assert (tie["statement"], tie["sign"], tie["citations"]) == (
        "A: opposes: B.",
        -1,
        [{"source": "own"}],
    )


def test_a_list_takes_the_actor_of_its_name() -> None:
    draft = pasted(new_draft("Utopia"), "lists", "Name\tSeats\nParty A\t3\n")
    made = completed(draft).draft
    assert made.tables["lists"][1]["actor"] == "party_a"
    assert len(made.tables["actors"]) == 1


def test_what_is_complete_stays_as_it_is() -> None:
    for name in ("iraq", "eec"):
        draft = open_draft(resource_folder() / name).draft
        made = completed(draft)
        assert made.draft is draft
        assert (made.cells, made.rows) == (0, 0)


ROWS = st.lists(
    st.dictionaries(
        st.sampled_from(["id", "name", "name.en", "chamber", "list", "actor", "kind", "sources"]),
        st.none() | st.integers() | st.text(max_size=4) | st.lists(st.text(max_size=3)),
    ),
    max_size=4,
)


@given(ROWS, ROWS, ROWS)
def test_whatever_stands_in_a_draft_it_stays(
    lists: list[dict[str, object]], blocs: list[dict[str, object]], ties: list[dict[str, object]]
) -> None:
    draft = draft_of({"ties": ties, "actors": lists})
    draft = DatasetDraft({**draft.tables, "lists": tuple(lists), "blocs": tuple(blocs)})
    made = completed(draft).draft
    for table, rows in draft.tables.items():
        for before, after in zip(rows, made.tables[table], strict=False):
            assert all(
                after[field] == value for field, value in before.items() if value is not None
            )
    assert completed(made).draft == made
