"""Files of every kind, made on the spot."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

PROSE = (
    "Gunmen attacked a checkpoint near the town of Kunduz on Monday, killing three soldiers and wounding at least "
    "five, police said. No group claimed responsibility for the attack, but officials blamed the Islamic State."
)


@pytest.fixture
def prose() -> str:
    """Two plain English sentences."""
    return PROSE


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes], str]:
    """Writes a file into a fresh folder and gives its path."""

    def write(name: str, data: bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path.as_posix()

    return write


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Makes a PDF of pages, each a list of (x, y, size, text) and perhaps a font."""
    from reportlab.pdfgen.canvas import Canvas

    def make(pages: Sequence[Sequence[tuple]], **info: str) -> bytes:  # type: ignore[type-arg]
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(400, 600), invariant=1, encrypt=info.pop("encrypt", None))
        canvas.setTitle(info.get("title", ""))
        canvas.setAuthor(info.get("author", ""))
        for page in pages:
            for x, y, size, text, *font in page:
                canvas.setFont(font[0] if font else "Times-Roman", size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return make


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """Makes a Word document by calling ``fill`` with an empty one."""
    import docx as library

    def make(fill: Callable[[object], None]) -> bytes:
        document = library.Document()
        fill(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make
