"""'Klopt niet': what is wrong, in the words of who saw it, to the aanvoerder of the entry."""

from dataclasses import replace

from handlers.effecten.gesprek import BerichtAan, OordeelGegeven
from handlers.effecten.werklijst import MeldingBehandeld, MeldingGedaan
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Stap, Vraag
from handlers.vraag import handle_vraag
from handlers.werklijst.bericht import say
from handlers.werklijst.eigen import find_houders
from handlers.werklijst.wachten import end_waiting, read_wacht, wait_for
from knowledge.deelnemers import make_id
from knowledge.werklijst.melding import MAX_TOELICHTING, Melding, Meldingstaat
from sociale_kaart.voorziening import Voorziening

WACHT = "meld"


async def ask_klopt_niet(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Ask what is not right about an entry."""
    voorziening = omgeving.kennis.get_voorziening(slug)
    label = omgeving.renderer.label
    knoppen = (
        (
            Knop(titel=label("wl_zonder_toelichting"), data=f"meld:{slug}"),
            Knop(titel=label("wl_toch_niet"), data="meldweg:"),
        ),
    )
    effecten: tuple[Effect, ...] = ()
    if not vraag.groep:
        effecten = (wait_for(vraag, omgeving, WACHT, slug),)
    tekst = omgeving.renderer.render(
        "werklijst/klopt_niet", naam=voorziening.naam, groep=vraag.groep
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen), effecten=effecten)


async def report_bare(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Report an entry without a word."""
    return await _report(vraag, omgeving, slug, None)


async def report_text(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Report an entry with the text that was typed; `rest` is `<slug>:<minute it was asked>`.

    A text that comes long after is a question.
    """
    slug = read_wacht(omgeving, rest)
    if slug is None or slug not in omgeving.kennis.voorzieningen:
        return await handle_vraag(vraag, omgeving)
    return await _report(vraag, omgeving, slug, vraag.tekst.strip()[:MAX_TOELICHTING])


async def withdraw(vraag: Vraag, omgeving: Omgeving, melding: str) -> Stap:
    """Take back one's own report, or the question what is wrong."""
    found = await _find_own(vraag, omgeving, melding)
    effecten: tuple[Effect, ...] = (end_waiting(vraag),)
    if found is not None:
        closed = MeldingBehandeld(melding=found.id, staat=Meldingstaat.INGETROKKEN)
        effecten = (closed, *effecten)
    if melding and found is None:
        return say(vraag, omgeving, "werklijst/melding_weg", effecten=effecten)
    return say(vraag, omgeving, "werklijst/niet_gemeld", effecten=effecten)


async def ask_instead(vraag: Vraag, omgeving: Omgeving, melding: str) -> Stap:
    """Take back one's own report, and answer its text as the question that it was."""
    found = await _find_own(vraag, omgeving, melding)
    if found is None or not found.toelichting:
        return say(vraag, omgeving, "werklijst/melding_weg", effecten=(end_waiting(vraag),))
    stap = await handle_vraag(replace(vraag, tekst=found.toelichting), omgeving)
    closed = MeldingBehandeld(melding=found.id, staat=Meldingstaat.INGETROKKEN)
    return replace(stap, effecten=(closed, *stap.effecten))


async def _report(vraag: Vraag, omgeving: Omgeving, slug: str, toelichting: str | None) -> Stap:
    voorziening = omgeving.kennis.get_voorziening(slug)
    own = await omgeving.meldingen.find_own(vraag.deelnemer.id, slug)
    melding = Melding(
        id=own.id if own else make_id(),
        slug=slug,
        toelichting=toelichting or None,
        melder=vraag.deelnemer.id,
        op=omgeving.clock.get_nu(),
    )
    houders = await find_houders(omgeving, voorziening.werkgebied)
    bericht = _render_bericht(voorziening, omgeving)
    effecten = (
        MeldingGedaan(
            melding=melding,
            berichten=tuple(
                BerichtAan(deelnemer=mens.id, antwoord=bericht)
                for mens in houders
                if mens.id != vraag.deelnemer.id
            ),
        ),
        *(() if own else (_log(vraag, omgeving, slug),)),
        end_waiting(vraag),
    )
    return say(
        vraag,
        omgeving,
        "werklijst/gemeld",
        _offer_way_back(melding, omgeving),
        effecten,
        naam=voorziening.naam,
        toelichting=melding.toelichting,
        iemand=bool(houders),
        grens=MAX_TOELICHTING if len(vraag.tekst.strip()) > MAX_TOELICHTING else None,
    )


def _offer_way_back(melding: Melding, omgeving: Omgeving) -> tuple[tuple[Knop, ...], ...]:
    label = omgeving.renderer.label
    row = [Knop(titel=label("wl_trek_in"), data=f"meldweg:{melding.id}")]
    if melding.toelichting:
        row.append(Knop(titel=label("wl_was_vraag"), data=f"meldvraag:{melding.id}"))
    return (tuple(row),)


def _render_bericht(voorziening: Voorziening, omgeving: Omgeving) -> Antwoord:
    """Return the short message to an aanvoerder; what was said stands in the work list."""
    knop = Knop(titel=omgeving.renderer.label("wl_meldingen"), data="wl:m:0")
    tekst = omgeving.renderer.render(
        "werklijst/melding_bericht",
        naam=voorziening.naam,
        gebied=omgeving.name_gebied(voorziening.werkgebied),
    )
    return Antwoord(tekst=tekst, knoppen=((knop,),))


def _log(vraag: Vraag, omgeving: Omgeving, slug: str) -> OordeelGegeven:
    return OordeelGegeven(
        op=omgeving.clock.get_nu(),
        slug=slug,
        oordeel="klopt_niet",
        vraag=None,  # it is about the entry; the last question may be about something else
        gemeente=vraag.gemeente,
    )


async def _find_own(vraag: Vraag, omgeving: Omgeving, melding: str) -> Melding | None:
    found = await omgeving.meldingen.get(melding)
    if found is None or found.melder != vraag.deelnemer.id:
        return None
    return found if found.staat is Meldingstaat.OPEN else None
