"""What pronouns and definite nouns stand for: the best of the candidates before them, by the weighted features."""

from collections.abc import Callable, Iterator
from functools import cached_property

from spacy.tokens import Token

from ..clause import antecedent, base, children
from ..reading import Reading
from ..speakers import Speakers
from . import pointing
from .binding import Position
from .context import Context
from .features import Pair
from .mentions import Entity, Family, Mention, family, find
from .naming import Names
from .weights import COLUMNS, Column

#: How many words back an antecedent may stand: further on a reader looks it up too.
REACH = 200
#: How many mentions after a pronoun the subject may stand that it runs ahead of: "Before he resigned, the minister …".
AHEAD = 12
#: Below every score: a definite noun that fits somebody is never left without.
_LOWEST = float("-inf")

Fits = Callable[[Mention], bool]


class Coreference:
    """Antecedents within one document."""

    def __init__(self, reading: Reading, speakers: Speakers | None = None) -> None:
        """``speakers`` are those of the document, where the caller has them."""
        self._reading = reading
        self._speakers = speakers or Speakers(reading)
        self._known: dict[int, Token] = {}
        self._scores: dict[tuple[int, Family], float] = {}

    def resolve(self, token: Token) -> Token:
        """The head that the token stands for; itself where it names somebody or where that is unclear."""
        if token.i not in self._known:
            self._known[token.i] = token  # a chain that comes back ends here
            self._known[token.i] = self._resolve(token)
        return self._known[token.i]

    def entity(self, token: Token) -> Entity | None:
        """All that the document says to be one with what the token stands for; None where it heads no phrase."""
        _ = self._antecedents  # puts every mention into its entity
        mention = self._mentions_at.get(token.i)
        return None if mention is None else mention.entity

    def _resolve(self, token: Token) -> Token:
        antecedents = self._antecedents  # first of all: nouns are judged by what the pronouns say of entities
        if family(token) is not None:
            found = antecedents.get(token.i)
            return token if found is None else self.resolve(found.token)
        owner = next((c for c in children(token, "nmod:poss") if c.pos_ in ("PRON", "DET")), None)
        if owner is not None and pointing.acts_for_owner(self._reading, token):
            head = antecedent(owner) if owner.tag_ == "WP$" else self.resolve(owner)
            return token if head.i == owner.i else head
        fits = pointing.points_to(self._reading, token)
        mention = self._mentions_at.get(token.i)
        if fits is None or mention is None:
            return token
        best = self._best(mention, "many" if mention.number == "many" else "thing", fits)
        return token if best is None else self.resolve(best.token)

    @cached_property
    def _mentions(self) -> list[Mention]:
        return list(find(self._reading))

    @cached_property
    def _index(self) -> dict[int, int]:
        """Place of each token's mention among all of them; of a row's first, not of the row."""
        return {m.at: index for index, m in enumerate(self._mentions) if not m.row}

    @cached_property
    def _mentions_at(self) -> dict[int, Mention]:
        return {m.at: m for m in self._mentions if not m.row}

    @cached_property
    def _context(self) -> Context:
        return Context(self._reading, self._speakers, self._mentions)

    @cached_property
    def _antecedents(self) -> dict[int, Mention]:
        """The antecedent of each pronoun, found in the order of the text: what was told of an entity counts later."""
        found: dict[int, Mention] = {}
        names = Names(self._reading)
        for mention in self._mentions:
            kind = family(mention.token)
            if mention.kind != "pronoun" or kind is None:
                names.place(mention)
                continue
            best = self._best(mention, kind, _of_family(kind, mention))
            (best or mention).entity.add(mention)
            if best is not None:
                found[mention.at] = best
        return found

    def _best(self, mention: Mention, kind: Family, fits: Fits) -> Mention | None:
        """The candidate with the highest score; None where nobody scores higher."""
        column = COLUMNS[kind]
        best: Mention | None = None
        highest = _LOWEST
        if mention.kind == "pronoun":
            highest = sum(weight * test(mention, self._context) for weight, test in column.nobody)
        for pair in self.pairs(mention, fits):
            score = self._alone(pair.candidate, column)
            for weight, test in column.together:  # not sum(): this is the one loop that is long
                score += weight * test(pair)
            if score > highest:
                best, highest = pair.candidate, score
        return best

    def _alone(self, candidate: Mention, column: Column) -> float:
        """What speaks for a candidate by itself, counted once."""
        key = (id(candidate), column.kind)
        if key not in self._scores:
            self._scores[key] = sum(weight * test(candidate, self._context) for weight, test in column.alone)
        return self._scores[key]

    def pairs(self, mention: Mention, fits: Fits) -> Iterator[Pair]:
        """The mention with each candidate, the nearest first; a subject that it runs ahead of comes last."""
        position = Position(mention)
        between: dict[int, None] = {}
        index = self._index[mention.at]
        for candidate in (*reversed(self._mentions[:index]), *self._ahead(mention, index)):
            if mention.at - candidate.at > REACH:
                break
            if fits(candidate) and position.allows(candidate):
                entity = id(candidate.entity)
                yield Pair(
                    mention,
                    candidate,
                    position,
                    self._context,
                    len(between) - (entity in between),
                    mention.sentence - candidate.sentence,
                )
                between[entity] = None

    def _ahead(self, mention: Mention, index: int) -> Iterator[Mention]:
        """The subject of the main clause after a clause or phrase that opens the sentence with a pronoun."""
        mains = {t.head.i for t in _up(mention.token) if base(t.dep_) in ("advcl", "obl") and t.head.i > mention.at}
        for later in self._mentions[index + 1 : index + 1 + AHEAD] if mains else ():
            subject = later.role in ("subject", "undergoer") and later.kind != "pronoun"
            if subject and later.predicate is not None and later.predicate.i in mains:
                yield later
                return


def _up(token: Token) -> Iterator[Token]:
    """The token and what governs it, the nearest first."""
    yield token
    yield from token.ancestors


def _of_family(kind: Family, pronoun: Mention) -> Fits:
    """Whether a mention can be meant by a pronoun, by number, gender and nature."""

    def person(other: Mention) -> bool:
        gender = other.entity.gender
        if other.number == "many" or other.row or (gender and gender != pronoun.gender) or other.nature == "time":
            return False
        if other.number == "either" and (other.kind != "name" or other.token.tag_ in ("NNS", "NNPS") or other.known):
            return False
        return other.kind != "pronoun" or family(other.token) == "person"

    def many(other: Mention) -> bool:
        if other.kind == "pronoun":
            return family(other.token) == "many"
        return other.number != "one" or other.nature in ("person", "group")

    def thing(other: Mention) -> bool:
        if other.kind == "pronoun":
            return family(other.token) == "thing"
        return other.number != "many" and other.nature != "person"

    return {"person": person, "many": many, "thing": thing}[kind]
