"""Killed at any moment nothing is lost; several processes at once neither clash nor duplicate."""

import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store import postgres, processes
from tests.store.making import TEXT, actor, add, document, linked, statement
from watchfloor.store import Store

REPORTS = [document(f"Report {n}. {TEXT}", f"{n}.txt") for n in range(4)]

#: Few, for each starts three processes; `test_add_killed` has fifty.
MOMENTS = 6


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes an empty store and gives its URL."""
    if request.param == "sqlite":
        numbers = iter(range(1000))
        yield lambda: f"sqlite:///{tmp_path / f'{next(numbers)}.db'}"
        return
    shared = request.getfixturevalue("shared")

    def emptied() -> str:
        processes.run(lambda: Store.open(shared).close())
        postgres.empty(shared)
        return str(shared)

    yield emptied


def added(url: str) -> None:
    """What `watchfloor add` does with four documents, one of which then changes."""
    with Store.open(url) as store:
        run = store.begin("add", "0.0")
        for report in [*REPORTS, document("Corrected. " + TEXT, "0.txt")]:
            told = [statement(report, actors=(actor("Militants", "iskp"),)), statement(report, "arrested", "COERCE")]
            if report.key != "0.txt" or not store.known("0.txt", document("Corrected. " + TEXT).id, "coder 1"):
                add(store, report, told, run=run)
        if store.unlinked():
            ids = store.rows()["id"].to_pylist()
            store.keep_links(linked(dict.fromkeys(ids, "e" * 16), edges=[(ids[0], i, 1.5) for i in ids[1:]]))
        store.finish(run)


def dumped(url: str, path: Path) -> str:
    """A store's dump, read by a process of its own."""

    def dump() -> None:
        with Store.open(url) as store:
            path.write_text("\n".join(store.dump()))

    assert processes.run(dump) == 0
    return path.read_text()


def test_killed_at_any_moment_the_next_run_completes_the_work(empty: Callable[[], str], tmp_path: Path) -> None:
    dump, steps = tmp_path / "dump", tmp_path / "steps"
    url = empty()
    assert (
        processes.run(lambda: processes.counted(lambda: added(url), lambda n: steps.write_text(str(n)) and None)) == 0
    )
    undisturbed = dumped(url, dump)
    assert undisturbed.count("\nstatements ") == 10
    every = int(steps.read_text())
    for step in sorted(random.Random(4).sample(range(1, every + 1), MOMENTS)):
        url = empty()
        assert processes.run(processes.killed_at(step, lambda url=url: added(url))) == -signal.SIGKILL  # type: ignore[misc]
        assert processes.run(lambda url=url: added(url)) == 0  # type: ignore[misc]
        assert dumped(url, dump) == undisturbed, f"killed at {step} of {every}"


def test_two_at_once_neither_clash_nor_duplicate(empty: Callable[[], str], tmp_path: Path) -> None:
    reports = [document(f"Report {n}. {TEXT}", f"{n}.txt") for n in range(25)]

    def work(url: str, order: list[int]) -> None:
        with Store.open(url) as store:
            for n in order:
                add(store, reports[n], [statement(reports[n])])

    def read(url: str) -> None:
        with Store.open(url) as store:
            seen = 0
            while seen < len(reports):
                told = [k.document for k in store.statements()]
                assert len(told) == len(set(told)) >= seen, "each document with its statement, once, and none goes"
                seen = len(told)

    url = empty()
    children = [
        processes.start(lambda: work(url, list(range(25)))),
        processes.start(lambda: work(url, list(reversed(range(25))))),
        processes.start(lambda: read(url)),
    ]
    assert [processes.ended(child) for child in children] == [0, 0, 0]
    alone = empty() if url.startswith("sqlite") else url
    both = dumped(url, tmp_path / "both")
    if not url.startswith("sqlite"):
        empty()
    assert processes.run(lambda: work(alone, list(range(25)))) == 0
    assert both == dumped(alone, tmp_path / "alone")
