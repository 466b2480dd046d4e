"""`wegwijzer kaart uitvoer`, `laden` and `sjabloon`: the kaart as a folder or a file."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.leer_cli import confirm
from bot.screen import make_progress
from bot.settings import read_settings
from bot.wiring import Wegwijzer, compose, make_publicatie
from handlers.invoer.uitvoer import make_uitlegger
from handlers.render import Renderer
from knowledge.export import write_folder
from knowledge.invoer.aanbod import find_vorm, read_aanbod
from knowledge.invoer.fout import Invoerfout, from_fout
from knowledge.invoer.grenzen import OPDRACHT
from knowledge.invoer.schrijven import write_bestand, write_sjabloon
from knowledge.invoer.voorstel import make_voorstel
from knowledge.kennis import find_bekend
from knowledge.load import compare_kaart, is_empty, load_kaart
from knowledge.privacy import PrivacyGuard
from sociale_kaart.errors import (
    BestandBestaat,
    BestandGeweigerd,
    KaartOnleesbaar,
    MapOnschrijfbaar,
)
from sociale_kaart.folder import SHIPPED, read_folder
from sociale_kaart.kaart import Kaart
from sociale_kaart.werkgebied import Werkgebieden

MapOfBestand = Annotated[
    Path, typer.Argument(help="Een map met YAML, of een bestand .zip, .csv of .xlsx.")
]


def laden(
    pad: MapOfBestand = SHIPPED,
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang ook wat al in de database staat.")
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Vraag niet om bevestiging.")] = False,
) -> None:
    """Laad een map of bestand in de database; wat er al staat blijft, tenzij je anders zegt.

    Je ziet eerst wat er verandert. In een terminal vraagt Wegwijzer daarna of het mag. In een
    nieuwe database komt alleen wat jij laadt, en niet de kaart die is meegeleverd.
    """
    renderer = Renderer()
    if pad.is_dir() or find_vorm(pad.name) is None:
        kaart, fouten = read_folder(pad, make_progress(renderer.label("voortgang_lezen")))
        refuse([from_fout(fout) for fout in fouten], renderer)
        wegwijzer = compose(read_settings(), fill=False)
    else:
        inhoud = read_inhoud(pad)
        wegwijzer = compose(read_settings(), fill=False)
        try:
            kaart = read_bestand(wegwijzer, pad, inhoud)
        except BestandGeweigerd as fout:
            grens = fout.gegevens.get("grens")
            zin = renderer.label("fout_BestandGeweigerd", reden=fout.reden, grens=grens)
            typer.echo(zin, err=True)
            raise typer.Exit(1) from fout
    load(wegwijzer, kaart, overschrijf=overschrijf, ja=ja)


def uitvoer(
    pad: Annotated[
        Path, typer.Argument(help="Een nieuwe of lege map, of een bestand .zip, .csv of .xlsx.")
    ],
) -> None:
    """Schrijf de kaart uit de database in een map, of in een bestand .zip, .csv of .xlsx."""
    wegwijzer = compose(read_settings())
    renderer = wegwijzer.renderer
    kaart = asyncio.run(read_kaart(wegwijzer))
    progress = make_progress(renderer.label("voortgang_schrijven"))
    vorm = find_vorm(pad.name)
    if vorm is None:
        write_folder(kaart, pad, progress)
    else:
        write_new(pad, write_bestand(vorm, kaart, make_uitlegger(renderer), progress))
    typer.echo(renderer.label("uitgevoerd", aantal=len(kaart.voorzieningen), pad=pad))


def sjabloon(
    pad: Annotated[Path, typer.Argument(help="Een nieuw bestand .xlsx, .csv of .zip.")],
) -> None:
    """Maak een bestand om mee te beginnen, met uitleg en een voorbeeld."""
    wegwijzer = compose(read_settings())
    vorm = find_vorm(pad.name)
    if vorm is None:
        raise BestandGeweigerd("soort")
    kaart = asyncio.run(read_kaart(wegwijzer))
    write_new(pad, write_sjabloon(vorm, kaart, make_uitlegger(wegwijzer.renderer), None))
    typer.echo(wegwijzer.renderer.label("sjabloon_gemaakt", pad=pad))


def read_inhoud(pad: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        KaartOnleesbaar: it is not there, or may not be read.
    """
    try:
        with pad.open("rb") as file:
            return file.read(OPDRACHT.bestand + 1)  # one more tells that it is too large
    except OSError as error:
        raise KaartOnleesbaar(str(pad)) from error


