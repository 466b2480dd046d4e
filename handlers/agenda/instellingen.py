"""`/instellingen`: when someone works, who stands in, and Monday's overview."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers.agenda.afwezig import ask_afwezig, choose_dag, end_afwezig, read_dag
from handlers.agenda.stand import read_stand, show_stand
from handlers.agenda.vervanger import GEEN, ask_vervanger, choose_vervanger
from handlers.agenda.werkuren import show_dagen, show_uren
from handlers.effecten.agenda import WeekoverzichtGezet
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag


async def show_instellingen(vraag: Vraag, omgeving: Omgeving, keuze: str = "") -> Stap:
    """Show what holds; `keuze` is `<wat>:<rest>`, what is to be changed."""
    wat, _, rest = keuze.partition(":")
    kies = KEUZES.get(wat)
    if kies is not None:
        return await kies(vraag, omgeving, rest)
    return await show_stand(vraag, omgeving, await read_stand(vraag, omgeving))


async def _set_overzicht(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    stand = await read_stand(vraag, omgeving)
    if keuze not in {"0", "1"}:
        return await show_stand(vraag, omgeving, stand)
    aan = keuze == "1"
    effect = WeekoverzichtGezet(deelnemer=vraag.deelnemer.id, aan=aan)
    new = replace(stand, overzicht=aan)
    return await show_stand(vraag, omgeving, new, effect, gedaan=True)


async def _choose_vervanger(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask or take a deputy; `keuze` is `<dag>:<wie>`, the day where it is for an absence."""
    dag, _, wie = keuze.partition(":")
    tot = read_dag(dag, omgeving) if dag != GEEN else None
    if dag != GEEN and tot is None:
        return await ask_afwezig(vraag, omgeving, "")
    if not wie or wie.endswith("+"):
        return await ask_vervanger(vraag, omgeving, tot, wie.removesuffix("+"))
    return await choose_vervanger(vraag, omgeving, tot, None if wie == GEEN else wie)


KEUZES: Mapping[str, Callable[[Vraag, Omgeving, str], Awaitable[Stap]]] = {
    "dagen": show_dagen,
    "uren": show_uren,
    "weg": ask_afwezig,
    "tot": choose_dag,
    "terug": end_afwezig,
    "v": _choose_vervanger,
    "week": _set_overzicht,
}
