"""Under which condition something is foretold or would happen: "if the talks fail"."""

from spacy.tokens import Token

from watchfloor.records import Span

from .clause import ancestors, base, children
from .reading import Reading

CONDITIONAL = frozenset({"if", "unless", "provided", "once"})


def condition(reading: Reading, head: Token) -> Span | None:
    """The clause that a statement depends on, beside its verb or beside what governs it; None where it has none."""
    path = head
    for governor, dep in [(head, ""), *ancestors(head)]:
        if dep == "acl:relcl":
            return None
        for clause in governor.children:
            if base(clause.dep_) == "advcl" and clause.i != path.i and _conditional(clause):
                return reading.token_span(*clause.subtree)
        path = governor
    return None


def _conditional(clause: Token) -> bool:
    return any(m.lower_ in CONDITIONAL for m in children(clause, "mark"))
