"""Faults that stand in the published kaart, and that its use shows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from weakref import WeakKeyDictionary

from knowledge.kennis import Kennis
from knowledge.search.searcher import Searcher
from sociale_kaart.field_rules import check_voorziening
from sociale_kaart.fout import Fout
from sociale_kaart.kaart import Kaart
from sociale_kaart.validation import KaartChecker
from sociale_kaart.voorziening import Status, Voorziening

MOST_WORK = 40_000  # entries times example questions that are asked again, at one look
LEAST_ASKED = 25  # example questions, however large the kaart
ENOUGH_ASKED = 200  # questions, below which 'never found' says nothing


class Gebreksoort(StrEnum):
    """What kind of fault it is."""

    FOUT = "fout"  # a rule of the kaart is broken
    GEEN_OPSCHALEN = "geen_opschalen"  # nobody to escalate to
    GEEN_AANVOERDER = "geen_aanvoerder"  # nobody keeps the area
    NOOIT_GEVONDEN = "nooit_gevonden"
    ZELFDE_VRAGEN = "zelfde_vragen"  # another entry comes first for its own example questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartgebrek:
    """One fault, of an entry or of an area."""

    soort: Gebreksoort
    slug: str | None = None  # of the entry
    gebied: str | None = None  # of the area, where it is no fault of one entry
    fouten: tuple[Fout, ...] = ()
    ander: str | None = None  # slug of the entry that comes first instead
    vragen: tuple[str, ...] = ()  # the example questions that it comes first for
    aantal: int = 0  # entries, or days

    @property
    def naam(self) -> str:
        """What the fault is known by, the same as long as it stands."""
        return f"{self.soort}:{self.slug or self.gebied}:{self.ander or ''}"

    @property
    def mag_blijven(self) -> bool:
        """Whether an aanvoerder may leave it as it is."""
        return self.soort is not Gebreksoort.FOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruik:
    """What the log says of the use of the kaart."""

    dagen: int  # over how many days
    gevraagd: int  # questions in that time
    gevonden: Mapping[str, int] = field(default_factory=dict)  # by slug, how often it came first


def find_fouten(kennis: Kennis, eigen: Iterable[Voorziening]) -> Iterator[Kaartgebrek]:
    """Yield the entries that break a rule of the kaart, such as a link to nowhere."""
    listed = tuple(eigen)
    checker = _make_checker(kennis, _find_near(kennis, listed))
    for voorziening in listed:
        fouten = tuple(_check(voorziening, checker))
        if fouten:
            yield Kaartgebrek(soort=Gebreksoort.FOUT, slug=voorziening.slug, fouten=fouten)


def find_fouten_in(kennis: Kennis, nieuw: Voorziening) -> Iterator[Fout]:
    """Yield the faults that a version would bring into the kaart."""
    others = (v for v in _find_near(kennis, (nieuw,)) if v.slug != nieuw.slug)
    yield from _check(nieuw, _make_checker(kennis, (*others, nieuw)))


def find_zonder_opschalen(kennis: Kennis, eigen: Iterable[Voorziening]) -> Iterator[Kaartgebrek]:
    """Yield the entries from which nobody can be brought in: no escalation, or to an ended one."""
    for voorziening in eigen:
        if voorziening.status is Status.BEEINDIGD:
            continue
        slug = voorziening.opschalen or kennis.find_escalatie(voorziening.werkgebied)
        hoger = kennis.voorzieningen.get(slug or "")
        if hoger is None or hoger.status is Status.BEEINDIGD:
            yield Kaartgebrek(soort=Gebreksoort.GEEN_OPSCHALEN, slug=voorziening.slug)


def find_zonder_aanvoerder(
    kennis: Kennis, gebieden: Iterable[str], beheerd: Collection[str]
) -> Iterator[Kaartgebrek]:
    """Yield the areas with entries that nobody keeps.

    Args:
        kennis: the published kaart.
        gebieden: the areas to look at.
        beheerd: the areas that an aanvoerder keeps.
    """
    for gebied in sorted(set(gebieden) - set(beheerd)):
        aantal = sum(v.werkgebied == gebied for v in kennis.voorzieningen.values())
        if aantal:
            yield Kaartgebrek(soort=Gebreksoort.GEEN_AANVOERDER, gebied=gebied, aantal=aantal)


def find_nooit_gevonden(
    eigen: Iterable[Voorziening], oud: Collection[str], gebruik: Gebruik
) -> Iterator[Kaartgebrek]:
    """Yield the entries that came first for nobody, where enough was asked to say so.

    Args:
        eigen: the entries to look at.
        oud: slugs of the entries that were in the kaart all that time.
        gebruik: what the log says.
    """
    if gebruik.gevraagd < ENOUGH_ASKED:
        return
    for voorziening in eigen:
        runs = voorziening.status is not Status.BEEINDIGD
        if runs and voorziening.slug in oud and not gebruik.gevonden.get(voorziening.slug):
            yield Kaartgebrek(
                soort=Gebreksoort.NOOIT_GEVONDEN, slug=voorziening.slug, aantal=gebruik.dagen
            )


def find_zelfde_vragen(
    searcher: Searcher, eigen: Iterable[Voorziening], gemeenten: Collection[str], beurt: int = 0
) -> Iterator[Kaartgebrek]:
    """Yield the entries for whose own example questions another entry comes first.

    Where that are many, a part of them is asked, evenly spread, and another part each turn.

    Args:
        searcher: the kaart.
        eigen: the entries to look at.
        gemeenten: slugs of the areas that are municipalities; elsewhere no place is given.
        beurt: the number of the turn.
    """
    asked = [(v, vraag) for v in eigen for vraag in v.voorbeeldvragen]
    most = max(MOST_WORK // max(len(searcher.published), 1), LEAST_ASKED)
    step = max(-(-len(asked) // most), 1)
    found: dict[tuple[str, str], list[str]] = {}
    for voorziening, vraag in asked[beurt % step :: step]:
        gebied = voorziening.werkgebied
        kandidaten = searcher.find(vraag, gebied if gebied in gemeenten else None).kandidaten
        first = kandidaten[0].slug if kandidaten else voorziening.slug
        if first != voorziening.slug:
            found.setdefault((voorziening.slug, first), []).append(vraag)
    for (slug, ander), vragen in sorted(found.items()):
        yield Kaartgebrek(
            soort=Gebreksoort.ZELFDE_VRAGEN, slug=slug, ander=ander, vragen=tuple(vragen)
        )


def _make_checker(kennis: Kennis, voorzieningen: Iterable[Voorziening]) -> KaartChecker:
    return KaartChecker(
        Kaart(
            werkgebieden=tuple(kennis.werkgebieden),
            brondocumenten=tuple(kennis.brondocumenten.values()),
            voorzieningen=tuple(voorzieningen),
            routekaarten=(),
        )
    )


def _find_near(kennis: Kennis, eigen: Collection[Voorziening]) -> Iterator[Voorziening]:
    """Yield the entries that the rules look at: of the same areas, and those that are named."""
    gebieden = {voorziening.werkgebied for voorziening in eigen}
    named = {slug for voorziening in eigen for slug in find_verwijzingen(voorziening)}
    for voorziening in kennis.voorzieningen.values():
        if voorziening.werkgebied in gebieden or voorziening.slug in named:
            yield voorziening


def find_verwijzingen(voorziening: Voorziening) -> Iterator[str]:
    """Yield the slugs of the entries that an entry names."""
    yield from voorziening.zie_ook
    yield from (u.dan for u in voorziening.niet_voor if u.dan is not None)
    yield from (s for s in (voorziening.opschalen, voorziening.vervangen_door) if s is not None)


def _check(voorziening: Voorziening, checker: KaartChecker) -> Iterator[Fout]:
    found = (*check_voorziening(voorziening), *checker.check_voorziening(voorziening))
    for code, _, gegevens in found:
        yield Fout(code=code, bestand=voorziening.slug, gegevens=gegevens)


_Found = dict[tuple[int, frozenset[str], int], tuple[Kaartgebrek, ...]]
_KEPT: WeakKeyDictionary[Searcher, _Found] = WeakKeyDictionary()


def find_vaste(kennis: Kennis, gebieden: frozenset[str], beurt: int = 0) -> tuple[Kaartgebrek, ...]:
    """Return the faults in the entries of these areas; found once for each state of the kaart.

    Args:
        kennis: the published kaart.
        gebieden: the areas to look at.
        beurt: the number of the turn, for what is looked at in turns.
    """
    kept = _KEPT.setdefault(kennis.vraagbaak.searcher, {})
    key = (kennis.stand, gebieden, beurt)
    if key not in kept:
        eigen = [v for v in kennis.voorzieningen.values() if v.werkgebied in gebieden]
        gemeenten = {gebied.slug for gebied in kennis.werkgebieden.find_gemeenten()}
        kept[key] = (
            *find_fouten(kennis, eigen),
            *find_zonder_opschalen(kennis, eigen),
            *find_zelfde_vragen(kennis.vraagbaak.searcher, eigen, gemeenten, beurt),
        )
    return kept[key]
