"""Who may do what: one table, checked for every command, every button and every text."""

from collections.abc import Mapping

from sociale_kaart.deelnemer import Deelnemer, Rol
from sociale_kaart.werkgebied import Werkgebied, Werkgebieden

IEDEREEN = frozenset(Rol)
AANVOERDERS = frozenset({Rol.AANVOERDER})
UITNODIGERS = frozenset({Rol.AANVOERDER, Rol.BEHEERDER})
WAAKVLAMMERS = frozenset({Rol.AMBASSADEUR, Rol.AANVOERDER})  # who keep waakvlammen
BEHEER = frozenset({Rol.BEHEERDER})
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
    "/open": IEDEREEN,
    "/uitnodigen": UITNODIGERS,
    "/mensen": UITNODIGERS,
    "/storingen": BEHEER,
    "/cijfers": UITNODIGERS,
    "/herinner": IEDEREEN,
    "/waakvlammen": WAAKVLAMMERS,
    "/zaak": IEDEREEN,
    "/beheer": UITNODIGERS,
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
    "meld": IEDEREEN,
    "meldweg": IEDEREEN,
    "meldvraag": IEDEREEN,
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
    "/geschiedenis": AANVOERDERS,
    "zoek": AANVOERDERS,
    "bewerk": AANVOERDERS,
    "nieuw": AANVOERDERS,
    "concept": AANVOERDERS,
    "veld": AANVOERDERS,
    "rij": AANVOERDERS,
    "keus": AANVOERDERS,
    "neem": AANVOERDERS,
    "verder": AANVOERDERS,
    "proef": AANVOERDERS,
    "anders": AANVOERDERS,
    "publiceer": AANVOERDERS,
    "gaaf": AANVOERDERS,
    "af": AANVOERDERS,
    "kant": AANVOERDERS,
    "bewaar": AANVOERDERS,
    "wis": AANVOERDERS,
    "einde": AANVOERDERS,
    "volg": AANVOERDERS,
    "versies": AANVOERDERS,
    "oud": AANVOERDERS,
    "zet": AANVOERDERS,
    "meekijk": AANVOERDERS,
    "eens": AANVOERDERS,
    "oneens": AANVOERDERS,
    "cijfers": UITNODIGERS,
    "weekcijfers": UITNODIGERS,
    "/agenda": IEDEREEN,
    "/instellingen": IEDEREEN,
    "agenda": IEDEREEN,
    "ics": IEDEREEN,
    "agadres": IEDEREEN,
    "inst": IEDEREEN,
    "wn": IEDEREEN,
    "hk": IEDEREEN,
    "hz": IEDEREEN,
    "ha": IEDEREEN,
    "hm": IEDEREEN,
    "hq": IEDEREEN,
    "hg": IEDEREEN,
    "hu": IEDEREEN,
    "hx": IEDEREEN,
    "hl": IEDEREEN,
    "ho": IEDEREEN,
    "hj": IEDEREEN,
    "hn": IEDEREEN,
    "hs": IEDEREEN,
    "hr": IEDEREEN,
    "hh": IEDEREEN,
    "hw": WAAKVLAMMERS,
    "vlam": WAAKVLAMMERS,
    # a stuck question: who may do what with which is checked against that question
    "hva": IEDEREEN,
    "hv": IEDEREEN,
    "hvz": IEDEREEN,
    "hvc": IEDEREEN,
    "hvs": IEDEREEN,
    "hvw": IEDEREEN,
    "hvp": IEDEREEN,
    "hvt": IEDEREEN,
    "hvb": IEDEREEN,
    "hvo": IEDEREEN,
    "hvj": IEDEREEN,
    "hvr": IEDEREEN,
    "hve": IEDEREEN,
    "hvd": IEDEREEN,
    "hvi": IEDEREEN,
    "hvk": IEDEREEN,
    "open": IEDEREEN,
    "wl": AANVOERDERS,
    "wm": AANVOERDERS,
    "wv": AANVOERDERS,
    "wg": AANVOERDERS,
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
        "/open",
        "/uitnodigen",
        "/mensen",
        "/storingen",
        "/cijfers",
        "/beheer",
        "weg",
        "uit",
        "mensen",
        "mens",
        "blok",
        "los",
        "rol",
        "toelaten",
        "afwijzen",
        "/geschiedenis",
        "zoek",
        "bewerk",
        "nieuw",
        "concept",
        "veld",
        "rij",
        "keus",
        "neem",
        "verder",
        "proef",
        "anders",
        "publiceer",
        "gaaf",
        "af",
        "kant",
        "bewaar",
        "wis",
        "einde",
        "volg",
        "versies",
        "oud",
        "zet",
        "meekijk",
        "eens",
        "oneens",
        "cijfers",
        "weekcijfers",
        "/agenda",
        "/instellingen",
        "agenda",
        "ics",
        "agadres",
        "inst",
        "wn",
        "/herinner",
        "/waakvlammen",
        "hk",
        "hz",
        "ha",
        "hm",
        "hq",
        "hg",
        "hu",
        "hx",
        "hl",
        "ho",
        "hj",
        "hn",
        "hs",
        "hr",
        "hh",
        "hw",
        "vlam",
        "hva",
        "hv",
        "hvz",
        "hvc",
        "hvs",
        "hvw",
        "hvp",
        "hvt",
        "hvb",
        "hvo",
        "hvj",
        "hvr",
        "hve",
        "hvd",
        "hvi",
        "hvk",
        "open",
        "wl",
        "wm",
        "wv",
        "wg",
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
