"""Events from their statements, and how well they are supported: pure functions."""

from .agreement import Agreement, agreement, kappa
from .bonds import Bonds
from .credibility import Support, credibility
from .deciding import (
    add,
    apart,
    confirm,
    confirm_event,
    correct,
    correct_event,
    different_actor,
    merge,
    rate,
    reject,
    reject_event,
    same_actor,
    split,
    undo,
)
from .effective import Effective
from .effects import Applied, Change, Unfit, apply
from .errors import DecisionError
from .events import event
from .inheritance import Inheritance, Naming
from .members import Member, Publication
from .profiles import actor, confirmed
from .review import Waiting, review
from .ties import Ties
from .values import Reading

__all__ = [
    "Agreement",
    "Applied",
    "Bonds",
    "Change",
    "DecisionError",
    "Effective",
    "Inheritance",
    "Member",
    "Naming",
    "Publication",
    "Reading",
    "Support",
    "Ties",
    "Unfit",
    "Waiting",
    "actor",
    "add",
    "agreement",
    "apart",
    "apply",
    "confirm",
    "confirm_event",
    "confirmed",
    "correct",
    "correct_event",
    "credibility",
    "different_actor",
    "event",
    "kappa",
    "merge",
    "rate",
    "reject",
    "reject_event",
    "review",
    "same_actor",
    "split",
    "undo",
]
