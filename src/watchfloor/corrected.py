"""Statements of a store as people left them: slots that somebody set, set."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from watchfloor import assessment
from watchfloor.assessment import Ties
from watchfloor.knowledge import Knowledge
from watchfloor.store import Kept, Store


def corrected(store: Store, found: Iterable[Kept], known: Knowledge) -> Iterator[Kept]:
    """The same statements, which come document by document, with all decisions in force taken into account."""
    decisions = store.decisions()
    everywhere = any(d.scope == "actor" for d in decisions)
    decided = {anchor.key for d in decisions for anchor in (*d.subjects, *d.others)}
    ties = Ties(known)
    for id_, group in groupby(found, key=lambda kept: kept.document):
        here = list(group)
        if everywhere or here[0].key in decided:
            members = [kept.member for kept in store.told_in(id_)]
            now = {m.id: m.statement for m in assessment.apply(members, decisions, ties).members}
            here = [replace(kept, statement=now.get(kept.statement.id, kept.statement)) for kept in here]
        yield from here
