"""The commands `decide`: what is kept, what is refused, what holds afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.cli.shelf import ARRESTED, ARRESTS, BLAST, CLAIMED, COPIED, EVENT, TOLD
from tests.store.making import linked
from watchfloor.cli import decide as deciding
from watchfloor.cli.app import app
from watchfloor.store import Store

pytestmark = pytest.mark.usefixtures("kept")

WHY = ["--reason", "read again"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def decide(*arguments: str, link: bool = False) -> list[dict[str, Any]]:
    """What a command decided."""
    result = run("decide", *arguments, *([] if link or arguments[0] == "list" else ["--no-link"]))
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def event(id_: str = EVENT) -> dict[str, Any]:
    result = run("event", id_, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return dict(json.loads(result.stdout.splitlines()[0]))


def reports(id_: str = EVENT) -> set[str]:
    return {report["statement"] for report in event(id_)["reports"]}


def decisions() -> list[dict[str, Any]]:
    return decide("list", "--format", "jsonl")


def toll() -> tuple[int, int, int]:
    (killed,) = event()["toll"]
    return killed["low"], killed["best"], killed["high"]


def test_a_rejected_statement_counts_no_more_until_that_is_undone() -> None:
    (made,) = decide("statement", TOLD.id[:8], "--reject", "misread")
    assert (made["action"], made["by"], made["reason"]) == ("reject", "Ana", "misread")
    assert reports() == {BLAST.id, CLAIMED.id, COPIED.id}
    assert toll() == (46, 46, 46)
    decide("undo", made["id"][:8], *WHY)
    assert toll() == (46, 46, 55)
    assert [(d["action"], bool(d["without_effect"])) for d in decisions()] == [("reject", True), ("undo", False)]


def test_the_last_decision_on_a_statement_is_taken_back() -> None:
    decide("statement", TOLD.id, "--set", "killed=54", *WHY)
    decide("statement", TOLD.id, "--set", "killed=53", *WHY)
    decide("statement", TOLD.id, "--undo", *WHY)
    assert toll()[2] == 54
    decide("statement", TOLD.id, "--undo", *WHY)
    assert toll()[2] == 55
    assert run("decide", "statement", TOLD.id, "--undo", *WHY).exit_code == 2


def test_slots_are_corrected_one_decision_each() -> None:
    made = decide("statement", TOLD.id, "--set", "actor=iskp", "--set", "killed=50", "--set", "wounded=100-", *WHY)
    assert [d["slot"] for d in made] == ["actors", "quantities", "quantities"]
    assert [q["kind"] for q in made[-1]["before"]] == ["killed"], "each stands on the one before"
    now = event()
    assert {p["id"] for p in now["actors"]} == {"iskp"}
    assert {t["kind"]: t["high"] for t in now["toll"]} == {"killed": 50, "wounded": 100}
    assert [d["without_effect"] for d in decisions()] == [None, None, None]
    assert "actors set by Ana" in " ".join(run("event", EVENT, "--format", "table").stdout.split())


def test_an_event_is_set_over_its_reports() -> None:
    (made,) = decide("event", EVENT[:6], "--set", "killed=46-50", *WHY)
    assert made["scope"] == "event"
    assert toll() == (46, 46, 50)
    assert event()["decisions"] == [made["id"]]
    assert "46 (46–50) set by a person 46 Reuters" in " ".join(run("event", EVENT, "--format", "table").stdout.split())
    decide("event", EVENT, "--undo", *WHY)
    assert toll() == (46, 46, 55)


def test_each_toll_of_an_event_is_set_by_itself() -> None:
    made = decide("event", EVENT, "--set", "killed=47", "--set", "wounded=70", *WHY)
    assert {t["kind"]: t["best"] for t in event()["toll"]} == {"killed": 47, "wounded": 70}
    assert [[was["best"] for was in d["before"]] for d in made] == [[46], []]
    decide("event", EVENT, "--set", "killed=48", *WHY)
    assert {t["kind"]: t["best"] for t in event()["toll"]} == {"killed": 48, "wounded": 70}
    assert [bool(d["without_effect"]) for d in decisions()] == [True, False, False]
    decide("event", EVENT, "--set", "killed=", *WHY)
    assert {t["kind"]: t["best"] for t in event()["toll"]} == {"wounded": 70}
    assert "quantities 48 killed → no killed" in " ".join(run("decide", "list", "--format", "table").stdout.split())


def test_an_event_that_was_not_is_gone_and_says_so() -> None:
    decide("event", ARRESTS, "--reject", "another year")
    result = run("event", ARRESTS)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "rejected" in result.stderr


def test_a_split_is_linked_and_the_rest_keeps_its_id() -> None:
    decide("event", EVENT, "--split", TOLD.id, *WHY, link=True)
    assert TOLD.id not in reports()
    assert BLAST.id in reports()


def test_a_merge_is_linked_and_old_ids_lead_on() -> None:
    decide("event", EVENT, "--merge", ARRESTS, *WHY, link=True)
    assert {ARRESTED.id, BLAST.id} <= reports()
    assert event(ARRESTS)["id"] == event()["id"]


def test_two_events_stay_two_and_nobody_is_asked_again(kept: Path) -> None:
    with Store.open(f"sqlite:///{kept}") as store:
        held = [(BLAST.id, TOLD.id, 4.5), (BLAST.id, ARRESTED.id, 0.5)]
        store.keep_links(linked({BLAST.id: EVENT, TOLD.id: EVENT, ARRESTED.id: ARRESTS}, edges=held))
    asked = "watchfloor decide event {} {} {} --reason ..."
    assert asked.format(ARRESTS[:8], "--apart-from", EVENT[:8]) in waits() or (
        asked.format(EVENT[:8], "--apart-from", ARRESTS[:8]) in waits()
    )
    (made,) = decide("event", ARRESTS, "--apart-from", EVENT, *WHY, link=True)
    assert (made["action"], len(made["subjects"]), len(made["others"])) == ("apart", 1, 4)
    assert "--apart-from" not in waits()
    assert "two events: those of statements" in run("decide", "list", "--format", "csv").stdout
    decide("event", EVENT, "--undo", *WHY)
    assert decisions()[0]["without_effect"]


def waits() -> str:
    return run("review", "--limit", "0", "--format", "csv").stdout


def test_actors_are_told_to_be_one() -> None:
    (made,) = decide("actors", "Police", "afg.police", "--same", *WHY)
    assert made["actors"] == ["Police", "afg.police"]
    assert [p["id"] for p in event(ARRESTS)["actors"]] == ["afg.police"]
    assert run("decide", "actors", "Polise", "afg.police", "--same", "--no-link", *WHY).stderr == (
        'watchfloor: nobody is named "Polise" in the registry or in what is kept; the decision waits\n'
    )


def test_a_missed_statement_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "meaning", lambda document, decision: None)
    (made,) = decide("add", "wire.txt", "--words", "wounded", "--type", "assault", "--set", "wounded=10-", *WHY)
    (added,) = made["subjects"]
    statements = [json.loads(line) for line in run("statements", "--format", "jsonl").stdout.splitlines()]
    assert added["statement"] in {s["id"] for s in statements}


@pytest.mark.parametrize(
    "arguments",
    [
        ["statement", BLAST.id],  # nothing is decided
        ["statement", BLAST.id, "--confirm", "--reject", "both"],
        ["statement", "ffff", "--confirm"],
        ["statement", BLAST.id, "--reject", " "],
        ["statement", BLAST.id, "--set", "killed=47"],  # no reason
        ["statement", BLAST.id, "--set", "killed=47", "--set", "actor=nosuchid", *WHY],  # all or nothing
        ["statement", BLAST.id, "--set", "killed=46", *WHY],  # that is what it says
        ["statement", BLAST.id, "--confirm", "--as", " "],
        ["event", EVENT, "--merge", EVENT, *WHY],
        ["event", EVENT, "--split", ARRESTED.id, *WHY],
        ["event", EVENT, "--apart-from", EVENT, *WHY],
        ["event", EVENT, "--apart-from", ARRESTS],  # no reason
        ["actors", "iskp", "iskp", "--same", *WHY],
        ["actors", "iskp", "taliban", *WHY],
        ["add", "wire.txt", "--words", "not there", "--type", "ASSAULT", *WHY],
        ["add", "nowhere.txt", "--words", "wounded", "--type", "ASSAULT", *WHY],
        ["undo", "ffff", *WHY],
    ],
)
def test_what_cannot_be_decided_keeps_nothing(arguments: list[str]) -> None:
    result = run("decide", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert decisions() == []


def test_who_decides_has_to_be_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WATCHFLOOR_REVIEWER")
    result = run("decide", "statement", BLAST.id, "--confirm")
    assert result.exit_code == 2
    assert "--as" in result.stderr and "WATCHFLOOR_REVIEWER" in result.stderr
    assert decide("statement", BLAST.id, "--confirm", "--as", "Bo")[0]["by"] == "Bo"


def test_a_later_decision_overrules_an_earlier_one_and_both_are_listed() -> None:
    decide("statement", TOLD.id, "--reject", "misread")
    decide("statement", TOLD.id, "--confirm", "--as", "Bo")
    first, second = decisions()
    assert "overruled by Bo" in first["without_effect"]
    assert second["without_effect"] is None
    assert TOLD.id in reports()
    told = " ".join(run("decide", "list", "--format", "table").stdout.split())
    assert "overruled by Bo" in told and "2 decisions" in told
    assert [d["by"] for d in decide("list", "--as", "Bo", "--format", "jsonl")] == ["Bo"]


def test_a_correction_waits_for_a_rejection_to_be_taken_back() -> None:
    decide("statement", TOLD.id, "--reject", "misread")
    result = run("decide", "statement", TOLD.id, "--set", "killed=50", *WHY)
    assert result.exit_code == 2
    assert "was rejected by Ana" in result.stderr


def test_a_store_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    result = run("decide", "statement", BLAST.id, "--confirm", "--store", str(tmp_path / "nowhere.db"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
