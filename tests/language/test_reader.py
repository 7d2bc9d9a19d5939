"""The whole reader: nothing of the text is lost, trees are trees, and a paragraph reads the same wherever it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from watchfloor.language import LanguageReader

BRIEF = (
    "On September 20, the Northern Corridor Front (NCF) claimed the bombing of a police convoy in Jalalabad, "
    "Afghanistan. "
    "Gunmen shot and killed the mayor of Tessalit, Idrissa Maro, on his way to work, police said. "
    "Pakistani intelligence officials denied the claim."
)
ODD = [
    "",
    " ",
    "\n\n",
    "\t leading",
    "trailing \n ",
    "a\u00a0b \u3000c\u2028d\x85e",
    "zero\u200bwidth \ufeffmark",
    "e\u0301\u0301 combining, \U0001f600\U0001f468\u200d\U0001f469 faces",
    "\x00\x01\x1f",
    "\r\nline\rends\r\n\r\n",
    "العربية and 中文字 and ελληνικά",
    "He died               . Then   blanks.",
    "x" * 3000,
    "!" * 700,
    "word " * 450,
    "http://" + "a/" * 900,
]


def check(doc: Doc, text: str) -> None:
    """Assert what holds of any document."""
    assert doc.text == text
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert all(token.head.sent.start == sentence.start for token in sentence)
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
        assert token.is_space == (token.pos_ == "SPACE")
        assert (token.dep_ == "root") == (token.head == token)


@pytest.mark.parametrize("text", ODD)
def test_odd_text(text: str, reader: LanguageReader) -> None:
    check(reader.read(text), text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZ9 .\n\t\r-'\"()“”’,;/@é中\u200b\u00a0U.S"), max_size=60))
def test_any_text(reader: LanguageReader, text: str) -> None:
    check(reader.read(text), text)


def test_roles(reader: LanguageReader) -> None:
    doc = reader.read(BRIEF)
    word = {token.text: token for token in doc}
    assert (word["Front"].dep_, word["Front"].head.text) == ("nsubj", "claimed")
    assert (word["bombing"].dep_, word["bombing"].head.text) == ("obj", "claimed")
    assert (word["mayor"].dep_, word["mayor"].head.text) == ("obj", "shot") or word["mayor"].head.text == "killed"
    assert (word["officials"].dep_, word["officials"].head.text) == ("nsubj", "denied")
    assert word["shot"].lemma_ == "shoot"
    assert word["officials"].morph.get("Number") == ["Plur"]
    assert len(list(doc.sents)) == 3


def test_passive(reader: LanguageReader) -> None:
    doc = reader.read("Two soldiers were wounded by militants near Kabul.")
    word = {token.text: token for token in doc}
    assert word["soldiers"].dep_ == "nsubj:pass"
    assert word["militants"].dep_ == "obl:agent"
    assert word["wounded"].morph.get("Voice") == ["Pass"]


def test_names(reader: LanguageReader) -> None:
    found = {(name.text, name.label_) for name in reader.read(BRIEF).ents}
    assert {("Jalalabad", "LOC"), ("Afghanistan", "LOC"), ("Idrissa Maro", "PER"), ("Pakistani", "NAT")} <= found


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_names_in_other_cases(change, reader: LanguageReader) -> None:
    doc = reader.read(change("Russian troops left Syria on Monday after talks in Moscow"))
    assert [name.label_ for name in doc.ents] == ["NAT", "LOC", "LOC"]


def test_a_paragraph_reads_the_same_anywhere(reader: LanguageReader) -> None:
    def labels(doc: Doc) -> list[tuple[str, ...]]:
        return [
            (token.text, token.tag_, token.pos_, token.dep_, token.ent_iob_ + token.ent_type_, token.lemma_)
            for token in doc
            if not token.is_space
        ]

    alone = labels(reader.read(BRIEF))
    other = "A wholly different paragraph stands before it."
    together = labels(reader.read(f"{other}\n\n{BRIEF}\n\n{other}"))
    count = len(labels(reader.read(other)))
    assert together[count:-count] == alone
    assert labels(reader.read(BRIEF)) == alone


def test_given_words(reader: LanguageReader) -> None:
    words = ["Militants", "attacked", "a", "base", ".", "They", "fled", "."]
    starts = [True, False, False, False, False, True, False, False]
    given = Doc(reader.vocab, words=words, sent_starts=starts)
    doc = reader(given)
    assert [token.text for token in doc] == words
    assert [sentence.start for sentence in doc.sents] == [0, 5]
    assert [token.dep_ for token in doc if token.head == token] == ["root", "root"]


def test_long_paragraph_is_read_window_by_window(reader: LanguageReader) -> None:
    text = " ".join(f"In the year {1000 + number}, rebels attacked the town of Orin." for number in range(60))
    doc = reader.read(text)
    check(doc, text)
    assert len(list(doc.sents)) == 60
