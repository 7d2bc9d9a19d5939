"""Subwords as the base encoder's own tokeniser makes them."""

import pytest

from watchfloor.language.wordpiece import UNKNOWN, WordPiece

VOCABULARY = [f"[{number}]" for number in range(103)] + ["al", "##ja", "##zeera", "cafe", "-", "qa", "##ida", "!", "中"]


@pytest.fixture
def encode() -> WordPiece:
    return WordPiece(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Aljazeera", ["al", "##ja", "##zeera"]),
        ("CAFÉ", ["cafe"]),
        ("al-qaida", ["al", "-", "qa", "##ida"]),
        ("中中", ["中", "中"]),
        ("al\u200bja", ["al", "##ja"]),
    ],
)
def test_pieces(word: str, expected: list[str], encode: WordPiece) -> None:
    assert [VOCABULARY[number] for number in encode(word)] == expected


@pytest.mark.parametrize("word", ["xyz", "\u200b", "a" * 101, "\x00"])
def test_unknown(word: str, encode: WordPiece) -> None:
    assert encode(word) == (UNKNOWN,)


def test_long_words_are_bounded(encode: WordPiece) -> None:
    assert len(encode("!" * 5000)) == 12
