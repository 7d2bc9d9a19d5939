"""Whom "he" and "she" can mean: first names, titles and nouns by the gender of those who bear them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .faults import Fault
from .files import Entry, Texts, table

Gender = Literal["male", "female", "either"]


class Gendered(Entry):
    """Words of one kind that say the same of a person's gender; "either": a person is meant, of whatever gender.

    `name`: first names, `title`: what stands before a name (both as they are written, with a capital), `noun`: common
    nouns in the singular.
    """

    gender: Gender
    kind: Literal["name", "title", "noun"]
    words: Texts

    def identity(self) -> object:
        """Return nothing: entries of a user's folder are added to ours."""
        return None


@dataclass(frozen=True, slots=True)
class Genders:
    """The gender that a word tells, by the kind of word."""

    names: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    nouns: Mapping[str, Gender]


def load(folder: Path | None = None) -> Genders:
    """Read all words; raises KnowledgeError where a file has a fault."""
    read = table("genders", Gendered, folder).entries()
    kinds = {kind: {word: e.gender for e in read if e.kind == kind for word in e.words} for kind in _KINDS}
    return Genders(kinds["name"], kinds["title"], kinds["noun"])


_KINDS = ("name", "title", "noun")


def check(folder: Path | None = None) -> list[Fault]:
    """Return all faults of the files: those of reading, and words of one kind with two genders."""
    read = table("genders", Gendered, folder)
    return sorted([*read.faults, *_contradicting(folder)])


def _contradicting(folder: Path | None) -> Iterator[Fault]:
    seen: dict[tuple[str, str], Gender] = {}
    for row in table("genders", Gendered, folder).rows:
        for word in row.entry.words:
            first = seen.setdefault((row.entry.kind, word), row.entry.gender)
            if first != row.entry.gender:
                yield row.fault(f"{word!r} is {first} already")
