"""Datelines: "KABUL, 3 May 2021 (Agency) -" says where the reporter sits, not where it happened."""

import re
from collections import Counter
from dataclasses import dataclass

from .dates import MONTHS, find_dates

_WORD = r"[A-Z][\w.'’-]*"
_UPPER = r"[A-Z][A-Z.'’-]+"
_PLACE = rf"(?:{_WORD}(?: (?:{_WORD}|of|de|del|al|el|la)){{0,3}})"
_MONTH = "(?:" + "|".join(f"{m.capitalize()}|{m.upper()}" for m in sorted(MONTHS, key=len, reverse=True)) + ")"
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}\.?(?: \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_BRACKET = r"\((?P<bracket>[A-Z][\w.&’'/ -]{1,40})\)"
_DASH = r"\s*(?:—|(?:–|--?|:)(?=\s))\s*(?!\d)"

_DATED = re.compile(
    rf"(?P<place>{_PLACE}(?:[,/] ?{_PLACE}){{0,2}}\s*)?,?\s*"
    rf"(?P<date>\(?{_DATE}\)?)?,?\s*(?:{_BRACKET})?(?P<late>,?\s*{_DATE})?(?P<dash>{_DASH})"
)
#: What may stand in the brackets of a dateline and is no country: "AFP", "RFE/RL", "Xinhua", "Anadolu Agency".
_AGENCY = re.compile(
    r"[A-Z][A-Z/-]{1,9}|Reuters|Xinhua|Interfax|Sputnik|Bernama|Yonhap|Kyodo|Anadolu"
    r"|(?:\w+ )?\w+ (?:News|Agency|News Agency)"
)
#: Capitals alone, as in "BAGHDAD - Combined Joint Task Force": a dash has to follow, a colon would make it a topic.
_CAPITALS = re.compile(
    rf"(?P<place>{_UPPER}(?: {_UPPER}){{0,3}})(?:, {_PLACE})?\s*(?:—|(?:–|--?)(?=\s))\s*(?=[“\"‘']?[A-Z])"
)

#: "Thursday, May 7, 2015 On Tuesday, the government …": a date line run together with the first sentence.
_RUN_IN = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_DATE}\s+(?=[“\"‘']?[A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Characters that the dateline takes at the start of its paragraph, and what it says."""

    length: int
    published: str | None = None
    agency: str | None = None


def capitals(text: str) -> Counter[str]:
    """How often each word in capitals stands in ``text``."""
    return Counter(re.findall(rf"\b{_UPPER}", text))


def read_dateline(paragraph: str, words: Counter[str]) -> Dateline | None:
    """The dateline at the start of ``paragraph``, None where it opens with its sentence.

    ``words`` are the capitals of the whole text: an acronym ("ISIS - The group …") recurs there, while a place that is
    written so in a dateline is spelt otherwise elsewhere.
    """
    head = paragraph[:160]
    match = _DATED.match(head)
    if not match or not _is_dateline(match):
        match = _RUN_IN.match(head)
    if match and match.end() < len(paragraph):
        days = [d for d, _, _ in find_dates(match[0])]
        bracket = match.groupdict().get("bracket") or ""
        return Dateline(match.end(), days[0] if days else None, bracket if _AGENCY.fullmatch(bracket) else None)
    match = _CAPITALS.match(head)
    if match and all(words[word] <= 1 for word in match["place"].split()):
        return Dateline(match.end())
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    """Tell it from an entry of a chronicle ("Kabul, May 3: Nine died"), whose date is the event's."""
    if _AGENCY.fullmatch(match["bracket"] or ""):
        return True
    if not match["place"]:
        return False
    date = match["date"] or match["late"]
    if match["place"].split(",")[0].isupper():
        return bool(date or match["bracket"])
    return bool(date and next(find_dates(date), None)) and ":" not in match["dash"]
