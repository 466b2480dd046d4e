"""Stopped, killed, put back: the process goes on where it was."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from dienst import COMMAND, VRAAG, Dienst, admit, find_port, invite, opened, running

from benchmarks.nep.telegram import TOKEN


@pytest.fixture(scope="module")
def poort() -> int:
    return find_port()


@pytest.fixture(scope="module")
def bewaakt(tmp_path_factory: pytest.TempPathFactory, gevuld: Path, poort: int) -> Iterator[Dienst]:
    """A running process that is watched."""
    folder = tmp_path_factory.mktemp("bewaakt")
    with running(folder, gevuld, WEGWIJZER_BEWAKING=f"127.0.0.1:{poort}") as found:
        yield found


def read(poort: int, pad: str) -> httpx.Response:
    return httpx.get(f"http://127.0.0.1:{poort}{pad}", timeout=10)


def run(dienst: Dienst, *args: str | Path) -> str:
    """Run another command over the same folder."""
    env = {"PATH": "/usr/bin", "WEGWIJZER_DATA": str(dienst.data)}
    done = subprocess.run(
        [COMMAND, *args], check=True, capture_output=True, cwd=dienst.data.parent, env=env
    )
    return done.stdout.decode()


def test_who_watches_sees_health_and_counts_and_nothing_that_was_said(
    bewaakt: Dienst, poort: int
) -> None:
    mens = admit(bewaakt.data)
    bewaakt.ask(mens, "woorden over een kameleon")
    bewaakt.ask(mens, VRAAG)
    gezond, metrics = read(poort, "/gezond"), read(poort, "/metrics").text
    assert (gezond.status_code, gezond.text) == (200, "gezond")
    assert 'wegwijzer_ontvangen_total{kanaal="telegram"} 2.0' in metrics
    assert 'wegwijzer_beantwoord_total{besluit="antwoord"} 1.0' in metrics
    assert 'wegwijzer_wachtend{waar="inbox"} 0.0' in metrics
    assert 'wegwijzer_opzij{waar="outbox"} 0.0' in metrics
    for woord in ("kameleon", str(mens), TOKEN, "briefadres"):
        assert woord not in metrics


def test_a_backup_put_back_into_the_running_process(bewaakt: Dienst, tmp_path: Path) -> None:
    blijver, vertrekker = admit(bewaakt.data), admit(bewaakt.data, organisatie="Zonderspoor")
    bewaakt.ask(vertrekker, VRAAG)
    kopie = tmp_path / "kopie.db"
    run(bewaakt, "reservekopie", kopie)
    bewaakt.ask(vertrekker, "/vergeetmij")
    bewaakt.press(vertrekker, "Ja, wis alles")
    later = admit(bewaakt.data)
    bewaakt.ask(later, VRAAG)
    assert "1 keer" in run(bewaakt, "herstel", kopie)
    assert "briefadres" in bewaakt.ask(blijver, VRAAG).casefold()
    assert "uitnodiging nodig" in bewaakt.ask(vertrekker, VRAAG)
    assert "uitnodiging nodig" in bewaakt.ask(later, VRAAG)  # came after the backup
    assert "uitgenodigd" in bewaakt.ask(later, f"/start {invite(bewaakt.data)}")


def test_a_damaged_backup_changes_nothing(bewaakt: Dienst, tmp_path: Path) -> None:
    mens = admit(bewaakt.data)
    kopie = tmp_path / "kopie.db"
    run(bewaakt, "reservekopie", kopie)
    body = bytearray(kopie.read_bytes())
    body[4096 : len(body) // 2] = bytes(len(body) // 2 - 4096)
    kopie.write_bytes(body)
    with pytest.raises(subprocess.CalledProcessError):
        run(bewaakt, "herstel", kopie)
    assert "briefadres" in bewaakt.ask(mens, VRAAG).casefold()


def test_while_the_database_is_locked_everything_waits(bewaakt: Dienst, poort: int) -> None:
    mens = admit(bewaakt.data)
    with closing(sqlite3.connect(bewaakt.data / "wegwijzer.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        bewaakt.nep.say(mens, VRAAG)
        bewaakt.await_log("poll_OperationalError")
        assert read(poort, "/gezond").status_code == 200
        assert bewaakt.nep.find_texts(mens) == []
        other.rollback()
    bewaakt.nep.wait(lambda: bewaakt.nep.find_texts(mens))
    assert bewaakt.ask(mens, "/help")
    assert len(bewaakt.nep.find_texts(mens)) == 2


def test_stopped_politely_it_ends_with_0_and_loses_nothing(bewaakt: Dienst) -> None:
    mens = admit(bewaakt.data)
    bewaakt.ask(mens, VRAAG)
    assert bewaakt.stop() == 0
    assert "gestopt" in bewaakt.log
    bewaakt.nep.say(mens, "/help")  # while it is away
    bewaakt.start_and_wait()
    bewaakt.nep.wait(lambda: len(bewaakt.nep.find_texts(mens)) == 2)
    assert "Zo werkt het" in bewaakt.nep.find_texts(mens)[-1]


def test_stopped_in_the_middle_of_many_messages_it_ends_with_0(bewaakt: Dienst) -> None:
    people = [admit(bewaakt.data) for _ in range(10)]
    for mens in people * 3:
        bewaakt.nep.say(mens, "/help")
    bewaakt.nep.wait(lambda: bewaakt.nep.find_texts(people[0]))
    assert bewaakt.stop() == 0
    bewaakt.start_and_wait()
    bewaakt.nep.wait(lambda: [len(bewaakt.nep.find_texts(m)) for m in people] == [3] * 10)


def test_a_button_made_before_a_restart_still_works(bewaakt: Dienst) -> None:
    mens = admit(bewaakt.data)
    bewaakt.ask(mens, VRAAG)
    bewaakt.kill()
    bewaakt.start_and_wait()
    assert bewaakt.press(mens, "Hele route")


def test_an_update_that_telegram_brings_again_is_answered_once(bewaakt: Dienst) -> None:
    mens = admit(bewaakt.data)
    bewaakt.ask(mens, VRAAG)
    update = bewaakt.nep.last_update
    bewaakt.await_rest()
    bewaakt.kill()
    bewaakt.nep.repeat(update)
    bewaakt.start_and_wait()
    assert "Zo werkt het" in bewaakt.ask(mens, "/help")
    assert len(bewaakt.nep.find_texts(mens)) == 2


def test_a_damaged_message_goes_aside_and_its_sender_is_told(bewaakt: Dienst) -> None:
    mens = admit(bewaakt.data)
    with opened(bewaakt.data) as database:
        database.execute(
            "INSERT INTO inbox (kanaal, bericht, gesprek, inhoud, op, niet_voor, pogingen)"
            " VALUES ('telegram', 'kapot', ?, '[]', ?, ?, 3)",
            [str(mens), "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00"],
        )
    bewaakt.nep.say(mens, "/help")
    texts = bewaakt.nep.wait(lambda: (t := bewaakt.nep.find_texts(mens))[1:] and t)
    assert "lukt niet" in texts[0]
    assert "Zo werkt het" in texts[1]
    with opened(bewaakt.data) as database:
        row = database.execute("SELECT staat, inhoud FROM inbox WHERE bericht = 'kapot'").fetchone()
        assert tuple(row) == ("opzij", None)


def test_a_full_disk_loses_nothing(bewaakt: Dienst) -> None:
    mens = admit(bewaakt.data)
    bewaakt.ask(mens, VRAAG)
    bewaakt.await_rest()
    bewaakt.limit_files(0)
    refused = len(bewaakt.nep.taken)
    bewaakt.nep.say(mens, "/help")
    bewaakt.nep.wait(lambda: bewaakt.nep.count_polls_at(bewaakt.nep.last_number) >= 2)
    assert bewaakt.nep.count_waiting() == 1
    assert len(bewaakt.nep.taken) == refused
    bewaakt.limit_files(-1)
    bewaakt.nep.wait(lambda: len(bewaakt.nep.find_texts(mens)) == 2)
    assert bewaakt.stop() == 0
