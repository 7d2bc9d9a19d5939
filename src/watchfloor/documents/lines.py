"""JSON Lines: one document a line, an object with `text` and, where they are known, what else is said of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from .dates import iso_day
from .errors import DocumentError
from .hints import Hints

#: Bytes of a line. Its text may be as long as that of a file; escapes can make six bytes of one.
MAX_LINE = 50_000_000

FIELDS = "each line is an object with text and, where known, title, published, url, source, id"


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says. ``id`` is whatever names the document in the system that it comes from."""

    text: str
    id: str | None
    hints: Hints


def split(file: BinaryIO, place: str) -> Iterator[tuple[str, bytes | DocumentError]]:
    """The lines that hold something, each with its place: path and number. One that is too long is an error."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        here = f"{place}:{number}"
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE)
            yield here, DocumentError(here, f"longer than {MAX_LINE // 1_000_000} MB", "split the text")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield here, line


def parse(line: bytes, place: str) -> Line:
    """Read a line; fields that are not ours are passed over. A DocumentError says what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise DocumentError(place, f"not UTF-8 (first bad byte at {e.start:,} of the line)", "save it as UTF-8") from e
    except json.JSONDecodeError as e:
        raise DocumentError(place, f"not JSON ({e.msg.removesuffix(' at')} at {e.pos:,} of the line)", FIELDS) from e
    except (ValueError, RecursionError) as e:
        raise DocumentError(place, "JSON that nobody can mean: a number too long or too many brackets", FIELDS) from e
    if not isinstance(record, dict):
        raise DocumentError(place, "not a JSON object", FIELDS)
    text = _said(record, "text", place)
    if text is None:
        raise DocumentError(place, "no text", FIELDS)
    said = {name: _said(record, name, place) for name in ("source", "url", "title")}
    return Line(text, _said(record, "id", place), Hints(published=_day(record, place), **said))


def _day(record: dict[str, Any], place: str) -> str | None:
    """The day of publication: systems write moments ("2021-09-24T10:00:00Z", "Fri, 24 Sep 2021 10:00:00 GMT")."""
    said = _said(record, "published", place)
    day = iso_day(said) if said else None
    if said and not day:
        raise DocumentError(place, f'"{said}" is not a date', "write it as 2021-09-24 or 2021-09-24T10:00:00Z")
    return day


def _said(record: dict[str, Any], name: str, place: str) -> str | None:
    """The string under a name, None where there is none; half a character, as in cut texts, and NUL are replaced."""
    value = record.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(place, f"{name} is no string", FIELDS)
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", " ")
    return whole if whole.strip() else None
