"""What waits for a decision, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from watchfloor import assessment as a
from watchfloor.assessment import Member, Ties, Waiting
from watchfloor.records import Decision

Make = Callable[..., Member]
ME = {"by": "Mina", "at": "2021-10-20T12:00:00Z", "reason": "compared"}


@dataclass(frozen=True)
class Pair:
    left: str
    right: str
    weight: float


def waiting(groups: list[list[Member]], ties: Ties, **known: Any) -> tuple[Waiting, ...]:
    """What waits over some events."""
    events = [a.event(f"e{k}", members, ties) for k, members in enumerate(groups)]
    found = a.review(events, [m for members in groups for m in members], **known)
    assert list(found) == sorted(found, key=lambda w: -w.weight)
    return found


def test_the_larger_and_more_doubtful_event_comes_first(make: Make, ties: Ties) -> None:
    sure = [make("afp", actor="iskp"), make("ap", actor="iskp")]
    single = [make("afp", actor="iskp")]
    large = [make("afp", actor="iskp", killed=46), make("ap", actor="iskp", killed=55), make("bbc", actor="ttp")]
    found = waiting([sure, single, large], ties)
    assert [w.ids for w in found] == [("e2",), ("e1",)]
    assert found[0].reasons == (
        "reports name different doers: Islamic State in Khorasan Province or Tehrik-i-Taliban Pakistan",
        "killed: 46 to 55",
        "46 killed",
    )
    assert found[1].reasons == ("a single source tells it: afp",)


def test_a_doubtful_statement_waits_where_something_rests_on_it_alone(make: Make, ties: Ties) -> None:
    weak = make("afp", actor="iskp", killed=20, confidence=0.4)
    group = [weak, make("ap"), make("bbc", confidence=0.4)]
    found = [w for w in waiting([group], ties) if w.what == "statement"]
    assert [w.ids for w in found] == [(weak.id,)]
    assert found[0].reasons == ("confidence 0.40", "it alone says who did it", "it alone says killed: 20")


@pytest.mark.parametrize(
    ("weight", "joined", "waits"),
    [(0.5, True, True), (-1, False, True), (9, True, False), (-9, False, False), (9, False, True)],
)
def test_links_that_could_as_well_be_otherwise(
    make: Make, ties: Ties, weight: float, joined: bool, waits: bool
) -> None:
    one, other = make("afp", actor="iskp"), make("ap", actor="iskp")
    groups = [[one, other]] if joined else [[one], [other]]
    found = [w for w in waiting(groups, ties, links=[Pair(one.id, other.id, weight)]) if w.what == "link"]
    assert bool(found) == waits


def test_two_events_held_apart_wait_until_somebody_says_that_they_are_two(make: Make, ties: Ties) -> None:
    ours, theirs = [make("afp", actor="iskp"), make("ap", actor="iskp")], [make("bbc", actor="iskp")]
    links = [Pair(ours[0].id, theirs[0].id, 3), Pair(ours[1].id, theirs[0].id, 2)]

    def pairs(*decisions: Decision) -> list[tuple[str, ...]]:
        applied = a.apply([*ours, *theirs], decisions, ties)
        return [w.ids for w in waiting([ours, theirs], ties, links=links, applied=applied) if w.what == "link"]

    assert pairs() == [tuple(sorted((ours[0].id, theirs[0].id)))], "once for the two"
    one, other = a.confirm_event(ours, **ME), a.confirm_event(theirs, **ME)
    assert pairs(one) == pairs()
    assert pairs(one, other) == []
    assert pairs(a.split([*ours, *theirs], [theirs[0].id], **ME)) == []
    assert pairs(a.apart(ours, theirs, **ME)) == []


def test_names_that_the_registry_lacks_wait_when_they_occur_often(make: Make, ties: Ties) -> None:
    members = [make(f"paper {k}", actor=("Red Hand", "Two gunmen"), speaker="Red Hand") for k in range(3)]
    (found,) = [w for w in waiting([members], ties) if w.what == "actor"]
    assert found.ids == ("Red Hand",)
    assert found.reasons == ("named in 3 statements of 3 documents, and not in the registry",)


def test_what_is_decided_waits_no_more(make: Make, ties: Ties) -> None:
    one, other = make("afp", actor="iskp", confidence=0.4), make("ap", confidence=0.4)
    assert len(waiting([[one], [other]], ties, links=[Pair(one.id, other.id, 0.1)])) == 5
    decisions = [
        a.confirm(one, **ME),
        a.confirm(other, **ME),
        a.confirm_event([one], **ME),
        a.confirm_event([other], **ME),
        a.split([one, other], [one.id], **ME),
    ]
    applied = a.apply([one, other], decisions, ties)
    assert waiting([[one], [other]], ties, links=[Pair(one.id, other.id, 0.1)], applied=applied) == ()
