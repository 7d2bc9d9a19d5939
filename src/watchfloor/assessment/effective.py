"""Single statements as people left them, where what was decided is worked out once for a whole store."""

from collections.abc import Iterable

from watchfloor.records import Decision

from .effects import Applied
from .force import in_force
from .identities import Identities
from .members import Member
from .ties import Ties


class Effective:
    """Looks up what became of a statement; ``applied`` is over all statements of the documents decided on.

    A decision finds its statement among all those of the document, so that it must not be applied to a few of them.
    """

    def __init__(self, applied: Applied, decisions: Iterable[Decision], ties: Ties) -> None:
        """Take what `apply` gave, and the table of decisions, of which those on actors reach into every document."""
        self._applied = applied
        self._members = {m.id: m for m in applied.members}
        self._identities = Identities(in_force(decisions), ties)

    def now(self, member: Member) -> Member | None:
        """The statement as it counts now; None where it was rejected."""
        if member.id in self._applied.rejected:
            return None
        return self._members.get(member.id) or self._identities.resolve(member)
