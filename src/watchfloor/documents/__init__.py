"""Files and pages to documents: text with its offsets, metadata, sections, language."""

from .errors import DocumentError
from .find import find
from .hints import Hints
from .manifest import check_day, read_manifest
from .read import read, read_bytes

__all__ = ["DocumentError", "Hints", "check_day", "find", "read", "read_bytes", "read_manifest"]
