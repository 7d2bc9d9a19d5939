"""The untyped entries of a kind, kept between runs so that YAML is parsed only when it has changed.

The cache is made anew whenever a byte of the files, the version or the layout changes, and done without where there is
no place for it.
"""

import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from .faults import Fault
from .syntax import Raw, parse

_LAYOUT = "1"  # raised when the shape of the cache changes


def sources(kind: str, root: Path) -> list[Path]:
    """Return the files of a kind under a root, sorted by path."""
    found = [root / f"{kind}{ending}" for ending in (".yaml", ".csv")]
    found += [path for ending in (".yaml", ".csv") for path in (root / kind).rglob(f"*{ending}")]
    return sorted(path for path in found if path.is_file())


def rows(kind: str, root: Path) -> tuple[list[Raw], list[Fault]]:
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
            parse(name, content, *kept)
        _keep(cache, digest.hexdigest(), *kept)
    return kept[0], faults + kept[1]


def _recall(cache: Path, key: str) -> tuple[list[Raw], list[Fault]] | None:
    try:
        stored = json.loads(cache.read_bytes())
        if stored["key"] == key:
            return [Raw(*row) for row in stored["rows"]], [Fault(*fault) for fault in stored["faults"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no cache, or not ours: the files say it all
    return None


def _keep(cache: Path, key: str, raws: list[Raw], faults: list[Fault]) -> None:
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
