"""Which files an input means."""

from pathlib import Path

from watchfloor.documents import find


def test_folders_are_expanded_in_sorted_order(tmp_path, monkeypatch):
    for name in ("b.txt", "a/z.PDF", "a/b.md", "a.html", "c.docx", "d.csv", ".hidden.txt", ".git/x.txt", "e.py"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    assert find(["in"]) == ["in/a/b.md", "in/a/z.PDF", "in/a.html", "in/b.txt", "in/c.docx"]


def test_named_files_are_kept_whatever_they_are_called(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("notes").write_text("x")
    Path("empty").mkdir()
    assert find(["notes", "-", "missing.txt", "empty", "notes"]) == ["notes", "-", "missing.txt", "empty"]


def test_links_to_folders_do_not_lead_round_in_circles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text("x")
    Path("in/again").symlink_to(tmp_path / "in")
    assert find(["in"]) == ["in/a.txt"]
