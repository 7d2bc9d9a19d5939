"""Places in context: what mentions resolve to, how precisely, and what stays unresolved."""

import pytest

from watchfloor.knowledge import places
from watchfloor.resolution.places import PlaceMention, PlaceResolver, ResolvedPlace


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver(places.load(), {"Afghan": "AFG", "Pakistani": "PAK", "Iraqi": "IRQ"})


def story(resolver: PlaceResolver, text: str, *names: str) -> dict[str, ResolvedPlace | None]:
    """Resolve the names where they stand in a text, together."""
    mentions = [PlaceMention(name, text.index(name)) for name in names]
    return dict(zip(names, resolver.resolve_all(mentions, text=text), strict=True))


# Mention, countries of the context, then name, country, admin1 and precision.
CASES = [
    ("Tajikistan", (), ("Tajikistan", "TJK", None, "country")),
    ("Helmand", (), ("Helmand", "AFG", "Helmand", "admin1")),
    ("Helmand province", (), ("Helmand", "AFG", "Helmand", "admin1")),
    ("the province of Helmand", (), ("Helmand", "AFG", "Helmand", "admin1")),
    ("Khyber Pakhtunkhwa province", (), ("Khyber Pakhtunkhwa", "PAK", "Khyber Pakhtunkhwa", "admin1")),
    ("Borno State", (), ("Borno", "NGA", "Borno", "admin1")),
    ("Mosul", (), ("Mosul", "IRQ", "Nineveh", "city")),
    ("the city of Mosul", (), ("Mosul", "IRQ", "Nineveh", "city")),
    ("Kiev", (), ("Kyiv", "UKR", "Kyiv City", "city")),
    ("Aleppo", (), ("Aleppo", "SYR", "Aleppo", "city")),
    ("Aleppo province", (), ("Aleppo", "SYR", "Aleppo", "admin1")),
    ("northwestern Syria", (), ("northwestern Syria", "SYR", None, "country")),
    ("north-eastern Syria", (), ("north-eastern Syria", "SYR", None, "country")),
    ("eastern Ukraine", (), ("eastern Ukraine", "UKR", None, "country")),
    ("southern Helmand", (), ("southern Helmand", "AFG", "Helmand", "admin1")),
    ("western Aleppo", (), ("western Aleppo", "SYR", "Aleppo", "city")),
    ("South Sudan", (), ("South Sudan", "SSD", None, "country")),
    ("North Korea", (), ("North Korea", "PRK", None, "country")),
    ("West Bank", (), ("West Bank", "PSE", "West Bank", "admin1")),
    ("North Waziristan", (), ("North Waziristan", "PAK", "Khyber Pakhtunkhwa", "admin1")),
    ("Kabul airport", (), ("Kabul International Airport", "AFG", "Kabul", "point")),
    ("Bagram air base", (), ("Bagram Air Base", "AFG", "Parwan", "point")),
    ("Erbil airport", (), ("Erbil airport", "IRQ", "Erbil", "city")),
    ("Kabul University", (), ("Kabul University", "AFG", "Kabul", "city")),
    ("near Sarmada", (), ("Sarmada", "SYR", "Idlib", "city")),
    ("the outskirts of Homs", (), ("Homs", "SYR", "Homs", "city")),
    ("Qandahar", (), ("Kandahar", "AFG", "Kandahar", "city")),
    ("Nagorno-Karabakh", (), ("Nagorno-Karabakh", "AZE", None, "admin1")),
    ("Tripoli", ("LBN", "LBN", "LBN"), ("Tripoli", "LBN", "North Governorate", "city")),
    ("Tripoli", ("LBY",), ("Tripoli", "LBY", "Tripoli", "city")),
    ("Tripoli", (), ("Tripoli", "LBY", "Tripoli", "city")),
    ("Jalalabad", ("AFG",), ("Jalalabad", "AFG", "Nangarhar", "city")),
    ("Washington", (), ("Washington", "USA", "District of Columbia", "city")),
    ("Georgia", (), ("Georgia", "GEO", None, "country")),
    ("Lamu county", (), ("Lamu", "KEN", "Lamu", "admin1")),
    ("Kandahar district", (), ("Kandahar", "AFG", "Kandahar", "city")),
    ("New York", (), ("New York City", "USA", "New York", "city")),
    ("Luanda", (), ("Luanda", "AGO", "Luanda", "city")),
    ("Mecca", (), ("Makkah", "SAU", "Mecca", "city")),
    ("Rangoon", (), ("Yangon", "MMR", "Yangon", "city")),
    ("the Afghan capital", (), ("Kabul", "AFG", "Kabul", "city")),
    ("Iraqi border", (), ("Iraqi border", "IRQ", None, "country")),
    ("other parts of Anbar Province", (), ("other parts of Anbar Province", "IRQ", "Anbar", "admin1")),
    ("rebel-held Aleppo", (), ("rebel-held Aleppo", "SYR", "Aleppo", "city")),
    ("the coast of Aceh", (), ("Aceh", "IDN", "Aceh", "admin1")),
    ("Licking County", (), ("Licking County", "USA", "Ohio", "admin1")),
    ("Oxfordshire", (), ("Oxfordshire", "GBR", "England", "admin1")),
    ("County Kerry", (), ("County Kerry", "IRL", "Munster", "admin1")),
    ("Gaza", (), ("Gaza Strip", "PSE", "Gaza Strip", "admin1")),
]


