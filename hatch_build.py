"""Build hook: compiles the place index into the package before a wheel or an editable install is made."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILER = Path("tools/build_places.py")


class PlaceIndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the compiler of places; it leaves an index that is up to date as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the index of places. Raises CalledProcessError where the compiler fails."""
        compiler = Path(self.root) / COMPILER
        if compiler.exists():
            subprocess.run([sys.executable, str(compiler)], cwd=self.root, check=True)
