"""Telegram refuses, hangs or is away: nothing is lost and everyone hears something."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from dienst import COMMAND, VRAAG, Dienst, admit, find_port, opened, post, running

from benchmarks.nep.regels import Geweigerd
from benchmarks.nep.telegram import NepTelegram, Oproep
from knowledge.deelnemers import Adres, mark_bereikbaar

BAD_HTML = Geweigerd(400, "Bad Request: can't parse entities: unsupported start tag")


@pytest.fixture(autouse=True)
def no_faults(dienst: Dienst) -> Iterator[None]:
    """Take away what a test has put in Telegram's way."""
    yield
    dienst.nep.storingen.clear()
    dienst.nep.luister = lambda _oproep: None
    dienst.nep.geblokkeerd.clear()
    dienst.nep.traag = lambda _methode: False


def read_bereikbaar(dienst: Dienst, mens: int) -> int:
    with opened(dienst.data) as database:
        sql = "SELECT bereikbaar FROM kanaaladres WHERE adres = ?"
        return int(database.execute(sql, [str(mens)]).fetchone()[0])


def test_asked_to_wait_the_bot_waits_and_then_sends(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    busy = Geweigerd(429, "Too Many Requests: retry after 1", retry_after=1)
    dienst.nep.storingen.append(("sendMessage", busy))
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()
    assert ("sendMessage", 429, str(busy)) in dienst.nep.geweigerd


def test_a_fault_of_the_server_is_tried_again(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.nep.storingen.append(("sendMessage", Geweigerd(502, "Bad Gateway")))
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()


def test_the_order_holds_while_a_message_waits(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.nep.storingen.append(("sendMessage", Geweigerd(502, "Bad Gateway")))
    dienst.nep.say(mens, "/help")
    dienst.nep.say(mens, "/privacy")
    texts = dienst.nep.wait(lambda: (t := dienst.nep.find_texts(mens))[1:] and t)
    assert "Zo werkt het" in texts[0]
    assert len(texts) == 2


def test_who_blocked_the_bot_is_noted_and_is_welcome_back(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.nep.geblokkeerd.add(mens)
    dienst.nep.say(mens, "/help")
    dienst.nep.wait(lambda: not read_bereikbaar(dienst, mens))
    dienst.nep.geblokkeerd.clear()
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()
    assert read_bereikbaar(dienst, mens)


def test_after_a_block_everything_is_still_written_for_good(dienst: Dienst) -> None:
    weg, mens = admit(dienst.data), admit(dienst.data)
    dienst.nep.geblokkeerd.add(weg)
    dienst.nep.say(weg, "/help")
    dienst.nep.wait(lambda: not read_bereikbaar(dienst, weg))
    dienst.ask(mens, VRAAG)
    with opened(dienst.data) as database:
        kept = database.execute("SELECT stand FROM dialoog WHERE sleutel = ?", [f"telegram:{mens}"])
        assert "briefadres" in kept.fetchone()[0]
        mark_bereikbaar(database, Adres(kanaal="telegram", adres="1"), bereikbaar=True)


def test_bad_html_goes_as_plain_text(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.nep.storingen.append(("sendMessage", BAD_HTML))
    reply = dienst.ask(mens, VRAAG)
    assert "briefadres" in reply.casefold()
    assert "<b>" not in reply


def test_what_telegram_will_never_take_is_said_in_other_words(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    dienst.nep.storingen.append(("sendMessage", Geweigerd(400, "Bad Request: BUTTON_INVALID")))
    assert "lukt niet" in dienst.ask(mens, VRAAG)
    assert "Zo werkt het" in dienst.ask(mens, "/help")


def test_what_cannot_be_read_in_the_outbox_holds_nothing_up(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    with opened(dienst.data) as database:
        sql = (
            "INSERT INTO outbox (kanaal, gesprek, soort, inhoud, op, niet_voor)"
            " VALUES ('telegram', ?, 'stuur', ?, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00')"
        )
        for inhoud in ("{}", "[]", '{"tekst": "", "bijlage": null, "knoppen": []}', None):
            database.execute(sql, [str(mens), inhoud])
    dienst.nep.say(mens, "/help")
    texts = dienst.nep.wait(lambda: (t := dienst.nep.find_texts(mens))[4:] and t)
    assert sorted("lukt niet" in text for text in texts) == [False, True, True, True, True]


def test_a_long_message_goes_in_parts(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    words = " ".join(f"<b>woord{number}</b>" for number in range(1500))
    post(dienst.data, mens, words)
    dienst.nep.say(mens, "/help")
    dienst.nep.wait(lambda: "Zo werkt het" in "".join(dienst.nep.find_texts(mens)))
    parts = dienst.nep.find_texts(mens)[:-1]
    assert len(parts) > 2
    assert " ".join(parts) == words


def test_a_long_message_goes_on_where_it_was_interrupted(dienst: Dienst) -> None:
    mens = admit(dienst.data)

    def interrupt(oproep: Oproep) -> None:
        if "woord0" in str(oproep.velden.get("text")):
            dienst.nep.storingen.append(("sendMessage", Geweigerd(502, "Bad Gateway")))

    dienst.nep.luister = interrupt
    words = " ".join(f"woord{number}" for number in range(1500))
    post(dienst.data, mens, words)
    dienst.nep.say(mens, "/help")
    dienst.nep.wait(lambda: "Zo werkt het" in "".join(dienst.nep.find_texts(mens)))
    assert " ".join(dienst.nep.find_texts(mens)[:-1]) == words


def test_an_answer_that_never_comes_holds_nobody_else_up(dienst: Dienst) -> None:
    slow, mens = admit(dienst.data), admit(dienst.data)
    dienst.nep.traag = lambda methode: methode == "deleteMessage"
    dienst.nep.say(slow, f"{VRAAG} mevrouw Fatima Yilmaz")  # its removal hangs
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()


def test_another_poller_is_waited_for(dienst: Dienst) -> None:
    before = dienst.log.count("poll_Conflict")
    dienst.nep.storingen.append(("getUpdates", Geweigerd(409, "Conflict: other getUpdates")))
    mens = admit(dienst.data)
    dienst.nep.say(mens, VRAAG)
    dienst.nep.say(mens, VRAAG)
    dienst.await_log("poll_Conflict", before + 1)
    dienst.nep.wait(lambda: len(dienst.nep.find_texts(mens)) == 2)


def test_the_bot_waits_for_a_telegram_that_is_away_at_its_start(
    tmp_path: Path, gevuld: Path
) -> None:
    poort = find_port()
    with running(tmp_path, gevuld, wacht=False, WEGWIJZER_BEWAKING=f"127.0.0.1:{poort}") as dienst:
        dienst.nep.storingen.extend([("getMe", Geweigerd(502, "Bad Gateway"))] * 2)
        mens = admit(dienst.data)
        dienst.nep.say(mens, VRAAG)
        dienst.start()
        dienst.nep.wait(lambda: dienst.nep.find_texts(mens))
        assert dienst.log.count("begin_") == 2
        assert dienst.stop() == 0


def test_a_wrong_token_is_named_and_never_shown(tmp_path: Path) -> None:
    token = "987654321:BBF-verkeerd_verkeerd_verkeerd_verk"
    with NepTelegram() as nep:
        env = {
            "PATH": "/usr/bin",
            "WEGWIJZER_DATA": str(tmp_path / "data"),
            "WEGWIJZER_TELEGRAM_TOKEN": token,
            "WEGWIJZER_TELEGRAM_API": nep.adres,
            "WEGWIJZER_BEWAKING": "uit",
        }
        done = subprocess.run(
            [COMMAND, "start"], check=False, env=env, cwd=tmp_path, capture_output=True, timeout=30
        )
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "WEGWIJZER_TELEGRAM_TOKEN" in said
    assert "Traceback" not in said
    assert token not in said
    assert token.partition(":")[2] not in said


def test_a_port_that_is_taken_is_named(tmp_path: Path, gevuld: Path, dienst: Dienst) -> None:
    bezet = dienst.nep.adres.removeprefix("http://")
    with running(tmp_path, gevuld, wacht=False, WEGWIJZER_BEWAKING=bezet) as tweede:
        tweede.start()
        assert tweede.proces is not None
        assert tweede.proces.wait(20) == 1
        assert bezet in tweede.log
        assert "never awaited" not in tweede.log
