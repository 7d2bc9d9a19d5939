"""The three tables of templates, read and typed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent

#: What a kind of event may count, as its table names it.
COUNTED = ("killed", "wounded", "abducted", "released", "arrested", "convicted", "people", "soldiers", "displaced")


@dataclass(frozen=True)
class Theatre:
    """A region with the groups that are active there and the outlets that write about it; groups as (full, short)."""

    country: str
    adjective: str
    region: str
    towns: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]
    claims: str


@dataclass(frozen=True)
class Kind:
    """What can happen; ``counted`` gives the lowest and highest number of each thing counted."""

    kind: str
    type: str
    modes: tuple[str, ...]
    by: str
    share: int
    noun: str
    headlines: tuple[str, ...]
    leads: tuple[str, ...]
    own: str
    denied: str
    counted: tuple[tuple[str, int, int], ...]


@cache
def theatres() -> tuple[Theatre, ...]:
    """Every theatre."""
    return tuple(
        Theatre(
            **{
                **entry,
                "towns": tuple(entry["towns"]),
                "groups": tuple((full, short) for full, short in entry["groups"]),
                "outlets": tuple(entry["outlets"]),
            }
        )
        for entry in _read("theatres")
    )


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of event."""
    return tuple(
        Kind(
            counted=tuple((name, int(entry[name][0]), int(entry[name][1])) for name in COUNTED if name in entry),
            share=int(entry["share"]),
            modes=tuple(entry.get("modes", ())),
            headlines=tuple(entry["headlines"]),
            leads=tuple(entry["leads"]),
            **{name: entry[name] for name in ("kind", "type", "by", "noun", "own", "denied")},
        )
        for entry in _read("kinds")
    )


@cache
def wording() -> dict[str, list[str]]:
    """What reports say around an event."""
    return {name: lines for name, lines in _read("wording").items() if name != "singular"}


@cache
def singular() -> dict[str, str]:
    """The word for one of those whom the templates count in the plural."""
    words: dict[str, str] = _read("wording")["singular"]
    return words


def _read(name: str) -> Any:
    """A table with every value a string: PyYAML would read some names and numbers as something else."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
