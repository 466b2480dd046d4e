"""From a group of questions to a lesson for an entry, and what becomes of the group by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.decision import Besluit
from knowledge.leren import Les, apply_les
from knowledge.vraagbaak import Vraagbaak, drop_masks
from knowledge.werklijst.groeperen import OpenVraag
from sociale_kaart.voorziening import Voorziening

MOST_LEARNED = 5  # example questions from one group
MOST_ASKED = 30  # questions of a group that are asked again
SHORTEST = 3  # signs of an example question


@dataclass(frozen=True, slots=True, kw_only=True)
class Proefles:
    """A lesson, and which questions of its group get the entry by it."""

    les: Les
    geholpen: tuple[OpenVraag, ...]
    aantal: int  # of all questions


def clean_vraag(tekst: str) -> str:
    """Return a masked question as an example question: without its masks, on one line."""
    return " ".join(drop_masks(tekst).split())


def try_les(vraagbaak: Vraagbaak, slug: str, vragen: Sequence[OpenVraag]) -> Proefles:
    """Return the smallest lesson from these questions, the first before all, that helps them.

    The first question is learned; each next one as well, unless it is answered with the entry by
    what was learned before.
    """
    entry = vraagbaak.searcher.get(slug)
    texts = list(dict.fromkeys(clean_vraag(vraag.vraag) for vraag in vragen))
    learned: list[str] = []
    taught = vraagbaak
    for text in [text for text in texts if len(text) >= SHORTEST][:MOST_ASKED]:
        gemeente = next(v.gemeente for v in vragen if clean_vraag(v.vraag) == text)
        full = len(learned) >= MOST_LEARNED
        if full or (learned and gets_entry(taught, text, gemeente, slug, sure=True)):
            continue
        learned.append(text)
        les = Les(slug=slug, voorbeeldvragen=tuple(learned))
        taught = vraagbaak.learn(apply_les(entry, les))
    les = Les(slug=slug, voorbeeldvragen=tuple(learned))
    return Proefles(les=les, geholpen=_find_helped(taught, slug, vragen), aantal=len(vragen))


def gets_entry(
    vraagbaak: Vraagbaak, tekst: str, gemeente: str | None, slug: str, *, sure: bool = False
) -> bool:
    """Tell whether a question gets this entry first: as an answer, or also as a question back."""
    raadpleging = vraagbaak.consult_masked(tekst, gemeente)
    first = raadpleging.treffers[0].slug if raadpleging.treffers else None
    enough = {Besluit.ANTWOORD} if sure else {Besluit.ANTWOORD, Besluit.VERDUIDELIJK}
    return first == slug and raadpleging.besluit in enough


def find_nearest(
    vraagbaak: Vraagbaak, teksten: Sequence[str], gemeente: str | None, eigen: Sequence[Voorziening]
) -> tuple[str, ...]:
    """Return at most three of one's own entries that are nearest to these questions."""
    own = {voorziening.slug for voorziening in eigen}
    scores: dict[str, float] = {}
    for tekst in teksten[:MOST_LEARNED]:
        found = vraagbaak.searcher.find(clean_vraag(tekst), gemeente).kandidaten
        best = found[0].score if found else 1.0
        for kandidaat in found:
            if kandidaat.slug in own:
                share = kandidaat.score / max(best, 1e-6)
                scores[kandidaat.slug] = scores.get(kandidaat.slug, 0.0) + share
    ranked = sorted(scores, key=lambda slug: (-scores[slug], slug))
    return tuple(ranked[:3])


def _find_helped(
    vraagbaak: Vraagbaak, slug: str, vragen: Sequence[OpenVraag]
) -> tuple[OpenVraag, ...]:
    asked: dict[tuple[str, str | None], bool] = {}
    for vraag in vragen:
        key = (clean_vraag(vraag.vraag), vraag.gemeente)
        if key not in asked:
            asked[key] = len(asked) < MOST_ASKED and gets_entry(vraagbaak, *key, slug)
    return tuple(v for v in vragen if asked[(clean_vraag(v.vraag), v.gemeente)])
