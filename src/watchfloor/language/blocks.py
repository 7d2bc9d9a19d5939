"""Where text surely breaks, before any model looks at it: blank lines, headlines, bullets, entries of a list.

Plain text may be wrapped at any width, so a single line end is a break only where the line is too short to have been
wrapped there and the next line begins like something new.
"""

import re

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

_BULLET = re.compile(r"\s*[•‣▪●◦■□▶►*]\s*\S")

_MARKER = re.compile(r"\s*(?:[-–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
"""Begins an entry of a list, or by chance a wrapped line ("on May / 10. The group")."""

_OPENS_LIST = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")

_SURELY_SHORT = 45
"""Characters: lines like that were not ended by wrapping, unless a line of the paragraph goes on in lower case."""

_SHORT_SHARE = 0.7
"""A line this much shorter than the paragraph's longest was not ended by wrapping."""

_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_GOES_ON = re.compile(
    r"(?i)(?:[,;–—-]|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|its|their|his|her|is|was|were|"
    r"are|has|have|had|as|into|near|between|against|under|over|after|before))\s*$"
)


def spans(text: str) -> list[tuple[int, int]]:
    """Return the offsets of stretches of text between sure breaks; only whitespace lies outside them."""
    found: list[tuple[int, int]] = []
    paragraph: list[tuple[int, int]] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        empty_between = _line_ends(text[previous:start]) > 1
        previous = end
        if not match.group().strip():
            found += _pieces(text, paragraph)
            paragraph = []
            continue
        if empty_between:
            found += _pieces(text, paragraph)
            paragraph = []
        paragraph.append((start, end))
    return found + _pieces(text, paragraph)


def _line_ends(between: str) -> int:
    return len(between.replace("\r\n", "\n"))


def _pieces(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut the lines of one paragraph at sure breaks."""
    if not lines:
        return []
    longest = max(end - start for start, end in lines)
    wrapped = any(text[start:end].lstrip()[:1].islower() for start, end in lines[1:])
    short = _SHORT_SHARE * longest if wrapped else max(_SURELY_SHORT + 1, _SHORT_SHARE * longest)
    found: list[tuple[int, int]] = []
    begin = lines[0][0]
    listed = False
    for (start, end), (next_start, next_end) in zip(lines, lines[1:], strict=False):
        line, following = text[start:end], text[next_start:next_end]
        listed = listed or bool(_MARKER.match(line))
        entry = _MARKER.match(following) and (listed or _OPENS_LIST.search(line))
        if entry or _breaks(line, following, short):
            found.append((begin, end))
            begin = next_start
    found.append((begin, lines[-1][1]))
    return found


def _breaks(line: str, following: str, short: float) -> bool:
    """Tell whether a line end separates a line from the following one for sure; ``short`` lines were not wrapped."""
    if _BULLET.match(following):
        return True
    opening = following.lstrip(" \t\"'“‘([")[:1]
    if not (opening.isupper() or opening.isdigit()):
        return False
    if len(line.rstrip()) >= short:
        return False
    return bool(_ENDS_SENTENCE.search(line)) or not _GOES_ON.search(line)
