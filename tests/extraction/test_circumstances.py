"""Where and when."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

PLACES = [
    ("Rebels attacked a convoy in Goma.", "ASSAULT: Rebels > convoy; place Goma"),
    ("Rebels attacked a convoy near Goma.", "ASSAULT: Rebels > convoy; place Goma"),
    ("In Goma, rebels attacked a convoy.", "ASSAULT: rebels > convoy; place Goma"),
    ("Rebels attacked a convoy in Goma, Congo.", "ASSAULT: Rebels > convoy; place ?"),
    ("Rebels attacked a convoy near Kabul airport.", "ASSAULT: Rebels > convoy; place Kabul airport"),
    ("Rebels attacked a convoy in the province of Nangarhar.", "ASSAULT: Rebels > convoy; place province of Nangarhar"),
    ("Rebels attacked a convoy between Gao and Kidal.", "ASSAULT: Rebels > convoy; place Gao & Kidal"),
    ("The minister travelled to Doha. He met the emir there.",
     "CONSULT: minister > ?; place Doha\nCONSULT: minister > emir; place ?"),
    ("The president visited Ankara.", "CONSULT/visit: president > ?; place Ankara"),
    ("The mayor of Goma condemned the rebels.", "ACCUSE: mayor of Goma > rebels"),
    ("Rebels from Chad attacked a convoy.", "ASSAULT: Rebels > convoy"),
    ("The Nairobi-based bank praised the rebels.", "SUPPORT: ? > rebels"),
    ("Rebels attacked a convoy, a spokesman said in Kinshasa.", "ASSAULT: Rebels > convoy; speaker spokesman"),
    ("Washington criticised Moscow.", "ACCUSE: Washington > Moscow"),
    ("Thousands of people fled from Raqqa to Turkey.", "FLEE: people > ; place ?; displaced 2000-"),
    ("Rebels attacked a convoy near Bardaï.", "ASSAULT: Rebels > convoy; place Bardaï"),
    ("The minister has no confidence in Akunin.", "POSITION: ? > Akunin; negative"),
    ("Militants overran Gidami.", "ASSAULT: Militants > ?; place Gidami"),
    ("Militants arrested Abdullahi.", "COERCE/arrest: Militants > Abdullahi; count ?"),
    ("Troops besieged the city of Goma, a stronghold in Congo.", "ASSAULT: Troops > ?; place city of Goma & Congo"),
]  # fmt: skip

TIMES = [
    ("On Tuesday, rebels attacked a convoy.", "ASSAULT: rebels > convoy; time 2021-09-21"),
    ("Rebels attacked a convoy on September 11.", "ASSAULT: rebels > convoy; time 2021-09-11"),
    ("Rebels attacked a convoy on 3 May 2019.", "ASSAULT: rebels > convoy; time 2019-05-03"),
    ("Rebels attacked a convoy in May.", "ASSAULT: rebels > convoy; time 2021-05-01/2021-05-31"),
    ("Rebels attacked a convoy yesterday.", "ASSAULT: rebels > convoy; time 2021-09-23"),
    ("Rebels attacked a convoy on September 11. Two days later, the army arrested a suspect.",
     "ASSAULT: rebels > convoy; time 2021-09-11\nCOERCE/arrest: army > suspect; time 2021-09-13; count ?"),
    ("Rebels attacked a convoy from August 12 to 20.", "ASSAULT: rebels > convoy; time 2021-08-12/2021-08-20"),
    ("Rebels attacked a convoy on Monday and killed a guard on Tuesday.",
     "ASSAULT: rebels > convoy; time 2021-09-20\nASSAULT: rebels > guard; count ?; time 2021-09-21"),
    ("Police said on Wednesday that rebels attacked a convoy on Monday.",
     "ASSAULT: rebels > convoy; time 2021-09-20; speaker Police"),
    ("Police said on Wednesday that rebels attacked a convoy.", "ASSAULT: rebels > convoy; time ?; speaker Police"),
    ("Rebels attacked the convoy for three hours.", "ASSAULT: rebels > convoy"),
    ("The president will visit Moscow next week.",
     "CONSULT/visit: president > ?; place Moscow; planned; time 2021-09-27/2021-10-03"),
    ("The army attacked rebels who had killed a guard in May.",
     "ASSAULT: army > rebels\nASSAULT: rebels > guard; count ?; time 2021-05-01/2021-05-31"),
]  # fmt: skip

DAYS = [
    ("On March 14, the air force hit a barracks, killing four; two days earlier, a bomb had wounded three guards.",
     "ASSAULT: air force > barracks; time 2021-03-14; killed 4\n"
     "ASSAULT: ? > guards; time 2021-03-12; wounded 3; by ?"),
    ("Troops stormed the market and freed ten women on Monday.",
     "ASSAULT: Troops > ?; place ?; time 2021-09-20\nRETREAT: Troops > women; time 2021-09-20; released 10"),
    ("At least 17 soldiers were killed on Tuesday when gunmen attacked a column.",
     "ASSAULT: ? > soldiers; time 2021-09-21; killed 17-\nASSAULT: gunmen > column; time 2021-09-21; killed 17-"),
    ("The ministers meet in Geneva on Thursday.", "CONSULT: ministers > ; place Geneva; planned; time 2021-09-30"),
    ("On Wednesday, the president will travel to Doha.",
     "CONSULT: president > ?; place Doha; planned; time 2021-09-29"),
    ("The court outlawed the group in July, two months after gunmen attacked a church.",
     "COERCE: court > group; time 2021-07-01/2021-07-31\nASSAULT: gunmen > church; time 2021-05-01/2021-05-31"),
    ("The rebels agreed to send instructors in March.", "AGREE: rebels > ?"),
    ("Rebels hold the town until Friday.", "ASSAULT: Rebels > ?; place ?"),
    ("EU ministers agreed on Monday to lift the sanctions, but Greece held out.",
     "AGREE: EU ministers > ?; time 2021-09-20\n..."),
    ("Tomorrow he plans to meet the emir in Doha.", "CONSULT: ? > emir; place Doha; planned; time 2021-09-25"),
    ("KABUL, September 23 (Reuters) - Rebels attacked a convoy on Tuesday.",
     "ASSAULT: Rebels > convoy; time 2021-09-21; place ?; source ?"),
]  # fmt: skip
SCENES = [
    ("Police tightened security at foreign missions.", "MOBILIZE: Police > ?; place foreign missions"),
    ("Rebels attacked a convoy on a narrow road.", "ASSAULT: Rebels > convoy; place narrow road"),
    ("The army withdrew from Kidal.", "RETREAT: army > ; place Kidal"),
    ("Militiamen drove the rebels out of Goma.", "ASSAULT: Militiamen > rebels; place Goma"),
    ("Nine soldiers were killed when rebels raided a post near Goma.",
     "ASSAULT: ? > soldiers; place Goma; killed 9\nASSAULT: rebels > post; place Goma; killed 9"),
    ("Rebels captured a helicopter that came down near Goma.", "COERCE: Rebels > helicopter; place Goma"),
    ("In Goma, the army has begun to arrest deserters.", "COERCE: army > deserters; place Goma; count ?"),
    ("In Goma, a spokesman said that the army had arrested deserters.",
     "COERCE: army > deserters; count ?; speaker spokesman"),
    ("The army attacked rebels in Raqqa. Militants still hold the city.",
     "ASSAULT: army > rebels; place Raqqa\nASSAULT: Militants > ?; place Raqqa"),
    ("Rebels attacked a market in Goma on Monday. Nine people died.",
     "ASSAULT: Rebels > market; place Goma; time 2021-09-20\nDIE: people > ; place Goma; killed 9"),
    ("The minister praised the soldiers who fight in Goma.", "SUPPORT: minister > soldiers\n..."),
    ("The foreign minister in Bamako demanded an apology from France.", "REQUEST: foreign minister > France"),
    ("The militia is prepared to talk to the government in Tripoli.", "AGREE: militia > ?"),
    ("The ministers agreed to open a consulate in Goma.", "AGREE: ministers > ?"),
    ("The ministers agreed in Goma to open a consulate.", "AGREE: ministers > ?; place Goma"),
    ("The envoy urged Mali to free prisoners in Gao.", "REQUEST: envoy > Mali"),
    ("There can be no military solution in Syria.", "POSITION: > ; place Syria"),
    ("The minister praised the raid that took place in Goma.", "ASSAULT: > ; place Goma\nSUPPORT: minister > "),
]  # fmt: skip
LENT = [
    ("In Iraq, jets conducted strikes coordinated with the government.",
     "ASSAULT: jets > ?; place Iraq\nCOOPERATE: ? > government; place Iraq"),
    ("Gunmen locked guards inside a barracks at Goma and set it alight.", "ASSAULT: Gunmen > ?; place Goma\n..."),
    ("The president met the emir in Doha and agreed to withdraw troops.",
     "CONSULT: president > emir; place Doha\nAGREE: president > ?; place Doha"),
    ("The president visited Doha, and the emir agreed to withdraw troops.",
     "CONSULT: president > ?; place Doha\nAGREE: emir > ?"),
    ("Attacks in Diyala have been rising.", "TREND: ? > ?; place Diyala\n..."),
    ("Elders in Gedo who fought alongside the army fled.", "COOPERATE: Elders > army; place Gedo\n..."),
    ("Ministers met to end the war in Syria.", "CONSULT: Ministers > \n..."),
    ("The ministers held a conference on Syria.", "CONSULT: ministers > ?"),
    ("Police arrested four men in Ghent who planned to attack a court.",
     "COERCE: Police > men; place Ghent; arrested 4\nASSAULT: ? > court; planned; count ?"),
    ("Soldiers attacked marchers in Goma on Monday. Three of the marchers were dragged away.",
     "ASSAULT: Soldiers > marchers; place Goma; time 2021-09-20\nASSAULT: ? > ?; place Goma; abducted 3"),
    ("Soldiers attacked marchers in Goma on Monday. Gunmen dragged away three villagers.",
     "ASSAULT: Soldiers > marchers; place Goma; time 2021-09-20\nASSAULT: Gunmen > villagers; abducted 3"),
    ("Goma remains under siege.", "ASSAULT: > ?; place Goma"),
]  # fmt: skip
LYING = [
    ("Rebels advanced to within ten kilometers of Goma.", "ASSAULT: Rebels > ?; place Goma"),
    ("Rebels attacked a convoy north of Goma.", "ASSAULT: Rebels > convoy; place Goma"),
    ("The UN was denied access to Goma.", "REJECT: ? > UN; place Goma"),
    ("In the past few days in Goma, rebels attacked a convoy.", "ASSAULT: rebels > convoy; place Goma; time ?"),
    ("Gunmen ambushed a convoy in the Western Desert.", "ASSAULT: Gunmen > convoy; place Western Desert"),
    ("Gunmen ambushed a convoy in the desert.", "ASSAULT: Gunmen > convoy"),
    ("Russia sent troops across the border.", "MOBILIZE: Russia > ?; place border; count ?"),
    ("Jets attacked rebels on the Iraqi border.", "ASSAULT: Jets > rebels; place Iraqi border"),
    ("The UN called off its trip to Goma.", "REJECT: UN > ?; place Goma"),
    ("Kenya recalled its ambassador from Doha.", "SANCTION: Kenya > ?; place Doha"),
    ("Gunmen abducted four nurses from Goma.", "ASSAULT: Gunmen > nurses; place Goma; abducted 4"),
    ("Jets bombed rebels from Chad.", "ASSAULT: Jets > rebels"),
    ("The army sent envoys to Goma, where rebels attacked a convoy.", "ASSAULT: rebels > convoy; place Goma\n..."),
]  # fmt: skip
RELATED = [
    ("Jets responded on September 11 by striking a depot.", "ASSAULT: Jets > depot; time 2021-09-11"),
    ("The jets that flew on September 11 struck a depot.", "ASSAULT: jets > depot"),
    ("The minister recalled the 1991 pilgrimage, in which rebels killed nine guards.",
     "ASSAULT: rebels > guards; time 1991-01-01/1991-12-31; killed 9"),
    ("The minister recalled the 1991 treaty, which the rebels rejected.", "REJECT: rebels > ?\nAGREE: ? > ; time ?"),
    ("Since September 9, when gunmen seized the town, families have fled.",
     "ASSAULT: gunmen > ?; place ?; time 2021-09-09\nFLEE: families > ; time ?"),
    ("Gunmen killed four soldiers and wounded six in Mopti.",
     "ASSAULT: gunmen > soldiers; place Mopti; killed 4; wounded 6"),
    ("Gunmen killed a judge in Gao and wounded two guards in Mopti.",
     "ASSAULT: gunmen > judge; place Gao; killed 1\nASSAULT: gunmen > guards; place Mopti; wounded 2"),
    ("The raid followed the killing of two farmers on September 11.",
     "ASSAULT: ? > farmers; time 2021-09-11; killed 2\n..."),
    ("On September 20, gunmen seized a bank. The raid came two days after army units, fighting alongside rebels, "
     "overran a police station.", "ASSAULT: ? > ?; place ?; time 2021-09-18\n..."),
    ("The exchange of prisoners is supposed to take place this weekend.",
     "RETREAT: ? > prisoners; time 2021-09-25/2021-09-26; count ?"),
    ("The minister condemned the test of September 3.", "ACCUSE: minister > "),
    ("The minister condemned the test in a speech on Monday.", "ACCUSE: minister > ; time 2021-09-20"),
    ("Kenya invited both sides to Nairobi in October.", "CONSULT: Kenya > sides; place Nairobi"),
    ("On Monday, Kenya invited both sides to Nairobi.", "CONSULT: Kenya > sides; place Nairobi; time 2021-09-20"),
    ("Rebels attacked a convoy by night.", "ASSAULT: Rebels > convoy"),
    ("Rebels attacked a convoy on Tuesday night.", "ASSAULT: Rebels > convoy; time 2021-09-21"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PLACES)
def test_places(text: str, told: str, check: Check) -> None:
    """Where it happens: not whence somebody comes, nor where it is reported."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), TIMES)
def test_times(text: str, told: str, check: Check) -> None:
    """The nearest expression that dates the event itself."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), DAYS)
def test_days_of_other_clauses(text: str, told: str, check: Check) -> None:
    """What dates a clause dates those that belong to it, and no others; what lies ahead; what only limits."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), SCENES)
def test_scenes(text: str, told: str, check: Check) -> None:
    """Places without a name, scenes set before the verb, and what one happening lends to its other tellings."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), LENT)
def test_lent_places(text: str, told: str, check: Check) -> None:
    """A place told with another part of the sentence is lent where the happening is one, and only there."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), LYING)
def test_how_places_lie(text: str, told: str, check: Check) -> None:
    """Distances, bearings, lines and names of land say where."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), RELATED)
def test_days_of_related_happenings(text: str, told: str, check: Check) -> None:
    """How it was done, what it was part of, what came before it: they share its day, or count from it."""
    check(text, told)
