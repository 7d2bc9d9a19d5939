"""What waits for a decision, most useful first: where much depends on what the program is least sure of."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from watchfloor.records import Event, Participant, Speaker

from .effects import Applied
from .members import Member
from .sides import COUNTED
from .voicing import HAPPENED

#: Kinds of toll that make an event weigh more, and what one of each counts against a death.
HARM: Mapping[str, float] = {"killed": 1.0, "casualties": 0.5, "wounded": 0.3, "abducted": 0.3, "arrested": 0.1}
#: From this toll on an event is told to be a large one.
LARGE = 10
#: Below this confidence a statement is as often wrong as right in our own measurements.
UNSURE = 0.6
#: Bits of match weight within which a pair of statements could as well have been linked as not.
NEAR = 2.0
#: How many statements must name somebody before an entry in the registry is worth its while.
OFTEN = 3


class Link(Protocol):
    """Two statements that linking weighed; ``weight`` is in bits, nothing says more for than against at 0."""

    @property
    def left(self) -> str:
        """One statement's id."""

    @property
    def right(self) -> str:
        """The other's."""

    @property
    def weight(self) -> float:
        """How much speaks for one event."""


@dataclass(frozen=True)
class Waiting:
    """One thing to decide: an event, a statement, a pair of statements (ids), or a name without an entry.

    ``weight`` orders them and means nothing else; ``reasons`` say why it waits.
    """

    what: Literal["event", "statement", "link", "actor"]
    ids: tuple[str, ...]
    weight: float
    reasons: tuple[str, ...]


#: What a source is called, given its id.
Name = Callable[[str], str]
#: What makes an event doubtful: how much it counts, and what is said of it; None where it does not hold.
DOUBTS: Sequence[tuple[float, Callable[[Event, Name], str | None]]] = (
    (3.0, lambda e, _: _disputed(e, "happening", "reports do not agree that it happened")),
    (2.0, lambda e, _: _disputed(e, "actors", "reports name different doers")),
    (2.0, lambda e, _: _disputed(e, "time", "reports give different days")),
    (2.0, lambda e, _: _disputed(e, "places", "reports give different places")),
    (1.0, lambda e, _: next((f"{t.kind}: {t.low} to {t.high}" for t in e.toll if _differs(e, t.kind)), None)),
    (1.5, lambda e, name: f"a single source tells it: {name(_teller(e))}" if e.independent == 1 else None),
    (1.0, lambda e, _: e.reason.partition(" (")[0] if e.credibility in (4, 5) else None),
    (0.5, lambda e, _: "no report names the doer" if not e.actors else None),
)


def review(
    events: Iterable[Event],
    members: Iterable[Member],
    links: Iterable[Link] = (),
    applied: Applied | None = None,
    name: Name = str,
) -> tuple[Waiting, ...]:
    """Everything that waits, most useful first; what somebody has decided on waits no more.

    ``members``: the effective statements of today; ``links``: the pairs that linking kept, of one event or of two;
    ``name``: what a source of that id is called.
    """
    applied = applied or Applied()
    statements = {m.id: m for m in members}
    told = list(events)
    owner = {r.statement: e for e in told for r in e.reports}
    waiting = [
        *(w for e in told if (w := _event(e, applied, name))),
        *(w for m in statements.values() if m.id not in applied.touched and (w := _statement(m, owner.get(m.id)))),
        *_links(links, owner, applied),
        *_names(statements.values()),
    ]
    return tuple(sorted(waiting, key=lambda w: (-w.weight, w.what, w.ids)))


def stake(event: Event) -> float:
    """How much depends on an event: its toll and its reports, on a scale on which ten times as many count double."""
    toll = sum(HARM.get(t.kind, 0.0) * (t.best or 0) for t in event.toll)
    return 1 + math.log10(1 + toll) + math.log10(max(1, len(event.reports)))


def _event(event: Event, applied: Applied, name: Name) -> Waiting | None:
    if _settled(event, applied):
        return None
    found = [(points, words) for points, doubt in DOUBTS if (words := doubt(event, name))]
    if not found:
        return None
    large = [f"{t.best} {t.kind}" for t in event.toll if t.kind in HARM and (t.best or 0) >= LARGE]
    return _waiting(
        "event", (event.id,), sum(p for p, _ in found) * stake(event), [*(words for _, words in found), *large]
    )


