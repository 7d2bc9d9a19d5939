"""From triggers to statements: roles, circumstances, certainty, voice and counts put together.

What comes out is unresolved: participants, places and times are words of the document, without identities.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import (
    Attribution,
    Citation,
    Instrument,
    Place,
    Quantity,
    Speaker,
    Statement,
    Time,
    digest,
)

from . import circumstances, quantities, triggers
from .clause import ancestors, base, children, counted, preposition
from .coreference import Coreference
from .mentions import name_of
from .modality import Certainty, Operators
from .reading import Reading
from .roles import Cast, Casting
from .speakers import Said, Speakers
from .triggers import Trigger

#: Types whose complement is what is asked, promised, refused or threatened: not a statement of its own.
HOLDING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "PLEDGE"})
#: Types of harm whose toll belongs to the attack that did it, where one sentence tells both.
HARM = frozenset({"ASSAULT", "DIE"})
#: Types in which the place that is moved to is where it happens.
MOVING = frozenset({"TRANSFER", "MOBILIZE", "FLEE", "CONSULT", "RETREAT"})


@dataclass
class Draft:
    """A statement in the making."""

    trigger: Trigger
    cast: Cast
    certainty: Certainty
    said: Said | None
    carrier: Token | None
    places: list[Place]
    time: Time | None = None
    toll: tuple[Token, ...] = ()


def extract(reading: Reading, cited: Mapping[int, tuple[Citation, ...]]) -> list[Statement]:
    """All statements of a reading in the order of their triggers; ``cited`` maps starts of sentences to citations."""
    coreference = Coreference(reading)
    speakers = Speakers(reading)
    found = list(triggers.find(reading))
    casting = Casting(reading, found, coreference, speakers)
    operators = Operators(reading.knowledge.lexicon)
    drafts: list[Draft] = []
    for trigger in found:
        carried = casting.carrier(trigger)
        carrier = carried.verb if carried else None
        drafts.append(
            Draft(
                trigger,
                casting.cast(trigger),
                operators.certainty(trigger.head, carrier),
                speakers.said(trigger.head),
                carrier,
                [],
            )
        )
    drafts = _select(reading, drafts)
    _give_circumstances(reading, drafts)
    drafts = [d for d in drafts if _tells_something(reading, d, drafts)]
    ordinals: Counter[tuple[str, int, int]] = Counter()
    return [_statement(reading, d, casting, coreference, cited, ordinals) for d in drafts]


def _select(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what another statement of the sentence tells already."""
    heads = {d.trigger.head.i: d for d in drafts}
    carriers = {d.carrier.i for d in drafts if d.carrier is not None}
    words = {w.i for d in drafts for w in d.trigger.words[1:]}
    kept = []
    for draft in drafts:
        head = draft.trigger.head
        if head.i in carriers or head.i in words or draft.certainty.dropped:
            continue
        if any(_holds(reading, g, d, heads) for g, d in _chain(head)):
            continue
        if draft.trigger.sense.type in HARM and draft.trigger.sense.pos == "verb" and (attack := _attack(draft, heads)):
            attack.toll = tuple(draft.trigger.arguments.get("obj" if "obj" in draft.trigger.arguments else "subj", ()))
            if not attack.cast.recipients:
                attack.cast = Cast(
                    attack.cast.actors or draft.cast.actors,
                    draft.cast.recipients or draft.cast.actors
                    if draft.trigger.sense.type == "DIE"
                    else draft.cast.recipients,
                )
            continue
        kept.append(draft)
    return kept


def _chain(head: Token) -> list[tuple[Token, Token]]:
    """(governor, word below it) pairs from a trigger up."""
    pairs, below = [], head
    for governor, _ in ancestors(head):
        pairs.append((governor, below))
        below = governor
    return pairs


def _holds(reading: Reading, governor: Token, below: Token, heads: Mapping[int, Draft]) -> bool:
    """True where the word below is the complement of a request, promise, refusal or threat, or a bare purpose."""
    draft = heads.get(governor.i)
    if draft is not None and draft.trigger.sense.type in HOLDING:
        if below.dep_ in ("xcomp", "ccomp", "acl") or (base(below.dep_) == "advcl" and _is_infinitive(below)):
            return True
        if below.dep_ in ("obj",) or (
            base(below.dep_) in ("obl", "nmod") and preposition(below) in ("for", "to", "of")
        ):
            return below.pos_ == "NOUN" and "ACTOR" not in reading.classes(below)
    return base(below.dep_) == "advcl" and _is_infinitive(below) and governor.pos_ == "VERB"


