"""Dictionary forms of the words that reports are made of."""

import pytest

from watchfloor.language.lemmas import Lemmatiser

VERBS = """
fled/VBD/flee fleeing/VBG/flee flees/VBZ/flee shot/VBN/shoot seized/VBN/seize struck/VBD/strike
fought/VBD/fight laid/VBD/lay
lying/VBG/lie dying/VBG/die planned/VBD/plan kidnapped/VBN/kidnap kidnapping/VBG/kidnap denied/VBD/deny denies/VBZ/deny
using/VBG/use agreed/VBD/agree freed/VBN/free found/VBD/find found/VB/found besieged/VBN/besiege razed/VBN/raze
assassinated/VBN/assassinate patrolling/VBG/patrol expelled/VBN/expel repelled/VBD/repel clashes/VBZ/clash led/VBD/lead
shelling/VBG/shell executed/VBN/execute beaten/VBN/beat torched/VBD/torch pledged/VBD/pledge stabbed/VBN/stab
withdrew/VBD/withdraw sought/VBD/seek overran/VBD/overrun hit/VBD/hit re-emerged/VBD/re-emerge blew/VBD/blow
retook/VBP/retake fled/VB/flee saw/VBP/saw
""".split()
NOUNS = """
militias/NNS/militia forces/NNS/force bases/NNS/base knives/NNS/knife men/NNS/man gunmen/NNS/gunman children/NNS/child
casualties/NNS/casualty crises/NNS/crisis series/NNS/series troops/NNS/troop allies/NNS/ally losses/NNS/loss
people/NNS/people
explosives/NNS/explosive houses/NNS/house jihadists/NNS/jihadist headquarters/NNS/headquarters
attack/NN/attack 1990s/NNS/1990s
""".split()
OTHERS = [
    ("worse", "ADJ", "JJR", "bad"),
    ("larger", "ADJ", "JJR", "large"),
    ("heaviest", "ADJ", "JJS", "heavy"),
    ("was", "AUX", "VBD", "be"),
    ("are", "VERB", "VBP", "be"),
    ("’s", "AUX", "VBZ", "be"),
    ("ca", "AUX", "MD", "can"),
    ("them", "PRON", "PRP", "they"),
    ("Iraqis", "PROPN", "NNPS", "Iraqi"),
    ("Kabul", "PROPN", "NNP", "Kabul"),
    ("Paris", "PROPN", "NNP", "Paris"),
    ("n’t", "PART", "RB", "not"),
    ("5,000", "NUM", "CD", "5,000"),
]


@pytest.fixture(scope="module")
def lemmatise() -> Lemmatiser:
    return Lemmatiser()


@pytest.mark.parametrize("case", VERBS + NOUNS)
def test_open_classes(case: str, lemmatise: Lemmatiser) -> None:
    word, tag, expected = case.split("/")
    assert lemmatise(word, "VERB" if tag.startswith("V") else "NOUN", tag) == expected


@pytest.mark.parametrize(("word", "pos", "tag", "expected"), OTHERS)
def test_others(word: str, pos: str, tag: str, expected: str, lemmatise: Lemmatiser) -> None:
    assert lemmatise(word, pos, tag) == expected
