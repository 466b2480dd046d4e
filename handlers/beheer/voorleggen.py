"""A second pair of eyes: another aanvoerder of the area agrees, or says why not."""

from handlers.beheer.openen import check_concept, make_inhoud, may_keep, save
from handlers.beheer.scherm import is_behind, make_knop, make_terug, reply, wait
from handlers.beheer.tonen import find_regels, render_proef
from handlers.beheer.uitgave import Uitgave, find_mee, make_effecten
from handlers.effecten.gesprek import BerichtAan
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knoppen, Stap, Vraag
from handlers.rechten import find_beheerde
from handlers.render import mark_safe
from knowledge.beheer.concept import Concept
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.errors import ConceptNotFound, DeelnemerNotFound
from sociale_kaart.voorziening import Voorziening

ONEENS = "oneens"
MAX_REDEN = 500  # characters of why somebody does not agree


def must_be_agreed(voorziening: Voorziening, omgeving: Omgeving) -> bool:
    """Tell whether another aanvoerder must agree before an entry is published like this.

    That of where it goes and that of where it stands now: taken out of an area it changes there.
    """
    return bool(_find_gebieden(voorziening, omgeving) & omgeving.afspraken.vier_ogen)


async def propose(vraag: Vraag, omgeving: Omgeving, uitgave: Uitgave) -> Stap:
    """Lay a draft before the other aanvoerders of its area; say so where there is none."""
    concept, terug = uitgave.concept, ((make_terug(uitgave.concept, omgeving),),)
    gebied = uitgave.voorziening.werkgebied
    naam = omgeving.name_gebied(gebied)
    anderen = await _find_anderen(vraag, omgeving, uitgave.voorziening)
    if not anderen:
        return reply(vraag, omgeving, "beheer/niemand_kijkt_mee", terug, gebied=naam)
    bewaard = save(concept, inhoud=make_inhoud(uitgave.voorziening), reden=uitgave.reden)
    antwoord = await _make_verzoek(vraag, omgeving, bewaard.concept, uitgave)
    berichten = (BerichtAan(deelnemer=mens.id, antwoord=antwoord) for mens in anderen)
    effecten = (bewaard.effect, *berichten)
    return reply(
        vraag, omgeving, "beheer/voorgelegd", terug, effecten, aantal=len(anderen), gebied=naam
    )


