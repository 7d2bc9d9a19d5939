"""Hatchling's hook: compiles the place index before a wheel or an editable install is made.

By hand: `python tools/compile_places.py`.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
from compile_places import KNOWLEDGE, TARGET, compile_places  # noqa: E402  (hatchling loads this file by its path)


class PlacesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `index.bin`, which git ignores, to what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile unless an index is there that is younger than what it is made with; `version` is not used."""
        makers = (Path(__file__).with_name("compile_places.py"), KNOWLEDGE / "folding.py")
        if not TARGET.exists() or TARGET.stat().st_mtime < max(maker.stat().st_mtime for maker in makers):
            compile_places()
        build_data["artifacts"].append(TARGET.relative_to(Path(self.root)).as_posix())
