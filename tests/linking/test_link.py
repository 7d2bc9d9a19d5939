"""What belongs together and what does not, whatever the weights are."""

import random
from datetime import date
from itertools import combinations

import pyarrow as pa
import pytest

from watchfloor import knowledge
from watchfloor.linking import SCHEMA, Constraints, Linked, link

KABUL = {
    "country": "AFG",
    "admin1": "Kabul",
    "latitude": 34.53,
    "longitude": 69.17,
    "precision": 3,
    "sites": ["1138958"],
}
HERAT = {
    "country": "AFG",
    "admin1": "Herat",
    "latitude": 34.35,
    "longitude": 62.20,
    "precision": 3,
    "sites": ["1140026"],
}
AFGHANISTAN = {"country": "AFG", "precision": 1}
KNOWN = knowledge.load()


def one(id: str, document: str = "", day: int | None = None, place: dict[str, object] | None = None, **slots: object):
    """A row: an attack with explosives, reported on 12 March 2021."""
    when = date(2021, 3, day) if day else None
    given = {"since": when, "until": when, "timed": bool(day), "placed": bool(place), **(place or {}), **slots}
    usual = {
        "id": id, "document": document or f"d-{id}", "section": 0, "at": 0, "sentence": 0, "kind": "event",
        "type": "ASSAULT", "modes": ["explosives"], "modality": "actual", "polarity": "positive", "aggregate": False,
        "published": date(2021, 3, 12), "sites": [], "actors": [], "recipients": [], "about": [],
    }  # fmt: skip
    return {name: {**usual, **given}.get(name) for name in SCHEMA.names}


def linked(rows, settled=None, constraints=None) -> Linked:
    table = pa.Table.from_pylist(list(rows), schema=SCHEMA)
    before = pa.table({"statement": list(settled or {}), "event": list((settled or {}).values())})
    return link(table, before.cast(pa.schema([("statement", pa.string()), ("event", pa.string())])), constraints, KNOWN)


def events(given: Linked) -> dict[str, str]:
    return dict(zip(*(given.assignments[name].to_pylist() for name in ("statement", "event")), strict=True))


def groups(given: Linked) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for statement, event in events(given).items():
        found.setdefault(event, []).append(statement)
    return sorted(found.values())


FULL = {"day": 10, "place": KABUL, "actors": ["iskp"], "killed_low": 7, "killed_high": 7}
TOLL = {"killed_low": 4, "killed_high": 4}

