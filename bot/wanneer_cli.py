"""`wegwijzer wanneer`: the moment in a text, or in lines of them."""

import json
import sys
from datetime import datetime
from typing import Annotated

import typer

from bot.jsonl import describe_wanneer, read_nu, tell_lines
from handlers.render import Renderer
from scheduler.clock import SystemClock
from scheduler.moment.wanneer import read_wanneer


def wanneer(
    tekst: Annotated[
        str | None, typer.Argument(help="Wanneer het is, in je eigen woorden.")
    ] = None,
    nu: Annotated[
        str | None, typer.Option(help="Het moment waarop je dit zegt, zoals 2026-11-24T10:15.")
    ] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf het moment als JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Lees teksten en schrijf momenten, een regel elk.")
    ] = False,
) -> None:
    """Lees welk moment een tekst noemt, of met --jsonl vele."""
    renderer = Renderer()
    if jsonl:
        tell_stdin(renderer)
        return
    moment = find_nu(nu, renderer)
    if tekst is None:
        raise typer.BadParameter(renderer.label("tekst_ontbreekt"))
    tekst = tekst.encode("utf-8", "replace").decode()  # half a character
    gelezen = read_wanneer(tekst, moment)
    if als_json:
        print(json.dumps(describe_wanneer(gelezen), ensure_ascii=False, indent=2))
    else:
        print(renderer.render_plain("wanneer", wanneer=gelezen))


def find_nu(nu: str | None, renderer: Renderer) -> datetime:
    """Return the moment that was given, else the present one."""
    if nu is None:
        return SystemClock().get_nu()
    moment = read_nu(nu)
    if moment is None:
        raise typer.BadParameter(renderer.label("fout_optie_nu"))
    return moment


def tell_stdin(renderer: Renderer) -> None:
    """Tell the moment in the lines of the standard input, each as soon as it is read."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in tell_lines(sys.stdin, renderer.label):
        print(line, flush=True)
