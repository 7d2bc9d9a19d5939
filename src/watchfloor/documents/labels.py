"""Lines about a publication and not of it: "Published: 24 September 2021", "By NAME", "Volume 19, Issue 18".

Each rule reads one line and takes it only as a whole: prose that begins like a label ("By Tuesday the army had …",
"Date palms burned") stays prose.
"""

import re
from collections.abc import Callable

from .content import Metadata
from .date_lines import read_date, read_period
from .dates import MONTHS, find_dates
from .label import MAX_CHARACTERS, MAX_WORDS, Label
from .layout import read_layout

#: What stands before the colon, by the slot that it fills; "" is a label that fills none.
FIELDS = {
    "published": (
        "published", "published on", "publication date", "date published", "date of publication", "first published",
        "posted", "posted on", "release date", "date of release", "issued", "issued on", "date of issue", "issue date",
        "date", "dated",
    ),
    "publication": ("publication", "publisher", "source", "outlet", "newspaper", "journal", "newsletter"),
    "volume": ("volume", "vol", "vol."),
    "issue": ("issue", "issue no", "issue no.", "issue number", "no."),
    "authors": ("author", "authors", "written by", "byline", "by"),
    "title": ("title", "headline"),
    "": (
        "updated", "last updated", "last modified", "modified", "accessed", "retrieved", "url", "link", "permalink",
        "section", "category", "categories", "tags", "tagged", "keywords", "topics", "filed under", "document type",
        "reading time", "word count", "language", "reference", "ref", "contact", "press contact", "media contact",
        "distribution", "related", "related articles", "photo", "image", "credit", "photo credit", "image credit",
        "isbn", "issn", "doi",
    ),
}  # fmt: skip
_SLOTS = {name: slot for slot, names in FIELDS.items() for name in names}

_FIELD = "|".join(re.escape(name) for name in sorted(_SLOTS, key=len, reverse=True))
_FIRST = re.compile(rf"({_FIELD})\s*:\s*", re.IGNORECASE)
#: A further label in the line has a capital: "the issue: whether …" is the value's own.
_NEXT = re.compile(rf"(?:\s+|\s*[|;,·•]\s*)(?=[A-Z])((?i:{_FIELD}))\s*:\s*")
_EDGE = " ,;:|·•–—-()"
_PROSE = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")

_PARTICLE = r"(?:al|el|de|da|di|del|della|der|den|van|von|bin|ibn|bint|abu|la|le|ter|ul|y)"
_PART = rf"(?!AND\b)(?:[A-Z][\w.'’-]*|{_PARTICLE}-[A-Z][\w'’-]*)"
_NAME = rf"{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{1,4}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY)\s+({_NAME}(?:(?:,\s*(?:and\s+)?|\s+(?:and|AND|&)\s+){_NAME})*)(?=\s*(?:$|[|,–—•·(]))"
)
_AND = re.compile(r",\s*and\s+|,\s*|\s+and\s+|\s+&\s+", re.IGNORECASE)
#: Capitalised words after "By" that are no name: "By the Numbers", "By Monday Evening", "By Our Correspondent".
_NO_NAME = re.compile(
    r"\b(?:The|Our|Staff|Reporters?|Correspondents?|Agenc(?:y|ies)|Newsroom|Editors?|Desk|Service|Numbers?|Land|Sea|Air"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|" + "|".join(m.capitalize() for m in MONTHS if len(m) > 3) + r")\b"
)

_IMPRINT = re.compile(
    r"\bVol(?:ume|\.)?\s*(?P<volume>\d{1,4}|[IVXLC]{1,8})\b"
    r"(?:\s*[,;:|·•–—-]?\s*(?:Issue|No\.?|Number|Nr\.?|#)\s*:?\s*(?P<issue>\d{1,4}))?",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(r"(?:(?:[A-Z&(][\w&.'’)-]*|of|the|and|on|for|in)(?:\s+|$))*")
#: Words that may follow an imprint: a place, a price, a series.
_IMPRINT_REST = 5
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_fields(line: str) -> Label | None:
    """Read "Publication: Terrorism Monitor Volume: 19 Issue: 18"."""
    first = _FIRST.match(line)
    if not first:
        return None
    marks = [first, *_NEXT.finditer(line, first.end())]
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    values: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        value = line[mark.end() : end].strip(" |;,·•")
        if len(value.split()) > MAX_WORDS or _PROSE.search(value):
            return None
        values.setdefault(_SLOTS[mark[1].lower()], value)
    days = {day for day, _, _ in find_dates(values.get("published", ""))}
    said = Metadata(
        title=values.get("title"),
        authors=tuple(a for a in _AND.split(values.get("authors", "")) if a),
        publication=values.get("publication"),
        volume=_arabic(values["volume"]) if "volume" in values else None,
        issue=values.get("issue"),
        published=days.pop() if len(days) == 1 else None,
    )
    return Label(said, strong=True)


def read_byline(line: str) -> Label | None:
    """Read "By Jane Doe and Omar al-Masri | September 24, 2021"."""
    match = _BYLINE.match(line)
    if not match or len(line.split()) > MAX_WORDS or _NO_NAME.search(match[1]) or line.endswith((".", "!", "?")):
        return None
    days = [day for day, _, _ in find_dates(line[match.end() :])]
    names = tuple(name.title() if name.isupper() else name for name in _AND.split(match[1]))
    return Label(Metadata(authors=names, published=days[0] if len(days) == 1 else None))


def read_imprint(line: str) -> Label | None:
    """Read "Terrorism Monitor, Volume XIX, Issue 18 | September 24, 2021"."""
    match = _IMPRINT.search(line)
    if not match or len(line.split()) > MAX_WORDS or re.search(r"[a-z]{3}\.(?:\s|$)", line):
        return None
    before, rest = line[: match.start()].strip(_EDGE), line[match.end() :].strip(_EDGE)
    dates = list(find_dates(line))
    for _, start, end in dates:
        before, rest = (part.replace(line[start:end], "").strip(_EDGE) for part in (before, rest))
    if len(rest.split()) > _IMPRINT_REST or not _PUBLICATION.fullmatch(before):
        return None
    day = dates[0][0] if len(dates) == 1 else None
    return Label(
        Metadata(publication=before or None, volume=_arabic(match["volume"]), issue=match["issue"], published=day)
    )


#: The rules in the order in which they are tried.
RULES: tuple[Callable[[str], Label | None], ...] = (
    read_layout,
    read_fields,
    read_byline,
    read_imprint,
    read_date,
    read_period,
)


def read_label(line: str) -> Label | None:
    """What the line says by the first rule that takes it, or None where it is no label."""
    if len(line) > MAX_CHARACTERS:
        return None
    return next((label for rule in RULES if (label := rule(line))), None)


def _arabic(number: str) -> str:
    """Return "XIX" as "19", so that one volume has one name."""
    values = [_ROMAN.get(c, 0) for c in number.upper()]
    if not values or 0 in values:
        return number
    return str(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
