"""Plain text: bytes to characters, with nothing else touched, so that offsets are offsets into the file."""

import codecs

from .content import Content
from .errors import DocumentError

# Longest mark first: the one of UTF-16 opens that of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Share of bytes above ASCII up to which text in no Unicode encoding is taken for Windows-1252: Western text has some
#: curly quotes and accents, while in the 8-bit encodings of other scripts most letters lie there.
WESTERN_SHARE = 0.10

#: Share of valid multi-byte characters among those above ASCII from which broken UTF-8 is damaged UTF-8 and not
#: another encoding, in which such sequences are rare by chance.
UTF8_SHARE = 0.5


def read_text(data: bytes, place: str) -> Content:
    """The decoded text, line ends as they stand. NUL, which databases refuse, becomes a space: offsets stay."""
    return Content(decode(data, place).replace("\0", " "))


def decode(data: bytes, place: str) -> str:
    """Characters of ``data`` by byte-order mark, as UTF-8, or by statistics. The mark is left out."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as e:
                problem = f"marked as {encoding.upper()}, but not so encoded"
                raise _undecodable(place, problem, len(mark) + e.start) from e
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        return _by_statistics(data, place, e.start)


def _by_statistics(data: bytes, place: str, first_error: int) -> str:
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(c > "\x7f" for c in repaired) - broken
    if whole > UTF8_SHARE * (whole + broken):
        raise _undecodable(place, "damaged UTF-8", first_error)
    high = [b for b in data if b > 0x7F]
    if len(high) <= WESTERN_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # five bytes mean nothing in Windows-1252
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise _undecodable(place, "text in an unknown encoding", first_error)
    return str(best)


def _undecodable(place: str, problem: str, offset: int) -> DocumentError:
    return DocumentError(place, f"{problem} (first bad byte at {offset:,})", "save it as UTF-8")
