"""The import contracts hold, and each of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "watchfloor"

LAYERS = "Imports go downwards only"

#: Contract, module that must not import, what it must not import.
BAD_IMPORTS = [
    (LAYERS, "records/statement.py", "watchfloor.knowledge"),
    (LAYERS, "documents/find.py", "watchfloor.resolution"),
    (LAYERS, "pipeline.py", "watchfloor.cli"),
    (LAYERS, "coder.py", "watchfloor.store"),
    ("spaCy stays in language and extraction", "resolution/__init__.py", "spacy"),
    ("The model's runtime stays in language", "extraction/__init__.py", "onnxruntime"),
    ("File formats stay in documents", "pipeline.py", "trafilatura"),
    ("Checked models stay at the edges", "records/statement.py", "pydantic"),
    ("The terminal stays in cli", "documents/find.py", "rich"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts over the package in ``folder``/src, with the configuration of this project."""
    return subprocess.run(
        [
            Path(sys.executable).with_name("lint-imports"),
            "--no-cache",
            "--no-logo",
            "--config",
            folder / "pyproject.toml",
        ],
        cwd=folder / "src",
        env={"PYTHONPATH": str(folder / "src"), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources of the package, to be spoiled."""
    for source in PACKAGE.rglob("*.py"):
        target = tmp_path / "src" / "watchfloor" / source.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(("contract", "module", "imported"), BAD_IMPORTS)
def test_a_bad_import_breaks_its_contract(copy: Path, contract: str, module: str, imported: str) -> None:
    spoiled = copy / "src" / "watchfloor" / module
    spoiled.write_text(f"{spoiled.read_text(encoding='utf-8')}\nimport {imported}\n", encoding="utf-8")
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in result.stdout


def test_a_new_room_must_find_its_layer(copy: Path) -> None:
    (copy / "src" / "watchfloor" / "attic").mkdir()
    (copy / "src" / "watchfloor" / "attic" / "__init__.py").write_text('"""Nobody said where this belongs."""\n')
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr


def test_no_module_is_named_for_nothing_in_particular() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "misc", "common", "manager"}
    assert [p for p in PACKAGE.rglob("*.py") if p.stem in empty_names or p.parent.name in empty_names] == []
