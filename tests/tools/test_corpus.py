"""The made corpus: the same bytes from the same seed, and the noise that it promises."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from corpus import phrases, tables
from corpus.reports import FIRST, FOLLOWING, ROUNDUPS, Report, reports

ROOT = Path(__file__).parents[2]

DAY = re.compile(
    rf"today|yesterday|this morning|last week|{'|'.join(phrases.WEEKDAYS)}|({'|'.join(phrases.MONTHS)}) \d"
)
PLACES = {name for t in tables.theatres() for name in (t.country, t.region, *t.towns)}
PLACE = re.compile(rf"\b(in|near) ({'|'.join(sorted(PLACES))})\b")
GROUPS = re.compile("|".join(sorted(full for t in tables.theatres() for full, _ in t.groups)))


@pytest.fixture(scope="module")
def made() -> list[Report]:
    return reports(seed=7, documents=1000, days=200)


def _make(folder: Path, *arguments: str, hashing: str = "0") -> dict[str, bytes]:
    """The files of a corpus, made by a process of its own."""
    command = [sys.executable, str(ROOT / "tools" / "make_corpus.py"), str(folder), "--documents", "120", *arguments]
    environment = os.environ | {"PYTHONHASHSEED": hashing, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_one_seed_makes_the_same_bytes_and_another_others(tmp_path) -> None:
    first = _make(tmp_path / "first")
    assert first == _make(tmp_path / "second", hashing="1")
    assert first != _make(tmp_path / "third", "--seed", "2")


def test_files_hold_what_add_reads_and_the_answers(tmp_path) -> None:
    files = _make(tmp_path)
    documents, answers, events = (
        [json.loads(line) for line in files[name].decode().splitlines()]
        for name in ("documents/reports.jsonl", "reports.jsonl", "events.jsonl")
    )
    assert len(documents) == 120
    assert [document["id"] for document in documents] == [answer["id"] for answer in answers]
    assert all(set(document) == {"id", "source", "title", "published", "url", "text"} for document in documents)
    told = {telling["event"] for answer in answers for telling in answer["tellings"]}
    assert told == {event["event"] for event in events}
    assert {"documents/cut.pdf", "documents/empty.txt", "documents/noise.txt", "documents/lines.jsonl"} <= set(files)


def test_as_many_as_asked_for_of_every_kind_in_order(made) -> None:
    assert len(made) == 1000
    assert made == sorted(made, key=lambda report: report.published)
    counted = Counter(report.how for report in made)
    assert set(counted) == {*FIRST, *FOLLOWING, *ROUNDUPS}
    assert all(counted[how] == round(1000 * share) for how, share in ROUNDUPS.items())


def test_days_and_places_are_stated_as_seldom_as_in_the_references(made) -> None:
    tellings = [
        # Neither the day of a citation nor the country in a group's name says when and where.
        GROUPS.sub("", re.sub(r"\([^)]*\)", "", report.text[t.start : t.end]))
        for report in made
        for t in report.tellings
        if t.told in {"report", "claim"}
    ]
    days = sum(bool(DAY.search(telling)) for telling in tellings) / len(tellings)
    places = sum(bool(PLACE.search(telling)) for telling in tellings) / len(tellings)
    assert days == pytest.approx(phrases.STATES_DAY, abs=0.03)
    assert places == pytest.approx(phrases.STATES_PLACE, abs=0.04)


def test_tolls_contradict_each_other(made) -> None:
    """Of the events told by several reports with a toll, some have more than one."""
    tolls: dict[str, set[str]] = {}
    for report in made:
        for telling in report.tellings:
            if found := re.search(r"kill(?:ed|ing) ([\w,]+)", report.text[telling.start : telling.end]):
                tolls.setdefault(telling.event, set()).add(found[1])
    assert 0.2 < sum(len(told) > 1 for told in tolls.values()) / len(tolls) < 0.8


def test_copies_keep_the_words_and_change_headline_or_outlet(made) -> None:
    copies = [report for report in made if report.copy_of]
    assert copies
    for copy in copies:
        assert copy.tellings == copy.copy_of.tellings
        for telling in copy.tellings:
            assert copy.text[: telling.end] == copy.copy_of.text[: telling.end]
        assert copy.source != copy.copy_of.source


def test_sources_are_in_the_registry(made, known) -> None:
    assert {report.source for report in made} <= {source.id for source in known.sources}


def test_no_slot_stays_empty(made) -> None:
    assert [report.text for report in made if re.search(r"[\[\]{}]|  | [,.]|None|\bOne \w+s were", report.text)] == []


@pytest.mark.parametrize(
    ("template", "slots", "told"),
    [
        ("{group} attacked[ {where}][ {when}]", {"where": "in Djibo", "when": None}, "JNIM attacked in Djibo"),
        ("{Town} falls", {"town": "el Obeid"}, "El Obeid falls"),
        (
            "[{killed} soldiers were killed when ]it blew up",
            {"killed": "one"},
            "one soldier was killed when it blew up",
        ),
        ("[{killed} soldiers were killed when ]it blew up", {"killed": None}, "it blew up"),
    ],
)
def test_templates_are_filled(template, slots, told) -> None:
    assert phrases.fill(template, {"group": "JNIM"} | slots) == told


def test_a_template_with_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        phrases.fill("{grp} attacked", {"group": "JNIM"})
