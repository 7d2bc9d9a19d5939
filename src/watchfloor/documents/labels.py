"""Lines about a publication and not of it: "Published: 24 September 2021", "By NAME", "Volume 19, Issue 18".

Each rule reads one line (or the beginning of one) and gives what it says. A rule takes a line only as a whole: prose
that begins like a label ("By Tuesday the army had …", "Date palms burned") stays prose.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .content import Metadata
from .dates import MONTHS, find_dates

#: What stands before the colon, and the slot it fills; "" fills none but is a label all the same.
FIELDS = {
    "published": "published", "published on": "published", "publication date": "published", "date published": "published",
    "date of publication": "published", "first published": "published", "posted": "published", "posted on": "published",
    "release date": "published", "date of release": "published", "issued": "published", "issued on": "published",
    "date of issue": "published", "issue date": "published", "date": "published", "dated": "published",
    "publication": "publication", "publisher": "publication", "source": "publication", "outlet": "publication",
    "newspaper": "publication", "journal": "publication", "newsletter": "publication",
    "volume": "volume", "vol": "volume", "vol.": "volume",
    "issue": "issue", "issue no": "issue", "issue no.": "issue", "issue number": "issue", "no.": "issue",
    "author": "authors", "authors": "authors", "written by": "authors", "byline": "authors", "by": "authors",
    "title": "title", "headline": "title",
    "updated": "", "last updated": "", "last modified": "", "modified": "", "accessed": "", "retrieved": "", "url": "",
    "link": "", "permalink": "", "section": "", "category": "", "categories": "", "tags": "", "tagged": "", "keywords": "",
    "topics": "", "filed under": "", "document type": "", "reading time": "", "word count": "", "language": "",
    "reference": "", "ref": "", "contact": "", "press contact": "", "media contact": "", "distribution": "",
    "related": "", "related articles": "", "photo": "", "image": "", "credit": "", "photo credit": "", "image credit": "",
    "isbn": "", "issn": "", "doi": "",
}  # fmt: skip

#: Words of a label's value: a title may be long, and "Source: …" before a sentence is prose.
MAX_VALUE_WORDS = 20

#: Words that open a page above its headline, or stand alone as a line of layout.
KICKERS = frozenset(
    ("brief", "briefs", "in brief", "news", "news in brief", "news brief", "news briefs", "breaking news", "breaking", "latest news",
     "analysis", "commentary", "comment", "opinion", "feature", "features", "report", "reports", "special report", "press release",
     "news release", "press statement", "media advisory", "statement", "for immediate release", "immediate release", "world",
     "world news", "international", "politics", "security", "home", "top stories", "newsletter", "bulletin", "unclassified",
     "introduction to the issue", "in this issue", "contents", "table of contents")
)  # fmt: skip

#: Whole lines of page furniture, wherever they stand.
BOILERPLATE = re.compile(
    r"(?:share|print|email|e-mail|save|tweet|like) ?(?:this|this (?:article|story|page|post))?(?: on [\w ,]+)?[:.!]?"
    r"|share on [\w, /]+|read (?:more|also|next|the full (?:story|report|article)).{0,100}|see also:.{0,100}|related (?:articles|stories|posts|content):?"
    r"|(?:sign up|subscribe|follow us|join us|click here|download|advertisement|sponsored|skip to|back to top)\b.{0,100}"
    r"|(?:©|\(c\)|copyright)\s.{0,150}|.{0,100}all rights reserved\.?"
    r"|page \d+(?: of \d+)?|\d+ comments?|leave a (?:comment|reply)|\[?advertisement\]?"
    r"|[-–—*\s(\[]*(?:end|ends|end of (?:text|item|release|report)|30|xxx)[-–—*\s)\]]*|(?:#\s?){2,}|[-–—_*=~•·.\s]{3,}"
    r"|https?://\S+|www\.\S+",
    re.IGNORECASE,
)
_NOT_BOILERPLATE = re.compile(r"\d+|30|ends?", re.IGNORECASE)

FILE_NAME = re.compile(r"[^\s/\\][^/\\\n]{0,120}\.(?:pdf|docx?|txt|html?|rtf|odt|md)", re.IGNORECASE)

_NAMES = "|".join(re.escape(f) for f in sorted(FIELDS, key=lambda f: (-len(f), f)))
_FIRST = re.compile(rf"({_NAMES})\s*:\s*", re.IGNORECASE)
_NEXT = re.compile(rf"(?:\s+|\s*[|;,·•]\s*)({'|'.join(n.title().replace('.', chr(92) + '.') for n in FIELDS if len(n) > 3)})\s*:\s*")

_PARTICLE = r"(?:al|el|de|da|di|del|della|der|den|van|von|bin|ibn|bint|abu|la|le|ter|ul|y)"
_NAME = rf"(?:[A-Z][\w.'’-]*|{_PARTICLE}-[A-Z][\w'’-]*)(?:\s+(?:{_PARTICLE}\s+)*(?:[A-Z][\w.'’-]*|{_PARTICLE}-[A-Z][\w'’-]*)){{1,4}}"
_BYLINE = re.compile(rf"(?:[Bb]y|BY)\s+({_NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+){_NAME})*)(?=\s*(?:$|[|,–—•·(]))")
_AND = re.compile(r",\s*and\s+|,\s*|\s+and\s+|\s+&\s+")
#: A capitalised word after "By" that is no name: "By the Numbers", "By Monday Evening".
_NO_NAME = re.compile(
    r"\b(?:The|Our|Staff|Reporters?|Correspondents?|Agenc(?:y|ies)|Newsroom|Editors?|Desk|Service|Numbers?|Land|Sea|Air|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|" + "|".join(m.capitalize() for m in MONTHS if len(m) > 3) + r")\b"
)

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_IMPRINT = re.compile(r"\bVol(?:ume|\.)?\s*(?P<v>\d{1,4}|[IVXLC]{1,8})\b(?:\s*[,;:|·•–—-]?\s*(?:Issue|No\.?|Number|Nr\.?|#)\s*:?\s*(?P<i>\d{1,4}))?", re.IGNORECASE)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?"
_CLOCK = r"(?:\s*(?:at|[-–—|,])?\s*\d{1,2}[:.]\d\d(?::\d\d)?(?:Z|\s?[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}(?:[+-]\d+)?\)?)?)?"
_BEFORE_DATE = re.compile(rf"(?:(?:published|posted|issued|released)(?:\s+on)?:?\s+)?(?:{_WEEKDAY}\s+)?", re.IGNORECASE)
_AFTER_DATE = re.compile(_CLOCK + r"\s*\.?", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*)?(?:,\s*[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)?\s*[,–—-]\s*")
_SEPARATED = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+")
_RELEASE = re.compile(r"(?:for\s+)?(?:immediate\s+release|press\s+release|press\s+statement|statement|media\s+note|communiqu[eé])\b[^.]{0,40}?", re.IGNORECASE)
_SERIAL = re.compile(r"\b(?:daily|bulletin|newsletter|morning|evening|briefing|digest|round-?up|sitrep)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line says about its publication; ``strong`` where the line names the slot, and does not just look it."""

    metadata: Metadata = Metadata()
    strong: bool = False


