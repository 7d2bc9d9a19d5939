"""Mentions to actors: names, role nouns, what the text defines, and what must stay unresolved."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchfloor.knowledge import Knowledge
from watchfloor.resolution.actors import ActorResolver


@pytest.fixture(scope="module")
def resolver(known: Knowledge) -> ActorResolver:
    return ActorResolver(known)


RESOLVED = [
    # names and their variants
    ("Islamic State", "islamic-state"),
    ("Da’esh", "islamic-state"),
    ("the Islamic State of Iraq and the Levant", "islamic-state"),
    ("IS in Central Africa Province", "iscap"),
    ("Al Shabab", "al-shabaab"),
    ("Taleban", "taliban"),
    ("Hizbollah", "hezbollah"),
    ("Jemaah Islamiya", "jemaah-islamiyah"),
    ("Tehrik-i-Taliban Pakistan (TTP)", "ttp"),
    ("U.S.", "usa"),
    ("Türkiye", "tur"),
    ("World Food Program", "wfp"),
    ("Khurasan Province", "iskp"),
    ("Islamic State in East Africa Province", "islamic-state"),
    # states by other words
    ("Moscow", "rus"),
    ("Iraqis", "irq"),
    ("three Pakistanis", "pak.civilian"),
    ("young Somalis", "som.civilian"),
    # a state and a role
    ("grand mufti of Tajikistan", "tjk.religious"),
    ("the Omani grand mufti", "omn.religious"),
    ("Omani police", "omn.police"),
    ("Pakistani intelligence official", "pak.intelligence"),
    ("Iraqi Security Forces", "irq.security"),
    ("Pakistan’s army", "pak.military"),
    ("commander of the Somali army", "som.military"),
    ("Israeli troops", "isr.military"),
    ("the Tatmadaw", "mmr.military"),
    ("Government of Iraq", "irq.government"),
    ("the Ukrainian people", "ukr.civilian"),
    ("police in Pakistan", "pak.police"),
    ("Syrian opposition forces", "syr.rebel"),
    ("Nigerian interior ministry spokesman", "nga.government"),
    ("Togolese foreign minister Robert Dussey", "tgo.government"),
    ("Malaysia's Prime Minister, whoever that is", "mys.government"),
    ("two Indonesian fishermen", "idn.labour"),
    ("anti-government Iranian protesters", "irn.civilian"),
    # a group and its people
    ("Taliban members", "taliban"),
    ("58 Jemaah Islamiya members", "jemaah-islamiyah"),
    ("ISKP fighters", "iskp"),
    ("Jordanian IS member", "islamic-state"),
    ("militants of the Islamic State West Africa Province", "iswap"),
    ("militant group Boko Haram", "boko-haram"),
    ("Shekau’s fighters", "boko-haram"),
    ("the Assad regime", "syr.government"),
    ("UN peacekeepers", "un-peacekeepers"),
    # people
    ("Foreign Secretary Boris Johnson", "boris-johnson"),
    ("U.S. Secretary of State Kerry", "john-kerry"),
    ("Mevlut Cavusoglu", "mevlut-cavusoglu"),
    # a slip in a long name
    ("Kurdistan Workars' Party", "pkk"),
]


@pytest.mark.parametrize(("text", "actor"), RESOLVED)
def test_resolved(resolver: ActorResolver, text: str, actor: str) -> None:
    found = resolver.resolve(text)
    assert found and found.id == actor
    assert found.how


UNRESOLVED = [
    "four youths",
    "the group",
    "U.S. and Afghan government soldiers",
    "Foreign Ministers of Germany, France, and Ukraine",
    "partners in Syria, Iraq, and Lebanon",
    "the Taliban and al-Qaida",
    "Georgian-era house",
    "Turkey sandwich",
    "turkey",
    "is",
    "us",
    "who",
    "Jordan Smith",
    "Chad Brown",
    "Israel Rodríguez",
    "Iranian-backed militia",
    "Taliban-held district",
    "Taliban defectors",
    "Taliban convicts",
    "former Pakistani intelligence official",
    "Pakistan Muslim League leader",
    "British Red Cross",
    "soldiers in Iraq",
    "ally of Russia",
    "rival of Boko Haram",
    "an affiliate of al-Qaida",
    "Congolese troops",
    "the police",
    "Democratic Party",
    "",
    "()",
    "2021",
]


@pytest.mark.parametrize("text", UNRESOLVED)
def test_unresolved(resolver: ActorResolver, text: str) -> None:
    assert resolver.resolve(text) is None


@pytest.mark.parametrize(
    ("text", "countries", "actor"),
    [
        ("the police", ["PAK"], "pak.police"),
        ("the interior ministry", ["TUR"], "tur.government"),
        ("the police", ["PAK", "AFG"], None),
        ("soldiers", ["PAK"], None),
        ("a policeman", ["PAK"], None),
        ("Congolese troops", ["COD", "RWA"], "cod.military"),
        ("ADF", [], "adf"),
        ("ADF", ["AUS"], "aus.military"),
        ("SDF", ["JPN"], "jpn.military"),
        ("al-Shabaab", ["MOZ"], "is-mozambique"),
        ("Ansar al-Sharia", [], None),
        ("Ansar al-Sharia", ["LBY"], "ansar-al-sharia-libya"),
    ],
)
def test_countries_at_hand(resolver: ActorResolver, text: str, countries: list[str], actor: str | None) -> None:
    found = resolver.resolve(text, countries=countries)
    assert (found and found.id) == actor


def test_as_of_a_day(resolver: ActorResolver) -> None:
    then, now = (resolver.resolve("Nusra Front", on=day) for day in (date(2013, 1, 1), date(2020, 1, 1)))
    assert then and now and (then.id, then.name) == ("hts", "Jabhat al-Nusra") and now.name == "Hay'at Tahrir al-Sham"
    before, after = (resolver.resolve("Afghan police", on=day) for day in (date(2020, 1, 1), date(2023, 1, 1)))
    assert before and after and (before.name, after.name) == ("Afghan National Police", "Afghan police")
    leader = resolver.resolve("Bin Laden's fighters", on=date(2001, 9, 20))
    assert leader and leader.id == "al-qaida"


def test_what_is_told_of_an_actor(resolver: ActorResolver) -> None:
    found = resolver.resolve("Pakistani intelligence official")
    assert found and (found.name, found.type, found.country, found.sector) == (
        "Pakistani intelligence", "intelligence", "PAK", "intelligence",
    )  # fmt: skip
    assert found.how == "'intelligence official' of Pakistan"
    capital = resolver.resolve("Moscow")
    assert capital and capital.how == "capital of Russia"


def test_the_head_says_where_the_noun_phrase_ends(resolver: ActorResolver) -> None:
    found = resolver.resolve("Iraqi soldiers wounded yesterday", head="soldiers")
    assert found and found.id == "irq.military"
    assert resolver.resolve("Iraqi soldiers wounded yesterday") is None


DEFINED = [
    ("the Islamic State in Khorasan Province (ISKP) said", {"ISKP": "iskp"}),
    ("the Allied Democratic Forces, or ADF, killed", {"ADF": "adf"}),
    ("ISWAP (Islamic State West Africa Province) claimed", {"ISWAP": "iswap"}),
    ("the Doves Liberation Front (DLF) and the Islamic State (IS)", {"DLF": None, "IS": "islamic-state"}),
    ("Islamic State of the Greater Sahara Region (ISGS)", {"ISGS": "isgs"}),
    ("Kenya Defence Forces (KDF)", {"KDF": "ken.military"}),
    ("he was killed (AFP, May 3) in Mali (BBC)", {}),
    ("the attack (see map) came late (Monday)", {}),
]


@pytest.mark.parametrize(("text", "expected"), DEFINED)
def test_definitions(resolver: ActorResolver, text: str, expected: dict[str, str | None]) -> None:
    found = resolver.definitions(text)
    assert {short: definition.actor and definition.actor.id for short, definition in found.items()} == expected


def test_what_a_text_defines_is_meant_in_it(resolver: ActorResolver) -> None:
    definitions = resolver.definitions("The Aid for Doves Foundation (ADF) met the Free Papua Movement (FPM).")
    assert resolver.resolve("ADF", definitions=definitions) is None
    assert resolver.resolve("the ADF", definitions=definitions) is None
    found = resolver.resolve("FPM fighters", definitions=definitions)
    assert found and found.id == "opm"


def test_is_name(resolver: ActorResolver) -> None:
    assert resolver.is_name("the Taliban") and resolver.is_name("ISKP")
    assert not resolver.is_name("Taliban fighters") and not resolver.is_name("Moscow")


WORDS = [
    "the",
    "Taliban",
    "U.S.",
    "and",
    "of",
    "Pakistan's",
    "army",
    "(",
    ")",
    "ISKP",
    ",",
    "'s",
    "al-",
    "Da’esh",
    "\n",
    "is",
    "-",
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=12).map(" ".join))
def test_any_text_will_do(resolver: ActorResolver, text: str) -> None:
    hits = resolver.find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(a.end <= b.start for a, b in zip(hits, hits[1:], strict=False))
    definitions = resolver.definitions(text)
    assert all(d.short in text and d.long in text for d in definitions.values())
    assert resolver.resolve(text, definitions=definitions) == resolver.resolve(text, definitions=definitions)
