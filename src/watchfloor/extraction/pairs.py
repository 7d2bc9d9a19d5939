"""Whom "both", "the two" and "each side" mean: the two parties of what was told last."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from .clause import children
from .parts import Cast, Part
from .reading import Reading, sentences_apart
from .triggers import Trigger

#: Words for two parties together, or for one as good as the other.
TOGETHER = frozenset("both two each neither either".split())
#: Nouns that may follow them without saying who is meant.
PARTIES = frozenset(
    "side country party neighbour neighbor government army group leader state nation man minister president force "
    "faction capital movement rival enemy".split()
)
#: How many sentences back the two may have been told.
REACH = 2


class Pairs:
    """Looks back for the parties of one document's statements."""

    def __init__(self, reading: Reading, triggers: Sequence[Trigger], cast: Callable[[Trigger], Cast]) -> None:
        """``triggers`` are all of the document, in the order of its text; ``cast`` gives the roles of one."""
        self._reading = reading
        self._triggers = triggers
        self._cast = cast

    def meant(self, token: Token) -> tuple[Part, ...]:
        """The two parties that a word means; nobody where it means no two, or no two were told."""
        if not _is_pair(token):
            return ()
        for trigger in reversed(self._triggers):
            if trigger.head.i >= token.i:
                continue
            if sentences_apart(trigger.head, token) > REACH:
                break
            cast = self._cast(trigger)
            parties = cast.actors if len(cast.actors) > 1 else (*cast.actors, *cast.recipients)
            if len(parties) == 2 and parties[0].head.text != parties[1].head.text:
                return tuple(Part(p.head, token) for p in parties) if self._alike(*parties) else ()
        return ()

    def _alike(self, one: Part, other: Part) -> bool:
        """True for two persons, two states or two groups: a court and its captives are no pair."""
        kinds = [self._reading.classes(p.head) for p in (one, other)]
        return any(all(kind & alike for kind in kinds) for alike in ({"PERSON"}, {"GROUP", "STATE"}))


def _is_pair(token: Token) -> bool:
    """True for "both", "the two", "each side" and "the two countries", with nothing that says who they are."""
    described = any(c.dep_ in ("amod", "compound", "nmod", "nmod:poss", "acl:relcl", "appos") for c in token.children)
    if described:
        return False
    if token.lower_ in TOGETHER and token.pos_ in ("PRON", "DET", "NUM"):
        return token.lower_ != "two" or any(d.lower_ == "the" for d in children(token, "det"))
    together = any(c.lower_ in TOGETHER for c in children(token, "det", "nummod", "cc:preconj"))
    return token.pos_ == "NOUN" and token.lemma_.lower() in PARTIES and together
