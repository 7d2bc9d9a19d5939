"""Time expressions: where they are found, where they are not, and which days they mean."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchfloor.resolution.dates import Interval, cited, find, resolve, resolve_all, timexes

PUBLISHED = date(2021, 9, 24)  # a Friday


def spans(text: str, *kinds: str) -> list[str]:
    return [found.text for found in find(text) if not kinds or found.kind in kinds]


def days(interval: Interval | None) -> str | None:
    """An interval as "2021-09-11" or "2021-09-01/2021-09-30 month"."""
    if interval is None:
        return None
    if interval.precision == "day":
        assert interval.start == interval.end
        return interval.start.isoformat()
    return f"{interval.start}/{interval.end} {interval.precision}"


def read(text: str, published: date | None = PUBLISHED) -> list[str | None]:
    return [days(interval) for interval in resolve_all(find(text), published, text)]


FOUND = [
    ("On September 11, the mufti spoke.", ["September 11"]),
    ("It began on 11 September 2001.", ["11 September 2001"]),
    ("It began on Sept. 11, 2001, in New York.", ["Sept. 11, 2001"]),
    ("Dated 2021-09-11 and 24/09/2021.", ["2021-09-11", "24/09/2021"]),
    ("By the 15th of May they had left.", ["the 15th of May"]),
    ("In early March and late August 2019", ["early March", "late August 2019"]),
    ("In mid-2014 and at the end of 2015", ["mid-2014", "the end of 2015"]),
    ("before his death in May, he said", ["May"]),
    ("In June Baku released them", ["June"]),
    ("in March and April", ["March", "April"]),
    ("the March offensive and a May attack", ["March", "May"]),
    ("conquered Kabul in August 2021", ["August 2021"]),
    ("in 2014, after the 2012 elections (2013)", ["2014", "2012", "2013"]),
    ("the 2015 Paris attacks", ["2015"]),
    ("in 2012 and 2014", ["2012", "2014"]),
    ("in the 1990s and the late 1980s", ["the 1990s", "the late 1980s"]),
    ("in the 19th century", ["the 19th century"]),
    ("in the summer of 2016", ["the summer of 2016"]),
    ("the third quarter of 2020", ["the third quarter of 2020"]),
    ("the October 7 attack and 9/11", ["October 7", "9/11"]),
    ("arrested from August 12 to 20", ["from August 12 to 20"]),
    ("between 5 and 10 May", ["between 5 and 10 May"]),
    ("on August 12-20 and 19–20 September", ["August 12-20", "19–20 September"]),
    ("in 2014-2016 and 2015-16", ["2014-2016", "2015-16"]),
    ("from 2014 to 2016", ["from 2014 to 2016"]),
    ("since 2011 and until May 2015", ["since 2011", "until May 2015"]),
    ("between late May 2014 and June 3, 2015", ["between late May 2014 and June 3, 2015"]),
    ("from 2014 onwards", ["from 2014 onwards"]),
    ("today, yesterday, last week, this month", ["today", "yesterday", "last week", "this month"]),
    ("two days later and three days ago", ["two days later", "three days ago"]),
    ("the following day and the next morning", ["the following day", "the next morning"]),
    ("on Tuesday, last Friday and Tuesday night", ["Tuesday", "last Friday", "Tuesday night"]),
    ("struck overnight", ["overnight"]),
    ("earlier this week", ["earlier this week"]),
    ("in recent weeks", ["recent weeks"]),
    ("over the past two years", ["the past two years"]),
    ("that day, the same day, a week earlier", ["that day", "the same day", "a week earlier"]),
    ("May of last year and Tuesday of last week", ["May of last year", "Tuesday of last week"]),
    ("on Monday at 9:30 a.m.", ["Monday at 9:30 a.m."]),
    ("on the night of May 3", ["the night of May 3"]),
    ("in the early hours of Sunday morning", ["the early hours of Sunday morning"]),
    ("Friday, May 7, 2021", ["Friday, May 7, 2021"]),
    ("before dawn on June 9", ["dawn on June 9"]),
    ("in the morning", ["the morning"]),
    ("for two days in a two-day period", ["two days", "two-day"]),
    ("held for over two weeks", ["over two weeks"]),
    ("every Friday and weekly", ["every Friday", "weekly"]),
    ("twice a week", ["twice a week"]),
    ("a day after they had captured it", ["a day after"]),
    ("BOGOTA, 25 SEP 88 (EFE)", ["25 SEP 88"]),
    ("killed on 25 May 20 people", ["25 May"]),
    ("2021-09 and 2021 - 09 - 11", ["2021-09", "2021 - 09 - 11"]),
    ("on September\n11, 2001", ["September\n11, 2001"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_exact_spans(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


NOT_DATES = [
    "The protesters may march on the capital.",
    "They marched 200 miles in two columns.",
    "About 2,000 people and 1,200 others fled.",
    "Resolution 2014 was adopted and Article 2014 invoked.",
    "The 40th brigade took Route 1 near Highway 2000.",
    "The Sun and the Sunday Times reported it.",
    "The second attack hit the second floor.",
    "Theresa May said that Mrs. May would resign.",
    "Some 24 people were killed.",
    "UNSCR (2254), version 2.0.14 and build 10.2.2021.1",
    "An AK-47, a T-72 and a MiG-2015.",
    "In 2000 homes and from 1900 fighters.",
    "One of 2000 was lost.",
    "The fall of Kabul and the Prague Spring.",
    "The November 17 Organization crossed the 14 July Bridge.",
    "He led the March on Washington.",
    "April Glaspie and June Carter met August Wilson.",
    "The attackers, criticised by May, fled.",
    "She was 24 years old and had a 6-year-old son.",
    "Black Friday, Good Friday and Bloody Sunday.",
    "The ratio was 2014:1, $2014 or 2014%.",
    "They say March! Sun sets. Wed them.",
    "Jan Egeland in Mar del Plata.",
    "An august body, in august company.",
    "They spring into action and fall.",
    "The Daily Star, the Weekly Trust and USA TODAY.",
    "Three quarters of the city and a quarter of them.",
    "Phone 2014-2345 and page 2014.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_leaves_other_words_alone(text: str) -> None:
    assert spans(text) == []


MEANT = [
    ("On September 11", "2021-09-11"),
    ("on September 24", "2021-09-24"),
    ("on September 25", "2020-09-25"),
    ("on Dec. 5", "2020-12-05"),
    ("in May", "2021-05-01/2021-05-31 month"),
    ("in December", "2020-12-01/2020-12-31 month"),
    ("in September", "2021-09-01/2021-09-30 month"),
    ("on February 29", "2020-02-29"),
    ("11 September 2001", "2001-09-11"),
    ("24/09/2021", "2021-09-24"),
    ("25 Sep 88", "1988-09-25"),
    ("2021-09", "2021-09-01/2021-09-30 month"),
    ("2011-12", "2011-01-01/2012-12-31 interval"),
    ("09/24/2021", "2021-09-24"),
    ("10/10/2020", "2020-10-10"),
    ("10/12/2020", None),
    ("9/11", "2001-09-11"),
    ("in 2014", "2014-01-01/2014-12-31 year"),
    ("early 2014", "2014-01-01/2014-04-30 interval"),
    ("mid-2014", "2014-05-01/2014-08-31 interval"),
    ("late 2014", "2014-09-01/2014-12-31 interval"),
    ("early March", "2021-03-01/2021-03-10 interval"),
    ("late February", "2021-02-21/2021-02-28 interval"),
    ("the 1990s", "1990-01-01/1999-12-31 interval"),
    ("the 19th century", "1800-01-01/1899-12-31 interval"),
    ("the summer of 2016", "2016-06-01/2016-08-31 interval"),
    ("the winter of 2016", "2016-12-01/2017-02-28 interval"),
    ("the second half of 2020", "2020-07-01/2020-12-31 interval"),
    ("the third quarter of 2020", "2020-07-01/2020-09-30 interval"),
    ("from August 12 to 20", "2021-08-12/2021-08-20 interval"),
    ("between 5 and 10 May", "2021-05-05/2021-05-10 interval"),
    ("from December 28 to January 3", "2020-12-28/2021-01-03 interval"),
    ("from November 3, 2020 to January 3", "2020-11-03/2021-01-03 interval"),
    ("in 2014-16", "2014-01-01/2016-12-31 interval"),
    ("since 2011", "2011-01-01/2021-09-24 interval"),
    ("since June", "2021-06-01/2021-09-24 interval"),
    ("until May 2015", None),
    ("before 2014", None),
    ("today", "2021-09-24"),
    ("yesterday", "2021-09-23"),
    ("last night", "2021-09-23"),
    ("overnight", "2021-09-23/2021-09-24 interval"),
    ("this week", "2021-09-20/2021-09-26 week"),
    ("last week", "2021-09-13/2021-09-19 week"),
    ("earlier this week", "2021-09-20/2021-09-24 interval"),
    ("earlier this month", "2021-09-01/2021-09-24 interval"),
    ("last month", "2021-08-01/2021-08-31 month"),
    ("last year", "2020-01-01/2020-12-31 year"),
    ("last weekend", "2021-09-18/2021-09-19 interval"),
    ("on Tuesday", "2021-09-21"),
    ("on Friday", "2021-09-24"),
    ("on Saturday", "2021-09-18"),
    ("last Friday", "2021-09-17"),
    ("next Monday", "2021-09-27"),
    ("Tuesday night", "2021-09-21"),
    ("Tuesday of last week", "2021-09-14"),
    ("last May", "2021-05-01/2021-05-31 month"),
    ("May of last year", "2020-05-01/2020-05-31 month"),
    ("three days ago", "2021-09-21"),
    ("two weeks ago", "2021-09-06/2021-09-12 week"),
    ("three years ago", "2018-01-01/2018-12-31 year"),
    ("over the past two years", "2019-09-24/2021-09-24 interval"),
    ("in the past 24 hours", "2021-09-23/2021-09-24 interval"),
    ("the end of the year", "2021-09-01/2021-12-31 interval"),
    ("the week of September 15", "2021-09-13/2021-09-19 week"),
    ("the week of 15 September", "2021-09-13/2021-09-19 week"),
    ("in recent weeks", None),
    ("several days ago", None),
    ("for two days", None),
    ("every Friday", None),
    ("two days later", None),
    ("that day", None),
    ("in the morning", None),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_resolves_against_the_publication(text: str, expected: str | None) -> None:
    [expression] = find(text)
    assert days(resolve(expression, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text", ["September 11", "Tuesday", "yesterday", "last week", "since 2011", "in May", "the past two years"]
)
def test_nothing_is_guessed_without_a_publication(text: str) -> None:
    assert [resolve(found, published=None) for found in find(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on September 25", "2021-09-25"),
        ("on September 11", "2022-09-11"),
        ("in December", "2021-12-01/2021-12-31 month"),
        ("on Tuesday", "2021-09-28"),
        ("this weekend", "2021-09-25/2021-09-26 interval"),
    ],
)
def test_the_future_lies_ahead(text: str, expected: str) -> None:
    [expression] = find(text)
    assert days(resolve(expression, published=PUBLISHED, tense="future")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two days later", "2014-06-12"),
        ("a week earlier", "2014-06-03"),
        ("the following day", "2014-06-11"),
        ("the next morning", "2014-06-11"),
        ("that day", "2014-06-10"),
        ("later that month", "2014-06-10/2014-06-30 interval"),
        ("the previous month", "2014-05-01/2014-05-31 month"),
        ("the following year", "2015-01-01/2015-12-31 year"),
        ("two days after the raid", "2014-06-08"),
        ("the day before the raid", "2014-06-11"),
        ("at dawn", "2014-06-10"),
    ],
)
def test_counts_from_the_anchor(text: str, expected: str) -> None:
    day = date(2014, 6, 10)
    assert [days(resolve(f, published=PUBLISHED, anchor=Interval(day, day, "day"))) for f in find(text)] == [expected]


def test_a_day_cannot_be_counted_from_a_month() -> None:
    [expression] = find("two days later")
    assert (
        resolve(expression, published=PUBLISHED, anchor=Interval(date(2014, 6, 1), date(2014, 6, 30), "month")) is None
    )


NARRATED = [
    ("On September 20 they attacked. Two days later they struck again.", ["2021-09-20", "2021-09-22"]),
    # The head of a sentence lends its year, an aside does not.
    (
        "In 2014, they took Mosul. In June they declared a state.",
        ["2014-01-01/2014-12-31 year", "2014-06-01/2014-06-30 month"],
    ),
    ("The group, founded in 2003, said on May 3 that it fights.", ["2003-01-01/2003-12-31 year", "2021-05-03"]),
    ("In 2014, they took Mosul.\n\nIn June they fled.", ["2014-01-01/2014-12-31 year", "2021-06-01/2021-06-30 month"]),
    # Citations neither take nor give.
    ("In 2014, they fled (AFP, May 3). The next day was calm.", ["2014-01-01/2014-12-31 year", "2021-05-03", None]),
    # What is to come
    ("The two will meet on September 30.", ["2021-09-30"]),
    ("The vote is scheduled for October.", ["2021-10-01/2021-10-31 month"]),
    ("They had planned to strike, and were held on August 20.", ["2021-08-20"]),
    # "after" a happening: the day of the happening
    ("They shelled it on January 11, a day after they had taken it.", ["2021-01-11", "2021-01-10"]),
    ("On May 9 they rested. Two days after May 3 they left.", ["2021-05-09", None, "2021-05-03"]),
    ("Five days after the envoy left, it burnt on Sunday.", ["2021-09-14", "2021-09-19"]),
    # A brief with much background is still news: its first date has no year.
    (
        "On September 20 they struck. They fought in 2012, in 2013, in 2014, in 2015, in 2016. On May 3 they rested.",
        ["2021-09-20", *(f"{year}-01-01/{year}-12-31 year" for year in range(2012, 2017)), "2021-05-03"],
    ),
    # History counts from its own last date.
    (
        "It began on 1 May 1939. In June 1940, in July 1940 and in May 1941 it went on."
        " In December 1941 they struck. In January they landed.",
        [
            "1939-05-01",
            "1940-06-01/1940-06-30 month",
            "1940-07-01/1940-07-31 month",
            "1941-05-01/1941-05-31 month",
            "1941-12-01/1941-12-31 month",
            "1942-01-01/1942-01-31 month",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NARRATED)
def test_reads_a_document_in_order(text: str, expected: list[str | None]) -> None:
    assert read(text) == expected


def test_a_given_tense_outranks_the_cue_words() -> None:
    text = "The ministers meet on Tuesday."
    assert [days(i) for i in resolve_all(find(text), PUBLISHED, text, ["future"])] == ["2021-09-28"]


CITED = [
    ("Khovar.tj, September 11", "2021-09-11"),
    ("Eurasianet May 9", "2021-05-09"),
    ("Outlet, 3 May 2021", "2021-05-03"),
    ("Sept 11", "2021-09-11"),
    ("AFP, 2021-09-11", "2021-09-11"),
    ("The Diplomat, September 2021", "2021-09"),
    ("The Diplomat, May", "2021-05"),
    ("Nikkei, December 31", "2020-12-31"),
    ("RFE/RL, 2019", "2019"),
    ("AP, 11/09", None),
    ("AFP", None),
    ("Twitter.com/@name2014", None),
    ("Interfax, September 11-12", "2021-09-11/2021-09-12"),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_citation_dates(text: str, expected: str | None) -> None:
    assert cited(text, PUBLISHED) == expected


def test_a_citation_without_year_needs_a_publication() -> None:
    assert cited("Khovar.tj, September 11", None) is None
    assert cited("Outlet, 3 May 2021", None) == "2021-05-03"


VALUES = [
    ("On 23 August 1988", ["1988-08-23"]),
    ("last week", ["2021-W37"]),
    ("for two days", ["P2D"]),
    ("three hours", ["PT3H"]),
    ("in recent weeks", ["PXW"]),
    ("the 1990s", ["199"]),
    ("summer of 2016", ["2016-SU"]),
    ("every Friday", ["XXXX-WXX-5"]),
    ("Tuesday night", ["2021-09-21TNI"]),
    ("Monday at 9:30 p.m.", ["2021-09-20T21:30"]),
    ("490 BC", ["BC0490"]),
    ("from May 3 to June 4", ["2021-05-03", "2021-06-04"]),
    ("recently", ["PAST_REF"]),
    ("days later", ["FUTURE_REF"]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_timex_values(text: str, expected: list[str]) -> None:
    assert [timex.value for timex in timexes(text, PUBLISHED)] == expected


WORDS = st.sampled_from(
    "the of in on from to and between since until May March 2014 11 12-20 September Sept. Tuesday last next week days"
    " later ago two a 9/11 night early late mid- end year that after before ( ) , . ; - – 31 30 February 29 0 99 1999s"
    " BC quarter half following previous fortnight decade\n hours 24:00 13 p.m. century overnight weekend"
    " summer".split(" ")
)


@pytest.mark.parametrize("unit", ["day", "week", "fortnight", "month", "quarter", "year", "decade", "century"])
def test_a_step_over_any_unit_is_read(unit: str) -> None:
    first, *_ = read(f"They met on May 3. The following {unit} was quiet, the previous {unit} was not.")
    assert first == "2021-05-03"


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_text_gives_exact_ordered_spans_and_sound_intervals(text: str) -> None:
    found = find(text)
    for left, right in zip(found, found[1:], strict=False):
        assert left.end <= right.start
    for expression, interval in zip(found, resolve_all(found, PUBLISHED, text), strict=True):
        assert text[expression.start : expression.end] == expression.text
        assert all(text[part.start : part.end] == part.text for part in expression.parts())
        assert interval is None or interval.start <= interval.end
    assert len(timexes(text, None)) >= len(found)
