"""Who may do what: one table, checked for every command, every button and every text."""

from collections.abc import Mapping

from sociale_kaart.deelnemer import Deelnemer, Rol

IEDEREEN = frozenset(Rol)
UITNODIGERS = frozenset({Rol.AANVOERDER, Rol.BEHEERDER})
BEHEER = frozenset({Rol.BEHEERDER})
AANVOERDERS = frozenset({Rol.AANVOERDER})
VRAAG = "vraag"  # a text that is not a command

RECHTEN: Mapping[str, frozenset[Rol]] = {
    VRAAG: IEDEREEN,
    "/start": IEDEREEN,
    "/help": IEDEREEN,
    "/kaart": IEDEREEN,
    "/gemeente": IEDEREEN,
    "/privacy": IEDEREEN,
    "/mijngegevens": IEDEREEN,
    "/vergeetmij": IEDEREEN,
    "/inloglink": IEDEREEN,
    "/koppel": IEDEREEN,
    "/uitnodigen": UITNODIGERS,
    "/mensen": UITNODIGERS,
    "/storingen": BEHEER,
    "/uitvoer": AANVOERDERS,
    "/invoer": AANVOERDERS,
    "kaart": IEDEREEN,
    "route": IEDEREEN,
    "nodig": IEDEREEN,
    "deel": IEDEREEN,
    "waarom": IEDEREEN,
    "vast": IEDEREEN,
    "bladeren": IEDEREEN,
    "gemeente": IEDEREEN,
    "rk": IEDEREEN,
    "erbij": IEDEREEN,
    "geen": IEDEREEN,
    "hielp": IEDEREEN,
    "pastniet": IEDEREEN,
    "kloptniet": IEDEREEN,
    "weg": IEDEREEN,
    "niets": IEDEREEN,
    "uit": UITNODIGERS,
    "mensen": UITNODIGERS,
    "mens": UITNODIGERS,
    "blok": UITNODIGERS,
    "los": UITNODIGERS,
    "rol": BEHEER,
    "toelaten": UITNODIGERS,
    "afwijzen": UITNODIGERS,
    "uitvoer": AANVOERDERS,
    "inpub": AANVOERDERS,
    "invoor": AANVOERDERS,
    "inweg": AANVOERDERS,
}

ALLEEN_PRIVE = frozenset(
    {
        "/mijngegevens",
        "/vergeetmij",
        "/inloglink",
        "/koppel",
        "/uitnodigen",
        "/mensen",
        "/storingen",
        "weg",
        "uit",
        "mensen",
        "mens",
        "blok",
        "los",
        "rol",
        "toelaten",
        "afwijzen",
        "/uitvoer",
        "/invoer",
        "uitvoer",
        "inpub",
        "invoor",
        "inweg",
    }
)  # never where others read along


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
