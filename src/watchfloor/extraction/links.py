"""Which statements of a document are about others: a claim and the attack that it claims."""

from collections.abc import Sequence
from dataclasses import replace

from watchfloor.records import Statement

from .clause import ancestors, base
from .drafts import Draft

#: Relations by which the attack hangs on the words of its claim: "claimed responsibility for the bombing".
CLAIMED = frozenset({"obj", "obl", "nmod", "nsubj", "conj", "acl", "ccomp", "xcomp"})


def link(drafts: Sequence[Draft], statements: Sequence[Statement]) -> list[Statement]:
    """The statements with ``about`` filled in; ``drafts`` are theirs, in the same order."""
    claims = {d.head.i: k for k, d in enumerate(drafts) if d.type == "CLAIM"}
    about: dict[int, list[str]] = {}
    for draft, statement in zip(drafts, statements, strict=True):
        if draft.type != "ASSAULT":
            continue
        for governor, dep in ancestors(draft.head):
            if base(dep) not in CLAIMED:
                break
            if governor.i in claims:
                about.setdefault(claims[governor.i], []).append(statement.id)
                break
    return [replace(s, about=tuple(about[k])) if k in about else s for k, s in enumerate(statements)]