def _settled(event: Event, applied: Applied) -> bool:
    """Somebody confirmed or corrected it."""
    return any(d.action in ("confirm", "set") for r in event.reports for d in applied.events.get(r.statement, ()))


def _statement(member: Member, event: Event | None) -> Waiting | None:
    """A doubtful statement, by how much of its event rests on it alone."""
    confidence = member.statement.confidence
    if confidence >= UNSURE or event is None:
        return None
    alone = [
        what
        for what, slot in (("who did it", event.actors), ("where", event.places), ("when", (event.time,)))
        if slot and slot[0] and slot[0].known == "stated" and slot[0].statements == (member.id,)
    ]
    alone += [f"{t.kind}: {t.best}" for t in event.toll if [c.statement for c in t.counts] == [member.id]]
    if len(event.reports) == 1:
        alone.append("that it happened")
    if not alone:
        return None
    reasons = [f"confidence {confidence:.2f}", *(f"it alone says {each}" for each in alone)]
    return _waiting("statement", (member.id,), (1 - confidence) * (1 + len(alone)) * stake(event), reasons)


def _links(links: Iterable[Link], owner: Mapping[str, Event], applied: Applied) -> Iterator[Waiting]:
    """Pairs near the threshold, and those that were merged or held apart against what speaks for it.

    Of two events that were held apart the first pair counts. Who put a statement of one apart from one of the other has
    said that they are two, as has who confirmed both as they are.
    """
    decided = {*applied.bonds.together, *applied.bonds.apart}
    told = {frozenset(owner[id_].id for id_ in pair if id_ in owner) for pair in decided}
    for link in links:
        one, other = owner.get(link.left), owner.get(link.right)
        pair = (min(link.left, link.right), max(link.left, link.right))
        if one is None or other is None or pair in decided:
            continue
        joined = one.id == other.id
        both = frozenset((one.id, other.id))
        if not joined and (both in told or all(_settled(event, applied) for event in (one, other))):
            continue
        if abs(link.weight) > NEAR and joined == (link.weight > 0):
            continue
        what = "merged" if joined else "held apart"
        says = f"{what}, with {link.weight:+.1f} bits for one event"
        doubt = max(0.0, 1 - abs(link.weight) / (2 * NEAR)) if joined == (link.weight > 0) else 1.0
        if not joined:
            told.add(both)
        yield _waiting("link", pair, doubt * (stake(one) + stake(other)) / 2, [says])


def _names(members: Iterable[Member]) -> Iterator[Waiting]:
    """Names that the registry lacks, by how many statements name them."""
    where: dict[str, tuple[str, set[str], set[str]]] = {}
    for member in members:
        s = member.statement
        for one in (*s.actors, *s.recipients, *((s.attribution.speaker,) if s.attribution.speaker else ())):
            if one.id is None and _is_name(one, s.evidence.start):
                name = one.name or one.text
                _, statements, documents = where.setdefault(name.casefold(), (name, set(), set()))
                statements.add(member.id)
                documents.add(s.document)
    for name, statements, documents in where.values():
        if len(statements) >= OFTEN:
            says = f"named in {len(statements)} statements of {len(documents)} documents, and not in the registry"
            yield _waiting("actor", (name,), math.log2(len(statements)) + math.log2(len(documents)), [says])


def _is_name(one: Participant | Speaker, sentence: int) -> bool:
    """True for words that end in a capitalised one which does not merely begin the sentence."""
    words = one.text.split()
    if not words or COUNTED.match(one.text) or not words[-1][:1].isupper():
        return False
    return len(words) > 1 or one.start != sentence


def _teller(event: Event) -> str:
    return next((name for r in event.reports if r.says in HAPPENED for name in r.origins), "")


def _disputed(event: Event, slot: str, words: str) -> str | None:
    for dispute in event.disputes:
        if dispute.slot == slot:
            return f"{words}: {' or '.join(s.value for s in dispute.sides)}"
    return None


def _differs(event: Event, kind: str) -> bool:
    return any(d.slot.partition(" ")[0] == kind for d in event.disputes)


def _waiting(
    what: Literal["event", "statement", "link", "actor"], ids: tuple[str, ...], weight: float, reasons: Sequence[str]
) -> Waiting:
    # Rounded, so that the order is the same on every kind of processor.
    return Waiting(what, ids, round(weight, 6), tuple(reasons))
