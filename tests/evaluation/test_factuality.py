"""Did it happen: answers from scores, from words, and the mean over three answers."""

import pytest

from evaluation.factuality import Confusion, learned, macro_f1, of_certainty
from training.passages import happened
from watchfloor.coder import Coder
from watchfloor.extraction.modality import Operators


@pytest.mark.parametrize(
    ("mean", "wanted"),
    [(1.2, "happened"), (0.5, "uncertain"), (0.0, "uncertain"), (-0.5, "uncertain"), (-1.1, "did not happen")],
)
def test_three_answers_of_a_mean(mean: float, wanted: str) -> None:
    assert happened(mean) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels attacked the base.", "happened"),
        ("Rebels did not attack the base.", "did not happen"),
        ("Rebels may attack the base.", "uncertain"),
        ("Rebels plan to attack the base.", "did not happen"),
    ],
)
def test_the_words_around_a_predicate(text: str, wanted: str, coder: Coder) -> None:
    doc = coder.reader.read(text)
    [predicate] = [token for token in doc if token.text.startswith("attack")]
    assert of_certainty(Operators(coder.known.lexicon).certainty(predicate)) == wanted
    del doc.user_data["coding"]
    assert learned(predicate) is None


class SaysNo:
    """Heads that find everything unlikely to have happened."""

    def facts(self, token: int) -> dict[str, float]:
        return {"happened": -2.0, "uncertain": -3.0, "did not happen": -0.2}


def test_the_models_own_score_is_taken_where_there_is_one(coder: Coder) -> None:
    doc = coder.reader.read("Rebels attacked.")
    doc.user_data["coding"] = SaysNo()
    assert learned(doc[1]) == "did not happen"


def test_macro_f1_is_the_mean_of_the_three() -> None:
    confusion = Confusion({("happened", "happened"): 2, ("did not happen", "happened"): 2})
    assert macro_f1(confusion) == pytest.approx((2 * 2 / (2 + 4)) / 3)
    assert macro_f1(Confusion()) == 0
