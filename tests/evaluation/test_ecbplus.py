"""Event coreference on a corpus of our own of four short documents, in the layout of ECB+."""

import json
from pathlib import Path

import pytest

from evaluation import ecbplus
from evaluation.ecbplus import Corpus, Kinds, of_one_stem
from watchfloor.coder import Coder
from watchfloor.knowledge import Knowledge

QUAKE = (
    "A strong earthquake hit Aldora on Monday. The quake destroyed forty houses in Aldora, the mayor Tomas Brandt said."
)
TREMOR = "An earthquake struck Aldora, mayor Tomas Brandt said on Monday. It destroyed forty houses in Aldora."
TRIAL = "Actress Vera Lund was arrested in Marlow. Police in Marlow said that Vera Lund drove her car into a shop."
VERDICT = "Police in Marlow arrested actress Vera Lund. The arrest came after Vera Lund drove her car into a shop."

MARKED = {
    "quake": (QUAKE, {"earthquake": "q", "destroyed": "d", "said": None}),
    "tremor": (TREMOR, {"earthquake": "q", "destroyed": "d", "said": None}),
    "trial": (TRIAL, {"arrested": "a", "drove": "c", "said": None}),
    "verdict": (VERDICT, {"arrested": "a", "arrest": "a", "drove": "c"}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    (folder / "ecbplus").mkdir()
    rows = []
    for name, (text, told) in MARKED.items():
        cut = text.index(". ") + 1
        mentions = []
        for words, cluster in told.items():
            start = next(found for end in " ." if (found := text.find(words + end)) >= 0)
            mention = {"start": start, "end": start + len(words), "label": "ACTION_OCCURRENCE", "sentence": start > cut}
            mentions.append({**mention, **({"cluster": cluster} if cluster else {})})
        apart = {"start": 0, "end": 1, "label": "HUMAN_PART", "sentence": 0}
        rows.append(
            {
                "id": name,
                "text": text,
                "sentences": [[0, cut], [cut + 1, len(text)]],
                "annotated_sentences": [0, 1],
                "mentions": [*mentions, apart],
            }
        )
    (folder / "ecbplus" / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return folder


def test_topics_and_events_are_found(folder: Path, coder: Coder) -> None:
    corpus = Corpus.read(folder / "ecbplus" / "dev.jsonl", coder)
    assert corpus.topics[0] == corpus.topics[1] != corpus.topics[2] == corpus.topics[3]
    ours = corpus.events(coder.known.lexicon)
    events = {(m.head, m.document): (corpus.topics[m.document], e) for m, e in zip(corpus.mentions, ours, strict=True)}
    assert events["earthquake", 0] == events["earthquake", 1]
    assert events["arrest", 2] == events["arrest", 3]
    assert events["destroy", 0] == events["destroy", 1] != events["earthquake", 0]


def test_figures_say_what_they_are_the_mean_of(folder: Path, coder: Coder) -> None:
    baseline, _, ours = ecbplus.measure(folder, "dev", coder)
    assert baseline.of == ours.of == 12
    assert ours.target == pytest.approx(baseline.value + ecbplus.GAIN)
    assert all(part in ours.note for part in ("MUC", "B3", "CEAF-e"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("explode", "explosion", True),
        ("nominate", "nominee", True),
        ("shoot", "shooting", True),
        ("drive", "driving", True),
        ("arrest", "arrive", False),
        ("die", "dig", False),
        ("intervene", "interview", True),  # a false friend: its vectors tell otherwise
    ],
)
def test_stems(one: str, other: str, same: bool) -> None:
    assert of_one_stem(one, other) is same


def test_the_lexicon_says_what_is_of_one_kind(known: Knowledge) -> None:
    kinds = Kinds(known.lexicon)
    assert kinds.nearness("kidnap", "abduct") == ecbplus.KIND
    assert kinds.nearness("kidnap", "bomb") == ecbplus.OTHER_MODE
    assert kinds.nearness("kidnap", "resign") == 0
