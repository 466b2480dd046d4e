"""From values to Dutch: nothing missing, everything escaped, and a calm tone."""

import re
import unicodedata
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError
from markupsafe import Markup

from handlers import render
from handlers.render import LABELS, TEMPLATES, Renderer, mark_safe

NAMES = sorted(
    path.relative_to(TEMPLATES).with_suffix("").as_posix()
    for path in TEMPLATES.rglob("*.j2")
    if path.parent.name != "web"
)
ALL_LABELS = {path.stem for path in TEMPLATES.glob(LABELS)}
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def read_words(name: str) -> str:
    """Return what a template says itself: its text, and the texts quoted in its code."""
    source = _COMMENT.sub("", (TEMPLATES / f"{name}.j2").read_text(encoding="utf-8"))
    quoted = [text for code in _CODE.findall(source) for text in _QUOTED.findall(code)]
    return "\n".join([_CODE.sub(" ", source), *quoted])


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles(name: str) -> None:
    Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template(f"{name}.j2")


@pytest.mark.parametrize("name", sorted(set(NAMES) - ALL_LABELS))
def test_every_template_is_used(name: str) -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for package in ("handlers", "bot")
        for path in Path(render.__file__).parent.parent.joinpath(package).rglob("*.[pj][y2]")
    ]
    assert any(f'"{name}"' in source or f"{name}.j2" in source for source in sources)


@pytest.mark.parametrize(
    "name", ["kaart", "route", "nodig", "deel", "waarom", "te_lang", "vast", "oordeel", "antwoord"]
)
def test_a_missing_value_is_an_error(renderer: Renderer, name: str) -> None:
    with pytest.raises(UndefinedError):
        renderer.render(name)


def test_a_missing_value_in_a_plain_text_is_an_error(renderer: Renderer) -> None:
    with pytest.raises(UndefinedError):
        renderer.render_plain("verschil", overschrijf=False)
    with pytest.raises(UndefinedError):
        renderer.label("fout_veld_ontbreekt")


def test_a_label_that_does_not_exist_is_an_error(renderer: Renderer) -> None:
    with pytest.raises(KeyError):
        renderer.label("knop_van_lucht")


def test_values_are_escaped_in_texts(renderer: Renderer) -> None:
    text = renderer.render("gemeente_gekozen", naam='<b>"x"</b> & y')
    assert "&lt;b&gt;&#34;x&#34;&lt;/b&gt; &amp; y" in text


def test_a_text_that_a_template_made_is_not_escaped_again(renderer: Renderer) -> None:
    kaart = mark_safe(renderer.render("gemeente_gekozen", naam="<x>"))
    text = renderer.render("vast", naam="<y>", kaart=kaart, waarom="niemand", gemeente="<z>")
    assert isinstance(kaart, Markup)
    assert "&lt;x&gt;" in text
    assert "&lt;y&gt;" in text
    assert "&amp;lt;" not in text


def test_labels_are_plain_and_keep_what_they_are_given(renderer: Renderer) -> None:
    assert renderer.label("knop_gemeente", naam="Kaag & <Braassem>") == "Kaag & <Braassem>"


def test_texts_have_no_empty_lines_at_their_ends(renderer: Renderer) -> None:
    for name in ("leeg", "vervallen", "opdracht_onbekend", "rustig", "alleen_tekst"):
        text = renderer.render(name)
        assert text == text.strip() != ""


@pytest.mark.parametrize("name", NAMES)
def test_no_template_shouts_or_shows_a_picture(name: str) -> None:
    words = read_words(name)
    assert "!" not in words
    pictures = [c for c in words if unicodedata.category(c) in {"So", "Cs"} or c == "\ufe0f"]
    assert pictures == []


@pytest.mark.parametrize("name", sorted(set(NAMES) - ALL_LABELS))
def test_no_template_uses_a_tag_that_a_channel_may_not_know(name: str) -> None:
    assert set(re.findall(r"</?(\w+)", read_words(name))) <= {"b", "i"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_speaks_to_one_colleague(name: str) -> None:
    assert not re.search(r"\b(?:u|uw|gelieve|dient te|middels)\b", read_words(name), re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(ALL_LABELS))
def test_labels_hold_no_html(name: str) -> None:
    assert not re.search(r"</?\w+>", read_words(name))


def test_no_label_stands_in_two_files(renderer: Renderer) -> None:
    names = [
        macro
        for name in ALL_LABELS
        for macro in re.findall(r"macro (\w+)\(", (TEMPLATES / f"{name}.j2").read_text())
    ]
    assert sorted(names) == sorted(set(names))
