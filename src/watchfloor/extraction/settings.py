"""Where and when a statement may be that the rules leave open, and what speaks for each place and time."""

import math
from collections.abc import Mapping

from spacy.tokens import Token

from watchfloor.records import Place, Time

from .circumstances import place_at
from .clause import preposition
from .coding import Coding
from .drafts import Draft
from .options import FLOOR, Mentions, Option, log_of, ranked, where
from .place_phrases import is_place
from .reading import Reading
from .tree import root


class Settings:
    """Finds the options of one document's statements."""

    def __init__(self, reading: Reading, coding: Coding) -> None:
        """Take the trained heads apart, which a reading may lack."""
        self._reading = reading
        self._coding = coding
        self._mentions = Mentions(reading)

    def places(self, draft: Draft) -> list[Option[Place]]:
        """None, then the places that the heads hold likely, the likeliest first."""
        told, nowhere = self._coding.fills(draft.head.i, "place")
        likely = self._mentions.likely(told)
        cast = {t.i for p in (*draft.cast.actors, *draft.cast.recipients) for t in (p.head, p.at)}
        found = [Option[Place]((), self._of_none(draft, nowhere))]
        doc = self._reading.doc
        for rank, index in enumerate(i for i in ranked(likely, int) if i != draft.head.i and not _is_origin(doc[i])):
            token = doc[index]
            evidence = self._of_other(draft, token, likely[index], rank)
            evidence |= {f"other, {name}": 1.0 for name in self._reading.classes(token)}
            evidence |= {
                "other, no place": float(not is_place(self._reading, token)),
                "other, has a role": float(index in cast),
                "other, named a place": float(token.ent_type_ == "LOC"),
            }
            found.append(Option((place_at(self._reading, token),), evidence))
        return found

    def times(self, draft: Draft) -> list[Option[Time]]:
        """None, then the time expressions that the heads hold likely, the likeliest first."""
        told, never = self._coding.fills(draft.head.i, "time")
        likely = {span: self._mass(told, span.start, span.end) for span in self._reading.times}
        found = [Option[Time]((), self._of_none(draft, never))]
        for rank, span in enumerate(ranked(likely, lambda span: span.start)):
            tokens = self._reading.tokens(span.start, span.end)
            if tokens:
                evidence = self._of_other(draft, root(tokens), likely[span], rank)
                found.append(Option((Time(span.text, span.start, span.end),), evidence))
        return found

    def _of_none(self, draft: Draft, none: float) -> dict[str, float]:
        return {
            "none": 1.0,
            f"none: {draft.type}": 1.0,
            f"none: {draft.trigger.sense.pos}": 1.0,
            "none, heads": max(none, FLOOR),
            "none, not actual": float(draft.certainty.modality != "actual"),
            "none, foreseen": float(draft.foreseen),
            "none, said by somebody": float(draft.said is not None),
        }

    def _of_other(self, draft: Draft, token: Token, share: float, rank: int) -> dict[str, float]:
        standing = where(token, draft.head)
        return {
            "other": 1.0,
            "other, heads": log_of(share),
            "other, likeliest": float(rank == 0),
            "other, distance": math.log1p(abs(token.i - draft.head.i)),
            "other, before": float(token.i < draft.head.i),
            f"other: {draft.type}": 1.0,
            f"other: {standing}": 1.0,
        }

    def _mass(self, told: Mapping[int, float], start: int, end: int) -> float:
        return sum(math.exp(told[t.i]) for t in self._reading.tokens(start, end) if t.i in told)


def _is_origin(token: Token) -> bool:
    """True for "soldiers from Mali": where somebody is from is not where it happens."""
    return preposition(token) == "from" and token.head.pos_ in ("NOUN", "PROPN")
