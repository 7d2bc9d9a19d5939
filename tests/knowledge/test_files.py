"""Reading knowledge files: strings stay strings, every fault is named at once, the cache never changes the answer."""

from pathlib import Path

import pytest

from watchfloor.knowledge import files
from watchfloor.knowledge.faults import Fault, KnowledgeError
from watchfloor.knowledge.files import Entry, Texts, table


class Thing(Entry):
    """An entry of the tests."""

    id: str
    country: str | None = None
    size: int = 0
    names: Texts = ()


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the packaged data, and a cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "data"
    (folder / "things").mkdir(parents=True)
    monkeypatch.setattr(files, "DATA", folder)
    return folder


def write(folder: Path, name: str, text: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_scalars_are_text(ours: Path) -> None:
    write(ours, "things/a.yaml", "- {id: 19:18, country: NO, size: 3, names: [null, 1e3, 2001-01-01, yes]}\n")
    assert table("things", Thing).entries() == (
        Thing(id="19:18", country="NO", size=3, names=("null", "1e3", "2001-01-01", "yes")),
    )


def test_csv_and_yaml_are_one_kind(ours: Path) -> None:
    write(ours, "things.csv", '\ufeffid,country,names\nb,,"x|y, z"\n')
    write(ours, "things/a.yaml", "- id: a\n")
    entries = table("things", Thing).entries()
    assert [(entry.id, entry.country, entry.names) for entry in entries] == [
        ("a", None, ()),
        ("b", None, ("x", "y, z")),
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("things/a.yaml", "- id: a\n- id: b\n  colour: red\n", Fault("things/a.yaml", 2, "colour: Extra inputs are")),
        (
            "things/a.yaml",
            "- {id: a, size: many}\n",
            Fault("things/a.yaml", 1, "size: Input should be a valid integer"),
        ),
        ("things/a.yaml", "- id: a\n  size: 1\n  size: 2\n", Fault("things/a.yaml", 3, "key 'size' is given twice")),
        ("things/a.yaml", "- id: a\n- id: a\n", Fault("things/a.yaml", 2, "'a' is already told in things/a.yaml:1")),
        ("things/a.yaml", "- id: [a\n", Fault("things/a.yaml", 2, "")),
        ("things/a.yaml", "id: a\n", Fault("things/a.yaml", 1, "must be a list of entries")),
        ("things/a.yaml", "- just words\n", Fault("things/a.yaml", 1, "an entry must be a mapping")),
        ("things/a.yaml", b"- id: a\n- id: \xff\n", Fault("things/a.yaml", 2, "is not UTF-8")),
        ("things.csv", "id,size\na\n", Fault("things.csv", 2, "1 cells under 2 columns")),
    ],
)
def test_faults_name_file_and_line(ours: Path, name: str, text: str | bytes, expected: Fault) -> None:
    write(ours, name, text)
    for _ in range(2):  # the second time from the cache
        (fault,) = table("things", Thing).faults
        assert (fault.file, fault.line) == (expected.file, expected.line)
        assert fault.what.startswith(expected.what)


def test_all_faults_at_once(ours: Path) -> None:
    write(ours, "things/a.yaml", "- {id: a, colour: red, shape: round}\n- {size: 1}\n- id: c\n")
    write(ours, "things/b.yaml", "- {id: d, size: x}\n")
    read = table("things", Thing)
    assert [(fault.file, fault.line) for fault in read.faults] == [
        ("things/a.yaml", 1), ("things/a.yaml", 1), ("things/a.yaml", 2), ("things/b.yaml", 1),
    ]  # fmt: skip
    assert [row.entry.id for row in read.rows] == ["c"]
    with pytest.raises(KnowledgeError, match="shape"):
        read.entries()


def test_a_users_entry_replaces_ours(ours: Path, tmp_path: Path) -> None:
    write(ours, "things/a.yaml", "- {id: a, size: 1}\n- {id: b, size: 2}\n")
    write(tmp_path / "mine", "things/x.yaml", "- {id: a, size: 9}\n- {id: c, size: 3}\n")
    entries = table("things", Thing, tmp_path / "mine").entries()
    assert {entry.id: entry.size for entry in entries} == {"a": 9, "b": 2, "c": 3}
    assert {entry.id: entry.size for entry in table("things", Thing).entries()} == {"a": 1, "b": 2}


def test_the_cache_follows_the_files(ours: Path, tmp_path: Path) -> None:
    write(ours, "things/a.yaml", "- {id: a, size: 1}\n")
    assert table("things", Thing).entries()[0].size == 1
    (cached,) = (tmp_path / "cache").rglob("*.json")
    write(ours, "things/a.yaml", "- {id: a, size: 2}\n")
    assert table("things", Thing).entries()[0].size == 2
    cached.write_text('{"key": "broken"')
    assert table("things", Thing).entries()[0].size == 2
    assert len(list((tmp_path / "cache").rglob("*.*"))) == 1, "one cache file, nothing half-written"


def test_without_a_cache_it_reads_the_files(ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    write(ours, "things/a.yaml", "- {id: a, size: 1}\n")
    assert table("things", Thing).entries()[0].size == 1
