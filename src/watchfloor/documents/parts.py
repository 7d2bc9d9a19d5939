"""The parts of a text: prose, headings, and the furniture round them (labels, captions, datelines)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .content import Metadata, Range
from .credits import is_caption
from .datelines import capitals, read_dateline
from .label import Label
from .labels import read_label
from .layout import is_kicker
from .paragraphs import SENTENCE_END, Paragraph, paragraphs
from .ranges import Ranges

#: Longest heading, in characters and in words; agency headlines run to 20 words.
HEADING_CHARACTERS, HEADING_WORDS = 160, 22

#: Short lines in a row from which they are a list and not headings: headline, subhead and section come to three.
LIST_LENGTH = 4

_HEADING_START = re.compile(r"[“\"‘'(\[]?[A-Z0-9À-ÞŠŽḌḤṢṬ؀-ۿЀ-Я]|(?:al|el|de)-[A-Z]")
_BULLET = re.compile(r"[-–—•*·◦▪►>]\s|\d{1,2}[.)]\s|\(?[a-z0-9]{1,3}\)\s")
_TABLE = re.compile(r"\s\|\s|\t.*\t|\s{4,}\S.*\s{4,}")
#: Four letters before the stop, as abbreviations have fewer ("Gen.", "Sept.").
_SENTENCE_INSIDE = re.compile(r"[a-z]{4}[.!?][”\"’')]*\s")
_LETTER = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text; ``role`` is prose, heading, label, caption or dateline, ``label`` is what a label says."""

    start: int
    end: int
    role: str
    label: Label = Label()


def text_parts(text: str, known: Ranges, silent: Ranges) -> list[Part]:
    """All parts of ``text`` in order.

    ``known`` are headings that the markup tells, ``silent`` is furniture that it tells, which makes no part.
    """
    return _settled(text, list(_parts(text, known, silent)))


def _parts(text: str, known: Ranges, silent: Ranges) -> Iterator[Part]:
    """Each paragraph's part or parts: labels are cut out line by line, a dateline is cut off its sentence."""
    top, upper = True, capitals(text)
    for paragraph in _apart(paragraphs(text), known):
        if silent.holding(paragraph.start, paragraph.end):
            continue
        whole = " ".join(text[paragraph.start : paragraph.end].split())
        if is_caption(whole):
            parts = [Part(paragraph.start, paragraph.end, "caption")]
        elif top and is_kicker(whole):
            parts = [Part(paragraph.start, paragraph.end, "label")]
        elif known.touching(paragraph.start, paragraph.end) is not None:
            label = read_label(whole)
            parts = [Part(paragraph.start, paragraph.end, "label" if label else "heading", label or Label())]
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


def _lines(text: str, paragraph: Paragraph, upper: Counter[str]) -> Iterator[Part]:
    rest: list[Range] = []
    for start, end in paragraph.lines:
        label = read_label(text[start:end])
        # Inside a wrapped paragraph a line may look like a label by chance: only its edges can be one.
        if label and (not rest or (start, end) == paragraph.lines[-1]):
            if rest:
                yield from _prose(text, rest, upper)
            rest = []
            yield Part(start, end, "label", label)
        else:
            rest.append((start, end))
    if rest:
        yield from _prose(text, rest, upper)


def _prose(text: str, lines: list[Range], upper: Counter[str]) -> Iterator[Part]:
    start, end = lines[0][0], lines[-1][1]
    words = text[start:end]
    dateline = read_dateline(words, upper)
    if dateline:
        said = Metadata(published=dateline.published, publication=dateline.agency)
        yield Part(start, start + dateline.length, "dateline", Label(said))
        start += dateline.length
        yield Part(start, end, "prose")
    else:
        yield Part(start, end, "heading?" if _like_heading(words, len(lines)) else "prose")


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


def _settled(text: str, parts: list[Part]) -> list[Part]:
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


def _broken(text: str, before: Part, after: Part) -> bool:
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
