"""Short forms that a text itself explains, as in "Islamic State in Khorasan Province (ISKP)"."""

import re
from collections.abc import Callable, Iterator, Sequence

from ..knowledge.actor_entries import Actor
from ..knowledge.name_words import Token, fold, tokens

# "(ISKP)", "(known as ISKP)", "(ISKP; Arabic: …)": a short form has two capitals at least. What holds a figure is a
# citation with its date, "(AFP, May 3)".
_SHORT = r"[A-Z0-9][\w.&–-]*[A-Z][\w.&–-]{0,9}"
_BRACKETED = re.compile(
    rf"\((?![^()]*, [^()]*\d)\s*(?:(?:better |also |locally )?known as |or |the )*[“\"]?({_SHORT})[”\"]?\s*[),;]"
)
_OR_SHORT = re.compile(
    rf",\s+(?:or|known as|also known as|abbreviated(?: as| to)?|hereafter)\s+(?:the\s+)?({_SHORT})(?=[,.;)\s])"
)
_LONG_BRACKETED = re.compile(rf"(?<!\w)({_SHORT})\s+\((?:the\s+)?([A-Z][^()]{{5,80}})\)")
#: How many words before a bracket a long form may have.
LONG_FORM = 12

#: The id of the actor whose name the words are.
_Bearer = Callable[[Sequence[Token]], str | None]


def explained(text: str, bearer: _Bearer) -> Iterator[tuple[str, str]]:
    """Yield (short form, long form) for every short form that a text explains."""
    for pattern in (_BRACKETED, _OR_SHORT):
        for match in pattern.finditer(text):
            start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()), match.start() - 120, 0)
            words = tokens(text[start : match.start()])[-LONG_FORM:]
            for size in range(len(words), 1, -1):
                if _explains(words[-size:], match[1], bearer):
                    yield match[1], text[start + words[-size].start : start + words[-1].end]
                    break
    for match in _LONG_BRACKETED.finditer(text):
        words = tokens(match[2])
        if len(words) > 1 and _explains(words, match[1], bearer):
            yield match[1], match[2]


def _explains(words: Sequence[Token], short: str, bearer: _Bearer) -> bool:
    """Tell whether the words are the long form: a known name that it fits, or words whose capitals make it."""
    actor = bearer(words)
    if actor is None:
        return _initials(short, words)
    return bearer(tokens(short)) == actor or _in_order(short, words)


def _in_order(short: str, words: Sequence[Token]) -> bool:
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    rest = iter("".join(word.word for word in words))
    return words[0].word[:1] == letters[0] and all(letter in rest for letter in letters)


def _initials(short: str, words: Sequence[Token]) -> bool:
    """Tell whether the letters of a short form stand in order in the words, most of them where a capital opens one."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    starts = [word.word[:1] for word in words if word.text[:1].isupper()]
    if not words[0].text[:1].isupper() or not _in_order(short, words):
        return False
    rest = iter(letters)
    return sum(start in rest for start in starts) * 2 > len(starts) and len(starts) <= len(letters) + 2


def much_alike(long: str, actor: Actor) -> bool:
    """Tell whether half of the words of a long form stand in one of the actor's names."""
    words = set(fold(long))
    return any(2 * len(words & set(fold(name.name))) >= len(words) for _, name in actor.claims())
