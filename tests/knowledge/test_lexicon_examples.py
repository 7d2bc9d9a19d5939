"""Every sense of the lexicon holds in its own sentence and not in its near miss; so does every operator."""

from collections.abc import Callable

import pytest

from watchfloor import language
from watchfloor.extraction import Name, Reading, triggers
from watchfloor.extraction.light_verbs import Carriers
from watchfloor.extraction.modality import Operators
from watchfloor.extraction.speakers import Speakers
from watchfloor.knowledge import Knowledge
from watchfloor.knowledge.files import DATA, table
from watchfloor.knowledge.lexicon import Operator, Sense
from watchfloor.records import Document, Span
from watchfloor.resolution import dates
from watchfloor.resolution.identity import Identities

FILES = sorted(path.name for path in (DATA / "lexicon").glob("*.yaml"))

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def read(known: Knowledge) -> Read:
    """Read one sentence as far as its triggers need: the tree, known names and dates, no statements."""
    reader = language.load()
    identities = Identities(known)

    def run(text: str) -> Reading:
        document = Document(id="0" * 16, key="case", path="case", text=text, language="en")
        names = [Name(start, end, id_, known.actors[id_].type) for start, end, id_ in identities.named(text, None)]
        times = [Span(t.text, t.start, t.end) for t in dates.find(text)]
        return Reading(reader.read(text), document, known, names, times)

    return run


def _triggers(reading: Reading) -> list[triggers.Trigger]:
    return list(triggers.find(reading, Speakers(reading)))


def _shown(found: list[triggers.Trigger]) -> str:
    return ", ".join(f"{t.head.text} {t.sense.type}" for t in found) or "nothing"


def sense_faults(read: Read, sense: Sense) -> list[str]:
    """What is wrong with the two sentences of a sense; another sense of its type may win in the one that fires."""
    faults = []
    heads = {word for lemma in (sense.lemma, *sense.also) for word in lemma.split()}
    found = _triggers(read(sense.fires))
    if not any(t.sense.type == sense.type and heads & set(t.sense.lemma.split()) for t in found):
        faults.append(f"fires: {sense.fires} (found: {_shown(found)})")
    found = _triggers(read(sense.misses))
    if any((t.sense.type, t.sense.fires) == (sense.type, sense.fires) for t in found):
        faults.append(f"misses: {sense.misses} (found: {_shown(found)})")
    return faults


def changes(reading: Reading, operator: Operator) -> bool:
    """Tell whether the operator changes the certainty of something in the sentence in the way that it says."""
    operators, carriers = Operators(reading.knowledge.lexicon), Carriers(reading.knowledge.lexicon)
    for trigger in _triggers(reading):
        carried = carriers.of(trigger.head)
        certainty = operators.certainty(trigger.head, carried.verb if carried else None)
        if not {operator.lemma, *operator.also} & set(certainty.because):
            continue
        if operator.effect == "drop":
            changed = certainty.dropped
        elif operator.effect == "negative":
            changed = certainty.polarity == "negative"
        else:
            changed = certainty.modality == operator.effect
        if changed:
            return True
    return False


@pytest.mark.parametrize("file", FILES)
def test_senses_hold_in_their_own_sentences(file: str, read: Read) -> None:
    rows = [row for row in table("lexicon", Sense).rows if row.file.endswith(f"/{file}")]
    assert rows
    faults = [
        f"{file}:{row.line} {row.entry.type}:{row.entry.lemma} {fault}"
        for row in rows
        for fault in sense_faults(read, row.entry)
    ]
    assert not faults, "\n".join(["", *faults])


def test_operators_change_what_stands_below_them(read: Read) -> None:
    faults = []
    for row in table("operators", Operator).rows:
        operator = row.entry
        if not changes(read(operator.fires), operator):
            faults.append(f"operators.yaml:{row.line} {operator.lemma} {operator.effect} fires: {operator.fires}")
        if operator.misses and changes(read(operator.misses), operator):
            faults.append(f"operators.yaml:{row.line} {operator.lemma} {operator.effect} misses: {operator.misses}")
    assert not faults, "\n".join(["", *faults])
