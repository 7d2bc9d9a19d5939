"""Other names in the place of some, so that the network learns what stands around names and not only the names."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from training.corpora import Sentence, demonyms
from training.passages import Marked, Passage

Name = tuple[int, int, str, str]
"""Where a name begins and ends in its text, its label, its words."""

NATIONALITIES = 0.4
"""Share of nationalities exchanged: the corpora mention few of them often."""


class Exchange:
    """Puts another name of the same label and the same number of words in a name's place, so that trees stay true."""

    def __init__(self, sentences: list[Sentence], share: float, generator: random.Random) -> None:
        """Collect the names of the sentences; ``share`` of the persons, organisations and places are exchanged."""
        self._generator = generator
        self._share = share
        pools: defaultdict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
        for sentence in sentences:
            for start, end, label in sentence.names or ():
                pools[label, end - start].add(tuple(sentence.words[start:end]))
        self._pools = {key: sorted(names) for key, names in pools.items()}
        # adjectives with a regular plural: one word that serves in most places
        self._nationalities = sorted(word for word in demonyms() if word + "s" in demonyms() and "-" not in word)

    def __call__(self, sentence: Sentence) -> list[str]:
        """Return the sentence's words, some exchanged."""
        words = sentence.words
        for start, end, label in sentence.names or ():
            if label == "NAT":
                if end == start + 1 and self._generator.random() < NATIONALITIES:
                    plural = words[start].endswith("s") and words[start] not in self._nationalities
                    other = [self._generator.choice(self._nationalities) + "s" * plural]
                    words = [*words[:start], *other, *words[end:]]
            elif self._generator.random() < self._share:
                words = [*words[:start], *self._generator.choice(self._pools[label, end - start]), *words[end:]]
        return words


class Renaming:
    """Gives the names of a text others of the same label, each the same one throughout, with the marks moved along."""

    def __init__(self, names: Sequence[Sequence[Name]], generator: random.Random) -> None:
        """``names`` are those of all texts, by text; others are drawn from them."""
        pools: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
        for _, _, label, words in (name for some in names for name in some):
            pools[_kind(label, words)].add(words)
        self._pools = {kind: sorted(words) for kind, words in pools.items()}
        self._generator = generator

    def __call__(self, passage: Passage, names: Sequence[Name]) -> Passage | None:
        """Return the passage with other names; None where a mark begins or ends inside a name."""
        others: dict[str, str] = {}
        pieces: list[str] = []
        # where each character of the text, and its end, comes to stand; None inside a name
        to: list[int | None] = []
        size = at = 0
        for start, end, label, words in [*names, (len(passage.text), len(passage.text), "", "")]:
            pieces.append(passage.text[at:start])
            to += range(size, size + start - at)
            size += start - at
            other = others.setdefault(words, self._generator.choice(self._pools.get(_kind(label, words), [words])))
            pieces.append(other)
            to += [size, *[None] * (end - start - 1)][: end - start]
            size += len(other)
            at = end
        to.append(size)

        def moved(offset: int) -> int:
            found = to[offset]
            if found is None:
                raise _Inside
            return found

        def all_moved(spans: Sequence[Marked]) -> list[Marked]:
            return [(moved(a), moved(b)) for a, b in spans]

        try:
            triggers = [
                replace(t, at=all_moved([t.at])[0], links={k: all_moved(v) for k, v in t.links.items()})
                for t in passage.triggers or ()
            ]
        except _Inside:
            return None
        return replace(passage, text="".join(pieces), triggers=triggers)


def _kind(label: str, words: str) -> tuple[str, bool]:
    """Names that stand in the same places: nationalities by their number."""
    return label, label == "NAT" and words.endswith("s")


class _Inside(Exception):
    """A mark begins or ends inside a name."""
