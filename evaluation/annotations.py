"""The held-out batches of our own annotated passages, each scored as a document, by the scorer of the references."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation import cases, scorer
from evaluation.cases import Case, Json
from evaluation.figure import Figure
from evaluation.references import slot_figures
from training.annotations import Annotation, passages
from watchfloor.coder import Coder


def measure(data: Path, gold: Path, split: str, coder: Coder) -> list[Figure]:
    """The levels, then the slots; the batches have no split."""
    scores = scorer.score(gold, held_out(coder))
    slots = slot_figures("annotations", scores["right"], scores["invented"], judged=False)
    return [*scorer.levels("annotations", scores, {}), *slots]


@cache
def held_out(coder: Coder) -> tuple[Case, ...]:
    """The passages of the batches beside what is coded in them; coded once."""
    kinds = {name: type_.kind for name, type_ in coder.known.lexicon.types.items()}
    with TemporaryDirectory() as name:
        folder = Path(name)
        for passage in passages("held out"):
            whole = {
                "document": f"{passage.id}.txt",
                "published": passage.published,
                "statements": [reference(f"S{i}", told, kinds) for i, told in enumerate(passage.statements, 1)],
            }
            (folder / f"{passage.id}.txt").write_text(passage.text, encoding="utf-8")
            (folder / f"{passage.id}.gold.json").write_text(json.dumps(whole), encoding="utf-8")
        return cases.code(folder, coder)


def reference(id_: str, told: Annotation, kinds: Mapping[str, str]) -> Json:
    """The annotation as the scorer reads it; ``kinds`` says the kind of each type."""
    return {
        "id": id_,
        "quote": told.quote.text,
        "span": [told.quote.start, told.quote.end],
        "trigger": told.trigger.text,
        "kind": kinds[told.types[0]],
        "types": list(told.types),
        "mode": told.mode,
        "actor": [words.text for words in told.actors],
        "recipient": [words.text for words in told.recipients],
        "place": [words.text for words in told.places],
        "time": told.time,
        "sources": [],
        "speaker": told.speaker and told.speaker.text,
        "modality": told.modality,
        "polarity": told.polarity,
        "count": {count.kind: count.value for count in told.counts} or None,
        "instrument": told.instrument and told.instrument.text,
        "stance": told.stance,
        "core": told.core,
    }
