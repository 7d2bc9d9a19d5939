"""Noun phrases that name somebody or something: from the head word to the words that name it."""

import re

from spacy.tokens import Token

from watchfloor.records import Span

from .clause import base, children, preposition
from .names import entity
from .reading import Reading

#: Longest name in characters; beyond that it is a description.
LONGEST = 80

#: Prepositions by which a name goes on; after nouns that alone say of no country whose they are, also where they sit.
NAMING_WITH = ("of", "for")
SEATED = (*NAMING_WITH, "in", "across")
RULING = frozenset("authority court government parliament people regime".split())
#: Participles before a name: "a group called X".
NAMING = frozenset("call name dub know style".split())
#: Words that blur a number and name nobody.
APPROXIMATE = frozenset(
    "at least most than over nearly almost about around some more fewer less up to roughly only".split()
)
#: Dependents that belong to the name where they stand before the head.
BEFORE = frozenset("compound amod nummod flat nmod:poss nmod:desc nmod:unmarked nmod advmod goeswith".split())
#: What parts two phrases, unlike a hyphen.
PAUSES = frozenset({",", ";", ":", "(", "–", "—"})
QUOTES = frozenset('"“”')
#: Dependents that belong to it after the head.
AFTER = frozenset("flat compound goeswith nummod list".split())


def name_of(reading: Reading, head: Token, *, of: bool = True) -> Span:
    """The words that name what ``head`` stands for: modifiers and "of …", no article, no clause.

    ``of`` False leaves prepositional phrases out. The span is at most LONGEST characters where grammar allows it.
    """
    tokens = _core(reading, head)
    span = reading.token_span(*tokens)
    if of:
        for child in children(head, "nmod"):
            joins = SEATED if head.lemma_.lower() in RULING else NAMING_WITH
            if child.i > head.i and preposition(child) in joins and child.i - head.i <= 8:
                inner = name_of(reading, child, of=_is_title(child))
                gap = reading.document.text[span.end : inner.start]
                if inner.end - span.start <= LONGEST and inner.start >= span.end and not re.search(r"[;:—\n]", gap):
                    span = reading.span(span.start, inner.end)
    if span.end - span.start > LONGEST:
        span = reading.token_span(*[t for t in tokens if head.i - 3 <= t.i <= head.i])
    if span.text.endswith(("’s", "'s")):
        span = reading.span(span.start, span.end - 2)
    if sum(mark in QUOTES for mark in span.text) % 2 and reading.document.text[span.end : span.end + 1] in QUOTES:
        span = reading.span(span.start, span.end + 1)  # 'the group's "provinces"', no closing mark without the opening
    return span


def proper_name(reading: Reading, head: Token) -> str:
    """What somebody is called, where an apposition to the words for them says so: "the mufti, Ahmed Badreddin"."""
    person = next((c for c in children(head, "appos", "flat") if _is_called(reading, head, c)), None)
    for clause in children(head, "acl"):  # "a group called Jund al-Khilafah", "a faction calling itself the RUD"
        if clause.lemma_.lower() in NAMING and clause.tag_ in ("VBN", "VBG"):
            named = (c for c in children(clause, "xcomp", "obj", "obl") if c.pos_ != "PRON")
            person = next(named, person)
    if person is None:
        person = _holder(reading, head)
    span = name_of(reading, person if person is not None else head)
    return reading.full_name(_uncounted(reading, span).text)


def _holder(reading: Reading, title: Token) -> Token | None:
    """Who bears a title that stands alone, where the document names one bearer: "the minister" for "Minister Okoro"."""
    role = reading.knowledge.roles.named(title.lemma_)
    alone = title.tag_ in ("NN", "NNP") and title.ent_type_ != "PER"
    if role is None or not role.title or not alone or any(d.lower_ in ("a", "an") for d in children(title, "det")):
        return None
    words = _title_words(title)
    bearers = {
        reading.full_name(name.text): name.root
        for name in reading.entities
        if name.label_ == "PER" and any(words <= _title_words(noun) for noun in _titles(name.root))
    }
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _titles(person: Token) -> list[Token]:
    """The nouns that may be a person's title: before the name, in apposition, or named by it."""
    described = [person.head] if person.dep_ in ("appos", "flat", "compound") else []
    return [*described, *children(person, "compound", "nmod:desc", "nmod", "flat", "appos")]


