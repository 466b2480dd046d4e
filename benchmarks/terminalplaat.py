"""Draws a real conversation of `wegwijzer praat` in a terminal."""

import os
import pty
import subprocess
import sys
import tempfile
from contextlib import suppress
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COMMAND = Path(sys.executable).with_name("wegwijzer")
PRAAT = ("praat", "--gemeente", "zwijndrecht")
GETYPT = (
    "thuisloze jongen van 19 heeft geen adres, hoe krijgt hij een uitkering",
    "10",
    "Fatima el Amrani, geb 3-4-1988, wil haar paspoort verlengen",
    "stop",
)
WIDTH = 88  # columns
VAAG, LEESBAAR = "#797979", "#595959"  # what is dimmed, dark enough to be read on white
PROMPT = "Jij> "
CHUNK = 65536
TITEL = "Een gesprek met Wegwijzer in de terminal"
LETTERS = "DejaVu Sans Mono, Menlo, Consolas"
DONKER, ROOD, GROEN, GEEL = (32, 32, 32), (160, 0, 0), (0, 110, 0), (110, 80, 0)
BLAUW, PAARS, CYAAN, GRIJS = (0, 60, 140), (110, 0, 110), (0, 105, 120), (89, 89, 89)
KLEUREN = [DONKER, ROOD, GROEN, GEEL, BLAUW, PAARS, CYAAN, GRIJS]
THEMA = TerminalTheme((255, 255, 255), DONKER, KLEUREN, KLEUREN)


def draw_gesprek(path: Path) -> None:
    """Hold the conversation and write it as a picture."""
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(f"wegwijzer {' '.join(PRAAT)}", style="bold green", highlight=False)
    console.print(Text.from_ansi(hold_gesprek()))
    svg = console.export_svg(
        title=TITEL, theme=THEMA, code_format=make_format(), unique_id="gesprek"
    )
    path.write_text(svg.replace(VAAG, LEESBAAR), encoding="utf-8")


def make_format() -> str:
    """Return the form of the picture: with a name, and with fonts that a computer has itself."""
    before, _, rest = CONSOLE_SVG_FORMAT.partition("@font-face")
    _, _, after = rest.partition(".{unique_id}-matrix")
    plain = f"{before}.{{unique_id}}-matrix{after}".replace("Fira Code", LETTERS)
    name = 'role="img" aria-labelledby="gesprek-naam" viewBox'
    named = plain.replace("viewBox", name, 1)
    return named.replace("<style>", f'<title id="gesprek-naam">{TITEL}</title>\n    <style>', 1)


def hold_gesprek() -> str:
    """Return all that the terminal showed, with what was typed."""
    with tempfile.TemporaryDirectory() as data:
        rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
        env = rest | {"WEGWIJZER_DATA": data, "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [COMMAND, *PRAAT], env=env, cwd=data, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        shown = "".join(_read_until_prompt(ours, tekst) for tekst in GETYPT)
        shown += _read_rest(ours)
        process.wait()
        os.close(ours)
    return shown.replace("\r\n", "\n")


def _read_until_prompt(ours: int, tekst: str) -> str:
    """Read until the next prompt and type a line there."""
    shown = b""
    while PROMPT not in Text.from_ansi(shown.decode(errors="ignore")[-60:]).plain + " ":
        shown += os.read(ours, CHUNK)
    os.write(ours, f"{tekst}\n".encode())
    return shown.decode()


def _read_rest(ours: int) -> str:
    shown = b""
    with suppress(OSError):  # the other side is closed
        while found := os.read(ours, CHUNK):
            shown += found
    return shown.decode()
