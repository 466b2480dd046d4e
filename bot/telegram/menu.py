"""The menu of commands in Telegram; it only offers, what may be done is checked at each step."""

from collections.abc import Iterable

from telegram import BotCommand

from handlers.render import Renderer


def make_menu(opdrachten: Iterable[str], renderer: Renderer) -> list[BotCommand]:
    """Return commands, such as '/help', as a menu with a few words on each."""
    return [BotCommand(naam[1:], renderer.label("opdracht", naam=naam)) for naam in opdrachten]
