"""What a file of this repository must not say: where one machine keeps things, or which package index it uses."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Installing asks whatever index a machine is set up with; a host in a lock file would bind everybody to one.
INDEX_HOSTS = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|--(?:extra-)?index-url[ =]h")
#: Absolute paths of somebody's machine, and ways out of the repository.
OUTSIDE = re.compile(r"(?<![\w./~-])/(?:root|home|Users|work|mnt|opt)/\w|\.\./shared\b")

#: Text by which it is told; what is not decodable is data.
LARGEST = 2_000_000


def kept() -> list[Path]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [p for p in paths if p.is_file() and p.stat().st_size <= LARGEST]


def text(path: Path) -> str:
    """The text of a file; empty where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize(
    ("pattern", "what"), [(INDEX_HOSTS, "a package index"), (OUTSIDE, "a path outside")], ids=["index", "outside"]
)
def test_no_file_names(pattern: re.Pattern[str], what: str) -> None:
    found = {p.relative_to(ROOT).as_posix(): m[0] for p in kept() if (m := pattern.search(text(p)))}
    assert not found, f"these files name {what}"


def test_the_patterns_find_what_they_are_for() -> None:
    assert INDEX_HOSTS.search("--index-url " + "https://example.org/simple")
    assert INDEX_HOSTS.search("files." + "pythonhosted" + ".org")
    assert OUTSIDE.search("see /" + "home/somebody/file")
    assert OUTSIDE.search("../" + "shared/x")
    assert not OUTSIDE.search("the address example.org/work/papers")


def test_locks_are_whole() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
        assert len(pins) > 20
        assert "torch" not in pins, "a training framework is not for those who only read"
        assert lock.count("--hash=sha256:") >= len(pins)
