"""Personal data stay out, and people can see and erase what is kept about them."""

import json
from pathlib import Path

import pytest
from dienst import VRAAG, Dienst, admit, make_mens, opened

from benchmarks.nep.telegram import TOKEN, VOORNAAM

GEGEVENS = {
    "een naam": ("mevrouw Fatima Yilmaz heeft geen woning", "Yilmaz"),
    "een burgerservicenummer": ("bsn 111222333 staat ingeschreven", "111222333"),
    "een telefoonnummer": ("bel haar op 06-48151623", "48151623"),
    "een mailadres": ("mail naar f.yilmaz@voorbeeldpost.nl", "voorbeeldpost"),
    "een adres": ("ze woont op Lindtsedijk 83", "Lindtsedijk"),
    "een postcode": ("postcode 3336 LE", "3336 LE"),
    "een rekeningnummer": ("rekening NL91ABNA0417164300", "0417164300"),
    "een kenteken": ("auto met kenteken XK-123-B", "XK-123-B"),
}


@pytest.mark.parametrize("soort", GEGEVENS)
def test_the_sender_hears_what_was_removed_and_the_message_goes(dienst: Dienst, soort: str) -> None:
    mens = admit(dienst.data)
    tekst, waarde = GEGEVENS[soort]
    removed = len(dienst.find_calls("deleteMessage"))
    reply = dienst.ask(mens, f"{VRAAG} {tekst}")
    assert soort in reply
    assert waarde not in reply
    dienst.nep.wait(lambda: len(dienst.find_calls("deleteMessage")) > removed)
    gone = dienst.find_calls("deleteMessage")[-1]
    assert str(gone["chat_id"]) == str(mens)
    assert gone["message_id"] in dienst.nep.find_said(mens)


def test_a_clean_message_stays(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    removed = len(dienst.find_calls("deleteMessage"))
    dienst.ask(mens, VRAAG)
    dienst.ask(mens, "/help")
    assert len(dienst.find_calls("deleteMessage")) == removed


def test_after_a_talk_full_of_personal_data_no_byte_of_it_is_left(dienst: Dienst) -> None:
    mens, vreemde = admit(dienst.data), make_mens()
    for tekst, waarde in GEGEVENS.values():
        dienst.ask(mens, f"{VRAAG} {tekst}")
        dienst.ask(mens, f"@iemand {tekst}")
        dienst.ask(vreemde, tekst)
        assert not dienst.find_bytes(waarde), waarde
    dienst.ask(mens, "", voice={"file_id": "geheimbestand", "file_unique_id": "b", "duration": 3})
    assert not dienst.find_bytes("geheimbestand")
    assert not dienst.find_bytes(VOORNAAM)
    assert not dienst.find_bytes(TOKEN)
    assert not dienst.find_bytes(TOKEN.partition(":")[2])


def test_the_files_can_be_read_by_their_owner_alone(dienst: Dienst) -> None:
    dienst.ask(admit(dienst.data), VRAAG)
    modes = {path.name: path.stat().st_mode & 0o777 for path in dienst.data.iterdir()}
    assert {mode for name, mode in modes.items() if name.startswith("wegwijzer.db")} == {0o600}


def test_everyone_gets_what_is_kept_about_them(dienst: Dienst) -> None:
    mens, ander = admit(dienst.data), admit(dienst.data)
    dienst.ask(ander, VRAAG)
    dienst.ask(mens, "vragen over schulden")
    gegevens = fetch_gegevens(dienst, mens)
    assert gegevens["adressen"][0]["adres"] == str(mens)
    assert gegevens["deelnemer"][0]["organisatie"] == "Wijkteam Noord"
    assert "schulden" in json.dumps(gegevens["gesprekken"])
    assert str(ander) not in json.dumps(gegevens)


def test_what_was_handed_over_does_not_stay(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    fetch_gegevens(dienst, mens)
    dienst.ask(mens, "/help")
    assert "bijlage" not in json.dumps(fetch_gegevens(dienst, mens)["berichten"]).replace(
        '"bijlage": null', ""
    )


def fetch_gegevens(dienst: Dienst, mens: int) -> dict[str, list[dict[str, object]]]:
    """Ask for one's own data and return the file as it came."""
    sent = len(dienst.find_calls("sendDocument"))
    dienst.nep.say(mens, "/mijngegevens")
    dienst.nep.wait(lambda: len(dienst.find_calls("sendDocument")) > sent)
    call = dienst.find_calls("sendDocument")[-1]
    assert str(call["chat_id"]) == str(mens)
    document = call["document"]
    assert isinstance(document, bytes)
    found: dict[str, list[dict[str, object]]] = json.loads(document)
    return found


def test_whoever_leaves_leaves_nothing_behind(dienst: Dienst) -> None:
    mens = admit(dienst.data, organisatie="Stichting Zonderspoor")
    groep = -2001
    dienst.ask(mens, VRAAG)
    dienst.ask(mens, "/help", chat=groep)
    assert dienst.find_bytes(str(mens))
    dienst.ask(mens, "/vergeetmij")
    dienst.press(mens, "Toch niet")
    assert "briefadres" in dienst.ask(mens, VRAAG).casefold()
    dienst.ask(mens, "/vergeetmij")
    assert "gewist" in dienst.press(mens, "Ja, wis alles")
    dienst.nep.wait(lambda: not dienst.find_bytes(str(mens)))
    dienst.nep.wait(lambda: not dienst.find_bytes("Zonderspoor"))
    assert "uitnodiging nodig" in dienst.ask(mens, VRAAG)


def test_only_the_reference_of_who_left_stays(dienst: Dienst) -> None:
    mens = admit(dienst.data)
    with opened(dienst.data) as database:
        row = database.execute("SELECT deelnemer FROM kanaaladres WHERE adres = ?", [str(mens)])
        reference = row.fetchone()[0]
    dienst.ask(mens, "/vergeetmij")
    dienst.press(mens, "Ja, wis alles")
    with opened(dienst.data) as database:
        tables = [
            r[0] for r in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        kept = [
            table
            for table in tables
            for row in database.execute(f"SELECT * FROM {table}")
            if reference in map(str, tuple(row))
        ]
    assert kept == ["vertrokken"]


def test_the_log_holds_events_and_nothing_that_was_said(dienst: Dienst) -> None:
    dienst.ask(admit(dienst.data), "unieke woorden over een kameleon")
    for line in dienst.log.splitlines():
        assert set(json.loads(line)) <= {
            "event",
            "level",
            "timestamp",
            "web",
            "bewaking",
            "naam",
            "niveau",
            "fout",
        }
    assert "kameleon" not in dienst.log
    assert Path(dienst.log_path).stat().st_size < 100_000
