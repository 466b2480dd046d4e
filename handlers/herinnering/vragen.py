"""What lacks of a reminder is asked, and the whole of it is repeated before it stands."""

from dataclasses import dataclass
from datetime import datetime

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.herinnering.concept import WANNEER, WAT, ZO_GOED, Concept, keep, renew
from handlers.herinnering.woorden import list_weggehaald, say_moment, say_wat
from handlers.rechtentabel import WAAKVLAMMERS
from scheduler.beschikbaar import Beschikbaarheid, Mens
from scheduler.herinnering.herinnering import MAX_TEKST, Soort
from scheduler.moment.herhaaltekst import read_herhaling
from scheduler.werktijd import move_to_werktijd


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaar:
    """Why somebody may not want a moment, and the first that has nothing against it."""

    waarom: str  # afwezig, vrij or buiten
    liever: datetime | None  # in working hours


async def advance(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, *, vervangt: bool = False
) -> Stap:
    """Ask what lacks, or repeat what is known and ask whether it stands so."""
    if not concept.tekst:
        return ask(vraag, omgeving, concept, WAT)
    if concept.moment is None:
        return ask(vraag, omgeving, concept, WANNEER)
    return await ask_zo_goed(vraag, omgeving, concept, concept.moment, vervangt=vervangt)


def ask(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, wat: str, reden: str | None = None
) -> Stap:
    """Ask what it is about, or when it is; `reden` says why what was said is not enough."""
    concept = renew(concept)
    tekst = omgeving.renderer.render(
        "herinnering/vraag",
        wat=wat,
        reden=reden,
        grens=MAX_TEKST,
        tekst=say_wat(concept.tekst, concept.zaak),
        moment=say_moment(concept.moment, omgeving.renderer) if concept.moment else None,
        weggehaald=list_weggehaald(vraag, omgeving.renderer),
    )
    stop = Knop(titel=omgeving.renderer.label("knop_toch_niet"), data=f"hq:{concept.id}")
    return Stap(
        antwoord=Antwoord(tekst=tekst, knoppen=((stop,),)), effecten=(keep(vraag, concept, wat),)
    )


async def ask_zo_goed(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    moment: datetime,
    *,
    inleiding: str | None = None,
    vervangt: bool = False,
) -> Stap:
    """Repeat the moment in full with all that holds, and ask whether it stands so."""
    concept = renew(concept)
    mens = await omgeving.beschikbaarheid.get(vraag.deelnemer.id)
    bezwaar = find_bezwaar(moment, mens)
    herhaling = read_herhaling(concept.herhaling) if concept.herhaling else None
    renderer = omgeving.renderer
    tekst = renderer.render(
        "herinnering/zo_goed",
        inleiding=inleiding,
        moment=say_moment(moment, renderer),
        wat=say_wat(concept.tekst, concept.zaak),
        herhaling=renderer.label("herhaling", h=herhaling) if herhaling else None,
        waakvlam=concept.soort is Soort.WAAKVLAM,
        waarom=bezwaar.waarom if bezwaar else None,
        weggehaald=list_weggehaald(vraag, renderer),
    )
    knoppen = _offer(vraag, omgeving, concept, bezwaar)
    return Stap(
        antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=vervangt),
        effecten=(keep(vraag, concept, ZO_GOED),),
    )


def find_bezwaar(moment: datetime, mens: Mens | None) -> Bezwaar | None:
    """Return what speaks against a moment that somebody chose for himself; None for nothing."""
    beschikbaar = mens.beschikbaarheid if mens else Beschikbaarheid()
    if beschikbaar.is_afwezig(moment):
        return Bezwaar(waarom="afwezig", liever=None)
    werktijd = beschikbaar.werktijd
    if werktijd.covers(moment):
        return None
    vrij = moment.weekday() in werktijd.dagen and not werktijd.is_werkdag(moment.date())
    return Bezwaar(waarom="vrij" if vrij else "buiten", liever=move_to_werktijd(moment, werktijd))


def _offer(vraag: Vraag, omgeving: Omgeving, concept: Concept, bezwaar: Bezwaar | None) -> Knoppen:
    label = omgeving.renderer.label
    rows: list[tuple[Knop, ...]] = [
        (
            Knop(titel=label("knop_ja"), data=f"hz:{concept.id}"),
            Knop(titel=label("knop_ander_moment"), data=f"ha:{concept.id}"),
            Knop(titel=label("knop_toch_niet"), data=f"hq:{concept.id}"),
        )
    ]
    if bezwaar and bezwaar.liever:
        titel = label("knop_liever", moment=bezwaar.liever)
        rows.append((Knop(titel=titel, data=f"hm:{concept.id}"),))
    if _may_be_waakvlam(vraag, concept):
        rows.append((Knop(titel=label("knop_als_waakvlam"), data=f"hw:{concept.id}"),))
    return tuple(rows)


def _may_be_waakvlam(vraag: Vraag, concept: Concept) -> bool:
    new = concept.uitstel is None and concept.soort is Soort.AFSPRAAK
    return new and concept.herhaling is not None and vraag.deelnemer.rol in WAAKVLAMMERS