CASES = {
    "the same in every respect": ([one("a", **FULL), one("b", **FULL)], [["a", "b"]]),
    "a part of the group is the group": (
        [one("a", **FULL), one("b", **FULL | {"actors": ["islamic-state"]})],
        [["a", "b"]],
    ),
    "another town": ([one("a", **FULL), one("b", **FULL | {"place": HERAT})], [["a"], ["b"]]),
    "another week": ([one("a", **FULL), one("b", **FULL | {"day": 1})], [["a"], ["b"]]),
    "another kind of happening": ([one("a", **FULL), one("b", **FULL | {"type": "CONSULT"})], [["a"], ["b"]]),
    "a day and a country are too little": (
        [one("a", day=10, place=AFGHANISTAN), one("b", day=10, place=AFGHANISTAN)],
        [["a"], ["b"]],
    ),
    "a day and an inherited place are too little": (
        [
            one("a", "one", day=10), one("x", "one", type="CONSULT", place=KABUL),
            one("b", "two", day=10), one("y", "two", type="PROTEST", place=KABUL),
        ],
        [["a"], ["b"], ["x"], ["y"]],
    ),
    "what points back goes with what was told just before it": (
        [one("a", "one", **FULL), one("b", "one", at=100, sentence=100, back=True, modes=[])],
        [["a", "b"]],
    ),
    "a toll without day and place goes with what was told just before it": (
        [
            one("a", "one", day=10, place=KABUL),
            one("b", "one", day=3, place=HERAT, recipients=["afg.civilian"], at=100, sentence=100),
            one("c", "one", type="DIE", modes=[], actors=["afg.civilian"], at=200, sentence=200, **TOLL),
        ],
        [["a"], ["b", "c"]],
    ),
    "words that turn to another happening keep two of one day and town apart": (
        [one("a", "one", **FULL), one("b", "one", day=10, place=KABUL, at=100, sentence=100, modes=[], anew=True)],
        [["a"], ["b"]],
    ),
    "who blows himself up sets off a bomb": (
        [one("a", **FULL), one("b", **FULL | {"modes": ["suicide-attack"]})],
        [["a", "b"]],
    ),
    "a town that bears its province's name may be the province": (
        [
            one("a", **FULL | {"place": KABUL | {"seat": True}}),
            one("b", **FULL | {"place": KABUL | {"sites": ["7"], "latitude": 34.9}}),
        ],
        [["a", "b"]],
    ),
    "one dead and two dead are no evidence": (
        [
            one("a", day=10, killed_low=1, killed_high=1),
            one("b", day=10, killed_low=2, killed_high=2),
        ],
        [["a"], ["b"]],
    ),
    "an aggregate is none of what it sums up": (
        [one("a", **FULL), one("b", **FULL), one("s", **FULL | {"aggregate": True})],
        [["a", "b"], ["s"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_one_event(case):
    rows, expected = CASES[case]
    assert groups(linked(rows)) == expected


def test_what_lacked_little_of_a_merge_is_kept_with_the_links():
    there = {"day": 10, "place": AFGHANISTAN}
    for rows, near in (
        ([one("a", **there), one("b", **there)], [("a", "b")]),
        ([one("a", **there), one("b", **there), one("c", **there | {"place": HERAT, "day": 1})], [("a", "b")]),
        ([one("a", **FULL), one("b", **FULL | {"place": HERAT})], []),
        ([one("a", **there), one("s", **there | {"aggregate": True})], []),
    ):
        given = linked(rows)
        named = events(given)
        pairs = [(pair["left"], pair["right"]) for pair in given.edges.to_pylist()]
        assert [(a, b) for a, b in pairs if named[a] != named[b]] == near


def test_an_aggregate_contains_events():
    given = linked([one("a", **FULL), one("b", **FULL), one("s", **FULL | {"aggregate": True})])
    named = events(given)
    assert given.contains.to_pylist() == [{"aggregate": named["s"], "event": named["a"]}]


def test_what_is_vague_joins_no_two():
    towns = [
        one(f"{name}{n}", **FULL | {"place": place}) for name, place in (("k", KABUL), ("h", HERAT)) for n in (1, 2)
    ]
    found = groups(linked([*towns, one("v", place=AFGHANISTAN, actors=["iskp"])]))
    assert not any({"k1", "h1"} <= set(group) for group in found)


def test_what_is_denied_founds_nothing():
    rows = [one("a", **FULL | {"polarity": "negative"}, published=date(2021, 3, 10)), one("b", **FULL)]
    alone = events(linked(rows[1:]))["b"]
    assert events(linked(rows))["b"] == alone


def test_people_decide():
    rows = [one("a", **FULL), one("b", **FULL), one("c", place=HERAT)]
    apart = linked(rows, constraints=Constraints(apart=(("a", "b"),)))
    together = linked(rows, constraints=Constraints(together=(("a", "c"),)))
    assert groups(apart) == [["a"], ["b"], ["c"]]
    assert groups(together) == [["a", "b", "c"]]


def test_actors_that_people_hold_to_be_one_count_as_one():
    rows = [
        one("a", day=10, actors=["=the lions"], place=AFGHANISTAN),
        one("b", day=10, actors=["=the tigers"], place=AFGHANISTAN),
    ]
    same = Constraints(same_actor=(("=the lions", "=the tigers"),))
    assert groups(linked(rows)) == [["a"], ["b"]]
    assert groups(linked(rows, constraints=same)) == [["a", "b"]]


def _many() -> list[dict[str, object]]:
    towns, groups_ = (KABUL, HERAT, AFGHANISTAN, None), ("iskp", "taliban", "~gunmen")
    return [
        one(f"s{n}", f"d{n // 2}", day=1 + n % 9 if n % 3 else None, place=towns[n % 4], actors=[groups_[n % 3]],
            killed_low=n % 5, killed_high=n % 5)
        for n in range(60)
    ]  # fmt: skip


def test_no_order_changes_anything():
    rows = _many()
    first = linked(rows)
    random.Random(7).shuffle(rows)
    second = linked(rows)
    for table in ("assignments", "edges", "redirects", "contains"):
        assert getattr(first, table).equals(getattr(second, table))


def test_settled_events_keep_their_ids():
    before = events(linked([one("b", **FULL), one("c", **FULL | {"place": HERAT})]))
    after = linked(
        [one("a", **FULL, published=date(2021, 3, 1)), one("b", **FULL), one("c", **FULL | {"place": HERAT})], before
    )
    now = events(after)
    assert now["a"] == now["b"] == before["b"]
    assert not after.redirects.num_rows


def test_merges_and_splits_leave_redirects():
    rows = [one("a", **FULL), one("b", **FULL)]
    merged = linked(rows, {"a": "first", "b": "second"}, Constraints(together=(("a", "b"),)))
    assert set(events(merged).values()) == {"first"}
    assert merged.redirects.to_pylist() == [{"old": "second", "new": "first"}]
    split = linked(rows, {"a": "first", "b": "first"}, Constraints(apart=(("a", "b"),)))
    new = events(split)["b"]
    assert events(split)["a"] == "first" != new
    assert split.redirects.to_pylist() == [{"old": "first", "new": new}]


def test_what_people_hold_apart_stays_so_whoever_comes_between():
    rows = [one("a", **FULL), one("b", **FULL), one("c", **FULL), one("d", place=HERAT)]
    apart = Constraints(apart=(("a", "b"),))
    for settled in (None, {"a": "first", "b": "second"}):
        now = events(linked(rows, settled, apart))
        assert now["a"] != now["b"]
        assert settled is None or (now["a"], now["b"]) == ("first", "second")
        assert now["c"] in (now["a"], now["b"]), "and is told by the one or the other"


def test_linking_bit_by_bit_differs_little():
    """Pairs of statements in one event, linked five documents at a time and all at once: F1 of at least 0.9."""
    rows = _many()
    settled: dict[str, str] = {}
    for end in range(10, len(rows) + 1, 10):
        settled |= events(linked(rows[:end], settled))
    afresh, by_steps = _pairs(events(linked(rows))), _pairs(settled)
    assert 2 * len(afresh & by_steps) >= 0.9 * (len(afresh) + len(by_steps))


def _pairs(named: dict[str, str]) -> set[tuple[str, str]]:
    return {(a, b) for a, b in combinations(sorted(named), 2) if named[a] == named[b]}


def test_nothing_gives_nothing():
    assert not linked([]).assignments.num_rows
