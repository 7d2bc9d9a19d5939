"""The one reader of knowledge files: YAML and CSV to typed entries, with every fault named by file and line.

A *kind* of knowledge is a folder (or one file) of that name under `knowledge/data`: `actors/*.yaml`, `sources.csv`.
A user's folder is laid out alike; its entries replace ours of the same key, the rest are added. How a file is written
is the business of `syntax`; the caller's pydantic model gives the types.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from .faults import Fault, KnowledgeError
from .row_cache import rows

DATA = Path(__file__).parent / "data"


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


def table(kind: str, model: type[T], folder: Path | None = None) -> Table[T]:
    """Read all entries of a kind from the package and, over them, from the user's folder.

    An entry of the user's replaces ours of the same identity; the same identity twice in one layer is a fault.
    """
    faults: list[Fault] = []
    kept: dict[object, Row[T]] = {}
    for root in (DATA, folder):
        if root is None:
            continue
        raws, unreadable = rows(kind, root)
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
