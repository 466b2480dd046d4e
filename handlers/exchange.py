"""What comes in and what goes out, in words that every channel understands."""

from base64 import b64encode
from dataclasses import dataclass, field

from knowledge.deelnemers import Adres
from sociale_kaart.deelnemer import Deelnemer

MAX_DATA = 55  # bytes: the narrowest channel carries 64, and nine of those are the seal on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialoog:
    """Where a dialogue stands: the last question, and what was told since."""

    vraag: str | None = None  # masked
    gemeente: str | None = None  # told in this dialogue; outranks that of the Deelnemer
    aanvullingen: tuple[str, ...] = ()  # answers to questions back, as words
    wacht: str | None = None  # what the next text answers, where it is no question
    concept: str | None = None  # what is being made and does not stand yet, as JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One thing that comes in: a text that is already masked, or a button."""

    deelnemer: Deelnemer
    tekst: str = ""  # masked by the channel
    druk: str | None = None  # the data of the button that was pressed
    weggehaald: tuple[str, ...] = ()  # the kinds of personal data that were masked
    dialoog: Dialoog = field(default_factory=Dialoog)
    groep: bool = False  # asked where others read along
    bestand: str | None = None  # reference of the file that was sent
    geweigerd: str | None = None  # why a file that was sent is not there

    @property
    def gemeente(self) -> str | None:
        """The municipality that holds for this question."""
        return self.dialoog.gemeente or self.deelnemer.gemeente


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanklop:
    """One thing that comes from someone who is not, or not yet, a Deelnemer."""

    adres: Adres
    tekst: str = ""  # masked by the channel
    druk: str | None = None
    uitnodiging: str | None = None  # hash of the token in the link that was opened
    dialoog: Dialoog = field(default_factory=Dialoog)
    groep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Knop:
    """A button: what it says, and what comes back when it is pressed."""

    titel: str
    data: str

    def __post_init__(self) -> None:
        if len(self.data.encode()) > MAX_DATA:
            raise ValueError(f"knop draagt meer dan {MAX_DATA} bytes: {self.data}")


Knoppen = tuple[tuple[Knop, ...], ...]  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """A file that goes with a reply: text as it is, anything else in base64."""

    naam: str
    inhoud: str
    base64: bool = False
    beeld: str | None = None  # what a picture shows, in words; None for what is no picture

    @classmethod
    def from_bytes(cls, naam: str, inhoud: bytes, beeld: str | None = None) -> "Bijlage":
        """Return a file of any bytes, so that it can be kept as text."""
        return cls(naam=naam, inhoud=b64encode(inhoud).decode(), base64=True, beeld=beeld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """The one reply to what came in; HTML with b, i and a, escaped by the templates."""

    tekst: str
    knoppen: Knoppen = ()
    vervangt: bool = False  # takes the place of the message whose button was pressed
    bijlage: Bijlage | None = None
    geheim: bool = False  # holds a token or someone's data: erased as soon as it has been sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Something that a step leaves to be written; the kinds stand in handlers/effecten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of a dialogue: exactly one reply, and what must be written with it."""

    antwoord: Antwoord
    effecten: tuple[Effect, ...] = ()
