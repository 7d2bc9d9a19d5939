"""What is given to be read: bytes, where they came from and what is said of them. Nothing has looked into them yet."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from watchfloor.records import Document, digest

from . import lines
from .errors import DocumentError
from .find import LINES, STANDARD_INPUT
from .hints import Hints
from .read import NO_HINTS, read_bytes
from .sniff import READABLE

#: Bytes of an input. Reports with many pictures reach 30 MB; what is larger is an archive or a data dump.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Input:
    """One document to be; ``key`` says which versions are one."""

    data: bytes
    path: str
    key: str
    hints: Hints = NO_HINTS

    @property
    def id(self) -> str:
        """The id of the document that it makes: the hash of its bytes."""
        return digest(self.data)

    def read(self) -> Document:
        """The document, without citations; a DocumentError says why there is none."""
        return read_bytes(self.data, self.path, self.hints, key=self.key)


def read(path: str, hints: Hints = NO_HINTS) -> Document:
    """The document at ``path`` ("-" is standard input), without citations; a DocumentError says why there is none."""
    return load(path, hints).read()


def load(path: str, hints: Hints = NO_HINTS) -> Input:
    """The bytes at ``path`` ("-" is standard input); a DocumentError says why there are none."""
    if path == STANDARD_INPUT:
        data = _bounded(sys.stdin.buffer, path)
        return Input(data, path, hints.url or f"stdin:{digest(data)}", hints)
    with _opened(path) as file:
        return Input(_bounded(file, path), path, hints.url or PurePath(path).as_posix(), hints)


def is_lines(path: str) -> bool:
    """The name says that each line of the file is a document, as JSON."""
    return PurePath(path).suffix.lower() in LINES


def load_all(wanted: Iterable[tuple[str, Hints]], *, as_lines: bool = False) -> Iterator[Input | DocumentError]:
    """Every document of these paths, and every reason why there is none; ``as_lines``: whatever their names say.

    Two inputs under one key are two versions of one document; where their bytes differ, the later one is an error,
    since nobody can tell which of them is newer.
    """
    seen: dict[str, str] = {}
    for path, hints in wanted:
        for given in load_lines(path, hints) if as_lines or is_lines(path) else _one(path, hints):
            if isinstance(given, Input):
                id_ = given.id
                if seen.setdefault(given.key, id_) != id_:
                    problem = f"another text than an earlier input has under {given.key}"
                    given = DocumentError(given.path, problem, "give them urls or ids of their own, or add it later")
            yield given


def expected(wanted: Sequence[tuple[str, Hints]], *, as_lines: bool = False) -> int:
    """About how many documents `load_all` will give: lines are counted, and not looked into."""
    return sum(_count(path) if as_lines or is_lines(path) else 1 for path, _ in wanted)


def load_lines(path: str, hints: Hints = NO_HINTS) -> Iterator[Input | DocumentError]:
    """The documents of a file of JSON Lines ("-" is standard input), or what is wrong with a line.

    What a line says of itself outranks ``hints``.
    """
    if hints.url or hints.title:
        yield DocumentError(path, "url and title are those of one document", "give them in its lines")
        return
    try:
        with _opened(path) as file:
            for place, line in lines.split(file, path):
                try:
                    yield _from_line(line, place, path, hints)
                except DocumentError as error:
                    yield error
    except DocumentError as error:
        yield error
    except OSError as error:
        yield _unreadable(path, error)


def _count(path: str) -> int:
    if path == STANDARD_INPUT:
        return 1
    try:
        with _opened(path) as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except (DocumentError, OSError):
        return 1


def _one(path: str, hints: Hints) -> Iterator[Input | DocumentError]:
    try:
        yield load(path, hints)
    except DocumentError as error:
        yield error


def _from_line(line: bytes | DocumentError, place: str, path: str, hints: Hints) -> Input:
    """A line as if its text were a file, named by its id, or where it has none by the text."""
    if isinstance(line, DocumentError):
        raise line
    said = lines.parse(line, place)
    data = said.text.encode()
    name = f"{PurePath(path).as_posix()}#{said.id or digest(data)}"
    known = replace(
        said.hints, published=said.hints.published or hints.published, source=said.hints.source or hints.source
    )
    return Input(data, name, known.url or name, known)


def _opened(path: str) -> BinaryIO:
    """The file, to read bytes from; a DocumentError says why it cannot be."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer
    if Path(path).is_dir():
        raise DocumentError(path, "a folder with no readable file in it", READABLE)
    try:
        return Path(path).open("rb")
    except FileNotFoundError as e:
        raise DocumentError(path, "no such file or folder", "check the path") from e
    except PermissionError as e:
        raise DocumentError(path, "may not be read", "check its permissions") from e
    except (OSError, ValueError) as e:
        raise _unreadable(path, e) from e


def _bounded(stream: BinaryIO, path: str) -> bytes:
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as e:
        raise _unreadable(path, e) from e
    if len(data) > MAX_BYTES:
        raise DocumentError(path, f"larger than {MAX_BYTES // 1_000_000} MB", "split it, or take the pictures out")
    return data


def _unreadable(path: str, error: Exception) -> DocumentError:
    return DocumentError(path, f"cannot be opened ({getattr(error, 'strerror', None) or error})", "check the path")
