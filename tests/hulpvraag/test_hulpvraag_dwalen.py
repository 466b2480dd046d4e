"""Whatever people do, and in whatever order: each question has someone and a next moment."""

from datetime import timedelta
from random import Random

import pytest
from hulplijn import Hulplijn

from handlers.hulpvraag.wegen import DRUKKEN
from scheduler.beschikbaar import read_mens
from scheduler.hulpvraag.bestemming import read_gevraagden
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat
from scheduler.hulpvraag.opslag import find_hulpvragen
from sociale_kaart.deelnemer import Rol

KAART = "vast:briefadres-zwijndrecht"
ALLES = sorted(DRUKKEN.keys() - {"vast", "hva", "hv", "hvs", "open"})
KEUZES = ("", ":ja", ":nee", ":niet", ":nieuw")
PAUZES = (timedelta(0), timedelta(minutes=5), timedelta(hours=3), timedelta(days=1))
STEPS = 150
MOST_OPEN = 4  # so that each of them goes some way


class Dwaling:
    """People who press, write, wait, go away and come back, by chance."""

    def __init__(self, lijn: Hulplijn, seed: int) -> None:
        self.lijn = lijn
        self.kans = Random(seed)
        self.mensen = [
            lijn.add(Rol.PROFESSIONAL),
            lijn.add(Rol.PROFESSIONAL),
            lijn.ambassadeur("corporatie"),
            lijn.ambassadeur("gemeente"),
            lijn.ambassadeur("school"),
        ]
        if seed % 3:  # else there is nobody above the ambassadeurs
            self.mensen += [lijn.add(Rol.AANVOERDER), lijn.add(Rol.AANVOERDER, "landelijk")]
        self.baas = lijn.add(Rol.BEHEERDER)
        lijn.set_vervanger(self.mensen[2], self.mensen[0])  # an asker may stand in
        lijn.set_vervanger(self.mensen[3], self.mensen[4])
        self.gevraagd: list[str] = []
        self.verstuurd = 0
        self.gezien: set[str] = set()
        self.gelopen: list[str] = []  # what was done, for who must find a fault

    def step(self) -> None:
        """Do one thing, and see that all is well."""
        doen = [
            (self.ask, 3),
            (self.take, 4),
            (self.help_on, 4),
            (self.offer, 3),
            (self.answer_offer, 2),
            (self.answer_vrager, 2),
            (self.write, 3),
            (self.press_anything, 3),
            (self.wait_for_it, 6),
            (self.wait, 2),
            (self.go, 1),
        ]
        [(wat, _)] = self.kans.choices(doen, [gewicht for _, gewicht in doen])
        self.gelopen.append(wat.__name__)
        wat()
        self.lijn.ring(self.lijn.clock.get_nu())
        self.check()

    def wie(self) -> int:
        return self.kans.choice(self.mensen)

    def pick(self) -> Hulpvraag | None:
        """Return one of the questions that are open."""
        found = self.find_open()
        return self.kans.choice(found) if found else None

    def find_open(self) -> list[Hulpvraag]:
        return find_hulpvragen(self.lijn.wegwijzer.database, "staat <> 'concept'")

    def find_adres(self, deelnemer: str | None) -> int:
        """Return where someone writes from; somebody else where that is nobody."""
        for mens in self.mensen:
            found = self.lijn.get(mens)
            if found and found.id == deelnemer:
                return mens
        return self.wie()

    def ask(self) -> None:
        van, straight = self.wie(), self.kans.random() < 0.3
        if len(self.find_open()) >= MOST_OPEN:
            return
        begonnen = self.lijn.press(van, "hva:" if straight else KAART)
        if not any(w in str(begonnen.inhoud) for w in ("Waar zit het vast?", "Dit leg ik voor")):
            return  # nobody is there, or it is the aanvoerder of the country who asks
        if straight:
            ref = self.lijn.ref(begonnen)
            self.lijn.press(van, f"hvs:{ref}")
        else:
            ref = self.lijn.ask(van, self.kans.choice(["wowawe", "woreva", "onlage"]), "zin")
        self.gevraagd.append(ref)
        self.verstuurd += 1

    def take(self) -> None:
        if hulpvraag := self.pick():
            self.lijn.press(self.wie(), f"hvp:{hulpvraag.id}")

    def help_on(self) -> None:
        """Let who has it do something."""
        if hulpvraag := self.pick():
            naam = self.kans.choice(["hvp", "hvb", "hvo", "hvr", "hve"])
            self.lijn.press(self.find_adres(hulpvraag.bij), f"{naam}:{hulpvraag.id}")

    def offer(self) -> None:
        hulpvraag, collega = self.pick(), self.lijn.get(self.wie())
        if hulpvraag and collega:
            self.lijn.press(self.find_adres(hulpvraag.bij), f"hvd:{hulpvraag.id}:{collega.id}")

    def answer_offer(self) -> None:
        if hulpvraag := self.pick():
            keuze = self.kans.choice(["ja", "nee"])
            self.lijn.press(self.find_adres(hulpvraag.aangeboden), f"hvi:{hulpvraag.id}:{keuze}")

    def answer_vrager(self) -> None:
        if hulpvraag := self.pick():
            doet = self.kans.choice(["hvj:{}:ja", "hvj:{}:nee", "hvj:{}:nee", "hvw:{}:ja"])
            self.lijn.press(self.find_adres(hulpvraag.vrager), doet.format(hulpvraag.id))

    def write(self) -> None:
        if hulpvraag := self.pick():
            van = self.kans.choice([hulpvraag.vrager, hulpvraag.bij])
            self.lijn.write(self.find_adres(van), hulpvraag.id, "een paar woorden")

    def press_anything(self) -> None:
        if self.gevraagd:
            ref, naam = self.kans.choice(self.gevraagd[-8:]), self.kans.choice(ALLES)
            self.lijn.press(self.wie(), f"{naam}:{ref}{self.kans.choice(KEUZES)}")

    def wait_for_it(self) -> None:
        """Wait until something happens with a question by itself."""
        hulpvraag = self.pick()
        if hulpvraag and hulpvraag.volgend:
            self.lijn.ring(hulpvraag.volgend)

    def wait(self) -> None:
        self.lijn.ring(self.lijn.clock.get_nu() + self.kans.choice(PAUZES))

    def go(self) -> None:
        """Let somebody be out of reach for a while, be shut out, or leave and be followed up."""
        plaats = self.kans.randrange(len(self.mensen))
        van, hoe = self.mensen[plaats], self.kans.choice(["even", "blok", "weg"])
        mens = self.lijn.get(van)
        assert mens
        if hoe == "even":
            self.lijn.shut(van)
            self.lijn.ring(self.lijn.clock.get_nu())
            self.lijn.say(van, "/help")  # who writes can be reached again
        elif hoe == "blok":
            self.lijn.press(self.baas, f"blok:{mens.id}")
            self.lijn.ring(self.lijn.clock.get_nu())
            self.lijn.press(self.baas, f"los:{mens.id}")
        else:
            self.lijn.press(van, "weg:")
            self.mensen[plaats] = self.lijn.add(mens.rol, mens.gemeente, mens.soort)

    def check(self) -> None:
        """See that each question has someone and a next moment, and that none is lost."""
        found = self.find_open()
        for hulpvraag in found:
            self.check_one(hulpvraag)
        assert len(found) + self.lijn.count("hulpvraag_registratie") == self.verstuurd
        assert self.lijn.gemeld == []
        assert self.count_stale() == 0
        rows = self.lijn.wegwijzer.database.execute("SELECT * FROM hulpvraag_gebeurtenis")
        self.gezien |= {f"{row['van']} {row['gebeurtenis']}" for row in rows}

    def check_one(self, hulpvraag: Hulpvraag) -> None:
        assert hulpvraag.volgend is not None
        assert hulpvraag.volgend > self.lijn.clock.get_nu()
        assert self.reaches(hulpvraag.vrager)
        if hulpvraag.staat is Staat.OPEN:
            assert hulpvraag.bij is None
            gevraagden = read_gevraagden(self.lijn.wegwijzer.database, hulpvraag.id)
            assert any(map(self.reaches, gevraagden))
            assert hulpvraag.vrager not in gevraagden
        else:
            assert self.reaches(hulpvraag.bij)
            assert hulpvraag.bij != hulpvraag.vrager
        assert (hulpvraag.aangeboden is not None) == (hulpvraag.staat is Staat.AANGEBODEN)
        assert hulpvraag.aangeboden not in {hulpvraag.vrager, hulpvraag.bij, ""} - {None}

    def reaches(self, deelnemer: str | None) -> bool:
        mens = read_mens(self.lijn.wegwijzer.database, deelnemer)
        return mens is not None and mens.bereikbaar

    def count_stale(self) -> int:
        """Return how many messages wait that ask something about a question that has closed."""
        row = self.lijn.wegwijzer.database.execute(
            "SELECT count(*) AS n FROM wachtmelding WHERE versie IS NOT NULL"
            " AND soort LIKE 'hulp_%' AND onderwerp NOT IN (SELECT id FROM hulpvraag)"
        ).fetchone()
        return int(row["n"])


@pytest.mark.parametrize("seed", range(6))
def test_each_question_has_someone_and_a_next_moment_whatever_people_do(
    lijn: Hulplijn, seed: int
) -> None:
    dwaling = Dwaling(lijn, seed)
    for _ in range(STEPS):
        try:
            dwaling.step()
        except AssertionError:
            pytest.fail(f"na {dwaling.gelopen[-6:]}: {dwaling.find_open()}", pytrace=True)
    assert len(dwaling.gezien) >= 10, sorted(dwaling.gezien)  # it went somewhere
    assert lijn.count("hulpvraag_registratie") > 0
