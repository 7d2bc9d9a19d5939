"""Under which condition something is foretold or would happen: "if the talks fail"."""

from spacy.tokens import Token

from watchfloor.records import Span

from .clause import ancestors, base, children
from .reading import Reading

CONDITIONAL = frozenset({"if", "unless", "provided", "providing", "once", "assuming"})
#: Words that mark a condition of what is foreseen, and elsewhere a time: "likely to spread as more fighters arrive".
FORESEEING = frozenset({"as", "until", "when"})


def condition(reading: Reading, head: Token, *, foreseen: bool) -> Span | None:
    """The clause that a statement depends on, beside its verb or beside what governs it; None where it has none."""
    path = head
    for governor, dep in [(head, ""), *ancestors(head)]:
        if dep == "acl:relcl":
            return None
        for clause in governor.children:
            if base(clause.dep_) == "advcl" and clause.i != path.i and _conditional(clause, foreseen=foreseen):
                return reading.token_span(*(t for t in clause.subtree if not (t.is_punct and t.i > clause.i)))
        path = governor
    return None


def _conditional(clause: Token, *, foreseen: bool) -> bool:
    marks = {m.lower_ for m in children(clause, "mark", "advmod") if m.i < clause.i}
    if marks & CONDITIONAL or (foreseen and marks & FORESEEING):
        return True
    return any(a.lower_ in ("should", "were", "had") and a.i == _first(clause) for a in children(clause, "aux", "cop"))


def _first(clause: Token) -> int:
    """Where a clause begins: "should El Fasher fall" begins with its auxiliary."""
    return min(t.i for t in clause.subtree if not t.is_punct)
