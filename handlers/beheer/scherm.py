"""The screen of a draft: its fields as buttons, and what can be done with it."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.beheer.openen import Bewaard, find_basis
from handlers.beheer.velden import Veld, Veldsoort, read_velden
from handlers.beheer.woorden import describe, say_moment, shorten
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import get_at, parse_pad
from knowledge.beheer.verschil import compare


def reply(
    vraag: Vraag,
    omgeving: Omgeving,
    naam: str,
    knoppen: Knoppen = (),
    effecten: Iterable[Effect] = (),
    /,
    **waarden: object,
) -> Stap:
    """Return a reply of this area; it ends whatever text the dialogue waited for."""
    wacht = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None))
    return Stap(
        antwoord=Antwoord(
            tekst=omgeving.renderer.render(naam, **waarden),
            knoppen=knoppen,
            vervangt=vraag.druk is not None,
        ),
        effecten=(*effecten, *((wacht,) if vraag.dialoog.wacht else ())),
    )


def wait(stap: Stap, vraag: Vraag, wacht: str) -> Stap:
    """Return a step after which the next text answers this."""
    rest = tuple(e for e in stap.effecten if not isinstance(e, DialoogVerandert))
    dialoog = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=wacht))
    return replace(stap, effecten=(*rest, dialoog))


def make_knop(omgeving: Omgeving, label: str, data: str, /, **waarden: object) -> Knop:
    """Return a button by the name of its title."""
    return Knop(titel=omgeving.renderer.label(label, **waarden), data=data)


async def show_scherm(
    vraag: Vraag, omgeving: Omgeving, found: Bewaard | Concept, *, alles: bool = False
) -> Stap:
    """Show a draft with its fields as buttons: the first ones, or all others."""
    concept = found.concept if isinstance(found, Bewaard) else found
    others = await omgeving.concepten.find_others(vraag.deelnemer.id, concept.slug or "")
    gewijzigd = compare(await find_basis(concept, omgeving), concept.inhoud)
    return reply(
        vraag,
        omgeving,
        "beheer/concept",
        (
            *_offer_velden(concept, omgeving, alles=alles),
            *_offer_daden(concept, omgeving, gewijzigd=bool(gewijzigd)),
        ),
        (found.effect,) if isinstance(found, Bewaard) else (),
        naam=concept.inhoud.get("naam"),
        gebied=omgeving.name_gebied(concept.inhoud.get("werkgebied")),
        nieuw=concept.slug is None,
        gewijzigd=len(gewijzigd),
        anderen=await _name_anderen(others, omgeving),
        achter=await is_behind(concept, omgeving),
        voorgelegd=concept.reden is not None,
    )


async def is_behind(concept: Concept, omgeving: Omgeving) -> bool:
    """Tell whether somebody published the entry since the draft was made."""
    if concept.slug is None:
        return False
    return await omgeving.kaarten.get_nummer(concept.slug) != concept.basis


def make_terug(concept: Concept, omgeving: Omgeving) -> Knop:
    """Return the button to the screen of a draft."""
    return make_knop(omgeving, "knop_naar_concept", f"concept:{concept.id}")


async def _name_anderen(others: Iterable[Concept], omgeving: Omgeving) -> list[dict[str, str]]:
    """Return for which organisation the others work who have this entry open, and since when."""
    return [
        {
            "wie": (await omgeving.deelnemers.get(other.deelnemer)).organisatie,
            "op": say_moment(other.op),
        }
        for other in others
    ]


def _offer_velden(concept: Concept, omgeving: Omgeving, *, alles: bool) -> Knoppen:
    rows: Knoppen = tuple(
        (_make_veldknop(concept, veld, omgeving),)
        for veld in read_velden().values()
        if veld.vooraan != alles and veld.soort is not Veldsoort.VAST
    )
    naam, data = ("knop_minder_velden", "") if alles else ("knop_meer_velden", ":alles")
    more = make_knop(omgeving, naam, f"concept:{concept.id}{data}")
    return (*rows, (more,))


def _make_veldknop(concept: Concept, veld: Veld, omgeving: Omgeving) -> Knop:
    waarde = get_at(concept.inhoud, parse_pad(veld.naam))
    many = len(waarde) if veld.is_lijst and isinstance(waarde, list) else 0
    text = shorten(describe(waarde, veld, omgeving))
    titel = omgeving.renderer.label("knop_veld", veld=veld.label, waarde=text, aantal=many)
    return Knop(titel=titel, data=f"veld:{concept.id}:{veld.naam}")


def _offer_daden(concept: Concept, omgeving: Omgeving, *, gewijzigd: bool) -> Knoppen:
    """Return what can be done with a draft; one without a change can only be looked at."""
    proef = make_knop(omgeving, "knop_proef", f"proef:{concept.id}")
    rows: Knoppen = ((proef,),)
    if gewijzigd:
        rows = (
            (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
            (proef, make_knop(omgeving, "knop_anders", f"anders:{concept.id}")),
            (
                make_knop(omgeving, "knop_bewaar", f"bewaar:{concept.id}"),
                make_knop(omgeving, "knop_gooi_weg", f"wis:{concept.id}"),
            ),
        )
    if concept.slug is None:
        return rows
    versies = make_knop(omgeving, "knop_geschiedenis", f"versies:{concept.slug}")
    return (*rows, (versies, make_knop(omgeving, "knop_einde", f"einde:{concept.id}")))
