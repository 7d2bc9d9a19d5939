"""The lexicon: which words tell which type of statement, under which conditions, and who plays which role.

The format is described in docs/lexicon.md. Senses stand in ``lexicon/*.yaml``, the types and their usual roles in
``ontology.yaml``, noun classes in ``classes.yaml``, weapons in ``weapons.yaml``, and the words that change what others
mean in ``operators.yaml``, ``light-verbs.yaml`` and ``speech.yaml``.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .faults import Fault
from .files import Entry, Row, Texts, table

PartOfSpeech = Literal["verb", "noun", "adjective"]
Roles = dict[str, tuple[str, ...]]
Conditions = dict[str, tuple[str, ...]]


def _lists(value: object) -> object:
    """Let one word stand for a list of one, as YAML readers expect: ``needs: {obj: ASSAULT}``."""
    if not isinstance(value, dict):
        return value
    return {k: [v] if isinstance(v, str) and v else v or [] for k, v in value.items()}


Arguments = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_lists)]


class Type(Entry):
    """A type of statement, with the arguments that usually name its actor and recipient by part of speech."""

    type: str
    kind: Literal["event", "relation", "position", "forecast"] = "event"
    gloss: str
    verb: Arguments
    noun: Arguments
    adjective: Arguments = {"actor": ("subj",), "recipient": ("of", "to", "with", "about", "toward")}
    recipient_is: Texts
    modes: Texts = ()

    def identity(self) -> object:
        """Return the type's name."""
        return self.type

    def roles(self, pos: PartOfSpeech) -> Roles:
        """Argument names to try in order, by role, for a trigger of that part of speech."""
        return {"verb": self.verb, "noun": self.noun, "adjective": self.adjective}[pos]


class Sense(Entry):
    """One meaning of one word (or fixed phrase) and what must hold for it."""

    lemma: str
    also: Texts = ()
    pos: PartOfSpeech
    type: str
    mode: str | None = None
    context: Texts = ()
    stance: Literal["supportive", "neutral", "wary", "hostile", "mixed"] | None = None
    roles: Arguments = {}
    needs: Arguments = {}
    unless: Arguments = {}
    modality: Literal["attempted", "planned", "possible", "predicted", "hypothetical"] | None = None
    polarity: Literal["negative"] | None = None
    weight: float = 0.8
    fires: str
    misses: str

    def identity(self) -> object:
        """Return None: senses of one word stand beside each other."""
        return None

    @property
    def name(self) -> str:
        """What `rule` says of a statement that this sense made: ``COERCE:arrest (verb)``."""
        return f"{self.type}:{self.lemma} ({self.pos})"


class NounClass(Entry):
    """Nouns of one class, such as FACILITY or VEHICLE."""

    name: str = Field(alias="class")
    lemmas: Texts

    def identity(self) -> object:
        """Return the class's name."""
        return self.name


class Weapon(Entry):
    """Words for one kind of weapon or means, and the mode of ASSAULT that it implies."""

    kind: str
    mode: str | None = None
    words: Texts

    def identity(self) -> object:
        """Return None: one kind may stand in several lists."""
        return None


class Operator(Entry):
    """A word that changes how certain the statement below it is."""

    lemma: str
    also: Texts = ()
    pos: str
    effect: Literal[
        "attempted", "planned", "possible", "predicted", "hypothetical", "negative", "unlikely", "actual", "drop"
    ]
    on: Texts = ()
    fires: str
    misses: str | None = None

    def identity(self) -> object:
        """Return None: a word may have several effects."""
        return None


class LightVerb(Entry):
    """A verb that lends its subject and circumstances to the event noun that is its argument."""

    lemma: str
    also: Texts = ()
    subject: Literal["actor", "recipient"]
    argument: str = "obj"

    def identity(self) -> object:
        """Return None: a verb may take its noun in several ways."""
        return None


class Speech(Entry):
    """A word that gives what it takes to a source; ``takes`` names arguments as clause.py does, and "quote"."""

    lemma: str
    also: Texts = ()
    pos: Literal["verb", "noun", "adjective", "adverb", "phrase"]
    kind: Literal["say", "report", "accuse", "think", "show", "ask", "judge", "wish", "seem"]
    takes: Texts = ()
    polarity: Literal["negative"] | None = None
    modality: Literal["possible"] | None = None
    fires: str
    misses: str

    def identity(self) -> object:
        """Return None: a word may be verb and noun."""
        return None


