"""Words that tell a person's gender."""

from pathlib import Path

from watchfloor.knowledge import genders


def test_names_titles_and_nouns() -> None:
    """Each kind of word by itself: "Pat" says nothing, "Rose" is a name, "rose" no noun for a person."""
    known = genders.load()
    assert known.names["Fatima"] == "female"
    assert known.names["Oleksandr"] == "male"
    assert "Pat" not in known.names
    assert known.titles["Mrs"] == "female"
    assert known.nouns["spokesman"] == "male"
    assert known.nouns["witness"] == "either"
    assert "rose" not in known.nouns


def test_a_word_has_one_gender(tmp_path: Path) -> None:
    """A user's word is added to ours; one that contradicts ours is a fault."""
    path = tmp_path / "genders.yaml"
    path.write_text("- {gender: female, kind: name, words: [Aminatou]}\n", encoding="utf-8")
    assert genders.load(tmp_path).names["Aminatou"] == "female"
    assert genders.check(tmp_path) == []
    path.write_text("- {gender: female, kind: name, words: [Oleksandr]}\n", encoding="utf-8")
    assert "'Oleksandr' is male already" in str(genders.check(tmp_path))
