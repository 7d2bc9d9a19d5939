"""What a CLAIM says: that somebody claims it, that somebody denies it, or that nobody, or not he, has claimed it."""

from typing import Literal

from watchfloor.records import Statement

#: Words of the lexicon's entries and operators that make a denial; "not" and "no" before "claimed" make none.
DENYING = frozenset("deny denial disclaim reject refute distance disown disavow".split())


def claimed(statement: Statement) -> Literal["claimed", "denied", "unclaimed"] | None:
    """What a statement says of responsibility; None where it is no CLAIM.

    ``rule`` tells what made it negative; without such a rule, as where a person set it, it is a denial.
    """
    if statement.type != "CLAIM":
        return None
    if statement.polarity == "positive":
        return "claimed"
    _, named, words = statement.rule.partition("CLAIM:")
    return "unclaimed" if named and DENYING.isdisjoint(words.split()) else "denied"
