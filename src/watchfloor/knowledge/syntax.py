"""The bytes of YAML and CSV files to untyped entries.

YAML files hold a list of mappings. Nothing is guessed from how a scalar looks: `NO` stays a country and `19:18` stays
text. CSV files have a header row; an empty cell is an absent key.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .faults import Fault

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # five times faster in C, where libyaml is there


@dataclass(frozen=True, slots=True)
class Raw:
    """One entry as it is written: strings, lists and dicts of strings, and the line on which it begins."""

    file: str
    line: int
    fields: dict[str, Any]


def parse(name: str, content: bytes, raws: list[Raw], faults: list[Fault]) -> None:
    """Append the entries and the faults of one file, in the order of its lines."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(Fault(name, content[: error.start].count(b"\n") + 1, "is not UTF-8"))
        return
    reader = _read_csv if name.endswith(".csv") else _read_yaml
    for item in reader(name, text):
        if isinstance(item, Fault):
            faults.append(item)
        else:
            raws.append(item)


def _read_csv(name: str, text: str) -> Iterator[Raw | Fault]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    try:
        for cells in reader:
            if not header:
                header = cells
            elif len(cells) != len(header):
                yield Fault(name, reader.line_num, f"{len(cells)} cells under {len(header)} columns")
            else:
                yield Raw(name, reader.line_num, {key: cell for key, cell in zip(header, cells, strict=True) if cell})
    except csv.Error as error:
        yield Fault(name, reader.line_num, str(error))


def _read_yaml(name: str, text: str) -> Iterator[Raw | Fault]:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Fault(name, mark.line + 1 if mark else 0, getattr(error, "problem", None) or "is not YAML")
        return
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        yield Fault(name, 1, "must be a list of entries")
        return
    for node in root.value:
        line = node.start_mark.line + 1
        faults: list[Fault] = []
        fields = _plain(node, name, faults)
        if not isinstance(fields, dict):
            faults.append(Fault(name, line, "an entry must be a mapping"))
        yield from faults
        if isinstance(fields, dict):
            yield Raw(name, line, fields)


def _plain(node: yaml.Node, name: str, faults: list[Fault]) -> Any:
    """Return strings, lists and dicts of strings; a key given twice in one mapping is a fault."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name, faults) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        fields: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in fields:
                faults.append(Fault(name, key.start_mark.line + 1, f"key {key.value!r} is given twice"))
            fields[str(key.value)] = _plain(value, name, faults)
        return fields
    return node.value
