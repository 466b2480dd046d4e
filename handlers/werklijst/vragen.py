"""Questions without a good answer, grouped: each with where it may belong."""

from dataclasses import replace

from handlers.card import format_date
from handlers.effecten.werklijst import VraagGeweigerd, VragenAfgehandeld
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from handlers.vraag import handle_vraag
from handlers.werklijst.bericht import make_way_back, make_ways_on, say, say_done
from handlers.werklijst.eigen import find_eigen, find_gebieden
from handlers.werklijst.uitwegen import make_nieuwe_kaart_knop
from handlers.werklijst.wachten import end_waiting, read_wacht, wait_for
from knowledge.decision import Besluit
from knowledge.werklijst.groeperen import Vraaggroep, group_vragen
from knowledge.werklijst.kenmerk import make_kenmerk
from knowledge.werklijst.les import clean_vraag, find_nearest
from knowledge.werklijst.vragen import KLAAR, LANDELIJK

WACHT = "wvzoek"
MOST_OTHERS = 3  # other texts of a group that are shown
MOST_EXAMPLES = 5  # texts by which a group that is not for the kaart is known again
MOST_FOUND = 6  # entries found by a word
MOST_SHOWN = 200  # characters of a question


async def find_groepen(vraag: Vraag, omgeving: Omgeving) -> tuple[Vraaggroep, ...]:
    """Return the questions of the asker's areas without a good answer, most asked first."""
    gebieden = find_gebieden(vraag, omgeving)
    searcher = omgeving.kennis.vraagbaak.searcher
    return group_vragen(
        await omgeving.vragen.find_open(gebieden),
        lambda tekst: searcher.find_behoefte(clean_vraag(tekst)),
        await omgeving.vragen.find_geweigerd(gebieden),
    )


async def find_groep(vraag: Vraag, omgeving: Omgeving, anker: str) -> Vraaggroep | None:
    """Return the group that holds a question; None where it was dealt with, or is not one's own."""
    for groep in await find_groepen(vraag, omgeving):
        if any(found.id == anker for found in groep.vragen):
            return groep
    return None


async def show_groep(vraag: Vraag, omgeving: Omgeving, nummer: int) -> Stap:
    """Show one group of questions with the entries that it may belong to."""
    groepen = await find_groepen(vraag, omgeving)
    if not groepen:
        return say(vraag, omgeving, "werklijst/leeg", make_way_back(omgeving))
    nummer %= len(groepen)
    groep = groepen[nummer]
    nu = _find_answer(groep, omgeving)
    knoppen = (
        *((_make_klaar(groep, omgeving),) if nu else ()),
        *_offer_kaarten(vraag, omgeving, groep),
        *_offer_others(groep, omgeving),
        *make_ways_on(omgeving, "v", nummer, len(groepen)),
    )
    return say(
        vraag,
        omgeving,
        "werklijst/vraag",
        knoppen,
        titel=groep.titel[:MOST_SHOWN],
        keer=groep.aantal,
        ook=[tekst[:MOST_SHOWN] for tekst in groep.teksten[1 : 1 + MOST_OTHERS]],
        laatst=format_date(groep.laatst.astimezone(omgeving.clock.get_nu().tzinfo).date()),
        nu=nu,
        nummer=nummer + 1,
        aantal=len(groepen),
    )


async def close_groep(vraag: Vraag, omgeving: Omgeving, anker: str) -> Stap:
    """Take a group off the list, as it gets a good answer by now."""
    groep = await find_groep(vraag, omgeving, anker)
    if groep is None:
        return say_done(vraag, omgeving)
    effect = VragenAfgehandeld(
        anker=groep.anker, vragen=tuple(v.id for v in groep.vragen), afloop=KLAAR
    )
    return say(
        vraag, omgeving, "werklijst/vraag_klaar", _go_on(omgeving), (effect,), keer=groep.aantal
    )


async def refuse_groep(vraag: Vraag, omgeving: Omgeving, anker: str) -> Stap:
    """Keep that a group is not for the kaart, so that it does not come back."""
    groep = await find_groep(vraag, omgeving, anker)
    if groep is None:
        return say_done(vraag, omgeving)
    effecten = [
        VraagGeweigerd(teksten=groep.teksten[:MOST_EXAMPLES], gebied=gebied)
        for gebied in sorted({found.gemeente or LANDELIJK for found in groep.vragen})
    ]
    terug = Knop(titel=omgeving.renderer.label("wl_toch_van_ons"), data=f"wv:u:{groep.anker}")
    knoppen = ((terug,), *_go_on(omgeving))
    return say(
        vraag, omgeving, "werklijst/niet_van_ons", knoppen, effecten, titel=groep.titel[:MOST_SHOWN]
    )


