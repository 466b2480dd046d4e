"""Beginning a stuck question: what it is about, what kind of knot it is, how urgent."""

from collections.abc import Iterable, Mapping

from handlers.effecten.hulpvraag import HulpvraagBegonnen
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from handlers.hulpvraag.codes import HAASTEN, KNELPUNTEN, LEEFGEBIEDEN, Keuzes, read_keuzes
from handlers.hulpvraag.niemand import explain_niemand
from handlers.hulpvraag.opstellen import render_concept
from handlers.hulpvraag.zeggen import hide, replace_vorige, say
from handlers.merk import make_merk, say_eerder
from handlers.uitnodigen import lay_out
from scheduler.herinnering.opslag import make_kort_id
from scheduler.hulpvraag.bestemming import find_soorten
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Knelpunt
from scheduler.hulpvraag.stap import CONCEPT
from sociale_kaart.voorziening import Leefgebied, Voorziening

MOST_OPEN = 30  # questions of one person that were sent and are open
MAX_TOELICHTING = 2000  # characters of the question that was not answered


async def begin_hulpvraag(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Ask what it is about, for someone who is stuck at an entry; nobody there is said at once."""
    voorziening = omgeving.kennis.get_voorziening(slug)
    anders = await explain_niemand(vraag, omgeving, voorziening)
    return anders or _ask_leefgebied(omgeving, voorziening, eigen=True)


async def ask_aanvoerder(vraag: Vraag, omgeving: Omgeving, merk: str) -> Stap:
    """Begin a question for the aanvoerder, with the words that found no answer.

    Under an older answer nothing begins: the words that the dialogue holds are of another question.
    """
    anders = await explain_niemand(vraag, omgeving, None, aan_aanvoerder=True)
    if anders is not None:
        return anders
    if merk != make_merk(vraag.dialoog):
        return _offer_laatste(vraag, omgeving, merk)
    keuzes = Keuzes(knelpunt=Knelpunt.ROUTE_ONBEKEND, haast=Haast.WEEK)
    hulpvraag = make_hulpvraag(vraag, omgeving, None, keuzes, aan_aanvoerder=True)
    return await _keep(omgeving, hulpvraag, _join_woorden(vraag) or None)


def _join_woorden(vraag: Vraag) -> str:
    woorden = " ".join((vraag.dialoog.vraag or "", *vraag.dialoog.aanvullingen)).strip()
    return woorden[:MAX_TOELICHTING]


def _offer_laatste(vraag: Vraag, omgeving: Omgeving, merk: str) -> Stap:
    """Say that a button is of another question, and offer to go on with the last one."""
    laatste = make_merk(vraag.dialoog)
    if not laatste:
        return say_eerder(omgeving, merk)
    knop = Knop(titel=omgeving.renderer.label("knop_hulp_laatste"), data=f"hva:{laatste}")
    return hide(
        say(omgeving, "eerdere_vraag", ((knop,),), bekend=bool(merk), vraag=_join_woorden(vraag))
    )


async def choose(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Ask what is not chosen yet; `rest` is `<codes>:<slug>`."""
    codes, _, slug = rest.partition(":")
    voorziening = omgeving.kennis.get_voorziening(slug)
    anders = await explain_niemand(vraag, omgeving, voorziening)
    if anders is not None:
        return anders
    return replace_vorige(await _ask_next(vraag, omgeving, voorziening, codes))


async def _ask_next(vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening, codes: str) -> Stap:
    keuzes, slug = read_keuzes(codes), voorziening.slug
    if keuzes.leefgebied is None:
        return _ask_leefgebied(omgeving, voorziening, eigen=False)
    if keuzes.knelpunt is None:
        return _ask(omgeving, "hulpvraag/knelpunt", codes[:2], slug, KNELPUNTEN)
    if keuzes.haast is None:
        return _ask(omgeving, "hulpvraag/haast", codes[:4], slug, HAASTEN)
    return await _keep(omgeving, make_hulpvraag(vraag, omgeving, voorziening, keuzes), None)


def make_hulpvraag(
    vraag: Vraag,
    omgeving: Omgeving,
    voorziening: Voorziening | None,
    keuzes: Keuzes,
    *,
    aan_aanvoerder: bool = False,
) -> Hulpvraag:
    """Return the question that was chosen, which nobody sees until it is sent."""
    nu = omgeving.clock.get_nu()
    gemeente = vraag.gemeente or ""
    slug = omgeving.kennis.find_escalatie(gemeente)
    escalatie = omgeving.kennis.voorzieningen.get(slug or "")
    knelpunt = keuzes.knelpunt or Knelpunt.ANDERS
    wie = [stap.wie for stap in voorziening.route] if voorziening else []
    return Hulpvraag(
        id=make_kort_id(),
        vrager=vraag.deelnemer.id,
        organisatiesoort=vraag.deelnemer.soort,
        gemeente=gemeente,
        gemeentenaam=omgeving.name_gebied(gemeente) or gemeente,
        leefgebied=keuzes.leefgebied.value if keuzes.leefgebied else None,
        knelpunt=knelpunt,
        haast=keuzes.haast or Haast.WEEK,
        kaart=voorziening.slug if voorziening else None,
        kaartnaam=voorziening.naam if voorziening else None,
        escalatie=escalatie.slug if escalatie else None,
        escalatienaam=escalatie.naam if escalatie else None,
        soorten=find_soorten(keuzes.leefgebied, knelpunt, wie),
        aan_aanvoerder=aan_aanvoerder,
        gemaakt=nu,
        volgend=nu + CONCEPT,
    )


async def _keep(omgeving: Omgeving, hulpvraag: Hulpvraag, toelichting: str | None) -> Stap:
    gesteld = await omgeving.hulpvragen.find_gesteld(hulpvraag.vrager or "")
    if len(gesteld) >= MOST_OPEN:
        return say(omgeving, "hulpvraag/te_veel", grens=MOST_OPEN)
    effect = HulpvraagBegonnen(hulpvraag=hulpvraag, toelichting=toelichting)
    return await render_concept(hulpvraag, toelichting, omgeving, effect)


def _ask_leefgebied(omgeving: Omgeving, voorziening: Voorziening, *, eigen: bool) -> Stap:
    """Ask what it is about: what the entry is for comes first, all the rest behind a button."""
    slug, label = voorziening.slug, omgeving.renderer.label
    shown = voorziening.leefgebieden if eigen else tuple(Leefgebied)
    knoppen = lay_out(
        Knop(titel=label("leefgebied", naam=leefgebied.value), data=f"hv:{code}:{slug}")
        for code, leefgebied in LEEFGEBIEDEN.items()
        if leefgebied in shown
    )
    if eigen:
        ander = Knop(titel=label("knop_hulp_ander_leefgebied"), data=f"hv::{slug}")
        knoppen = (*knoppen, (ander,))
    return say(
        omgeving,
        "hulpvraag/leefgebied",
        knoppen,
        naam=voorziening.naam,
    )


def _ask(
    omgeving: Omgeving, naam: str, codes: str, slug: str, keuzes: Mapping[str, Knelpunt | Haast]
) -> Stap:
    label, wat = omgeving.renderer.label, naam.partition("/")[2]
    knoppen = _one_a_row(
        Knop(titel=label(wat, naam=keuze.value), data=f"hv:{codes}{code}:{slug}")
        for code, keuze in keuzes.items()
    )
    return say(omgeving, naam, knoppen)


def _one_a_row(knoppen: Iterable[Knop]) -> Knoppen:
    return tuple((knop,) for knop in knoppen)
