"""What is said of the week that begins, and to colleagues who stand in."""

from collections.abc import Callable, Mapping
from datetime import date

from handlers.agenda.regels import group_regels, make_knoppen
from handlers.exchange import Antwoord, Knop, Knoppen
from handlers.render import Renderer
from scheduler.agenda.soort import Agendasoort
from scheduler.melding import Melding


def render_overzicht(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return the overview of a week, with a button for each reminder."""
    gegevens = melding.gegevens
    tekst = renderer.render(
        "agenda/overzicht",
        delen=group_regels(gegevens["regels"], renderer),
        meer=gegevens["meer"],
        later=gegevens["later"],
    )
    agenda = Knop(titel=renderer.label("knop_agenda"), data="agenda:")
    instellingen = Knop(titel=renderer.label("knop_instellingen"), data="inst:")
    knoppen = (*make_knoppen(gegevens["regels"], renderer), (agenda, instellingen))
    return Antwoord(tekst=tekst, knoppen=knoppen)


def render_vervanging(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return what is said of standing in, to whom it concerns."""
    gegevens = {"organisatie": "", "rol": "", **melding.gegevens}
    tot = gegevens.get("tot")
    tekst = renderer.render(
        "agenda/vervanging",
        soort=melding.soort,
        collega=renderer.label(
            "collega_vervanger", organisatie=gegevens["organisatie"], rol=gegevens["rol"]
        ),
        tot=renderer.label("dag_voluit", moment=date.fromisoformat(tot)) if tot else None,
    )
    return Antwoord(tekst=tekst, knoppen=_offer(melding, renderer))


def _offer(melding: Melding, renderer: Renderer) -> Knoppen:
    if melding.soort == Agendasoort.WAARNEEM:
        data = f"wn:{melding.gegevens['van']}"
        return ((Knop(titel=renderer.label("knop_kan_niet"), data=data),),)
    if melding.soort in {Agendasoort.GEEN_WAARNEEM, Agendasoort.VERVANGER_WEG}:
        return ((Knop(titel=renderer.label("knop_andere_vervanger"), data="inst:v:-:"),),)
    return ()


AGENDABERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **dict.fromkeys(Agendasoort, render_vervanging),
    Agendasoort.WEEKOVERZICHT: render_overzicht,
}
