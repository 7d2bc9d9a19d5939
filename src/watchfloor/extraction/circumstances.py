"""Where and when: the places and time expressions of a document, each given to the statement that it qualifies."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from watchfloor.records import Place

from . import carrying, incidents, place_phrases, times
from .clause import ancestors, base
from .drafts import Draft
from .mentions import name_of
from .place_phrases import LOCATIVE, Found, is_misread, is_place, is_unnamed_place
from .reading import Reading

#: Types of movements, for which the place moved to is where they happen.
MOVING = frozenset({"TRANSFER", "MOBILIZE", "FLEE", "CONSULT", "PROTEST"})
TOWARD = frozenset("to into toward towards onto through up across over".split())
#: Types for which the place left behind is where they happen.
LEAVING = frozenset({"FLEE", "RETREAT", "TRANSFER"})
#: Types of force, for which a place that is attacked is where it happens.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: Types that are acts on the ground: only these happen in places that have no name.
BODILY = FORCE | MOVING | LEAVING | {"DIE", "TRAIN"}
#: Types that judge: a place within what they are about is not where they are told.
JUDGING = frozenset("SUPPORT ACCUSE POSITION THREATEN CONCEDE PROPAGANDA AFFILIATE".split())
#: Types that have no place of their own: a claim's belongs to the attack.
NOWHERE = frozenset({"CLAIM", "LEADER", "ALLY", "RIVAL", "MEMBER", "INSPIRED_BY"})
#: Relations to the clause above that leave its scene as it is.
SET = frozenset({"xcomp", "conj", "advcl", "obj", "ccomp", "nsubj"})
#: Verbs that say of their subject only that, where and when it was.
HAPPENING = frozenset("occur happen take come begin start continue erupt unfold last end resume break follow".split())


def give(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill the places and times of the drafts."""
    owners = _owners(drafts)
    candidates = set(owners)
    scenes: dict[int, list[Place]] = {}
    phrases = place_phrases.find(reading)
    for found in phrases:
        owner = _nearest(candidates, found.governor)
        if owner is not None and _happens_at(reading, owners[owner], found, owner):
            owners[owner].places.append(_place(reading, found.head))
        elif owner is None and _sets_scene(found):
            scenes.setdefault(found.governor.i, []).append(_place(reading, found.head))
    for draft in drafts:
        if not draft.places:
            draft.places += [_place(reading, t) for t in _in_arguments(reading, draft)]
        if not draft.places and draft.type not in NOWHERE:
            draft.places += _scene(scenes, draft)
    for draft in drafts:
        if not draft.places and draft.type in FORCE:
            draft.places += [_place(reading, t) for t in _around_recipients(phrases, draft)]
    times.give(reading, drafts, owners)
    incidents.share(drafts, owners)
    carrying.carry(reading, drafts)


