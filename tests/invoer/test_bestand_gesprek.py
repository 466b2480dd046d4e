"""A file in a conversation: what it would do, who may publish it, and what then is there."""

import asyncio
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from bestandsbureau import NU, Bureau
from kantoor import find_data, read

from bot.bestand import make_bestand
from bot.settings import Settings
from bot.telegram.lezen import make_inkomend
from bot.wiring import compose, forget
from handlers.invoer.voorbeeld import MOST_LISTED
from knowledge.database import write_transaction
from knowledge.invoer.aanbod import VORMEN, read_aanbod
from knowledge.invoer.csv_bestand import write_csv
from knowledge.invoer.zip_bestand import make_zip as zip_texts
from knowledge.privacy import PrivacyGuard
from scheduler.clock import FixedClock
from scheduler.outbox import Uitgaand
from sociale_kaart.deelnemer import Rol
from sociale_kaart.kaart import Kaart
from sociale_kaart.schema import dump

GOED = {
    "slug": "proef-zwijndrecht",
    "naam": "Proef <b>& co</b>",
    "soort": "voorziening",
    "werkgebied": "zwijndrecht",
    "leefgebieden": "meedoen",
    "omschrijving": "Een proef.",
    "route": "Wijkteam | meldt aan",
    "status": "actueel",
    "bronnen": "rib-zorgmariniers-2021 | tabel | 2021",
}
DORDT = {"slug": "briefadres-dordrecht", "wachttijd": "een week"}
ZWIJN = {"slug": "briefadres-zwijndrecht", "wachttijd": "twee weken"}
WEG = "Dit bestand is er niet meer"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """The assistant over the shipped kaart; two aanvoerders look at Zoetermeer."""
    settings = Settings(
        data=tmp_path_factory.mktemp("bureau"), vier_ogen="zoetermeer", _env_file=None
    )
    return Bureau(compose(settings, FixedClock(NU)))


@pytest.fixture
def eigen(tmp_path: Path) -> Bureau:
    """The same, for a test that leaves things changed."""
    settings = Settings(data=tmp_path, vier_ogen="zoetermeer", per_minuut=0, _env_file=None)
    return Bureau(compose(settings, FixedClock(NU)))


def find_titles(uitgaand: Uitgaand) -> list[str]:
    return [knop["titel"] for row in uitgaand.inhoud["knoppen"] for knop in row]


