"""A file in Telegram, with the real process: sent, shown, published, and found by a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dienst import GROEP, VRAAG, Dienst, admit, make_mens, opened, running

from benchmarks.nep.regels import Geweigerd
from bot.settings import Settings
from bot.wiring import compose
from knowledge.database import write_transaction
from knowledge.invoer.grenzen import GESPREK
from sociale_kaart.deelnemer import Rol

KOP = (
    "slug;naam;soort;werkgebied;leefgebieden;omschrijving;route;voorbeeldvragen;status;bronnen\r\n"
)
RIJ = (
    "zwemvest-zwijndrecht;Zwemvestdepot;voorziening;zwijndrecht;meedoen;Leent zwemvesten uit.;"
    "Wijkteam | leent een zwemvest uit;waar leen ik een zwemvest;actueel;"
    "rib-zorgmariniers-2021 | tabel effecten | 2021\r\n"
)
BESTAND = (KOP + RIJ).encode()


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped kaart, to be copied."""
    folder = tmp_path_factory.mktemp("gevuld")
    compose(Settings(data=folder, _env_file=None)).database.conn.close()
    return folder


@pytest.fixture(scope="module")
def dienst(tmp_path_factory: pytest.TempPathFactory, gevuld: Path) -> Iterator[Dienst]:
    """One running process; each test has people of its own."""
    with running(tmp_path_factory.mktemp("dienst"), gevuld) as found:
        yield found


def send(dienst: Dienst, van: int, naam: str, inhoud: bytes, **velden: object) -> str:
    return dienst.await_next(van, lambda: dienst.nep.send_file(van, naam, inhoud, **velden))


def count_bestanden(data: Path) -> int:
    with opened(data) as database:
        return int(database["invoer"].count)


def test_a_file_is_shown_published_and_found_by_the_next_question(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    before = count_bestanden(dienst.data)
    shown = send(dienst, van, "kaart.csv", BESTAND)
    assert "Nieuw: 1 · gewijzigd: 0 · gelijk: 0" in shown
    assert "Zwemvestdepot" in shown
    assert "Zwemvestdepot" not in dienst.ask(van, "waar leen ik een zwemvest")
    dienst.await_next(van, lambda: dienst.nep.send_file(van, "kaart.csv", BESTAND))
    assert "Gepubliceerd" in dienst.press(van, "Publiceren")
    assert "Zwemvestdepot" in dienst.ask(van, "waar leen ik een zwemvest")
    assert count_bestanden(dienst.data) == before


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.AANVOERDER}))
def test_of_who_may_not_send_a_file_not_a_byte_is_fetched(dienst: Dienst, rol: Rol) -> None:
    van = admit(dienst.data, rol=rol)
    fetched = len(dienst.nep.opgehaald)
    assert "Ik lees alleen tekst" in send(dienst, van, "kaart.csv", BESTAND)
    assert len(dienst.nep.opgehaald) == fetched


def test_of_a_stranger_not_a_byte_is_fetched(dienst: Dienst) -> None:
    fetched = len(dienst.nep.opgehaald)
    send(dienst, make_mens(), "kaart.csv", BESTAND)
    assert len(dienst.nep.opgehaald) == fetched


