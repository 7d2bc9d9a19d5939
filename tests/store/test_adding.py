"""Documents and statements: kept whole, once, in versions."""

from dataclasses import replace

import pytest

from tests.store.making import CODER, TEXT, actor, add, day, decision, document, linked, place, statement
from watchfloor.records import Quantity
from watchfloor.store import Added, Filter, Store, StoreError

OLD = Filter(superseded=True)


def test_what_is_kept_comes_back_as_it_was(store: Store) -> None:
    report = document(title="Two attacks", authors=("A. Writer",), source="khovar", url="https://example.org/a")
    told = statement(
        report,
        actors=(actor("Militants", "iskp"),),
        recipients=(actor("police"),),
        places=(place("Jalalabad", "AFG"),),
        time=day("2021-09-20"),
        quantities=(Quantity("killed", 4, None, "four", 0, 4),),
    )
    assert add(store, report, [told]) is Added.NEW
    assert list(store.documents()) == [report]
    (kept,) = store.statements()
    assert kept.statement == told
    assert (kept.document, kept.key, kept.source, kept.superseded, kept.event) == (
        report.id, "report.txt", "khovar", False, None,
    )  # fmt: skip
    assert store.document(report.id[:3]) == store.document("report.txt") == report
    assert store.statement(told.id[:5]) == kept


def test_the_second_time_nothing_is_written(store: Store) -> None:
    report = document()
    add(store, report, [statement(report)])
    before = list(store.dump())
    assert store.known("report.txt", report.id, CODER)
    assert add(store, report, [statement(report)]) is Added.SAME
    assert list(store.dump()) == before


@pytest.mark.parametrize(
    ("key", "text", "coder", "said", "known"),
    [
        ("report.txt", TEXT, CODER, {}, True),
        ("report.txt", TEXT, CODER, {"published": "2021-09-21", "source": None}, True),
        ("report.txt", TEXT, CODER, {"published": "2021-09-22"}, False),
        ("report.txt", TEXT, "coder 2", {}, False),
        ("other.txt", TEXT, CODER, {}, False),
        ("report.txt", "Other words.", CODER, {}, False),
    ],
)
def test_known_is_what_needs_no_coding(
    store: Store, key: str, text: str, coder: str, said: dict[str, str | None], known: bool
) -> None:
    add(store, document())
    assert store.known(key, document(text).id, coder, said) is known


def test_a_changed_document_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    old, new = document(), document(TEXT + " Corrected.")
    add(store, old, [statement(old)])
    assert add(store, new, [statement(new), statement(new, "arrested", "COERCE")]) is Added.CHANGED
    assert [d.id for d in store.documents()] == [new.id]
    assert {d.id for d in store.documents(OLD)} == {old.id, new.id}
    assert [k.statement.document for k in store.statements()] == [new.id, new.id]
    assert {k.document: k.superseded for k in store.statements(OLD)} == {old.id: True, new.id: False}
    assert store.rows()["document"].to_pylist() == [new.id, new.id]
    assert store.document("report.txt") == new
    assert add(store, old, [statement(old)]) is Added.CHANGED, "and back again"
    assert store.document("report.txt") == old
    assert [k.document for k in store.statements()] == [old.id]


def test_an_event_goes_on_in_the_next_version(store: Store) -> None:
    old, new = document(), document("Corrected. " + TEXT)
    add(store, old, [statement(old)])
    store.keep_links(linked({statement(old).id: "e" * 16}))
    add(store, new, [statement(new)])
    assert [k.event for k in store.statements()] == ["e" * 16]


def test_the_same_bytes_under_two_keys_are_told_once(store: Store) -> None:
    first, second = document(), document(key="copy.txt", source="khovar")
    add(store, first, [statement(first)])
    assert add(store, second, [statement(second)]) is Added.COPY
    assert store.known("copy.txt", second.id, CODER)
    assert store.known("report.txt", first.id, CODER)
    assert len(list(store.statements())) == 1
    changed = document("Nothing like it.", key="report.txt")
    assert add(store, changed) is Added.CHANGED
    assert store.document("copy.txt") == second, "it still stands under the other key"
    assert [k.source for k in store.statements()] == ["khovar"]


def test_other_particulars_are_taken_over(store: Store) -> None:
    report = document(published=None)
    add(store, report, [statement(report)])
    dated = replace(report, published="2021-09-21")
    assert add(store, dated, [statement(dated, time=day("2021-09-20"))]) is Added.RECODED
    assert list(store.documents()) == [dated]
    assert store.rows()["published"].to_pylist()[0].isoformat() == "2021-09-21"


