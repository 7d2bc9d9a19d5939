"""The held-out batches of our own annotated passages, by a plain comparison that needs no folder beside the project.

It is what the build server guards (floors.toml). The scorer of the references is stricter on some points and milder on
others, so these figures compare with earlier ones of their own and with nothing else: here words name the same where
they overlap in the text or are the same words, and an empty slot is right only where the annotation leaves it empty.
"""

from collections import Counter
from collections.abc import Sequence

from evaluation.figure import Figure, f1, share
from training.annotations import Annotation, Passage, passages
from watchfloor.coder import Coder
from watchfloor.records import Participant, Place, Span, Speaker, Statement

Words = Span | Participant | Place | Speaker

SLOTS = ("actors", "recipients", "places", "time", "speaker", "count", "modality", "polarity")


def measure(coder: Coder) -> list[Figure]:
    """Typed and who-whom F1, then each slot where the type is right."""
    counts: Counter[str] = Counter()
    for passage in passages("held out"):
        counts.update(compare(passage, coder.code(passage.document).statements))
    found, wanted, typed = counts["found"], counts["wanted"], counts["typed"]
    return [
        f1("own", "typed F1", typed, found, wanted),
        f1("own", "who-whom F1", counts["who-whom"], found, wanted),
        *(share("own", f"{slot} right", counts[slot], typed) for slot in SLOTS),
    ]


def compare(passage: Passage, told: Sequence[Statement]) -> Counter[str]:
    """What is wanted, found and right in one passage; annotations that are not core neither cost nor count."""
    pairs = _paired(passage.statements, told)
    counts = Counter(found=len(told) - len(pairs), wanted=sum(a.core for a in passage.statements))
    for wanted, given in pairs:
        typed = given.type in wanted.types
        counts["found"] += wanted.core or not typed
        if wanted.core and typed:
            right = agreement(wanted, given)
            counts.update({"typed": 1, "who-whom": right["actors"] and right["recipients"], **right})
    return counts


def _paired(wanted: Sequence[Annotation], told: Sequence[Statement]) -> list[tuple[Annotation, Statement]]:
    """One to one where the trigger stands in the quote: same types before others, core before the rest."""
    options = sorted(
        ((given.type not in want.types, not want.core, i, j)
         for i, want in enumerate(wanted) for j, given in enumerate(told) if want.quote.overlaps(given.trigger)),
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for _, _, i, j in options:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(wanted[i], told[j]) for i, j in pairs.items()]


def agreement(wanted: Annotation, given: Statement) -> dict[str, bool]:
    """Whether each slot says what the annotation says."""
    speaker = given.attribution.speaker
    return {
        "actors": _same(wanted.actors, given.actors),
        "recipients": _same(wanted.recipients, given.recipients),
        "places": _same(wanted.places, given.places),
        "time": _same_time(wanted.time, given),
        "speaker": _same([wanted.speaker] if wanted.speaker else [], [speaker] if speaker else []),
        "count": {c.value for c in wanted.counts} == {q.low or q.high for q in given.quantities},
        "modality": wanted.modality == given.modality,
        "polarity": wanted.polarity == given.polarity,
    }


def _same(wanted: Sequence[Span], given: Sequence[Words]) -> bool:
    """Where both name somebody, most that are given are wanted, and nobody wanted is left out."""
    hits = [[_names_same(want, one) for one in given] for want in wanted]
    if not wanted or not given:
        return not wanted and not given
    meant = sum(any(row[j] for row in hits) for j in range(len(given)))
    return all(map(any, hits)) and 2 * meant > len(given)


def _names_same(wanted: Span, given: Words) -> bool:
    apart = given.end <= wanted.start or wanted.end <= given.start
    return not apart or wanted.text.casefold() == given.text.casefold()


def _same_time(wanted: str | None, given: Statement) -> bool:
    if wanted is None or given.time is None:
        return wanted is None and given.time is None
    first, _, last = wanted.partition("/")
    since, until = given.time.since or "", given.time.until or ""
    return since.startswith(first) and until.startswith(last or first)
