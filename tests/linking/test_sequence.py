"""Words that set one happening apart from another in the same sentence."""

import pytest

from watchfloor.linking.sequence import anew, aside
from watchfloor.records import Span, Statement

#: A sentence, two triggers, whether words put only one of them before or after the rest, and whether the later is new.
CASES = [
    ("The raid came hours after gunmen shot a judge.", "raid", "shot", True, False),
    ("Two days after the bombing, troops stormed the village.", "bombing", "stormed", True, False),
    ("Jets bombed a cave in response to the attack on a base.", "bombed", "attack", True, False),
    ("Gunmen shot a judge after storming his house.", "shot", "storming", False, False),
    ("Rebels shelled the town and also burned a mill.", "shelled", "burned", False, True),
    ("A bomb exploded at noon and killed four.", "exploded", "killed", False, False),
]


def statement(text: str, word: str) -> Statement:
    at = text.index(word)
    return Statement(word, "d", None, "event", "ASSAULT", Span(word, at, at + len(word)), Span(text, 0, len(text)))


@pytest.mark.parametrize(("text", "one", "other", "apart", "new"), CASES)
def test_words_between_two_happenings(text, one, other, apart, new):
    first, second = statement(text, one), statement(text, other)
    assert (aside(first) != aside(second)) == apart
    assert (anew(first), anew(second)) == (False, new)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Hours later, gunmen shot a judge.", True),
        ("Also a judge was shot.", True),
        ("Later that year he was shot.", False),
        ("The judge was shot in another town.", False),
    ],
)
def test_a_sentence_turns_to_another_happening(text, new):
    assert anew(statement(text, "shot")) == new
