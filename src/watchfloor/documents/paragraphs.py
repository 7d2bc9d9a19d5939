"""Where the paragraphs of a text lie, whether its lines are whole paragraphs or wrapped at a width."""

import re
from dataclasses import dataclass

from .content import Range

#: Width up to which text is wrapped by hand or by a mail program (72, 80 and 100 are usual); a longer line is a
#: paragraph of its own.
WRAPPED_WIDTH = 110

#: Share of lines ending like a sentence from which lines are paragraphs after all: wrapped ones end anywhere.
SENTENCE_SHARE = 0.6

#: A sentence's end, with the quotes and brackets that may close after it.
SENTENCE_END = re.compile(r"[.!?…:;](?:[\"'”’»)\]]|\[\w{1,3}\])*$")

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_GAP = re.compile(r"(?:\r\n|[\r\n\v\x85\u2028])[^\S\r\n]*(?:\r\n|[\r\n])|[\f\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Offsets of a paragraph and of its lines, surrounding white space left out."""

    start: int
    end: int
    lines: tuple[Range, ...]


def paragraphs(text: str) -> list[Paragraph]:
    """All paragraphs in order; they cover every character that is not white space."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text) if not m[0].isspace()]
    runs: list[list[Range]] = []
    for line in lines:
        if runs and not _GAP.search(text, runs[-1][-1][1], line[0]):
            runs[-1].append(line)
        else:
            runs.append([line])
    if not _wrapped(text, runs):
        runs = [[line] for line in lines]
    return [Paragraph(run[0][0], run[-1][1], tuple(run)) for run in runs]


def _wrapped(text: str, runs: list[list[Range]]) -> bool:
    inner = [line for run in runs for line in run[:-1]]
    if not inner or max(end - start for run in runs for start, end in run) > WRAPPED_WIDTH:
        return False
    ended = sum(bool(SENTENCE_END.search(text[start:end])) for start, end in inner)
    return ended < SENTENCE_SHARE * len(inner)


def _trimmed(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
