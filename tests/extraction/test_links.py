"""Claims and denials with the attacks that they are about."""

from collections.abc import Callable

import pytest

from watchfloor.records import Statement

Code = Callable[[str], list[Statement]]

LINKED = [
    ("The group claimed responsibility for a bombing in Kabul.", "CLAIM", ["bombing"]),
    ("Gunmen shot two policemen in Quetta. The group claimed responsibility.", "CLAIM", ["shot"]),
    ("A bomb killed six people in Kabul on Monday. ISKP claimed the attack.", "CLAIM", ["killed", "attack"]),
    ("Gunmen shot two policemen in Quetta. No group has claimed responsibility.", "CLAIM", ["shot"]),
    ("Rebels attacked a convoy near Gao. The alliance denied involvement.", "CLAIM", ["attacked"]),
    ("Soldiers shelled a market in Sagaing. The army denied shelling the market.", "ASSAULT", ["shelled"]),
]  # fmt: skip

APART = [
    ("The group claimed an attack in Kunduz. Gunmen shot two policemen in Quetta.", "CLAIM", ["attack"]),
    ("Soldiers shelled a market in Sagaing. The army denied burning the school.", "ASSAULT", []),
    ("Police arrested two men. The group claimed responsibility.", "CLAIM", []),
]


@pytest.mark.parametrize(("text", "type_", "about"), [*LINKED, *APART])
def test_about(text: str, type_: str, about: list[str], code: Code) -> None:
    """The last statement of a type points at these triggers, also across sentences."""
    statements = code(text)
    words = {s.id: s.trigger.text for s in statements}
    last = [s for s in statements if s.type == type_][-1]
    assert [words[id_] for id_ in last.about if id_ != last.id] == about
