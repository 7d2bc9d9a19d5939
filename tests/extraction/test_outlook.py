"""By when something foreseen is to come, and on what it depends."""

from collections.abc import Callable

import pytest

Code = Callable[[str], list]  # type: ignore[type-arg]

OUTLOOK = [
    ("The town could fall within weeks.", "weeks", None),
    ("Talks are unlikely to open before mid-October.", "before mid-October", None),
    ("The group is likely to attack the port by spring.", "spring", None),
    ("The rebels will probably seize the port if the talks fail.", None, "if the talks fail"),
    ("The group will probably attack more mosques as more fighters arrive from Syria.", None,
     "as more fighters arrive from Syria"),
    ("IS is unlikely to hold the town beyond July unless it gets help.", "July", "unless it gets help"),
    ("While the siege may be shorter, the army will attack the town.", None, None),
    ("The rebels attacked the convoy as it left the town.", None, None),
    ("Rebels held the town until Friday.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "horizon", "condition"), OUTLOOK)
def test_outlook(text: str, horizon: str | None, condition: str | None, code: Code) -> None:
    """Only what is foreseen has a horizon; what goes on beside a deed is no condition of it."""
    told = code(text)[0]
    assert (told.horizon and told.horizon.text, told.condition and told.condition.text) == (horizon, condition)
