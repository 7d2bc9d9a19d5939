"""The whole path: evidence that can be checked, the same every time, and no text that breaks it."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import watchfloor
from watchfloor.coder import Coded, Coder
from watchfloor.documents import read, read_bytes, read_manifest
from watchfloor.records import Document, digest, to_dict

MANIFEST = Path(watchfloor.__file__).with_name("samples") / "manifest.csv"


def document(text: str, **known: Any) -> Document:
    """A document of one English text."""
    fixed = {"id": digest(text), "key": "k", "path": "p", "text": text, "published": "2021-09-24", "language": "en"}
    return Document(**fixed | known)  # type: ignore[arg-type]


def evidence(value: Any) -> Iterator[Any]:
    """All parts of a record that stand for characters of its document."""
    if isinstance(value, tuple):
        for part in value:
            yield from evidence(part)
    elif is_dataclass(value):
        if all(hasattr(value, name) for name in ("text", "start", "end")):
            yield value
        for field in fields(value):
            yield from evidence(getattr(value, field.name))


def assert_sound(coded: Coded) -> None:
    """What holds of every coded document, whatever its text."""
    text = coded.document.text
    for part in evidence((*coded.statements, *coded.document.citations, *coded.document.furniture)):
        assert text[part.start : part.end] == part.text, part
    assert max(Counter(s.id for s in coded.statements).values(), default=1) == 1
    for statement in coded.statements:
        assert statement.document == coded.document.id
        assert statement.trigger.text.strip()
        assert statement.evidence.overlaps(statement.trigger)
        assert statement.rule
        for count in statement.quantities:
            assert count.low is None or count.high is None or count.low <= count.high, count
        assert statement.time is None or not (
            statement.time.since and statement.time.until and statement.time.since > statement.time.until
        )
    for record in (coded.document, *coded.statements):
        assert json.loads(json.dumps(to_dict(record))) == to_dict(record)


@pytest.fixture(scope="module")
def samples() -> list[Document]:
    """The packaged samples, as their manifest describes them."""
    return [read(path, hints) for path, hints in read_manifest(str(MANIFEST))]


@pytest.fixture(scope="module")
def coded(coder: Coder, samples: list[Document]) -> list[Coded]:
    """The samples, coded one after the other."""
    return [coder.code(d) for d in samples]


def test_samples_are_sound(coded: list[Coded]) -> None:
    """Every span equals its text, ids are unique, records are JSON."""
    for each in coded:
        assert_sound(each)


def test_samples_tell_something(coded: list[Coded]) -> None:
    """Each tells several things of several types, with somebody in most of them."""
    for each in coded:
        assert len({s.type for s in each.statements}) >= 4, each.document.path
        assert sum(bool(s.actors or s.recipients) for s in each.statements) > len(each.statements) / 2


def test_order_and_repetition_change_nothing(coder: Coder, samples: list[Document], coded: list[Coded]) -> None:
    """A document is coded alike first or last, once or again."""
    assert [coder.code(d) for d in reversed(samples)] == coded[::-1]


def test_same_text_under_another_name_differs_in_ids_only(coder: Coder) -> None:
    """What a text tells does not depend on what its file is called."""
    text = "Gunmen killed two guards in Kunduz on Tuesday, police said."
    one, other = (coder.code(document(text, id=i, key=i, path=i)).statements for i in ("a" * 16, "b" * 16))
    assert [(s.type, s.trigger, s.actors, s.places) for s in one] == [
        (s.type, s.trigger, s.actors, s.places) for s in other
    ]
    assert not {s.id for s in one} & {s.id for s in other}


#: Words and marks that steer extraction, and some that should not: names, numbers, triggers, quotes, brackets, scripts.
PIECES = st.sampled_from(
    "Gunmen ISKP Taliban Kabul Reuters police minister group it they he its there who which that said according "
    "attacked killed arrested claimed responsibility condemned denied met fled attack bombing ally leader of by in on "
    "to with from and or not will may if after 600 3.5 $50 million dozens two nearly at least between September 11 "
    "Tuesday 2021 (Dawn, September 20) (AFP) ( ) [ ] “ ” \" ' ’s . , ; : ! ? … — - • @ # % https://example.org/a?b=c "
    "Şırnak Нападение 攻撃 هجوم naïve e\u0301 \U0001f4a5 \u200b \u00a0 \ufeff \n \n\n \t The A".split(" ")
)
PROSE = MANIFEST.with_name("sahel-brief.txt").read_text(encoding="utf-8")
CUTS = st.lists(st.integers(0, len(PROSE) - 1), min_size=1, max_size=5)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=40).map(" ".join)
    | CUTS.map(lambda starts: "".join(PROSE[start : start + 97] for start in starts))
    | st.text(max_size=80)
)


@settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text_is_coded_soundly(coder: Coder, text: str) -> None:
    """No mix of words, marks, brackets, line breaks and scripts breaks the path or its evidence."""
    assert_sound(coder.code(document(text)))


@pytest.mark.parametrize("text", ["", " ", "\n\n\t \n", "\ufeff", "...", "(AFP)", "“”", "1 2 3", "💥"])
def test_texts_that_say_nothing(coder: Coder, text: str) -> None:
    """No words, no statements."""
    assert coder.code(document(text)).statements == ()


def test_other_languages_are_kept_and_not_coded(coder: Coder) -> None:
    """A French report is a document without statements."""
    text = (
        "Des hommes armés ont attaqué un poste de police près de Gao mardi, tuant quatre soldats, selon le ministère. "
        "Aucun groupe n'a revendiqué l'attaque (AFP, 21 septembre)."
    )
    french = read_bytes(text.encode(), "note.txt")
    assert french.language == "fr"
    assert coder.code(french).document == french
    assert coder.code(french).statements == ()


def test_unknown_language_is_coded(coder: Coder) -> None:
    """A text too short to tell its language is read as English."""
    assert coder.code(document("Rebels attacked a convoy.", language=None)).statements


def test_furniture_is_not_coded(coder: Coder) -> None:
    """Captions and credits tell nothing, and what stands around them is coded as without them."""
    from watchfloor.records import Span

    caption = "Rebels attacked a convoy (photo: agency)"
    text = f"The army killed two rebels.\n\n{caption}\n\nThe minister condemned Iran."
    furniture = (Span(caption, text.index(caption), text.index(caption) + len(caption)),)
    assert [s.type for s in coder.code(document(text, furniture=furniture)).statements] == ["ASSAULT", "ACCUSE"]


def test_citations_are_kept_with_the_document(coder: Coder) -> None:
    """They are resolved to the registry of sources and dated by the document."""
    found = coder.code(document("Rebels attacked a convoy (Dawn, September 20)."))
    (citation,) = found.document.citations
    assert (citation.outlet, citation.date) == ("Dawn", "2021-09-20")
    assert citation.source is not None
    assert found.statements[0].attribution.citations == (citation,)


def test_undated_documents_leave_relative_days_open(coder: Coder) -> None:
    """Without a date of publication nobody knows which Tuesday is meant."""
    (statement,) = coder.code(document("Rebels attacked a convoy on Tuesday.", published=None)).statements
    assert statement.time is not None
    assert (statement.time.text, statement.time.since, statement.time.precision) == ("Tuesday", None, "unresolved")


def test_a_very_long_sentence_takes_bounded_time(coder: Coder) -> None:
    """Five thousand words without a full stop: some seconds, and sound evidence."""
    text = "Gunmen in the north " + "and rebels of the valley attacked a convoy near Gao " * 500
    start = time.process_time()
    found = coder.code(document(text))
    assert time.process_time() - start < 30
    assert_sound(found)


def test_time_grows_with_length(coder: Coder) -> None:
    """Eight times the text takes no more than about eight times as long."""
    paragraph = "Rebels attacked a convoy near Gao on Monday. The army said that it had killed two of them.\n\n"

    def seconds(times: int) -> float:
        started = time.process_time()
        coder.code(document(paragraph * times))
        return time.process_time() - started

    seconds(5)
    assert seconds(200) < 16 * seconds(25) + 0.5
