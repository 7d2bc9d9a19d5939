"""The main path with the real coder: two tiny reports of one attack, kept, linked, known again, coded anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from watchfloor import linking, pipeline
from watchfloor.coder import Coder
from watchfloor.documents import Hints, Input
from watchfloor.store import Added, Store

FIRST = "A suicide bomber killed 12 people at a mosque in Kunduz on October 8, 2021, police said."
SECOND = "On October 8, 2021, a suicide bomber killed 12 people in a Kunduz mosque, residents said."


def given(text: str, key: str, **said: str) -> Input:
    return Input(text.encode(), key, key, Hints(published="2021-10-09", **said))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'store.db'}") as opened:
        yield opened


def unwanted() -> Coder:
    raise AssertionError("nothing has to be coded")


def test_from_bytes_to_events(store: Store, coder: Coder) -> None:
    run = store.begin("add", "test")
    first = pipeline.add(store, run, given(FIRST, "a.txt", source="ap"), lambda: coder)
    second = pipeline.add(store, run, given(SECOND, "b.txt", source="afp"), lambda: coder)
    assert (first.added, second.added, first.foreign) == (Added.NEW, Added.NEW, False)
    assert first.statements >= 1
    rows = store.rows()
    assert rows.schema == linking.SCHEMA
    assert {len(vector) for vector in rows["vector"].to_pylist()} == {64}
    grown = pipeline.link(store, coder.known)
    assert grown.new >= 1 and grown.grown == 0
    killings = [k for k in store.statements() if k.statement.type == "ASSAULT"]
    assert len({k.document for k in killings}) == 2
    assert len({k.event for k in killings}) == 1
    assert not store.unlinked()
    settled = store.assignments()
    assert pipeline.link(store, coder.known, afresh=True) == type(grown)(0, 0)
    assert store.assignments() == settled


def test_what_is_known_needs_no_coder_and_recoding_changes_nothing(store: Store, coder: Coder) -> None:
    run = store.begin("add", "test")
    for report in (given(FIRST, "a.txt", source="ap"), given(SECOND, "b.txt")):
        pipeline.add(store, run, report, lambda: coder)
    pipeline.link(store, coder.known)
    before = list(store.dump())
    assert pipeline.add(store, run, given(FIRST, "a.txt", source="ap"), unwanted).added is Added.SAME
    for document in list(store.documents()):
        pipeline.recode(store, run, document.id, lambda: coder)
    pipeline.link(store, coder.known)
    assert list(store.dump()) == before


def test_a_third_report_joins_what_is_settled(store: Store, coder: Coder) -> None:
    run = store.begin("add", "test")
    pipeline.add(store, run, given(FIRST, "a.txt"), lambda: coder)
    pipeline.link(store, coder.known)
    (event,) = {k.event for k in store.statements() if k.statement.type == "ASSAULT"}
    pipeline.add(store, run, given(SECOND, "b.txt"), lambda: coder)
    assert pipeline.link(store, coder.known).grown == 1
    assert {k.event for k in store.statements() if k.statement.type == "ASSAULT"} == {event}
