"""What two statements are compared by, as levels from the most telling to the least.

Evidence that hangs together shares one comparison: actor and recipient, town and distance, all tolls, type and mode.
Each level has a name, which the weights' file repeats, and a condition in DuckDB's SQL over the columns of `features`
with `_l` and `_r`. The first condition that holds decides; the last level of each comparison is everything else.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .weights import Weights

#: Towns this near (km) are one place to reporters: suburbs, villages at a town's edge.
NEAR_KM = 30
#: Days by which reports of one event differ: night attacks, "on Tuesday" read against the wrong week's date line.
NEAR_DAYS = 3
#: Days within which most reports of force and protest come out.
FRESH_DAYS = 2
MONTH = 31
#: Tolls of one event differ by this much while counts go on.
NEAR_TOLL = 2
NEAR_SHARE = 0.3
#: One or two dead are the commonest tolls and tell little, and that two are near each other tells nothing.
TELLING_TOLL = 3
#: Characters between two sentences that still tell one thing.
NEAR_CHARACTERS = 250
#: Codes of parties count up from the commonest; these are the first ones of the rarer bands (see `features`).
UNCOMMON = 1_000_000
RARE = 2_000_000
#: The tolls of a row that are compared.
TOLLS = ("killed", "wounded", "harmed", "taken")


#: What a comparison with nothing to compare is called.
UNKNOWN = "nothing to compare"


class Level(NamedTuple):
    """One outcome of a comparison.

    `positive`: it may speak for one event. Others of EVIDENCE never weigh more than nothing: what is inherited, vague
    or common says nothing for a merge, however often it is met among pairs of one event.
    """

    name: str
    condition: str
    positive: bool = False


class Comparison(NamedTuple):
    """One kind of evidence; `null`: when nothing can be said, which weighs nothing; empty where that cannot be."""

    name: str
    null: str
    levels: tuple[Level, ...]


_DISTANCE = (
    "sqrt(power((latitude_l - latitude_r) * 111.2, 2) "
    "+ power((longitude_l - longitude_r) * 111.2 * cos(radians((latitude_l + latitude_r) / 2)), 2))"
)
#: One of the two is a province, or may be: "in Arauca" means the town or the department.
_PROVINCE = "(least(rank_l, rank_r) = 2 or (least(rank_l, rank_r) = 3 and (seat_l or seat_r)))"
_GAP = "(greatest(since_l, since_r) - least(until_l, until_r))"


#: A day, and an undated report of the next days; a stated time of more than a month holds too much to be evidence.
_FRESH = (
    f"((told_l = 2 and told_r = 0 and until_r - until_l <= {FRESH_DAYS}) "
    f"or (told_r = 2 and told_l = 0 and until_l - until_r <= {FRESH_DAYS}))"
)
_NARROW = f"greatest(until_l - since_l, until_r - since_r) <= {MONTH}"


def _exact(toll: str, least: int) -> str:
    return (
        f"({toll}_low_l = {toll}_low_r and {toll}_high_l = {toll}_high_r and {toll}_low_l = {toll}_high_l "
        f"and {toll}_low_l >= {least})"
    )


def _known(toll: str) -> str:
    return f"({toll}_low_l is not null and {toll}_low_r is not null)"


def _far(toll: str) -> str:
    """Both known, and further apart than counts of one event are."""
    low, high = f"greatest({toll}_low_l, {toll}_low_r)", f"least({toll}_high_l, {toll}_high_r)"  # least skips nulls
    return f"coalesce({low} - {high} > greatest({NEAR_TOLL}, {NEAR_SHARE} * {low}), false)"


def _close(toll: str) -> str:
    """Both known, and neither one of the commonest."""
    return f"coalesce(least({toll}_low_l, {toll}_low_r) >= {TELLING_TOLL}, false)"


def _any(conditions: Iterator[str]) -> str:
    return "(" + " or ".join(conditions) + ")"


_SHARED_ACTOR = "list_max(list_intersect(actors_l, actors_r))"
_SHARED_RECIPIENT = "list_max(list_intersect(recipients_l, recipients_r))"
_SHARED = "list_max(list_intersect(parties_l, parties_r))"
_ONE_UNNAMED = "(not (acting_l and acting_r) and not (suffering_l and suffering_r))"
#: Bits of `kinds` for those who act, and those who suffer (see `parties`).
_SIDES = (0b00001111, 0b11110000)
_OTHER_KINDS = "(" + " or ".join(f"((kinds_l & {side}) > 0 and (kinds_r & {side}) > 0)" for side in _SIDES) + ")"

BETWEEN = (
    Comparison(
        "time",
        "since_l is null or since_r is null",
        (
            Level("same day", "told_l = 2 and told_r = 2 and since_l = since_r and until_l = until_r", True),
            Level("days that touch", f"told_l = 2 and told_r = 2 and {_GAP} <= 1", True),
            Level("day just before a report", f"{_FRESH} and {_GAP} <= 0", True),
            Level("day within window", f"(told_l = 2 or told_r = 2) and {_GAP} <= 0 and {_NARROW}", True),
            Level("reported together", f"told_l = 0 and told_r = 0 and abs(until_l - until_r) <= {FRESH_DAYS}"),
            Level("windows overlap", f"{_GAP} <= 0"),
            Level("days apart", f"{_GAP} <= {NEAR_DAYS}"),
            Level("another time", "else"),
        ),
    ),
    Comparison(
        "place",
        "(country_l is null or country_r is null) "
        "and (len(sites_l) + len(around_l) = 0 or len(sites_r) + len(around_r) = 0)",
        (
            Level("same town or spot", "list_has_any(sites_l, sites_r)", True),
            Level("towns near each other", f"rank_l = 3 and rank_r = 3 and {_DISTANCE} <= {NEAR_KM}", True),
            Level(
                "town of its report",
                "list_has_any(list_concat(sites_l, around_l), list_concat(sites_r, around_r))",
                True,
            ),
            Level("spots of other names", "len(sites_l) > 0 and len(sites_r) > 0 and least(rank_l, rank_r) < 3"),
            Level("one province holds the other", f"admin1_l = admin1_r and {_PROVINCE}", True),
            Level("the country holds it", "least(rank_l, rank_r) = 1 and country_l = country_r"),
            Level("inherited country", "least(rank_l, rank_r) = 0 and country_l = country_r"),
            Level("inherited, another country", "least(rank_l, rank_r) = 0"),
            Level("other town of the province", "admin1_l = admin1_r"),
            Level("elsewhere in the country", "country_l = country_r"),
            Level("another country", "else"),
        ),
    ),
    Comparison(
        "parties",
        "len(parties_l) = 0 or len(parties_r) = 0",
        (
            Level("actor and recipient", f"{_SHARED_ACTOR} >= {UNCOMMON} and {_SHARED_RECIPIENT} >= {UNCOMMON}", True),
            Level("rare party", f"{_SHARED} >= {RARE}", True),
            Level("uncommon party", f"{_SHARED} >= {UNCOMMON}", True),
            Level(
                "one is part of the other", "list_has_any(parties_l, above_r) or list_has_any(above_l, parties_r)", True
            ),
            Level("common party", f"{_SHARED} is not null"),
            Level("others of one kind", f"{_ONE_UNNAMED} and (kinds_l & kinds_r) > 0"),
            Level("others of other kinds", f"{_ONE_UNNAMED} and {_OTHER_KINDS}"),
            Level("names on one side only", _ONE_UNNAMED),
            Level("other parties", "else"),
        ),
    ),
    Comparison(
        "toll",
        f"not {_any(map(_known, TOLLS))}",
        (
            Level("far apart", _any(map(_far, TOLLS))),
            Level("same, telling", _any(_exact(toll, TELLING_TOLL) for toll in TOLLS), True),
            Level("same, small", _any(_exact(toll, 0) for toll in TOLLS), True),
            Level("close", _any(_close(toll) for toll in TOLLS), True),
            Level("small, one more or less", "else"),
        ),
    ),
    Comparison(
        "type",
        "",
        (
            Level("same type and mode", "type_l = type_r and (modes_l & modes_r) > 0"),
            Level("same type", "type_l = type_r and (modes_l = 0 or modes_r = 0)"),
            Level("other mode", "type_l = type_r"),
            Level("one tells the outcome", "type_l in ('DIE', 'CLAIM') or type_r in ('DIE', 'CLAIM')"),
            Level("other type", "else"),
        ),
    ),
    Comparison(
        "meaning",
        "vector_l is null or vector_r is null",
        (
            Level("nearly the same", "array_cosine_similarity(vector_l, vector_r) >= 0.7"),
            Level("close", "array_cosine_similarity(vector_l, vector_r) >= 0.5"),
            Level("related", "array_cosine_similarity(vector_l, vector_r) >= 0.35"),
            Level("unlike", "else"),
        ),
    ),
)
#: One author who tells two days means two happenings.
DAYS = Comparison(
    "time",
    "told_l = 0 or told_r = 0",
    (
        Level("same day", "told_l = 2 and told_r = 2 and since_l = since_r and until_l = until_r", True),
        Level("one time holds the other", f"{_GAP} <= 0 and least(told_l, told_r) < 2"),
        Level("days that touch", f"{_GAP} <= 0"),
        Level("died later", f"'DIE' in (type_l, type_r) and {_GAP} <= {NEAR_DAYS}"),
        Level("another day", "else"),
    ),
)
#: The later of the two points at what was told before ("the attack"), or says neither a day nor another place.
_BACK = "(case when at_l > at_r then back_l else back_r end)"
_BARE = (
    "(case when at_l > at_r "
    "then not timed_l and (not placed_l or (len(sites_l) > 0 and list_has_all(sites_r, sites_l))) "
    "else not timed_r and (not placed_r or (len(sites_r) > 0 and list_has_all(sites_l, sites_r))) end)"
)
#: Words set the later one apart, in one sentence or in the next.
_APART = (
    "(case when sentence_l = sentence_r then aside_l is distinct from aside_r or "
    "(anew_l <> anew_r and case when at_l > at_r then anew_l else anew_r end) "
    "when at_l > at_r then anew_l else anew_r end)"
)
_NEAR = f"abs(sentence_l - sentence_r) <= {NEAR_CHARACTERS}"
#: How near two statements of a document stand, and whether the later one goes on with what was told.
TEXT = Comparison(
    "text",
    "",
    (
        Level("told as another", _APART),
        Level("one sentence", "sentence_l = sentence_r"),
        Level("near, points back", f"{_BACK} and {_NEAR}"),
        Level("near, nothing new", f"{_BARE} and {_NEAR}"),
        Level("sentences near each other", _NEAR),
        Level("further apart", "else"),
    ),
)

#: Neighbouring sentences are close in meaning whatever they tell, so within a document it says nothing.
WITHIN = (DAYS, *(comparison for comparison in BETWEEN if comparison.name not in ("time", "meaning")), TEXT)

#: A merge of what two documents tell needs positive evidence on two of these. Within one, sentences go on with what was
#: told, and that they stand together is evidence.
EVIDENCE = ("time", "place", "parties", "toll")
LEAST_EVIDENCE = 2
LEAST_INSIDE = 0


def settings(comparisons: Sequence[Comparison], weights: Weights) -> dict[str, Any]:
    """Splink's settings: the comparisons with their weights."""
    return {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": weights.prior,
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [_comparison(comparison, weights) for comparison in comparisons],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def _comparison(comparison: Comparison, weights: Weights) -> dict[str, Any]:
    levels: list[dict[str, Any]] = []
    if comparison.null:
        levels.append({"sql_condition": comparison.null, "label_for_charts": UNKNOWN, "is_null_level": True})
    for level in comparison.levels:
        m, u = weights.rates(comparison.name, level.name)
        condition = "ELSE" if level.condition == "else" else level.condition
        levels.append(
            {"sql_condition": condition, "label_for_charts": level.name, "m_probability": m, "u_probability": u}
        )
    return {"output_column_name": comparison.name, "comparison_levels": levels}


def evidence(table: str) -> str:
    """SQL for how many of EVIDENCE speak for one event, over Splink's columns of weights in a table."""
    return " + ".join(f"({table}.mw_{name} > 0)::tinyint" for name in EVIDENCE)
