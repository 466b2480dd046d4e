"""Shows what was asked and whether it helped, and keeps who wants that each Monday."""

from dataclasses import replace

from handlers.cijfers.cijferlezing import Cijfers, read_cijfers
from handlers.cijfers.plaat import find_begonnen, make_plaat, name_delen, render_beeld
from handlers.effecten.cijfers import WeekberichtGekozen
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Knop, Knoppen, Stap, Vraag
from handlers.rechten import may
from sociale_kaart.deelnemer import Deelnemer

JAAR, AAN, UIT = "jaar", "aan", "uit"
BESTAND = "cijfers.png"
MOST_SIGNS = 40  # of the name of an entry, so that the text fits below a picture
LONGEST_VRAAG = 60


async def show_cijfers(vraag: Vraag, omgeving: Omgeving, keuze: str = "") -> Stap:
    """Show the figures of the last periods, or of most of a year."""
    return Stap(antwoord=await make_cijfers(vraag.deelnemer, omgeving, jaar=keuze == JAAR))


async def choose_weekbericht(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Keep whether someone wants the figures each Monday."""
    if keuze not in {AAN, UIT}:
        return await show_cijfers(vraag, omgeving)
    aan = keuze == AAN
    tekst = omgeving.renderer.render("cijfers/weekbericht", aan=aan)
    return Stap(
        antwoord=Antwoord(tekst=tekst, knoppen=((_offer_weekbericht(omgeving, wil=aan),),)),
        effecten=(WeekberichtGekozen(deelnemer=vraag.deelnemer.id, aan=aan),),
    )


async def make_weekbericht(deelnemer: Deelnemer, omgeving: Omgeving) -> Antwoord | None:
    """Return the figures for a Monday; None for who may not see them, or is shut out."""
    if deelnemer.geblokkeerd or not may(deelnemer.rol, "/cijfers"):
        return None
    return await make_cijfers(deelnemer, omgeving)


async def make_cijfers(deelnemer: Deelnemer, omgeving: Omgeving, *, jaar: bool = False) -> Antwoord:
    """Return the figures that someone may see: a picture, and the numbers beside it."""
    cijfers = await read_cijfers(deelnemer, omgeving, jaar=jaar)
    plaat = make_plaat(cijfers, omgeving) if _has_something(cijfers) else None
    png = await omgeving.tekenaar.draw(plaat) if plaat else None
    wacht = plaat is not None and png is None
    antwoord = Antwoord(
        tekst=_render(cijfers, omgeving, wacht=wacht),
        knoppen=await _offer(deelnemer, omgeving, jaar=jaar, wacht=wacht),
    )
    if plaat is None or png is None:
        return antwoord
    beeld = render_beeld(plaat, omgeving)
    return replace(antwoord, bijlage=Bijlage.from_bytes(BESTAND, png, beeld=beeld))


def _has_something(cijfers: Cijfers) -> bool:
    return any(week.aantal for week in (*cijfers.overzicht.weken, *cijfers.later))


def _render(cijfers: Cijfers, omgeving: Omgeving, *, wacht: bool) -> str:
    overzicht = cijfers.overzicht
    return omgeving.renderer.render(
        "cijfers/cijfers",
        gebied=cijfers.gebied,
        wacht=wacht,
        weken=find_begonnen(overzicht.weken),
        later=sum(week.aantal or 0 for week in cijfers.later),
        totaal=overzicht.totaal,
        besluiten=name_delen("besluit", overzicht.besluiten, omgeving),
        oordelen=name_delen("oordeel", overzicht.oordelen, omgeving),
        leefgebieden=name_delen("leefgebied", overzicht.leefgebieden, omgeving),
        organisaties=name_delen("organisatie", overzicht.organisaties, omgeving),
        kaarten=[
            (_cut(_name_kaart(deel.sleutel, omgeving), MOST_SIGNS), deel.aantal)
            for deel in overzicht.kaarten
        ],
        onbeantwoord=[_cut(vraag, LONGEST_VRAAG) for vraag in cijfers.onbeantwoord],
        hersteldagen=cijfers.hersteldagen,
        vastlopers=name_delen("uitkomst", cijfers.vastlopers, omgeving),
    )


def _name_kaart(slug: str, omgeving: Omgeving) -> str:
    voorziening = omgeving.kennis.voorzieningen.get(slug)
    return voorziening.naam if voorziening else slug


def _cut(tekst: str, grens: int) -> str:
    plain = " ".join(tekst.split())
    return plain if len(plain) <= grens else f"{plain[: grens - 1]}…"


async def _offer(deelnemer: Deelnemer, omgeving: Omgeving, *, jaar: bool, wacht: bool) -> Knoppen:
    label = omgeving.renderer.label
    data = {True: f"cijfers:{JAAR}", False: "cijfers:"}
    ander = Knop(titel=label("knop_cijfers_periode", jaar=jaar), data=data[not jaar])
    wil = await omgeving.weekberichten.wants(deelnemer.id)
    rows: Knoppen = ((ander,), (_offer_weekbericht(omgeving, wil=wil),))
    if wacht:
        rows = ((Knop(titel=label("knop_cijfers_plaatje"), data=data[jaar]),), *rows)
    return rows


def _offer_weekbericht(omgeving: Omgeving, *, wil: bool) -> Knop:
    titel = omgeving.renderer.label("knop_weekcijfers", wil=wil)
    return Knop(titel=titel, data=f"weekcijfers:{UIT if wil else AAN}")
