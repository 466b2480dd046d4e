"""The agenda as a file, and the secret address at which a calendar program reads it."""

from handlers.agenda.kalender import make_kalender
from handlers.effecten.agenda import AgendaadresGemaakt, AgendaadresIngetrokken
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Effect, Knop, Knoppen, Stap, Vraag
from knowledge.uitnodigingen import make_token, seal

NIEUW = "nieuw"
WEG = "weg"


async def give_bestand(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Give what is open as a calendar file."""
    inhoud = await make_agenda(vraag.deelnemer.id, omgeving)
    bijlage = Bijlage.from_bytes(omgeving.renderer.label("ics_bestand"), inhoud)
    tekst = omgeving.renderer.render("agenda/bestand")
    return Stap(antwoord=Antwoord(tekst=tekst, bijlage=bijlage))


async def make_agenda(deelnemer: str, omgeving: Omgeving) -> bytes:
    """Return the calendar of what lies with someone, that which was offered to others too."""
    found = await omgeving.herinneringen.find_open(deelnemer)
    own = [herinnering for herinnering in found if herinnering.ontvanger == deelnemer]
    return make_kalender(own, omgeving.renderer, omgeving.clock.get_nu())


async def keep_adres(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Say what the address is, make one, or let it work no more."""
    wie = vraag.deelnemer.id
    has = await omgeving.agendaadressen.has(wie)
    if keuze == NIEUW and omgeving.adressen.web:
        return _make(wie, omgeving)
    if keuze == WEG and has:
        effect = AgendaadresIngetrokken(deelnemer=wie)
        return _say(omgeving, "weg", _offer(omgeving, has=False), effect)
    return _say(omgeving, _find_stand(omgeving, has=has), _offer(omgeving, has=has))


def _make(wie: str, omgeving: Omgeving) -> Stap:
    token = make_token()
    link = omgeving.adressen.make_agendalink(token)
    tekst = omgeving.renderer.render("agenda/adres", stand="nieuw", link=link)
    effect = AgendaadresGemaakt(deelnemer=wie, zegel=seal(token))
    weg = (Knop(titel=omgeving.renderer.label("knop_adres_weg"), data=f"agadres:{WEG}"),)
    antwoord = Antwoord(tekst=tekst, knoppen=(weg,), geheim=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


def _find_stand(omgeving: Omgeving, *, has: bool) -> str:
    if has:
        return "heeft"
    return "geen" if omgeving.adressen.web else "kan_niet"


def _offer(omgeving: Omgeving, *, has: bool) -> Knoppen:
    label = omgeving.renderer.label
    titel = label("knop_adres_opnieuw" if has else "knop_adres_maak")
    nieuw = ((Knop(titel=titel, data=f"agadres:{NIEUW}"),),) if omgeving.adressen.web else ()
    weg = ((Knop(titel=label("knop_adres_weg"), data=f"agadres:{WEG}"),),) if has else ()
    return (*nieuw, *weg)


def _say(omgeving: Omgeving, stand: str, knoppen: Knoppen, *effecten: Effect) -> Stap:
    tekst = omgeving.renderer.render("agenda/adres", stand=stand, link=None)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen), effecten=effecten)