def test_a_preview_says_what_is_new_changed_and_gone_and_changes_nothing(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    stand = bureau.wegwijzer.database["kaartstand"].rows
    before = list(stand)
    shown = bureau.send(van, GOED, bureau.copy(**ZWIJN))
    tekst = read(shown)
    assert "Nieuw: 1 · gewijzigd: 1 · gelijk: 0" in tekst
    assert "Proef &lt;b&gt;&amp; co&lt;/b&gt;" in tekst
    assert "Lokaal briefadres: wachttijd" in tekst
    assert "In de kaart, maar niet in je bestand: 23." in tekst
    assert find_titles(shown) == ["Publiceren", "Weggooien"]
    assert list(bureau.wegwijzer.database["kaartstand"].rows) == before


def test_publishing_does_all_of_it_keeps_who_did_and_erases_the_file(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    knop, _ = find_data(eigen.send(van, GOED | {"wachttijd": ""}, GOED | {"slug": "twee-zwd"}))
    assert "2 kaarten" in read(eigen.press(van, knop))
    row = eigen.wegwijzer.database.execute(
        "SELECT * FROM voorziening_versie WHERE slug = 'proef-zwijndrecht'"
    ).fetchone()
    wie = eigen.get(van)
    assert wie is not None
    assert (row["versie"], row["rol"], row["werkgebied"]) == (1, "aanvoerder", "zwijndrecht")
    assert (row["door"], row["reden"]) == (wie.id, "uit een bestand")
    assert eigen.count("invoer") == 0
    assert "Proef" in read(eigen.press(van, "kaart:proef-zwijndrecht"))


def test_a_second_press_and_an_old_button_do_nothing(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    publiceer, gooi_weg = find_data(eigen.send(van, GOED))
    eigen.press(van, publiceer)
    assert WEG in read(eigen.press(van, publiceer))
    assert WEG in read(eigen.press(van, gooi_weg))
    assert eigen.find_versie("proef-zwijndrecht") == 1


def test_throwing_away_erases_the_file_and_changes_nothing(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    publiceer, gooi_weg = find_data(bureau.send(van, GOED))
    assert "gewist" in read(bureau.press(van, gooi_weg))
    assert WEG in read(bureau.press(van, publiceer))
    assert bureau.find_versie("proef-zwijndrecht") == 0


def test_where_the_kaart_moved_since_the_preview_is_made_anew(eigen: Bureau) -> None:
    een, twee = eigen.add(Rol.AANVOERDER), eigen.add(Rol.AANVOERDER)
    eerst, _ = find_data(eigen.send(een, ZWIJN))
    ander, _ = find_data(eigen.send(twee, ZWIJN | {"wachttijd": "drie weken"}))
    eigen.press(twee, ander)
    again = eigen.press(een, eerst)
    assert "Er is intussen iets veranderd" in read(again)
    assert eigen.find_versie("briefadres-zwijndrecht") == 2
    assert "Gepubliceerd" in read(eigen.press(een, find_data(again)[0]))
    assert eigen.find_versie("briefadres-zwijndrecht") == 3


def test_of_a_file_with_one_fault_nothing_is_published(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    before = bureau.count("invoer")
    shown = bureau.send(van, GOED, bureau.copy(**ZWIJN, status="misschien"))
    assert "<b>1 fout.</b> Er is niets veranderd." in read(shown)
    assert "rij 3, kolom status: status is misschien" in read(shown)
    assert "maar niet in je bestand: 23." in read(shown)
    assert find_data(shown) == []
    assert bureau.count("invoer") == before


def test_entries_of_another_area_are_named_and_hold_all_back(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    shown = read(bureau.send(van, GOED, bureau.copy(**DORDT)))
    assert "1 daarvan gaat over kaarten die niet van jouw gebied zijn" in shown
    assert "rij 3: Briefadres hoort bij Dordrecht. Dat gebied houd jij niet bij" in shown


@pytest.mark.parametrize(
    "rij",
    [
        {"slug": "briefadres-zwijndrecht", "werkgebied": "dordrecht"},
        {"slug": "briefadres-dordrecht", "werkgebied": "zwijndrecht"},
        {"slug": "veilig-thuis", "wachttijd": "geen"},
    ],
    ids=["given away", "taken", "of the country"],
)
def test_an_entry_is_not_moved_out_of_or_into_the_own_area(
    bureau: Bureau, rij: dict[str, str]
) -> None:
    van = bureau.add(Rol.AANVOERDER)
    shown = bureau.send(van, rij)
    assert "niet van jouw gebied" in read(shown)
    assert find_data(shown) == []


def test_what_is_unchanged_of_another_area_is_no_fault(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    given = bureau.press(van, "uitvoer:alles:csv")
    inhoud = b64decode(given.inhoud["bijlage"]["inhoud"])
    shown = read(bureau.send_bytes(van, inhoud, "kaart.csv"))
    assert "Nieuw: 0 · gewijzigd: 0 · gelijk: 69" in shown
    assert "Er valt niets te publiceren" in shown


def test_more_than_twenty_faults_go_along_as_a_file(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    rijen = [GOED | {"slug": f"proef-{n}", "status": "x"} for n in range(30)]
    shown = bureau.send(van, *rijen)
    assert "<b>30 fouten.</b>" in read(shown)
    assert read(shown).count("– rij ") == 20
    regels = shown.inhoud["bijlage"]["inhoud"].splitlines()
    assert len(regels) == 30
    assert regels[-1].startswith("rij 31, kolom status: ")


def test_a_new_file_takes_the_place_of_the_one_before(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    eerst, _ = find_data(bureau.send(van, GOED))
    before = bureau.count("invoer")
    bureau.send(van, ZWIJN)
    assert bureau.count("invoer") == before
    assert WEG in read(bureau.press(van, eerst))


def test_the_button_of_somebody_else_is_nothing(bureau: Bureau) -> None:
    van, ander = bureau.add(Rol.AANVOERDER), bureau.add(Rol.AANVOERDER)
    publiceer, gooi_weg = find_data(bureau.send(van, GOED))
    assert WEG in read(bureau.press(ander, publiceer))
    assert WEG in read(bureau.press(ander, gooi_weg))
    assert find_data(bureau.press(van, publiceer.rpartition(":")[0] + ":00000000"))[0] == publiceer
    bureau.press(van, gooi_weg)


def test_after_a_day_the_file_is_gone(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    publiceer, _ = find_data(eigen.send(van, GOED))
    later = FixedClock(NU + timedelta(hours=24, minutes=1))
    forget(eigen.wegwijzer.database, later, eigen.wegwijzer.settings)
    assert eigen.count("invoer") == 0
    assert WEG in read(eigen.press(van, publiceer))


def test_who_leaves_takes_the_file_along_and_sees_it_before(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    eigen.send(van, GOED)
    assert '"bytes"' in eigen.say(van, "/mijngegevens").inhoud["bijlage"]["inhoud"]
    eigen.press(van, "weg:")
    assert eigen.count("invoer") == 0


def test_two_aanvoerders_look_where_that_is_agreed(eigen: Bureau) -> None:
    een, twee = (eigen.add(Rol.AANVOERDER, "zoetermeer") for _ in range(2))
    vreemd = eigen.add(Rol.AANVOERDER, "dordrecht")
    rij = GOED | {"slug": "proef-zoetermeer", "werkgebied": "zoetermeer"}
    rij["bronnen"] = "actieonderzoek-zoetermeer-2019 | tabel | 2019"
    shown = eigen.send(een, rij)
    assert find_titles(shown) == ["Leg voor aan een collega", "Weggooien"]
    assert "In Zoetermeer kijkt een tweede aanvoerder mee" in read(shown)
    voor, _ = find_data(shown)
    zelf = voor.replace("invoor", "inpub")
    assert "tweede aanvoerder" in read(eigen.press(een, zelf))
    assert WEG in read(eigen.press(twee, zelf)), "niet voorgelegd"
    assert "Voorgelegd aan 1 collega." in read(eigen.press(een, voor))
    [gezien] = eigen.read_outbox(twee)
    assert "Een collega wil dit publiceren" in read(gezien)
    assert find_titles(gezien) == ["Publiceren", "Niet akkoord"]
    assert "ligt al bij" in read(eigen.press(een, voor))
    assert eigen.read_outbox(twee) == []
    publiceer, _ = find_data(gezien)
    assert WEG in read(eigen.press(vreemd, publiceer))
    assert eigen.find_versie("proef-zoetermeer") == 0
    assert "Gepubliceerd" in read(eigen.press(twee, publiceer))
    assert eigen.find_versie("proef-zoetermeer") == 1
    [verteld] = eigen.read_outbox(een)
    assert "Een collega heeft je bestand gepubliceerd" in read(verteld)


def test_a_colleague_may_disagree_and_the_maker_hears_it(eigen: Bureau) -> None:
    een, twee = (eigen.add(Rol.AANVOERDER, "zoetermeer") for _ in range(2))
    rij = GOED | {"slug": "proef-zoetermeer", "werkgebied": "zoetermeer"}
    voor, _ = find_data(eigen.send(een, rij))
    eigen.press(een, voor)
    [gezien] = eigen.read_outbox(twee)
    _, niet = find_data(gezien)
    eigen.press(twee, niet)
    assert "ging niet akkoord" in read(eigen.read_outbox(een)[-1])
    assert (eigen.count("invoer"), eigen.find_versie("proef-zoetermeer")) == (0, 0)


def test_where_nobody_else_can_agree_that_is_said(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER, "zoetermeer")
    rij = GOED | {"slug": "proef-zoetermeer", "werkgebied": "zoetermeer"}
    voor, _ = find_data(eigen.send(van, rij))
    assert "er doet nog geen andere aanvoerder mee" in read(eigen.press(van, voor))


def test_a_maker_who_lost_the_role_publishes_nothing_through_a_colleague(eigen: Bureau) -> None:
    een, twee = (eigen.add(Rol.AANVOERDER, "zoetermeer") for _ in range(2))
    beheerder = eigen.add(Rol.BEHEERDER)
    rij = GOED | {"slug": "proef-zoetermeer", "werkgebied": "zoetermeer"}
    voor, _ = find_data(eigen.send(een, rij))
    eigen.press(een, voor)
    publiceer, _ = find_data(eigen.read_outbox(twee)[0])
    wie = eigen.get(een)
    assert wie is not None
    eigen.press(beheerder, f"blok:{wie.id}")
    assert WEG in read(eigen.press(twee, publiceer))
    eigen.press(beheerder, f"los:{wie.id}")
    eigen.press(beheerder, f"rol:{wie.id}:professional")
    assert "niet van jouw gebied" in read(eigen.press(twee, publiceer))
    assert eigen.find_versie("proef-zoetermeer") == 0


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("kaart.csv", b"niets", "geen kolom met de naam slug"),
        ("kaart.xlsx", b"PK", "beschadigd"),
        ("kaart.zip", b"", "leeg"),
    ],
)
def test_a_file_that_is_not_read_is_answered_and_not_kept(
    bureau: Bureau, naam: str, inhoud: bytes, zin: str
) -> None:
    van = bureau.add(Rol.AANVOERDER)
    before = bureau.count("invoer")
    said = bureau.send_bytes(van, inhoud, naam)
    assert zin in read(said)
    assert bureau.count("invoer") == before


@pytest.mark.parametrize("rest", ["", ":", "x", "x:y:z", "🙂", "a" * 40])
@pytest.mark.parametrize("naam", ["inpub", "invoor", "inweg", "uitvoer"])
def test_rubbish_in_a_button_is_answered(bureau: Bureau, naam: str, rest: str) -> None:
    van = bureau.add(Rol.AANVOERDER)
    said = read(bureau.press(van, f"{naam}:{rest}"))
    assert WEG in said or "De kaart als bestand" in said


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("wat", ["eigen", "alles", "sjabloon"])
def test_what_is_given_can_be_sent_back(bureau: Bureau, wat: str, vorm: str) -> None:
    van = bureau.add(Rol.AANVOERDER, "dordrecht")
    given = bureau.press(van, f"uitvoer:{wat}:{vorm[1:]}")
    bijlage = given.inhoud["bijlage"]
    assert bijlage["naam"] == f"{'sjabloon' if wat == 'sjabloon' else 'kaart'}{vorm}"
    shown = bureau.send_bytes(van, b64decode(bijlage["inhoud"]), bijlage["naam"])
    expected = 1 if (wat, vorm) == ("sjabloon", ".zip") else 0
    assert f"Nieuw: {expected} · gewijzigd: 0" in read(shown)
    assert "fout" not in read(shown)


@pytest.mark.parametrize("vorm", [".csv", ".xlsx"])
def test_the_example_in_a_template_is_a_good_entry_without_its_hash(
    bureau: Bureau, vorm: str
) -> None:
    van = bureau.add(Rol.AANVOERDER, "dordrecht")
    given = bureau.press(van, f"uitvoer:sjabloon:{vorm[1:]}")
    inhoud = b64decode(given.inhoud["bijlage"]["inhoud"])
    leeg = Kaart(werkgebieden=(), brondocumenten=(), voorzieningen=(), routekaarten=())
    assert read_aanbod(f"x{vorm}", inhoud, leeg).kaart.voorzieningen == ()
    if vorm == ".csv":
        met = inhoud.replace(b"# proefkaart", b"proefkaart")
        shown = read(bureau.send_bytes(van, met, "kaart.csv"))
        assert "Nieuw: 1 · gewijzigd: 0" in shown
        assert "fout" not in shown


def test_a_file_is_handled_again_after_a_crash_in_between(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    wie = eigen.get(van)
    assert wie is not None
    bestand = make_bestand(
        "1", wie, "kaart.csv", write_csv([list(GOED), list(GOED.values())]), PrivacyGuard()
    )
    inkomend = make_inkomend(1, van=van, gesprek=van, op=NU, soort="bestand", bestand=bestand.id)
    inbox = eigen.wegwijzer.inbox
    stored = [asyncio.run(inbox.receive([replace(inkomend, bestand=bestand)])) for _ in range(2)]
    assert (stored, eigen.count("invoer")) == ([1, 0], 1)
    reopened = Bureau(compose(eigen.wegwijzer.settings, FixedClock(NU)))
    asyncio.run(reopened._handle(inkomend))
    [shown] = reopened.read_outbox(van)
    assert "Nieuw: 1" in read(shown)


def test_when_the_file_cannot_be_erased_nothing_is_published(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    publiceer, _ = find_data(eigen.send(van, GOED))
    database = eigen.wegwijzer.database
    with write_transaction(database):
        database.execute(
            "CREATE TEMP TRIGGER houd BEFORE DELETE ON invoer BEGIN SELECT RAISE(IGNORE); END"
        )
    inkomend = make_inkomend(
        9, van=van, gesprek=van, op=NU, soort="druk", druk=publiceer, bericht="1"
    )
    asyncio.run(eigen._handle(inkomend))
    assert "bericht_uitgesteld_KaartVeranderd" in eigen.gemeld
    assert eigen.find_versie("proef-zwijndrecht") == 0


def make_zip(bureau: Bureau, documenten: str, *voorzieningen: dict[str, str]) -> bytes:
    """Return a zip with entries that rest on the published lists, and documents of its own."""
    bestanden = {
        f"{rij['werkgebied']}/{rij['slug']}.yaml": "".join(
            f"{veld}: {waarde}\n" for veld, waarde in rij.items()
        )
        for rij in voorzieningen
    }
    lijst = asyncio.run(bureau.wegwijzer.repository.find_brondocumenten())
    alle = yaml.safe_dump([dump(document) for document in lijst], allow_unicode=True)
    return zip_texts((bestanden | {"bronnen.yaml": alle + documenten}).items())


YAML = {
    "slug": "proef-zwijndrecht",
    "naam": "Proef",
    "soort": "voorziening",
    "werkgebied": "zwijndrecht",
    "leefgebieden": "[meedoen]",
    "omschrijving": "Een proef.",
    "route": "[{wie: Wijkteam, doet: meldt aan}]",
    "status": "actueel",
    "bronnen": "[{document: gesprek-2026, plaats: geheel, jaar: 2026}]",
}
DOCUMENT = "- {id: gesprek-2026, titel: Gesprek, uitgever: gemeente, jaar: 2026}\n"


def test_a_new_document_is_published_with_what_rests_on_it(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER)
    shown = eigen.send_bytes(van, make_zip(eigen, DOCUMENT, YAML), "kaart.zip")
    assert "Nieuwe documenten: 1" in read(shown)
    assert "Gepubliceerd" in read(eigen.press(van, find_data(shown)[0]))
    documenten = asyncio.run(eigen.wegwijzer.repository.find_brondocumenten())
    assert "gesprek-2026" in {document.id for document in documenten}
    again = eigen.send_bytes(van, make_zip(eigen, "", YAML), "kaart.zip")
    assert "Er valt niets te publiceren" in read(again)


def test_a_document_that_differs_or_an_area_is_for_the_beheerder(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    anders = bureau.press(van, "uitvoer:alles:zip").inhoud["bijlage"]["inhoud"]
    bestanden = {}
    with ZipFile(BytesIO(b64decode(anders))) as found:
        for naam in found.namelist():
            bestanden[naam] = found.read(naam).decode()
    for naam, oud, nieuw, zin in (
        ("bronnen.yaml", "uitgever: gemeente Zwijndrecht", "uitgever: X", "document "),
        ("werkgebieden.yaml", "naam: Drechtsteden", "naam: Anders", "werkgebied drechtsteden"),
    ):
        changed = bestanden | {naam: bestanden[naam].replace(oud, nieuw, 1)}
        said = read(bureau.send_bytes(van, zip_texts(changed.items()), "kaart.zip"))
        assert f"het bestand: {zin}" in said
        assert "Alleen de beheerder verandert dat" in said


def test_a_routekaart_that_differs_is_told_and_holds_nothing_back(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    given = bureau.press(van, "uitvoer:alles:zip").inhoud["bijlage"]["inhoud"]
    with ZipFile(BytesIO(b64decode(given))) as found:
        bestanden = {naam: found.read(naam).decode() for naam in found.namelist()}
    [routekaart] = [naam for naam in bestanden if naam.startswith("routekaarten/")]
    bestanden[routekaart] = bestanden[routekaart].replace("naam: ", "naam: Nieuwe ", 1)
    said = read(bureau.send_bytes(van, zip_texts(bestanden.items()), "kaart.zip"))
    assert "Een routekaart in je bestand is anders" in said
    assert "fout" not in said


def test_faults_beyond_counting_are_bounded(bureau: Bureau) -> None:
    van = bureau.add(Rol.AANVOERDER)
    rijen = [GOED | {"slug": f"proef-{n}", "status": "x"} for n in range(MOST_LISTED + 5)]
    shown = bureau.send(van, *rijen)
    regels = shown.inhoud["bijlage"]["inhoud"].splitlines()
    assert (len(regels), regels[-1]) == (MOST_LISTED + 1, "en nog 5 fouten")


def test_a_kaart_that_is_too_large_for_a_chat_is_not_given(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.invoer.uitvoer.LARGEST", 1000)
    said = bureau.press(bureau.add(Rol.AANVOERDER), "uitvoer:alles:csv")
    assert "te groot voor een gesprek" in read(said)
    assert said.inhoud["bijlage"] is None


def test_who_shares_an_area_by_agreement_may_change_it(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, gedeeld="drechtsteden=zwijndrecht,dordrecht", _env_file=None)
    samen = Bureau(compose(settings, FixedClock(NU)))
    alle = asyncio.run(samen.wegwijzer.repository.find_all())
    slug = next(v.slug for v in alle if v.werkgebied == "drechtsteden")
    rij = {"slug": slug, "wachttijd": "drie maanden"}
    mag, niet = samen.add(Rol.AANVOERDER, "dordrecht"), samen.add(Rol.AANVOERDER, "zoetermeer")
    assert "niet van jouw gebied" in read(samen.send(niet, rij))
    assert "Gepubliceerd" in read(samen.press(mag, find_data(samen.send(mag, rij))[0]))


def test_an_aanvoerder_of_the_country_changes_what_is_for_the_country(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER, "landelijk")
    shown = eigen.send(van, {"slug": "veilig-thuis", "wachttijd": "geen"})
    assert "Gepubliceerd" in read(eigen.press(van, find_data(shown)[0]))


def test_an_aanvoerder_without_an_area_is_answered(eigen: Bureau) -> None:
    van = eigen.add(Rol.AANVOERDER, None)
    assert "jouw gebied" in read(eigen.say(van, "/uitvoer"))
    assert read(eigen.press(van, "uitvoer:eigen:xlsx"))
    assert "niet van jouw gebied" in read(eigen.send(van, GOED))
