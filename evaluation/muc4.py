"""Role fillers of MUC-4's messages on terrorism, by CEAF-REE as GRIT (Du, Rush and Cardie, 2021) has it.

A role of a message is filled by entities, each a set of strings; those of all its templates count together. Entities
are paired one to one so that most pairs agree, and a pair agrees where every string given for the entity is among the
reference's. Micro over messages and roles. As GRIT does it, so that its 54.5 on the test part can be compared:

* optional templates and optional fillers are asked for like the others;
* an entity that repeats some strings of an earlier one, or adds to them, is no further entity: the first stays;
* strings that the message's body does not hold are dropped, and entities without any string left;
* a victim is one who is named; those whom no name is given for ("two peasants") have a row of their own;
* strings are compared in lower case, without punctuation and articles; an entity is given by one string, its best.
"""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.figure import Figure, f1
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.extraction import Filler, fillers
from watchfloor.knowledge import Knowledge
from watchfloor.records import Document, Participant, Statement

TARGET = 0.54
#: Slots of the templates by the role that they fill, with GRIT's names of the roles.
ROLES = {
    "PerpInd": "perp_individual_id",
    "PerpOrg": "perp_organization_id",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "incident_instrument_id",
}
DESCRIBED_VICTIM = "victims without a name"
DESCRIBED = {DESCRIBED_VICTIM: "hum_tgt_description"}
GIVEN = {
    "perpetrator": "PerpInd",
    "organisation": "PerpOrg",
    "target": "Target",
    "victim": "Victim",
    "weapon": "Weapon",
}
#: Types of statements whose parties are the perpetrators and victims of an incident, for the rules alone.
VIOLENT = ("ASSAULT", "COERCE", "CLAIM")
THINGS = frozenset({"FACILITY", "VEHICLE", "GOODS"})
PUNCTUATION = str.maketrans("", "", string.punctuation)
ARTICLE = re.compile(r"\b(?:a|an|the)\b")

Entity = frozenset[str]
Roles = dict[str, list[Entity]]
Counts = tuple[int, int, int]
"""Pairs that agree, entities given, entities of the reference."""


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """All roles together, each role, victims without a name, and what the statements alone would give."""
    wanted, ours, by_rules = [], [], []
    for message in lines(data / "muc4" / f"{split}.jsonl"):
        wanted.append(reference(message))
        document = Document(message["id"], message["id"], "", message["text_truecased"], language="en")
        ours.append(given(fillers(coder.reading(document))))
        by_rules.append(of_statements(coder.code(document).statements, coder.known))
    learned, rules = compared(wanted, ours), compared(wanted, by_rules)
    together = [sum(parts) for parts in zip(*(learned[role] for role in ROLES), strict=True)]
    alone = [sum(parts) for parts in zip(*(rules[role] for role in ROLES), strict=True)]
    return [
        f1("muc4", "CEAF-REE micro F1", *together, target=TARGET),
        *(f1("muc4", role, *learned[role]) for role in (*ROLES, *DESCRIBED)),
        f1("muc4", "statements alone: micro F1", *alone),
    ]


def reference(message: Mapping[str, Any]) -> Roles:
    """The entities of each role that a message of the corpus asks for."""
    body = plain(message["text"].partition("[TEXT]")[2] or message["text"])
    return {role: list(_entities(message["templates"], slot, body)) for role, slot in (ROLES | DESCRIBED).items()}


def _entities(templates: Iterable[Mapping[str, Any]], slot: str, body: str) -> Iterable[Entity]:
    kept: list[set[str]] = []
    for template in templates:
        for filler in template.get(slot, ()):
            if filler.get("refers_to"):
                continue  # the description of a victim who is named as well
            strings = set(map(plain, filler["strings"]))
            if not any(strings <= other or other <= strings for other in kept):
                kept.append(strings)
    for strings in kept:
        found = frozenset(normalised(each) for each in strings if each in body)
        if found:
            yield found


def given(found: Iterable[Filler]) -> Roles:
    """Fillers as GRIT counts them: one string an entity, victims without a name apart."""
    roles: Roles = {role: [] for role in (*ROLES, *DESCRIBED)}
    for filler in found:
        role = DESCRIBED_VICTIM if filler.role == "victim" and not filler.named else GIVEN[filler.role]
        roles[role].append(frozenset({normalised(filler.spans[0].text)}))
    return roles


def of_statements(statements: Iterable[Statement], known: Knowledge) -> Roles:
    """What statements of violence say by themselves: their parties and means, each wording once."""
    roles: Roles = {role: [] for role in (*ROLES, *DESCRIBED)}
    for statement in statements:
        if statement.type not in VIOLENT:
            continue
        actors = [("PerpOrg" if p.id else "PerpInd", p.text) for p in statement.actors]
        recipients = [(_harmed(p, known), p.text) for p in statement.recipients if statement.type != "CLAIM"]
        for role, text in [*actors, *recipients, *(("Weapon", i.text) for i in statement.instruments)]:
            entity = frozenset({normalised(text)})
            if entity not in roles[role]:
                roles[role].append(entity)
    return roles


def _harmed(recipient: Participant, known: Knowledge) -> str:
    head = re.split(r"\s(?:of|in|at|for)\s", recipient.text)[0].split()[-1]
    classes = known.lexicon.classes_of.get(head.lower().rstrip("s"), ())
    return "Target" if THINGS & set(classes) else "Victim" if head[0].isupper() else DESCRIBED_VICTIM


def compared(wanted: Sequence[Roles], found: Sequence[Roles]) -> dict[str, Counts]:
    """The counts of each role over all messages."""
    totals = {}
    for role in (*ROLES, *DESCRIBED):
        pairs = [(references[role], entities[role]) for references, entities in zip(wanted, found, strict=True)]
        totals[role] = (
            sum(agreeing(w, g) for w, g in pairs),
            sum(len(g) for _, g in pairs),
            sum(len(w) for w, _ in pairs),
        )
    return totals


def agreeing(wanted: Sequence[Entity], found: Sequence[Entity]) -> int:
    """The most pairs of an entity found and one wanted that holds all its strings, each taken once."""
    taken: dict[int, int] = {}

    def placed(entity: int, tried: set[int]) -> bool:
        for place, other in enumerate(wanted):
            if found[entity] <= other and place not in tried:
                tried.add(place)
                if place not in taken or placed(taken[place], tried):
                    taken[place] = entity
                    return True
        return False

    return sum(placed(entity, set()) for entity in range(len(found)))


def plain(text: str) -> str:
    """Lower case with single blanks."""
    return " ".join(text.lower().split())


def normalised(text: str) -> str:
    """A string as it is compared: no case, no punctuation, no articles."""
    return " ".join(ARTICLE.sub(" ", text.lower().translate(PUNCTUATION)).split())
