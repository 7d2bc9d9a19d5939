"""`watchfloor add` itself, killed at fifty moments: the next one completes the work, to the byte."""

import json
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from corpus.reports import reports
from make_corpus import document
from tests.store import processes
from watchfloor.cli.app import app
from watchfloor.store import Store

#: So many moments are drawn by the clock, most of them while something is read or linked, and as many by the commands
#: to the database, so that transactions are broken off as well.
MOMENTS = 25


def killed_after(seconds: float, work: Callable[[], object]) -> Callable[[], object]:
    """The work, ended by SIGKILL after so many seconds."""

    def killed() -> object:
        timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()
        return work()

    return killed


@pytest.mark.slow
def test_add_killed_at_fifty_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    from watchfloor.cli import working

    working.coder()  # once, for all the processes to come
    inputs = tmp_path / "reports"
    inputs.mkdir()
    for n, report in enumerate(reports(7, 5, 10)):
        (inputs / f"{n}.jsonl").write_text(json.dumps(document(report, f"d{n}")) + "\n")
    (inputs / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")

    def add(path: Path) -> Callable[[], object]:
        def work() -> None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            try:
                app(["add", str(inputs), "--store", f"sqlite:///{path}"])
            except SystemExit as e:
                assert e.code == 1, "the broken file fails, the others do not"

        return work

    def dumped(path: Path) -> str:
        def dump() -> None:
            with Store.open(f"sqlite:///{path}") as store:
                (tmp_path / "dump").write_text("\n".join(store.dump()))
                assert not store.unlinked()

        assert processes.run(dump) == 0
        return (tmp_path / "dump").read_text()

    steps = tmp_path / "steps"
    start = time.monotonic()
    first = tmp_path / "undisturbed.db"
    assert processes.run(lambda: processes.counted(add(first), lambda n: steps.write_text(str(n)) and None)) == 0
    took = time.monotonic() - start
    undisturbed = dumped(first)
    assert undisturbed.count("\nstatements ") > 5
    assert "\nmembership " in undisturbed
    drawn = random.Random(50)
    every = int(steps.read_text())
    kills: list[Callable[[Callable[[], object]], Callable[[], object]]] = [
        *(partial(processes.killed_at, n) for n in drawn.sample(range(1, every + 1), MOMENTS)),
        *(partial(killed_after, drawn.uniform(0, took)) for _ in range(MOMENTS)),
    ]
    for number, kill in enumerate(kills):
        path = tmp_path / f"{number}.db"
        assert processes.run(kill(add(path))) in (-signal.SIGKILL, 0)
        assert processes.run(add(path)) == 0
        assert dumped(path) == undisturbed, f"moment {number}"