@pytest.mark.parametrize(("text", "context", "expected"), CASES)
def test_one_mention(
    resolver: PlaceResolver, text: str, context: tuple[str, ...], expected: tuple[str, str, str, str]
) -> None:
    place = resolver.resolve(text, context=context)
    assert place is not None and place.latitude is not None and place.longitude is not None
    plain = place.name.translate(str.maketrans("āīū", "aiu"))
    assert (plain, place.country, place.admin1, place.precision) == expected


@pytest.mark.parametrize(
    "text", ["Afghan", "the border", "there", "the village", "Iraqi", "the northern provinces", ""]
)
def test_what_is_no_place(resolver: PlaceResolver, text: str) -> None:
    assert resolver.resolve(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Springfield",
        "San Antonio de Nowhere",
        "Sahel",
        "the Middle East",
        "Zubayristan",
        "EU",
        "Orange County",
        "Google",
    ],
)
def test_what_stays_unresolved_keeps_its_name_and_has_no_point(resolver: PlaceResolver, text: str) -> None:
    place = resolver.resolve(text)
    assert place is not None and place.precision == "unresolved"
    assert (place.latitude, place.longitude, place.geonames) == (None, None, None)
    assert place.name in text


@pytest.mark.parametrize(
    ("text", "within", "country", "admin1"),
    [
        ("Jalalabad", ("Afghanistan",), "AFG", "Nangarhar"),
        ("Jalalabad", ("Uttar Pradesh",), "IND", "Uttar Pradesh"),
        ("Hyderabad", ("Sindh",), "PAK", "Sindh"),
        ("Hyderabad", ("India",), "IND", "Telangana"),
        ("Lashkar Gah", ("Helmand",), "AFG", "Helmand"),
        ("Springfield", ("Massachusetts",), "USA", "Massachusetts"),
        ("Athens", ("Georgia",), "USA", "Georgia"),
        ("Punjab", ("Pakistan",), "PAK", "Punjab"),
        ("Punjab", ("India",), "IND", "Punjab"),
    ],
)
def test_a_stated_container_decides(
    resolver: PlaceResolver, text: str, within: tuple[str, ...], country: str, admin1: str
) -> None:
    place = resolver.resolve(text, within=within)
    assert place is not None and (place.country, place.admin1) == (country, admin1)


def test_an_unknown_place_is_as_precise_as_its_container(resolver: PlaceResolver) -> None:
    place = resolver.resolve("Qala-e-Nowhere", within=("Helmand province",))
    assert place is not None
    assert (place.name, place.admin1, place.precision, place.geonames) == ("Qala-e-Nowhere", "Helmand", "admin1", None)


def test_a_known_name_elsewhere_does_not_override_the_container(resolver: PlaceResolver) -> None:
    place = resolver.resolve("Paris", within=("Helmand",))
    assert place is not None and (place.name, place.country, place.precision) == ("Paris", "AFG", "admin1")


def test_containers_are_read_off_the_text(resolver: PlaceResolver) -> None:
    found = story(resolver, "A bomb went off in Hyderabad, Pakistan, police said.", "Hyderabad", "Pakistan")
    assert found["Hyderabad"] and found["Hyderabad"].country == "PAK"
    found = story(resolver, "Two died in the Shahbaz Khel area of Peshawar.", "Shahbaz Khel", "Peshawar")
    assert found["Shahbaz Khel"] and found["Shahbaz Khel"].country in ("PAK", None)
    found = story(resolver, "Troops entered Pakistan's Tirah Valley.", "Pakistan's", "Tirah Valley")
    assert found["Tirah Valley"] and (found["Tirah Valley"].country, found["Tirah Valley"].precision) == (
        "PAK",
        "country",
    )


