"""The kaart in memory follows what is published, and reads no more again than it must."""

import asyncio
from dataclasses import replace

import pytest

from knowledge import kennis as module
from knowledge.kennis import Kennis, KennisKeeper
from knowledge.load import load_kaart
from knowledge.repository import SqliteVoorzieningRepository
from sociale_kaart.contact import Contact
from sociale_kaart.voorziening import Voorziening

CONTACT = Contact(naam="Marieke Vermeulen")
VRAAG = "ik sprak Marieke Vermeulen over het loket"


@pytest.fixture
def keeper(database, kaart, publicatie) -> KennisKeeper:
    """Keeps a kaart that was read once already."""
    load_kaart(database, kaart, publicatie)
    keeper = KennisKeeper(SqliteVoorzieningRepository(database))
    get(keeper)
    return keeper


@pytest.fixture
def publish(database, publicatie):
    def put(voorziening: Voorziening) -> None:
        asyncio.run(SqliteVoorzieningRepository(database).publish(voorziening, publicatie))

    return put


def get(keeper: KennisKeeper) -> Kennis:
    return asyncio.run(keeper.get_current())


def test_what_did_not_change_is_not_read_again(keeper):
    assert get(keeper) is get(keeper)


def test_a_new_version_is_there_at_once(keeper, kaart, publish):
    before = get(keeper)
    publish(replace(kaart.voorzieningen[1], omschrijving="Een fietsenmaker."))
    after = get(keeper)
    assert after.voorzieningen["loket"].omschrijving == "Een fietsenmaker."
    assert before.voorzieningen["loket"] == kaart.voorzieningen[1]
    assert [*after.voorzieningen] == [*before.voorzieningen]
    assert after.vraagbaak.consult("fietsenmaker", "dorp").treffers[0].slug == "loket"


def test_the_guard_is_made_again_only_where_a_name_changed(keeper, kaart, publish):
    first = get(keeper).vraagbaak.guard
    publish(replace(kaart.voorzieningen[1], omschrijving="Een fietsenmaker."))
    assert get(keeper).vraagbaak.guard is first
    publish(replace(kaart.voorzieningen[1], contact=(CONTACT,)))
    assert get(keeper).vraagbaak.guard is not first


def test_a_name_that_the_kaart_no_longer_holds_is_personal_again(keeper, kaart, publish):
    publish(replace(kaart.voorzieningen[1], contact=(CONTACT,)))
    assert get(keeper).vraagbaak.consult(VRAAG).persoonsgegevens == ()
    publish(kaart.voorzieningen[1])
    assert get(keeper).vraagbaak.consult(VRAAG).persoonsgegevens


def test_after_much_at_once_the_whole_kaart_is_read_again(keeper, kaart, publish, monkeypatch):
    monkeypatch.setattr(module, "MOST_ONE_BY_ONE", 1)
    for voorziening in kaart.voorzieningen[:2]:
        publish(replace(voorziening, omschrijving=f"Nieuw: {voorziening.slug}."))
    found = get(keeper).voorzieningen
    assert [v.omschrijving for v in found.values()][:2] == ["Nieuw: briefadres.", "Nieuw: loket."]


def test_a_kennis_is_written_out_in_a_few_words(keeper):
    """Asyncio writes out what a task returned, however large that is."""
    assert len(repr(get(keeper))) < 40


def test_a_large_kaart_takes_the_new_entries_alone(keeper, kaart, publish, monkeypatch):
    monkeypatch.setattr(module, "MOST_INDEXED_ANEW", 1)
    publish(replace(kaart.voorzieningen[1], omschrijving="Een fietsenmaker."))
    after = get(keeper)
    assert after.vraagbaak.consult("fietsenmaker", "dorp").treffers[0].slug == "loket"


def test_an_entry_that_is_gone_is_found_no_more(keeper, kaart, publish, database):
    publish(replace(kaart.voorzieningen[1], slug="later"))
    assert "later" in get(keeper).voorzieningen
    database.execute("DELETE FROM voorziening_versie WHERE slug = 'later'")
    database.execute("DELETE FROM voorziening WHERE slug = 'later'")
    database.execute("UPDATE kaartstand SET stand = stand + 1")
    assert "later" not in get(keeper).voorzieningen
