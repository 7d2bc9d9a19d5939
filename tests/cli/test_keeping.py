"""The commands that keep and find: add, link, documents, statements, search, runs, recode, remove.

What the rules find is tested elsewhere: a stub codes one statement for each "killed".
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from watchfloor import coder as coding
from watchfloor import edition, pipeline
from watchfloor.cli import working
from watchfloor.cli.app import app
from watchfloor.coder import Coded
from watchfloor.records import Document, Span, Statement, digest
from watchfloor.store import Store

ENGLISH = "Gunmen killed two guards at a checkpoint in Lahore on Tuesday, police officials said in a statement.\n"
OTHER = "A bomb killed four people on a bus in Kunduz on Monday, according to a spokesman for the governor.\n"
FRENCH = "La police a arrêté deux hommes à Lahore mardi après un attentat contre un marché, selon les autorités.\n" * 3


class Stub:
    """Codes each "killed", counts documents, and stops where one tells it to."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def code(self, document: Document) -> Coded:
        self.seen.append(document.path)
        if "stumble" in document.text:
            raise ValueError("two\nlines")
        if "interrupt" in document.text:
            raise KeyboardInterrupt
        if document.language not in coding.CODED:
            return Coded(document)
        found = tuple(told(document, m) for m in re.finditer("killed", document.text))
        return Coded(document, found, (None,) * len(found))


def told(document: Document, match: re.Match[str]) -> Statement:
    trigger = Span(match[0], match.start(), match.end())
    sentence = Span.cut(document.text, *sentence_of(document.text, match.start()))
    id_ = digest(document.id, "ASSAULT", trigger.start, trigger.end, 0)
    return Statement(id_, document.id, None, "event", "ASSAULT", trigger, sentence, rule="stub")


def sentence_of(text: str, at: int) -> tuple[int, int]:
    return text.rfind(".", 0, at) + 1, text.index(".", at) + 1


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stub]:
    made = Stub()
    monkeypatch.setattr(coding.Coder, "load", classmethod(lambda cls: made))
    monkeypatch.delenv("WATCHFLOOR_STORE", raising=False)
    monkeypatch.delenv("WATCHFLOOR_REVIEWER", raising=False)
    monkeypatch.chdir(tmp_path)
    working.coder.cache_clear()
    yield made
    working.coder.cache_clear()


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def add(*arguments: str, stdin: str | bytes | None = None) -> dict[str, Any]:
    """The summary of an `add` that leaves linking to others."""
    result = run("add", "--no-link", *arguments, stdin=stdin)
    assert result.exit_code in (0, 1), result.stderr
    return dict(json.loads(result.stdout))


def file(name: str, text: str = ENGLISH) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def lines(*records: object) -> str:
    return "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records)


