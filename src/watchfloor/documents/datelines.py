"""Datelines: "KABUL, 3 May 2021 (Agency) -" says where the reporter sits, not where it happened."""

import re
from dataclasses import dataclass

from .dates import MONTHS, find_dates

_WORD = r"[A-Z][\w.'’-]*"
_UPPER = r"[A-Z][A-Z.'’-]+"
_PLACE = rf"(?:{_WORD}(?: (?:{_WORD}|of|de|del|al|el|la)){{0,3}})"
_MONTH = "(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=lambda m: (-len(m), m))) + ")"
_DATE = rf"(?:(?:{_MONTH}|{_MONTH.upper()})\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTH}|{_MONTH.upper()})\.?(?: \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_AGENCY = r"\((?P<agency>[A-Z][\w.&’'/ -]{1,40})\)"
_DASH = r"\s*(?:[–—]|--?(?=\s)|:(?=\s))\s*"

#: A date or an agency makes it certain; the dash is then only its end.
_DATED = re.compile(
    rf"(?:{_PLACE}(?:[,/] ?{_PLACE}){{0,2}}\s*)?,?\s*(?:\(?{_DATE}\)?,?\s*{_AGENCY}|\(?{_DATE}\)?|{_AGENCY}(?:,?\s*{_DATE})?){_DASH}"
)
#: Capitals alone, as in "BAGHDAD - Combined Joint Task Force": a dash has to follow, a colon would make it a topic.
_CAPITALS = re.compile(rf"(?P<place>{_UPPER}(?: {_UPPER}){{0,3}})(?:, {_PLACE})?\s*(?:[–—]|--?(?=\s))\s*(?=[“\"‘']?[A-Z])")

#: "Thursday, May 7, 2015 On Tuesday, the government …": a date line run together with the first sentence.
_RUN_IN = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_DATE}\s+(?=[“\"‘']?[A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Characters that the dateline takes at the start of its paragraph, and what it says."""

    length: int
    published: str | None = None
    agency: str | None = None


def read_dateline(paragraph: str, text: str) -> Dateline | None:
    """The dateline at the start of ``paragraph``, which is part of ``text``; None where it opens with its sentence."""
    head = paragraph[:160]
    match = _DATED.match(head) or _RUN_IN.match(head)
    if match and match.end() < len(paragraph):
        days = [d for d, _, _ in find_dates(match[0])]
        return Dateline(match.end(), days[0] if days else None, match.groupdict().get("agency"))
    match = _CAPITALS.match(head)
    # An acronym ("ISIS - The group …") recurs in its text; a place in a dateline is spelt otherwise elsewhere.
    if match and len(re.findall(rf"\b{re.escape(match['place'])}\b", text)) == 1:
        return Dateline(match.end())
    return None
