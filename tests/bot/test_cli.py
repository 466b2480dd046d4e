"""The command `wegwijzer` as a whole: settings, measuring, the demonstration, and its manners."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from opdracht import COMMAND, make_env, run

VRAGENSET = [
    {"id": "1", "vraag": "hoe regel ik een briefadres", "gemeente": "zwijndrecht", "stijl": "kort",
     "verwacht": "briefadres-zwijndrecht"},
    {"id": "2", "vraag": "recept voor appeltaart", "gemeente": "zwijndrecht", "verwacht": None},
    {"id": "3", "vraag": "bel Fatima el Amrani",
     "persoonsgegevens": [{"soort": "naam", "waarde": "Fatima el Amrani"}]},
    {"id": "4", "vraag": "cliënt wil vanavond een eind aan zijn leven maken", "spoed": True},
    {"id": "5", "vraag": "hoe regel ik een breifadres", "gemeente": "zwijndrecht",
     "verwacht": "briefadres-zwijndrecht", "schoon": "hoe regel ik een briefadres"},
]  # fmt: skip


@pytest.fixture
def vragenset(tmp_path: Path) -> Path:
    path = tmp_path / "vragen.jsonl"
    lines = [json.dumps(vraag, ensure_ascii=False) for vraag in VRAGENSET]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def test_measuring_prints_a_table_and_keeps_the_outcome(data: Path, vragenset: Path) -> None:
    kept = vragenset.with_name("uit.json")
    done = run(data, "meet", vragenset, "--uit", kept)
    assert (done.code, done.fout) == (0, "")
    for word in ("stijl", "alle", "Buiten de kaart", "Typfouten", "Spoed:", "Persoonsgegevens:"):
        assert word in done.uit
    outcome = json.loads(kept.read_text(encoding="utf-8"))
    assert outcome["stijlen"][-1]["stijl"] == "alle"
    assert outcome["stijlen"][-1]["aantal"] == 2


def test_measuring_prints_json_when_asked(data: Path, vragenset: Path) -> None:
    outcome = json.loads(run(data, "meet", vragenset, "--json").uit)
    assert outcome["buiten"]["alle"] == [1, 1]
    assert outcome["typfout"] == [1, 1, 1]


def test_a_bad_set_of_questions_is_named_with_its_line(data: Path, vragenset: Path) -> None:
    first = vragenset.read_text(encoding="utf-8").splitlines()[0]
    vragenset.write_text(f"{first}\n[]\n", encoding="utf-8")
    done = run(data, "meet", vragenset)
    assert (done.code, done.uit) == (1, "")
    assert f"{vragenset}, regel 2: dit is geen vragenset." in done.fout


def test_a_set_of_questions_that_is_not_there_is_named(data: Path, tmp_path: Path) -> None:
    done = run(data, "meet", tmp_path / "nergens.jsonl")
    assert (done.code, done.uit) == (1, "")
    assert done.fout.startswith(f"{tmp_path / 'nergens.jsonl'}: dit is geen vragenset.")


def test_an_outcome_that_cannot_be_kept_is_said_in_one_line(data: Path, vragenset: Path) -> None:
    done = run(data, "meet", vragenset, "--uit", vragenset / "uit.json")
    assert done.code == 1
    assert len(done.fout.splitlines()) == 1


def test_without_a_terminal_the_demonstration_plays_itself(data: Path) -> None:
    done = run(data, "demo")
    assert (done.code, done.fout) == (0, "")
    for gemeente in ("Zwijndrecht", "Dordrecht", "Zoetermeer"):
        assert f"Nu vraagt iemand uit {gemeente}." in done.regels
    assert "None" not in done.uit
    assert "werkt niet meer" not in done.uit


def test_a_chat_without_input_ends_at_once(data: Path) -> None:
    done = run(data, "praat")
    assert done.code == 0
    assert done.uit.rstrip().endswith("Tot ziens.")


def test_a_wrong_setting_is_named_in_one_line_and_ends_with_2(data: Path) -> None:
    done = run(data, "vraag", "briefadres", WEGWIJZER_BAND_ANTWOORD="veel")
    assert (done.code, done.uit) == (2, "")
    assert "WEGWIJZER_BAND_ANTWOORD" in done.fout
    assert len(done.fout.splitlines()) == 1


def test_data_that_cannot_be_opened_are_named_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    path.write_text("x", encoding="utf-8")
    for data in (path, path / "map"):
        done = subprocess.run(
            [COMMAND, "kaart", "lijst"],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=make_env(data),
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert str(data) in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_command_that_does_not_exist_ends_with_2(data: Path) -> None:
    done = run(data, "toverspreuk")
    assert (done.code, done.uit) == (2, "")
    assert "toverspreuk" in done.fout


def test_help_names_every_command_in_dutch(data: Path) -> None:
    done = run(data, "--help")
    assert done.code == 0
    for command in ("praat", "demo", "vraag", "kaart", "meet"):
        assert f" {command} " in done.uit
    assert "wegwijzer in het sociaal domein" in done.uit


@pytest.mark.parametrize("args", [("demo",), ("kaart", "lijst", "--json"), ("vraag", "--jsonl")])
def test_a_reader_that_leaves_is_no_reason_to_complain(data: Path, args: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [COMMAND, *args],
            input=b'{"id": 1, "vraag": "briefadres"}\n' * 10,
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
            cwd=data.parent,
            env=make_env(data),
            timeout=60,
        )
    assert done.stderr == b""
    assert done.returncode == 1
