"""What each aanvoerder is asked in a week, for the message on Monday."""

from collections.abc import Mapping
from datetime import date
from zlib import crc32

from handlers.effecten.werklijst import NagaanGevraagd
from handlers.environment import Omgeving
from handlers.werklijst.eigen import find_houders
from handlers.werklijst.nagaan import find_vragen_over
from knowledge.werklijst.nagaan import Nagaanvraag, find_maandag


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


def _choose(houders: list[str], gevraagd: Nagaanvraag) -> list[str]:
    if not houders or gevraagd.te_lang:
        return houders
    return [houders[crc32(gevraagd.slug.encode()) % len(houders)]]
