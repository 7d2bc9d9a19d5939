"""Where sentences begin: the model's opinion of each word, held against what is sure."""

from collections.abc import Sequence

from watchfloor.language.features import GAP_NONE

_CLOSERS = frozenset(")]}”’»'',.;:!?…%".replace("''", "")) | {"''", "'s", "’s", "n't", "..."}
"""No sentence begins with these."""

_MARKS = frozenset(("!", "?", "?!", "!!", "!?", "!!!", "??", "???"))

_QUOTES = frozenset("\"'”’)]}»") | {"''"}
"""May stand between the stop and the next sentence."""

_OPENERS = frozenset("\"“‘'([«") | {"``"}

_TITLES = frozenset(
    """
    Adm. Amb. Brig. Capt. Cdr. Cmdr. Col. Cpl. Dr. Fr. Gen. Gov. Hon. Insp. Lt. Maj. Messrs. Mr. Mrs. Ms. Pfc. Pres.
    Prof. Pvt. Rep. Reps. Rev. Sen. Sens. Sgt. Sheik. St. Ste. Supt. vs. v. e.g. i.e. cf. Ft. Mt.
    """.split()
)
"""Abbreviations that never end a sentence: a name or a term follows."""

_BEFORE_FIGURES = frozenset(
    """
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. No. Nos. no. nos. p. pp. Vol. vol. Fig. Art. Sec. ca.
    """.split()
)
"""Abbreviations that do not end a sentence where a number follows."""

AFTER_STOP = 0.05
"""How sure the model must be that a sentence begins, by what stands before: a full stop that is no abbreviation's."""
AFTER_MARK = 0.15
"""A question or exclamation mark, which may also end a quotation within a sentence or stand in a name."""
AFTER_ABBREVIATION = 0.5
"""Also after an ellipsis."""
ELSEWHERE = 0.85
"""Lists and headlines without line ends begin so, but a sentence cut in two loses who did what."""
INSIDE_PARENTHESES = 0.9
BEFORE_LOWER_CASE = 0.8


def starts(words: Sequence[str], gaps: Sequence[int], probabilities: Sequence[float]) -> list[bool]:
    """Tell of each word of a window whether a sentence begins there."""
    found = [True] + [False] * (len(words) - 1)
    depth = 0
    begun = 0
    for index in range(1, len(words)):
        depth = _depth(depth, words[index - 1])
        if probabilities[index] > _needed(words, gaps, index, begun, depth):
            found[index] = True
            begun = index
            depth = 0
    return found


def _depth(depth: int, word: str) -> int:
    if word in ("(", "["):
        return depth + 1
    if word in (")", "]"):
        return max(0, depth - 1)
    return depth


def _tells(word: str) -> bool:
    """Tell whether a word is more than a bullet, a number or an opening quote."""
    return len(word) > 1 and any(map(str.isalpha, word))


def _needed(words: Sequence[str], gaps: Sequence[int], index: int, begun: int, depth: int) -> float:
    """Return how probable a start must be here; above 1 where there can be none."""
    word, before = words[index], words[index - 1]
    if word in _CLOSERS or (word in ('"', "'") and gaps[index] == GAP_NONE and before not in _OPENERS):
        return 2.0
    if before in _TITLES or (before in _BEFORE_FIGURES and word[0].isdigit()):
        return 2.0
    if before in _OPENERS and gaps[index] == GAP_NONE:
        return 2.0
    if index - begun <= 3 and not any(map(_tells, words[begun:index])):
        return 2.0
    if depth:
        return INSIDE_PARENTHESES
    if word[0].islower():
        return BEFORE_LOWER_CASE
    last = index - 1
    while last > begun and words[last] in _QUOTES:
        last -= 1
    if words[last] == ".":
        return AFTER_STOP
    if words[last] in _MARKS:
        return AFTER_MARK
    return AFTER_ABBREVIATION if words[last].endswith((".", "…")) else ELSEWHERE
