"""Who does it and to whom, where no argument of the verb says so."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

ASCRIBED = [
    ("A bomb planted by rebels killed a guard.", "ASSAULT: rebels > guard; killed 1; by bomb\n..."),
    ("Villagers were killed at the hands of the militia.", "ASSAULT: militia > Villagers"),
    ("Boko Haram killed a guard. The attack shook Bama.", "ASSAULT: #boko-haram > guard; killed 1\n..."),
    ("Police detained two men on suspicion of arming the rebels.", "COERCE: Police > men; arrested 2\n..."),
    ("Turkey has a policy of expelling migrants.", "SANCTION|COERCE|TRANSFER: Turkey > migrants\n..."),
    ("France backed the army with airstrikes.", "SUPPORT: France > army\nASSAULT: France > \n..."),
]  # fmt: skip

ANSWERED = [
    ("The union demanded that the minister resign. The minister refused.",
     "REQUEST: union > minister\nREJECT: minister > union\n..."),
    ("Iran rejected Israel's offer.", "REJECT: Iran > Israel\n..."),
    ("Ghana condemned the deal reached between Togo and Benin.", "ACCUSE: Ghana > Togo & Benin\n..."),
    ("The army recaptured a town held by rebels.", "ASSAULT/territory: army > rebels; place ?\n..."),
    ("Iran threatened to strike if Israel attacked the port.", "THREATEN: Iran > Israel\n..."),
]  # fmt: skip

VOICES = [
    ("General Adama Sow, commander of the Malian army, said: “We condemn Belarus.”",
     "ACCUSE: Malian army > Belarus; speaker ?\n..."),
    ("Kenya met Uganda in Goma. Both condemned Belarus.",
     "CONSULT: Kenya > Uganda; place Goma\nACCUSE: Kenya & Uganda > Belarus\n..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ASCRIBED)
def test_doers_named_elsewhere(text: str, told: str, check: Check) -> None:
    """By a participle, the governing clause, the account so far."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), ANSWERED)
def test_recipients_named_elsewhere(text: str, told: str, check: Check) -> None:
    """By the question before, the owner of what is refused, the deed that is judged, a condition."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), VOICES)
def test_plural_voices(text: str, told: str, check: Check) -> None:
    """The body of the speaker's office; the two parties told last."""
    check(text, told)
