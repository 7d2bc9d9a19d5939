"""A document and statements made by hand: the commands are tested apart from what the rules find."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.shelf import fill
from watchfloor import knowledge
from watchfloor.coder import Coded
from watchfloor.knowledge import Knowledge
from watchfloor.records import (
    Attribution,
    Citation,
    Document,
    Instrument,
    Participant,
    Place,
    Quantity,
    Section,
    Span,
    Speaker,
    Statement,
    Time,
)

SENTENCE = (
    "On August 26, Islamic State in Khorasan Province (ISKP) killed 13 U.S. troops with a suicide vest at Kabul "
    "airport, the Pentagon said (Reuters, August 27)."
)
TEXT = f"Attack in Kabul\n\n{SENTENCE}\n\nThe group may strike again.\n"


def words(text: str) -> Span:
    """The span of these words in TEXT."""
    start = TEXT.index(text)
    return Span(text, start, start + len(text))


def at(text: str) -> tuple[str, int, int]:
    span = words(text)
    return span.text, span.start, span.end


@pytest.fixture
def document() -> Document:
    return Document(
        id="d" * 16,
        key="notes/kabul.txt",
        path="notes/kabul.txt",
        text=TEXT,
        title="Attack in Kabul",
        publication="Example Brief",
        volume="3",
        issue="9",
        published="2021-08-30",
        language="en",
        sections=(Section("Attack in Kabul", 0, len(TEXT)),),
    )


@pytest.fixture
def attack() -> Statement:
    return Statement(
        id="a1b2c3d4e5f60718",
        document="d" * 16,
        section=0,
        kind="event",
        type="ASSAULT",
        modes=("suicide-attack",),
        trigger=words("killed"),
        evidence=words(SENTENCE),
        actors=(
            Participant(
                *at("Islamic State in Khorasan Province"),
                id="iskp",
                name="Islamic State – Khorasan Province",
                type="armed-group",
                country="AFG",
            ),
        ),
        recipients=(Participant(*at("U.S. troops")),),
        places=(
            Place(
                *at("Kabul airport"),
                name="Kabul",
                country="AFG",
                latitude=34.56,
                longitude=69.21,
                geonames=1138958,
                precision="point",
            ),
        ),
        time=Time(*at("August 26"), since="2021-08-26", until="2021-08-26", precision="day"),
        attribution=Attribution(
            Speaker(*at("the Pentagon")),
            (),
            (Citation("Reuters", "reuters", "2021-08-27", *at("Reuters, August 27")),),
        ),
        quantities=(Quantity("killed", 13, 13, *at("13")),),
        instruments=(Instrument(*at("suicide vest"), kind="suicide-vest"),),
        confidence=0.91,
        rule="kill (verb): subject → actor, object → recipient",
    )


@pytest.fixture
def threat(attack: Statement) -> Statement:
    return replace(
        attack,
        id="ffff000011112222",
        modes=(),
        trigger=words("strike"),
        evidence=words("The group may strike again."),
        actors=(
            Participant(
                *at("Islamic State in Khorasan Province"),
                mention=words("The group"),
                id="iskp",
                name="Islamic State – Khorasan Province",
                type="armed-group",
                country="AFG",
            ),
        ),
        recipients=(),
        places=(),
        time=None,
        modality="possible",
        attribution=Attribution(),
        quantities=(),
        instruments=(),
        confidence=0.6,
        rule="strike (verb)",
    )


@pytest.fixture
def coded(document: Document, attack: Statement, threat: Statement) -> Coded:
    return Coded(document, (attack, threat))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `shelf`, filled once."""
    path = tmp_path_factory.mktemp("shelf") / "shelf.db"
    fill(path)
    return path


@pytest.fixture
def kept(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: Knowledge) -> Path:
    """A copy of it, which the commands take for theirs, signed by Ana."""
    monkeypatch.setattr(knowledge, "load", lambda: known)  # read once
    path = Path(shutil.copy(shelf, tmp_path / "watchfloor.db"))
    monkeypatch.setenv("WATCHFLOOR_STORE", str(path))
    monkeypatch.setenv("WATCHFLOOR_REVIEWER", "Ana")
    monkeypatch.chdir(tmp_path)
    return path
