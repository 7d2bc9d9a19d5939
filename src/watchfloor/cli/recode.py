"""The command `recode`: code anew what an older edition of the program has coded."""

from functools import partial
from typing import TYPE_CHECKING

import typer

from watchfloor.records import to_dict

from . import filters
from .failures import SOME_FAILED, Failures
from .ids import short
from .link import linked
from .progress import progress
from .storing import DEFAULT, StoreOption, opened
from .summary import Summary, write
from .working import attempted, coder, working

if TYPE_CHECKING:
    from watchfloor.assessment import Unfit


def recode(
    actor: filters.ActorOption = None,
    type_: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    source: filters.SourceOption = None,
    since: filters.SinceOption = None,
    until: filters.UntilOption = None,
    text: filters.TextOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Code anew the documents that another edition of the program or of its knowledge has coded, and link again.

    Decisions follow the words that they were made on; those that fit nothing any more are listed, and stay. Broken off,
    the same command goes on.

    Exit status: 0 all coded, 1 some failed and stand as they were, 2 wrong use.
    """
    asked = filters.chosen(actor=actor, type_=type_, place=place, source=source, since=since, until=until, text=text)
    from watchfloor import pipeline
    from watchfloor.edition import edition

    failures = Failures()
    summary = Summary()
    with opened(store) as kept, working(kept, "recode", failures) as run:
        older = [each.document for each in kept.standings(asked) if each.coder != edition()]
        with progress(len(older), failures.console) as bar:
            for id_ in older:
                summary.add(attempted(kept, run, short(id_), partial(pipeline.recode, kept, run, id_, coder), failures))
                bar.advance()
        summary.growth = linked(kept, failures)
        unfit = kept.unfit()
    lines = [summary.words(), *map(unfit_words, unfit)]
    write("\n".join(lines), {**summary.record(), "unfit": [unfit_record(each) for each in unfit]})
    if failures.count:
        raise typer.Exit(SOME_FAILED)


def unfit_words(unfit: "Unfit") -> str:
    """A decision that no longer fits, for people."""
    made = unfit.decision
    keys = ", ".join(dict.fromkeys(anchor.key for anchor in made.subjects))
    return f"no longer fits: {made.action} by {made.by}, {made.at[:10]} [{short(made.id)}] on {keys}: {unfit.why}"


def unfit_record(unfit: "Unfit") -> dict[str, object]:
    """The same for programs: the decision, and why it has no effect."""
    return {**to_dict(unfit.decision), "why": unfit.why}
