"""Publishing a draft: what is wrong, what changes, what it does to the score, and why."""

from handlers.beheer.einde import name_volgers
from handlers.beheer.openen import check_concept, find_basis, get_concept
from handlers.beheer.samenvoegen import join_published, show_geschil
from handlers.beheer.scherm import is_behind, make_knop, make_terug, reply, wait
from handlers.beheer.tonen import find_regels, render_proef
from handlers.beheer.uitgave import Uitgave, find_mee, make_effecten, mark_checked
from handlers.beheer.voorleggen import must_be_agreed, propose
from handlers.beheer.waarde import find_fouten
from handlers.beheer.zoeker import find_naamgenoten
from handlers.environment import Omgeving
from handlers.exchange import Knop, Stap, Vraag
from handlers.render import mark_safe
from knowledge.beheer.concept import Concept
from knowledge.beheer.verschil import compare
from knowledge.leren import may_find, weigh_gently
from knowledge.vragenset import read_werkset
from sociale_kaart.errors import ConceptNotFound

REDEN = "reden"
VASTE_REDENEN = 4
PASSEND = {False: (0, 1, 2), True: (0, 3)}  # the usual reasons, also of a new entry
MAX_REDEN = 200  # characters
WEEGT = frozenset({"naam", "aliassen", "afkortingen", "voorbeeldvragen"})  # what is searched first
NAGEGAAN = {"j": True, "n": False}


