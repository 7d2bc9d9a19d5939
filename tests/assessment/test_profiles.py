"""Actors over time: as of a day, with the statements behind every fact, the registry's and those of texts apart."""

from collections.abc import Callable
from datetime import date

from watchfloor import assessment as a
from watchfloor.assessment import Member, Ties
from watchfloor.records import Fact, to_dict

Make = Callable[..., Member]
ME = {"by": "Mina", "at": "2021-10-20T12:00:00Z", "reason": "compared"}


def short(facts: tuple[Fact, ...], known: str = "texts") -> list[tuple[str, str, str | None, str | None]]:
    """Kind, whom, since when, until when."""
    return [(f.kind, f.id or f.name, f.since, f.until) for f in facts if f.known == known]


def test_the_registry_is_read_as_of_the_day(ties: Ties) -> None:
    assert ("official", "is-sinai", None, None) in short(a.actor("is-sinai", [], ties).names, "registry")
    assert a.actor("is-sinai", [], ties, date(2013, 1, 1)).name == "Ansar Bayt al-Maqdis"
    assert [f.id for f in a.actor("afg", [], ties, date(2016, 1, 1)).leaders] == ["ashraf-ghani"]
    assert a.actor("iswap", [], ties, date(2015, 1, 1)).parents == ()
    parents = a.actor("iswap", [], ties, date(2020, 1, 1)).parents
    assert [(f.kind, f.id, f.known) for f in parents] == [
        ("branch", "islamic-state", "registry"),
        ("split", "boko-haram", "registry"),
    ]


def test_what_texts_tell_stands_beside_it_with_its_statements(make: Make, ties: Ties) -> None:
    pledge = make("afp", type="PLEDGE", actor="Red Hand", recipient="iskp", time="2019-05-02")
    again = make("ap", type="PLEDGE", actor="Fighters of the Red Hand", recipient="iskp", published="2019-06-01")
    leader = make("afp", type="LEADER", actor="Omar Sadiq", recipient="the Red Hand", kind="relation")
    split = make(type="RIVAL", actor="Red Hand", recipient="iskp", time="2020-02-01", rule="RIVAL:split from (verb)")
    members = [split, leader, again, pledge]
    found = a.actor("Red Hand", members, ties)
    assert found == a.actor("Red Hand", members[::-1], ties)
    assert short(found.allegiances) == [("pledge", "iskp", "2019-05-02", "2020-02-01")]
    assert found.allegiances[0].statements == (pledge.id, again.id, split.id)
    assert found.allegiances[0].independent == 3
    assert short(found.parents) == [("split", "iskp", "2020-02-01", None)]
    assert short(found.leaders) == [("leader", "Omar Sadiq", "2021-10-08", None)]
    before = a.actor("Red Hand", members, ties, date(2019, 5, 30))
    assert short(before.allegiances) == [("pledge", "iskp", "2019-05-02", None)]
    assert (before.parents, before.leaders) == ((), ())
    assert before.allegiances[0].independent == 1
    assert short(a.actor("iskp", members, ties).relations) == [
        ("sworn", "Red Hand", "2019-05-02", None),
        ("sworn", "Fighters of the Red Hand", "2019-06-01", None),
        ("split off", "Red Hand", "2020-02-01", None),
    ]


def test_what_is_denied_later_is_over(make: Make, ties: Ties) -> None:
    joined = make(type="MEMBER", actor="Omar Sadiq", recipient="taliban", time="2018-01-01")
    left = make(type="MEMBER", actor="Omar Sadiq", recipient="taliban", time="2019-01-01", polarity="negative")
    planned = make(type="MEMBER", actor="Omar Sadiq", recipient="iskp", modality="planned")
    assert short(a.actor("Omar Sadiq", [joined, left, planned], ties).allegiances) == [
        ("member", "taliban", "2018-01-01", "2019-01-01")
    ]


def test_one_name_follows_another(make: Make, ties: Ties) -> None:
    members = [make(actor="Black Dunes", published="2015-01-01"), make(actor="Red Hand", published="2017-01-01")]
    same = a.same_actor("Black Dunes", "Red Hand", a.Reading(ties.known), **ME)
    applied = a.apply(members, [same], ties)
    name = applied.members[0].statement.actors[0].id or applied.members[0].statement.actors[0].name
    used = short(a.actor(str(name), applied.members, ties).names)
    assert used == [
        ("used", "Black Dunes", "2015-01-01", "2015-01-01"),
        ("used", "Red Hand", "2017-01-01", "2017-01-01"),
    ]


def test_activity_counts_what_happened_by_side_and_type(make: Make, ties: Ties) -> None:
    members = [
        make(actor="iskp", place="Kunduz", time="2021-10-08"),
        make(actor="iskp", place="AFG", published="2021-10-15"),
        make(actor="iskp", modality="planned"),
        make(actor="taliban", recipient="iskp", type="COERCE", time="2021-10-20"),
    ]
    found = a.actor("iskp", members, ties).activity
    assert [(r.role, r.type, r.count, r.first, r.last, r.countries) for r in found] == [
        ("doer", "ASSAULT", 2, "2021-10-08", "2021-10-15", ("AFG",)),
        ("sufferer", "COERCE", 1, "2021-10-20", "2021-10-20", ()),
    ]
    assert a.actor("iskp", members, ties, date(2021, 10, 10)).activity[0].statements == (members[0].id,)


def test_what_texts_tell_binds_once_it_is_confirmed(make: Make, ties: Ties) -> None:
    pledge = make("afp", type="PLEDGE", actor="ttp", recipient="iskp")
    deed = make("afp", actor="iskp", speaker="ttp")
    assert a.confirmed([pledge], a.Applied()) == ()
    assert not a.event("e", [deed], ties).reports[0].interested
    confirmation = a.confirm(pledge, **ME)
    applied = a.apply([pledge, deed], [confirmation], ties)
    pairs = a.confirmed(applied.members, applied)
    assert pairs == (("ttp", "iskp"),)
    bound = Ties(ties.known, pairs)
    assert a.event("e", [deed], bound).reports[0].interested
    (fact,) = a.actor("ttp", applied.members, bound, applied=applied).allegiances
    assert fact.decisions == (confirmation.id,)
    assert to_dict(a.actor("ttp", applied.members, bound, applied=applied))["allegiances"][0]["from"] == "2021-10-08"
