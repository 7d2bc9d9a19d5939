"""What linking is told and what it gives back, as Arrow tables of ids."""

from dataclasses import dataclass

import pyarrow as pa

from .comparisons import BETWEEN, TEXT

#: What `copies` is given: ``published`` is an ISO date or null, ``signature`` (of `passages`) may be null.
SIGNATURES = pa.schema(
    [("document", pa.string()), ("key", pa.string()), ("published", pa.string()), ("signature", pa.binary())]
)
ASSIGNMENTS = pa.schema([("statement", pa.string()), ("event", pa.string())])
EDGES = pa.schema(
    [
        ("left", pa.string()),
        ("right", pa.string()),
        ("weight", pa.float32()),  # bits, all comparisons and the start together
        *((comparison.name, pa.float32()) for comparison in (*BETWEEN, TEXT)),
    ]
)
REDIRECTS = pa.schema([("old", pa.string()), ("new", pa.string())])
CONTAINS = pa.schema([("aggregate", pa.string()), ("event", pa.string())])


@dataclass(frozen=True)
class Constraints:
    """What people decided: pairs of statements that tell one event or do not, pairs of actors that are one or are not.

    Actors are named as in rows: ids, or "~" and "=" with words. Pairs whose statements are not there count for nothing.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    same_actor: tuple[tuple[str, str], ...] = ()
    different_actor: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Linked:
    """Which event each statement tells, with what links them.

    `assignments` (ASSIGNMENTS) holds every statement that was looked at again; others keep what they have. `edges`
    (EDGES) are the pairs that were weighed within an event, and the strongest between two that were held apart by
    little; they replace those between any of these statements. `redirects` (REDIRECTS) lead from an event that was
    settled before to each one that now holds some of its statements: the old one is gone where no statement is assigned
    to it any more. `contains` (CONTAINS) says which events an event made of aggregates sums up.
    """

    assignments: pa.Table
    edges: pa.Table
    redirects: pa.Table
    contains: pa.Table
