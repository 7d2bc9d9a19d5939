"""Attributions compared: cues, sources, contents."""

from evaluation.polnear import compare, overlap
from watchfloor.coder import Coder

TEXT = "The mayor said that the bridge was safe. Drivers reportedly fear the rain. Copyright of the Gazette."


def article(*attributions: tuple[str, str, str], discard: str = "") -> dict[str, object]:
    def spans(words: str) -> list[dict[str, object]]:
        start = TEXT.index(words)
        return [{"start": start, "end": start + len(words), "span": words}] if words else []

    marked = [{"source": spans(s), "cue": spans(c), "content": spans(k)} for s, c, k in attributions]
    return {"id": "case", "text": TEXT, "attributions": marked, "discard": spans(discard)}


def test_cue_source_and_content(coder: Coder) -> None:
    counts = compare(article(("The mayor", "said", "that the bridge was safe")), coder)
    assert (counts["pairs"], counts["wanted"], counts["source right"], counts["sourced"]) == (1, 1, 1, 1)
    assert counts["content right"] == 1


def test_a_source_that_the_reference_does_not_name_is_invented(coder: Coder) -> None:
    counts = compare(article(("", "said", "that the bridge was safe")), coder)
    assert (counts["invented"], counts["nobody"], counts["sourced"]) == (1, 1, 0)


def test_another_source_is_wrong(coder: Coder) -> None:
    counts = compare(article(("Drivers", "said", "that the bridge was safe")), coder)
    assert (counts["pairs"], counts["source right"], counts["sourced"]) == (1, 0, 1)


def test_what_was_discarded_and_what_has_no_cue_counts_for_nothing(coder: Coder) -> None:
    counts = compare(article(("The mayor", "", "the bridge"), discard=TEXT), coder)
    assert (counts["found"], counts["wanted"]) == (0, 0)


def test_overlap_is_in_characters() -> None:
    assert overlap([(0, 4), (6, 9)], [(2, 7)]) == 3
    assert overlap([(0, 4)], [(4, 7)]) == 0
