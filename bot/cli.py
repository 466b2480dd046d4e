"""The command `wegwijzer`."""

import asyncio
import os
import sqlite3
import sys
from typing import Annotated

import typer
from rich.console import Console

from bot.beheer_cli import herstel, reservekopie, uitnodigen
from bot.kaart_cli import kaart_app
from bot.meet_cli import meet
from bot.settings import InstellingOngeldig, read_settings
from bot.vraag_cli import vraag
from bot.wanneer_cli import wanneer
from bot.wiring import compose
from handlers.render import Renderer
from sociale_kaart.errors import DatabaseOnbruikbaar, WegwijzerError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="De wegwijzer in het sociaal domein: welke route neem je als een inwoner vastloopt?",
)
app.add_typer(kaart_app, name="kaart")
app.command()(vraag)
app.command()(wanneer)
app.command()(meet)
app.command()(uitnodigen)
app.command()(reservekopie)
app.command()(herstel)

Gemeente = Annotated[str | None, typer.Option(help="De gemeente waar je voor zoekt.")]


@app.command()
def start() -> None:
    """Start de kanalen die in de instellingen staan, zoals Telegram. Stop met ctrl-c."""
    from bot.start_cli import start as start_kanalen

    start_kanalen()


@app.command()
def praat(gemeente: Gemeente = None) -> None:
    """Praat met Wegwijzer in de terminal."""
    from bot.terminal import chat

    asyncio.run(chat(compose(read_settings()), gemeente, Console(highlight=False)))


@app.command()
def demo() -> None:
    """Laat Wegwijzer zien in de browser; zonder scherm als voorbereid gesprek."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.start_cli import start_demo

        start_demo()
        return
    from bot.demo import play_script

    asyncio.run(play_script(compose(read_settings()), Console(highlight=False)))


def run_command() -> None:
    """Run the command; a fault of ours is one clear line, never a traceback."""
    try:
        app()
    except InstellingOngeldig as error:
        sys.exit(_report("instelling", error, 2))
    except WegwijzerError as error:
        sys.exit(_report(type(error).__name__, error, 1))
    except sqlite3.Error as error:
        sys.exit(_report("DatabaseOnbruikbaar", DatabaseOnbruikbaar(type(error).__name__), 1))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _report(naam: str, error: WegwijzerError, code: int) -> int:
    print(Renderer().explain_error(naam, str(error)), file=sys.stderr)
    return code
