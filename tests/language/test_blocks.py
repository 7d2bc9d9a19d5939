"""Sure breaks in text: what is a paragraph, a headline, a list, and what is only wrapped."""

import pytest

from watchfloor.language import blocks

CASES = {
    "blank line": ("One\n\ntwo", ["One", "two"]),
    "blank line with blanks": ("One\n \t\ntwo", ["One", "two"]),
    "carriage returns": ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    "headline": ("Army Retakes Town\nThe army retook the town of Orin on Monday, officials said, after a siege of two "
                 "months that cost many lives.", 2),
    "bullets": ("Findings:\n- the first\n- the second\n• the third", 4),
    "numbers": ("1. A bomb exploded.\n2. A man was held.", 2),
    "head of an issue": ("Publication: The Monitor\nVolume: 19\nIssue: 18", 3),
    "wrapped": ("The council said that a drone had\ndropped two grenades on positions near\nLake Orin on Monday.", 1),
    "before a capital": ("The talks were led by the envoy of the\nUnited Nations, who left\nfor the Capital.", 1),
    "entries that are wrapped": ("- Attacks on the northern highway rose from\nthree to nine\n- Two were claimed", 2),
    "a date that is wrapped": ("The group said that it attacked the convoy on May\n10. The army denied it.", 1),
    "a dash that is wrapped": ("The group, which has grown since 2011\n- nobody knows by how many - claimed it.", 1),
    "narrow": ("The ceasefire between the Upper Valley\nCouncil and the army held on Thursday,\nalthough both sides\n"
               "reported violations.", 1),
    "not before lower case": ("A short line\ngoes on here", 1),
    "a blank in a line": ("He died               .", 1),
    "nothing": ("", 0),
    "whitespace only": (" \n\n\t", 0),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    text, expected = CASES[name]
    found = [text[start:end] for start, end in blocks.spans(text)]
    if isinstance(expected, int):
        assert len(found) == expected, found
    else:
        assert [block.strip() for block in found] == expected
