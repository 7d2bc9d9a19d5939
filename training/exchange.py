"""Other names in the place of some, so that the network learns what stands around names and not only the names."""

import random
from collections import defaultdict

from training.corpora import Sentence, demonyms

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
