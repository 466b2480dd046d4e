"""`wegwijzer meet`: score sets of questions."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.screen import make_progress
from bot.settings import read_settings
from bot.wiring import compose
from knowledge.meting import measure
from knowledge.vragenset import SHIPPED, read_vragenset
from sociale_kaart.errors import WegwijzerError


class UitkomstOnschrijfbaar(WegwijzerError, OSError):
    """The outcome cannot be written where it was asked."""


def meet(
    bestanden: Annotated[
        list[Path] | None, typer.Argument(help="Vragensets; zonder bestand de meegeleverde.")
    ] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de uitkomst als JSON.")] = False,
    uit: Annotated[Path | None, typer.Option(help="Bewaar de uitkomst als JSON hier.")] = None,
) -> None:
    """Meet hoe goed de antwoorden zijn op vragensets."""
    paths = bestanden or sorted(SHIPPED.glob("*.jsonl"))
    vragen = [vraag for path in paths for vraag in read_vragenset(path)]
    wegwijzer = compose(read_settings())
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    label = wegwijzer.renderer.label
    meting = measure(vragen, kennis.vraagbaak, make_progress(label("voortgang_meten")))
    text = json.dumps(asdict(meting), ensure_ascii=False, indent=2)
    if uit is not None:
        write(uit, text)
    typer.echo(text if als_json else wegwijzer.renderer.render_plain("meting", m=meting))


def write(path: Path, text: str) -> None:
    """Write the outcome of a measurement."""
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UitkomstOnschrijfbaar(str(path)) from error
