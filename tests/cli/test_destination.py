"""Output that appears whole or not at all."""

import os
from pathlib import Path

import pytest

from watchfloor.cli.destination import destination


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with destination(target) as out:
        out.write("é\n")
        assert not target.exists()
    assert target.read_bytes() == "é\n".encode()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
def test_what_was_there_stays_when_the_work_stops(tmp_path: Path, stop: type[BaseException]) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before")
    with pytest.raises(stop), destination(target) as out:
        out.write("half")
        raise stop
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_written_to_and_not_replaced() -> None:
    with destination(Path(os.devnull)) as out:
        out.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_lone_surrogate_is_escaped(tmp_path: Path) -> None:
    with destination(tmp_path / "out") as out:
        out.write("\udc80")
    assert (tmp_path / "out").read_bytes() == rb"\udc80"
