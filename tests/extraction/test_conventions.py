"""Hard cases: what coders have agreed on, and longer sentences that put several constructions together."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

SETTLED = [
    ("The army and the rebels exchanged fire near Gao.", "ASSAULT/firearms: army & rebels > ; place Gao"),
    ("Gunmen clashed with soldiers in Gao.", "ASSAULT: Gunmen > soldiers; place Gao"),
    ("The agreement between Baku and Yerevan was published.", "AGREE: Baku & Yerevan > \n..."),
    ("The foreign ministers of Egypt and Sudan met in Cairo.",
     "CONSULT: foreign ministers of Egypt and Sudan > ; place Cairo"),
    ("The army found the bodies of five farmers.", "DIE: farmers > ; killed 5"),
    ("The president died of a stroke.", "DIE: president > ; count ?"),
    ("Nine people died when a bus fell into a ravine.", "DIE: people > ; killed 9"),
    ("The rebels violated the ceasefire.", "ASSAULT|REJECT: rebels > \n..."),
    ("The Security Council adopted a resolution.", "AGREE: Security Council > "),
    ("The militia stated that it would attack the convoy.", "THREATEN|ASSAULT: militia > ?\n..."),
    ("The rebels have control of the town.", "ASSAULT/territory: rebels > ?; place ?"),
    ("Uganda denied the inspectors access to the camp.", "REJECT|COERCE: Uganda > inspectors\n..."),
    ("The European Union remains committed to the ceasefire.", "AGREE: European Union > "),
    ("The United States will continue to strike ISKP.", "ASSAULT: United States > #iskp; planned"),
    ("The commander admitted that his men had killed the driver.",
     "ASSAULT: ? > driver; count ?; speaker commander\n..."),
    ("The spokesman declined to comment.", "REJECT: spokesman > \n..."),
    ("Troops are stationed at the border.", "MOBILIZE: ? > ; place ?\n..."),
    ("The group published a video on Telegram.", "PROPAGANDA: group > "),
    ("Al-Shabaab recruited 30 teenagers in Nairobi.", "RECRUIT: #al-shabaab > teenagers; place Nairobi; count ?"),
    ("Russian instructors trained 200 soldiers in Bangui.",
     "TRAIN: Russian instructors > soldiers; place Bangui; count ?"),
    ("The refugees were moved to a camp in Chad.", "TRANSFER:  > refugees; place ?"),
    ("Smugglers moved weapons to Yemen.", "TRANSFER: Smugglers > weapons; place ?"),
    ("The rebels agreed to a ceasefire.", "AGREE: rebels > \n..."),
    ("The government lifted the curfew.", "CONCEDE|COERCE|RETREAT: government > \n..."),
    ("The army invited the rebels to talks.", "CONSULT: army > rebels\n..."),
    ("Saudi Arabia congratulated the new president.", "SUPPORT: Saudi Arabia > new president"),
    ("The judge opened an investigation into the general.", "ACCUSE: judge > general"),
    ("India and Japan held joint exercises.", "COOPERATE|MOBILIZE: India & Japan > \n..."),
]  # fmt: skip

WHOLE = [
    ("Two gunmen on a motorcycle shot dead a tribal elder in the Pakistani city of Quetta on September 18, police "
     "said, and no group has claimed responsibility.",
     "ASSAULT/firearms: gunmen > tribal elder; place Pakistani city of Quetta; time 2021-09-18; count ?; "
     "speaker police\n"
     "CLAIM: ? > ; negative; speaker ?"),
    ("On September 6, the Somali army, backed by US drones, recaptured the town of Amara from Al-Shabaab.",
     "ASSAULT/territory: Somali army > #al-shabaab; place town of Amara; time 2021-09-06; by ?\n..."),
    ("The interior ministry said on Monday that security forces had killed 14 militants and arrested three others in "
     "an operation in Sinai.",
     "ASSAULT: security forces > militants; place ?; time ?; killed 14; speaker interior ministry\n"
     "COERCE/arrest: security forces > ?; place ?; time ?; arrested 3; speaker interior ministry\n..."),
    ("Following the attack, the president of Mali, who was visiting Paris, accused Algeria of supporting the rebels.",
     "ACCUSE: president of Mali > Algeria\n..."),
    ("• Gunmen kidnapped six pupils in Kaduna on Sunday\n• The army freed four of them on Tuesday",
     "ASSAULT/abduct: Gunmen > pupils; place Kaduna; time 2021-09-19; abducted 6\n"
     "RETREAT: army > ?; time 2021-09-21; count ?"),
    ("Gen. Ahmed Saleh was killed on Sept. 20 in an ambush on the U.S. convoy near Mosul.",
     "ASSAULT: ? > ?; place Mosul; time 2021-09-20; count ?\n..."),
    ("ISKP, which the Taliban had dismissed as defeated, attacked a gathering of Taliban fighters in Jalalabad on "
     "September 19, killing at least three.",
     "ASSAULT: #iskp > ?; place Jalalabad; time 2021-09-19; killed 3-\n..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SETTLED)
def test_settled_cases(text: str, told: str, check: Check) -> None:
    """One convention each: mutual acts, deaths, control, promises, refusals and the like."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_whole_sentences(text: str, told: str, check: Check) -> None:
    """Sentences as briefs have them."""
    check(text, told)
