"""Settings: from the environment or a .env file, and a wrong one is named."""

import asyncio
from pathlib import Path

import pytest

from bot.settings import PREFIX, InstellingOngeldig, Settings, read_settings
from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from bot.wiring import Wegwijzer, compose
from knowledge.decision import Banden
from sociale_kaart.errors import WegwijzerError


@pytest.fixture(autouse=True)
def schoon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but those of the test."""
    for veld in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{veld.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_without_settings_the_defaults_hold() -> None:
    settings = read_settings()
    assert settings.data == Path.home() / ".local" / "share" / "wegwijzer"
    assert settings.make_banden() == Banden()


def test_the_environment_sets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WEGWIJZER_DATA", str(tmp_path / "map"))
    monkeypatch.setenv("WEGWIJZER_BAND_ANTWOORD", "0.9")
    monkeypatch.setenv("WEGWIJZER_BEWAAR_VRAGEN", "30")
    settings = read_settings()
    assert settings.data == tmp_path / "map"
    assert settings.make_banden().antwoord == 0.9
    assert settings.bewaar_vragen == 30


def test_a_file_sets_and_the_environment_outranks_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "WEGWIJZER_BAND_ANTWOORD=0.8\nWEGWIJZER_BEWAAR_VRAGEN=7\nANDERS=1\n"
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WEGWIJZER_BEWAAR_VRAGEN", "8")
    settings = read_settings()
    assert settings.band_antwoord == 0.8
    assert settings.bewaar_vragen == 8


def test_what_municipalities_agreed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_GEDEELD", "drechtsteden=zwijndrecht, dordrecht; haaglanden=x")
    monkeypatch.setenv("WEGWIJZER_VIER_OGEN", "dordrecht")
    afspraken = read_settings().make_afspraken()
    assert afspraken.gedeeld == {
        "drechtsteden": frozenset({"zwijndrecht", "dordrecht"}),
        "haaglanden": frozenset({"x"}),
    }
    assert afspraken.vier_ogen == frozenset({"dordrecht"})


def test_what_others_set_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_TOVERIJ", "ja")
    monkeypatch.setenv("BAND_ANTWOORD", "geen getal")
    assert read_settings().make_banden() == Banden()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("BAND_ANTWOORD", "veel"),
        ("BAND_ANTWOORD", "0,5"),
        ("BAND_ANTWOORD", "1.01"),
        ("BAND_ANTWOORD", "-0.1"),
        ("BAND_ANTWOORD", "nan"),
        ("BAND_ANTWOORD", ""),
        ("BAND_VERDUIDELIJK", "inf"),
        ("BEWAAR_VRAGEN", "0"),
        ("BEWAAR_VRAGEN", "4000"),
        ("BEWAAR_VRAGEN", "veel"),
        ("BEWAAR_VRAGEN", "1.5"),
    ],
)
def test_a_wrong_setting_is_named_with_its_reason_in_one_line(
    monkeypatch: pytest.MonkeyPatch, veld: str, waarde: str
) -> None:
    monkeypatch.setenv(f"{PREFIX}{veld}", waarde)
    with pytest.raises(InstellingOngeldig, match=f"{PREFIX}{veld}: ") as caught:
        read_settings()
    assert isinstance(caught.value, WegwijzerError)
    assert "\n" not in str(caught.value)
    assert "Input should" not in str(caught.value)


def test_a_wrong_setting_never_shows_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_BAND_ANTWOORD", "geheim-woord")
    with pytest.raises(InstellingOngeldig) as caught:
        read_settings()
    assert "geheim-woord" not in str(caught.value)


def test_bands_that_cross_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_BAND_ANTWOORD", "0.3")
    monkeypatch.setenv("WEGWIJZER_BAND_VERDUIDELIJK", "0.4")
    with pytest.raises(InstellingOngeldig, match=r"(?i)band_verduidelijk.*band_antwoord"):
        read_settings()


def test_a_file_that_is_no_text_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"WEGWIJZER_BAND_ANTWOORD=\xff\xfe\n")
    with pytest.raises(InstellingOngeldig):
        read_settings()


def test_every_setting_says_what_it_is() -> None:
    assert [naam for naam, veld in Settings.model_fields.items() if not veld.description] == []


@pytest.mark.parametrize(("antwoord", "verduidelijk"), [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)])
@pytest.mark.parametrize("tekst", ["?!", "hoe regel ik een briefadres", "recept voor appeltaart"])
def test_at_the_edges_of_the_bands_every_question_gets_a_reply(
    uitersten: dict[tuple[float, float], Wegwijzer],
    antwoord: float,
    verduidelijk: float,
    tekst: str,
) -> None:
    binnen = Binnengekomen(deelnemer=make_deelnemer("zwijndrecht"), dialoog="rand", tekst=tekst)
    reply = asyncio.run(take_step(uitersten[antwoord, verduidelijk], binnen))
    assert reply.tekst


@pytest.fixture(scope="module")
def uitersten(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[float, float], Wegwijzer]:
    """The assistant at each edge of the bands, over one database."""
    folder = tmp_path_factory.mktemp("banden")
    return {
        (antwoord, verduidelijk): compose(
            Settings(
                data=folder,
                band_antwoord=antwoord,
                band_verduidelijk=verduidelijk,
                _env_file=None,
            )
        )
        for antwoord, verduidelijk in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    }
