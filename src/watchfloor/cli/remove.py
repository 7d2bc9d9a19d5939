"""The command `remove`: take a document out, and leave a trace."""

from typing import Annotated

import typer

from .failures import SOME_FAILED, Failures
from .ids import short
from .link import linked
from .storing import DEFAULT, SignedOption, StoreOption, opened, signed
from .summary import grown_record, write
from .working import working


def remove(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of it, its path or URL.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it has to go.")],
    by: SignedOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Take a document out of the store: all its versions, their bytes and text, and every statement in them.

    What stays is a row that says which id and key went, when, why and at whose wish, and decisions without their words.

    Exit status: 0 taken out, 1 the events could not be put together anew, 2 wrong use or no such document.
    """
    name = signed(by)
    if not reason.strip():
        raise typer.BadParameter("say why", param_hint="--reason")
    failures = Failures()
    with opened(store) as kept:
        key = kept.document(document).key
        gone = kept.remove(document, name, reason.strip())
        with working(kept, "remove", failures):
            growth = linked(kept, failures)
    versions = f"{len(gone)} version{'' if len(gone) == 1 else 's'}"
    words = f"removed {key}: {versions} ({', '.join(map(short, gone))})"
    write(words, {"removed": gone, "key": key, **grown_record(growth)})
    if failures.count:
        raise typer.Exit(SOME_FAILED)
