"""Which documents of an event are one text, and which quote the same words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from . import event_wording, wording
from .ids import short
from .naming import Names
from .table import QUIET

if TYPE_CHECKING:
    from watchfloor.events import Quote, Told

#: What may stand around quoted words, as their text is cut into sentences.
MARKS = '“”",'


def likeness(told: "Told", quotes: Sequence["Quote"], names: Names) -> Iterator[tuple[str, Text]]:
    """A line for each text that several documents have, and one for what others quote as well."""
    kept = {each.document: each for each in told.kept.values()}

    def called(document: str, *, day: bool = True) -> Text:
        """Who publishes it, when, and how to name it."""
        each = kept[document]
        published = f", {wording.day(each.published)}" if day and each.published else ""
        return Text(f"{names.source(each.source or each.key)}{published}").append(f" ({short(document)})", style=QUIET)

    groups: dict[str, list[str]] = {}
    for document, first in told.copies.items():
        groups.setdefault(first, []).append(document)
    for first, later in sorted(groups.items()):
        later.sort(key=lambda d: (kept[d].published or "9999", kept[d].key))
        copied = Text(", ").join(map(called, later))
        yield "copies", Text.assemble(called(first), " first, then ", copied, ("; one source", QUIET))
    for quote in quotes:
        both = Text(" and ").join(called(document, day=False) for document in (quote.left, quote.right))
        count = f" quote {event_wording.plural(quote.words, 'word')} alike: "
        yield "same quote", Text.assemble(both, count, (f"“{wording.words(quote.text.strip(MARKS))}”", QUIET))
