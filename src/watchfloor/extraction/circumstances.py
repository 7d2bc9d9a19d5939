"""Where and when: the places and time expressions of a document, each given to the statement that it qualifies."""

from collections.abc import Sequence

from spacy.tokens import Token

from watchfloor.records import Place

from . import carrying, incidents, place_phrases, scenes, tenses, times
from .clause import ancestors, base, children, infinitive, preposition
from .drafts import Draft
from .mentions import name_of
from .names import WITHIN
from .place_phrases import LOCATIVE, Found, is_misread, is_place, is_unnamed_place
from .reading import Reading

#: Types of movements, for which the place moved to is where they happen.
MOVING = frozenset({"TRANSFER", "MOBILIZE", "FLEE", "CONSULT", "PROTEST"})
TOWARD = frozenset("to into toward towards onto through up across over".split())
#: Types for which the place left behind is where they happen.
LEAVING = frozenset({"FLEE", "RETREAT", "TRANSFER"})
#: Modes of force by which people or ground are taken from a place: "abducted from Goma".
TAKING_AWAY = frozenset({"abduct", "territory", "deport"})
#: Types of force, for which a place that is attacked is where it happens.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: Types that are acts on the ground: only these happen in places that have no name.
BODILY = FORCE | MOVING | LEAVING | {"DIE", "TRAIN"}
#: Those of them that are no talk: a place below them is where they happen, be it told with a purpose or after "on".
GROUND = BODILY - {"CONSULT"}
#: Purposes that are served where one goes: "flew to visit troops at X".
CALLING = frozenset({"visit", "meet", "attend", "see"})
#: Prepositions before what is talked about.
TOPICAL = frozenset({"on", "about", "over"})
#: Types that judge: a place within what they are about is not where they are told.
JUDGING = frozenset("SUPPORT ACCUSE POSITION THREATEN CONCEDE PROPAGANDA AFFILIATE".split())
#: Types that are done by words: where somebody is whom they mention is not where they are told.
SPOKEN = JUDGING | {"REQUEST", "AGREE", "REJECT"}
#: Types that have no place of their own: a claim's belongs to the attack.
NOWHERE = frozenset({"CLAIM", "LEADER", "ALLY", "RIVAL", "MEMBER", "INSPIRED_BY"})
#: Types whose place is told with what changes, or is foreseen: "attacks in Diyala have been rising".
CHANGING = frozenset({"TREND", "FORECAST"})
#: Verbs that say of their subject only that, where and when it was.
HAPPENING = frozenset(
    "occur happen take come begin start continue erupt unfold last end resume break follow progress proceed rage fall "
    "rise drop decline increase decrease".split()
)
#: Verbs between two happenings, of which the second is the one that is dated.
ENSUING = frozenset({"follow", "precede"})


