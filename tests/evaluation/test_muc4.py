"""CEAF-REE on templates of our own making."""

import pytest

from evaluation.muc4 import Entity, agreeing, compared, given, normalised, reference
from watchfloor.extraction import Filler
from watchfloor.records import Span

TEXT = "LIMA, 3 MAY 90 -- [TEXT] ARMED MEN, WHO ARE REBELS, BLEW UP A BRIDGE AND HURT MAYOR ANA RUIZ AND TWO FARMERS."


def template(**slots: list[list[str]]) -> dict[str, object]:
    return {
        "optional": False,
        **{slot: [{"strings": strings} for strings in entities] for slot, entities in slots.items()},
    }


def entities(*strings: str) -> list[Entity]:
    return [frozenset(each.split(" / ")) for each in strings]


def test_templates_of_a_message_count_together() -> None:
    first = template(perp_individual_id=[["ARMED MEN", "REBELS"]], phys_tgt_id=[["BRIDGE", "LIMA BRIDGE"]])
    second = template(perp_individual_id=[["REBELS"]], hum_tgt_name=[["ANA RUIZ"]])
    wanted = reference({"text": TEXT, "templates": [first, second]})
    assert wanted["PerpInd"] == entities("armed men / rebels")
    assert wanted["Target"] == entities("bridge")  # the body knows no Lima bridge
    assert wanted["Victim"] == entities("ana ruiz")


def test_what_only_the_dateline_holds_is_not_asked_for() -> None:
    assert reference({"text": TEXT, "templates": [template(phys_tgt_id=[["LIMA"]])]})["Target"] == []


def test_victims_by_description_stand_apart_and_those_with_a_name_are_no_victims_without() -> None:
    both = template(hum_tgt_name=[["ANA RUIZ"]], hum_tgt_description=[["MAYOR"], ["TWO FARMERS"]])
    both["hum_tgt_description"][0]["refers_to"] = ["ANA RUIZ"]  # type: ignore[index]
    wanted = reference({"text": TEXT, "templates": [both]})
    assert (wanted["Victim"], wanted["victims without a name"]) == (entities("ana ruiz"), entities("two farmers"))


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        (["rebels / armed men"], ["rebels"], 1),
        (["rebels"], ["rebels / armed men"], 0),  # one string too many
        (["rebels"], ["rebels", "rebels"], 1),
        (["rebels / men", "men"], ["men", "rebels"], 2),  # the second needs the first's place
        (["rebels"], [], 0),
        ([], ["rebels"], 0),
    ],
)
def test_entities_are_paired_one_to_one(wanted: list[str], found: list[str], right: int) -> None:
    assert agreeing(entities(*wanted), entities(*found)) == right


def test_a_filler_is_given_by_its_best_mention() -> None:
    spans = (Span("The Rebels", 0, 10), Span("men", 20, 23))
    roles = given([Filler("perpetrator", spans, 0.8, named=False), Filler("victim", spans[1:], 0.8, named=False)])
    assert (roles["PerpInd"], roles["Victim"]) == (entities("rebels"), [])
    assert roles["victims without a name"] == entities("men")


def test_counts_over_messages() -> None:
    wanted = reference({"text": TEXT, "templates": [template(hum_tgt_name=[["ANA RUIZ"]])]})
    nothing = reference({"text": TEXT, "templates": []})
    assert compared([wanted, nothing], [wanted, wanted])["Victim"] == (1, 2, 1)


def test_strings_are_compared_without_case_marks_and_articles() -> None:
    assert normalised('The "Santa Rosa" Farm, a U.S. firm') == "santa rosa farm us firm"
