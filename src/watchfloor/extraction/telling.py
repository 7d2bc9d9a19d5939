"""Whether a word tells a statement that no sense of the lexicon finds there, but the trained heads do.

What the lexicon finds is left to its conditions and to ``selection``.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .clause import ancestors, base
from .coding import Coding
from .coreference import points_back
from .drafts import Draft
from .reading import Reading
from .weights import log_odds, worth

#: Log-odds beyond this are all alike.
SURE = 6.0


class Weighed(NamedTuple):
    """A draft and what speaks for and against its telling a statement of its own."""

    draft: Draft
    evidence: Mapping[str, float]


def add(reading: Reading, unlisted: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and those of the heads alone that tell something beside them, in the order of the text.

    The heads' are judged before anything is shared out: one that tells nothing is to take no place from its neighbours.
    """
    coding = reading.coding
    if coding is None:
        return list(drafts)
    both = sorted([*drafts, *unlisted], key=lambda draft: draft.head.i)
    judged = weighed(reading, coding, both)
    told = {one.draft.head.i for one in judged if worth("unlisted", one.evidence) > 0}
    return [draft for draft in both if not draft.trigger.learned or draft.head.i in told]


def weighed(reading: Reading, coding: Coding, drafts: Sequence[Draft]) -> list[Weighed]:
    """Those of the heads alone with their evidence, in the order of the drafts; what comes before them counts."""
    heads = {d.head.i: d for d in drafts}
    told: Counter[tuple[str, ...]] = Counter()
    found = []
    for draft in drafts:
        if draft.trigger.learned:
            found.append(Weighed(draft, _evidence(reading, coding, draft, heads, told)))
        told.update(_tellings(draft))
    return found


def _evidence(
    reading: Reading,
    coding: Coding,
    draft: Draft,
    heads: Mapping[int, Draft],
    told: Counter[tuple[str, ...]],
) -> dict[str, float]:
    head, sense, cast = draft.head, draft.trigger.sense, draft.cast
    types = coding.types(head.i)
    words = max(1, head.sent.end - head.sent.start)
    found = {
        "always": 1.0,
        sense.type: 1.0,
        f"{sense.pos} {base(head.dep_)}": 1.0,
        "heads, some type": log_odds(1 - math.exp(types[""]), SURE),
        "heads, this type": max(types[sense.type], -SURE),
        "heads, nobody acts": max(coding.fills(head.i, "actor")[1], -SURE),
        "heads, to nobody": max(coding.fills(head.i, "recipient")[1], -SURE),
        "lexicon refuses": float(draft.trigger.learned == "refused"),
        "actor": float(bool(cast.actors)),
        "recipient": float(bool(cast.recipients)),
        "neither": float(not cast.actors and not cast.recipients),
        "points back": float(points_back(head)),
        "not actual": float(draft.certainty.modality != "actual"),
        "negative": float(draft.certainty.polarity == "negative"),
        "quoted": float(reading.quote_at(head) is not None),
        "said by somebody": float(draft.said is not None),
        "heading": float(reading.is_heading(head)),
        "long sentence": math.log(words),
        **{f"told before, {key[0]}": math.log1p(told[key]) for key in _tellings(draft)},
    }
    for governor, dep in ancestors(head):
        other = heads.get(governor.i)
        if other is not None:
            found[f"under {other.type}"] = 1.0
            found[f"under another, {base(dep)}"] = 1.0
            found["under its own type"] = float(other.type == draft.type)
            break
    below = [heads[t.i] for t in head.subtree if t.i != head.i and t.i in heads]
    if below:
        found["over another"] = 1.0
        found["over its own type"] = float(any(other.type == draft.type for other in below))
        found[f"over {below[0].type}"] = 1.0
    return found


def _tellings(draft: Draft) -> list[tuple[str, ...]]:
    """What an earlier draft may have told already: its word, its type, and both with those who act."""
    cast = draft.cast
    sides = [",".join(p.head.lower_ for p in parts) for parts in (cast.actors, cast.recipients)]
    return [
        ("word", draft.type, draft.head.lemma_.lower()),
        ("type", draft.type),
        ("type in its sentence", draft.type, str(draft.head.sent.start)),
        ("sides", draft.type, *sides),
        ("sides in its sentence", str(draft.head.sent.start), *sides),
    ]
