"""`wegwijzer wanneer`: the moment in a text, or in lines of them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from opdracht import COMMAND, Uitkomst, run

NU = "2026-11-24T10:15"  # Tuesday
GOED: dict[str, tuple[dict[str, Any], str | None, str | None, str]] = {
    "gewoon": (
        {"tekst": "donderdag 10u bellen met de gemeentewinkel"},
        "2026-11-26T10:00:00",  # Thursday
        None,
        "bellen met de gemeentewinkel",
    ),
    "interval": ({"tekst": "elke 3 weken op maandag"}, "2026-11-30T09:00:00", "P3W", ""),
    "regel": (
        {"tekst": "elke eerste maandag van de maand evaluatie"},
        "2026-12-07T09:00:00",
        "FREQ=MONTHLY;BYDAY=1MO",
        "evaluatie",
    ),
    "geen moment": ({"tekst": "als hij belt"}, None, None, "als hij belt"),
    "leeg": ({"tekst": ""}, None, None, ""),
    "half teken": ({"tekst": "morgen \ud83d"}, "2026-11-25T09:00:00", None, ""),
    "emoji": ({"tekst": "morgen 🙏🏽 bellen"}, "2026-11-25T09:00:00", None, "🙏🏽 bellen"),
    "lang": ({"tekst": "morgen" + " bellen" * 9000}, "2026-11-25T09:00:00", None, "bellen " * 8999 + "bellen"),
    "extra veld": ({"tekst": "morgen", "gemeente": "zwijndrecht"}, "2026-11-25T09:00:00", None, ""),
    "seconden": ({"tekst": "over 10 minuten", "nu": "2026-11-24T10:15:30"}, "2026-11-24T10:25:30", None, ""),
    "utc": ({"tekst": "over 10 minuten", "nu": "2026-11-24T10:15:00Z"}, "2026-11-24T11:25:00", None, ""),
    "verschil": ({"tekst": "over 1 uur", "nu": "2026-07-01T10:00:00-05:00"}, "2026-07-01T18:00:00", None, ""),
    "zomer": ({"tekst": "over 1 uur", "nu": "2026-03-29T01:30"}, "2026-03-29T03:30:00", None, ""),
    "ver": ({"tekst": "over 99999999 weken"}, None, None, "over 99999999 weken"),
    "laatste dag": ({"tekst": "morgen", "nu": "9999-12-31T10:00"}, None, None, "morgen"),
}  # fmt: skip
FOUT: dict[str, tuple[str, Any]] = {
    "geen JSON": ("dit is geen JSON", None),
    "lijst": ('["id"]', None),
    "diep": ("[" * 100_000, None),
    "zonder id": ('{"tekst": "morgen", "nu": "2026-11-24T10:15"}', None),
    "zonder tekst": ('{"id": "f1", "nu": "2026-11-24T10:15"}', "f1"),
    "zonder nu": ('{"id": "f2", "tekst": "morgen"}', "f2"),
    "tekst is een getal": ('{"id": "f3", "tekst": 3, "nu": "2026-11-24T10:15"}', "f3"),
    "nu is een getal": ('{"id": "f4", "tekst": "morgen", "nu": 3}', "f4"),
    "nu is geen moment": ('{"id": "f5", "tekst": "morgen", "nu": "gisteren"}', "f5"),
    "nu bestaat niet": ('{"id": "f6", "tekst": "morgen", "nu": "2026-13-01T10:00"}', "f6"),
}


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wanneer") / "data"


@pytest.fixture(scope="module")
def replies(map_: Path) -> list[dict[str, Any]]:
    """One run over a thousand lines: good and bad ones, with blank lines between."""
    lines = [json.dumps({"id": name, "nu": NU} | rij[0]) for name, rij in GOED.items()]
    lines += [line for line, _ in FOUT.values()]
    lines += [json.dumps({"id": n, "tekst": f"over {n} dagen", "nu": NU}) for n in range(1, 1001)]
    done = run(map_, "wanneer", "--jsonl", invoer="\n\n  \n".join(lines) + "\n")
    assert (done.code, done.fout) == (0, "")
    return [json.loads(line) for line in done.regels]


@pytest.mark.parametrize("name", GOED)
def test_a_line_gets_its_moment(replies: list[dict[str, Any]], name: str) -> None:
    _, moment, herhaling, rest = GOED[name]
    reply = replies[[*GOED].index(name)]
    if name == "half teken":
        reply["rest"] = reply["rest"].strip("?")
    assert [*reply] == ["id", "moment", "herhaling", "rest"]
    assert [*reply.values()] == [name, moment, herhaling, rest]


@pytest.mark.parametrize("name", FOUT)
def test_a_bad_line_gets_a_sentence(replies: list[dict[str, Any]], name: str) -> None:
    reply = replies[len(GOED) + [*FOUT].index(name)]
    assert [*reply] == ["id", "fout"]
    assert reply["id"] == FOUT[name][1]
    assert reply["fout"].endswith(".")


def test_each_line_gets_one_line_in_its_own_order(replies: list[dict[str, Any]]) -> None:
    assert [reply["id"] for reply in replies[len(GOED) + len(FOUT) :]] == [*range(1, 1001)]
    assert len(replies) == len(GOED) + len(FOUT) + 1000


def wanneer(map_: Path, *args: str) -> Uitkomst:
    return run(map_, "wanneer", *args)


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("1 december", "dinsdag 1 december 2026 om 09:00"),
        ("elke 3 weken op maandag", "En daarna elke 3 weken."),
        ("elke werkdag om 16u", "En daarna elke week op werkdagen."),
        ("elke ma, wo en vr", "En daarna elke week op maandag, woensdag en vrijdag."),
        ("elke laatste vrijdag van de maand", "En daarna elke maand op de laatste vrijdag."),
        ("eind van elke maand", "En daarna elke maand op de laatste werkdag."),
        ("elke 15e van de maand", "En daarna elke maand op dag 15."),
        ("elke laatste dag van de maand", "En daarna elke maand op de laatste dag."),
        ("elke eerste maandag van januari", "En daarna elk jaar op de eerste maandag in januari."),
        ("jaarlijks op 1 mei", "En daarna elk jaar."),
        ("elk kwartier", "En daarna elke 15 minuten."),
        ("morgen bellen met <b>Jan</b> & co", "Waarover: bellen met <b>Jan</b> & co"),
    ],
)
def test_the_moment_is_said_in_full(map_: Path, tekst: str, zin: str) -> None:
    done = wanneer(map_, tekst, "--nu", NU)
    assert done.code == 0
    assert zin in done.regels


def test_without_a_moment_it_asks_with_three_examples(map_: Path) -> None:
    done = wanneer(map_, "binnenkort", "--nu", NU)
    assert done.code == 0
    voorbeelden = [regel[2:] for regel in done.regels if regel.startswith("- ")]
    assert len(voorbeelden) == 3
    assert all(wanneer(map_, tekst, "--nu", NU).uit[:1].isalpha() for tekst in voorbeelden)
    assert not any(wanneer(map_, t, "--nu", NU).uit.startswith("Wanneer") for t in voorbeelden)


def test_the_moment_is_written_as_json(map_: Path) -> None:
    done = wanneer(map_, "over 2 weken op donderdag om half 4", "--nu", NU, "--json")
    assert json.loads(done.uit) == {"moment": "2026-12-10T15:30:00", "herhaling": None, "rest": ""}


def test_now_is_the_clock_where_it_is_not_given(map_: Path) -> None:
    assert json.loads(wanneer(map_, "over 10 minuten", "--json").uit)["moment"]


def test_a_wrong_option_ends_with_2(map_: Path) -> None:
    assert wanneer(map_, "morgen", "--nu", "straks").code == 2
    assert wanneer(map_).code == 2


def test_no_database_is_made(map_: Path) -> None:
    assert wanneer(map_, "morgen").code == 0
    assert not map_.exists()


def test_the_slow_calendar_is_read_only_where_working_days_count() -> None:
    code = (
        "import sys; from datetime import datetime;"
        "from scheduler.clock import AMSTERDAM; from scheduler.moment.wanneer import read_wanneer;"
        "nu = datetime(2026, 11, 24, tzinfo=AMSTERDAM);"
        "read_wanneer('elke dinsdag om 10u', nu); print('holidays' in sys.modules);"
        "read_wanneer('over 2 werkdagen', nu); print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
    assert COMMAND.exists()
