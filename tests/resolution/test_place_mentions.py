"""Names of places in what the language model marks as names, and outside it."""

import pytest

from watchfloor.knowledge import places
from watchfloor.knowledge.places import Places
from watchfloor.resolution.place_mentions import place_mentions


@pytest.fixture(scope="module")
def gazetteer() -> Places:
    return places.load()


# A text in which [LOC:...] marks what the model takes for a name, and the names of places that it holds.
CASES = [
    ("Rain fell in [LOC:northern Mali].", ["Mali"]),
    ("Rain fell in [LOC:North Macedonia].", ["North Macedonia"]),
    ("Rebels entered [LOC:Goma city].", ["Goma"]),
    ("He lives in [LOC:Panama City].", ["Panama City"]),
    ("Staff of the [ORG:Ohio Department of Health] left.", ["Ohio"]),
    ("He left the [ORG:Bank of Canada].", ["Canada"]),
    ("The [ORG:Afghan Red Crescent] sent cars.", ["Afghan"]),
    ("The [ORG:Djibo Traders Union] met in [LOC:Djibo].", ["Djibo", "Djibo"]),
    ("The [ORG:Lincoln Club] met.", []),
    ("He met [PER:George Washington].", []),
    ("Prices rose for [NAT:Afghans] and [NAT:Martians].", ["Afghans"]),
    ("They live on [LOC:Wichita Drive].", ["Wichita Drive"]),
    ("They turned [LOC:North] on the [LOC:Highway].", []),
    ("A man from Charleston, [LOC:W].Va., was held.", ["W.Va."]),
    ("He moved to Erie, Pa., last year.", ["Pa."]),
    ("BAMAKO (Reuters) - Soldiers left.", ["BAMAKO"]),
    ("Some villages near [LOC:Qala-e-Nowhere] burned.", ["Qala-e-Nowhere"]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_names(gazetteer: Places, marked: str, expected: list[str]) -> None:
    text, names = "", []
    for i, piece in enumerate(marked.replace("]", "[").split("[")):
        label, _, words = piece.partition(":") if i % 2 else ("", "", piece)
        if label:
            names.append((len(text), len(text) + len(words), label))
        text += words
    found = place_mentions(text, names, gazetteer, lambda word: word in ("Afghan", "Afghans"))
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
