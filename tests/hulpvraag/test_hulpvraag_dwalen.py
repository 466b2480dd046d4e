"""Whatever people do, and in whatever order: each question has someone and a next moment."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hulplijn import Hulplijn, at
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from handlers.hulpvraag.wegen import DRUKKEN
from scheduler.beschikbaar import read_mens
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Staat
from scheduler.hulpvraag.opslag import find_hulpvragen
from sociale_kaart.deelnemer import Rol

DOEN = sorted(DRUKKEN.keys() - {"vast", "hva", "hv", "open"})
KEUZES = ["", ":ja", ":nee", ":niet", ":nieuw"]
PAUZES = [timedelta(0), timedelta(minutes=5), timedelta(hours=3), timedelta(days=1)]
LANG = timedelta(days=8)


class Dwaling(RuleBasedStateMachine):
    """People who press, write, wait, go away and come back."""

    lijn: Hulplijn

    def __init__(self) -> None:
        super().__init__()
        lijn = self.lijn
        lijn.begin_anew(at(24, 10))
        self.mensen = [
            lijn.add(Rol.PROFESSIONAL),
            lijn.add(Rol.PROFESSIONAL),
            lijn.ambassadeur("corporatie"),
            lijn.ambassadeur("gemeente"),
            lijn.ambassadeur("school"),
            lijn.add(Rol.AANVOERDER),
            lijn.add(Rol.AANVOERDER, "landelijk"),
        ]
        self.baas = lijn.add(Rol.BEHEERDER)
        lijn.set_vervanger(self.mensen[2], self.mensen[0])  # an asker may stand in
        self.gevraagd: list[str] = []
        self.verstuurd = 0

    def wie(self, nummer: int) -> int:
        return self.mensen[nummer % len(self.mensen)]

    @rule(nummer=st.integers(0, 6), codes=st.sampled_from(["wowawe", "woreva", "onlage"]))
    def ask(self, nummer: int, codes: str) -> None:
        van = self.wie(nummer)
        begonnen = str(self.lijn.press(van, "vast:briefadres-zwijndrecht").inhoud)
        if "Waar zit het vast?" in begonnen:
            self.gevraagd.append(self.lijn.ask(van, codes, "zin"))
            self.verstuurd += 1

    @rule(nummer=st.integers(0, 6))
    def draft(self, nummer: int) -> None:
        van = self.wie(nummer)
        begonnen = str(self.lijn.press(van, "vast:briefadres-zwijndrecht").inhoud)
        if "Waar zit het vast?" in begonnen:
            self.lijn.draft(van)

    @rule(
        nummer=st.integers(0, 6),
        welke=st.integers(0, 5),
        naam=st.sampled_from([naam for naam in DOEN if naam != "hvs"]),
        keuze=st.sampled_from(KEUZES),
    )
    def press(self, nummer: int, welke: int, naam: str, keuze: str) -> None:
        if self.gevraagd:
            ref = self.gevraagd[-1 - welke % len(self.gevraagd)]
            self.lijn.press(self.wie(nummer), f"{naam}:{ref}{keuze}")

    @rule(welke=st.integers(0, 5), naam=st.sampled_from(["hvp", "hvb", "hvo", "hvr", "hve", "hvd"]))
    def help_on(self, welke: int, naam: str) -> None:
        """Let who has it, or may take it up, do something that can be done."""
        if not self.gevraagd:
            return
        ref = self.gevraagd[-1 - welke % len(self.gevraagd)]
        mens = self.lijn.has(ref) or self.wie(2 + welke)
        self.lijn.press(mens, f"{naam}:{ref}")

    @rule(welke=st.integers(0, 5), naar=st.integers(0, 6), ja=st.booleans())
    def offer(self, welke: int, naar: int, ja: bool) -> None:
        if not self.gevraagd:
            return
        ref = self.gevraagd[-1 - welke % len(self.gevraagd)]
        mens, collega = self.lijn.has(ref), self.lijn.get(self.wie(naar))
        if mens and collega:
            self.lijn.press(mens, f"hvd:{ref}:{collega.id}")
            if ja:
                self.lijn.press(self.wie(naar), f"hvi:{ref}:ja")

    @rule(nummer=st.integers(0, 6), welke=st.integers(0, 5))
    def write(self, nummer: int, welke: int) -> None:
        if self.gevraagd:
            ref = self.gevraagd[-1 - welke % len(self.gevraagd)]
            self.lijn.write(self.wie(nummer), ref, "een paar woorden")

    @rule(pauze=st.sampled_from([*PAUZES, LANG]))
    def wait(self, pauze: timedelta) -> None:
        self.lijn.ring(self.lijn.clock.get_nu() + pauze)

    @rule(nummer=st.integers(0, 6), terug=st.booleans())
    def shut(self, nummer: int, terug: bool) -> None:
        van = self.wie(nummer)
        self.lijn.shut(van)
        if terug:  # who writes can be reached again
            self.lijn.say(van, "/help")

    @rule(nummer=st.integers(0, 6))
    def block(self, nummer: int) -> None:
        mens = self.lijn.get(self.wie(nummer))
        assert mens
        self.lijn.press(self.baas, f"blok:{mens.id}")
        self.lijn.ring(self.lijn.clock.get_nu())
        self.lijn.press(self.baas, f"los:{mens.id}")

    @rule(nummer=st.integers(0, 6))
    def leave(self, nummer: int) -> None:
        """Let somebody leave, and somebody of the same role come."""
        at_place = nummer % len(self.mensen)
        mens = self.lijn.get(self.mensen[at_place])
        assert mens
        self.lijn.press(self.mensen[at_place], "weg:")
        self.mensen[at_place] = self.lijn.add(mens.rol, mens.gemeente, mens.soort)

    @invariant()
    def each_has_someone_and_a_next_moment(self) -> None:
        self.lijn.ring(self.lijn.clock.get_nu())
        open_now = find_hulpvragen(self.lijn.wegwijzer.database, "staat <> 'concept'")
        for hulpvraag in open_now:
            self.check(hulpvraag)
        assert len(open_now) + self.lijn.count("hulpvraag_registratie") == self.verstuurd
        assert self.lijn.gemeld == []
        assert self.count_stale() == 0

    def check(self, hulpvraag: Hulpvraag) -> None:
        assert hulpvraag.volgend is not None
        assert hulpvraag.volgend > self.lijn.clock.get_nu()
        assert self.reaches(hulpvraag.vrager)
        if hulpvraag.staat is Staat.OPEN:
            assert hulpvraag.bij is None
            assert any(map(self.reaches, self.find_gevraagden(hulpvraag)))
        else:
            assert self.reaches(hulpvraag.bij)
            assert hulpvraag.bij != hulpvraag.vrager
        assert (hulpvraag.aangeboden is not None) == (hulpvraag.staat is Staat.AANGEBODEN)
        assert hulpvraag.aangeboden != hulpvraag.vrager or hulpvraag.aangeboden is None

    def reaches(self, deelnemer: str | None) -> bool:
        mens = read_mens(self.lijn.wegwijzer.database, deelnemer)
        return mens is not None and mens.bereikbaar

    def find_gevraagden(self, hulpvraag: Hulpvraag) -> list[str]:
        rows = self.lijn.wegwijzer.database.execute(
            "SELECT deelnemer FROM hulpvraag_gevraagd WHERE hulpvraag = ? AND afgezien = 0",
            [hulpvraag.id],
        )
        return [row["deelnemer"] for row in rows if row["deelnemer"] != hulpvraag.vrager]

    def count_stale(self) -> int:
        """Return how many messages wait about a question that has closed and ask something."""
        row = self.lijn.wegwijzer.database.execute(
            "SELECT count(*) AS n FROM wachtmelding WHERE versie IS NOT NULL"
            " AND soort LIKE 'hulp_%' AND onderwerp NOT IN (SELECT id FROM hulpvraag)"
        ).fetchone()
        return int(row["n"])


@pytest.fixture
def machine(lijn: Hulplijn) -> Callable[[], Any]:
    return type("Dwaling", (Dwaling,), {"lijn": lijn})


def test_each_question_has_someone_and_a_next_moment_whatever_people_do(
    machine: Callable[[], Any],
) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
