"""The card of an entry: what stands on it, and the buttons under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Vraag
from handlers.merk import mark
from handlers.rechten import find_beheerde
from sociale_kaart.contact import Contact
from sociale_kaart.route import RouteStap
from sociale_kaart.voorziening import Voorziening

MAX_CARD = 900  # characters a reader sees; the least important lines go first
STALE_AFTER = timedelta(days=183)
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitweg:
    """A situation that an entry is not for, and the name of where to go."""

    situatie: str
    dan: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartweergave:
    """An entry as a card shows it, with names where the entry has slugs."""

    naam: str
    gebied: str
    status: str
    status_toelichting: str | None
    vervangen_door: str | None
    aanmeldstop: str | None
    omschrijving: str
    wanneer: tuple[str, ...]
    doelgroep: str | None
    niet_voor: tuple[Uitweg, ...]
    eerste_stap: RouteStap
    contact: tuple[Contact, ...]
    wachttijd: str | None
    gecontroleerd_op: str | None
    verouderd: bool
    bron: str
    ook_passend: tuple[str, ...]


def render_card(omgeving: Omgeving, voorziening: Voorziening, ook: Iterable[str] = ()) -> str:
    """Return the card as HTML, short enough to be read at a glance."""
    names = tuple(omgeving.kennis.voorzieningen[slug].naam for slug in ook)
    text = ""
    for wanneer, niet_voor, doelgroep in (
        (2, 1, True),
        (2, 1, False),
        (1, 1, False),
        (1, 0, False),
    ):
        weergave = _make_weergave(
            omgeving, voorziening, names, wanneer=wanneer, niet_voor=niet_voor, doelgroep=doelgroep
        )
        text = omgeving.renderer.render("kaart", k=weergave)
        if len(text) <= MAX_CARD:
            return text
    return text


def make_buttons(
    omgeving: Omgeving, voorziening: Voorziening, *, met_oordeel: bool, merk: str = ""
) -> Knoppen:
    """Return the buttons under a card; those for a verdict only under an answer.

    `merk` is the mark of the question that it answers.
    """
    label, slug = omgeving.renderer.label, voorziening.slug
    rows = [
        (
            Knop(titel=label("knop_route"), data=mark(f"route:{slug}", merk)),
            Knop(titel=label("knop_nodig"), data=mark(f"nodig:{slug}", merk)),
            Knop(titel=label("knop_herinner_mij"), data=f"hk:{slug}"),
        ),
        (
            Knop(titel=label("knop_deel"), data=f"deel:{slug}"),
            Knop(titel=label("knop_klopt_niet"), data=f"kloptniet:{slug}"),
            Knop(titel=label("knop_vast"), data=f"vast:{slug}"),
        ),
    ]
    if met_oordeel:
        rows.append(
            (
                Knop(titel=label("knop_hielp"), data=mark(f"hielp:{slug}", merk)),
                Knop(titel=label("knop_past_niet"), data=mark(f"niet:{slug}", merk)),
                Knop(titel=label("knop_waarom"), data=mark(f"hoezo:{slug}", merk)),
            )
        )
    return (*_make_routekaart_buttons(omgeving, slug), *rows)


def make_beheer_buttons(vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening) -> Knoppen:
    """Return the buttons for who keeps an entry; none for others, or where others read along."""
    eigen = find_beheerde(vraag.deelnemer, omgeving.afspraken.gedeeld)
    if vraag.groep or voorziening.werkgebied not in eigen:
        return ()
    label, slug = omgeving.renderer.label, voorziening.slug
    return (
        (
            Knop(titel=label("knop_bewerk"), data=f"bewerk:{slug}"),
            Knop(titel=label("knop_geschiedenis"), data=f"versies:{slug}"),
        ),
    )


def format_date(day: date) -> str:
    """Return a date in full, as '22 november 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def describe_source(omgeving: Omgeving, voorziening: Voorziening) -> str:
    """Return the first source of an entry, with its year."""
    document = omgeving.kennis.brondocumenten.get(voorziening.bronnen[0].document)
    if document is None:
        return voorziening.bronnen[0].document
    if document.jaar is None or str(document.jaar) in document.titel:
        return document.titel
    return f"{document.titel}, {document.jaar}"


def _make_routekaart_buttons(omgeving: Omgeving, slug: str) -> Knoppen:
    return tuple(
        (
            Knop(
                titel=omgeving.renderer.label("knop_routekaart", naam=routekaart.naam),
                data=f"rk:{routekaart.slug}:",
            ),
        )
        for routekaart in omgeving.kennis.routekaarten.values()
        if slug in routekaart.past_bij
    )


def _make_weergave(
    omgeving: Omgeving,
    voorziening: Voorziening,
    ook: tuple[str, ...],
    *,
    wanneer: int,
    niet_voor: int,
    doelgroep: bool,
) -> Kaartweergave:
    checked = voorziening.gecontroleerd_op
    return Kaartweergave(
        naam=voorziening.naam,
        gebied=omgeving.kennis.werkgebieden.get(voorziening.werkgebied).naam,
        status=voorziening.status.value,
        status_toelichting=voorziening.status_toelichting,
        vervangen_door=_find_naam(omgeving, voorziening.vervangen_door),
        aanmeldstop=voorziening.aanmeldstop,
        omschrijving=voorziening.omschrijving.strip(),
        wanneer=voorziening.wanneer[:wanneer],
        doelgroep=voorziening.doelgroep.tekst if doelgroep and voorziening.doelgroep else None,
        niet_voor=tuple(
            Uitweg(situatie=u.situatie, dan=_find_naam(omgeving, u.dan))
            for u in voorziening.niet_voor[:niet_voor]
        ),
        eerste_stap=voorziening.route[0],
        contact=voorziening.contact,
        wachttijd=voorziening.wachttijd,
        gecontroleerd_op=format_date(checked) if checked else None,
        verouderd=bool(checked and omgeving.clock.get_nu().date() - checked > STALE_AFTER),
        bron=describe_source(omgeving, voorziening),
        ook_passend=ook,
    )


def _find_naam(omgeving: Omgeving, slug: str | None) -> str | None:
    voorziening = omgeving.kennis.voorzieningen.get(slug or "")
    return voorziening.naam if voorziening else None
