"""What a word is by itself: an ordinary word, a first name, a surname."""

import re
from functools import cache, lru_cache

from knowledge.privacy.lijst import fold, read_gevouwen, read_lijst, read_signaal

_ARABISCH = ("el", "al", "ait", "ben", "abu")
_VAN_DE = ("van de", "van der", "van den")
_KORTSTE_NAAM = 3
_KORTE_STAARTEN = frozenset("lid man wet dag bed bus pas kas les bon dak rol".split())
_ROLKOPPEN = (
    "werkwoorden_persoon", "relaties", "titels", "organisatiewoorden", "geen_naam_na_titel",
)  # fmt: skip
_UITGANGEN = (
    "tjes", "tje", "jes", "je", "en", "s", "e", "t", "d", "de", "te", "den", "ten",
    "er", "ers", "ing", "ingen", "heid", "lijk", "lijke", "end", "ende", "ste",
)  # fmt: skip
_HERKOMST = re.compile(r".{3,20}(?:isch|ische|aans|aanse|ees|ese|iers?|naars?|talige?)")
_PLAATSACHTIG = re.compile(
    r".{2,40}(?:straat|laan|weg|plein|kade|singel|gracht|dreef|steeg|park|plantsoen"
    r"|school|scholen|college|lyceum|flat|kerk|ziekenhuis|huis|hoeve|brug|tunnel|polder"
    r"|haven|markt|wijk|buurt|kwartier|stichting|fonds|zorg|groep|team|centrum|wet|hof"
    r"|taal|syndroom|prijs|commissie|bank|hulp|net|lijn|plus|zicht|heem|staete|stede"
    r"|dokters|praktijk|partners|ondersteuning|begeleiding|wonen|thuis|kracht|hage|oord|horst|borgh|waarde|toren|loket|punt|pas|instituut|gymnasium|pad|dijk)"
)
_NAAM_ALS_GEBOUW = re.compile(r"[^-]{3,20}(?:huis|hof|kerk|brug|haven|polder|dijk|horst|oord|heem)")
_PLAATS_NA_NAAM = re.compile(
    r".{2,40}(?:straat|laan|weg|plein|kade|singel|gracht|dreef|steeg|park|plantsoen"
    r"|school|scholen|college|lyceum|flat|kerk|ziekenhuis|huis|brug|tunnel|stichting"
    r"|taal|syndroom|prijs|polder|haven|instituut|centrum|pad|hof"
    r"|plaats|passage|boulevard|allee|viaduct|zaal)"
)


def is_woord(vorm: str) -> bool:
    """Tell whether this is an ordinary Dutch word, also compound or inflected."""
    vorm = vorm.rsplit("-", 1)[-1] if "-" in vorm else vorm
    return len(vorm) < 2 or is_enkel_woord(vorm) or _is_samenstelling(vorm)


def is_lijstwoord(vorm: str) -> bool:
    """Tell whether the list of words has exactly this."""
    return vorm in read_gevouwen("woorden.txt")


@lru_cache(maxsize=8192)
def is_enkel_woord(vorm: str) -> bool:
    """Tell whether this is an ordinary word or an inflection of one, no compound."""
    woorden = read_gevouwen("woorden.txt")
    if vorm in woorden:
        return True
    if len(vorm) < 6:
        return False
    stam = re.sub(r"ing(?:en)?$", "en", vorm)
    return stam in woorden or any(
        vorm.endswith(uitgang)
        and len(vorm) - len(uitgang) >= 4
        and vorm[: -len(uitgang)] in woorden
        for uitgang in _UITGANGEN
    )


@lru_cache(maxsize=4096)
def _is_samenstelling(vorm: str) -> bool:
    if not 8 <= len(vorm) <= 40:
        return False
    if vorm[-3:] in _KORTE_STAARTEN and vorm[:-3] in read_gevouwen("woorden.txt"):
        return True
    return any(
        _is_eerste_deel(vorm[:plek]) and _is_tweede_deel(vorm[plek:])
        for plek in range(3, len(vorm) - 3)
    )


def _is_eerste_deel(deel: str) -> bool:
    if deel in read_gevouwen("woorden.txt") or (len(deel) >= 6 and is_enkel_woord(deel)):
        return True
    return len(deel) >= 4 and deel.endswith("s") and _is_eerste_deel(deel[:-1])


