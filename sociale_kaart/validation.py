"""The rules between the entries of a kaart, and for its routekaarten."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sociale_kaart.bron import Brondocument
from sociale_kaart.errors import WerkgebiedNotFound
from sociale_kaart.fout import Foutcode
from sociale_kaart.kaart import Kaart
from sociale_kaart.routekaart import Knoop, Routekaart, find_endless, find_looping
from sociale_kaart.schema import Gebrek
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import LETTERS, Werkgebied, Werkgebieden
from sociale_kaart.yaml_file import Pad


def check_werkgebieden(gebieden: tuple[Werkgebied, ...]) -> Iterator[Gebrek]:
    """Yield every area that stands twice, lies in an unknown one or in itself, or has odd letters.

    Two areas with the same letters would hand out the same code for two cases.
    """
    yield from _check_letters(gebieden)
    boom = Werkgebieden(gebieden)
    slugs = Counter(gebied.slug for gebied in gebieden)
    for nummer, gebied in enumerate(gebieden):
        if slugs[gebied.slug] > 1:
            yield Foutcode.SLUG_DUBBEL, (nummer, "slug"), {"waarde": gebied.slug}
        if gebied.ligt_in is None:
            continue
        if gebied.ligt_in not in boom:
            yield Foutcode.WERKGEBIED_ONBEKEND, (nummer, "ligt_in"), {"waarde": gebied.ligt_in}
        elif _is_in_circle(boom, gebied):
            yield Foutcode.WERKGEBIED_KRING, (nummer, "ligt_in"), {"waarde": gebied.slug}


def _check_letters(gebieden: tuple[Werkgebied, ...]) -> Iterator[Gebrek]:
    found = Counter(gebied.letters for gebied in gebieden if gebied.letters is not None)
    for nummer, gebied in enumerate(gebieden):
        letters = gebied.letters
        if letters is None:
            continue
        if not LETTERS.fullmatch(letters):
            yield Foutcode.LETTERS_ONGELDIG, (nummer, "letters"), {"waarde": letters}
        elif found[letters] > 1:
            yield Foutcode.LETTERS_DUBBEL, (nummer, "letters"), {"waarde": letters}


def check_brondocumenten(documenten: tuple[Brondocument, ...]) -> Iterator[Gebrek]:
    """Yield every document that stands twice."""
    ids = Counter(document.id for document in documenten)
    for nummer, document in enumerate(documenten):
        if ids[document.id] > 1:
            yield Foutcode.BRON_DUBBEL, (nummer, "id"), {"waarde": document.id}


def _is_in_circle(boom: Werkgebieden, gebied: Werkgebied) -> bool:
    seen = {gebied.slug}
    current = gebied.ligt_in
    while current is not None and current in boom:
        if current in seen:
            return True
        seen.add(current)
        current = boom.get(current).ligt_in
    return False


class KaartChecker:
    """Checks the entries and routekaarten of one kaart against each other."""

    def __init__(self, kaart: Kaart) -> None:
        self._gebieden = kaart.werkgebieden
        self._boom = Werkgebieden(kaart.werkgebieden)
        self._jaren = {document.id: document.jaar for document in kaart.brondocumenten}
        self._gebied_of = {v.slug: v.werkgebied for v in kaart.voorzieningen}
        self._namen = _find_namen(kaart.voorzieningen)

    def check_voorziening(self, voorziening: Voorziening) -> Iterator[Gebrek]:
        """Yield every defect of one entry that shows only beside the others."""
        if voorziening.werkgebied not in self._boom:
            yield (
                Foutcode.WERKGEBIED_ONBEKEND,
                ("werkgebied",),
                {"waarde": voorziening.werkgebied},
            )
        for nummer, bron in enumerate(voorziening.bronnen):
            yield from self._check_bron(("bronnen", nummer), bron.document, bron.jaar)
        for pad, slug in _find_verwijzingen(voorziening):
            yield from self._check_verwijzing(voorziening, pad, slug)
        for nummer, alias in enumerate(voorziening.aliassen):
            yield from self._check_alias(voorziening, nummer, alias)

    def check_opschalen(self) -> Iterator[Gebrek]:
        """Yield every area that escalates to an entry that does not exist."""
        for nummer, gebied in enumerate(self._gebieden):
            if gebied.opschalen is not None:
                yield from self._check_known((nummer, "opschalen"), gebied.opschalen)

    def check_routekaart(self, routekaart: Routekaart) -> Iterator[Gebrek]:
        """Yield every defect of a routekaart: broken links, and paths that do not end."""
        for nummer, bron in enumerate(routekaart.bronnen):
            yield from self._check_bron(("bronnen", nummer), bron.document, bron.jaar)
        for nummer, slug in enumerate(routekaart.past_bij):
            yield from self._check_known(("past_bij", nummer), slug)
        for nummer, knoop in enumerate(routekaart.knopen):
            for stap_nummer, stap in enumerate(knoop.stappen):
                for slug in stap.voorzieningen:
                    pad = ("knopen", nummer, "stappen", stap_nummer, "voorzieningen")
                    yield from self._check_known(pad, slug)
        yield from _check_knopen(routekaart)

    def _check_bron(self, pad: Pad, document: str, jaar: int | None) -> Iterator[Gebrek]:
        if document not in self._jaren:
            yield Foutcode.BRON_ONBEKEND, (*pad, "document"), {"waarde": document}
        elif jaar != self._jaren[document]:
            gegevens = {"waarde": jaar, "verwacht": self._jaren[document]}
            yield Foutcode.BRON_JAAR_WIJKT_AF, (*pad, "jaar"), gegevens

    def _check_known(self, pad: Pad, slug: str) -> Iterator[Gebrek]:
        if slug not in self._gebied_of:
            yield Foutcode.VERWIJZING_ONBEKEND, pad, {"veld": _name_veld(pad), "waarde": slug}

    def _check_verwijzing(self, van: Voorziening, pad: Pad, slug: str) -> Iterator[Gebrek]:
        gegevens = {"veld": _name_veld(pad), "waarde": slug}
        if slug == van.slug:
            yield Foutcode.VERWIJZING_NAAR_ZICHZELF, pad, gegevens
        elif slug not in self._gebied_of:
            yield Foutcode.VERWIJZING_ONBEKEND, pad, gegevens
        elif not self._can_reach(van.werkgebied, self._gebied_of[slug]):
            yield Foutcode.VERWIJZING_BUITEN_GEBIED, pad, gegevens

    def _can_reach(self, van: str, naar: str) -> bool:
        try:
            return self._boom.overlaps(van, naar)
        except WerkgebiedNotFound:
            return True  # said already, as an unknown area

    def _check_alias(self, voorziening: Voorziening, nummer: int, alias: str) -> Iterator[Gebrek]:
        for slug in self._namen[(voorziening.werkgebied, alias.casefold().strip())]:
            if slug != voorziening.slug:
                gegevens = {"waarde": alias, "ander": slug}
                yield Foutcode.ALIAS_DUBBEL, ("aliassen", nummer), gegevens


def _name_veld(pad: Pad) -> str:
    return next(part for part in pad if isinstance(part, str))


def _find_namen(voorzieningen: tuple[Voorziening, ...]) -> Mapping[tuple[str, str], list[str]]:
    namen: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for voorziening in voorzieningen:
        for naam in {n.casefold().strip() for n in (voorziening.naam, *voorziening.aliassen)}:
            namen[(voorziening.werkgebied, naam)].append(voorziening.slug)
    return namen


def _find_verwijzingen(voorziening: Voorziening) -> Iterator[tuple[Pad, str]]:
    for nummer, slug in enumerate(voorziening.zie_ook):
        yield ("zie_ook", nummer), slug
    for nummer, uitzondering in enumerate(voorziening.niet_voor):
        if uitzondering.dan is not None:
            yield ("niet_voor", nummer, "dan"), uitzondering.dan
    for veld in ("opschalen", "vervangen_door"):
        if (slug := getattr(voorziening, veld)) is not None:
            yield (veld,), slug


def _check_knopen(routekaart: Routekaart) -> Iterator[Gebrek]:
    ids = Counter(knoop.id for knoop in routekaart.knopen)
    if routekaart.begin not in ids:
        yield Foutcode.KNOOP_ONBEKEND, ("begin",), {"waarde": routekaart.begin}
    for nummer, knoop in enumerate(routekaart.knopen):
        if ids[knoop.id] > 1:
            yield Foutcode.KNOOP_DUBBEL, ("knopen", nummer), {"waarde": knoop.id}
        yield from _check_knoop(knoop, nummer, ids)
    endless = find_endless(routekaart.knopen)
    looping = () if endless else find_looping(routekaart.knopen)
    for nummer, knoop in enumerate(routekaart.knopen):
        if knoop.id in endless and (knoop.keuzes or knoop.stappen):
            yield Foutcode.PAD_ZONDER_EIND, ("knopen", nummer), {"waarde": knoop.id}
        if knoop.id in looping:
            yield Foutcode.PAD_IN_KRING, ("knopen", nummer), {"waarde": knoop.id}


def _check_knoop(knoop: Knoop, nummer: int, ids: Mapping[str, int]) -> Iterator[Gebrek]:
    pad: Pad = ("knopen", nummer)
    if not knoop.keuzes and not knoop.stappen:
        yield Foutcode.KNOOP_LEEG, pad, {"waarde": knoop.id}
    if knoop.keuzes and (knoop.stappen or knoop.vraag is None):
        yield Foutcode.KNOOP_VRAAG_EN_EIND, pad, {"waarde": knoop.id}
    for positie, keuze in enumerate(knoop.keuzes):
        if keuze.naar not in ids:
            yield Foutcode.KNOOP_ONBEKEND, (*pad, "keuzes", positie), {"waarde": keuze.naar}
