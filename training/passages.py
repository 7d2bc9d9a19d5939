"""The corpora of the coding heads as passages with marks, one way for all of them.

Each teaches some of the heads: hand-coded statements (triggers, their links, certainty), MUC-4 (fillers of roles), GUM
and GAP (antecedents), UDS (whether it happened), and the lexicon's own examples (triggers and near misses).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from training import annotations
from training.corpora import lines
from watchfloor.resolution import dates

Marked = tuple[int, int]
"""Characters of a passage, the end exclusive."""

LINKS = ("actor", "recipient", "place", "time", "instrument", "speaker", "antecedent")
FILLERS = ("perpetrator", "organisation", "target", "victim", "weapon")
FILLED = {
    "perp_individual_id": "perpetrator",
    "perp_organization_id": "organisation",
    "phys_tgt_id": "target",
    "hum_tgt_name": "victim",
    "hum_tgt_description": "victim",
    "incident_instrument_id": "weapon",
}
HAPPENED = 0.5
"""UDS's mean judgement, about -3 to 3, beyond which annotators agree that something did or did not happen."""
FACTUALITY = ("happened", "uncertain", "did not happen")
THIRD_PERSON = frozenset(
    "he him his himself she her hers herself they them their theirs themselves it its itself".split()
)
ENTITIES = frozenset({"person", "organization", "place"})
"""Kinds of things whose definite nouns ("the group") are taught beside pronouns."""


@dataclass
class Trigger:
    """A statement's words and what belongs to them."""

    at: Marked
    types: tuple[str, ...]
    """Best first; none for a near miss."""
    modality: str | None = None
    polarity: str | None = None
    links: dict[str, list[Marked]] = field(default_factory=dict)
    unlike: str | None = None
    """The type that a near miss does not tell."""


@dataclass
class Pointer:
    """A word that stands for another, with the spans it may be and the spans it is."""

    at: Marked
    named: list[Marked]
    among: list[Marked] | None = None
    """None where it may be any word."""


@dataclass
class Passage:
    """A text with what a corpus says of it; None where the corpus says nothing."""

    corpus: str
    text: str
    triggers: list[Trigger] | None = None
    dense: bool = False
    """Whether every trigger of the text is marked."""
    fillers: list[tuple[Marked, str]] | None = None
    pointers: list[Pointer] = field(default_factory=list)
    facts: list[tuple[Marked, str]] = field(default_factory=list)


def statements(data: Path, split: str) -> Iterator[Passage]:
    """Yield the documents coded by hand; the words that give a time are those that resolve to it, nearest by."""
    for row in lines(data / "statements" / f"{split}.jsonl"):
        published = date.fromisoformat(row["published"]) if len(row["published"] or "") == 10 else None
        found = dates.find(row["text"])
        resolved = list(zip(found, dates.resolve_all(found, published, row["text"]), strict=True))
        coded = []
        for statement in row["statements"]:
            trigger = _trigger(statement)
            told = [
                (t.start, t.end)
                for t, interval in resolved
                if statement["time"]
                and interval is not None
                and interval.start.isoformat().startswith(statement["time"].split("/")[0])
            ]
            trigger.links["time"] = sorted(told, key=lambda t: abs(t[0] - trigger.at[0]))[:1]
            coded.append(trigger)
        yield Passage("statements", row["text"], coded, dense=True)


def annotated() -> Iterator[Passage]:
    """Yield our own annotated passages."""
    for passage in annotations.passages("learnt"):
        coded = []
        for one in passage.statements:
            links = {
                "actor": one.actors, "recipient": one.recipients, "place": one.places, "time": (one.when,),
                "instrument": (one.instrument,), "speaker": (one.speaker,),
            }  # fmt: skip
            marked = {name: [(s.start, s.end) for s in spans if s is not None] for name, spans in links.items()}
            at = (one.trigger.start, one.trigger.end)
            coded.append(Trigger(at, one.types, one.modality, one.polarity, marked))
        yield Passage("annotations", passage.text, coded, dense=True)


