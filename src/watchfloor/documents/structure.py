"""What the parts of a text are: headings, prose, and furniture; and what the furniture says about the publication."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchfloor.records import Section, Span

from .content import Content, Metadata, Range
from .credits import is_caption
from .date_lines import serial_day
from .datelines import capitals, read_dateline
from .dates import day_in_name
from .label import Label
from .labels import read_label
from .layout import is_file_name, is_kicker
from .markdown import markdown_parts
from .paragraphs import SENTENCE_END, Paragraph, paragraphs
from .ranges import Ranges

#: Longest heading, in characters and in words; agency headlines run to 20 words.
HEADING_CHARACTERS, HEADING_WORDS = 160, 22

#: Words of the paragraph that ends the top of a page; what is shorter may stand among labels.
PROSE_WORDS = 9

#: Short lines in a row from which they are a list and not headings: headline, subhead and section come to three.
LIST_LENGTH = 4

#: Paragraphs at the top in which labels speak for the whole document.
HEAD_PARAGRAPHS = 20

_HEADING_START = re.compile(r"[“\"‘'(\[]?[A-Z0-9À-ÞŠŽḌḤṢṬ؀-ۿЀ-Я]|(?:al|el|de)-[A-Z]")
_BULLET = re.compile(r"[-–—•*·◦▪►>]\s|\d{1,2}[.)]\s|\(?[a-z0-9]{1,3}\)\s")
_TABLE = re.compile(r"\s\|\s|\t.*\t|\s{4,}\S.*\s{4,}")
#: Four letters before the stop, as abbreviations have fewer ("Gen.", "Sept.").
_SENTENCE_INSIDE = re.compile(r"[a-z]{4}[.!?][”\"’')]*\s")
_LETTER = re.compile(r"[^\W\d_]{2}")
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text with its role; ``label`` is what a label says."""

    start: int
    end: int
    role: str
    label: Label = Label()


def read_structure(content: Content, kind: str) -> Structure:
    """Roles of all parts of ``content.text``; ``kind`` is the format, as Markdown marks its headings in the text."""
    text = content.text
    marked = markdown_parts(text) if kind == "markdown" else None
    known = (*content.headings, *(marked.headings if marked else ()))
    silent = (*content.furniture, *(marked.furniture if marked else ()))
    parts = _settled(text, list(_parts(text, Ranges(known), Ranges(silent))))
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


def _parts(text: str, known: Ranges, silent: Ranges) -> Iterator[_Part]:
    """Each paragraph's part or parts: labels are cut out line by line, a dateline is cut off its sentence."""
    top, upper = True, capitals(text)
    for paragraph in _apart(paragraphs(text), known):
        if silent.holding(paragraph.start, paragraph.end):
            continue
        whole = " ".join(text[paragraph.start : paragraph.end].split())
        if is_caption(whole):
            parts = [_Part(paragraph.start, paragraph.end, "caption")]
        elif top and is_kicker(whole):
            parts = [_Part(paragraph.start, paragraph.end, "label")]
        elif known.touching(paragraph.start, paragraph.end) is not None:
            label = read_label(whole)
            parts = [_Part(paragraph.start, paragraph.end, "label" if label else "heading", label or Label())]
        else:
            parts = list(_lines(text, paragraph, upper))
        top = top and all(p.role != "prose" for p in parts)
        yield from parts


def _apart(found: list[Paragraph], known: Ranges) -> Iterator[Paragraph]:
    """Paragraphs, with headings that stand on lines of their own cut out of them: Markdown needs no empty line."""
    for paragraph in found:
        groups: list[tuple[int | None, list[Range]]] = []
        for start, end in paragraph.lines:
            heading = known.touching(start, end)
            if groups and groups[-1][0] == heading:
                groups[-1][1].append((start, end))
            else:
                groups.append((heading, [(start, end)]))
        yield from (Paragraph(lines[0][0], lines[-1][1], tuple(lines)) for _, lines in groups)


def _lines(text: str, paragraph: Paragraph, upper: Counter[str]) -> Iterator[_Part]:
    rest: list[Range] = []
    for start, end in paragraph.lines:
        label = read_label(text[start:end])
        # Inside a wrapped paragraph a line may look like a label by chance: only its edges can be one.
        if label and (not rest or (start, end) == paragraph.lines[-1]):
            if rest:
                yield from _prose(text, rest, upper)
            rest = []
            yield _Part(start, end, "label", label)
        else:
            rest.append((start, end))
    if rest:
        yield from _prose(text, rest, upper)


def _prose(text: str, lines: list[Range], upper: Counter[str]) -> Iterator[_Part]:
    start, end = lines[0][0], lines[-1][1]
    words = text[start:end]
    dateline = read_dateline(words, upper)
    if dateline:
        said = Metadata(published=dateline.published, publication=dateline.agency)
        yield _Part(start, start + dateline.length, "dateline", Label(said))
        start += dateline.length
        yield _Part(start, end, "prose")
    else:
        yield _Part(start, end, "heading?" if _like_heading(words, len(lines)) else "prose")


def _like_heading(words: str, lines: int) -> bool:
    return (
        lines <= 3
        and len(words) <= HEADING_CHARACTERS
        and len(words.split()) <= HEADING_WORDS
        and not SENTENCE_END.search(words.removesuffix("?"))
        and not words.endswith((",", "-", "–", "—", "&"))
        and bool(_HEADING_START.match(words))
        and bool(_LETTER.search(words))
        and not _SENTENCE_INSIDE.search(words)
        and not _BULLET.match(words)
        and not _TABLE.search(words)
    )


def _settled(text: str, parts: list[_Part]) -> list[_Part]:
    """Decide the headings by shape: something has to stand under them, and they are few in a row."""
    settled = list(parts)
    spoken = [i for i, p in enumerate(parts) if p.role in ("heading?", "heading", "prose")]
    after = dict(zip(spoken, spoken[1:], strict=False))
    for run in _runs([(i, parts[i].role == "heading?") for i in spoken]):
        following = parts[after[run[-1]]] if run[-1] in after else None
        opens = following is not None and not _broken(text, parts[run[-1]], following)
        role = "heading" if opens and len(run) < LIST_LENGTH else "prose"
        for i in run:
            settled[i] = replace(parts[i], role=role)
        if len(run) >= LIST_LENGTH and run[0] == spoken[0]:
            settled[run[0]] = replace(parts[run[0]], role="heading")
    return settled


def _broken(text: str, before: _Part, after: _Part) -> bool:
    """True where the next line goes on in lower case: one sentence, broken as pages are when they are copied."""
    return text[after.start].islower() and text.count("\n", before.end, after.start) < 2


def _runs(flags: list[tuple[int, bool]]) -> list[list[int]]:
    runs: list[list[int]] = []
    open_run = False
    for index, flag in flags:
        if flag and open_run:
            runs[-1].append(index)
        elif flag:
            runs.append([index])
        open_run = flag
    return runs


def _metadata(text: str, parts: list[_Part]) -> Metadata:
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


def _heading(text: str, part: _Part) -> str:
    """The words of a heading without the marks of Markdown ("## Next ##")."""
    words = _UNDERLINE.sub("", text[part.start : part.end]).split()
    while len(words) > 1 and not words[0].strip("#"):
        words = words[1:]
    while len(words) > 1 and not words[-1].strip("#"):
        words = words[:-1]
    return " ".join(words)


def _sections(text: str, parts: list[_Part], headings: list[_Part]) -> tuple[Section, ...]:
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
