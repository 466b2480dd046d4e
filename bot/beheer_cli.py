"""Commands for the beheerder: the first invitation, backups."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.screen import read_html
from bot.settings import read_settings
from bot.steps import make_omgeving
from bot.unit_of_work import Werk
from bot.wiring import BOT_NAME, Wegwijzer, compose, make_unit_of_work, resolve_gemeente
from handlers.effecten.mensen import UitnodigingGemaakt
from handlers.rechten import find_plaatsbare
from handlers.uitnodigen import MAX_ORGANISATIE, make_uitnodiging, render_uitnodiging
from knowledge.database import FILE_NAME, put_broken_aside
from knowledge.deelnemers import make_id
from knowledge.geheim import write_geheim
from knowledge.uitnodigingen import make_token
from scheduler.reservekopie import make_kopie, restore_kopie
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import MapOnschrijfbaar, WerkgebiedNotFound


def uitnodigen(
    rol: Annotated[Rol, typer.Option(help="De rol van wie je uitnodigt.")],
    organisatie: Annotated[str, typer.Option(help="De naam van de organisatie.")],
    soort: Annotated[Organisatiesoort, typer.Option(help="Het soort organisatie.")],
    gemeente: Annotated[
        str, typer.Option(help="De gemeente, zoals zwijndrecht; voor een aanvoerder ook landelijk.")
    ],
) -> None:
    """Maak een uitnodiging en toon de link. Zo begint de eerste beheerder."""
    wegwijzer = compose(read_settings())
    naam = " ".join(organisatie.split())
    if not 1 <= len(naam) <= MAX_ORGANISATIE:
        raise typer.BadParameter(
            wegwijzer.renderer.label("vraag_organisatie"), param_hint="--organisatie"
        )
    print(asyncio.run(_invite(wegwijzer, rol, naam, soort, gemeente)))


def reservekopie(
    bestand: Annotated[Path, typer.Argument(help="Het bestand voor de kopie.")],
) -> None:
    """Maak een reservekopie, ook terwijl Wegwijzer draait."""
    wegwijzer = compose(read_settings())
    if bestand.resolve() == (wegwijzer.settings.data / FILE_NAME).resolve():
        raise MapOnschrijfbaar(str(bestand))
    make_kopie(wegwijzer.database, bestand)
    aantal = wegwijzer.database.execute("SELECT count(*) FROM voorziening").fetchone()[0]
    print(wegwijzer.renderer.label("kopie_gemaakt", pad=str(bestand), voorzieningen=aantal))


def herstel(bestand: Annotated[Path, typer.Argument(help="De reservekopie.")]) -> None:
    """Zet een reservekopie terug, ook terwijl Wegwijzer draait. Wat er nu staat verdwijnt."""
    settings = read_settings()
    put_broken_aside(settings.data)
    wegwijzer = compose(settings, fill=False)
    gewist = restore_kopie(wegwijzer.database, bestand)
    print(wegwijzer.renderer.label("kopie_hersteld", pad=str(bestand), gewist=gewist))


async def _invite(
    wegwijzer: Wegwijzer, rol: Rol, organisatie: str, soort: Organisatiesoort, gemeente: str
) -> str:
    kennis = await wegwijzer.keeper.get_current()
    slug = await resolve_gemeente(wegwijzer, gemeente)
    baas = Deelnemer(id="", rol=Rol.BEHEERDER, organisatie="", soort=soort, gemeente=None)
    if slug not in {found.slug for found in find_plaatsbare(baas, rol, kennis.werkgebieden)}:
        raise WerkgebiedNotFound(gemeente)
    await learn_bot_naam(wegwijzer)
    omgeving = make_omgeving(wegwijzer, kennis)
    token = make_token()
    genodigde = Deelnemer(
        id=make_id(), rol=rol, organisatie=organisatie, soort=soort, gemeente=slug
    )
    uitnodiging = make_uitnodiging(token, genodigde, None, omgeving)
    effect = UitnodigingGemaakt(uitnodiging=uitnodiging)
    make_unit_of_work(wegwijzer).write(Werk(dialoog="cli", effecten=[effect]))
    return read_html(render_uitnodiging(uitnodiging, token, omgeving)).plain


async def learn_bot_naam(wegwijzer: Wegwijzer) -> None:
    """Ask Telegram what the bot is called, where that is not known yet and a token is set."""
    if wegwijzer.find_adressen().telegram or wegwijzer.settings.telegram_token is None:
        return
    from telegram.error import TelegramError

    from bot.telegram.dienst import make_bot

    try:
        async with make_bot(wegwijzer.settings) as bot:
            write_geheim(wegwijzer.database, BOT_NAME, bot.username)
    except TelegramError:
        return  # the code stands in the text, and works without a link
