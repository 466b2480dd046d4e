"""The steps of the database: each once, in order, and what was there comes along."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from knowledge.database import open_database, prepare
from knowledge.migrations import MIGRATIONS


def test_each_migration_is_applied_once_and_in_order(tmp_path):
    names = []
    for _ in range(3):
        with closing(open_database(tmp_path)) as database:
            names.append([migration.name for migration in MIGRATIONS.applied(database)])
            assert MIGRATIONS.pending(database) == []
            assert [row[0] for row in database.execute("SELECT stand FROM kaartstand")] == [0]

    assert names == [sorted(names[0])] * 3
    assert names[0][0] == "m001_kaart"


@pytest.mark.parametrize("table", ["vraaglog", "oordeel"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-11-22T09:30:00+01:00", "2026-11-22T08:30:00+00:00"),
        ("2026-07-01T00:30:15.000250+02:00", "2026-06-30T22:30:15+00:00"),
        ("2026-11-22T08:30:00+00:00", "2026-11-22T08:30:00+00:00"),
        ("ooit", "ooit"),
    ],
)
def test_moments_that_were_written_with_their_offset_become_utc(table, before, after):
    with closing(sqlite3.connect(":memory:")) as connection:
        MIGRATIONS.apply(Database(connection), stop_before="m004_utc")
        connection.execute(
            "INSERT INTO vraaglog (op, vraag, besluit) VALUES (?, 'wie', 'antwoord')", [before]
        )
        connection.execute(
            "INSERT INTO oordeel (op, slug, oordeel) VALUES (?, 'loket', 'hielp')", [before]
        )
        connection.commit()
        database = prepare(connection)

        assert [row[0] for row in database.execute(f"SELECT op FROM {table}")] == [after]
