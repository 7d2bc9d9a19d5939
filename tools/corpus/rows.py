"""Statements by the million, as linking sees them: no texts, the null rates of the references, and the true events.

The world is wider than that of the reports, so that a day's statements spread as they do over the globe: every country
in which the registry knows armed groups, with as many shares as groups, and made-up towns on a grid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corpus import tables
from corpus.events import BEGINNING
from corpus.phrases import STATES_DAY, STATES_PLACE, WRONG_DAY, WRONG_NUMBER
from corpus.reports import REPORTS
from watchfloor import knowledge
from watchfloor.linking import SCHEMA

Numbers = npt.NDArray[np.int64]

#: Day zero of dates in a column.
_EPOCH = date(1970, 1, 1)

#: Statements a day: a million in ten years.
A_DAY = 274
#: Rows are made by so many, to keep memory flat.
BATCH = 200_000
#: Statements that one report makes of one event, and how often.
STATEMENTS = {1: 60, 2: 30, 3: 10}
TOWNS = 60
PROVINCES = 12
#: Signed bytes of a vector, as the store keeps them.
WIDTH = 64
#: Of all statements: sums of many happenings; denied or ceased; planned or feared.
AGGREGATE, NEGATIVE, PLANNED = 0.02, 0.04, 0.05
#: Of all parties told, how many are nouns ("gunmen") and how many are not told.
NOUN, UNTOLD = 0.2, 0.15
#: Of all numbers, how many are told.
TOLD = 0.4

RECIPIENTS = ["~policemen", "~soldiers", "~civilians", "~villagers", "~people", "~convoy", "~students", "~workers"]
NOUNS = ["~gunmen", "~militants", "~attackers", "~police", "~army", "~fighters"]


@dataclass(frozen=True)
class World:
    """Countries in the order of their groups: the country of each group, all as indexes of ``countries``."""

    countries: list[str]
    groups: list[str]
    country: Numbers


def statements(count: int, seed: int = 1, days: int | None = None) -> Iterator[tuple[pa.RecordBatch, list[str]]]:
    """Batches of so many rows of SCHEMA in all, each with the true event of its rows; at A_DAY a day unless told."""
    days = days or max(1, round(count / A_DAY))
    for number, start in enumerate(range(0, count, BATCH)):
        rng = np.random.default_rng([seed, number])
        yield _batch(rng, number, min(BATCH, count - start), days)


def _batch(rng: np.random.Generator, number: int, size: int, days: int) -> tuple[pa.RecordBatch, list[str]]:
    """One batch: events are drawn, reported, and told; an array has one value an event, a report or a row."""
    world, kinds = _world(), tables.kinds()
    # Events. More than are needed: every event makes at least one row.
    kind = rng.choice(len(kinds), size, p=_shares([k.share for k in kinds]))
    group = rng.integers(len(world.groups), size=size)
    day = rng.integers(days, size=size) + (BEGINNING - _EPOCH).days
    town = rng.integers(TOWNS, size=size)
    figures = {toll: _figures(rng, kind, toll) for toll in ("killed", "wounded", "taken")}
    meaning = rng.normal(size=(len(kinds), WIDTH))[kind] + rng.normal(size=(size, WIDTH))
    # Reports of events, and rows of reports; cut where the batch is full.
    report = np.repeat(np.arange(size), _many(rng, REPORTS, size))[:size]
    published = day[report] + rng.integers(3, size=size) + np.where(rng.random(size) < 0.03, 45, 0)
    row = np.repeat(np.arange(size), _many(rng, STATEMENTS, size))[:size]
    event = report[row]
    at = np.arange(size) - np.searchsorted(row, row)  # the how manyeth of its report

    country = world.country[group[event]]
    place = np.where(rng.random(size) < STATES_PLACE, rng.choice([3, 2, 1], size, p=[0.6, 0.25, 0.15]), 0)
    dated = rng.random(size) < STATES_DAY
    told_day = day[event] + np.where(rng.random(size) < WRONG_DAY, rng.choice([-1, 1], size), 0)
    province = np.char.add(np.array(world.countries)[country], np.char.mod(".%02d", town[event] % PROVINCES))
    latitude = (country % 12) * 10.0 - 50 + (town[event] % 8) * 0.9
    longitude = (country // 12) * 25.0 - 150 + (town[event] // 8) * 1.1
    columns: dict[str, Any] = {
        "id": _ids("s", number, np.arange(size)),
        "document": _ids("d", number, row),
        "section": np.zeros(size, np.int32),
        "at": at * 120 + 20,
        "sentence": at * 120,
        "source": pa.array([f"outlet-{i}" for i in rng.zipf(1.5, size) % 700]),
        "published": published[row],
        "kind": pa.array(["event"] * size),
        "type": pa.array(np.array([k.type for k in kinds])[kind[event]]),
        "modes": pa.array([kinds[k].modes for k in kind[event]], pa.list_(pa.string())),
        "modality": pa.array(np.where(rng.random(size) < PLANNED, "planned", "actual")),
        "polarity": pa.array(np.where(rng.random(size) < NEGATIVE, "negative", "positive")),
        "aggregate": pa.array(rng.random(size) < AGGREGATE),
        "about": _lists(np.zeros(size, bool), [""] * size),
        "since": _known(told_day, dated),
        "until": _known(told_day, dated),
        "timed": pa.array(dated),
        "placed": pa.array(place > 0),
        "sites": _lists(place == 3, [str(code) for code in 90_000_000 + country * TOWNS + town[event]]),
        "precision": _known(place, place > 0),
        "country": pa.array(np.array(world.countries)[country], mask=place == 0),
        "admin1": pa.array(province, mask=place < 2),
        "latitude": pa.array(latitude, mask=place == 0),
        "longitude": pa.array(longitude, mask=place == 0),
        "actors": _parties(rng, np.array(world.groups)[group[event]], NOUNS),
        "recipients": _parties(rng, np.array(RECIPIENTS)[event % len(RECIPIENTS)], RECIPIENTS),
        "vector": _vectors(meaning[event] + rng.normal(size=(size, WIDTH)) * 0.7),
    }
    for toll, value in figures.items():
        wrong = rng.random(size) < WRONG_NUMBER
        told = np.maximum(value[event] + np.where(wrong, rng.integers(-2, 6, size), 0), 1)
        known = (value[event] > 0) & (rng.random(size) < TOLD)
        columns[f"{toll}_low"] = columns[f"{toll}_high"] = _known(told, known)
    arrays = [_array(columns.get(field.name), field.type, size) for field in SCHEMA]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA), _ids("e", number, event)


@cache
def _world() -> World:
    armed = sorted(
        (actor.country, actor.id)
        for actor in knowledge.load().actors.values()
        if actor.type == "armed-group" and actor.country
    )
    countries = sorted({country for country, _ in armed})
    return World(countries, [id_ for _, id_ in armed], np.array([countries.index(country) for country, _ in armed]))


def _figures(rng: np.random.Generator, kind: Numbers, toll: str) -> Numbers:
    """The true number of each event, zero where its kind has none; the square of a chance, as most are small."""
    names = ("arrested", "abducted") if toll == "taken" else (toll,)
    bounds = [next(((low, high) for name, low, high in k.counted if name in names), (0, 0)) for k in tables.kinds()]
    low, high = np.array(bounds)[kind].T
    figures: Numbers = low + ((high - low + 1) * rng.random(len(kind)) ** 2).astype(np.int64)
    return np.where(high > 0, figures, 0)


def _many(rng: np.random.Generator, shares: dict[int, int], size: int) -> Numbers:
    drawn: Numbers = rng.choice(list(shares), size, p=_shares(list(shares.values())))
    return drawn


def _shares(weights: Sequence[int]) -> npt.NDArray[np.float64]:
    return np.array(weights) / sum(weights)


def _ids(letter: str, batch: int, numbers: Numbers) -> list[str]:
    """Ids that do not follow the order of rows: Knuth's multiplicative hash."""
    return [f"{letter}{(batch << 32 | n) * 0x9E3779B97F4A7C15 % 2**64:016x}" for n in numbers.tolist()]


