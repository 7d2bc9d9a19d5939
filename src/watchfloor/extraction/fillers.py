"""Who did it, with what, to what and to whom, over a whole document: fillers of the roles of the incident it tells.

The language model scores each word for five roles, as MUC-4's templates have them. Words in a row make a mention,
mentions that name the same make one filler, and how sure that filler is its mentions say together with what else the
document tells of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from watchfloor.records import Span

from .filler_evidence import ROLES, Mention, Role, probability
from .mentions import name_of
from .reading import Reading
from .tree import root

#: Probability from which a word may be part of a mention; low, since a filler is judged by more than its words' scores.
FLOOR = 0.04
#: A word belongs to a mention with at least this share of the probability of its surest word.
SHARE = 0.35
#: Probability from which a filler is told: where F1 is best on MUC-4's development part.
LEAST: dict[Role, float] = {"perpetrator": 0.12, "organisation": 0.26, "target": 0.16, "victim": 0.16, "weapon": 0.14}
#: What a mention does not begin or end with.
EDGES = frozenset({"DET", "PUNCT", "ADP", "CCONJ", "SCONJ", "SPACE", "AUX", "PRON"})
#: Words before a noun that say how many, beside numbers; those who are hit are named without them.
COUNTING = frozenset("several many some few other numerous various both all more most".split())
#: Relations of a word to the noun after it that the two name something together by.
MODIFYING = frozenset({"compound", "amod", "nmod:poss", "flat", "nummod"})
#: Sectors of nouns for those who attack.
FIGHTING = frozenset({"rebel", "armed-group", "criminal"})
#: Forms of address, which are no part of a name.
ADDRESS = frozenset("mr mrs ms miss dr msgr monsignor sr sra don dona rev fr".split())


@dataclass(frozen=True, slots=True)
class Filler:
    """One entity in a role: its mentions, the surest first; ``named`` where that is a person's name."""

    role: Role
    spans: tuple[Span, ...]
    probability: float
    named: bool


def fillers(reading: Reading) -> list[Filler]:
    """The fillers of a document by role and then in the order of the text; none where the model gives no scores."""
    groups = entities(reading)
    found = [
        Filler(role, tuple(m.span for m in group), probability(reading, role, group, groups), group[0].named)
        for role in ROLES
        for group in groups[role]
    ]
    return [filler for filler in found if filler.probability >= LEAST[filler.role]]


def entities(reading: Reading) -> dict[Role, list[list[Mention]]]:
    """All that may fill a role, however unlikely: mentions of each entity, the surest first."""
    if reading.coding is None:
        return {role: [] for role in ROLES}
    tokens, logs = reading.coding.fillers()
    return {
        role: _groups(reading, role, list(_mentions(reading, role, tokens, 1 - np.exp(logs[:, number, 0]))))
        for number, role in enumerate(ROLES)
    }


def _mentions(
    reading: Reading, role: Role, tokens: NDArray[np.int64], inside: NDArray[np.float32]
) -> Iterator[Mention]:
    """Runs of words that are rather in the role than not, without what belongs to no name."""
    likely = np.flatnonzero(inside >= FLOOR).tolist()
    run: list[tuple[Token, float]] = []
    for row in likely:
        token, probability = reading.doc[int(tokens[row])], float(inside[row])
        follows = run and token.i == run[-1][0].i + 1 and probability >= SHARE * max(p for _, p in run)
        if run and not follows:
            yield from _named(reading, role, run)
            run = []
        run.append((token, probability))
    if run:
        yield from _named(reading, role, run)


def _named(reading: Reading, role: Role, words: list[tuple[Token, float]]) -> Iterator[Mention]:
    """The mention that a run of words makes; of a victim the names alone, as in "Mayor Jane Okoro"."""
    parts = [words]
    if role == "victim":
        runs = groupby(words, lambda word: _names_person(reading, word[0]))
        parts = [list(run) for is_name, run in runs if is_name] or parts
    for part in parts:
        while part and part[0][0].pos_ in EDGES:
            part = part[1:]
        while part and part[-1][0].pos_ in EDGES:
            part = part[:-1]
        if part:
            tokens = [token for token, _ in part]
            head, span = _whole(reading, role, root(tokens), tokens)
            sure = sum(p for _, p in part) / len(part)
            named = any(_names_person(reading, t) for t in tokens)
            if role == "target" or (role == "victim" and not named):
                span = _uncounted(reading, span, head)
            yield Mention(span, _folded(span.text), head, sure, named)


