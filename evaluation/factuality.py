"""Did it happen? Predicates of UDS factuality, each judged by several people on a scale from about -3 to 3.

The mean of their judgements becomes one of three answers, as in training. Both bounds lie where the training part has
a gap: below -0.5 people say that it did not happen, above 0.5 that it did, and nearly nobody's mean lies in between
but around 0, where they disagree. What is foreseen, planned or hoped for did not happen, as they were told to judge.
"""

from collections import Counter
from pathlib import Path

from spacy.tokens import Doc, Token

from evaluation.figure import Figure, share
from training.corpora import lines
from training.passages import FACTUALITY, happened
from watchfloor.coder import Coder
from watchfloor.extraction.coding import Coding
from watchfloor.extraction.modality import Certainty, Operators
from watchfloor.records import Modality

DID, UNCERTAIN, DID_NOT = FACTUALITY
#: What the macro F1 must be above the better of the baselines: the last decimal that is printed.
BEATEN = 0.001

#: What the lexicon's certainty of a predicate that is not negated says of it.
ANSWER_OF: dict[Modality, str] = {
    "actual": DID,
    "attempted": UNCERTAIN,
    "planned": DID_NOT,
    "possible": UNCERTAIN,
    "predicted": DID_NOT,
    "hypothetical": DID_NOT,
}

Confusion = Counter[tuple[str, str]]
"""How often (what people say, what is answered)."""


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """Ours, the lexicon's operators alone, and always the most frequent answer."""
    operators = Operators(coder.known.lexicon)
    ours, lexicon, said = Confusion(), Confusion(), Counter[str]()
    for sentence in lines(data / "factuality_uds" / f"{split}.jsonl"):
        doc = coder.reader.read(sentence["text"])
        for event in sentence["events"]:
            wanted = happened(event["factuality"])
            token = _token(doc, event["start"])
            by_words = of_certainty(operators.certainty(token))
            said[wanted] += 1
            lexicon[wanted, by_words] += 1
            ours[wanted, learned(token) or by_words] += 1
    [(most, _)] = said.most_common(1)
    majority = Confusion({(wanted, most): count for wanted, count in said.items()})
    baselines = {"lexicon alone": lexicon, f"majority ({most})": majority}
    return [
        *_figures("", ours, target=max(map(macro_f1, baselines.values())) + BEATEN),
        *(figure for name, confusion in baselines.items() for figure in _figures(f"{name}: ", confusion)),
    ]


def of_certainty(certainty: Certainty) -> str:
    """The answer that the words around a predicate give."""
    return DID_NOT if certainty.polarity == "negative" else ANSWER_OF[certainty.modality]


def learned(token: Token) -> str | None:
    """The answer that the coding heads find likeliest; None where a model has no such heads."""
    coding: Coding | None = token.doc.user_data.get("coding")
    if coding is None:
        return None
    likely = coding.facts(token.i)
    return max(FACTUALITY, key=lambda each: likely[each])


def macro_f1(confusion: Confusion) -> float:
    """The mean F1 of the three answers."""
    return sum(_f1(confusion, each) for each in FACTUALITY) / len(FACTUALITY)


def _f1(confusion: Confusion, one: str) -> float:
    wanted = sum(count for (want, _), count in confusion.items() if want == one)
    given = sum(count for (_, got), count in confusion.items() if got == one)
    return 2 * confusion[one, one] / (wanted + given) if wanted + given else 0.0


def _figures(name: str, confusion: Confusion, target: float | None = None) -> list[Figure]:
    cases = confusion.total()
    each = ", ".join(f"{one} {_f1(confusion, one):.3f}" for one in FACTUALITY)
    right = sum(confusion[one, one] for one in FACTUALITY)
    macro = Figure(
        measure="factuality", name=f"{name}macro F1", value=macro_f1(confusion), of=cases, target=target, note=each
    )
    return [macro, share("factuality", f"{name}right", right, cases)]


def _token(doc: Doc, start: int) -> Token:
    """The token at a character."""
    return next(token for token in doc if token.idx <= start < token.idx + max(len(token), 1))
