"""Words that set a happening apart from what is told beside it: "hours after a blast", "Also a lawyer was shot"."""

import re

from watchfloor.records import Statement

_TIMES = "minutes?|hours?|days?|nights?|weeks?|months?|years?"
#: They govern what follows, up to the next comma.
_ASIDE = re.compile(
    rf"\b(?:(?:{_TIMES}) (?:after|before)|(?:in|as) (?:response|retaliation|reprisal|revenge) (?:to|for))\b[^,;]*",
    re.IGNORECASE,
)
#: They open a sentence, or stand before the verb.
_ANEW = re.compile(
    rf"^\W*(?:\w+ ){{0,3}}(?:(?:{_TIMES}) (?:later|earlier)|also|elsewhere|meanwhile|separately|earlier)\b"
    r"|^\W*(?:in|on) (?:a separate|another|the (?:following|next)) |^\W*the (?:following|next) (?:day|night|morning)"
    r"|\balso (?:\w+ )?$",
    re.IGNORECASE,
)


def aside(statement: Statement) -> int | None:
    """Where in the document the words begin that put a statement's trigger before or after the rest of its sentence."""
    evidence, at = statement.evidence, statement.trigger.start - statement.evidence.start
    found = [m for m in _ASIDE.finditer(evidence.text) if m.start() <= at < m.end()]
    return evidence.start + found[-1].start() if found else None


def anew(statement: Statement) -> bool:
    """Whether words before the trigger turn to another happening than what was told before."""
    before = statement.evidence.text[: max(0, statement.trigger.start - statement.evidence.start)]
    return bool(_ANEW.search(before))
