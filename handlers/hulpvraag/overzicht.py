"""What is open: with me, to take up, asked by me, and in the municipality of an aanvoerder."""

from collections.abc import Sequence
from datetime import datetime

from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from handlers.hulpvraag.partij import find_inzage
from handlers.hulpvraag.zeggen import say, say_weg, show_hulpvraag
from scheduler.clock import AMSTERDAM
from scheduler.hulpvraag.hulpvraag import Hulpvraag
from sociale_kaart.deelnemer import Rol

PAGE = 8  # questions on one page
MAX_DIGITS = 3  # of the number of a page
PER_ROW = 4

Regel = tuple[str, Hulpvraag]  # the heading it stands under


async def list_open(vraag: Vraag, omgeving: Omgeving, rest: str = "") -> Stap:
    """Show what is open for someone, with its age, who must do something, and the next moment."""
    alle = await _find_regels(vraag, omgeving)
    last = max((len(alle) - 1) // PAGE, 0)
    page = min(int(rest), last) if rest.isdecimal() and len(rest) <= MAX_DIGITS else 0
    shown = alle[page * PAGE : (page + 1) * PAGE]
    first = page * PAGE + 1
    return say(
        omgeving,
        "hulpvraag/open",
        _offer(shown, first, omgeving, page=page, last=last),
        regels=[
            await _describe(vraag, omgeving, nummer, groep, hulpvraag)
            for nummer, (groep, hulpvraag) in enumerate(shown, first)
        ],
        aantal=len(alle),
        rol=vraag.deelnemer.rol.value,
    )


async def show_one(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Show one stuck question, with what this person can do with it."""
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    return await show_hulpvraag(vraag, omgeving, inzage)


async def _find_regels(vraag: Vraag, omgeving: Omgeving) -> list[Regel]:
    """Return what is open for someone, each once, under the first heading that fits."""
    store, wie = omgeving.hulpvragen, vraag.deelnemer
    gemeente = wie.gemeente if wie.rol is Rol.AANVOERDER else None
    groepen = {
        "bij_jou": await store.find_bij(wie.id),
        "op_te_pakken": await store.find_op_te_pakken(wie.id),
        "gesteld": await store.find_gesteld(wie.id),
        "gemeente": await store.find_gemeente(gemeente),
    }
    seen: dict[str, Regel] = {}
    for groep, found in groepen.items():
        for hulpvraag in found:
            seen.setdefault(hulpvraag.id, (groep, hulpvraag))
    return list(seen.values())


async def _describe(
    vraag: Vraag, omgeving: Omgeving, nummer: int, groep: str, hulpvraag: Hulpvraag
) -> dict[str, object]:
    return {
        "nummer": nummer,
        "groep": groep,
        "h": await omgeving.hulpvragen.describe(hulpvraag),
        "staat": hulpvraag.staat.value,
        "dagen": _count_days(hulpvraag.gemaakt, omgeving.clock.get_nu()),
        "bij_mij": hulpvraag.bij == vraag.deelnemer.id,
        "aan_mij": hulpvraag.aangeboden == vraag.deelnemer.id,
        "volgend": omgeving.renderer.label("moment_voluit", moment=hulpvraag.volgend),
    }


def _count_days(begin: datetime, nu: datetime) -> int:
    return (nu.astimezone(AMSTERDAM).date() - begin.astimezone(AMSTERDAM).date()).days


def _offer(
    shown: Sequence[Regel], first: int, omgeving: Omgeving, *, page: int, last: int
) -> Knoppen:
    label = omgeving.renderer.label
    numbers = [
        Knop(titel=label("knop_hulp_nummer", nummer=nummer), data=f"hvk:{hulpvraag.id}")
        for nummer, (_, hulpvraag) in enumerate(shown, first)
    ]
    rijen = tuple(tuple(numbers[n : n + PER_ROW]) for n in range(0, len(numbers), PER_ROW))
    if last == 0:
        return rijen
    after = page + 1 if page < last else 0
    return (*rijen, (Knop(titel=label("knop_meer"), data=f"open:{after}"),))
