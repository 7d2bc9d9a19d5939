"""What is measured, each in a process of its own: `python bench/contenders.py NAME WORDS` prints one JSON object."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from watchfloor import documents

SAMPLES = Path(__file__).parents[1] / "src" / "watchfloor" / "samples"

#: Work that takes one file after another, once everything is loaded.
Work = Callable[[Iterator[str]], None]

#: Label sets of the size that treebanks and name corpora have: what a parser costs depends on them.
TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP "
    "VBZ WDT WP WP$ WRB . , : -LRB- -RRB- '' `` HYPH NFP ADD AFX GW XX $"
).split()
RELATIONS = (
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop csubj dep det "
    "discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass nummod obj obl "
    "obl:npmod obl:tmod orphan parataxis punct reparandum vocative xcomp"
).split()
NAMES = ("PERSON", "ORG", "PLACE", "NATIONALITY")


def whole() -> Work:
    """The whole of `read`: files to records as JSON Lines."""
    from watchfloor.coder import Coder
    from watchfloor.records import to_dict

    coder = Coder.load()

    def work(paths: Iterator[str]) -> None:
        for path in paths:
            coded = coder.code(documents.read(path))
            json.dumps(to_dict(coded.document), ensure_ascii=False)
            for statement in coded.statements:
                json.dumps(to_dict(statement), ensure_ascii=False)

    return work


def model() -> Work:
    """The language model alone: texts to tokens, sentences, tags, trees, names."""
    from watchfloor import language

    reader = language.load()
    texts = parsed()

    def work(paths: Iterator[str]) -> None:
        for path in paths:
            reader.read(texts[path])

    return work


def cnn() -> Work:
    """A spaCy pipeline of the same components on its standard small CNN; the weights are random, the cost is real."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {"tok2vec": shared}})
    nlp.initialize(lambda: list(examples(nlp, Example)))
    texts = parsed()

    def work(paths: Iterator[str]) -> None:
        for _ in nlp.pipe(texts[path] for path in paths):
            pass

    return work


def examples(nlp: Any, example: Any) -> Iterator[Any]:
    """One sentence for each dependency label, so that every label is known: head, dependant, full stop."""
    for number, relation in enumerate(RELATIONS):
        name = NAMES[number % len(NAMES)]
        tags = [TAGS[number], TAGS[(number + len(RELATIONS)) % len(TAGS)], "."]
        annotation = {
            "tags": tags,
            "heads": [0, 0, 0],
            "deps": ["ROOT", relation, "punct"],
            "entities": [f"U-{name}", "O", "O"],
        }
        yield example.from_dict(nlp.make_doc("word word ."), annotation)


def parsed() -> dict[str, str]:
    """The text of each sample, by path."""
    return {path: documents.read(path).text for path in documents.find([str(SAMPLES)])}


def until(words: int) -> tuple[list[str], int]:
    """Samples, over and over, until they hold so many words; and how many they do."""
    sizes = {path: len(text.split()) for path, text in parsed().items()}
    chosen: list[str] = []
    total = 0
    for path in cycle(sizes):
        if total >= words:
            return chosen, total
        chosen.append(path)
        total += sizes[path]
    raise SystemExit(f"no sample to read in {SAMPLES}")


CONTENDERS: dict[str, Callable[[], Work]] = {"read": whole, "model": model, "cnn": cnn}


def main() -> None:
    """Load, warm up on one sample, then measure."""
    name, words = sys.argv[1], int(sys.argv[2])
    paths, total = until(words)
    before = time.perf_counter()
    work = CONTENDERS[name]()
    loaded = time.perf_counter()
    work(iter(paths[:1]))
    start = time.process_time()
    work(iter(paths))
    seconds = time.process_time() - start
    # Kilobytes on Linux, bytes on macOS.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({"words": total, "load": loaded - before, "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