def listed(command: str, *arguments: str) -> list[dict[str, Any]]:
    result = run(command, *arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def keys(*arguments: str) -> list[str]:
    return [d["key"] for d in listed("documents", *arguments)]


def dump(url: str = "sqlite:///watchfloor.db") -> list[str]:
    with Store.open(url) as store:
        return list(store.dump())


def test_what_is_known_is_not_coded_again(stub: Stub) -> None:
    file("notes/a.txt")
    file("notes/b.md", OTHER)
    assert add("notes") == {
        "new": 2, "changed": 0, "recoded": 0, "copies": 0, "unchanged": 0, "failed": 0, "statements": 2, "events": None,
    }  # fmt: skip
    before = dump()
    again = add("notes")
    assert (again["new"], again["unchanged"], again["statements"]) == (0, 2, 0)
    assert stub.seen == ["notes/a.txt", "notes/b.md"]
    assert dump() == before


def test_a_changed_file_is_a_new_version_of_one_document() -> None:
    add(file("a.txt"))
    assert add(file("a.txt", OTHER))["changed"] == 1
    assert [d["superseded"] for d in listed("documents")] == [False]
    assert sorted(d["superseded"] for d in listed("documents", "--all")) == [False, True]
    assert len(listed("statements")) == 1
    assert [s["superseded"] for s in listed("statements", "--all")].count(True) == 1


def test_one_text_in_two_places_is_a_copy() -> None:
    assert add(file("a.txt"), file("b.txt"))["copies"] == 1
    assert len(listed("documents")) == 1


def test_what_is_said_of_a_document_later_is_kept() -> None:
    add(file("a.txt"))
    assert add("a.txt", "--source", "ap", "--published", "2021-09-24")["recoded"] == 1
    assert add("a.txt", "--source", "ap")["unchanged"] == 1
    assert [(d["source"], d["published"]) for d in listed("documents")] == [("ap", "2021-09-24")]


LINES = lines(
    {"text": ENGLISH, "id": 7, "title": "One", "published": "2021-09-22", "source": "ap", "more": [1]},
    {"text": OTHER, "url": "https://example.org/2"},
    "",
    {"text": f"{OTHER} Again."},
)


def test_json_lines_hold_a_document_in_each_line(stub: Stub) -> None:
    assert add(file("more.jsonl", LINES), "--published", "2021-01-01")["new"] == 3
    found = {d["key"]: d for d in listed("documents")}
    unnamed = f"more.jsonl#{digest(f'{OTHER} Again.'.encode())}"
    assert found.keys() == {"https://example.org/2", "more.jsonl#7", unnamed}
    one = found["more.jsonl#7"]
    assert (one["title"], one["published"], one["source"], one["text"]) == ("One", "2021-09-22", "ap", ENGLISH)
    assert found["https://example.org/2"]["published"] == "2021-01-01"
    assert add("more.jsonl", "--published", "2021-01-01")["unchanged"] == 3
    assert len(stub.seen) == 3


@pytest.mark.parametrize(
    "published", ["2021-09-24", "2021-09-24T23:30:00+05:00", "Fri, 24 Sep 2021 10:00:00 GMT", "24 September 2021"]
)
def test_json_lines_tell_their_day_as_systems_write_it(published: str) -> None:
    file("more.jsonl", lines({"text": ENGLISH, "published": published, "source": "Reuters"}))
    assert add("more.jsonl")["new"] == 1
    (kept,) = listed("documents")
    assert (kept["published"], kept["source"]) == ("2021-09-24", "reuters")
    assert add("more.jsonl")["unchanged"] == 1


def test_json_lines_in_a_folder_and_from_standard_input() -> None:
    file("set/deep/more.ndjson", LINES)
    assert add("set")["new"] == 3
    assert add("-", "--jsonl", stdin=lines({"text": f"{ENGLISH} More.", "id": "x"}))["new"] == 1
    assert "-#x" in keys()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "cut off', "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"title": "No text"}', "no text"),
        ('{"text": "   "}', "no text"),
        ('{"text": 7}', "text is no string"),
        ('{"text": "a", "id": true}', "id is no string"),
        ('{"text": "a", "published": "3/4/2021"}', "not a date"),
        ('{"text": "a", "published": "2021-09"}', "not a date"),
        ('{"text": "a", "n": ' + "1" * 5000 + "}", "nobody can mean"),
        ("[" * 100_000, "nobody can mean"),
        (b'{"text": "\xff"}', "not UTF-8"),
        ("x" * 3000, "longer than"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_bad_line_is_one_error_and_the_others_are_kept(
    line: str | bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if told == "longer than":
        monkeypatch.setattr("watchfloor.documents.lines.MAX_LINE", 2000)
    bad = line if isinstance(line, bytes) else line.encode()
    Path("more.jsonl").write_bytes(lines({"text": ENGLISH}).encode() + bad + b"\n" + lines({"text": OTHER}).encode())
    result = run("add", "more.jsonl", "--no-link")
    assert result.exit_code == 1
    (said,) = result.stderr.splitlines()
    assert said.startswith("watchfloor: more.jsonl:2: ")
    assert told in said
    summary = json.loads(result.stdout)
    assert (summary["new"], summary["failed"]) == (2, 1)
    (ran,) = listed("runs")
    assert ran["failures"][0]["path"] == "more.jsonl:2"
    assert told in run("runs", "1", "--format", "table").stdout


def test_what_no_database_holds_is_replaced() -> None:
    add("-", "--jsonl", stdin='{"text": "' + ENGLISH.strip() + ' \\ud83d", "id": 1, "title": "a\\u0000b"}\n')
    (document,) = listed("documents")
    assert document["text"].endswith(" \ufffd")
    assert document["title"] == "a b"
    with Store.open("sqlite:///watchfloor.db") as store:
        assert store.known("-#1", document["id"], None, {"title": "a b"})


def test_two_texts_under_one_key_are_not_taken_for_versions_of_each_other() -> None:
    text = lines({"text": ENGLISH, "id": 1}, {"text": OTHER, "id": 1}, {"text": ENGLISH, "id": 1})
    result = run("add", file("more.jsonl", text), "--no-link")
    assert result.exit_code == 1
    assert "more.jsonl#1: another text than an earlier input has under more.jsonl#1" in result.stderr
    assert json.loads(result.stdout)["new"] == 1


def test_what_fails_is_told_and_noted_and_the_others_are_kept() -> None:
    result = run("add", "--no-link", "missing.pdf", file("a.txt"), file("s.txt", f"{ENGLISH} They stumble."))
    assert result.exit_code == 1
    missing, stumbling = result.stderr.splitlines()
    assert missing.startswith("watchfloor: missing.pdf: no such file")
    assert stumbling.startswith("watchfloor: s.txt: stopped at a fault of the program (ValueError: two)")
    assert keys() == ["a.txt"]
    (ran,) = listed("runs")
    assert [f["path"] for f in ran["failures"]] == ["missing.pdf", "s.txt"]
    assert (ran["command"], ran["documents"], ran["version"]) == ("add", 1, edition.edition())


def test_no_store_is_made_for_what_is_not_there() -> None:
    Path("empty").mkdir()
    result = run("add", "missing.pdf", "empty")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["missing.pdf", "empty"]
    assert json.loads(result.stdout)["failed"] == 2
    assert not Path("watchfloor.db").exists()
    assert run("add", "missing.pdf", file("a.txt"), "--no-link").exit_code == 1
    assert run("add", "missing.pdf").exit_code == 1
    assert [ran["failures"][0]["path"] for ran in listed("runs")] == ["missing.pdf"] * 2, "where there is one, noted"


def test_an_interruption_keeps_what_was_done(stub: Stub) -> None:
    first, second = file("a.txt"), file("b.txt", f"{OTHER} interrupt")
    result = run("add", first, second)
    assert result.exit_code == 130
    assert "stopped; what is kept stays" in result.stderr
    assert keys() == ["a.txt"]
    (ran,) = listed("runs")
    assert ran["finished"] is None
    assert "not finished" in run("runs", "--format", "table").stdout


def test_another_language_is_kept_with_a_warning() -> None:
    result = run("add", "--no-link", file("f.txt", FRENCH))
    assert (result.exit_code, result.stderr) == (0, "watchfloor: f.txt: in French, so it is kept and not coded\n")
    assert listed("documents")[0]["language"] == "fr"


def test_adding_links_what_is_new_and_link_what_is_left() -> None:
    first = json.loads(run("add", file("a.txt")).stdout)
    assert first["events"] == {"new": 1, "grown": 0}
    assert json.loads(run("add", "a.txt").stdout)["events"] == {"new": 0, "grown": 0}
    add(file("b.txt", OTHER))
    assert [s["event"] for s in listed("statements", "--text", "bus")] == [None]
    assert json.loads(run("link").stdout)["events"]["new"] == 1
    assert json.loads(run("link").stdout)["events"]["new"] == 0
    assert all(s["event"] for s in listed("statements"))


def test_linking_that_fails_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ArithmeticError("odd")

    monkeypatch.setattr(pipeline, "link", fail)
    result = run("add", file("a.txt"))
    assert result.exit_code == 1
    assert "linking stopped at a fault of the program (ArithmeticError: odd)" in result.stderr
    assert keys() == ["a.txt"]
    with Store.open("sqlite:///watchfloor.db") as store:
        assert store.unlinked()


def test_a_path_or_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    add(file("a.txt"), "--store", "other.db")
    assert not Path("watchfloor.db").exists()
    monkeypatch.setenv("WATCHFLOOR_STORE", "sqlite:///other.db")
    assert keys() == ["a.txt"]


@pytest.mark.parametrize("command", ["documents", "statements", "search bus", "runs", "link", "recode"])
def test_a_store_that_is_not_there(command: str) -> None:
    result = run(*command.split())
    assert result.exit_code == 2
    assert result.stderr.startswith("watchfloor: sqlite:///watchfloor.db: no such store")
    assert not Path("watchfloor.db").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add"], "name a file"),
        (["add", "more.jsonl", "--published", "24.9.2021"], "not a date"),
        (["statements", "--type", "ASAULT"], "ASSAULT"),
        (["documents", "--since", "yesterday"], "not a date"),
        (["documents", "--since", "2022", "--until", "2021-12"], "after"),
        (["runs", "17"], "no such run"),
        (["remove", "a.txt", "--reason", "x"], "say who you are"),
        (["remove", "a.txt", "--reason", " ", "--as", "ana"], "say why"),
        (["remove", "ffff", "--reason", "x", "--as", "ana"], "no document"),
        (["documents", "--store", "mysql://x/y"], "no store of the kind"),
    ],
)
def test_wrong_use(arguments: list[str], told: str) -> None:
    add(file("a.txt"))
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_one_url_describes_no_file_of_many_lines() -> None:
    result = run("add", file("more.jsonl", LINES), "--url", "https://example.org")
    assert result.exit_code == 1
    assert "url and title are those of one document" in result.stderr


