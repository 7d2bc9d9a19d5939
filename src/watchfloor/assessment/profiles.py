"""Actors over time: what the registry says of one on a day, and what statements say, each with those behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchfloor.knowledge.name_words import spellings
from watchfloor.records import Activity, Decision, Fact, Participant, Profile, Statement

from .effects import Applied
from .members import Member
from .origins import origins
from .ties import Ties

#: What a statement of each type makes of the other side: for who is its actor, and for who is its recipient.
RELATIONS: Mapping[str, tuple[str, str]] = {
    "PLEDGE": ("pledge", "sworn"),
    "AFFILIATE": ("branch", "branch of it"),
    "LEADER": ("leads", "leader"),
    "MEMBER": ("member", "member of it"),
    "ALLY": ("ally", "ally"),
    "RIVAL": ("rival", "rival"),
}
#: Words of the lexicon that say more than their type; the first word of what ``rule`` names.
CLOSER: Mapping[tuple[str, str], tuple[str, str]] = {
    ("AFFILIATE", "successor"): ("successor", "succeeded by"),
    ("AFFILIATE", "merge"): ("merged", "merged into it"),
    ("LEADER", "found"): ("founded", "founder"),
    ("LEADER", "founder"): ("founded", "founder"),
    ("LEADER", "co-found"): ("founded", "founder"),
    ("LEADER", "co-founder"): ("founded", "founder"),
    ("RIVAL", "split"): ("split", "split off"),
    ("RIVAL", "break"): ("split", "split off"),
}
#: Where each kind of fact stands in a profile; the others stand under relations.
PARENTS = frozenset({"branch", "part", "front", "successor", "split", "merged"})
ALLEGIANCES = frozenset({"pledge", "member"})
#: What a split from the same actor ends.
ENDED_BY_SPLIT = ("pledge", "branch", "member", "merged")
#: Those of a group who act for it, in words before its name: "fighters of the brigade".
ACT_FOR = frozenset("fighters members militants commanders soldiers men gunmen leaders leadership remnants".split())
#: What makes who says it belong to the other, once somebody confirms it.
BINDING = frozenset({"branch", "pledge", "member", "merged", "leads"})


def actor(
    name: str,
    members: Iterable[Member],
    ties: Ties,
    on: date | None = None,
    applied: Applied | None = None,
    copies: Mapping[str, str] | None = None,
) -> Profile:
    """The profile of an actor, by id or by the name that texts give it, from all statements told up to that day."""
    entry = ties.actor(name)
    mine = [m for m in members if any(_is(p, name) for p in _everybody(m.statement)) and _by_then(m, on)]
    mine.sort(key=lambda m: (_day(m) or "9999", m.order))
    facts = _registered(name, ties, on) + _learned(name, mine, ties, on, applied or Applied(), copies or {})
    used = _names(name, mine, copies or {}, ties)
    return Profile(
        name=entry.name_on(on) if entry else name,
        id=entry.id if entry else None,
        type=entry.type if entry else None,
        country=entry.country if entry else None,
        on=on.isoformat() if on else None,
        names=(*_own_names(name, ties, on), *used),
        parents=tuple(f for f in facts if f.kind in PARENTS),
        allegiances=tuple(f for f in facts if f.kind in ALLEGIANCES),
        leaders=tuple(f for f in facts if f.kind == "leader"),
        relations=tuple(f for f in facts if f.kind not in PARENTS | ALLEGIANCES | {"leader"}),
        activity=_activity(name, mine),
    )


def confirmed(members: Iterable[Member], applied: Applied) -> tuple[tuple[str, str], ...]:
    """What texts say and people confirmed of who belongs to whom, for `Ties`: pairs (who, to whom it belongs)."""
    pairs = set()
    for member in members:
        s = member.statement
        relation = _relation(s)
        holds = s.polarity == "positive" and s.modality == "actual"
        if relation and relation[0] in BINDING and holds and _confirming(s.id, applied):
            pairs |= {(a.id, r.id) for a in s.actors for r in s.recipients if a.id and r.id and a.id != r.id}
    return tuple(sorted(pairs))


@dataclass
class _Told:
    """What texts say of one relation, while it is gathered."""

    name: str
    id: str | None
    members: list[Member]
    over: list[Member]


def _learned(
    name: str, mine: Sequence[Member], ties: Ties, on: date | None, applied: Applied, copies: Mapping[str, str]
) -> list[Fact]:
    """Relations that statements tell; one that a later statement denies is over from that day."""
    found: dict[tuple[str, str], _Told] = {}
    for member in mine:
        s = member.statement
        relation = _relation(s)
        if relation is None or s.modality != "actual":
            continue
        for kind, own, others in ((relation[0], s.actors, s.recipients), (relation[1], s.recipients, s.actors)):
            if not any(_is(p, name) for p in own):
                continue
            for other in (*others, *(p for p in own if relation[0] == relation[1])):
                if _is(other, name):
                    continue
                key = (kind, (other.id or _words(other)).casefold())
                told = found.setdefault(key, _Told(_words(other), other.id, [], []))
                (told.members if s.polarity == "positive" else told.over).append(member)
    for (kind, whom), told in found.items():
        if kind == "split":
            for ended in ENDED_BY_SPLIT:
                if (bond := found.get((ended, whom))) is not None:
                    bond.over += told.members
    return [_fact(kind, told, ties, on, applied, copies) for (kind, _), told in found.items()]


def _fact(kind: str, told: _Told, ties: Ties, on: date | None, applied: Applied, copies: Mapping[str, str]) -> Fact:
    every = [*told.members, *told.over]
    since = min((d for m in told.members if (d := _day(m))), default=None)
    # What is said to be over and told again afterwards holds again.
    ends = [d for m in told.over if (d := _day(m)) and not any((_day(n) or "") > d for n in told.members)]
    decisions = dict.fromkeys(d.id for m in every for d in _confirming(m.id, applied))
    return Fact(
        kind,
        ties.name(told.id, on) if told.id and "." not in told.id else told.name,
        told.id,
        since,
        min(ends, default=None),
        "texts",
        tuple(m.id for m in every),
        _independent(every, copies, ties),
        tuple(decisions),
    )


def _registered(name: str, ties: Ties, on: date | None) -> list[Fact]:
    """What the registry says for that day: what it belongs to, and who leads it."""
    entry = ties.actor(name)
    if entry is None:
        return []
    links = [
        Fact(link.kind, ties.name(link.id, on), link.id, link.since, link.until, "registry")
        for link in entry.parents
        if link.holds(on)
    ]
    leads = [Fact("leads", ties.name(t.id, on), t.id, t.since, t.until, "registry") for t in entry.leads if t.holds(on)]
    leaders = [
        Fact("leader", person.name_on(on), person.id, term.since, term.until, "registry")
        for person, term in ties.leaders(name)
        if term.holds(on)
    ]
    return links + leads + leaders


def _own_names(name: str, ties: Ties, on: date | None) -> list[Fact]:
    """The registry's names of that day, each pattern by its first spelling."""
    entry = ties.actor(name)
    if entry is None:
        return []
    held = [n for n in (*entry.names, *entry.abbreviations) if n.holds(on)]
    names: dict[str, tuple[str, str | None, str | None]] = {entry.name_on(on): ("official", None, None)}
    for each in held:
        names.setdefault(next(spellings(each.name)), ("name", each.since, each.until))
    return [Fact(kind, words, entry.id, since, until, "registry") for words, (kind, since, until) in names.items()]


