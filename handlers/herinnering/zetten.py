"""Setting a reminder: in one sentence, step by step, or from a card."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.herinnering.bevestigen import confirm, stop_concept
from handlers.herinnering.concept import (
    WANNEER,
    WAT,
    ZO_GOED,
    Concept,
    make_concept,
    read_concept,
)
from handlers.herinnering.vragen import advance, ask
from handlers.herinnering.zaakcode import find_zaak
from handlers.vraag import handle_vraag
from knowledge.language import fold
from scheduler.herinnering.herinnering import MAX_TEKST
from scheduler.moment.aanduiding import Eenheid
from scheduler.moment.herhaling import Herhaling
from scheduler.moment.wanneer import find_zonder_onmogelijk, read_wanneer

LANGSTE = timedelta(days=5 * 366)  # ahead; nothing is agreed beyond that
MINUTEN_PER_UUR = 60
JA = frozenset("ja|ja hoor|ok|oke|prima|goed|is goed|zo goed|klopt|doe maar".split("|"))
NEE = frozenset("nee|stop|toch niet|laat maar|niet doen".split("|"))
KEUZES = {"d": "over_3_werkdagen", "w": "over_2_weken"}


async def start_herinnering(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Read what follows the command; ask where nothing does."""
    if (stap := await refuse_nergens(vraag, omgeving)) is not None:
        return stap
    _, _, gezegd = " ".join(vraag.tekst.split()).partition(" ")
    if not gezegd:
        return ask(vraag, omgeving, make_concept(), WAT)
    return await _take_zin(vraag, omgeving, make_concept(), gezegd)


async def explain_herinneren(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Say how a reminder is set, with an example."""
    if (stap := await refuse_nergens(vraag, omgeving)) is not None:
        return stap
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("herinnering/uitleg")))


async def read_antwoord(vraag: Vraag, omgeving: Omgeving, stap: str) -> Stap:
    """Read the text that a reminder waits for."""
    concept = read_concept(vraag.dialoog)
    gezegd = " ".join(vraag.tekst.split())
    woorden = fold(gezegd).strip(" .!")
    if concept is None:
        return await handle_vraag(vraag, omgeving)
    if woorden in NEE:
        return await stop_concept(vraag, omgeving, concept.id)
    if stap == ZO_GOED:
        return await _read_zo_goed(vraag, omgeving, concept, woorden)
    if stap == WANNEER:
        return await _take_moment(vraag, omgeving, concept, gezegd)
    if concept.moment is not None:
        return await _take_tekst(vraag, omgeving, concept, gezegd)
    return await _take_zin(vraag, omgeving, concept, gezegd)


async def _read_zo_goed(vraag: Vraag, omgeving: Omgeving, concept: Concept, gezegd: str) -> Stap:
    """Read what is typed where a button was expected; another question is just answered."""
    if gezegd in JA:
        return await confirm(vraag, omgeving, concept.id)
    gelezen = read_wanneer(gezegd, omgeving.clock.get_nu())
    if gelezen.moment is not None and fold(gelezen.rest) in {"", *JA, *NEE}:
        return await _take_moment(vraag, omgeving, concept, gezegd)
    return await handle_vraag(vraag, omgeving)


async def choose_bij_kaart(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Offer moments for an entry, or take one; `keuze` is `<slug>[:<moment>]`."""
    if (stap := await refuse_nergens(vraag, omgeving)) is not None:
        return stap
    slug, _, wanneer = keuze.partition(":")
    voorziening = omgeving.kennis.get_voorziening(slug)
    label = omgeving.renderer.label
    concept = replace(make_concept(), tekst=label("tekst_kaart", naam=voorziening.naam)[:MAX_TEKST])
    if wanneer in KEUZES:
        return await _take_moment(vraag, omgeving, concept, label(f"wanneer_{KEUZES[wanneer]}"))
    if wanneer:
        return ask(vraag, omgeving, concept, WANNEER)
    rij = tuple(
        Knop(titel=label(f"wanneer_{naam}"), data=f"hk:{slug}:{kort}")
        for kort, naam in KEUZES.items()
    )
    anders = Knop(titel=label("knop_ander_antwoord"), data=f"hk:{slug}:a")
    tekst = omgeving.renderer.render("herinnering/bij_kaart", naam=voorziening.naam)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=(rij, (anders,))))


async def _take_zin(vraag: Vraag, omgeving: Omgeving, concept: Concept, gezegd: str) -> Stap:
    """Take moment, rhythm and text from one sentence."""
    gelezen = read_wanneer(gezegd, omgeving.clock.get_nu())
    reden = _find_reden(gelezen.moment, gelezen.herhaling, omgeving)
    if gelezen.moment is not None and reden is None:
        herhaling = gelezen.herhaling.tekst if gelezen.herhaling else None
        concept = replace(concept, moment=gelezen.moment, herhaling=herhaling)
    over = gelezen.rest
    zonder = None
    if gelezen.moment is None:
        zonder = find_zonder_onmogelijk(gezegd, omgeving.clock.get_nu())
    if zonder is not None:
        over, reden = zonder, "kan_niet"
    if not over:
        return ask(vraag, omgeving, concept, WAT, reden)
    return await _take_tekst(vraag, omgeving, concept, over, reden)


async def _take_tekst(
    vraag: Vraag, omgeving: Omgeving, concept: Concept, tekst: str, reden: str | None = None
) -> Stap:
    if len(tekst) > MAX_TEKST:
        return ask(vraag, omgeving, concept, WAT, "te_lang")
    letters = {gebied.letters for gebied in omgeving.kennis.werkgebieden if gebied.letters}
    over, zaak = find_zaak(tekst, letters)
    over = over or omgeving.renderer.label("tekst_zaak")
    concept = replace(concept, tekst=over, zaak=zaak)
    if concept.moment is None:
        return ask(vraag, omgeving, concept, WANNEER, reden)
    return await advance(vraag, omgeving, concept)


async def _take_moment(vraag: Vraag, omgeving: Omgeving, concept: Concept, gezegd: str) -> Stap:
    """Take the moment that was said; ask again where it is none."""
    gelezen = read_wanneer(gezegd, omgeving.clock.get_nu())
    reden = _find_reden(gelezen.moment, gelezen.herhaling, omgeving)
    if gelezen.moment is None or reden is not None:
        return ask(vraag, omgeving, concept, WANNEER, reden or "niet_begrepen")
    concept = replace(concept, moment=gelezen.moment)
    if gelezen.herhaling and concept.uitstel is None:
        concept = replace(concept, herhaling=gelezen.herhaling.tekst)
    return await advance(vraag, omgeving, concept)


def _find_reden(
    moment: datetime | None, herhaling: Herhaling | None, omgeving: Omgeving
) -> str | None:
    """Return why a moment that was understood is not taken; None where it is."""
    if moment is not None and moment - omgeving.clock.get_nu() > LANGSTE:
        return "te_ver"
    interval = herhaling.interval if herhaling else None
    if interval and interval.eenheid is Eenheid.MINUUT and interval.aantal < MINUTEN_PER_UUR:
        return "te_vaak"
    return None


async def refuse_nergens(vraag: Vraag, omgeving: Omgeving) -> Stap | None:
    """Return the refusal where nothing can be sent, as in the terminal; None where it can."""
    if await omgeving.beschikbaarheid.get(vraag.deelnemer.id) is not None:
        return None
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render("herinnering/nergens")))
