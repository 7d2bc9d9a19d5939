"""The stance of a position: what its own words say of it before what its verb does."""

from collections.abc import Mapping

from watchfloor.records import Stance

from .clause import children
from .drafts import Draft
from .reading import Reading

#: Nouns whose adjective is a stance: "a neutral position", but not "neutral observers".
POSITIONS = frozenset("position stance line attitude posture policy approach view tone".split())
#: Adjectives of a position that are no position themselves: "took a tough line".
TONES: Mapping[str, Stance] = {
    **dict.fromkeys("tough hard harsh hardline hard-line uncompromising aggressive".split(), "hostile"),
    **dict.fromkeys("conciliatory soft friendly favourable favorable positive".split(), "supportive"),
    **dict.fromkeys("cautious guarded tentative wait-and-see".split(), "wary"),
    **dict.fromkeys("ambiguous ambivalent contradictory equivocal".split(), "mixed"),
}


def stance_of(reading: Reading, draft: Draft) -> Stance | None:
    """The stance of a POSITION, None for all else: that of its adjective, of its sense, of the word's other senses."""
    if draft.type != "POSITION":
        return None
    listed = reading.knowledge.lexicon.by_head
    for noun in (draft.head, *draft.trigger.words[1:], *draft.trigger.arguments.get("obj", ())):
        for word in children(noun, "amod") if noun.lemma_.lower() in POSITIONS else ():
            senses = listed.get((word.lower_, "adjective"), ())
            told = next((s.stance for s in senses if s.type == "POSITION" and s.stance), TONES.get(word.lower_))
            if told is not None:
                return told
    others = listed.get((draft.head.lemma_.lower(), draft.trigger.sense.pos), ()) if draft.trigger.learned else ()
    return draft.trigger.sense.stance or next((s.stance for s in others if s.type == "POSITION" and s.stance), None)
