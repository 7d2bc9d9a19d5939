"""Whom pronouns mean: the ambiguous ones of GAP, and those of the third person in GUM.

GAP asks of each of two names whether it is the pronoun's antecedent, and both names may be wrong. A name counts as
answered with yes where our antecedent's entity has a phrase whose head lies in the name's span.

GUM asks of every personal, possessive and reflexive pronoun of the third person that has an earlier phrase in its
cluster which is no pronoun (nor "this", "that" or "one"). Right is an antecedent that is the head of a phrase of the
same cluster: pronouns that stand for pronouns are followed to the phrase that they come from.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from evaluation.figure import Figure, f1, share
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.extraction import Reading
from watchfloor.extraction.coreference import Coreference
from watchfloor.records import Document

GAP_TARGET = 0.65
GUM_TARGET = 0.70
MASCULINE = frozenset("he him his".split())
THIRD = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())
#: Mentions of a cluster that are no phrase that a pronoun could be traced back to.
NO_PHRASE = THIRD | frozenset(
    "i me my mine myself you your yours yourself yourselves we us our ours ourselves who whom whose which that this "
    "these those one".split()
)

Answers = Counter[tuple[bool, bool]]
"""How often (said, true) of a name."""


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """Both corpora, in the folders ``coref_gap`` and ``coref_gum``."""
    return [
        *gap(list(lines(data / "coref_gap" / f"{split}.jsonl")), coder),
        *gum(list(lines(data / "coref_gum" / f"{split}.jsonl")), coder),
    ]


def gap(snippets: Sequence[Mapping[str, Any]], coder: Coder) -> list[Figure]:
    """F1 over the names of all snippets, of those with masculine and with feminine pronouns, and the latter's ratio."""
    answers: dict[str, Answers] = {"masculine": Answers(), "feminine": Answers()}
    for snippet in snippets:
        reading = read(snippet["text"], coder)
        coreference = Coreference(reading)
        pronoun = snippet["pronoun"]
        gender = "masculine" if pronoun["span"].lower() in MASCULINE else "feminine"
        token = _token(reading.doc, pronoun["start"])
        resolved = token is not None and coreference.resolve(token).i != token.i
        entity = coreference.entity(token) if token is not None and resolved else None
        heads = {m.at for m in entity.mentions if m.kind != "pronoun"} if entity is not None else set()
        for name in (snippet["a"], snippet["b"]):
            inside = {t.i for t in reading.doc if name["start"] <= t.idx < name["end"]}
            answers[gender][bool(inside & heads), name["coref"]] += 1
    parts = {"": answers["masculine"] + answers["feminine"], **answers}
    figures = {
        part: f1(
            "coreference", f"GAP {part}".strip(), said[True, True], said[True, True] + said[True, False],
            said[True, True] + said[False, True], target=GAP_TARGET if not part else None,
        )
        for part, said in parts.items()
    }  # fmt: skip
    return [*figures.values(), _bias(figures, len(snippets))]


def _bias(figures: Mapping[str, Figure], cases: int) -> Figure:
    ratio = figures["feminine"].value / figures["masculine"].value if figures["masculine"].value else 0.0
    return Figure(measure="coreference", name="GAP bias", value=ratio, of=cases, note="feminine over masculine F1")


def gum(documents: Sequence[Mapping[str, Any]], coder: Coder) -> list[Figure]:
    """The share of pronouns whose antecedent is right: all, and those of persons, of many and of things."""
    right, of = Counter[str](), Counter[str]()
    for document in documents:
        reading = read(document["text"], coder)
        coreference = Coreference(reading)
        clusters: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for mention in document["entities"]:
            clusters[mention["cluster"]].append(mention)
        for mention, token in _pronouns(document["entities"], reading.doc, clusters):
            kind = _kind(token)
            heads = {i for each in clusters[mention["cluster"]] for i in _heads(reading.doc, each)}
            found = coreference.resolve(token)
            of[kind] += 1
            right[kind] += found.i != token.i and found.i in heads
    whole = share("coreference", "GUM pronouns", right.total(), of.total(), target=GUM_TARGET)
    return [whole, *(share("coreference", f"GUM {kind}", right[kind], of[kind]) for kind in sorted(of))]


def _pronouns(
    mentions: Sequence[Mapping[str, Any]], doc: Doc, clusters: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Iterator[tuple[Mapping[str, Any], Token]]:
    """The pronouns that are asked for, each with its token."""
    for mention in mentions:
        told = (m for m in clusters[mention["cluster"]] if m["span"].lower() not in NO_PHRASE)
        if mention["span"].lower() in THIRD and any(m["end"] <= mention["start"] for m in told):
            token = _token(doc, mention["start"])
            if token is not None:
                yield mention, token


def _kind(pronoun: Token) -> str:
    if pronoun.lower_ in ("they", "them", "their", "theirs", "themselves"):
        return "they"
    return "it" if pronoun.lower_ in ("it", "its", "itself") else "he and she"


def _heads(doc: Doc, mention: Mapping[str, Any]) -> set[int]:
    """The words of a phrase that hang on none of its other words."""
    phrase = doc.char_span(mention["start"], mention["end"], alignment_mode="expand") or ()
    inside = {t.i for t in phrase}
    return {t.i for t in phrase if not t.is_punct and (t.head.i == t.i or t.head.i not in inside)}


def read(text: str, coder: Coder) -> Reading:
    """A text as extraction sees it, without registered names: the corpora tell of other people."""
    return Reading(coder.reader.read(text), Document("", "", "", text), coder.known)


def _token(doc: Doc, start: int) -> Token | None:
    return next((token for token in doc if token.idx <= start < token.idx + len(token)), None)
