"""What is said of the week that begins, and to colleagues who stand in."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from handlers.agenda.lijst import MAX_TEKST, MAX_TITEL, OP_TIJD, shorten
from handlers.exchange import Antwoord, Knop, Knoppen
from handlers.render import Renderer
from scheduler.agenda.indeling import Rubriek
from scheduler.agenda.soort import Agendasoort
from scheduler.melding import Melding


def render_overzicht(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return the overview of a week, with a button for each reminder."""
    gegevens = melding.gegevens
    punten = [{**punt, "moment": datetime.fromisoformat(punt["moment"])} for punt in gegevens["regels"]]
    tekst = renderer.render(
        "agenda/overzicht",
        delen=_group(punten, renderer),
        meer=gegevens["meer"],
        later=gegevens["later"],
    )
    agenda = Knop(titel=renderer.label("knop_agenda"), data="agenda:")
    instellingen = Knop(titel=renderer.label("knop_instellingen"), data="inst:")
    knoppen: Knoppen = tuple((_make_knop(punt, renderer),) for punt in punten)
    return Antwoord(tekst=tekst, knoppen=(*knoppen, (agenda, instellingen)))


def render_vervanging(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return what a colleague hears of standing in."""
    gegevens = melding.gegevens
    tot = gegevens.get("tot")
    tekst = renderer.render(
        "agenda/vervanging",
        soort=melding.soort,
        collega=renderer.label(
            "collega", organisatie=gegevens["organisatie"], rol=gegevens["rol"]
        ),
        tot=renderer.label("dag_voluit", moment=date.fromisoformat(tot)) if tot else None,
    )
    return Antwoord(tekst=tekst, knoppen=_offer(melding, renderer))


def _offer(melding: Melding, renderer: Renderer) -> Knoppen:
    if melding.soort == Agendasoort.WAARNEEM:
        data = f"wn:{melding.gegevens['van']}"
        return ((Knop(titel=renderer.label("knop_kan_niet"), data=data),),)
    if melding.soort == Agendasoort.GEEN_WAARNEEM:
        return ((Knop(titel=renderer.label("knop_andere_vervanger"), data="inst:v:-:"),),)
    return ()


def _group(punten: list[dict[str, Any]], renderer: Renderer) -> list[dict[str, object]]:
    def name(punt: dict[str, Any]) -> str:
        return renderer.label("agenda_kop", rubriek=punt["rubriek"], moment=punt["moment"])

    return [
        {"kop": kop, "regels": [_describe(punt) for punt in groep]}
        for kop, groep in groupby(punten, key=name)
    ]


def _describe(punt: dict[str, Any]) -> dict[str, object]:
    return {
        "moment": punt["moment"],
        "alleen_tijd": punt["rubriek"] in OP_TIJD,
        "tekst": shorten(punt["tekst"], MAX_TEKST),
        "zaak": punt["zaak"],
        "waakvlam": punt["soort"] == "waakvlam",
    }


def _make_knop(punt: dict[str, Any], renderer: Renderer) -> Knop:
    titel = renderer.label(
        "knop_agendapunt",
        moment=punt["moment"],
        vandaag=punt["rubriek"] == Rubriek.VANDAAG,
        tekst=punt["tekst"],
    )
    return Knop(titel=shorten(titel, MAX_TITEL), data=f"hr:{punt['id']}")


AGENDABERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **dict.fromkeys(Agendasoort, render_vervanging),
    Agendasoort.WEEKOVERZICHT: render_overzicht,
}
