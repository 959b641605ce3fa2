import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Coalition, RecordedVote, Scenario, VoteReport
from iraq_explorer.storage import library_file, schema
from iraq_explorer.storage.library import (
    ChangedMeanwhileError,
    DamagedLibraryError,
    Entry,
    ForeignLibraryError,
    Library,
    LibraryError,
    LockedLibraryError,
    MissingLibraryError,
    NameTaken,
    NewerLibraryError,
    NoSuchEntryError,
    ReadOnlyLibraryError,
    ReplacedLibraryError,
)
from iraq_explorer.storage.library_file import state_of
from iraq_explorer.storage.rescue import salvage

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)

FIRST = Scenario(
    name="Maliki with Sadr",
    chamber="cor-2010",
    date=PartialDate("2010-10-01"),
    rule="absolute",
    coalitions=(Coalition("c1", "دولة القانون", 0), Coalition("c2", "Iraqiya", 3)),
    membership={"sol": "c1", "sadr": "c1", "iraqiya": "c2"},
    placements={"sol": (1.5, -2.0)},
    note="One line.\n\nAnother “line”.",
    tags=("2010", "rumour"),
    sources=("s1",),
    origin="maliki-sadr",
)
SECOND = Scenario(
    name="A vote",
    chamber="cor-2005",
    date=PartialDate("2008-11"),
    rule="",
    custom_quota=140,
    present=198,
    vote=RecordedVote("For?", 198, 144, 35, ("s2",), (VoteReport(149, ("s3",), "later"),), "note"),
)


def make(path: Path, *scenarios: Scenario) -> Library:
    return Library.create(path, scenarios or (FIRST, SECOND), clock=lambda: NOON)


def beside(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my library.sqlite"


@pytest.fixture
def made(path: Path) -> Path:
    make(path).close()
    return path


def make_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o444)
    if os.access(path, os.W_OK):  # root may write all the same
        monkeypatch.setattr(library_file, "WRITE_MODE", "ro")


# -- in and out ----------------------------------------------------------------------------------


def test_what_was_saved_comes_back_equal(path: Path) -> None:
    with make(path) as library:
        number = library.save(replace(SECOND, name="Third"))
    with Library.open(path) as library:
        assert library.entries() == (
            Entry(1, FIRST, "", 1),
            Entry(2, SECOND, "", 2),
            Entry(number, replace(SECOND, name="Third"), "2024-05-06T12:00:00Z", 3),
        )
        assert library.load(1) == FIRST
        assert library.problems() == ()


def test_saving_under_a_number_replaces_only_that_entry(path: Path) -> None:
    with make(path) as library:
        moved = FIRST.move(["sadr"], "c2")
        assert library.save(moved, 1) == 1
        assert [(e.id, e.scenario) for e in library.entries()] == [(1, moved), (2, SECOND)]
        assert library.entries()[0].saved_at == "2024-05-06T12:00:00Z"


def test_a_scenario_keeps_its_own_name_and_may_change_its_case(path: Path) -> None:
    with make(path) as library:
        library.save(FIRST, 1)
        library.save(replace(FIRST, name="MALIKI with Sadr"), 1)
        assert library.load(1).name == "MALIKI with Sadr"


def test_two_scenarios_cannot_have_the_same_name(path: Path) -> None:
    with make(path) as library:
        for taken, number in ((FIRST.name.upper(), None), (FIRST.name, 2)):
            with pytest.raises(NameTaken, match=r"my library.*“Maliki with Sadr”"):
                library.save(replace(SECOND, name=taken), number)
        assert [entry.scenario for entry in library.entries()] == [FIRST, SECOND]
    with pytest.raises(NameTaken):
        make(path.with_name("twice.sqlite"), FIRST, FIRST)
    assert beside(path.parent) == [path.name]


def test_a_scenario_needs_a_name(path: Path) -> None:
    with make(path) as library, pytest.raises(LibraryError, match="needs a name"):
        library.save(replace(FIRST, name="  "))


