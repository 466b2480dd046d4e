"""Teaching an entry the questions of a group; it works at once, and the score is shown."""

import asyncio

from handlers.effecten.werklijst import VragenAfgehandeld
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from handlers.werklijst.bericht import (
    make_bewerk_knop,
    make_way_back,
    say,
    say_done,
)
from handlers.werklijst.eigen import find_eigen, find_gebieden
from handlers.werklijst.gebreken import explain_fout
from handlers.werklijst.publiceren import make_publicatie, refuse_vier_ogen
from handlers.werklijst.vragen import find_groep
from knowledge.kennis import Kennis
from knowledge.leren import Gevolg, Les, weigh_les
from knowledge.vragenset import read_werkset
from knowledge.werklijst.gebreken import find_fouten_in
from knowledge.werklijst.groeperen import Vraaggroep
from knowledge.werklijst.kenmerk import find_by_kenmerk, make_kenmerk
from knowledge.werklijst.les import Proefles, clean_vraag, try_les
from knowledge.werklijst.vragen import GELEERD, LANDELIJK
from sociale_kaart.fout import Fout
from sociale_kaart.voorziening import Voorziening

LONGEST_ALIAS = 60  # characters; a longer question is no name
MOST_WORDS = 5
MOST_LOST = 3  # questions that go wrong by a lesson and are named


async def teach(vraag: Vraag, omgeving: Omgeving, keuze: str, *, toch: bool = False) -> Stap:
    """Teach an entry a group of questions; `keuze` is `<anchor>:<mark of the entry>`.

    Where questions of the shipped sets go wrong by it, it is asked first; `toch` says yes.
    """
    anker, _, kenmerk = keuze.partition(":")
    groep = await find_groep(vraag, omgeving, anker)
    voorziening = _find_kaart(vraag, omgeving, kenmerk)
    if groep is None or voorziening is None:
        return say_done(vraag, omgeving)
    if (refused := refuse_vier_ogen(vraag, omgeving, voorziening)) is not None:
        return refused
    kennis = omgeving.kennis
    proef = await asyncio.to_thread(try_les, kennis.vraagbaak, voorziening.slug, groep.vragen)
    if groep.vragen[0] not in proef.geholpen:
        return _say_unhelped(vraag, omgeving, voorziening, groep)
    gevolg = await _weigh(kennis, proef.les)
    if fouten := tuple(find_fouten_in(kennis, gevolg.voorziening)):
        return _say_unhelped(vraag, omgeving, voorziening, groep, *fouten)
    if gevolg.verloren and not toch:
        return _ask_first(vraag, omgeving, gevolg, groep)
    return _publish(vraag, omgeving, gevolg, groep, proef)


