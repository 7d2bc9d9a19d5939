"""The commands that show events, sources, actors, and what waits: options, forms, what stands where."""

import csv
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from tests.cli.shelf import ARRESTED, ARRESTS, BLAST, COPIED, COPY, EVENT, TOLD, WIRE, put
from tests.store.making import document, linked, statement
from watchfloor.cli import formats
from watchfloor.cli.actors import named
from watchfloor.cli.app import app
from watchfloor.cli.events import CELLS
from watchfloor.records import Event
from watchfloor.store import Store

pytestmark = pytest.mark.usefixtures("kept")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def listed(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def shown(*arguments: str) -> str:
    """What people see, on one line, so that it can be searched whatever its columns."""
    result = run(*arguments, "--format", "table")
    assert result.exit_code == 0, result.stderr
    assert max(map(len, result.stdout.splitlines())) <= 100
    return " ".join(result.stdout.split())


def found(*arguments: str) -> list[str]:
    return [event["id"] for event in listed("events", *arguments)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["events"], ["Khorasan", "explosives", "Kunduz,", "8 Oct 2021"]),
        (["actors"], ["Khorasan", "8 Oct 2021"]),
        (["sources"], ["France-Presse", "agency, FRA"]),
        (["runs"], ["Statements", "Edition"]),
        (["event", EVENT, "--why"], ["before", "+9.0"]),
    ],
)
def test_a_narrow_screen_breaks_no_word(
    arguments: list[str], words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "PAGE", 80)
    told = run(*arguments, "--format", "table").stdout
    assert max(map(len, told.splitlines())) <= 80
    assert [word for word in words if word not in told] == []
    assert "…" not in told


def test_events_come_by_date() -> None:
    assert found() == [ARRESTS, EVENT]
    assert found("--limit", "1") == [EVENT]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--actor", "iskp"], [EVENT]),
        (["--actor", "islamic-state"], [EVENT]),  # of which it was a branch that day
        (["--actor", "Islamic State in Khorasan Province"], [EVENT]),
        (["--actor", "taliban"], []),
        (["--actor", "taliban", "--actor", "iskp"], [EVENT]),
        (["--actor", "Police"], [ARRESTS]),
        (["--place", "AFG"], [ARRESTS, EVENT]),
        (["--place", "af"], [ARRESTS, EVENT]),
        (["--place", "Afghanistan"], [ARRESTS, EVENT]),
        (["--place", "Kunduz"], [EVENT]),
        (["--place", "Kondoz"], [EVENT]),  # another spelling of the gazetteer's
        (["--place", "kunduz, AFG"], [EVENT]),
        (["--place", "Kunduz, Afghanistan"], [EVENT]),
        (["--place", "Kunduz, TJK"], []),
        (["--type", "assault"], [EVENT]),
        (["--since", "2021-10"], [EVENT]),
        (["--until", "2021-09"], [ARRESTS]),
        (["--since", "2021-10-09"], []),  # a report of that day tells it of the day before
        (["--source", "afp"], [EVENT]),
        (["--source", "AFP"], [EVENT]),
        (["--source", "kabul notes"], [ARRESTS]),  # which the registry lacks
        (["--text", "hospital staff"], [EVENT]),
        (["--status", "disputed"], []),
        (["--place", "AFG", "--type", "COERCE"], [ARRESTS]),
    ],
)
def test_options_choose(options: list[str], expected: list[str]) -> None:
    assert found(*options) == expected


@pytest.mark.parametrize(
    "options",
    [["--status", "certain"], ["--type", "MURDER"], ["--since", "soon"], ["--since", "2022", "--until", "2021"]],
)
def test_what_cannot_be_meant_is_wrong_use(options: list[str]) -> None:
    assert run("events", *options).exit_code == 2


def test_the_list_for_people() -> None:
    told = shown("events")
    assert all(words in told for words in ("8 Oct 2021", "ASSAULT", "Kunduz, AFG", "46 (46–55)", EVENT[:8], "2 events"))