def test_a_deleted_scenario_can_be_put_back_where_it_was(path: Path) -> None:
    with make(path) as library:
        before = library.entries()
        library.delete(1)
        assert library.entries() == before[1:]
        with pytest.raises(NoSuchEntryError):
            library.load(1)
        library.restore(before[0])
        assert library.entries() == before


def test_the_number_of_a_deleted_scenario_is_not_given_to_another(path: Path) -> None:
    with make(path) as library:
        last = library.entries()[-1]
        library.delete(last.id)
        assert library.save(replace(FIRST, name="New")) > last.id
        library.restore(last)
        assert {entry.scenario.name for entry in library.entries()} == {
            FIRST.name,
            "New",
            SECOND.name,
        }


def test_restoring_does_not_overwrite(path: Path) -> None:
    with make(path) as library:
        first = library.entries()[0]
        with pytest.raises(LibraryError, match="is not deleted"):
            library.restore(first)
        library.delete(1)
        library.save(replace(SECOND, name=FIRST.name))
        with pytest.raises(NameTaken):
            library.restore(first)


def test_an_entry_that_is_gone_cannot_be_saved_or_deleted(path: Path) -> None:
    with make(path) as library:
        before = digest(path)
        for attempt in (lambda: library.save(FIRST, 99), lambda: library.delete(99)):
            with pytest.raises(NoSuchEntryError, match=r"my library.*no scenario 99"):
                attempt()
        assert digest(path) == before


def test_a_save_does_not_overwrite_what_was_saved_since_it_was_read(made: Path) -> None:
    with Library.open(made) as one, Library.open(made) as other:
        theirs = FIRST.move(["sadr"], "c2")
        other.save(theirs, 1, was=FIRST)
        before = digest(made)
        for attempt in (
            lambda: one.save(replace(FIRST, note="mine"), 1, was=FIRST),
            lambda: one.delete(1, was=FIRST),
        ):
            with pytest.raises(ChangedMeanwhileError, match="scenario 1 was changed meanwhile"):
                attempt()
        assert digest(made) == before
        one.save(replace(theirs, note="mine"), 1, was=theirs)


def test_a_file_put_in_place_of_this_one_during_a_save_is_told(path: Path) -> None:
    other = path.with_name("other")
    make(other, SECOND).close()

    make(path, FIRST).close()
    library = Library.open(path)
    with pytest.raises(ReplacedLibraryError, match="save again"), library._writing():
        other.replace(path)
    assert [entry.scenario for entry in library.entries()] == [SECOND]
    library.save(FIRST)


def test_two_windows_on_the_same_file_see_each_other(made: Path) -> None:
    with Library.open(made) as one, Library.open(made) as other:
        one.delete(1)
        number = other.save(replace(FIRST, name="From the other"))
        assert [entry.id for entry in one.entries()] == [2, number]


# -- the file ------------------------------------------------------------------------------------


def test_opening_listing_and_closing_leaves_the_file_as_it_was(made: Path) -> None:
    before, when = digest(made), made.stat().st_mtime_ns
    with Library.open(made) as library:
        library.entries()
        library.problems()
        library.load(2)
    assert digest(made) == before
    assert made.stat().st_mtime_ns == when
    assert beside(made.parent) == [made.name]


def test_nothing_is_left_beside_the_file_by_a_save(path: Path) -> None:
    with make(path) as library:
        library.save(replace(FIRST, name="New"))
        assert beside(path.parent) == [path.name]


def test_the_same_scenarios_make_the_same_file(tmp_path: Path) -> None:
    make(tmp_path / "one").close()
    make(tmp_path / "two").close()
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_creating_does_not_replace_a_file_unless_told_to(made: Path) -> None:
    with pytest.raises(LibraryError, match="already a file"):
        make(made, SECOND)
    with Library.create(made, [SECOND], replace=True) as library:
        assert [entry.scenario for entry in library.entries()] == [SECOND]


def test_creating_where_no_folder_is_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"nowhere.x\.sqlite: cannot be written: No such file"):
        make(tmp_path / "nowhere" / "x.sqlite")


