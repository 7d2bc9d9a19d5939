"""What comes out of several reports of one happening: best values, disputes, claims, status."""

import random
from collections.abc import Callable

import pytest

from watchfloor.assessment import Member, Ties, event
from watchfloor.records import Event

Make = Callable[..., Member]


def one(members: list[Member], ties: Ties, **known: object) -> Event:
    """The event, which has to be the same in any order of its reports."""
    found = event("e", members, ties, **known)  # type: ignore[arg-type]
    shuffled = members[:]
    for seed in range(3):
        random.Random(seed).shuffle(shuffled)
        assert event("e", shuffled, ties, **known) == found  # type: ignore[arg-type]
    return found


def disputed(found: Event) -> dict[str, list[str]]:
    """Disputes by slot, as the values of their sides."""
    return {d.slot: [s.value for s in d.sides] for d in found.disputes}


def test_no_statement_is_no_event(ties: Ties) -> None:
    with pytest.raises(ValueError, match="no statements"):
        event("e", [], ties)


def test_the_value_of_most_independent_sources_is_best(make: Make, ties: Ties) -> None:
    found = one([make("afp", killed=55), make("ap", killed=46), make("reuters", killed=46)], ties)
    assert [(t.kind, t.low, t.best, t.high) for t in found.toll] == [("killed", 46, 46, 55)]
    assert disputed(found) == {"killed": ["46", "55"]}


def test_a_wider_count_supports_and_does_not_dispute(make: Make, ties: Ties) -> None:
    found = one([make("afp", killed=(40, None)), make("ap", killed=46)], ties)
    assert [(t.low, t.best, t.high) for t in found.toll] == [(40, 46, 46)]
    assert not found.disputes


def test_who_gives_a_wider_value_stands_on_the_one_side_that_it_supports(make: Make, ties: Ties) -> None:
    members = [make("afp", killed=46), make("ap", killed=(46, None)), make("bbc", killed=55), make("dawn", place="AFG")]
    members += [make("dawn", place="Kunduz"), make("ap", place="Kandahar")]
    found = {d.slot: [s.sources for s in d.sides] for d in one(members, ties).disputes}
    assert found == {"killed": [("afp", "ap"), ("bbc",)], "places": [("ap",), ("dawn",)]}


@pytest.mark.parametrize(
    ("one_place", "other", "best", "dispute"),
    [
        ("AFG", "Kunduz", "Kunduz", False),
        ("Kunduz province", "Kunduz", "Kunduz", False),
        ("Kunduz", "Kunduz airport", "Kunduz Airport", False),
        ("Kunduz", "Kandahar", "Kunduz", True),
        ("Kunduz", "Khan Abad", "Kunduz", True),
    ],
)
def test_places(make: Make, ties: Ties, one_place: str, other: str, best: str, dispute: bool) -> None:
    found = one([make("afp", place=one_place), make("ap", place=other, published="2021-10-09")], ties)
    assert found.places[0].name == best
    assert ("places" in disputed(found)) == dispute


def test_places_that_one_report_names_together_stand_together(make: Make, ties: Ties) -> None:
    found = one([make("afp", place=("Kunduz", "Kandahar"))], ties)
    assert [p.name for p in found.places] == ["Kunduz", "Kandahar"]
    assert not found.disputes


@pytest.mark.parametrize(
    ("times", "best", "dispute"),
    [
        (["2021-10-01..2021-10-31", "2021-10-08"], ("2021-10-08", "2021-10-08", "stated"), False),
        (["2021-10-08", "2021-10-09", "2021-10-09"], ("2021-10-09", "2021-10-09", "stated"), True),
        ([None, None], (None, "2021-10-08", "bounded"), False),
    ],
)
def test_times(
    make: Make, ties: Ties, times: list[str | None], best: tuple[str | None, str, str], dispute: bool
) -> None:
    found = one([make(f"paper {k}", time=t) for k, t in enumerate(times)], ties)
    assert found.time is not None
    assert (found.time.since, found.time.until, found.time.known) == best
    assert ("time" in disputed(found)) == dispute


def test_a_citation_bounds_the_day_more_closely_than_the_publication(make: Make, ties: Ties) -> None:
    found = one([make(cites="afp", cited="2021-10-02"), make(cites="ap", cited="2021-09")], ties)
    assert found.time and found.time.until == "2021-09-30"


