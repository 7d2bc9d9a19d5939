"""How much each feature counts, for "he" and "she", for "they", and for "it" and definite nouns.

Fitted by logistic regression, a choice among all candidates of a pronoun and nobody, on the training parts of GUM
(its free genres), of GAP and of the references; ``python -m training.antecedents`` fits them anew. A weight of 0 is
a feature that does not count for this family, one without a row counts for none. The model's rows are set by hand, on
the dev parts: it has seen the training parts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .context import Context
from .features import ALONE, NOBODY, TOGETHER, Pair
from .mentions import Family, Mention

WEIGHTS: Mapping[str, tuple[float, float, float]] = {
    "same sentence":             ( 2.10,  1.99,  1.11),
    "sentence before":           ( 0.72,  0.58,  0.44),
    "two sentences before":      (-1.26, -0.05, -0.36),
    "sentences further back":    (-0.22, -0.07, -0.39),
    "words between":             (-0.49, -0.80, -0.73),
    "others between":            (-0.54, -0.38, -0.35),
    "other paragraph":           (-0.13, -0.35, -0.69),
    "stands after":              ( 1.11,  0.14,  0.05),
    "same role":                 ( 0.47,  0.33,  0.64),
    "subject for subject":       ( 0.28, -0.15, -0.03),
    "owner for owner":           (-0.11,  0.40, -0.07),
    "subject for owner":         (-0.06, -0.17,  0.16),
    "subject of its clause":     ( 0.07,  0.28,  0.34),
    "subject one clause up":     ( 0.02,  0.72,  0.37),
    "subject further up":        (-0.74,  0.10, -0.20),
    "object above":              ( 0.45,  0.02,  0.34),
    "relative clause of it":     ( 0.51, -0.09, -0.24),
    "in a row with it":          ( 0.66,  0.11,  0.77),
    "doer of a reflexive":       ( 0.09,  0.14,  0.25),
    "other argument":            (-1.42, -0.05, -0.07),
    "gender agrees":             ( 0.56,  0.00,  0.00),
    "called so before":          ( 0.30,  0.00,  0.00),
    "called otherwise before":   (-1.50, -1.31, -0.19),
    "told often":                ( 0.39,  0.19,  0.76),
    "can do what it does":       ( 0.48, -0.36,  0.37),
    "place where one does it":   ( 0.24,  0.32,  0.88),
    "cannot do what it does":    (-0.27, -0.37, -0.81),
    "can be a party to it":      ( 0.00, -0.03,  0.18),
    "cannot be a party to it":   ( 0.00,  0.05,  0.32),
    "both in quotes or neither": ( 1.08,  0.23,  0.33),
    "speaker for speaker":       ( 0.53,  0.40,  0.89),
    "its own speaker":           (-1.22,  0.16, -0.04),
    "model's score":             ( 0.50,  0.30,  0.00),
    "no model's score":          (-2.00, -1.20,  0.00),
    "subject":                   ( 1.46,  0.42,  1.16),
    "undergoer":                 ( 1.79,  1.31,  1.28),
    "object":                    ( 0.37,  0.02,  0.14),
    "oblique":                   (-0.32, -0.35, -0.60),
    "agent":                     (-0.08, -0.14,  0.08),
    "owner":                     ( 0.24,  0.25,  0.92),
    "inside a phrase":           (-0.84, -0.50, -0.43),
    "modifier":                  (-0.99, -0.48, -0.85),
    "apposition":                (-0.29,  0.10, -0.66),
    "root":                      ( 0.12,  1.47,  0.95),
    "one of a row":              (-1.52, -1.01, -0.86),
    "first in its sentence":     ( 0.00,  0.61,  0.49),
    "of the main clause":        ( 0.39,  0.11,  0.39),
    "place of a setting":        (-0.75, -0.15, -1.27),
    "name":                      ( 1.64, -0.32,  0.03),
    "definite":                  (-0.55,  0.30,  0.06),
    "indefinite":                (-0.42, -0.37, -0.09),
    "pronoun":                   ( 0.94,  1.16,  0.53),
    "pronoun as subject":        (-0.38,  0.12, -0.28),
    "described":                 ( 0.24, -0.13,  0.31),
    "headline":                  (-0.02, -0.16,  0.04),
    "told first":                ( 0.26,  0.72,  0.57),
    "speaks":                    (-0.63,  0.45, -0.23),
    "person":                    ( 1.06,  0.00,  0.00),
    "person as many":            ( 0.00,  0.93,  0.00),
    "group":                     ( 0.00,  0.84,  0.22),
    "group as many":             ( 0.00,  0.06,  0.00),
    "state":                     ( 0.00, -0.63, -0.08),
    "place":                     (-0.30, -0.13,  0.04),
    "thing":                     (-0.78,  0.10,  0.13),
    "event":                     (-0.73, -0.53, -0.44),
    "unknown name":              ( 0.19,  0.07, -0.32),
    "unknown noun":              (-0.60, -0.43, -0.71),
    "many":                      ( 0.00,  1.41,  0.00),
    "one or many":               ( 0.00,  0.83, -0.95),
    "row":                       ( 0.00, -0.50,  0.00),
    "actor":                     ( 0.94,  0.44,  0.00),
    "known actor":               (-0.15,  0.80,  1.22),
    "nobody":                    ( 1.00, -0.45,  0.63),
    "model's nobody":            ( 0.50,  0.30,  0.00),
    "expletive":                 ( 0.00,  0.00,  2.86),
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
    nobody: tuple[tuple[float, Callable[[Mention, Context], float]], ...]


def columns(table: Mapping[str, Sequence[float]]) -> dict[Family, Column]:
    """The columns of a table; a feature without a row does not count."""

    def weighted(tests: Mapping[str, Test], at: int) -> tuple[tuple[float, Test], ...]:
        return tuple((table[name][at], test) for name, test in tests.items() if name in table and table[name][at])

    return {
        kind: Column(kind, weighted(ALONE, at), weighted(TOGETHER, at), weighted(NOBODY, at))
        for at, kind in enumerate(FAMILIES)
    }


COLUMNS = columns(WEIGHTS)
