"""What a text gives to others: who says, thinks, asks or wishes what, and which word tells so.

One attribution has a source (the words for whoever it is, or nobody), a cue (the word that attributes: "said",
"according to", "claim", "confident") and its content: clauses and noun phrases below or beside the cue, and quoted
passages. Attributions nest: each content may hold others.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Token

from . import cues
from .attribution import Attribution
from .clause import ancestors, base
from .quotations import Quotations
from .reading import Reading


class Attributions:
    """All attributions of one parsed text."""

    def __init__(self, reading: Reading) -> None:
        """Find them once."""
        self._reading = reading
        found = {a.cue.i: a for token in reading.doc for a in cues.at(reading, token)}
        for number, cue, source in Quotations(reading, found).spoken():
            known = found.get(cue.i)
            entry = cues.entry_of(reading, cue)
            if known is not None:
                found[cue.i] = replace(known, quotes=(*known.quotes, number), source=known.source or source)
            elif entry is not None:
                found[cue.i] = Attribution(cue, entry, source, (), "quote", (number,))
        self._by_cue = found
        #: In the order of their cues.
        self.all = tuple(found[i] for i in sorted(found))

    @cached_property
    def outermost(self) -> tuple[Attribution, ...]:
        """Those that stand in the author's own voice: nobody else says that somebody said so."""
        return tuple(a for a in self.all if all(b.cue.i == a.cue.i for b in self.over(a.cue)))

    def at(self, token: Token) -> Attribution | None:
        """The attribution of which a word is the cue."""
        return self._by_cue.get(token.i)

    def over(self, token: Token) -> list[Attribution]:
        """The attributions in whose content a word stands, the innermost first."""
        found: list[Attribution] = []
        path: set[int] = set()
        for node in (token, *(governor for governor, _ in ancestors(token))):
            for attribution in self._by_content.get(node.i, ()):
                source = attribution.source
                under = attribution.cue.i in path or attribution.cue.i == token.i
                under = under or _parted(token, attribution.cue)
                if not under and (source is None or (source.i not in path and source.i != token.i)):
                    found.append(attribution)
            path.add(node.i)
        number = self._reading.quote_number(token)
        quoted = self._by_quote.get(number) if number is not None else None
        if quoted is None or quoted.cue.i == token.i or any(a.cue.i == quoted.cue.i for a in found):
            return found
        inside = [a for a in found if self._reading.quote_number(a.cue) == number]
        return [*inside, quoted, *(a for a in found if a not in inside)]

    @cached_property
    def _by_content(self) -> Mapping[int, list[Attribution]]:
        """Heads of content to what is attributed there: those who are quoted, others beside the clause, those above."""
        found: dict[int, list[Attribution]] = {}
        for attribution in sorted(self.all, key=lambda a: (a.relation != "beside", a.entry.lemma != "quote")):
            for head in attribution.contents:
                found.setdefault(head.i, []).append(attribution)
        return found

    @cached_property
    def _by_quote(self) -> Mapping[int, Attribution]:
        return {number: a for a in self.all for number in a.quotes}


def _parted(token: Token, cue: Token) -> bool:
    """True where a semicolon with a clause of its own after it parts a word from a cue of the same sentence."""
    low, high = sorted((token.i, cue.i))
    between = token.doc[low:high]
    mark = next((t for t in between if t.text == ";"), None)
    if mark is None or token.sent.start != cue.sent.start:
        return False
    after = token.doc[mark.i : high + 1]
    if any(base(t.dep_) == "nsubj" and t.head.i != cue.i for t in after):
        return True
    opens = any(
        base(t.dep_) == "nsubj" and t.left_edge.i - mark.i <= 2 for t in after
    )  # "…; Moscow promised an answer"
    return opens and cue.i + 1 < len(cue.doc) and not cue.nbor(1).is_punct
