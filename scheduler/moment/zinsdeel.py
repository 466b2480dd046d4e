"""From what single words say to one moment's worth of words: what belongs together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scheduler.moment.aanduiding import Aanduiding, get_fields, join, says_dag, says_tijd
from scheduler.moment.patroon import Vondst
from scheduler.moment.tijdwoord import Tijdwoord

# small words between two parts of one moment
_TUSSEN = frozenset(
    "om op in de van rond tegen vanaf uiterlijk met dan 's , - / ( ) precies stipt klokslag".split()
)
# these tie two parts together, so that together they are no moment: 'de maandag na pasen'
_KNOPEN = (["of"], ["na"], ["voor"], ["tot"])
_VOORAF = frozenset(
    "om op in de rond ongeveer tegen vanaf uiterlijk per 's precies stipt klokslag".split()
)
# before a moment, these say that it is another one
_SPERT = frozenset(
    "voor na tot sinds binnen tussen ergens later niet vlak kort rondom nooit of behalve".split()
)
_GRENS = frozenset("behalve tot uitgezonderd".split())
_HERINNERING = frozenset(
    "herinnering reminder alarm wekker melding seintje afspraak memo plan me mij".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zinsdeel:
    """Words that stand together and speak of one moment: from one place up to another."""

    van: int
    tot: int
    aanduiding: Aanduiding
    onduidelijk: bool = False  # two moments, or one that is shut out
    grens: bool = False  # where something stops to return


def gather_zinsdelen(woorden: Sequence[Tijdwoord], vondsten: list[Vondst]) -> list[Zinsdeel]:
    """Return what stands together as one; what says nothing falls away."""
    delen: list[Zinsdeel] = []
    for vondst in vondsten:
        if not get_fields(vondst.aanduiding):
            continue
        deel = _make_deel(woorden, vondst)
        if delen and _are_beside(woorden, delen[-1], deel):
            delen[-1:] = _join_delen(delen[-1], deel)
        else:
            delen.append(deel)
    return delen


def _make_deel(woorden: Sequence[Tijdwoord], vondst: Vondst) -> Zinsdeel:
    van = vondst.van
    while van and _goes_before(woorden, van - 1, vondst.aanduiding):
        van -= 1
    return Zinsdeel(
        van=van,
        tot=vondst.tot,
        aanduiding=vondst.aanduiding,
        onduidelijk=bool(vondst.aanduiding.geen) or _is_shut_out(woorden, van),
        grens=van > 0 and woorden[van - 1].vorm in _GRENS,
    )


def _goes_before(woorden: Sequence[Tijdwoord], plek: int, gezegd: Aanduiding) -> bool:
    """Tell whether the word at this place belongs to what is said behind it."""
    vorm = woorden[plek].vorm
    if vorm == "de":
        return _is_article(woorden, plek, gezegd)
    if vorm == "om":
        return gezegd.klok is not None
    if vorm == "met":
        return gezegd.feestdag is not None
    if vorm == "aan":
        return gezegd.rand is not None or gezegd.deel is not None
    return vorm in _VOORAF


def _is_article(woorden: Sequence[Tijdwoord], plek: int, gezegd: Aanduiding) -> bool:
    """Tell apart 'op de vrijdag' and 'doe het vrijdag'."""
    if plek and woorden[plek - 1].vorm in _VOORAF:
        return True
    if woorden[plek].getypt != "de":
        return gezegd.rand is not None or gezegd.kwartaal is not None
    return gezegd.dagen is None and gezegd.klok is None


def _is_shut_out(woorden: Sequence[Tijdwoord], van: int) -> bool:
    """Tell whether a word before this says that it is another moment: 'na', 'voor', 'tot'."""
    voor = woorden[van - 1].vorm if van else ""
    if voor == "voor":
        return not (van > 1 and woorden[van - 2].vorm in _HERINNERING)
    return voor in _SPERT


def _are_beside(woorden: Sequence[Tijdwoord], een: Zinsdeel, ander: Zinsdeel) -> bool:
    tussen = [woord.vorm for woord in woorden[een.tot : ander.van]]
    two = tussen == ["en"] and _names_two(een.aanduiding, ander.aanduiding)
    return all(vorm in _TUSSEN for vorm in tussen) or tussen in _KNOPEN or two


def _names_two(een: Aanduiding, ander: Aanduiding) -> bool:
    """Tell whether these are two moments: 'om 9 en om 11 uur', 'morgen en overmorgen'."""
    if says_tijd(een) and ander.klok is not None:
        return True
    return says_dag(een) and says_dag(ander) and not (een.interval or ander.interval)


def _join_delen(een: Zinsdeel, ander: Zinsdeel) -> list[Zinsdeel]:
    samen = join(een.aanduiding, ander.aanduiding)
    if samen is not None:
        onduidelijk = een.onduidelijk or ander.onduidelijk
        return [replace(een, tot=ander.tot, aanduiding=samen, onduidelijk=onduidelijk)]
    if een.aanduiding.geen != ander.aanduiding.geen and een.tot == ander.van:
        return [een, ander]  # 'de brief van gisteren morgen opsturen'
    if ander.aanduiding.zwak:  # 'om 10 uur 2 uur vergaderen'
        return [een]
    return [replace(een, tot=ander.tot, onduidelijk=True)]


def choose(woorden: Sequence[Tijdwoord], delen: list[Zinsdeel]) -> list[Zinsdeel]:
    """Return the parts that make the moment; none where it is not clear which."""
    onduidelijk = [deel for deel in delen if deel.onduidelijk]
    helder = [
        deel
        for deel in delen
        if not deel.onduidelijk and _counts(deel.aanduiding) and not _is_loose_word(deel)
    ]
    keuze = _pick(woorden, helder)
    return [] if _is_spoiled(keuze, onduidelijk) else keuze


def _counts(gezegd: Aanduiding) -> bool:
    """Tell whether this can be a part of a moment: 'in december' alone is none."""
    periode = gezegd.week or gezegd.maand or gezegd.kwartaal or gezegd.jaar
    if not get_fields(gezegd).keys() <= {"week", "maand", "kwartaal", "jaar"} or periode is None:
        return True
    by_itself = gezegd.week is not None or gezegd.kwartaal is not None
    return bool(periode.verschil or (periode.nummer and by_itself and gezegd.maand is None))


def _is_loose_word(deel: Zinsdeel) -> bool:
    """Tell whether this is a part of the day inside a message: 'een rustige avond'."""
    said = get_fields(deel.aanduiding).keys()
    return deel.van > 0 and bool(deel.aanduiding.zwak) and said == {"deel", "zwak"}


def _pick(woorden: Sequence[Tijdwoord], helder: list[Zinsdeel]) -> list[Zinsdeel]:
    """Return all parts if they agree; else the one that opens the text, or that ends it."""
    sterk = [deel for deel in helder if not _is_duration(deel.aanduiding)]
    helder = sterk or helder
    if _agree(woorden, helder):
        return helder
    if len(sterk) > 1 and sterk[0].van > 0 and sterk[-1].tot == len(woorden):
        return _with_tijd(sterk[-1], sterk[:-1])
    return _with_tijd(sterk[0], sterk[1:])


def _is_duration(gezegd: Aanduiding) -> bool:
    return bool(gezegd.zwak) and get_fields(gezegd).keys() <= {"klok", "deel", "zwak"}


def _agree(woorden: Sequence[Tijdwoord], delen: list[Zinsdeel]) -> bool:
    """Tell whether the parts make one moment: one day, or how it returns and from when on."""
    samen = Aanduiding()
    days = 0
    for deel in delen:
        if not _is_begin(woorden, deel):
            days += _names_when(deel.aanduiding)
        joined = join(samen, deel.aanduiding)
        if joined is None:
            return False
        samen = joined
    return days <= 1


def _names_when(gezegd: Aanduiding) -> bool:
    return says_dag(gezegd) or gezegd.duur is not None or gezegd.interval is not None


def _is_begin(woorden: Sequence[Tijdwoord], deel: Zinsdeel) -> bool:
    """Tell whether this is the day from which on something returns: 'vanaf 1 december'."""
    return woorden[deel.van].vorm in {"vanaf", "per"}


def _with_tijd(deel: Zinsdeel, andere: list[Zinsdeel]) -> list[Zinsdeel]:
    """Return the part, with the only time that stands by itself if it has none."""
    tijden = [ander for ander in andere if not _names_when(ander.aanduiding)]
    if says_tijd(deel.aanduiding) or len(tijden) != 1 or len(tijden) != len(andere):
        return [deel]
    return sorted([deel, tijden[0]], key=lambda d: d.van)


def _is_spoiled(keuze: list[Zinsdeel], onduidelijk: list[Zinsdeel]) -> bool:
    """Tell whether what is unclear would have said what the choice does not."""
    dag = any(says_dag(d.aanduiding) or d.aanduiding.duur for d in keuze)
    tijd = any(says_tijd(d.aanduiding) or d.aanduiding.duur for d in keuze)
    returns = any(d.aanduiding.interval for d in keuze)
    for deel in onduidelijk:
        says = deel.aanduiding
        if returns and deel.grens:
            return True
        if not dag and (says_dag(says) or says.interval or says.duur):
            return True
        if not tijd and says_tijd(says) and not says_dag(says):
            return True
    return False
