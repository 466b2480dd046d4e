"""What a file would change in the kaart, and every reason why it may not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from knowledge.invoer.aanbod import Aanbod, Progress
from knowledge.invoer.fout import Invoercode, Invoerfout, Plek
from knowledge.invoer.kolommen import find_kolom
from knowledge.load import Wijziging
from knowledge.privacy import PrivacyGuard
from knowledge.privacy.gegeven import Gegevenssoort
from sociale_kaart.bron import Brondocument
from sociale_kaart.field_rules import check_voorziening
from sociale_kaart.fout import Foutcode
from sociale_kaart.kaart import Kaart, join_kaart
from sociale_kaart.schema import Gebrek, dump
from sociale_kaart.validation import KaartChecker
from sociale_kaart.voorziening import Voorziening

# that never belong in an entry; a telephone number or address of a service does, in `contact`
OVERAL = frozenset({Gegevenssoort.BSN, Gegevenssoort.IBAN})
IN_VRAGEN = OVERAL | {
    Gegevenssoort.EMAIL,
    Gegevenssoort.TELEFOON,
    Gegevenssoort.GEBOORTEDATUM,
    Gegevenssoort.KENTEKEN,
    Gegevenssoort.DOSSIERNUMMER,
}
VRAGEN = ("voorbeeldvragen", "status_toelichting")
_SUSPECT = re.compile(r"@|(?:\d\D{0,3}){6}|[A-Za-z]{2}\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What is new, changed and gone, and what stands in the way."""

    nieuw: tuple[Voorziening, ...] = ()
    gewijzigd: tuple[Voorziening, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()  # of the changed ones, the fields
    gelijk: int = 0
    afwezig: tuple[Voorziening, ...] = ()  # in the kaart and not in the file: they stay
    documenten: tuple[Brondocument, ...] = ()  # new ones that come along
    overig: tuple[Wijziging, ...] = ()  # areas, documents and routekaarten that differ
    fouten: tuple[Invoerfout, ...] = ()
    plekken: Mapping[str, Plek] = field(default_factory=dict)  # by slug
    aangenomen: str | None = None

    @property
    def te_publiceren(self) -> tuple[Voorziening, ...]:
        """What would be published."""
        return (*self.nieuw, *self.gewijzigd)

    def add_fouten(self, *fouten: Invoerfout) -> "Voorstel":
        """Return it with more that stands in the way."""
        return replace(self, fouten=(*self.fouten, *fouten))


def make_voorstel(
    aanbod: Aanbod, naast: Kaart, guard: PrivacyGuard, progress: Progress = iter
) -> Voorstel:
    """Return what a file would change in the kaart beside it, checked as a whole."""
    bekend = {voorziening.slug: voorziening for voorziening in naast.voorzieningen}
    aangeboden = aanbod.kaart.voorzieningen
    nieuw = tuple(v for v in aangeboden if v.slug not in bekend)
    gewijzigd = tuple(v for v in aangeboden if v.slug in bekend and bekend[v.slug] != v)
    documenten = {document.id for document in naast.brondocumenten}
    fouten = [
        *aanbod.fouten,
        *_find_fouten(aanbod, naast, (*nieuw, *gewijzigd)),
        *(
            fout
            for voorziening in progress((*nieuw, *gewijzigd))
            for fout in _find_gegevens(voorziening, aanbod, guard)
        ),
    ]
    return Voorstel(
        nieuw=nieuw,
        gewijzigd=gewijzigd,
        wijzigingen=tuple(
            Wijziging(slug=v.slug, velden=find_velden(bekend[v.slug], v)) for v in gewijzigd
        ),
        gelijk=len(aangeboden) - len(nieuw) - len(gewijzigd),
        afwezig=tuple(v for v in naast.voorzieningen if v.slug not in aanbod.slugs),
        documenten=tuple(d for d in aanbod.kaart.brondocumenten if d.id not in documenten),
        overig=tuple(_find_overig(aanbod.kaart, naast)),
        fouten=tuple(fouten),
        plekken=aanbod.plekken,
        aangenomen=aanbod.aangenomen,
    )


def find_velden(oud: object, nieuw: object) -> tuple[str, ...]:
    """Return the fields in which two values differ."""
    before, after = dump(oud), dump(nieuw)
    return tuple(veld for veld in {**before, **after} if before.get(veld) != after.get(veld))


def _find_overig(kaart: Kaart, naast: Kaart) -> Iterator[Wijziging]:
    """Yield the areas, documents and routekaarten that are new or differ."""
    for soort, aangeboden, bekend in (
        ("werkgebied", kaart.werkgebieden, naast.werkgebieden),
        ("brondocument", kaart.brondocumenten, naast.brondocumenten),
        ("routekaart", kaart.routekaarten, naast.routekaarten),
    ):
        known = {_name(waarde): waarde for waarde in bekend}
        for waarde in aangeboden:
            oud = known.get(_name(waarde))
            if oud != waarde:
                velden = find_velden(oud, waarde) if oud else ()
                yield Wijziging(soort=soort, slug=_name(waarde), velden=velden)


def _name(waarde: object) -> str:
    return str(getattr(waarde, "slug", None) or getattr(waarde, "id", ""))


def _find_fouten(
    aanbod: Aanbod, naast: Kaart, anders: tuple[Voorziening, ...]
) -> Iterator[Invoerfout]:
    """Yield the faults of what is new or changed, and those that it would cause elsewhere.

    The files of a zip were checked while they were read, where the lines are known.
    """
    later = join_kaart(naast, aanbod.kaart)
    checker = KaartChecker(later)
    gezien = {voorziening.slug for voorziening in anders}
    genoemd: set[str] = set()  # whose alias was said to be that of another
    for voorziening in anders:
        plek = aanbod.plekken.get(voorziening.slug, Plek())
        if plek.bestand is None:
            gebreken = (*check_voorziening(voorziening), *checker.check_voorziening(voorziening))
            if any(code is Foutcode.ALIAS_DUBBEL for code, _, _ in gebreken):
                genoemd.add(voorziening.slug)
            yield from (_place(gebrek, plek) for gebrek in gebreken)
    before = KaartChecker(naast)
    for voorziening in naast.voorzieningen:
        if voorziening.slug in gezien:
            continue
        known = [gebrek[:2] for gebrek in before.check_voorziening(voorziening)]
        for gebrek in checker.check_voorziening(voorziening):
            if gebrek[:2] not in known and gebrek[2].get("ander") not in genoemd:
                yield _place(gebrek, Plek(bestand=voorziening.slug))


def _place(gebrek: Gebrek, plek: Plek) -> Invoerfout:
    code, pad, gegevens = gebrek
    return Invoerfout(code=code, plek=replace(plek, kolom=find_kolom(pad)), gegevens=gegevens)


def _find_gegevens(
    voorziening: Voorziening, aanbod: Aanbod, guard: PrivacyGuard
) -> Iterator[Invoerfout]:
    """Yield the personal data in an entry, of the kinds that cannot be there."""
    plek = aanbod.plekken.get(voorziening.slug, Plek())
    for veld, waarde in dump(voorziening).items():
        soorten = IN_VRAGEN if veld in VRAGEN else OVERAL
        for tekst in _find_teksten(waarde):
            if not _SUSPECT.search(tekst):
                continue
            for gegeven in guard.find(tekst):
                if gegeven.soort in soorten:
                    yield Invoerfout(
                        code=Invoercode.PERSOONSGEGEVEN,
                        plek=replace(plek, kolom=veld),
                        gegevens={"soort": gegeven.soort.value},
                    )


def _find_teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _find_teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _find_teksten(deel)
