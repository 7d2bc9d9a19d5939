"""A manifest: a CSV file that names many inputs and what is known about each."""

import csv
import io
from datetime import date
from pathlib import Path

from .errors import DocumentError
from .hints import Hints
from .text import decode

COLUMNS = ("path", "published", "source", "url", "title")

#: Bytes of a manifest that are read: a hundred thousand lines of a hundred characters, with room to spare.
MAX_BYTES = 20_000_000


def read_manifest(path: str) -> list[tuple[str, Hints]]:
    """Inputs with their hints, in the order of the lines. Paths are relative to the manifest; "path" alone is required.

    Strict: an unknown column, a line of another length, a path that is missing or named twice, or a date that is no
    ISO day raises a DocumentError with the line. Whether the files exist is for the reader to say.
    """
    rows = _rows(path)
    names = ", ".join(COLUMNS)
    header, first = rows[0] if rows else ([], 1)
    if "path" not in header:
        raise DocumentError(path, 'the manifest has no column "path"', f"name columns in its first line: {names}")
    unknown = [c for c in header if c not in COLUMNS]
    if unknown or len(set(header)) != len(header):
        problem = f'unknown column "{unknown[0]}"' if unknown else "a column is named twice"
        raise DocumentError(f"{path}:{first}", problem, f"columns are {names}")
    inputs: dict[str, Hints] = {}
    for values, line in rows[1:]:
        place = f"{path}:{line}"
        if len(values) != len(header):
            problem = f"{len(values)} fields where the header has {len(header)}"
            raise DocumentError(place, problem, "quote fields that hold commas")
        row = {c: v.strip() for c, v in zip(header, values, strict=True) if v.strip()}
        if "path" not in row:
            raise DocumentError(place, "the path is empty", "name a file")
        target = _beside(path, row.pop("path"))
        if target in inputs:
            raise DocumentError(place, f"{target} is named a second time", "keep one of the lines")
        inputs[target] = Hints(**row)
        check_day(inputs[target].published, place)
    return list(inputs.items())


def check_day(value: str | None, place: str) -> None:
    """Raise a DocumentError unless ``value`` is None or a day such as 2021-09-24."""
    try:
        if value is None or date.fromisoformat(value).isoformat() == value:
            return
    except ValueError:
        pass
    raise DocumentError(place, f'"{value}" is not a date', "write it as year-month-day, such as 2021-09-24")


def _rows(path: str) -> list[tuple[list[str], int]]:
    try:
        with Path(path).open("rb") as f:
            data = f.read(MAX_BYTES + 1)
    except OSError as e:
        raise DocumentError(path, f"the manifest cannot be opened ({e.strerror})", "check the path") from e
    if len(data) > MAX_BYTES:
        raise DocumentError(path, f"the manifest is larger than {MAX_BYTES:,} bytes", "split it")
    reader = csv.reader(io.StringIO(decode(data, path), newline=""), strict=True)
    rows = []
    try:
        for row in reader:
            if any(v.strip() for v in row):
                rows.append((row, reader.line_num))
    except csv.Error as e:
        raise DocumentError(f"{path}:{reader.line_num}", f"not a line of CSV ({e})", "check its quotes") from e
    return [([v.strip().lower() for v in rows[0][0]], rows[0][1]), *rows[1:]] if rows else []


def _beside(manifest: str, path: str) -> str:
    """``path`` as seen from here, in POSIX form."""
    return (Path(manifest).parent / path).as_posix()
