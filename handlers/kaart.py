"""Cards and browsing: by theme, within one's own area."""

from dataclasses import replace

from handlers.card import describe_source, make_beheer_buttons, make_buttons, render_card
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.keuze import note_keuze
from handlers.merk import is_huidig, make_merk, mark, read_rest, say_eerder
from handlers.vraag import answer
from sociale_kaart.voorziening import Leefgebied, Voorziening

PAGE = 8  # entries on one page of browsing
MAX_DIGITS = 3  # of the number of a page


async def show_kaart(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Show the card of an entry; `rest` is `<slug>[:<merk>]`, of the question it was offered at."""
    slug, merk = read_rest(rest)
    voorziening = omgeving.kennis.get_voorziening(slug)
    huidig = make_merk(vraag.dialoog)
    eigen = merk or huidig
    knoppen = (
        *make_buttons(
            omgeving, voorziening, met_oordeel=bool(huidig) and eigen == huidig, merk=eigen
        ),
        *make_beheer_buttons(vraag, omgeving, voorziening),
    )
    return Stap(
        antwoord=Antwoord(tekst=render_card(omgeving, voorziening), knoppen=knoppen),
        effecten=note_keuze(vraag) if is_huidig(vraag, merk) else (),
    )


async def show_route(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Show every step of the route of an entry, with all its sources."""
    slug, merk = read_rest(rest)
    voorziening = omgeving.kennis.get_voorziening(slug)
    opschalen = omgeving.kennis.find_opschalen(voorziening, vraag.gemeente)
    tekst = omgeving.renderer.render(
        "route",
        naam=voorziening.naam,
        route=voorziening.route,
        wet=voorziening.wet,
        opschalen=opschalen.naam if opschalen else None,
        bronnen=[_name_source(omgeving, voorziening, n) for n in range(len(voorziening.bronnen))],
    )
    return reply_beside(tekst, voorziening, omgeving, merk)


async def show_nodig(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Show what is needed for an entry, and when one may refer."""
    slug, merk = read_rest(rest)
    voorziening = omgeving.kennis.get_voorziening(slug)
    tekst = omgeving.renderer.render(
        "nodig",
        naam=voorziening.naam,
        nodig=voorziening.nodig,
        verwijscriteria=voorziening.verwijscriteria,
    )
    return reply_beside(tekst, voorziening, omgeving, merk)


async def share_kaart(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Show a card without buttons, to pass on to a colleague."""
    voorziening = omgeving.kennis.get_voorziening(slug)
    tekst = omgeving.renderer.render(
        "deel",
        naam=voorziening.naam,
        gebied=omgeving.kennis.werkgebieden.get(voorziening.werkgebied).naam,
        omschrijving=voorziening.omschrijving,
        stap=voorziening.route[0],
        contact=voorziening.contact,
        bron=describe_source(omgeving, voorziening),
        gecontroleerd=voorziening.gecontroleerd_op is not None,
    )
    return Stap(antwoord=Antwoord(tekst=tekst))


async def browse(vraag: Vraag, omgeving: Omgeving, keuze: str = "") -> Stap:
    """Show the themes, or the entries of one theme; `keuze` is `<leefgebied>:<page>` or empty."""
    leefgebied, _, page = keuze.partition(":")
    if leefgebied not in set(Leefgebied):
        return _show_leefgebieden(vraag, omgeving)
    return _show_leefgebied(vraag, omgeving, Leefgebied(leefgebied), _read_page(page))


async def choose_gemeente(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Take a municipality for this dialogue, and answer the question that waited for it.

    `rest` is `<slug>[:<merk>]`; without a mark it was no question that asked.
    """
    slug, merk = read_rest(rest)
    if merk and not is_huidig(vraag, merk):
        return say_eerder(omgeving, merk)
    if slug not in {gemeente.slug for gemeente in omgeving.kennis.werkgebieden.find_gemeenten()}:
        return ask_gemeente(omgeving)
    dialoog = replace(vraag.dialoog, gemeente=slug)
    if dialoog.vraag is not None:
        stap = answer(replace(vraag, dialoog=dialoog), omgeving)
        return replace(stap, effecten=(*note_keuze(vraag), *stap.effecten))
    naam = omgeving.kennis.werkgebieden.get(slug).naam
    tekst = omgeving.renderer.render("gemeente_gekozen", naam=naam)
    return Stap(antwoord=Antwoord(tekst=tekst), effecten=(DialoogVerandert(dialoog=dialoog),))


def ask_gemeente(omgeving: Omgeving) -> Stap:
    """Ask for which municipality to search."""
    knoppen = tuple(
        (Knop(titel=gemeente.naam, data=f"gemeente:{gemeente.slug}"),)
        for gemeente in omgeving.kennis.werkgebieden.find_gemeenten()
    )
    tekst = omgeving.renderer.render("verduidelijk", soort="gemeente")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


def reply_beside(tekst: str, voorziening: Voorziening, omgeving: Omgeving, merk: str) -> Stap:
    """Return a step with a text about an entry, and the way back to its card."""
    data = mark(f"kaart:{voorziening.slug}", merk)
    knop = Knop(titel=omgeving.renderer.label("knop_terug_kaart"), data=data)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=((knop,),)))


def _name_source(omgeving: Omgeving, voorziening: Voorziening, number: int) -> dict[str, object]:
    bron = voorziening.bronnen[number]
    document = omgeving.kennis.brondocumenten.get(bron.document)
    titel = document.titel if document else bron.document
    return {"titel": titel, "jaar": bron.jaar, "plaats": bron.plaats}


def _show_leefgebieden(vraag: Vraag, omgeving: Omgeving) -> Stap:
    eigen = _find_own(vraag, omgeving)
    counts = {
        leefgebied: sum(leefgebied in v.leefgebieden for v in eigen) for leefgebied in Leefgebied
    }
    knoppen = tuple(
        (
            Knop(
                titel=f"{omgeving.renderer.label('leefgebied', naam=leefgebied.value)} ({count})",
                data=f"bladeren:{leefgebied.value}:0",
            ),
        )
        for leefgebied, count in counts.items()
        if count
    )
    tekst = omgeving.renderer.render(
        "bladeren", gebied=_name_gemeente(vraag, omgeving), aantal=len(eigen)
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


def _show_leefgebied(vraag: Vraag, omgeving: Omgeving, leefgebied: Leefgebied, page: int) -> Stap:
    found = [v for v in _find_own(vraag, omgeving) if leefgebied in v.leefgebieden]
    shown = found[page * PAGE : (page + 1) * PAGE]
    rows = [(Knop(titel=v.naam, data=f"kaart:{v.slug}"),) for v in shown]
    if len(found) > (page + 1) * PAGE:
        data = f"bladeren:{leefgebied.value}:{page + 1}"
        rows.append((Knop(titel=omgeving.renderer.label("knop_meer"), data=data),))
    rows.append((Knop(titel=omgeving.renderer.label("knop_bladeren"), data="bladeren:"),))
    tekst = omgeving.renderer.render(
        "bladeren_leefgebied",
        leefgebied=omgeving.renderer.label("leefgebied", naam=leefgebied.value),
        gebied=_name_gemeente(vraag, omgeving),
        aantal=len(found),
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=tuple(rows), vervangt=True))


def _find_own(vraag: Vraag, omgeving: Omgeving) -> list[Voorziening]:
    """Return the entries of one's own area and the areas around it, nearest first."""
    boom = omgeving.kennis.werkgebieden
    alle = omgeving.kennis.voorzieningen.values()
    if vraag.gemeente is None or vraag.gemeente not in boom:
        return sorted(alle, key=lambda v: v.naam.casefold())
    lineage = boom.find_lineage(vraag.gemeente)
    own = [v for v in alle if v.werkgebied in lineage]
    return sorted(own, key=lambda v: (lineage.index(v.werkgebied), v.naam.casefold()))


def _name_gemeente(vraag: Vraag, omgeving: Omgeving) -> str | None:
    if vraag.gemeente is None or vraag.gemeente not in omgeving.kennis.werkgebieden:
        return None
    return omgeving.kennis.werkgebieden.get(vraag.gemeente).naam


def _read_page(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= MAX_DIGITS else 0
