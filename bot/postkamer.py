"""Handles the inbox: one message at a time a chat, each step whole or not at all."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.masker import mask_again
from bot.steps import make_omgeving, read_dialoog
from bot.terzijde import Terzijde
from bot.uitgaand import make_uitgaand
from bot.unit_of_work import Werk
from bot.wiring import Wegwijzer, make_unit_of_work
from handlers.dispatch import dispatch
from handlers.effecten.gesprek import VraagGesteld
from handlers.environment import Omgeving
from handlers.exchange import Aanklop, Antwoord, Stap, Vraag
from handlers.toegang import answer_door
from knowledge.database import write_part, write_transaction
from knowledge.deelnemers import Adres, make_sleutel
from scheduler.inbox import Wachtend, put_apart
from scheduler.outbox import Uitgaand, write_outbox
from scheduler.wachten import let_others_go, wait_at_most
from sociale_kaart.deelnemer import Deelnemer
from sociale_kaart.errors import BerichtAfgehandeld

LONGEST_NAP = 60.0  # seconds between two looks, as a safety net
SHORTEST_NAP = 0.01
FAULT_NAP = 1.0  # seconds to wait where the database itself is away
MINUUT = timedelta(minutes=1)
TOGETHER = 10  # messages of different chats that are written at one go, which waits for the disk

Gemeld = Callable[[str], None]
Gewekt = Callable[[], None]
Geteld = Callable[[str | None, float], None]  # band of a question if it was one, and seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Genomen:
    """What became of one message before anything is written."""

    wachtend: Wachtend
    stap: Stap | None
    fout: str | None  # name of what went wrong, where there is no step
    seconden: float


class Postkamer:
    """Handles what waits in the inbox, until it is stopped."""

    def __init__(
        self, wegwijzer: Wegwijzer, *, wek: Gewekt, meld: Gemeld, tel: Geteld | None = None
    ) -> None:
        self._wegwijzer = wegwijzer
        self._tel = tel or (lambda _besluit, _seconden: None)
        self._work = make_unit_of_work(wegwijzer)
        self._wek = wek  # tells that something was written to the outbox
        self._meld = meld
        self._wakker = asyncio.Event()
        self._stopt = False
        self._terzijde = Terzijde(self.handle, self.wake)

    def wake(self) -> None:
        """Look at once: something came in."""
        self._wakker.set()

    def stop(self) -> None:
        """Handle nothing more after the present message."""
        self._stopt = True
        self.wake()

    async def run(self) -> None:
        """Handle messages until stopped."""
        while not self._stopt:
            self._wakker.clear()
            try:
                nap = await self._look()
            except sqlite3.Error as fout:
                self._meld(f"inbox_onbereikbaar_{type(fout).__name__}")
                nap = FAULT_NAP
            await wait_at_most(self._wakker, nap)
        await self._terzijde.finish()

    async def _look(self) -> float:
        """Handle what waits, and return how many seconds to wait for the next look."""
        inbox = self._wegwijzer.inbox
        while not self._stopt:
            found = await inbox.find_waiting(self._wegwijzer.clock.get_nu())
            alone = self._terzijde.pick(_take_one_each(found))
            if not alone:
                break
            for at in range(0, len(alone), TOGETHER):
                await self.handle(alone[at : at + TOGETHER])
                await let_others_go()
        nu = self._wegwijzer.clock.get_nu()
        later = await inbox.find_next_moment(nu)
        nap = (later - nu).total_seconds() if later else LONGEST_NAP
        return min(max(nap, SHORTEST_NAP), LONGEST_NAP)

    async def handle(self, wachtenden: Sequence[Wachtend]) -> None:
        """Handle messages of different chats, and write what comes of them at one go.

        Each leads to an answer, or to a later try, or goes aside with word to the sender; what
        goes wrong with one leaves the others as they are.
        """
        stappen: list[Genomen] = []
        for wachtend in wachtenden:
            if stappen:
                await let_others_go()
            stappen.append(await self._try(wachtend))
        with write_transaction(self._wegwijzer.database):
            mislukt = [found for stap in stappen if (found := self._write(stap)) is not None]
        for wachtend, fout in mislukt:
            await self._fail(wachtend, fout)
        for genomen in stappen:
            if genomen.stap is not None:
                self._tel(find_besluit(genomen.stap), genomen.seconden)
        self._wek()

    async def _try(self, wachtend: Wachtend) -> "Genomen":
        """Return the step that a message asks for, or what went wrong."""
        begin = time.perf_counter()
        stap, fout = None, None
        try:
            stap = await self._take(wachtend)
        except sqlite3.OperationalError:
            raise  # the database is away, which is no fault of this message
        except Exception as error:  # noqa: BLE001 (edge: whatever goes wrong, the message is kept)
            fout = type(error).__name__
        return Genomen(
            wachtend=wachtend, stap=stap, fout=fout, seconden=time.perf_counter() - begin
        )

    def _write(self, genomen: "Genomen") -> tuple[Wachtend, str] | None:
        """Write a step, whole or not at all; return what went wrong with which message."""
        wachtend = genomen.wachtend
        if genomen.stap is None:
            return wachtend, genomen.fout or ""
        try:
            with write_part(self._wegwijzer.database):
                self._work.write(_make_werk(wachtend, genomen.stap))
        except BerichtAfgehandeld:
            self._meld("bericht_was_afgehandeld")
        except sqlite3.OperationalError:
            raise
        except Exception as fout:  # noqa: BLE001 (as above)
            return wachtend, type(fout).__name__
        return None

    async def _take(self, wachtend: Wachtend) -> Stap:
        inkomend = wachtend.inkomend
        kennis = await self._wegwijzer.keeper.get_current()
        omgeving = make_omgeving(self._wegwijzer, kennis)
        adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.inhoud["van"])
        deelnemer = await omgeving.deelnemers.find_by_adres(adres)
        if (early := await self._stop_early(wachtend, deelnemer, omgeving)) is not None:
            return early
        if deelnemer is None:
            return await answer_door(self._read_klop(wachtend, adres), omgeving)
        return await dispatch(await self._read_vraag(wachtend, deelnemer, omgeving), omgeving)

    async def _stop_early(
        self, wachtend: Wachtend, deelnemer: Deelnemer | None, omgeving: Omgeving
    ) -> Stap | None:
        """Return the reply to what is not handled: shut out, too many, no text; None to go on."""
        inkomend = wachtend.inkomend
        if deelnemer is not None and deelnemer.geblokkeerd:
            return _say(omgeving, "geblokkeerd")
        if await self._is_too_much(wachtend) and not _is_danger(wachtend, omgeving):
            return _say(omgeving, "rustig")
        naam = {"media": "alleen_tekst", "mislukt": "niet_verwerkt"}.get(inkomend.inhoud["soort"])
        return _say(omgeving, naam) if naam else None

    async def _is_too_much(self, wachtend: Wachtend) -> bool:
        """Tell whether its chat sent more than its share in the minute before this message."""
        most = self._wegwijzer.settings.per_minuut
        if not most:
            return False
        sinds = wachtend.inkomend.op - MINUUT
        return await self._wegwijzer.inbox.count_recent(wachtend, sinds) > most

    async def _read_vraag(
        self, wachtend: Wachtend, deelnemer: Deelnemer, omgeving: Omgeving
    ) -> Vraag:
        inhoud = wachtend.inkomend.inhoud
        gemaskeerd = await mask_again(self._wegwijzer, omgeving.kennis, wachtend)
        return Vraag(
            deelnemer=deelnemer,
            tekst=gemaskeerd.tekst,
            druk=inhoud["druk"],
            weggehaald=(*inhoud["weggehaald"], *(g.soort.value for g in gemaskeerd.gevonden)),
            dialoog=read_dialoog(self._wegwijzer, find_sleutel(wachtend)),
            groep=inhoud["groep"],
            bestand=inhoud.get("bestand"),
            geweigerd=inhoud.get("geweigerd"),
        )

    def _read_klop(self, wachtend: Wachtend, adres: Adres) -> Aanklop:
        inhoud = wachtend.inkomend.inhoud
        return Aanklop(
            adres=adres,
            tekst=inhoud["tekst"],
            druk=inhoud["druk"],
            uitnodiging=inhoud["uitnodiging"],
            dialoog=read_dialoog(self._wegwijzer, find_sleutel(wachtend)),
            groep=inhoud["groep"],
        )

    async def _fail(self, wachtend: Wachtend, fout: str) -> None:
        """Try again later; after the last try put aside, and tell the sender."""
        if not wachtend.is_laatste_poging:
            self._meld(f"bericht_uitgesteld_{fout}")
            nu = self._wegwijzer.clock.get_nu()
            await self._wegwijzer.inbox.postpone(wachtend, fout, nu)
            return
        self._meld(f"bericht_opzij_{fout}")
        try:
            self._put_apart(wachtend, fout)
        except BerichtAfgehandeld:
            self._meld("bericht_was_afgehandeld")

    def _put_apart(self, wachtend: Wachtend, fout: str) -> None:
        inkomend = wachtend.inkomend  # its content may be what is wrong
        adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.inhoud.get("van", inkomend.gesprek))
        antwoord = Antwoord(tekst=self._wegwijzer.renderer.render("niet_verwerkt"))
        reply = make_uitgaand(adres, antwoord, gesprek=inkomend.gesprek)
        with write_transaction(self._wegwijzer.database) as database:
            put_apart(database, wachtend, fout)
            write_outbox(database, [reply], self._wegwijzer.clock.get_nu())


def _take_one_each(found: Sequence[Wachtend]) -> list[Wachtend]:
    """Return the oldest message of each person, who may write in a group at the same time."""
    people: dict[object, Wachtend] = {}
    for wachtend in found:
        people.setdefault(wachtend.inkomend.inhoud.get("van", wachtend.id), wachtend)
    return list(people.values())


def _make_werk(wachtend: Wachtend, stap: Stap) -> Werk:
    return Werk(
        dialoog=find_sleutel(wachtend),
        effecten=stap.effecten,
        uitgaand=[*_make_removal(wachtend), _make_reply(wachtend, stap.antwoord)],
        wachtend=wachtend,
    )


def find_sleutel(wachtend: Wachtend) -> str:
    """Return the key of the dialogue that a message belongs to: of the person, in this chat."""
    inkomend = wachtend.inkomend
    adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.inhoud["van"])
    return make_sleutel(adres, inkomend.gesprek if inkomend.inhoud["groep"] else None)


def find_besluit(stap: Stap) -> str | None:
    """Return the band of the question in a step; None where it held no question."""
    return next((e.besluit for e in stap.effecten if isinstance(e, VraagGesteld)), None)


def _make_reply(wachtend: Wachtend, antwoord: Antwoord) -> Uitgaand:
    inkomend = wachtend.inkomend
    adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.inhoud["van"])
    return make_uitgaand(
        adres, antwoord, gesprek=inkomend.gesprek, bericht=inkomend.inhoud["bericht"]
    )


def _make_removal(wachtend: Wachtend) -> list[Uitgaand]:
    """Return the removal of a message with personal data from the chat itself."""
    inkomend = wachtend.inkomend
    if not inkomend.inhoud["weggehaald"] or not inkomend.inhoud["eigen"]:
        return []
    return [
        Uitgaand(
            kanaal=inkomend.kanaal,
            gesprek=inkomend.gesprek,
            soort="verwijder",
            inhoud={"bericht": inkomend.inhoud["eigen"]},
        )
    ]


def _is_danger(wachtend: Wachtend, omgeving: Omgeving) -> bool:
    """Tell whether a message is of acute danger: that is answered, however many came before."""
    tekst = wachtend.inkomend.inhoud["tekst"]
    return omgeving.kennis.vraagbaak.herkenner.check(tekst) is not None


def _say(omgeving: Omgeving, naam: str) -> Stap:
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render(naam)))