def _is_tweede_deel(deel: str) -> bool:
    if len(deel) >= 8 and _is_samenstelling(deel):
        return True
    return deel in read_gevouwen("woorden.txt") or (len(deel) >= 6 and is_enkel_woord(deel))


def is_rol(vorm: str) -> bool:
    """Tell whether this names what someone is or does: 'wethouder', 'heeft', 'wijkteam'."""
    return any(vorm in read_signaal(kop) for kop in _ROLKOPPEN)


def is_herkomst(vorm: str) -> bool:
    """Tell whether this looks like a language or people: 'Eritrese', 'Syriërs'."""
    return bool(_HERKOMST.fullmatch(vorm))


def is_plaatsachtig(vorm: str) -> bool:
    """Tell whether this looks like a street, a building or an organisation."""
    return bool(_PLAATSACHTIG.fullmatch(vorm))


def is_plaats_na_naam(vorm: str) -> bool:
    """Tell whether this makes a place of the name before it: 'Prins Hendrikpark'."""
    return bool(_PLAATS_NA_NAAM.fullmatch(vorm))


def is_naam_als_gebouw(vorm: str) -> bool:
    """Tell whether this can be a surname that ends as a building: 'Damhuis', 'Kruithof'."""
    return bool(_NAAM_ALS_GEBOUW.fullmatch(vorm))


def is_dubbel(vorm: str) -> bool:
    """Tell whether this first name is an ordinary word as well."""
    return vorm in read_gevouwen("naam_of_woord.txt")


@lru_cache(maxsize=4096)
def is_gangbare_voornaam(vorm: str) -> bool:
    """Tell whether this is a first name even without a capital."""
    return all(map(_is_gangbaar, vorm.split("-")))


def _is_gangbaar(deel: str) -> bool:
    if len(deel) < _KORTSTE_NAAM or is_dubbel(deel):
        return False
    if deel in read_gevouwen("voornamen.txt"):
        return True
    zeldzaam = deel in read_gevouwen("voornamen_met_hoofdletter.txt")
    return zeldzaam and len(deel) > _KORTSTE_NAAM and not is_enkel_woord(deel)


def is_voornaam(vorm: str) -> bool:
    """Tell whether this can be a first name when it has a capital."""
    deel = vorm.split("-", maxsplit=1)[0]
    return (
        deel in read_gevouwen("voornamen.txt")
        or deel in read_gevouwen("voornamen_met_hoofdletter.txt")
        or is_dubbel(deel)
    )


@cache
def _volledige_achternamen() -> frozenset[str]:
    namen = (fold(naam) for naam in read_lijst("achternamen.txt") if " " in naam)
    return frozenset(naam.replace("'", "") for naam in namen)


@cache
def _achternaamdelen() -> frozenset[str]:
    return frozenset(fold(naam).rsplit(" ", 1)[-1] for naam in read_lijst("achternamen.txt"))


def is_volledige_achternaam(vorm: str) -> bool:
    """Tell whether this is a surname with its prefix: 'de jong'."""
    _, kort, rest = vorm.partition("vd ") if vorm.startswith("vd ") else vorm.partition("v d ")
    if kort and vorm.startswith("v"):
        return any(f"{voor} {rest}" in _volledige_achternamen() for voor in _VAN_DE)
    return vorm in _volledige_achternamen()


def is_achternaam(vorm: str) -> bool:
    """Tell whether this is a surname, or the part of one after its prefix."""
    eerste, streepje, _ = vorm.partition("-")
    if eerste in _achternaamdelen() or vorm in _achternaamdelen():
        return True
    return is_losse_achternaam(vorm) or (bool(streepje) and eerste in _ARABISCH)


def is_losse_achternaam(vorm: str) -> bool:
    """Tell whether this is a surname that stands without a prefix."""
    zeldzaam = read_gevouwen("achternamen_met_hoofdletter.txt")
    return is_gangbare_achternaam(vorm) or vorm.partition("-")[0] in zeldzaam


def is_gangbare_achternaam(vorm: str) -> bool:
    """Tell whether this is a surname even without a capital."""
    return vorm.partition("-")[0] in read_gevouwen("achternamen.txt")


def is_voorvoegsel(vorm: str) -> bool:
    """Tell whether a surname can begin with this."""
    return vorm in read_signaal("voorvoegsels")
