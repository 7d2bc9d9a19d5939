"""One measured number with the counts it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A share, an F1 or another score between 0 and 1, and what is to be reached.

    ``right`` of ``of`` cases for a share; for an F1 ``right`` of ``found`` predictions and of ``of`` references. A
    score that is no such ratio (a macro mean, a calibration error) has only ``of``, the cases it rests on, and says
    what it is in ``note``. ``at_most`` marks a score that is the better the lower it is.
    """

    measure: str
    name: str
    value: float
    right: float | None = None
    found: int | None = None
    of: int | None = None
    target: float | None = None
    at_most: bool = False
    note: str = ""

    @property
    def precision(self) -> float | None:
        """The share of predictions that are right; None for anything but an F1."""
        return None if self.right is None or self.found is None else _ratio(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """The share of references that were found; None for anything but an F1."""
        return None if self.precision is None or self.right is None or self.of is None else _ratio(self.right, self.of)

    @property
    def met(self) -> bool | None:
        """Whether the target is reached, to the three decimals that are printed; None without a target or a case."""
        if self.target is None or not self.of:
            return None
        value = round(self.value, 3)
        return value <= self.target if self.at_most else value >= self.target


def share(
    measure: str,
    name: str,
    right: float,
    of: int,
    *,
    target: float | None = None,
    at_most: bool = False,
    note: str = "",
) -> Figure:
    """The share of cases that are right; 0 where there is no case."""
    value = _ratio(right, of)
    return Figure(
        measure=measure, name=name, value=value, right=right, of=of, target=target, at_most=at_most, note=note
    )


def f1(
    measure: str, name: str, right: float, found: int, of: int, *, target: float | None = None, note: str = ""
) -> Figure:
    """The harmonic mean of precision (``right`` of ``found``) and recall (``right`` of ``of``)."""
    value = _ratio(2 * right, found + of)
    return Figure(measure=measure, name=name, value=value, right=right, found=found, of=of, target=target, note=note)


def _ratio(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
