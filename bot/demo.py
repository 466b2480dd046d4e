"""The demonstration: a chat to try, or a scripted conversation where nobody can type."""

from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.text import Text

from bot.screen import find_knoppen, show_antwoord
from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from bot.wiring import Wegwijzer
from handlers.exchange import Antwoord

SCRIPT = Path(__file__).with_name("demo.yaml")


async def play_script(wegwijzer: Wegwijzer, console: Console) -> None:
    """Play the scripted conversation: real questions over the real kaart."""
    label = wegwijzer.renderer.label
    console.print(label("demo_kop"), style="bold")
    for number, scene in enumerate(yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))):
        kennis = await wegwijzer.keeper.get_current()
        naam = kennis.werkgebieden.get(scene["gemeente"]).naam
        console.print(f"\n{label('demo_gemeente', naam=naam)}\n", style="bold")
        await _play_scene(wegwijzer, console, scene, f"demo-{number}")


async def _play_scene(
    wegwijzer: Wegwijzer, console: Console, scene: dict[str, Any], dialoog: str
) -> None:
    deelnemer = make_deelnemer(scene["gemeente"])
    antwoord: Antwoord | None = None
    for beurt in scene["beurten"]:
        typed = beurt.get("zeg", "")
        druk = find_data(antwoord, beurt["druk"]) if "druk" in beurt else None
        shown = typed or f"[{beurt['druk']}]"
        console.print(Text(f"{wegwijzer.renderer.label('prompt')}: {shown}", style="bold green"))
        binnen = Binnengekomen(deelnemer=deelnemer, dialoog=dialoog, tekst=typed, druk=druk)
        antwoord = await take_step(wegwijzer, binnen)
        show_antwoord(console, antwoord)


def find_data(antwoord: Antwoord | None, titel: str) -> str | None:
    """Return the data of the button whose title starts with this text."""
    knoppen = find_knoppen(antwoord) if antwoord else ()
    return next((knop.data for knop in knoppen if knop.titel.startswith(titel)), None)
