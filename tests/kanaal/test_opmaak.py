"""HTML is cut before a limit, each part whole by itself, and nothing of the text is lost."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.nep.regels import check_call, count_seen
from bot.telegram.opmaak import split_html, strip_html

WORDS = st.sampled_from(["woning", "a", "&", "<3", "é", "🙂", "x" * 30, "\n", "\n\n", '"', "'"])
TAGS = st.sampled_from(["b", "i", "a", "pre", ""])


@st.composite
def make_html(draw: st.DrawFn) -> str:
    """Return a text with tags that are opened and closed in order, escaped as templates do."""
    pieces = draw(st.lists(st.tuples(TAGS, st.lists(WORDS, min_size=1, max_size=8)), max_size=12))
    return " ".join(
        f"<{open_tag(tag)}>{html.escape(' '.join(words))}</{tag}>"
        if tag
        else html.escape(" ".join(words))
        for tag, words in pieces
    )


def open_tag(tag: str) -> str:
    return 'a href="https://voorbeeld.nl/?a=1&amp;b=2"' if tag == "a" else tag


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(make_html(), st.integers(min_value=5, max_value=80))
def test_parts_fit_are_whole_and_lose_nothing(text: str, limit: int) -> None:
    parts = split_html(text, limit)
    assert squeeze("".join(map(strip_html, parts))) == squeeze(strip_html(text))
    for part in filter(None, parts):
        assert count_seen(part) <= limit
        check_call("sendMessage", {"chat_id": 1, "text": part, "parse_mode": "HTML"})


@given(st.text(max_size=300), st.integers(min_value=5, max_value=80))
def test_any_text_that_is_escaped_survives(text: str, limit: int) -> None:
    parts = split_html(html.escape(text), limit)
    assert squeeze("".join(map(strip_html, parts))) == squeeze(text)


def test_a_short_text_is_one_part_as_it_was() -> None:
    assert split_html(" <b>kort</b> &amp; goed ") == ["<b>kort</b> &amp; goed"]


def test_a_cut_falls_at_the_end_of_a_paragraph() -> None:
    assert split_html("een twee\n\ndrie vier vijf", 16) == ["een twee", "drie vier vijf"]


def test_an_empty_text_is_one_empty_part() -> None:
    assert split_html("") == [""]
    assert split_html(" \n ") == [""]
