"""Where somebody decides: all decisions of one command are checked before any of them is kept."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from watchfloor.records import Decision, to_dict

from .decision_wording import decided
from .failures import WRONG_USE, Failures
from .ids import short
from .link import linked
from .storing import opened
from .summary import write

if TYPE_CHECKING:
    from watchfloor.assessment import Member
    from watchfloor.events import Told
    from watchfloor.knowledge import Knowledge
    from watchfloor.store import Store

#: What these change is no reason to link anew.
LEAVES_LINKS = ("confirm",)


@contextmanager
def desk(url: str) -> Iterator["Desk"]:
    """A desk at the store of that URL; a decision that cannot be made ends the command with one line and status 2."""
    from watchfloor import knowledge
    from watchfloor.assessment import DecisionError

    with opened(url) as store:
        try:
            yield Desk(store, knowledge.load())
        except DecisionError as error:
            Failures().warn(f"{error}; nothing was kept")
            raise typer.Exit(WRONG_USE) from error


def now() -> str:
    """This moment, as decisions are dated."""
    return datetime.now(UTC).isoformat()


class Desk:
    """A store, what is known, and the decisions of this command."""

    def __init__(self, store: "Store", known: "Knowledge") -> None:
        """Take both; decisions are read when they are first needed."""
        from watchfloor.assessment import Reading
        from watchfloor.events import Events

        self.store = store
        self.events = Events(store, known)
        self.reading = Reading(known)
        self._failures = Failures()
        self._made: list[Decision] = []

    def statement(self, prefix: str) -> "Member":
        """The statement as it was coded: what a decision hangs on."""
        return self.store.statement(prefix).member

    def corrected(self, member: "Member") -> "Member":
        """The same as people left it, those of this command too; raises DecisionError where somebody rejected it."""
        from watchfloor import assessment

        if rejection := self.events.applied.rejected.get(member.id):
            raise assessment.DecisionError(
                f"statement {short(member.id)} was rejected by {rejection.by}: "
                f"first `watchfloor decide undo {short(rejection.id)}`"
            )
        now_read = self.events.effective.now(member) or member
        return assessment.apply([now_read], self._made, self.events.ties).members[0]

    def event(self, prefix: str) -> tuple["Told", Sequence["Member"]]:
        """An event, and its statements as they were coded, the founding one first; DecisionError where none is left."""
        from watchfloor.assessment import DecisionError

        id_ = self.store.event(prefix)
        told = self.events.told(id_)
        if told is None:
            raise DecisionError(f"event {short(id_)}: every statement of it was rejected or replaced")
        return told, [told.kept[m.id].member for m in told.members]

    def last(self, members: Sequence["Member"], scope: str) -> Decision:
        """The latest decision in force on a statement or an event; raises DecisionError where there is none."""
        from watchfloor.assessment import DecisionError

        applied = self.events.applied
        held = [d for found in (applied.touched, applied.events) for m in members for d in found.get(m.id, ())]
        mine = [d for d in held if d.scope == scope]
        if not mine:
            raise DecisionError(f"nobody has decided anything on this {scope} that could be taken back")
        return max(mine, key=lambda d: (d.at, d.id))

    def decision(self, prefix: str) -> Decision:
        """The decision of that id, or beginning of one; raises DecisionError."""
        from watchfloor.assessment import DecisionError

        found = [d for d in self.events.decisions if prefix and d.id.startswith(prefix.strip().lower())]
        if len(found) != 1:
            which = f"several decisions begin with {prefix!r}" if found else f"no decision {prefix!r}"
            raise DecisionError(f"{which}; `watchfloor decide list` lists them")
        return found[0]

    def take_back(self, decision: Decision, by: str, reason: str) -> None:
        """Undo a decision."""
        from watchfloor import assessment

        made = assessment.undo(decision, by=by, at=now(), reason=reason, decisions=self.events.decisions)
        self.keep(made)

    def doubt(self, actors: Sequence[str]) -> None:
        """Say so where nobody bears one of these names: it may be mistyped."""
        from watchfloor.store import Filter

        for name in actors:
            named = self.store.statements(Filter(actors=frozenset({name})))
            if self.reading.participant(name).id is None and next(named, None) is None:
                self._failures.warn(f'nobody is named "{name}" in the registry or in what is kept; the decision waits')

    def keep(self, decision: Decision) -> None:
        """Have a decision kept when the command is done."""
        self._made.append(decision)

    def done(self, *, link: bool, vector: bytes | None = None) -> None:
        """Keep all decisions, say what each changed and how to undo it, and link anew where that can change events."""
        for decision in self._made:
            self.store.decide(decision, vector if decision.action == "add" else None)
            write(
                f"{self._said(decision)}\nundo: watchfloor decide undo {short(decision.id)} --reason ...",
                to_dict(decision),
            )
        if all(decision.action in LEAVES_LINKS for decision in self._made):
            return
        if not link:
            self._hint("the next `watchfloor link` brings events up to date")
            return
        linked(self.store, self._failures)
        touched = dict.fromkeys(a.statement for d in self._made for a in (*d.subjects, *d.others))
        told = {kept.event: None for kept in map(self.store.statement, touched) if kept.event}
        for event in told:
            self._hint(f"see watchfloor event {short(event)}")

    def _hint(self, line: str) -> None:
        if sys.stdout.isatty():
            typer.echo(line)

    def _said(self, decision: Decision) -> str:
        """What was decided; of an undoing, what is taken back."""
        undone = next((d for d in self.events.decisions if d.id == decision.undoes), None)
        return f"taken back: {decided(undone)}" if undone else decided(decision)
