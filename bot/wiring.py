"""Everything put together, once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.opmaken import make_opmaker
from bot.settings import Settings
from bot.tekenaar import KindTekenaar
from bot.unit_of_work import UnitOfWork
from handlers.environment import Adressen
from handlers.render import Renderer
from handlers.tekening import Tekenaar
from knowledge.beheer.concept import SqliteConceptStore, forget_concepten
from knowledge.cijfers.tellen import SqliteCijferStore, forget_weekcijfers, write_weekcijfers
from knowledge.database import erase_log, open_database, write_transaction
from knowledge.deelnemers import SqliteDeelnemerStore
from knowledge.dialogen import forget_dialogen
from knowledge.geheim import read_geheim
from knowledge.invoer.opslag import SqliteInvoerStore, forget_invoer
from knowledge.kennis import KennisKeeper
from knowledge.load import is_empty, load_kaart
from knowledge.repository import Publicatie, SqliteVoorzieningRepository
from knowledge.sessies import SqliteInlogsleutelStore, forget_sessies
from knowledge.toegang import SqliteToegangStore, forget_verzoeken
from knowledge.uitnodigingen import SqliteUitnodigingStore, forget_uitnodigingen
from knowledge.vraaglog import forget_vragen
from knowledge.werklijst.melding import SqliteMeldingStore, forget_meldingen
from knowledge.werklijst.nagaan import SqliteNagaanStore
from knowledge.werklijst.vragen import SqliteVraagStore
from scheduler.agenda.adres import SqliteAgendaadresStore
from scheduler.agenda.weekplan import SqliteWeekoverzichtStore
from scheduler.agenda.wekker import Weekwekker
from scheduler.berichten import Wachtwekker, Wekker
from scheduler.beschikbaar import SqliteBeschikbaarheidStore
from scheduler.clock import Clock, SystemClock
from scheduler.herinnering.opslag import SqliteHerinneringStore, forget_herinneringen
from scheduler.herinnering.wekker import HerinneringWekker
from scheduler.hulpvraag.store import SqliteHulpvraagStore
from scheduler.hulpvraag.wekker import HulpvraagWekker
from scheduler.inbox import SqliteInbox, forget_inbox
from scheduler.outbox import SqliteOutbox, forget_outbox
from scheduler.vertrek import SqliteGegevensStore
from scheduler.webpost import forget_webpost
from scheduler.weekberichten import SqliteWeekberichtStore
from scheduler.zaak import SqliteZaakStore
from sociale_kaart.deelnemer import Rol
from sociale_kaart.folder import SHIPPED, read_valid_folder

BOT_NAME = "telegram_naam"  # under which the name of the bot is remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Wegwijzer:
    """The parts that every channel and command uses."""

    settings: Settings
    database: Database
    repository: SqliteVoorzieningRepository
    keeper: KennisKeeper
    renderer: Renderer
    clock: Clock
    deelnemers: SqliteDeelnemerStore
    uitnodigingen: SqliteUitnodigingStore
    sleutels: SqliteInlogsleutelStore
    toegang: SqliteToegangStore
    gegevens: SqliteGegevensStore
    herinneringen: SqliteHerinneringStore
    beschikbaarheid: SqliteBeschikbaarheidStore
    weekoverzichten: SqliteWeekoverzichtStore
    agendaadressen: SqliteAgendaadresStore
    zaken: SqliteZaakStore
    concepten: SqliteConceptStore
    hulpvragen: SqliteHulpvraagStore
    inbox: SqliteInbox
    outbox: SqliteOutbox
    cijfers: SqliteCijferStore
    weekberichten: SqliteWeekberichtStore
    tekenaar: Tekenaar
    meldingen: SqliteMeldingStore
    vragen: SqliteVraagStore
    nagaan: SqliteNagaanStore
    invoer: SqliteInvoerStore

    def find_adressen(self) -> Adressen:
        """Return where the assistant is found, as far as it has been there."""
        return Adressen(
            telegram=read_geheim(self.database, BOT_NAME), web=self.settings.find_webadres()
        )


def compose(settings: Settings, clock: Clock | None = None, *, fill: bool = True) -> Wegwijzer:
    """Return the parts over the database of these settings, filled on first use.

    Raises:
        DatabaseOnbruikbaar: the database cannot be opened.
    """
    clock = clock or SystemClock()
    database = open_database(settings.data)
    if fill:
        fill_if_empty(database, clock)
    forget(database, clock, settings)
    repository = SqliteVoorzieningRepository(database)
    return Wegwijzer(
        settings=settings,
        database=database,
        repository=repository,
        keeper=KennisKeeper(repository, settings.make_banden()),
        renderer=Renderer(),
        clock=clock,
        deelnemers=SqliteDeelnemerStore(database),
        uitnodigingen=SqliteUitnodigingStore(database),
        sleutels=SqliteInlogsleutelStore(database),
        toegang=SqliteToegangStore(database),
        gegevens=SqliteGegevensStore(database),
        herinneringen=SqliteHerinneringStore(database),
        beschikbaarheid=SqliteBeschikbaarheidStore(database),
        weekoverzichten=SqliteWeekoverzichtStore(database),
        agendaadressen=SqliteAgendaadresStore(database),
        zaken=SqliteZaakStore(database),
        concepten=SqliteConceptStore(database),
        hulpvragen=SqliteHulpvraagStore(database),
        inbox=SqliteInbox(database),
        outbox=SqliteOutbox(database),
        cijfers=SqliteCijferStore(database),
        weekberichten=SqliteWeekberichtStore(database),
        tekenaar=KindTekenaar(settings.data),
        meldingen=SqliteMeldingStore(database),
        vragen=SqliteVraagStore(database),
        nagaan=SqliteNagaanStore(database),
        invoer=SqliteInvoerStore(database),
    )


def forget(database: Database, clock: Clock, settings: Settings) -> None:
    """Erase what is older than its term of keeping, after it has been counted."""
    write_weekcijfers(database, clock.get_nu(), settings.bewaar_vragen)
    forget_vragen(database, nu=clock.get_nu(), dagen=settings.bewaar_vragen)
    forget_dialogen(database, nu=clock.get_nu(), dagen=settings.bewaar_dialoog)
    with write_transaction(database):
        forget_uitnodigingen(database, clock.get_nu())
        forget_verzoeken(database, clock.get_nu())
        forget_inbox(database, clock.get_nu())
        forget_outbox(database, clock.get_nu())
        forget_sessies(database, clock.get_nu())
        forget_webpost(database, clock.get_nu())
        forget_concepten(database, clock.get_nu())
        forget_weekcijfers(database, clock.get_nu())
        forget_herinneringen(database, nu=clock.get_nu(), dagen=settings.bewaar_herinneringen)
        forget_meldingen(database, nu=clock.get_nu(), dagen=settings.bewaar_vragen)
        forget_invoer(database, clock.get_nu())
    erase_log(database)


def fill_if_empty(database: Database, clock: Clock, folder: Path = SHIPPED) -> bool:
    """Load the shipped kaart where there is none yet, and tell whether that was done."""
    if not is_empty(database):
        return False
    kaart = read_valid_folder(folder)
    with write_transaction(database):
        if is_empty(database):
            load_kaart(database, kaart, make_publicatie(clock, "eerste vulling"))
    return True


def make_unit_of_work(wegwijzer: Wegwijzer) -> UnitOfWork:
    """Return what writes the steps."""
    return UnitOfWork(wegwijzer.database, wegwijzer.clock, make_opmaker(wegwijzer.renderer))


def make_wekkers(meld: Callable[[str], None]) -> tuple[Wekker, ...]:
    """Return what speaks up at its moment."""
    return (
        HerinneringWekker(meld),
        HulpvraagWekker(meld),
        Weekwekker(meld),
        Wachtwekker(),
    )


async def resolve_gemeente(wegwijzer: Wegwijzer, naam: str | None) -> str | None:
    """Return the slug of a municipality, or of the country, by any name; an unknown as it is."""
    if naam is None:
        return None
    kennis = await wegwijzer.keeper.get_current()
    return kennis.vraagbaak.searcher.places.find_standplaats(naam) or naam


def make_publicatie(clock: Clock, reden: str) -> Publicatie:
    """Return who publishes from the command line: the beheerder, for the whole country."""
    return Publicatie(op=clock.get_nu(), rol=Rol.BEHEERDER, werkgebied="landelijk", reden=reden)
