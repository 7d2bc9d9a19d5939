"""Numbers, what they count and what they allow; weapons and modes."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

COUNTS = [
    ("The army killed 30 rebels.", "ASSAULT: army > rebels; killed 30"),
    ("Gunmen killed at least 10 people.", "ASSAULT: Gunmen > people; killed 10-"),
    ("Gunmen killed more than 20 villagers.", "ASSAULT: Gunmen > villagers; killed 20-"),
    ("Gunmen killed over a hundred villagers.", "ASSAULT: Gunmen > villagers; killed 100-"),
    ("Gunmen killed up to 15 people.", "ASSAULT: Gunmen > people; killed -15"),
    ("The army detained nearly 600 people.", "COERCE/arrest: army > people; arrested 600"),
    ("The police arrested dozens of protesters.", "COERCE/arrest: police > protesters; arrested 24-"),
    ("Between 20 and 30 people were killed.", "ASSAULT:  > people; killed 20-30"),
    ("Rebels kidnapped two soldiers and a civilian.",
     "ASSAULT/abduct: Rebels > soldiers & civilian; abducted 3"),
    ("The gunmen killed 3 policemen and wounded 5.", "ASSAULT: gunmen > policemen; killed 3; wounded 5"),
    ("The raid killed twenty-three fighters.", "ASSAULT:  > fighters; killed 23"),
    ("Some 12,000 people fled the town.", "FLEE: people > ; place ?; displaced 12000"),
    ("About two thousand refugees crossed the border.", "FLEE: refugees > ; place ?; displaced 2000"),
    ("The army carried out five air strikes on Sunday.", "ASSAULT/aerial: army > ; time 2021-09-19; attacks 5; by ?"),
    ("Japan gave Jordan $50 million in aid.", "AID: Japan > Jordan; money 50000000"),
    ("The blast killed a policeman.", "ASSAULT/explosives:  > policeman; killed 1"),
    ("A group of eight men attacked the camp.", "ASSAULT: ? > ?; place ?; people 8"),
    ("The court jailed 14 members of the group for 20 years.", "SANCTION: court > ?; count ?\n"),
    ("A jet bombed the school, killing between 11 and 17 civilians.", "ASSAULT: ? > ?; killed 11-17; by ?"),
    ("Shelling killed 20 to 30 people in Goma.", "ASSAULT: ? > ?; place Goma; killed 20-30"),
    ("Two of the five men were killed.", "ASSAULT: ? > men; killed 2"),
    ("A commander and his two bodyguards were killed.", "ASSAULT: ? > ?; killed 3"),
    ("Two strikes destroyed a warehouse.", "ASSAULT: ? > warehouse; attacks 2"),
    ("The jets bombed the militia three times.", "ASSAULT: ? > militia; attacks 3"),
    ("Thirteen shells hit the market.", "ASSAULT: ? > market; other 13; by ?"),
    ("Forty members of the party will meet in Geneva.",
     "CONSULT: ? > ; place Geneva; planned; people 40"),
    ("The minister put off the repatriation of 450 families.", "REJECT: minister > ?; people 450"),
    ("Only 10 per cent of the requests were approved.", "AGREE: ? > ?"),
    ("A drone hit the depot; two guards died.", "ASSAULT/drone: ? > depot; killed 2; by drone\n..."),
    ("A drone hit the depot; two guards fled.", "ASSAULT/drone: ? > depot; by drone\n..."),
    ("Two guards were killed when a drone hit the depot.", "ASSAULT/drone: ? > depot; killed 2; by ?\n..."),
    ("He was bombed and killed by jets.", "ASSAULT: ? > ?; killed 1\n..."),
    ("The death toll from an ambush on the convoy climbed to 13.", "ASSAULT: ? > convoy; killed 13"),
    ("The number of attacks on the road climbed to the level of 2019.", "ASSAULT: ? > ?; place ?\n..."),
    ("Rebels claimed twin attacks on the port.", "ASSAULT: ? > port; attacks 2\n..."),
    ("The group boasted of eleven attacks.", "CLAIM: group > ; attacks 11\n..."),
    ("Kyiv asked Paris for 300 instructors.", "REQUEST/assist: Kyiv > Paris; people 300"),
    ("Rabat promised to send 35 engineers.", "AGREE: Rabat > ?; people 35"),
    ("Fighters killed six people in 2019.", "ASSAULT: Fighters > people; time 2019-01-01/2019-12-31; killed 6"),
]  # fmt: skip

INSTRUMENTS = [
    ("Insurgents attacked the convoy with rockets and mortars.",
     "ASSAULT/heavy-weapons: Insurgents > convoy; by rockets & mortars"),
    ("The men stabbed the priest with a knife.", "ASSAULT/primitive: men > priest; count ?; by knife"),
    ("A car bomb killed four soldiers in Mogadishu.",
     "ASSAULT/explosives:  > soldiers; place Mogadishu; killed 4; by car bomb"),
    ("Rebels attacked the base using drones.", "ASSAULT/drone: Rebels > ?; place ?; by drones"),
    ("A roadside bomb hit a military vehicle near Gao.",
     "ASSAULT/explosives:  > military vehicle; place Gao; by roadside bomb"),
    ("Warplanes bombed the village.", "ASSAULT: Warplanes > ?; place ?; by ?"),
    ("Attackers threw grenades at a bar.", "ASSAULT/explosives: Attackers > bar; place ?; by grenades"),
    ("The mayor was killed by a sniper.", "ASSAULT: sniper > mayor; count ?"),
    ("Two suicide bombers attacked a church.", "ASSAULT/suicide-attack: suicide bombers > church; by ?; count ?"),
    ("Militants beheaded five farmers.", "ASSAULT/primitive: Militants > farmers; killed 5"),
    ("The militia tortured prisoners.", "ASSAULT/beat: militia > prisoners"),
    ("Rebels burned down three churches.", "ASSAULT/destroy: Rebels > churches; count ?"),
    ("The government imposed a curfew in Imphal.", "COERCE/curfew: government > ; place Imphal"),
    ("Authorities blocked the newspaper's website.", "COERCE: Authorities > ?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), COUNTS)
def test_counts(text: str, told: str, check: Check) -> None:
    """What is counted, and the bounds that the words set."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), INSTRUMENTS)
def test_instruments(text: str, told: str, check: Check) -> None:
    """Weapons in the words of the text, and the mode that they or the verb imply."""
    check(text, told)