def _owners(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """Token index to the draft that a circumstance of that token belongs to."""
    owners = {d.head.i: d for d in drafts}
    for draft in drafts:
        for token in draft.tellers[1:]:
            owners.setdefault(token.i, draft)
    for draft in drafts:  # "the strikes occurred in Kabul"
        if draft.head.dep_ == "nsubj" and draft.head.head.lemma_.lower() in HAPPENING:
            owners.setdefault(draft.head.head.i, draft)
    return owners


def _happens_at(reading: Reading, draft: Draft, found: Found, owner: int) -> bool:
    if draft.type in NOWHERE or any(p.head.i == found.head.i for p in draft.cast.actors):
        return False
    direct = found.governor.i == owner
    if not direct and draft.type in JUDGING | {"REQUEST"} and _within_somebody(reading, found.governor, owner):
        return False  # "the minister in Bamako demanded"
    if not direct and draft.type in JUDGING and _is_verb(draft):
        return False  # "supports the fight in Syria"
    if not found.named and not (direct and draft.type in BODILY and _is_verb(draft)):
        return False  # "strikes on targets", "a war over drug routes"
    if draft.type not in FORCE | {"CONSULT"} and any(p.head.i == found.head.i for p in draft.cast.recipients):
        return False  # "sanctions on Mali"
    if found.preposition in LOCATIVE:
        return True
    if found.preposition in ("into", "toward", "towards", "onto") and draft.type in FORCE:
        return True  # "swept into Damascus"
    if found.preposition in TOWARD:
        return draft.type in MOVING
    if found.preposition in ("from", "out"):
        return draft.type in LEAVING or (found.preposition == "out" and draft.type in FORCE)
    return found.preposition == "of" and draft.trigger.sense.mode == "territory" and direct


def _sets_scene(found: Found) -> bool:
    """True for a place before the verb, where nothing is told by the verb: "In Syria, it has begun to retreat"."""
    before = found.head.i < found.governor.i and found.governor.pos_ in ("VERB", "AUX", "ADJ")
    return before and found.named and found.preposition in LOCATIVE


def _scene(scenes: Mapping[int, list[Place]], draft: Draft) -> list[Place]:
    """The places that set the scene of the clauses above a draft."""
    for governor, dep in ancestors(draft.head):
        if base(dep) not in SET or (dep == "ccomp" and draft.head.i > governor.i and not _inserted(governor)):
            break  # "In Paris, the minister said that …": that is where it is said
        if governor.i in scenes:
            return scenes[governor.i]
    return []


def _inserted(verb: Token) -> bool:
    """True for a verb of saying between commas: "In Syria, the minister said, rebels have seized two villages"."""
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ","


def _is_verb(draft: Draft) -> bool:
    return draft.trigger.sense.pos == "verb"


def _within_somebody(reading: Reading, governor: Token, owner: int) -> bool:
    """True where the place hangs on somebody below the trigger."""
    path = [governor, *(t for t, _ in ancestors(governor))]
    below = path[: next((k for k, t in enumerate(path) if t.i == owner), len(path))]
    return any("ACTOR" in reading.classes(t) for t in below)


def _in_arguments(reading: Reading, draft: Draft) -> list[Token]:
    """Places that are an argument of what happens there: "stormed Galcad", "visited Turkey", "the Kabul bombing"."""
    arguments = draft.trigger.arguments
    names: tuple[str, ...] = ()
    if draft.type in FORCE:
        names = ("obj", "on", "of")
    elif draft.type in ("FLEE", "RETREAT") or (draft.type == "CONSULT" and draft.trigger.sense.mode == "visit"):
        names = ("obj", "to")
    if draft.trigger.sense.pos == "noun" and draft.type not in NOWHERE | {"POSITION"}:
        names += ("mod", "poss")
    acting = {p.head.i for p in draft.cast.actors}
    said = {name: [_named(reading, t) for t in tokens] for name, tokens in arguments.items() if name in names}
    taken = draft.trigger.sense.mode == "territory"
    for name in names:
        found = [
            t
            for t in said.get(name, ())
            if t.i not in acting
            and (is_place(reading, t) or is_misread(reading, t) or (taken and is_unnamed_place(reading, t)))
        ]
        if name in ("mod", "poss"):
            found = [t for t in found if t.ent_type_ == "LOC"]
        if found:
            return found
    return []


def _around_recipients(phrases: Sequence[Found], draft: Draft) -> list[Token]:
    """Where those were to whom it happened: "captured a helicopter that came down near Hindhere"."""
    spans = [(p.at.left_edge.i, p.at.right_edge.i) for p in draft.cast.recipients if p.at.sent == draft.head.sent]
    return [
        f.head
        for f in phrases
        if f.named and f.preposition in LOCATIVE and any(low <= f.head.i <= high for low, high in spans)
    ]


def _named(reading: Reading, token: Token) -> Token:
    """The name of a place that a noun takes up or stands beside: "Debaltseve, the junction that rebels stormed"."""
    if token.dep_ == "appos" and token.head.ent_type_ == "LOC":
        return token.head
    return place_phrases.antecedent(reading, token) or token


def _nearest(candidates: set[int], governor: Token) -> int | None:
    """The trigger that a circumstance under ``governor`` belongs to: the governor itself, or the nearest above."""
    if governor.i in candidates:
        return governor.i
    for ancestor, dep in ancestors(governor):
        if dep in ("acl:relcl", "ccomp", "parataxis"):
            return None
        if ancestor.i in candidates:
            return ancestor.i
    return None


def _place(reading: Reading, token: Token) -> Place:
    span = name_of(reading, token)
    return Place(span.text, span.start, span.end, name=span.text)
