"""The reports on one's own entries: fixed, or rejected with a reason; the reporter hears it."""

from dataclasses import replace

from handlers.card import format_date
from handlers.effecten.gesprek import BerichtAan
from handlers.effecten.werklijst import MeldingBehandeld
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from handlers.vraag import handle_vraag
from handlers.werklijst.bericht import (
    make_bewerk_knop,
    make_kaart_knop,
    make_way_back,
    make_ways_on,
    say,
    say_done,
)
from handlers.werklijst.eigen import keeps
from handlers.werklijst.wachten import end_waiting, read_wacht, wait_for
from knowledge.werklijst.melding import Melding, Meldingstaat
from sociale_kaart.errors import DeelnemerNotFound

WACHT = "wmreden"
REDENEN = ("klopt", "onduidelijk", "elders")  # each with its own label
MAX_REDEN = 300  # characters


async def find_meldingen(vraag: Vraag, omgeving: Omgeving) -> tuple[Melding, ...]:
    """Return the reports on the asker's entries that wait, oldest first."""
    alle = await omgeving.meldingen.find_open()
    return tuple(melding for melding in alle if keeps(vraag, omgeving, melding.slug))


async def show_melding(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one report with its remedies."""
    alle = await find_meldingen(vraag, omgeving)
    if not alle:
        return say(vraag, omgeving, "werklijst/leeg", make_way_back(omgeving))
    nummer %= len(alle)
    melding = alle[nummer]
    knoppen = (*_offer_remedies(melding, omgeving), *make_ways_on(omgeving, "m", nummer, len(alle)))
    return say(
        vraag,
        omgeving,
        "werklijst/melding",
        knoppen,
        naam=omgeving.kennis.get_voorziening(melding.slug).naam,
        toelichting=melding.toelichting,
        op=format_date(melding.op.astimezone(omgeving.clock.get_nu().tzinfo).date()),
        nummer=nummer + 1,
        aantal=len(alle),
    )


async def decide_melding(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Deal with a report; `keuze` is `<h, a or r>:<melding>[:<number of the reason>]`."""
    doen, _, rest = keuze.partition(":")
    melding, _, reden = rest.partition(":")
    found = await _find_kept(vraag, omgeving, melding)
    if found is None:
        return say_done(vraag, omgeving)
    if doen == "h":
        return await _close(vraag, omgeving, found, Meldingstaat.HERSTELD, None)
    if doen == "r" and reden.isascii() and reden.isdigit() and int(reden[:2]) < len(REDENEN):
        tekst = omgeving.renderer.label("wl_reden", naam=REDENEN[int(reden[:2])])
        return await _close(vraag, omgeving, found, Meldingstaat.AFGEWEZEN, tekst)
    return _ask_reden(vraag, omgeving, found)


async def reject_with_text(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Reject a report with the reason that was typed."""
    melding = read_wacht(omgeving, rest)
    if melding is None:
        return await handle_vraag(vraag, omgeving)
    found = await _find_kept(vraag, omgeving, melding)
    if found is None:
        stap = say_done(vraag, omgeving)
        return replace(stap, effecten=(end_waiting(vraag),))
    reden = " ".join(vraag.tekst.split())[:MAX_REDEN]
    return await _close(vraag, omgeving, found, Meldingstaat.AFGEWEZEN, reden)


def _offer_remedies(melding: Melding, omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    return (
        (make_bewerk_knop(omgeving, melding.slug), make_kaart_knop(omgeving, melding.slug)),
        (
            Knop(titel=label("wl_hersteld"), data=f"wm:h:{melding.id}"),
            Knop(titel=label("wl_afwijzen"), data=f"wm:a:{melding.id}"),
        ),
    )


def _ask_reden(vraag: Vraag, omgeving: Omgeving, melding: Melding) -> Stap:
    label = omgeving.renderer.label
    redenen = tuple(
        (Knop(titel=label("wl_knop_reden", naam=naam), data=f"wm:r:{melding.id}:{nummer}"),)
        for nummer, naam in enumerate(REDENEN)
    )
    return say(
        vraag,
        omgeving,
        "werklijst/melding_afwijzen",
        (*redenen, *make_way_back(omgeving)),
        (wait_for(vraag, omgeving, WACHT, melding.id),),
        naam=omgeving.kennis.get_voorziening(melding.slug).naam,
    )


async def _close(
    vraag: Vraag, omgeving: Omgeving, melding: Melding, staat: Meldingstaat, reden: str | None
) -> Stap:
    effecten: list[Effect] = [
        MeldingBehandeld(melding=melding.id, staat=staat, reden=reden),
        end_waiting(vraag),
    ]
    hears = await _hears(melding, vraag, omgeving)
    if hears and melding.melder is not None:
        uitkomst = _render_uitkomst(melding, staat, reden, omgeving)
        effecten.append(BerichtAan(deelnemer=melding.melder, antwoord=uitkomst))
    rest = len(await find_meldingen(vraag, omgeving)) - 1
    volgende = Knop(titel=omgeving.renderer.label("wl_volgende"), data="wl:m:0")
    knoppen = make_way_back(omgeving, *((volgende,) if rest else ()))
    return say(
        vraag,
        omgeving,
        "werklijst/melding_klaar",
        knoppen,
        effecten,
        staat=staat.value,
        hoort=hears,
    )


async def _hears(melding: Melding, vraag: Vraag, omgeving: Omgeving) -> bool:
    """Tell whether the reporter can be told: still here, not shut out, and somebody else."""
    if melding.melder is None or melding.melder == vraag.deelnemer.id:
        return False
    try:
        return not (await omgeving.deelnemers.get(melding.melder)).geblokkeerd
    except DeelnemerNotFound:
        return False


def _render_uitkomst(
    melding: Melding, staat: Meldingstaat, reden: str | None, omgeving: Omgeving
) -> Antwoord:
    tekst = omgeving.renderer.render(
        "werklijst/melding_uitkomst",
        naam=omgeving.kennis.get_voorziening(melding.slug).naam,
        staat=staat.value,
        reden=reden,
    )
    return Antwoord(tekst=tekst, knoppen=((make_kaart_knop(omgeving, melding.slug),),))


async def _find_kept(vraag: Vraag, omgeving: Omgeving, melding: str) -> Melding | None:
    """Return a report that waits, where it is on an entry of the asker's."""
    found = await omgeving.meldingen.get(melding)
    if found is None or found.staat is not Meldingstaat.OPEN:
        return None
    return found if keeps(vraag, omgeving, found.slug) else None