async def show_voorstel(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show what a colleague wants to publish: the difference, and the card."""
    concept = await _get_voorgelegd(vraag, omgeving, keuze)
    kaart = render_proef(concept, omgeving)
    return reply(
        vraag,
        omgeving,
        "beheer/meekijken",
        _offer_oordeel(omgeving, concept),
        naam=concept.inhoud.get("naam"),
        reden=concept.reden,
        regels=await find_regels(concept, omgeving),
        kaart=mark_safe(kaart) if kaart else None,
    )


async def agree(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Publish what a colleague proposed, exactly as it was shown; `<concept>:<keer>`."""
    naam, _, keer = keuze.partition(":")
    concept = await _get_voorgelegd(vraag, omgeving, naam)
    if keer != str(concept.keer):
        return await show_voorstel(vraag, omgeving, naam)
    door = await _get_maker(omgeving, concept)
    voorziening = check_concept(concept, omgeving).voorziening
    if await is_behind(concept, omgeving) or not check_concept(concept, omgeving).goed:
        return _send_back(vraag, omgeving, concept, door)
    assert voorziening is not None  # noqa: S101 (it is right)
    reden = omgeving.renderer.label("reden_meegekeken", reden=concept.reden)
    uitgave = Uitgave(concept=concept, voorziening=voorziening, reden=reden, door=door)
    bericht = BerichtAan(deelnemer=door.id, antwoord=_tell(omgeving, concept, "akkoord"))
    effecten = (*await make_effecten(omgeving, uitgave), bericht)
    rows = ((make_knop(omgeving, "knop_bekijk_kaart", f"kaart:{voorziening.slug}"),),)
    return reply(
        vraag, omgeving, "beheer/beoordeeld", rows, effecten, akkoord=True, naam=voorziening.naam
    )


async def ask_oneens(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask why somebody does not agree; `keuze` is `<concept>:<keer>`."""
    naam, _, keer = keuze.partition(":")
    concept = await _get_voorgelegd(vraag, omgeving, naam)
    if keer != str(concept.keer):
        return await show_voorstel(vraag, omgeving, naam)
    stap = reply(vraag, omgeving, "beheer/oneens", naam=concept.inhoud.get("naam"))
    return wait(stap, vraag, f"{ONEENS}:{keuze}")


async def disagree(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Send a proposal back with the reason that was typed; `keuze` is `<concept>:<keer>`."""
    naam, _, keer = keuze.partition(":")
    concept = await _get_voorgelegd(vraag, omgeving, naam)
    if keer != str(concept.keer):
        return await show_voorstel(vraag, omgeving, naam)
    tekst = " ".join(vraag.tekst.split())[:MAX_REDEN]
    antwoord = _tell(omgeving, concept, "niet_akkoord", tekst)
    effecten = (
        save(concept).effect,
        BerichtAan(deelnemer=concept.deelnemer, antwoord=antwoord),
    )
    naam = str(concept.inhoud.get("naam"))
    return reply(vraag, omgeving, "beheer/beoordeeld", (), effecten, akkoord=False, naam=naam)


def _find_gebieden(voorziening: Voorziening, omgeving: Omgeving) -> frozenset[str]:
    """Return the area of an entry, and that in which it is published now."""
    published = omgeving.kennis.voorzieningen.get(voorziening.slug, voorziening)
    return frozenset({voorziening.werkgebied, published.werkgebied})


async def _find_anderen(
    vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening
) -> list[Deelnemer]:
    gedeeld, gebieden = omgeving.afspraken.gedeeld, _find_gebieden(voorziening, omgeving)
    return [
        mens
        for mens in await omgeving.deelnemers.find_all()
        if mens.id != vraag.deelnemer.id
        and not mens.geblokkeerd
        and gebieden <= find_beheerde(mens, gedeeld)
        and await omgeving.deelnemers.find_adressen(mens.id)
    ]


async def _get_voorgelegd(vraag: Vraag, omgeving: Omgeving, naam: str) -> Concept:
    """Return a draft that was laid before others, for one of those others."""
    concept = await omgeving.concepten.get(naam)
    own = concept.deelnemer == vraag.deelnemer.id
    if own or concept.reden is None or not may_keep(vraag, omgeving, concept):
        raise ConceptNotFound(naam)
    return concept


async def _get_maker(omgeving: Omgeving, concept: Concept) -> Deelnemer:
    """Return who made a draft, as far as that person still keeps its area."""
    door = await omgeving.deelnemers.get(concept.deelnemer)
    gebieden = find_beheerde(door, omgeving.afspraken.gedeeld)
    if door.geblokkeerd or concept.inhoud.get("werkgebied") not in gebieden:
        raise DeelnemerNotFound(door.id)
    return door


def _send_back(vraag: Vraag, omgeving: Omgeving, concept: Concept, door: Deelnemer) -> Stap:
    """Give a proposal back to who made it: the kaart changed since."""
    bericht = BerichtAan(deelnemer=door.id, antwoord=_tell(omgeving, concept, "verouderd"))
    naam = concept.inhoud.get("naam")
    effecten = (save(concept).effect, bericht)
    return reply(vraag, omgeving, "beheer/beoordeeld", (), effecten, akkoord=None, naam=naam)


async def _make_verzoek(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, uitgave: Uitgave
) -> Antwoord:
    tekst = omgeving.renderer.render(
        "beheer/meekijkverzoek",
        wie=vraag.deelnemer.organisatie,
        naam=concept.inhoud.get("naam"),
        reden=concept.reden,
        regels=await find_regels(concept, omgeving),
        mee=[volger.naam for volger in find_mee(omgeving, uitgave).mee],
    )
    return Antwoord(tekst=tekst, knoppen=_offer_oordeel(omgeving, concept))


def _tell(omgeving: Omgeving, concept: Concept, uitkomst: str, reden: str = "") -> Antwoord:
    """Return what the maker of a draft hears."""
    tekst = omgeving.renderer.render(
        "beheer/uitkomst", uitkomst=uitkomst, naam=concept.inhoud.get("naam"), reden=reden
    )
    if uitkomst == "akkoord":
        return Antwoord(tekst=tekst)
    return Antwoord(tekst=tekst, knoppen=((make_terug(concept, omgeving),),))


def _offer_oordeel(omgeving: Omgeving, concept: Concept) -> Knoppen:
    keuze = f"{concept.id}:{concept.keer}"
    rows = (
        ("knop_verschil", f"meekijk:{concept.id}"),
        ("knop_akkoord", f"eens:{keuze}"),
        ("knop_niet_akkoord", f"{ONEENS}:{keuze}"),
    )
    return tuple((make_knop(omgeving, naam, data),) for naam, data in rows)
