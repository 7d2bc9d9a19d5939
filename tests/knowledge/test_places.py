"""The gazetteer: what its names stand for, and that its tables hold together."""

import csv
from pathlib import Path
from typing import Any

import pytest

from compile_places import encode
from watchfloor.knowledge import places
from watchfloor.knowledge.files import DATA
from watchfloor.knowledge.folding import fold
from watchfloor.knowledge.place_index import PlaceIndex
from watchfloor.knowledge.places import Places


@pytest.fixture(scope="module")
def gazetteer() -> Places:
    return places.load()


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana'a", "Sanaa"),
        ("al-Bab", "El Bab"),
        ("Ar-Raqqah", "al-Raqqah"),
        ("Ash Shaddadi", "al-Shaddadi"),
        ("Deir ez-Zor", "Dayr az-Zor"),
        ("Tall Abyad", "Tel Abyaḑ"),
        ("St. Louis", "Saint Louis"),
        ("Kraków", "Krakow"),
        ("Łódź", "Lodz"),
        ("Şırnak", "Sirnak"),
        ("N'Djamena", "Ndjamena"),
        ("The Gambia", "Gambia"),
        ("Khan  Younis", "KHAN YOUNIS"),
    ],
)
def test_spellings_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada", "Al Ada"), ("Astana", "Al Tana"), ("Tal", "Tall"), ("Niger", "Nigeria"), ("Mali", "Malia"), ("As", "Al")],
)
def test_other_names_keep_other_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_index_finds_first_and_other_names(index: PlaceIndex) -> None:
    (kyiv,) = [index.city(number) for number, alias in index.postings(fold("Kiev")) if alias][:1]
    assert (kyiv.name, kyiv.country, kyiv.geonames) == ("Kyiv", "UA", 703448)
    populations = [index.population(number) for number, _ in index.postings("springfield")]
    assert len(populations) > 20 and populations == sorted(populations, reverse=True)


@pytest.mark.parametrize("key", ["", "a", "zzzzzz", "kabulx", "kabu"])
def test_the_index_finds_nothing_for_what_is_no_name(index: PlaceIndex, key: str) -> None:
    assert all(fold(index.city(number).name) == key or alias for number, alias in index.postings(key))


def test_every_first_name_of_the_index_leads_to_its_place(index: PlaceIndex) -> None:
    for number in range(0, len(index), 4001):
        assert number in [n for n, _ in index.postings(fold(index.city(number).name))]


def city(number: int, name: str, population: int, country: str = "SY", **more: object) -> dict[str, Any]:
    point = {"latitude": 30 + number / 10, "longitude": 40.0}
    empty = {"admin1code": "01", "alternatenames": []}
    return {
        "geonameid": number,
        "name": name,
        "population": population,
        "countrycode": country,
        **point,
        **empty,
        **more,
    }


def test_what_is_compiled_is_found(tmp_path: Path) -> None:
    cities = [city(i, f"Town{i:02}", 1000 + i) for i in range(40)]
    cities += [city(100 + i, "Sameham", i) for i in range(300)]
    cities += [city(900, "Al Ḩalab", 5000, alternatenames=["Aleppo", "ALP", "halab", "حلب"], admin1code="02")]
    (tmp_path / "index.bin").write_bytes(encode(cities))
    assert encode(cities[::-1]) == encode(cities)
    index = PlaceIndex(tmp_path / "index.bin")
    assert len(index) == 341
    for i in range(40):
        ((number, alias),) = index.postings(f"town{i:02}")
        assert (index.city(number).geonames, alias) == (i, False)
    assert [index.population(number) for number, _ in index.postings("sameham")] == list(range(299, -1, -1))
    ((number, alias),) = index.postings("aleppo")
    assert alias and index.city(number).name == "Al Ḩalab" and index.city(number).division == "02"
    assert not index.postings("alp") and not index.postings("halab") and not index.postings("zz")
    assert index.divisions["SY", "02"].population == 5000


def test_a_division_across_the_180th_meridian_has_its_middle_there(tmp_path: Path) -> None:
    cities = [city(1, "East", 1, longitude=176.0), city(2, "West", 1, longitude=-176.0)]
    (tmp_path / "index.bin").write_bytes(encode(cities))
    middle = PlaceIndex(tmp_path / "index.bin").divisions["SY", "01"].longitude
    assert abs(abs(middle) - 180) < 0.5


