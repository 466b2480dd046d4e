"""The entry of the sociale kaart."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from sociale_kaart.bron import Bron
from sociale_kaart.contact import Contact
from sociale_kaart.deelnemer import Rol
from sociale_kaart.errors import BronOntbreekt
from sociale_kaart.route import RouteStap, Uitzondering


class Soort(StrEnum):
    """What kind of thing an entry is."""

    VOORZIENING = "voorziening"
    REGELING = "regeling"
    WERKAFSPRAAK = "werkafspraak"
    NETWERK = "netwerk"
    TOEGANG = "toegang"
    ESCALATIE = "escalatie"
    ROUTEKAART = "routekaart"
    SPOED = "spoed"


class Status(StrEnum):
    """Whether an entry runs, as far as its sources say."""

    ACTUEEL = "actueel"
    PILOT = "pilot"
    BEEINDIGD = "beeindigd"
    ONBEKEND = "onbekend"


class Leefgebied(StrEnum):
    """A part of someone's life in which help may be needed."""

    WONEN = "wonen"
    FINANCIEN = "financien"
    WERK = "werk"
    ZORG = "zorg"
    GGZ = "ggz"
    JEUGD = "jeugd"
    ONDERWIJS = "onderwijs"
    GEZONDHEID = "gezondheid"
    MEEDOEN = "meedoen"
    VEILIGHEID = "veiligheid"


class Kenmerk(StrEnum):
    """A trait of someone's situation that a question may tell."""

    MINDERJARIGE_KINDEREN = "minderjarige-kinderen"
    DAK_OF_THUISLOOS = "dak-of-thuisloos"
    ONTRUIMING = "ontruiming"
    HUISELIJK_GEWELD = "huiselijk-geweld"
    UIT_DETENTIE = "uit-detentie"
    UIT_INSTELLING = "uit-instelling"
    LEERLING = "leerling"
    MANTELZORGER = "mantelzorger"
    NIEUWKOMER = "nieuwkomer"
    VERWARD_GEDRAG = "verward-gedrag"
    SCHULDEN = "schulden"
    BIJSTAND = "bijstand"
    MIJDT_ZORG = "mijdt-zorg"
    EENZAAM = "eenzaam"
    JONGERE = "jongere"
    STUDENT = "student"
    ZIEK = "ziek"
    WERKLOOS = "werkloos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelgroep:
    """Whom an entry is for; ages in whole years, both ends included."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    tekst: str
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    kenmerken: tuple[Kenmerk, ...] = ()

    def admits(self, leeftijd: int) -> bool:
        """Tell whether someone of this age belongs to the target group."""
        van = 0 if self.leeftijd_van is None else self.leeftijd_van
        tot = leeftijd if self.leeftijd_tot is None else self.leeftijd_tot
        return van <= leeftijd <= tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorziening:
    """One entry of the sociale kaart: a service, scheme, agreement, network or way in.

    Raises:
        BronOntbreekt: without at least one Bron there is no Voorziening.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    slug: str
    naam: str
    soort: Soort
    werkgebied: str  # slug of a Werkgebied
    aliassen: tuple[str, ...] = ()
    afkortingen: tuple[str, ...] = ()
    leefgebieden: tuple[Leefgebied, ...]
    omschrijving: str
    doelgroep: Doelgroep | None = None
    wanneer: tuple[str, ...] = ()
    niet_voor: tuple[Uitzondering, ...] = ()
    route: tuple[RouteStap, ...]
    nodig: tuple[str, ...] = ()
    contact: tuple[Contact, ...] = ()
    wachttijd: str | None = None
    aanmeldstop: str | None = None
    verwijscriteria: tuple[str, ...] = ()
    wet: tuple[str, ...] = ()
    opschalen: str | None = None  # slug; None: the escalation of the asker's municipality
    zie_ook: tuple[str, ...] = ()
    voorbeeldvragen: tuple[str, ...] = ()
    status: Status
    status_toelichting: str | None = None
    vervangen_door: str | None = None  # slug; where users of an ended entry go
    bronnen: tuple[Bron, ...]
    gecontroleerd_op: date | None = None
    controleer_voor: date | None = None
    eigenaar: Rol = Rol.AANVOERDER  # of the entry's own Werkgebied

    def __post_init__(self) -> None:
        if not self.bronnen:
            raise BronOntbreekt(self.slug)
