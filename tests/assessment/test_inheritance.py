"""The country of reports that name no place."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from watchfloor.assessment import Inheritance, Member, Naming, Ties, event

Make = Callable[..., Member]


@pytest.mark.parametrize(
    ("named", "country"),
    [
        ([Naming("d", 0, "Somalia", "KEN", 9)], "SOM"),
        (
            [Naming("d", 0, "Briefs", "KEN", 2), Naming("d", 0, "Briefs", "SOM", 1), Naming("d", 1, None, "SOM", 9)],
            "KEN",
        ),
        ([Naming("d", 0, None, None, 5), Naming("d", 1, None, "SOM", 1)], "SOM"),
        ([Naming("d", 1, None, "SOM", 1), Naming("d", 1, None, "KEN", 1)], None),
        ([], None),
    ],
)
def test_heading_then_section_then_document(make: Make, ties: Ties, named: list[Naming], country: str | None) -> None:
    member = make("afp", document="d")
    member = replace(member, statement=replace(member.statement, section=0))
    found = event("e", [member], ties, inherited=Inheritance(named, ties.known.places)).places
    assert [(s.country, s.precision, s.known) for s in found] == (
        [(country, "country", "inherited")] if country else []
    )


def test_a_place_that_a_report_names_goes_before(make: Make, ties: Ties) -> None:
    inherited = Inheritance([Naming("d", None, None, "SOM", 1)], ties.known.places)
    members = [make("afp", document="d"), make("ap", place="Kunduz")]
    assert [s.name for s in event("e", members, ties, inherited=inherited).places] == ["Kunduz"]
