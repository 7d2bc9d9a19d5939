"""Fillers of roles from scores that are made up: words in square brackets, with the role they fill."""

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.tokens import Doc

from watchfloor.coder import Coder
from watchfloor.extraction import Filler, fillers
from watchfloor.extraction.fillers import ROLES
from watchfloor.records import Document

MARKED = re.compile(r"\[(\w+)(?: (0\.\d+))?: ([^\]]+)\]")


class MadeUp:
    """Scores by which the marked characters fill their roles, with probability 0.9 or the one that is written."""

    def __init__(self, doc: Doc, marked: list[tuple[int, int, str, float]]) -> None:
        self._tokens = [token for token in doc if not token.is_space]
        inside = np.full((len(self._tokens), len(ROLES)), 0.01)
        for start, end, role, probability in marked:
            for row, token in enumerate(self._tokens):
                if start <= token.idx < end:
                    inside[row, ROLES.index(role)] = probability  # type: ignore[arg-type]
        self._logs = np.log(np.stack([1 - inside, inside / 2, inside / 2], axis=-1)).astype(np.float32)

    def fillers(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        return np.array([token.i for token in self._tokens], dtype=np.int64), self._logs


@pytest.fixture(scope="module")
def read(coder: Coder):  # type: ignore[no-untyped-def]
    def run(notation: str) -> list[Filler]:
        marked: list[tuple[int, int, str, float]] = []
        text, at = "", 0
        for match in MARKED.finditer(notation):
            text += notation[at : match.start()]
            role = next(r for r in ROLES if r.startswith(match[1]))
            marked.append((len(text), len(text) + len(match[3]), role, float(match[2] or 0.9)))
            text, at = text + match[3], match.end()
        text += notation[at:]
        reading = coder.reading(Document("0" * 16, "case", "case", text, language="en"))
        reading.doc.user_data["coding"] = MadeUp(reading.doc, marked)
        return fillers(reading)

    return run


CASES = [
    ("[perp: Gunmen] attacked [target: a bridge] with [weapon: dynamite].",
     "perpetrator: Gunmen; target: bridge; weapon: dynamite"),
    ("[perp 0.06: Gunmen] attacked a bridge.", ""),
    # one entity: the same words, fewer of them, initials
    ("[perp: The gunmen] fired. Soldiers chased [perp: the gunmen].", "perpetrator: gunmen | gunmen"),
    ("A bomb tore through [target: the Grand Hotel]. [target: The hotel] burned.", "target: Grand Hotel | hotel"),
    ("[org: Northern Liberation Front] rebels struck. The [org: NLF] claimed it.",
     "organisation: Northern Liberation Front | NLF"),
    ("[perp: Gunmen] came. The [perp: rebels] fled.", "perpetrator: Gunmen | rebels"),
    ("[perp: Gunmen] came with [perp: soldiers].", "perpetrator: Gunmen; perpetrator: soldiers"),
    # a victim's name without title and office
    ("Gunmen shot [victim: Mayor Juan Perez] dead.", "victim named: Juan Perez"),
    # the fullest name first, though another is surer
    ("Gunmen shot [victim: Perez] dead. [victim 0.8: Juan Perez] led the union.", "victim named: Juan Perez | Perez"),
    # what is hit without its number, those who strike with it
    ("[perp: Two gunmen] burned [target: several private bank branches].",
     "perpetrator: Two gunmen; target: private bank branches"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "expected"), CASES)
def test_fillers(read, notation: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    found = [
        f"{f.role}{' named' if f.named else ''}: {' | '.join(span.text for span in f.spans)}" for f in read(notation)
    ]
    assert "; ".join(found) == expected


def test_what_undergoes_violence_is_surer_than_what_is_only_named(read) -> None:  # type: ignore[no-untyped-def]
    assert read("Gunmen blew up [target 0.5: a bridge] near Lima.")
    assert not read("Tourists admired [target 0.5: a bridge] near Lima.")


def test_without_scores_nothing_is_told(coder: Coder) -> None:
    reading = coder.reading(Document("0" * 16, "case", "case", "Gunmen attacked a bridge.", language="en"))
    reading.doc.user_data.pop("coding", None)
    assert fillers(reading) == []