def test_options_choose() -> None:
    add(file("a.txt"), "--published", "2021-09-24", "--source", "ap")
    add(file("b.txt", OTHER), "--published", "2021-10-03", "--source", "khovar")
    assert keys() == ["a.txt", "b.txt"]
    assert keys("--source", "Associated Press") == ["a.txt"]
    assert keys("--since", "2021-10") == ["b.txt"]
    assert keys("--until", "2021-09") == ["a.txt"]
    assert keys("--text", "bus") == ["b.txt"]
    assert keys("--type", "assault") == ["a.txt", "b.txt"]
    assert keys("--type", "CONSULT") == []
    assert [s["evidence"]["text"][:6] for s in listed("statements", "--source", "ap", "--source", "khovar")] == [
        "Gunmen", "A bomb",
    ]  # fmt: skip


def test_lists_for_people_and_spreadsheets() -> None:
    add(file("a.txt"), "--published", "2021-09-24")
    (statement,) = listed("statements")
    table = run("statements", "--format", "table").stdout
    assert statement["id"][:8] in table
    assert "ASSAULT" in table
    assert "24 Sep 2021" in run("documents", "--format", "table").stdout
    header, row = run("statements", "--format", "csv").stdout.splitlines()
    assert header.endswith("rule,event,superseded")
    assert row.startswith(statement["id"])
    run("documents", "--output", "out.csv")
    assert Path("out.csv").read_text(encoding="utf-8").startswith("id,key,path,")


