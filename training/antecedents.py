"""Fits the weights by which antecedents are chosen: ``python -m training.antecedents --data DATA --table FILE``.

Every pronoun is one choice, among its candidates and nobody, and the weights are those of a logistic regression in
which all candidates of the right entity count as right. Read are the training parts of GUM, of GAP (where other
mentions of the two names count with them) and of the references, whose participants say whom the pronouns beside their
triggers mean. Candidates and their features are those of the product, which chooses by the weights of the last round
while the next one is collected, so that what is known of an entity is what it will be known in use.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from watchfloor.coder import Coder
from watchfloor.extraction import Reading
from watchfloor.extraction.clause import arguments
from watchfloor.extraction.coreference import Coreference, weights
from watchfloor.extraction.coreference.features import ALONE, NOBODY, TOGETHER
from watchfloor.extraction.coreference.mentions import Family, Mention, family
from watchfloor.records import Document

from .passages import lines

NAMES = (*TOGETHER, *ALONE, *NOBODY)
#: How much a pronoun of each corpus counts: the references are few, and what the product reads; those of GAP where
#: neither name is right only say which entities are wrong.
COUNTS = {"gum": 1.0, "gap": 0.9, "gap neither": 0.45, "statements": 3.0}
ROUNDS = 2
#: Strength of the pull to zero, and the steps of the descent: enough for the third decimal to stand still.
PULL = 2.0
STEPS = 400
PACE = 0.08

Array = NDArray[np.float64]
Marked = tuple[int, int]


@dataclass
class Passage:
    """A text with its pronouns, each by where it begins with the phrases that it may stand for.

    ``right`` False turns it round: all phrases but these may be right. No phrase at all: it stands for nobody.
    """

    corpus: str
    text: str
    pronouns: dict[int, list[Marked]]
    right: bool = True
    #: All pronouns are told: those that are not listed stand for nobody.
    complete: bool = False


@dataclass
class Choices:
    """Choices of one family: features of all candidates, which are right, and how much the choice counts."""

    rows: list[Array] = field(default_factory=list)
    right: list[NDArray[np.bool_]] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)


def gum(data: Path) -> Iterator[Passage]:
    """Documents of GUM; a pronoun's phrases are those of its cluster, other pronouns included."""
    for row in lines(data / "coref_gum" / "train.jsonl"):
        clusters: dict[str, list[Marked]] = {}
        for mention in row["entities"]:
            clusters.setdefault(mention["cluster"], []).append((mention["start"], mention["end"]))
        pronouns = {m["start"]: clusters[m["cluster"]] for m in row["entities"] if " " not in m["span"]}
        yield Passage("gum", row["text"], pronouns, complete=True)


def gap(data: Path) -> Iterator[Passage]:
    """Snippets of GAP, one pronoun each."""
    for row in lines(data / "coref_gap" / "train.jsonl"):
        named = [(row[key]["start"], row[key]["end"]) for key in "ab" if row[key]["coref"]]
        neither = [(row[key]["start"], row[key]["end"]) for key in "ab"]
        corpus = "gap" if named else "gap neither"
        yield Passage(corpus, row["text"], {row["pronoun"]["start"]: named or neither}, right=bool(named))


def statements(data: Path, coder: Coder) -> Iterator[tuple[Passage, Reading]]:
    """References: a pronoun that is an argument of a trigger means one of the statement's participants."""
    for row in lines(data / "statements" / "train.jsonl"):
        reading = _read(row["text"], coder)
        pronouns: dict[int, list[Marked]] = {}
        for statement in row["statements"]:
            trigger = statement["trigger"] or {}
            told = [(p["start"], p["end"]) for p in (*statement["actors"], *statement["recipients"]) if p.get("end")]
            head = next((t for t in reading.doc if t.idx == trigger.get("start")), None)
            for tokens in arguments(head).values() if head is not None else ():
                pronouns.update({t.idx: told for t in tokens if family(t) is not None and told})
        yield Passage("statements", row["text"], pronouns), reading


def _read(text: str, coder: Coder) -> Reading:
    return Reading(coder.reader.read(text), Document("", "", "", text), coder.known)


