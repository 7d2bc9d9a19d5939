"""Broken input: one clear line, whatever is wrong."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from watchfloor.documents import DocumentError, read, read_bytes
from watchfloor.documents import docx as docx_reader
from watchfloor.documents import html as html_reader
from watchfloor.documents import pdf as pdf_reader

ENCRYPTED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


CASES = {
    "empty": (b"", "the file is empty"),
    "only white space": (b" \r\n\t\n", "the file is empty"),
    "only a byte-order mark": (b"\xef\xbb\xbf", "the file is empty"),
    "binary": (bytes(range(256)) * 20, "a binary file of unknown kind"),
    "program": (b"\x7fELF\x02\x01\x01" + b"\0" * 500, "a binary file of unknown kind"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "an image cannot be read"),
    "old Word file": (ENCRYPTED_OFFICE, "an old or encrypted Office file"),
    "Rich Text": (b"{\\rtf1 Hello}", "a Rich Text file"),
    "gzip": (b"\x1f\x8b\x08" + b"\0" * 50, "a compressed archive"),
    "other ZIP archive": (zipped(readme=b"hello"), "a ZIP archive without a Word document"),
    "damaged UTF-8": ("Взрыв в Кабуле ".encode() * 20 + b"\xd0 and \xff", "damaged UTF-8"),
    "wrong mark": (
        b"\xff\xfe" + "Кабул".encode("utf-16-le") + b"\x00\xd8\x41",
        "marked as UTF-16-LE, but not so encoded",
    ),
    "bytes of no encoding": (bytes(128 + (i * i * 31 + i // 7) % 128 for i in range(5000)), "unknown encoding"),
    "PDF head alone": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a damaged or truncated PDF"),
    "Word head alone": (b"PK\x03\x04\x14\0\0\0word/document.xml", "a damaged or truncated Word document"),
    "Word without a text part": (zipped(word__document_xml=b"<nothing/>"), "a damaged Word document"),
    "HTML without text": (b"<html><head><script>go()</script></head><body></body></html>", "the page holds no text"),
}


@pytest.mark.parametrize(("data", "problem"), CASES.values(), ids=CASES)
def test_each_problem_has_its_line(data, problem):
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "inbox/brief")
    line = str(caught.value)
    assert line.startswith("inbox/brief: ")
    assert problem in line
    assert line.count("; ") >= 1
    assert "\n" not in line


def test_missing_path(tmp_path):
    with pytest.raises(DocumentError, match="no such file or folder"):
        read(str(tmp_path / "nowhere.txt"))


def test_folder_without_readable_files(tmp_path):
    with pytest.raises(DocumentError, match="a folder with no readable file in it"):
        read(str(tmp_path))


def test_name_with_nul():
    with pytest.raises(DocumentError, match="cannot be opened|no such file"):
        read("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(file):
    path = file("secret.txt", b"text")
    Path(path).chmod(0)
    with pytest.raises(DocumentError, match="may not be read"):
        read(path)


def test_names_with_line_breaks_stay_one_line(tmp_path):
    with pytest.raises(DocumentError) as caught:
        read(str(tmp_path / "two\nlines"))
    assert "\n" not in str(caught.value)


def test_file_over_the_limit(file, monkeypatch):
    monkeypatch.setattr(sys.modules["watchfloor.documents.inputs"], "MAX_BYTES", 1000)
    with pytest.raises(DocumentError, match="larger than"):
        read(file("large.txt", b"word " * 1000))


def test_hundred_megabytes_are_refused_without_being_read_whole(tmp_path):
    path = tmp_path / "dump.txt"
    with path.open("wb") as f:
        f.truncate(100_000_000)
    with pytest.raises(DocumentError, match="larger than 50 MB"):
        read(str(path))


def test_text_over_the_limit(monkeypatch):
    monkeypatch.setattr(sys.modules["watchfloor.documents.read"], "MAX_CHARACTERS", 100)
    with pytest.raises(DocumentError, match="more than 100 characters"):
        read_bytes(b"word " * 100, "x.txt")


def test_encrypted_pdf(pdf):
    with pytest.raises(DocumentError, match="an encrypted PDF"):
        read_bytes(pdf([[(50, 500, 10, "Three soldiers were killed.")]], encrypt="secret"), "x.pdf")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.98])
def test_truncated_pdf(pdf, prose, share):
    whole = pdf([[(50, 500 - 12 * i, 10, prose[:60]) for i in range(20)]] * 3)
    with pytest.raises(DocumentError, match="truncated PDF"):
        read_bytes(whole[: int(share * len(whole))], "x.pdf")


def test_scanned_pdf():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, "PDF")
    with pytest.raises(DocumentError, match="a PDF without text"):
        read_bytes(out.getvalue(), "scan.pdf")


def test_pdf_of_too_many_pages(pdf, monkeypatch):
    monkeypatch.setattr(pdf_reader, "MAX_PAGES", 2)
    with pytest.raises(DocumentError, match="more than 2 pages"):
        read_bytes(pdf([[(50, 500, 10, "Three soldiers were killed.")]] * 3), "x.pdf")


def test_truncated_docx(docx, prose):
    whole = docx(lambda d: d.add_paragraph(prose))
    with pytest.raises(DocumentError, match="damaged or truncated Word document"):
        read_bytes(whole[: len(whole) // 2], "x.docx")


def test_word_document_without_text(docx):
    with pytest.raises(DocumentError, match="holds no text"):
        read_bytes(docx(lambda d: None), "x.docx")


def test_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped(word__document_xml=b"<w>" + b"\0" * 30_000_000 + b"</w>")
    with pytest.raises(DocumentError, match="unpacks to far too much"):
        read_bytes(bomb, "x.docx")


def test_archive_of_too_many_parts(monkeypatch):
    monkeypatch.setattr(docx_reader, "MAX_PARTS", 3)
    with pytest.raises(DocumentError, match="unpacks to far too much"):
        read_bytes(zipped(word__a=b"1", word__b=b"2", word__c=b"3", word__d=b"4"), "x.docx")


def test_entities_of_a_word_document_are_not_expanded(docx, prose):
    whole = docx(lambda d: d.add_paragraph(prose))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                entities = b'<!DOCTYPE w [<!ENTITY a "boom boom "><!ENTITY f SYSTEM "file:///etc/passwd">]>'
                data = data.replace(b"?>", b"?>" + entities, 1).replace(b"Gunmen", b"&a;&f;Gunmen")
            new.writestr(part, data)
    try:
        text = read_bytes(out.getvalue(), "x.docx").text
    except DocumentError:
        return
    assert "boom" not in text
    assert "root:" not in text


def test_page_over_the_limit(monkeypatch):
    monkeypatch.setattr(html_reader, "MAX_BYTES", 100)
    with pytest.raises(DocumentError, match="an HTML page of more than"):
        read_bytes(b"<html><body>" + b"<p>word</p>" * 50, "x.html")


@pytest.mark.parametrize("depth", [100, 300, 20_000])
def test_deep_nesting_is_read_or_refused(depth, prose):
    page = f"<html><body>{'<div>' * depth}<p>{prose}</p>{'</div>' * depth}</body></html>"
    try:
        assert prose[:40] in read_bytes(page.encode(), "x.html").text
    except DocumentError as error:
        assert "no text" in str(error)


@pytest.mark.parametrize(
    "data",
    [
        b" " * 60_000 + b"x",
        b"\n" * 60_000 + b"x",
        b"# a" + b" " * 60_000 + b"b",
        b"|" * 60_000 + b"x",
        b"<!--" * 15_000,
        b"- " * 30_000 + b"x",
        b"[" * 60_000,
        b"By Jane Doe and " * 4_000,
        b"12-" * 20_000,
        b"A-" * 20_000,
        b"(Source: " * 8_000,
    ],
    ids=lambda d: d[:12].decode(),
)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_patterns_do_not_run_away(data, name):
    assert read_bytes(data, name).text == data.decode()
