"""Fits what evidence is worth: ``python -m training.weighing``.

Drafts, options and evidence are the product's, on annotated passages that the coding heads did not learn from: what
heads say of their own training text is surer than it will be of any other. Log-linear models are fitted, so that drafts
of the heads that tell a statement are told from those that do not, and the options that name the right ones are likely
together. Writes ``weights.json``. To be run anew whenever the heads were trained or the rules have changed.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args
from unittest.mock import patch

import torch
from torch import Tensor

from training.annotations import Annotation, Passage, passages
from watchfloor.coder import Coder
from watchfloor.extraction import Reading, telling, weighing, weights
from watchfloor.extraction.coding import Coding
from watchfloor.extraction.drafts import Draft
from watchfloor.extraction.options import Option, Options, Slot
from watchfloor.extraction.parts import Part
from watchfloor.extraction.settings import Settings
from watchfloor.extraction.telling import Weighed
from watchfloor.extraction.weights import Question
from watchfloor.records import Place, Span, Statement, Time

OUT = Path(weights.__file__).with_name("weights.json")
#: Evidence that is seen less often than this, in all options together, is left out.
RARE = 8
#: Pull of all weights to zero: a share of the squared weights added to the mean loss.
RIDGE = 0.001
#: Weights nearer to zero than this change nothing.
FAINT = 0.005
ARTICLES = frozenset({"the", "a", "an"})
FAR = -1e9
NOTHING: Mapping[str, float] = {}

Named = Part | Place | Time
Told = tuple[str, Span]
"""A type and the words that tell it."""


@dataclass(frozen=True)
class Case:
    """The options for an answer, as tables of evidence, and which of them are right."""

    evidence: Sequence[Mapping[str, float]]
    right: Sequence[bool]


@dataclass
class Watch:
    """What the coder weighs in one document, in its order."""

    unlisted: list[Weighed] = field(default_factory=list)
    options: dict[Question, list[tuple[Draft, Sequence[Any]]]] = field(default_factory=lambda: defaultdict(list))


def main() -> None:
    """Fit round by round: what is told, then who does it, then the rest, which depends on who that is."""
    coder = Coder.load()
    told = passages("weighed")
    rounds: tuple[tuple[Question, ...], ...] = (("unlisted",), ("actor",), ("recipient", "place", "time"))
    found: dict[Question, dict[str, float]] = {}
    for questions in rounds:
        cases: dict[Question, list[Case]] = {question: [] for question in questions}
        for passage, watch, statements in watched(coder, told, found):
            for question in questions:
                cases[question] += (
                    _tellings(passage, watch, statements)
                    if question == "unlisted"
                    else _fillings(passage, watch, question)
                )
        for question in questions:
            found[question] = fit(cases[question])
            print(f"{question}: {len(cases[question])} cases, {sum(any(c.right) for c in cases[question])} to be had")
    OUT.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def watched(
    coder: Coder, told: Sequence[Passage], known: Mapping[Question, Mapping[str, float]]
) -> Iterator[tuple[Passage, Watch, Sequence[Statement]]]:
    """Code passages by the weights that are known; what no weights decide is left as the rules have it."""
    watch = Watch()
    weighed = telling.weighed

    class WatchedOptions(Options):
        def of(self, draft: Draft, slot: Slot) -> list[Option[Part]]:
            watch.options[slot].append((draft, found := super().of(draft, slot)))
            return found

    class WatchedSettings(Settings):
        def places(self, draft: Draft) -> list[Option[Place]]:
            watch.options["place"].append((draft, found := super().places(draft)))
            return found

        def times(self, draft: Draft) -> list[Option[Time]]:
            watch.options["time"].append((draft, found := super().times(draft)))
            return found

    def watched_weighed(reading: Reading, coding: Coding, drafts: Sequence[Draft]) -> list[Weighed]:
        watch.unlisted = weighed(reading, coding, drafts)
        return watch.unlisted

    # of what is worth nothing nobody, and nothing, is the first option
    worths = {question: known.get(question, {}) for question in get_args(Question)}
    with ExitStack() as stack:
        for module, name, other in (
            (weights, "load", lambda: worths),
            (weighing, "Options", WatchedOptions),
            (weighing, "Settings", WatchedSettings),
            (telling, "weighed", watched_weighed),
        ):
            stack.enter_context(patch.object(module, name, other))
        for passage in told:
            watch = Watch()
            yield passage, watch, coder.code(passage.document).statements


def _tellings(passage: Passage, watch: Watch, statements: Sequence[Statement]) -> Iterator[Case]:
    """Yield a case a draft of the heads' own: to tell or not to tell; none for what people would not all code."""
    found = {id(wanted) for wanted, _ in paired(passage.statements, [(s.type, s.trigger) for s in statements])}
    left = [wanted for wanted in passage.statements if id(wanted) not in found]
    core = {number: wanted.core for wanted, number in paired(left, [_told(one.draft) for one in watch.unlisted])}
    for number, one in enumerate(watch.unlisted):
        if core.get(number, True):
            yield Case((one.evidence, NOTHING), (number in core, number not in core))


