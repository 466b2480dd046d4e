"""From what somebody is to be told to a message of a channel."""

from bot.uitgaand import make_uitgaand
from handlers.melding import render_melding
from handlers.render import Renderer
from knowledge.deelnemers import Adres
from scheduler.berichten import Opmaker
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand


def make_opmaker(renderer: Renderer) -> Opmaker:
    """Return what makes messages with this renderer."""

    def make(melding: Melding, adres: Adres) -> Uitgaand:
        return make_uitgaand(adres, render_melding(melding, renderer))

    return make
