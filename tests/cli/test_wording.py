"""How records read to people."""

from dataclasses import replace

import pytest

from watchfloor.cli import wording
from watchfloor.records import Citation, Document, Place, Quantity, Statement, Time


@pytest.mark.parametrize(
    ("kind", "modality", "polarity", "expected"),
    [
        ("event", "actual", "positive", "did"),
        ("event", "actual", "negative", "did not"),
        ("event", "attempted", "positive", "tried"),
        ("event", "planned", "positive", "plans"),
        ("event", "possible", "negative", "may not"),
        ("forecast", "predicted", "positive", "will"),
        ("event", "hypothetical", "positive", "would"),
        ("relation", "actual", "positive", "is"),
        ("relation", "actual", "negative", "is not"),
        ("position", "actual", "positive", "holds"),
        ("relation", "possible", "positive", "may"),
    ],
)
def test_certainty(attack: Statement, kind: str, modality: str, polarity: str, expected: str) -> None:
    assert wording.certainty(replace(attack, kind=kind, modality=modality, polarity=polarity)) == expected


@pytest.mark.parametrize(
    ("since", "until", "precision", "expected"),
    [
        ("2021-09-11", "2021-09-11", "day", "11 Sep 2021"),
        ("2021-08-01", "2021-08-31", "month", "Aug 2021"),
        ("2021-01-01", "2021-12-31", "year", "2021"),
        ("2021-08-12", "2021-08-20", "interval", "12–20 Aug 2021"),
        ("2021-08-30", "2021-09-05", "week", "30 Aug – 5 Sep 2021"),
        ("2020-12-30", "2021-01-02", "interval", "30 Dec 2020 – 2 Jan 2021"),
        ("2011-01-01", None, "interval", "since 1 Jan 2011"),
        (None, "2014-05-31", "interval", "until 31 May 2014"),
        (None, None, "unresolved", "“a while\nago”"),
    ],
)
def test_time(since: str | None, until: str | None, precision: str, expected: str) -> None:
    told = wording.time(Time("a while\nago", 0, 11, since, until, precision))  # type: ignore[arg-type]
    assert told == expected.replace("\n", " ")


@pytest.mark.parametrize(
    ("low", "high", "kind", "expected"),
    [
        (4, 4, "killed", "4 killed"),
        (20, 30, "soldiers", "20–30 soldiers"),
        (10, None, "arrested", "at least 10 arrested"),
        (None, 1000, "displaced", "up to 1,000 displaced"),
        (None, None, "people", "“dozens” people"),
        (7, 7, "other", "7"),
    ],
)
def test_quantity(low: int | None, high: int | None, kind: str, expected: str) -> None:
    assert wording.quantity(Quantity(kind, low, high, "dozens", 0, 6)) == expected


def test_a_citation_says_its_year_only_where_it_is_another() -> None:
    cited = Citation("Khovar.tj", None, "2021-09-11", "", 0, 0)
    assert wording.citation(cited, "2021-09-24") == "Khovar.tj, 11 Sep"
    assert wording.citation(cited, "2022-01-03") == "Khovar.tj, 11 Sep 2021"
    assert wording.citation(cited, None) == "Khovar.tj, 11 Sep 2021"
    assert wording.citation(replace(cited, date="2021"), "2021-09-24") == "Khovar.tj, 2021"
    assert wording.citation(replace(cited, date=None), "2021-09-24") == "Khovar.tj"


def test_a_country_is_not_said_twice() -> None:
    assert wording.place(Place("Syria", 0, 5, name="Syria", country="SYR", precision="country")) == "Syria"
    assert wording.place(Place("Idlib", 0, 5, name="Idlib", country="SYR", precision="city")) == "Idlib, SYR"
    assert wording.place(Place("the front", 0, 9)) == "the front"


def test_a_screen_does_not_obey_a_document() -> None:
    assert wording.printable("a\x1b[2Jb\nc") == "a [2Jb c"
    assert wording.words(" two\n  lines\x07") == "two lines"


def test_a_heading_leaves_out_what_is_not_known(document: Document) -> None:
    assert wording.heading(document, 1) == "Example Brief, volume 3, issue 9 · 30 Aug 2021 · English · 1 statement"
    bare = Document("x", "x", "x", "")
    assert wording.heading(bare, 0) == "undated · language unknown · 0 statements"
