"""The words of names as they are compared: case, accents, hyphens, apostrophes and a possessive do not count."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

#: Words that stand in names without being anybody's name.
PARTICLES = frozenset("al el bin ibn bint de da del der di van von ag la le".split())


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


def plain(text: str) -> str:
    """Return a word without dots and apostrophes: "U.S." is "US"."""
    return _DOTS_AND_APOSTROPHES.sub("", text)


@lru_cache(maxsize=50_000)
def _fold_word(text: str) -> str:
    bare = plain(text).casefold()
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
def name_words(name: str) -> tuple[Token, ...]:
    """Return the words of a name in order, kept for the next time."""
    return tuple(tokens(name))


def fold(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    return tuple(token.word for token in name_words(name))
