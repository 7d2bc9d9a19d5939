"""Which names and nouns name what was named before: the surname alone, the acronym, the same noun with "the"."""

from watchfloor.knowledge.name_words import fold

from ..clause import children
from ..names import entity
from ..reading import Reading
from .mentions import Entity, Mention
from .pointing import KNOWN

#: Words in names of persons that are no part of them.
UNNAMED = frozenset("mr mrs ms miss dr sir dame lord lady jr sr ii iii prof gen col maj capt sgt rev president".split())


class Names:
    """The entities of a document so far, by what they are called."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody."""
        self._reading = reading
        self._persons: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
        self._others: dict[str, Entity] = {}
        self._nouns: dict[str, Entity] = {}
        self._at: dict[int, Entity] = {}

    def place(self, mention: Mention) -> None:
        """Give a name or noun to the entity that it names again, or to one of its own."""
        entity = self._entity(mention)
        if entity.gender and mention.gender and entity.gender != mention.gender:
            entity = mention.entity
        entity.add(mention)
        if not mention.row:
            self._at[mention.at] = entity

    def _entity(self, mention: Mention) -> Entity:
        token = mention.token
        if mention.row:
            return mention.entity
        described = token.dep_ == "appos" or (token.dep_ == "nmod:desc" and token.ent_type_ == "PER")
        if described and token.head.i in self._at:  # "the mufti, Ahmed Badreddin"
            same = self._at[token.head.i]
            if mention.kind == "name" and mention.nature == "person":
                self._note(self._words(mention), same)
            return same
        if mention.kind == "name":
            return self._person(mention) if mention.nature == "person" else self._other(mention)
        return self._noun(mention)

    def _person(self, mention: Mention) -> Entity:
        words = self._words(mention)
        for name in (words[-1], words[0]):
            for known, person in reversed(self._persons.get(name, [])):
                if _one_person(words, known) and not _contradict(person, mention):
                    if len(words) > len(known):
                        self._note(words, person)
                    return person
        self._note(words, mention.entity)
        return mention.entity

    def _note(self, words: tuple[str, ...], entity: Entity) -> None:
        for word in dict.fromkeys((words[0], words[-1])):
            self._persons.setdefault(word, []).append((words, entity))

    def _words(self, mention: Mention) -> tuple[str, ...]:
        token = mention.token
        span = entity(token)
        text = span.text if span is not None else " ".join(t.text for t in (token, *children(token, "flat")))
        words = fold(text)
        return tuple(w for w in words if w not in UNNAMED) or words or (token.lower_,)

    def _other(self, mention: Mention) -> Entity:
        name = self._reading.name_at(mention.token)
        words = (name.id,) if name is not None else self._words(mention)
        keys = [" ".join(words)]
        if len(words) > 2:
            keys.append("".join(w[0] for w in words))  # an acronym to come
        found = next((self._others[k] for k in keys[:1] if k in self._others), mention.entity)
        for key in keys:
            self._others.setdefault(key, found)
        return found

    def _noun(self, mention: Mention) -> Entity:
        token = mention.token
        lemma = f"{token.lemma_.lower()} {mention.number}"
        known = any(d.lower_ in KNOWN for d in children(token, "det"))
        new = any(c.dep_ in ("nmod", "nmod:poss", "acl:relcl", "amod", "compound") for c in token.children)
        if known and not new and lemma in self._nouns:
            return self._nouns[lemma]
        self._nouns[lemma] = mention.entity
        return mention.entity


def _one_person(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """True for a name and its short form: all words of the shorter one, in order, stand in the longer one."""
    short, long = sorted((words, known), key=len)
    rest = iter(long)
    return all(word in rest for word in short)


def _contradict(entity: Entity, mention: Mention) -> bool:
    return bool(entity.gender and mention.gender and entity.gender != mention.gender)