def _is_infinitive(verb: Token) -> bool:
    return any(m.lower_ == "to" for m in children(verb, "mark"))


def _attack(draft: Draft, heads: Mapping[int, Draft]) -> Draft | None:
    """The attack of the same sentence whose toll a verb of harm tells: "the blast killed four", "died in the attack"."""
    for name in ("subj", "in", "by", "during", "when"):
        for token in draft.trigger.arguments.get(name, ()):
            found = heads.get(token.i)
            if (
                found is not None
                and found.trigger.sense.type == "ASSAULT"
                and found.trigger.head.i != draft.trigger.head.i
            ):
                return found
    return None


def _give_circumstances(reading: Reading, drafts: list[Draft]) -> None:
    """Give every place and time of the document to the statement that it qualifies."""
    by_head = {d.trigger.head.i: d for d in drafts}
    by_head |= {d.carrier.i: d for d in drafts if d.carrier is not None and d.carrier.i not in by_head}
    candidates = [reading.doc[i] for i in by_head]
    for found in circumstances.places(reading):
        owner = circumstances.nearest(candidates, found.governor)
        if owner is None:
            continue
        draft = by_head[owner.i]
        type_ = draft.trigger.sense.type
        if found.word in circumstances.LOCATIVE or (found.word in circumstances.TOWARD and type_ in MOVING):
            if any(p.head.i == found.head.i for p in (*draft.cast.actors, *draft.cast.recipients)):
                continue
            draft.places.append(circumstances.place_of(reading, found.head))
        elif found.word == "of" and draft.trigger.sense.mode == "territory" and found.governor.i == owner.i:
            draft.places.append(circumstances.place_of(reading, found.head))
    for draft in drafts:
        if draft.trigger.sense.mode == "territory" and not draft.places:
            for name in ("obj", "of", "over"):
                towns = [t for t in draft.trigger.arguments.get(name, ()) if reading.classes(t) & {"PLACE"}]
                draft.places += [circumstances.place_of(reading, t) for t in towns]
        if draft.trigger.sense.pos == "noun" and not draft.places:
            before = [t for name in ("mod", "poss") for t in draft.trigger.arguments.get(name, ())]
            for token in before:  # "the Kabul bombing"
                if token.ent_type_ == "LOC" and all(p.head.i != token.i for p in draft.cast.actors):
                    draft.places.append(circumstances.place_of(reading, token))
    for span, governor in circumstances.times(reading):
        owner = circumstances.nearest(candidates, governor)
        if owner is not None and by_head[owner.i].time is None:
            by_head[owner.i].time = circumstances.time_of(span)