def _trigger(row: dict[str, Any]) -> Trigger:
    def marks(value: object) -> list[Marked]:
        given = value if isinstance(value, list) else [value]
        return [(m["start"], m["end"]) for m in given if isinstance(m, dict) and m.get("start") is not None]

    roles = {"actor": "actors", "recipient": "recipients", "place": "places"}
    links = {name: marks(row.get(roles.get(name, name))) for name in LINKS if name not in ("time", "antecedent")}
    (at,) = marks(row["trigger"]) or marks(row["quote"])
    return Trigger(at, tuple(row["types"]), row["modality"], row["polarity"], links)


def muc4(data: Path, split: str) -> Iterator[Passage]:
    """Yield the messages of MUC-4, truecased, with every mention of a filler of a role."""
    for row in lines(data / "muc4" / f"{split}.jsonl"):
        fillers: dict[Marked, str] = {}
        for mention in row["mentions"]:
            for slot in mention["slots"]:
                if slot in FILLED:
                    fillers.setdefault((mention["start"], mention["end"]), FILLED[slot])
        yield Passage("muc4", row["text_truecased"], fillers=_outermost(fillers))


def _outermost(fillers: dict[Marked, str]) -> list[tuple[Marked, str]]:
    """Drop what stands within another: a word has one label of a filler."""
    kept: list[tuple[Marked, str]] = []
    for (start, end), filler in sorted(fillers.items(), key=lambda one: (one[0][0], -one[0][1])):
        if all(other != filler or end > stop for (_, stop), other in kept):
            kept.append(((start, end), filler))
    return kept


def gum(data: Path, split: str) -> Iterator[Passage]:
    """Yield GUM's documents with what their pronouns and definite nouns stand for."""
    for row in lines(data / "coref_gum" / f"{split}.jsonl"):
        if row["non_commercial"] != 0:
            continue
        clusters: dict[str, list[dict[str, Any]]] = {}
        for entity in row["entities"]:
            clusters.setdefault(entity["cluster"], []).append(entity)
        pointers = []
        for mentions in clusters.values():
            mentions.sort(key=lambda m: m["start"])
            for index, mention in enumerate(mentions):
                pronoun = mention["span"].lower() in THIRD_PERSON
                definite = mention["span"].lower().startswith(("the ", "this ", "that ", "these ")) and (
                    mention["label"] in ENTITIES
                )
                named = [(m["start"], m["end"]) for m in mentions[:index] if m["span"].lower() not in THIRD_PERSON]
                if (pronoun and named) or definite:
                    pointers.append(Pointer((mention["start"], mention["end"]), named))
        yield Passage("gum", row["text"], pointers=pointers)


def gap(data: Path, split: str) -> Iterator[Passage]:
    """Yield GAP's pronouns, each between two names."""
    for row in lines(data / "coref_gap" / f"{split}.jsonl"):
        both = [(row[key]["start"], row[key]["end"]) for key in "ab"]
        named = [span for key, span in zip("ab", both, strict=True) if row[key]["coref"]]
        at = row["pronoun"]["start"], row["pronoun"]["end"]
        yield Passage("gap", row["text"], pointers=[Pointer(at, named, among=both)])


def uds(data: Path, split: str) -> Iterator[Passage]:
    """Yield the sentences of UDS with whether what their verbs tell happened."""
    for row in lines(data / "factuality_uds" / f"{split}.jsonl"):
        facts = [((e["start"], e["end"]), happened(e["factuality"])) for e in row["events"]]
        yield Passage("uds", row["text"], facts=facts)


def happened(judged: float) -> str:
    """Return the class of a mean judgement."""
    return FACTUALITY[0] if judged > HAPPENED else FACTUALITY[2] if judged < -HAPPENED else FACTUALITY[1]


def lexicon(folder: Path) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Yield the lexicon's examples: the sentence, the type, the lemmas one of which tells it, whether it does."""
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            if not isinstance(entry, dict) or "fires" not in entry or "type" not in entry:
                continue
            also = entry.get("also", [])
            lemmas = tuple(
                word
                for lemma in (entry["lemma"], *(also if isinstance(also, list) else [also]))
                for word in lemma.split()
            )
            yield entry["fires"], entry["type"], lemmas, True
            if entry.get("misses"):
                yield entry["misses"], entry["type"], lemmas, False
