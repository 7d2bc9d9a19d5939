"""Which of our own short reports tell the same events: 200 reports over 60 events, read, coded and linked as any text.

`tests/linking/groups` says which words of which report tell which event; a statement whose trigger overlaps them tells
it. Two statements are a pair where they tell one event; the figure is the F1 over pairs. Statements that nobody
labelled count for nothing, and what the coder did not find is linked to nothing: it is told beside the figure. Half of
the reports set the weights and thresholds, with others (`training/linking.py`); the other half is held out.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pyarrow as pa

from evaluation.figure import Figure, f1, share
from watchfloor.coder import Coded, Coder
from watchfloor.linking import SCHEMA, link, row
from watchfloor.records import Document, digest

GROUPS = Path(__file__).parent.parent / "tests" / "linking" / "groups"
PARTS = ("fit", "held-out")
TARGET = 0.90
#: A group that is none: what is told there belongs with nothing else.
ALONE = "-"


@dataclass(frozen=True)
class Telling:
    """Words of a report that tell an event: its group, the part it belongs to, and the statements that rest on them."""

    group: str
    part: str
    told: str
    report: str
    statements: tuple[str, ...]


def measure(coder: Coder) -> list[Figure]:
    """Pairwise F1 over both parts and over each, and how many of the tellings were coded at all."""
    coded = code(coder)
    tellings = labelled(coded)
    linked = link(rows(coded), known=coder.known)
    events = dict(
        zip(linked.assignments["statement"].to_pylist(), linked.assignments["event"].to_pylist(), strict=True)
    )
    found = [bool(telling.statements) for telling in tellings]
    return [
        pairs("reports", events, tellings, TARGET),
        *(pairs(f"reports, {part}", events, [t for t in tellings if t.part == part]) for part in PARTS),
        share("linking", "tellings coded", sum(found), len(found)),
    ]


def pairs(name: str, events: Mapping[str, str], tellings: Iterable[Telling], target: float | None = None) -> Figure:
    """F1 over the pairs of labelled statements."""
    groups = {statement: group for statement, group in truth(tellings).items() if statement in events}
    right = said = true = 0
    for a, b in combinations(groups, 2):
        one, together = groups[a] == groups[b], events[a] == events[b]
        right, said, true = right + (one and together), said + together, true + one
    return f1("linking", name, right, said, true, target=target)


def truth(tellings: Iterable[Telling]) -> dict[str, str]:
    """The event of each labelled statement; of one that rests on words of several, the first."""
    groups: dict[str, str] = {}
    for n, telling in enumerate(tellings):
        for statement in telling.statements:
            groups.setdefault(statement, telling.group if telling.group != ALONE else f"{ALONE}{n}")
    return groups


def code(coder: Coder, folder: Path = GROUPS) -> list[Coded]:
    """The reports with their statements."""
    reports = (json.loads(line) for line in (folder / "reports.jsonl").read_text("utf-8").splitlines())
    return [
        coder.code(
            Document(
                id=digest(report["id"], report["text"]),
                key=report["id"],
                path=report["id"],
                text=report["text"],
                title=report["title"],
                source=report["source"],
                published=report["published"],
                language="en",
            )
        )
        for report in reports
    ]


def labelled(coded: Sequence[Coded], folder: Path = GROUPS) -> list[Telling]:
    """All tellings of those reports that are given."""
    by_key = {each.document.key: each for each in coded}
    found = []
    with (folder / "groups.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if line["report"] not in by_key:
                continue
            its = by_key[line["report"]]
            start = its.document.text.index(line["quote"])
            end = start + len(line["quote"])
            resting = tuple(
                s.id for s in its.statements if s.kind == "event" and s.trigger.start < end and start < s.trigger.end
            )
            found.append(Telling(line["group"], line["part"], line["told"], line["report"], resting))
    return found


def rows(coded: Iterable[Coded]) -> pa.Table:
    """The reports' statements as rows."""
    return pa.Table.from_pylist(
        [
            row(statement, each.document, vector)
            for each in coded
            for statement, vector in zip(each.statements, each.vectors, strict=True)
        ],
        schema=SCHEMA,
    )
