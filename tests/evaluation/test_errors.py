"""Errors are listed by kind, the worst first."""

from typing import Any

import pytest

from evaluation.cases import Case
from evaluation.errors import Error, of, of_slot, tally, worst
from evaluation.sample import draw
from watchfloor.coder import Coder
from watchfloor.records import Document, to_dict

TEXT = "Police arrested four men in Osh. Rebels shelled a school."


class Rules:
    """Pairs what is wanted with what is coded by order; types agree where the words are the same."""

    def assign(self, refs: Any, preds: Any) -> tuple[list[tuple[Any, Any]], list[Any]]:
        return list(zip(refs, preds, strict=False)), list(preds[len(refs) :])

    def typed(self, ref: Any, pred: Any) -> bool:
        return pred["type"] in ref["types"]

    def slots(self, ref: Any, pred: Any, dated: bool) -> dict[str, tuple[bool, bool, bool]]:
        given = [p["text"] for p in pred["places"]]
        return {"place": (bool(ref["place"]), bool(given), given == ref["place"])}


@pytest.fixture
def document() -> Document:
    return Document(id="0", key="note", path="note.txt", text=TEXT, published="2021-09-24", language="en")


def case(coder: Coder, document: Document, *references: dict[str, Any]) -> Case:
    coded = coder.code(document)
    whole = {"document": "note.txt", "published": document.published, "statements": list(references)}
    return Case(whole, to_dict(coded.document), tuple(map(to_dict, coded.statements)))


def reference(types: list[str], quote: str, **slots: Any) -> dict[str, Any]:
    return {"types": types, "quote": quote, "span": [0, 5], "modality": "actual", "polarity": "positive", **slots}


def test_false_finds_and_wrong_types(coder: Coder, document: Document) -> None:
    found = list(of(case(coder, document, reference(["ASSAULT"], "arrested four men", actor=["Police"])), Rules()))
    assert [(e.kind, e.where) for e in found] == [("false", "note.txt, at 40"), ("type", "note.txt, at 7")]
    assert "wanted ASSAULT: “arrested four men” (actor Police)" in found[1].told
    assert "place Osh" in found[1].told


def test_missed_references_weigh_what_they_hold(coder: Coder, document: Document) -> None:
    empty = document.text.replace("arrested", "saw").replace("shelled", "saw")
    told = case(coder, Document(**{**_fields(document), "text": empty}), reference(["DIE"], "saw", actor=["men"]))
    assert [(e.kind, e.weight) for e in of(told, Rules())] == [("missed", 1)]


@pytest.mark.parametrize(("places", "kinds"), [(["Osh"], []), (["Bishkek"], ["wrong"]), ([], ["invented"])])
def test_slots(places: list[str], kinds: list[str], coder: Coder, document: Document) -> None:
    told = case(coder, document, reference(["COERCE"], "arrested", place=places))
    assert [e.kind for e in of_slot(told, Rules(), "place")] == kinds


def test_the_worst_of_each_kind_come_first() -> None:
    errors = [
        Error("false", "DIE", 0.5, "a", ""),
        Error("false", "DIE", 0.9, "b", ""),
        Error("missed", "CLAIM", 1, "c", ""),
    ]
    assert [e.where for e in worst(errors, 1)] == ["c", "b"]
    assert [e.where for e in worst(errors, 9)] == ["c", "b", "a"]
    assert list(tally(errors)) == ["1 missed: CLAIM 1", "2 false: DIE 2"]


def test_a_seed_draws_the_same_records(coder: Coder, document: Document) -> None:
    def drawn(seed: int) -> list[int]:
        return [told.trigger.start for _, told in draw(iter([document] * 5), coder, 4, seed)]

    assert drawn(1) == drawn(1)
    assert len(drawn(1)) == 4
    assert len(draw(iter([document]), coder, 9, 1)) == 2


def _fields(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in ("id", "key", "path", "text", "published", "language")}
