"""Word documents: paragraphs, headings and tables in the order of the page, opened by python-docx."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from .blocks import Builder
from .content import Content, Metadata
from .dates import iso_day
from .errors import DocumentError

#: Bytes that an archive may unpack to, all parts together; a report with pictures stays below 100 MB.
MAX_UNPACKED = 200_000_000

#: Bytes of one XML part; the text of ten books with all its markup stays below.
MAX_XML = 60_000_000

#: Parts of an archive; a report has one for each picture and a few dozen more.
MAX_PARTS = 10_000

#: How far a part may unpack. XML shrinks to a tenth, seldom to a fiftieth; a bomb to a thousandth.
MAX_RATIO = 200
RATIO_FROM = 1_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PIECES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}

#: The day on which python-docx's own template was made stands in every file that it made and nobody changed.
TEMPLATE_DAY = "2013-12-23"


def read_docx(data: bytes, place: str) -> Content:
    """Paragraphs set off by an empty line; rows of a table as lines with " | " between the cells."""
    _check_archive(data, place)
    import docx
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(data))
        text = Builder()
        for words, role in _blocks(document):
            text.add(words, role)
        metadata, created = _properties(document)
        margins = tuple(dict.fromkeys(_margins(document)))
    except (KeyError, ValueError, AttributeError, OSError, zipfile.BadZipFile, etree.LxmlError, RuntimeError) as e:
        raise DocumentError(place, "a damaged Word document", "open it in Word and save it again") from e
    if not text.text:
        raise DocumentError(place, "the Word document holds no text", "if it holds scans, run text recognition first")
    return Content(text.text, tuple(text.headings), tuple(text.furniture), metadata, margins, created)


def _check_archive(data: bytes, place: str) -> None:
    """Refuse what would not fit into memory, by the sizes that the archive states, before any of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as e:
        raise DocumentError(place, "a damaged or truncated Word document", "fetch or save it again") from e
    if any(p.flag_bits & 1 for p in parts):
        raise DocumentError(place, "an encrypted Word document", "save it without a password")
    large = any(p.file_size > MAX_XML and p.filename.endswith((".xml", ".rels")) for p in parts)
    bomb = any(p.file_size > RATIO_FROM and p.file_size > MAX_RATIO * max(p.compress_size, 1) for p in parts)
    if large or bomb or len(parts) > MAX_PARTS or sum(p.file_size for p in parts) > MAX_UNPACKED:
        raise DocumentError(place, "a Word document that unpacks to far too much", "split it, or save it again")


def _blocks(document: Any) -> Iterator[tuple[str, Any]]:
    """Text and role of every paragraph and table row; text in boxes, links, insertions and controls is taken too."""
    body = document.element.body
    tables = {row for row in body.iter(f"{_W}tr") if _is_row(row)}
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue  # the same text again, for old versions of Word
        cells = next(element.iterancestors(f"{_W}tr"), None)
        if element.tag == f"{_W}tr":
            if cells is None and element in tables:
                texts = (" ".join(_words(p) for p in cell.iter(f"{_W}p")) for cell in element.iter(f"{_W}tc"))
                yield " | ".join(" ".join(t.split()) for t in texts if t.strip()), "prose"
        elif cells is None or list(element.iterancestors(f"{_W}tr"))[-1] not in tables:
            yield _words(element), _role(element, document)


def _is_row(row: Any) -> bool:
    """True where a row has several cells with text: a single one is a box round prose."""
    filled = [c for c in row.iter(f"{_W}tc") if any(_words(p).strip() for p in c.iter(f"{_W}p"))]
    return len(filled) > 1


def _words(paragraph: Any) -> str:
    """The text of ``paragraph`` alone: what stands in a box inside it is a paragraph of its own."""
    pieces = []
    for node in paragraph.iter(f"{_W}t", *_PIECES):
        if next(node.iterancestors(f"{_W}p")) is paragraph:
            pieces.append(_PIECES.get(node.tag, node.text or ""))
    return "".join(pieces)


def _role(paragraph: Any, document: Any) -> str:
    from docx.text.paragraph import Paragraph

    name = (Paragraph(paragraph, document).style.name or "").lower()  # type: ignore[union-attr]
    if name.startswith("heading") or name in ("title", "subtitle"):
        return "heading"
    if name == "caption":
        return "caption"
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return "item" if numbered or name.startswith("list") else "prose"


def _properties(document: Any) -> tuple[Metadata, str | None]:
    core = document.core_properties
    authors = tuple(a.strip() for a in (core.author or "").split(";") if a.strip() and a.strip() != "python-docx")
    created = iso_day(core.created.date().isoformat()) if core.created else None
    return Metadata(title=core.title.strip() or None, authors=authors), None if created == TEMPLATE_DAY else created


def _margins(document: Any) -> Iterator[str]:
    """Lines of page heads and feet."""
    for section in document.sections:
        for margin in (section.header, section.footer):
            for paragraph in margin.paragraphs:
                if words := " ".join(paragraph.text.split()):
                    yield words
