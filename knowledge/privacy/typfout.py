"""Words with one typing error, which would otherwise look like names."""

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from knowledge.privacy.lijst import read_gevouwen, read_signaal

_KORTSTE = 4  # letters; shorter than this nearly every name is beside a word


@lru_cache(maxsize=2048)
def is_typfout(vorm: str) -> bool:
    """Tell whether one letter too many, too few, wrong or swapped makes a word of this."""
    if len(vorm) < _KORTSTE:
        return False
    woorden = read_gevouwen("woorden.txt")
    return any(buur in woorden for buur in _buren(vorm))


@lru_cache(maxsize=2048)
def is_typfout_van(vorm: str, *koppen: str) -> bool:
    """Tell whether this is one typing error away from a longer word under these headings."""
    woorden = frozenset().union(*map(read_signaal, koppen))
    return any(len(buur) > _KORTSTE and buur in woorden for buur in _buren(vorm))


def _buren(vorm: str) -> Iterator[str]:
    for plek in range(len(vorm) + 1):
        links, rechts = vorm[:plek], vorm[plek:]
        yield links + rechts[1:]
        yield links + rechts[1:2] + rechts[:1] + rechts[2:]
        for letter in ascii_lowercase:
            yield links + letter + rechts
            yield links + letter + rechts[1:]
