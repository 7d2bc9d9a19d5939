"""Documentation that can fail: what it says of commands, options, fields and rooms is so, and nothing is left out."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
import typer
from typer.testing import CliRunner

from watchfloor import __version__, records
from watchfloor.cli.app import app
from watchfloor.cli.documents import CELLS as DOCUMENT_CELLS
from watchfloor.cli.flat import COLUMNS
from watchfloor.cli.formats import Format
from watchfloor.records.encoding import RENAMED

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(command: object, *names: str) -> dict[str, list[str]]:
    """Every command that does something, with its long options."""
    inner = getattr(command, "commands", None)
    found = {name: told for key, each in (inner or {}).items() for name, told in commands(each, *names, key).items()}
    if inner and not (names and command.invoke_without_command):  # type: ignore[attr-defined]
        return found
    options = [o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"]  # type: ignore[attr-defined]
    return {**found, " ".join(names): options}


KNOWN = commands(typer.main.get_command(app))


def section(text: str, heading: str) -> str:
    """What stands under a second-level heading; empty where there is none."""
    match = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return match[1] if match else ""


def listed(text: str, heading: str) -> list[str]:
    """The first column of the tables of a section, without backquotes."""
    return re.findall(r"^\| `([^`]+)`", section(text, heading), re.MULTILINE)


@pytest.mark.parametrize("command", KNOWN)
def test_every_command_and_option_is_documented(command: str) -> None:
    page = section(COMMANDS, f"watchfloor {command}")
    assert page, f"{command} has no section"
    told = {name.split()[0] for name in listed(COMMANDS, f"watchfloor {command}")}
    assert told == set(KNOWN[command])


def test_every_format_is_documented() -> None:
    told = re.findall(r"`--format (\w+)`", section(COMMANDS, "watchfloor read"))
    assert sorted(set(told)) == sorted(Format)


def test_only_commands_that_exist_are_documented() -> None:
    assert set(re.findall(r"^## watchfloor (.+)$", COMMANDS, re.MULTILINE)) == set(KNOWN)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_use_commands_and_options_that_exist(page: Path) -> None:
    for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for line in re.findall(r"^(?:\$ )?(?:\S+/)?watchfloor (.+)$", block, re.MULTILINE):
            known = next((name for name in KNOWN if line.startswith(name)), None)
            assert known or line.startswith("--version"), f"no such command: watchfloor {line}"
            assert set(re.findall(r"--[a-z-]+", line)) <= {*KNOWN.get(known or "", ()), "--version", "--help"}, line


@pytest.mark.parametrize(
    "noun",
    [
        records.Document,
        records.Section,
        records.Citation,
        records.Statement,
        records.Span,
        records.Participant,
        records.Place,
        records.Time,
        records.Attribution,
        records.Speaker,
        records.Voice,
        records.Quantity,
        records.Instrument,
        records.Event,
        records.When,
        records.Site,
        records.Party,
        records.Toll,
        records.Count,
        records.Claim,
        records.Dispute,
        records.Side,
        records.Report,
        records.Origin,
        records.Decision,
        records.Anchor,
        records.Rating,
        records.Profile,
        records.Fact,
        records.Activity,
    ],
)
def test_every_field_is_documented_in_its_order(noun: type) -> None:
    names = [RENAMED.get(f.name, f.name) for f in fields(noun)]
    if noun in (records.Document, records.Statement, records.Event, records.Decision, records.Rating, records.Profile):
        names.insert(0, "record")
    assert listed(RECORD, noun.__name__.lower()) == names


@pytest.mark.parametrize(
    ("noun", "field", "values"),
    [
        ("statement", "kind", records.Kind),
        ("statement", "modality", records.Modality),
        ("statement", "polarity", records.Polarity),
        ("statement", "stance", records.Stance),
        ("place", "precision", records.PlacePrecision),
        ("time", "precision", records.TimePrecision),
        ("voice", "role", records.Role),
        ("event", "status", records.Status),
        ("when", "known", records.TimeKnown),
        ("site", "known", records.PlaceKnown),
        ("party", "known", records.PartyKnown),
        ("report", "says", records.Says),
        ("decision", "action", records.Action),
        ("decision", "scope", records.Scope),
        ("rating", "reliability", records.Reliability),
    ],
)
def test_every_value_is_documented(noun: str, field: str, values: object) -> None:
    row = re.search(rf"^\| `{field}` \|(.*)\|$", section(RECORD, noun), re.MULTILINE)
    assert row
    assert set(re.findall(r"`([\w-]+)`", row[1])) == set(get_args(values))


def test_every_column_is_documented_in_its_order() -> None:
    assert listed(RECORD, "Rows of a spreadsheet") == list(COLUMNS)
    assert listed(RECORD, "Rows of documents") == list(DOCUMENT_CELLS)


def test_every_target_that_pages_name_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    for page in PAGES:
        named = set(
            re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)\b(?=`|$|\s+#)", page.read_text(encoding="utf-8"), re.MULTILINE)
        )
        assert named <= targets, page.name


def test_every_room_is_on_the_plan() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {p.parent.name for p in (ROOT / "src" / "watchfloor").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"^\| `(\w+)/` ", plan, re.MULTILINE))


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_changelog_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog or "## [Unreleased]" in changelog


def test_help_tells_the_exit_status() -> None:
    assert "Exit status" in CliRunner().invoke(app, ["read", "--help"]).stdout
