"""How it was done, or what was asked for."""

from collections.abc import Callable

import pytest

Code = Callable[[str], list]  # type: ignore[type-arg]

MODES = [
    ("Gunmen shot the mayor.", "ASSAULT", "firearms"),
    ("Coalition jets hit a depot.", "ASSAULT", "aerial"),
    ("He was bombed and killed by coalition aircraft.", "ASSAULT", "aerial"),
    ("One of its drones killed a commander.", "ASSAULT", "drone"),
    ("Two drone strikes hit a convoy.", "ASSAULT", "drone"),
    ("The army shelled the town.", "ASSAULT", "heavy-weapons"),
    ("Both armies exchanged artillery fire.", "ASSAULT", "heavy-weapons"),
    ("Turkey retaliated by firing mortars into the valley.", "ASSAULT", "heavy-weapons"),
    ("The army retaliated by firing dozens of rounds of artillery into the north.", "ASSAULT", "heavy-weapons"),
    ("A suicide bomber attacked the mosque.", "ASSAULT", "suicide-attack"),
    ("The group claimed a double suicide car bombing.", "ASSAULT", "suicide-attack"),
    ("A roadside bomb killed four soldiers.", "ASSAULT", "explosives"),
    ("The militants captured a helicopter.", "COERCE", "seize"),
    ("Police captured two suspects.", "COERCE", "arrest"),
    ("Moscow sent a warship to the coast.", "MOBILIZE", "weapons"),
    ("Moscow sent 500 troops to the border.", "MOBILIZE", "troops"),
    ("Islamabad asked Kabul to hand over the commanders.", "REQUEST", "yield"),
    ("The council urged all states to help Islamabad.", "REQUEST", "assist"),
    ("The president called on young men not to join the rebels.", "REQUEST", "change"),
    ("The mission urged the rebels to negotiate.", "REQUEST", "meet"),
    ("The junta ruled out a return to the talks.", "REJECT", "meet"),
    ("The premier appealed to Moscow on television.", "REQUEST", "assist"),
    ("The premier appealed to both sides to respect the law.", "REQUEST", "change"),
    ("The junta refused to receive a delegation.", "REJECT", "meet"),
    ("Washington refused to remove the group from its list.", "REJECT", "yield"),
    ("The group rejected the report.", "REJECT", None),
]


@pytest.mark.parametrize(("text", "type_", "mode"), MODES)
def test_modes(text: str, type_: str, mode: str | None, code: Code) -> None:
    """The mode is read off weapons, doers and complements before the verb's own."""
    told = {s.type: s.modes for s in code(text)}
    assert told.get(type_) == ((mode,) if mode else ())
