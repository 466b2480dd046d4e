"""What a step changes for stuck questions."""

from dataclasses import dataclass

from handlers.exchange import Effect
from scheduler.hulpvraag.hulpvraag import Hulpvraag
from scheduler.hulpvraag.overgangen import Gebeurtenis


@dataclass(frozen=True, slots=True, kw_only=True)
class HulpvraagBegonnen(Effect):
    """Someone began a stuck question, which nobody sees until it is sent."""

    hulpvraag: Hulpvraag
    toelichting: str | None = None  # masked


@dataclass(frozen=True, slots=True, kw_only=True)
class HulpvraagAangevuld(Effect):
    """Someone put a sentence or a code with a question that was not sent yet."""

    hulpvraag: Hulpvraag  # as it was read; a later version is not overwritten
    door: str  # deelnemer
    zaak: str | None  # code of the case, also where it did not change
    toelichting: str | None = None  # masked; None leaves it as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class HulpvraagStap(Effect):
    """Somebody did something with a stuck question.

    One of verstuurd, opgepakt, geschreven, bezig, teruggegeven, aangeboden, aanvaard, geweigerd,
    opgelost, nog_niet, bevestigd, ingetrokken, naar_aanvoerder.
    """

    hulpvraag: Hulpvraag  # as it was read; a later version is not overwritten
    gebeurtenis: Gebeurtenis
    door: str  # deelnemer
    aan: str | None = None  # deelnemer, of aangeboden
    tekst: str | None = None  # masked, of geschreven
