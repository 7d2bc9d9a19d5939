"""Quoted passages: what stands between quotation marks, and what a press release quotes as a block without any."""

import re

from watchfloor.records import Span

#: Quotation marks in pairs; straight ones open and close alike. A quote of several paragraphs opens in each and closes
#: in the last. Quotes do not run over more than 1,500 characters: beyond that a mark is missing.
QUOTE = re.compile(
    r"“[^“”]{1,1500}?(?:”|(?=\n\s*\n)|(?=\n\s*“)|$)|(?<=\n)\"[^\"\n]{1,1500}(?=\n\s*\")|\"[^\"\n]{1,1500}\""
    r"|«[^«»]{1,1500}»|``[^`]{1,1500}''"
)
#: A line that announces what somebody says: "Speaking today the minister said:", "made the following announcements:".
ANNOUNCED = (
    r"[^\n]{5,400}\b(?:said|says|stated|added|commented|continued|declared|statement|following)[^\n:.!?\"“”]{0,40}:"
)
#: What a press release quotes as a block: the paragraphs after such a line, up to the next one or to its notes.
BLOCK = re.compile(rf"(?m)^{ANNOUNCED}[ \t]*\n\s*(?=[^\s\"“«-])")
BLOCK_END = re.compile(
    rf"\n(?:[ \t]*\n)*(?={ANNOUNCED}[ \t]*(?:\n|$)|(?:Further information|Notes? (?:to|for) editors?|Background|Media "
    r"enquiries|ENDS|Contact|Follow ))|\n[ \t]*\n(?=[^\n]{3,60}\n[ \t]*\n)",
    re.IGNORECASE,
)
#: The same within one line: "Jane Okoro said: The council has …", which goes on while the paragraphs say "I" or "we".
INLINE = re.compile(r"(?m)^[^\n:.!?\"“”]{5,200}\b(?:said|says|stated|added|commented):[ \t]+(?=[A-Z])")
#: The turns of a transcript, "SECRETARY KERRY: We talked …"; a text without questions has none.
TURN = re.compile(r"(?m)^(?:[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}|Question|Answer):[ \t]+(?=\S)")
ASKED = re.compile(r"(?m)^(?:QUESTION|Question|Q):[ \t]")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)


def find(text: str) -> tuple[Span, ...]:
    """All quoted passages of a text with their marks, in order; a block holds the marks that stand in it."""
    found = [Span(m.group(), m.start(), m.end()) for m in QUOTE.finditer(text)]
    for start, end in _blocks(text):
        block = Span.cut(text, start, end)
        found = [q for q in found if not block.holds(q)] + [block]
    return tuple(sorted(found, key=lambda q: q.start))


def _blocks(text: str) -> list[tuple[int, int]]:
    found = []
    for m in BLOCK.finditer(text):
        end = BLOCK_END.search(text, m.end())
        found.append((m.end(), end.start() if end else len(text)))
    for m in INLINE.finditer(text):
        end_of = m.end()
        for paragraph in PARAGRAPH.finditer(text, m.end()):
            if paragraph.start() > m.end() and not FIRST_PERSON.search(paragraph.group()):
                break
            end_of = paragraph.end()
        found.append((m.end(), end_of))
    if ASKED.search(text):
        turns = list(TURN.finditer(text))
        ends = [turn.start() for turn in turns[1:]] + [len(text)]
        found += [(turn.end(), end) for turn, end in zip(turns, ends, strict=True)]
    return found
