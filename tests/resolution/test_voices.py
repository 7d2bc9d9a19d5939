"""What a voice is, and whether it has a name."""

import pytest

from watchfloor.knowledge import Knowledge
from watchfloor.records import Voice
from watchfloor.resolution.voices import VoiceTypes

CASES = [
    ("Reuters", "agency", False),
    ("Dawn", "outlet", False),
    ("two officials", "official", True),
    ("officials", "official", True),
    ("security official in Peshawar", "official", True),
    ("residents of Gao", "person", True),
    ("witnesses", "person", True),
    ("sources", "official", True),
    ("rebel commander", "group", True),
    ("army", "official", False),
    ("Ministry of Defence", "official", False),
    ("recent poll", "document", False),
    ("leaked letter", "document", False),
    ("Mary Okoro", "official", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def types(known: Knowledge) -> VoiceTypes:
    return VoiceTypes(known.sources, known.roles)


@pytest.mark.parametrize(("words", "role", "anonymous"), CASES)
def test_role_and_name(types: VoiceTypes, words: str, role: str, anonymous: bool) -> None:
    text = f"Rebels attacked the convoy, {words} said."
    start = text.index(words)
    voice = types.typed(Voice("official", words, start, start + len(words)), text)
    assert (voice.role, voice.anonymous) == (role, anonymous)


def test_an_office_names_its_holder(types: VoiceTypes) -> None:
    text = "Rebels attacked the convoy, the interior minister said."
    voice = types.typed(Voice("official", "interior minister", 32, 49), text)
    assert text[32:49] == "interior minister"
    assert not voice.anonymous


def test_a_registered_group(types: VoiceTypes) -> None:
    voice = types.typed(Voice("official", "Taliban", 0, 7), "Taliban said so.", "taliban", "armed-group")
    assert (voice.role, voice.id, voice.anonymous) == ("group", "taliban", False)
