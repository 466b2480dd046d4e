"""'Klopt dit nog?': what is due this week and what waits, one entry at a time."""

from datetime import date

from handlers.card import format_date
from handlers.effecten.werklijst import NagaanGevraagd, RoutekaartBevestigd
from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Stap, Vraag
from handlers.werklijst.bericht import (
    make_bewerk_knop,
    make_kaart_knop,
    make_way_back,
    make_ways_on,
    say,
    say_done,
)
from handlers.werklijst.eigen import find_eigen, keeps
from handlers.werklijst.publiceren import make_publicatie, refuse_vier_ogen
from knowledge.werklijst.nagaan import Nagaanvraag, find_maandag, find_nagaan, make_nagegaan
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.voorziening import Status, Voorziening

MOST_OMSCHRIJVING = 300  # characters


async def find_vragen(
    vraag: Vraag, omgeving: Omgeving
) -> tuple[tuple[Nagaanvraag, ...], tuple[Effect, ...]]:
    """Return what is asked of the asker this week, and what keeps that it was asked."""
    return await find_vragen_over(find_eigen(vraag, omgeving), omgeving)


async def find_vragen_over(
    eigen: tuple[Voorziening, ...], omgeving: Omgeving, dag: date | None = None
) -> tuple[tuple[Nagaanvraag, ...], tuple[Effect, ...]]:
    """Return what is asked about these entries in the week of a day, by default this one."""
    vandaag = dag or omgeving.clock.get_nu().date()
    gevraagd = await omgeving.nagaan.find_gevraagd()
    sinds = {slug: op.date() for slug, op in (await omgeving.nagaan.find_sinds()).items()}
    vragen = find_nagaan(eigen, gevraagd, sinds, vandaag)
    week = find_maandag(vandaag)
    new = tuple(v.slug for v in vragen if v.week == week and gevraagd.get(v.slug) != week)
    return vragen, ((NagaanGevraagd(slugs=new, week=week),) if new else ())


async def find_voorstellen(vraag: Vraag, omgeving: Omgeving) -> tuple[Routekaart, ...]:
    """Return the routekaarten that the asker's area must still confirm."""
    gemeente = vraag.deelnemer.gemeente
    slugs = {voorziening.slug for voorziening in find_eigen(vraag, omgeving)}
    confirmed = await omgeving.nagaan.find_bevestigd()
    return tuple(
        routekaart
        for routekaart in omgeving.kennis.routekaarten.values()
        if routekaart.voorstel
        and (routekaart.slug, gemeente) not in confirmed
        and slugs.intersection(routekaart.past_bij)
    )


def find_zonder_contact(vraag: Vraag, omgeving: Omgeving) -> tuple[Voorziening, ...]:
    """Return the asker's entries that say nowhere how they are reached."""
    return tuple(
        v for v in find_eigen(vraag, omgeving) if not v.contact and v.status is not Status.BEEINDIGD
    )


def find_nooit_nagegaan(vraag: Vraag, omgeving: Omgeving) -> tuple[Voorziening, ...]:
    """Return the asker's entries that nobody checked yet, those that are due first before."""
    found = [
        v
        for v in find_eigen(vraag, omgeving)
        if v.gecontroleerd_op is None and v.status is not Status.BEEINDIGD
    ]
    return tuple(sorted(found, key=lambda v: (v.controleer_voor or date.min, v.slug)))