@dataclass(frozen=True)
class Lexicon:
    """Everything in the lexicon's files, with the look-ups that extraction needs."""

    types: dict[str, Type]
    senses: tuple[Sense, ...]
    noun_classes: tuple[NounClass, ...]
    weapons: tuple[Weapon, ...]
    operators: tuple[Operator, ...]
    light_verbs: tuple[LightVerb, ...]
    speech: tuple[Speech, ...]

    @cached_property
    def by_head(self) -> dict[tuple[str, str], tuple[Sense, ...]]:
        """(first word of the lemma, part of speech) to its senses, those with most conditions first."""
        found: dict[tuple[str, str], list[tuple[int, int, int, Sense]]] = {}
        for order, sense in enumerate(self.senses):
            for lemma in (sense.lemma, *sense.also):
                entry = sense if lemma == sense.lemma else sense.model_copy(update={"lemma": lemma})
                demands = len(lemma.split()) - 1 + len(sense.needs)  # what must be there says more than what must not
                found.setdefault((lemma.split()[0], sense.pos), []).append((-demands, -len(sense.unless), order, entry))
        return {key: tuple(s for *_, s in sorted(rows, key=lambda r: r[:3])) for key, rows in found.items()}

    @cached_property
    def operators_by_word(self) -> dict[str, list[tuple[list[str], Operator]]]:
        """First words to (all words, operator): longer phrases before shorter, conditioned before plain."""
        found: dict[str, list[tuple[list[str], Operator]]] = {}
        for operator in self.operators:
            for lemma in (operator.lemma, *operator.also):
                words = lemma.lower().split()
                found.setdefault(words[0], []).append((words, operator))
        for entries in found.values():
            entries.sort(key=lambda e: (-len(e[0]), not e[1].on))
        return found

    @cached_property
    def light_by_word(self) -> dict[str, list[tuple[list[str], LightVerb]]]:
        """First words to (all words, light verb)."""
        found: dict[str, list[tuple[list[str], LightVerb]]] = {}
        for entry in self.light_verbs:
            for lemma in (entry.lemma, *entry.also):
                found.setdefault(lemma.split()[0], []).append((lemma.split(), entry))
        return found

    @cached_property
    def speech_by_lemma(self) -> dict[tuple[str, str], Speech]:
        """(part of speech, lemma) to the word of saying."""
        found: dict[tuple[str, str], Speech] = {}
        for entry in self.speech:
            for lemma in (entry.lemma, *entry.also):
                found.setdefault((entry.pos, lemma.lower()), entry)
        return found

    @cached_property
    def weapon_of(self) -> dict[str, Weapon]:
        """Words, in lower case, to the weapon that they name."""
        return {word.lower(): weapon for weapon in self.weapons for word in weapon.words}

    @cached_property
    def classes_of(self) -> dict[str, tuple[str, ...]]:
        """A noun to the classes that hold it; a word of several parts is keyed whole."""
        found: dict[str, list[str]] = {}
        for row in self.noun_classes:
            for lemma in row.lemmas:
                found.setdefault(lemma.lower(), []).append(row.name)
        for weapon in self.weapons:
            for word in weapon.words:
                found.setdefault(word.lower(), []).append("WEAPON")
        return {lemma: tuple(dict.fromkeys(classes)) for lemma, classes in found.items()}


#: Arguments that a sense may name, beside prepositions (any other lower-case word).
GRAMMATICAL = frozenset("subj obj iobj poss mod appos by prt inf that ing neg self speaker future".split())


def load(folder: Path | None = None) -> Lexicon:
    """Return the lexicon, with a user's folder of entries over ours; raises KnowledgeError where a file has a fault."""
    return Lexicon(
        types={t.type: t for t in table("ontology", Type, folder).entries()},
        senses=table("lexicon", Sense, folder).entries(),
        noun_classes=table("classes", NounClass, folder).entries(),
        weapons=table("weapons", Weapon, folder).entries(),
        operators=table("operators", Operator, folder).entries(),
        light_verbs=table("light-verbs", LightVerb, folder).entries(),
        speech=table("speech", Speech, folder).entries(),
    )


def check(folder: Path | None = None) -> list[Fault]:
    """Return every fault of the lexicon's files that can be seen without reading its sentences."""
    types = table("ontology", Type, folder)
    senses = table("lexicon", Sense, folder)
    rest = (
        table("classes", NounClass, folder),
        table("weapons", Weapon, folder),
        table("operators", Operator, folder),
        table("light-verbs", LightVerb, folder),
    )
    speech = table("speech", Speech, folder)
    faults = [*types.faults, *senses.faults, *speech.faults, *(fault for t in rest for fault in t.faults)]
    said: dict[tuple[str, str], Row[Speech]] = {}
    for spoken in speech.rows:
        for lemma in (spoken.entry.lemma, *spoken.entry.also):
            earlier = said.setdefault((spoken.entry.pos, lemma), spoken)
            if earlier is not spoken:
                faults.append(spoken.fault(f"the {spoken.entry.pos} {lemma!r} stands already in line {earlier.line}"))
    known = {row.entry.type: row.entry for row in types.rows}
    seen: dict[tuple[object, ...], Row[Sense]] = {}
    for row in senses.rows:
        sense = row.entry
        type_ = known.get(sense.type)
        if type_ is None:
            faults.append(row.fault(f"type {sense.type!r} is not in ontology.yaml"))
        elif sense.mode and sense.mode not in type_.modes:
            faults.append(row.fault(f"mode {sense.mode!r} is no mode of {sense.type}"))
        if sense.stance and sense.type != "POSITION":
            faults.append(row.fault("only a POSITION has a stance"))
        if not 0 < sense.weight <= 1:
            faults.append(row.fault(f"weight {sense.weight} is not between 0 and 1"))
        if sense.fires == sense.misses:
            faults.append(row.fault("the near miss is the sentence that fires"))
        for lemma in (sense.lemma, *sense.also):
            conditions = (tuple(sense.needs.items()), tuple(sense.unless.items()))
            first = seen.setdefault((lemma, sense.pos, conditions), row)
            if first is not row:
                faults.append(
                    row.fault(f"{lemma!r} under the same conditions is already told in {first.file}:{first.line}")
                )
    return sorted(faults)
