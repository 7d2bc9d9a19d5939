"""Which of several candidates a pronoun means. The pronoun that is asked for has a star before it."""

import pytest

from watchfloor.coder import Coder
from watchfloor.extraction import Reading
from watchfloor.extraction.coreference import Coreference, points_back
from watchfloor.records import Document

CASES = [
    # gender: names, titles, nouns
    ("Helen Marsh met Peter Sands in Dublin. *She left early.", "Helen"),
    ("Helen Marsh met Peter Sands in Dublin. *He left early.", "Peter"),
    ("The actress thanked the king. *Her speech was short.", "actress"),
    # number
    ("The rebels shelled the town. *They used mortars.", "rebels"),
    ("Mali and Niger closed the border. *They will open it soon.", "Mali"),
    # what the tree allows
    ("The colonel said that the general had betrayed *him.", "colonel"),
    ("The colonel shot *himself.", "colonel"),
    ("The man who lost *his wallet came back.", "man"),
    ("Diop and *his wife fled.", "Diop"),
    # running ahead
    ("Before *he resigned, the minister opened a bridge.", "minister"),
    ("In *her first speech, Angela Cole thanked the army.", "Angela"),
    # nobody
    ("*It is clear that the rebels lost.", None),
    ("*It rained all day.", None),
    ("*He left early.", None),
]  # fmt: skip


def coreference(text: str, coder: Coder) -> tuple[Reading, Coreference]:
    """A text as extraction sees it, without registered names."""
    reading = Reading(coder.reader.read(text), Document("", "", "", text), coder.known)
    return reading, Coreference(reading)


@pytest.mark.parametrize(("marked", "meant"), CASES)
def test_pronouns(marked: str, meant: str | None, coder: Coder) -> None:
    """The head of the phrase that is meant; the pronoun itself where it stands for nobody."""
    at = marked.index("*")
    reading, known = coreference(marked.replace("*", ""), coder)
    pronoun = next(t for t in reading.doc if t.idx == at)
    found = known.resolve(pronoun)
    assert found.text == (meant or pronoun.text)


def test_names_of_one_person_are_one_entity(coder: Coder) -> None:
    """A surname is who bore it before, and so is the pronoun; another person is another."""
    reading, known = coreference("Jane Cole leads the party. Cole met Peter Sands. Her speech was short.", coder)
    entities = {t.text: known.entity(t) for t in reading.doc if t.text in ("Jane", "Cole", "Her", "Peter")}
    assert entities["Cole"] is entities["Her"] is entities["Jane"]
    assert entities["Peter"] is not entities["Jane"]


@pytest.mark.parametrize(
    ("text", "noun", "back"),
    [
        ("The attack killed nine.", "attack", True),
        ("Such strikes killed nine.", "strikes", True),
        ("Five strikes hit the town.", "strikes", True),
        ("An attack killed nine.", "attack", False),
        ("Attacks killed nine.", "Attacks", False),
    ],
)
def test_nouns_that_point_back(text: str, noun: str, back: bool, coder: Coder) -> None:
    """Articles, demonstratives and numbers go on with what was told; "a" and no article begin anew."""
    doc = coder.reader.read(text)
    assert points_back(next(t for t in doc if t.text == noun)) is back
