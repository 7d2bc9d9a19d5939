"""The packaged samples: readable, described by their manifest, and made from the texts that they claim to come from."""

from pathlib import Path

import pytest

import make_samples
import watchfloor.documents as documents

FOLDER = Path(documents.__file__).parent.parent / "samples"
NAMES = sorted(p.name for p in FOLDER.iterdir() if p.suffix not in (".csv", ".py") and p.is_file())


def test_there_are_eight_of_every_kind():
    assert len(NAMES) == 8
    assert {Path(n).suffix for n in NAMES} == {".txt", ".html", ".pdf", ".docx", ".md"}


def test_the_manifest_names_them_all_and_agrees_with_what_they_say():
    described = {Path(path).name: hints for path, hints in documents.read_manifest(str(FOLDER / "manifest.csv"))}
    assert sorted(described) == NAMES
    for name, hints in described.items():
        document = documents.read(str(FOLDER / name))
        assert (document.published, document.title) == (hints.published, hints.title)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_english_and_has_spans_that_equal_their_text(name):
    document = documents.read(str(FOLDER / name))
    assert document.language == "en"
    assert 150 <= len(document.text.split()) <= 360
    assert document.publication
    assert all(document.text[s.start : s.end] == s.text for s in document.furniture)
    assert all(document.text[s.start : s.end].lstrip("# ").startswith(s.heading[:20]) for s in document.sections)


@pytest.mark.parametrize("name", make_samples.SAMPLES)
def test_files_are_made_from_their_texts(name):
    assert documents.read_bytes(make_samples.SAMPLES[name](), name).text == documents.read(str(FOLDER / name)).text


@pytest.mark.parametrize("name", make_samples.SAMPLES)
def test_reading_gives_back_the_text_that_went_in(name):
    source = Path(make_samples.SOURCES / name).with_suffix(".txt").name
    words = [w for kind, line in make_samples.blocks(source) for w in line.replace("|", " ").split()]
    assert documents.read(str(FOLDER / name)).text.replace("|", " ").split() == words
