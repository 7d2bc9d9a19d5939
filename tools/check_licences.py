"""Refuse dependencies whose licence does not fit an Apache-2.0 product: AGPL and GPL, or none that can be made out.

Usage: python tools/check_licences.py LOCK [LOCK ...]. LGPL and MPL libraries are used unmodified and are fine. Each
installed package is taken at its word: its licence expression, else its classifiers, else its licence field.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

#: The GPL and the AGPL, but not the LGPL, as expressions ("GPL-3.0-only") and as classifiers spell them.
REFUSED = re.compile(r"\b(?:AGPL|GPL)|(?<!Lesser )\bGeneral Public License|\bAffero\b", re.IGNORECASE)


def names(lock: Path) -> Iterator[str]:
    """The packages of a lock file that are meant for this machine and are installed here."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==", line):
            yield match[1]


def licence(package: Distribution) -> str:
    """What the package says of its licence; empty where it says nothing."""
    about = package.metadata
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier", []) if c.startswith("License :: ")]
    expression, field = (str(about[key]) if key in about else "" for key in ("License-Expression", "License"))
    lines = (expression or ", ".join(classifiers) or field).strip().splitlines()
    return lines[0] if lines else ""


def fits(said: str) -> bool:
    """True where at least one of the licences offered may be used."""
    return bool(said) and any(not REFUSED.search(choice) for choice in re.split(r"\s+OR\s+", said))


def main() -> int:
    """Print what does not fit; the exit status is 1 where there is any."""
    wanted = sorted({name for lock in sys.argv[1:] for name in names(Path(lock))})
    checked, refused = 0, []
    for name in wanted:
        try:
            said = licence(distribution(name))
        except PackageNotFoundError:
            continue  # of another platform
        checked += 1
        if not fits(said):
            refused.append(f"{name}: {said or 'no licence stated'}")
    print("\n".join([*refused, f"{checked} licences checked, {len(refused)} refused"]))
    return 1 if refused or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
