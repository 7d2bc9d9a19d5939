"""Whether what looks like a name in a text is one: what may stand within it, before it and after it."""

import re
from collections.abc import Sequence

from .name_words import Token

# What may stand between two words of one name: the dot of an initial, a possessive ending, a hyphen or a bracket, one
# line break.
_GAP = re.compile(r"(?:(?<=\b[A-Z])\.)?(?:['’]s?)?[^\S\n]*[-–—‑/&(“\"]{0,2}[^\S\n]*\n?[^\S\n]*")
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


def joined(text: str, words: Sequence[Token]) -> bool:
    """Tell whether the words can be those of one name, by what stands between them."""
    return all(_GAP.fullmatch(text, a.end, b.start) for a, b in zip(words, words[1:], strict=False))


def closed(text: str, start: int, end: int) -> int:
    """Take the bracket into the span where the name opens one: "CPI (Maoist)"."""
    return end + 1 if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")" else end


def stands_alone(text: str, words: Sequence[Token], first: int, last: int, *, given: bool) -> bool:
    """Tell whether the name at words `first` to `last` is not part of a longer one, nor of an adjective or a headline.

    `given`: it is also a given name, so beside another capitalised word it is not the actor's.
    """
    start, end = words[first].start, words[last - 1].end
    if _COMPOUND.match(text, end) or _PREFIX.search(text, max(0, start - 8), start):
        return False
    if last - first == 1 and words[first].word in _WORDS_TOO and _shouted(text, start, end):
        return False
    if not given:
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
