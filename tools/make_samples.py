"""Make the PDF and Word samples from their texts in tools/samples.

Run ``python tools/make_samples.py`` after a change to one of them. The same texts give the same bytes.

A text holds a title ("# "), headings ("## "), rows of a table ("| a | b |"), lines of metadata under the title, and
paragraphs set off by empty lines.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent / "samples"
TARGET = Path(__file__).parent.parent / "src" / "watchfloor" / "samples"

#: The earliest time that a ZIP archive can state.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def blocks(name: str) -> Iterator[tuple[str, str]]:
    """Kind ("title", "heading", "row" or "text") and words of every block of a source."""
    for chunk in (SOURCES / name).read_text(encoding="utf-8").split("\n\n"):
        for line in chunk.strip().splitlines():
            if line.startswith("# "):
                yield "title", line[2:]
            elif line.startswith("## "):
                yield "heading", line[3:]
            elif line.startswith("|"):
                yield "row", line
            else:
                yield "text", line


def make_pdf(source: str, *, columns: int, head: tuple[str, str]) -> bytes:
    """A PDF with running heads and page numbers; ``head`` is what stands at its left and right edge."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    width, height = A5
    margin, gap = 34, 14
    styles = {
        "title": ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=15, leading=18, spaceAfter=8),
        "heading": ParagraphStyle(
            "heading", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceAfter=4, keepWithNext=1
        ),
        "text": ParagraphStyle("text", fontName="Times-Roman", fontSize=12, leading=14.5, alignment=4, spaceAfter=6),
    }

    def running(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(margin, height - 26, head[0])
        canvas.drawRightString(width - margin, height - 26, head[1])
        canvas.drawCentredString(width / 2, 20, str(document.page))

    each = (width - 2 * margin - (columns - 1) * gap) / columns
    frames = [
        Frame(
            margin + i * (each + gap),
            40,
            each,
            height - 84,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        for i in range(columns)
    ]
    parts = list(blocks(source))
    title = next(words for kind, words in parts if kind == "title")
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A5, title=title, author="", invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=running))
    document.build([Paragraph(words, styles[kind]) for kind, words in parts])
    return out.getvalue()


def make_docx(source: str) -> bytes:
    """A Word document with headings and a table."""
    import docx

    document = docx.Document()
    table: Any = None
    for kind, words in blocks(source):
        if kind == "row":
            cells = [cell.strip() for cell in words.strip("|").split("|")]
            table = table or document.add_table(rows=0, cols=len(cells))
            for cell, content in zip(table.add_row().cells, cells, strict=True):
                cell.text = content
        elif kind == "text":
            document.add_paragraph(words)
        else:
            document.add_heading(words, level=0 if kind == "title" else 1)
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = datetime(2021, 11, 3)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def timeless(archive: bytes) -> bytes:
    """The same ZIP archive without the times at which its parts were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, NO_TIME), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "mosques-digest.pdf": lambda: make_pdf(
        "mosques-digest.txt", columns=2, head=("Field Notes on Security", "Volume 3, Issue 20, October 18, 2021")
    ),
    "mogadishu-release.pdf": lambda: make_pdf(
        "mogadishu-release.txt", columns=1, head=("Field Notes on Security", "Security Briefing")
    ),
    "mosques-note.docx": lambda: make_docx("mosques-note.txt"),
}

if __name__ == "__main__":
    for name, make in SAMPLES.items():
        (TARGET / name).write_bytes(make())
        print(TARGET / name)
