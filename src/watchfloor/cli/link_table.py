"""Why reports were linked: for each pair the match weights, in bits, of all that they were compared by."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column
from rich.text import Text

from .ids import short
from .table import DENIED, QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.store import Edge

SPEAKS_FOR = Style(color="green")
#: Lines up to which a table of links can be read; the weakest ones are left to the other formats.
MOST = 40
HOW_TO_READ = (
    "Match weights in bits: each bit doubles the odds that two reports tell one event, below zero it halves them. "
    "Before anything is compared the odds are long; 0 where a report says nothing to compare."
)


def link_table(edges: Sequence["Edge"]) -> RenderableType:
    """The pairs, the strongest first."""
    if not edges:
        return Padding(Text("No two of its reports were compared: it is told once, or people put it together."), (1, 1))
    names = list(edges[0].comparisons)
    table = ruled(
        Column("Reports"),  # on a narrow screen one below the other
        *(Column(name, justify="right", no_wrap=True) for name in (*names, "before", "in all")),
        expand=False,
        collapse=True,
    )
    for edge in edges[:MOST]:
        given = [weight(edge.comparisons, name) for name in names]
        before = edge.weight - sum(given)
        table.add_row(
            f"{short(edge.left)} – {short(edge.right)}",
            *map(bits, given),
            Text(f"{before:+.1f}", style=QUIET),
            bits(edge.weight).copy(),
        )
    parts: list[RenderableType] = [Padding(Text("Why they are linked", style="bold"), (1, 1, 0, 1)), table]
    if len(edges) > MOST:
        parts.append(
            Padding(Text(f"and {len(edges) - MOST:,} weaker pairs: --format json has all", style=QUIET), (0, 1))
        )
    return Group(*parts, Padding(Text(HOW_TO_READ, style=QUIET), (1, 1, 0, 1)))


def weight(comparisons: Mapping[str, object], name: str) -> float:
    """The weight of one comparison; nothing where it was not made."""
    value = comparisons.get(name)
    return float(value) if isinstance(value, int | float) else 0.0


def bits(value: float) -> Text:
    """A weight: green where it speaks for one event, red where it speaks against it."""
    if abs(value) < 0.05:
        return Text("0", style=QUIET)
    return Text(f"{value:+.1f}", style=SPEAKS_FOR if value > 0 else DENIED)
