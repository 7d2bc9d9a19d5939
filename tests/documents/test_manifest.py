"""Manifests: strict, with the line in every complaint."""

import pytest

from watchfloor.documents import DocumentError, Hints, read_manifest


def test_columns_in_any_order_and_paths_beside_the_manifest(file, tmp_path):
    path = file(
        "m/list.csv",
        b'\xef\xbb\xbftitle,PATH,published,source,url\r\n"A, B",a.txt,2021-09-24,tass,\r\n\r\n,sub/b c.pdf,,,\r\n',
    )
    folder = (tmp_path / "m").as_posix()
    assert read_manifest(path) == [
        (f"{folder}/a.txt", Hints(published="2021-09-24", source="tass", title="A, B")),
        (f"{folder}/sub/b c.pdf", Hints()),
    ]


def test_absolute_paths_stay(file):
    assert read_manifest(file("list.csv", b"path\n/data/a.txt\n")) == [("/data/a.txt", Hints())]


CASES = {
    "no path column": (b"file,published\na.txt,2021-01-01\n", "", 'no column "path"'),
    "empty": (b"", "", 'no column "path"'),
    "unknown column": (b"path,date\na.txt,2021-01-01\n", ":1", 'unknown column "date"'),
    "column twice": (b"path,path\na.txt,b.txt\n", ":1", "named twice"),
    "too many fields": (b"path,title\na.txt,x\nb.txt,One, Two\n", ":3", "3 fields where the header has 2"),
    "too few fields": (b"path,title\na.txt\n", ":2", "1 fields where the header has 2"),
    "no path": (b"path,title\n,One\n", ":2", "the path is empty"),
    "path twice": (b"path\na.txt\nb.txt\na.txt\n", ":4", "a second time"),
    "no date": (b"path,published\na.txt,24/09/2021\n", ":2", '"24/09/2021" is not a date'),
    "half a date": (b"path,published\na.txt,2021-09\n", ":2", "is not a date"),
    "no such day": (b"path,published\na.txt,2021-02-30\n", ":2", "is not a date"),
    "compact date": (b"path,published\na.txt,20210924\n", ":2", "is not a date"),
    "open quote": (b'path,title\na.txt,"One\n', ":2", "not a line of CSV"),
}


@pytest.mark.parametrize(("data", "line", "problem"), CASES.values(), ids=CASES)
def test_complaints(file, data, line, problem):
    path = file("list.csv", data)
    with pytest.raises(DocumentError) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(f"{path}{line}: ")
    assert problem in str(caught.value)


def test_missing_manifest(tmp_path):
    with pytest.raises(DocumentError, match="cannot be opened"):
        read_manifest(str(tmp_path / "none.csv"))