def _known(values: Numbers, known: npt.NDArray[np.bool_]) -> pa.Array:
    return pa.array(values, mask=~known)


def _lists(known: npt.NDArray[np.bool_], values: Sequence[str]) -> pa.Array:
    """Lists of one value, or of none."""
    offsets = np.r_[0, np.cumsum(known)].astype(np.int32)
    taken = [value for value, kept in zip(values, known.tolist(), strict=True) if kept]
    return pa.ListArray.from_arrays(offsets, pa.array(taken, pa.string()))


def _parties(rng: np.random.Generator, named: npt.NDArray[np.str_], nouns: Sequence[str]) -> pa.Array:
    chance = rng.random(len(named))
    told = np.where(chance < NOUN, np.array(nouns)[rng.integers(len(nouns), size=len(named))], named)
    return _lists(chance < 1 - UNTOLD, told.tolist())


def _vectors(meaning: npt.NDArray[np.float64]) -> pa.Array:
    """Signed bytes, the longest number of each vector at the end of their range."""
    scaled = np.round(meaning / np.abs(meaning).max(axis=1, keepdims=True) * 127).astype(np.int8)
    offsets = np.arange(len(scaled) + 1, dtype=np.int32) * WIDTH
    return pa.BinaryArray.from_buffers(pa.binary(), len(scaled), [None, pa.py_buffer(offsets), pa.py_buffer(scaled)])


def _array(values: Any, type_: pa.DataType, size: int) -> pa.Array:
    """A column of the schema's type; all null where nothing is made for it."""
    if values is None:
        return pa.nulls(size, type_)
    array = values if isinstance(values, pa.Array) else pa.array(values)
    return array.cast(pa.int32()).cast(type_) if type_ == pa.date32() else array.cast(type_)
