"""What comes in and what goes out, in words that every channel understands."""

from dataclasses import dataclass, field
from datetime import datetime

from knowledge.deelnemers import Adres
from knowledge.uitnodigingen import Uitnodiging
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

MAX_DATA = 55  # bytes: the narrowest channel carries 64, and nine of those are the seal on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialoog:
    """Where a dialogue stands: the last question, and what was told since."""

    vraag: str | None = None  # masked
    gemeente: str | None = None  # told in this dialogue; outranks that of the Deelnemer
    aanvullingen: tuple[str, ...] = ()  # answers to questions back, as words
    wacht: str | None = None  # what the next text answers, where it is no question


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One thing that comes in: a text that is already masked, or a button."""

    deelnemer: Deelnemer
    tekst: str = ""  # masked by the channel
    druk: str | None = None  # the data of the button that was pressed
    weggehaald: tuple[str, ...] = ()  # the kinds of personal data that were masked
    dialoog: Dialoog = field(default_factory=Dialoog)
    groep: bool = False  # asked where others read along

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
    """A file that goes with a reply."""

    naam: str
    inhoud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """The one reply to what came in; HTML with b, i and a, escaped by the templates."""

    tekst: str
    knoppen: Knoppen = ()
    vervangt: bool = False  # takes the place of the message whose button was pressed
    bijlage: Bijlage | None = None
    geheim: bool = False  # holds a token or someone's data: erased as soon as it has been sent


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


@dataclass(frozen=True, slots=True, kw_only=True)
class UitnodigingGemaakt:
    """Effect: somebody may enter."""

    uitnodiging: Uitnodiging


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerToegetreden:
    """Effect: somebody used an invitation."""

    uitnodiging: Uitnodiging
    adres: Adres


@dataclass(frozen=True, slots=True, kw_only=True)
class RolGewijzigd:
    """Effect: a person has another role."""

    deelnemer: str
    rol: Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class BlokkadeGewijzigd:
    """Effect: a person is shut out, or let in again."""

    deelnemer: str
    geblokkeerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerVertrokken:
    """Effect: all that is kept about a person is erased."""

    deelnemer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToegangGevraagd:
    """Effect: a stranger asks to be let in."""

    verzoek: str  # reference
    adres: Adres
    gemeente: str
    toelichting: str  # masked


@dataclass(frozen=True, slots=True, kw_only=True)
class ToegangBeslist:
    """Effect: a request was granted, with the kind of organisation, or refused."""

    verzoek: str
    soort: Organisatiesoort | None  # None: refused
    antwoord: Antwoord  # to the one who asked


@dataclass(frozen=True, slots=True, kw_only=True)
class SleutelGemaakt:
    """Effect: somebody may sign in once more, in another channel."""

    zegel: str  # hash of the token
    deelnemer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KanaalGekoppeld:
    """Effect: an address joins the person whose key was used."""

    zegel: str
    adres: Adres


@dataclass(frozen=True, slots=True, kw_only=True)
class BerichtAan:
    """Effect: somebody else gets a message."""

    deelnemer: str
    antwoord: Antwoord


Effect = (
    VraagGesteld
    | DialoogVerandert
    | OordeelGegeven
    | UitnodigingGemaakt
    | DeelnemerToegetreden
    | RolGewijzigd
    | BlokkadeGewijzigd
    | DeelnemerVertrokken
    | ToegangGevraagd
    | ToegangBeslist
    | SleutelGemaakt
    | KanaalGekoppeld
    | BerichtAan
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of a dialogue: exactly one reply, and what must be written with it."""

    antwoord: Antwoord
    effecten: tuple[Effect, ...] = ()
