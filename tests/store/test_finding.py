"""Filters mean the same for documents, statements and events; words are found in documents and statements."""

from collections.abc import Iterator

import pytest

from tests.store.making import actor, add, day, document, linked, place, statement
from watchfloor.store import Filter, Store

A = document(
    "Militants attacked a checkpoint near Jalalabad. Nobody claimed it.", "a.txt", source="khovar", title="Attack"
)
B = document("The group claimed the attacks. Fighters left.", "b.txt", source="amaq", published="2021-09-25")
C = document("Nothing happened in Kulob.", "c.txt", published=None, publication="Field notes")
A1 = statement(A, places=(place("Jalalabad", "AFG"),), time=day("2021-09-20"))
A2 = statement(A, "claimed", "CLAIM", actors=(actor("nobody"),))
B1 = statement(B, "claimed", "CLAIM", actors=(actor("The group", "iskp"),))
B2 = statement(B, "left", "RETREAT", recipients=(actor("Fighters", "taliban"),), places=(place("Kulob", "TJK"),))

#: A filter; the documents, statements and events that it leaves. A1 and B1 tell event e, B2 tells event f.
CASES = [
    ({}, "abc", [A1, A2, B1, B2], "ef"),
    ({"actors": {"iskp"}}, "b", [B1], "e"),
    ({"actors": {"THE GROUP"}}, "b", [B1], "e"),
    ({"actors": {"taliban", "nobody"}}, "ab", [A2, B2], "f"),
    ({"types": {"CLAIM"}}, "ab", [A2, B1], "e"),
    ({"places": {"AFG"}}, "a", [A1], "e"),
    ({"places": {"kulob"}}, "b", [B2], "f"),
    ({"towns": {("Kulob", "TJK")}}, "b", [B2], "f"),
    ({"towns": {("Kulob", "AFG")}}, "", [], ""),
    ({"places": {"AFG"}, "towns": {("kulob", "TJK")}}, "ab", [A1, B2], "ef"),
    ({"sources": {"khovar"}}, "a", [A1, A2], "e"),
    ({"sources": {"Field Notes"}}, "c", [], ""),
    ({"since": "2021-09-21"}, "ab", [A2, B1, B2], "ef"),
    ({"until": "2021-09-20"}, "a", [A1], "e"),
    ({"since": "2021-09-22", "until": "2021-09-24"}, "", [], ""),
    ({"text": "claimed"}, "ab", [A2, B1], "e"),
    ({"text": "attack militants"}, "a", [A1], "e"),
    ({"text": '"a checkpoint near"'}, "a", [A1], "e"),
    ({"text": '"checkpoint a"'}, "", [], ""),
    ({"text": "nothing"}, "c", [], ""),
    ({"actors": {"iskp"}, "places": {"AFG"}}, "", [], "e"),
    ({"actors": {"iskp"}, "types": {"CLAIM"}, "sources": {"amaq"}, "since": "2021-09-01"}, "b", [B1], "e"),
]


@pytest.fixture
def told(store: Store) -> Iterator[Store]:
    """Three documents and two events."""
    add(store, A, [A1, A2])
    add(store, B, [B1, B2])
    add(store, C)
    store.keep_links(linked({A1.id: "e" * 16, B1.id: "e" * 16, B2.id: "f" * 16}))
    yield store


def test_filters(told: Store) -> None:
    for given, documents, statements, events in CASES:
        f = Filter(**{k: frozenset(v) if isinstance(v, set) else v for k, v in given.items()})  # type: ignore[arg-type]
        assert "".join(sorted(d.key[0] for d in told.documents(f))) == documents, given
        assert {k.statement.id for k in told.statements(f)} == {s.id for s in statements}, given
        assert "".join(e[0] for e in told.events(f)) == events, given


def test_superseded_versions_are_asked_for(told: Store) -> None:
    add(told, document("Another text.", "b.txt"))
    assert told.events() == ["e" * 16], "what only an old version tells is no event"
    assert told.events(Filter(superseded=True)) == ["e" * 16, "f" * 16]
    assert told.search("group") == []
    assert len(told.members("f" * 16)) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("checkpoint", {A.id, A1.id}),
        ("attack", {A.id, A1.id, B.id, B1.id}),
        ("CHECKPOINTS jalalabad", {A.id, A1.id}),
        ('"claimed the"', {B.id, B1.id}),
        ("absent", set()),
        ("", set()),
        ('"', set()),
        ("near OR kulob", set()),
        ("evidence:near", set()),
        ("che*", set()),
        ("'; DROP TABLE documents; --", set()),
        ("near) (", {A.id, A1.id}),
    ],
)
def test_search(told: Store, query: str, found: set[str]) -> None:
    assert {hit.id for hit in told.search(query)} == found


def test_a_hit_says_where(told: Store) -> None:
    document_hit, statement_hit = told.search("checkpoint near")
    assert (document_hit.kind, document_hit.id, document_hit.title) == ("document", A.id, "Attack")
    assert (statement_hit.kind, statement_hit.id, statement_hit.document) == ("statement", A1.id, A.id)
    assert statement_hit.excerpt == "Militants attacked a «checkpoint» «near» Jalalabad."
    assert len(told.search("claimed", limit=1)) == 2


def test_words_of_a_long_document_are_found_wherever_they_stand(store: Store) -> None:
    long = document("beginning " + " ".join(f"word{n}" for n in range(120_000)) + " ending")
    add(store, long)
    assert [hit.id for hit in store.search("beginning ending")] == [long.id]
    assert [d.id for d in store.documents(Filter(text="beginning ending"))] == [long.id]
