"""How the waakvlammen were kept, week by week."""

from dataclasses import dataclass
from datetime import timedelta

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Stap, Vraag
from handlers.tekening import Plaat, Reeks, Staven
from scheduler.herinnering.waakvlam import Reactie, Waakweek, count_weken
from sociale_kaart.deelnemer import Deelnemer, Rol

WEKEN = 8  # that are looked back on


@dataclass(frozen=True, slots=True, kw_only=True)
class Waakbeeld:
    """The weeks as names and numbers: what a picture shows, and the text says."""

    labels: tuple[str, ...]  # one a week
    reeksen: tuple[tuple[str, tuple[int, ...]], ...]  # name, and a number a week

    @property
    def leeg(self) -> bool:
        """Whether nothing happened in any of them."""
        return not any(sum(waarden) for _, waarden in self.reeksen)


async def show_weken(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show for each week how many were answered in time, late, or not at all."""
    nu = omgeving.clock.get_nu()
    sinds = nu - timedelta(weeks=WEKEN - 1)
    voorvallen = await omgeving.herinneringen.find_waakvoorvallen(
        find_waakgebied(vraag.deelnemer), vraag.deelnemer.id, sinds - timedelta(weeks=1)
    )
    beeld = make_beeld(count_weken(voorvallen, sinds.date(), nu.date()), omgeving)
    tekst = omgeving.renderer.render(
        "herinnering/waakweken", gebied=name_waakgebied(vraag.deelnemer, omgeving), beeld=beeld
    )
    return Stap(antwoord=Antwoord(tekst=tekst, bijlage=await _draw(beeld, omgeving)))


async def _draw(beeld: Waakbeeld, omgeving: Omgeving) -> Bijlage | None:
    """Return the weeks as a picture; None where there is nothing to draw, or it took too long."""
    if beeld.leeg:
        return None
    titel = omgeving.renderer.label("waakbeeld")
    reeksen = tuple(Reeks(naam=naam, waarden=waarden) for naam, waarden in beeld.reeksen)
    staven = Staven(titel=titel, labels=beeld.labels, reeksen=reeksen)
    png = await omgeving.tekenaar.draw(Plaat(delen=(staven,)))
    return Bijlage.from_bytes("waakvlammen.png", png, beeld=titel) if png else None


def make_beeld(weken: tuple[Waakweek, ...], omgeving: Omgeving) -> Waakbeeld:
    """Return the weeks with their names."""
    label = omgeving.renderer.label
    return Waakbeeld(
        labels=tuple(label("waakweek", nummer=week.maandag.isocalendar().week) for week in weken),
        reeksen=tuple(
            (label("reactie", naam=reactie.value), tuple(getattr(w, reactie) for w in weken))
            for reactie in Reactie
        ),
    )


def find_waakgebied(wie: Deelnemer) -> str | None:
    """Return the municipality whose waakvlammen someone watches; None for the own alone."""
    return wie.gemeente if wie.rol is Rol.AANVOERDER else None


def name_waakgebied(wie: Deelnemer, omgeving: Omgeving) -> str | None:
    """Return the name of that municipality."""
    return omgeving.name_gebied(find_waakgebied(wie))
