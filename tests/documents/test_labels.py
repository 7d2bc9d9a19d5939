"""Labels, captions and datelines, each with its near misses."""

import pytest

from watchfloor.documents.content import Metadata
from watchfloor.documents.credits import is_caption
from watchfloor.documents.datelines import capitals, read_dateline
from watchfloor.documents.labels import read_label

LABELS = {
    "Publication: Terrorism Monitor Volume: 19 Issue: 18": {
        "publication": "Terrorism Monitor",
        "volume": "19",
        "issue": "18",
    },
    "Terrorism Monitor, Volume XIX, Issue 18": {"publication": "Terrorism Monitor", "volume": "19", "issue": "18"},
    "Terrorism Monitor Vol. 19 No. 18 • September 24, 2021": {
        "publication": "Terrorism Monitor",
        "volume": "19",
        "issue": "18",
        "published": "2021-09-24",
    },
    "Perspectives on Terrorism, Vol. 15, Issue 4 (August 2021)": {
        "publication": "Perspectives on Terrorism",
        "volume": "15",
        "issue": "4",
    },
    "Published: 24 September 2021 10:30 GMT": {"published": "2021-09-24"},
    "Date: 03/04/2021": {},
    "Source: Reuters": {"publication": "Reuters"},
    "Authors: Jane Doe, Omar al-Masri": {"authors": ("Jane Doe", "Omar al-Masri")},
    "By Jane Doe": {"authors": ("Jane Doe",)},
    "BY JANE DOE AND OMAR HASSAN": {"authors": ("Jane Doe", "Omar Hassan")},
    "By Omar al-Masri, Kabul | September 24, 2021": {"authors": ("Omar al-Masri",), "published": "2021-09-24"},
    "Saturday, September 12, 2015": {"published": "2015-09-12"},
    "Geneva, 3 May 2021": {"published": "2021-05-03"},
    "News | 3 May 2021 | 14:05 GMT": {"published": "2021-05-03"},
    "SC/14567, 3 MAY 2021": {"published": "2021-05-03"},
    "PRESS RELEASE 21/123, 3 May 2021": {"published": "2021-05-03"},
    "Week ending 21 January 2024": {},
    "1–15 June 2024": {},
    "Situation as of 1800Z, 12 June 2017": {},
    "Updated: 24 September 2021": {},
    "Tags: Kabul, ISKP": {},
    "TM_September 24 2021.PDF": {},
    "Share this article on Facebook, Twitter": {},
    "Read more: Kabul falls": {},
    "Copyright 2021 The Site. All rights reserved.": {},
    "ENDS": {},
    "***": {},
    "https://example.org/a": {},
}
NO_LABELS = [
    "By Tuesday the army had retaken the town",
    "By Tuesday, Soldiers Had Left",
    "By the Numbers",
    "By Sea and Land",
    "Date palms burned in the attack.",
    "Source: a police officer who was there. He said that he saw nothing.",
    "The issue: whether to fight",
    "Volume of attacks rises 18 percent",
    "On 3 May 2021",
    "Attack in Kabul, 2 October 2023",
    "Kabul Attack, 2 October 2023",
    "May 3, 2021, the day the war began",
    "In 2021, 300 died",
    "Save the Children staff killed in attack",
    "Read more about this",
    "Ends Attack",
    "He saved it under the name of the old report.pdf",
    "Security",
]


@pytest.mark.parametrize(("line", "said"), LABELS.items(), ids=LABELS)
def test_labels(line, said):
    label = read_label(line)
    assert label is not None
    assert label.metadata == Metadata(**said)


@pytest.mark.parametrize("line", NO_LABELS)
def test_prose_and_headlines_that_look_like_labels(line):
    assert read_label(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Islamic State in Khorasan Province (Source: European Eye on Radicalization)",
        "Soldiers patrol in Kabul, May 3. (AFP/Getty)",
        "Soldiers patrol (Photo: AFP)",
        "A soldier stands guard in Kabul. [File photo]",
        "A soldier (AP Photo/John Doe)",
        "Photo: AFP",
        "Photo by John Doe",
        "Image credit: John Doe",
        "File photo of a rally.",
        "Taliban fighters. Credit: Reuters",
        "Map of control (Source: ISW)",
    ],
)
def test_captions(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Three soldiers were killed on Tuesday (Source: Reuters).",
        "Three soldiers were killed on Tuesday. (Source: Reuters)",
        "Police said that he was dead (Reuters, May 3)",
        "Photo evidence was found by police in the house.",
        "Picture by picture, the story emerged.",
        "Image of the king was burned",
        "The attack (credit was claimed by ISKP) killed three",
    ],
)
def test_prose_with_a_citation_is_no_caption(line):
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "prefix", "published", "agency"),
    [
        ("KABUL, 3 May 2021 (AFP) - Nine people died.", "KABUL, 3 May 2021 (AFP) - ", "2021-05-03", "AFP"),
        ("Kabul (AFP) – Nine people died.", "Kabul (AFP) – ", None, "AFP"),
        ("(Reuters) - Nine people died.", "(Reuters) - ", None, "Reuters"),
        ("LAGOS, Nigeria — Nine people died.", "LAGOS, Nigeria — ", None, None),
        ("MOSCOW/KYIV, Feb. 3 (Reuters) - Nine died.", "MOSCOW/KYIV, Feb. 3 (Reuters) - ", None, "Reuters"),
        ("ZAMBOANGA CITY, Philippines (Oct. 5) — Marines came.", "ZAMBOANGA CITY, Philippines (Oct. 5) — ", None, None),
        ("New York, 3 May 2021 – The Council met.", "New York, 3 May 2021 – ", "2021-05-03", None),
        ("BAGHDAD - Combined forces came.", "BAGHDAD - ", None, None),
        ("BAGHDAD (Iraq) — Combined forces came.", "BAGHDAD (Iraq) — ", None, None),
        ("Thursday, May 7, 2015 On Tuesday, it began.", "Thursday, May 7, 2015 ", "2015-05-07", None),
    ],
)
def test_datelines(line, prefix, published, agency):
    found = read_dateline(line, capitals(line))
    assert found is not None
    assert (line[: found.length], found.published, found.agency) == (prefix, published, agency)


@pytest.mark.parametrize(
    "line",
    [
        "ISIS - The group has lost Mosul. Its rival is glad that ISIS lost.",
        "May 3: Nine people were killed.",
        "3 May 2021 - Nine people were killed.",
        "Kabul, 3 May 2021: Nine people were killed.",
        "On May 3 - Nine people were killed.",
        "Somalia – Army forces advanced.",
        "Mosul (Iraq) - Nine people were killed.",
        "Militant Statements Digest, October 31–November 14, 2019",
        "The army (FARDC) - which had left - returned.",
    ],
)
def test_topics_chronicles_and_dashes_are_no_datelines(line):
    assert read_dateline(line, capitals(line)) is None
