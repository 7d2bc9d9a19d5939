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
    ("Cairo asked Ankara to train its coast guard.", "REQUEST", "assist"),
    ("Cairo asked all sides to show patience.", "REQUEST", "change"),
    ("The bishop asked the gunmen to spare the school.", "REQUEST", "yield"),
    ("The bishop asked for spare parts.", "REQUEST", "assist"),
    ("The envoy called for free elections.", "REQUEST", "change"),
    ("The ministry rejected an invitation to the summit.", "REJECT", "meet"),
    ("The ministry rejected the rebels' plea for food.", "REJECT", "assist"),
    ("Kenya refused to mediate.", "REJECT", "assist"),
    ("Two bombs wrecked the police station.", "ASSAULT", "explosives"),
    ("Rebels wrecked the police station.", "ASSAULT", "destroy"),
    ("The army bombed a market in Darfur.", "ASSAULT", "aerial"),
    ("The militants bombed a market in Darfur.", "ASSAULT", "explosives"),
    ("Gunmen wounded a priest near the church.", "ASSAULT", "firearms"),
    ("A gunman killed a priest with a knife.", "ASSAULT", "primitive"),
    ("He detonated his vest at the gate.", "ASSAULT", "suicide-attack"),
    ("He was stabbed to death in the market.", "ASSAULT", "primitive"),
    ("Kenya deployed 300 soldiers to the border.", "MOBILIZE", "troops"),
    ("Kenya deployed 300 policemen to the border.", "MOBILIZE", "police"),
    ("The navy will step up its patrols.", "MOBILIZE", "troops"),
    ("Police stepped up their patrols.", "MOBILIZE", "police"),
    ("The junta banned two newspapers.", "COERCE", "censor"),
    ("The junta banned public gatherings.", "COERCE", "restrict"),
    ("The ministers conferred by telephone.", "CONSULT", "call"),
    ("Prosecutors charged two officers with murder.", "ACCUSE", "investigate"),
    ("Prosecutors accused two officers of murder.", "ACCUSE", "allege"),
]


@pytest.mark.parametrize(("text", "type_", "mode"), MODES)
def test_modes(text: str, type_: str, mode: str | None, code: Code) -> None:
    """The mode is read off weapons, doers and complements before the verb's own."""
    told = {s.type: s.modes for s in code(text)}
    assert told.get(type_) == ((mode,) if mode else ())
