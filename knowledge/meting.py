"""How good the answers are, measured on sets of questions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.decision import Besluit
from knowledge.vraagbaak import Raadpleging, Vraagbaak
from knowledge.vragenset import Toetsvraag

TOTAL = "alle"
Progress = Callable[[Iterable[Toetsvraag]], Iterable[Toetsvraag]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijlscore:
    """The score on the questions of one style that the kaart has an answer to."""

    stijl: str
    aantal: int
    eerste: int  # right entry first
    in_drie: int  # right entry among the first three
    banden: dict[str, int]  # how many in each band
    zeker_mis: int  # answered, with the wrong entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Bak:
    """The answers whose confidence lies in one tenth, and how many of them are right."""

    van: float
    aantal: int
    zekerheid: float  # mean of what was claimed
    juist: float  # share that is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """The outcome of measuring."""

    stijlen: tuple[Stijlscore, ...]  # the last is all styles together
    buiten: dict[str, tuple[int, int]]  # style -> refused, of how many
    typfout: tuple[int, int, int] | None  # right with errors, right without, of how many
    bakken: tuple[Bak, ...]
    spoed: dict[str, tuple[int, int]]  # herkend and stil -> right, of how many
    gegevens: dict[str, tuple[int, int]]  # gevangen, stukken and met_rust -> right, of how many
    missers: tuple[tuple[str, str, str], ...]  # id, expected, got


def measure(
    vragen: Iterable[Toetsvraag], vraagbaak: Vraagbaak, progress: Progress = iter
) -> Meting:
    """Ask every question and count what is right."""
    return _Counter(vraagbaak).count(list(vragen), progress)


class _Counter:
    def __init__(self, vraagbaak: Vraagbaak) -> None:
        self._vraagbaak = vraagbaak
        self._stijlen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._buiten: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._typfout: Counter[str] = Counter()
        self._zekerheden: list[tuple[float, bool]] = []
        self._spoed: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._gegevens: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._missers: list[tuple[str, str, str]] = []

    def count(self, vragen: list[Toetsvraag], progress: Progress) -> Meting:
        for vraag in progress(vragen):
            self._add(vraag)
        return Meting(
            stijlen=self._make_stijlen(),
            buiten={s: (c["geweigerd"], c["aantal"]) for s, c in self._buiten.items()},
            typfout=self._make_typfout(),
            bakken=make_bakken(self._zekerheden),
            spoed={naam: (c["goed"], c["aantal"]) for naam, c in self._spoed.items()},
            gegevens={naam: (c["goed"], c["aantal"]) for naam, c in self._gegevens.items()},
            missers=tuple(self._missers),
        )

    def _add(self, vraag: Toetsvraag) -> None:
        raadpleging = self._vraagbaak.consult(vraag.vraag, vraag.gemeente)
        if vraag.verwacht is not None:
            self._add_route(vraag, raadpleging)
        if vraag.buiten:
            for stijl in (vraag.stijl, TOTAL):
                self._buiten[stijl]["aantal"] += 1
                refused = raadpleging.besluit is Besluit.GEEN_ANTWOORD
                self._buiten[stijl]["geweigerd"] += refused
        if vraag.spoed is not None:
            counter = self._spoed["herkend" if vraag.spoed else "stil"]
            counter["aantal"] += 1
            counter["goed"] += (raadpleging.spoed is not None) == vraag.spoed
        if vraag.persoonsgegevens is not None:
            self._add_gegevens(vraag.persoonsgegevens, raadpleging)

    def _add_route(self, vraag: Toetsvraag, raadpleging: Raadpleging) -> None:
        slugs = [treffer.slug for treffer in raadpleging.treffers]
        right = slugs[:1] == [vraag.verwacht]
        for stijl in (vraag.stijl, TOTAL):
            counter = self._stijlen[stijl]
            counter["aantal"] += 1
            counter["eerste"] += right
            counter["in_drie"] += vraag.verwacht in slugs[:3]
            counter[raadpleging.besluit.value] += 1
            counter["zeker_mis"] += raadpleging.besluit is Besluit.ANTWOORD and not right
        self._zekerheden.append((raadpleging.treffers[0].score if slugs else 0.0, right))
        if not right:
            self._missers.append((vraag.id, vraag.verwacht or "", slugs[0] if slugs else ""))
        if vraag.schoon is not None:
            self._add_typfout(vraag, right=right)

    def _add_typfout(self, vraag: Toetsvraag, *, right: bool) -> None:
        clean = self._vraagbaak.consult(vraag.schoon or "", vraag.gemeente)
        self._typfout["aantal"] += 1
        self._typfout["met"] += right
        self._typfout["zonder"] += [t.slug for t in clean.treffers[:1]] == [vraag.verwacht]

    def _add_gegevens(
        self, expected: tuple[tuple[str, str], ...], raadpleging: Raadpleging
    ) -> None:
        found = [(g.soort.value, g.waarde) for g in raadpleging.persoonsgegevens]
        if not expected:
            self._gegevens["met_rust"]["aantal"] += 1
            self._gegevens["met_rust"]["goed"] += not found
            return
        self._gegevens["gevangen"]["aantal"] += 1
        self._gegevens["gevangen"]["goed"] += bool(found)
        self._gegevens["stukken"]["aantal"] += len(expected)
        self._gegevens["stukken"]["goed"] += sum(piece in found for piece in expected)

    def _make_stijlen(self) -> tuple[Stijlscore, ...]:
        names = sorted(self._stijlen, key=lambda stijl: (stijl == TOTAL, stijl))
        return tuple(_make_stijlscore(stijl, self._stijlen[stijl]) for stijl in names)

    def _make_typfout(self) -> tuple[int, int, int] | None:
        counter = self._typfout
        if not counter["aantal"]:
            return None
        return counter["met"], counter["zonder"], counter["aantal"]


def make_bakken(zekerheden: Iterable[tuple[float, bool]]) -> tuple[Bak, ...]:
    """Return the answers by tenths of their confidence."""
    groups: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for zekerheid, juist in zekerheden:
        groups[min(int(zekerheid * 10), 9)].append((zekerheid, juist))
    return tuple(
        Bak(
            van=tenth / 10,
            aantal=len(group),
            zekerheid=sum(zekerheid for zekerheid, _ in group) / len(group),
            juist=sum(juist for _, juist in group) / len(group),
        )
        for tenth, group in sorted(groups.items())
    )


def _make_stijlscore(stijl: str, counter: Counter[str]) -> Stijlscore:
    return Stijlscore(
        stijl=stijl,
        aantal=counter["aantal"],
        eerste=counter["eerste"],
        in_drie=counter["in_drie"],
        banden={besluit.value: counter[besluit.value] for besluit in Besluit},
        zeker_mis=counter["zeker_mis"],
    )
