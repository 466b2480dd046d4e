"""Inviting someone: role, kind of organisation, municipality, organisation, and then the link."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.effecten.gesprek import DialoogVerandert
from handlers.effecten.mensen import UitnodigingGemaakt
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.rechten import find_invitable, find_plaatsbare
from knowledge.deelnemers import make_id
from knowledge.uitnodigingen import GELDIG, Uitnodiging, make_token, seal
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

WACHT = "uitnodigen"
MAX_ORGANISATIE = 80  # characters
PER_ROW = 2


async def start_uitnodigen(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Ask in which role someone is invited."""
    return await ask_uitnodiging(vraag, omgeving, "")


async def ask_uitnodiging(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask the next thing; `keuze` is `<rol>:<soort>:<gemeente>`, as far as it is chosen."""
    rol, _, rest = keuze.partition(":")
    soort, _, gemeente = rest.partition(":")
    if not _may_invite(vraag.deelnemer, rol):
        return _ask(omgeving, "rol", _offer_rollen(vraag, omgeving))
    if soort not in set(Organisatiesoort):
        return _ask(omgeving, "soort", _offer_soorten(omgeving, rol))
    if not _may_place(vraag.deelnemer, rol, gemeente, omgeving):
        return _ask(omgeving, "gemeente", _offer_gemeenten(vraag, omgeving, rol, soort))
    dialoog = replace(vraag.dialoog, wacht=f"{WACHT}:{rol}:{soort}:{gemeente}")
    stap = _ask(omgeving, "organisatie", ())
    return replace(stap, effecten=(DialoogVerandert(dialoog=dialoog),))


async def finish_uitnodiging(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Make the invitation with the organisation that was typed, and give the link."""
    rol, _, rest = keuze.partition(":")
    soort, _, gemeente = rest.partition(":")
    organisatie = " ".join(vraag.tekst.split())[:MAX_ORGANISATIE]
    if not _is_whole(vraag.deelnemer, keuze, omgeving):
        return _ask(omgeving, "rol", _offer_rollen(vraag, omgeving))
    token = make_token()
    uitnodiging = make_uitnodiging(
        token,
        Deelnemer(
            id=make_id(),
            rol=Rol(rol),
            organisatie=organisatie,
            soort=Organisatiesoort(soort),
            gemeente=gemeente or None,
        ),
        vraag.deelnemer.id,
        omgeving,
    )
    effecten = (
        UitnodigingGemaakt(uitnodiging=uitnodiging),
        DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None)),
    )
    tekst = render_uitnodiging(uitnodiging, token, omgeving)
    return Stap(antwoord=Antwoord(tekst=tekst, geheim=True), effecten=effecten)


def make_uitnodiging(
    token: str, genodigde: Deelnemer, door: str | None, omgeving: Omgeving
) -> Uitnodiging:
    """Return an invitation for someone with this role, organisation and municipality."""
    return Uitnodiging(
        id=genodigde.id,
        zegel=seal(token),
        rol=genodigde.rol,
        organisatie=genodigde.organisatie,
        soort=genodigde.soort,
        gemeente=genodigde.gemeente,
        door=door,
        verloopt=omgeving.clock.get_nu() + GELDIG,
    )


def render_uitnodiging(uitnodiging: Uitnodiging, token: str, omgeving: Omgeving) -> str:
    """Return the text with the links, one for each channel that is there."""
    return omgeving.renderer.render(
        "uitnodiging",
        rol=omgeving.renderer.label("rol", naam=uitnodiging.rol.value),
        organisatie=uitnodiging.organisatie,
        gemeente=omgeving.name_gebied(uitnodiging.gemeente),
        links=omgeving.adressen.make_links(token),
        dagen=GELDIG.days,
        token=token,
    )


def _is_whole(deelnemer: Deelnemer, keuze: str, omgeving: Omgeving) -> bool:
    """Tell whether all is chosen, and all of it may be."""
    rol, _, rest = keuze.partition(":")
    soort, _, gemeente = rest.partition(":")
    known = soort in set(Organisatiesoort)
    return known and _may_invite(deelnemer, rol) and _may_place(deelnemer, rol, gemeente, omgeving)


def _may_invite(deelnemer: Deelnemer, rol: str) -> bool:
    return rol in set(Rol) and Rol(rol) in find_invitable(deelnemer.rol)


def _may_place(deelnemer: Deelnemer, rol: str, gemeente: str, omgeving: Omgeving) -> bool:
    found = find_plaatsbare(deelnemer, Rol(rol), omgeving.kennis.werkgebieden)
    return gemeente in {gebied.slug for gebied in found}


def _offer_rollen(vraag: Vraag, omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    return lay_out(
        Knop(titel=label("rol", naam=rol.value), data=f"uit:{rol.value}")
        for rol in find_invitable(vraag.deelnemer.rol)
    )


def _offer_soorten(omgeving: Omgeving, gekozen: str) -> Knoppen:
    label = omgeving.renderer.label
    return lay_out(
        Knop(titel=label("organisatiesoort", naam=soort.value), data=f"uit:{gekozen}:{soort}")
        for soort in Organisatiesoort
    )


def _offer_gemeenten(vraag: Vraag, omgeving: Omgeving, rol: str, soort: str) -> Knoppen:
    found = find_plaatsbare(vraag.deelnemer, Rol(rol), omgeving.kennis.werkgebieden)
    return lay_out(
        Knop(titel=gebied.naam, data=f"uit:{rol}:{soort}:{gebied.slug}") for gebied in found
    )


def lay_out(knoppen: Iterable[Knop]) -> Knoppen:
    """Return buttons in rows of two."""
    listed = tuple(knoppen)
    return tuple(listed[n : n + PER_ROW] for n in range(0, len(listed), PER_ROW))


def _ask(omgeving: Omgeving, wat: str, knoppen: Knoppen) -> Stap:
    return Stap(
        antwoord=Antwoord(
            tekst=omgeving.renderer.render("uitnodigen", wat=wat),
            knoppen=knoppen,
            vervangt=wat != "rol",
        )
    )
