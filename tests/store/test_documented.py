"""The page on the store names every table and view, and no other."""

import re
from pathlib import Path

from sqlalchemy import create_engine, inspect

from watchfloor.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_table_is_documented(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    Store.open(url).close()
    engine = create_engine(url)
    there = inspect(engine)
    kept = {name for name in there.get_table_names() if "_fts" not in name} - {"alembic_version"}
    section = PAGE.partition("## The tables")[2]
    assert set(re.findall(r"^\| `(\w+)` ", section, re.MULTILINE)) == kept
    assert {name for name in there.get_view_names() if f"`{name}`" in section} == set(there.get_view_names())
    engine.dispose()
