"""From a path or bytes to a Document: the one way in for every format."""

import re
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import BinaryIO

from watchfloor.records import Document, digest

from .content import Content, Metadata
from .dates import day_in_name
from .docx import read_docx
from .errors import DocumentError
from .find import STANDARD_INPUT
from .hints import Hints
from .html import read_html
from .language import detect_language
from .pdf import read_pdf
from .sniff import READABLE, Kind, sniff
from .structure import read_structure
from .text import read_text

#: Bytes of an input. Reports with many pictures reach 30 MB; what is larger is an archive or a data dump.
MAX_BYTES = 50_000_000

#: Characters of a text: ten long books, which take about a gigabyte to parse.
MAX_CHARACTERS = 5_000_000

READERS: dict[Kind, Callable[[bytes, str], Content]] = {
    "text": read_text,
    "markdown": read_text,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
}


NO_HINTS = Hints()


def read(path: str, hints: Hints = NO_HINTS) -> Document:
    """The document at ``path`` ("-" is standard input), without citations; a DocumentError says why there is none."""
    if path == STANDARD_INPUT:
        data = _bounded(sys.stdin.buffer, path)
        return read_bytes(data, path, hints, key=f"stdin:{digest(data)}")
    return read_bytes(_file(path), PurePath(path).as_posix(), hints)


def read_bytes(data: bytes, path: str, hints: Hints = NO_HINTS, *, key: str | None = None) -> Document:
    """The document in ``data``; ``path`` is where it came from, for its key, its messages and the date in its name."""
    kind = sniff(data, path, path)
    content = READERS[kind](data, path)
    if len(content.text) > MAX_CHARACTERS:
        raise DocumentError(path, f"more than {MAX_CHARACTERS:,} characters of text", "split it")
    structure = read_structure(content, kind)
    said = Metadata(title=hints.title, published=hints.published)
    known = said.completed(structure.metadata).completed(content.metadata)
    published = known.published or day_in_name(path) or _created(content)
    return Document(
        id=digest(data),
        key=hints.url or key or path,
        path=path,
        url=hints.url,
        title=known.title,
        authors=known.authors,
        publication=known.publication,
        source=hints.source,
        volume=known.volume,
        issue=known.issue,
        published=published,
        language=detect_language(content.text),
        text=content.text,
        sections=structure.sections,
        furniture=structure.furniture,
    )


def _created(content: Content) -> str | None:
    """The day on which the file was made, where the text's own years do not speak against it.

    A file that was made again years later is no rarity, and a wrong year moves every date in the text.
    """
    if content.created is None:
        return None
    year = int(content.created[:4])
    years = {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", content.text)}
    return content.created if not years or {year, year - 1} & years else None


def _file(path: str) -> bytes:
    if Path(path).is_dir():
        raise DocumentError(path, "a folder with no readable file in it", READABLE)
    try:
        with Path(path).open("rb") as f:
            return _bounded(f, path)
    except FileNotFoundError as e:
        raise DocumentError(path, "no such file or folder", "check the path") from e
    except PermissionError as e:
        raise DocumentError(path, "may not be read", "check its permissions") from e
    except (OSError, ValueError) as e:
        raise DocumentError(path, f"cannot be opened ({getattr(e, 'strerror', None) or e})", "check the path") from e


def _bounded(stream: BinaryIO, path: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError(path, f"larger than {MAX_BYTES // 1_000_000} MB", "split it, or take the pictures out")
    return data
