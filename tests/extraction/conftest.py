"""A notation for what a text tells, so that the tables of cases can be read and written by hand.

    ASSAULT/suicide-attack: ISKP > worshippers; place Kabul; time 2021-09-21; killed 4; by car bomb; speaker police

Type ("TREND|FORECAST" where both can be defended) and mode, actors > recipients (several with " & ", "#taliban" by
registry id), then slots after semicolons. A slot that is not written must be empty, certainty that is not written is
actual and positive, "?" stands for anything. A mode, a stance and a voice ("via Reuters") are looked at only where they
are written. The lines of a case are all that its text tells, in any order; a line "..." allows more.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from spacy.tokens import Doc

from watchfloor.coder import Coder
from watchfloor.language import LanguageReader
from watchfloor.records import Document, Quantity, Statement

#: A Friday.
PUBLISHED = "2021-09-24"
MODALITIES = ("actual", "attempted", "planned", "possible", "predicted", "hypothetical")
STANCES = ("supportive", "neutral", "wary", "hostile", "mixed")
#: Articles and counts before a name, which are no part of who is meant.
COUNTS = re.compile(
    r"^(?:(?:the|an?|its|their|his|at least|more than|nearly|about|some|several|(?:dozens|hundreds|thousands) of"
    r"|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twelve|\w+ty(?:-\w+)?|hundred|thousand)\s+)+",
    re.IGNORECASE,
)

Code = Callable[[str], list[Statement]]
Check = Callable[[str, str], None]


class Silent:
    """A reader whose trained heads say nothing: cases are of rules, and what heads say of a sentence varies."""

    def __init__(self, reader: LanguageReader) -> None:
        self._reader = reader

    def read(self, text: str) -> Doc:
        doc = self._reader.read(text)
        doc.user_data.pop("coding", None)
        return doc


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Codes one text by the rules alone and gives its statements."""
    rules = Coder(coder.known, Silent(coder.reader))  # type: ignore[arg-type]

    def run(text: str) -> list[Statement]:
        document = Document(id="0" * 16, key="case", path="case", text=text, published=PUBLISHED, language="en")
        return list(rules.code(document).statements)

    return run


@pytest.fixture(scope="session")
def check(code: Code) -> Check:
    """Asserts that a text tells just what the lines of the notation say."""

    def run(text: str, lines: str) -> None:
        left = code(text)
        shown = "\n".join(["told:", *map(_line, left)])
        for line in filter(None, map(str.strip, lines.splitlines())):
            if line == "...":
                return
            found = next((s for s in left if _meets(s, line)), None)
            assert found is not None, f"nothing told is {line}\n{shown}"
            left.remove(found)
        assert not left, f"more told than expected: {_line(left[0])}\n{shown}"

    return run


def _meets(statement: Statement, line: str) -> bool:
    head, *slots = (part.strip() for part in line.split(";"))
    type_, _, sides = head.partition(":")
    type_, _, mode = type_.partition("/")
    actors, _, recipients = (side.strip() for side in sides.partition(">"))
    if statement.type not in type_.split("|") or (mode and mode not in statement.modes):
        return False
    if not (_names(statement.actors, actors) and _names(statement.recipients, recipients)):
        return False
    wanted = {"modality": "actual", "polarity": "positive", "place": "", "time": "", "speaker": "", "by": ""}
    counts: list[str] = []
    for slot in slots:
        key, _, value = slot.partition(" ")
        if key in MODALITIES:
            wanted["modality"] = key
        elif key == "negative":
            wanted["polarity"] = key
        elif key in STANCES:
            wanted["stance"] = key
        elif key in wanted or key in ("via", "source"):
            wanted[key] = value
        else:
            counts.append(slot)
    told = _told(statement)
    slots_met = all(value == "?" or _same(told[key], value) for key, value in wanted.items())
    return slots_met and (counts == ["count ?"] or sorted(counts) == sorted(map(_count, statement.quantities)))


def _told(statement: Statement) -> dict[str, list[str]]:
    said = statement.attribution
    time = statement.time
    return {
        "modality": [statement.modality],
        "polarity": [statement.polarity],
        "stance": [statement.stance or ""],
        "place": [p.text for p in statement.places],
        "time": [f"{time.since}/{time.until}" if time.since != time.until else str(time.since)] if time else [],
        "speaker": [said.speaker.text] if said.speaker else [],
        "via": [v.text for v in said.chain],
        "source": [c.outlet for c in said.citations],
        "by": [i.text for i in statement.instruments],
    }


def _same(told: list[str], wanted: str) -> bool:
    return sorted(map(_bare, told)) == sorted(map(_bare, filter(None, wanted.split(" & "))))


def _names(told: tuple, wanted: str) -> bool:  # type: ignore[type-arg]
    if wanted == "?":
        return True
    expected = [w for w in wanted.split(" & ") if w]
    return len(expected) == len(told) and all(
        any(p.id == w[1:] if w.startswith("#") else _bare(p.text) == _bare(w) for p in told) for w in expected
    )


def _bare(words: str) -> str:
    return COUNTS.sub("", words).strip().casefold()


def _count(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    value = f"{low}" if low == high else f"{'' if low is None else low}-{'' if high is None else high}"
    return f"{quantity.kind} {value}"


def _line(statement: Statement) -> str:
    told = _told(statement)
    sides = " > ".join(" & ".join(p.text for p in side) for side in (statement.actors, statement.recipients))
    slots = [f"{k} {' & '.join(v)}" for k, v in told.items() if v and v not in (["actual"], ["positive"], [""])]
    modes = "".join(f"/{m}" for m in statement.modes)
    return "; ".join([f"  {statement.type}{modes}: {sides}", *slots, *map(_count, statement.quantities)])


#: What is known to be coded wrongly, by text: kept as cases that must fail, so that a cure is noticed.
SHORTCOMINGS: dict[str, str] = yaml.safe_load(Path(__file__).with_name("shortcomings.yaml").read_text()) or {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the cases of known shortcomings."""
    for item in items:
        callspec = getattr(item, "callspec", None)
        reason = SHORTCOMINGS.get(callspec.params.get("text", "")) if callspec else None
        if reason is not None:
            item.add_marker(pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))