async def show_nagaan(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one entry that is asked about, or one routekaart to confirm."""
    vragen, effecten = await find_vragen(vraag, omgeving)
    voorstellen = await find_voorstellen(vraag, omgeving)
    aantal = len(vragen) + len(voorstellen)
    if not aantal:
        return say(vraag, omgeving, "werklijst/leeg", make_way_back(omgeving))
    nummer %= aantal
    if nummer >= len(vragen):
        return _show_voorstel(vraag, omgeving, voorstellen[nummer - len(vragen)], nummer, aantal)
    gevraagd = vragen[nummer]
    voorziening = omgeving.kennis.get_voorziening(gevraagd.slug)
    return _show_kaart(
        vraag, omgeving, voorziening, ("n", nummer, aantal), weken=gevraagd.weken, effecten=effecten
    )


async def show_zonder_contact(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one entry that lacks how it is reached."""
    return _show_one_of(vraag, omgeving, "c", nummer, find_zonder_contact(vraag, omgeving))


async def show_nooit_nagegaan(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one entry that nobody checked yet."""
    return _show_one_of(vraag, omgeving, "o", nummer, find_nooit_nagegaan(vraag, omgeving))


async def answer_nagaan(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Take the answer to 'klopt dit nog?'; `keuze` is `<k, s or r>:<slug>`."""
    doen, _, slug = keuze.partition(":")
    if doen == "r":
        return await _confirm(vraag, omgeving, slug)
    if not keeps(vraag, omgeving, slug):
        return say_done(vraag, omgeving)
    voorziening = omgeving.kennis.get_voorziening(slug)
    if doen == "s":
        knoppen = make_way_back(omgeving, make_bewerk_knop(omgeving, slug))
        return say(vraag, omgeving, "werklijst/gestopt", knoppen, naam=voorziening.naam)
    return _check(vraag, omgeving, voorziening)


def _check(vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening) -> Stap:
    """Publish that an entry was checked today."""
    vandaag = omgeving.clock.get_nu().date()
    if (refused := refuse_vier_ogen(vraag, omgeving, voorziening)) is not None:
        return refused
    volgende = Knop(titel=omgeving.renderer.label("wl_volgende"), data="wl:n:0")
    knoppen = make_way_back(omgeving, volgende)
    nagegaan = make_nagegaan(voorziening, vandaag)
    reden = omgeving.renderer.label("wl_reden_nagegaan")
    effecten = (
        ()
        if voorziening.gecontroleerd_op == vandaag
        else (make_publicatie(vraag, omgeving, nagegaan, reden),)
    )
    return say(
        vraag,
        omgeving,
        "werklijst/nagegaan",
        knoppen,
        effecten,
        naam=voorziening.naam,
        weer=format_date(nagegaan.controleer_voor or vandaag),
        zonder_contact=not voorziening.contact,
    )


async def _confirm(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Confirm a routekaart for the asker's own area."""
    routekaart = omgeving.kennis.get_routekaart(slug)
    gemeente = vraag.deelnemer.gemeente
    if gemeente is None or routekaart not in await find_voorstellen(vraag, omgeving):
        return say_done(vraag, omgeving)
    effect = RoutekaartBevestigd(slug=slug, gebied=gemeente)
    gebied = omgeving.name_gebied(gemeente)
    return say(
        vraag,
        omgeving,
        "werklijst/bevestigd",
        make_way_back(omgeving),
        (effect,),
        naam=routekaart.naam,
        gebied=gebied,
    )


def _show_one_of(
    vraag: Vraag, omgeving: Omgeving, deel: str, nummer: int, alle: tuple[Voorziening, ...]
) -> Stap:
    if not alle:
        return say(vraag, omgeving, "werklijst/leeg", make_way_back(omgeving))
    nummer %= len(alle)
    return _show_kaart(vraag, omgeving, alle[nummer], (deel, nummer, len(alle)))


def _show_kaart(
    vraag: Vraag,
    omgeving: Omgeving,
    voorziening: Voorziening,
    plek: tuple[str, int, int],
    *,
    weken: int = 0,
    effecten: tuple[Effect, ...] = (),
) -> Stap:
    """Ask whether an entry is still right; `plek` is the part, the number and of how many."""
    deel, nummer, aantal = plek
    label, slug = omgeving.renderer.label, voorziening.slug
    knoppen = (
        (
            Knop(titel=label("wl_klopt"), data=f"wg:k:{slug}"),
            make_bewerk_knop(omgeving, slug),
            Knop(titel=label("wl_gestopt"), data=f"wg:s:{slug}"),
        ),
        (make_kaart_knop(omgeving, slug),),
        *make_ways_on(omgeving, deel, nummer, aantal),
    )
    checked = voorziening.gecontroleerd_op
    return say(
        vraag,
        omgeving,
        "werklijst/nagaan",
        knoppen,
        effecten,
        deel=deel,
        naam=voorziening.naam,
        gebied=omgeving.name_gebied(voorziening.werkgebied),
        omschrijving=voorziening.omschrijving.strip()[:MOST_OMSCHRIJVING],
        stap=voorziening.route[0] if voorziening.route else None,
        contact=voorziening.contact,
        nagegaan=format_date(checked) if checked else None,
        weken=weken,
        nummer=nummer + 1,
        aantal=aantal,
    )


def _show_voorstel(
    vraag: Vraag, omgeving: Omgeving, routekaart: Routekaart, nummer: int, aantal: int
) -> Stap:
    label = omgeving.renderer.label
    bekijk = Knop(titel=label("wl_bekijk"), data=f"rk:{routekaart.slug}:")
    klopt = Knop(titel=label("wl_klopt"), data=f"wg:r:{routekaart.slug}")
    knoppen = ((klopt, bekijk), *make_ways_on(omgeving, "n", nummer, aantal))
    return say(
        vraag,
        omgeving,
        "werklijst/voorstel",
        knoppen,
        naam=routekaart.naam,
        gebied=omgeving.name_gebied(vraag.deelnemer.gemeente),
        nummer=nummer + 1,
        aantal=aantal,
    )
