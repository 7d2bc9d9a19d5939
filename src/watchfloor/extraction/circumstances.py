"""Where and when: the places and time expressions of a document, each given to the statement that it qualifies."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import Place, Span, Time

from .clause import ancestors, base, children, preposition
from .drafts import Draft
from .mentions import name_of
from .reading import Reading

#: Prepositions that say where something happens.
LOCATIVE = frozenset(
    "in at near outside inside across around along throughout within off between on over north south east west beside "
    "beyond opposite".split()
)
#: Types of movements, for which the place moved to is where they happen.
MOVING = frozenset({"TRANSFER", "MOBILIZE", "FLEE", "CONSULT", "RETREAT"})
TOWARD = frozenset("to into toward towards onto through up".split())
#: Types for which the place left behind is where they happen.
LEAVING = frozenset({"FLEE"})
#: Types of force, for which a place that is attacked is where it happens.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: Nouns of places that stand before a name: "the village of X".
LOCAL = frozenset(
    "province city town village district region area governorate state county camp base airport border".split()
)
#: Verbs that say of their subject only that, where and when it was.
HAPPENING = frozenset("occur happen take come begin start continue erupt unfold last end resume break follow".split())
#: Relations by which a verb shares place and time with the verb above it.
SHARING = frozenset({"conj", "advcl", "acl"})


@dataclass(frozen=True)
class Found:
    """A place's word, the word that it qualifies, and the preposition between them."""

    head: Token
    governor: Token
    preposition: str


def give(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill the places and times of the drafts."""
    owners = _owners(drafts)
    candidates = set(owners)
    for found in _places(reading):
        owner = _nearest(candidates, found.governor)
        if owner is not None and _happens_at(owners[owner], found, owner):
            owners[owner].places.append(_place(reading, found.head))
    for draft in drafts:
        if not draft.places:
            draft.places += [_place(reading, t) for t in _named_in_arguments(reading, draft)]
    for span, governor in _times(reading):
        owner = _nearest(candidates, governor)
        if owner is not None and owners[owner].time is None:
            owners[owner].time = Time(span.text, span.start, span.end)
    for draft in drafts:  # in the order of the text: what is shared reaches the last of a row
        _share(draft, owners)


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


def _places(reading: Reading) -> list[Found]:
    found: list[Found] = []
    for token in reading.doc:
        if token.lower_ == "there" and token.pos_ == "ADV" and found:
            found.append(Found(found[-1].head, token.head, "in"))
            continue
        if (town := _relative_place(reading, token)) is not None:
            found.append(Found(town, token.head, "in"))
            continue
        if token.pos_ not in ("NOUN", "PROPN", "X") or not _is_place(reading, token):
            continue
        head = token
        while head.dep_ in ("conj", "appos", "flat") and head.head.i < head.i:
            head = head.head
        if token.dep_ == "appos" and token.head.ent_type_ == "LOC":
            continue  # "Jalalabad, Afghanistan": the country says which Jalalabad
        word = preposition(head)
        if word is None or base(head.dep_) not in ("obl", "nmod", "root") or head.dep_ == "nmod:poss":
            continue
        if word == "of" and head.head.lemma_.lower() in LOCAL:
            continue  # "the village of X" is found at "village"
        found.append(Found(token, head.head, word))
    return found


def _relative_place(reading: Reading, token: Token) -> Token | None:
    """The place that "where" or "in which" takes up: "Sinjar, where thousands were killed"."""
    relative = token.lower_ == "where" or (token.lower_ == "which" and preposition(token) in LOCATIVE)
    clause = token.head
    if relative and clause.dep_ == "acl:relcl" and _is_place(reading, clause.head):
        return clause.head
    return None


def _is_place(reading: Reading, token: Token) -> bool:
    """A place by name, or a place noun with a name in it: "Kabul airport", "the village of X"."""
    classes = reading.classes(token)
    if "TIME" in classes or token.ent_type_ in ("PER", "ORG", "NAT"):
        return False
    name = reading.name_at(token)
    if name is not None and name.type != "state":
        return False  # "Islamic State in Khorasan Province"
    if token.ent_type_ == "LOC" or (token.pos_ == "PROPN" and "PLACE" in classes):
        return True
    if not classes & {"FACILITY", "TERRITORY"}:
        return False
    names = [c for c in children(token, "compound", "nmod", "amod", "appos") if c.ent_type_ == "LOC"]
    return any(preposition(n) in (None, "of", "in") for n in names)


def _happens_at(draft: Draft, found: Found, owner: int) -> bool:
    if any(p.head.i == found.head.i for p in draft.cast.actors):
        return False
    if draft.type not in FORCE | {"CONSULT"} and any(p.head.i == found.head.i for p in draft.cast.recipients):
        return False  # "sanctions on Mali"
    if found.preposition in LOCATIVE:
        return draft.type not in ("CLAIM", "LEADER")  # a claim's place belongs to the attack
    if found.preposition in ("into", "toward", "towards") and draft.type in FORCE:
        return True  # "swept into Damascus"
    if found.preposition in TOWARD:
        return draft.type in MOVING or draft.type == "PROTEST"
    if found.preposition == "from" and draft.type in LEAVING:
        return True
    return found.preposition == "of" and draft.trigger.sense.mode == "territory" and found.governor.i == owner


def _named_in_arguments(reading: Reading, draft: Draft) -> list[Token]:
    """Places that are an argument of what happens there: "stormed Galcad", "visited Turkey", "the Kabul bombing"."""
    arguments = draft.trigger.arguments
    names: tuple[str, ...] = ()
    if draft.type in FORCE:
        names = ("obj", "on", "of", "against")
    elif draft.type == "FLEE" or (draft.type == "CONSULT" and draft.trigger.sense.mode == "visit"):
        names = ("obj", "to")
    if draft.trigger.sense.pos == "noun":
        names += ("mod", "poss") if draft.type != "POSITION" else ()
    acting = {p.head.i for p in draft.cast.actors}
    for name in names:
        found = [
            t for t in arguments.get(name, ()) if t.i not in acting and _is_place(reading, t) and t.ent_type_ != "NAT"
        ]
        if name in ("mod", "poss"):
            found = [t for t in found if t.ent_type_ == "LOC"]
        if found:
            return found
    return []


def _times(reading: Reading) -> list[tuple[Span, Token]]:
    """Time expressions with the word that each qualifies."""
    found = []
    for span in reading.times:
        tokens = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            continue
        root = tokens.root
        while root.head.i != root.i and span.start <= root.head.idx < span.end:
            root = root.head
        if root.head.i != root.i:
            found.append((span, root.head))
    return found


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


def _share(draft: Draft, owners: dict[int, Draft]) -> None:
    """Give a draft the circumstances of the verb above: "Gunmen stormed Djibo on Monday, killing nine"."""
    verb = draft.carrier or draft.head
    if verb.dep_ not in SHARING or (verb.dep_ != "conj" and verb.tag_ != "VBG") or children(verb, "mark"):
        return
    above = owners.get(verb.head.i)
    if above is None or above is draft:
        return
    if draft.time is None:
        draft.time = above.time
    if not draft.places and {draft.type, above.type} <= FORCE | {"DIE", "TRANSFER"}:
        draft.places = list(above.places)


def _place(reading: Reading, token: Token) -> Place:
    span = name_of(reading, token)
    return Place(span.text, span.start, span.end, name=span.text)
