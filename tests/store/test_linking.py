"""What linking settles, and where old ids lead."""

import pytest

from tests.store import postgres
from tests.store.making import add, document, linked, statement, vector
from watchfloor.linking import SCHEMA, row
from watchfloor.store import Store, StoreError

REPORT = document()
ONE, TWO = statement(REPORT), statement(REPORT, "arrested", "COERCE")
E, F, G, H = ("efab"[i] * 16 for i in range(4))


@pytest.fixture
def told(store: Store) -> Store:
    """A store with two statements, which linking has not seen."""
    add(store, REPORT, [ONE, TWO])
    return store


def test_rows_come_back_as_linking_made_them(told: Store) -> None:
    rows = told.rows()
    assert rows.schema == SCHEMA
    made = [row(s, REPORT, vector(s)) for s in (ONE, TWO)]
    assert rows.to_pylist() == sorted(made, key=lambda r: str(r["id"]))


def test_what_is_linked_is_settled(told: Store) -> None:
    assert told.unlinked()
    told.rows()
    told.keep_links(linked({ONE.id: E, TWO.id: E}, edges=[(ONE.id, TWO.id, 3.5)]))
    assert not told.unlinked()
    assert told.assignments().to_pylist() == [{"statement": s, "event": E} for s in sorted([ONE.id, TWO.id])]
    assert told.event("e") == E
    assert {k.statement.id for k in told.members(E)} == {ONE.id, TWO.id}
    (edge,) = told.edges(E)
    assert (edge.left, edge.right, edge.weight, edge.comparisons["time"]) == (ONE.id, TWO.id, 3.5, 3.5)


def test_pairs_of_two_events_stay_until_both_are_looked_at_again(told: Store) -> None:
    new = document("Soldiers attacked.", "new.txt")
    add(told, new, [statement(new)])
    pair, third = [(ONE.id, TWO.id, 0.5)], statement(new).id
    told.keep_links(linked({ONE.id: E, TWO.id: F, third: F}, edges=[*pair, (TWO.id, third, 4.0)]))
    assert [(edge.left, edge.right) for edge in told.held_apart(9)] == [(ONE.id, TWO.id)]
    assert told.edges(E) == [] and [edge.weight for edge in told.edges(F)] == [4.0]
    told.keep_links(linked({ONE.id: E}))
    assert len(told.held_apart(9)) == 1, "the other event was not looked at"
    told.keep_links(linked({ONE.id: E, TWO.id: F}))
    assert told.held_apart(9) == []
    assert told.edges(F) == [], "what counts no more is told in no link"


def test_what_comes_while_linking_runs_still_asks_for_it(told: Store) -> None:
    told.rows()
    add(told, document("Later.", "later.txt"))
    told.keep_links(linked({ONE.id: E}))
    assert told.unlinked()


def test_of_two_who_link_at_once_the_later_one_has_it_done_again(told: Store) -> None:
    url = told.place.replace("***", postgres.PASSWORD)
    with Store.open(url) as other:
        told.rows()
        other.rows()
        other.keep_links(linked({ONE.id: E}))
        assert not told.unlinked()
        told.keep_links(linked({ONE.id: E, TWO.id: E}))
        assert told.unlinked()
    told.rows()
    told.keep_links(linked({ONE.id: E, TWO.id: E}))
    assert not told.unlinked()


def test_statements_that_went_meanwhile_are_passed_over(told: Store) -> None:
    told.rows()
    told.remove(REPORT.id, "ana", "asked to")
    told.keep_links(linked({ONE.id: E, TWO.id: E}, edges=[(ONE.id, TWO.id, 3.5)]))
    assert told.assignments().num_rows == 0
    assert told.events() == []


def test_ids_that_were_merged_or_split_lead_on(told: Store) -> None:
    told.keep_links(linked({ONE.id: E, TWO.id: F}))
    told.keep_links(linked({ONE.id: F, TWO.id: F}, redirects=[(E, F)]))
    assert told.event(E) == F
    told.keep_links(linked({ONE.id: G, TWO.id: G}, redirects=[(F, G)]))
    assert told.event(E) == told.event(F) == G
    told.keep_links(linked({ONE.id: H, TWO.id: G}, redirects=[(G, H)]))
    assert told.event(G) == G, "what goes on is found first"
    told.keep_links(linked({ONE.id: H, TWO.id: E}, redirects=[(G, E)]))
    with pytest.raises(StoreError, match="was split into"):
        told.event(G)
    assert told.event(E) == E, "an id may come back"


def test_others_keep_what_they_have(told: Store) -> None:
    told.keep_links(linked({ONE.id: E, TWO.id: F}, contains=[(E, F)]))
    new = document("Soldiers attacked.", "new.txt")
    add(told, new, [statement(new)])
    told.keep_links(linked({statement(new).id: F}))
    assert told.contains(E) == [F]
    assert told.assignments().num_rows == 3
