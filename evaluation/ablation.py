"""What rules and trained heads give alone and together: ``python -m evaluation.ablation --data DATA --gold GOLD``.

Rules alone read a document whose trained heads are silent. Heads alone take every word that they hold for a trigger,
with the likeliest type, actor, recipient and modality, and nothing that the rules know: no places, times or voices.
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from spacy.tokens import Token

from evaluation import cases, page, scorer, table
from evaluation.cases import Case
from evaluation.inputs import parser
from watchfloor import extraction
from watchfloor.coder import Coder
from watchfloor.extraction import Reading, mentions
from watchfloor.extraction.coding import Coding
from watchfloor.extraction.options import Mentions, Slot
from watchfloor.records import Citation, Participant, Statement, digest
from watchfloor.records.statement import Modality

#: Probability from which a word is a trigger to the heads alone.
LIKELY = 0.5
LEVELS = ("typed", "who-whom")


def silent(reading: Reading, cited: Mapping[int, tuple[Citation, ...]]) -> list[Statement]:
    """What the rules make of a document alone."""
    reading.doc.user_data.pop("coding", None)
    return _extract(reading, cited)


def heads_alone(reading: Reading, _cited: Mapping[int, tuple[Citation, ...]]) -> list[Statement]:
    """What the heads make of a document alone."""
    coding = reading.coding
    if coding is None:
        return []
    found = []
    for index in coding.likely(LIKELY):
        token, told = reading.doc[index], coding.types(index)
        type_ = max(sorted(set(told) - {""}), key=lambda name: told[name])
        modalities = coding.modalities(index)
        span = reading.token_span(token)
        found.append(
            Statement(
                id=digest(reading.document.id, type_, span.start, span.end),
                document=reading.document.id,
                section=None,
                kind=reading.knowledge.lexicon.types[type_].kind,
                type=type_,
                trigger=span,
                evidence=reading.sentence(token),
                actors=_likeliest(reading, coding, token, "actor"),
                recipients=_likeliest(reading, coding, token, "recipient"),
                modality=cast(Modality, max(sorted(modalities), key=lambda name: modalities[name])),
                polarity="negative" if coding.negative(index) > math.log(0.5) else "positive",
                rule="trained heads",
            )
        )
    return found


def _likeliest(reading: Reading, coding: Coding, trigger: Token, slot: Slot) -> tuple[Participant, ...]:
    """The mention that the heads hold likeliest; none where nobody is likelier."""
    told, nobody = coding.fills(trigger.i, slot)
    likely = Mentions(reading).likely(told)
    first = max(likely, key=lambda i: (likely[i], -i), default=None)
    if first is None or math.log(likely[first]) < nobody:
        return ()
    span = mentions.name_of(reading, reading.doc[first])
    return (Participant(span.text, span.start, span.end),)


_extract = extraction.extract
#: By name: what takes the place of the whole.
WAYS = {"rules alone": silent, "heads alone": heads_alone, "both": _extract}


@contextmanager
def extracting(way: str) -> Iterator[None]:
    """Code in one of the ways for a while."""
    setattr(extraction, "extract", WAYS[way])  # noqa: B010, the checker holds a function to its name
    try:
        yield
    finally:
        setattr(extraction, "extract", _extract)  # noqa: B010


def main() -> None:
    """Print a row a way and set of documents."""
    arguments = parser("python -m evaluation.ablation", "What rules and trained heads give alone and together.")
    arguments.add_argument("--page", type=Path, metavar="FILE.md", help="put the table into this page as well")
    options = arguments.parse_args()
    headings = ("documents", "way", *(f"{level} {part}" for level in LEVELS for part in ("P", "R", "F1")))
    rows = []
    for way in WAYS:
        coder = Coder.load()
        with extracting(way):
            sets: dict[str, tuple[Case, ...]] = {
                "gold": cases.of_gold(options.gold, coder),
                f"statements {options.split}": cases.of_statements(options.data, options.gold, options.split, coder),
            }
        for name, coded in sets.items():
            scores = scorer.score(options.gold, coded)
            rows.append((name, way, *(f"{scores[level][part]:.3f}" for level in LEVELS for part in ("p", "r", "f1"))))
    rows.sort(key=lambda row: row[0])
    table.show_rows(headings, rows)
    if options.page:
        page.write(options.page, "ablation", page.rows(headings, rows))


if __name__ == "__main__":
    main()
