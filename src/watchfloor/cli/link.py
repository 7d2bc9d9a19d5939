"""The command `link`: statements of one happening into one event."""

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from .failures import SOME_FAILED, Failures, fault
from .storing import DEFAULT, StoreOption, opened
from .summary import grown_record, grown_words, write
from .working import working

if TYPE_CHECKING:
    from watchfloor.growth import Growth
    from watchfloor.store import Store


#: What DuckDB makes of an interruption from the keyboard.
INTERRUPTED = "Query interrupted"


def link(
    store: StoreOption = DEFAULT,
    afresh: Annotated[
        bool,
        typer.Option("--afresh", help="Weigh everything anew, not only what came in; ids go on."),
    ] = False,
) -> None:
    """Put statements together that tell the same event; `add` does it too.

    What people decided holds. Events keep their ids; where two become one, or one becomes two, the old id leads on.

    Exit status: 0 linked, or nothing to do; 1 it failed, and what was linked before stands; 2 wrong use.
    """
    failures = Failures()
    with opened(store) as kept, working(kept, "link", failures):
        growth = linked(kept, failures, afresh=afresh)
    if growth:
        write(grown_words(growth), grown_record(growth))
    if failures.count:
        raise typer.Exit(SOME_FAILED)


def linked(store: "Store", failures: Failures, *, afresh: bool = False) -> "Growth | None":
    """How the events grew, where something asks for linking; None where it fails, which has been said."""
    from watchfloor import knowledge, pipeline
    from watchfloor.growth import Growth
    from watchfloor.knowledge import KnowledgeError
    from watchfloor.store import StoreError

    if not (afresh or store.unlinked()):
        return Growth(0, 0)
    try:
        with failures.console.status("linking") if failures.console.is_terminal else nullcontext():
            return pipeline.link(store, knowledge.load(), afresh=afresh)
    except (StoreError, KnowledgeError):
        raise
    except Exception as error:  # what was added is kept all the same
        if str(error) == INTERRUPTED:
            raise KeyboardInterrupt from error
        failures.add(
            f"linking stopped at a fault of the program ({fault(error)}); what was added is kept; please report it"
        )
    return None
