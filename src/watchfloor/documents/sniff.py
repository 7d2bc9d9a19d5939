"""Which reader a file needs, by its first bytes; its name decides only between text and Markdown."""

import codecs
import re
from pathlib import PurePath
from typing import Literal

from .errors import DocumentError

Kind = Literal["text", "markdown", "html", "pdf", "docx"]

#: Bytes in which the signature of a format has to show. PDF readers look for theirs in the first 1,024.
HEAD = 1024

#: Kinds of file that people do send, so that the message can name them.
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file", "save it as .docx without a password"),
    (b"{\\rtf", "a Rich Text file", "save it as .docx or plain text"),
    (b"\x89PNG\r\n\x1a\n", "an image", "run text recognition over it first"),
    (b"\xff\xd8\xff", "an image", "run text recognition over it first"),
    (b"GIF8", "an image", "run text recognition over it first"),
    (b"II*\0", "an image", "run text recognition over it first"),
    (b"MM\0*", "an image", "run text recognition over it first"),
    (b"\x1f\x8b", "a compressed archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a compressed archive", "unpack it first"),
    (b"BZh", "a compressed archive", "unpack it first"),
    (b"\xfd7zXZ\0", "a compressed archive", "unpack it first"),
)
ZIP = b"PK\x03\x04"
READABLE = "give text, Markdown, HTML, PDF or DOCX"

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown")

_HTML = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|article|section|div|p|h[1-6]|table|ul|ol|meta)[\s>]", re.IGNORECASE
)
_HTML_START = re.compile(rb"\s*<(?:[a-z!?])", re.IGNORECASE)

# Control characters that no text holds: all but tab, line feed, vertical tab, form feed, return, and escape.
_CONTROL = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})

#: Share of control bytes from which a file is binary. A stray NUL in a log does not make it so.
BINARY_SHARE = 0.005

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def sniff(data: bytes, name: str, place: str) -> Kind:
    """The kind of ``data``; a DocumentError where no reader takes it."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise DocumentError(place, "the file is empty", "check where it came from")
    for signature, what, remedy in SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(place, f"{what} cannot be read", remedy)
    if b"%PDF-" in data[:HEAD]:
        return "pdf"
    if data.startswith(ZIP):
        if b"word/" in data:
            return "docx"
        raise DocumentError(place, "a ZIP archive without a Word document cannot be read", "unpack it first")
    if data.startswith(_MARKS):
        return _plain(name)
    if len(data.translate(None, _CONTROL)) < (1 - BINARY_SHARE) * len(data):
        raise DocumentError(place, "a binary file of unknown kind cannot be read", READABLE)
    head = data[:HEAD].removeprefix(codecs.BOM_UTF8)
    if _HTML_START.match(head) and _HTML.search(data[: 8 * HEAD]):
        return "html"
    return _plain(name)


def _plain(name: str) -> Kind:
    return "markdown" if PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES else "text"
