"""`wegwijzer kaart`: list, show, check, load and export the sociale kaart."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.bestand_cli import laden, sjabloon, uitvoer
from bot.leer_cli import leer
from bot.screen import make_progress, show_antwoord
from bot.settings import read_settings
from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from bot.wiring import Wegwijzer, compose
from handlers.render import Renderer
from knowledge.search.place import PlaceFinder
from sociale_kaart.folder import SHIPPED, read_folder
from sociale_kaart.fout import Fout
from sociale_kaart.schema import dump
from sociale_kaart.voorziening import Voorziening

kaart_app = typer.Typer(no_args_is_help=True, help="Bekijk, controleer en laad de sociale kaart.")
kaart_app.command()(laden)
kaart_app.command()(uitvoer)
kaart_app.command()(sjabloon)
kaart_app.command()(leer)

Folder = Annotated[Path, typer.Argument(help="Een map met een kaart in YAML.")]
AsJson = Annotated[bool, typer.Option("--json", help="Schrijf als JSON.")]


@kaart_app.command()
def lijst(
    gemeente: Annotated[str | None, typer.Option(help="Alleen wat hier geldt.")] = None,
    als_json: AsJson = False,
) -> None:
    """Toon alle kaarten."""
    wegwijzer = compose(read_settings())
    found = find_voorzieningen(wegwijzer, gemeente)
    if als_json:
        typer.echo(json.dumps([dump(v) for v in found], ensure_ascii=False, indent=2))
        return
    print_table(Console(highlight=False), found, wegwijzer.renderer)


@kaart_app.command()
def toon(slug: str, als_json: AsJson = False) -> None:
    """Toon een kaart."""
    wegwijzer = compose(read_settings())
    if als_json:
        voorziening = asyncio.run(wegwijzer.repository.get(slug))
        typer.echo(json.dumps(dump(voorziening), ensure_ascii=False, indent=2))
        return
    asyncio.run(wegwijzer.repository.get(slug))
    binnen = Binnengekomen(deelnemer=make_deelnemer(None), dialoog="toon", druk=f"kaart:{slug}")
    show_antwoord(Console(highlight=False), asyncio.run(take_step(wegwijzer, binnen)))


@kaart_app.command()
def controleer(folder: Folder = SHIPPED) -> None:
    """Controleer een map; zonder map de kaart die is meegeleverd."""
    renderer = Renderer()
    kaart, fouten = read_folder(folder, make_progress(renderer.label("voortgang_lezen")))
    if fouten:
        print_fouten(fouten, renderer)
        raise typer.Exit(1)
    typer.echo(
        renderer.label(
            "kaart_in_orde",
            aantal=len(kaart.voorzieningen),
            routekaarten=len(kaart.routekaarten),
        )
    )


def find_voorzieningen(wegwijzer: Wegwijzer, gemeente: str | None) -> list[Voorziening]:
    """Return the entries that hold for a municipality, or all."""
    alle = asyncio.run(wegwijzer.repository.find_all())
    if gemeente is None:
        return list(alle)
    boom = asyncio.run(wegwijzer.repository.get_werkgebieden())
    gemeente = PlaceFinder(boom).find_gemeente(gemeente) or gemeente
    lineage = boom.find_lineage(gemeente)
    return [voorziening for voorziening in alle if voorziening.werkgebied in lineage]


def print_fouten(fouten: tuple[Fout, ...] | list[Fout], renderer: Renderer) -> None:
    """Print every fault, a line each, and how many there are."""
    for fout in fouten:
        typer.echo(renderer.render_plain("fouten", fout=fout))
    typer.echo(renderer.label("fouten_gevonden", aantal=len(fouten)), err=True)


def print_table(console: Console, voorzieningen: list[Voorziening], renderer: Renderer) -> None:
    """Print entries as a table on a screen, or as lines with tabs when piped."""
    rows = [(v.slug, v.naam, v.soort.value, v.werkgebied, v.status.value) for v in voorzieningen]
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(row))
        return
    table = Table()
    for kolom in ("slug", "naam", "soort", "gebied", "status"):
        table.add_column(renderer.label(f"kolom_{kolom}"))
    for row in rows:
        table.add_row(*row)
    console.print(table)