def read_fields(line: str) -> Label | None:
    """ "Publication: Terrorism Monitor Volume: 19 Issue: 18"."""
    first = _FIRST.match(line)
    if not first:
        return None
    marks = [first, *_NEXT.finditer(line, first.end())]
    values: dict[str, str] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        value = line[mark.end() : following.start() if following else len(line)].strip(" |;,·•")
        if len(value.split()) > MAX_VALUE_WORDS or re.search(r"[a-z]{3}[.!?]\s+[A-Z]", value):
            return None
        if slot := FIELDS[mark[1].lower()]:
            values.setdefault(slot, value)
    if "published" in values:
        days = {d for d, _, _ in find_dates(values["published"])}
        values["published"] = days.pop() if len(days) == 1 else ""
    authors = tuple(a.strip() for a in _AND.split(values.pop("authors", "")) if a.strip())
    if "volume" in values:
        values["volume"] = _arabic(values["volume"])
    return Label(Metadata(authors=authors, **{k: v or None for k, v in values.items()}), strong=True)


def read_byline(line: str) -> Label | None:
    """ "By Jane Doe and Omar al-Masri | September 24, 2021"."""
    match = _BYLINE.match(line)
    if not match or len(line.split()) > MAX_VALUE_WORDS or _NO_NAME.search(match[1]) or line.endswith((".", "!", "?")):
        return None
    days = [d for d, _, _ in find_dates(line[match.end() :])]
    names = tuple(n.title() if n.isupper() else n for n in _AND.split(match[1]))
    return Label(Metadata(authors=names, published=days[0] if len(days) == 1 else None))