def _whole(reading: Reading, role: Role, head: Token, tokens: Sequence[Token]) -> tuple[Token, Span]:
    """The name or the phrase that scored words are a part of, with its head: whichever people would give for the role.

    Weapons stay as scored: references name them by the word or two that all tellings share.
    """
    name = next((e for e in reading.doc.ents if head.ent_type_ and e.start <= head.i < e.end), None)
    if role == "organisation" and name is not None:
        own = [t for t in name if t.pos_ not in EDGES]
        return head, reading.token_span(*own) if own else reading.token_span(*tokens)
    if role == "victim" and name is not None and name.label_ == "PER":
        own = [t for t in name if _names_person(reading, t)]
        return head, reading.token_span(*own) if own else reading.token_span(*tokens)
    if role == "perpetrator" and name is not None and name.label_ == "PER":
        return head, reading.token_span(*tokens, *name)
    if role in ("perpetrator", "target") and not any(_names_person(reading, t) for t in tokens):
        if head.dep_ in MODIFYING and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        if head.pos_ in ("NOUN", "PROPN"):
            return head, name_of(reading, head)
    return head, reading.token_span(*tokens)


def _uncounted(reading: Reading, span: Span, head: Token) -> Span:
    """A phrase from behind the numbers and the words for many before its head."""
    tokens = reading.tokens(span.start, span.end)
    counts = [t for t in tokens if t.i < head.i and (t.pos_ == "NUM" or t.lower_ in COUNTING)]
    own = [t for t in tokens if t.i > counts[-1].i] if counts else tokens
    return reading.token_span(*own) if own else span


def _names_person(reading: Reading, token: Token) -> bool:
    role = reading.knowledge.roles.named(token.text)
    return token.ent_type_ == "PER" and token.lower_.rstrip(".") not in ADDRESS and (role is None or not role.title)


def _groups(reading: Reading, role: Role, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one entity together, the entities in the order of the text.

    The surest mention comes first, of victims who are named the fullest.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.key), m.span.start)):
        same = next((g for g in groups if any(_same(reading, mention, other) for other in g)), None)
        if same is None:
            groups.append([mention])
        else:
            same.append(mention)
    groups.sort(key=lambda g: min(m.span.start for m in g))

    def rank(mention: Mention) -> tuple[int, float, int]:
        words = len(mention.key.split()) if mention.named and role == "victim" else 0
        return -words, -round(mention.probability, 3), mention.span.start

    return [sorted(group, key=rank) for group in groups]


def _same(reading: Reading, short: Mention, long: Mention) -> bool:
    """Whether a mention names what a longer one does: by fewer of its words, as fighters, by initials."""
    if set(short.key.split()) <= set(long.key.split()):
        return True
    if _fights(reading, short) and _fights(reading, long):
        return True
    name, other = reading.name_at(short.head), reading.name_at(long.head)
    if name is not None and other is not None:
        return name.id == other.id
    if " " in short.span.text or not short.span.text.isupper():
        return False
    between = reading.document.text[long.span.end : short.span.start]
    return between.strip("\"'") in (" (", ", or ") or _initials(short.key, long.key)


def _fights(reading: Reading, mention: Mention) -> bool:
    """True for "gunmen", "rebels", "the attackers": words that vary from sentence to sentence for the same people."""
    role = None if mention.named else reading.knowledge.roles.named(mention.head.lemma_)
    return role is not None and role.sector in FIGHTING


def _initials(short: str, long: str) -> bool:
    """Whether the letters of a short form are those that words of a name begin with; order differs by language."""
    letters = Counter(word[0] for word in long.split())
    return len(short) > 1 and Counter(short) <= letters


def _folded(text: str) -> str:
    """Words as they are compared: no case, no marks, no article in front."""
    return " ".join(re.sub(r"[^\w\s]", "", text.lower()).removeprefix("the ").split())
