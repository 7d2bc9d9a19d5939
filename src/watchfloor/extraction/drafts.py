"""A statement in the making."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from watchfloor.records import Place, Time

from .modality import Certainty
from .parts import Cast
from .speakers import Said
from .triggers import Trigger


@dataclass
class Draft:
    """What is known of a statement before it is written down.

    ``carrier`` is the light verb that carries an event noun; ``absorbed`` are verbs whose content this statement tells
    as well ("the blast killed four"), ``toll`` pairs of such a verb and a word for those whom it
    harmed.
    """

    trigger: Trigger
    cast: Cast
    certainty: Certainty
    said: Said | None
    carrier: Token | None
    places: list[Place] = field(default_factory=list)
    time: Time | None = None
    horizon: Time | None = None
    mode: str | None = None
    absorbed: list[Token] = field(default_factory=list)
    toll: list[tuple[Token, Token]] = field(default_factory=list)
    learned: tuple[str, ...] = ()
    """Slots that the trained heads filled; "type" where they alone found the word."""

    @property
    def head(self) -> Token:
        """The trigger's main word."""
        return self.trigger.head

    @property
    def tellers(self) -> list[Token]:
        """All words whose clauses tell of it: the trigger, what it absorbed, its light verb."""
        return [self.head, *self.absorbed, *([self.carrier] if self.carrier is not None else [])]

    @property
    def foreseen(self) -> bool:
        """True for what is yet to come about: only that has a horizon."""
        return self.certainty.modality not in ("actual", "attempted") or self.type == "FORECAST"

    @property
    def type(self) -> str:
        """The type of statement that the trigger tells."""
        return self.trigger.sense.type