def test_rows_of_events() -> None:
    rows = list(csv.DictReader(run("events", "--format", "csv").stdout.splitlines()))
    assert list(rows[0]) == list(CELLS)
    assert [row["id"] for row in rows] == [ARRESTS, EVENT]
    assert (rows[1]["toll_low"], rows[1]["toll_high"], rows[1]["from"]) == ("killed 46", "killed 55", "2021-10-08")


def test_every_column_of_events_is_documented() -> None:
    record = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
    rows = record.partition("## Rows of events")[2].splitlines()
    assert [line.split("`")[1] for line in rows if line.startswith("| `")] == list(CELLS)


@pytest.mark.parametrize(
    ("option", "unknown", "told", "registered"),
    [
        ("--actor", "isko", "nobody in the registry", "taliban"),
        ("--place", "Kunduzz", "not in the gazetteer", "Lahore"),
        ("--source", "Kabul Note", "not in the registry", "khovar"),
    ],
)
def test_what_nobody_knows_is_told_where_nothing_is_found(
    option: str, unknown: str, told: str, registered: str
) -> None:
    result = run("events", option, unknown)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f'watchfloor: {option} "{unknown}": {told}')
    assert run("events", option, registered).stderr == "", "known, and nothing was told of it"


def test_the_list_gives_most_events_two_lines_and_says_what_its_figures_mean() -> None:
    printed = run("events", "--format", "table").stdout
    rows = printed.splitlines()
    first = next(number for number, line in enumerate(rows) if EVENT[:8] in line)
    assert re.search(r" \d from \d", rows[first]), "the second line of the event, under status and credibility"
    assert "Standing: how it stands, and its credibility from 1" in shown("events")


def test_an_event_is_found_by_the_beginning_of_its_id() -> None:
    (event, *statements) = listed("event", EVENT[:6])
    assert (event["record"], event["id"]) == ("event", EVENT)
    told = {s["id"] for s in statements if s["record"] == "statement"}
    assert told == {r["statement"] for r in event["reports"]}


def test_the_page_of_an_event_has_every_report_beside_the_others() -> None:
    told = shown("event", EVENT)
    assert "A bomb [killed] 46 people" in told
    assert "[claimed]" in told
    assert "according to hospital staff" in told
    assert told.index("Reuters") < told.index("Agence France-Presse") < told.index("Dawn")
    assert "killed 46 (46–55)" in told
    assert "claimed by Islamic State in Khorasan Province" in told
    assert f"Reuters, 8 Oct 2021 ({WIRE.id[:8]}) first, then Dawn, 10 Oct 2021 ({COPY.id[:8]}); one source" in told
    assert BLAST.id[:8] in told


def test_a_copy_is_no_source_of_its_own() -> None:
    (event,) = (e for e in listed("events") if e["id"] == EVENT)
    assert "dawn" not in {source["name"] for source in event["sources"]}
    assert next(r for r in event["reports"] if r["statement"] == COPIED.id)["origins"] == ["reuters"]


def test_texts_that_several_documents_have_are_listed_together() -> None:
    assert [(d["id"], d["copy_of"]) for d in listed("documents", "--copies")] == [(WIRE.id, None), (COPY.id, WIRE.id)]
    assert f"copy of {WIRE.id[:8]}" in shown("documents", "--copies")
    assert [d["id"] for d in listed("documents", "--copies", "--source", "dawn")] == [COPY.id]
    assert "copy_of" not in listed("documents")[0]


SPEECH = (
    "“We will not rest until those who ordered the killing of our brothers stand before a court of this country "
    "and answer for what they have done to us all,” the governor said."
)


