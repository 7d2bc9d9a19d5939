"""Word documents."""

from datetime import datetime

from watchfloor.documents import read_bytes


def test_headings_lists_tables_and_properties(docx, prose):
    def fill(document):
        document.add_heading("The Title", 0)
        document.add_paragraph("Published: 3 May 2021")
        document.add_paragraph(prose)
        document.add_heading("Losses", 1)
        document.add_paragraph("Two soldiers died.", style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Place", "Killed", "Kunduz", "46"), strict=True):
            cell.text = text
        document.add_paragraph("A mosque in Kunduz", style="Caption")
        document.core_properties.author = "Jane Doe; Omar Hassan"

    document = read_bytes(docx(fill), "note")
    assert document.text.split("\n\n") == [
        "The Title",
        "Published: 3 May 2021",
        prose,
        "Losses",
        "- Two soldiers died.",
        "Place | Killed",
        "Kunduz | 46",
        "A mosque in Kunduz",
    ]
    assert (document.title, document.authors) == ("The Title", ("Jane Doe", "Omar Hassan"))
    assert document.published == "2021-05-03"
    assert [s.heading for s in document.sections] == ["The Title", "Losses"]
    assert [s.text for s in document.furniture] == ["Published: 3 May 2021", "-", "A mosque in Kunduz"]


def test_a_table_for_layout_is_prose(docx, prose):
    def fill(document):
        document.add_table(rows=1, cols=1).rows[0].cells[0].text = prose

    assert read_bytes(docx(fill), "x").text == prose


def test_heads_and_feet_are_left_out_and_read_for_what_they_say(docx, prose):
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "Some Monitor, Volume 19, Issue 18"
        document.add_paragraph(prose)

    document = read_bytes(docx(fill), "x")
    assert document.text == prose
    assert (document.publication, document.volume, document.issue) == ("Some Monitor", "19", "18")


def test_links_and_insertions_are_read_and_deletions_are_not(docx):
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def fill(document):
        paragraph = document.add_paragraph("Seven ")
        paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>men </w:t></w:r></w:ins>"))
        paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>women </w:delText></w:r></w:del>"))
        paragraph._p.append(parse_xml(f"<w:hyperlink {space}><w:r><w:t>died.</w:t></w:r></w:hyperlink>"))

    assert read_bytes(docx(fill), "x").text == "Seven men died."


def test_the_day_of_the_template_is_no_date(docx, prose):
    assert read_bytes(docx(lambda d: d.add_paragraph(prose)), "x").published is None


def test_the_day_on_which_the_file_was_made(docx, prose):
    def fill(document):
        document.add_paragraph(f"{prose} It was the worst attack of 2021.")
        document.core_properties.created = datetime(2021, 5, 3)

    assert read_bytes(docx(fill), "x").published == "2021-05-03"
