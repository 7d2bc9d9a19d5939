"""The worst errors on the references, to be grouped by cause.

``python -m evaluation.errors --data DATA --gold GOLD --split dev`` lists core references that were missed, those with
most slots first, then false finds and wrong types, the surest first. With ``--slot place`` it lists the statements
whose place is empty, wrong or invented instead, and so for every other slot.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from evaluation import cases, scorer
from evaluation.cases import Case, Json
from evaluation.inputs import parser
from watchfloor.coder import Coder

SLOTS = "actor recipient place time citations speaker count mode stance".split()
#: What a reference holds beside its type: the more of it, the more is lost with it.
HELD = ("actor", "recipient", "place", "time", "speaker", "sources", "count", "instrument", "mode", "stance")
#: What can be wrong with a statement, and what with a slot.
KINDS = ("missed", "false", "type", "empty", "wrong", "invented")


@dataclass(frozen=True, slots=True)
class Error:
    """One error: its kind, the type that it is about, how bad it is among its like, where, and what it is in words."""

    kind: str
    type: str
    weight: float
    where: str
    told: str


def of(case: Case, rules: scorer.Rules) -> Iterator[Error]:
    """Every missed core reference, every false find and every wrong type of one document."""
    pairs, alone = rules.assign(case.reference["statements"], case.statements)
    # identity, not the record: two references may be equal
    met = {id(reference) for reference, _ in pairs}
    for reference in case.reference["statements"]:
        if reference.get("core", True) and id(reference) not in met:
            weight, where = sum(bool(reference.get(slot)) for slot in HELD), _where(case, reference["span"][0])
            yield Error("missed", reference["types"][0], weight, where, _reference(reference))
    for record in alone:
        yield _error("false", record["type"], case, record, _record(record))
    for reference, record in pairs:
        if not rules.typed(reference, record):
            type_ = f"{record['type']} for {reference['types'][0]}"
            yield _error("type", type_, case, record, _both(reference, record))


def of_slot(case: Case, rules: scorer.Rules, slot: str) -> Iterator[Error]:
    """Every pair of the right type whose slot is wrong, empty or invented."""
    pairs, _ = rules.assign(case.reference["statements"], case.statements)
    for reference, record in pairs:
        if not (reference.get("core", True) and rules.typed(reference, record)):
            continue
        wanted, given, right = rules.slots(reference, record, case.dated)[slot]
        if (wanted and not right) or (given and not wanted):
            kind = "invented" if not wanted else "wrong" if given else "empty"
            yield _error(kind, record["type"], case, record, _both(reference, record))


def worst(errors: Sequence[Error], number: int) -> list[Error]:
    """So many of each kind, the worst first; equals in the order of the documents."""
    ranked = sorted(errors, key=lambda error: -error.weight)
    return [error for kind in KINDS for error in [e for e in ranked if e.kind == kind][:number]]


def tally(errors: Sequence[Error]) -> Iterator[str]:
    """A line for each kind: how many, and of which types, the most frequent first."""
    for kind in KINDS:
        types = Counter(error.type for error in errors if error.kind == kind)
        if types:
            each = ", ".join(f"{type_} {count}" for type_, count in sorted(types.items(), key=lambda t: (-t[1], t[0])))
            yield f"{types.total()} {kind}: {each}"


def _error(kind: str, type_: str, case: Case, record: Json, told: str) -> Error:
    return Error(kind, type_, record["confidence"], _where(case, record["trigger"]["start"]), told)


def _both(reference: Json, record: Json) -> str:
    return f"{_record(record)}\n    wanted {_reference(reference)}"


def _where(case: Case, start: int) -> str:
    return f"{case.name}, at {start:,}"


def _reference(reference: Json) -> str:
    slots = [f"{slot} {_plain(reference[slot])}" for slot in HELD if reference.get(slot)]
    certainty = [c for c in (reference["modality"], reference["polarity"]) if c not in ("actual", "positive")]
    return f"{' or '.join(reference['types'])}: “{_line(reference['quote'])}” ({'; '.join([*certainty, *slots])})"


def _record(record: Json) -> str:
    said = record["attribution"]
    values = {
        "actor": [p["text"] for p in record["actors"]],
        "recipient": [p["text"] for p in record["recipients"]],
        "place": [p["text"] for p in record["places"]],
        "time": record["time"] and f"{record['time']['text']}: {record['time']['from']}/{record['time']['to']}",
        "speaker": said["speaker"] and said["speaker"]["text"],
        "sources": [f"{c['outlet']}, {c['date']}" for c in said["citations"]],
        "count": [f"{q['kind']} {q['low']}-{q['high']}" for q in record["quantities"]],
        "mode": record["modes"],
        "stance": record["stance"],
    }
    slots = [f"{slot} {_plain(value)}" for slot, value in values.items() if value]
    certainty = [c for c in (record["modality"], record["polarity"]) if c not in ("actual", "positive")]
    trigger = f"{record['type']} [{_line(record['trigger']['text'])}] {record['confidence']:.2f}"
    sentence = _line(record["evidence"]["text"])
    return f"{trigger} ({'; '.join([*certainty, *slots])})\n    in “{sentence}”\n    because {record['rule']}"


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {v}" for k, v in value.items())
    return " & ".join(_plain(v) for v in value) if isinstance(value, list) else _line(str(value))


def _line(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """List the errors, with how many there are of each kind."""
    arguments = parser("python -m evaluation.errors", "List the worst errors on the references.")
    arguments.add_argument("--slot", choices=SLOTS, help="look at this slot instead of whole statements")
    arguments.add_argument("--number", type=int, default=30, help="how many of each kind (30)")
    options = arguments.parse_args()
    rules, coder = scorer.rules(options.gold), Coder.load()
    found: list[Error] = []
    for case in cases.together(options.data, options.gold, options.split, coder):
        found += of_slot(case, rules, options.slot) if options.slot else of(case, rules)
    console = Console(highlight=False, soft_wrap=True)
    for number, error in enumerate(worst(found, options.number), 1):
        console.print(f"{number}. {error.kind}, {error.where}\n    {error.told}", markup=False)
    for line in tally(found):
        console.print(line)


if __name__ == "__main__":
    main()
