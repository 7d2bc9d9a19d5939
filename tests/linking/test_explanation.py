"""Links are explained by what they weigh, and drawn."""

from datetime import date
from xml.etree import ElementTree

import pytest

from watchfloor.linking import explain, of_edge, waterfall
from watchfloor.linking.comparisons import BETWEEN, EVIDENCE, UNKNOWN, WITHIN
from watchfloor.linking.rows import SCHEMA
from watchfloor.linking.weights import shipped


@pytest.mark.parametrize("part", ["within", "between"])
def test_every_level_has_a_weight_of_its_own(part):
    weights = getattr(shipped(), part)
    for comparison in WITHIN if part == "within" else BETWEEN:
        bits = weights.bits[comparison.name]
        assert list(bits) == [level.name for level in comparison.levels]
        assert len({0.0, *bits.values()}) == len(bits) + 1
        for level in comparison.levels:
            assert level.positive or comparison.name not in EVIDENCE or bits[level.name] < 0


def test_an_edge_says_which_levels_it_met():
    model = shipped().between
    met = {comparison.name: model.bits[comparison.name][comparison.levels[0].name] for comparison in BETWEEN}
    explanation = of_edge(met | {"meaning": 0.0, "text": None})
    levels = {part.comparison: part.level for part in explanation.parts}
    assert levels["time"] == "same day"
    assert levels["meaning"] == UNKNOWN
    assert explanation.total == pytest.approx(model.start + sum(part.bits for part in explanation.parts))


def test_two_rows_are_compared_by_themselves():
    row = dict.fromkeys(SCHEMA.names) | {
        "kind": "event", "type": "ASSAULT", "modality": "actual", "polarity": "positive", "aggregate": False,
        "since": date(2021, 3, 10), "until": date(2021, 3, 10), "modes": [], "sites": [], "actors": ["iskp"],
        "recipients": [], "about": [],
    }  # fmt: skip
    explanation = explain(row | {"id": "a", "document": "one"}, row | {"id": "b", "document": "two"})
    assert "time" in explanation.evidence
    assert "place" not in explanation.evidence


def test_the_chart_is_whole_and_escaped():
    edge = {comparison.name: 0.0 for comparison in BETWEEN}
    drawn = ElementTree.fromstring(waterfall(of_edge(edge), "<a> & b"))
    texts = [element.text for element in drawn.iter() if element.text]
    assert "<a> & b" in texts
    assert {comparison.name for comparison in BETWEEN} <= set(texts)
