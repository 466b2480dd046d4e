"""What a handler has at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.render import Renderer
from handlers.tekening import Tekenaar
from knowledge.beheer.concept import ConceptStore
from knowledge.cijfers.tellen import CijferStore
from knowledge.deelnemers import DeelnemerStore
from knowledge.invoer.opslag import InvoerStore
from knowledge.kennis import Kennis
from knowledge.repository import VoorzieningRepository
from knowledge.sessies import InlogsleutelStore
from knowledge.toegang import ToegangStore
from knowledge.uitnodigingen import UitnodigingStore
from knowledge.werklijst.melding import MeldingStore
from knowledge.werklijst.nagaan import NagaanStore
from knowledge.werklijst.vragen import VraagStore
from scheduler.agenda.adres import AgendaadresStore
from scheduler.agenda.weekplan import WeekoverzichtStore
from scheduler.beschikbaar import BeschikbaarheidStore
from scheduler.clock import Clock
from scheduler.herinnering.opslag import HerinneringStore
from scheduler.hulpvraag.store import HulpvraagStore
from scheduler.inbox import Inbox
from scheduler.vertrek import GegevensStore
from scheduler.weekberichten import WeekberichtStore
from scheduler.zaak import ZaakStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Adressen:
    """Where the assistant itself is found."""

    telegram: str | None = None  # name of the bot
    web: str | None = None  # public address of the browser chat

    def make_links(self, token: str) -> tuple[str, ...]:
        """Return the links that carry an invitation, one a channel."""
        links = []
        if self.telegram:
            links.append(f"https://t.me/{self.telegram}?start={token}")
        if self.web:
            links.append(f"{self.web.rstrip('/')}/uitnodiging/{token}")
        return tuple(links)

    def make_inloglink(self, token: str) -> str | None:
        """Return the link that signs someone in in a browser; None without a browser chat."""
        return f"{self.web.rstrip('/')}/inloggen/{token}" if self.web else None

    def make_agendalink(self, token: str) -> str | None:
        """Return where a calendar reads someone's agenda; None without a browser chat."""
        return f"{self.web.rstrip('/')}/agenda/{token}.ics" if self.web else None

    def make_koppellink(self, token: str) -> str | None:
        """Return the link that joins a Telegram to a person; None without Telegram."""
        return f"https://t.me/{self.telegram}?start={token}" if self.telegram else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnen:
    """For how many days things are kept."""

    vragen: int = 90
    dialoog: int = 1
    herinneringen: int = 180  # after they were closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraken:
    """What the municipalities agreed on the keeping of the kaart."""

    gedeeld: Mapping[str, frozenset[str]] = field(default_factory=dict)  # area: who keeps it too
    vier_ogen: frozenset[str] = frozenset()  # areas where another aanvoerder must agree


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """The kaart, the people, the words and the time, for one step."""

    kennis: Kennis
    deelnemers: DeelnemerStore
    uitnodigingen: UitnodigingStore
    sleutels: InlogsleutelStore
    toegang: ToegangStore
    gegevens: GegevensStore
    herinneringen: HerinneringStore
    beschikbaarheid: BeschikbaarheidStore
    weekoverzichten: WeekoverzichtStore
    agendaadressen: AgendaadresStore
    zaken: ZaakStore
    kaarten: VoorzieningRepository  # with every version that ever was
    concepten: ConceptStore
    hulpvragen: HulpvraagStore
    inbox: Inbox
    cijfers: CijferStore
    weekberichten: WeekberichtStore
    tekenaar: Tekenaar
    meldingen: MeldingStore
    vragen: VraagStore
    nagaan: NagaanStore
    invoer: InvoerStore
    renderer: Renderer
    clock: Clock
    adressen: Adressen = field(default_factory=Adressen)
    termijnen: Termijnen = field(default_factory=Termijnen)
    afspraken: Afspraken = field(default_factory=Afspraken)

    def name_gebied(self, slug: str | None) -> str | None:
        """Return the name of an area; None where the kaart does not know it."""
        boom = self.kennis.werkgebieden
        return boom.get(slug).naam if slug and slug in boom else None
