import random
import time

import numpy as np
import pyarrow as pa
import pytest

from watchfloor.linking.copies import COPIES, copies, shared, signature
from watchfloor.linking.linked import SIGNATURES
from watchfloor.linking.passages import PASSAGE, passages

WIRE = """Gunmen storm border post in Zhob, six soldiers dead

QUETTA, March 4 (Northwire) - Gunmen on motorcycles stormed a border post in Zhob district before dawn on
Monday, killing six soldiers and wounding at least nine, two security officials said.

"They came from three sides and cut the telephone line before the first shot was fired," said Major Tariq
Lund, who commands the garrison. "We will find the people who sheltered them, wherever they may have gone to
ground."

The attackers fled towards the hills after an exchange of fire that lasted close to two hours. Helicopters
were searching the area on Monday evening. No group has claimed responsibility for the attack so far.

Zhob has seen a string of raids since January, when a truce between the government and two local commanders
ran out.
"""

REPHRASED = """Six troops were shot dead early on Monday when attackers riding motorbikes raided a frontier checkpoint
near Zhob in the province of Balochistan. A further nine were hurt, according to officials.

Soldiers and gunmen fought for two hours before the assailants withdrew into nearby mountains, with
helicopters in pursuit. Who was behind the raid remained unclear. A ceasefire with two commanders in the area
had expired in January.
"""

QUOTING = """The opposition demanded on Tuesday that the provincial government explain how a post it had called safe
could be overrun. Major Tariq Lund, the garrison's commander, had put the blame on the people of the valley a day
before.

"They came from three sides and cut the telephone line before the first shot was fired," he told reporters.
"We will find the people who sheltered them, wherever they may have gone to ground."

Such words were out of place while the families had yet to bury their sons, the party's deputy leader answered
in Quetta.
"""


def table(*texts: str, published: tuple[str | None, ...] = ()) -> pa.Table:
    days = [*published, *[None] * (len(texts) - len(published))]
    rows = [
        {"document": f"d{n}", "key": f"k{n}", "published": day, "signature": signature(text)}
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return pa.Table.from_pylist(rows, SIGNATURES)


def groups(given: pa.Table) -> dict[str, str]:
    return dict(zip(*copies(given).groups.to_pydict().values(), strict=True))


def alike(one: str, other: str) -> bool:
    found = groups(table(one, other))
    return found["d0"] == found["d1"]


BODY = WIRE.partition(" - ")[2]
SENTENCES = [WIRE[p.start : p.end] for p in passages(WIRE)]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(WIRE, id="the same"),
        pytest.param(f"Raid on frontier post\n\nZHOB (DR) — {BODY}", id="another headline and dateline"),
        pytest.param(f"By our correspondent\n{BODY}\n\nSubscribe to our newsletter for more.", id="byline and footer"),
        pytest.param(BODY.replace("\n\n", "\r\n\r\n").replace("\n", " "), id="otherwise wrapped"),
        pytest.param(BODY.replace('"They', "“They").replace('fired,"', "fired,”"), id="other quotation marks"),
        pytest.param(BODY.partition("The attackers")[0], id="cut after the quote"),
        pytest.param(BODY.partition("\n\n")[0], id="cut to its lead"),
        pytest.param(BODY.replace("close to", "nearly").replace("so far", "yet").replace("six", "6"), id="edited"),
        pytest.param(BODY.replace("a string of raids", "a dozen raids") + "\n\n" + REPHRASED[:100], id="continued"),
    ],
)
def test_copies_are_found(copy: str) -> None:
    assert alike(WIRE, copy)


