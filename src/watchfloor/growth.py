"""How linking changed the events: which are new, and which have grown."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True, slots=True)
class Growth:
    """Numbers of events: new ones, and those settled before that have new statements now."""

    new: int
    grown: int


def growth(settled: pa.Table, assigned: pa.Table) -> Growth:
    """Compare what was settled with what is now; both have the columns statement and event."""
    before, now = (pc.unique(table["event"]) for table in (settled, assigned))
    fresh = assigned.filter(pc.invert(pc.is_in(assigned["statement"], value_set=settled["statement"])))
    touched = pc.unique(fresh["event"])
    return Growth(
        new=pc.sum(pc.invert(pc.is_in(now, value_set=before))).as_py() or 0,
        grown=pc.sum(pc.is_in(touched, value_set=before)).as_py() or 0,
    )
