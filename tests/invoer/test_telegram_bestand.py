"""A file in Telegram, with the real process: sent, shown, published, and found by a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dienst import Dienst, admit, opened, running

from bot.settings import Settings
from bot.wiring import compose
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
def dienst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dienst]:
    """One running process; each test has people of its own."""
    gevuld = tmp_path_factory.mktemp("gevuld")
    compose(Settings(data=gevuld, _env_file=None)).database.conn.close()
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
    assert "Gepubliceerd" in dienst.press(van, "Publiceer")
    assert "Zwemvestdepot" in dienst.ask(van, "waar leen ik een zwemvest")
    assert count_bestanden(dienst.data) == before
