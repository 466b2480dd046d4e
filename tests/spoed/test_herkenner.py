"""What the urgency check says of a message, and what it stands."""

import pytest

from knowledge.spoed import Gevaar, SpoedHerkenner

NOOD = "noodnummer-112"
VEILIG_THUIS = "veilig-thuis"
ZELFMOORD = "zelfmoordpreventie-113"


@pytest.mark.parametrize(
    ("bericht", "gevaar", "slugs"),
    [
        ("cliënt wil dood", Gevaar.ZELFDODING, (ZELFMOORD,)),
        ("cl wil vanavond voor de trein springen", Gevaar.ZELFDODING, (ZELFMOORD, NOOD)),
        ("hij slaat haar nu", Gevaar.GEWELD, (NOOD, VEILIG_THUIS)),
        ("mw wordt thuis mishandeld door haar man", Gevaar.GEWELD, (NOOD, VEILIG_THUIS)),
        ("leerling met blauwe plekken durft niet naar huis", Gevaar.KIND, (VEILIG_THUIS, NOOD)),
        ("kind van 4 nu alleen thuis gelaten", Gevaar.KIND, (NOOD, VEILIG_THUIS)),
        ("leerling heeft een mes bij zich", Gevaar.WAPEN, (NOOD,)),
        ("hij ligt bewusteloos op de grond", Gevaar.LEVENSGEVAAR, (NOOD,)),
        ("er is brand in de flat", Gevaar.BRAND, (NOOD,)),
        ("man slaapt vannacht buiten, het vriest", Gevaar.VORST, (NOOD,)),
        ("verwarde man loopt op de snelweg", Gevaar.VERWARD, (NOOD,)),
    ],
)
def test_the_danger_decides_which_card_leads(
    herkenner: SpoedHerkenner, bericht: str, gevaar: Gevaar, slugs: tuple[str, ...]
) -> None:
    spoed = herkenner.check(bericht)
    assert spoed is not None
    assert (spoed.gevaar, spoed.slugs) == (gevaar, slugs)


def test_two_dangers_bring_the_cards_of_both(herkenner: SpoedHerkenner) -> None:
    spoed = herkenner.check("mw heeft een strip pillen geslikt omdat ze dood wil")
    assert spoed is not None
    assert spoed.gevaar is Gevaar.LEVENSGEVAAR
    assert spoed.slugs == (NOOD, ZELFMOORD)


def test_the_words_are_those_of_the_user(herkenner: SpoedHerkenner) -> None:
    spoed = herkenner.check("Mijn cliënt is SUÏCIDAAL")
    assert spoed is not None
    assert spoed.woorden == ("SUÏCIDAAL",)


@pytest.mark.parametrize(
    ("bericht", "alleen"),
    [
        ("cl wil dood, wat moet ik doen?", True),
        ("hij slaat haar nu, moet ik 112 bellen of de wijkagent", True),
        ("ze maakt vanavond een eind aan haar leven, ze heeft ook geen huis meer", False),
        ("partner bedreigt haar, ze zoekt opvang en heeft schulden", False),
        ("Hij dreigt met een mes. Daarnaast is er een huurachterstand.", False),
    ],
)
def test_another_question_is_noticed(
    herkenner: SpoedHerkenner, bericht: str, *, alleen: bool
) -> None:
    spoed = herkenner.check(bericht)
    assert spoed is not None
    assert spoed.alleen_gevaar is alleen


@pytest.mark.parametrize(
    "bericht",
    [
        "mw heeft zelfmood plannen",
        "cl is suiciedaal",
        "client is suisidaal",
        "leerling met zelfmoordgedachtes",
        "hij ligt bewustloos in de gang",
        "overdossis ghb",
        "vrouw word mishandelt door partner",
        "hij is verward en loopt op de snelwegg",
        "ze heeft een hele strip paracetemol geslikt",
        "hij bedrijgt haar met een mes",
    ],
)
def test_a_typing_error_hides_no_danger(herkenner: SpoedHerkenner, bericht: str) -> None:
    assert herkenner.check(bericht) is not None


@pytest.mark.parametrize(
    "bericht",
    [
        "ik heb een vermoeden dat de huur niet betaald is",
        "wij verwachten haar vanavond op de inloop",
        "de verzorging thuis stopt vandaag",
        "zijn fiets is gestolen en hij is boos",
        "ontmoeting voor ouderen vanmiddag",
        "haar spullen zijn opgeslagen, ze huilt",
    ],
)
def test_a_word_that_looks_like_a_key_word_is_none(herkenner: SpoedHerkenner, bericht: str) -> None:
    assert herkenner.check(bericht) is None


def test_a_masked_name_is_a_person(herkenner: SpoedHerkenner) -> None:
    assert herkenner.check("[naam] wordt geslagen door [naam]") is not None


@pytest.mark.parametrize(
    "bericht",
    [
        "",
        " ",
        "\n\n",
        "...",
        "🙂🙂🙂",
        "<br>",
        "مرحبا",
        "你好，我想找房子",
        "\x00\ufffd",
        "a" * 500,
    ],
)
def test_what_says_nothing_is_no_danger(herkenner: SpoedHerkenner, bericht: str) -> None:
    assert herkenner.check(bericht) is None


@pytest.mark.parametrize(
    "bericht",
    [
        "<p>Cli&euml;nt wil <b>dood</b></p>",
        "😱😱 hij slaat haar nu 😱",
        "ze   wil\t\tdood",
        "hij ligt BEWUSTELOOS!!!!!",
        "zelfmooooord plegen wil ze",
        "他 hij slaat haar nu",
    ],
)
def test_dress_hides_no_danger(herkenner: SpoedHerkenner, bericht: str) -> None:
    assert herkenner.check(bericht) is not None


@pytest.mark.parametrize(
    "stuk",
    ["wil ", "hij slaat haar nu ", "geen niet ", "<", "\n", "a", "mw zoekt een woning. ", "😱"],
)
def test_a_very_long_message_gets_its_verdict(herkenner: SpoedHerkenner, stuk: str) -> None:
    lang = stuk * (100_000 // len(stuk))
    assert herkenner.check(lang + "\nhij slaat haar nu") is not None


def test_the_same_message_gets_the_same_verdict(herkenner: SpoedHerkenner) -> None:
    bericht = "mw wil dood en heeft een mes"
    assert herkenner.check(bericht) == SpoedHerkenner().check(bericht)
