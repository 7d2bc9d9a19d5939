"""Ids as people meet them: short enough to type; commands take any beginning that only one id has."""

#: Digits shown. Of a thousand statements no two are likely to share them; where two do, the command names both.
SHOWN = 8


def short(id_: str | None) -> str:
    """The beginning of an id; empty where there is none."""
    return (id_ or "")[:SHOWN]
