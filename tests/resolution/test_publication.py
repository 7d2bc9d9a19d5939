"""The country that a document was published in."""

import pytest

from watchfloor.knowledge import places, sources
from watchfloor.records import Document
from watchfloor.resolution.publication import country_of_publication, source_of_publication


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


@pytest.mark.parametrize(
    ("said", "publication", "url", "source"),
    [
        ("reuters", None, None, "reuters"),
        ("Reuters", "Dawn", None, "reuters"),  # what somebody said goes first, by whatever name
        ("Kabul Notes", None, "https://dawn.com/news/1", "Kabul Notes"),
        (None, "Terrorism Monitor", None, "terrorism-monitor"),
        (None, "Kabul Notes", "https://www.dawn.com/news/1", "dawn"),
        (None, "Kabul Notes", "https://example.com", None),
        (None, "monitor", None, None),
        (None, None, None, None),
    ],
)
def test_who_publishes(said: str | None, publication: str | None, url: str | None, source: str | None) -> None:
    document = Document("1", "1", "1", "", source=said, publication=publication, url=url)
    assert source_of_publication(document, sources.load()) == source
