"""What only sounds like a statement."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

NOTHING = {
    "metaphor": [
        "The minister fought back tears.",
        "Critics attacked the idea that prices would fall.",
        "Doubt crept into the debate.",
        "The film was a bomb at the box office.",
        "The storm hit the coast with force.",
        "Inflation is eating the savings of families.",
        "The budget was the main target of the talks on taxes.",
        "The senator shot from the hip, as always.",
        "The region is a powder keg.",
    ],
    "sport": [
        "Senegal beat Egypt on penalties.",
        "The striker shot wide in the second half.",
        "Chelsea defeated Arsenal 2-0 on Saturday.",
        "The goalkeeper saved two shots.",
        "The team attacked down the left wing.",
    ],
    "business": [
        "The company launched a new phone on Monday.",
        "Shares in the bank fell by 3 percent.",
        "The brewer struck a balance between price and taste.",
        "The firm captured a third of the market.",
        "Sales of the drug exploded.",
    ],
    "weather and nature": [
        "Heavy rain is expected in the north on Friday.",
        "Temperatures fell below zero.",
        "The river burst its banks.",
        "A drought has lasted three years.",
    ],
    "biography and description": [
        "He was born in Mosul in 1971 and studied law.",
        "The city has about 200,000 inhabitants.",
        "The valley lies between two ranges of mountains.",
        "The general is a tall man with a grey beard.",
        "The mosque was built in the twelfth century.",
        "Uzbek is spoken in the north of the country.",
    ],
    "pure saying": [
        "The minister spoke for an hour.",
        "A spokesman said that he had nothing to add.",
        "Officials said on Monday that the road was long.",
        "The report has forty pages.",
        "Analysts describe the party as conservative.",
    ],
    "headings and names": [
        "The Counter Terrorism Centre is in London.",
        "The Peace Support Operations Training Centre is in Sarajevo.",
        "The attack helicopter is made in Italy.",
        "The War Museum opens at nine.",
        "The ministry of defence has a new building.",
    ],
}  # fmt: skip

NOT_THAT = [
    ("The company fired its director.", "ASSAULT"),
    ("The court heard the case against the minister.", "CONSULT"),
    ("The trial will begin in May.", "ASSAULT"),
    ("The army trained for the parade in the capital.", "ASSAULT"),
    ("Iraq and Iran share a border.", "COOPERATE"),
    ("The police station is on the main road.", "COERCE"),
    ("The minister called the attack a mistake.", "CONSULT"),
    ("The soldier died of a heart attack.", "ASSAULT"),
    ("The president returned to his office after lunch.", "RETREAT"),
    ("The militia leader ran a charity.", "FLEE"),
    ("The talks broke down.", "ASSAULT"),
    ("The bishop visited the wounded.", "ASSAULT"),
    ("Nine people died when a bus fell into a ravine.", "ASSAULT"),
    ("The arms fair opened in Abu Dhabi.", "AID"),
    ("The singer released an album.", "RETREAT"),
    ("The committee adopted its agenda.", "COERCE"),
    ("Residents received the news with joy.", "CONSULT"),
    ("The engineer joined the company in 2012.", "MEMBER"),
    ("The party lost the election.", "ASSAULT"),
    ("Farmers raised the alarm about locusts.", "THREATEN"),
]  # fmt: skip


@pytest.mark.parametrize("text", [t for texts in NOTHING.values() for t in texts])
def test_nothing_is_told(text: str, check: Check) -> None:
    """Metaphor, sport, business, weather, biography, description, pure saying and names."""
    check(text, "")


@pytest.mark.parametrize(("text", "type_"), NOT_THAT)
def test_not_of_that_type(text: str, type_: str, code: Callable[[str], list]) -> None:  # type: ignore[type-arg]
    """Words of a type in another meaning."""
    assert type_ not in [s.type for s in code(text)]