def _names(name: str, mine: Sequence[Member], copies: Mapping[str, str], ties: Ties) -> list[Fact]:
    """The names by which texts call it, with the first day and the last: where it was renamed, one follows another."""
    used: dict[str, list[Member]] = {}
    for member in mine:
        for one in _everybody(member.statement):
            if _is(one, name) and _is_name(one):
                told = used.setdefault(_bare(one.text), [])
                if member not in told:
                    told.append(member)
    found = []
    for words, told in used.items():
        days = sorted(d for m in told if (d := m.day))
        first, last = (days[0], days[-1]) if days else (None, None)
        ids = tuple(m.id for m in told)
        found.append(Fact("used", words, None, first, last, "texts", ids, _independent(told, copies, ties)))
    return sorted(found, key=lambda f: (-len(f.statements), f.name))


def _activity(name: str, mine: Sequence[Member]) -> tuple[Activity, ...]:
    """What it did and suffered, the most frequent first; planned and denied things are no activity."""
    found: dict[tuple[str, str], list[Member]] = {}
    for member in mine:
        s = member.statement
        if s.kind != "event" or s.modality not in ("actual", "attempted") or s.polarity == "negative":
            continue
        for role, side in (("doer", s.actors), ("sufferer", s.recipients)):
            if any(_is(p, name) for p in side):
                found.setdefault((role, s.type), []).append(member)
    rows = []
    for (role, type_), told in found.items():
        days = sorted(d for m in told if (d := _day(m)))
        places: dict[str, int] = {}
        for country in (c for m in told for c in {p.country for p in m.statement.places} if c):
            places[country] = places.get(country, 0) + 1
        by_count = tuple(sorted(places, key=lambda c: (-places[c], c)))
        first, last = (days[0], days[-1]) if days else (None, None)
        ids = tuple(m.id for m in told)
        rows.append(Activity("doer" if role == "doer" else "sufferer", type_, len(told), first, last, by_count, ids))
    return tuple(sorted(rows, key=lambda r: (-r.count, r.role, r.type)))


