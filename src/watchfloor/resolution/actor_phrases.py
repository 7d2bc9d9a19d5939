"""Who is meant by a role noun and a name: "the Omani grand mufti", "Pakistan's army", "commander of the Taliban"."""

from collections.abc import Callable, Collection, Iterator, Sequence

from ..knowledge.actor_entries import ALL_CLAIMS, Actor
from ..knowledge.actor_index import Actors
from ..knowledge.name_words import fold, tokens
from ..knowledge.roles import Roles
from .noun_phrase import Mention, NounPhrase, RoleAt
from .resolved_actor import Reading, ResolvedActor, part, whole

_BELONGING = frozenset(("of", "from", "for"))
#: Sectors whose people belong to the country that they are in: "police in Pakistan" but not "soldiers in Iraq".
_AT_HOME = frozenset(("police", "judiciary", "legislature", "civilian", "education", "medical", "labour", "religious"))


class PhraseResolver:
    """Resolves noun phrases that hold a role noun or end in an actor's name.

    `identify` is asked who stands after the preposition, in "commander of ..."; that may be such a phrase again.
    """

    def __init__(self, actors: Actors, roles: Roles, identify: Callable[[str, Reading], ResolvedActor | None]) -> None:
        """Index the surnames of the people."""
        self._actors = actors
        self._roles = roles
        self._identify = identify
        self._surnames: dict[str, list[Actor]] = {}
        for actor in actors.values():
            if actor.type == "person":
                self._surnames.setdefault(" ".join(fold(actor.name)[-1:]), []).append(actor)

    def resolve(self, text: str, reading: Reading, head: str | None) -> ResolvedActor | None:
        """Return who a mention is by its role noun and the actor named before it ("Omani") or after it ("of Oman")."""
        phrase = NounPhrase(text, self._mentions(text, reading), self._roles_in)
        end = phrase.end(head)
        if end is None or phrase.torn(end):
            return None
        roles, owners = phrase.roles_before(end), phrase.mentions_before(end)
        last = owners[-1] if owners else None
        after = phrase.after(end)
        if last and last.end == end:
            return self._ending_in_name(phrase, owners, reading)
        if not roles or not phrase.named_after(roles[-1].end, end):
            return None
        if any(phrase.unknown_name(index) for index in range(1, roles[-1].start)):
            return None
        owner: Actor | None = None
        preposition, rest = after
        if last:
            rivals = [self._actors[mention.actor] for mention in owners[:-1]]
            if any(rival.type != "state" and rival.id != last.actor for rival in rivals):
                return None
            owner = self._actors[last.actor]
            if preposition == "of":
                return None
        elif preposition in _BELONGING or (preposition == "in" and roles[-1].role.sector in _AT_HOME):
            named = self._identify(rest, reading) if rest else None
            if not named:
                return None
            if named.id not in self._actors:  # "commander of the Pakistani army": already a part
                return named if roles[-1].role.member else None
            owner = self._actors[named.id]
        elif len(set(reading.countries)) == len(roles) == 1 and roles[0].role.institution and phrase.bare(roles[0]):
            owner = self._actors.get(reading.countries[0].lower())
        if owner and (person := self._titled(owner, phrase.tail(roles[-1].end, end), reading)):
            return whole(person, reading, f"the only {person.name} of {owner.name} known")
        return self._with_role(owner, roles, reading) if owner else None

    def _ending_in_name(self, phrase: NounPhrase, owners: Sequence[Mention], reading: Reading) -> ResolvedActor | None:
        """Resolve "militant group Boko Haram", "the Taliban in Pakistan", "young Somalis"."""
        last = owners[-1]
        actor = self._actors[last.actor]
        if phrase.unknown_name(last.start - 1) or (len(owners) > 1 and actor.type == "ngo"):  # "British Red Cross"
            return None
        if last.kind == "people" and last.start:
            return part(self._actors, actor, "civilian", reading, f"some people of {actor.name}")
        plain = last.kind not in ("demonym", "people", "capital") and actor.type != "state"
        return whole(actor, reading, f"named as {actor.name}") if plain or not last.start else None

    def _titled(self, state: Actor, tail: str, reading: Reading) -> Actor | None:
        """Return the one person in a state's office with the surname after a title: "US Secretary of State Kerry"."""
        bearers = [
            person
            for person in self._surnames.get(tail, ())
            if person.country == state.country and (not person.leads or any(t.holds(reading.on) for t in person.leads))
        ]
        return bearers[0] if tail and len(bearers) == 1 else None

    def _with_role(self, owner: Actor, roles: Sequence[RoleAt], reading: Reading) -> ResolvedActor | None:
        head = roles[-1].role
        noun = roles[-1].words
        if owner.type == "person":
            led = [term.id for term in owner.leads if term.holds(reading.on)]
            if len(led) != 1 or not head.member:
                return None
            owner = self._actors[led[0]]
        if owner.type == "state":
            strong = [at.role.sector for at in reversed(roles) if at.role.sector and not at.role.weak]
            sector = strong[0] if strong else head.sector
            return part(self._actors, owner, sector, reading, f"{noun!r} of {owner.name}") if sector else None
        return whole(owner, reading, f"{noun!r} of {owner.name}") if head.member else None

    def _mentions(self, text: str, reading: Reading) -> list[Mention]:
        words = tokens(text)
        known = reading.definitions
        defined = {at: known[word.text] for at, word in enumerate(words) if word.text in known}
        mentions = [
            Mention(at, at + 1, definition.actor.id, "abbreviation")
            for at, definition in defined.items()
            if definition.actor and definition.actor.id in self._actors
        ]
        for start, end, claim in self._actors.matches(text, words, reading.on, reading.countries, ALL_CLAIMS):
            if claim.actor and defined.keys().isdisjoint(range(start, end)):
                mentions.append(Mention(start, end, claim.actor, claim.kind))
        mentions.sort(key=lambda mention: mention.start)
        peoples = ("ethnic-group", "religious-group")
        states = [mention for mention in mentions if self._actors[mention.actor].type not in peoples]
        return states or mentions  # "Iraqi Shia militia": the creed only describes

    def _roles_in(self, words: Sequence[str], covered: Collection[int]) -> Iterator[RoleAt]:
        end = len(words)
        while end:
            hit = self._roles.of(words[:end])
            if hit and not any(at in covered for at in range(end - hit[1], end)):
                yield RoleAt(end - hit[1], end, hit[0], " ".join(words[end - hit[1] : end]))
                end -= hit[1]
            else:
                end -= 1
