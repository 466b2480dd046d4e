"""The rules of the urgency check, as they stand in spoed.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

from knowledge.spoed.gevaar import Gevaar
from knowledge.spoed.patroon import Patroon, parse_patronen
from knowledge.spoed.woordenschat import Woordenschat
from sociale_kaart.errors import WegwijzerError

VASTE_GROEPEN = ("tijd_nu", "heden", "grens", "nood")  # the groups that the program itself reads


class RegelsOngeldig(WegwijzerError, ValueError):
    """The rules of the urgency check cannot be understood."""


class Soort(StrEnum):
    """How much a sign says by itself."""

    NU = "nu"  # it happens now
    ZEKER = "zeker"  # it is danger
    MET_TIJD = "met_tijd"  # it is danger when the sentence says that it is now
    SAMEN = "samen"  # it is danger when all its companions stand in the message too
    STERK = "sterk"  # it is danger beside another sign, or beside words of distress
    ZWAK = "zwak"  # it supports a strong sign
    TAAL = "taal"  # it is danger, said in another language


class Bereik(StrEnum):
    """How far a silencer reaches."""

    WOORDEN = "woorden"  # the words that it takes
    VOORUIT = "vooruit"  # what follows closely
    ACHTERUIT = "achteruit"  # what stands right before it
    SCHIJNONTKENNING = "schijnontkenning"  # words that look like a denial and are none
    VERLEDEN = "verleden"  # its sentence, where nothing says that it is now
    ZIN = "zin"  # its sentence
    BERICHT = "bericht"  # the message, save what happens now
    ALLES = "alles"  # the message


@dataclass(frozen=True, slots=True, kw_only=True)
class Zwijger:
    """Context in which a sign of danger is none."""

    bereik: Bereik
    patronen: tuple[Patroon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teken:
    """A sign of danger."""

    gevaar: Gevaar
    soort: Soort
    patroon: Patroon
    gezelschap: str = ""  # for SAMEN: which companions it belongs to
    naam: str = ""  # for SAMEN: which of the companions it is
    nodig: int = 0  # for SAMEN: how many companions there are


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaarten:
    """The spoed entries that lead for a sort of danger, best first."""

    slugs: tuple[str, ...]
    slugs_nu: tuple[str, ...]  # when it happens now


@dataclass(frozen=True, slots=True, kw_only=True)
class Regels:
    """All rules; the order of `kaarten` is the order in which dangers go first."""

    woordenschat: Woordenschat
    tekens: tuple[Teken, ...]
    zwijgers: tuple[Zwijger, ...]
    kaarten: Mapping[Gevaar, Kaarten]
    andere_vraag: tuple[Patroon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _GevaarTekst:
    slugs: tuple[str, ...]
    slugs_nu: tuple[str, ...]
    nu: tuple[str, ...] = ()
    zeker: tuple[str, ...] = ()
    met_tijd: tuple[str, ...] = ()
    samen: tuple[dict[str, tuple[str, ...]], ...] = ()
    sterk: tuple[str, ...] = ()
    zwak: tuple[str, ...] = ()
    taal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _ZwijgerTekst:
    bereik: Bereik
    patronen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _RegelsTekst:
    __pydantic_config__ = ConfigDict(extra="forbid")

    groepen: dict[str, tuple[str, ...]]
    kernwoorden: tuple[str, ...]
    gewone_woorden: tuple[str, ...]
    zwijgers: dict[str, _ZwijgerTekst]
    gevaren: dict[Gevaar, _GevaarTekst]
    andere_vraag: tuple[str, ...] = field(default=())


@cache
def load_regels(pad: Path | None = None) -> Regels:
    """Return the rules of this file, by default the shipped ones.

    Raises:
        RegelsOngeldig: a field is wrong, or a pattern speaks of an unknown group.
    """
    bron = pad or files("knowledge.spoed").joinpath("spoed.yaml")
    return parse_regels(bron.read_text(encoding="utf-8"))


def parse_regels(tekst: str) -> Regels:
    """Return the rules that this YAML text holds."""
    try:
        inhoud = TypeAdapter(_RegelsTekst).validate_python(
            yaml.load(tekst, Loader=yaml.CSafeLoader)
        )
        return _build_regels(inhoud)
    except (yaml.YAMLError, ValidationError) as error:
        raise RegelsOngeldig(str(error)) from error
    except KeyError as error:
        raise RegelsOngeldig(f"onbekende groep: {error.args[0]}") from error


def _build_regels(inhoud: _RegelsTekst) -> Regels:
    schat = Woordenschat(inhoud.kernwoorden, inhoud.gewone_woorden)
    for groep in inhoud.groepen:
        schat.add(groep, ())
    for groep, frases in inhoud.groepen.items():
        schat.add(groep, frases)
    for groep in VASTE_GROEPEN:
        if groep not in schat:
            raise KeyError(groep)
    return Regels(
        woordenschat=schat,
        tekens=tuple(_build_tekens(inhoud, schat)),
        zwijgers=tuple(_build_zwijgers(inhoud, schat)),
        kaarten={
            gevaar: Kaarten(slugs=blok.slugs, slugs_nu=blok.slugs_nu)
            for gevaar, blok in inhoud.gevaren.items()
        },
        andere_vraag=_parse_alle(inhoud.andere_vraag, schat),
    )


def _build_zwijgers(inhoud: _RegelsTekst, schat: Woordenschat) -> Iterable[Zwijger]:
    for blok in inhoud.zwijgers.values():
        yield Zwijger(bereik=blok.bereik, patronen=_parse_alle(blok.patronen, schat))


def _build_tekens(inhoud: _RegelsTekst, schat: Woordenschat) -> Iterable[Teken]:
    for gevaar, blok in inhoud.gevaren.items():
        for soort in (Soort.NU, Soort.ZEKER, Soort.MET_TIJD, Soort.STERK, Soort.ZWAK, Soort.TAAL):
            for patroon in _parse_alle(getattr(blok, soort), schat):
                yield Teken(gevaar=gevaar, soort=soort, patroon=patroon)
        for nummer, namen in enumerate(blok.samen):
            yield from _build_samen(gevaar, str(nummer), namen, schat)


def _build_samen(
    gevaar: Gevaar, gezelschap: str, namen: Mapping[str, tuple[str, ...]], schat: Woordenschat
) -> Iterable[Teken]:
    for naam, lijst in namen.items():
        for patroon in _parse_alle(lijst, schat):
            yield Teken(
                gevaar=gevaar,
                soort=Soort.SAMEN,
                patroon=patroon,
                gezelschap=gezelschap,
                naam=naam,
                nodig=len(namen),
            )


def _parse_alle(lijst: Iterable[str], schat: Woordenschat) -> tuple[Patroon, ...]:
    return tuple(patroon for tekst in lijst for patroon in parse_patronen(tekst, schat))
