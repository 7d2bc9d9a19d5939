"""Who did it, with what, to what and to whom, over a whole document: fillers of the roles of the incident it tells.

The language model scores each word for five roles, as MUC-4's templates have them. Words in a row make a mention,
mentions that name the same make one filler, and a filler is as sure as its mentions together are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from watchfloor.records import Span

from .reading import Reading

Role = Literal["perpetrator", "organisation", "target", "victim", "weapon"]
ROLES: tuple[Role, ...] = ("perpetrator", "organisation", "target", "victim", "weapon")

#: Probability from which a word may be part of a mention; low, since a filler is judged by all its mentions.
FLOOR = 0.15
#: A word belongs to a mention with at least this share of the probability of its surest word.
SHARE = 0.35
#: Probability from which a filler is told.
LEAST: Mapping[Role, float] = dict.fromkeys(ROLES, 0.5)
#: What a mention does not begin or end with.
EDGES = frozenset({"DET", "PUNCT", "ADP", "CCONJ", "SCONJ", "SPACE", "AUX", "PRON"})
#: Sectors of nouns for those who attack.
FIGHTING = frozenset({"rebel", "armed-group", "criminal"})
#: Forms of address, which are no part of a name.
ADDRESS = frozenset("mr mrs ms miss dr msgr monsignor sr sra don dona rev fr".split())


class Scores(Protocol):
    """What the language model says of the words of a document."""

    def fillers(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Tokens (n) and log-probabilities (n, roles, 3) of each to be outside, begin or go on a filler."""


@dataclass(frozen=True, slots=True)
class Filler:
    """One entity in a role: its mentions, the one that names it best first; ``named`` where that is a person's name."""

    role: Role
    spans: tuple[Span, ...]
    probability: float
    named: bool


@dataclass(slots=True)
class Mention:
    """Words that name a filler, and how sure the model is of them."""

    span: Span
    head: Token
    probability: float
    named: bool
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = folded(self.span.text)


def fillers(reading: Reading) -> list[Filler]:
    """The fillers of a document by role and then in the order of the text; none where the model gives no scores."""
    scores: Scores | None = reading.doc.user_data.get("coding")
    if scores is None:
        return []
    tokens, logs = scores.fillers()
    found = []
    for number, role in enumerate(ROLES):
        mentions = list(_mentions(reading, role, tokens, 1 - np.exp(logs[:, number, 0])))
        for group in _groups(reading, mentions):
            filler = _filler(role, group)
            if filler.probability >= LEAST[role]:
                found.append(filler)
    return found


def _mentions(
    reading: Reading, role: Role, tokens: NDArray[np.int64], inside: NDArray[np.float32]
) -> Iterator[Mention]:
    """Runs of words that are rather in the role than not, without what belongs to no name."""
    doc, at, count = reading.doc, 0, len(tokens)
    while at < count:
        if inside[at] < FLOOR:
            at += 1
            continue
        end = at + 1
        top = inside[at]
        while end < count and inside[end] >= max(FLOOR, SHARE * top) and tokens[end] == tokens[end - 1] + 1:
            top = max(top, inside[end])
            end += 1
        words = [(doc[int(token)], float(p)) for token, p in zip(tokens[at:end], inside[at:end], strict=True)]
        at = end
        for part in _names_apart(reading, words) if role == "victim" else [words]:
            while part and part[0][0].pos_ in EDGES:
                part.pop(0)
            while part and part[-1][0].pos_ in EDGES:
                part.pop()
            if part:
                yield _mention(reading, [w for w, _ in part], sum(p for _, p in part) / len(part))


def _names_apart(reading: Reading, words: Sequence[tuple[Token, float]]) -> Iterator[list[tuple[Token, float]]]:
    """Persons' names without the words around that say who they are, as in "Mayor Jane Okoro"; all where none is."""
    names = [list(part) for named, part in groupby(words, lambda word: _names_person(reading, word[0])) if named]
    yield from names or [list(words)]


def _names_person(reading: Reading, token: Token) -> bool:
    role = reading.knowledge.roles.named(token.text)
    return token.ent_type_ == "PER" and token.lower_.rstrip(".") not in ADDRESS and (role is None or not role.title)


def _mention(reading: Reading, words: Sequence[Token], probability: float) -> Mention:
    own = {word.i for word in words}
    head = next((w for w in words if w.head.i not in own or w.head.i == w.i), words[0])
    return Mention(reading.token_span(*words), head, probability, any(_names_person(reading, w) for w in words))


def _groups(reading: Reading, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one entity together, in the order of the text."""
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.key), m.span.start)):
        same = next((g for g in groups if any(_same(reading, mention, other) for other in g)), None)
        if same is None:
            groups.append([mention])
        else:
            same.append(mention)
    return sorted(groups, key=lambda g: min(m.span.start for m in g))


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


def _filler(role: Role, group: Sequence[Mention]) -> Filler:
    best = max(group, key=lambda m: (round(m.probability, 3), -m.span.start))
    spans = [best.span, *(m.span for m in sorted(group, key=lambda m: m.span.start) if m is not best)]
    return Filler(role, tuple(spans), max(m.probability for m in group), best.named)


def folded(text: str) -> str:
    """Words as they are compared: no case, no marks, no article in front."""
    return " ".join(re.sub(r"[^\w\s]", "", text.lower()).removeprefix("the ").split())
