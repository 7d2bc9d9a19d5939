"""The files that the model is made from, by checksum: on other data the model card would not be true."""

import csv
import hashlib
from pathlib import Path

LIST = Path(__file__).with_name("manifest.csv")


class ChangedData(Exception):
    """A file is missing or is not the one that the manifest names."""


def check(data: Path, encoder: Path) -> None:
    """Compare all files with the manifest; raise ``ChangedData`` for the first that differs."""
    roots = {"data": data, "encoder": encoder}
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = roots[row["root"]] / row["path"]
            if not path.is_file():
                raise ChangedData(f"{path} is missing")
            if checksum(path) != row["sha256"]:
                raise ChangedData(f"{path} is not the file of {LIST.name}")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
