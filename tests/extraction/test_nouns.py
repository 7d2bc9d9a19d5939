"""Events told by nouns."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

NOMINALS = [
    ("The assassination of a Taliban official by ISKP took place in Jalalabad on Sunday.",
     "ASSAULT/targeted: ISKP > Taliban official; place Jalalabad; time 2021-09-19"),
    ("The killing of three teachers sparked protests.", "ASSAULT:  > teachers; killed 3\n..."),
    ("Israel's killing of three teachers sparked protests.", "ASSAULT: Israel > teachers; killed 3\n..."),
    ("Ahmed's killing sparked protests.", "ASSAULT:  > Ahmed; count ?\n..."),
    ("The abduction of 30 schoolgirls by gunmen drew condemnation.",
     "ASSAULT/abduct: gunmen > schoolgirls; abducted 30\n..."),
    ("The arrest of the general surprised many.", "COERCE/arrest:  > general; arrested 1"),
    ("The capture of Mekelle by rebels changed the war.", "ASSAULT/territory: rebels > ; place ?\n..."),
    ("The bombing of a hospital in Idlib by Syrian aircraft killed two nurses.",
     "ASSAULT: Syrian aircraft > ?; place Idlib; by ?; killed 2"),
    ("Attacks by Boko Haram on villages in Borno have displaced thousands of people.",
     "ASSAULT: Boko Haram > villages; place Borno; count ?\n..."),
    ("The withdrawal of French troops from Mali began in July.", "RETREAT: French troops > ; place ?; time ?"),
    ("The visit of the Chinese foreign minister to Dushanbe ended on Thursday.",
     "CONSULT/visit: Chinese foreign minister > ; place Dushanbe; time ?"),
]  # fmt: skip

POSSESSIVES = [
    ("ISKP's attack on the mosque lasted two hours.", "ASSAULT: ISKP > mosque"),
    ("Kabul's fall in August alarmed its neighbours.",
     "ASSAULT/territory:  > ?; place ?; time 2021-08-01/2021-08-31\n..."),
    ("Russia's invasion of Ukraine continues.", "ASSAULT: Russia > Ukraine; place ?"),
    ("The group's kidnapping of two nuns was condemned by the bishop.",
     "ASSAULT/abduct: group > nuns; abducted 2\nACCUSE: bishop > group; count ?"),
    ("The Taliban's seizure of the province came in June.", "ASSAULT/territory: Taliban > ?; place ?; time ?"),
    ("The minister's arrest came a day later.", "COERCE/arrest:  > minister; time ?; count ?"),
]  # fmt: skip

COMPOUNDS = [
    ("A Taliban attack on an army base left 12 soldiers dead.",
     "ASSAULT: Taliban > army base; place ?; killed 12"),
    ("A US drone strike killed a family of ten in Kabul.",
     "ASSAULT/drone: US > family; place Kabul; killed 10; by ?"),
    ("A car bomb attack on a convoy wounded five policemen.",
     "ASSAULT/explosives:  > ?; wounded 5; by car bomb"),
    ("Israeli air strikes hit two depots near Damascus.",
     "ASSAULT/aerial: Israeli > depots; place Damascus; count ?; by ?"),
    ("An ISKP claim of responsibility followed.", "CLAIM: ISKP > "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NOMINALS)
def test_nominal_events(text: str, told: str, check: Check) -> None:
    """Doer after "by", whom it befell after "of" or "on"."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), POSSESSIVES)
def test_possessives(text: str, told: str, check: Check) -> None:
    """The owner of an attack did it; the owner of an arrest or a fall suffered it."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), COMPOUNDS)
def test_compounds(text: str, told: str, check: Check) -> None:
    """A name before the noun says who, a weapon how."""
    check(text, told)