def test_another_coder_version_replaces_statements(store: Store) -> None:
    report = document()
    both = [statement(report), statement(report, "arrested", "COERCE")]
    add(store, report, both)
    store.keep_links(linked({both[0].id: "a" * 16, both[1].id: "b" * 16}))
    wider = replace(statement(report, "attacked a checkpoint"), modality="possible")
    assert add(store, report, [wider], coder="coder 2") is Added.RECODED
    (kept,) = store.statements()
    assert kept.statement == wider
    assert kept.event == "a" * 16
    assert store.rows()["id"].to_pylist() == [wider.id]
    assert add(store, report, both, coder="coder 3") is Added.RECODED


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    report = document()
    before = list(store.dump())
    with pytest.raises(StoreError):
        add(store, report, [statement(report), statement(report)])
    assert list(store.dump()) == before
    assert add(store, report, [statement(report)]) is Added.NEW


def test_odd_names_are_kept(store: Store) -> None:
    report = document(key="caf\udce9\0.txt")
    assert add(store, report) is Added.NEW
    assert store.known(report.key, report.id, CODER)
    (kept,) = store.documents()
    assert kept.key == "caf\\udce9\\x00.txt"


def test_a_removed_document_leaves_a_trace_and_no_words(store: Store) -> None:
    report, other = document(), document("Quiet day.", key="other.txt")
    add(store, report, [statement(report)])
    add(store, other)
    add(store, document(TEXT + " Corrected."))
    store.keep_links(linked({statement(report).id: "e" * 16}))
    store.decide(decision(report, statement(report)))
    assert len(store.remove("report.txt", "ana", "asked to")) == 2
    assert list(store.documents(OLD)) == [other]
    assert list(store.statements(OLD)) == []
    left = "\n".join(store.dump())
    assert "asked to" in left
    assert "attacked" not in left
    assert "Jalalabad" not in left
    assert TEXT.encode().hex() not in left
    assert store.search("Jalalabad") == []
    with pytest.raises(StoreError, match="no document"):
        store.remove("report.txt", "ana", "again")


def test_what_stands_elsewhere_too_stays_there(store: Store) -> None:
    both = document("In two places.", "b.txt")
    add(store, document("In two places.", "a.txt"))
    add(store, both)
    newer = document("Only here.", "a.txt")
    add(store, newer)
    assert store.remove("a.txt", "ana", "asked to") == [newer.id]
    assert list(store.documents()) == [both]
    assert not store.known("a.txt", both.id, CODER)
    assert store.known("b.txt", both.id, CODER)


def test_runs_and_failures(store: Store) -> None:
    run = store.begin("add", "1.0")
    add(store, document(), run=run)
    store.fail(run, "broken.pdf", "no text in it")
    store.fail(run, "caf\udce9.pdf", "may not be read")
    assert store.runs()[0].finished is None
    store.finish(run)
    (told,) = store.runs()
    assert (told.command, told.version, told.documents, told.failures) == ("add", "1.0", 1, 2)
    assert told.finished is not None
    assert [(f.path, f.why) for f in store.failures(run)] == [
        ("broken.pdf", "no text in it"), ("caf\\udce9.pdf", "may not be read"),
    ]  # fmt: skip


def test_a_run_tells_what_it_coded_whatever_came_later(store: Store) -> None:
    first, second = (store.begin("add", version) for version in ("0.0", "0.1"))
    report, other = document(), document("Soldiers attacked.", "other.txt")
    for of in (report, other):
        add(store, of, [statement(of)], run=first)
    assert add(store, report, [statement(report)], run=second) is Added.SAME
    assert add(store, replace(report, key="copy.txt"), [statement(report)], run=second) is Added.COPY
    assert add(store, report, [], run=second, coder="coder 2") is Added.RECODED
    store.remove(other.id, "ana", "asked to")
    assert [(run.documents, run.statements) for run in store.runs()] == [(1, 0), (2, 2)]


def test_prefixes(store: Store) -> None:
    reports = [document(f"Text {n}.", key=f"{n}.txt") for n in range(40)]
    for report in reports:
        add(store, report)
    with pytest.raises(StoreError, match="several documents begin with") as error:
        store.document("a")
    assert "\n" not in str(error.value)
    for wrong in ("zz", "", "%", "abcdef0123456789abcdef"):
        with pytest.raises(StoreError, match="no document"):
            store.document(wrong)
