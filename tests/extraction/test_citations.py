"""Inline citations: what is one, what only looks like one, and which sentences it covers."""

import re
from datetime import date

import pytest

from watchfloor.extraction import find_citations, mask, scope
from watchfloor.records import Span
from watchfloor.resolution.dates import cited

PUBLISHED = date(2021, 9, 24)
AGENCIES = {"AFP", "Reuters", "Telegram"}


def cites(text: str) -> list[tuple[str, str | None]]:
    brackets = find_citations(text, AGENCIES.__contains__, lambda words: cited(words, PUBLISHED))
    for bracket in brackets:
        for citation in bracket.citations:
            assert text[citation.start : citation.end] == citation.text
    return [(c.outlet, c.date) for b in brackets for c in b.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met (Khovar.tj, September 11).", [("Khovar.tj", "2021-09-11")]),
        ("They met (RFE/RL, September 5; Times of India, September 13).",
         [("RFE/RL", "2021-09-05"), ("Times of India", "2021-09-13")]),
        ("It was claimed (Twitter.com/@someone, September 20).", [("Twitter.com/@someone", "2021-09-20")]),
        ("They left (Telegram, May 22).", [("Telegram", "2021-05-22")]),
        ("They left (Eurasianet May 9).", [("Eurasianet", "2021-05-09")]),
        ("They left (AFP).", [("AFP", None)]),
        ("They left (Dawn, 3 May 2021).", [("Dawn", "2021-05-03")]),
        ("They left (Dawn, May 3; May 5).", [("Dawn", "2021-05-03"), ("Dawn", "2021-05-05")]),
        ("They left (see Reuters, 2021-05-03).", [("Reuters", "2021-05-03")]),
        ("They left (Dawn, November 30).", [("Dawn", "2020-11-30")]),  # never after publication
    ],
)  # fmt: skip
def test_citations_are_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Outlet and day, as the author wrote the one and meant the other."""
    assert cites(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State in Khorasan Province (ISKP) grew.",
        "He returned (in May 2021) to Kabul.",
        "The minister (born May 3, 1960) resigned.",
        "The resolution (2254) was adopted.",
        "Agence France-Presse (AFP) has an office there.",
        "The secretary (@Reuters) wrote nothing.",
        "The campaign (from March 2014 to May 2015) failed.",
    ],
)
def test_prose_in_brackets_is_left_alone(text: str) -> None:
    """Abbreviations, asides and numbers cite nothing."""
    assert cites(text) == []


def test_mask_keeps_offsets_and_lines() -> None:
    """What is blanked leaves every other character where it was."""
    text = "One (AFP,\nMay 3). Two."
    masked = mask(text, [Span("(AFP,\nMay 3)", 4, 16)])
    assert len(masked) == len(text)
    assert masked == "One      \n      . Two."


def covered(text: str) -> list[list[str]]:
    """Outlets by sentence; sentences end at a full stop."""
    brackets = find_citations(text, AGENCIES.__contains__, lambda words: cited(words, PUBLISHED))
    masked = mask(text, brackets)
    sentences = [Span(m.group(), m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.", masked)]
    found = scope(text, brackets, sentences)
    return [[c.outlet for c in found.get(s.start, ())] for s in sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fell. B fell (AFP, May 3).", [["AFP"], ["AFP"]]),
        ("A fell (AFP, May 3). B fell. C fell (Dawn, May 4).", [["AFP"], ["Dawn"], ["Dawn"]]),
        ("A fell.\n\nB fell (AFP, May 3).", [[], ["AFP"]]),
        ("A grew. However, B fell (AFP, May 3).", [[], ["AFP"]]),
        ("A grew. B, for example, fell. C fell (AFP, May 3).", [[], ["AFP"], ["AFP"]]),
        ("A fell (AFP, May 3). B fell.", [["AFP"], []]),
    ],
)
def test_scope(text: str, expected: list[list[str]]) -> None:
    """A citation reaches back over one account, not over the author's own words before it."""
    assert covered(text) == expected
