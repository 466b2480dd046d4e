"""The whole life of a reminder in Telegram, with the real process, and a power cut in it."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from dienst import Dienst, admit, opened, running

from knowledge.database import write_transaction
from knowledge.moment import format_moment
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import SystemClock
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol

ALTIJD = Werktijd(dagen=frozenset(range(7)), begin=time(0), eind=time(23, 59))


@pytest.fixture
def eigen(tmp_path: Path, gevuld: Path) -> Iterator[Dienst]:
    """A process of its own, to be killed."""
    if not ALTIJD.covers(SystemClock().get_nu()):
        pytest.skip("vandaag werkt niemand: het is een feestdag")
    with running(tmp_path, gevuld) as found:
        yield found


def work_always(dienst: Dienst, mens: int) -> None:
    """Let someone work whatever the day on which the tests run."""
    with opened(dienst.data) as database, write_transaction(database):
        sql = "SELECT deelnemer FROM kanaaladres WHERE adres = ?"
        [row] = database.execute(sql, [str(mens)])
        write_beschikbaarheid(database, row["deelnemer"], Beschikbaarheid(werktijd=ALTIJD))


def let_come(dienst: Dienst, mens: int) -> str:
    """Let the moment of what waits be a minute ago, and return what comes of it."""
    toen = format_moment(SystemClock().get_nu() - timedelta(minutes=1))
    with opened(dienst.data) as database, write_transaction(database):
        database.execute(
            "UPDATE herinnering SET volgend = ?1, afgesproken = ?1 WHERE volgend IS NOT NULL",
            [toen],
        )
    dienst.ask(mens, "/help")  # whatever is written sets the bell anew
    return await_text(dienst, mens, "Herinnering:")


def await_text(dienst: Dienst, mens: int, begin: str) -> str:
    """Return the first text after the last answer of a person that holds these words."""
    return str(
        dienst.nep.wait(
            lambda: next((t for t in dienst.nep.find_texts(mens)[-2:] if begin in t), None)
        )
    )


def read_row(dienst: Dienst) -> dict[str, object]:
    with opened(dienst.data) as database:
        [row] = database["herinnering"].rows
        return dict(row)


def test_it_is_set_comes_is_put_off_handed_over_and_done(eigen: Dienst) -> None:
    mens, collega = admit(eigen.data), admit(eigen.data, rol=Rol.AMBASSADEUR, organisatie="Politie")
    for wie in (mens, collega):
        work_always(eigen, wie)
    zo = eigen.ask(mens, "/herinner over 2 weken bellen met Fatima el Amrani over zwd 26 014")
    assert "Ik heb een naam weggehaald" in zo
    assert "bellen met [naam], ZWD-26-014. Zo goed?" in zo
    assert "Afgesproken" in eigen.press(mens, "Ja")
    eigen.await_rest()
    eigen.kill()
    eigen.start_and_wait()
    assert "bellen met [naam], ZWD-26-014. Dit sprak je af op" in let_come(eigen, mens)
    assert "Wanneer zal ik erop terugkomen" in eigen.press(mens, "Later")
    assert "ik kom erop terug op" in eigen.press(mens, "Over een uur")
    assert read_row(eigen)["staat"] == "uitgesteld"
    let_come(eigen, mens)
    assert "Aan wie vraag ik het" in eigen.press(mens, "Overdragen")
    assert "Gevraagd aan Politie (ambassadeur)" in eigen.press(mens, "Politie")
    assert "Wijkteam Noord (professional) vraagt" in await_text(eigen, collega, "overneemt")
    eigen.press(collega, "Ja, ik neem het over")
    assert await_text(eigen, mens, "neemt dit over")
    assert await_text(eigen, collega, "Herinnering:")
    assert "Is het gelukt?" in eigen.press(collega, "Gedaan")
    assert "genoteerd: gelukt" in eigen.press(collega, "Gelukt")
    row = read_row(eigen)
    assert (row["staat"], row["uitkomst"], row["volgend"]) == ("gedaan", "gelukt", None)
    eigen.await_rest()
    assert eigen.find_bytes("Amrani") == []


def test_in_a_group_it_is_refused(eigen: Dienst) -> None:
    mens = admit(eigen.data)
    said = eigen.ask(mens, "/herinner morgen bellen", chat=-1001)
    assert "niemand meeleest" in said