def test_a_branch_is_named_rather_than_its_parent(make: Make, ties: Ties) -> None:
    found = one([make("afp", actor="islamic-state"), make("ap", actor="iskp"), make("bbc", actor="Gunmen")], ties)
    assert [p.id for p in found.actors] == ["iskp"]
    assert not found.disputes


def test_two_doers_who_are_not_kin_are_a_dispute(make: Make, ties: Ties) -> None:
    members = [make("afp", actor="iskp"), make("ap", actor="taliban"), make("bbc", actor="islamic-state")]
    found = one(members, ties)
    assert disputed(found) == {"actors": ["Islamic State in Khorasan Province", "Taliban"]}
    assert found.disputes[0].sides[0].sources == ("afp", "bbc")
    assert found.status == "disputed"


def test_a_claim_joins_by_what_it_is_about(make: Make, ties: Ties) -> None:
    deed = make("afp", actor="Gunmen")
    claim = make("afp", type="CLAIM", actor="iskp", about=(deed.id,))
    other = make("afp", type="CLAIM", actor="taliban", about=("another",))
    found = one([deed], ties, beside=[claim, other])
    assert [c.id for c in found.claims] == ["iskp"]
    assert [p.id for p in found.actors] == ["iskp"]
    assert (found.type, found.status, len(found.reports)) == ("ASSAULT", "claimed", 2)


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ([{}], "reported"),
        ([{"actor": "iskp", "speaker": "iskp"}], "claimed"),
        ([{"modality": "planned"}], "planned"),
        ([{"modality": "attempted"}, {"modality": "planned"}], "foiled"),
        ([{"polarity": "negative", "speaker": "taliban"}], "denied"),
        ([{}, {"polarity": "negative", "speaker": "taliban"}], "disputed"),
        ([{"actor": "rus", "speaker": "ukr", "recipient": "ukr"}, {"actor": "rus", "speaker": "rus"}], "confirmed"),
        ([{"actor": "rus", "recipient": "ukr"}, {"type": "CLAIM", "polarity": "negative", "actor": "rus"}], "disputed"),
    ],
)
def test_status(make: Make, ties: Ties, members: list[dict[str, str]], status: str) -> None:
    assert one([make(f"paper {k}", **m) for k, m in enumerate(members)], ties).status == status


@pytest.mark.parametrize(
    ("rule", "status", "says"),
    [
        ("CLAIM:claim responsibility (verb) + no", "reported", "tells"),
        ("CLAIM:claim (verb) + not", "reported", "tells"),
        ("CLAIM:deny involvement (verb)", "disputed", "denies"),
        ("CLAIM:claim (verb) + deny", "disputed", "denies"),
        ("set by a person", "disputed", "denies"),
    ],
)
def test_not_to_have_claimed_is_no_denial(make: Make, ties: Ties, rule: str, status: str, says: str) -> None:
    deed = make("afp", actor="iskp")
    claim = make("ap", type="CLAIM", actor="iskp", polarity="negative", rule=rule)
    found = one([deed, claim], ties)
    assert (found.status, found.reports[1].says) == (status, says)
    assert found.reports[1].interested == (says == "denies")


def test_to_deny_a_deed_disputes_the_doer_and_not_that_it_happened(make: Make, ties: Ties) -> None:
    deed = make("afp", actor="taliban")
    for known in ({"type": "CLAIM", "actor": "taliban"}, {"actor": "taliban", "speaker": "taliban"}):
        found = one([deed, make("ap", polarity="negative", **known)], ties)
        assert disputed(found) == {"actors": ["Taliban", "not Taliban"]}
        assert (found.status, found.credibility, [c.id for c in found.denials]) == ("disputed", 4, ["taliban"])
    found = one([deed, make("ap", polarity="negative", actor="taliban", speaker="un")], ties)
    assert disputed(found) == {"happening": ["it happened", "it did not"]}


def test_a_people_is_no_rival_of_a_group(make: Make, ties: Ties) -> None:
    found = one([make("afp", actor="uyghurs"), make("ap", actor="uyghurs"), make("bbc", actor="iskp")], ties)
    assert [p.id for p in found.actors] == ["iskp"]
    assert not found.disputes