def _relation(statement: Statement) -> tuple[str, str] | None:
    """What the sides of a statement are to each other; the lexicon's word may say it more closely than the type."""
    word = statement.rule.partition(":")[2].split()[:1]
    closer = CLOSER.get((statement.type, word[0])) if word else None
    return closer or RELATIONS.get(statement.type)


def _everybody(statement: Statement) -> tuple[Participant, ...]:
    return (*statement.actors, *statement.recipients)


def _is(one: Participant, name: str) -> bool:
    """True where a participant is the actor of an id or name, or acts for it: "fighters of the brigade"."""
    if one.id is not None:
        return one.id == name
    before, of, named = _words(one).casefold().rpartition(" of ")
    words = _bare(named if of and before.split()[-1] in ACT_FOR else _words(one))
    return words.casefold() == _bare(name).casefold()


def _words(one: Participant) -> str:
    return one.name or one.text


def _is_name(one: Participant) -> bool:
    """True for words that name somebody, rather than point back or describe: "ISKP", not "the group"."""
    words = _bare(one.text).split()
    return one.mention is None and bool(words) and words[0][:1].isupper() and words[0].lower() not in ACT_FOR


def _bare(words: str) -> str:
    """A name without the article and the apostrophe of its sentence."""
    words = words.removesuffix("'s").removesuffix("’s")
    return words[4:] if words[:4].lower() == "the " else words


def _day(member: Member) -> str | None:
    """The day that a statement gives for what it tells, else the day on which it was reported."""
    time = member.statement.time
    return (time.since if time else None) or member.day


def _by_then(member: Member, on: date | None) -> bool:
    day = _day(member)
    return on is None or day is None or day <= on.isoformat()


def _confirming(id_: str, applied: Applied) -> list[Decision]:
    return [d for d in applied.touched.get(id_, ()) if d.action in ("confirm", "add")]


def _independent(members: Sequence[Member], copies: Mapping[str, str], ties: Ties) -> int:
    return len({name for names in origins(members, copies, ties).values() for name in names})
