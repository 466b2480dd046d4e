"""Faults that the checks of the kaart and its use show."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from kantoor import Kantoor
from lezen import druk, find_titels, later, lees, vraag_gesteld

from knowledge.kennis import Kennis
from knowledge.repository import Publicatie
from knowledge.werklijst import gebreken
from knowledge.werklijst.gebreken import (
    ENOUGH_ASKED,
    Gebreksoort,
    Gebruik,
    find_fouten,
    find_nooit_gevonden,
    find_zelfde_vragen,
    find_zonder_aanvoerder,
    find_zonder_opschalen,
)
from sociale_kaart.deelnemer import Rol
from sociale_kaart.voorziening import Status

SLUG = "briefadres-zwijndrecht"


def publiceer(kantoor: Kantoor, slug: str, **velden: object) -> None:
    entry = asyncio.run(kantoor.wegwijzer.repository.get(slug))
    publicatie = Publicatie(
        op=kantoor.wegwijzer.clock.get_nu(),
        rol=Rol.BEHEERDER,
        werkgebied="landelijk",
        reden="proef",
    )
    asyncio.run(kantoor.wegwijzer.repository.publish(replace(entry, **velden), publicatie))


def lees_gebreken(kantoor: Kantoor, van: int) -> str:
    first = kantoor.press(van, "wl:g:0")
    texts = [lees(first)]
    while "Volgende" in find_titels(first):
        first = druk(kantoor, van, first, "Volgende")
        if lees(first) in texts:
            break
        texts.append(lees(first))
    return "\n".join(texts)


def test_the_shipped_kaart_has_no_faults_of_its_own(kennis: Kennis) -> None:
    alle = tuple(kennis.voorzieningen.values())
    gemeenten = {g.slug for g in kennis.werkgebieden.find_gemeenten()}
    assert list(find_fouten(kennis, alle)) == []
    assert list(find_zonder_opschalen(kennis, alle)) == []
    assert list(find_zelfde_vragen(kennis.vraagbaak.searcher, alle[:20], gemeenten)) == []


def test_a_broken_link_is_seen_and_its_remedy_is_one_tap_away(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    publiceer(kantoor, SLUG, zie_ook=("bestaat-niet",))
    getoond = kantoor.press(aanvoerder, "wl:g:0")
    assert "zie_ook noemt bestaat-niet, dat bestaat niet" in lees(getoond)
    assert find_titels(getoond)["Aanpassen"] == f"bewerk:{SLUG}"
    assert "Laat zo" not in find_titels(getoond)
    publiceer(kantoor, SLUG, zie_ook=())
    assert "bestaat-niet" not in lees_gebreken(kantoor, aanvoerder)


def test_an_escalation_that_has_ended_is_seen(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    publiceer(kantoor, "zorgmarinier-zwijndrecht", status=Status.BEEINDIGD)
    assert "niemand om in te schakelen" in lees_gebreken(kantoor, aanvoerder)


def test_an_entry_that_answers_the_same_questions_is_named(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    eigen = asyncio.run(kantoor.wegwijzer.repository.get(SLUG))
    publiceer(
        kantoor,
        "thuis-in-zwijndrecht",
        naam=eigen.naam,
        aliassen=(),
        afkortingen=(),
        omschrijving=eigen.omschrijving,
        wanneer=eigen.wanneer,
        doelgroep=eigen.doelgroep,
        voorbeeldvragen=eigen.voorbeeldvragen,
    )
    said = lees_gebreken(kantoor, aanvoerder)
    assert "komt Lokaal briefadres vooraan" in said


def test_a_large_kaart_is_looked_at_in_turns_and_all_of_it_in_the_end(
    kennis: Kennis, monkeypatch: pytest.MonkeyPatch
) -> None:
    eigen = kennis.voorzieningen[SLUG]
    asked: list[str] = []
    searcher = kennis.vraagbaak.searcher

    class Oor:
        published = searcher.published

        def find(self, vraag: str, gemeente: str | None) -> Any:
            asked.append(vraag)
            return searcher.find(vraag, gemeente)

    monkeypatch.setattr(gebreken, "MOST_WORK", len(searcher.published) * 7)
    monkeypatch.setattr(gebreken, "LEAST_ASKED", 1)
    per_beurt = []
    for beurt in range(20):
        before = len(asked)
        list(find_zelfde_vragen(Oor(), [eigen], {"zwijndrecht"}, beurt))
        per_beurt.append(len(asked) - before)
    assert max(per_beurt) <= 7
    assert set(asked) == set(eigen.voorbeeldvragen)


def test_an_entry_that_nobody_found_in_three_months_is_named_where_enough_was_asked(
    kantoor: Kantoor,
) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    later(kantoor, days=100)
    assert "geen enkele vraag" not in lees_gebreken(kantoor, aanvoerder)
    for _ in range(ENOUGH_ASKED):
        vraag_gesteld(kantoor, "briefadres", besluit="antwoord", slug=SLUG, score=0.9)
    said = lees_gebreken(kantoor, aanvoerder)
    assert "In 90 dagen kwam deze kaart bij geen enkele vraag vooraan" in said
    assert "Lokaal briefadres" not in said


def test_an_entry_is_never_called_unfound_by_a_young_kaart_or_a_quiet_log(kennis: Kennis) -> None:
    alle = tuple(kennis.voorzieningen.values())
    alles = {v.slug for v in alle}
    stil = Gebruik(dagen=90, gevraagd=ENOUGH_ASKED - 1)
    druk_ = Gebruik(dagen=90, gevraagd=ENOUGH_ASKED)
    assert list(find_nooit_gevonden(alle, alles, stil)) == []
    assert list(find_nooit_gevonden(alle, (), druk_)) == []
    running = [v for v in alle if v.status is not Status.BEEINDIGD]
    assert len(list(find_nooit_gevonden(alle, alles, druk_))) == len(running)


def test_areas_around_that_nobody_keeps_are_named_and_can_be_left(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    getoond = kantoor.press(aanvoerder, "wl:g:0")
    assert "heeft geen aanvoerder" in lees(getoond)
    before = lees_gebreken(kantoor, aanvoerder).count("heeft geen aanvoerder")
    assert "dit blijft zo" in lees(druk(kantoor, aanvoerder, getoond, "Laat zo"))
    assert "al behandeld" in lees(druk(kantoor, aanvoerder, getoond, "Laat zo"))
    assert lees_gebreken(kantoor, aanvoerder).count("heeft geen aanvoerder") == before - 1
    later(kantoor, days=91)
    assert lees_gebreken(kantoor, aanvoerder).count("heeft geen aanvoerder") == before


def test_an_area_that_is_kept_by_agreement_has_somebody(
    gedeeld_kantoor: Kantoor, kennis: Kennis
) -> None:
    aanvoerder = gedeeld_kantoor.add(Rol.AANVOERDER)
    assert "Drechtsteden" not in lees_gebreken(gedeeld_kantoor, aanvoerder)
    [gebrek] = find_zonder_aanvoerder(kennis, ["drechtsteden"], ())
    assert (gebrek.soort, gebrek.aantal) == (Gebreksoort.GEEN_AANVOERDER, 4)


@pytest.mark.parametrize("data", ["wl:l:", "wl:l:000000000000", "wl:g:99999", "wl:g:-1", "wl:g:²"])
def test_a_number_or_mark_that_does_not_fit_does_no_harm(kantoor: Kantoor, data: str) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    assert lees(kantoor.press(aanvoerder, data))
    assert kantoor.count("gebrek_gelaten") == 0


def test_a_fault_in_another_area_is_not_shown(kantoor: Kantoor) -> None:
    ander = kantoor.add(Rol.AANVOERDER, "zoetermeer")
    publiceer(kantoor, SLUG, zie_ook=("bestaat-niet",))
    assert "bestaat-niet" not in lees_gebreken(kantoor, ander)
