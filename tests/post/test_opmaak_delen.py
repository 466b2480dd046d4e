"""A long text comes in parts that Telegram takes, with nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.nep.regels import check_call, count_seen
from bot.telegram.opmaak import split_html, strip_html

WORDS = st.lists(
    st.sampled_from(["woord", "<b>vet</b>", "<i>a &amp; b</i>", "\n", "\n\n", "é", "🙂"])
)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(WORDS, st.integers(min_value=10, max_value=60))
def test_every_part_is_whole_html_within_the_limit_and_nothing_is_lost(
    words: list[str], limit: int
) -> None:
    text = " ".join(words)
    parts = split_html(text, limit)
    for part in parts:
        assert count_seen(part) <= limit
        if not strip_html(text).strip():
            continue
        check_call("sendMessage", {"chat_id": 1, "text": part, "parse_mode": "HTML"})
    assert squeeze("".join(map(strip_html, parts))) == squeeze(strip_html(text))


def test_a_tag_over_a_cut_is_closed_and_opened_again() -> None:
    assert split_html("<b>een twee drie</b> vier", 9) == ["<b>een twee </b>", "<b>drie</b> vier"]


def test_a_cut_falls_between_paragraphs_where_it_can() -> None:
    assert split_html("eerste alinea\n\ntweede alinea", 20) == ["eerste alinea", "tweede alinea"]


def test_a_short_text_stays_as_it_is() -> None:
    assert split_html("<b>kort</b> &amp; goed") == ["<b>kort</b> &amp; goed"]


@pytest.mark.parametrize("text", ["x" * 10_000, "<b>" + "x" * 5000 + "</b>", "🙂" * 3000])
def test_a_text_without_spaces_is_cut_too(text: str) -> None:
    parts = split_html(text)
    assert all(count_seen(part) <= 4096 for part in parts)
    assert "".join(map(strip_html, parts)) == strip_html(text)
