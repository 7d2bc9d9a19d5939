"""PDF pages: reading order, margins, paragraphs, hyphens, headings."""

import pytest

from watchfloor.documents import read_bytes

LEFT = [
    "Gunmen attacked a checkpoint near",
    "the town of Kunduz on Monday and",
    "killed three soldiers, police said.",
    "No group claimed responsibility",
]
RIGHT = [
    "for the attack, but local offi-",
    "cials blamed the Islamic State and",
    "its anti-",
    "Taliban wing, which it called a",
    "danger to all in the north of it.",
]


def column(x, lines, top=500):
    return [(x, top - 12 * i, 10, line) for i, line in enumerate(lines)]


def test_two_columns_are_read_one_after_the_other(pdf):
    rows = [*column(30, LEFT), *column(220, RIGHT)]
    rows.sort(key=lambda r: -r[1])  # the file draws them row by row
    text = read_bytes(pdf([[(30, 540, 18, "A Headline Across"), *rows]]), "x.pdf").text
    assert text == (
        "A Headline Across\n\n"
        "Gunmen attacked a checkpoint near the town of Kunduz on Monday and killed three soldiers, police said. "
        "No group claimed responsibility for the attack, but local officials blamed the Islamic State and "
        "its anti-Taliban wing, which it called a danger to all in the north of it."
    )


def test_running_heads_and_page_numbers_are_left_out_and_read_for_what_they_say(pdf):
    def page(number, lines):
        head = [(30, 580, 8, "Some Monitor, Volume 19, Issue 18, September 24, 2021")]
        return [*head, (200, 15, 8, str(number)), *column(30, lines)]

    document = read_bytes(pdf([page(1, LEFT), page(2, RIGHT)]), "x.pdf")
    assert "Monitor" not in document.text
    assert document.text.endswith("north of it.")
    assert (document.publication, document.volume, document.issue) == ("Some Monitor", "19", "18")
    assert document.published == "2021-09-24"


def test_a_paragraph_goes_on_over_the_page(pdf):
    document = read_bytes(pdf([column(30, LEFT), column(30, RIGHT)]), "x.pdf")
    assert "No group claimed responsibility for the attack" in document.text


def test_a_table_is_read_by_rows(pdf):
    cells = [("Kabul", "13"), ("Kunduz", "46"), ("Kandahar", "60"), ("Herat", "4"), ("Khost", "8")]
    rows = [item for i, (a, b) in enumerate(cells) for item in ((30, 500 - 14 * i, 10, a), (250, 500 - 14 * i, 10, b))]
    text = read_bytes(pdf([[*rows, *column(30, LEFT, 400)]]), "x.pdf").text
    assert " ".join(text.split()).startswith("Kabul 13 Kunduz 46 Kandahar 60 Herat 4 Khost 8")


def test_headings_by_size_and_by_weight(pdf):
    rows = [
        (30, 540, 18, "The Headline"),
        *column(30, LEFT, 500),
        (30, 440, 10, "A Bold Line", "Times-Bold"),
        *column(30, LEFT, 420),
    ]
    document = read_bytes(pdf([rows]), "x.pdf")
    assert document.title == "The Headline"
    assert [s.heading for s in document.sections] == ["The Headline", "A Bold Line"]


def test_numbers_inside_the_page_stay(pdf):
    document = read_bytes(pdf([[*column(30, LEFT), (30, 400, 10, "46"), *column(30, RIGHT, 300)]]), "x.pdf")
    assert "46" in document.text


def test_watermarks_are_left_out():
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600), invariant=1)
    for i, line in enumerate(LEFT):
        canvas.drawString(30, 500 - 14 * i, line)
    canvas.rotate(45)
    canvas.drawString(300, 100, "CONFIDENTIAL")
    canvas.save()
    assert "CONFIDENTIAL" not in read_bytes(out.getvalue(), "x.pdf").text


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - brief.docx", "brief_final.indd", "(anonymous)"])
def test_titles_that_programs_write(pdf, title):
    assert read_bytes(pdf([column(30, LEFT)], title=title), "x.pdf").title is None


def test_metadata(pdf):
    document = read_bytes(pdf([column(30, LEFT)], title="Kunduz Report", author="Jane Doe; Omar Hassan"), "x.pdf")
    assert (document.title, document.authors) == ("Kunduz Report", ("Jane Doe", "Omar Hassan"))


def test_the_day_on_which_the_file_was_made_needs_the_texts_consent(pdf):
    made = b"D:20210924101010"

    def published(line):
        data = pdf([[*column(30, LEFT), (30, 300, 10, line)]])
        assert b"D:20000101000000" in data
        return read_bytes(data.replace(b"D:20000101000000", made), "x.pdf").published

    assert published("It began in August 2021, they said.") == "2021-09-24"
    assert published("It began in August 2015, they said.") is None


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The local offi-", "cials said so.", "The local officials said so."),
        ("The man self-", "detonated there.", "The man self-detonated there."),
        ("The anti-", "Taliban front fell.", "The anti-Taliban front fell."),
        ("The U.S.-", "led forces left.", "The U.S.-led forces left."),
        ("The Pan-Is-", "lamic party won.", "The Pan-Is-lamic party won."),
        ("The state-run media, the state-", "run media said.", "The state-run media, the state-run media said."),
        ("From 10-", "12 men came there.", "From 10-12 men came there."),
        ("It was the army -", "or so they said.", "It was the army - or so they said."),
    ],
)
def test_hyphens_at_line_ends(pdf, first, second, joined):
    assert read_bytes(pdf([[(30, 500, 10, first), (30, 488, 10, second)]]), "x.pdf").text == joined
