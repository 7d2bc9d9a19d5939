"""What people decide takes effect, can be taken back, follows a recoding, and is never lost."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchfloor import assessment as a
from watchfloor import knowledge
from watchfloor.assessment import DecisionError, Member, Reading, Ties, slots
from watchfloor.records import Decision, Span, digest, to_dict

Make = Callable[..., Member]
ME = {"by": "Mina", "reason": "read it again"}


@pytest.fixture(scope="session")
def reading() -> Reading:
    return Reading(knowledge.load())


def at(minute: int) -> str:
    return f"2021-10-20T12:{minute:02}:00Z"


def effective(members: Sequence[Member], decisions: Sequence[Decision], ties: Ties) -> a.Applied:
    """What `apply` gives, whatever the order of the table."""
    found = a.apply(members, decisions, ties)
    assert a.apply(members, list(reversed(decisions)), ties) == found
    return found


def test_a_rejected_statement_does_not_count(make: Make, ties: Ties) -> None:
    one, other = make("afp"), make("ap")
    rejection = a.reject(one, **ME, at=at(1))
    found = effective([one, other], [rejection], ties)
    assert found.members == (other,)
    assert found.rejected == {one.id: rejection}


def test_a_corrected_slot_keeps_its_value_before(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="taliban", place="Kunduz")
    decision = a.correct(one, "actor=iskp", reading, **ME, at=at(1))
    found = effective([one], [decision], ties)
    assert [p.id for p in found.members[0].statement.actors] == ["iskp"]
    (change,) = found.changes[one.id]
    assert [p["id"] for p in change.before] == ["taliban"] and change.decision.by == "Mina"


@pytest.mark.parametrize(
    ("assignment", "slot", "value"),
    [
        ("actor=iskp; taliban", "actors", ["iskp", "taliban"]),
        ("actor=Islamic State in Khorasan Province", "actors", ["iskp"]),
        ("recipient=afg.police", "recipients", ["afg.police"]),
        ("recipient=Council of Elders", "recipients", [None]),
        ("actor=", "actors", []),
    ],
)
def test_actors_are_written_as_ids_or_names(
    make: Make, reading: Reading, assignment: str, slot: str, value: list[str | None]
) -> None:
    decision = a.correct(make("afp", actor="ttp", recipient="ttp"), assignment, reading, **ME, at=at(1))
    assert decision.slot == slot
    assert [p["id"] for p in decision.value] == value


@pytest.mark.parametrize(
    ("assignment", "value"),
    [
        ("time=2021-10-07", ("2021-10-07", "2021-10-07", "day")),
        ("time=2021-09", ("2021-09-01", "2021-09-30", "month")),
        ("time=2021-09-30..2021-10-02", ("2021-09-30", "2021-10-02", "interval")),
    ],
)
def test_times(make: Make, reading: Reading, assignment: str, value: tuple[str, str, str]) -> None:
    set_ = a.correct(make("afp"), assignment, reading, **ME, at=at(1)).value
    assert (set_["from"], set_["to"], set_["precision"]) == value


@pytest.mark.parametrize(
    ("assignment", "low", "high"),
    [("killed=46", 46, 46), ("killed=46-50", 46, 50), ("killed=1,000-", 1000, None), ("killed=-9", None, 9)],
)
def test_counts_of_one_kind_leave_the_others(
    make: Make, reading: Reading, assignment: str, low: int | None, high: int | None
) -> None:
    set_ = a.correct(make("afp", killed=4, wounded=3), assignment, reading, **ME, at=at(1)).value
    assert [(q["kind"], q["low"], q["high"]) for q in set_] == [("wounded", 3, 3), ("killed", low, high)]


@pytest.mark.parametrize(
    ("assignment", "slot", "value", "words"),
    [
        ("type=coerce", "type", "COERCE", "COERCE"),
        ("mode=explosives; firearms", "modes", ["explosives", "firearms"], "explosives, firearms"),
        ("context=terrorism", "contexts", ["terrorism"], "terrorism"),
        ("polarity=negative", "polarity", "negative", "negative"),
        ("aggregate=true", "aggregate", True, "True"),
        ("stance=", "stance", None, "nothing"),
        ("time=", "time", None, "nothing"),
        ("speaker=", "speaker", None, "nothing"),
        ("about=" + "0" * 16, "about", ["0" * 16], "0" * 16),
    ],
)
def test_plain_values(
    make: Make, ties: Ties, reading: Reading, assignment: str, slot: str, value: object, words: str
) -> None:
    one = make("afp", speaker="ttp", time="2021-10-08", stance="hostile")
    decision = a.correct(one, assignment, reading, **ME, at=at(1))
    assert (decision.slot, decision.value) == (slot, value)
    assert slots.words(decision.value) == words
    (now,) = effective([one], [decision], ties).members
    assert slots.slot_of(now.statement, slot) == value


@pytest.mark.parametrize(
    ("assignment", "words"),
    [
        ("speaker=un", "un"),
        ("place=34.5, 69.2", "34.5, 69.2"),
        ("place=Afghanistan", "Afghanistan"),
        ("place=Kunduz, Kunduz, AFG", "Kunduz"),
        ("time=2021-10-08..2021-10-09", "2021-10-08 to 2021-10-09"),
        ("killed=46-50", "killed 46 to 50"),
    ],
)
def test_values_in_short_words(make: Make, reading: Reading, assignment: str, words: str) -> None:
    assert slots.words(a.correct(make("afp"), assignment, reading, **ME, at=at(1)).value) == words


def test_places_come_from_the_gazetteer(make: Make, ties: Ties, reading: Reading) -> None:
    decision = a.correct(make("afp"), "place=Kunduz, AFG", reading, **ME, at=at(1))
    assert [(p["name"], p["country"], p["precision"]) for p in decision.value] == [("Kunduz", "AFG", "city")]


def test_words_of_the_sentence_keep_their_span(make: Make, reading: Reading) -> None:
    one = make("afp")
    one = replace(one, statement=replace(one.statement, evidence=Span("Men of the Red Hand fired.", 100, 126)))
    (set_,) = a.correct(one, "actor=Red Hand", reading, **ME, at=at(1)).value
    assert (set_["text"], set_["start"], set_["end"]) == ("Red Hand", 111, 119)


@pytest.mark.parametrize(
    ("assignment", "says"),
    [
        ("actor", "write NAME=VALUE"),
        ("actor=iskq", "no actor 'iskq' in the registry; near: iskp"),
        ("colour=red", "no slot 'colour' to set"),
        ("place=Nowhereville", "no place"),
        ("place=Springfield", "say which"),
        ("place=Kunduz, Ruritania", "no country"),
        ("place=91, 10", "no point on Earth"),
        ("time=yesterday", "YYYY"),
        ("time=2021-10-09..2021-10-08", "is after"),
        ("killed=many", "at least"),
        ("killed=9-4", "more than"),
        ("type=ASSALT", "did you mean ASSAULT"),
        ("type=POSITION", "is a position"),
        ("mode=singing", "no mode"),
        ("modality=certain", "one of actual"),
        ("aggregate=yes", "one of true, false"),
        ("about=9c1a", "16 hexadecimal"),
        ("status=claimed", "no slot 'status'"),
        ("actor=taliban", "says already"),
    ],
)
def test_wrong_values_get_one_line(make: Make, reading: Reading, assignment: str, says: str) -> None:
    with pytest.raises(DecisionError, match=says) as error:
        a.correct(make("afp", actor="taliban"), assignment, reading, **ME, at=at(1))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("by", "moment", "reason", "says"),
    [
        ("", at(1), "x", "who decides"),
        ("n" * 200, at(1), "x", "who decides"),
        ("Mina", at(1), " ", "needs a reason"),
        ("Mina", "noon", "x", "no moment"),
        ("Mina", "2021-10-20T12:00:00", "x", "time zone"),
    ],
)
def test_a_decision_is_signed_dated_and_reasoned(make: Make, by: str, moment: str, reason: str, says: str) -> None:
    with pytest.raises(DecisionError, match=says):
        a.reject(make("afp"), by=by, at=moment, reason=reason)


def test_of_two_corrections_the_later_one_holds_and_the_earlier_one_is_shown(
    make: Make, ties: Ties, reading: Reading
) -> None:
    one = make("afp", actor="taliban")
    first = a.correct(one, "actor=iskp", reading, **ME, at=at(1))
    second = a.correct(one, "actor=ttp", reading, by="Jan", reason="by name", at=at(2))
    found = effective([one], [first, second], ties)
    assert [p.id for p in found.members[0].statement.actors] == ["ttp"]
    assert found.overruled == {first.id: second}


def test_undoing_the_first_of_two_corrections_leaves_the_second(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="taliban")
    first = a.correct(one, "actor=iskp", reading, **ME, at=at(1))
    (halfway,) = effective([one], [first], ties).members
    second = a.correct(halfway, "actor=ttp", reading, **ME, at=at(2))
    undone = a.undo(first, **ME, at=at(3))
    found = effective([one], [first, second, undone], ties)
    assert [p.id for p in found.members[0].statement.actors] == ["ttp"]
    assert not found.unfit


def test_an_undo_can_be_undone_but_not_repeated(make: Make, ties: Ties) -> None:
    one = make("afp")
    rejection = a.reject(one, **ME, at=at(1))
    back = a.undo(rejection, **ME, at=at(2))
    with pytest.raises(DecisionError, match="undone already"):
        a.undo(rejection, **ME, at=at(3), decisions=[rejection, back])
    again = a.undo(back, **ME, at=at(3))
    assert effective([one], [rejection, back], ties).members == (one,)
    assert effective([one], [rejection, back, again], ties).members == ()


def recoded(member: Member, start: int, *, document: str | None = None) -> Member:
    """The same words, found elsewhere or in another version."""
    s = member.statement
    moved = replace(
        s,
        id=digest("recoded", s.id, start),
        document=document or s.document,
        trigger=Span(s.trigger.text, start, start + len(s.trigger.text)),
    )
    publication = replace(member.publication, document=document or member.publication.document)
    return Member(moved, publication)


def test_a_decision_follows_the_words_through_a_recoding(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="taliban")
    decision = a.correct(one, "actor=iskp", reading, **ME, at=at(1))
    for again in (
        recoded(one, one.statement.trigger.start + 2),
        recoded(one, 500, document="second version"),
    ):
        found = effective([again], [decision], ties)
        assert [p.id for p in found.members[0].statement.actors] == ["iskp"], again
    gone = effective([recoded(one, 500)], [decision], ties)
    assert [u.decision for u in gone.unfit] == [decision]


def test_a_correction_of_what_is_read_otherwise_now_no_longer_fits(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="taliban")
    decision = a.correct(one, "actor=iskp", reading, **ME, at=at(1))
    other = replace(one, statement=replace(one.statement, actors=make("x", actor="ttp").statement.actors))
    found = effective([other], [decision], ties)
    assert [p.id for p in found.members[0].statement.actors] == ["ttp"]
    assert found.unfit[0].why == "actors: the text is read as ttp now, not as what was corrected"


TEXT = "The town was quiet. Gunmen of the Red Hand seized the old mill at dawn. Nobody was hurt."


def test_a_missed_statement_is_added_with_its_words(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp")
    decision = a.add(
        "seized the old mill", "ASSAULT", ["actor=Red Hand"], TEXT, one.publication, reading, **ME, at=at(1)
    )
    found = effective([one], [decision], ties)
    added = found.members[1].statement
    assert TEXT[added.trigger.start : added.trigger.end] == added.trigger.text == "seized the old mill"
    assert added.evidence.text == "Gunmen of the Red Hand seized the old mill at dawn."
    assert [(p.text, p.name) for p in added.actors] == [("Red Hand", "Red Hand")]
    assert effective([one], [decision, a.undo(decision, **ME, at=at(2))], ties).members == (one,)


@pytest.mark.parametrize(("words", "says"), [("the", "stand there"), ("no such", "do not stand"), ("", "do not stand")])
def test_words_of_an_added_statement_stand_just_once(make: Make, reading: Reading, words: str, says: str) -> None:
    with pytest.raises(DecisionError, match=says):
        a.add(words, "ASSAULT", [], TEXT, make("afp").publication, reading, **ME, at=at(1))


def test_an_addition_to_a_document_that_changed_is_listed(make: Make, ties: Ties, reading: Reading) -> None:
    decision = a.add("old mill", "ASSAULT", [], TEXT, make("afp").publication, reading, **ME, at=at(1))
    found = effective([make("ap")], [decision], ties)
    assert "another text" in found.unfit[0].why


def pairs(*members: Member) -> set[tuple[str, str]]:
    """Each with the first."""
    first, *others = (m.id for m in members)
    return {(min(first, each), max(first, each)) for each in others}


def test_a_merge_ties_all_statements_of_both_events(make: Make, ties: Ties) -> None:
    members = [make("afp"), make("ap"), make("bbc")]
    x, y, z = members
    joined = a.merge([x], [y, z], **ME, at=at(1))
    found = effective(members, [joined], ties)
    assert set(found.bonds.together) == pairs(x, y, z) and not found.bonds.apart
    assert effective([x, z], [joined], ties).bonds.together == tuple(pairs(x, z))
    with pytest.raises(DecisionError, match="with itself"):
        a.merge(members, [x], **ME, at=at(2))


def test_a_split_leaves_what_was_merged_on_either_side(make: Make, ties: Ties) -> None:
    members = [make("afp"), make("ap"), make("bbc"), make("dawn")]
    w, x, y, z = members
    joined = a.merge([w, x], [y, z], **ME, at=at(1))
    parted = a.split(members, [w.id[:8]], **ME, at=at(2))
    found = effective(members, [joined, parted], ties)
    assert set(found.bonds.apart) == pairs(w, x, y, z)
    assert set(found.bonds.together) == pairs(x, y, z)
    assert not found.overruled
    with pytest.raises(DecisionError, match="leaves some"):
        a.split(members, [m.id for m in members], **ME, at=at(2))
    with pytest.raises(DecisionError, match="no statement of the event"):
        a.split(members, ["xyz"], **ME, at=at(2))


def test_of_merge_and_split_the_later_one_holds(make: Make, ties: Ties) -> None:
    x, y = members = [make("afp"), make("ap")]
    joined = a.merge([x], [y], **ME, at=at(1))
    parted = a.split(members, [x.id], **ME, at=at(2))
    again = a.merge([y], [x], **ME, at=at(3))
    found = effective(members, [joined, parted], ties)
    assert (found.bonds.together, set(found.bonds.apart)) == ((), pairs(x, y))
    assert found.overruled == {joined.id: parted}
    found = effective(members, [joined, parted, again], ties)
    assert (set(found.bonds.together), found.bonds.apart) == (pairs(x, y), ())
    assert found.overruled == {joined.id: parted, parted.id: again}


def test_two_events_are_held_apart_until_somebody_merges_them(make: Make, ties: Ties) -> None:
    members = [make("afp"), make("ap"), make("bbc"), make("dawn")]
    w, x, y, z = members
    two = a.apart([w, x], [y, z], **ME, at=at(1))
    across = pairs(w, y, z) | pairs(x, y, z)
    found = effective(members, [two], ties)
    assert (found.bonds.together, set(found.bonds.apart)) == ((), across), "neither has to be one event for that"
    joined = a.merge([y, z], [w, x], **ME, at=at(2))
    found = effective(members, [two, joined], ties)
    assert (set(found.bonds.together), found.bonds.apart) == (pairs(y, z, w, x), ())
    assert found.overruled == {two.id: joined}
    undone = a.undo(joined, **ME, at=at(3), decisions=[two, joined])
    assert set(effective(members, [two, joined, undone], ties).bonds.apart) == across
    with pytest.raises(DecisionError, match="--split"):
        a.apart([w, x], [x], **ME, at=at(2))


def test_names_that_stand_for_one_actor(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="Black Banner Men", speaker="Black Banner Men")
    decision = a.same_actor("Black Banner Men", "iskp", reading, **ME, at=at(1))
    found = effective([one], [decision], ties)
    statement = found.members[0].statement
    assert [p.id for p in statement.actors] == ["iskp"]
    assert statement.attribution.speaker and statement.attribution.speaker.id == "iskp"
    assert statement.attribution.chain[-1].id == "iskp"
    assert found.bonds.same_actor == (("Black Banner Men", "iskp"),)


def test_a_name_that_is_not_the_actor_it_was_taken_for(make: Make, ties: Ties, reading: Reading) -> None:
    one = make("afp", actor="iskp")
    (participant,) = one.statement.actors
    taken = replace(participant, text="Khorasan Guards", name="Islamic State in Khorasan Province")
    one = replace(one, statement=replace(one.statement, actors=(taken,)))
    apart = a.different_actor("Khorasan Guards", "iskp", reading, **ME, at=at(1))
    found = effective([one], [apart], ties)
    assert [(p.id, p.name) for p in found.members[0].statement.actors] == [(None, "Khorasan Guards")]
    same = a.same_actor("iskp", "Khorasan Guards", reading, **ME, at=at(2))
    found = effective([one], [apart, same], ties)
    assert [p.id for p in found.members[0].statement.actors] == ["iskp"]
    assert found.overruled == {apart.id: same}
    with pytest.raises(DecisionError, match="same entry"):
        a.same_actor("iskp", "ISKP", reading, **ME, at=at(1))


def test_a_slot_of_an_event_is_set_against_its_reports(make: Make, ties: Ties, reading: Reading) -> None:
    members = [make("afp", killed=46, place="Kunduz"), make("ap", killed=55)]
    before = a.event("e", members, ties)
    decisions = [
        a.correct_event(before, members[0], assignment, reading, **ME, at=at(k))
        for k, assignment in enumerate(["killed=50", "actor=iskp", "time=2021-10-08", "status=disputed"])
    ]
    applied = effective(members, decisions, ties)
    found = a.event("e", applied.members, ties, applied=applied)
    assert [(t.best, len(t.counts)) for t in found.toll] == [(50, 2)]
    assert [(p.id, p.known) for p in found.actors] == [("iskp", "set")]
    assert found.time and found.time.known == "set" and found.status == "disputed"
    assert [d.slot for d in found.disputes] == ["killed"]
    assert found.decisions == tuple(d.id for d in decisions)
    with pytest.raises(DecisionError, match="an event has no slot"):
        a.correct_event(before, members[0], "speaker=iskp", reading, **ME, at=at(1))


def test_decisions_and_ratings_are_rows(make: Make, reading: Reading) -> None:
    decision = a.correct(make("afp", killed=4), "killed=5", reading, **ME, at=at(1))
    assert Decision.from_dict(to_dict(decision)) == decision
    for spoiled, says in (
        ({"action": "guess"}, "action"),
        ({"colour": 1}, "unknown field"),
        ({"subjects": [1]}, "anchor"),
    ):
        with pytest.raises(ValueError, match=says):
            Decision.from_dict(to_dict(decision) | spoiled)
    rating = a.rate("Khovar", "c", reading, by="Mina", at=at(1), note="state agency")
    assert (rating.source, rating.reliability) == ("khovar", "C")
    assert type(rating).from_dict(to_dict(rating)) == rating
    with pytest.raises(DecisionError, match="completely reliable"):
        a.rate("khovar", "G", reading, by="Mina", at=at(1))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, None),
        ({"a": "right"}, {"b": "right"}, None),
        ({"a": "right", "b": "right"}, {"a": "right", "b": "right"}, None),
        ({"a": "right", "b": "wrong"}, {"a": "right", "b": "wrong"}, 1.0),
        ({"a": "right", "b": "wrong"}, {"a": "wrong", "b": "right"}, -1.0),
        # Cohen's formula by hand: observed 3/4, by chance 3/4 * 1/2 + 1/4 * 1/2.
        (
            dict.fromkeys("abc", "right") | {"d": "wrong"},
            dict.fromkeys("ab", "right") | dict.fromkeys("cd", "wrong"),
            0.5,
        ),
    ],
)
def test_kappa(first: dict[str, str], second: dict[str, str], expected: float | None) -> None:
    assert a.kappa(first, second) == (None if expected is None else pytest.approx(expected))
    assert a.kappa(second, first) == a.kappa(first, second)


def test_agreement_counts_what_both_judged(make: Make, ties: Ties, reading: Reading) -> None:
    members = [make(f"paper {k}", actor="taliban") for k in range(3)]
    x, y, z = members
    decisions = [
        a.confirm(x, by="Mina", at=at(1)),
        a.reject(y, by="Mina", at=at(2), reason="no"),
        a.confirm(z, by="Mina", at=at(3)),
        a.confirm(x, by="Jan", at=at(4)),
        a.confirm(y, by="Jan", at=at(5)),
        a.correct(y, "actor=iskp", reading, by="Jan", at=at(6), reason="it says so"),
    ]
    (found,) = a.agreement(decisions, members)
    assert (found.first, found.second, found.both, found.alike) == ("Jan", "Mina", 2, 1)
    assert found.counts == {("right", "right"): 1, ("corrected", "wrong"): 1}


MOVES = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["confirm", "reject", "actor=iskp", "actor=ttp", "killed=7", "undo"])),
    max_size=8,
)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=MOVES)
def test_undoing_everything_gives_back_what_was_coded(
    make: Make, ties: Ties, reading: Reading, moves: list[tuple[int, str]]
) -> None:
    members = [make("afp", actor="taliban", killed=4) for _ in range(3)]
    decisions: list[Decision] = []
    for minute, (which, what) in enumerate(moves):
        try:
            if what == "undo":
                made = a.undo(decisions[which], **ME, at=at(minute), decisions=decisions)
            elif what == "confirm":
                made = a.confirm(members[which], **ME, at=at(minute))
            elif what == "reject":
                made = a.reject(members[which], **ME, at=at(minute))
            else:
                made = a.correct(members[which], what, reading, **ME, at=at(minute))
        except (IndexError, DecisionError):
            continue
        decisions.append(made)
    found = effective(members, decisions, ties)
    assert {m.id for m in found.members} | found.rejected.keys() == {m.id for m in members}
    backs = [a.undo(d, **ME, at=at(30 + k)) for k, d in enumerate(decisions) if d.action != "undo"]
    undone = effective(members, [*(d for d in decisions if d.action != "undo"), *backs], ties)
    assert undone.members == tuple(members) and not undone.changes


def test_a_statement_is_looked_up_without_its_document(make: Make, ties: Ties, reading: Reading) -> None:
    """Two statements may rest on the same words: what was decided on the one is never taken for the other."""
    one = make("afp", actor="taliban")
    twin = replace(one, statement=replace(one.statement, id=digest("twin")))
    other = make("ap", actor="Black Banner Men")
    decisions = [
        a.reject(one, **ME, at=at(1)),
        a.correct(twin, "actor=iskp", reading, **ME, at=at(2)),
        a.same_actor("Black Banner Men", "iskp", reading, **ME, at=at(3)),
    ]
    applied = a.apply([one, twin], decisions, ties)
    effective = a.Effective(applied, decisions, ties)
    assert effective.now(one) is None
    for member in (twin, other):
        now = effective.now(member)
        assert now and [p.id for p in now.statement.actors] == ["iskp"]
    assert applied.on({twin.id}).rejected == {}
    assert list(applied.on({twin.id}).touched) == [twin.id]
