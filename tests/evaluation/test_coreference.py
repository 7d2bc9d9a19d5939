"""Pronouns of GAP and GUM, counted as the corpora say."""

import json
from pathlib import Path

from evaluation import coreference
from evaluation.figure import Figure
from watchfloor.coder import Coder

TEXT = "Helen Marsh met Peter Sands in Dublin. She left early."


def span(words: str, **more: object) -> dict[str, object]:
    """A marked phrase of the text, at its last occurrence."""
    start = TEXT.rindex(words)
    return {"start": start, "end": start + len(words), "span": words, **more}


def figures(folder: Path, gap: dict[str, object], gum: dict[str, object], coder: Coder) -> dict[str, Figure]:
    """The figures of one snippet and one document."""
    for name, row in (("coref_gap", gap), ("coref_gum", gum)):
        (folder / name).mkdir(parents=True)
        (folder / name / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return {f.name: f for f in coreference.measure(folder, "dev", coder)}


def test_both_names_are_decided_and_clusters_are_followed(tmp_path: Path, coder: Coder) -> None:
    """One of two names is said to be meant, and is; GUM's pronoun has one earlier phrase in its cluster."""
    gap = {"text": TEXT, "pronoun": span("She"), "a": span("Helen Marsh", coref=True), "b": span("Sands", coref=False)}
    told = [span("Helen Marsh", cluster="1"), span("Peter Sands", cluster="2"), span("She", cluster="1")]
    found = figures(tmp_path, gap, {"text": TEXT, "entities": told}, coder)
    assert (found["GAP"].right, found["GAP"].found, found["GAP"].of) == (1, 1, 1)
    assert found["GAP feminine"].value == 1
    assert found["GAP masculine"].of == 0
    assert (found["GUM pronouns"].right, found["GUM pronouns"].of) == (1, 1)


def test_a_wrong_answer_costs_precision_and_recall(tmp_path: Path, coder: Coder) -> None:
    """What we say is Helen is Peter for the corpus; a pronoun without an earlier phrase is not asked for."""
    gap = {"text": TEXT, "pronoun": span("She"), "a": span("Helen Marsh", coref=False), "b": span("Sands", coref=True)}
    found = figures(tmp_path, gap, {"text": TEXT, "entities": [span("She", cluster="1")]}, coder)
    assert (found["GAP"].right, found["GAP"].found, found["GAP"].of) == (0, 1, 1)
    assert found["GUM pronouns"].of == 0
