"""Which statements of a document are about others: a claim or a denial, and the attack that it claims or denies."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from watchfloor.records import Statement

from .clause import ancestors, base, children
from .coreference import points_back
from .drafts import Draft
from .reading import Reading

#: Relations by which the attack hangs on the words of its claim: "claimed responsibility for the bombing".
CLAIMED = frozenset({"obj", "obl", "nmod", "nsubj", "conj", "acl", "ccomp", "xcomp"})
#: What is claimed and denied: attacks, and deaths where their cause is not told.
DEEDS = frozenset({"ASSAULT", "DIE"})
#: How many sentences back the attack stands that "claimed responsibility" or "the bombing" means.
REACH = 4
#: "Claimed responsibility for an attack in Kunduz" brings in an attack of its own.
NEW = frozenset({"a", "an", "another", "several", "two", "three"})


def link(reading: Reading, drafts: Sequence[Draft], statements: Sequence[Statement]) -> list[Statement]:
    """The statements with ``about`` filled in; ``drafts`` are theirs, in the same order.

    A claim is about the attacks that hang on its words; where none does, or where these only point back ("claimed the
    bombing"), about the last attack told before it. What is said not to have happened is about the last telling of the
    same that says that it did.
    """
    sentences = _sentence_numbers(reading)
    below = _below(drafts)
    found: list[Statement] = []
    for number, (draft, statement) in enumerate(zip(drafts, statements, strict=True)):
        about: list[int] = []
        if draft.type == "CLAIM":
            about = below.get(number, [])
            if all(points_back(drafts[k].head) for k in about) and not _brings_in(draft):
                about = sorted([*about, *_before(drafts, statements, sentences, number, [drafts[k] for k in about])])
        elif _denies(draft):
            about = _before(drafts, statements, sentences, number, [draft])
        found.append(replace(statement, about=tuple(statements[k].id for k in about)) if about else statement)
    return found


def _below(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """Claims to the attacks that hang on them."""
    claims = {d.head.i: k for k, d in enumerate(drafts) if d.type == "CLAIM"}
    found: dict[int, list[int]] = {}
    for k, draft in enumerate(drafts):
        if draft.type not in DEEDS:
            continue
        for governor, dep in ancestors(draft.head):
            if base(dep) not in CLAIMED:
                break
            if governor.i in claims:
                found.setdefault(claims[governor.i], []).append(k)
                break
    return found


def _before(
    drafts: Sequence[Draft],
    statements: Sequence[Statement],
    sentences: Sequence[int],
    number: int,
    meant: Sequence[Draft],
) -> list[int]:
    """The last attack told before a claim or denial: one that ``meant`` names again, if they name any."""
    draft = drafts[number]
    for k in reversed(range(number)):
        other = drafts[k]
        if sentences[draft.head.i] - sentences[other.head.i] > REACH:
            break
        if other.type not in DEEDS or statements[k].polarity == "negative" or any(m is other for m in meant):
            continue
        if statements[k].modality == "actual" and (not meant or any(_same_deed(other, m) for m in meant)):
            return [k]
    return []


def _same_deed(told: Draft, again: Draft) -> bool:
    """True where a second telling can be of the same deed: by its word or mode, or as "the attack"."""
    if told.type != again.type and again.type not in DEEDS:
        return False
    plain = again.head.lemma_.lower() in ("attack", "incident", "assault", "killing", "massacre", "raid")
    return (
        plain
        or told.head.lemma_.lower() == again.head.lemma_.lower()
        or (told.trigger.sense.mode is not None and told.trigger.sense.mode == again.trigger.sense.mode)
    )


def _denies(draft: Draft) -> bool:
    """True for a deed that somebody denies: "the army denied shelling the market"."""
    return draft.type in DEEDS and draft.said is not None and draft.said.polarity == "negative"


def _brings_in(claim: Draft) -> bool:
    """True for "claimed an attack in Kunduz": what is claimed has not been told before."""
    return any(_is_new(t) for t in claim.head.subtree if t.pos_ == "NOUN" and t.i > claim.head.i)


def _is_new(noun: Token) -> bool:
    return any(d.lower_ in NEW for d in children(noun, "det", "nummod"))


def _sentence_numbers(reading: Reading) -> list[int]:
    numbers, at = [], -1
    for token in reading.doc:
        at += bool(token.is_sent_start)
        numbers.append(at)
    return numbers
