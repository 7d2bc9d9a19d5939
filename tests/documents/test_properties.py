"""What holds for every text and for any bytes."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from watchfloor.documents import DocumentError, read_bytes

PIECES = st.sampled_from(
    ["Kabul Falls", "Gunmen killed three soldiers in the town on Monday, police said.", "By Jane Doe", "Briefs",
     "# Head", "- item", "KABUL, 3 May 2021 (AFP) - Nine died in the blast.", "Date: 3 May 2021", "Photo: AFP", "---",
     "```", "x | y", "A man (Source: X)", "\u2028", "\x0c", "\r\n", "\r", "…", "“Quoted.”", "Vol. 3, No. 4",
     "report.pdf", "العربية", "\x85"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=20).flatmap(
        lambda parts: st.sampled_from(["\n", "\n\n", "\r\n\r\n", " "]).map(lambda gap: gap.join(parts))
    ),
    st.text(alphabet=string.printable, max_size=300),
)


def check(document):
    text = document.text
    assert "\0" not in text
    text.encode("utf-8")
    previous = 0
    for span in document.furniture:
        assert text[span.start : span.end] == span.text
        assert span.text.strip() == span.text != ""
        assert span.start >= previous
        previous = span.end
    previous = 0
    for section in document.sections:
        assert previous <= section.start < section.end <= len(text)
        previous = section.end
    assert document.published is None or len(document.published) == 10


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["x.txt", "x.md", "2021-05-03.txt"]))
def test_texts(text, name):
    try:
        document = read_bytes(text.encode("utf-8", "replace"), name)
    except DocumentError:
        return
    check(document)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            PIECES,
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<li>",
                    "<h2>",
                    "</h2>",
                    "<br>",
                    "<table><tr><td>",
                    "&#0;",
                    "&#12;",
                    "&#x1;",
                    "\x01",
                    "&#65535;",
                    "&#xD800;",
                ]
            ),
        ),
        max_size=30,
    )
)
def test_pages(parts):
    try:
        document = read_bytes(("<html><body>" + " ".join(parts)).encode(), "x.html")
    except DocumentError:
        return
    check(document)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.sampled_from([b"%PDF-1.4", b"PK\x03\x04word/", b"<html>", b"\xff\xfe"]).flatmap(
            lambda head: st.binary(max_size=200).map(lambda rest: head + rest)
        ),
    )
)
def test_any_bytes_give_a_document_or_one_line(data):
    try:
        check(read_bytes(data, "x"))
    except DocumentError as error:
        assert "\n" not in str(error)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    data = text.encode("utf-8", "replace")
    try:
        assert read_bytes(data, "x.md") == read_bytes(data, "x.md")
    except DocumentError:
        return
