"""Wrong use, told in one line like everything else that goes wrong: what, where, and where to look it up."""

import re
import sys
from collections.abc import Sequence
from typing import Any, cast

import typer
from typer.core import TyperGroup

from .failures import WRONG_USE, Failures

#: What Typer raises on wrong use, for which it has no name of its own.
UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])
#: How Typer begins: "Invalid value for '--limit': ", and what pydantic adds to it.
OPENING = re.compile(r"Invalid value(?: for '?(?P<where>[^:]*?)'?)?: (?:Value error, )?")


class Commands(TyperGroup):
    """The commands as a whole."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the one that was typed; ends the process with its exit status, unless the caller wants it."""
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except UsageError as error:
            if not standalone_mode:
                raise
            if type(error).__name__ != "NoArgsIsHelpError":  # of which the help has been printed
                Failures().warn(in_one_line(error))
            sys.exit(WRONG_USE)
        if not standalone_mode:
            return status
        sys.exit(status or 0)


def in_one_line(error: Any) -> str:
    """What was typed wrongly, and whose help says how it is typed."""
    said = " ".join(error.format_message().split()).removesuffix(".")
    met = OPENING.match(said)
    told = f"{met['where']}: {said[met.end() :]}" if met and met["where"] else said[met.end() if met else 0 :]
    command = error.ctx.command_path if error.ctx else "watchfloor"
    return f"{told}; see {command} --help"
