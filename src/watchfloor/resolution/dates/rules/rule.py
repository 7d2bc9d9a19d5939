"""What a rule of the grammar is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from watchfloor.resolution.dates.forms import Kind
from watchfloor.resolution.dates.rules.slots import expanded

# Words on both sides end there; handles, paths, codes and amounts of money are left alone: "#May", "AK-47", "$2014".
_LEFT_EDGE = r"(?<![\w@#/$€£&-])"
_RIGHT_EDGE = r"(?!\w|['’]?\w*@)"


@dataclass(frozen=True)
class Rule:
    """One way to tell a time.

    `pattern` is written with the slots of `slots.py`, in any case but for names.  `given` are fields of the form that
    the words imply and no slot carries.  `after` has to match the text that ends where the expression begins;
    `never_after` and `never_before` must not match what stands around it: they hold the near misses.
    """

    kind: Kind
    pattern: str
    given: Mapping[str, object] = field(default_factory=dict)
    after: str = ""
    never_after: str = ""
    never_before: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, its slots filled in."""
        return re.compile(rf"(?i:{_LEFT_EDGE}(?:{expanded(self.pattern)}){_RIGHT_EDGE})")

    def stands(self, before: str, behind: str) -> bool:
        """Whether the guards allow an expression between these two pieces of text."""
        after, never_after, never_before = self._guards
        return (
            (after is None or after.search(before) is not None)
            and (never_after is None or never_after.search(before) is None)
            and (never_before is None or never_before.match(behind) is None)
        )

    @cached_property
    def _guards(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
        return (
            re.compile(rf"(?:{self.after})$") if self.after else None,
            re.compile(rf"(?:{self.never_after})$") if self.never_after else None,
            re.compile(self.never_before) if self.never_before else None,
        )
