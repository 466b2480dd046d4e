"""What it costs when people type in a hurry, or by ear.

The questions that were looked at, with so many of their longer words typed wrong: a letter left
out, doubled, swapped or missed on the keyboard, or a sound written otherwise. And with each
compound that can be typed as two. Whoever wrote the mending knows these kinds of errors, so the
differences say more than the figures.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.progress import Progress

from benchmarks.material import find_rated, find_seen_sets, make_vraagbaak
from benchmarks.tabel import make_table, show_share
from knowledge.decision import Besluit
from knowledge.privacy.taal import is_lijstwoord
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import Toetsvraag

SHARES = (0.0, 0.3, 0.6, 1.0)
SHORTEST = 5  # letters of a word that may be typed wrong
SHORTEST_PART = 4  # letters of each half of a compound that is typed as two
SEED = 5
MOST_LETTERS = 3  # that one error may change
MISTYPED = "typfout"  # style of the questions that hold typing errors already
BESIDE = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok",
    "o": "ipl", "p": "ol", "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb",
    "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop", "z": "asx", "x": "zsdc", "c": "xdfv",
    "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
BY_EAR = (
    ("ei", "ij"), ("ij", "ei"), ("ch", "g"), ("g", "ch"), ("au", "ou"), ("ou", "au"), ("c", "k"),
    ("k", "c"), ("z", "s"), ("v", "f"), ("aa", "a"), ("oo", "o"), ("ee", "e"), ("ie", "i"),
    ("th", "t"), ("d", "t"), ("nn", "n"), ("tt", "t"), ("ss", "s"), ("ll", "l"), ("en", "e"),
    ("lijk", "luk"), ("isch", "ies"), ("tie", "sie"), ("oe", "o"), ("uu", "u"),
)  # fmt: skip

Typer = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruis:
    """What came of questions that were typed so."""

    hoe: str
    eerste: float  # share with the right entry first
    gehouden: float  # share that was answered or asked back
    geweigerd: float  # share of the messages that are not for the kaart


def measure_ruis(progress: Progress, *, snel: bool = False) -> list[Ruis]:
    """Return what comes of clean questions, and of ever worse typed ones."""
    vragen = [v for v in find_rated(find_seen_sets()) if v.stijl != MISTYPED]
    vragen = vragen[::10] if snel else vragen
    vraagbaak, chance = make_vraagbaak(), random.Random(SEED)
    hoe: dict[str, Typer] = {
        f"{share:.0%} of the longer words wrong": _make_typer(share, chance) for share in SHARES
    }
    hoe["compounds typed as two"] = split_compounds
    task = progress.add_task("ruis", total=len(hoe))
    found: list[Ruis] = []
    for naam, typ in hoe.items():
        getypt = [replace(vraag, vraag=typ(vraag.vraag)) for vraag in vragen]
        found.append(_judge(naam, getypt, vraagbaak))
        progress.advance(task)
    return found


def describe(metingen: Sequence[Ruis]) -> str:
    """Return what was measured as a table."""
    rows = [
        [m.hoe, show_share(m.eerste), show_share(m.gehouden), show_share(m.geweigerd)]
        for m in metingen
    ]
    return make_table(["typed", "first", "kept", "refused"], rows)


def mistype(word: str, chance: random.Random) -> str:
    """Return a word with one error in it; one that is short or no word as it is."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    at = chance.randrange(1, len(word) - 1)
    letter = word[at]
    match chance.choice(("miss", "swap", "double", "beside", "ear", "ear", "ear")):
        case "miss":
            return word[:at] + word[at + 1 :]
        case "swap":
            return word[:at] + word[at + 1] + letter + word[at + 2 :]
        case "double":
            return word[:at] + letter + word[at:]
        case "beside":
            return word[:at] + chance.choice(BESIDE.get(letter, letter)) + word[at + 1 :]
    heard = [(as_is, as_heard) for as_is, as_heard in BY_EAR if as_is in word]
    return word.replace(*chance.choice(heard), 1) if heard else word[:at] + word[at + 1 :]


def split_compounds(text: str) -> str:
    """Return a text with each compound of two known words typed as two."""
    return " ".join(map(_split, text.split()))


def _split(word: str) -> str:
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if is_lijstwoord(word[:at].lower()) and is_lijstwoord(word[at:].lower()):
            return f"{word[:at]} {word[at:]}"
    return word


def _make_typer(share: float, chance: random.Random) -> Typer:
    """Return what types so many of the longer words of a text wrong."""

    def typ(text: str) -> str:
        words = text.split()
        long = [n for n, word in enumerate(words) if len(word) >= SHORTEST]
        for n in chance.sample(long, round(share * len(long))):
            words[n] = mistype(words[n], chance)
        return " ".join(words)

    return typ


def _judge(hoe: str, vragen: Sequence[Toetsvraag], vraagbaak: Vraagbaak) -> Ruis:
    found = [(vraag, vraagbaak.consult(vraag.vraag, vraag.gemeente)) for vraag in vragen]
    ours = [(vraag, r) for vraag, r in found if not vraag.buiten]
    refused = [r.besluit is Besluit.GEEN_ANTWOORD for vraag, r in found if vraag.buiten]
    first = [bool(r.treffers) and r.treffers[0].slug == vraag.verwacht for vraag, r in ours]
    kept = [r.besluit is not Besluit.GEEN_ANTWOORD for _, r in ours]
    return Ruis(hoe=hoe, eerste=_mean(first), gehouden=_mean(kept), geweigerd=_mean(refused))


def _mean(told: Sequence[bool]) -> float:
    return sum(told) / max(len(told), 1)