def test_words_that_two_reports_quote_are_told(kept: Path) -> None:
    first = document(f"Gunmen killed four guards of a bank in Herat. {SPEECH}", "one.txt", source="afp")
    later = document(
        f"Four men died when a bank was attacked. Nobody has claimed it. A guard was killed as he fled. {SPEECH}",
        "two.txt",
        source="dawn",
        published="2021-09-22",
    )
    with Store.open(f"sqlite:///{kept}") as store:
        told = [statement(of, "killed") for of in (first, later)]
        for of, each in zip((first, later), told, strict=True):
            put(store, of, [each], store.begin("add", "0.0"))
        store.keep_links(linked({each.id: "c" * 16 for each in told}))
    (quote,) = [r for r in listed("event", "c" * 16) if r["record"] == "quote"]
    assert (quote["left"], quote["right"], quote["words"]) == (first.id, later.id, 30)
    assert quote["text"] == SPEECH.partition(" the governor")[0]
    assert "same quote Agence France-Presse" in shown("event", "c" * 16)
    assert "quote 30 words alike: “We will not rest" in shown("event", "c" * 16)
    assert [r for r in listed("event", EVENT) if r["record"] == "copy"] == [
        {"record": "copy", "document": COPY.id, "copy_of": WIRE.id}
    ]


def test_why_prints_the_weight_of_every_comparison() -> None:
    told = shown("event", EVENT, "--why")
    assert f"{BLAST.id[:8]} – {TOLD.id[:8]} +4.5" in told
    links = [r for r in listed("event", EVENT, "--why") if r["record"] == "link"]
    assert [(link["weight"], link["comparisons"]["time"]) for link in links] == [(9.0, 9.0), (4.5, 4.5)]
    assert "no two of its reports were compared" in shown("event", ARRESTS, "--why").lower()


@pytest.mark.parametrize(("event", "charts"), [(EVENT, 2), (ARRESTS, 0)])
def test_links_are_drawn(event: str, charts: int) -> None:
    assert run("event", event, "--output", "links.svg").exit_code == 0
    drawn = ElementTree.fromstring(Path("links.svg").read_text(encoding="utf-8"))
    assert len(drawn.findall("{http://www.w3.org/2000/svg}svg")) == charts


def test_an_unknown_event_is_told_in_one_line() -> None:
    result = run("event", "ffff")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no event 'ffff'" in result.stderr


def test_what_a_document_holds_does_not_command_the_screen(kept: Path) -> None:
    assert run("decide", "event", EVENT, "--set", "killed=46", "--reason", "\x1b[2J gone", "--no-link").exit_code == 0
    assert "\x1b" not in run("event", EVENT, "--format", "table").stdout


def test_sources_with_what_they_published_and_what_cites_them() -> None:
    found = {source["id"]: source for source in listed("sources")}
    assert (found["reuters"]["documents"], found["reuters"]["statements"]) == (1, 2)
    assert found["Kabul Notes"]["documents"] == 1
    assert found["reuters"]["reliability"] is None


def test_ratings_are_kept_and_the_latest_counts() -> None:
    for letter in ("B", "C"):
        assert run("sources", "rate", "reuters", "--reliability", letter, "--note", "after a while").exit_code == 0
    assert run("sources", "rate", "afp", "--reliability", "d", "--document", "paper.txt", "--as", "Bo").exit_code == 0
    found = {source["id"]: source for source in listed("sources")}
    assert found["reuters"]["reliability"] == "C"
    assert [r["reliability"] for r in found["reuters"]["ratings"]] == ["C", "B"]
    assert found["afp"]["reliability"] is None, "one document is not the source"
    (event, *_) = listed("event", EVENT)
    assert {r["statement"]: r["reliability"] for r in event["reports"]}[TOLD.id] == "D"
    assert "reliability C" in shown("event", EVENT)


@pytest.mark.parametrize("options", [["--reliability", "Z"], ["--reliability", "A", "--document", "nowhere.txt"]])
def test_a_rating_that_cannot_be_is_not_kept(options: list[str]) -> None:
    assert run("sources", "rate", "reuters", *options).exit_code == 2
    assert all(not source["ratings"] for source in listed("sources"))


