"""The commands as a shell starts them."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from watchfloor import __version__
from watchfloor.cli.app import app

#: Too slow to import for a command that only says its name.
HEAVY = (
    "spacy",
    "onnxruntime",
    "numpy",
    "trafilatura",
    "pypdfium2",
    "pydantic",
    "watchfloor.coder",
    "watchfloor.store",
    "sqlalchemy",
    "duckdb",
    "pyarrow",
)

FRENCH = (
    "La police a arrêté deux hommes à Lahore mardi après un attentat contre un marché, selon les autorités locales."
)


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=120, check=False)


def test_version() -> None:
    result = python("-m", "watchfloor", "--version")
    assert (result.returncode, result.stdout) == (0, f"watchfloor {__version__}\n")


def test_help_and_version_import_nothing_heavy() -> None:
    code = "import sys, watchfloor.cli.app; print([m for m in sys.argv[1:] if m in sys.modules])"
    assert python("-c", code, *HEAVY).stdout == "[]\n"


@pytest.mark.parametrize("command", [[], ["read"], ["knowledge"], ["knowledge", "check"], ["knowledge", "show"]])
def test_help(command: list[str]) -> None:
    result = python("-m", "watchfloor", *command, "--help")
    assert result.returncode == 0
    assert "Usage: watchfloor" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--type", "ASSULT"], '--type: no type "ASSULT"; there is ASSAULT, CONSULT; see watchfloor events'),
        (["events", "--bogus"], "No such option: --bogus; see watchfloor events --help"),
        (["evnts"], "No such command 'evnts'"),
        (["event"], "Missing argument 'ID'; see watchfloor event --help"),
        (["runs", "x"], "RUN: Input should be a valid integer"),
        (["decide", "statement", "1", "--confirm", "--reject", "no"], "just one of --confirm, --reject"),
        (["events", "--since", "soon"], '--since: "soon" is not a date: write 2021-09-24, 2021-09 or 2021'),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"watchfloor: {told}")


def test_a_closed_pipe_is_no_news(tmp_path: Path) -> None:
    # Larger than a pipe's buffer, so that writing waits for a reader; in French, so that nothing has to be coded.
    large = tmp_path / "note.txt"
    large.write_text(f"{FRENCH}\n\n" * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "watchfloor", "read", str(large)]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert reader.stdout is not None and reader.stderr is not None
    reader.stdout.read(10)
    reader.stdout.close()
    told = reader.stderr.read().decode().splitlines()
    reader.stderr.close()
    assert len(told) == 1
    assert "in French" in told[0]
    reader.wait(timeout=60)
