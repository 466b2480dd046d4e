"""Wherever the buttons lead, there is one reply that every channel can show."""

from collections import deque
from collections.abc import Callable

import pytest
from gesprek import Gesprek, read

from bot.screen import find_knoppen
from handlers.dispatch import DRUKKEN, OPDRACHTEN
from handlers.herinnering.wegen import DRUKKEN as HERINNERING
from handlers.hulpvraag.wegen import DRUKKEN as HULPVRAAG
from handlers.rechtentabel import IEDEREEN, RECHTEN
from knowledge.kennis import Kennis

MOST_PRESSED = 400
MOST_CHARACTERS = 4096  # of one message on the narrowest channel
STARTS = [
    pytest.param("zwijndrecht", ("/start", "/kaart", "/gemeente", "/help"), id="opdrachten"),
    pytest.param("zwijndrecht", ("thuisloze jongen 19 geen adres",), id="zwijndrecht"),
    pytest.param("dordrecht", ("stel moet hun huis uit, waar is onderdak",), id="dordrecht"),
    pytest.param("zoetermeer", ("gezin wordt uit huis gezet",), id="zoetermeer"),
    pytest.param("rotterdam", ("casus zit helemaal vast", "/kaart"), id="onbekende gemeente"),
    pytest.param(None, ("wijkteam", "hoe regel ik een briefadres"), id="zonder gemeente"),
    pytest.param("zwijndrecht", ("recept voor appeltaart",), id="geen antwoord"),
    pytest.param("dordrecht", ("mw wil vanavond een eind aan haar leven maken",), id="gevaar"),
]


def walk(gesprek: Gesprek) -> set[str]:
    """Press every button that can be reached, each once, and return what was pressed."""
    waiting = deque(knop.data for antwoord in gesprek.antwoorden for knop in find_knoppen(antwoord))
    pressed: set[str] = set()
    while waiting and len(pressed) < MOST_PRESSED:
        data = waiting.popleft()
        if data not in pressed:
            pressed.add(data)
            waiting.extend(knop.data for knop in find_knoppen(gesprek.stuur(data)))
    return pressed


@pytest.mark.parametrize(("gemeente", "starts"), STARTS)
def test_every_button_that_can_be_reached_gives_one_reply(
    begin: Callable[..., Gesprek], gemeente: str | None, starts: tuple[str, ...]
) -> None:
    gesprek = begin(gemeente)
    for start in starts:
        gesprek.zeg(start)
    pressed = walk(gesprek)
    assert len(gesprek.antwoorden) == len(starts) + len(pressed)
    for antwoord in gesprek.antwoorden:
        assert len(antwoord.tekst) <= MOST_CHARACTERS
        assert "werkt niet meer" not in read(antwoord)


def test_the_walk_meets_every_kind_of_button(begin: Callable[..., Gesprek]) -> None:
    zeker, twijfelend = begin("zwijndrecht"), begin("zwijndrecht", twijfelt=True)
    zeker.zeg("/gemeente")
    zeker.zeg("/vergeetmij")
    zeker.zeg("/agenda")
    zeker.stuur("kloptniet:briefadres-zwijndrecht")
    zeker.zeg("het loket is verhuisd")
    zeker.zeg("hoe regel ik een briefadres")
    twijfelend.zeg("wie helpt bij schulden")
    zonder = begin("zwijndrecht")
    zonder.zeg("recept voor appeltaart")
    kinds = {data.partition(":")[0] for g in (twijfelend, zonder, zeker) for data in walk(g)}
    elsewhere = {druk for druk in HERINNERING if druk != "hk"} | {"agenda", "ics", "wn"}
    between_people = HULPVRAAG.keys() - {"vast", "hva"}  # walked in tests/hulpvraag
    everybody = {druk for druk in DRUKKEN if RECHTEN[druk] == IEDEREEN}
    of_before = {"pastniet", "waarom"}  # under old messages only
    assert kinds == everybody - elsewhere - between_people - of_before


def test_every_command_replies_to_everyone(begin: Callable[..., Gesprek]) -> None:
    for gemeente in ("zwijndrecht", "rotterdam", None):
        gesprek = begin(gemeente)
        for opdracht in OPDRACHTEN:
            gesprek.zeg(opdracht)
        assert len(gesprek.antwoorden) == len(OPDRACHTEN)


def test_every_kind_of_button_replies_for_every_entry(
    begin: Callable[..., Gesprek], kennis: Kennis
) -> None:
    gesprek = begin("dordrecht")
    kinds = ("kaart", "route", "nodig", "deel", "waarom", "hoezo", "niet", "vast")
    for slug in kennis.voorzieningen:
        for kind in kinds:
            gesprek.stuur(f"{kind}:{slug}")
    assert len(gesprek.antwoorden) == len(kinds) * len(kennis.voorzieningen)
