"""Every link in the documentation leads somewhere: to a file, and to a heading in it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def find_links(page: Path) -> list[str]:
    """Return where the page leads to within the project."""
    links = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return [link for link in links if "://" not in link]


def find_anchors(page: Path) -> set[str]:
    """Return the headings of a page as they are linked to."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in find_links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        assert target.exists(), link
        assert not anchor or anchor in find_anchors(target), link


def test_every_picture_of_the_manuals_is_shown_and_told_in_words() -> None:
    shown = {
        (page.parent / path).resolve(): tekst
        for page in PAGES
        for tekst, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    pictures = {path.resolve() for path in (ROOT / "docs").rglob("*.png")}
    assert pictures
    assert pictures <= set(shown)
    assert all(len(tekst) > 20 for tekst in shown.values())
