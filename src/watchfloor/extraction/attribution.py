"""One attribution: a source, the cue that attributes to it, and what is attributed."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import Speech
from watchfloor.records import Span

from .clause import base, children
from .reading import Reading

#: Marks at the ends of what is attributed that are none of it.
EDGES = frozenset(",:;.")


@dataclass(frozen=True)
class Attribution:
    """One cue with what it attributes to whom.

    ``relation`` says how cue and content hang together: the name of the argument ("that", "obj", "of" …), "beside" for
    "…, police said", "quote" where only quoted words are attributed. ``contents`` are the heads of what is attributed;
    ``quotes`` number the reading's quoted passages.
    """

    cue: Token
    entry: Speech
    source: Token | None
    contents: tuple[Token, ...] = ()
    relation: str = ""
    quotes: tuple[int, ...] = ()

    def cue_span(self, reading: Reading) -> Span:
        """The words that attribute, with the particle of a verb."""
        return reading.token_span(self.cue, *(c for c in children(self.cue, "compound:prt") if c.i == self.cue.i + 1))

    def source_span(self, reading: Reading) -> Span | None:
        """The whole phrase for the source, without the clauses that hang on it; None for nobody."""
        if self.source is None:
            return None
        words = [t for t in phrase(self.source) if not self.cue.is_ancestor(self.source) or t.i != self.cue.i]
        return reading.token_span(*words)

    def content_spans(self, reading: Reading) -> tuple[Span, ...]:
        """What is attributed, in the order of the text; spans do not overlap and leave source and cue out."""
        apart = {self.cue.i, *(t.i for t in (phrase(self.source) if self.source is not None else ()))}
        if self.relation == "beside":
            apart |= {t.i for t in self.cue.subtree}
        found = {t.i for head in self.contents for t in head.subtree} - apart
        for number in self.quotes:
            quote = reading.quotes[number]
            found |= {t.i for t in reading.tokens(quote.start, quote.end)}
        runs: list[list[int]] = []
        for i in sorted(found):
            if runs and i == runs[-1][1] + 1:
                runs[-1][1] = i
            else:
                runs.append([i, i])
        spans = []
        for low, high in runs:
            words = [t for t in reading.doc[low : high + 1] if not t.is_space]
            while words and words[0].text in EDGES:
                words.pop(0)
            while words and words[-1].text in EDGES:
                words.pop()
            if words:
                spans.append(reading.token_span(*words))
        return tuple(spans)


def phrase(head: Token) -> Sequence[Token]:
    """The words of a noun phrase: the head with what hangs on it, no clause, no preposition before it."""
    apart = {
        t.i
        for c in head.children
        if base(c.dep_) in ("acl", "case", "cop", "punct", "parataxis", "mark", "cc", "advcl", "ccomp", "nsubj", "aux")
        or (base(c.dep_) == "conj" and c.pos_ in ("VERB", "AUX"))
        for t in c.subtree
    }
    words = [t for t in head.subtree if t.i not in apart]
    low = high = words.index(head)
    while low and words[low - 1].i == words[low].i - 1:
        low -= 1
    while high + 1 < len(words) and words[high + 1].i == words[high].i + 1:
        high += 1
    return words[low : high + 1]