async def teach_anyway(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Teach an entry a group of questions, whatever goes wrong by it."""
    return await teach(vraag, omgeving, keuze, toch=True)


async def teach_alias(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Teach an entry a short question as one more name; `keuze` as in `teach`."""
    anker, _, kenmerk = keuze.partition(":")
    found = await omgeving.vragen.get(anker)
    voorziening = _find_kaart(vraag, omgeving, kenmerk)
    own = found is not None and (found.gemeente or LANDELIJK) in find_gebieden(vraag, omgeving)
    if found is None or voorziening is None or not own or not fits_alias(found.vraag):
        return say_done(vraag, omgeving)
    if (refused := refuse_vier_ogen(vraag, omgeving, voorziening)) is not None:
        return refused
    alias = clean_vraag(found.vraag)
    gevolg = await _weigh(omgeving.kennis, Les(slug=voorziening.slug, aliassen=(alias,)))
    knoppen = make_way_back(omgeving)
    if gevolg.voorziening == voorziening:
        return say(
            vraag,
            omgeving,
            "werklijst/alias",
            knoppen,
            alias=alias,
            naam=voorziening.naam,
            was=True,
        )
    if any(find_fouten_in(omgeving.kennis, gevolg.voorziening)) or gevolg.verloren:
        return say(
            vraag, omgeving, "werklijst/alias_niet", knoppen, alias=alias, naam=voorziening.naam
        )
    reden = omgeving.renderer.label("wl_reden_alias", alias=alias)
    effect = make_publicatie(vraag, omgeving, gevolg.voorziening, reden)
    return say(
        vraag,
        omgeving,
        "werklijst/alias",
        knoppen,
        (effect,),
        alias=alias,
        naam=voorziening.naam,
        was=False,
    )


def fits_alias(tekst: str) -> bool:
    """Tell whether a question is short enough to be a name."""
    text = clean_vraag(tekst)
    return 0 < len(text) <= LONGEST_ALIAS and len(text.split()) <= MOST_WORDS


async def _weigh(kennis: Kennis, les: Les) -> Gevolg:
    """Return what a lesson does to the score, while what is sent and received goes on."""
    return await asyncio.to_thread(weigh_les, kennis.vraagbaak.searcher, les, read_werkset())


def _publish(
    vraag: Vraag, omgeving: Omgeving, gevolg: Gevolg, groep: Vraaggroep, proef: Proefles
) -> Stap:
    voorziening = gevolg.voorziening
    effecten = (
        make_publicatie(vraag, omgeving, voorziening, omgeving.renderer.label("wl_reden_les")),
        VragenAfgehandeld(
            anker=groep.anker, vragen=tuple(v.id for v in proef.geholpen), afloop=GELEERD
        ),
    )
    return say(
        vraag,
        omgeving,
        "werklijst/geleerd",
        _offer_after(omgeving, groep, voorziening),
        effecten,
        naam=voorziening.naam,
        vragen=proef.les.voorbeeldvragen,
        geholpen=len(proef.geholpen),
        keer=proef.aantal,
        gevolg=gevolg,
        verloren=_name_lost(gevolg),
    )


def _offer_after(omgeving: Omgeving, groep: Vraaggroep, voorziening: Voorziening) -> Knoppen:
    label = omgeving.renderer.label
    volgende = Knop(titel=label("wl_volgende"), data="wl:v:0")
    if not fits_alias(groep.titel):
        return make_way_back(omgeving, volgende)
    data = f"wv:a:{groep.anker}:{make_kenmerk(voorziening.slug)}"
    return ((Knop(titel=label("wl_ook_alias"), data=data),), *make_way_back(omgeving, volgende))


def _ask_first(vraag: Vraag, omgeving: Omgeving, gevolg: Gevolg, groep: Vraaggroep) -> Stap:
    kenmerk = make_kenmerk(gevolg.voorziening.slug)
    label = omgeving.renderer.label
    knoppen = (
        (
            Knop(titel=label("wl_toch_leren"), data=f"wv:t:{groep.anker}:{kenmerk}"),
            Knop(titel=label("wl_andere_kaart"), data=f"wv:z:{groep.anker}"),
        ),
        *make_way_back(omgeving),
    )
    return say(
        vraag,
        omgeving,
        "werklijst/les_verlies",
        knoppen,
        naam=gevolg.voorziening.naam,
        gevolg=gevolg,
        verloren=_name_lost(gevolg),
    )


def _say_unhelped(
    vraag: Vraag, omgeving: Omgeving, voorziening: Voorziening, groep: Vraaggroep, *fouten: Fout
) -> Stap:
    zoek = Knop(titel=omgeving.renderer.label("wl_andere_kaart"), data=f"wv:z:{groep.anker}")
    knoppen = ((make_bewerk_knop(omgeving, voorziening.slug), zoek), *make_way_back(omgeving))
    zinnen = [explain_fout(fout, omgeving) for fout in fouten]
    return say(
        vraag, omgeving, "werklijst/les_helpt_niet", knoppen, naam=voorziening.naam, fouten=zinnen
    )


def _find_kaart(vraag: Vraag, omgeving: Omgeving, kenmerk: str) -> Voorziening | None:
    """Return the asker's own entry with a mark."""
    eigen = {voorziening.slug: voorziening for voorziening in find_eigen(vraag, omgeving)}
    return eigen.get(find_by_kenmerk(kenmerk, eigen) or "")


def _name_lost(gevolg: Gevolg) -> list[str]:
    """Return the first questions that go wrong, in words."""
    lost = set(gevolg.verloren)
    return [vraag.vraag for vraag in read_werkset() if vraag.id in lost][:MOST_LOST]
