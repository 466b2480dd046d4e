"""`wegwijzer vraag`: one question, or lines of them."""

import asyncio
import gc
import json
import sys
from typing import Annotated

import typer
from rich.console import Console

from bot.jsonl import answer_lines, describe_raadpleging
from bot.screen import read_html, show_antwoord
from bot.settings import read_settings
from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from bot.wiring import Wegwijzer, compose, resolve_gemeente
from knowledge.search.explain import Uitleg
from knowledge.vraagbaak import Raadpleging


def vraag(
    tekst: Annotated[str | None, typer.Argument(help="De vraag, in je eigen woorden.")] = None,
    gemeente: Annotated[str | None, typer.Option(help="De gemeente waar je voor zoekt.")] = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf het antwoord als JSON.")
    ] = False,
    uitleg: Annotated[bool, typer.Option(help="Leg uit welke woorden de doorslag gaven.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Lees vragen en schrijf antwoorden, een regel elk.")
    ] = False,
) -> None:
    """Stel een vraag, of met --jsonl vele."""
    wegwijzer = compose(read_settings())
    if jsonl:
        answer_stdin(wegwijzer)
        return
    gemeente = asyncio.run(resolve_gemeente(wegwijzer, gemeente))
    if tekst is None:
        raise typer.BadParameter(wegwijzer.renderer.label("vraag_ontbreekt"))
    if als_json:
        print_json(wegwijzer, tekst, gemeente, uitleg=uitleg)
    else:
        print_antwoord(wegwijzer, tekst, gemeente, uitleg=uitleg)


def answer_stdin(wegwijzer: Wegwijzer) -> None:
    """Answer the lines of the standard input, each as soon as it is read."""
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    gc.freeze()  # the kaart stays as it is: no need to look through it for garbage
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in answer_lines(sys.stdin, kennis.vraagbaak, wegwijzer.renderer.label):
        print(line, flush=True)


def print_json(wegwijzer: Wegwijzer, tekst: str, gemeente: str | None, *, uitleg: bool) -> None:
    """Print the outcome of one question as JSON."""
    raadpleging = consult(wegwijzer, tekst, gemeente)
    outcome = describe_raadpleging(raadpleging)
    if uitleg:
        outcome["uitleg"] = describe_uitleg(explain(wegwijzer, raadpleging, gemeente))
    print(json.dumps(outcome, ensure_ascii=False, indent=2))


def print_antwoord(wegwijzer: Wegwijzer, tekst: str, gemeente: str | None, *, uitleg: bool) -> None:
    """Print the reply that a person would get."""
    console = Console(highlight=False)
    binnen = Binnengekomen(deelnemer=make_deelnemer(gemeente), dialoog="vraag", tekst=tekst)
    show_antwoord(console, asyncio.run(take_step(wegwijzer, binnen)))
    if uitleg:
        html = render_uitleg(wegwijzer, consult(wegwijzer, tekst, gemeente), gemeente)
        console.print(read_html(html), soft_wrap=not console.is_terminal)


def consult(wegwijzer: Wegwijzer, tekst: str, gemeente: str | None) -> Raadpleging:
    """Return what the kaart says to a question."""
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    return kennis.vraagbaak.consult(tekst, gemeente)


def explain(wegwijzer: Wegwijzer, raadpleging: Raadpleging, gemeente: str | None) -> Uitleg | None:
    """Return why the first entry was found; None where nothing matched."""
    if not raadpleging.treffers:
        return None
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    return kennis.vraagbaak.explain(raadpleging.vraag, gemeente, raadpleging.treffers[0].slug)


def render_uitleg(wegwijzer: Wegwijzer, raadpleging: Raadpleging, gemeente: str | None) -> str:
    """Return why the first entry was found, as HTML."""
    uitleg = explain(wegwijzer, raadpleging, gemeente)
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    naam = kennis.voorzieningen[uitleg.slug].naam if uitleg else ""
    return wegwijzer.renderer.render("waarom", naam=naam, uitleg=uitleg, eerder=False)


def describe_uitleg(uitleg: Uitleg | None) -> dict[str, object] | None:
    """Return an explanation as plain data."""
    if uitleg is None:
        return None
    return {
        "slug": uitleg.slug,
        "woorden": [
            {"getypt": w.getypt, "kaartwoord": w.kaartwoord, "aandeel": round(w.aandeel, 3)}
            for w in uitleg.woorden
        ],
        "stuk": {"soort": uitleg.stuk.soort, "tekst": uitleg.stuk.tekst},
        "regels": [regel.value for regel in uitleg.regels],
    }
