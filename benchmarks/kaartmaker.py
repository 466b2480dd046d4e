"""Makes a kaart of any size: the shipped entries, and after them entries that do not exist.

The texts of a made entry are texts of the shipped kaart in which words are swapped for words of
the field, so that they read and repeat like the real ones. The same size and spread always give
the same kaart; a larger kaart begins with the smaller one.
"""

import random
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from benchmarks.material import read_shipped
from knowledge.search.segment import find_stukken
from sociale_kaart.kaart import Kaart
from sociale_kaart.route import RouteStap
from sociale_kaart.voorziening import Doelgroep, Kenmerk, Leefgebied, Soort, Status, Voorziening
from sociale_kaart.werkgebied import Werkgebied

GEMEENTEN = 340  # about as many as there are in the Netherlands, beside the shipped ones
REGIOS = 25
SHARE_REGIO = 0.08  # of the made entries; the rest is for one municipality
SHARE_LANDELIJK = 0.02
SWAPPED = 0.4  # share of the longer words of a text that are swapped
LONG = 5  # letters from which a word is worth swapping
LONGEST = 250  # characters of a text
LANDELIJK = "landelijk"

_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_WOORDEN = Path(__file__).with_name("domeinwoorden.txt")


class Spreiding(StrEnum):
    """Where the made entries are for."""

    VERSPREID = "verspreid"  # over the municipalities of the country
    NABIJ = "nabij"  # all in every asker's area


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwdoos:
    """What made entries are put together from."""

    eerst: tuple[str, ...]
    laatst: tuple[str, ...]
    lettergreep: tuple[str, ...]
    woorden: tuple[str, ...]  # of the shipped kaart; as often as they stand there
    zinnen: tuple[str, ...]


def make_kaart(aantal: int, spreiding: Spreiding) -> Kaart:
    """Return a kaart of this many entries; never less than the shipped ones."""
    shipped = read_shipped()
    made = [
        make_voorziening(nummer, spreiding, shipped)
        for nummer in range(aantal - len(shipped.voorzieningen))
    ]
    return replace(
        shipped,
        werkgebieden=(*shipped.werkgebieden, *make_werkgebieden()),
        voorzieningen=(*shipped.voorzieningen, *made),
    )


def make_werkgebieden() -> tuple[Werkgebied, ...]:
    """Return regions and municipalities that do not exist, below the whole country."""
    regios = [
        Werkgebied(slug=f"regio-{n}", naam=f"Regio {n}", ligt_in=LANDELIJK) for n in range(REGIOS)
    ]
    gemeenten = [
        Werkgebied(
            slug=f"gemeente-{n}",
            naam=f"{make_eigennaam(n).title()}dam",
            ligt_in=f"regio-{n % REGIOS}",
            gemeente=True,
        )
        for n in range(GEMEENTEN)
    ]
    return (*regios, *gemeenten)


def make_voorziening(nummer: int, spreiding: Spreiding, shipped: Kaart) -> Voorziening:
    """Return the made entry with this number."""
    kans = random.Random(nummer)
    doos = read_bouwdoos()
    soort, eigen = make_woord(kans, doos), make_eigennaam(nummer)
    return Voorziening(
        slug=f"{soort}-{nummer}",
        naam=f"{soort.title()} {eigen.title()}",
        soort=Soort.VOORZIENING,
        werkgebied=choose_werkgebied(kans, spreiding, shipped),
        aliassen=tuple(f"{make_woord(kans, doos)} {eigen} {n}" for n in range(kans.randint(3, 6))),
        afkortingen=("".join(kans.choices("abcdefghijklmnoprstvwz", k=4)),),
        leefgebieden=(kans.choice(list(Leefgebied)),),
        omschrijving=make_zin(kans, doos),
        doelgroep=_make_doelgroep(kans, doos),
        wanneer=_make_zinnen(kans, doos, 2, 4),
        verwijscriteria=_make_zinnen(kans, doos, 2, 4),
        route=(RouteStap(wie="Jij", doet=make_zin(kans, doos)),),
        voorbeeldvragen=_make_zinnen(kans, doos, 4, 10),
        status=Status.ACTUEEL,
        bronnen=shipped.voorzieningen[0].bronnen,
    )


def choose_werkgebied(kans: random.Random, spreiding: Spreiding, shipped: Kaart) -> str:
    """Return the area of a made entry; the shipped municipalities get their share."""
    lot = kans.random()
    if spreiding is Spreiding.NABIJ or lot < SHARE_LANDELIJK:
        return LANDELIJK
    if lot < SHARE_LANDELIJK + SHARE_REGIO:
        return f"regio-{kans.randrange(REGIOS)}"
    echte = [gebied.slug for gebied in shipped.werkgebieden if gebied.gemeente]
    nummer = kans.randrange(GEMEENTEN + len(echte))
    return echte[nummer] if nummer < len(echte) else f"gemeente-{nummer - len(echte)}"


def make_woord(kans: random.Random, doos: Bouwdoos) -> str:
    """Return a compound of the field, such as 'schuldloket'."""
    return kans.choice(doos.eerst) + kans.choice(doos.laatst)


def make_eigennaam(nummer: int) -> str:
    """Return a proper name that belongs to one number; the vocabulary grows with the kaart."""
    parts = read_bouwdoos().lettergreep
    name = ""
    rest = nummer + len(parts) ** 2  # three syllables at least
    while rest:
        rest, part = divmod(rest, len(parts))
        name += parts[part]
    return name


def make_zin(kans: random.Random, doos: Bouwdoos) -> str:
    """Return a text of the shipped kaart with words swapped."""

    def swap(match: re.Match[str]) -> str:
        lot = kans.random()
        if lot >= SWAPPED:
            return match.group()
        return make_woord(kans, doos) if lot < SWAPPED / 4 else kans.choice(doos.woorden)

    return _WORD.sub(swap, kans.choice(doos.zinnen))[:LONGEST].strip()


@cache
def read_bouwdoos() -> Bouwdoos:
    """Return the words and texts that entries are made from."""
    zinnen = [
        stuk.tekst
        for voorziening in read_shipped().voorzieningen
        for stuk in find_stukken(voorziening)
        if len(stuk.tekst) <= LONGEST and stuk.soort not in {"afkorting", "alias", "naam"}
    ]
    lines = _WOORDEN.read_text(encoding="utf-8").splitlines()
    lists = dict(line.split(": ", 1) for line in lines if not line.startswith("#"))
    return Bouwdoos(
        **{name: tuple(words.split()) for name, words in lists.items()},
        woorden=tuple(word for zin in zinnen for word in _WORD.findall(zin)),
        zinnen=tuple(zinnen),
    )


def _make_zinnen(kans: random.Random, doos: Bouwdoos, least: int, most: int) -> tuple[str, ...]:
    return tuple(make_zin(kans, doos) for _ in range(kans.randint(least, most)))


def _make_doelgroep(kans: random.Random, doos: Bouwdoos) -> Doelgroep:
    van = kans.choice([None, 0, 12, 18, 27, 65])
    return Doelgroep(
        tekst=make_zin(kans, doos),
        leeftijd_van=van,
        leeftijd_tot=None if van is None else van + kans.choice([6, 10, 40]),
        kenmerken=tuple(kans.sample(list(Kenmerk), k=kans.randint(0, 2))),
    )
