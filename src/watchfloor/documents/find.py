"""Which files an input means."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

#: Endings under which a folder's files are taken. A file that is named itself is read whatever it is called.
SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"))

#: Endings of files in which each line is a document.
LINES = frozenset((".jsonl", ".ndjson"))

STANDARD_INPUT = "-"


def find(inputs: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> list[str]:
    """Paths to read, in the order given, each once; a folder gives all readable files below it in sorted order.

    Hidden files and folders are passed over, and so are links to folders, which may lead round in circles. What does
    not exist, and a folder with nothing readable in it, stay in the list: reading them says so.
    """
    found: dict[str, None] = {}
    for given in inputs:
        folder = Path(given)
        inside = _readable(folder, suffixes) if given != STANDARD_INPUT and folder.is_dir() else []
        found.update(dict.fromkeys(inside or [given]))
    return list(found)


def _readable(folder: Path, suffixes: Collection[str]) -> list[str]:
    files = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        files += [Path(parent, n) for n in names if not n.startswith(".") and Path(n).suffix.lower() in suffixes]
    return [f.as_posix() for f in sorted(files, key=lambda f: f.parts)]