def test_plain_sqlite_reads_it(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        one = connection.execute(
            "SELECT name, date, chamber, rule, note, tags, origin FROM scenarios WHERE id = 1"
        ).fetchone()
        assert one == (
            "Maliki with Sadr",
            "2010-10-01",
            "cor-2010",
            "absolute",
            FIRST.note,
            '["2010","rumour"]',
            "maliki-sadr",
        )
        coalitions = connection.execute("SELECT scenario, coalition, colour FROM coalitions")
        assert coalitions.fetchall() == [
            ("Maliki with Sadr", "دولة القانون", 0),
            ("Maliki with Sadr", "Iraqiya", 3),
        ]
        members = connection.execute("SELECT bloc, coalition FROM memberships ORDER BY bloc")
        assert members.fetchall() == [
            ("iraqiya", "Iraqiya"),
            ("sadr", "دولة القانون"),
            ("sol", "دولة القانون"),
        ]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_columns_follow_a_save(path: Path) -> None:
    with make(path) as library:
        library.save(replace(FIRST, name="Renamed", tags=()), 1)
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT name, tags FROM scenarios WHERE id = 1").fetchone()
    assert row == ("Renamed", "[]")


def test_a_file_switched_to_write_ahead_mode_is_read_without_a_trace_and_saved(made: Path) -> None:
    alter(made, "PRAGMA journal_mode = WAL")
    before = digest(made)
    with Library.open(made) as library:
        assert len(library.entries()) == 2
        assert (digest(made), beside(made.parent)) == (before, [made.name])
        library.save(replace(FIRST, name="New"))
        assert beside(made.parent) == [made.name]
    assert made.read_bytes()[18] == 1


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_the_log_of_a_killed_program_is_read_also_through_a_link(
    made: Path, tmp_path: Path
) -> None:
    script = textwrap.dedent(
        """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE scenarios SET saved_at = '2001-01-01T00:00:00Z'")
        os._exit(1)
        """
    )
    link = tmp_path / "elsewhere" / "link.sqlite"
    link.parent.mkdir()
    link.symlink_to(made)
    state = state_of(link)
    subprocess.run([sys.executable, "-c", script, str(made)], check=False)
    before = digest(made)
    assert state_of(link) != state, "it is news also before it is in the file itself"
    with Library.open(link) as library:
        assert {entry.saved_at for entry in library.entries()} == {"2001-01-01T00:00:00Z"}
        assert digest(made) == before
        library.save(replace(FIRST, name="New"))
    assert beside(link.parent) == [link.name]
    with Library.open(made) as library:
        assert library.entries()[0].saved_at == "2001-01-01T00:00:00Z"
        assert library.entries()[-1].scenario.name == "New"


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.sqlite"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(ForeignLibraryError, match="is no file"):
            Library.open(path)
        with pytest.raises(LibraryError, match="is no file"):
            salvage(path)
        assert state_of(path) == (0,)


def test_odd_characters_in_the_file_name_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "50% – ما هذا? #1&mode=rwc.sqlite"
    make(path).close()
    with Library.open(path) as library:
        library.save(replace(FIRST, name="New"))
    assert beside(tmp_path) == [path.name]


# -- what is refused -----------------------------------------------------------------------------


def test_a_missing_file_is_told_and_not_made(path: Path) -> None:
    with pytest.raises(MissingLibraryError, match=r"my library\.sqlite: there is no such file"):
        Library.open(path)
    assert not path.exists()


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        Library.open(tmp_path)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", ForeignLibraryError),
        (b"just a text", ForeignLibraryError),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), ForeignLibraryError),
        (b"SQLite format 3\0", DamagedLibraryError),
        (b"SQLite format 3\0" + bytes(84), ForeignLibraryError),
    ],
)
def test_other_files_are_refused_and_left_alone(
    path: Path, content: bytes, kind: type[LibraryError]
) -> None:
    path.write_bytes(content)
    with pytest.raises(kind, match=r"my library"):
        Library.open(path)
    assert path.read_bytes() == content
    assert beside(path.parent) == [path.name]


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    alter(path, "CREATE TABLE scenarios (id)", "PRAGMA application_id = 7")
    before = digest(path)
    with pytest.raises(ForeignLibraryError, match="another program"):
        Library.open(path)
    assert digest(path) == before