def read_date(line: str) -> Label | None:
    """A line that is a date: "Saturday, September 12, 2015", "Geneva, 3 May 2021", "News | 3 May 2021 | 14:05 GMT"."""
    days = list(find_dates(line))
    if len(days) != 1 or len(line.split()) > MAX_VALUE_WORDS:
        return None
    day, start, end = days[0]
    alone = Label(Metadata(published=day))
    parts = [m.end() for m in _SEPARATED.finditer(line) if m.end() <= start]
    begin = parts[-1] if parts else 0
    cut = next((m.start() for m in _SEPARATED.finditer(line) if m.start() >= end), len(line))
    before, after = line[begin:start], line[end:cut]
    if not _AFTER_DATE.fullmatch(after):
        return None
    if _BEFORE_DATE.fullmatch(before) or _PLACE_BEFORE.fullmatch(before):
        return alone
    if _RELEASE.fullmatch(before.rstrip(" ,:–—-")) or re.fullmatch(r"[A-Z]{1,6}(?:/[A-Z0-9.]+)+,?\s*", before):
        return alone
    return None


def read_imprint(line: str) -> Label | None:
    """ "Terrorism Monitor, Volume XIX, Issue 18 | September 24, 2021"."""
    match = _IMPRINT.search(line)
    if not match or len(line.split()) > MAX_VALUE_WORDS or re.search(r"[a-z]{3}\.(?:\s|$)", line):
        return None
    before = line[: match.start()].strip(" ,;:|·•–—-()")
    rest = line[match.end() :].strip(" ,;:|·•–—-()")
    days = {d: (s, e) for d, s, e in find_dates(line)}
    for start, end in days.values():
        before, rest = (part.replace(line[start:end], "").strip(" ,;:|·•–—-()") for part in (before, rest))
    if len(rest.split()) > 5 or not re.fullmatch(r"(?:[A-Z&][\w&.'’-]*|of|the|and|on|for|in)?(?:\s+(?:[A-Z&(][\w&.'’)-]*|of|the|and|on|for|in))*", before):
        return None
    return Label(Metadata(publication=before or None, volume=_arabic(match["v"]), issue=match["i"], published=next(iter(days)) if len(days) == 1 else None))


def read_layout(line: str) -> Label | None:
    """A kicker, a trailing file name, "Share this", a copyright line, a rule of dashes."""
    words = line.strip(" |:*-–—[]").casefold()
    if words in KICKERS or FILE_NAME.fullmatch(line) or (BOILERPLATE.fullmatch(line) and not _NOT_BOILERPLATE.fullmatch(line)):
        return Label()
    return None


def serial_day(headline: str) -> str | None:
    """The day at the end of a serial's headline ("Daily Round-up: Europe, 2 October 2023"): the issue's own."""
    days = list(find_dates(headline))
    if len(days) == 1 and days[0][2] == len(headline) and _SERIAL.search(headline):
        return days[0][0]
    return None


#: The rules in the order in which they are tried.
RULES: tuple[Callable[[str], Label | None], ...] = (read_layout, read_fields, read_byline, read_imprint, read_date)


def read_label(line: str) -> Label | None:
    """What the line says by the first rule that takes it, or None where it is no label."""
    return next((label for rule in RULES if (label := rule(line))), None)


def _arabic(number: str) -> str:
    """ "XIX" as "19", so that one volume has one name."""
    values = [_ROMAN.get(c, 0) for c in number.upper()]
    if not values or 0 in values:
        return number
    return str(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