def test_search_finds_words_in_documents_and_statements() -> None:
    add(file("a.txt"), file("b.txt", OTHER))
    assert [(h["kind"], "«" in h["excerpt"]) for h in listed("search", "BUS", "kunduz")] == [
        ("document", True), ("statement", True),
    ]  # fmt: skip
    assert listed("search", '"kunduz bus"') == []
    assert len(listed("search", "killing", "--limit", "1")) == 2
    assert "nothing found" in run("search", "zebra", "--format", "table").stdout


def test_recoding_goes_over_what_another_edition_coded(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    add(file("a.txt"), file("more.jsonl", LINES), "--source", "khovar")
    before = dump()
    assert json.loads(run("recode").stdout)["recoded"] == 0
    monkeypatch.setattr(edition, "edition", lambda: "9.9+00000000")
    monkeypatch.setattr(pipeline, "edition", lambda: "9.9+00000000")
    assert add("a.txt")["unchanged"] == 1, "only on demand"
    del stub.seen[:]
    Path("a.txt").unlink()
    result = run("recode", "--text", "Lahore")
    assert result.exit_code == 0, result.stderr
    summary = json.loads(result.stdout)
    assert (summary["recoded"], summary["unfit"]) == (1, []), "the line with the same text is that document"
    assert json.loads(run("recode").stdout)["recoded"] == 2
    assert json.loads(run("recode").stdout)["recoded"] == 0
    assert {d["coder"] for d in listed("documents")} == {"9.9+00000000"}
    texts = [json.loads(line.partition(" ")[2])["text"] for line in before if line.startswith("documents ")]
    assert sorted(d["text"] for d in listed("documents")) == sorted(texts)


def test_removing_leaves_a_trace_and_no_words() -> None:
    add(file("a.txt"), file("b.txt", OTHER))
    result = run("remove", "a.txt", "--reason", "withdrawn", "--as", "ana")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["key"] == "a.txt"
    assert keys() == ["b.txt"]
    assert not any("Gunmen" in line for line in dump())
    assert any("withdrawn" in line for line in dump())
    assert add("a.txt")["new"] == 1


def test_help_tells_the_exit_status() -> None:
    for command in ("add", "link", "documents", "statements", "search", "runs", "recode", "remove"):
        assert "Exit status" in run(command, "--help").stdout
