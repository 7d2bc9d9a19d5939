"""Actors: states, their organs, armed groups, organisations and people; what they are called, and when.

An entry's names are compared by their words: case, accents, hyphens, apostrophes and a possessive do not count, but a
short word in capitals ("IS", "US") must stand in capitals in the text, and a proper name keeps at least one capital.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator

from .files import Entry, Fault, Row, Table, Texts, table

Type = Literal[
    "state", "government", "ministry", "military", "police", "intelligence", "judiciary", "legislature",
    "armed-group", "political-party", "coalition", "igo", "court", "peace-mission", "ngo", "media", "company",
    "person", "ethnic-group", "religious-group",
]  # fmt: skip
ClaimKind = Literal["name", "abbreviation", "demonym", "people", "capital"]

NAMES: frozenset[ClaimKind] = frozenset({"name", "abbreviation"})
#: What stands for a state only in some contexts, beside its names.
ALL_CLAIMS: frozenset[ClaimKind] = NAMES | {"demonym", "people", "capital"}


def _real(day: str) -> str:
    span(day)
    return day


def span(day: str) -> tuple[date, date]:
    """Return the first and last day of an ISO year, month or day; raises ValueError on anything else."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", day):
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    if len(day) == 4:
        return date(int(day), 1, 1), date(int(day), 12, 31)
    if len(day) == 10:
        return date.fromisoformat(day), date.fromisoformat(day)
    first = date.fromisoformat(f"{day}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


Day = Annotated[str, AfterValidator(_real)]


class Period(Entry):
    """From a day to a day, both within; an end that is not known is open, a vague one reaches as far as it can."""

    since: Day | None = None
    until: Day | None = None

    def holds(self, on: date | None) -> bool:
        """Tell whether the day lies in the period; without a day, everything holds."""
        if on is None:
            return True
        return not ((self.since and on < span(self.since)[0]) or (self.until and on > span(self.until)[1]))

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two periods have a day in common."""
        return not any(
            a.until and b.since and span(a.until)[1] < span(b.since)[0] for a, b in ((self, other), (other, self))
        )


class Name(Period):
    """A name with the days on which it was in use.

    `{a|b}` stands for either spelling. `within`: the name counts only in texts about one of these countries (alpha-3),
    where another bearer is better known. `person`: also a given name, so not an actor beside another capitalised word.
    """

    name: str
    lang: str | None = None
    within: Texts = ()
    person: bool = False


def _named(value: object) -> object:
    values = value.split("|") if isinstance(value, str) and "{" not in value else value
    if not isinstance(values, list | tuple):
        return values
    return tuple({"name": item.strip()} if isinstance(item, str) else item for item in values)


Names = Annotated[tuple[Name, ...], BeforeValidator(_named)]


class Link(Period):
    """What an actor is to another: a branch, an organ, sworn to it, its cover name, what it grew out of."""

    id: str
    kind: Literal["branch", "part", "pledge", "front", "member", "successor", "split"]


class Term(Period):
    """What a person leads, in which office."""

    id: str
    role: str = "leader"


class Actor(Period):
    """One actor. `since` and `until` are the days of its existence (of a person: of the life).

    Of `names`, the dated ones are the official names of their time, the others variants. `unless`: phrases that hold
    one of the names and mean something else ("New Mexico").
    """

    id: str
    name: str
    type: Type
    country: str | None = None
    sector: str | None = None
    names: Names = ()
    abbreviations: Names = ()
    demonyms: Texts = ()
    people: Texts = ()
    capital: Texts = ()
    parents: tuple[Link, ...] = ()
    leads: tuple[Term, ...] = ()
    unless: Texts = ()
    note: str | None = None

    def name_on(self, on: date | None) -> str:
        """Return what the actor called itself on a day: the dated name of that day, else its name of today."""
        dated = (name for name in self.names if on and (name.since or name.until) and name.holds(on))
        return next((next(spellings(name.name)) for name in dated), self.name)

    def claims(self) -> Iterator[tuple[ClaimKind, Name]]:
        """Yield everything that the actor is called."""
        told = {fold(spelling) for name in self.names for spelling in spellings(name.name)}
        if fold(self.name) not in told:
            yield "name", Name(name=self.name)
        for name in self.names:
            yield "name", name.model_copy(update={"person": True}) if self._half(name.name) else name
        for name in self.abbreviations:
            yield "abbreviation", name
        kinds: tuple[tuple[ClaimKind, Sequence[str]], ...] = (
            ("demonym", self.demonyms), ("people", self.people), ("capital", self.capital),
        )  # fmt: skip
        for kind, texts in kinds:
            for text in texts:
                yield kind, Name(name=text)

    def _half(self, name: str) -> bool:
        """Tell whether a name is only a surname, which others bear beside their own first names."""
        return self.type == "person" and len([word for word in fold(name) if word not in _PARTICLES]) < 2


_PARTICLES = frozenset("al el bin ibn bint de da del der di van von ag la le".split())


def spellings(pattern: str) -> Iterator[str]:
    """Yield every spelling of a pattern: "{Hezbollah|Hizbollah}" gives both."""
    if "{" not in pattern:
        yield pattern
        return
    parts = re.split(r"\{([^{}]*)\}", pattern)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


class Token(NamedTuple):
    """A word of a text: its folded form, and where it stands, without a possessive ending."""

    word: str
    text: str
    start: int
    end: int


# An abbreviation with dots is one word ("U.S."), and so is one with an apostrophe inside ("Da'esh").
_WORD = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[^\W_]+(?:['’ʼʿʻ`][^\W_]+)*")
_POSSESSIVE = frozenset(("'s", "’s", "ʼs", "'S", "’S"))
_DOTS_AND_APOSTROPHES = re.compile(r"[.'’ʼʿʻ`]")
_UNDECOMPOSED = str.maketrans("ıøłđ", "iold")  # letters that Unicode does not take apart into a letter and a mark


@lru_cache(maxsize=50_000)
def _fold_word(text: str) -> str:
    bare = _DOTS_AND_APOSTROPHES.sub("", text).casefold()
    if bare.isascii():
        return bare
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_UNDECOMPOSED)


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word[-2:] in _POSSESSIVE:
            word = word[:-2]
        found.append(Token(_fold_word(word), word, match.start(), match.start() + len(word)))
    return found


@lru_cache(maxsize=20_000)  # every name is looked at two or three times while the index is built
def _name_words(name: str) -> tuple[Token, ...]:
    return tuple(tokens(name))


def fold(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    return tuple(token.word for token in _name_words(name))


class Claim(NamedTuple):
    """That an actor bears a name: the words of one spelling, as written."""

    actor: str | None  # None: the phrase only looks like an actor's name
    kind: ClaimKind
    name: Name
    shape: tuple[str, ...]

    def suits(self, words: Sequence[Token]) -> bool:
        """Tell whether the capitals of the text can be those of the name."""
        proper = False
        for written, word in zip(self.shape, words, strict=True):
            if len(written) <= SHORT and any(map(str.isupper, written[1:])):
                if _DOTS_AND_APOSTROPHES.sub("", word.text) != written:
                    return False
                proper = True
            elif (
                written[:1].isupper() and not proper and word.word not in _PARTICLES
            ):  # "Islamic state" will do, "state Department" will not
                if not word.text[:1].isupper():
                    return False
                proper = True
        return True


#: Longest abbreviation (letters) that must be written just so: "IS", "WHO" and "LeT" are words in other letters.
SHORT = 5


class Found(NamedTuple):
    """An actor's name in a text: where, and whose."""

    start: int
    end: int
    actor: str


# What may stand between two words of one name: a possessive ending, a hyphen or a bracket, one line break.
_GAP = re.compile(r"(?:['’]s?)?[^\S\n]*[-–—‑/&(“\"]{0,2}[^\S\n]*\n?[^\S\n]*")
# A hyphen makes an adjective of a name: "Taliban-held", "anti-Taliban".
_COMPOUND = re.compile(r"[-‑–][a-z]")
_PREFIX = re.compile(r"(?<!\w)(?:anti|pro|non|ex|post|pre|counter|un|mid|trans|former)[-‑–]$", re.IGNORECASE)
#: Abbreviations that are words too, where everything is in capitals.
_WORDS_TOO = frozenset(
    "is us who it as an am are car fact model ice raw elf care tak mit gal hut let au pa sac".split()
)
# Words that may stand in capitals beside a name without being part of it: they open a sentence, are titles or days.
_NO_NAME = re.compile(
    r"(?:the|a|an|in|on|at|to|of|for|from|by|with|and|but|or|as|since|while|when|if|after|before|that|this|meanwhile"
    r"|however|although|both|most|many|neither|only|even|outside|inside|across|throughout|between|unlike|like|under"
    r"|president|premier|minister|secretary|chancellor|king|queen|prince|sultan|emir|pope|ambassador|senator|governor"
    r"|general|gen|colonel|col|marshal|commander|leader|mr|mrs|ms|dr|sir|ayatollah|sheikh|mullah|imam|dictator"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$",
    re.IGNORECASE,
)


class Actors(Mapping[str, Actor]):
    """All actors by id, with an index of their names."""

    def __init__(self, entries: Iterable[Actor]) -> None:
        """Index the entries; a later one replaces an earlier one of the same id."""
        self._entries = {entry.id: entry for entry in entries}

    def __getitem__(self, key: str) -> Actor:
        """Return the actor of an id; raises KeyError."""
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in the order of the files."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many actors there are."""
        return len(self._entries)

    @cached_property
    def index(self) -> Mapping[tuple[str, ...], tuple[Claim, ...]]:
        """All claims by their folded words."""
        index: dict[tuple[str, ...], list[Claim]] = {}
        for actor in self._entries.values():
            claims = [(actor.id, kind, name) for kind, name in actor.claims()]
            for bearer, kind, name in [*claims, *((None, "name", Name(name=text)) for text in actor.unless)]:
                for spelling in spellings(name.name):
                    words = _name_words(spelling)
                    key = tuple(word.word for word in words)
                    shape = tuple(_DOTS_AND_APOSTROPHES.sub("", word.text) for word in words)
                    if key:
                        index.setdefault(key, []).append(Claim(bearer, kind, name, shape))
        return {key: tuple(claims) for key, claims in index.items()}

    @cached_property
    def _sizes(self) -> Mapping[str, tuple[int, ...]]:
        """How many words the names have that begin with a word, most first."""
        sizes: dict[str, set[int]] = {}
        for key in self.index:
            sizes.setdefault(key[0], set()).add(len(key))
        return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}

    def claim(
        self,
        words: Sequence[Token],
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> Claim | None:
        """Return the one claim on exactly these words, as of a day and in texts about some countries (alpha-3).

        None where nobody bears the name, or several do and nothing tells which.
        """
        known = self.index.get(tuple(word.word for word in words))
        if not known:
            return None
        suited = [claim for claim in known if claim.kind in kinds and claim.suits(words)]
        meant = [claim for claim in suited if any(country in claim.name.within for country in countries)]
        meant = meant or [claim for claim in suited if not claim.name.within]
        meant = [claim for claim in meant if claim.name.holds(on)] or meant
        for kind in ("name", "abbreviation", "demonym", "people", "capital"):
            claims = [claim for claim in meant if claim.kind == kind]
            near = [claim for claim in claims if claim.actor and self[claim.actor].country in countries]
            for choice in (claims, near):
                if len({claim.actor for claim in choice}) == 1:
                    return choice[0]
            if claims:
                return None
        return None

    def matches(
        self,
        text: str,
        words: Sequence[Token],
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> Iterator[tuple[int, int, Claim]]:
        """Yield (first word, word after the last, claim) for the longest names in a text, in order.

        A longer name of a kind not asked for hides the shorter one in it: there is no Mexico in "Mexico City".
        """
        at = 0
        while at < len(words):
            for size in self._sizes.get(words[at].word, ()):
                if at + size > len(words):
                    continue
                claim = self.claim(words[at : at + size], on, countries, ALL_CLAIMS)
                if claim and _joined(text, words[at : at + size]):
                    if claim.actor and claim.kind in kinds and _stands_alone(text, words, at, at + size, claim):
                        yield at, at + size, claim
                    at += size
                    break
            else:
                at += 1

    def find(
        self,
        text: str,
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> list[Found]:
        """Return the known actors named in a text, longest match first, without overlaps, in order of place.

        Spans leave out articles and possessive endings. Adjectives made of a name ("Taliban-held") are not found, nor
        demonyms and capitals unless `kinds` asks for them.
        """
        words = tokens(text)
        return [
            Found(words[first].start, _closed(text, words[first].start, words[last - 1].end), claim.actor)
            for first, last, claim in self.matches(text, words, on, countries, kinds)
            if claim.actor
        ]


def _joined(text: str, words: Sequence[Token]) -> bool:
    return all(_GAP.fullmatch(text, a.end, b.start) for a, b in zip(words, words[1:], strict=False))


def _closed(text: str, start: int, end: int) -> int:
    """Take the bracket into the span where the name opens one: "CPI (Maoist)"."""
    return end + 1 if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")" else end


def _stands_alone(text: str, words: Sequence[Token], first: int, last: int, claim: Claim) -> bool:
    start, end = words[first].start, words[last - 1].end
    if _COMPOUND.match(text, end) or _PREFIX.search(text, max(0, start - 8), start):
        return False
    if last - first == 1 and words[first].word in _WORDS_TOO and _shouted(text, start, end):
        return False
    if not claim.name.person:
        return True
    before, after = words[first - 1] if first else None, words[last] if last < len(words) else None
    neighbours = [before] if before and text[before.end : start] == " " else []
    neighbours += [after] if after and text[end : after.start] == " " else []
    return not any(word.text[:1].isupper() and not _NO_NAME.match(word.text) for word in neighbours)


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words around are in capitals too, where "IS" and "US" are words like others."""
    before = re.findall(r"[^\W\d_]{2,}", text[text.rfind("\n", 0, start) + 1 : start][-60:])
    after = re.findall(r"[^\W\d_]{2,}", text[end : end + 60].split("\n")[0])
    nearest = [*before[-2:], *after[:2]]
    return (
        len(nearest) >= 2 and all(map(str.isupper, [*before[-1:], *after[:1]])) and sum(map(str.isupper, nearest)) >= 2
    )


def load(folder: Path | None = None) -> Actors:
    """Read all actors; raises KnowledgeError where a file has a fault."""
    return Actors(table("actors", Actor, folder).entries())


def check(folder: Path | None = None) -> list[Fault]:
    """Return all faults of the actors' files: those of reading, unknown references, and names with two bearers."""
    read = table("actors", Actor, folder)
    return sorted([*read.faults, *_references(read), *_periods(read), *_shared_names(read)])


def _references(read: Table[Actor]) -> Iterator[Fault]:
    known = {row.entry.id for row in read.rows}
    states = {row.entry.country for row in read.rows if row.entry.type == "state"}
    for row in read.rows:
        for id in (*(link.id for link in row.entry.parents), *(term.id for term in row.entry.leads)):
            if id not in known:
                yield row.fault(f"{row.entry.id} refers to {id!r}, which is no actor")
        countries = {row.entry.country, *(country for name in row.entry.names for country in name.within)} - {None}
        for country in sorted(str(country) for country in countries - states):
            yield row.fault(f"{row.entry.id} has the country {country!r}, which is no state's alpha-3 code")


def _periods(read: Table[Actor]) -> Iterator[Fault]:
    for row in read.rows:
        entry = row.entry
        periods: tuple[Period, ...] = (
            entry, *entry.names, *entry.abbreviations, *entry.parents, *entry.leads,
        )  # fmt: skip
        for period in periods:
            if period.since and period.until and span(period.since)[0] > span(period.until)[1]:
                yield row.fault(f"{entry.id}: {period.since} is after {period.until}")


def _shared_names(read: Table[Actor]) -> Iterator[Fault]:
    """Names must tell actors apart, unless their days or their contexts do; demonyms ("Congolese") may be shared."""
    seen: dict[tuple[str, ...], list[tuple[Row[Actor], Name]]] = {}
    for row in read.rows:
        for kind, name in row.entry.claims():
            if kind not in NAMES:
                continue
            for key in dict.fromkeys(fold(spelling) for spelling in spellings(name.name)):
                if not key:
                    yield row.fault(f"{row.entry.id} has a name without a letter or figure")
                for other, its in seen.get(key, ()):
                    apart = set(its.within) != set(name.within) or not its.overlaps(name)
                    if other.entry.id != row.entry.id and not apart:
                        yield row.fault(f"{row.entry.id} and {other.entry.id} both bear the name {' '.join(key)!r}")
                seen.setdefault(key, []).append((row, name))
