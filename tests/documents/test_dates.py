"""Days written in full, and nothing that is not."""

import pytest

from watchfloor.documents.dates import day_in_name, find_dates, iso_day

FULL = [
    ("24 September 2021", "2021-09-24"),
    ("24th of September, 2021", "2021-09-24"),
    ("Sept. 24, 2021", "2021-09-24"),
    ("September 24 2021", "2021-09-24"),
    ("SATURDAY, SEPTEMBER 12, 2015", "2015-09-12"),
    ("3-May-2021", "2021-05-03"),
    ("2021-09-24T23:30:00-05:00", "2021-09-24"),
    ("2021/09/24", "2021-09-24"),
    ("24/09/2021", "2021-09-24"),
    ("24.09.2021", "2021-09-24"),
    ("09/24/2021", "2021-09-24"),
    ("05/05/2021", "2021-05-05"),
    ("2021-09-24 - 10:30", "2021-09-24"),
]
NOT_FULL = [
    "03/04/2021",
    "12.10.2021",
    "September 24",
    "May 2021",
    "31 February 2021",
    "1–15 June 2024",
    "12 to 20 August 2021",
    "October 31–November 14, 2019",
    "May 3, 2021 - May 5, 2021",
    "3 May 2021 to 5 May 2021",
    "10 killed in May 2021",
    "version 1.2.2021.3",
    "resolution 2021-09-241",
]


@pytest.mark.parametrize(("text", "day"), FULL)
def test_full_dates(text, day):
    assert [d for d, _, _ in find_dates(text)] == [day]
    assert iso_day(text) == day


@pytest.mark.parametrize("text", NOT_FULL)
def test_what_is_no_day_or_could_be_two(text):
    assert list(find_dates(text)) == []


def test_offsets():
    text = "Geneva, 3 May 2021 (AFP)"
    [(day, start, end)] = find_dates(text)
    assert text[start:end] == "3 May 2021"


@pytest.mark.parametrize(
    ("value", "day"),
    [("20210924", "2021-09-24"), ("20210924T101010Z", "2021-09-24"), ("2021", None), ("", None), ("20211340", None)],
)
def test_compact_metadata(value, day):
    assert iso_day(value) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("TM_September 24 2021.PDF", "2021-09-24"),
        ("2021-09-24-brief.txt", "2021-09-24"),
        ("20210924.pdf", "2021-09-24"),
        ("brief_24Sep2021.pdf", "2021-09-24"),
        ("sitrep 3-May-2021.docx", "2021-05-03"),
        ("tm_september_24_2021-1.html", "2021-09-24"),
        ("2021-09-01_2021-09-24.txt", None),
        ("120210924.txt", None),
        ("report-2021.txt", None),
        ("03-04-2021.txt", None),
        ("2021-01-01/brief.txt", None),
    ],
)
def test_file_names(name, day):
    assert day_in_name(name) == day
