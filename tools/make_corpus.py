"""Make a corpus of invented reports, with the answers: ``make corpus``.

In the folder OUTPUT stand `documents/` (`reports.jsonl` as `watchfloor add` reads it, and a few files that nobody can
read) and the answers: `events.jsonl`, what happened, and `reports.jsonl`, which characters of which report tell which
event, and what it copies. The same arguments give the same bytes.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.events import Event, events
from corpus.reports import Report, reports

#: Files that cannot be read, or only in part: a PDF cut off, nothing, no text, and lines that are no reports.
BROKEN = {
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa",
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 4,
    "lines.jsonl": b'{"title": "No text"}\n{"text": "Cut off in the mid\n[1, 2, 3]\n{"text": 7}\n',
}


def main() -> None:
    """Write the corpus and say what was written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("output", type=Path, help="a folder; its files are replaced")
    parser.add_argument("--documents", type=int, default=2000, help="how many reports (default 2000)")
    parser.add_argument("--days", type=int, default=365, help="spread over so many days (default 365)")
    parser.add_argument("--seed", type=int, default=1, help="another number, another corpus (default 1)")
    given = parser.parse_args()
    made = reports(given.seed, given.documents, given.days)
    told = {telling.event for report in made for telling in report.tellings}
    documents = given.output / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    ids = {id(report): f"d{number:06d}" for number, report in enumerate(made, 1)}
    _lines(documents / "reports.jsonl", (document(report, ids[id(report)]) for report in made))
    _lines(given.output / "reports.jsonl", (answer(report, ids) for report in made))
    _lines(given.output / "events.jsonl", (truth(event) for event in happened(given.seed, given.days, told)))
    for name, content in BROKEN.items():
        (documents / name).write_bytes(content)
    print(f"{len(made)} reports of {len(told)} events, and {len(BROKEN)} broken files: {documents}")


def document(report: Report, id_: str) -> dict[str, object]:
    """A report as `watchfloor add` reads it."""
    return {
        "id": id_,
        "source": report.source,
        "title": report.title,
        "published": report.published.isoformat(),
        "url": f"https://{report.source}.example/{id_}",
        "text": report.text,
    }


def answer(report: Report, ids: Mapping[int, str]) -> dict[str, object]:
    """What a report truly tells."""
    return {
        "id": ids[id(report)],
        "how": report.how,
        "copy_of": ids[id(report.copy_of)] if report.copy_of else None,
        "tellings": [
            {"event": telling.event, "told": telling.told, "start": telling.start, "end": telling.end}
            for telling in report.tellings
        ],
    }


def truth(event: Event) -> dict[str, object]:
    """What truly happened."""
    return {
        "event": event.id,
        "type": event.kind.type,
        "modes": list(event.kind.modes),
        "kind": event.kind.kind,
        "day": event.day.isoformat(),
        "town": event.town,
        "region": event.theatre.region,
        "country": event.theatre.country,
        "group": event.group[0],
        **event.figures,
    }


def happened(seed: int, days: int, told: set[str]) -> Iterable[Event]:
    """The events that are told, in the order of their ids."""
    left = set(told)
    for event in events(seed, days):
        if not left:
            return
        if event.id in left:
            left.remove(event.id)
            yield event


def _lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main()