def test_a_rating_of_a_source_that_nobody_knows_is_kept_with_a_word() -> None:
    unknown = run("sources", "rate", "reuterz", "--reliability", "B")
    assert unknown.exit_code == 0
    assert unknown.stderr.startswith("watchfloor: reuterz: neither in the registry nor a source of what is kept")
    assert run("sources", "rate", "khovar", "--reliability", "C").stderr == "", "the registry has it"


@pytest.mark.parametrize(
    ("text", "expected"), [("Police", True), ("الشرطة", True), ("soldiers", False), ("143", False), ("", False)]
)
def test_the_list_of_actors_holds_names(text: str, expected: bool) -> None:
    assert named(text) is expected


def test_actors_that_occur() -> None:
    found = listed("actors")
    assert {(a["id"], a["name"], a["statements"]) for a in found} == {
        ("iskp", "Islamic State in Khorasan Province", 1),
        (None, "Police", 1),
    }


def test_an_actor_as_of_a_day() -> None:
    told = shown("actors", "iskp", "--on", "2021-10-20")
    assert "branch of Islamic State" in told
    assert "in the registry" in told and "in texts" in told
    assert "CLAIM by it 1" in told
    (profile,) = listed("actors", "ISKP", "--on", "2021-10-01")
    assert profile["activity"] == [], "what was told later is left out"
    assert run("actors", "nobody-there").exit_code == 2
    assert run("actors", "--on", "2021-10-01").exit_code == 2


def test_what_waits_for_a_decision_has_reason_and_command() -> None:
    waiting = [r for r in listed("review") if r["record"] == "waiting"]
    assert waiting and all(each["reasons"] and each["command"].startswith("watchfloor ") for each in waiting)
    assert [e["weight"] for e in waiting] == sorted((e["weight"] for e in waiting), reverse=True)
    assert len(listed("review", "--limit", "1")) == 1
    assert waiting[0]["command"] in shown("review", "--limit", "1")


def test_events_that_lacked_little_of_being_one_are_asked_about(kept: Path) -> None:
    with Store.open(f"sqlite:///{kept}") as store:
        store.keep_links(linked({TOLD.id: EVENT, ARRESTED.id: ARRESTS}, edges=[(TOLD.id, ARRESTED.id, 1.5)]))
    (asked,) = [r for r in listed("review", "--limit", "0") if r.get("what") == "link"]
    assert sorted(asked["about"].removeprefix("same event? ").split(" | ")) == [
        "ASSAULT, Islamic State in Khorasan Province → –, Kunduz, AFG, 8 Oct 2021",
        "COERCE, Police → –, Kabul, AFG, ≤ 21 Sep 2021",
    ]
    assert asked["reasons"] == ["held apart, with +1.5 bits for one event"]
    ids = sorted([TOLD.id, ARRESTED.id])
    first, second = (ARRESTS if id_ == ARRESTED.id else EVENT for id_ in ids)
    assert asked["command"].splitlines() == [
        f"watchfloor decide event {first[:8]} --merge {second[:8]} --reason ...",
        f"watchfloor decide event {first[:8]} --apart-from {second[:8]} --reason ...",
    ]
    assert run("decide", "event", first[:8], "--merge", second[:8], "--reason", "same", "--no-link").exit_code == 0
    assert not [r for r in listed("review", "--limit", "0") if r.get("what") == "link"]


def test_reviewers_who_agree() -> None:
    for name, judgement in (("Ana", ["--confirm"]), ("Bo", ["--reject", "misread"])):
        assert run("decide", "statement", ARRESTED.id, *judgement, "--as", name, "--no-link").exit_code == 0
    (agreement,) = [r for r in listed("review", "--limit", "0") if r["record"] == "agreement"]
    assert (agreement["first"], agreement["second"], agreement["both"], agreement["alike"]) == ("Ana", "Bo", 1, 0)
    assert "Ana, Bo" in shown("review")


def test_an_event_is_the_same_in_the_list_and_on_its_page() -> None:
    (event, *_) = listed("event", EVENT)
    assert event == next(e for e in listed("events") if e["id"] == EVENT)
    assert set(event) == {"record", *Event.__dataclass_fields__}
