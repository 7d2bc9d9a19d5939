"""Whom pronouns and definite nouns mean."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]
Code = Callable[[str], list]  # type: ignore[type-arg]

CASES = [
    ("ISKP has many enemies. It attacked a convoy on Monday.", "ASSAULT: #iskp > convoy; time 2021-09-20"),
    ("ISKP has many enemies. The group attacked a convoy on Monday.", "ASSAULT: #iskp > convoy; time 2021-09-20"),
    ("Boko Haram is weak. Its fighters attacked a convoy on Monday.",
     "ASSAULT: #boko-haram > convoy; time 2021-09-20"),
    ("Boko Haram is weak. Its commander attacked a convoy on Monday.",
     "ASSAULT: commander > convoy; time 2021-09-20"),
    ("Colonel Adama Sow lives in Kayes. He attacked a convoy on Monday.",
     "ASSAULT: Colonel Adama Sow > convoy; time 2021-09-20"),
    ("Angela Merkel lives in Berlin. She condemned Belarus on Monday.",
     "ACCUSE: Angela Merkel > Belarus; time 2021-09-20"),
    ("The gunmen came at night. They killed a guard.", "ASSAULT: gunmen > guard; count ?"),
    ("Al-Shabaab killed a guard and attacked a convoy before its men fled.",
     "ASSAULT: #al-shabaab > guard; count ?\nASSAULT: #al-shabaab > convoy\n..."),
    ("The rebels seized Mosul. The army attacked them on Monday.",
     "ASSAULT: rebels > ?; place Mosul\nASSAULT: army > rebels; time 2021-09-20"),
    ("Iran is a large country. The country condemned Israel on Monday.",
     "ACCUSE: Iran > Israel; time 2021-09-20"),
    ("Turkey rejected the demand. Its foreign minister criticised Greece.",
     "REJECT: Turkey > ?\nACCUSE: ? > Greece"),
    ("A soldier was guarding the gate. Rebels killed him.", "ASSAULT: Rebels > soldier; count ?"),
    ("It rained. The rebels attacked a convoy.", "ASSAULT: rebels > convoy"),
    ("It is clear that rebels attacked a convoy.", "ASSAULT: rebels > convoy"),
    ("Rebels attacked a convoy. It was carrying food.", "ASSAULT: Rebels > convoy\n..."),
    ("He attacked a convoy.", "ASSAULT:  > convoy"),
    ("I condemn the attack.", "ACCUSE:  > \n..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_antecedents(text: str, told: str, check: Check) -> None:
    """The name before, where it is clear; nobody where there is none."""
    check(text, told)


def test_mention_is_kept(code: Code) -> None:
    """The words of a participant are its antecedent's, its mention the pronoun itself."""
    (statement,) = code("ISKP has many enemies. It attacked a convoy.")
    (actor,) = statement.actors
    assert (actor.text, actor.start) == ("ISKP", 0)
    assert actor.mention is not None
    assert (actor.mention.text, actor.mention.start) == ("It", 23)
