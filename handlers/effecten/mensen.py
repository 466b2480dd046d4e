"""What a step changes for the people."""

from dataclasses import dataclass

from handlers.exchange import Antwoord, Effect
from knowledge.deelnemers import Adres
from knowledge.uitnodigingen import Uitnodiging
from sociale_kaart.deelnemer import Organisatiesoort, Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class UitnodigingGemaakt(Effect):
    """Somebody may enter."""

    uitnodiging: Uitnodiging


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerToegetreden(Effect):
    """Somebody used an invitation."""

    uitnodiging: Uitnodiging
    adres: Adres


@dataclass(frozen=True, slots=True, kw_only=True)
class RolGewijzigd(Effect):
    """A person has another role."""

    deelnemer: str
    rol: Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class BlokkadeGewijzigd(Effect):
    """A person is shut out, or let in again."""

    deelnemer: str
    geblokkeerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerVertrokken(Effect):
    """All that is kept about a person is erased."""

    deelnemer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToegangGevraagd(Effect):
    """A stranger asks to be let in."""

    verzoek: str  # reference
    adres: Adres
    gemeente: str
    toelichting: str  # masked


@dataclass(frozen=True, slots=True, kw_only=True)
class ToegangBeslist(Effect):
    """A request was granted, with the kind of organisation, or refused."""

    verzoek: str
    soort: Organisatiesoort | None  # None: refused
    antwoord: Antwoord  # to the one who asked


@dataclass(frozen=True, slots=True, kw_only=True)
class SleutelGemaakt(Effect):
    """Somebody may sign in once more, in another channel."""

    zegel: str  # hash of the token
    deelnemer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KanaalGekoppeld(Effect):
    """An address joins the person whose key was used."""

    zegel: str
    adres: Adres
