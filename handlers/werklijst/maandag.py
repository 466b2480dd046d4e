"""What each aanvoerder is asked in a week, for the message on Monday."""

from collections.abc import Callable, Mapping
from datetime import date
from zlib import crc32

from handlers.effecten.werklijst import NagaanGevraagd
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop
from handlers.render import Renderer
from handlers.werklijst.eigen import find_houders
from handlers.werklijst.nagaan import find_vragen_over
from knowledge.werklijst.nagaan import Nagaanvraag, find_maandag
from scheduler.melding import Melding

NAGAAN = "nagaan"  # kind of the message
MOST_NAMED = 8


async def find_nagaan_vragen(
    omgeving: Omgeving, dag: date
) -> Mapping[str, tuple[Nagaanvraag, ...]]:
    """Return what each aanvoerder is asked in the week of a day, by reference; oldest first.

    Each entry is asked of one person, the same every week; after two weeks without an answer of
    all who keep its area. What nobody keeps is asked of nobody, and stands in the count of the
    beheerder. Whoever sends it keeps it with `make_gevraagd`.
    """
    kennis = omgeving.kennis
    vragen, _ = await find_vragen_over(tuple(kennis.voorzieningen.values()), omgeving, dag)
    per_mens: dict[str, list[Nagaanvraag]] = {}
    for gevraagd in vragen:
        gebied = kennis.get_voorziening(gevraagd.slug).werkgebied
        houders = [mens.id for mens in await find_houders(omgeving, gebied)]
        for mens in _choose(houders, gevraagd):
            per_mens.setdefault(mens, []).append(gevraagd)
    return {mens: tuple(found) for mens, found in sorted(per_mens.items())}


def make_gevraagd(vragen: Mapping[str, tuple[Nagaanvraag, ...]], dag: date) -> NagaanGevraagd:
    """Return what keeps that these questions were asked, from the week of a day on."""
    week = find_maandag(dag)
    slugs = {vraag.slug for found in vragen.values() for vraag in found if vraag.week == week}
    return NagaanGevraagd(slugs=tuple(sorted(slugs)), week=week)


def make_nagaanmeldingen(
    vragen: Mapping[str, tuple[Nagaanvraag, ...]], omgeving: Omgeving
) -> list[Melding]:
    """Return one message to each who is asked, with the names of the entries."""
    return [
        Melding(
            aan=mens,
            soort=NAGAAN,
            onderwerp="",
            gegevens={
                "namen": [omgeving.kennis.get_voorziening(vraag.slug).naam for vraag in found]
            },
        )
        for mens, found in vragen.items()
    ]


def render_nagaan(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return the question of the week, with the way to answer it."""
    namen = melding.gegevens["namen"]
    tekst = renderer.render(
        "werklijst/maandag", namen=namen[:MOST_NAMED], meer=len(namen[MOST_NAMED:])
    )
    knop = Knop(titel=renderer.label("wl_nagaan"), data="wl:n:0")
    return Antwoord(tekst=tekst, knoppen=((knop,),))


WERKBERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {NAGAAN: render_nagaan}


def _choose(houders: list[str], gevraagd: Nagaanvraag) -> list[str]:
    if not houders or gevraagd.te_lang:
        return houders
    return [houders[crc32(gevraagd.slug.encode()) % len(houders)]]
