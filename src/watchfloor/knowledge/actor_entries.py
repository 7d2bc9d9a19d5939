"""What the files say of actors: states, their organs, armed groups, organisations and people; and since when.

Days are ISO years, months or days; both ends of a period lie within it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from .files import Entry, Texts
from .name_words import PARTICLES, fold, spellings

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

    @property
    def belongs(self) -> bool:
        """Tell whether the one answers for the other; what grew out of a group, or split off, stands for itself."""
        return self.kind not in ("successor", "split")


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
        """Yield everything that the actor is called; its name with the conditions under which `names` repeats it."""
        conditioned = (name for name in self.names if name.since or name.until or name.within or name.person)
        told = {fold(spelling) for name in conditioned for spelling in spellings(name.name)}
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
        return self.type == "person" and len([word for word in fold(name) if word not in PARTICLES]) < 2
