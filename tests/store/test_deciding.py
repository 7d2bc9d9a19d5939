"""What people decide is kept as it was made, and holds over what the machine coded."""

from dataclasses import replace

import pytest

from tests.store.making import actor, add, document, linked, place, statement, vector
from watchfloor import assessment, knowledge
from watchfloor.assessment import Reading
from watchfloor.knowledge import Knowledge
from watchfloor.records import Decision, Rating
from watchfloor.store import Filter, Store

SIGNED = {"by": "ana", "at": "2021-10-01T10:00:00Z", "reason": "read again"}
LATER = {**SIGNED, "at": "2021-10-02T10:00:00Z"}

REPORT = document()
TOLD = statement(REPORT, actors=(actor("Militants"),), places=(place("Jalalabad", "AFG"),))
OTHER = statement(REPORT, "arrested", "COERCE", actors=(actor("Police"),))


@pytest.fixture
def told(store: Store) -> Store:
    """A store with one document."""
    add(store, REPORT, [TOLD, OTHER])
    return store


def reject(store: Store, prefix: str = TOLD.id, **signed: str) -> Decision:
    """Reject a statement."""
    made = assessment.reject(store.statement(prefix).member, **{**SIGNED, **signed})
    store.decide(made)
    return made


def ids(store: Store) -> set[str]:
    """The statements that count."""
    found = {k.statement.id for k in store.statements()}
    assert set(store.rows()["id"].to_pylist()) == found, "linking sees what counts"
    return found


def test_a_rejected_statement_counts_no_more_until_that_is_undone(told: Store) -> None:
    made = reject(told)
    assert ids(told) == {OTHER.id}
    assert {k.statement.id for k in told.statements(Filter(rejected=True))} == {TOLD.id, OTHER.id}
    told.decide(assessment.undo(made, **LATER))
    assert ids(told) == {TOLD.id, OTHER.id}
    assert [d.action for d in told.decisions()] == ["reject", "undo"]
    assert told.decisions()[0] == made


def test_a_corrected_slot_is_what_filters_and_linking_see(told: Store) -> None:
    known = knowledge.load()
    corrected = assessment.correct(told.statement(TOLD.id).member, "actor=iskp", Reading(known), **SIGNED)
    told.decide(corrected)
    assert [k.statement.id for k in told.statements(Filter(actors=frozenset({"iskp"})))] == [TOLD.id]
    assert told.statement(TOLD.id).statement == TOLD, "the statement itself stays as it was coded"
    row = next(r for r in told.rows().to_pylist() if r["id"] == TOLD.id)
    assert row["actors"] == ["iskp"]
    told.decide(assessment.undo(corrected, **LATER))
    assert list(told.statements(Filter(actors=frozenset({"iskp"})))) == []


def test_an_added_statement_is_one_of_its_document(told: Store, known: Knowledge) -> None:
    kept = told.statement(TOLD.id)
    publication = kept.member.publication
    made = assessment.add("two men", "COERCE", [], REPORT.text, publication, Reading(known), **SIGNED)
    told.decide(made, vector=b"meant")
    (added,) = ids(told) - {TOLD.id, OTHER.id}
    assert told.statement(added).statement.trigger.text == "two men"
    assert next(r for r in told.rows().to_pylist() if r["id"] == added)["vector"] == b"meant"
    add(told, REPORT, [TOLD], coder="coder 2")
    assert ids(told) == {TOLD.id, added}, "a recoding leaves it"
    told.decide(assessment.undo(made, **LATER))
    assert ids(told) == {TOLD.id}


def test_what_is_added_though_it_was_found_keeps_its_meaning(told: Store, known: Knowledge) -> None:
    publication = told.statement(TOLD.id).member.publication
    told.decide(
        assessment.add("attacked", "ASSAULT", [], REPORT.text, publication, Reading(known), **SIGNED), vector=b"meant"
    )
    assert ids(told) == {TOLD.id, OTHER.id}
    assert next(r for r in told.rows().to_pylist() if r["id"] == TOLD.id)["vector"] == vector(TOLD)


def test_a_decision_follows_into_a_new_version(told: Store) -> None:
    reject(told)
    new = document("Corrected. " + REPORT.text)
    add(told, new, [statement(new), statement(new, "arrested", "COERCE")])
    assert ids(told) == {statement(new, "arrested", "COERCE").id}
    assert told.unfit() == []


def test_a_decision_follows_through_a_recoding_or_is_listed(told: Store) -> None:
    lost = reject(told, OTHER.id)
    reject(told)
    wider = replace(statement(REPORT, "attacked a checkpoint"))
    add(told, REPORT, [wider], coder="coder 2")
    assert ids(told) == set()
    assert [u.decision for u in told.unfit()] == [lost]
    add(told, REPORT, [wider, OTHER], coder="coder 3")
    assert told.unfit() == []
    assert ids(told) == set()


def test_two_names_for_one_actor(told: Store, known: Knowledge) -> None:
    told.decide(assessment.same_actor("Militants", "iskp", Reading(known), **SIGNED))
    assert [k.statement.id for k in told.statements(Filter(actors=frozenset({"iskp"})))] == [TOLD.id]
    new = document("Militants fled.", key="new.txt")
    add(told, new, [statement(new, "fled", "RETREAT", actors=(actor("Militants"),))])
    assert len(list(told.statements(Filter(actors=frozenset({"iskp"}))))) == 2


def test_decisions_ask_for_linking(told: Store) -> None:
    told.rows()
    told.keep_links(linked({TOLD.id: "a" * 16}))
    assert not told.unlinked()
    reject(told)
    assert told.unlinked()


def test_two_events_that_are_two_stay_so_through_a_recoding(told: Store) -> None:
    told.rows()
    told.keep_links(linked({TOLD.id: "e" * 16, OTHER.id: "f" * 16}))
    one, other = ([k.member for k in told.members(event * 16)] for event in "ef")
    made = assessment.apart(one, other, **SIGNED)
    told.decide(made)
    across = (min(TOLD.id, OTHER.id), max(TOLD.id, OTHER.id))
    assert told.applied().bonds.apart == (across,)
    assert told.unlinked() and told.decisions() == [made]
    add(told, REPORT, [replace(TOLD, id="a" * 16), OTHER], coder="2")
    assert told.applied().bonds.apart == ((min("a" * 16, OTHER.id), max("a" * 16, OTHER.id)),)
    told.decide(assessment.undo(made, **LATER))
    assert told.applied().bonds.apart == ()


def test_ratings(store: Store) -> None:
    ratings = [
        Rating("khovar", "C", "ana", "2021-10-01T00:00:00.000000Z", "state agency"),
        Rating("khovar", "B", "ben", "2021-10-02T00:00:00.000000Z", document="report.txt"),
    ]
    for rating in reversed(ratings):
        store.rate(rating)
    assert store.ratings() == ratings
