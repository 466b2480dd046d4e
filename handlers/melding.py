"""What the assistant says of itself, unasked: each kind of message has its template and buttons."""

from collections.abc import Callable, Mapping

from handlers.agenda.melding import AGENDABERICHTEN
from handlers.exchange import Antwoord
from handlers.herinnering.bericht import HERINNERINGBERICHTEN
from handlers.hulpvraag.bericht import HULPBERICHTEN
from handlers.render import Renderer
from handlers.werklijst.maandag import WERKBERICHTEN
from scheduler.melding import Melding

MELDINGEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **HERINNERINGBERICHTEN,
    **AGENDABERICHTEN,
    **HULPBERICHTEN,
    **WERKBERICHTEN,
}


def render_melding(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return a message with the words and the buttons of its kind."""
    return MELDINGEN[melding.soort](melding, renderer)
