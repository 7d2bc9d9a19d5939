"""Where output goes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """A stream to write UTF-8 to. A file keeps its old content until the block has ended without an exception.

    Raises OSError where the file cannot be made.
    """
    if path is None:
        yield standard_output()
    elif path.exists() and not path.is_file():
        # A device or a named pipe is written to as it is: renaming over it would replace it.
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out
    else:
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def standard_output() -> TextIO:
    r"""Standard output; a pipe gets UTF-8 and plain line ends whatever the locale.

    A lone surrogate, which no UTF-8 can hold, is written as ``\udc80``: in JSON that is the character itself.
    """
    if not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout
