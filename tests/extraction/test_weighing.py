"""Who plays a role, and what is told at all, to made-up heads and made-up worths of the evidence."""

import json
import math
from collections.abc import Mapping

import pytest

from watchfloor.coder import Coder
from watchfloor.extraction import Reading, telling, weights
from watchfloor.extraction.coreference import Coreference
from watchfloor.extraction.drafts import Draft
from watchfloor.extraction.modality import Operators
from watchfloor.extraction.options import Option, Options, Slot
from watchfloor.extraction.parts import Part
from watchfloor.extraction.roles import Casting
from watchfloor.extraction.speakers import Speakers
from watchfloor.extraction.triggers import find
from watchfloor.extraction.weighing import choose, weigh
from watchfloor.records import Document

TEXT = "Rebels from the north attacked police and soldiers near Goma after the army and the navy had left."

Worths = dict[str, dict[str, float]]


class MadeUp:
    """Heads that give these words their probabilities, and nobody the rest; every word may tell anything."""

    def __init__(self, told: Mapping[int, float]) -> None:
        self._told = {token: math.log(share) for token, share in told.items()}
        self._nobody = math.log(max(1e-9, 1 - sum(told.values())))

    def fills(self, _token: int, _link: str) -> tuple[dict[int, float], float]:
        return self._told, self._nobody

    def likely(self, _least: float) -> list[int]:
        return sorted(self._told)

    def types(self, _token: int) -> dict[str, float]:
        return {"": math.log(0.5), "ASSAULT": math.log(0.5), "RETREAT": math.log(0.1)}


@pytest.fixture
def worths(monkeypatch: pytest.MonkeyPatch) -> Worths:
    """What evidence is worth: nothing, but for what a test puts here."""
    made: Worths = {"unlisted": {}, "actor": {}, "recipient": {}, "place": {}, "time": {}}
    monkeypatch.setattr(weights, "load", lambda: made)
    return made


@pytest.fixture
def reading(coder: Coder) -> Reading:
    return coder.reading(Document("0" * 16, "case", "case", TEXT, language="en"))


def drafted(reading: Reading, told: Mapping[str, float]) -> tuple[Casting, list[Draft]]:
    """The drafts of a reading whose heads give these words for every role."""
    words = {token.text: token.i for token in reading.doc}
    reading.doc.user_data["coding"] = MadeUp({words[word]: share for word, share in told.items()})
    speakers = Speakers(reading)
    found = list(find(reading, speakers))
    casting = Casting(reading, found, Coreference(reading, speakers), speakers)
    certainty = Operators(reading.knowledge.lexicon).certainty
    return casting, [Draft(t, casting.cast(t), certainty(t.head, None, ()), None, None) for t in found]


def options(reading: Reading, told: Mapping[str, float], slot: Slot) -> list[Option[Part]]:
    """The options for a role of the attack."""
    casting, drafts = drafted(reading, told)
    coding = reading.coding
    assert coding is not None
    attack = drafts[0]
    return Options(reading, coding, casting, drafts).of(attack, slot)


def named(option: Option[Part]) -> list[str]:
    return [part.head.text for part in option.parts]


def test_nobody_then_what_the_heads_hold_likely(reading: Reading) -> None:
    found = options(reading, {"army": 0.6, "Goma": 0.2}, "actor")
    assert [named(option) for option in found] == [[], ["army"], ["Goma"]]


def test_those_of_one_enumeration_are_one_option(reading: Reading) -> None:
    assert ["army", "navy"] in map(named, options(reading, {"army": 0.5, "navy": 0.45}, "actor"))
    assert ["army"] in map(named, options(reading, {"army": 0.9, "navy": 0.05}, "actor"))


def test_what_cannot_play_the_role_is_known(reading: Reading) -> None:
    place, army = options(reading, {"Goma": 0.5, "army": 0.4}, "actor")[1:]
    assert (place.evidence["mention, unfit"], army.evidence["mention, unfit"]) == (1, 0)


def test_who_has_the_other_role_is_no_option(reading: Reading) -> None:
    assert [named(option) for option in options(reading, {"police": 0.9}, "actor")] == [[]]


@pytest.mark.parametrize(
    ("text", "actors"), [("I condemn the attack on Mali.", []), ("We condemn it, says Mali.", ["Mali"])]
)
def test_a_nameless_i_is_nobody(coder: Coder, worths: Worths, text: str, actors: list[str]) -> None:
    reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
    casting, (condemned, *_) = drafted(reading, {"Mali": 0.9})
    worths["actor"] = {"mention": 1.0}
    weigh(reading, [condemned], casting)
    assert [part.head.text for part in condemned.cast.actors] == actors


