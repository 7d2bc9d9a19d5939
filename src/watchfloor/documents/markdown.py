"""Markdown, read where it stands: its marks stay in the text, as offsets are into the file, and are furniture."""

import re
from dataclasses import dataclass

from watchfloor.records import Span

from .content import Metadata, Range
from .dates import iso_day
from .ranges import Ranges

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_FIELD = re.compile(
    r"^(title|date|published|author|authors|publication|volume|issue)[ \t]*:[ \t]*(.+?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]([^\n]*)$", re.MULTILINE)
_SETEXT = re.compile(r"^([^\s>*#|-][^\n]*)\n {0,3}(={3,}|-{3,})[ \t]*\r?$", re.MULTILINE)
_RULED = re.compile(r"^[|: \t-]+\r?$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[`~]*[ \t]*\r?$|\Z)", re.MULTILINE | re.DOTALL)
_SILENT = (
    re.compile(r"^ {0,3}!\[[^\]\n]*\]\([^)\n]*\)[ \t]*\r?$", re.MULTILINE),  # an image with its caption
    re.compile(r"^ {0,3}[-*+][ \t]+", re.MULTILINE),  # a bullet
    re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE),  # the mark of a quotation
    re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}\r?$", re.MULTILINE),  # a rule
    re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL),
)


@dataclass(frozen=True, slots=True)
class MarkdownParts:
    """Headings without their marks, furniture with the marks in it, and the front matter's metadata."""

    headings: tuple[Range, ...]
    furniture: tuple[Range, ...]
    metadata: Metadata


def markdown_parts(text: str) -> MarkdownParts:
    """Headings, furniture (marks, code, images) and front matter of ``text``."""
    furniture: list[Range] = []
    metadata = Metadata()
    if front := _FRONT.match(text):
        furniture.append(front.span())
        metadata = _front_matter(front[1])
    furniture += [m.span() for m in _FENCE.finditer(text)]
    code = Ranges(furniture)
    headings: list[Range] = []
    for match in _ATX.finditer(text):
        words = Span.cut(text, match.start(2), match.start(2) + len(match[2].rstrip().rstrip("#")))
        if words.text and not code.holding(*match.span()):
            headings.append((words.start, words.end))
            furniture += [match.span(1), (words.end, match.end())]
    for match in _SETEXT.finditer(text):
        words = Span.cut(text, *match.span(1))
        if not code.holding(*match.span()):
            headings.append((words.start, words.end))
            furniture.append(match.span(2))
    furniture += [m.span() for m in _RULED.finditer(text) if "--" in m[0] and "|" in m[0]]
    for pattern in _SILENT:
        furniture += [m.span() for m in pattern.finditer(text) if not code.holding(*m.span())]
    return MarkdownParts(tuple(sorted(headings)), tuple(sorted(r for r in furniture if r[0] < r[1])), metadata)


def _front_matter(block: str) -> Metadata:
    values = {name.lower(): value.strip("\"'[] ") for name, value in _FRONT_FIELD.findall(block)}
    people = values.get("authors") or values.get("author") or ""
    return Metadata(
        title=values.get("title"),
        authors=tuple(a.strip("\"' ") for a in people.split(",") if a.strip("\"' ")),
        publication=values.get("publication"),
        volume=values.get("volume"),
        issue=values.get("issue"),
        published=iso_day(values.get("published") or values.get("date") or ""),
    )
