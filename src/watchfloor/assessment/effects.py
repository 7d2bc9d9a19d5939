"""What people's decisions make of statements: a pure function of the two tables, so that nothing done is ever lost.

Decisions take effect in the order of their time. Where two cannot both hold, the later one does and the earlier one is
shown beside it; one that fits nothing any more takes no effect and is listed with the reason.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from watchfloor.records import Decision

from . import slots
from .anchors import Finder
from .bonds import Binding, Bonds
from .force import in_force
from .identities import Identities
from .members import Member, Publication
from .ties import Ties


@dataclass(frozen=True)
class Change:
    """A slot of a statement that somebody set: what it was, what it is, whose decision made it so."""

    statement: str
    slot: str
    before: Any
    value: Any
    decision: Decision


@dataclass(frozen=True)
class Unfit:
    """A decision without effect, and why it has none."""

    decision: Decision
    why: str


@dataclass(frozen=True)
class Applied:
    """Statements as people left them.

    ``members``: corrected ones corrected, added ones in, rejected ones out; ``rejected``: statement to the decision;
    ``changes`` and ``touched`` (all decisions that hold) by statement; ``events``: decisions on events by their
    founding statement; ``overruled``: id of a decision to the later one that took its place; ``unfit``: those that
    no longer fit.
    """

    members: tuple[Member, ...] = ()
    rejected: Mapping[str, Decision] = field(default_factory=dict)
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    touched: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    events: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    overruled: Mapping[str, Decision] = field(default_factory=dict)
    unfit: tuple[Unfit, ...] = ()
    bonds: Bonds = Bonds()

    def on(self, statements: Collection[str]) -> "Applied":
        """What of it is about some statements (ids): those of an event, or of a document."""
        return replace(
            self,
            members=tuple(m for m in self.members if m.id in statements),
            rejected={id_: d for id_, d in self.rejected.items() if id_ in statements},
            changes={id_: c for id_, c in self.changes.items() if id_ in statements},
            touched={id_: d for id_, d in self.touched.items() if id_ in statements},
            events={id_: d for id_, d in self.events.items() if id_ in statements},
        )


def apply(
    members: Sequence[Member],
    decisions: Iterable[Decision],
    ties: Ties,
    publications: Iterable[Publication] = (),
) -> Applied:
    """The statements with every decision in force taken into account, in the order in which they came.

    ``publications``: documents of which no statement may be among ``members``, so that added ones find theirs.
    """
    table = list(decisions)
    state = _State(members, table, ties, publications)
    for decision in in_force(table):
        state.take(decision)
    return state.result()


class _State:
    """The statements while decisions are taken one after the other."""

    def __init__(
        self, members: Sequence[Member], table: Sequence[Decision], ties: Ties, publications: Iterable[Publication]
    ) -> None:
        self._finder = Finder(members)
        self._identities = Identities(in_force(table), ties)
        self._found = {m.id: m for m in members}
        self._now = {m.id: self._identities.resolve(m) for m in members}
        self._publications = {p.document: p for p in (*publications, *(m.publication for m in members))}
        # What a slot has ever been set to: who corrects a correction that is undone afterwards is still heard.
        self._ever: dict[tuple[str, str], list[Any]] = {}
        for decision in table:
            if decision.action == "set" and decision.scope == "statement":
                for each in decision.subjects:
                    if (member := self._finder.find(each)) is not None:
                        self._ever.setdefault((member.id, str(decision.slot)), []).append(decision.value)
        self._verdicts: dict[str, Decision] = {}
        self._set: dict[tuple[str, str], Decision] = {}
        self._changes: dict[str, list[Change]] = {}
        self._touched: dict[str, list[Decision]] = {}
        self._events: dict[str, list[Decision]] = {}
        self._overruled: dict[str, Decision] = {}
        self._unfit: list[Unfit] = []
        self._binding = Binding()

    def take(self, decision: Decision) -> None:
        """Let one decision have its effect."""
        if decision.action == "add":
            self._add(decision)
            return
        if decision.scope == "actor":
            self._overrule(self._identities.overruled.get(decision.id), decision)
            return
        subjects = [m.id for each in decision.subjects if (m := self._finder.find(each))]
        others = [m.id for each in decision.others if (m := self._finder.find(each))]
        if not subjects or (decision.others and not others):
            self._unfit.append(Unfit(decision, "what it was decided on is not found any more"))
            return
        binding = {"merge": self._binding.merge, "split": self._binding.split, "apart": self._binding.apart}
        if (bind := binding.get(decision.action)) is not None:
            bind(decision, subjects, others)
            for id_ in (*subjects, *others):
                self._touch(id_, decision)
        elif decision.action in ("confirm", "reject"):
            self._judge(decision, subjects)
        elif decision.scope == "event":
            self._set_event(decision, subjects[0])
        else:
            for id_ in subjects:
                self._correct(decision, id_)

    def result(self) -> Applied:
        """What came of it."""
        out = {id_: d for id_, d in self._verdicts.items() if d.action == "reject"}
        return Applied(
            tuple(m for id_, m in self._now.items() if id_ not in out),
            out,
            {id_: tuple(c) for id_, c in self._changes.items()},
            {id_: tuple(d) for id_, d in self._touched.items()},
            {id_: tuple(d) for id_, d in self._events.items()},
            self._overruled | self._binding.overruled(),
            tuple(self._unfit),
            Bonds(*self._binding.pairs(), *self._identities.pairs),
        )

    def _overrule(self, earlier: Decision | None, later: Decision) -> None:
        if earlier is not None and earlier.id != later.id:
            self._overruled[earlier.id] = later

    def _touch(self, id_: str, decision: Decision) -> None:
        self._touched.setdefault(id_, []).append(decision)

    def _add(self, decision: Decision) -> None:
        try:
            statement = slots.read(decision.value or {})
        except ValueError as error:
            self._unfit.append(Unfit(decision, str(error)))
            return
        publication = self._publications.get(statement.document)
        if publication is None:
            self._unfit.append(Unfit(decision, "its document is gone, or has another text now: add it again"))
            return
        twin = next((m for each in decision.subjects if (m := self._finder.find(each))), None)
        # Coded anew, the program may find it too: then the person's words stand, under the program's id.
        id_ = twin.id if twin else statement.id
        member = Member(replace(statement, id=id_), publication)
        self._now[id_] = member
        if twin is None:
            self._found[id_] = member
            self._finder.add(member)
        self._touch(id_, decision)

    def _judge(self, decision: Decision, subjects: Sequence[str]) -> None:
        if decision.scope == "event" and decision.action == "confirm":
            self._events.setdefault(subjects[0], []).append(decision)
        for id_ in subjects:
            earlier = self._verdicts.get(id_)
            if earlier is not None and earlier.action != decision.action:
                self._overrule(earlier, decision)
            self._verdicts[id_] = decision
            self._touch(id_, decision)

    def _correct(self, decision: Decision, id_: str) -> None:
        slot = str(decision.slot)
        now = slots.slot_of(self._now[id_].statement, slot)
        known = [now, slots.slot_of(self._found[id_].statement, slot), *self._ever.get((id_, slot), ())]
        if not any(slots.same(decision.before, each) for each in known):
            self._unfit.append(
                Unfit(decision, f"{slot}: the text is read as {slots.words(now)} now, not as what was corrected")
            )
            return
        try:
            statement = slots.with_slot(self._now[id_].statement, slot, decision.value)
        except ValueError as error:
            self._unfit.append(Unfit(decision, str(error)))
            return
        earlier = self._set.get((id_, slot))
        if earlier is not None and not _stands(earlier, decision.value):
            self._overrule(earlier, decision)
        self._set[id_, slot] = decision
        self._now[id_] = replace(self._now[id_], statement=statement)
        self._changes.setdefault(id_, []).append(Change(id_, slot, now, decision.value, decision))
        self._touch(id_, decision)

    def _set_event(self, decision: Decision, founding: str) -> None:
        held = self._events.setdefault(founding, [])
        earlier = next((d for d in held if d.action == "set" and _same_slot(d, decision)), None)
        if earlier is not None:
            held.remove(earlier)
            self._overrule(earlier, decision)
        held.append(decision)
        self._touch(founding, decision)


def _stands(earlier: Decision, value: Any) -> bool:
    """What was set before is set still; of counts, which share a slot, those that the earlier decision changed are."""
    if earlier.slot != "quantities":
        return slots.same(earlier.value, value)
    changed = [q for q in earlier.value if not any(slots.same(q, was) for was in earlier.before)]
    return bool(changed) and all(any(slots.same(q, now) for now in value) for q in changed)


def _same_slot(one: Decision, other: Decision) -> bool:
    """Of an event's tolls each kind is a slot of its own."""
    kinds = [{quantity["kind"] for quantity in each.value} for each in (one, other) if each.slot == "quantities"]
    return one.slot == other.slot and (not kinds or bool(kinds[0] & kinds[1]))
