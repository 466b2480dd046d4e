"""Someone at the buttons: presses by title, types, and reads what is on the screen."""

import html
import re
from dataclasses import dataclass
from datetime import datetime

from kantoor import Kantoor

from handlers.exchange import MAX_DATA
from scheduler.clock import AMSTERDAM
from scheduler.outbox import Uitgaand
from sociale_kaart.deelnemer import Rol

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
TAGS = re.compile(r"<(/?)([a-z]+)[^<>]*>")


@dataclass(slots=True)
class Aanvoerder:
    """One person in one chat."""

    kantoor: Kantoor
    van: int
    laatste: Uitgaand | None = None

    @property
    def tekst(self) -> str:
        """Return what the last message says."""
        assert self.laatste is not None
        return read(self.laatste)

    @property
    def titels(self) -> list[str]:
        """Return the titles of the buttons under the last message."""
        assert self.laatste is not None
        return [knop["titel"] for row in self.laatste.inhoud["knoppen"] for knop in row]

    @property
    def id(self) -> str:
        """Return the reference of this person."""
        wie = self.kantoor.get(self.van)
        assert wie is not None
        return wie.id

    def zeg(self, tekst: str, **velden: object) -> str:
        """Type something."""
        return self.neem(self.kantoor.say(self.van, tekst, **velden))

    def druk(self, *titels: str) -> str:
        """Press the buttons whose titles begin so, one after the other."""
        for titel in titels:
            self.stuur(self.find_data(titel))
        return self.tekst

    def stuur(self, data: str) -> str:
        """Send the data of a button, whether or not it was ever shown."""
        return self.neem(self.kantoor.press(self.van, data))

    def find_data(self, titel: str) -> str:
        """Return the data of the button whose title begins so."""
        assert self.laatste is not None
        for row in self.laatste.inhoud["knoppen"]:
            for knop in row:
                if knop["titel"].startswith(titel):
                    return str(knop["data"])
        raise AssertionError(f"geen knop {titel!r} in {self.titels} onder {self.tekst!r}")

    def neem(self, bericht: Uitgaand) -> str:
        """Look at a message as the one on the screen."""
        check_bericht(bericht)
        self.laatste = bericht
        return self.tekst

    def lees_post(self) -> str:
        """Take the one message that came from somebody else."""
        [bericht] = [uit for uit in self.kantoor.read_outbox(self.van) if uit.inhoud.get("tekst")]
        return self.neem(bericht)

    def zoek(self, woorden: str, naam: str) -> str:
        """Find an entry and open it."""
        self.stuur("zoek:")
        self.zeg(woorden)
        return self.druk(naam)

    def publiceer(self, *, nagegaan: bool = False, reden: str = "nagevraagd") -> str:
        """Publish what is on the screen."""
        self.druk("Publiceren", "Ja, alles klopt" if nagegaan else "Nee, alleen dit")
        return self.zeg(reden)


def let_in(kantoor: Kantoor, gemeente: str | None = "zwijndrecht") -> Aanvoerder:
    """Let an aanvoerder take part."""
    return Aanvoerder(kantoor, kantoor.add(Rol.AANVOERDER, gemeente))


def join(aanvoerder: Aanvoerder) -> Aanvoerder:
    """Return the same person in a second chat."""
    van = aanvoerder.kantoor.add_stranger()
    database = aanvoerder.kantoor.wegwijzer.database
    database["kanaaladres"].insert(
        {"kanaal": "telegram", "adres": str(van), "deelnemer": aanvoerder.id}
    )
    database.conn.commit()
    return Aanvoerder(aanvoerder.kantoor, van)


def read(bericht: Uitgaand) -> str:
    """Return what a person reads of a message."""
    return html.unescape(TAGS.sub("", bericht.inhoud["tekst"]))


def check_bericht(bericht: Uitgaand) -> None:
    """See that a message is one that every channel can show."""
    tekst = bericht.inhoud["tekst"]
    assert TAGS.sub("", tekst).strip(), "een leeg bericht"
    open_tags: list[str] = []
    for closing, tag in TAGS.findall(tekst):
        assert tag in {"b", "i"}, tekst
        if closing:
            assert open_tags.pop() == tag, tekst
        else:
            open_tags.append(tag)
    assert not open_tags, tekst
    for row in bericht.inhoud["knoppen"]:
        for knop in row:
            assert knop["titel"].strip(), bericht
            assert len(knop["titel"]) <= 90, knop
            assert len(knop["data"].encode()) <= MAX_DATA, knop
