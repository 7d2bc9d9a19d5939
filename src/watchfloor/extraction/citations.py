"""Inline citations, "(Khovar.tj, September 11)": where they stand, and which statements they cover."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from watchfloor.records import Citation, Span

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? \d{{4}})?"
    rf"|{MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)
#: One source in a parenthesis: an outlet, then its date; the comma is often forgotten.
DATED = re.compile(rf"(?P<outlet>\S.{{0,100}}?)(?:\s*,\s*|\s+)(?P<date>{DATE})")
BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,300})[)\]]")
#: A further date of the same outlet: "(Dawn, May 3; May 5)", "(Dawn, May 3, 5)".
AGAIN = re.compile(rf"(?P<date>{DATE})")
LEAD = re.compile(
    r"^(?:see|see also|via|source|sources|according to|cf\.?|quoted by|from|and|also)\b[:,]?\s+", re.IGNORECASE
)

#: Openings by which authors go over to what they have to say themselves: no citation reaches back over them.
OWN_VOICE = re.compile(
    r"(?:however|nevertheless|nonetheless|meanwhile|in contrast|by contrast|more broadly|broadly|ultimately|therefore|"
    r"thus|overall|in short|in sum|still|yet|some trends|these (?:comments|developments|events|attacks|trends|moves)|"
    r"this (?:suggests|indicates|shows|means|reflects|comes|trend|development)|such|it remains)\b",
    re.IGNORECASE,
)
#: Openings that illustrate: what stands before them is the author's own generality.
EXAMPLE = re.compile(r"\b(?:for example|for instance|notably)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Bracket:
    """A parenthesis that cites; ``start`` and ``end`` hold its marks."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find(text: str, named: Callable[[str], bool], dated: Callable[[str], str | None]) -> tuple[Bracket, ...]:
    """The parentheses of a text that cite outlets.

    ``named`` says whether a name without a date is a known outlet, as in "(AFP)"; ``dated`` turns the words of a date
    into an ISO date, or None. A parenthesis with any part that is no citation is left alone as a whole, unless the rest
    are dated: "(ISKP)" defines an abbreviation, "(in May 2021)" is prose.
    """
    return tuple(b for m in BRACKET.finditer(text) if (b := _bracket(text, m, named, dated)) is not None)


def _bracket(
    text: str, match: re.Match[str], named: Callable[[str], bool], dated: Callable[[str], str | None]
) -> Bracket | None:
    found: list[Citation] = []
    outlet: str | None = None
    for start, end in _parts(match):
        part = text[start:end]
        lead = LEAD.match(part)
        if lead:
            start, part = start + lead.end(), part[lead.end() :]
        cited = DATED.fullmatch(part)
        again = AGAIN.fullmatch(part)
        if again and outlet:
            found.append(Citation(outlet, None, dated(again["date"]), part, start, end))
        elif cited and _is_outlet(cited["outlet"], named):
            outlet = cited["outlet"].strip().rstrip(",")
            found.append(Citation(outlet, None, dated(cited["date"]), part, start, end))
        elif named(part) and not part.startswith("@") and not _abbreviates(part, text[: match.start()]):
            outlet = part
            found.append(Citation(part, None, None, part, start, end))
        elif not found:
            return None
    return Bracket(match.start(), match.end(), tuple(found)) if found else None


def _abbreviates(short: str, before: str) -> bool:
    """True where a bracket gives the short form of the name before it: "Human Rights Watch (HRW)"."""
    if not short.isupper() or " " in short:
        return False
    words = re.findall(r"[^\W\d_][\w'’]*", before[-120:])[-2 * len(short) :]
    initials = iter("".join(w[0] for w in words).upper())
    return bool(words) and all(letter in initials for letter in short if letter.isalpha())


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    at = match.start(1)
    for part in match.group(1).split(";"):
        start, end = at, at + len(part)
        at = end + 1
        stripped = part.strip(" \t,")
        if stripped:
            begin = start + part.index(stripped)
            yield begin, begin + len(stripped)


def _is_outlet(name: str, named: Callable[[str], bool]) -> bool:
    """A name that can be an outlet's: known, or a proper name or domain; "in", "since" and verbs are prose."""
    if named(name):
        return True
    if re.search(DATE, name):
        return False  # "March 2014 to" May 2015
    words = name.rstrip(",").split()
    if (
        not words
        or len(words) > 8
        or re.match(r"(?:in|on|since|from|until|between|before|after|as|born|died|by|at)\b", name.lower())
    ):
        return False
    first = words[0].lstrip("@“\"'")
    capitals = sum(w[:1].isupper() or w[:1].isdigit() or "." in w or w.startswith("@") for w in words)
    return bool(first) and (first[:1].isupper() or "." in first or name.startswith("@")) and 2 * capitals >= len(words)


def mask(text: str, spans: Sequence[Span | Bracket]) -> str:
    """The text with the spans blanked, so that what is read around them keeps its offsets."""
    out, at = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start < at:
            continue
        out.append(text[at : span.start])
        out.append("".join(c if c in "\r\n" else " " for c in text[span.start : span.end]))
        at = span.end
    return "".join([*out, text[at:]])


def scope(text: str, brackets: Sequence[Bracket], sentences: Sequence[Span]) -> dict[int, tuple[Citation, ...]]:
    """Which citations cover which sentences: start of the sentence to the citations of the bracket that closes it.

    A citation covers the sentence that it closes, and the sentences before it in the paragraph, back to the previous
    citation, where they continue the same account: a sentence that opens in the author's own voice ends the reach.
    """
    covered: dict[int, tuple[Citation, ...]] = {}
    ordered = sorted(sentences, key=lambda s: s.start)
    for bracket in brackets:
        at = max((i for i, s in enumerate(ordered) if s.start < bracket.start), default=None)
        if at is None:
            continue
        covered[ordered[at].start] = (*covered.get(ordered[at].start, ()), *bracket.citations)
        if OWN_VOICE.match(ordered[at].text) or EXAMPLE.search(ordered[at].text[:80]):
            continue
        for before in reversed(ordered[:at]):
            gap = text[before.end : ordered[at].start]
            if (
                before.start in covered
                or re.search(r"\n\s*\n", gap)
                or any(before.start <= b.start < ordered[at].start for b in brackets)
            ):
                break
            if OWN_VOICE.match(before.text):
                break
            covered[before.start] = bracket.citations
            if EXAMPLE.search(before.text[:80]):
                break
    return covered
