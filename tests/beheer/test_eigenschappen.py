"""Whatever is edited, published and put back: every version can be read, and search is as new."""

import asyncio
import tempfile
from pathlib import Path

from aanvoerder import NU, Aanvoerder, let_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kantoor import Kantoor

from bot.settings import Settings
from bot.wiring import compose, make_publicatie
from handlers.beheer.openen import make_inhoud
from knowledge.beheer.inhoud import drop_at, get_at, move_at, put_at
from knowledge.beheer.verschil import compare, is_same, merge, take
from knowledge.kennis import make_searcher
from knowledge.load import load_kaart
from knowledge.vraagbaak import Vraagbaak
from scheduler.clock import FixedClock
from sociale_kaart.folder import read_valid_folder

KAART = Path(__file__).parent.parent / "handlers" / "kaart"
SLUGS = ["schuldhulp-jong", "schuldhulp-breed", "ontruiming-gezin"]
WOORDEN = "fiets brood slapen jas school hond schuld huis kind brief 18 <b> 🏠 é".split()
zinnen = st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=6).map(" ".join)
daden = st.one_of(
    st.tuples(st.just("tekst"), st.sampled_from(["Naam", "Omschrijving", "Wachttijd"]), zinnen),
    st.tuples(st.just("bij"), st.sampled_from(["Voorbeeldvragen", "Andere namen"]), zinnen),
    st.tuples(st.just("weg"), st.sampled_from(["Voorbeeldvragen", "Wanneer"]), st.just("")),
    st.tuples(st.just("publiceer"), st.just(""), zinnen),
    st.tuples(st.just("terug"), st.just(""), st.integers(1, 4).map(str)),
)
stappen = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(SLUGS), daden), min_size=3, max_size=10
)
VRAGEN = ["fiets en brood", "schuld van een kind", "huis uitgezet", "jas voor school", "slapen"]


def act(wie: Aanvoerder, slug: str, daad: tuple[str, str, str]) -> None:
    """Do one thing, as far as the screen allows it."""
    soort, veld, waarde = daad
    if soort == "terug":
        wie.stuur(f"oud:{slug}:{waarde}")
        if "Zet deze versie terug" in wie.titels:
            wie.druk("Zet deze versie terug")
        if "Ja, zet terug" in wie.titels:
            wie.druk("Ja, zet terug")
        return
    wie.stuur(f"bewerk:{slug}")
    if soort == "publiceer":
        publish(wie, waarde)
        return
    wie.druk(veld)
    if soort == "tekst":
        wie.zeg(waarde)
    elif soort == "bij":
        wie.druk(wie.titels[-2])  # to add
        wie.zeg(waarde)
    elif wie.titels[0].startswith("1. "):
        wie.druk("1. ", "Weghalen")


def publish(wie: Aanvoerder, reden: str) -> None:
    """Publish, with every choice that is asked on the way for one's own text."""
    for _ in range(8):
        if "Nee, alleen dit" in wie.titels:
            wie.druk("Nee, alleen dit")
            wie.zeg(reden)
            return
        wanted = [t for t in ("Houd die van mij", "Publiceren") if t in wie.titels]
        if not wanted:
            return
        wie.druk(wanted[0])


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(stappen)
def test_every_version_can_be_read_and_search_is_as_after_a_restart(gekozen) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kantoor = open_klein(Path(folder))
        mensen = [let_in(kantoor), let_in(kantoor)]
        for wie, slug, daad in gekozen:
            act(mensen[wie], slug, daad)
        assert kantoor.gemeld == []
        check_versies(kantoor, mensen[0])
        check_index(kantoor)
        kantoor.wegwijzer.database.conn.close()


def open_klein(folder: Path) -> Kantoor:
    instellingen = Settings(data=folder, per_minuut=0, _env_file=None)
    clock = FixedClock(NU)
    wegwijzer = compose(instellingen, clock, fill=False)
    load_kaart(wegwijzer.database, read_valid_folder(KAART), make_publicatie(clock, "proef"))
    return Kantoor(wegwijzer)


def check_versies(kantoor: Kantoor, wie: Aanvoerder) -> None:
    repository = kantoor.wegwijzer.repository
    for voorziening in asyncio.run(repository.find_all()):
        versies = asyncio.run(repository.find_versies(voorziening.slug))
        assert [v.nummer for v in versies] == list(range(1, len(versies) + 1))
        assert versies[-1].voorziening == voorziening
        for versie in versies if voorziening.werkgebied == "zwijndrecht" else ():
            said = wie.stuur(f"oud:{voorziening.slug}:{versie.nummer}")
            assert f"versie {versie.nummer}\n" in said


def check_index(kantoor: Kantoor) -> None:
    kennis = asyncio.run(kantoor.wegwijzer.keeper.get_current())
    alle = asyncio.run(kantoor.wegwijzer.repository.find_all())
    guard, herkenner = kennis.vraagbaak.guard, kennis.vraagbaak.herkenner
    vers = Vraagbaak(make_searcher(alle, kennis.werkgebieden), guard, herkenner)
    for vraag in [*VRAGEN, *(v.naam for v in alle)]:
        for gemeente in ("zwijndrecht", "dordrecht", None):
            found = kennis.vraagbaak.consult_masked(vraag, gemeente)
            assert found == vers.consult_masked(vraag, gemeente), vraag


waarden = st.one_of(st.none(), st.text(max_size=3), st.lists(st.text(max_size=2), max_size=3))
inhouden = st.dictionaries(st.sampled_from("abcde"), waarden, max_size=5)


@given(inhouden, inhouden, inhouden)
def test_joining_loses_no_change_of_either_side(basis, mijn, hun) -> None:
    samen = merge(basis, mijn, hun)
    for veld in {*basis, *mijn, *hun}:
        if is_same(mijn.get(veld), basis.get(veld)):
            assert is_same(samen.inhoud.get(veld), hun.get(veld))
        else:
            assert is_same(samen.inhoud.get(veld), mijn.get(veld))
            both = not is_same(hun.get(veld), basis.get(veld))
            other = not is_same(hun.get(veld), mijn.get(veld))
            assert (veld in samen.geschil) == (both and other)


@given(inhouden, inhouden)
def test_a_difference_that_is_taken_over_is_no_difference_any_more(was, wordt) -> None:
    taken = was
    for verschil in compare(was, wordt):
        taken = take(taken, verschil.veld, wordt)
    assert compare(taken, wordt) == ()


@given(st.lists(st.integers(), min_size=1, max_size=5), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_moving_there_and_back_changes_nothing(things, at, stap) -> None:
    before = {"x": things}
    after = move_at(before, ("x", at), stap)
    assert sorted(after["x"]) == sorted(things)
    if after != before:
        assert move_at(after, ("x", at + stap), -stap) == before


@given(st.text(max_size=5), st.integers(0, 3))
def test_what_is_put_somewhere_is_found_there_and_gone_when_dropped(waarde, at) -> None:
    inhoud = put_at({"y": [{}] * at} if at else {}, ("y", at, "z"), waarde)
    assert get_at(inhoud, ("y", at, "z")) == waarde
    assert get_at(drop_at(inhoud, ("y", at, "z")), ("y", at, "z")) is None


def test_an_entry_as_a_draft_holds_it_is_that_entry(kennis) -> None:
    from knowledge.beheer.toets import check_inhoud

    for voorziening in kennis.voorzieningen.values():
        toets = check_inhoud(voorziening.slug, make_inhoud(voorziening), kennis)
        assert toets.voorziening == voorziening
        assert toets.goed
