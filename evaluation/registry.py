"""Every measure, in the order of the table."""

from evaluation.inputs import Measure

MEASURES: tuple[Measure, ...] = ()
