"""What is asked after a field was filled in: the rest of the thing, the form, or what else."""

from handlers.beheer.openen import Bewaard, get_concept
from handlers.beheer.scherm import make_knop, make_terug, reply, show_scherm
from handlers.beheer.veld import show_plek
from handlers.beheer.velden import Plek, Veld, Veldsoort, find_plek, read_velden
from handlers.beheer.waarde import find_fouten
from handlers.beheer.woorden import describe, describe_ding
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import Inhoud, get_at, parse_pad
from sociale_kaart.yaml_file import Pad


async def show_vervolg(
    vraag: Vraag, omgeving: Omgeving, bewaard: Bewaard, plek: Plek, was: Concept
) -> Stap:
    """Show what comes after a place was filled in."""
    concept = bewaard.concept
    if plek.veld.soort is Veldsoort.KEUZES:  # after a choice the next may follow
        return show_plek(vraag, omgeving, concept, plek, (bewaard.effect,))
    volgend = find_volgende(concept, plek, nieuw=was.slug is None)
    if volgend is not None:
        return show_plek(vraag, omgeving, concept, volgend, (bewaard.effect,))
    if was.slug is None and find_verplicht(was.inhoud) is not None:
        return _say_whole(vraag, omgeving, bewaard)
    if plek.is_ding or plek.veld is not plek.van:
        above = find_plek(plek.pad[:-1]) or plek
        return show_plek(vraag, omgeving, concept, above, (bewaard.effect,))
    return _say_changed(vraag, omgeving, bewaard, plek, was)


def find_volgende(concept: Concept, plek: Plek, *, nieuw: bool) -> Plek | None:
    """Return what is still required: of the thing that was filled in, else of a new entry."""
    inhoud = concept.inhoud
    if plek.veld is not plek.van:
        above = find_plek(plek.pad[:-1])
        pad = _find_lacking(inhoud, plek.pad[:-1], above.veld.delen if above else ())
        if pad is not None:
            return find_plek(pad)
    if nieuw and (pad := find_verplicht(inhoud)) is not None:
        return find_plek(pad)
    return None


def find_verplicht(inhoud: Inhoud) -> Pad | None:
    """Return the first place of an entry that is required and empty; None for a whole one."""
    for veld in read_velden().values():
        pad = parse_pad(veld.naam)
        waarde = get_at(inhoud, pad)
        if not veld.verplicht:
            continue
        if veld.delen:
            inner = _find_lacking(inhoud, (*pad, 0), veld.delen)
            if inner is not None:
                return inner
        elif not waarde:
            return pad
    return None


async def go_on(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show the next thing that a new entry requires, or the whole draft."""
    concept = await get_concept(vraag, omgeving, keuze)
    pad = find_verplicht(concept.inhoud) if concept.slug is None else None
    plek = find_plek(pad) if pad else None
    if plek is None:
        return await show_scherm(vraag, omgeving, concept)
    return show_plek(vraag, omgeving, concept, plek)


def _find_lacking(inhoud: Inhoud, pad: Pad, delen: tuple[Veld, ...]) -> Pad | None:
    lacking = (deel for deel in delen if deel.verplicht and not get_at(inhoud, (*pad, deel.naam)))
    deel = next(lacking, None)
    return (*pad, deel.naam) if deel else None


def _say_whole(vraag: Vraag, omgeving: Omgeving, bewaard: Bewaard) -> Stap:
    """Say that a new entry holds all that it must, and offer what makes it better."""
    concept = bewaard.concept
    vragen = f"veld:{concept.id}:voorbeeldvragen.{len(concept.inhoud.get('voorbeeldvragen', []))}"
    return reply(
        vraag,
        omgeving,
        "beheer/heel",
        (
            (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
            (make_knop(omgeving, "knop_toevoegen", vragen, een="voorbeeldvraag"),),
            (
                make_knop(omgeving, "knop_proef", f"proef:{concept.id}"),
                make_knop(omgeving, "knop_andere_velden", f"concept:{concept.id}"),
            ),
        ),
        (bewaard.effect,),
        naam=concept.inhoud.get("naam"),
        fouten=find_fouten(omgeving, concept),
    )


def _say_changed(
    vraag: Vraag, omgeving: Omgeving, bewaard: Bewaard, plek: Plek, was: Concept
) -> Stap:
    """Say what a field was and what it is now, and offer what one does next."""
    concept, veld = bewaard.concept, plek.veld
    named = describe_ding if plek.is_ding else describe
    return reply(
        vraag,
        omgeving,
        "beheer/gewijzigd",
        (
            (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
            (
                make_knop(omgeving, "knop_proef", f"proef:{concept.id}"),
                make_terug(concept, omgeving),
            ),
        ),
        (bewaard.effect,),
        label=veld.label,
        was=named(get_at(was.inhoud, plek.pad), veld, omgeving),
        wordt=named(get_at(concept.inhoud, plek.pad), veld, omgeving),
        fouten=find_fouten(omgeving, concept, plek),
        nieuw=concept.slug is None,
    )
