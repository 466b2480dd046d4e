"""Numbers in words: een to negenennegentig, anderhalf, eerste to eenendertigste."""

_EENHEDEN = "een twee drie vier vijf zes zeven acht negen".split()
_TIEN = ("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien").split()
_TIENTALLEN = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_RANG = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende"
).split()


def _make_getallen() -> dict[str, float]:
    getallen: dict[str, float] = {
        woord: getal for getal, woord in enumerate(_EENHEDEN + _TIEN, start=1)
    }
    for tien, tiental in enumerate(_TIENTALLEN, start=2):
        getallen[tiental] = tien * 10
        for een, eenheid in enumerate(_EENHEDEN, start=1):
            getallen[f"{eenheid}en{tiental}"] = tien * 10 + een
    for een, eenheid in enumerate(_EENHEDEN, start=1):
        getallen[f"{eenheid}enhalf"] = getallen[f"{eenheid}eneenhalf"] = een + 0.5
        getallen[f"{eenheid}enhalve"] = een + 0.5
    return getallen | {"anderhalf": 1.5, "anderhalve": 1.5, "honderd": 100}


def _make_rangen() -> dict[str, int]:
    rangen = {woord: rang for rang, woord in enumerate(_RANG, start=1)}
    for tien, tiental in ((20, "twintig"), (30, "dertig")):
        rangen[f"{tiental}ste"] = tien
        for een, eenheid in enumerate(_EENHEDEN, start=1):
            rangen[f"{eenheid}en{tiental}ste"] = tien + een
    return rangen | {"laatste": -1, "voorlaatste": -2}


GETALLEN = _make_getallen()  # without diacritics: 'tweeentwintig'
RANGEN = _make_rangen()
