"""What masks a message before it is kept: the guard, and the field that the chat waits for."""

from bot.wiring import Wegwijzer
from handlers.beheer.velden import find_mag
from handlers.rechten import may
from knowledge.beheer.contactveld import Veldmasker
from knowledge.deelnemers import Adres, make_sleutel
from knowledge.dialogen import find_stand
from knowledge.kennis import Kennis
from knowledge.privacy.gegeven import Gemaskeerd
from scheduler.inbox import Wachtend


async def make_masker(wegwijzer: Wegwijzer, kennis: Kennis, adres: Adres) -> Veldmasker:
    """Return what masks the next text of someone's own chat.

    A text that arrives before the field was asked for is masked as always.
    """
    stand = find_stand(wegwijzer.database, make_sleutel(adres)) or {}
    mag = find_mag(stand.get("wacht") or "")
    guard = kennis.vraagbaak.guard
    if not mag:
        return Veldmasker(guard=guard)
    deelnemer = await wegwijzer.deelnemers.find_by_adres(adres)
    keeps = deelnemer is not None and may(deelnemer.rol, "veld")
    return Veldmasker(guard=guard, mag=mag if keeps else frozenset())


async def mask_again(wegwijzer: Wegwijzer, kennis: Kennis, wachtend: Wachtend) -> Gemaskeerd:
    """Return the text of a message as it may be read now.

    What may stay in a field for a contact came unmasked; by now another text may have filled that
    field, or who sent it keeps the kaart no longer, and then it is a text like any other.
    """
    inkomend = wachtend.inkomend
    if not inkomend.inhoud.get("los", True):  # nothing was let through
        return Gemaskeerd(tekst=inkomend.inhoud["tekst"], gevonden=())
    if inkomend.inhoud["groep"]:  # never read as the text of a field
        return Veldmasker(guard=kennis.vraagbaak.guard).mask(inkomend.inhoud["tekst"])
    adres = Adres(kanaal=inkomend.kanaal, adres=inkomend.inhoud["van"])
    masker = await make_masker(wegwijzer, kennis, adres)
    return masker.mask(inkomend.inhoud["tekst"])
