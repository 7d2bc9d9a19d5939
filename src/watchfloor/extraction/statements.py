"""From triggers to statements: roles, circumstances, certainty, voice and counts put together.

What comes out is unresolved: participants, places and times are words of the document, without identities.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from watchfloor.records import Attribution, Citation, Statement, digest

from . import (
    circumstances,
    conditions,
    confidence,
    inference,
    links,
    modes,
    quantities,
    same_act,
    selection,
    telling,
    tenses,
    triggers,
    weighing,
)
from .coreference import Coreference
from .drafts import Draft
from .instruments import Instruments
from .modality import Operators
from .reading import Reading
from .roles import Casting
from .speakers import Speakers
from .stances import stance_of
from .triggers import Trigger
from .voices import Voices


def extract(reading: Reading, cited: Mapping[int, tuple[Citation, ...]]) -> list[Statement]:
    """All statements of a reading in the order of their triggers; ``cited`` maps starts of sentences to citations."""
    speakers = Speakers(reading)
    coreference = Coreference(reading, speakers)
    found = list(triggers.find(reading, speakers))
    casting = Casting(reading, found, coreference, speakers)
    operators = Operators(reading.knowledge.lexicon)
    voices = Voices(reading, coreference, speakers.attributions)
    drafts = [_draft(trigger, casting, operators, speakers) for trigger in found]
    unlisted = [d for d in drafts if d.trigger.learned and selection.stands(reading, d)]
    drafts = selection.select(reading, [d for d in drafts if not d.trigger.learned])
    drafts = selection.unasked(reading, telling.add(reading, unlisted, drafts))
    drafts = same_act.merge(reading, drafts)
    circumstances.give(reading, drafts)
    drafts = [d for d in drafts if selection.tells_something(d, drafts)]
    inference.perpetrators(reading, drafts)
    weighing.weigh(reading, drafts, casting)
    instruments = Instruments(reading)
    ordinals: Counter[tuple[str, int, int]] = Counter()
    statements = [_statement(reading, d, casting, voices, instruments, cited, ordinals) for d in drafts]
    return links.link(reading, drafts, [replace(s, confidence=confidence.confidence(reading, s)) for s in statements])


def _draft(trigger: Trigger, casting: Casting, operators: Operators, speakers: Speakers) -> Draft:
    carried = casting.carrier(trigger)
    carrier = carried.verb if carried else None
    return Draft(
        trigger,
        casting.cast(trigger),
        operators.certainty(trigger.head, carrier, trigger.words[1:]),
        speakers.said(trigger.head),
        carrier,
        learned=("type",) if trigger.learned else (),
    )


def _statement(
    reading: Reading,
    draft: Draft,
    casting: Casting,
    voices: Voices,
    instruments: Instruments,
    cited: Mapping[int, tuple[Citation, ...]],
    ordinals: Counter[tuple[str, int, int]],
) -> Statement:
    sense, head = draft.trigger.sense, draft.head
    span = reading.token_span(*_together(draft.trigger))
    evidence = reading.sentence(head)
    key = (sense.type, span.start, span.end)
    ordinals[key] += 1
    type_ = reading.knowledge.lexicon.types[sense.type]
    means = instruments.of(draft)
    mode = modes.mode_of(reading, draft, means, instruments)
    counts = quantities.of_draft(reading, draft, mode)
    said = draft.said
    modality = (
        said.modality if said and said.modality and draft.certainty.modality == "actual" else draft.certainty.modality
    )
    if modality == "actual" and (sense.type == "FORECAST" or tenses.arranged(draft)):
        modality = "predicted" if sense.type == "FORECAST" else "planned"
    if sense.modality and not (sense.modality == "predicted" and modality == "possible"):  # "may worsen"
        modality = sense.modality
    negative = draft.certainty.polarity == "negative" or (said is not None and said.polarity == "negative")
    why = [sense.name, *(f"+ {word}" for word in draft.certainty.because)]
    why += [f"({slot}: {confidence.LEARNED})" for slot in draft.learned]
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
        horizon=draft.horizon,
        modality=modality,
        polarity="negative" if negative != (sense.polarity == "negative") else "positive",
        stance=stance_of(reading, draft),
        condition=conditions.condition(reading, head, foreseen=draft.foreseen),
        attribution=Attribution(voices.speaker(said), voices.outer(said), cited.get(evidence.start, ())),
        quantities=counts,
        instruments=means,
        aggregate=any(q.kind == "attacks" and (q.low or 0) > 1 for q in counts),
        confidence=sense.weight,
        rule=" ".join(why),
    )


def _together(trigger: Trigger) -> list[Token]:
    """The words of a trigger that stand together, an article apart at most: "shot dead", "laid a siege"."""
    words = sorted(trigger.words, key=lambda t: t.i)
    found = [trigger.head]
    for word in words:
        if found[-1].i < word.i <= found[-1].i + 2:
            found.append(word)
    return found


def _section(reading: Reading, offset: int) -> int | None:
    return next((i for i, s in enumerate(reading.document.sections) if s.start <= offset < s.end), None)
