"""All that one step changes, written in one transaction: state, outgoing messages, inbox row."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlite_utils import Database

from handlers.exchange import (
    Antwoord,
    BerichtAan,
    BlokkadeGewijzigd,
    DeelnemerToegetreden,
    DeelnemerVertrokken,
    DialoogVerandert,
    Effect,
    KanaalGekoppeld,
    OordeelGegeven,
    RolGewijzigd,
    SleutelGemaakt,
    ToegangBeslist,
    ToegangGevraagd,
    UitnodigingGemaakt,
    VraagGesteld,
)
from knowledge.database import write_transaction
from knowledge.deelnemers import (
    Adres,
    block,
    change_rol,
    link_adres,
    mark_bereikbaar,
    read_adressen,
)
from knowledge.dialogen import save_stand
from knowledge.sessies import spend_inlogsleutel, write_inlogsleutel
from knowledge.toegang import Toegangsverzoek, admit, close_verzoek, write_verzoek
from knowledge.uitnodigingen import spend_uitnodiging, write_uitnodiging
from knowledge.vraaglog import GelogdeVraag, GelogdOordeel, log_oordeel, log_vraag
from scheduler.clock import Clock
from scheduler.inbox import Wachtend, close_bericht
from scheduler.outbox import MENU, Uitgaand, write_outbox
from scheduler.vertrek import erase_deelnemer
from sociale_kaart.deelnemer import Rol
from sociale_kaart.errors import UitnodigingVervallen


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """What one step leaves to be written."""

    dialoog: str  # key
    effecten: Iterable[Effect] = ()
    uitgaand: list[Uitgaand] = field(default_factory=list)
    wachtend: Wachtend | None = None  # the inbox row that was handled


class UnitOfWork:
    """Writes the work of a step, all or nothing, with no waiting inside."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

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
        match effect:
            case VraagGesteld():
                log_vraag(self._database, GelogdeVraag(**asdict(effect)))
            case OordeelGegeven():
                log_oordeel(self._database, GelogdOordeel(**asdict(effect)))
            case DialoogVerandert():
                save_stand(self._database, dialoog, asdict(effect.dialoog), self._nu)
            case BerichtAan():
                adressen = read_adressen(self._database, effect.deelnemer)
                return [make_uitgaand(adres, effect.antwoord) for adres in adressen]
            case _:
                return self._write_mens(effect)
        return []

    def _write_mens(self, effect: Effect) -> list[Uitgaand]:
        database = self._database
        match effect:
            case UitnodigingGemaakt():
                write_uitnodiging(database, effect.uitnodiging)
            case DeelnemerToegetreden():
                spend_uitnodiging(database, effect.uitnodiging, effect.adres, self._nu)
                return [make_menu_bericht(effect.adres, effect.uitnodiging.rol)]
            case RolGewijzigd():
                change_rol(database, effect.deelnemer, effect.rol)
                adressen = read_adressen(database, effect.deelnemer)
                return [make_menu_bericht(adres, effect.rol) for adres in adressen]
            case BlokkadeGewijzigd():
                block(database, effect.deelnemer, geblokkeerd=effect.geblokkeerd)
            case DeelnemerVertrokken():
                erase_deelnemer(database, effect.deelnemer, self._nu)
            case SleutelGemaakt():
                write_inlogsleutel(database, effect.zegel, effect.deelnemer, self._nu)
            case KanaalGekoppeld():
                self._join(effect)
            case ToegangGevraagd():
                self._ask_toegang(effect)
            case ToegangBeslist():
                return self._decide_toegang(effect)
        return []

    def _join(self, effect: KanaalGekoppeld) -> None:
        deelnemer = spend_inlogsleutel(self._database, effect.zegel, self._nu)
        if deelnemer is None:
            raise UitnodigingVervallen(effect.zegel)
        link_adres(self._database, deelnemer, effect.adres)

    def _ask_toegang(self, effect: ToegangGevraagd) -> None:
        verzoek = Toegangsverzoek(
            id=effect.verzoek,
            adres=effect.adres,
            gemeente=effect.gemeente,
            toelichting=effect.toelichting,
        )
        write_verzoek(self._database, verzoek, self._nu)

    def _decide_toegang(self, effect: ToegangBeslist) -> list[Uitgaand]:
        verzoek = close_verzoek(self._database, effect.verzoek)
        if verzoek is None:
            return []
        if effect.soort is not None:
            admit(self._database, verzoek, effect.soort, self._nu)
        return [make_uitgaand(verzoek.adres, effect.antwoord)]


def make_menu_bericht(adres: Adres, rol: Rol) -> Uitgaand:
    """Return what gives a chat the menu of commands of a role."""
    return Uitgaand(kanaal=adres.kanaal, gesprek=adres.adres, soort=MENU, inhoud={"rol": rol.value})


def make_uitgaand(
    adres: Adres,
    antwoord: Antwoord,
    *,
    gesprek: str | None = None,
    bericht: str | None = None,
) -> Uitgaand:
    """Return a reply as a message for a channel.

    Args:
        adres: of the one whom the buttons are for.
        antwoord: the reply.
        gesprek: the chat, where it is another than that of the person.
        bericht: the message that is replaced, if the reply replaces one.
    """
    replaces = bericht is not None and antwoord.vervangt and antwoord.bijlage is None
    return Uitgaand(
        kanaal=adres.kanaal,
        gesprek=gesprek or adres.adres,
        soort="wijzig" if replaces else "stuur",
        inhoud={
            "tekst": antwoord.tekst,
            "knoppen": [[asdict(knop) for knop in row] for row in antwoord.knoppen],
            "bijlage": asdict(antwoord.bijlage) if antwoord.bijlage else None,
            "voor": adres.adres,
            "bericht": bericht,
        },
        geheim=antwoord.geheim,
    )
