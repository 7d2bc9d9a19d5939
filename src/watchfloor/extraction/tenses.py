"""Whether the clause of a time expression speaks of what is to come."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from watchfloor.records import Span

from .clause import ancestors, children, infinitive

#: Verbs whose infinitive is yet to come.
AHEAD = frozenset(
    "plan intend expect schedule set due hope want aim agree promise vow pledge slate prepare likely unlikely bound "
    "suppose decide".split()
)
#: Verbs that are told in the present of what a calendar holds: "the ministers meet on Thursday".
ARRANGED = frozenset(
    "meet begin start open close end expire convene leave arrive travel visit return resume vote hold host depart "
    "gather attend launch".split()
)


def future(doc: Doc, spans: Sequence[Span]) -> list[Literal["future"] | None]:
    """For each expression, "future" where its verb tells what is to come, else None."""
    return ["future" if _lies_ahead(doc, span) else None for span in spans]


def _lies_ahead(doc: Doc, span: Span) -> bool:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None:
        return False
    verb = next((t for t, _ in ancestors(tokens.root) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    if any(t.lower_ in ("will", "shall", "'ll", "’ll") for t in children(verb, "aux")):
        return True
    if infinitive(verb):
        above = verb.head
        to_be = any(t.lower_ in ("is", "are", "was", "were") for t in children(verb, "aux", "cop"))
        return above.lemma_.lower() in AHEAD or above.lower_ in AHEAD or to_be
    told = verb.tag_ in ("VBP", "VBZ") and verb.lemma_.lower() in ARRANGED
    return told and not children(verb, "aux")
