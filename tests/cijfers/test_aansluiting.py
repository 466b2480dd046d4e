"""What the work list and the registration of stuck questions tell the figures."""

from datetime import UTC, datetime

from knowledge.cijfers.aansluiting import find_herstellen, find_vastlopers
from knowledge.database import open_memory_database
from knowledge.moment import format_moment

VANAF = datetime(2026, 11, 2, tzinfo=UTC)  # Monday of week 45
TOT = datetime(2026, 11, 30, tzinfo=UTC)  # Monday of week 49
BINNEN = datetime(2026, 11, 12, 9, tzinfo=UTC)


def test_only_what_was_closed_in_the_period_on_an_entry_of_the_area_counts() -> None:
    database = open_memory_database()
    database.execute("INSERT INTO werkgebied VALUES ('zwijndrecht', '{}'), ('dordrecht', '{}')")
    for slug, gebied in (("eigen", "zwijndrecht"), ("ander", "dordrecht")):
        database.execute("INSERT INTO voorziening VALUES (?, 1, ?, 'soort', '{}')", [slug, gebied])
    for number, (slug, staat, behandeld) in enumerate(
        (
            ("eigen", "hersteld", BINNEN),
            ("eigen", "afgewezen", TOT),  # the first moment after it
            ("eigen", "open", None),
            ("ander", "hersteld", BINNEN),
        )
    ):
        database.execute(
            "INSERT INTO melding (id, slug, op, staat, behandeld) VALUES (?, ?, ?, ?, ?)",
            [
                str(number),
                slug,
                format_moment(VANAF),
                staat,
                format_moment(behandeld) if behandeld else None,
            ],
        )
    [herstel] = find_herstellen(database, "zwijndrecht", VANAF, TOT)
    assert (herstel.op, herstel.gesloten_op) == (VANAF, BINNEN)


def test_stuck_questions_count_in_the_week_in_which_they_were_asked() -> None:
    database = open_memory_database()
    for week, gemeente, uitkomst in (
        ("2026-W44", "zwijndrecht", "ingetrokken"),
        ("2026-W45", "zwijndrecht", "opgelost"),
        ("2026-W48", "zwijndrecht", "niemand"),
        ("2026-W49", "zwijndrecht", "ingetrokken"),
        ("2026-W46", "dordrecht", "ingetrokken"),
    ):
        database.execute(
            "INSERT INTO hulpvraag_registratie"
            " (week, gemeente, knelpunt, organisatiesoort, uitkomst) VALUES (?, ?, 'x', 'y', ?)",
            [week, gemeente, uitkomst],
        )
    found = find_vastlopers(database, "zwijndrecht", VANAF, TOT)
    assert sorted(v.uitkomst for v in found) == ["niemand", "opgelost"]
