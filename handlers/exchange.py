"""What comes in and what goes out, in words that every channel understands."""

from dataclasses import dataclass, field
from datetime import datetime

from sociale_kaart.deelnemer import Deelnemer

MAX_DATA = 64  # bytes: what the narrowest channel allows a button to carry


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialoog:
    """Where a dialogue stands: the last question, and what was told since."""

    vraag: str | None = None  # masked
    gemeente: str | None = None  # told in this dialogue; outranks that of the Deelnemer
    aanvullingen: tuple[str, ...] = ()  # answers to questions back, as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One thing that comes in: a text that is already masked, or a button."""

    deelnemer: Deelnemer
    tekst: str = ""  # masked by the channel
    druk: str | None = None  # the data of the button that was pressed
    weggehaald: tuple[str, ...] = ()  # the kinds of personal data that were masked
    dialoog: Dialoog = field(default_factory=Dialoog)

    @property
    def gemeente(self) -> str | None:
        """The municipality that holds for this question."""
        return self.dialoog.gemeente or self.deelnemer.gemeente


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
class Antwoord:
    """The one reply to what came in; HTML with b, i and a, escaped by the templates."""

    tekst: str
    knoppen: Knoppen = ()
    vervangt: bool = False  # takes the place of the message whose button was pressed


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagGesteld:
    """Effect: a masked question and what was done with it, without the person."""

    op: datetime
    vraag: str
    gemeente: str | None
    soort_organisatie: str
    besluit: str
    slug: str | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoogVerandert:
    """Effect: the dialogue stands elsewhere now."""

    dialoog: Dialoog


@dataclass(frozen=True, slots=True, kw_only=True)
class OordeelGegeven:
    """Effect: someone said of an entry that it helped, did not fit, or is not right."""

    op: datetime
    slug: str
    oordeel: str  # hielp, past_niet or klopt_niet
    vraag: str | None  # masked
    gemeente: str | None


Effect = VraagGesteld | DialoogVerandert | OordeelGegeven


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of a dialogue: exactly one reply, and what must be written with it."""

    antwoord: Antwoord
    effecten: tuple[Effect, ...] = ()
