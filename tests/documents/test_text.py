"""Plain text: decoded and otherwise untouched."""

import pytest

from watchfloor.documents import Hints, read, read_bytes

TEXT = "Тoll rises – “at least 12” dead, café owner says.\r\n\r\nMore.\n"
WESTERN = "Toll rises \u2013 \u201cat least 12\u201d dead, a caf\u00e9 owner says.\r\n\r\nThe police said more.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
    ],
)
def test_unicode_encodings_with_and_without_mark(encoding, mark):
    assert read_bytes(mark + TEXT.encode(encoding), "x.txt").text == TEXT


def test_windows_text():
    assert read_bytes(WESTERN.encode("cp1252"), "x.txt").text == WESTERN


def test_cyrillic_text():
    text = "Взрыв прогремел в понедельник в центре Кабула, погибли семь человек, сообщила полиция города. " * 5
    document = read_bytes(text.encode("cp1251"), "x.txt")
    assert document.text == text
    assert document.language == "ru"


def test_a_stray_nul_becomes_a_space_so_that_offsets_stay(prose):
    data = (prose * 5).encode()
    assert read_bytes(data[:50] + b"\0" + data[51:], "x.txt").text == prose[:50] + " " + (prose * 5)[51:]


def test_identity(file, prose):
    path = file("a/brief.txt", prose.encode())
    first, renamed = read(path), read(file("b.txt", prose.encode()))
    assert first.id == renamed.id
    assert len(first.id) == 16
    assert first.key == first.path == path
    assert read(path, Hints(url="https://example.org/a")).key == "https://example.org/a"
    assert read_bytes((prose + " ").encode(), path).id != first.id


def test_standard_input(monkeypatch, prose):
    import io
    import sys
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(prose.encode())))
    document = read("-")
    assert (document.path, document.text) == ("-", prose)
    assert document.key == f"stdin:{document.id}"


def test_hints_outrank_the_page(prose):
    page = f"Published: 3 May 2021\n\nA Headline\n\n{prose}".encode()
    hints = Hints(published="2020-01-02", source="tolonews", url="https://example.org", title="Another")
    document = read_bytes(page, "2019-01-01.txt", hints)
    assert (document.published, document.source, document.title) == ("2020-01-02", "tolonews", "Another")
