"""Whether the clause of a time expression speaks of what is to come."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from watchfloor.records import Span

from .clause import ancestors, children, infinitive
from .drafts import Draft

#: Verbs by which an event noun in the present lies ahead: "talks resume on Monday".
OPENING = frozenset({"begin", "start", "open", "resume", "end", "close", "take"})
#: Words of times that lie ahead.
COMING = frozenset({"next", "coming", "tomorrow", "tonight"})

#: Verbs whose infinitive is yet to come.
AHEAD = frozenset(
    "plan intend expect schedule set due hope want aim agree promise vow pledge slate prepare likely unlikely bound "
    "suppose decide".split()
)
#: Verbs that are told in the present of what a calendar holds: "the ministers meet on Thursday".
ARRANGED = frozenset(
    "meet begin start open close end expire convene leave arrive travel visit return resume vote hold host depart "
    "gather attend launch go".split()
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


def arranged(draft: Draft) -> bool:
    """True for what a calendar holds, told in the present: "the ministers meet on Thursday"."""
    verb = draft.head if draft.head.pos_ == "VERB" else draft.head.head
    if verb != draft.head and verb.lemma_.lower() not in OPENING:
        return False
    if draft.time is None or verb.tag_ not in ("VBP", "VBZ") or children(verb, "aux"):
        return False
    coming = not COMING.isdisjoint(draft.time.text.lower().split())
    return coming or (verb.lemma_.lower() in ARRANGED and not draft.time.text.lower().startswith(("since", "in ")))
