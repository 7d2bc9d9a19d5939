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
    ("Aircraft damaged 13 supply routes and a tunnel near Goma.", "ASSAULT: Aircraft > ; place Goma; count ?"),
    ("Aircraft damaged two IS fighting positions and a tunnel.", "ASSAULT: Aircraft > IS fighting positions; count ?"),
    ("Aircraft destroyed two tanks near Goma.", "ASSAULT: Aircraft > two tanks; place Goma; count ?"),
    ("Ghana condemned the ambush of Togolese soldiers.", "ACCUSE: Ghana > \nASSAULT:  > Togolese soldiers"),
    ("Ghana condemned the killing of Togolese soldiers by rebels.", "ACCUSE: Ghana > rebels\n..."),
    ("The army recaptured a town held by rebels.", "ASSAULT/territory: army > rebels; place ?\n..."),
    ("The army conducted five raids using drones against the militia.",
     "ASSAULT: army > militia; attacks 5; by ?\n..."),
    ("The army conducted five raids and spoke against the militia.", "ASSAULT: army > ; attacks 5\n..."),
    ("Ghana demanded the release of five engineers.", "REQUEST: Ghana > ; count ?\n..."),
    ("Ghana condemns in the strongest terms both the ISIL attack in Bama and the raid on Monday.",
     "ACCUSE: Ghana > ISIL\n..."),
    ("Ghana condemns in the strongest terms what it calls a crime.", "ACCUSE: Ghana > \n..."),
    ("No group has condemned Belarus.", "ACCUSE:  > Belarus; negative"),
    ("Iran threatened to strike if Israel attacked the port.", "THREATEN: Iran > Israel\n..."),
]  # fmt: skip

VOICES = [
    ("General Adama Sow, commander of the Malian army, said: “We condemn Belarus.”",
     "ACCUSE: Malian army > Belarus; speaker ?\n..."),
    ("Kenya met Uganda in Goma. Both condemned Belarus.",
     "CONSULT: Kenya > Uganda; place Goma\nACCUSE: Kenya & Uganda > Belarus\n..."),
    ("Statement of the Azure Front\n\nOn Monday our fighters shelled a camp. We condemn Belarus.",
     "ASSAULT: Azure Front > camp; time 2021-09-20\nACCUSE: Azure Front > Belarus"),
    ("The Free Brigades inform the public that we condemn Belarus. We are well.",
     "ACCUSE: Free Brigades > Belarus; speaker ?\n..."),
    ("Tobias Ellwood praised the UK. “We condemn Belarus,” Mr Ellwood said.",
     "SUPPORT: Tobias Ellwood > UK\nACCUSE: UK > Belarus; speaker ?"),
    ("“Our brothers condemn Belarus,” the Azure Front said. His brothers condemned Iran.",
     "ACCUSE: Azure Front > Belarus; speaker ?\nACCUSE: brothers > Iran\n..."),
    ("“I condemn Belarus,” Tobias Ellwood said in the UK.", "ACCUSE: Tobias Ellwood > Belarus; place ?; speaker ?"),
    ("The Free Brigades came to a village. We fled. We condemn Belarus.",
     "FLEE:  > ; count ?\nACCUSE:  > Belarus\n..."),
]  # fmt: skip

DESCRIBED = [
    ("The police fear the Azure Front, a militia that attacked a convoy on Monday.",
     "ASSAULT: Azure Front > convoy; time 2021-09-20\n..."),
    ("The Azure Front, a militia backed by Belarus, denied the charge.", "SUPPORT: Belarus > Azure Front\n..."),
    ("A group calling itself the Azure Front condemned Belarus.", "ACCUSE: group > Belarus"),
    ("Madagascar: Candidates who condemned Belarus lost the vote.", "ACCUSE: Candidates > Belarus\n..."),
    ("Police detained four men. A court freed one of them.",
     "COERCE: Police > men; arrested 4\nRETREAT: court > one of them; count ?"),
    ("Police detained four men, most of whom were freed.", "COERCE: Police > men; arrested 4\nRETREAT:  > men\n..."),
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
    """The body of the speaker's office, or his state; whoever issued the text; the two parties told last."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), DESCRIBED)
def test_names_of_the_described(text: str, told: str, check: Check) -> None:
    """A clause on an apposition is about the name before it, and one of them is not they."""
    check(text, told)


def test_name_that_somebody_takes(code: Callable[[str], list]) -> None:  # type: ignore[type-arg]
    """Whoever calls itself by a name, or is spelt out after what describes it, is called so."""
    for text in ("A group calling itself the Azure Front met Iran.", "A monks' group, the Azure Front, met Iran."):
        assert code(text)[0].actors[0].name == "Azure Front"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rebels destroyed 30 trucks, 20 houses and 4 tanks.", ["30 trucks", "20 houses", "4 tanks"]),
        ('Rebels attacked the followers of "foreign creeds".', ['followers of "foreign creeds"']),
        ("The government in Juba was attacked by rebels.", ["government in Juba"]),
        ("Soldiers in Juba were attacked by rebels.", ["Soldiers"]),
        ("Rebels attacked the Russian, Chinese embassy.", ["Russian, Chinese embassy"]),
    ],
)
def test_words_of_a_name(text: str, named: list[str], code: Callable[[str], list]) -> None:  # type: ignore[type-arg]
    """A number before a comma belongs to another name, a closing mark to its opening one, a seat to those who rule."""
    (statement,) = code(text)
    assert [r.text for r in statement.recipients] == named
