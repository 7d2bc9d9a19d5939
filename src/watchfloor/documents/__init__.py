"""Files and pages to documents: text with its offsets, metadata, sections, language."""

from .errors import DocumentError
from .find import LINES, SUFFIXES, find
from .hints import Hints
from .inputs import Input, expected, load_all, read
from .manifest import check_day, read_manifest
from .read import read_bytes

__all__ = [
    "LINES",
    "SUFFIXES",
    "DocumentError",
    "Hints",
    "Input",
    "check_day",
    "expected",
    "find",
    "load_all",
    "read",
    "read_bytes",
    "read_manifest",
]
