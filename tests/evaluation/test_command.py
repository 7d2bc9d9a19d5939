"""The command: what is missing is told, the rest goes on."""

import json
from pathlib import Path

import pytest

from evaluation import __main__ as command
from evaluation import table
from evaluation.figure import f1, share
from evaluation.inputs import Inputs, Measure
from evaluation.registry import MEASURES
from watchfloor.coder import Coder


@pytest.fixture
def inputs(tmp_path: Path, coder: Coder) -> Inputs:
    return Inputs(tmp_path / "data", tmp_path / "gold", "dev", coder)


def test_a_missing_file_is_told_and_the_others_go_on(inputs: Inputs, capsys: pytest.CaptureFixture[str]) -> None:
    there = Measure("there", (), lambda _: [share("there", "all", 1, 1)])
    absent = Measure("absent", ("DATA/absent/SPLIT.jsonl",), lambda _: pytest.fail("was run"))
    figures, missing = command.measure([absent, there], inputs)
    assert [f.measure for f in figures] == ["there"]
    assert missing == [f"absent: missing {inputs.data / 'absent' / 'dev.jsonl'}"]
    assert missing[0] in capsys.readouterr().err


def test_a_corpus_laid_out_otherwise_is_told(inputs: Inputs) -> None:
    def broken(_: Inputs) -> list[object]:
        raise KeyError("text")

    _, missing = command.measure([Measure("broken", (), broken)], inputs)  # type: ignore[arg-type]
    assert missing == ["broken: cannot be measured: KeyError: 'text'"]


def test_nothing_there_is_told_for_every_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], coder: Coder
) -> None:
    monkeypatch.setattr(Coder, "load", lambda: coder)
    monkeypatch.setattr("sys.argv", ["evaluation", "--data", f"{tmp_path}", "--gold", f"{tmp_path}"])
    assert command.main() == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told if ": missing " in line] == [m.name for m in MEASURES if m.needs]


def test_the_table_is_plain_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    table.show([f1("timex", "strict", 3, 4, 6, target=0.5), share("slots", "place", 8, 10, target=0.9)], "dev")
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "3 / 4 / 6" in shown
    assert "short" in shown


def test_json_holds_every_figure_and_what_is_missing(tmp_path: Path) -> None:
    table.write([f1("timex", "strict", 3, 4, 6)], ["muc4: missing"], "dev", tmp_path / "figures.json")
    written = json.loads((tmp_path / "figures.json").read_text())
    assert written["missing"] == ["muc4: missing"]
    assert [(f["name"], f["value"], f["precision"]) for f in written["figures"]] == [("strict", 0.6, 0.75)]
