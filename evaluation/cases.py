"""References beside what is coded in their documents, both as JSON objects."""

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from watchfloor.coder import Coder
from watchfloor.documents import Hints, read, read_manifest
from watchfloor.records import to_dict

Json = dict[str, Any]
"""A record, as docs/record.md tells, or a reference, as the guidelines beside the scorer tell."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its reference file, its document record, its statement records."""

    reference: Json
    document: Json
    statements: tuple[Json, ...]

    @property
    def name(self) -> str:
        """The name of its text file."""
        return str(self.reference["document"])

    @property
    def dated(self) -> bool:
        """Whether times can be scored: dates in the text are resolved against a day."""
        return bool(self.reference.get("published") or self.reference.get("read_as"))


def code(folder: Path, coder: Coder) -> tuple[Case, ...]:
    """Read and code the document of every ``*.gold.json`` in a folder; raises ValueError where there is none.

    What is known of a document is said by the folder's manifest.csv, or else by its reference.
    """
    manifest = folder / "manifest.csv"
    known = dict(read_manifest(str(manifest))) if manifest.exists() else {}
    cases = []
    for path in sorted(folder.glob("*.gold.json")):
        reference = json.loads(path.read_text(encoding="utf-8"))
        source = (folder / reference["document"]).as_posix()
        document = read(source, known.get(source, Hints(published=reference.get("published"))))
        coded = coder.code(document)
        cases.append(Case(reference, to_dict(coded.document), tuple(map(to_dict, coded.statements))))
    if not cases:
        raise ValueError(f"no *.gold.json in {folder}")
    return tuple(cases)


def together(data: Path, gold: Path, split: str, coder: Coder) -> tuple[Case, ...]:
    """The documents of GOLD and the hand-coded documents of DATA."""
    return of_gold(gold, coder) + of_statements(data, gold, split, coder)


@cache
def of_gold(gold: Path, coder: Coder) -> tuple[Case, ...]:
    """The documents of GOLD; several measures look at them, so they are coded once."""
    return code(gold, coder)


@cache
def of_statements(data: Path, gold: Path, split: str, coder: Coder) -> tuple[Case, ...]:
    """The hand-coded documents of DATA/statements, unpacked by GOLD's own program; coded once as well."""
    with TemporaryDirectory() as folder:
        source = data / "statements" / f"{split}.jsonl"
        subprocess.run([sys.executable, gold / "unpack.py", source, folder], check=True)
        return code(Path(folder), coder)
