"""Where sentences begin: rules that hold whatever the model says, and how well both do on briefs."""

from pathlib import Path

import pytest

from watchfloor.language import LanguageReader, sentences
from watchfloor.language.features import GAP_BLANK, GAP_NONE

BRIEFS = Path(__file__).with_name("briefs.txt")


def marked() -> list[tuple[str, set[int]]]:
    """Return each brief with the offsets at which its sentences begin."""
    body = BRIEFS.read_text(encoding="utf-8").split("\n", 1)[1]
    briefs = []
    for raw in body.split("\n====\n"):
        parts = raw.split("|")
        text = "".join(parts)
        starts, offset = {0}, 0
        for part in parts[:-1]:
            offset += len(part)
            starts.add(offset)
        briefs.append((text, starts))
    return briefs


def test_sentences_of_briefs(reader: LanguageReader) -> None:
    right = wanted = found = 0
    wrong = []
    for text, starts in marked():
        given = {sentence.start_char for sentence in reader.read(text).sents}
        right += len(given & starts)
        wanted += len(starts)
        found += len(given)
        wrong += [text[max(0, at - 30) : at] + "|" + text[at : at + 30] for at in sorted(given ^ starts)]
    assert wanted >= 60
    assert 2 * right / (wanted + found) >= 0.97, wrong


NEVER = [
    ("in the U.S .", 3),
    ("Gen. Maro left", 1),
    ("on Oct. 24 they", 2),
    ('He said " no "', 4),
    ("They left ( again ) .", 4),
    ("“ Never again ”", 1),
]


@pytest.mark.parametrize(("text", "index"), NEVER)
def test_no_start_however_probable(text: str, index: int) -> None:
    words = text.split()
    gaps = [GAP_BLANK if index == 0 or word.isalnum() else GAP_NONE for index, word in enumerate(words)]
    if words[index - 1] in ("“", "("):
        gaps[index] = GAP_NONE
    probabilities = [0.0] * len(words)
    probabilities[index] = 0.99
    assert not sentences.starts(words, gaps, probabilities)[index]


def test_a_stop_makes_a_start_likelier() -> None:
    words = ["Five", "died", ".", "Police", "came", "later"]
    probabilities = [0.0, 0.0, 0.0, 0.4, 0.4, 0.4]
    assert sentences.starts(words, [GAP_BLANK] * 6, probabilities) == [True, False, False, True, False, False]
