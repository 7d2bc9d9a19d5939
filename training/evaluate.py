"""Measure the shipped model on the development sets: ``python -m training.evaluate --data FOLDER``.

With given tokens and sentences, and from raw text as the CoNLL 2018 shared task measures it: the sentences of the set
joined by a blank, words matched by their place in the text, relations without subtypes.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training.corpora import Sentence, ewt
from training.gum import gum
from training.progress import spans
from watchfloor.language import LanguageReader


@dataclass(frozen=True)
class Ratio:
    """Counts behind an F1: right, found, wanted."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """In per cent."""
        return 200 * self.right / max(1, self.found + self.wanted)


def main() -> None:
    """Print one table a set."""
    options = _options()
    reader = LanguageReader(options.threads, options.weights)
    for name, read in (("UD EWT dev", ewt), ("GUM dev", gum)):
        sentences = read(options.data, "dev")
        print(f"\n{name}: {len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words")
        for title, score in (
            ("given tokens, single sentences", given_tokens),
            ("given tokens, running text", given_running_tokens),
            ("raw text", raw_text),
        ):
            figures = score(reader, sentences)
            print(f"  {title:32}" + "  ".join(f"{key} {value:.2f}" for key, value in figures.items()), flush=True)


def given_tokens(reader: LanguageReader, sentences: list[Sentence]) -> dict[str, float]:
    """Score tags, trees and names, each sentence read by itself."""
    return _given(reader, [[sentence] for sentence in sentences])


def given_running_tokens(reader: LanguageReader, sentences: list[Sentence]) -> dict[str, float]:
    """Score the same where the sentences of a document are read together, their starts given."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and groups[-1][-1].document == sentence.document:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return _given(reader, groups)


def _given(reader: LanguageReader, groups: list[list[Sentence]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for group in groups:
        words = [word for sentence in group for word in sentence.words]
        gaps = [gap for sentence in group for gap in sentence.gaps]
        starts = [index == 0 for sentence in group for index in range(len(sentence.words))]
        found = reader.annotate(words, gaps, starts)
        wanted_names = set()
        offset = 0
        for sentence in group:
            for index in range(len(sentence.words)):
                at = offset + index
                head = sentence.heads[index] - 1 + offset if sentence.heads[index] else at
                counts["words"] += 1
                counts["UPOS"] += found.pos[at] == sentence.upos[index]
                counts["XPOS"] += found.tags[at] == sentence.xpos[index]
                counts["UAS"] += found.heads[at] == head
                counts["LAS"] += found.heads[at] == head and found.relations[at] == sentence.relations[index]
            wanted_names |= {(start + offset, end + offset, label) for start, end, label in sentence.names or ()}
            offset += len(sentence.words)
        _count_names(names, set(spans(found.names)), wanted_names)
    shares = {key: 100 * counts[key] / counts["words"] for key in ("UPOS", "XPOS", "UAS", "LAS")}
    return shares | _name_scores(names)


def _count_names(counts: Counter[str], found: set[tuple[int, int, str]], wanted: set[tuple[int, int, str]]) -> None:
    for kind, names in (("found", found), ("wanted", wanted), ("right", found & wanted)):
        counts.update(f"{kind} {label}" for _, _, label in names)


def _name_scores(counts: Counter[str]) -> dict[str, float]:
    """Return F1 for persons, organisations and places together, and for each; nationalities are our own label."""

    def ratio(*labels: str) -> Ratio:
        return Ratio(*(sum(counts[f"{kind} {label}"] for label in labels) for kind in ("right", "found", "wanted")))

    return {"names": ratio("PER", "ORG", "LOC").f1} | {label: ratio(label).f1 for label in ("PER", "ORG", "LOC", "NAT")}


def raw_text(reader: LanguageReader, sentences: list[Sentence]) -> dict[str, float]:
    """Score from text alone."""
    text = " ".join(sentence.text for sentence in sentences)
    wanted: dict[tuple[int, int], tuple] = {}
    wanted_sentences = set()
    offset = 0
    for sentence in sentences:
        places = [
            (offset + start, offset + start + len(word))
            for start, word in zip(sentence.starts, sentence.words, strict=True)
        ]
        for index, place in enumerate(places):
            head = places[sentence.heads[index] - 1] if sentence.heads[index] else None
            wanted[place] = (sentence.upos[index], head, sentence.relations[index])
        wanted_sentences.add((places[0][0], places[-1][1]))
        offset += len(sentence.text) + 1
    doc = reader.read(text)
    found: dict[tuple[int, int], tuple] = {}
    for token in doc:
        if not token.is_space:
            head = None if token.head == token else (token.head.idx, token.head.idx + len(token.head))
            found[token.idx, token.idx + len(token)] = (token.pos_, head, token.dep_)
    found_sentences = set()
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        found_sentences.add((words[0].idx, words[-1].idx + len(words[-1])))

    def f1(same: Callable[[tuple, tuple], bool]) -> float:
        right = sum(same(found[place], wanted[place]) for place in found.keys() & wanted.keys())
        return Ratio(right, len(found), len(wanted)).f1

    right = len(found_sentences & wanted_sentences)
    return {
        "words": f1(lambda a, b: True),
        "sentences": Ratio(right, len(found_sentences), len(wanted_sentences)).f1,
        "UPOS": f1(lambda a, b: a[0] == b[0]),
        "UAS": f1(lambda a, b: a[1] == b[1]),
        "LAS": f1(lambda a, b: a[1] == b[1] and a[2].split(":")[0] == b[2].split(":")[0]),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--weights", type=Path, help="folder of weights, if not the package's own")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
