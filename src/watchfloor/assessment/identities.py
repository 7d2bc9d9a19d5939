"""Which actors people hold to be one, or not: names in texts that stand for somebody else than the registry says."""

from collections.abc import Iterable
from dataclasses import replace

from watchfloor.records import Attribution, Decision, Participant, Speaker

from .members import Member
from .ties import Ties

Pairs = tuple[tuple[str, str], ...]


class Identities:
    """The decisions "same actor" and "different actor" in force; of two on the same pair the later one."""

    def __init__(self, decisions: Iterable[Decision], ties: Ties) -> None:
        """Take decisions in the order of their time."""
        self._ties = ties
        latest: dict[tuple[str, str], Decision] = {}
        #: Id of a decision to the earlier one whose place it took.
        self.overruled: dict[str, Decision] = {}
        for decision in decisions:
            if decision.scope != "actor" or len(decision.actors) != 2:
                continue
            one, other = sorted(decision.actors, key=str.casefold)
            earlier = latest.pop((one, other), None)
            if earlier is not None and earlier.action != decision.action:
                self.overruled[decision.id] = earlier
            latest[one, other] = decision
        self._same = [d.actors for d in latest.values() if d.action == "same-actor"]
        self._different = {frozenset(map(str.casefold, d.actors)) for d in latest.values() if d.action != "same-actor"}
        self._meant = self._canonical()

    @property
    def pairs(self) -> tuple[Pairs, Pairs]:
        """The same, and the different: pairs of ids or names, each pair and all of them in order."""
        same = sorted({(min(a), max(a)) for a in self._same})
        return tuple((a, b) for a, b in same), tuple((min(p), max(p)) for p in sorted(map(sorted, self._different)))

    def resolve(self, member: Member) -> Member:
        """The statement with its actors, recipients and speaker as people identified them."""
        if not self._meant and not self._different:
            return member
        s = member.statement
        speaker = s.attribution.speaker
        attribution = replace(s.attribution, speaker=self._speaker(speaker)) if speaker else s.attribution
        changed = replace(
            s,
            actors=tuple(map(self._participant, s.actors)),
            recipients=tuple(map(self._participant, s.recipients)),
            attribution=self._voices(attribution, speaker),
        )
        return member if changed == s else replace(member, statement=changed)

    def _canonical(self) -> dict[str, str]:
        """Everything that is the same as something else, to the one meant: an id before a name."""
        meant: dict[str, str] = {}
        for one, other in self._same:
            roots = sorted({meant.get(n.casefold(), n) for n in (one, other)}, key=lambda n: (not self._known(n), n))
            chosen = roots[0]
            for name in (one, other, *roots[1:], *(n for n, root in meant.items() if root in roots)):
                if name.casefold() != chosen.casefold():
                    meant[name.casefold()] = chosen
        return meant

    def _known(self, name: str) -> bool:
        return self._ties.actor(name) is not None

    def _identity(self, id_: str | None, words: Iterable[str | None]) -> str | None:
        """Who is meant: an id or a name, None where nothing was decided; "" where only who it is not."""
        names = [w.casefold() for w in (id_, *words) if w]
        if id_ and any(frozenset((id_, name)) in self._different for name in names):
            return ""
        return next((self._meant[name] for name in names if name in self._meant), None)

    def _participant(self, one: Participant) -> Participant:
        meant = self._identity(one.id, (one.name, one.text))
        if meant is None:
            return one
        if meant == "":
            return replace(one, id=None, name=one.text, type=None, country=None)
        actor = self._ties.actor(meant)
        if actor is None:
            return replace(one, id=None, name=meant, type=None, country=None)
        return replace(one, id=actor.id, name=actor.name, type=actor.type, country=actor.country)

    def _speaker(self, one: Speaker) -> Speaker:
        meant = self._identity(one.id, (one.name, one.text))
        if meant is None:
            return one
        actor = self._ties.actor(meant) if meant else None
        return replace(one, id=actor.id if actor else None, name=actor.name if actor else meant or one.text)

    def _voices(self, attribution: Attribution, before: Speaker | None) -> Attribution:
        """The chain ends with the speaker: who that is, is the same in both."""
        now, chain = attribution.speaker, attribution.chain
        if before is None or now is None or now.id == before.id or not chain or chain[-1].start != before.start:
            return attribution
        return replace(attribution, chain=(*chain[:-1], replace(chain[-1], id=now.id)))
