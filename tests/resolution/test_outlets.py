"""Outlets as they are cited."""

import pytest

from watchfloor.knowledge import sources
from watchfloor.resolution.outlets import OutletResolver


@pytest.fixture(scope="module")
def resolver() -> OutletResolver:
    return OutletResolver(sources.load())


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Khovar.tj", "khovar"),
        ("Indiatoday.in", "india-today"),
        ("Thenationalnews.com", "the-national-uae"),
        ("Arab Weekly", "arab-weekly"),
        ("The Arab Weekly", "arab-weekly"),
        ("al-Jazeera", "al-jazeera"),
        ("Al Jazeera", "al-jazeera"),
        ("AFP", "afp"),
        ("BBC Pashto", "bbc-pashto"),
        ("BBC", "bbc"),
        ("Reuters Africa", "reuters"),
        ("VOA Swahili", "voa"),
        ("Tolo News", "tolonews"),
        ("Pajhwok News Agency", "pajhwok-afghan-news"),
        ("Dawn [Islamabad]", "dawn"),
        ("“Rudaw”", "rudaw"),
        ("Reuters’s", "reuters"),
        ("Telegram", "telegram"),
        ("Telegram channel", "telegram"),
        ("t.me/some_channel", "telegram"),
        ("Twitter.com/@some_name", "twitter"),
        ("Twitter, @some_name", "twitter"),
        ("X/@some_name", "twitter"),
        ("Facebook post", "facebook"),
        ("The Nation", None),  # of Lahore, Nairobi, Bangkok and New York
        ("Reuters Building", None),
        ("Daily", None),
        ("News", None),
        ("Islamic State", None),
        ("ISIL", None),
        ("May 3", None),
        ("x", None),
        ("time", None),
        ("", None),
    ],
)
def test_resolve(resolver: OutletResolver, name: str, source: str | None) -> None:
    assert resolver.resolve(name) == source


@pytest.mark.parametrize("name", ["AFP", "Somewhere.com", "Aaj.tv", "news.example.org/page", "@some_name", "Telegram"])
def test_only_an_outlet(resolver: OutletResolver, name: str) -> None:
    assert resolver.is_outlet(name)


@pytest.mark.parametrize(
    "name", ["ISKP", "TTP", "U.S.", "a.m.", "No.3", "Mr.Karimov", "Kabul", "MENA", "see below", "Oct. 24", "2.5"]
)
def test_not_an_outlet(resolver: OutletResolver, name: str) -> None:
    assert not resolver.is_outlet(name)
