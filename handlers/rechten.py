"""What a role may do: the table, checked for every command, every button and every text."""

from collections.abc import Mapping

from handlers.rechtentabel import ALLEEN_PRIVE, IEDEREEN, RECHTEN
from sociale_kaart.deelnemer import Deelnemer, Rol
from sociale_kaart.werkgebied import Werkgebied, Werkgebieden


def may(rol: Rol, actie: str) -> bool:
    """Tell whether a role may do something; what is not in the table nobody may."""
    return rol in RECHTEN.get(actie, frozenset())


def find_opdrachten(rol: Rol | None, *, groep: bool = False) -> tuple[str, ...]:
    """Return the commands of a menu: those of a role, or those that everybody has."""
    return tuple(
        actie
        for actie, rollen in RECHTEN.items()
        if actie.startswith("/")
        and (rollen == IEDEREEN if rol is None else rol in rollen)
        and not (groep and actie in ALLEEN_PRIVE)
    )


def find_invitable(rol: Rol) -> tuple[Rol, ...]:
    """Return the roles that someone may invite others to."""
    if rol is Rol.BEHEERDER:
        return tuple(Rol)
    if rol is Rol.AANVOERDER:
        return (Rol.PROFESSIONAL, Rol.AMBASSADEUR)
    return ()


def find_plaatsbare(wie: Deelnemer, rol: Rol, boom: Werkgebieden) -> tuple[Werkgebied, ...]:
    """Return the areas for which someone may invite another in a role.

    A beheerder places everyone in a municipality, and an aanvoerder in the whole country too;
    others place in their own area alone.
    """
    if wie.rol is not Rol.BEHEERDER:
        return (boom.get(wie.gemeente),) if wie.gemeente and wie.gemeente in boom else ()
    wide = boom.find_roots() if rol is Rol.AANVOERDER else ()
    return (*boom.find_gemeenten(), *map(boom.get, wide))


def find_beheerde(deelnemer: Deelnemer, gedeeld: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the areas whose entries someone keeps: the own one, and those shared by agreement.

    The aanvoerder of the country has the area `landelijk` where others have a municipality.
    """
    if deelnemer.rol is not Rol.AANVOERDER or deelnemer.gemeente is None:
        return frozenset()
    own = deelnemer.gemeente
    return frozenset({own, *(gebied for gebied, wie in gedeeld.items() if own in wie)})


def may_manage(wie: Deelnemer, ander: Deelnemer) -> bool:
    """Tell whether someone may see and block another: an aanvoerder only in the own municipality.

    Nobody manages himself, so that the last beheerder cannot lock the door behind him.
    """
    if wie.id == ander.id:
        return False
    if wie.rol is Rol.BEHEERDER:
        return True
    return ander.rol in find_invitable(wie.rol) and ander.gemeente == wie.gemeente
