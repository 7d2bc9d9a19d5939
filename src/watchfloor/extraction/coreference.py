"""What pronouns and definite nouns stand for: the nearest fitting name before them, where it is clear."""

from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Token

from .clause import antecedent, base, children, counted, preposition
from .reading import Reading

#: Pronouns by what they can stand for.
MALE_OR_FEMALE = frozenset("he him his himself she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
THING = frozenset("it its itself".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
#: Nouns that take up a group told before, with "the", "this" or "that".
GROUPS = frozenset(
    "group organization organisation movement militia faction outfit network insurgency alliance coalition party gang "
    "cell bloc union".split()
)
COUNTRIES = frozenset("country nation state kingdom republic".split())
#: Dependents that describe anew whom a noun means, so that it does not only point back.
DESCRIBING = frozenset("nmod nmod:poss amod compound acl:relcl acl appos nummod".split())
#: Sectors and nouns of those who act for whoever they belong to.
ARMED = frozenset({"military", "armed-group", "rebel", "security", "police", "intelligence"})
OWN = frozenset("member delegate delegation representative negotiator unit aircraft troop force jet drone".split())
#: How present a candidate is in the mind, by its role in its sentence: the lower the better; others 2.
SALIENCE = {"nsubj": 0, "obj": 1}
#: Prepositions of a setting.
SETTING = frozenset("in at across near inside outside throughout around".split())
#: How many words back an antecedent may stand: further on a reader looks it up too.
REACH = 120


class Coreference:
    """Antecedents within one document."""

    def __init__(self, reading: Reading) -> None:
        """Look through the candidates of a reading once."""
        self._reading = reading
        self._known: dict[int, Token] = {}

    @cached_property
    def _candidates(self) -> list[Token]:
        """Heads of phrases that name an actor, in the order of the text."""
        found = []
        for token in self._reading.doc:
            if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("flat", "goeswith"):
                continue
            inside = token.dep_ in ("compound", "amod") and token.head.pos_ in ("NOUN", "PROPN")
            if inside and self._reading.name_at(token) is None:
                continue
            if "ACTOR" in self._reading.classes(token) or "PLACE" in self._reading.classes(token):
                found.append(token)
        return found

    def resolve(self, token: Token) -> Token:
        """The head that the token stands for; itself where it names somebody or where that is unclear."""
        if token.i not in self._known:
            self._known[token.i] = token  # a chain that comes back ends here
            self._known[token.i] = self._resolve(token)
        return self._known[token.i]

    def _resolve(self, token: Token) -> Token:
        word = token.lower_
        if token.pos_ in ("PRON", "DET") and word in MALE_OR_FEMALE:
            return self._nearest(token, lambda c: self._is_person(c) and not self._is_plural(c)) or token
        if token.pos_ in ("PRON", "DET") and word in PLURAL:
            return self._nearest(token, self._can_be_many, plural=True) or token
        if token.pos_ in ("PRON", "DET") and word in THING:
            return self._nearest(token, self._can_be_it) or token
        owner = next((c for c in children(token, "nmod:poss") if c.pos_ in ("PRON", "DET")), None)
        if owner is not None and self._acts_for_owner(token):
            found = antecedent(owner) if owner.tag_ == "WP$" else self.resolve(owner)
            return token if found.i == owner.i else found
        if (
            token.pos_ == "NOUN"
            and token.text.islower()
            and any(d.lower_ in ("the", "this", "that", "these", "those") for d in children(token, "det"))
        ):
            return self._definite(token)
        return token

    def _acts_for_owner(self, token: Token) -> bool:
        """True for "its fighters", "their jets" and "several of its members": the deed is the owner's."""
        classes = self._reading.classes(token)
        role = self._reading.knowledge.roles.named(token.lemma_)
        return (
            (role is not None and role.member and role.sector in ARMED) or "VEHICLE" in classes or token.lemma_ in OWN
        )

    def _definite(self, token: Token) -> Token:
        described = {c.dep_ for c in token.children} & DESCRIBING
        lemma = token.lemma_.lower()
        plainly = all(c.pos_ == "ADJ" and not c.ent_type_ for c in children(token, "amod"))
        if lemma in GROUPS and described <= {"amod"} and plainly:  # "the jihadist group", not "the Syrian army"
            return self._nearest(token, lambda c: "GROUP" in self._reading.classes(c) and self._is_name(c)) or token
        if described:
            return token
        if lemma in COUNTRIES:
            return self._nearest(token, lambda c: "STATE" in self._reading.classes(c)) or token
        if "ACTOR" in self._reading.classes(token):
            return self._nearest(token, lambda c: c.lemma_.lower() == lemma and self._is_fuller(c)) or token
        return token

    def _nearest(self, token: Token, fits: Callable[[Token], bool], *, plural: bool = False) -> Token | None:
        """The best antecedent before a token: near sentences first, subjects before others within a sentence.

        ``plural`` prefers "fighters" to "the army" where both could be meant.
        """
        best: tuple[tuple[int, int, int], Token] | None = None
        sentences = self._sentence_numbers
        clause = _clause(token)
        for candidate in self._candidates:
            if candidate.i >= token.i or token.i - candidate.i > REACH or not fits(candidate):
                continue
            if self._same_clause(candidate, token, clause) or (
                token.pos_ == "NOUN" and self._in_argument(candidate, clause)
            ):
                continue
            distance = sentences[token.i] - sentences[candidate.i]
            rank = (
                distance,
                self._distance(candidate)
                + (plural and not self._is_plural(candidate))
                + (self._speaks(candidate) and not self._speaks(token)),
                -candidate.i,
            )
            if best is None or rank < best[0]:
                best = rank, candidate
        return best[1] if best else None

    @staticmethod
    def _in_argument(candidate: Token, clause: Token | None) -> bool:
        """True inside the subject or object of the verb: "fighters from IS visited the group"."""
        while candidate.head.i != candidate.i:
            if clause is not None and candidate.head.i == clause.i:
                return base(candidate.dep_) in ("nsubj", "obj", "iobj")
            candidate = candidate.head
        return False

    def _distance(self, candidate: Token) -> int:
        """How far from the mind a candidate is by its role; a place where something happens is furthest."""
        head = candidate
        while head.dep_ == "conj" and head.head.i != head.i:
            head = head.head
        if preposition(head) in SETTING and "PLACE" in self._reading.classes(candidate):
            return 4
        return SALIENCE.get(base(head.dep_), 2)

    def _speaks(self, token: Token) -> bool:
        """True for the subject of a verb of saying: "he" of the next "he said" rather than of what is told."""
        verb = token.head
        said = self._reading.knowledge.lexicon.speech_by_lemma
        return (
            base(token.dep_) == "nsubj"
            and ("verb", verb.lemma_.lower()) in said
            and bool(verb.dep_ == "parataxis" or children(verb, "ccomp", "parataxis"))
        )

    def _same_clause(self, candidate: Token, token: Token, clause: Token | None) -> bool:
        """Two arguments of one verb are two parties, unless the pronoun is possessive or reflexive."""
        if token.dep_ == "nmod:poss" or token.lower_.endswith(("self", "selves")) or clause is None:
            return candidate.i == token.head.i or any(
                a.i == candidate.i for a in token.ancestors if a.i < token.i and token.dep_ != "nmod:poss"
            )
        return candidate.head.i == clause.i and candidate.dep_ != "nmod:poss"

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        numbers, at = [], -1
        for token in self._reading.doc:
            at += bool(token.is_sent_start)
            numbers.append(at)
        return numbers

    def _is_person(self, token: Token) -> bool:
        return "PERSON" in self._reading.classes(token) and token.ent_type_ in ("PER", "", "NAT")

    def _is_plural(self, token: Token) -> bool:
        return (
            token.tag_ in ("NNS", "NNPS")
            or any(c.dep_ == "conj" for c in token.children)
            or counted(token).i != token.i
        )

    def _is_name(self, token: Token) -> bool:
        return token.pos_ == "PROPN" or self._reading.name_at(token) is not None

    def _is_fuller(self, token: Token) -> bool:
        return any(c.dep_ in ("nmod", "nmod:poss", "amod", "compound", "appos", "nummod") for c in token.children)

    def _can_be_many(self, token: Token) -> bool:
        classes = self._reading.classes(token)
        return "ACTOR" in classes and (self._is_plural(token) or "GROUP" in classes) and token.ent_type_ != "PER"

    def _can_be_it(self, token: Token) -> bool:
        classes = self._reading.classes(token)
        if self._is_plural(token) and not self._is_name(token):
            return False
        return (
            bool(classes & {"GROUP", "STATE"})
            and token.ent_type_ != "PER"
            or (self._is_name(token) and "PLACE" in classes and base(token.dep_) == "nsubj")
        )


def _clause(token: Token) -> Token | None:
    """The verb that a noun phrase is an argument of."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None