def test_a_newer_file_is_refused_and_left_alone(made: Path) -> None:
    with Library.open(made) as library:
        alter(made, "PRAGMA user_version = 99")
        before = digest(made)
        with pytest.raises(NewerLibraryError, match=r"newer.*99.*update"):
            Library.open(made)
        with pytest.raises(NewerLibraryError):
            library.save(FIRST, 1)
    assert digest(made) == before


def test_a_truncated_file_is_refused_and_left_alone(made: Path) -> None:
    whole = made.read_bytes()
    for length in (len(whole) // 2, 4096, 700, 100, 99):
        made.write_bytes(whole[:length])
        with pytest.raises(DamagedLibraryError, match=r"my library.*damaged"):
            Library.open(made)
        assert made.read_bytes() == whole[:length]


def test_an_overwritten_page_is_noticed(made: Path) -> None:
    content = bytearray(made.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    made.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match=r"my library.*damaged"):
        Library.open(made)


def test_a_library_without_its_table_is_damaged(made: Path) -> None:
    alter(made, "DROP TABLE scenarios")
    with pytest.raises(DamagedLibraryError, match="no table"):
        Library.open(made)


def test_a_broken_record_is_told_and_the_others_are_listed(made: Path) -> None:
    alter(
        made, "UPDATE scenarios SET content = json_set(content, '$.date', 'yesterday') WHERE id=1"
    )
    before = digest(made)
    with Library.open(made) as library:
        assert [entry.id for entry in library.entries()] == [2]
        (problem,) = library.problems()
        assert "my library.sqlite: scenario 1 (Maliki with Sadr): date:" in problem
        with pytest.raises(DamagedLibraryError, match="date"):
            library.load(1)
    assert digest(made) == before


@pytest.mark.parametrize("wrong", [b'"chamber"! ', b'"chamber\xff": '])
def test_a_record_that_is_no_json_is_told_and_the_others_are_listed(
    made: Path, wrong: bytes
) -> None:
    content = made.read_bytes()
    right = b'"chamber": "cor-2010"'
    assert content.count(right) == 1
    made.write_bytes(content.replace(right, wrong.ljust(len(right))[: len(right)]))
    with Library.open(made) as library:
        assert [entry.id for entry in library.entries()] == [2]
        assert "scenario 1" in library.problems()[0]
        library.save(replace(SECOND, name="Others can be saved"), 2)
        library.save(FIRST, 1)  # and the broken one overwritten
        assert library.problems() == ()


def test_a_read_only_file_opens_and_says_so_on_saving(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_read_only(made, monkeypatch)
    before = digest(made)
    with Library.open(made) as library:
        gone = Entry(77, replace(FIRST, name="Gone"), "", 1)
        for attempt in (
            lambda: library.save(FIRST, 1),
            lambda: library.save(replace(FIRST, name="New")),
            lambda: library.delete(1),
            lambda: library.restore(gone),
        ):
            with pytest.raises(ReadOnlyLibraryError, match=r"my library.*read-only"):
                attempt()
    assert digest(made) == before


def test_a_locked_file_is_told(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_file, "PATIENCE", 0.0)
    with Library.open(made) as library, closing(sqlite3.connect(made)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(library.entries()) == 2
        with pytest.raises(LockedLibraryError, match=r"my library.*another program"):
            library.save(FIRST, 1)
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedLibraryError):
            library.entries()
        with pytest.raises(LockedLibraryError):
            Library.open(made)


def test_a_file_locked_by_another_process_is_told_and_free_again_when_that_is_killed(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_file, "PATIENCE", 0.0)
    script = (
        "import sqlite3, sys; held = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "held.execute('BEGIN EXCLUSIVE'); print('locked', flush=True); sys.stdin.read()"
    )
    before = digest(made)
    with (
        Library.open(made) as library,
        subprocess.Popen(
            [sys.executable, "-c", script, str(made)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"locked"
        with pytest.raises(LockedLibraryError, match=r"my library.*another program"):
            library.save(FIRST, 1)
        assert digest(made) == before
        process.kill()
        process.wait()
        library.save(replace(FIRST, note="free again"), 1)
        assert library.load(1).note == "free again"


def test_a_file_deleted_meanwhile_is_told_and_not_made_anew(made: Path) -> None:
    with Library.open(made) as library:
        made.unlink()
        for attempt in (library.entries, lambda: library.save(FIRST)):
            with pytest.raises(MissingLibraryError, match="no such file"):
                attempt()
    assert not made.exists()


def test_an_error_in_our_own_sql_stays_a_bug(made: Path) -> None:
    with (
        Library.open(made) as library,
        pytest.raises(sqlite3.OperationalError),
        library._reading() as connection,
    ):
        connection.execute("SELECT nonsense FROM scenarios")


def test_a_closed_library_is_not_asked_again(made: Path) -> None:
    library = Library.open(made)
    library.close()
    with pytest.raises(AssertionError):
        library.entries()


# -- crashes and versions ------------------------------------------------------------------------


KILLED = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from iraq_explorer.storage import library
    from dataclasses import replace

    opened = library.Library.open(Path(sys.argv[1]))
    first = opened.entries()[0].scenario
    with opened._writing() as db:
        db.execute("PRAGMA cache_size = 1")
        for number in range(200):  # more than the cache holds: pages reach the file
            row = {"position": 9, "saved_at": "", "content": library.scenario_text(
                replace(first, name=f"Half {number}", note="x" * 3000))}
            db.table("scenarios").insert(row)
        print("now", flush=True)
        sys.stdin.read()
    """
)


def killed_while_saving(made: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(made)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"now"
        process.kill()
    if os.name == "posix":
        assert process.returncode == -signal.SIGKILL


def test_a_crash_in_the_middle_of_a_save_loses_only_that_save(made: Path) -> None:
    before = digest(made)
    killed_while_saving(made)
    assert digest(made) != before, "the save had begun to write"
    with Library.open(made) as library:
        assert [entry.scenario for entry in library.entries()] == [FIRST, SECOND]
        library.save(replace(FIRST, name="Life goes on"))
    assert beside(made.parent) == [made.name]


def test_a_cut_off_save_in_a_read_only_file_is_told(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_saving(made)
    make_read_only(made, monkeypatch)
    with pytest.raises(ReadOnlyLibraryError, match="cut off"):
        Library.open(made)


def test_an_older_file_is_read_unchanged_and_brought_up_to_date_by_the_first_save(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    addition = (
        "ALTER TABLE scenarios ADD COLUMN added TEXT NOT NULL DEFAULT 'yes'",
        "CREATE TABLE later (id INTEGER)",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, addition))
    before = digest(made)
    with Library.open(made) as library:
        assert [entry.scenario for entry in library.entries()] == [FIRST, SECOND]
        assert digest(made) == before
        with pytest.raises(NoSuchEntryError):
            library.save(FIRST, 99)
        assert digest(made) == before, "a save that fails does not migrate either"
        library.save(FIRST, 1)
        assert [entry.scenario for entry in library.entries()] == [FIRST, SECOND]
    with closing(sqlite3.connect(made)) as connection:
        assert schema.version_of(connection) == len(schema.MIGRATIONS)
        assert connection.execute("SELECT added FROM scenarios").fetchone() == ("yes",)


def test_reading_does_not_load_sqlite_utils_or_numpy(made: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from iraq_explorer.storage.library import Library;"
        "Library.open(Path(sys.argv[1])).entries();"
        "print([m for m in ('sqlite_utils', 'numpy', 'PySide6', 'networkx') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(made)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
