"""The country that a document was published in."""

import pytest

from watchfloor.knowledge import places, sources
from watchfloor.records import Document
from watchfloor.resolution.publication import country_of_publication


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.thevillagepost.co.uk/news/1", "GBR"),
        ("http://example.ca:8080/a", "CAN"),
        ("https://example.com/uk", None),
        ("https://example.tv/a", None),
        ("https://dawn.com/news/1", "PAK"),
        (None, None),
    ],
)
def test_by_address(url: str | None, country: str | None) -> None:
    document = Document("1", "1", "1", "", url=url)
    assert country_of_publication(document, sources.load(), places.load()) == country