class Collector(Coreference):
    """Chooses as the product does, and notes every choice that the corpus knows the answer to."""

    def __init__(self, reading: Reading, passage: Passage, choices: Mapping[Family, Choices]) -> None:
        """``choices`` are added to."""
        super().__init__(reading)
        self._passage = passage
        self._choices = choices
        self._doc = reading.doc

    def run(self) -> int:
        """Make all choices; how many found somebody."""
        return len(self._antecedents)

    def _best(self, mention: Mention, kind: Family, fits: Callable[[Mention], bool]) -> Mention | None:
        chosen = super()._best(mention, kind, fits)
        start = self._doc[mention.at].idx
        if mention.kind != "pronoun" or not (self._passage.complete or start in self._passage.pronouns):
            return chosen
        meant = self._heads(self._passage.pronouns.get(start, []))
        pairs = list(self.pairs(mention, fits))
        if self._passage.corpus == "gum":
            right = [p.candidate.at in meant for p in pairs]
        else:
            entities = {id(m.entity) for m in self._mentions if m.at in meant}
            right = [(id(p.candidate.entity) in entities) == self._passage.right for p in pairs]
        right.append(self._passage.complete and not any(right) and (kind == "thing" or not meant))
        if any(right):
            context = self._context
            alone = [[float(test(p.candidate, context)) for test in ALONE.values()] for p in pairs]
            together = [[float(test(p)) for test in TOGETHER.values()] for p in pairs]
            none = [0.0] * len(NOBODY)
            nobody = [0.0] * (len(NAMES) - len(NOBODY)) + [float(test(mention, context)) for test in NOBODY.values()]
            told = self._choices[kind]
            told.rows.append(np.array([*(t + a + none for t, a in zip(together, alone, strict=True)), nobody]))
            told.right.append(np.array(right))
            told.counts.append(COUNTS[self._passage.corpus])
        wrong = chosen is not None and self._passage.complete and chosen.at not in meant
        return None if wrong else chosen

    def _heads(self, phrases: Sequence[Marked]) -> set[int]:
        heads = set()
        for start, end in phrases:
            words = self._doc.char_span(start, end, alignment_mode="expand") or ()
            inside = {t.i for t in words}
            heads |= {t.i for t in words if not t.is_punct and (t.head.i == t.i or t.head.i not in inside)}
        return heads


def fit(choices: Choices) -> Array:
    """The weights of one family, by descent with momentum on the mean of its choices."""
    rows, right = np.vstack(choices.rows), np.concatenate(choices.right)
    sizes = [len(each) for each in choices.right]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of = np.repeat(np.arange(len(sizes)), sizes)
    counts = np.array(choices.counts)[of]
    found, mean, square = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = rows @ found
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        all_ = odds / np.add.reduceat(odds, starts)[of]
        odds = odds * right
        among = odds / np.add.reduceat(odds, starts)[of]
        gradient = rows.T @ ((all_ - among) * counts) + PULL * found
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        found -= PACE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found


def write(table: Mapping[str, Sequence[float]], path: Path) -> None:
    """Replace the rows of the table in the module ``weights``."""
    width = max(map(len, table)) + 3
    rows = []
    for name, row in table.items():
        if any(row):
            told = ", ".join(f"{weight:5.2f}" for weight in row)
            rows.append(f"    {json.dumps(name) + ':':{width}} ({told}),\n")
    text = path.read_text(encoding="utf-8")
    whole = re.sub(r"(?ms)(^WEIGHTS: .*?\{\n).*?(^\})", lambda m: m[1] + "".join(rows) + m[2], text, count=1)
    path.write_text(whole, encoding="utf-8")


def main() -> None:
    """Collect, fit, and collect again with what was fitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--table", type=Path, required=True, help="the module weights.py, whose table is replaced")
    options = parser.parse_args()
    coder = Coder.load()
    passages = [(p, _read(p.text, coder)) for p in (*gum(options.data), *gap(options.data))]
    passages += statements(options.data, coder)
    for _ in range(ROUNDS):
        choices: dict[Family, Choices] = {kind: Choices() for kind in weights.FAMILIES}
        for passage, reading in passages:
            Collector(reading, passage, choices).run()
        columns = [fit(choices[kind]) for kind in weights.FAMILIES]
        table = {name: [round(float(c[at]), 2) + 0.0 for c in columns] for at, name in enumerate(NAMES)}
        weights.COLUMNS.update(weights.columns(table))
        print({kind: len(choices[kind].rows) for kind in choices}, flush=True)
    write(table, options.table)


if __name__ == "__main__":
    main()
