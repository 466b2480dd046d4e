"""The chat in a terminal: the third channel, for trying out."""

from collections.abc import Callable

from rich.console import Console

from bot.screen import find_knoppen, show_antwoord
from bot.steps import Binnengekomen, take_step
from bot.wiring import Wegwijzer, resolve_gemeente
from handlers.exchange import Antwoord
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

STOP = frozenset({"stop", "exit", "quit", "/stop"})
DIALOOG = "terminal"
MAX_DIGITS = 2  # of the number of a button
Ask = Callable[[str], str]


def make_deelnemer(gemeente: str | None) -> Deelnemer:
    """Return the person at the terminal: a professional of a municipality."""
    return Deelnemer(
        id=DIALOOG,
        rol=Rol.PROFESSIONAL,
        organisatie="",
        soort=Organisatiesoort.GEMEENTE,
        gemeente=gemeente,
    )


async def chat(
    wegwijzer: Wegwijzer, gemeente: str | None, console: Console, ask: Ask = input
) -> None:
    """Talk until the person says 'stop' or closes the input."""
    label = wegwijzer.renderer.label
    deelnemer = make_deelnemer(await resolve_gemeente(wegwijzer, gemeente))
    binnen = Binnengekomen(deelnemer=deelnemer, dialoog=DIALOOG, tekst="/start")
    antwoord = await take_step(wegwijzer, binnen)
    show_antwoord(console, antwoord)
    console.print(label("praat_uitleg"))
    while (typed := _ask(ask, f"{label('prompt')}> ")) is not None:
        chosen = read_typed(typed, antwoord, deelnemer)
        if chosen is None:
            aantal = len(find_knoppen(antwoord))
            console.print(label("praat_knop_onbekend", aantal=aantal))
            continue
        antwoord = await take_step(wegwijzer, chosen)
        show_antwoord(console, antwoord)
    console.print(label("praat_dag"))


def read_typed(typed: str, antwoord: Antwoord, deelnemer: Deelnemer) -> Binnengekomen | None:
    """Return what was typed: a number presses a button; None for a number without one."""
    knoppen = find_knoppen(antwoord)
    text = typed.strip()
    if text.isdecimal() and len(text) <= MAX_DIGITS and knoppen:
        number = int(text)
        if not 1 <= number <= len(knoppen):
            return None
        data = knoppen[number - 1].data
        return Binnengekomen(deelnemer=deelnemer, dialoog=DIALOOG, druk=data)
    return Binnengekomen(deelnemer=deelnemer, dialoog=DIALOOG, tekst=typed)


def _ask(ask: Ask, prompt: str) -> str | None:
    try:
        typed = ask(prompt)
    except (EOFError, KeyboardInterrupt):
        return None
    return None if typed.strip().casefold() in STOP else typed