def test_a_file_in_a_group_is_left_alone(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    fetched = len(dienst.nep.opgehaald)
    dienst.nep.send_file(van, "kaart.csv", BESTAND, chat=GROEP)
    dienst.ask(van, VRAAG)
    assert len(dienst.nep.opgehaald) == fetched
    assert dienst.nep.find_texts(GROEP) == []


def test_another_kind_of_file_is_not_fetched_and_it_is_said(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    fetched = len(dienst.nep.opgehaald)
    assert "Dit soort bestand lees ik niet" in send(dienst, van, "kaart.pdf", b"%PDF")
    assert "Dit soort bestand lees ik niet" in send(dienst, van, "", b"x")
    assert len(dienst.nep.opgehaald) == fetched


def test_a_file_that_says_it_is_too_large_is_not_fetched(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    fetched = len(dienst.nep.opgehaald)
    said = send(dienst, van, "kaart.csv", b"x", bytes_gezegd=GESPREK.bestand + 1)
    assert "groter dan 5 MB" in said
    assert len(dienst.nep.opgehaald) == fetched


def test_a_file_that_is_larger_than_it_says_is_counted_while_it_comes(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    before = count_bestanden(dienst.data)
    said = send(dienst, van, "kaart.csv", b"x" * (GESPREK.bestand + 1), bytes_gezegd=10)
    assert "groter dan 5 MB" in said
    assert count_bestanden(dienst.data) == before


def test_a_file_that_telegram_does_not_give_is_asked_for_again(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    dienst.nep.storingen.append(("getFile", Geweigerd(400, "Bad Request: file is too big")))
    assert "Stuur het opnieuw" in send(dienst, van, "kaart.csv", BESTAND)
    assert "Nieuw" in send(dienst, van, "kaart.csv", BESTAND)


def test_who_is_blocked_has_no_file_fetched(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    with opened(dienst.data) as database, write_transaction(database):
        database.execute(
            "UPDATE deelnemer SET geblokkeerd = 1 WHERE id ="
            " (SELECT deelnemer FROM kanaaladres WHERE adres = ?)",
            [str(van)],
        )
    fetched = len(dienst.nep.opgehaald)
    assert "geen toegang meer" in send(dienst, van, "kaart.csv", BESTAND)
    assert len(dienst.nep.opgehaald) == fetched


def test_the_name_of_a_file_is_masked_before_it_is_kept(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    assert "[naam]" in send(dienst, van, "dossier Fatima el Amrani.csv", BESTAND)
    for path in dienst.data.iterdir():
        assert b"Amrani" not in path.read_bytes(), path.name


def test_many_faults_come_in_words_first_and_then_all_in_a_file(dienst: Dienst) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    fout = RIJ.replace("actueel", "misschien")
    rijen = "".join(fout.replace("zwemvest-", f"zwemvest-{nummer}-") for nummer in range(30))
    seen = len(dienst.find_calls("sendDocument"))
    said = send(dienst, van, "kaart.csv", (KOP + rijen).encode())
    assert "<b>30 fouten.</b>" in said
    assert "Herstel dit in je bestand" in said
    dienst.nep.wait(lambda: len(dienst.find_calls("sendDocument")) > seen)
    call = dienst.find_calls("sendDocument")[-1]
    assert call["document"].decode().count("\n") == 30
    assert not call.get("caption")


def test_a_long_text_with_a_file_is_not_said_twice_when_the_file_must_wait(
    dienst: Dienst,
) -> None:
    van = admit(dienst.data, rol=Rol.AANVOERDER)
    fout = RIJ.replace("actueel", "misschien")
    rijen = "".join(fout.replace("zwemvest-", f"zwemvest-{nummer}-") for nummer in range(30))
    seen = len(dienst.find_calls("sendDocument"))
    dienst.nep.storingen.append(("sendDocument", Geweigerd(429, "Too Many", retry_after=1)))
    send(dienst, van, "kaart.csv", (KOP + rijen).encode())
    dienst.nep.wait(lambda: len(dienst.find_calls("sendDocument")) > seen)
    assert len(dienst.nep.find_texts(van)) == 1


def test_a_killed_process_still_answers_the_file_it_had_taken(tmp_path: Path, gevuld: Path) -> None:
    with running(tmp_path, gevuld) as eigen:
        van = admit(eigen.data, rol=Rol.AANVOERDER)
        eigen.nep.traag = lambda methode: methode == "sendMessage"
        eigen.nep.send_file(van, "kaart.csv", BESTAND)
        eigen.nep.wait(lambda: count_bestanden(eigen.data))
        eigen.kill()
        eigen.nep.traag = lambda _methode: False
        eigen.start_and_wait()
        shown = eigen.nep.wait(lambda: eigen.nep.find_texts(van))[0]
        assert "Nieuw: 1" in shown
        assert "Gepubliceerd" in eigen.press(van, "Publiceren")


def test_others_are_answered_while_a_large_file_is_read(dienst: Dienst) -> None:
    van, ander = admit(dienst.data, rol=Rol.AANVOERDER), admit(dienst.data)
    rijen = "".join(RIJ.replace("zwemvest-", f"groot-{nummer}-") for nummer in range(8000))
    dienst.nep.send_file(van, "kaart.csv", (KOP + rijen).encode())
    dienst.ask(ander, VRAAG)
    assert dienst.nep.find_texts(van) == [], "wie een klein bericht stuurt wacht niet"
    assert "Nieuw: 8000" in dienst.nep.wait(lambda: dienst.nep.find_texts(van))[0]
