"""A statement as one row of a spreadsheet; a cell joins several values with "; ", in the order of the record."""

from collections.abc import Callable, Iterable

from watchfloor.records import Citation, Document, Participant, Quantity, Statement, Time

Value = str | int | float | None


def joined(values: Iterable[Value]) -> str:
    """Values side by side; one that is not known keeps its place, so that columns of a list stay parallel."""
    cells = ["" if value is None else str(value) for value in values]
    return "; ".join(cells) if any(cells) else ""


def texts(spans: Iterable[Participant]) -> str:
    """The words of the text."""
    return joined(s.text for s in spans)


def bounds(value: Time | None) -> tuple[Value, Value]:
    """First and last day of a time."""
    return (value.since, value.until) if value else (None, None)


def counted(value: Quantity) -> str:
    """A quantity as "killed 4", "killed 4-6", "killed 10-" (at least), "killed -10" (at most)."""
    low, high = ("" if bound is None else str(bound) for bound in (value.low, value.high))
    return f"{value.kind} {low if low == high else f'{low}-{high}'}"


def cited(value: Citation) -> str:
    """A citation as "Khovar.tj 2021-09-11"."""
    return f"{value.outlet} {value.date or ''}".rstrip()


#: Column by column, what a cell holds; docs/record.md describes them.
CELLS: dict[str, Callable[[Document, Statement], Value]] = {
    "id": lambda d, s: s.id,
    "document": lambda d, s: s.document,
    "path": lambda d, s: d.path,
    "title": lambda d, s: d.title,
    "publication": lambda d, s: d.publication,
    "published": lambda d, s: d.published,
    "kind": lambda d, s: s.kind,
    "type": lambda d, s: s.type,
    "modes": lambda d, s: joined(s.modes),
    "contexts": lambda d, s: joined(s.contexts),
    "actors": lambda d, s: texts(s.actors),
    "actor_names": lambda d, s: joined(a.name for a in s.actors),
    "actor_ids": lambda d, s: joined(a.id for a in s.actors),
    "actor_types": lambda d, s: joined(a.type for a in s.actors),
    "actor_countries": lambda d, s: joined(a.country for a in s.actors),
    "recipients": lambda d, s: texts(s.recipients),
    "recipient_names": lambda d, s: joined(r.name for r in s.recipients),
    "recipient_ids": lambda d, s: joined(r.id for r in s.recipients),
    "recipient_types": lambda d, s: joined(r.type for r in s.recipients),
    "recipient_countries": lambda d, s: joined(r.country for r in s.recipients),
    "places": lambda d, s: joined(p.text for p in s.places),
    "place_names": lambda d, s: joined(p.name for p in s.places),
    "place_countries": lambda d, s: joined(p.country for p in s.places),
    "place_admin1": lambda d, s: joined(p.admin1 for p in s.places),
    "latitudes": lambda d, s: joined(p.latitude for p in s.places),
    "longitudes": lambda d, s: joined(p.longitude for p in s.places),
    "place_precisions": lambda d, s: joined(p.precision for p in s.places),
    "time": lambda d, s: s.time.text if s.time else None,
    "from": lambda d, s: bounds(s.time)[0],
    "to": lambda d, s: bounds(s.time)[1],
    "time_precision": lambda d, s: s.time.precision if s.time else None,
    "modality": lambda d, s: s.modality,
    "polarity": lambda d, s: s.polarity,
    "stance": lambda d, s: s.stance,
    "condition": lambda d, s: s.condition.text if s.condition else None,
    "horizon_from": lambda d, s: bounds(s.horizon)[0],
    "horizon_to": lambda d, s: bounds(s.horizon)[1],
    "speaker": lambda d, s: s.attribution.speaker.text if s.attribution.speaker else None,
    "speaker_id": lambda d, s: s.attribution.speaker.id if s.attribution.speaker else None,
    "chain": lambda d, s: joined(v.text for v in s.attribution.chain),
    "citations": lambda d, s: joined(map(cited, s.attribution.citations)),
    "quantities": lambda d, s: joined(map(counted, s.quantities)),
    "instruments": lambda d, s: joined(i.text for i in s.instruments),
    "about": lambda d, s: joined(s.about),
    "aggregate": lambda d, s: str(s.aggregate).lower(),
    "confidence": lambda d, s: s.confidence,
    "trigger": lambda d, s: s.trigger.text,
    "trigger_start": lambda d, s: s.trigger.start,
    "trigger_end": lambda d, s: s.trigger.end,
    "evidence": lambda d, s: s.evidence.text,
    "evidence_start": lambda d, s: s.evidence.start,
    "evidence_end": lambda d, s: s.evidence.end,
    "rule": lambda d, s: s.rule,
}
COLUMNS = tuple(CELLS)


def row(document: Document, statement: Statement) -> list[Value]:
    """The cells of one statement, in the order of COLUMNS."""
    return [cell(document, statement) for cell in CELLS.values()]
