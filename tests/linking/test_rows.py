"""What linking keeps of a statement's places."""

import pytest

from watchfloor.linking.rows import sites
from watchfloor.records import Place

NAMES = {
    "Watapur district of Kunar province": {"watapur"},
    "the market of Boni": {"boni"},
    "Douentza-Hombori road": {"douentza hombori", "douentza", "hombori"},
    "Barangay Sangali": {"sangali"},
    "Katsina State": set(),
}


@pytest.mark.parametrize("words", NAMES)
def test_names_of_towns_and_spots(words):
    place = Place(words, 0, len(words), admin1="Kunar" if "Kunar" in words else None)
    assert set(sites(place)) == NAMES[words]