def _tells_something(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """False for a bare noun ("the attack", "attacks") that only takes up what is told elsewhere."""
    kind = reading.knowledge.lexicon.types[draft.trigger.sense.type].kind
    if kind == "relation" and draft.trigger.sense.type != "TREND":
        return bool(draft.cast.actors and draft.cast.recipients)
    if draft.trigger.sense.pos != "noun" or len(draft.trigger.words) > 1:
        return True
    full = draft.cast.actors or draft.cast.recipients or draft.places or draft.time or draft.toll
    if not full:
        return draft.carrier is not None
    definite = any(d.lower_ in ("the", "this", "that", "these", "those") for d in children(draft.trigger.head, "det"))
    if definite and not (draft.places or draft.time or draft.toll or draft.cast.recipients) and draft.carrier is None:
        type_ = draft.trigger.sense.type
        return not any(d.trigger.sense.type == type_ and d.trigger.head.i < draft.trigger.head.i for d in drafts)
    return True


def _statement(
    reading: Reading,
    draft: Draft,
    casting: Casting,
    coreference: Coreference,
    cited: Mapping[int, tuple[Citation, ...]],
    ordinals: Counter[tuple[str, int, int]],
) -> Statement:
    sense, head = draft.trigger.sense, draft.trigger.head
    span = reading.token_span(*draft.trigger.words)
    if span.end - span.start > triggers.LONGEST:
        span = reading.token_span(head)
    evidence = reading.sentence(head)
    key = (sense.type, span.start, span.end)
    ordinals[key] += 1
    type_ = reading.knowledge.lexicon.types[sense.type]
    instruments = _instruments(reading, draft)
    mode = sense.mode or next((m for i in instruments if (m := _mode(reading, i)) and m in type_.modes), None)
    said = draft.said
    modality = (
        said.modality if said and said.modality and draft.certainty.modality == "actual" else draft.certainty.modality
    )
    negative = (draft.certainty.polarity == "negative") != (said is not None and said.polarity == "negative")
    why = " ".join(f"+ {word}" for word in draft.certainty.because)
    return Statement(
        id=digest(reading.document.id, sense.type, span.start, span.end, ordinals[key]),
        document=reading.document.id,
        section=_section(reading, span.start),
        kind=type_.kind,
        type=sense.type,
        trigger=span,
        evidence=evidence,
        modes=(mode,) if mode else (),
        contexts=sense.context,
        actors=tuple(casting.participant(p) for p in draft.cast.actors),
        recipients=tuple(casting.participant(p) for p in draft.cast.recipients),
        places=tuple(dict.fromkeys(draft.places)),
        time=draft.time,
        modality=sense.modality or modality,
        polarity="negative" if negative != (sense.polarity == "negative") else "positive",
        stance=sense.stance,
        attribution=Attribution(_speaker(reading, said, coreference), (), cited.get(evidence.start, ())),
        quantities=_counts(reading, draft),
        instruments=instruments,
        confidence=sense.weight,
        rule=f"{sense.name} {why}".strip(),
    )


def _section(reading: Reading, offset: int) -> int | None:
    return next((i for i, s in enumerate(reading.document.sections) if s.start <= offset < s.end), None)


def _speaker(reading: Reading, said: Said | None, coreference: Coreference) -> Speaker | None:
    if said is None or said.speaker is None:
        return None
    head = coreference.resolve(counted(said.speaker))
    if head.pos_ in ("PRON", "DET"):
        return None
    span = name_of(reading, head)
    return Speaker(span.text, span.start, span.end, name=span.text)


def _counts(reading: Reading, draft: Draft) -> tuple[Quantity, ...]:
    victims = [*(p.at for p in draft.cast.recipients), *draft.toll]
    found = quantities.of_event(
        reading,
        draft.trigger.head,
        list(dict.fromkeys(victims)),
        [p.at for p in draft.cast.actors],
        draft.trigger.sense.type,
    )
    return tuple(found)


def _instruments(reading: Reading, draft: Draft) -> tuple[Instrument, ...]:
    """Weapons and means that the clause names: "with rifles", "using drones", "a car bomb attack"."""
    arguments = draft.trigger.arguments
    found: list[Instrument] = []
    names = (
        ("with", "using", "by", "mod", "in", "involving")
        if draft.trigger.sense.type in ("ASSAULT", "DIE", "TRAIN", "COERCE")
        else ("using",)
    )
    for name in names:
        for token in arguments.get(name, ()):
            tokens = children(token, "obj") if token.pos_ == "VERB" else [token]
            for noun in tokens:
                if "WEAPON" in reading.classes(noun):
                    span = name_of(reading, noun, of=False)
                    found.append(Instrument(span.text, span.start, span.end, _weapon(reading, noun)))
    for clause_verb in children(draft.trigger.head, "advcl", "acl", "xcomp"):
        if clause_verb.lemma_ in ("use", "involve", "employ", "deploy", "utilise"):
            for noun in children(clause_verb, "obj"):
                if "WEAPON" in reading.classes(noun):
                    span = name_of(reading, noun, of=False)
                    found.append(Instrument(span.text, span.start, span.end, _weapon(reading, noun)))
    return tuple(dict.fromkeys(found))


def _weapon(reading: Reading, noun: Token) -> str | None:
    compound = " ".join([*(c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod")), noun.lemma_.lower()])
    kinds = {w.lower(): weapon.kind for weapon in reading.knowledge.lexicon.weapons for w in weapon.words}
    return kinds.get(compound) or kinds.get(noun.lemma_.lower()) or kinds.get(noun.lower_)


def _mode(reading: Reading, instrument: Instrument) -> str | None:
    return next((w.mode for w in reading.knowledge.lexicon.weapons if w.kind == instrument.kind and w.mode), None)
