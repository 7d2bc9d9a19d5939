"""How much each feature counts, for "he" and "she", for "they", and for "it" and definite nouns.

Fitted by logistic regression, a choice among all candidates of a pronoun and nobody, on the training parts of GUM
(its free genres), of GAP and of the references; see docs/model-card.md for their licences. A weight of 0 is a feature
that does not count for this family.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from .context import Context
from .features import ALONE, NOBODY, TOGETHER, Pair
from .mentions import Family, Mention

WEIGHTS: Mapping[str, tuple[float, float, float]] = {
    "same sentence":             ( 2.10,  2.02,  1.22),
    "sentence before":           ( 0.72,  0.60,  0.53),
    "two sentences before":      (-1.26,  0.02, -0.49),
    "sentences further back":    (-0.22, -0.06, -0.42),
    "words between":             (-0.49, -0.75, -0.74),
    "others between":            (-0.54, -0.46, -0.28),
    "other paragraph":           (-0.13, -0.31, -0.55),
    "stands after":              ( 1.11, -0.12,  0.08),
    "same role":                 ( 0.47,  0.38,  0.75),
    "subject for subject":       ( 0.28, -0.25, -0.14),
    "owner for owner":           (-0.11,  0.36, -0.09),
    "subject for owner":         (-0.06, -0.03,  0.15),
    "subject of its clause":     ( 0.07,  0.09,  0.28),
    "subject one clause up":     ( 0.02,  0.66,  0.30),
    "subject further up":        (-0.74,  0.32, -0.71),
    "object above":              ( 0.45,  0.05,  0.36),
    "relative clause of it":     ( 0.51, -0.04, -0.16),
    "in a row with it":          ( 0.66,  0.07,  0.74),
    "doer of a reflexive":       ( 0.09,  0.11,  0.34),
    "other argument":            (-1.42, -0.11, -0.37),
    "gender agrees":             ( 0.56,  0.00,  0.00),
    "called so before":          ( 0.30,  0.00,  0.00),
    "called otherwise before":   (-1.50,  0.00,  0.00),
    "told often":                ( 0.39, -0.04,  0.66),
    "can do what it does":       ( 0.48, -0.06,  0.55),
    "place where one does it":   ( 0.24,  0.36,  0.68),
    "cannot do what it does":    (-0.27, -0.29, -0.70),
    "can be a party to it":        ( 0.00,  0.00,  0.00),
    "cannot be a party to it":     ( 0.00,  0.00,  0.00),
    "both in quotes or neither": ( 1.08,  0.19,  0.06),
    "speaker for speaker":       ( 0.53,  0.59,  0.69),
    "its own speaker":           (-1.22, -0.19, -0.08),
    "model's score":             ( 0.00,  0.00,  0.00),
    "no model's score":          ( 0.00,  0.00,  0.00),
    "subject":                   ( 1.46,  0.46,  1.16),
    "undergoer":                 ( 1.79,  1.32,  1.33),
    "object":                    ( 0.37, -0.09,  0.14),
    "oblique":                   (-0.32, -0.44, -0.53),
    "agent":                     (-0.08, -0.15,  0.08),
    "owner":                     ( 0.24,  0.35,  0.90),
    "inside a phrase":           (-0.84, -0.46, -0.40),
    "modifier":                  (-0.99, -0.48, -0.89),
    "apposition":                (-0.29,  0.08, -0.64),
    "root":                      ( 0.12,  1.45,  0.99),
    "one of a row":              (-1.52, -1.00, -0.82),
    "first in its sentence":     ( 0.00,  0.60,  0.59),
    "of the main clause":        ( 0.39,  0.08,  0.44),
    "place of a setting":        (-0.75, -0.09, -1.23),
    "name":                      ( 1.64, -0.26,  0.22),
    "definite":                  (-0.55,  0.29,  0.06),
    "indefinite":                (-0.42, -0.45, -0.09),
    "pronoun":                   ( 0.94,  1.32,  0.64),
    "pronoun as subject":        (-0.38,  0.24, -0.30),
    "described":                 ( 0.24, -0.16,  0.25),
    "headline":                  (-0.02, -0.15,  0.24),
    "told first":                ( 0.26,  0.83,  0.31),
    "speaks":                    (-0.63,  0.72,  0.31),
    "person":                    ( 1.06, -0.16,  0.00),
    "person as many":            ( 0.00,  1.08,  0.00),
    "group":                     ( 0.00,  0.85,  0.20),
    "group as many":             ( 0.00,  0.00,  0.00),
    "state":                     ( 0.00, -0.78, -0.67),
    "place":                     (-0.30, -0.13,  0.10),
    "thing":                     (-0.78, -0.03,  0.25),
    "event":                     (-0.73, -0.48, -0.30),
    "unknown name":              ( 0.19,  0.09, -0.13),
    "unknown noun":              (-0.60, -0.22, -0.57),
    "many":                      ( 0.00,  1.59,  0.00),
    "one or many":               ( 0.00,  0.99, -1.03),
    "row":                       ( 0.00, -0.58,  0.00),
    "actor":                     ( 0.94,  0.26, -0.01),
    "known actor":               (-0.15,  0.47,  1.02),
    "nobody":                    ( 1.00, -0.45,  0.47),
    "expletive":                 ( 0.00,  0.00,  2.88),
    "clause follows":            ( 0.00, -0.01, -0.01),
}  # fmt: skip

FAMILIES: tuple[Family, ...] = ("person", "many", "thing")
"""The columns of the table."""

Test = TypeVar("Test", bound=Callable[..., float])


@dataclass(frozen=True)
class Column:
    """The weights of one family with the tests that they are for, without those that do not count."""

    kind: Family
    alone: tuple[tuple[float, Callable[[Mention, Context], float]], ...]
    together: tuple[tuple[float, Callable[[Pair], float]], ...]
    nobody: tuple[tuple[float, Callable[[Mention], float]], ...]


def _weighted(tests: Mapping[str, Test], column: int) -> tuple[tuple[float, Test], ...]:
    return tuple((WEIGHTS[name][column], test) for name, test in tests.items() if WEIGHTS[name][column])


COLUMNS: Mapping[Family, Column] = {
    kind: Column(kind, _weighted(ALONE, at), _weighted(TOGETHER, at), _weighted(NOBODY, at))
    for at, kind in enumerate(FAMILIES)
}