def test_another_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "index.bin").write_bytes(b"something else entirely")
    with pytest.raises(ValueError, match="no place index"):
        PlaceIndex(tmp_path / "index.bin")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Syria", "country"),
        ("DR Congo", "country"),
        ("US", "country"),
        ("U.S.", "country"),
        ("Georgia", "country"),
        ("Sahel", "region"),
        ("Levant", "region"),
        ("Helmand", "admin1"),
        ("al-Anbar", "admin1"),
        ("Khyber Pakhtunkhwa", "admin1"),
        ("Bagram", "feature"),
        ("Golan Heights", "feature"),
        ("Mosul", "city"),
        ("Lashkar Gah", None),  # 44,000 inhabitants: a name only where the text says that it is a place
        ("us", None),
        ("bay", None),
        ("van", None),
        ("Mass", None),
        ("Afghan", None),
        ("Islamist", None),
        ("Monday", None),
        ("Parliament", None),
    ],
)
def test_a_name_at_first_sight(gazetteer: Places, text: str, kind: str | None) -> None:
    assert gazetteer.kind(text) == kind
    assert gazetteer.is_place_name(text) is (kind is not None)


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [
        ("Syria", "SYR"), ("SY", "SYR"), ("SYR", "SYR"), ("Burma", "MMR"), ("UK", "GBR"), ("Türkiye", "TUR"),
        ("NO", "NOR"), ("Kosovo", "XKX"), ("Palestine", "PSE"), ("Atlantis", None), ("no", None), ("Kabul", None),
    ],
)  # fmt: skip
def test_countries_by_name_and_code(gazetteer: Places, text: str, alpha3: str | None) -> None:
    assert gazetteer.country(text) == alpha3


def test_one_name_gives_all_its_places(gazetteer: Places) -> None:
    found = gazetteer.find("Jalalabad")
    assert {"AFG", "IND"} <= {entry.country for entry in found}
    assert [entry.level for entry in gazetteer.find("Punjab")][:2] == ["admin1", "admin1"]


def test_divisions_have_a_point_in_their_country(gazetteer: Places) -> None:
    (helmand,) = [entry for entry in gazetteer.find("Helmand") if entry.level == "admin1"]
    assert helmand.latitude == pytest.approx(31.5, abs=1.0) and helmand.longitude == pytest.approx(64.0, abs=1.0)
    (chukotka,) = [entry for entry in gazetteer.find("Chukotka") if entry.level == "admin1"]
    assert chukotka.longitude is not None and (chukotka.longitude > 160 or chukotka.longitude < -165)


def test_regions_have_no_point(gazetteer: Places) -> None:
    (sahel,) = [entry for entry in gazetteer.find("Sahel") if entry.level == "region"]
    assert (sahel.country, sahel.latitude) == (None, None)


def test_nothing_stands_at_zero_zero(gazetteer: Places) -> None:
    with (DATA / "places" / "features.csv").open(encoding="utf-8", newline="") as file:
        points = [(row["latitude"], row["longitude"]) for row in csv.DictReader(file)]
    assert not [point for point in points if point[0] and float(point[0]) == 0 and float(point[1]) == 0]


def test_our_tables_have_no_faults() -> None:
    assert places.check() == []


def test_faults_of_a_users_tables_are_named(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "features.csv").write_text(
        "name,variants,kind,country,admin1,latitude,longitude\n"
        "Fort Nowhere,,base,ATL,,1.0,\n"
        "Kobani Hill,Kobani,mountain,SYR,Atlantis,36.9,38.4\n",
        encoding="utf-8",
    )
    told = "\n".join(map(str, places.check(tmp_path)))
    assert "'ATL' is unknown" in told and "half a point" in told
    assert "'Atlantis' is no division of SYR" in told and "'kobani' is also a name of Kobani" in told


def test_a_users_feature_is_found(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "features.csv").write_text(
        "name,variants,kind,country,admin1,latitude,longitude\nCamp Test,,base,SYR,Idlib,36.0,36.5\n", encoding="utf-8"
    )
    assert places.load(tmp_path).kind("Camp Test") == "feature"
