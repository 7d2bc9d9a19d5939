"""The statements that are made without texts, for measuring how linking grows."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from corpus import rows
from corpus.phrases import STATES_DAY, STATES_PLACE
from watchfloor.linking import SCHEMA


def _made(count: int, seed: int = 1, days: int | None = None) -> tuple[pa.Table, list[str]]:
    batches, events = zip(*rows.statements(count, seed, days), strict=True)
    return pa.Table.from_batches(batches), [event for batch in events for event in batch]


@pytest.fixture(scope="module")
def made() -> tuple[pa.Table, list[str]]:
    return _made(20_000)


def test_rows_are_what_linking_reads(made) -> None:
    table, events = made
    assert table.schema == SCHEMA
    assert len(table) == len(events) == len(pc.unique(table["id"])) == 20_000
    table.validate(full=True)


def test_one_seed_makes_the_same_rows_and_another_others() -> None:
    table, events = _made(3000)
    again, events_again = _made(3000)
    assert table.equals(again) and events == events_again
    assert not table.equals(_made(3000, seed=2)[0])


@pytest.mark.parametrize(("column", "share"), [("since", STATES_DAY), ("country", STATES_PLACE)])
def test_days_and_places_are_stated_as_seldom_as_in_the_references(made, column, share) -> None:
    assert 1 - made[0][column].null_count / len(made[0]) == pytest.approx(share, abs=0.02)


def test_statements_of_one_event_agree_on_what_is_true(made) -> None:
    """One type and one country; of days, the day before and after at most."""
    table, events = made
    told = table.select(["type", "country", "since"]).append_column("event", pa.array(events))
    told = told.append_column("day", told["since"].cast(pa.int32()))
    for event in told.group_by("event").aggregate(
        [("type", "count_distinct"), ("country", "count_distinct"), ("day", "min"), ("day", "max")]
    ).to_pylist():  # fmt: skip
        assert event["type_count_distinct"] == 1
        assert event["country_count_distinct"] <= 1
        assert (event["day_max"] or 0) - (event["day_min"] or 0) <= 2


def test_as_many_a_day_whatever_the_number(made) -> None:
    smaller, _ = _made(5000)
    for table in (smaller, made[0]):
        days = (pc.max(table["since"]).as_py() - pc.min(table["since"]).as_py()).days
        assert len(table) / days == pytest.approx(rows.A_DAY, rel=0.15)


def test_a_longer_run_takes_more_batches(monkeypatch) -> None:
    monkeypatch.setattr(rows, "BATCH", 1000)
    table, events = _made(2500)
    assert len(table) == len(pc.unique(table["id"])) == 2500
    assert len(set(events)) > 500
