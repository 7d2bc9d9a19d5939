"""The command `read`: inputs, formats, failures, exit status. What the rules find is tested elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from watchfloor import coder as coding
from watchfloor.cli.app import app
from watchfloor.cli.formats import Format, usual
from watchfloor.coder import Coded
from watchfloor.knowledge import Fault, KnowledgeError
from watchfloor.records import Document

ENGLISH = "Police arrested two men in Lahore on Tuesday after a bomb attack on a market, officials said.\n"
FRENCH = (
    "La police a arrêté deux hommes à Lahore mardi après un attentat contre un marché, selon les autorités locales.\n"
)


class Stub:
    """Codes nothing, and stops where a document tells it to."""

    def code(self, document: Document) -> Coded:
        if "stumble" in document.text:
            raise ValueError("two\nlines")
        if "interrupt" in document.text:
            raise KeyboardInterrupt
        return Coded(document)


@pytest.fixture(autouse=True)
def coder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(coding.Coder, "load", classmethod(lambda cls: Stub()))
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *arguments], input=stdin)


def file(name: str, text: str = ENGLISH) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def paths(result: Result) -> list[str]:
    return [r["path"] for r in records(result)]


def test_a_pipe_gets_json_lines() -> None:
    result = run(file("a.txt"))
    assert (result.exit_code, result.stderr) == (0, "")
    (document,) = records(result)
    assert (document["record"], document["path"], document["text"]) == ("document", "a.txt", ENGLISH)


def test_files_folders_and_standard_input_together() -> None:
    file("notes/b.txt")
    file("notes/deep/c.md")
    file("notes/picture.png")
    result = run("notes", "-", file("a.txt"), "a.txt", stdin=ENGLISH)
    assert result.exit_code == 0
    assert paths(result) == ["notes/b.txt", "notes/deep/c.md", "-", "a.txt"]


@pytest.mark.parametrize(
    ("output", "on_screen", "expected"),
    [
        (None, True, Format.TABLE),
        (None, False, Format.JSONL),
        ("out.csv", False, Format.CSV),
        ("out.json", False, Format.JSON),
        ("out.dat", False, Format.JSONL),
        ("out", False, Format.JSONL),
    ],
)
def test_the_usual_format(output: str | None, on_screen: bool, expected: Format) -> None:
    assert usual(Path(output) if output else None, on_screen=on_screen) is expected


def test_what_fails_gets_one_line_and_the_others_are_read() -> None:
    file("stumbling.txt", f"{ENGLISH} They stumble.")
    result = run("missing.pdf", file("a.txt"), file("empty.txt", ""), "stumbling.txt", file("z.txt"))
    assert result.exit_code == 1
    assert paths(result) == ["a.txt", "z.txt"]
    missing, empty, stumbling = result.stderr.splitlines()
    assert missing.startswith("watchfloor: missing.pdf: no such file")
    assert empty.startswith("watchfloor: empty.txt: ")
    assert stumbling == (
        "watchfloor: stumbling.txt: stopped at a fault of the program (ValueError: two); please report it"
    )


def test_faulty_knowledge_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Stub:
        raise KnowledgeError([Fault("actors/states.yaml", 7, "unknown key 'colour'")])

    monkeypatch.setattr(coding.Coder, "load", classmethod(lambda cls: fail()))
    result = run(file("a.txt"), file("b.txt"), "--output", "out.jsonl")
    assert result.exit_code == 2
    assert result.stderr == "watchfloor: actors/states.yaml:7: unknown key 'colour'\n"
    assert not Path("out.jsonl").exists()


def test_a_document_in_another_language_is_kept_with_a_warning() -> None:
    result = run(file("f.txt", FRENCH * 3))
    assert result.exit_code == 0
    assert result.stderr == "watchfloor: f.txt: in French, so it is kept and not coded\n"
    assert records(result)[0]["language"] == "fr"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name a file"),
        (["a.txt", "--published", "24.9.2021"], "not a date"),
        (["a.txt", "--published", "2021-02-30"], "not a date"),
        (["a.txt", "--format", "xml"], "xml"),
        (["a.txt", "b.txt", "--title", "Two"], "describes one"),
        (["a.txt", "b.txt", "--url", "example.org"], "describes one"),
        (["a.txt", "--explain", "--format", "csv"], "people"),
        (["--manifest", "missing.csv"], "manifest"),
        (["a.txt", "--output", "missing/out.jsonl"], "cannot be written"),
        (["a.txt", "--colour"], "No such option"),
    ],
)
def test_wrong_use(arguments: list[str], told: str) -> None:
    file("a.txt")
    file("b.txt")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_options_describe_the_inputs() -> None:
    result = run(file("a.txt"), "--published", "2021-09-24", "--source", "ap", "--url", "example.org/1", "--title", "T")
    (document,) = records(result)
    described = {name: document[name] for name in ("published", "source", "url", "title", "key")}
    assert described == {
        "published": "2021-09-24",
        "source": "ap",
        "url": "example.org/1",
        "title": "T",
        "key": "example.org/1",
    }


def test_a_date_may_describe_several_inputs() -> None:
    result = run(file("a.txt"), file("b.txt"), "--published", "2021-09-24")
    assert [d["published"] for d in records(result)] == ["2021-09-24"] * 2


def test_a_manifest_describes_inputs_and_names_more() -> None:
    file("set/a.txt")
    file("set/b.txt")
    file("set/list.csv", "path,published,title\nb.txt,2020-01-02,B\na.txt,,A\n")
    result = run("set/a.txt", "--manifest", "set/list.csv", "--published", "2021-09-24")
    assert [(d["path"], d["published"], d["title"]) for d in records(result)] == [
        ("set/a.txt", "2021-09-24", "A"),
        ("set/b.txt", "2020-01-02", "B"),
    ]


def test_output_goes_to_a_file() -> None:
    result = run(file("a.txt"), "--output", "out.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [r["path"] for r in json.loads(Path("out.json").read_text(encoding="utf-8"))] == ["a.txt"]


def test_a_file_is_not_replaced_by_nothing() -> None:
    file("out.jsonl", "before")
    assert run("missing.txt", "--output", "out.jsonl").exit_code == 1
    assert Path("out.jsonl").read_text(encoding="utf-8") == "before"


def test_an_interruption_leaves_nothing_behind() -> None:
    result = run(file("a.txt"), file("b.txt", f"{ENGLISH} interrupt"), "--output", "out.jsonl")
    assert result.exit_code == 130
    assert result.stderr == ""
    assert sorted(p.name for p in Path.cwd().iterdir()) == ["a.txt", "b.txt"]


def test_no_bar_where_there_is_no_screen() -> None:
    assert run(*(file(f"{n}.txt") for n in range(6))).stderr == ""
