"""Titles, sections and furniture of plain text and Markdown."""

import pytest

from watchfloor.documents import read_bytes


def headings(document):
    return [s.heading for s in document.sections]


def furniture(document):
    return [s.text for s in document.furniture]


def of(text, name="x.txt"):
    return read_bytes(text.encode(), name)


def test_a_brief_with_labels_caption_and_two_articles(prose):
    document = of(
        "Briefs\n\nPublication: Some Monitor Volume: 19 Issue: 18\n\nA Group’s Flag (Source: An Institute)\n\n"
        f"First Group Turns on Second\n\n{prose}\n\n{prose}\n\n \n\nThird Group Ramps up Attacks\n\n{prose}\n\n \n\n"
        "SM_September 24 2021.PDF"
    )
    assert (document.title, document.publication) == ("First Group Turns on Second", "Some Monitor")
    assert (document.volume, document.issue, document.published) == ("19", "18", "2021-09-24")
    assert headings(document) == ["First Group Turns on Second", "Third Group Ramps up Attacks"]
    assert furniture(document) == [
        "Briefs",
        "Publication: Some Monitor Volume: 19 Issue: 18",
        "A Group’s Flag (Source: An Institute)",
        "SM_September 24 2021.PDF",
    ]


def test_sections_reach_from_heading_to_heading(prose):
    document = of(f"First Heading\n\n{prose}\n\nSecond Heading\n\n{prose}\n")
    first, second = document.sections
    assert document.text[first.start : first.end] == f"First Heading\n\n{prose}"
    assert document.text[second.start : second.end] == f"Second Heading\n\n{prose}"


def test_prose_before_the_first_heading_has_a_section_without_one(prose):
    assert headings(of(f"{prose}\n\nWhat Comes Next\n\n{prose}")) == ["", "What Comes Next"]


def test_a_text_of_paragraphs_has_no_title(prose):
    document = of(f"{prose}\n{prose}\n{prose}")
    assert (document.title, headings(document)) == (None, [""])


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Office Minister Tobias Ellwood said:",
        "The minister opened the embassy.",
        "in the next phase",
        "- Two soldiers of the Fourth Brigade",
        "3) Arms and money",
        "26 August | Kabul airport | 13",
        "He was killed in 2008.[3]",
        "“It is a long game.” - Matthew",
        "General Khan, Colonel Shah,",
        "---",
    ],
)
def test_lines_that_are_no_headings(line, prose):
    assert line not in headings(of(f"{prose}\n\n{line}\n\n{prose}"))


@pytest.mark.parametrize(
    "line",
    [
        "Raqqa in Next Isolation Phase",
        "Pakistan",
        "KEY TAKEAWAYS",
        "Toll in Waziristan ambush rises to 13; Kabul denies role",
        "Who Rules Kunduz?",
        "“Not Our Men”: The Army Denies",
        "al-Shabaab Answers",
        "Security",
    ],
)
def test_lines_that_are_headings(line, prose):
    assert line in headings(of(f"{prose}\n\n{line}\n\n{prose}"))


def test_a_sentence_broken_by_copying_makes_no_heading(prose):
    assert headings(of(f"{prose}\nDavis said that the U.S.-led\ncoalition\n struck five times.\n{prose}")) == [""]


def test_many_short_lines_are_a_list(prose):
    names = "\n\n".join(["Brigade One", "Brigade Two", "Brigade Three", "Brigade Four", "Brigade Five"])
    assert headings(of(f"{prose}\n\n{names}\n\n{prose}")) == [""]


def test_the_last_line_is_no_heading(prose):
    assert headings(of(f"{prose}\n\nPress Office of the Ministry")) == [""]


def test_wrapped_text_is_read_by_paragraph():
    document = of(
        "Gunmen attack checkpoint\nnear Kunduz\n\nBy Jane Doe\n24 September 2021\n\n"
        "Gunmen attacked a checkpoint near the town of Kunduz on Monday,\n"
        "killing three soldiers and wounding at least five, police said. The\n"
        "Islamic State claimed the attack on its channel, and\nofficials confirmed the claim.\n\nWhat next\n\n"
        "More attacks are expected in the province, as the army has left the\nroads to the militia.\n"
    )
    assert document.title == "Gunmen attack checkpoint near Kunduz"
    assert (document.authors, document.published) == (("Jane Doe",), "2021-09-24")
    assert headings(document) == ["Gunmen attack checkpoint near Kunduz", "What next"]


def test_a_dateline_is_furniture_and_its_agency_publishes(prose):
    document = of(f"Gunmen attack checkpoint\n\nKUNDUZ, 3 May 2021 (AFP) - {prose}")
    assert furniture(document) == ["KUNDUZ, 3 May 2021 (AFP) -"]
    assert (document.published, document.publication) == ("2021-05-03", "AFP")


def test_named_slots_outrank_lines_that_look_the_part(prose):
    document = of(f"News | 5 May 2021\nPublished: 3 May 2021\n\nA Headline\n\n{prose}", "2021-01-01.txt")
    assert document.published == "2021-05-03"


def test_the_name_of_the_file_comes_last(prose):
    assert of(f"A Headline\n\n{prose}", "notes/2021-09-24-brief.txt").published == "2021-09-24"


def test_ambiguous_and_partial_dates_stay_empty(prose):
    assert of(f"A Headline\n\n03/04/2021\n\n{prose}").published is None
    assert of(f"A Headline\n\nMay 2021\n\n{prose}").published is None
    assert of(f"Digest\n\nWeek ending 21 January 2024\n\n{prose}").published is None


def test_dates_of_incidents_are_not_the_documents(prose):
    entry = f"Date: 3 May 2021\nLocation: Kunduz\n\n{prose}\n\n"
    assert of(f"Incident Log\n\n{entry}").published is None
    assert of(f"Incident Log\n\nDate: 3 May 2021\n\n{prose}\n\nDate: 4 May 2021\n\n{prose}").published is None


def test_dates_in_the_prose_are_not_the_documents():
    text = "The war began on 24 February 2022. On 3 March 2022, the army took the city, according to its spokesman."
    assert of(text).published is None


def test_a_serial_is_dated_by_its_headline(prose):
    assert of(f"Daily Round-up: Europe, 2 October 2023\n\n{prose}").published == "2023-10-02"
    assert of(f"Bombing of Kabul airport, 26 August 2021\n\n{prose}").published is None


def test_markdown(prose):
    text = (
        "---\ntitle: The Title\ndate: 2021-05-03\nauthors: [Jane Doe, Omar Hassan]\n---\n\n# The Title\nA paragraph "
        f"under it, at once. {prose}\n\nSet Out\n-------\n\n- {prose}\n\n```\n# no heading\n```\n\n## Next ##\n\n"
        f"![A flag](flag.png)\n\n{prose}\n"
    )
    document = of(text, "note.md")
    assert document.text == text
    assert (document.title, document.published) == ("The Title", "2021-05-03")
    assert document.authors == ("Jane Doe", "Omar Hassan")
    assert headings(document) == ["The Title", "Set Out", "Next"]
    assert "```\n# no heading\n```" in furniture(document)
    assert "![A flag](flag.png)" in furniture(document)
    assert not any(prose[:20] in piece for piece in furniture(document))


def test_the_same_text_under_another_name_is_no_markdown(prose):
    assert headings(of(f"# Not a heading.\n\n{prose}")) == [""]
