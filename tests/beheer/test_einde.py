"""Ending an entry: its users are told where to go, and the links follow where they can."""

import asyncio

from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from sociale_kaart.voorziening import Status, Voorziening

OUD, NIEUW = "zorgmarinier-zwijndrecht", "vivera-sociaal-wijkteam"


def find_all(kantoor: Kantoor) -> dict[str, Voorziening]:
    return {v.slug: v for v in asyncio.run(kantoor.wegwijzer.repository.find_all())}


def find_links(voorziening: Voorziening) -> set[str | None]:
    return {
        *voorziening.zie_ook,
        *(u.dan for u in voorziening.niet_voor),
        voorziening.opschalen,
        voorziening.vervangen_door,
    }


def end(wie: Aanvoerder, slug: str, woorden: str, naam: str) -> None:
    wie.stuur(f"bewerk:{slug}")
    wie.druk("Beëindigen")
    wie.zeg(woorden)
    wie.druk(naam)


def test_an_entry_that_ends_says_where_to_go_and_its_links_follow(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    before = find_all(kantoor)
    linking = {s for s, v in before.items() if OUD in find_links(v) and s != NIEUW}
    mine = {slug for slug in linking if before[slug].werkgebied == "zwijndrecht"}
    assert mine
    end(anna, OUD, "wijkteam", "VIVERA")
    assert "Lokaal briefadres" in anna.tekst
    anna.druk("Ja, neem de verwijzingen mee")
    anna.druk("Schrijf erbij waarom")
    anna.zeg("De functie is opgegaan in het wijkteam.")
    said = anna.publiceer(reden="functie vervallen")
    assert "verwijzen nu naar de nieuwe plek" in said
    assert "De routekaart Eerste Hulp bij Onderdak verwijst er nog naar" in said
    assert "Wie in Zwijndrecht vastloopt, wordt er nog naar gewezen" in said
    after = find_all(kantoor)
    assert after[OUD].status is Status.BEEINDIGD
    assert after[OUD].vervangen_door == NIEUW
    for slug in mine:
        assert OUD not in find_links(after[slug]), slug
    for slug in linking - mine:
        assert after[slug] == before[slug]
    assert NIEUW not in find_links(after[NIEUW])
    card = let_in(kantoor).stuur(f"kaart:{OUD}")
    assert "Gestopt. De functie is opgegaan in het wijkteam. Kijk bij VIVERA" in card


def test_all_that_follows_is_published_with_it_and_has_its_own_version(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    end(anna, OUD, "wijkteam", "VIVERA")
    anna.druk("Ja, neem de verwijzingen mee")
    anna.publiceer(reden="functie vervallen")
    versies = asyncio.run(kantoor.wegwijzer.repository.find_versies("briefadres-zwijndrecht"))
    assert versies[-1].nummer == 2
    assert versies[-1].publicatie.reden == "functie vervallen"


def test_links_that_may_stay_stay(kantoor: Kantoor, anna: Aanvoerder) -> None:
    before = find_all(kantoor)
    end(anna, OUD, "wijkteam", "VIVERA")
    anna.druk("Nee, laat ze staan")
    assert "Lokaal briefadres (Zwijndrecht)" in anna.publiceer()
    assert find_all(kantoor)["briefadres-zwijndrecht"] == before["briefadres-zwijndrecht"]


def test_an_entry_may_end_without_anything_in_its_place(kantoor: Kantoor, anna: Aanvoerder) -> None:
    anna.stuur(f"bewerk:{OUD}")
    anna.druk("Beëindigen", "Er komt niets")
    anna.publiceer()
    assert find_all(kantoor)[OUD].vervangen_door is None
    assert find_all(kantoor)[OUD].status is Status.BEEINDIGD


def test_an_ended_entry_can_be_put_back(kantoor: Kantoor, anna: Aanvoerder) -> None:
    before = find_all(kantoor)[OUD]
    anna.stuur(f"bewerk:{OUD}")
    anna.druk("Beëindigen", "Er komt niets")
    anna.publiceer()
    anna.druk("Geschiedenis", "Versie 1", "Zet deze", "Ja, zet terug")
    assert find_all(kantoor)[OUD] == before


def test_a_routekaart_that_leads_to_an_ended_entry_is_named(
    kantoor: Kantoor, anna: Aanvoerder
) -> None:
    end(anna, "briefadres-zwijndrecht", "wijkteam", "VIVERA")
    if "Ja, neem de verwijzingen mee" in anna.titels:
        anna.druk("Ja, neem de verwijzingen mee")
    assert "Eerste Hulp bij Onderdak" in anna.publiceer()


def test_an_entry_of_another_area_that_links_there_is_named(kantoor: Kantoor) -> None:
    chef = let_in(kantoor, "drechtsteden")
    end(chef, "maatschappelijke-opvang-drechtsteden", "beschermd wonen", "Beschermd wonen")
    if "Ja, neem de verwijzingen mee" in chef.titels:
        chef.druk("Ja, neem de verwijzingen mee")
    said = chef.publiceer()
    assert "verwijzen nog naar de kaart die stopt" in said
    assert "Lokaal briefadres (Zwijndrecht)" in said
