"""`/beheer`: one message with what there is to do, and the ways to it."""

from collections import Counter
from dataclasses import dataclass

from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Knoppen, Stap, Vraag
from handlers.uitnodigen import lay_out
from handlers.werklijst.bericht import say
from handlers.werklijst.eigen import find_beheerde_gebieden, find_gebieden
from handlers.werklijst.gebreken import find_gebreken
from handlers.werklijst.meldingen import find_meldingen
from handlers.werklijst.nagaan import (
    find_nooit_nagegaan,
    find_voorstellen,
    find_vragen,
    find_vragen_over,
    find_zonder_contact,
)
from handlers.werklijst.vragen import find_groepen
from knowledge.werklijst.gebreken import find_zonder_aanvoerder
from sociale_kaart.deelnemer import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellingen:
    """How much of each part waits."""

    meldingen: int
    vragen: int  # groups of them
    nagaan: int
    voorstellen: int
    gebreken: int
    te_lang: int  # of what is to be checked: waits for more than two weeks
    zonder_contact: int
    nooit_nagegaan: int

    @property
    def te_doen(self) -> int:
        """All exceptions together; what may wait is not in it."""
        return self.meldingen + self.vragen + self.nagaan + self.voorstellen + self.gebreken


async def show_beheer(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show what there is to do: all of one's areas, or counts alone for a beheerder."""
    if vraag.deelnemer.rol is Rol.BEHEERDER:
        return await _show_stand(vraag, omgeving)
    gebieden = find_gebieden(vraag, omgeving)
    if not gebieden:
        return say(vraag, omgeving, "werklijst/geen_gebied")
    tellingen, effecten = await _count(vraag, omgeving)
    namen = [omgeving.name_gebied(slug) or slug for slug in sorted(gebieden)]
    knoppen = _offer(tellingen, omgeving)
    return say(
        vraag, omgeving, "werklijst/overzicht", knoppen, effecten, t=tellingen, gebieden=namen
    )


async def _count(vraag: Vraag, omgeving: Omgeving) -> tuple[Tellingen, tuple[Effect, ...]]:
    vragen, effecten = await find_vragen(vraag, omgeving)
    tellingen = Tellingen(
        meldingen=len(await find_meldingen(vraag, omgeving)),
        vragen=len(await find_groepen(vraag, omgeving)),
        nagaan=len(vragen),
        voorstellen=len(await find_voorstellen(vraag, omgeving)),
        gebreken=len(await find_gebreken(vraag, omgeving)),
        te_lang=sum(gevraagd.te_lang for gevraagd in vragen),
        zonder_contact=len(find_zonder_contact(vraag, omgeving)),
        nooit_nagegaan=len(find_nooit_nagegaan(vraag, omgeving)),
    )
    return tellingen, effecten


def _offer(tellingen: Tellingen, omgeving: Omgeving) -> Knoppen:
    """Return the ways to what there is, and to the editor."""
    label = omgeving.renderer.label
    parts = (
        ("wl_meldingen", "wl:m:0", tellingen.meldingen),
        ("wl_vragen", "wl:v:0", tellingen.vragen),
        ("wl_nagaan", "wl:n:0", tellingen.nagaan + tellingen.voorstellen),
        ("wl_gebreken", "wl:g:0", tellingen.gebreken),
        ("wl_zonder_contact", "wl:c:0", tellingen.zonder_contact),
        ("wl_nooit_nagegaan", "wl:o:0", tellingen.nooit_nagegaan),
        ("wl_zoek", "zoek:", 1),
        ("wl_nieuwe_kaart", "nieuw:", 1),
    )
    return lay_out(Knop(titel=label(naam), data=data) for naam, data, aantal in parts if aantal)


async def _show_stand(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show a beheerder where the keeping of the kaart falters; never a question or a report."""
    kennis = omgeving.kennis
    meldingen = Counter(
        kennis.voorzieningen[melding.slug].werkgebied
        for melding in await omgeving.meldingen.find_open()
        if melding.slug in kennis.voorzieningen
    )
    gevraagd, _ = await find_vragen_over(tuple(kennis.voorzieningen.values()), omgeving)
    te_lang = Counter(
        kennis.voorzieningen[found.slug].werkgebied for found in gevraagd if found.te_lang
    )
    beheerd = await find_beheerde_gebieden(omgeving)
    zonder = find_zonder_aanvoerder(kennis, (g.slug for g in kennis.werkgebieden), beheerd)
    leeg = {gebrek.gebied: gebrek.aantal for gebrek in zonder}
    regels = [
        {
            "gebied": gebied.naam,
            "meldingen": meldingen[gebied.slug],
            "te_lang": te_lang[gebied.slug],
            "zonder_aanvoerder": leeg.get(gebied.slug, 0),
        }
        for gebied in kennis.werkgebieden
    ]
    shown = [regel for regel in regels if any(v for k, v in regel.items() if k != "gebied")]
    return say(vraag, omgeving, "werklijst/stand", regels=shown)
