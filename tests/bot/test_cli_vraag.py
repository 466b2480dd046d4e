"""`wegwijzer vraag`: one question, or lines of them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from opdracht import COMMAND, make_env, run

BRIEFADRES = "hoe regel ik een briefadres voor een dakloze"
GEVAAR = "cliënt wil vanavond een eind aan zijn leven maken"
SOORTEN = set(
    "naam bsn geboortedatum telefoon email adres postcode kenteken iban dossiernummer".split()
)
LONG = "briefadres " * 9_100  # 100 kB

GOED: dict[str, Any] = {
    "gewoon": {"id": "gewoon", "vraag": BRIEFADRES, "gemeente": "zwijndrecht"},
    "zonder gemeente": {"id": "zonder gemeente", "vraag": BRIEFADRES},
    "gemeente null": {"id": "gemeente null", "vraag": BRIEFADRES, "gemeente": None},
    "gemeente als naam": {"id": "gemeente als naam", "vraag": BRIEFADRES, "gemeente": "Dordrecht"},
    "onbekende gemeente": {"id": "onbekende gemeente", "vraag": BRIEFADRES, "gemeente": "Atlantis"},
    "lege gemeente": {"id": "lege gemeente", "vraag": BRIEFADRES, "gemeente": ""},
    "lege vraag": {"id": "lege vraag", "vraag": "", "gemeente": "zwijndrecht"},
    "spaties": {"id": "spaties", "vraag": " \t\n ", "gemeente": "zwijndrecht"},
    "leestekens": {"id": "leestekens", "vraag": "?!.,;", "gemeente": "zwijndrecht"},
    "gevaar": {"id": "gevaar", "vraag": GEVAAR, "gemeente": "zwijndrecht"},
    "gegevens": {
        "id": "gegevens",
        "vraag": "briefadres voor Fatima el Amrani, geb 3-4-1988, j.devries@voorbeeld.nl",
        "gemeente": "zwijndrecht",
    },
    "extra veld": {"id": "extra veld", "vraag": BRIEFADRES, "verwacht": "x", "stijl": 3},
    "lang": {"id": "lang", "vraag": LONG, "gemeente": "zwijndrecht"},
    "half teken": {"id": "half teken", "vraag": "briefadres \ud83d", "gemeente": "zwijndrecht"},
    "half teken in gemeente": {"id": "half teken in gemeente", "vraag": "x", "gemeente": "\ud83d"},
    "nul": {"id": "nul", "vraag": "brief\0adres", "gemeente": "zwijndrecht"},
    "emoji": {"id": "emoji", "vraag": "🏠 briefadres 🙏🏽", "gemeente": "zwijndrecht"},
    "getal": {"id": 7, "vraag": BRIEFADRES},
    "geen id": {"id": None, "vraag": BRIEFADRES},
    "samengesteld": {"id": {"set": ["a", 1]}, "vraag": BRIEFADRES},
}
FOUT: dict[str, tuple[str, Any]] = {
    "geen JSON": ("dit is geen JSON", None),
    "afgebroken": ('{"id": "x", "vraag": "brief', None),
    "lijst": ('["id", "vraag"]', None),
    "tekst": ('"briefadres"', None),
    "getal": ("12", None),
    "null": ("null", None),
    "diep": ("[" * 100_000, None),
    "zonder id": ('{"vraag": "briefadres"}', None),
    "zonder vraag": ('{"id": "f1"}', "f1"),
    "vraag is een getal": ('{"id": "f2", "vraag": 12}', "f2"),
    "vraag is null": ('{"id": "f3", "vraag": null}', "f3"),
    "vraag is een lijst": ('{"id": "f4", "vraag": ["x"]}', "f4"),
    "gemeente is een getal": ('{"id": "f5", "vraag": "x", "gemeente": 5}', "f5"),
    "gemeente is waar": ('{"id": "f6", "vraag": "x", "gemeente": true}', "f6"),
}


@pytest.fixture(scope="module")
def replies(data: Path) -> list[str]:
    """One run over a thousand lines: good and bad ones, with blank lines between."""
    lines = [json.dumps(line) for line in GOED.values()] + [line for line, _ in FOUT.values()]
    numbered = [json.dumps({"id": n, "vraag": f"briefadres {n}"}) for n in range(1000)]
    done = run(data, "vraag", "--jsonl", invoer="\n\n  \n".join([*lines, *numbered]) + "\n")
    assert done.code == 0
    assert done.fout == ""
    return done.regels


@pytest.fixture(scope="module")
def answers(replies: list[str]) -> dict[str, dict[str, Any]]:
    return dict(zip([*GOED], map(json.loads, replies), strict=False))


@pytest.fixture(scope="module")
def faults(replies: list[str]) -> dict[str, dict[str, Any]]:
    return dict(zip([*FOUT], map(json.loads, replies[len(GOED) :]), strict=False))


def test_each_line_gets_one_line_in_its_own_order(replies: list[str]) -> None:
    assert len(replies) == len(GOED) + len(FOUT) + 1000
    ids = [json.loads(reply)["id"] for reply in replies]
    expected = [line["id"] for line in GOED.values()] + [given for _, given in FOUT.values()]
    assert ids == [*expected, *range(1000)]


@pytest.mark.parametrize("name", GOED)
def test_an_answer_has_the_fields_of_the_contract(
    answers: dict[str, dict[str, Any]], name: str
) -> None:
    answer = answers[name]
    assert list(answer) == ["id", "besluit", "treffers", "spoed", "persoonsgegevens"]
    assert answer["besluit"] in {"antwoord", "verduidelijk", "geen_antwoord"}
    assert type(answer["spoed"]) is bool
    assert len(answer["treffers"]) <= 5
    for treffer in answer["treffers"]:
        assert [*treffer] == ["slug", "score"]
        assert type(treffer["slug"]) is str
        assert type(treffer["score"]) is float
        assert 0 <= treffer["score"] <= 1
    for gegeven in answer["persoonsgegevens"]:
        assert [*gegeven] == ["soort", "waarde"]
        assert gegeven["soort"] in SOORTEN


@pytest.mark.parametrize("name", [name for name in GOED if name != "gevaar"])
def test_the_best_entry_stands_first_and_none_twice(
    answers: dict[str, dict[str, Any]], name: str
) -> None:
    scores = [treffer["score"] for treffer in answers[name]["treffers"]]
    slugs = [treffer["slug"] for treffer in answers[name]["treffers"]]
    assert scores == sorted(scores, reverse=True)
    assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("gewoon", "briefadres-zwijndrecht"),
        ("gemeente als naam", "briefadres-dordrecht"),
        ("gevaar", "zelfmoordpreventie-113"),
        ("gegevens", "briefadres-zwijndrecht"),
        ("emoji", "briefadres-zwijndrecht"),
    ],
)
def test_a_clear_question_gets_its_entry(
    answers: dict[str, dict[str, Any]], name: str, slug: str
) -> None:
    assert answers[name]["treffers"][0]["slug"] == slug


def test_danger_is_told_apart_from_its_absence(answers: dict[str, dict[str, Any]]) -> None:
    assert {name for name, answer in answers.items() if answer["spoed"]} == {"gevaar"}


def test_personal_data_are_exact_pieces_of_the_text(answers: dict[str, dict[str, Any]]) -> None:
    found = answers["gegevens"]["persoonsgegevens"]
    assert {gegeven["soort"] for gegeven in found} == {"naam", "geboortedatum", "email"}
    assert all(gegeven["waarde"] in GOED["gegevens"]["vraag"] for gegeven in found)
    assert answers["gewoon"]["persoonsgegevens"] == []


@pytest.mark.parametrize("name", ["lege vraag", "spaties", "leestekens"])
def test_a_question_without_words_has_no_answer(
    answers: dict[str, dict[str, Any]], name: str
) -> None:
    assert answers[name]["besluit"] == "geen_antwoord"
    assert answers[name]["treffers"] == []


@pytest.mark.parametrize("name", FOUT)
def test_a_bad_line_gets_one_sentence_and_stops_no_other(
    faults: dict[str, dict[str, Any]], name: str
) -> None:
    fault = faults[name]
    assert [*fault] == ["id", "fout"]
    assert fault["id"] == FOUT[name][1]
    assert fault["fout"].endswith(".")
    assert "\n" not in fault["fout"]


def test_an_id_that_no_json_can_carry_stops_no_other(data: Path) -> None:
    ids = (r'"\ud83d"', "NaN", "-Infinity", "2")
    lines = "".join(f'{{"id": {number}, "vraag": "briefadres"}}\n' for number in ids)
    done = run(data, "vraag", "--jsonl", invoer=lines)
    assert done.code == 0
    replies = [json.loads(line, parse_constant=refuse) for line in done.regels]
    assert len(replies) == len(ids)
    assert replies[-1]["id"] == 2


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is geen JSON")


def test_bytes_that_are_no_text_stop_no_other_line(data: Path) -> None:
    lines = b'\xff\xfe\n{"id": 1, "vraag": "briefadres \xe9"}\n{"id": 2, "vraag": "briefadres"}'
    done = run(data, "vraag", "--jsonl", invoer=lines)
    assert [json.loads(line)["id"] for line in done.regels] == [None, 1, 2]


def test_no_lines_give_no_lines(data: Path) -> None:
    done = run(data, "vraag", "--jsonl", invoer="")
    assert (done.code, done.uit, done.fout) == (0, "", "")


def test_each_line_is_answered_before_the_next_is_asked(data: Path) -> None:
    with subprocess.Popen(
        [COMMAND, "vraag", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=data.parent,
        env=make_env(data),
    ) as process:
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "vraag": "x"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number


def test_a_question_is_answered_as_a_card_with_its_buttons_and_why(data: Path) -> None:
    done = run(data, "vraag", BRIEFADRES, "--gemeente", "zwijndrecht", "--uitleg")
    assert (done.code, done.fout) == (0, "")
    assert done.regels[0] == "Lokaal briefadres · Zwijndrecht"
    assert "[1] Start de routekaart" in done.uit
    assert "<b>" not in done.uit
    assert "Waarom kreeg je Lokaal briefadres?" in done.regels
    assert any(line.startswith("– briefadres") for line in done.regels)


def test_as_json_a_question_gets_the_fields_of_the_contract(data: Path) -> None:
    done = run(data, "vraag", BRIEFADRES, "--gemeente", "zwijndrecht", "--json", "--uitleg")
    outcome = json.loads(done.uit)
    assert [*outcome] == ["besluit", "treffers", "spoed", "persoonsgegevens", "uitleg"]
    assert outcome["treffers"][0]["slug"] == outcome["uitleg"]["slug"] == "briefadres-zwijndrecht"
    assert [*outcome["uitleg"]] == ["slug", "woorden", "stuk", "regels"]
    shares = [woord["aandeel"] for woord in outcome["uitleg"]["woorden"]]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1.01


def test_a_question_without_words_is_asked_for_words(data: Path) -> None:
    done = run(data, "vraag", "")
    assert done.code == 0
    assert "Ik zie geen tekst" in done.uit


def test_no_question_at_all_is_a_wrong_command(data: Path) -> None:
    done = run(data, "vraag")
    assert done.code == 2
    assert "Geef een vraag" in done.fout
