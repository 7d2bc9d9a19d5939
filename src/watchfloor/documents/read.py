"""From bytes to a Document: the one way in for every format."""

import re
from collections.abc import Callable

from watchfloor.records import Document, digest

from .content import Content, Metadata
from .dates import day_in_name
from .docx import read_docx
from .errors import DocumentError
from .hints import Hints
from .html import read_html
from .language import detect_language
from .pdf import read_pdf
from .sniff import Kind, sniff
from .structure import read_structure
from .text import read_text

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
