"""What each format prints for the same records."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

from watchfloor.cli.formats import WRITERS, Format, write_explanations
from watchfloor.cli.table import tables
from watchfloor.coder import Coded
from watchfloor.records import Participant, to_dict


def written(write: Callable[..., None], *coded: Coded) -> str:
    out = io.StringIO()
    write(iter(coded), out)
    return out.getvalue()


def test_json_lines_hold_a_document_then_its_statements(coded: Coded) -> None:
    records = [json.loads(line) for line in written(WRITERS[Format.JSONL], coded, coded).splitlines()]
    assert [r["record"] for r in records] == ["document", "statement", "statement"] * 2
    assert records[1] == to_dict(coded.statements[0])
    assert records[1]["time"]["from"] == "2021-08-26"


def test_json_lines_stay_lines_whatever_a_text_holds(coded: Coded) -> None:
    odd = Coded(replace(coded.document, text="a\u2028b\nc\x85d"), ())
    assert written(WRITERS[Format.JSONL], odd).count("\n") == 1


def test_json_is_one_array_even_of_nothing(coded: Coded) -> None:
    assert [r["record"] for r in json.loads(written(WRITERS[Format.JSON], coded))] == [
        "document",
        "statement",
        "statement",
    ]
    assert json.loads(written(WRITERS[Format.JSON])) == []


def test_csv_has_a_row_for_each_statement(coded: Coded) -> None:
    rows = list(csv.DictReader(io.StringIO(written(WRITERS[Format.CSV], coded))))
    first, second = rows
    assert first["actors"] == "Islamic State in Khorasan Province"
    assert first["actor_ids"] == "iskp"
    assert (first["from"], first["to"], first["time_precision"]) == ("2021-08-26", "2021-08-26", "day")
    assert first["citations"] == "Reuters 2021-08-27"
    assert first["quantities"] == "killed 13"
    assert first["recipient_ids"] == ""
    assert second["modality"] == "possible"
    assert second["citations"] == ""


def test_csv_keeps_lists_parallel(coded: Coded) -> None:
    known, unknown = coded.statements[0].actors[0], Participant("gunmen", 0, 6)
    both = replace(coded.statements[0], actors=(unknown, known))
    (row,) = csv.DictReader(io.StringIO(written(WRITERS[Format.CSV], Coded(coded.document, (both,)))))
    assert row["actor_ids"] == "; iskp"


def test_the_table_fits_a_page_and_shows_who_did_what(coded: Coded) -> None:
    page = written(WRITERS[Format.TABLE], coded)
    assert max(map(len, page.splitlines())) <= 100
    for told in ("Attack in Kabul", "Example Brief", "ASSAULT", "U.S. troops", "26 Aug 2021", "Reuters", "may"):
        assert told in page
    assert "\x1b" not in page, "no colour where there is no screen"


def test_the_table_of_a_document_without_statements_is_its_heading(coded: Coded) -> None:
    page = written(WRITERS[Format.TABLE], Coded(coded.document))
    assert "0 statements" in page
    assert "Certainty" not in page


def test_the_table_wraps_a_long_word(coded: Coded) -> None:
    handle = "Twitter.com/@averyveryverylonghandleindeed"
    cited = replace(coded.statements[0].attribution.citations[0], outlet=handle)
    long = replace(coded.statements[0], attribution=replace(coded.statements[0].attribution, citations=(cited,)))
    page = written(WRITERS[Format.TABLE], Coded(coded.document, (long,)))
    assert max(map(len, page.splitlines())) <= 100
    assert "…" not in page


def test_the_explanation_shows_the_words_and_the_rule(coded: Coded) -> None:
    page = written(write_explanations, coded)
    assert "[killed]" in page
    assert "[strike]" in page
    assert "kill (verb): subject → actor, object → recipient" in page
    assert "for “The group”" in page, "a pronoun or definite noun is shown beside what it stands for"
    assert "elsewhere" in page, "its antecedent stands in another sentence"
    assert "a1b2c3d4" in page


def test_denial_and_doubt_are_marked_by_colour(coded: Coded) -> None:
    from rich.console import Console

    denied = replace(coded.statements[0], polarity="negative")
    console = Console(width=100, force_terminal=True, color_system="standard", file=io.StringIO(), highlight=False)
    with console.capture() as screen:
        console.print(tables(coded.document, [denied, coded.statements[1]]))
    assert "\x1b[31mdid not" in screen.get()
    assert "\x1b[33mmay" in screen.get()
