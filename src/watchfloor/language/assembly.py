"""Words, what is said of them, and the whitespace between them, put together as a spaCy ``Doc``.

Whitespace beyond a single blank becomes a token of its own, as in spaCy's tokenisers: it hangs on the word before it
(on the first word at the start of a text) and tells nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from watchfloor.language.annotation import Annotation
from watchfloor.language.coding import CodingScores
from watchfloor.language.heads import Heads, Said
from watchfloor.language.lemmas import Lemmatiser
from watchfloor.language.morphology import features
from watchfloor.language.vectors import MEANING, Meaning


@dataclass
class _Columns:
    """The tokens of a document, a list for each attribute."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, word: str, tag: str, pos: str, lemma: str, morph: str, dep: str, name: str) -> None:
        self.words.append(word)
        self.spaces.append(False)
        self.tags.append(tag)
        self.pos.append(pos)
        self.lemmas.append(lemma)
        self.morphs.append(morph)
        self.deps.append(dep)
        self.names.append(name)


def document(
    vocab: Vocab,
    text: str,
    spans: Sequence[tuple[int, int]],
    said: Annotation,
    lemmatise: Lemmatiser,
    coding: tuple[Heads, Said] | None = None,
) -> Doc:
    """Return the ``Doc`` of a text whose words have these offsets; its text is the text given.

    What the coding heads say stands in its ``user_data`` as ``coding``, a ``CodingScores``; the vectors of its words as
    ``meaning``, a ``Meaning``.
    """
    passive = {head for head, relation in zip(said.heads, said.relations, strict=True) if relation == "aux:pass"}
    columns = _Columns()
    places: list[int] = []
    """Token of each word."""
    whitespace: dict[int, int] = {}
    """Token of each run of whitespace, and how many words stand before it."""
    at = 0
    for index, (start, end) in enumerate([*spans, (len(text), len(text))]):
        between = text[at:start]
        at = end
        if between.startswith(" ") and columns.words:
            columns.spaces[-1] = True
            between = between[1:]
        if between:
            inside = index < len(spans) and said.names[index].startswith("I-")
            whitespace[len(columns.words)] = index
            columns.add(between, "_SP", "SPACE", between, "", "dep", said.names[index] if inside else "O")
        if index < len(spans):
            places.append(len(columns.words))
            word, tag, pos, relation = text[start:end], said.tags[index], said.pos[index], said.relations[index]
            morph = features(word, tag, passive=index in passive or relation == "acl")
            columns.add(word, tag, pos, lemmatise(word, pos, tag), morph, relation, said.names[index])
    heads = list(range(len(columns.words)))
    for place, head in zip(places, said.heads, strict=True):
        heads[place] = places[head]
    for place, before in whitespace.items():
        if places:
            heads[place] = places[max(0, before - 1)]
        else:
            columns.deps[place] = "root"
    doc = Doc(
        vocab,
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.tags,
        pos=columns.pos,
        lemmas=columns.lemmas,
        morphs=columns.morphs,
        heads=heads,
        deps=columns.deps,
        ents=columns.names,
    )
    if coding is not None:
        doc.user_data["coding"] = CodingScores(*coding, places)
    if said.meaning:
        doc.user_data[MEANING] = Meaning(said.meaning, places)
    return doc
