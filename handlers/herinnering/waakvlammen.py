"""The waakvlammen in one glance: who is due, which were missed, which nobody keeps."""

from collections import Counter
from dataclasses import dataclass

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.herinnering.bericht import MAX_TITEL
from handlers.herinnering.collegas import find_plek
from handlers.herinnering.waakweken import find_waakgebied, name_waakgebied, show_weken
from handlers.herinnering.woorden import name_collega, say_kort, say_moment
from scheduler.herinnering.herinnering import Herinnering, Soort
from scheduler.herinnering.waakvlam import Waakstand, find_waakstand
from sociale_kaart.deelnemer import Deelnemer

PAGE = 8
BEELD = "weken"
MAX_REGEL = 80  # characters of what a waakvlam is about, in the overview


@dataclass(frozen=True, slots=True, kw_only=True)
class Waakregel:
    """A waakvlam and how it stands."""

    waakvlam: Herinnering
    stand: Waakstand


async def list_waakvlammen(vraag: Vraag, omgeving: Omgeving, keuze: str = "") -> Stap:
    """Show the own waakvlammen, or those of the area for an aanvoerder; `keuze` is `p<page>`."""
    if keuze == BEELD:
        return await show_weken(vraag, omgeving)
    regels = await _find_regels(vraag.deelnemer, omgeving)
    page = find_plek(keuze)
    begin = page * PAGE if page * PAGE < len(regels) else 0
    shown = regels[begin : begin + PAGE]
    counted = Counter(regel.stand for regel in regels)
    rustig = [regel.waakvlam for regel in regels if regel.stand is Waakstand.RUSTIG]
    tekst = omgeving.renderer.render(
        "herinnering/waakvlammen",
        gebied=name_waakgebied(vraag.deelnemer, omgeving),
        aantal=len(regels),
        standen=[
            {"naam": omgeving.renderer.label("waakstand", naam=s.value), "aantal": counted[s]}
            for s in Waakstand
        ],
        regels=[await _describe(regel, vraag, omgeving) for regel in shown],
        eerste=say_moment(rustig[0].afgesproken, omgeving.renderer) if rustig else None,
    )
    knoppen = _offer(omgeving, shown, more=begin + PAGE < len(regels), page=begin // PAGE)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=bool(keuze)))


async def _find_regels(wie: Deelnemer, omgeving: Omgeving) -> list[Waakregel]:
    """Return the waakvlammen that someone keeps or watches, the most urgent first."""
    found = {h.id: h for h in await omgeving.herinneringen.find_open(wie.id)}
    if gebied := find_waakgebied(wie):
        found |= {h.id: h for h in await omgeving.herinneringen.find_waakvlammen(gebied)}
    waakvlammen = [h for h in found.values() if h.soort is Soort.WAAKVLAM]
    eigenaren = {h.eigenaar for h in waakvlammen}
    hoeders = {wie: await omgeving.beschikbaarheid.get(wie or "") for wie in eigenaren}
    nu, order = omgeving.clock.get_nu(), list(Waakstand)
    regels = [
        Waakregel(waakvlam=h, stand=find_waakstand(h, hoeders[h.eigenaar], nu)) for h in waakvlammen
    ]
    return sorted(regels, key=lambda r: (order.index(r.stand), r.waakvlam.afgesproken))


async def _describe(regel: Waakregel, vraag: Vraag, omgeving: Omgeving) -> dict[str, object]:
    waakvlam = regel.waakvlam
    own = waakvlam.eigenaar == vraag.deelnemer.id
    return {
        "stand": omgeving.renderer.label("waakstand", naam=regel.stand.value),
        "wat": say_kort(waakvlam, MAX_REGEL),
        "moment": say_moment(waakvlam.afgesproken, omgeving.renderer),
        "bij": None if own else await name_collega(omgeving, waakvlam.eigenaar),
    }


def _offer(omgeving: Omgeving, shown: list[Waakregel], *, more: bool, page: int) -> Knoppen:
    label = omgeving.renderer.label
    rows: Knoppen = tuple(
        (
            Knop(
                titel=label(
                    "knop_waakvlam",
                    stand=label("waakstand", naam=regel.stand.value),
                    wat=say_kort(regel.waakvlam, MAX_TITEL),
                ),
                data=f"hr:{regel.waakvlam.id}",
            ),
        )
        for regel in shown
    )
    if more:
        rows = (*rows, (Knop(titel=label("knop_meer"), data=f"vlam:p{page + 1}"),))
    return (*rows, (Knop(titel=label("knop_per_week"), data=f"vlam:{BEELD}"),))
