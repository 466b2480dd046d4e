"""Words with one typing error, which would otherwise look like names."""

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from knowledge.privacy.lijst import read_gevouwen, read_signaal
from knowledge.privacy.taal import is_woord

_VAAK = "eaionrtdsl"  # the letters that are left out most
_KORTSTE_SAMENSTELLING = 8  # letters
_KORTSTE = 4  # letters; shorter than this nearly every name is beside a word


@lru_cache(maxsize=2048)
def is_typfout(vorm: str) -> bool:
    """Tell whether one letter too many, too few, wrong or swapped makes a word of this."""
    if len(vorm) < _KORTSTE:
        return False
    woorden = read_gevouwen("woorden.txt")
    if any(buur in woorden for buur in _buren(vorm, ascii_lowercase)):
        return True
    if is_verwisseld(vorm):
        return True
    return len(vorm) >= _KORTSTE_SAMENSTELLING and any(map(is_woord, _buren(vorm, _VAAK)))


def is_verwisseld(vorm: str) -> bool:
    """Tell whether two swapped letters make a word of this."""
    return any(map(is_woord, _verwisselingen(vorm)))


@lru_cache(maxsize=2048)
def is_typfout_van(vorm: str, *koppen: str) -> bool:
    """Tell whether this is one typing error away from a longer word under these headings."""
    woorden = frozenset().union(*map(read_signaal, koppen))
    buren = (*_buren(vorm, ascii_lowercase), *_verwisselingen(vorm))
    return any(len(buur) > _KORTSTE and buur in woorden for buur in buren)


def _verwisselingen(vorm: str) -> Iterator[str]:
    for plek in range(len(vorm) - 1):
        yield vorm[:plek] + vorm[plek + 1] + vorm[plek] + vorm[plek + 2 :]


def _buren(vorm: str, letters: str) -> Iterator[str]:
    for plek in range(len(vorm) + 1):
        links, rechts = vorm[:plek], vorm[plek:]
        yield links + rechts[1:]
        for letter in letters:
            yield links + letter + rechts
            yield links + letter + rechts[1:]
