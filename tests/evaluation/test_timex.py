"""Time expressions compared: characters, overlap, values."""

from evaluation.timex import Extent, compare, paired


def document(text: str, *marked: tuple[str, str | None]) -> dict[str, object]:
    extents = [(text.index(words), text.index(words) + len(words), value) for words, value in marked]
    return {"dct": "2021-09-24", "text": text, "timexes": [{"start": s, "end": e, "value": v} for s, e, v in extents]}


def test_same_characters_and_value() -> None:
    counts = compare(document("The town fell on 12 May 2019.", ("12 May 2019", "2019-05-12")))
    assert (counts["strict"], counts["relaxed"], counts["right"], counts["valued"]) == (1, 1, 1, 1)


def test_a_longer_reference_is_met_in_part_and_its_value_is_not_looked_at() -> None:
    counts = compare(document("The town fell on 12 May 2019 at last.", ("on 12 May 2019 at last", "2019-05-12")))
    assert (counts["strict"], counts["relaxed"], counts["valued"]) == (0, 1, 0)


def test_a_value_that_the_annotators_left_out_is_no_case() -> None:
    counts = compare(document("The town fell on 12 May 2019.", ("12 May 2019", None)))
    assert (counts["strict"], counts["valued"]) == (1, 0)


def test_each_extent_is_paired_once() -> None:
    one: list[Extent] = [(0, 10)]
    assert paired([(0, 4), (5, 10)], one) == 1
    assert paired(one, [(0, 4), (5, 10)]) == 1
    assert paired([(0, 4), (4, 8)], [(2, 6), (6, 7)]) == 2
