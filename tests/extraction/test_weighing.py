"""Who plays a role to made-up heads, where the rules find nobody."""

import math
from collections.abc import Mapping

import pytest

from watchfloor.coder import Coder
from watchfloor.extraction.parts import Part
from watchfloor.extraction.weighing import Weighing
from watchfloor.records import Document

TEXT = "Rebels from the north attacked police and soldiers near Goma after the army had left."


class MadeUp:
    """Heads that give these words their probabilities, and nobody the rest."""

    def __init__(self, told: Mapping[int, float]) -> None:
        self._told = {token: math.log(share) for token, share in told.items()}
        self._nobody = math.log(max(1e-9, 1 - sum(told.values())))

    def fills(self, _token: int, _link: str) -> tuple[dict[int, float], float]:
        return self._told, self._nobody


@pytest.mark.parametrize(
    ("told", "taken", "chosen"),
    [
        ({"Rebels": 0.95}, [], ["Rebels"]),
        ({"Rebels": 0.3}, [], []),
        ({"Rebels": 0.95}, ["Rebels"], []),
        # those of one enumeration together
        ({"police": 0.5, "soldiers": 0.45}, [], ["police", "soldiers"]),
        ({"police": 0.9, "soldiers": 0.05}, [], ["police"]),
        # what cannot play the role does not, however likely
        ({"Goma": 0.9, "Rebels": 0.08}, [], ["Rebels"]),
        ({"attacked": 0.99}, [], []),
    ],
)
def test_the_likeliest_of_those_who_can(
    coder: Coder, told: dict[str, float], taken: list[str], chosen: list[str]
) -> None:
    reading = coder.reading(Document("0" * 16, "case", "case", TEXT, language="en"))
    words = {token.text: token for token in reading.doc}
    heads = MadeUp({words[word].i: share for word, share in told.items()})
    weighing = Weighing(reading, heads, lambda token: token)  # type: ignore[arg-type]
    parts = [Part(words[word], words[word]) for word in taken]
    found = weighing.likeliest(words["attacked"], "actor", lambda token, _: token.text != "Goma", parts)
    assert [part.head.text for part in found] == chosen
