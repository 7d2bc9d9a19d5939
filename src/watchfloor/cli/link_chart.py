"""The links that hold an event together as one picture: a waterfall chart for each."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from .ids import short

if TYPE_CHECKING:
    from watchfloor.store import Edge

#: Pixels between two charts.
GAP = 24
SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def link_chart(edges: Sequence["Edge"], names: Mapping[str, str]) -> str:
    """An SVG document; ``names`` say which report a statement is."""
    from watchfloor.linking import of_edge, waterfall

    charts = []
    for edge in strongest(edges):
        title = " and ".join(f"{names.get(id_, '')} ({short(id_)})".strip() for id_ in (edge.left, edge.right))
        weights = {name: value for name, value in edge.comparisons.items() if isinstance(value, int | float)}
        charts.append(waterfall(of_edge(weights), title))
    return stacked(charts)


def strongest(edges: Sequence["Edge"]) -> list["Edge"]:
    """The fewest links that hold all reports together which are linked at all: the strongest ones."""
    group: dict[str, str] = {}

    def top(id_: str) -> str:
        while (up := group.get(id_, id_)) != id_:
            id_ = up
        return id_

    found = []
    for edge in sorted(edges, key=lambda e: (-e.weight, e.left, e.right)):
        left, right = top(edge.left), top(edge.right)
        if left != right:
            group[right] = left
            found.append(edge)
    return found


def stacked(charts: Sequence[str]) -> str:
    """Charts one below the other in one document; where there is none, a line that says so."""
    if not charts:
        said = escape("No two reports of this event were compared.")
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 60" width="760" height="60">'
            f'<text x="20" y="35" font-family="system-ui, sans-serif" font-size="15">{said}</text></svg>\n'
        )
    sizes = [tuple(map(int, match.groups())) for chart in charts if (match := SIZE.search(chart))]
    width, height = max(w for w, _ in sizes), sum(h for _, h in sizes) + GAP * (len(sizes) - 1)
    placed, at = [], 0
    for chart, (_, tall) in zip(charts, sizes, strict=True):
        placed.append(chart.replace("<svg ", f'<svg y="{at}" ', 1))
        at += tall + GAP
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return f"{head}\n{''.join(placed)}</svg>\n"
