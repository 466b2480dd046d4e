"""All that one step changes, written in one transaction: state, outgoing messages, inbox row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from bot.schrijven.agenda import write_agenda
from bot.schrijven.beheer import write_beheer
from bot.schrijven.cijfers import write_cijfers
from bot.schrijven.gesprek import write_gesprek
from bot.schrijven.herinnering import write_herinnering
from bot.schrijven.hulpvraag import write_hulpvraag
from bot.schrijven.invoer import write_invoer
from bot.schrijven.mensen import write_mensen
from bot.schrijven.werk import Schrijfwerk, Schrijver
from bot.schrijven.werklijst import write_werklijst
from handlers.exchange import Effect
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, mark_bereikbaar
from scheduler.berichten import Opmaker
from scheduler.clock import Clock
from scheduler.inbox import Wachtend, close_bericht
from scheduler.outbox import Uitgaand, write_outbox

# each knows its own effects
SCHRIJVERS: tuple[Schrijver, ...] = (
    write_gesprek,
    write_mensen,
    write_beheer,
    write_herinnering,
    write_cijfers,
    write_agenda,
    write_hulpvraag,
    write_werklijst,
    write_invoer,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """What one step leaves to be written."""

    dialoog: str  # key
    effecten: Iterable[Effect] = ()
    uitgaand: list[Uitgaand] = field(default_factory=list)
    wachtend: Wachtend | None = None  # the inbox row that was handled


class UnitOfWork:
    """Writes the work of a step, all or nothing, with no waiting inside."""

    def __init__(self, database: Database, clock: Clock, maak: Opmaker) -> None:
        self._database = database
        self._clock = clock
        self._maak = maak

    def write(self, werk: Werk) -> None:
        """Write the work of a step.

        Raises:
            BerichtAfgehandeld: the message was handled by another process.
            UitnodigingVervallen: an invitation was used in the meantime.
        """
        with write_transaction(self._database):
            if werk.wachtend is not None:
                close_bericht(self._database, werk.wachtend)
                self._note_reachable(werk.wachtend)
            for effect in werk.effecten:
                write_outbox(self._database, self._write(werk.dialoog, effect), self._nu)
            write_outbox(self._database, werk.uitgaand, self._nu)

    def _note_reachable(self, wachtend: Wachtend) -> None:
        """Keep that who writes can be written to, also after having blocked the assistant."""
        inkomend = wachtend.inkomend
        adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.gesprek)
        mark_bereikbaar(self._database, adres, bereikbaar=True)

    @property
    def _nu(self) -> datetime:
        return self._clock.get_nu()

    def _write(self, dialoog: str, effect: Effect) -> list[Uitgaand]:
        """Write one effect and return the messages to others that it brings."""
        schrijfwerk = Schrijfwerk(
            database=self._database, nu=self._nu, dialoog=dialoog, maak=self._maak
        )
        for write in SCHRIJVERS:
            uitgaand = write(schrijfwerk, effect)
            if uitgaand is not None:
                return uitgaand
        raise TypeError(type(effect).__name__)