def read_bestand(wegwijzer: Wegwijzer, pad: Path, inhoud: bytes) -> Kaart:
    """Return the kaart in a file; where it has faults they are said, and that is the end.

    Raises:
        BestandGeweigerd: it is not read at all.
    """
    renderer = wegwijzer.renderer
    naast = asyncio.run(read_kaart(wegwijzer))
    if is_empty(wegwijzer.database):
        naast = read_lists()
    guard = PrivacyGuard(find_bekend(naast.voorzieningen, Werkgebieden(naast.werkgebieden)))
    progress = make_progress(renderer.label("voortgang_lezen"))
    aanbod = read_aanbod(pad.name, inhoud, naast, progress, OPDRACHT)
    checked = make_progress(renderer.label("voortgang_controleren"))
    refuse(make_voorstel(aanbod, naast, guard, checked).fouten, renderer)
    if aanbod.aangenomen:
        typer.echo(renderer.label("codering_aangenomen", naam=aanbod.aangenomen), err=True)
    return aanbod.kaart


def read_lists() -> Kaart:
    """Return the areas and documents of the shipped kaart, for a database that has none yet."""
    kaart, _ = read_folder(SHIPPED)
    return Kaart(
        werkgebieden=kaart.werkgebieden,
        brondocumenten=kaart.brondocumenten,
        voorzieningen=(),
        routekaarten=(),
    )


def refuse(fouten: list[Invoerfout] | tuple[Invoerfout, ...], renderer: Renderer) -> None:
    """Say every fault, a line each, and stop where there is any: nothing is loaded then."""
    if not fouten:
        return
    for fout in fouten:
        typer.echo(renderer.render_plain("invoer/fout", fout=fout))
    typer.echo(renderer.label("fouten_gevonden", aantal=len(fouten)), err=True)
    typer.echo(renderer.label("niets_geladen"), err=True)
    raise typer.Exit(1)


def load(wegwijzer: Wegwijzer, kaart: Kaart, *, overschrijf: bool, ja: bool) -> None:
    """Show what a kaart would change, ask on a terminal, load it, and say what was done."""
    render = wegwijzer.renderer.render_plain
    verschil = compare_kaart(wegwijzer.database, kaart)
    typer.echo(render("verschil", verschil=verschil, overschrijf=overschrijf))
    if sys.stdin.isatty() and not ja and not confirm(wegwijzer.renderer.label("laden_doen")):
        typer.echo(wegwijzer.renderer.label("niet_geladen"))
        raise typer.Exit(1)
    reden = "eerste vulling" if is_empty(wegwijzer.database) else "geladen uit een map"
    load_kaart(
        wegwijzer.database,
        kaart,
        make_publicatie(wegwijzer.clock, reden),
        overschrijf=overschrijf,
        progress=make_progress(wegwijzer.renderer.label("voortgang_laden")),
        verwacht=verschil,
    )
    typer.echo(render("geladen", verschil=verschil, overschrijf=overschrijf))


async def read_kaart(wegwijzer: Wegwijzer) -> Kaart:
    """Return the published kaart as a whole."""
    repository = wegwijzer.repository
    return Kaart(
        werkgebieden=tuple(await repository.get_werkgebieden()),
        brondocumenten=await repository.find_brondocumenten(),
        voorzieningen=await repository.find_all(),
        routekaarten=await repository.find_routekaarten(),
    )


def write_new(pad: Path, inhoud: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        BestandBestaat: it is there already.
        MapOnschrijfbaar: it cannot be written.
    """
    try:
        with pad.open("xb") as file:
            file.write(inhoud)
    except FileExistsError as error:
        raise BestandBestaat(str(pad)) from error
    except OSError as error:
        raise MapOnschrijfbaar(str(pad.parent)) from error