@pytest.mark.parametrize(
    ("text", "actors"), [("Mali condemned the attack.", []), ("Mali left after the attack.", ["Mali"])]
)
def test_who_judges_a_deed_did_not_do_it(coder: Coder, worths: Worths, text: str, actors: list[str]) -> None:
    reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
    casting, drafts = drafted(reading, {"Mali": 0.9})
    worths["actor"] = {"mention": 1.0}
    weigh(reading, drafts, casting)
    (attack,) = (draft for draft in drafts if draft.type == "ASSAULT")
    assert [part.head.text for part in attack.cast.actors] == actors


def test_where_somebody_is_from_is_no_place(coder: Coder, worths: Worths) -> None:
    text = "Rebels attacked soldiers from Mali in Niger."
    reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
    casting, (attack, *_) = drafted(reading, {"Mali": 0.9, "Niger": 0.05})
    worths["place"] = {"other": 1.0}
    weigh(reading, [attack], casting)
    assert [place.text for place in attack.places] == ["Niger"]


@pytest.mark.parametrize(
    ("worth", "chosen"),
    [
        ({}, []),
        ({"mention": 1.0}, ["army"]),
        ({"mention, heads": 1.0, "nobody, heads": 1.0}, ["army"]),
        ({"mention": 1.0, "nobody": 2.0}, []),
    ],
)
def test_what_most_speaks_for_is_chosen(
    reading: Reading, worths: Worths, worth: dict[str, float], chosen: list[str]
) -> None:
    worths["actor"] = worth
    assert named(choose("actor", options(reading, {"army": 0.9}, "actor"))) == chosen


def test_what_the_rules_find_stays(reading: Reading, worths: Worths) -> None:
    worths["actor"] = {"mention": 1.0}
    casting, drafts = drafted(reading, {"army": 0.9})
    weigh(reading, drafts, casting)
    assert [part.head.text for part in drafts[0].cast.actors] == ["Rebels"]
    assert "actors" not in drafts[0].learned


def test_a_statement_says_which_of_its_slots_the_heads_filled(coder: Coder, worths: Worths) -> None:
    worths["actor"] = {"mention": 1.0}
    text = "The police post was attacked; the army had left."
    reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
    casting, drafts = drafted(reading, {"army": 0.9})
    weigh(reading, drafts, casting)
    assert drafts[0].learned == ("actors",)
    assert [part.head.text for part in drafts[0].cast.actors] == ["army"]


def test_places_are_weighed_like_roles(reading: Reading, worths: Worths) -> None:
    casting, drafts = drafted(reading, {"Goma": 0.7})
    weigh(reading, drafts, casting)
    assert not drafts[0].places
    worths["place"] = {"other, heads": 1.0, "none, heads": 1.0, "other, no place": -9.0}
    weigh(reading, drafts, casting)
    assert [place.text for place in drafts[0].places] == ["Goma"]
    assert "places" in drafts[0].learned


@pytest.mark.parametrize(("likely", "told"), [({}, None), ({"Monday": 0.8}, "Monday")])
def test_times_are_those_of_the_text(coder: Coder, worths: Worths, likely: dict[str, float], told: str | None) -> None:
    text = "On Monday the minister said: rebels attacked police."
    reading = coder.reading(Document("0" * 16, "case", "case", text, published="2021-09-24", language="en"))
    casting, drafts = drafted(reading, likely)
    attack = next(draft for draft in drafts if draft.type == "ASSAULT")
    worths["time"] = {"none, heads": 1.0, "other, heads": 1.0}
    weigh(reading, [attack], casting)
    assert (attack.time.text if attack.time else None) == told


def test_a_word_that_the_lexicon_lacks_may_tell_what_the_heads_say(coder: Coder, worths: Worths) -> None:
    text = "Rebels zapped the outpost."
    reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
    word = next(token.text for token in reading.doc if token.pos_ == "VERB")
    _, drafts = drafted(reading, {word: 0.9})
    assert [(draft.head.text, draft.trigger.learned) for draft in drafts] == [(word, "unlisted")]
    assert telling.add(reading, drafts, ()) == []
    worths["unlisted"] = {"always": 1.0}
    assert telling.add(reading, drafts, ()) == drafts


def test_the_shipped_worths_are_numbers_for_every_question() -> None:
    shipped = weights.load()
    assert set(shipped) == {"unlisted", "actor", "recipient", "place", "time"}
    assert all(math.isfinite(value) for worth in shipped.values() for value in worth.values())
    assert json.dumps(shipped) == json.dumps(weights.load())
