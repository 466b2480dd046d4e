"""Handing out the code of a case."""

from handlers.effecten.herinnering import ZaakUitgegeven
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Stap, Vraag


async def give_zaak(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Hand out the next code of the asker's municipality."""
    gemeente = vraag.deelnemer.gemeente
    gebieden = omgeving.kennis.werkgebieden
    letters = gebieden.get(gemeente).letters if gemeente and gemeente in gebieden else None
    if gemeente is None or letters is None:
        tekst = omgeving.renderer.render(
            "herinnering/geen_zaak", gebied=omgeving.name_gebied(gemeente)
        )
        return Stap(antwoord=Antwoord(tekst=tekst))
    jaar = omgeving.clock.get_nu().year
    zaak = await omgeving.zaken.find_next(gemeente, letters, jaar)
    tekst = omgeving.renderer.render("herinnering/zaak", code=zaak.code)
    return Stap(antwoord=Antwoord(tekst=tekst), effecten=(ZaakUitgegeven(zaak=zaak),))
