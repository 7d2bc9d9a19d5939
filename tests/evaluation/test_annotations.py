"""Our own annotated tables: every one is sound, and what is unsound is told."""

from pathlib import Path

import pytest

from evaluation import annotations
from training.annotation_rules import faults
from training.annotations import COLUMNS, FOLDER, passages, use

TEXT = "Police in Osh arrested four men on 12 May; the men deny it."
ROW = {
    "id": "c001", "published": "2019-05-20", "text": TEXT, "quote": "arrested four men", "trigger": "arrested",
    "type": "COERCE", "mode": "arrest", "actors": "Police", "recipients": "men", "places": "Osh", "time_text": "12 May",
    "time": "2019-05-12", "modality": "actual", "polarity": "positive", "counts": "arrested=4", "count_text": "four",
    "core": "yes",
}  # fmt: skip


def table(folder: Path, *rows: dict[str, str], batch: str = "c") -> Path:
    path = folder / f"{batch}.tsv"
    lines = ["\t".join(COLUMNS), *("\t".join(row.get(c, "") for c in COLUMNS) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.name)
def test_our_tables_are_sound(path: Path) -> None:
    assert faults(path) == []
    assert passages(use(path.stem), path.parent)


def test_a_row_becomes_a_statement(tmp_path: Path) -> None:
    table(tmp_path, ROW, {"id": "c002", "published": "2019-05-20", "text": "It rained."})
    told, near_miss = passages("held out", tmp_path)
    [statement] = told.statements
    assert TEXT[statement.recipients[0].start :].startswith("men on")  # of two, the one nearest to the quote
    assert [(c.kind, c.value, c.words and c.words.text) for c in statement.counts] == [("arrested", 4, "four")]
    assert (statement.trigger.start, statement.when and statement.when.start) == (14, TEXT.index("12 May"))
    assert near_miss.statements == ()


def test_the_held_out_batch_is_kept_apart(tmp_path: Path) -> None:
    table(tmp_path, ROW)
    table(tmp_path, ROW | {"id": "a001"}, batch="a")
    assert [p.id for p in passages("held out", tmp_path)] == ["c001"]
    assert [p.id for p in passages("learnt", tmp_path)] == ["a001"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"quote": "men"}, "the quote stands 2 times"),
        ({"trigger": "seized"}, "the trigger 'seized'"),
        ({"actors": "Police; Army"}, "actors: 'Army'"),
        ({"speaker": "ministry"}, "speaker: 'ministry'"),
        ({"type": "COERCE|ARREST"}, "no such type: ARREST"),
        ({"mode": "visit"}, "no mode of COERCE"),
        ({"counts": "arrested=four"}, "no count"),
        ({"time": "12 May"}, "no time"),
        ({"modality": "sure"}, "modality 'sure'"),
        ({"stance": "warm"}, "stance 'warm'"),
        ({"published": "2019-05"}, "no ISO day"),
        ({"text": ""}, "no text"),
    ],
)
def test_faults_are_told(change: dict[str, str], told: str, tmp_path: Path) -> None:
    assert any(told in fault for fault in faults(table(tmp_path, ROW | change)))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / "c.tsv").write_text("id\ttext\n", encoding="utf-8")
    with pytest.raises(ValueError, match="columns"):
        passages("held out", tmp_path)


def test_a_statement_becomes_a_reference(tmp_path: Path) -> None:
    table(tmp_path, ROW)
    [passage] = passages("held out", tmp_path)
    reference = annotations.reference("S1", passage.statements[0], {"COERCE": "event"})
    assert reference["span"] == [14, 31]
    assert (reference["actor"], reference["place"], reference["count"]) == (["Police"], ["Osh"], {"arrested": 4})