def round_up(day: str, town: str, dead: int, hurt: int, force: str) -> str:
    return f"""Security round-up, {day}

At least {dead} people were killed and {hurt} wounded in attacks across the country on {day}, police said.

In the deadliest of them, a roadside bomb struck a vehicle of the {force} on the road to {town} at dawn.

Police in {town} said that {hurt - 2} people were taken to hospital, some of them in critical condition.

No group claimed responsibility for any of the attacks by the time of writing.
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(WIRE, REPHRASED, id="the same event in own words"),
        pytest.param(WIRE, QUOTING, id="a long quote in common"),
        pytest.param(
            round_up("Sunday", "Herat", 4, 11, "army"), round_up("Monday", "Baghlan", 3, 9, "police"), id="round-ups"
        ),
        pytest.param(
            round_up("Sunday", "Herat", 4, 11, "army"), round_up("Sunday", "Herat", 3, 9, "army"), id="other figures"
        ),
        pytest.param(WIRE, f"Our digest of the week.\n\n{REPHRASED}\n\n{BODY}", id="one item of a digest"),
        pytest.param(
            "Parliament observed a minute of silence after another raid. The bridge has been closed for years.",
            "Parliament observed a minute of silence after another ambush. The bridge has been closed for years.",
            id="a pattern with one other word",
        ),
        pytest.param(
            "The minister condemned a recent attack and promised a firm response. Shops stayed shut all week long.",
            "The minister condemned a recent attack and promised a firm response. Gold has drawn many newcomers here.",
            id="a phrase of the trade",
        ),
        pytest.param("", "", id="nothing"),
        pytest.param("Read more", "Read more", id="too short to tell"),
    ],
)
def test_near_misses_are_not(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_digest_does_not_join_its_items() -> None:
    opening = "Our digest of the week, with the news of the border.\n\nMore of it can be read online all day."
    digest = f"{opening}\n\n{QUOTING}\n\n{BODY}\n\n{REPHRASED}"
    assert len(set(groups(table(WIRE, QUOTING, REPHRASED, digest)).values())) == 4


def test_quotes_are_told() -> None:
    found = copies(table(WIRE, QUOTING, REPHRASED)).quotes.to_pylist()
    assert [(row["left"], row["right"]) for row in found] == [("d0", "d1")]
    assert found[0]["words"] > 30


def test_shared_passages_stand_in_both_texts() -> None:
    left, right = list(passages(WIRE)), list(passages(QUOTING))
    pairs = shared(signature(WIRE), signature(QUOTING))
    assert len(pairs) == 2
    for one, other in pairs:
        assert left[one].words[:8] == right[other].words[:8]
        assert left[one].quoted and right[other].quoted


@pytest.mark.parametrize(
    ("published", "first"),
    [
        (("2021-03-06", "2021-03-05", None), "d1"),
        ((None, None, "2021-03-05"), "d2"),
        (("2021-03-05", "2021-03-05", "2021-03-05"), "d0"),
        ((None, None, None), "d0"),
    ],
)
def test_the_first_publisher_is_named(published: tuple[str | None, ...], first: str) -> None:
    assert set(groups(table(WIRE, BODY, WIRE, published=published)).values()) == {first}


def test_order_does_not_matter_and_late_texts_join() -> None:
    days = ("2021-03-05", None, "2021-03-04", "2021-03-07", "2021-03-01")
    given = table(WIRE, BODY.partition("The attackers")[0], BODY, QUOTING, REPHRASED, published=days)
    afresh = copies(given)
    for seed in range(5):
        rows = given.to_pylist()
        random.Random(seed).shuffle(rows)
        shuffled = pa.Table.from_pylist(rows, SIGNATURES)
        assert copies(shuffled).groups == afresh.groups
        settled = copies(shuffled.slice(0, 3)).groups
        assert copies(shuffled, settled).groups == afresh.groups


def test_a_group_survives_its_first_publisher() -> None:
    given = table(WIRE, BODY, BODY.partition("The attackers")[0])
    settled = copies(given).groups
    assert copies(given.slice(1), settled).groups["copy_of"].to_pylist() == ["d1", "d1"]


def test_no_documents() -> None:
    assert copies(SIGNATURES.empty_table()).groups == COPIES.empty_table()


def test_signatures_stay_as_they_are() -> None:
    """They are kept by stores: another value here needs every document signed anew."""
    assert (
        signature("A bomb went off beside the old market of Herat.").hex()
        == "0a00843d495beb71ecc00e1032cd918e0921abd912115b0b8c66"
    )


@pytest.mark.slow
def test_a_hundred_thousand_in_a_minute() -> None:
    made = np.random.default_rng(7)

    def fresh() -> np.ndarray:
        text = np.zeros(made.integers(3, 25), PASSAGE)
        text["words"] = made.integers(8, 35, len(text))
        text["keys"] = made.integers(0, 2**63, (len(text), 3))
        text["keys"][-1], text["words"][-1] = 77, 8  # a footer that all texts have
        return text

    texts = []
    for _ in range(25_000):
        wire = fresh()
        texts += [wire, np.append(wire[: len(wire) // 2 + 2], fresh()[-1:]), wire[:2], fresh()]
    rows = [
        {"document": f"d{n:06}", "key": f"k{n}", "published": None, "signature": text.tobytes()}
        for n, text in enumerate(texts)
    ]
    began = time.perf_counter()
    found = copies(pa.Table.from_pylist(rows, SIGNATURES)).groups["copy_of"].to_pylist()
    assert time.perf_counter() - began < 60
    assert len(set(found)) == 50_000
