"""`wegwijzer kaart leer`: teach an entry a question or a name, with the score shown first."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from bot.settings import read_settings
from bot.wiring import Wegwijzer, compose, make_publicatie
from handlers.render import Renderer
from knowledge.beheer.toets import check_whole
from knowledge.kennis import Kennis
from knowledge.leren import Gevolg, Les, weigh_les
from knowledge.vragenset import read_werkset
from sociale_kaart.fout import Fout


def leer(
    slug: Annotated[str, typer.Argument(help="De kaart die iets leert.")],
    vraag: Annotated[
        list[str] | None, typer.Option(help="Een vraag die hierbij hoort; mag vaker.")
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option(help="Een andere naam hiervoor; mag vaker.")
    ] = None,
    ja: Annotated[bool, typer.Option("--ja", help="Vraag niet om bevestiging.")] = False,
) -> None:
    """Leer een kaart een vraag of naam; je ziet eerst wat dat met de score doet."""
    wegwijzer = compose(read_settings())
    if not vraag and not alias:
        raise typer.BadParameter(wegwijzer.renderer.label("les_leeg"))
    kennis = asyncio.run(wegwijzer.keeper.get_current())
    kennis.get_voorziening(slug)
    les = mask_les(
        Les(slug=slug, voorbeeldvragen=tuple(vraag or ()), aliassen=tuple(alias or ())), kennis
    )
    gevolg = weigh_les(kennis.vraagbaak.searcher, les, read_werkset())
    refuse_faults(kennis, gevolg, wegwijzer.renderer)
    typer.echo(wegwijzer.renderer.render_plain("les", gevolg=gevolg))
    if ja or confirm(wegwijzer.renderer.label("les_doen")):
        publish(wegwijzer, gevolg)


def mask_les(les: Les, kennis: Kennis) -> Les:
    """Return the lesson without personal data."""
    guard = kennis.vraagbaak.guard
    return replace(
        les,
        voorbeeldvragen=tuple(guard.mask(text).tekst for text in les.voorbeeldvragen),
        aliassen=tuple(guard.mask(text).tekst for text in les.aliassen),
    )


def confirm(question: str) -> bool:
    """Ask, and tell whether the answer is yes; no answer is no."""
    try:
        return input(f"{question} [j/n] ").strip().casefold() in {"j", "ja"}
    except (EOFError, KeyboardInterrupt):
        return False


def refuse_faults(kennis: Kennis, gevolg: Gevolg, renderer: Renderer) -> None:
    """Say what is wrong with the entry as it would be, and stop; nothing is published then."""
    fouten = list(find_fouten(kennis, gevolg))
    for fout in fouten:
        typer.echo(renderer.render_plain("fouten", fout=fout), err=True)
    if fouten:
        raise typer.Exit(1)


def find_fouten(kennis: Kennis, gevolg: Gevolg) -> Iterable[Fout]:
    """Yield the faults that the lesson would bring into the kaart."""
    for code, _, gegevens in check_whole(gevolg.voorziening, kennis):
        yield Fout(code=code, bestand=gevolg.voorziening.slug, gegevens=gegevens)


def publish(wegwijzer: Wegwijzer, gevolg: Gevolg) -> None:
    """Publish what was learned."""
    publicatie = make_publicatie(wegwijzer.clock, wegwijzer.renderer.label("les_reden"))
    nummer = asyncio.run(wegwijzer.repository.publish(gevolg.voorziening, publicatie))
    naam = gevolg.voorziening.naam
    typer.echo(wegwijzer.renderer.label("les_geleerd", naam=naam, nummer=nummer))
