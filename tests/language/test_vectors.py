import numpy as np
import pytest

from training.vectors import fit
from watchfloor.language import LanguageReader, vector
from watchfloor.language.vectors import LENGTH, SIZE


def closeness(reader: LanguageReader, one: tuple[str, str], other: tuple[str, str]) -> float:
    """The cosine of two statements, each given as its sentence and its trigger."""
    left, right = (np.frombuffer(told(reader, *each), np.int8).astype(int) for each in (one, other))
    return float(left @ right) / LENGTH**2


def told(reader: LanguageReader, text: str, trigger: str, before: str = "") -> bytes:
    start = len(before) + text.index(trigger)
    doc = reader.read(before + text)
    found = vector(doc, (start, start + len(trigger)), (len(before), len(before) + len(text)))
    assert found is not None
    return found


BLAST = ("A bomb exploded outside a mosque in Herat, killing four worshippers.", "exploded")


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (
            ("The blast at the mosque in Herat left four worshippers dead.", "blast"),
            ("Police in Herat arrested four worshippers outside a mosque.", "arrested"),
        ),
        (
            ("An explosive device detonated near a mosque.", "detonated"),
            ("The mayor of Herat resigned after a scandal.", "resigned"),
        ),
        (
            ("A bomb exploded outside a mosque in the city.", "exploded"),
            ("A bomb exploded on a runway as two helicopters were refuelled.", "exploded"),
        ),
    ],
)
def test_the_same_in_other_words_is_nearer(reader: LanguageReader, near: tuple[str, str], far: tuple[str, str]) -> None:
    assert closeness(reader, BLAST, near) > closeness(reader, BLAST, far)


def test_statements_of_one_sentence_differ(reader: LanguageReader) -> None:
    text = "Soldiers shot two smugglers near Nimroz and a court in Kabul sentenced their leader to death."
    verdict = ("The court sentenced him to death.", "sentenced")
    assert closeness(reader, (text, "sentenced"), verdict) > closeness(reader, (text, "shot"), verdict) + 0.2


def test_length_is_fixed(reader: LanguageReader) -> None:
    found = told(reader, *BLAST)
    assert len(found) == SIZE
    assert np.linalg.norm(np.frombuffer(found, np.int8).astype(float)) == pytest.approx(LENGTH, abs=4)


def test_what_stands_around_does_not_matter(reader: LanguageReader) -> None:
    """A paragraph is read the same wherever it stands, so the store may keep its vectors."""
    before = "The council met on Sunday. It decided nothing of note.\n\n"
    assert told(reader, *BLAST) == told(reader, *BLAST, before=before)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_says_nothing(reader: LanguageReader, text: str) -> None:
    assert vector(reader.read(text), (0, len(text)), (0, len(text))) is None


def test_a_sentence_without_content_words_has_a_vector(reader: LanguageReader) -> None:
    assert len(told(reader, "It was he who did it.", "did")) == SIZE


def test_fitted_directions_tell_words_apart_and_ignore_what_varies_with_use() -> None:
    """Words differ in one of three inputs by a little; another varies from use to use by far more."""
    made = np.random.default_rng(3)
    width = SIZE + 3
    lemmas = [lemma for lemma in "abcdefgh" for _ in range(40)]
    words = made.normal(0, 0.1, (len(lemmas), width))
    words[:, 0] += [3 * "abcdefgh".index(lemma) for lemma in lemmas]
    words[:, 1] += made.normal(0, 50, len(lemmas))
    fitted = fit(words, [*lemmas[:-1], "once"])
    assert fitted.shape == (1 + width, SIZE)
    told = words @ fitted[1:] - fitted[0]
    assert abs(np.corrcoef(told[:, 0], words[:, 0])[0, 1]) > 0.99
    assert abs(fitted[2, 0]) < 0.01 * abs(fitted[1, 0])
