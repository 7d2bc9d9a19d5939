"""Whether it happened."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

MODALITIES = [
    ("The militants attempted to storm the prison.", "ASSAULT: militants > prison; attempted"),
    ("Police foiled an attempt to bomb the embassy.", "ASSAULT/explosives:  > embassy; attempted\n..."),
    ("A failed attack on the barracks took place in Conakry.", "ASSAULT:  > barracks; place Conakry; attempted"),
    ("NATO will deploy a battalion to Latvia.", "MOBILIZE/troops: NATO > ; place Latvia; planned; count ?"),
    ("The group plans to attack polling stations.", "ASSAULT: group > polling stations; planned"),
    ("Two men were planning to kill the mayor.", "ASSAULT: men > mayor; planned; count ?"),
    ("The militants may attack the capital.", "ASSAULT: militants > ?; place ?; possible"),
    ("The rebels could seize the town.", "ASSAULT/territory: rebels > ?; place ?; possible"),
    ("ISKP allegedly killed the cleric.", "ASSAULT: ISKP > cleric; possible; killed 1"),
    ("The army reportedly shelled the village.", "ASSAULT/heavy-weapons: army > village; place ?"),
    ("The group will probably attack the dam.", "ASSAULT: group > dam; place ?; predicted"),
    ("ISKP is likely to attack more mosques.", "ASSAULT: ISKP > mosques; predicted"),
    ("The rebels are expected to attack the capital.", "ASSAULT: rebels > ?; place ?; predicted"),
    ("The militia, which would later attack the camp, was armed by Chad.", "ASSAULT: militia > camp; place ?\n..."),
    ("If the army attacked the camp, hundreds of civilians would flee.",
     "ASSAULT: army > camp; place ?; hypothetical\nFLEE: civilians > ; hypothetical; displaced 200-"),
    ("The junta announced that it would pardon nine prisoners.",
     "CONCEDE: junta > prisoners; planned; released 9; speaker junta"),
    ("The general said that rebels would seize the port if they could.",
     "COERCE|ASSAULT: rebels > ?; place ?; hypothetical; speaker general"),
    ("The minister will return to the Gulf, visiting Riyadh on Monday.",
     "CONSULT: minister > ; place Riyadh; time ?; planned\n..."),
    ("IS is unlikely to hold the town.", "ASSAULT: IS > ?; place ?; predicted; negative"),
    ("The two sides were able to meet in Oman.", "CONSULT: sides > ; place Oman"),
    ("I would like to thank the council for its support.", "SUPPORT: ? > council\n..."),
    ("We will continue to support Iraq.", "SUPPORT|AID: ? > Iraq; planned"),
    ("The money enabled the rebels to attack a convoy.", "ASSAULT: rebels > convoy"),
    ("The commanders meet in Doha next week.", "CONSULT: commanders > ; place Doha; planned; time ?"),
    ("Monitors suspect the army of arming the rebels.", "AID: army > rebels; possible; speaker Monitors\n..."),
    ("Rwanda alleges that the army shelled the village.",
     "ASSAULT: army > village; possible; place ?; speaker Rwanda\n..."),
    ("Both sides should release their prisoners.", "RETREAT: sides > prisoners; hypothetical"),
    ("The militia threatened to attack the refinery.", "THREATEN: militia > ?"),
    ("The rebels promised to release the hostages.", "AGREE: rebels > ?"),
    ("Iran refused to release the tanker.", "REJECT: Iran > ?"),
]  # fmt: skip

NEGATIONS = [
    ("The Taliban did not attack the convoy.", "ASSAULT: Taliban > convoy; negative"),
    ("No group has claimed responsibility for the bombing.", "CLAIM: ? > ; negative\n..."),
    ("The troops never withdrew from the valley.", "RETREAT: troops > ; place ?; negative"),
    ("Nobody was arrested.", "COERCE/arrest: > ?; negative; count ?"),
    ("The army has yet to withdraw.", "RETREAT: army > ; negative"),
    ("The government stopped bombing the city.", "ASSAULT: government > ?; place ?; negative"),
    ("The rebels attacked the town without killing civilians.", "ASSAULT: rebels > ?; place ?\n..."),
    ("The ministers failed to reach an agreement.", "AGREE: ministers > ; negative"),
    ("Not only did the group kill the guard, it burned the church.", "ASSAULT: group > guard; killed 1\n..."),
]  # fmt: skip

DENIALS = [
    ("Iran denied attacking the tanker.", "ASSAULT: Iran > tanker; negative; speaker Iran"),
    ("The Taliban denied that its fighters had killed the journalist.",
     "ASSAULT: ? > journalist; negative; speaker Taliban; killed 1"),
    ("Rwanda denies supporting the rebels.", "SUPPORT: Rwanda > rebels; negative; speaker Rwanda"),
    ("The group did not claim the blast at the mill.",
     "CLAIM: group > ; negative; speaker ?\nASSAULT/explosives:  > mill"),
    ("Boko Haram said it was not responsible for the blast at the mill.",
     "CLAIM: Boko Haram > ; negative; speaker ?\nASSAULT/explosives:  > mill; speaker ?"),
    ("The group denied responsibility for the blast.", "CLAIM: group > ; negative; speaker ?\n..."),
    ("The army said that it did not shell the hospital.",
     "ASSAULT/heavy-weapons: army > hospital; negative; speaker army"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MODALITIES)
def test_modality(text: str, told: str, check: Check) -> None:
    """Tried, planned, possible, foretold or only imagined."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), NEGATIONS)
def test_negation(text: str, told: str, check: Check) -> None:
    """What did not happen is told as such."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), DENIALS)
def test_denials(text: str, told: str, check: Check) -> None:
    """The thing denied is negative and its denier the speaker."""
    check(text, told)
