"""What a text is made of: sections and furniture, and what the furniture says about the publication."""

import re
from dataclasses import dataclass, replace

from watchfloor.records import Section, Span

from .content import Content, Metadata
from .date_lines import serial_day
from .dates import day_in_name
from .labels import read_label
from .layout import is_file_name
from .markdown import markdown_parts
from .parts import Part, text_parts
from .ranges import Ranges

#: Words of the paragraph that ends the top of a page; what is shorter may stand among labels.
PROSE_WORDS = 9

#: Paragraphs at the top in which labels speak for the whole document.
HEAD_PARAGRAPHS = 20

#: The line under a Markdown heading.
_UNDERLINE = re.compile(r"\n[=-]{3,}$")
_EVENT_FIELD = re.compile(
    r"^(?:location|place|where|target|casualties|perpetrator|type of (?:attack|incident)|incident)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_FIELD = re.compile(r"^dated?\s*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Structure:
    """Sections and furniture by offset, and the metadata of the page's own lines."""

    sections: tuple[Section, ...]
    furniture: tuple[Span, ...]
    metadata: Metadata


def read_structure(content: Content, kind: str) -> Structure:
    """Roles of all parts of ``content.text``; ``kind`` is the format, as Markdown marks its headings in the text."""
    text = content.text
    marked = markdown_parts(text) if kind == "markdown" else None
    known = (*content.headings, *(marked.headings if marked else ()))
    silent = (*content.furniture, *(marked.furniture if marked else ()))
    parts = text_parts(text, Ranges(known), Ranges(silent))
    headings = [p for p in parts if p.role == "heading"]
    metadata = _metadata(text, parts)
    if marked:
        metadata = marked.metadata.completed(metadata)
    for margin in content.margins:
        label = read_label(margin)
        metadata = metadata.completed(label.metadata if label else Metadata())
    ranges = Ranges((*silent, *((p.start, p.end) for p in parts if p.role in ("label", "caption", "dateline"))))
    furniture = (Span.cut(text, start, end) for start, end in ranges.merged)
    return Structure(_sections(text, parts, headings), tuple(s for s in furniture if s.text), metadata)


def _metadata(text: str, parts: list[Part]) -> Metadata:
    """What labels say: named slots before lines that merely look the part, the top before the foot."""
    prose = (i for i, p in enumerate(parts) if p.role == "prose" and len(text[p.start : p.end].split()) >= PROSE_WORDS)
    first_prose = next(prose, len(parts))
    head = parts[: min(max(first_prose, 1), HEAD_PARAGRAPHS)]
    foot = [p for p in parts[first_prose:] if p.role == "label" and (p.label.strong or p.label.metadata.volume)]
    # A list of incidents dates each of them: "Date:" is then not the publication's.
    dated_entries = len(_DATE_FIELD.findall(text)) > 1 or bool(_EVENT_FIELD.search(text))
    found = Metadata()
    for strong in (True, False):
        for part in (*head, *foot):
            said = part.label.metadata
            if part.label.strong is not strong:
                continue
            if dated_entries and _DATE_FIELD.match(text[part.start : part.end]):
                said = replace(said, published=None)
            found = found.completed(said)
    headline = next((_heading(text, p) for p in head if p.role == "heading"), None)
    found = found.completed(Metadata(published=serial_day(headline) if headline else None))
    lead = next((p for p in parts if p.role == "dateline"), None)
    if lead and first_prose < len(parts) and lead.end <= parts[first_prose].start:
        found = found.completed(lead.label.metadata)
    names = (text[p.start : p.end] for p in parts if p.role == "label" and is_file_name(text[p.start : p.end]))
    by_name = {day for name in names if (day := day_in_name(name))}
    return found.completed(Metadata(title=headline, published=by_name.pop() if len(by_name) == 1 else None))


def _heading(text: str, part: Part) -> str:
    """The words of a heading without the marks of Markdown ("## Next ##")."""
    words = _UNDERLINE.sub("", text[part.start : part.end]).split()
    while len(words) > 1 and not words[0].strip("#"):
        words = words[1:]
    while len(words) > 1 and not words[-1].strip("#"):
        words = words[:-1]
    return " ".join(words)


def _sections(text: str, parts: list[Part], headings: list[Part]) -> tuple[Section, ...]:
    """One section a heading, to the next one; one without a heading for prose that stands before the first."""
    starts = [(p.start, _heading(text, p)) for p in headings]
    before = [p for p in parts if p.role == "prose" and (not starts or p.start < starts[0][0])]
    if before:
        starts.insert(0, (before[0].start, ""))
    if not starts:
        return ()
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(
        Section(heading, start, start + len(text[start:end].rstrip()))
        for (start, heading), end in zip(starts, ends, strict=True)
    )
