"""Which independent sources stand behind an event, who has a stake in it, and how credible that makes it."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from watchfloor.assessment import Member, Support, Ties, credibility, event
from watchfloor.assessment.credibility import GRADES, RULES
from watchfloor.records import Rating, Reliability

Make = Callable[..., Member]


@pytest.mark.parametrize(
    ("reports", "sources"),
    [
        # Each outlet by itself.
        ([("afp", {}), ("ap", {})], ["afp", "ap"]),
        # Two outlets that cite one agency, and the agency.
        ([("dawn", {"cites": "afp"}), ("khaama", {"cites": "afp"})], ["afp"]),
        ([("afp", {}), ("dawn", {"cites": "afp"})], ["afp"]),
        # "Bakhtar reported", in a text that a paper took from an agency.
        ([("dawn", {"cites": "afp", "outlet": "bakhtar"})], ["bakhtar"]),
        # A chain: the portal cites the paper, and all that the paper tells of it comes from the agency.
        ([("portal", {"cites": "dawn"}), ("dawn", {"cites": "afp"})], ["afp"]),
        # The paper saw some of it for itself.
        ([("portal", {"cites": "dawn"}), ("dawn", {"cites": "afp"}), ("dawn", {})], ["afp", "dawn"]),
        # Outlets that cite each other.
        ([("dawn", {"cites": "khaama"}), ("khaama", {"cites": "dawn"})], ["dawn"]),
        # Two cited side by side.
        ([("dawn", {"cites": ("afp", "ap")})], ["afp", "ap"]),
        # Two outlets that only repeat one voice are that voice.
        ([("afp", {"speaker": "un"}), ("ap", {"speaker": "un"})], ["un"]),
        ([("afp", {"speaker": "un"}), ("ap", {"speaker": "un"}), ("ap", {})], ["ap", "un"]),
        # A channel is no source: who speaks there is.
        ([("dawn", {"cites": "telegram", "type": "CLAIM", "actor": "iskp"}), ("afp", {})], ["afp", "iskp"]),
        ([("twitter", {"document": "x"}), ("twitter", {"document": "y"})], ["x.txt", "y.txt"]),
    ],
)
def test_independent_sources(make: Make, ties: Ties, reports: list[tuple[str, Any]], sources: list[str]) -> None:
    found = event("e", [make(publisher, **known) for publisher, known in reports], ties)
    assert sorted(o.name for o in found.sources) == sources
    assert found.independent == len(sources)
    assert {name for r in found.reports for name in r.origins} == set(sources)


def test_copies_count_for_whoever_published_first(make: Make, ties: Ties) -> None:
    members = [make("dawn", published="2021-10-09"), make("khaama", published="2021-10-08"), make("ap")]
    copies = {m.publication.document: "one wire" for m in members[:2]}
    found = event("e", members, ties, copies=copies)
    assert sorted(o.name for o in found.sources) == ["ap", "khaama"]


@pytest.mark.parametrize(
    ("known", "stake"),
    [
        ({"actor": "iskp", "speaker": "taliban"}, False),
        ({"actor": "iskp", "recipient": "taliban", "speaker": "taliban"}, True),
        ({"actor": "iskp", "speaker": "islamic-state"}, True),
        ({"actor": "iskp", "type": "CLAIM"}, True),
        ({"actor": "rus.military", "speaker": "rus.defence"}, True),
        ({"actor": "rus", "speaker": "vladimir-putin"}, True),
        ({"actor": "rus", "recipient": "ukr.civilian", "speaker": "ukr"}, False),
        ({"actor": "rus.military", "publisher": "tass"}, True),
        ({"actor": "iskp", "publisher": "tass"}, False),
        ({"actor": "iskp", "publisher": "amaq"}, True),
        ({"actor": "rus.military", "publisher": "tass", "speaker": "Witnesses"}, False),
        ({"actor": "rus.military", "publisher": "reuters"}, False),
    ],
)
def test_who_has_a_stake(make: Make, ties: Ties, known: dict[str, Any], stake: bool) -> None:
    found = event("e", [make(**known)], ties)
    assert found.reports[0].interested == found.sources[0].interested == stake


def test_a_leader_speaks_for_what_he_leads_on_that_day_only(make: Make, ties: Ties) -> None:
    for published, stake in (("2019-05-01", True), ("2021-10-08", False)):
        member = make("afp", recipient="afg.government", speaker="ashraf-ghani", published=published)
        assert event("e", [member], ties).reports[0].interested == stake


@pytest.mark.parametrize(
    ("members", "grade"),
    [
        ([{"publisher": "afp"}, {"publisher": "ap"}], 1),
        ([{"publisher": "afp", "place": "Kunduz"}, {"publisher": "ap", "place": "Kandahar"}], 2),
        ([{"publisher": "afp", "killed": 4}, {"publisher": "ap", "killed": 5}], 1),
        ([{"publisher": "afp", "actor": "iskp"}, {"type": "CLAIM", "actor": "iskp", "cites": "telegram"}], 2),
        ([{"actor": "rus", "recipient": "ukr", "speaker": "ukr"}, {"actor": "rus", "speaker": "rus"}], 2),
        ([{"publisher": "afp"}], 3),
        ([{"publisher": "afp"}, {"publisher": "dawn", "cites": "afp"}], 3),
        ([{"type": "CLAIM", "actor": "iskp", "cites": "telegram"}], 4),
        ([{"actor": "rus", "recipient": "ukr", "speaker": "ukr"}], 4),
        ([{"publisher": "afp", "actor": "rus"}, {"polarity": "negative", "speaker": "rus", "publisher": "tass"}], 4),
        (
            [
                {"actor": "rus", "recipient": "ukr", "speaker": "ukr"},
                {"polarity": "negative", "speaker": "rus", "publisher": "tass"},
            ],
            5,
        ),
        ([{"publisher": "afp"}, *({"publisher": p, "polarity": "negative"} for p in ("ap", "bbc"))], 5),
        ([{"modality": "planned"}], 6),
    ],
)
def test_credibility_of_events(make: Make, ties: Ties, members: list[dict[str, Any]], grade: int) -> None:
    found = event("e", [make(**m) for m in members], ties)
    assert found.credibility == grade, found.reason
    assert found.reason.startswith(GRADES[grade])


def test_every_rule_can_decide() -> None:
    cases = [
        Support(),
        Support(("a",), denied_free=("b", "c")),
        Support(stake=("a",), denied_stake=("b",)),
        Support(("a", "b")),
        Support(("a", "b"), core=("time",)),
        Support(("a", "b"), denied_free=("c",)),
        Support(stake=("a", "b"), both=True),
        Support(("a",), ("b",)),
        Support(stake=("a",)),
        Support(("a",), denied_stake=("b",)),
        Support(("a",)),
        Support(("a",), core=("places",)),
    ]
    assert len(cases) == len(RULES)
    for case, (grade, why, _) in zip(cases, RULES, strict=True):
        assert credibility(case)[0] == grade
        assert why in credibility(case)[1]


def test_reliability_changes_nothing_of_credibility(make: Make, ties: Ties) -> None:
    members = [make("afp"), make("ap")]
    plain = event("e", members, ties)
    for letter in get_args(Reliability):
        rated = event("e", members, ties, ratings=[Rating("afp", letter, "Mina", "2021-10-20T12:00:00.000000Z")])
        assert (rated.credibility, rated.reason) == (plain.credibility, plain.reason)
        assert [o.reliability for o in rated.sources] == [letter, None]


def test_a_rating_of_one_document_goes_before_that_of_its_source(make: Make, ties: Ties) -> None:
    one, other = make("afp", published="2021-10-08"), make("afp", published="2021-10-09")
    ratings = [
        Rating("afp", "A", "Mina", "2021-10-20T12:00:00.000000Z"),
        Rating("afp", "C", "Jan", "2021-10-19T12:00:00.000000Z"),
        Rating("afp", "D", "Mina", "2021-10-18T12:00:00.000000Z", document=other.publication.key),
    ]
    found = event("e", [one, other], ties, ratings=ratings)
    assert [r.reliability for r in found.reports] == ["A", "D"]
    assert [o.reliability for o in found.sources] == ["A"]
