"""The table of decisions: who decided what, when and why, and whether it holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column
from rich.text import Text

from watchfloor.records import Decision, to_dict

from . import wording
from .decision_wording import decided
from .event_wording import plural
from .flat import Value, joined
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import DENIED, QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.store import Store


@dataclass(frozen=True, slots=True)
class Row:
    """A decision, and what keeps it from having effect: "" where it holds."""

    decision: Decision
    why_not: str = ""


def show(
    by: Annotated[str | None, typer.Option("--as", metavar="NAME", help="Only those of this person.")] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List the decisions: who decided what, when and why, and which of them have no effect.

    Exit status: 0 listed, 2 wrong use.
    """
    with opened(store) as kept:
        found = [row for row in rows(kept) if by in (None, row.decision.by)]
    LISTING.write(found, form, output)


def rows(store: "Store") -> list[Row]:
    """All decisions in the order in which they were made; undone, overruled and no longer fitting ones say so."""
    from watchfloor.assessment.force import standing

    made = store.decisions()
    applied = store.applied()
    holding = standing(made)
    undone = {d.undoes: d for d in holding if d.action == "undo"}
    unfit = {each.decision.id: each.why for each in applied.unfit}
    found = []
    for decision in made:
        why_not = unfit.get(decision.id, "")
        if later := applied.overruled.get(decision.id):
            why_not = f"overruled by {later.by} ({short(later.id)})"
        if later := undone.get(decision.id):
            why_not = f"taken back by {later.by} ({short(later.id)}): {wording.words(later.reason)}"
        found.append(Row(decision, why_not))
    return found


def tables(found: Iterable[Row]) -> Iterator[RenderableType]:
    """One table of all of them."""
    table = ruled(
        Column("When", width=11),
        Column("Who", ratio=2, overflow="fold"),
        Column("What", ratio=6, overflow="fold"),
        Column("Why", ratio=4, overflow="fold"),
        Column("Decision", width=8),
        leading=1,
    )
    for row in found:
        d = row.decision
        what = Text(decided(d), style=QUIET if row.why_not else "")
        what.append(f"\n{row.why_not}" if row.why_not else "", style=DENIED)
        table.add_row(wording.day(d.at[:10]), wording.words(d.by), what, wording.words(d.reason), short(d.id))
    if table.row_count:
        yield table
    yield Padding(Text(plural(table.row_count, "decision"), style=QUIET), (0, 1))


def record(row: Row) -> Mapping[str, Any]:
    """The decision as it was made, and what keeps it from having effect."""
    return {**to_dict(row.decision), "without_effect": row.why_not or None}


CELLS: Mapping[str, Callable[[Row], Value]] = {
    "id": lambda r: r.decision.id,
    "at": lambda r: r.decision.at,
    "by": lambda r: r.decision.by,
    "action": lambda r: r.decision.action,
    "scope": lambda r: r.decision.scope,
    "statements": lambda r: joined(a.statement for a in r.decision.subjects),
    "others": lambda r: joined(a.statement for a in r.decision.others),
    "actors": lambda r: joined(r.decision.actors),
    "what": lambda r: decided(r.decision),
    "reason": lambda r: r.decision.reason,
    "without_effect": lambda r: r.why_not,
}

LISTING = Listing[Row](tables, record, CELLS)