async def ask_publiceren(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show what publishing a draft would change, or what stands in its way."""
    concept = await get_concept(vraag, omgeving, keuze)
    if await is_behind(concept, omgeving):
        return await join_published(vraag, omgeving, concept)
    if (stap := await _find_obstacle(vraag, omgeving, concept)) is not None:
        return stap
    data = f"gaaf:{concept.id}:{concept.keer}"
    return reply(
        vraag,
        omgeving,
        "beheer/publiceren",
        (
            (
                make_knop(omgeving, "knop_alles_klopt", f"{data}:j"),
                make_knop(omgeving, "knop_alleen_dit", f"{data}:n"),
            ),
            (
                make_knop(omgeving, "knop_proef", f"proef:{concept.id}"),
                make_terug(concept, omgeving),
            ),
        ),
        naam=concept.inhoud.get("naam"),
        nieuw=concept.slug is None,
        kaart=mark_safe(render_proef(concept, omgeving) or "") if concept.slug is None else None,
        zelfde=find_naamgenoten(concept, omgeving),
        regels=await find_regels(concept, omgeving) if concept.slug is not None else [],
        score=mark_safe(await _weigh(concept, omgeving)),
    )


async def ask_reden(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask why it changes; `keuze` is `<concept>:<keer>:<j of n>`."""
    naam, _, rest = keuze.partition(":")
    keer, _, nagegaan = rest.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    if keer != str(concept.keer) or nagegaan not in NAGEGAAN:
        return await ask_publiceren(vraag, omgeving, concept.id)
    rows = tuple(
        (
            make_knop(
                omgeving,
                "knop_reden",
                f"af:{concept.id}:{concept.keer}:{nagegaan}:{nummer}",
                reden=omgeving.renderer.label("vaste_reden", nummer=nummer),
            ),
        )
        for nummer in PASSEND[concept.slug is None]
    )
    stap = _ask(vraag, omgeving, concept, *rows)
    return wait(stap, vraag, f"{REDEN}:{concept.id}:{nagegaan}")


async def read_reden(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Publish with the reason that was typed; `keuze` is `<concept>:<j of n>`."""
    naam, _, nagegaan = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    if vraag.weggehaald or is_vraag(vraag.tekst):
        return wait(_ask(vraag, omgeving, concept), vraag, f"{REDEN}:{keuze}")
    reden = " ".join(vraag.tekst.split())[:MAX_REDEN]
    return await _finish(vraag, omgeving, concept, reden, nagegaan=NAGEGAAN.get(nagegaan, False))


def is_vraag(tekst: str) -> bool:
    """Tell whether a text was not meant as a reason: it ends as a question."""
    return tekst.rstrip().endswith("?")


def _ask(vraag: Vraag, omgeving: Omgeving, concept: Concept, *rows: tuple[Knop, ...]) -> Stap:
    """Ask for the reason, and say what was wrong with the one that was typed."""
    label = omgeving.renderer.label
    return reply(
        vraag,
        omgeving,
        "beheer/reden",
        (*rows, (make_terug(concept, omgeving),)),
        gegevens=[label("gegeven", soort=soort) for soort in dict.fromkeys(vraag.weggehaald)],
        vraag=vraag.druk is None and is_vraag(vraag.tekst),
        nieuw=concept.slug is None,
    )


async def take_vaste_reden(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Publish with one of the usual reasons; `<concept>:<keer>:<j of n>:<nummer>`."""
    naam, _, rest = keuze.partition(":")
    keer, nagegaan, nummer = (*rest.split(":"), "", "", "")[:3]
    concept = await get_concept(vraag, omgeving, naam)
    if nummer not in set(map(str, range(VASTE_REDENEN))) or keer != str(concept.keer):
        raise ConceptNotFound(naam)
    reden = omgeving.renderer.label("vaste_reden", nummer=int(nummer))
    return await _finish(vraag, omgeving, concept, reden, nagegaan=NAGEGAAN.get(nagegaan, False))


async def _find_obstacle(vraag: Vraag, omgeving: Omgeving, concept: Concept) -> Stap | None:
    """Return what keeps a draft from being published; None where nothing does."""
    if concept.geschil:
        return await show_geschil(vraag, omgeving, concept)
    if not compare(await find_basis(concept, omgeving), concept.inhoud):
        rows = ((make_terug(concept, omgeving),),)
        return reply(vraag, omgeving, "beheer/niets_anders", rows)
    toets = check_concept(concept, omgeving)
    if toets.goed:
        return None
    rows = ((make_terug(concept, omgeving),),)
    fouten = find_fouten(omgeving, concept)
    return reply(vraag, omgeving, "beheer/niet_goed", rows, fouten=fouten)


async def _weigh(concept: Concept, omgeving: Omgeving) -> str:
    """Return what publishing does to the score, where what is searched first changes."""
    changed = {v.veld for v in compare(await find_basis(concept, omgeving), concept.inhoud)}
    voorziening = check_concept(concept, omgeving).voorziening
    if voorziening is None or not changed & WEEGT:
        return ""
    boom, gebied = omgeving.kennis.werkgebieden, voorziening.werkgebied
    vragen = [v for v in read_werkset() if may_find(boom, v.gemeente, gebied)]
    searcher = omgeving.kennis.vraagbaak.searcher
    gevolg = await weigh_gently(searcher, voorziening, vragen)
    return omgeving.renderer.render("les", gevolg=gevolg)


async def _finish(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, reden: str, *, nagegaan: bool
) -> Stap:
    """Publish a draft, or lay it before another aanvoerder where that was agreed."""
    if await is_behind(concept, omgeving):
        return await join_published(vraag, omgeving, concept)
    if (stap := await _find_obstacle(vraag, omgeving, concept)) is not None:
        return stap
    voorziening = check_concept(concept, omgeving).voorziening
    assert voorziening is not None  # noqa: S101 (an obstacle otherwise)
    if nagegaan:
        voorziening = mark_checked(voorziening, omgeving.clock.get_nu().date())
    uitgave = Uitgave(concept=concept, voorziening=voorziening, reden=reden, door=vraag.deelnemer)
    if must_be_agreed(voorziening, omgeving):
        return await propose(vraag, omgeving, uitgave)
    return await publish(vraag, omgeving, uitgave)


async def publish(vraag: Vraag, omgeving: Omgeving, uitgave: Uitgave) -> Stap:
    """Return the step that publishes a draft."""
    slug = uitgave.voorziening.slug
    rows = (
        (
            make_knop(omgeving, "knop_bekijk_kaart", f"kaart:{slug}"),
            make_knop(omgeving, "knop_geschiedenis", f"versies:{slug}"),
        ),
        (make_knop(omgeving, "knop_zoek_kaart", "zoek:"),),
    )
    volgers = find_mee(omgeving, uitgave)
    return reply(
        vraag,
        omgeving,
        "beheer/gepubliceerd",
        rows,
        await make_effecten(omgeving, uitgave),
        naam=uitgave.voorziening.naam,
        nummer=uitgave.concept.basis + 1,
        volgers=name_volgers(omgeving, volgers),
    )
