"""Who says, thinks, asks or wishes what: sources, cues and contents of whole texts."""

from collections.abc import Callable

import pytest

from watchfloor.coder import Coder
from watchfloor.extraction import Attributions
from watchfloor.records import Document

Told = list[tuple[str, str, tuple[str, ...]]]
Tell = Callable[[str], Told]


@pytest.fixture(scope="session")
def tell(coder: Coder) -> Tell:
    """Gives (source, cue, contents) of each attribution of a text; an empty source for nobody."""

    def run(text: str) -> Told:
        reading = coder.reading(Document(id="0" * 16, key="case", path="case", text=text, language="en"))
        found = []
        for each in Attributions(reading).all:
            source, cue = each.source_span(reading), each.cue_span(reading)
            contents = each.content_spans(reading)
            for span in filter(None, (source, cue, *contents)):
                assert text[span.start : span.end] == span.text
            found.append((source.text if source else "", cue.text, tuple(c.text for c in contents)))
        return found

    return run


CLAUSES = [
    ("The governor said that the road was open.", ("The governor", "said", "that the road was open")),
    ("The road was open, the governor said.", ("the governor", "said", "The road was open")),
    ("The road, two drivers say, is open.", ("two drivers", "say", "The road", "is open")),
    ("The road is open, as the ministry announced.", ("the ministry", "announced", "The road is open")),
    ("According to the ministry, the road is open.", ("the ministry", "According", "the road is open")),
    ("The union denied that its members had fired.", ("The union", "denied", "that its members had fired")),
    ("Analysts believe that the front will collapse.", ("Analysts", "believe", "that the front will collapse")),
    ("The party wants to join the talks.", ("The party", "wants", "to join the talks")),
    ("The villagers fear the militia.", ("The villagers", "fear", "the militia")),
    ("The bishop condemned the raid.", ("The bishop", "condemned", "the raid")),
    ("The paper quoted a nurse as saying that the ward was full.",
     ("The paper", "quoted", "as saying that the ward was full"), ("a nurse", "saying", "that the ward was full")),
    ("The bridge was hit, TASS reported, citing the mayor.",
     ("the mayor", "citing", "The bridge was hit")),
    ("The men were said to have fled.", ("", "said", "to have fled")),
]  # fmt: skip

NOUNS = [
    ("The army's claim that it had taken the town was false.", ("The army", "claim", "that it had taken the town")),
    ("A warning by the mayor that the dam might break was ignored.",
     ("the mayor", "warning", "that the dam might break")),
    ("The general is confident that the town will hold.", ("The general", "confident", "that the town will hold")),
]  # fmt: skip

QUOTED = [
    ("“The road is open to everybody,” the governor said. “We will keep it open.”",
     ("the governor", "said", "“The road is open to everybody,”", "“We will keep it open.”")),
    ("The governor was clear. “The road is open to everybody,” he said.",
     ("he", "said", "“The road is open to everybody,”")),
    ("The governor said:\n\n“The road is open to everybody.\n\n“It will stay open all winter.”",
     ("The governor", "said", "“The road is open to everybody", "“It will stay open all winter.”")),
    ("The band called the mayor “old”.", ("The band", "called", "the mayor “old”")),
]  # fmt: skip

NOTHING = [
    "The road is open.",
    "The general had his say.",
    "The union leader slept.",
    "A confident general spoke.",
    "The road is open on “Black Sunday” alone.",
]


@pytest.mark.parametrize(("text", "told"), [(case[0], case[1:]) for case in (*CLAUSES, *NOUNS, *QUOTED)])
def test_source_cue_and_content(text: str, told: tuple[tuple[str, ...], ...], tell: Tell) -> None:
    found = tell(text)
    for source, cue, *contents in told:
        assert (source, cue, tuple(contents)) in found


@pytest.mark.parametrize("text", NOTHING)
def test_the_author_speaks(text: str, tell: Tell) -> None:
    assert tell(text) == []


def test_attributions_nest(coder: Coder) -> None:
    """The innermost first; only the outermost is the author's."""
    text = "The newspaper reported that police said that rebels had burned the bridge."
    reading = coder.reading(Document(id="0" * 16, key="case", path="case", text=text, language="en"))
    attributions = Attributions(reading)
    burned = next(token for token in reading.doc if token.text == "burned")
    assert [a.cue.text for a in attributions.over(burned)] == ["said", "reported"]
    assert [a.cue.text for a in attributions.outermost] == ["reported"]
