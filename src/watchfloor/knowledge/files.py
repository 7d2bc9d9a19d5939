"""The one reader of knowledge files: YAML and CSV to typed entries, with every fault named by file and line.

A *kind* of knowledge is a folder (or one file) of that name under `knowledge/data`: `actors/*.yaml`, `sources.csv`.
A user's folder is laid out alike; its entries replace ours of the same key, the rest are added.

YAML files hold a list of mappings. Nothing is guessed from how a scalar looks: `NO` stays a country and `19:18` stays
text; the caller's pydantic model gives the types. CSV files have a header row; an empty cell is an absent key.
"""

import csv
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

import platformdirs
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

DATA = Path(__file__).parent / "data"
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # five times faster in C, where libyaml is there
_LAYOUT = "1"  # raised when the shape of the cache changes


class Entry(BaseModel):
    """Base of what one entry of a knowledge file may hold: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def identity(self) -> object:
        """Return what makes two entries the same: their `id`, unless a model says otherwise; None: nothing does."""
        return getattr(self, "id", None)


def _split(value: object) -> object:
    return tuple(part.strip() for part in value.split("|") if part.strip()) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_split)]
"""Several strings: a YAML list, or one scalar with `|` between them (the only way that CSV has)."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at a line (from 1; 0 for the file as a whole) of a knowledge file."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Return the line that a compiler would print."""
        return f"{self.file}:{self.line}: {self.what}"


class KnowledgeError(ValueError):
    """The knowledge files cannot be used; `faults` has all that is wrong with them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults; the message has one a line."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


T = TypeVar("T", bound=Entry)


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """An entry and where it stands."""

    entry: T
    file: str
    line: int

    def fault(self, what: str) -> Fault:
        """Return a fault that points at this entry."""
        return Fault(self.file, self.line, what)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """All entries of one kind, in the order of files and lines, and the faults of those that could not be read."""

    rows: tuple[Row[T], ...]
    faults: tuple[Fault, ...]

    def entries(self) -> tuple[T, ...]:
        """Return the entries; raises KnowledgeError where any file has a fault."""
        if self.faults:
            raise KnowledgeError(self.faults)
        return tuple(row.entry for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Raw:
    file: str
    line: int
    fields: dict[str, Any]


def table(kind: str, model: type[T], folder: Path | None = None) -> Table[T]:
    """Read all entries of a kind from the package and, over them, from the user's folder.

    An entry of the user's replaces ours of the same identity; the same identity twice in one layer is a fault.
    """
    faults: list[Fault] = []
    kept: dict[object, Row[T]] = {}
    for root in (DATA, folder):
        if root is None:
            continue
        raws, unreadable = _cached(kind, root)
        faults += unreadable
        here: dict[object, Row[T]] = {}
        for raw in raws:
            try:
                row = Row(model.model_validate(raw.fields), raw.file, raw.line)
            except ValidationError as error:
                faults += [
                    Fault(raw.file, raw.line, f"{'.'.join(map(str, problem['loc'])) or 'entry'}: {problem['msg']}")
                    for problem in error.errors(include_url=False)
                ]
                continue
            name = row.entry.identity()
            name = (root, raw.file, raw.line) if name is None else name
            first = here.setdefault(name, row)
            if first is not row:
                faults.append(row.fault(f"{name!r} is already told in {first.file}:{first.line}"))
        kept.update(here)
    return Table(tuple(kept.values()), tuple(sorted(faults)))


def sources(kind: str, root: Path) -> list[Path]:
    """Return the files of a kind under a root, sorted by path."""
    found = [root / f"{kind}{ending}" for ending in (".yaml", ".csv")]
    found += [path for ending in (".yaml", ".csv") for path in (root / kind).rglob(f"*{ending}")]
    return sorted(path for path in found if path.is_file())


def _cached(kind: str, root: Path) -> tuple[list[_Raw], list[Fault]]:
    """Return the untyped rows of a kind: from the cache where it was made of the same bytes, else from the files."""
    faults: list[Fault] = []
    contents: dict[str, bytes] = {}
    digest = hashlib.sha256(f"{_LAYOUT} {_version()}".encode())
    for path in sources(kind, root):
        name = path.relative_to(root).as_posix()
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            faults.append(Fault(name, 0, f"cannot be read: {error.strerror}"))
            continue
        digest.update(name.encode() + b"\0" + hashlib.sha256(contents[name]).digest())
    place = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]  # one cache file a root: it never piles up
    cache = platformdirs.user_cache_path("watchfloor", appauthor=False) / f"{kind}-{place}.json"
    kept = _recall(cache, digest.hexdigest())
    if kept is None:
        kept = [], []
        for name, content in contents.items():
            _parse(name, content, *kept)
        _keep(cache, digest.hexdigest(), *kept)
    return kept[0], faults + kept[1]


def _recall(cache: Path, key: str) -> tuple[list[_Raw], list[Fault]] | None:
    try:
        stored = json.loads(cache.read_bytes())
        if stored["key"] == key:
            return [_Raw(*row) for row in stored["rows"]], [Fault(*fault) for fault in stored["faults"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no cache, or not ours: the files say it all
    return None


def _keep(cache: Path, key: str, raws: list[_Raw], faults: list[Fault]) -> None:
    """Write the cache in one step; a folder that cannot be written only costs time."""
    text = json.dumps(
        {
            "key": key,
            "rows": [[raw.file, raw.line, raw.fields] for raw in raws],
            "faults": [list(asdict(fault).values()) for fault in faults],
        },
        ensure_ascii=False,
    )
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=cache.parent, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(cache)
        except OSError:
            Path(name).unlink()
    except OSError:
        return


def _version() -> str:
    try:
        return version("watchfloor")
    except PackageNotFoundError:
        return "source"


def _parse(name: str, content: bytes, raws: list[_Raw], faults: list[Fault]) -> None:
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


def _read_csv(name: str, text: str) -> Iterator[_Raw | Fault]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    try:
        for cells in reader:
            if not header:
                header = cells
            elif len(cells) != len(header):
                yield Fault(name, reader.line_num, f"{len(cells)} cells under {len(header)} columns")
            else:
                yield _Raw(name, reader.line_num, {key: cell for key, cell in zip(header, cells, strict=True) if cell})
    except csv.Error as error:
        yield Fault(name, reader.line_num, str(error))


def _read_yaml(name: str, text: str) -> Iterator[_Raw | Fault]:
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
            yield _Raw(name, line, fields)


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
