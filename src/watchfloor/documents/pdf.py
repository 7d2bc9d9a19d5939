"""PDF files, by pypdfium2: pages to lines, lines to paragraphs, without running heads, feet and page numbers."""

import re
from typing import Any

from .blocks import Builder
from .content import Content, Metadata
from .dates import iso_day
from .errors import DocumentError
from .pdf_lines import Line, page_segments, reading_order
from .pdf_margins import without_margins
from .pdf_paragraphs import pdf_paragraphs

#: Pages of a file; the longest reports have under 1,000, and every page costs time even when it is blank.
MAX_PAGES = 2_000

#: Characters of text; see the same bound for all formats. Counted page by page, so that reading stops there.
MAX_CHARACTERS = 5_000_000

#: Letters on a page, on average, below which a file of pictures has no text layer worth the name.
SCANNED_LETTERS = 10

#: Bytes at the end in which the mark of the end is looked for. Readers look in 1,024; some files have more behind it.
TAIL = 65_536

#: Titles that programs write on their own.
_NO_TITLE = re.compile(
    r"untitled.*|.*\.(?:docx?|indd|pdf|pptx?|rtf|odt|qxp|pages)|microsoft (?:word|powerpoint).*"
    r"|\(?(?:anonymous|unspecified)\)?|document\d*|[\d_.-]+",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"\(?(?:anonymous|unspecified|unknown)\)?|admin.*|user\d*|.*\buser", re.IGNORECASE)


def read_pdf(data: bytes, place: str) -> Content:
    """Paragraphs in reading order, set off by an empty line."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as e:
        if "password" in str(e).lower():
            raise DocumentError(place, "an encrypted PDF", "save it without a password") from e
        raise DocumentError(place, "a damaged or truncated PDF", "fetch or save it again") from e
    try:
        if b"%%EOF" not in data[-TAIL:]:
            raise DocumentError(place, "a truncated PDF (its end is missing)", "fetch it again")
        if len(document) > MAX_PAGES:
            raise DocumentError(place, f"a PDF of more than {MAX_PAGES:,} pages", "split it")
        pages = _pages(document, place)
        metadata, created = _properties(document)
    finally:
        document.close()
    pages, margins = without_margins(pages)
    text = Builder()
    for words, role in pdf_paragraphs([line for page in pages for line in reading_order(page)]):
        text.add(words, role)
    return Content(text.text, tuple(text.headings), tuple(text.furniture), metadata, margins, created)


def _pages(document: Any, place: str) -> list[list[Line]]:
    import pypdfium2

    pages: list[list[Line]] = []
    characters = letters = 0
    for number in range(len(document)):
        try:
            lines = page_segments(document[number], number)
        except pypdfium2.PdfiumError as e:
            raise DocumentError(place, f"page {number + 1} of the PDF is damaged", "fetch or save it again") from e
        characters += sum(len(line.text) for line in lines)
        letters += sum(c.isalpha() for line in lines for c in line.text)
        if characters > MAX_CHARACTERS:
            raise DocumentError(place, f"more than {MAX_CHARACTERS:,} characters of text", "split it")
        pages.append(lines)
    if letters < SCANNED_LETTERS * max(len(pages), 1):
        raise DocumentError(place, "a PDF without text (a scan?)", "run text recognition over it first")
    return pages


def _properties(document: Any) -> tuple[Metadata, str | None]:
    values = {k: " ".join(v.split()) for k, v in document.get_metadata_dict(skip_empty=True).items()}
    title, author = values.get("Title"), values.get("Author", "")
    if title and _NO_TITLE.fullmatch(title):
        title = None
    people = "" if _NO_AUTHOR.fullmatch(author) else author
    authors = tuple(a.strip() for a in re.split(r"[;,]| and ", people) if a.strip())
    stamp = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", values.get("CreationDate", ""))
    return Metadata(title=title, authors=authors), iso_day("-".join(stamp.groups())) if stamp else None