def _fillings(passage: Passage, watch: Watch, slot: Question) -> Iterator[Case]:
    """Yield a case for each annotated statement whose slot the rules leave empty."""
    weighed = watch.options[slot]
    for wanted, number in paired(passage.statements, [_told(draft) for draft, _ in weighed]):
        options = weighed[number][1]
        asked = {
            "actor": wanted.actors,
            "recipient": wanted.recipients,
            "place": wanted.places,
            "time": (wanted.when,) if wanted.when is not None else (),
        }[slot]
        if slot == "time" and wanted.time is not None and wanted.when is None:
            continue  # dated by what stands in no words
        yield Case([option.evidence for option in options], _right(asked, [list(o.parts) for o in options]))


def _told(draft: Draft) -> Told:
    head = draft.head
    return draft.type, Span(head.text, head.idx, head.idx + len(head))


def paired(wanted: Sequence[Annotation], told: Sequence[Told]) -> Iterator[tuple[Annotation, int]]:
    """Annotations and the numbers of what tells the same, one to one; first those of the very words."""
    taken: set[int] = set()
    for want in wanted:
        alike = [
            (not want.trigger.overlaps(trigger), number)
            for number, (type_, trigger) in enumerate(told)
            if number not in taken and type_ in want.types and want.quote.overlaps(trigger)
        ]
        if alike:
            taken.add(min(alike)[1])
            yield want, min(alike)[1]


def _right(wanted: Sequence[Span], options: Sequence[Sequence[Named]]) -> list[bool]:
    """Those that name all that are wanted and few others; where none does, those that name one and few others."""
    all_, one = [], []
    for given in options:
        hits = [[names_same(want, each) for each in given] for want in wanted]
        few = 2 * sum(any(row[j] for row in hits) for j in range(len(given))) > len(given)
        all_.append(few and all(map(any, hits)) if wanted and given else not wanted and not given)
        one.append(few and any(map(any, hits)) if wanted and given else not wanted and not given)
    return all_ if any(all_) else one


def names_same(wanted: Span, given: Named) -> bool:
    """True where they share a character, or all words of one stand in the other."""
    if isinstance(given, Part):
        words = [(t.text, t.idx, t.idx + len(t)) for t in (given.head, given.at)]
    else:
        words = [(given.text, given.start, given.end)]
    return any(
        (start < wanted.end and wanted.start < end) or _is_within(_words(text), _words(wanted.text))
        for text, start, end in words
    )


def _is_within(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"['’]s\b", "", text.lower()))) - ARTICLES


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the worth of each piece of evidence."""
    cases = [case for case in cases if any(case.right)]
    often = Counter(name for case in cases for option in case.evidence for name, x in option.items() if x)
    names = sorted(name for name, count in often.items() if count >= RARE)
    x, there, right = _tensors(cases, {name: i for i, name in enumerate(names)})
    weights = torch.zeros(len(names), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        told = (x @ weights).masked_fill(~there, FAR).log_softmax(1).masked_fill(~right, FAR).logsumexp(1)
        total = -told.mean() + RIDGE * (weights**2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    worths = {name: round(weight, 3) for name, weight in zip(names, weights.tolist(), strict=True)}
    return {name: weight for name, weight in worths.items() if abs(weight) >= FAINT}


def _tensors(cases: Sequence[Case], index: Mapping[str, int]) -> tuple[Tensor, Tensor, Tensor]:
    """Return evidence (cases, options, names), and whether there is such an option, and it is right."""
    most = max(len(case.evidence) for case in cases)
    x = torch.zeros(len(cases), most, len(index))
    there, right = (torch.zeros(len(cases), most, dtype=torch.bool) for _ in range(2))
    for row, case in enumerate(cases):
        for column, (option, is_right) in enumerate(zip(case.evidence, case.right, strict=True)):
            there[row, column], right[row, column] = True, is_right
            for name, value in option.items():
                if name in index:
                    x[row, column, index[name]] = value
    return x, there, right


if __name__ == "__main__":
    main()
