"""Two words for one act, and two acts that look like one."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

ONE = [
    ("The minister joined her Kenyan colleague in Nairobi for talks.",
     "CONSULT: minister > Kenyan colleague; place Nairobi"),
    ("Nepal and India held a third round of talks in Delhi.", "CONSULT: Nepal & India > ; place Delhi; count ?"),
    ("The commander was killed in a 2008 raid by French troops.",
     "ASSAULT: French troops > commander; time 2008-01-01/2008-12-31; killed 1"),
    ("Militants raked the post with automatic fire.", "ASSAULT/firearms: Militants > post; by ?"),
    ("A bomb planted by the rebels killed two soldiers.", "ASSAULT: rebels > soldiers; killed 2; by bomb"),
    ("The regime uses hunger to kill and maim civilians.", "ASSAULT: regime > civilians\n"),
    ("Gunmen stormed the market, killing nine people and wounding three.",
     "ASSAULT: Gunmen > ?; killed 9; wounded 3"),
    ("Some 37 miners were killed and 60 were wounded.", "ASSAULT:  > miners; killed 37; wounded 60"),
]  # fmt: skip

TWO = [
    ("Canada welcomed French support for Niger.", "SUPPORT: Canada > ?\nSUPPORT: ? > ?"),
    ("The rebels executed four of their own men for the rape of two girls.",
     "ASSAULT: rebels > ?; killed 4\nASSAULT: ? > girls; count ?"),
    ("Troops retook Gao after a siege by the rebels.", "ASSAULT: Troops > ?; place Gao\nASSAULT: rebels > ?; place ?"),
    ("Gunmen killed a judge in Gao and wounded two guards in Mopti.",
     "ASSAULT: Gunmen > judge; place Gao; killed 1\nASSAULT: Gunmen > guards; place Mopti; wounded 2"),
    ("The gang abducted four drivers and burned their lorries.",
     "ASSAULT/abduct: gang > drivers; abducted 4\nASSAULT: gang > ?"),
]  # fmt: skip

ENDED = [
    ("The union suspended its strike on Friday.", "RETREAT: union > ?; time ?"),
    ("The council has forbidden attacks on officials.", "COERCE: council > ?"),
    ("The minister banned family visits.", "COERCE: minister > ?"),
]

GOING_ON = [
    ("The group forced 200 families to flee.", "FLEE: families > ; displaced 200\n..."),
    ("The police broke up a protest by students.", "PROTEST: students > \n..."),
]


@pytest.mark.parametrize(("text", "told"), ENDED)
def test_what_is_ended(text: str, told: str, check: Check) -> None:
    """Who stops or forbids an act tells that, and not once more that it is not done."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), GOING_ON)
def test_what_is_done(text: str, told: str, check: Check) -> None:
    """What somebody makes others do, or stops as they do it, is done."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), ONE)
def test_one_act(text: str, told: str, check: Check) -> None:
    """The word above tells it; who, whom, how and how many come from both."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), TWO)
def test_two_acts(text: str, told: str, check: Check) -> None:
    """Another doer, another sufferer, another place or an earlier time make a second act."""
    check(text, told)
