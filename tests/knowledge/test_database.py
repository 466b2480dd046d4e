"""The one file: private, sound, opened by several at once, and honest when it cannot be."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.database import (
    FILE_NAME,
    open_database,
    open_memory_database,
    write_lightly,
    write_transaction,
)
from sociale_kaart.errors import DatabaseOnbruikbaar, WegwijzerError

OPENER = """
import sys
from contextlib import closing
from pathlib import Path
from knowledge.database import open_database

print("klaar", flush=True)
for line in sys.stdin:
    with closing(open_database(Path(line.strip()))) as database:
        print(database["kaartstand"].count, flush=True)
"""
ROUNDS = 15
INSERT = "INSERT INTO dialoog (sleutel, stand, op) VALUES (?, '{}', '2026-11-22')"


def find_modes(folder: Path) -> dict[str, str]:
    """Return who may do what with each file, as octal digits."""
    return {path.name: f"{path.stat().st_mode & 0o777:o}" for path in folder.iterdir()}


def find_sleutels(database) -> list[str]:
    return [row[0] for row in database.execute("SELECT sleutel FROM dialoog ORDER BY sleutel")]


def test_the_folder_and_all_its_files_are_readable_by_their_owner_alone(tmp_path):
    old = os.umask(0)
    try:
        with closing(open_database(tmp_path / "diep" / "data")) as database:
            database.execute(INSERT, ["een"])
            modes = find_modes(tmp_path / "diep" / "data")
    finally:
        os.umask(old)

    assert modes == {FILE_NAME: "600", f"{FILE_NAME}-wal": "600", f"{FILE_NAME}-shm": "600"}
    assert f"{(tmp_path / 'diep' / 'data').stat().st_mode & 0o777:o}" == "700"


def test_a_file_that_others_could_read_is_closed_to_them_and_those_beside_it_too(tmp_path):
    with closing(open_database(tmp_path)) as database:
        database.execute(INSERT, ["een"])
        for path in tmp_path.iterdir():
            path.chmod(0o644)
        open_database(tmp_path).close()
        modes = find_modes(tmp_path)

    assert modes == {FILE_NAME: "600", f"{FILE_NAME}-wal": "600", f"{FILE_NAME}-shm": "600"}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_each_promise_holds_on_a_new_and_on_an_existing_file(tmp_path, pragma, value):
    for _ in range(2):
        with closing(open_database(tmp_path)) as database:
            assert database.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_what_is_written_lightly_stands_there_and_the_next_waits_for_the_disk_again(tmp_path):
    with closing(open_database(tmp_path)) as database, closing(open_database(tmp_path)) as other:
        with write_lightly(database):
            database.execute(INSERT, ["een"])
            during = database.execute("PRAGMA synchronous").fetchone()[0]
        after = database.execute("PRAGMA synchronous").fetchone()[0]
        seen = find_sleutels(other)

    assert (during, after, seen) == (1, 2, ["een"])


def test_what_goes_wrong_in_light_writing_leaves_nothing_and_the_promise_stands(tmp_path):
    with closing(open_database(tmp_path)) as database:
        with pytest.raises(sqlite3.IntegrityError), write_lightly(database):
            database.conn.executemany(INSERT, [["een"], ["een"]])
        assert database.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert find_sleutels(database) == []


def test_light_writing_inside_a_transaction_joins_it(tmp_path):
    with closing(open_database(tmp_path)) as database:
        database.execute("BEGIN")
        with write_lightly(database):
            database.execute(INSERT, ["een"])
            assert database.execute("PRAGMA synchronous").fetchone()[0] == 2
        database.execute("ROLLBACK")
        assert find_sleutels(database) == []


def test_every_table_of_our_own_is_strict(database):
    rows = database.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    strict = {
        name: bool(strict) for name, strict in rows if not name.lower().startswith(("sqlite", "_"))
    }

    assert {"voorziening", "voorziening_versie", "vraaglog", "kaartstand"} <= strict.keys()
    assert [name for name in strict if not strict[name]] == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO kaartstand VALUES ('veel')",
        "INSERT INTO werkgebied VALUES ('dorp', 'geen json')",
        "INSERT INTO voorziening VALUES ('loket', 1, 'nergens', 'voorziening', '{}')",
        "INSERT INTO dialoog VALUES ('een', NULL, '2026-11-22')",
    ],
    ids=["wrong type", "no json", "unknown area", "nothing"],
)
def test_a_row_that_cannot_be_right_is_refused(database, statement):
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


def test_what_is_deleted_is_gone_from_the_file(tmp_path):
    secret = "geheimpje-" * 5
    with closing(open_database(tmp_path)) as database:
        database.execute(INSERT, [secret])
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        written = secret.encode() in (tmp_path / FILE_NAME).read_bytes()
        database.execute("DELETE FROM dialoog")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert written
    assert not [p for p in tmp_path.iterdir() if secret.encode() in p.read_bytes()]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"dit is geen database" * 500,
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + bytes(len(data) - 100),
        lambda data: data[:1000],
    ],
    ids=["a text", "half a file", "a header and zeros", "less than a page"],
)
def test_a_damaged_file_is_named_as_unusable_and_left_as_it_is(tmp_path, damage):
    open_database(tmp_path).close()
    damaged = damage((tmp_path / FILE_NAME).read_bytes())
    (tmp_path / FILE_NAME).write_bytes(damaged)

    with pytest.raises(DatabaseOnbruikbaar, match=str(tmp_path)) as raised:
        open_database(tmp_path)

    assert isinstance(raised.value, WegwijzerError)
    assert isinstance(raised.value, OSError)
    assert (tmp_path / FILE_NAME).read_bytes() == damaged


def put_a_file_in_place_of_the_folder(folder: Path) -> None:
    folder.write_text("geen map")


def put_a_folder_in_place_of_the_file(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)


def put_a_dead_link_in_place_of_the_folder(folder: Path) -> None:
    folder.symlink_to(folder.parent / "weg" / "nergens")


def make_read_only(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.mkdir(mode=0o500)


@pytest.mark.parametrize(
    "spoil",
    [
        put_a_file_in_place_of_the_folder,
        put_a_folder_in_place_of_the_file,
        put_a_dead_link_in_place_of_the_folder,
        make_read_only,
    ],
)
def test_a_place_that_cannot_hold_the_database_is_named_as_unusable(tmp_path, spoil):
    spoil(tmp_path / "data")

    with pytest.raises(DatabaseOnbruikbaar, match=str(tmp_path)):
        open_database(tmp_path / "data")


def test_processes_that_open_a_fresh_folder_at_the_same_time_all_succeed(tmp_path):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    ready = [process.stdout.readline() for process in processes]
    for nummer in range(ROUNDS):
        for process in processes:
            process.stdin.write(f"{tmp_path / str(nummer)}\n")
    outcomes = [process.communicate(timeout=60) for process in processes]

    assert ready == ["klaar\n"] * 2
    assert outcomes == [("1\n" * ROUNDS, "")] * 2


def test_a_lock_that_is_held_makes_the_other_wait_and_then_write(tmp_path):
    with closing(open_database(tmp_path)) as database:
        program = (
            "import sys; from pathlib import Path; from knowledge.database import *;"
            "d = open_database(Path(sys.argv[1])); print('open', flush=True); sys.stdin.readline();"
            f"d.execute({INSERT!r}, ['ander']); d.close()"
        )
        other = subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        opened = other.stdout.readline()
        with write_transaction(database):
            other.stdin.write("schrijf\n")
            other.stdin.flush()
            database.execute(INSERT, ["een"])
        other.communicate(timeout=60)

        assert (opened, other.returncode) == ("open\n", 0)
        assert find_sleutels(database) == ["ander", "een"]


def test_opening_again_keeps_what_was_written(tmp_path):
    with closing(open_database(tmp_path)) as database:
        database.execute(INSERT, ["een"])
    with closing(open_database(tmp_path)) as database:
        assert find_sleutels(database) == ["een"]


def test_each_database_in_memory_is_one_of_its_own(database):
    database.execute(INSERT, ["een"])
    with closing(open_memory_database()) as other:
        assert (find_sleutels(database), find_sleutels(other)) == (["een"], [])


def test_a_write_transaction_is_seen_by_others_when_it_is_done_and_not_before(
    tmp_path, file_database
):
    with closing(open_database(tmp_path / "data")) as other:
        with write_transaction(file_database):
            file_database.execute(INSERT, ["een"])
            during = find_sleutels(other)
        after = find_sleutels(other)

    assert (during, after) == ([], ["een"])


def write_and_raise(database, error: BaseException) -> None:
    with write_transaction(database):
        database.execute(INSERT, ["een"])
        raise error


def write_inside_and_raise(database, error: BaseException) -> None:
    with write_transaction(database):
        with write_transaction(database):
            database.execute(INSERT, ["een"])
        raise error


@pytest.mark.parametrize("write", [write_and_raise, write_inside_and_raise])
@pytest.mark.parametrize("error", [ValueError("mis"), KeyboardInterrupt("mis")], ids=repr)
def test_a_write_transaction_that_fails_writes_nothing_not_even_an_inner_one(
    database, write, error
):
    with pytest.raises(type(error), match="mis"):
        write(database, error)

    assert find_sleutels(database) == []
    assert not database.conn.in_transaction


def test_a_write_transaction_that_cannot_be_committed_is_rolled_back(database):
    with pytest.raises(sqlite3.IntegrityError), write_transaction(database):  # at the commit
        database.execute(
            "INSERT INTO voorziening_versie (slug, versie, inhoud, op, rol, werkgebied, reden) VALUES ('weg', 1, '{}', 'op', 'rol', 'dorp', 'reden')"
        )

    assert not database.conn.in_transaction
