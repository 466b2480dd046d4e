"""What is typed or chosen for a field, put into the draft."""

from typing import Any

from handlers.beheer.dag import read_dag
from handlers.beheer.kiezen import find_signed, offer_bronnen, offer_kaarten
from handlers.beheer.openen import EIGEN_KENNIS, Bewaard, get_concept, save
from handlers.beheer.scherm import make_knop, reply, wait
from handlers.beheer.veld import get_plek
from handlers.beheer.velden import VUL, Plek, Veldsoort
from handlers.beheer.vervolg import show_vervolg
from handlers.beheer.zoeker import find_bereikbaar
from handlers.card import format_date
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from knowledge.beheer.concept import Concept, Voorstel
from knowledge.beheer.inhoud import drop_at, format_pad, get_at, put_at
from sociale_kaart.errors import ConceptNotFound

VOORBIJ = frozenset({"gecontroleerd_op"})  # days that lie behind us
MOST_DIGITS = 9  # of a number
MOST_REGELS = 50  # lines of one text that become things of a list


async def fill_veld(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Put what was typed into a field; `keuze` is `<concept>:<pad>`."""
    naam, _, pad = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    plek = get_plek(concept, pad)
    if plek.veld.soort in {Veldsoort.VERWIJZING, Veldsoort.VERWIJZINGEN, Veldsoort.BRON}:
        return _search(vraag, omgeving, concept, plek)
    if vraag.weggehaald:
        return _ask_whether_right(vraag, omgeving, concept, plek)
    bewaard = put_tekst(concept, plek, vraag.tekst, omgeving)
    return await show_vervolg(vraag, omgeving, bewaard, plek, concept)


async def accept_voorstel(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Let a text from which something was masked stand; `keuze` is `<concept>:<keer>`."""
    naam, _, keer = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    voorstel = concept.voorstel
    if voorstel is None or keer != str(concept.keer):
        raise ConceptNotFound(naam)
    plek = get_plek(concept, voorstel.pad)
    bewaard = put_tekst(concept, plek, voorstel.waarde, omgeving)
    return await show_vervolg(vraag, omgeving, bewaard, plek, concept)


async def choose_waarde(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Take a choice, or drop it where it was taken; `keuze` is `<concept>:<pad>:<waarde>`."""
    naam, _, rest = keuze.partition(":")
    pad, _, waarde = rest.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    plek = get_plek(concept, pad)
    inhoud = _put_keuze(concept, plek, waarde, omgeving)
    bewaard = save(concept, inhoud=inhoud)
    return await show_vervolg(vraag, omgeving, bewaard, plek, concept)


def put_tekst(concept: Concept, plek: Plek, tekst: str, omgeving: Omgeving) -> Bewaard:
    """Return a draft with a text at a place; for a list each line is a thing of its own."""
    inhoud, pad = concept.inhoud, plek.pad
    if plek.is_ding and get_at(inhoud, pad) is None:
        known = get_at(inhoud, pad[:-1]) or []
        regels = [" ".join(regel.split()) for regel in tekst.splitlines()[:MOST_REGELS]]
        new = [regel for regel in dict.fromkeys(regels) if regel and regel not in known]
        return save(concept, inhoud=put_at(inhoud, pad[:-1], [*known, *new]))
    return save(concept, inhoud=put_at(inhoud, pad, _read_waarde(plek, tekst, omgeving)))


def _read_waarde(plek: Plek, tekst: str, omgeving: Omgeving) -> str | int:
    """Return what was typed as the field holds it; what it cannot hold stays as it was typed."""
    line = " ".join(tekst.split())
    if plek.veld.soort is Veldsoort.GETAL:
        return int(line) if _is_number(line) else line
    if plek.veld.soort is Veldsoort.DATUM:
        voorbij = plek.veld.naam in VOORBIJ
        return read_dag(line, omgeving.clock.get_nu(), voorbij=voorbij)
    return line


def _is_number(line: str) -> bool:
    return line.isascii() and line.isdecimal() and len(line) <= MOST_DIGITS


def _search(vraag: Vraag, omgeving: Omgeving, concept: Concept, plek: Plek) -> Stap:
    """Offer the entries or documents that a text names, to choose from."""
    if plek.veld.soort is Veldsoort.BRON:
        words = vraag.tekst.casefold().split()
        documenten = omgeving.kennis.brondocumenten.values()
        named = [
            doc.id for doc in documenten if all(word in doc.titel.casefold() for word in words)
        ]
        knoppen = offer_bronnen(omgeving, concept, plek, named)
        count = len(named)
    else:
        found = find_bereikbaar(omgeving, concept, vraag.tekst)
        knoppen = offer_kaarten(omgeving, concept, plek, found)
        count = len(found)
    data = f"veld:{concept.id}:{format_pad(plek.pad)}"
    terug = make_knop(omgeving, "knop_lijst_terug", data, veld=plek.veld.label)
    stap = reply(vraag, omgeving, "beheer/gevonden", (*knoppen, (terug,)), aantal=count)
    return wait(stap, vraag, f"{VUL}:{concept.id}:{format_pad(plek.pad)}")


def _ask_whether_right(vraag: Vraag, omgeving: Omgeving, concept: Concept, plek: Plek) -> Stap:
    """Show what is left of a text before it stands."""
    pad = format_pad(plek.pad)
    bewaard = save(concept, voorstel=Voorstel(pad=pad, waarde=vraag.tekst), reden=concept.reden)
    goed = f"neem:{concept.id}:{bewaard.concept.keer}"
    label = omgeving.renderer.label
    stap = reply(
        vraag,
        omgeving,
        "beheer/gemaskeerd",
        (
            (make_knop(omgeving, "knop_zo_goed", goed),),
            (make_knop(omgeving, "knop_typ_opnieuw", f"veld:{concept.id}:{pad}"),),
        ),
        (bewaard.effect,),
        weggehaald=[label("gegeven", soort=soort) for soort in dict.fromkeys(vraag.weggehaald)],
        tekst=vraag.tekst,
    )
    return wait(stap, vraag, f"{VUL}:{concept.id}:{pad}")


def _put_keuze(concept: Concept, plek: Plek, waarde: str, omgeving: Omgeving) -> dict[str, Any]:
    inhoud, soort = concept.inhoud, plek.veld.soort
    if soort is Veldsoort.VERWIJZING or soort is Veldsoort.VERWIJZINGEN:
        slug = find_signed(waarde, omgeving.kennis.voorzieningen)
        if slug is None:
            raise ConceptNotFound(waarde)
        return _put_verwijzing(concept, plek, slug)
    if soort is Veldsoort.BRON:
        return _put_bron(concept, plek, waarde, omgeving)
    if waarde not in plek.veld.find_keuzes():
        raise ConceptNotFound(waarde)
    if soort is Veldsoort.KEUZE:
        return put_at(inhoud, plek.pad, waarde)
    known = get_at(inhoud, plek.pad) or []
    chosen = {*known} ^ {waarde}
    ordered = [keuze for keuze in plek.veld.find_keuzes() if keuze in chosen]
    return put_at(inhoud, plek.pad, ordered) if ordered else drop_at(inhoud, plek.pad)


def _put_verwijzing(concept: Concept, plek: Plek, slug: str) -> dict[str, Any]:
    known = get_at(concept.inhoud, plek.pad[:-1]) if plek.is_ding else None
    if isinstance(known, list) and slug in known:
        return dict(concept.inhoud)  # it is there already
    return put_at(concept.inhoud, plek.pad, slug)


def _put_bron(concept: Concept, plek: Plek, waarde: str, omgeving: Omgeving) -> dict[str, Any]:
    """Put a document with the year that it has, and for one's own knowledge the day."""
    kennis = omgeving.kennis
    document = find_signed(waarde, (EIGEN_KENNIS, *kennis.brondocumenten))
    if document is None:
        raise ConceptNotFound(waarde)
    known = kennis.brondocumenten.get(document)
    inhoud = put_at(concept.inhoud, plek.pad, document)
    inhoud = drop_at(inhoud, (*plek.pad[:-1], "jaar"))
    if known is not None and known.jaar is not None:
        inhoud = put_at(inhoud, (*plek.pad[:-1], "jaar"), known.jaar)
    if document == EIGEN_KENNIS:
        vandaag = format_date(omgeving.clock.get_nu().date())
        plaats = omgeving.renderer.label("eigen_kennis_plaats", datum=vandaag)
        inhoud = put_at(inhoud, (*plek.pad[:-1], "plaats"), plaats)
    return inhoud