async def undo_refusal(vraag: Vraag, omgeving: Omgeving, anker: str) -> Stap:
    """Put a group that was refused on the list again."""
    found = await omgeving.vragen.get(anker)
    gebieden = find_gebieden(vraag, omgeving)
    if found is None or (found.gemeente or LANDELIJK) not in gebieden:
        return say_done(vraag, omgeving)
    effecten = [
        VraagGeweigerd(teksten=(found.vraag,), gebied=gebied, toch=True)
        for gebied in sorted(gebieden)
    ]
    knoppen = make_way_back(
        omgeving, Knop(titel=omgeving.renderer.label("wl_vragen"), data="wl:v:0")
    )
    return say(vraag, omgeving, "werklijst/toch_van_ons", knoppen, effecten)


async def ask_other(vraag: Vraag, omgeving: Omgeving, anker: str) -> Stap:
    """Ask for a word of the entry that a group belongs to."""
    groep = await find_groep(vraag, omgeving, anker)
    if groep is None:
        return say_done(vraag, omgeving)
    return say(
        vraag,
        omgeving,
        "werklijst/andere_kaart",
        make_way_back(omgeving),
        (wait_for(vraag, omgeving, WACHT, groep.anker),),
        titel=groep.titel[:MOST_SHOWN],
    )


async def find_other(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Show the asker's entries that fit the words that were typed."""
    anker = read_wacht(omgeving, rest)
    if anker is None:
        return await handle_vraag(vraag, omgeving)
    gewist = end_waiting(vraag)
    groep = await find_groep(vraag, omgeving, anker)
    if groep is None:
        return replace(say_done(vraag, omgeving), effecten=(gewist,))
    slugs = _search(vraag, omgeving)
    zoek = Knop(titel=omgeving.renderer.label("wl_andere_kaart"), data=f"wv:z:{groep.anker}")
    knoppen = (
        *_make_kaarten(slugs, groep, omgeving),
        (zoek, make_nieuwe_kaart_knop(groep.anker, omgeving)),
        *make_way_back(omgeving),
    )
    return say(vraag, omgeving, "werklijst/gevonden", knoppen, (gewist,), aantal=len(slugs))


def _search(vraag: Vraag, omgeving: Omgeving) -> list[str]:
    """Return one's own entries with the words in their name first, then those that are found."""
    eigen = find_eigen(vraag, omgeving)
    words = vraag.tekst.casefold().split()
    named = [v.slug for v in eigen if words and all(w in v.naam.casefold() for w in words)]
    own = {v.slug for v in eigen}
    found = omgeving.kennis.vraagbaak.searcher.find(vraag.tekst, vraag.deelnemer.gemeente)
    near = [kandidaat.slug for kandidaat in found.kandidaten if kandidaat.slug in own]
    return list(dict.fromkeys((*named, *near)))[:MOST_FOUND]


def _find_answer(groep: Vraaggroep, omgeving: Omgeving) -> str | None:
    """Return the name of the entry that the group gets now; None where it gets none."""
    gemeente = groep.vragen[0].gemeente
    raadpleging = omgeving.kennis.vraagbaak.consult_masked(groep.titel, gemeente)
    if raadpleging.besluit is not Besluit.ANTWOORD:
        return None
    return omgeving.kennis.get_voorziening(raadpleging.treffers[0].slug).naam


def _offer_kaarten(vraag: Vraag, omgeving: Omgeving, groep: Vraaggroep) -> Knoppen:
    eigen = find_eigen(vraag, omgeving)
    gemeente = groep.vragen[0].gemeente
    slugs = find_nearest(omgeving.kennis.vraagbaak, groep.teksten, gemeente, eigen)
    return _make_kaarten(slugs, groep, omgeving)


def _make_kaarten(
    slugs: tuple[str, ...] | list[str], groep: Vraaggroep, omgeving: Omgeving
) -> Knoppen:
    namen = [omgeving.kennis.get_voorziening(slug).naam for slug in slugs]
    rows = []
    for slug, naam in zip(slugs, namen, strict=True):
        voorziening = omgeving.kennis.get_voorziening(slug)
        gebied = omgeving.name_gebied(voorziening.werkgebied) if namen.count(naam) > 1 else None
        titel = omgeving.renderer.label("knop_kaart", naam=naam, gebied=gebied)
        rows.append((Knop(titel=titel, data=f"wv:k:{groep.anker}:{make_kenmerk(slug)}"),))
    return tuple(rows)


def _offer_others(groep: Vraaggroep, omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    return (
        (
            Knop(titel=label("wl_andere_kaart"), data=f"wv:z:{groep.anker}"),
            make_nieuwe_kaart_knop(groep.anker, omgeving),
            Knop(titel=label("wl_niet_van_ons"), data=f"wv:n:{groep.anker}"),
        ),
    )


def _make_klaar(groep: Vraaggroep, omgeving: Omgeving) -> tuple[Knop, ...]:
    return (Knop(titel=omgeving.renderer.label("wl_klaar"), data=f"wv:d:{groep.anker}"),)


def _go_on(omgeving: Omgeving) -> Knoppen:
    volgende = Knop(titel=omgeving.renderer.label("wl_volgende"), data="wl:v:0")
    return make_way_back(omgeving, volgende)