def give(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill the places and times of the drafts."""
    owners = _owners(drafts)
    candidates = set(owners)
    phrases = place_phrases.find(reading)
    told = scenes.find(phrases)
    containers: list[tuple[Draft, Token]] = []
    for found in phrases:
        owner = _nearest(candidates, found)
        if owner is None or not _happens_at(reading, owners[owner], found, owner):
            continue
        if found.governor.i not in candidates and is_place(reading, found.governor):
            containers.append((owners[owner], found.head))  # "took the town of X, a railway junction in Y"
        else:
            owners[owner].places.append(place_at(reading, found.head))
    for draft in drafts:
        hit = _in_arguments(reading, draft)
        if draft.places:  # "isolate the city of X, a stronghold in Y"
            hit = [t for t in hit if draft.type in FORCE and (is_place(reading, t) or is_misread(reading, t))]
        draft.places = [*(place_at(reading, t) for t in hit), *draft.places]
        if not draft.places and draft.type in CHANGING:
            draft.places += [place_at(reading, t) for t in _in_what_changes(reading, phrases, draft)]
        draft.places += [place_at(reading, t) for owner_, t in containers if owner_ is draft]
        if not draft.places and draft.type not in NOWHERE:
            bare = draft.head.pos_ == "NOUN" and not (draft.cast.actors or draft.cast.recipients)
            draft.places += [place_at(reading, f.head) for f in told.above(draft.head, bare=bare)]
        if not draft.places and draft.type in BODILY | {"COOPERATE"}:
            verb = draft.carrier or draft.head
            draft.places += [place_at(reading, f.head) for f in (*told.beside(verb), *told.around(verb))]
    for draft in drafts:
        if not draft.places and draft.type in FORCE:
            draft.places += [place_at(reading, t) for t in _around_recipients(phrases, draft)]
    times.give(reading, drafts, owners)
    incidents.share(drafts, owners)
    carrying.carry(reading, drafts)


def _owners(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """Token index to the draft that a circumstance of that token belongs to."""
    owners = {d.head.i: d for d in drafts}
    for draft in drafts:
        for token in draft.tellers[1:]:
            owners.setdefault(token.i, draft)
    for draft in drafts:
        verb = draft.head.head
        if base(draft.head.dep_) == "nsubj":
            ahead = children(verb, "xcomp") if verb.lemma_.lower() in tenses.AHEAD else []
            for happening in (verb, *ahead):  # "the strikes occurred", "are supposed to take place"
                if happening.lemma_.lower() in HAPPENING:
                    owners.setdefault(happening.i, draft)
        for told in children(draft.head, "acl:relcl"):  # "the exchange that took place at X"
            if told.lemma_.lower() in HAPPENING:
                owners.setdefault(told.i, draft)
        if draft.head.dep_ == "obj" and verb.lemma_.lower() in ENSUING:
            owners[verb.i] = draft  # "the strike followed the killing of two men on Monday"
    return owners


def _happens_at(reading: Reading, draft: Draft, found: Found, owner: int) -> bool:
    if draft.type in NOWHERE or any(p.head.i == found.head.i for p in draft.cast.actors):
        return False
    direct = found.governor.i == owner
    if not direct and draft.type in SPOKEN and _within_somebody(reading, found.governor, owner):
        return False  # "the minister in Bamako demanded"
    if not direct and draft.type in JUDGING and _is_verb(draft):
        return False  # "supports the fight in Syria"
    if not found.named and not (direct and draft.type in BODILY and _is_verb(draft)):
        return False  # "strikes on targets", "a war over drug routes"
    if not direct and draft.type not in GROUND and _for_a_purpose(found.governor, owner):
        return False  # "meet to end the war in Syria", "agreed to open a consulate in Goma"
    about = found.preposition == "on" and found.head.ent_type_ == "LOC" and found.governor.pos_ == "NOUN"
    if about and draft.type not in GROUND and "ACTOR" not in reading.classes(found.governor):
        return False  # "a conference on Syria"
    if draft.type == "CONSULT" and any(preposition(t) in TOPICAL for t in _between(found.governor, owner)):
        return False  # "talks on the situation in Aleppo"
    addressed = any(p.head.i == found.head.i for p in draft.cast.recipients)
    if addressed and draft.type not in FORCE | {"CONSULT"} and found.preposition not in WITHIN | {"from"}:
        return False  # "sanctions on Mali"
    if found.preposition in LOCATIVE:
        return True
    if found.preposition in ("into", "onto") and draft.type in FORCE:
        return True  # "swept into Damascus"
    if found.preposition in ("toward", "towards") and draft.type == "ASSAULT":
        return True
    if found.preposition in TOWARD and draft.type in MOVING:
        return True
    if found.preposition in ("from", "out"):
        moved = draft.type in LEAVING | {"SANCTION"} or draft.trigger.sense.mode in TAKING_AWAY
        return moved or (found.preposition == "out" and draft.type in FORCE)
    return found.preposition in ("of", "to") and draft.trigger.sense.mode == "territory" and direct


def _between(governor: Token, owner: int) -> list[Token]:
    """The words from a phrase's governor up to the trigger above it, without the latter."""
    path = [governor, *(t for t, _ in ancestors(governor))]
    return path[: next((k for k, t in enumerate(path) if t.i == owner), len(path))]


def _for_a_purpose(governor: Token, owner: int) -> bool:
    """True where an infinitive stands between a phrase and the trigger above it."""
    verbs = [
        t for t in _between(governor, owner) if infinitive(t) and t.text.islower()
    ]  # not those of names: "Coalition to Counter ISIL"
    return any(t.lemma_ not in CALLING for t in verbs)


def _is_verb(draft: Draft) -> bool:
    return draft.trigger.sense.pos == "verb"


def _within_somebody(reading: Reading, governor: Token, owner: int) -> bool:
    """True where the place hangs on somebody below the trigger."""
    return any("ACTOR" in reading.classes(t) for t in _between(governor, owner))


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
    closed = draft.type == "COERCE" and draft.trigger.sense.pos == "noun"  # "a blockade of the northern islands"
    taken = draft.trigger.sense.mode == "territory" or closed
    if preposition(draft.head) == "under":  # "the town remains under siege"
        names += ("under",)
        said["under"] = [_named(reading, t) for t in children(draft.head.head, "nsubj")]
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


def _in_what_changes(reading: Reading, phrases: Sequence[Found], draft: Draft) -> list[Token]:
    """Where that is which rises or falls; a place that may fall itself."""
    subjects = draft.trigger.arguments.get("subj", [])
    around = [(t.left_edge.i, t.right_edge.i) for t in (*subjects, *draft.trigger.arguments.get("obj", ()))]
    inside = [f.head for f in phrases if f.preposition in LOCATIVE and any(a <= f.head.i <= b for a, b in around)]
    return inside or [t for t in subjects if t.ent_type_ == "LOC" and draft.head.lemma_ == "fall"]


def _nearest(candidates: set[int], found: Found) -> int | None:
    """The trigger that a phrase belongs to: its governor, or the nearest above; a scene is its own clause's."""
    governor = found.governor
    if governor.i in candidates:
        return governor.i
    if scenes.sets_scene(found) and children(governor, "nsubj"):
        return None
    for ancestor, dep in ancestors(governor):
        if dep in ("acl:relcl", "ccomp", "parataxis") and ancestor.lower_ != "what":  # "bombed what it called a camp"
            return None
        if ancestor.i in candidates:
            return ancestor.i
    return None


def place_at(reading: Reading, token: Token) -> Place:
    """The place that a word names, unresolved."""
    span = name_of(reading, token)
    return Place(span.text, span.start, span.end, name=span.text)