def _title_words(noun: Token) -> set[str]:
    """A title with what makes it special: {"foreign", "minister"}."""
    return {noun.lemma_.lower(), *(c.lemma_.lower() for c in children(noun, "compound", "amod", "flat"))}


def _is_called(reading: Reading, head: Token, appos: Token) -> bool:
    """True for the name of somebody whom the head only describes: "two factions, A and B", "the mufti, Ahmed"."""
    if appos.ent_type_ == "PER":
        return True
    described = head.pos_ == "NOUN" and reading.name_at(head) is None
    return described and appos.pos_ == "PROPN" and appos.ent_type_ != "LOC"


def _uncounted(reading: Reading, span: Span) -> Span:
    """A name without the number before it: "villagers" of "30 villagers"."""
    tokens = list(reading.tokens(span.start, span.end))
    while len(tokens) > 1 and (tokens[0].pos_ in ("NUM", "PUNCT") or tokens[0].lower_ in APPROXIMATE):
        tokens.pop(0)
    return reading.span(tokens[0].idx, span.end) if tokens else span


def _is_title(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _core(reading: Reading, head: Token) -> list[Token]:
    """The head with what stands before it in its phrase and the rest of its own name, without gaps."""
    wanted = {head.i}
    for child in head.children:
        dep = child.dep_
        if (
            child.i < head.i
            and (dep in BEFORE or base(dep) == "nmod")
            and child.pos_ != "PRON"
            and not reading.is_time(child)
        ):
            if dep in ("nmod:poss",) and child.pos_ not in ("PROPN", "NOUN"):
                continue
            if base(dep) == "nmod" and dep not in ("nmod:poss", "nmod:desc", "nmod:unmarked") and preposition(child):
                continue
            if dep == "advmod" and not any(c.i > child.i for c in children(head, "nummod")):
                continue
            if dep == "nummod" and not _joined(child, head):  # "274 vehicles, 280 bunkers", both hung on "bunkers"
                continue
            wanted |= {t.i for t in child.subtree}
        elif child.i > head.i and (dep in AFTER or dep == "appos") and (dep == "flat" or _joined(child, head)):
            wanted |= {t.i for t in child.subtree if t.dep_ not in ("punct",) or t.i < child.i}
    for ent in _entities(head):
        wanted |= set(ent)
    name = reading.name_at(head)
    if name is not None and name.type == "person" and len(full := reading.tokens(name.start, name.end)) > 1:
        return list(full)  # no title, no group: "ISWAP leader Abu Musab"
    if name is not None:
        wanted |= {t.i for t in reading.tokens(name.start, name.end)}
    low, high = min(wanted), max(wanted)
    tokens = list(head.doc[low : high + 1])
    while tokens[0].i < head.i and (
        tokens[0].lower_ in APPROXIMATE
        or tokens[0].pos_ in ("DET", "PUNCT", "ADP", "SPACE", "CCONJ")
        or tokens[0].tag_ in ("PRP$", "POS", "WP$")
    ):
        tokens.pop(0)
    while tokens[-1].i > head.i and (tokens[-1].pos_ in ("PUNCT", "ADP", "SPACE", "DET") or tokens[-1].tag_ == "POS"):
        tokens.pop()
    return _within_brackets(tokens, head)


def _joined(one: Token, other: Token) -> bool:
    """True without a comma between, as in one name: "grand mufti Ahmed"."""
    return all(t.text not in PAUSES for t in one.doc[min(one.i, other.i) + 1 : max(one.i, other.i)])


def _entities(head: Token) -> list[range]:
    found = entity(head)
    return [] if found is None else [range(found.start, found.end)]


def _within_brackets(tokens: list[Token], head: Token) -> list[Token]:
    """Cut a phrase at a bracket or dash that it opens or closes on one side only."""
    low = max((k + 1 for k, t in enumerate(tokens) if t.i < head.i and t.text in "()[]–—:;"), default=0)
    high = min((k for k, t in enumerate(tokens) if t.i > head.i and t.text in "()[]–—:;"), default=len(tokens))
    return tokens[low:high]
