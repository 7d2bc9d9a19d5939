"""Lasting relations, positions, forecasts and trends."""

from collections.abc import Callable

import pytest

from watchfloor.records import Statement

Code = Callable[[str], list[Statement]]
Check = Callable[[str, str], None]

RELATIONS = [
    ("Abu Musab al-Barnawi is the leader of ISWAP.", "LEADER: Abu Musab al-Barnawi > ISWAP"),
    ("ISWAP leader Abu Musab al-Barnawi arrived in May.", "LEADER: Abu Musab al-Barnawi > ISWAP; time ?\n..."),
    ("ISKP is a branch of the Islamic State.", "AFFILIATE: #iskp > #islamic-state"),
    ("ISKP, the Afghan branch of the Islamic State, is weak.", "AFFILIATE: #iskp > #islamic-state"),
    ("Hezbollah is an ally of Iran.", "ALLY: Hezbollah > Iran"),
    ("Our ally Turkey sent troops to Syria.", "ALLY: ? > ?\n..."),
    ("The Taliban and ISKP are rivals.", "RIVAL: Taliban & ISKP > "),
    ("ISKP is a rival of the Taliban.", "RIVAL: ISKP > Taliban"),
    ("The man is a member of Hamas.", "MEMBER: man > Hamas"),
    ("The student joined Al-Shabaab in 2012.", "MEMBER: student > #al-shabaab; time 2012-01-01/2012-12-31\n..."),
    ("The commander left the Taliban in May.", "MEMBER: commander > Taliban; time 2021-05-01/2021-05-31; negative"),
    ("The attacker was inspired by the Islamic State.", "INSPIRED_BY: attacker > #islamic-state"),
    ("Ansaru pledged allegiance to al-Qaeda.", "PLEDGE: Ansaru > al-Qaeda"),
]  # fmt: skip

UNNAMED = [
    "The leader of ISWAP arrived on Monday.",
    "Al-Shabaab banned schools, and its armed wing moved north.",
    "The commander of the US Navy, Michael Gilday, resigned.",
]

POSITIONS = [
    ("Pakistan supports the Taliban government.", "SUPPORT: Pakistan > Taliban government"),
    ("Russia is concerned about the Taliban.", "POSITION: Russia > Taliban; wary"),
    ("India opposes the agreement.", "POSITION: India > ?; hostile"),
    ("Tajikistan is hostile to the Taliban.", "POSITION: Tajikistan > Taliban; hostile"),
    ("Oman took a neutral position on the war.", "POSITION: Oman > ?; neutral"),
    ("Oman took a tough line on the war.", "POSITION: Oman > ?; hostile"),
    ("Oman favours neutral observers.", "POSITION: Oman > ?; supportive"),
    ("Uzbekistan remains neutral.", "POSITION: Uzbekistan > ; neutral"),
    ("The party welcomes the Russian president.", "SUPPORT: party > Russian president"),
]  # fmt: skip

FORECASTS = [
    ("ISKP will likely grow stronger.", "TREND|FORECAST: ISKP > ; predicted"),
    ("The conflict is likely to intensify.", "TREND|FORECAST:  > ; predicted"),
    ("The Taliban will probably face resistance.", "FORECAST: Taliban > ; predicted"),
    ("Attacks by ISKP in Nangarhar have increased.", "TREND: ISKP > ; place ?\n..."),
    ("ISKP has stepped up its attacks on the Taliban.", "ASSAULT: ISKP > Taliban\n..."),
    ("Violence in the province declined in August.", "TREND:  > ; place ?; time 2021-08-01/2021-08-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), RELATIONS)
def test_relations(text: str, told: str, check: Check) -> None:
    """Both sides are named, or there is no relation."""
    check(text, told)


@pytest.mark.parametrize("text", UNNAMED)
def test_nobody_is_named(text: str, code: Code) -> None:
    """A leader or a wing without a name is only one who acts, and an official's title is none of his deeds."""
    assert not [s for s in code(text) if s.kind == "relation"]


@pytest.mark.parametrize(("text", "told"), POSITIONS)
def test_positions(text: str, told: str, check: Check) -> None:
    """Whose, about whom, and how minded."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), FORECASTS)
def test_forecasts_and_trends(text: str, told: str, check: Check) -> None:
    """What is foreseen, and what rises or falls."""
    check(text, told)