def test_what_follows_a_country_after_a_comma_does_not_hold_it(resolver: PlaceResolver) -> None:
    text = "After attacks inside Turkey, the United States offered help."
    found = story(resolver, text, "Turkey", "United States")
    assert found["Turkey"] and found["Turkey"].country == "TUR"


def test_the_word_before_an_article_belongs_to_the_name(resolver: PlaceResolver) -> None:
    found = story(resolver, "Guards left Dayr az Zawr, Syria.", "az Zawr", "Syria")
    assert found["az Zawr"] and (found["az Zawr"].name, found["az Zawr"].country) == ("Deir ez-Zor", "SYR")


def test_a_county_and_its_seat_tell_of_each_other(resolver: PlaceResolver) -> None:
    found = story(resolver, "Walker County judges met in Huntsville.", "Walker County", "Huntsville")
    assert [place and place.admin1 for place in found.values()] == ["Texas", "Texas"]


def test_a_list_is_no_container(resolver: PlaceResolver) -> None:
    text = "It has cells in Zanjabad, Iraq and Turkey."
    found = story(resolver, text, "Zanjabad", "Iraq", "Turkey")
    assert found["Zanjabad"] and found["Zanjabad"].country is None
    found = story(resolver, "Attacks were reported in Kabul, Herat, and Kandahar.", "Kabul", "Herat", "Kandahar")
    assert [place and place.country for place in found.values()] == ["AFG", "AFG", "AFG"]


def test_mentions_tell_of_each_other(resolver: PlaceResolver) -> None:
    text = "Fighting near Tripoli in northern Lebanon spread to Akkar; Beirut and Sidon stayed calm."
    found = story(resolver, text, "Tripoli", "Lebanon", "Akkar", "Beirut", "Sidon")
    assert found["Tripoli"] and found["Tripoli"].country == "LBN"
    text = "Insurgents burned houses near Palma and Macomia in Cabo Delgado, Mozambique; people fled to Pemba."
    found = story(resolver, text, "Palma", "Macomia", "Cabo Delgado", "Mozambique", "Pemba")
    assert {place.country for place in found.values() if place} == {"MOZ"}


def test_a_village_elsewhere_is_not_taken_for_an_unknown_place(resolver: PlaceResolver) -> None:
    text = "Gunmen killed a guard in Zhari. Kandahar, Helmand and Kabul in Afghanistan saw protests."
    found = story(resolver, text, "Kandahar", "Helmand", "Kabul", "Afghanistan")
    assert {place.country for place in found.values() if place} == {"AFG"}
    mentions = [PlaceMention("Victory", 0), PlaceMention("Kabul", 40), PlaceMention("Afghanistan", 80)]
    victory = resolver.resolve_all(mentions)[0]
    assert victory is not None and victory.precision == "unresolved"


def test_order_of_mentions_does_not_matter(resolver: PlaceResolver) -> None:
    mentions = [
        PlaceMention("Tripoli", 10),
        PlaceMention("Beirut", 60),
        PlaceMention("Sidon", 90),
        PlaceMention("Zahle", 130),
    ]
    forward = resolver.resolve_all(mentions)
    assert resolver.resolve_all(mentions[::-1]) == forward[::-1]


def test_one_answer_for_each_mention_in_order(resolver: PlaceResolver) -> None:
    mentions = [
        PlaceMention("the border"),
        PlaceMention("Kabul", 20),
        PlaceMention("Afghan", 30),
        PlaceMention("Kabul", 50),
    ]
    first, kabul, afghan, again = resolver.resolve_all(mentions)
    assert first is None and afghan is None
    assert kabul == again and kabul is not None and kabul.geonames == 1138958
    assert resolver.resolve_all([]) == []


def test_nationality_adjectives_tell_of_a_country(resolver: PlaceResolver) -> None:
    alone = resolver.resolve("Hyderabad")
    with_adjective = resolver.resolve_all(
        [PlaceMention("Hyderabad", 0), *(PlaceMention("Pakistani", i) for i in range(10, 60, 10))]
    )[0]
    assert alone and alone.country == "IND"
    assert with_adjective and with_adjective.country != "IND"
