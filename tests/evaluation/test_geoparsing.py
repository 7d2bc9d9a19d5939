"""Places compared: characters, overlap, kilometres."""

from evaluation.geoparsing import compare, is_near
from watchfloor.resolution.places import ResolvedPlace

GOMA = (-1.67, 29.22)


def test_the_same_characters_count_once_and_overlap_on_each_side() -> None:
    counts = compare({(0, 4), (10, 20)}, {(0, 4), (12, 15), (16, 20), (30, 34)})
    assert counts == {"wanted": 2, "found": 4, "strict": 1, "touched": 3, "met": 2}


def test_near_is_100_miles_and_no_point_is_not_near() -> None:
    assert is_near(GOMA, ResolvedPlace("Bukavu", latitude=-2.49, longitude=28.84))
    assert not is_near(GOMA, ResolvedPlace("Kampala", latitude=0.32, longitude=32.58))
    assert not is_near(GOMA, ResolvedPlace("Goma"))
    assert not is_near(GOMA, None)
