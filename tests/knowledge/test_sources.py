"""The registry of sources: names, hosts, and that no two rows claim the same."""

from pathlib import Path

import pytest

from watchfloor.knowledge import places, sources
from watchfloor.knowledge.sources import Sources


@pytest.fixture(scope="module")
def registry() -> Sources:
    return sources.load()


def test_the_registry_is_broad(registry: Sources) -> None:
    assert len(registry) >= 300
    assert {source.kind for source in registry} >= {"agency", "state-media", "militant-media", "social-platform", "igo"}


def test_our_registry_has_no_faults() -> None:
    assert sources.check() == []


def test_countries_of_sources_exist(registry: Sources) -> None:
    gazetteer = places.load()
    assert not [source.id for source in registry if source.country and not gazetteer.country_name(source.country)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("AFP", "afp"),
        ("Agence France-Presse", "afp"),
        ("The Arab Weekly", "arab-weekly"),
        ("Arab weekly", "arab-weekly"),
        ("khovar.tj", "khovar"),
        ("https://www.khovar.tj/2021/09/a-page", "khovar"),
        ("en.mehrnews.com", "mehr"),
        ("gandhara.rferl.org", "gandhara"),
        ("rferl.org", "rferl"),
        ("Moroccoworldnews", "morocco-world-news"),
        ("SITE", "site"),
        ("site", None),
        ("mail", None),
        ("The Nation", None),
        ("RFERL", "rferl"),
        ("example.com", None),
        ("", None),
    ],
)
def test_names_and_hosts(registry: Sources, text: str, source: str | None) -> None:
    found = registry.named(text)
    assert (found.id if found else None) == source


def test_two_claims_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(
        "id,name,domains,variants,country,language,kind\n"
        "my-wire,My Wire,https://my.wire/,AFP,FRA,fr,agency\n"
        "other,Other,other.example,,France,fr,agency\n",
        encoding="utf-8",
    )
    told = "\n".join(map(str, sources.check(tmp_path)))
    assert "'afp' is also claimed by" in told and "is no bare host" in told and "country" in told
