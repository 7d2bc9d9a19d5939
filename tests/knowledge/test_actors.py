"""The actors' registry: what its checks refuse, names as of a day, and finding names in a text."""

from datetime import date
from pathlib import Path

import pytest

from watchfloor.knowledge import Knowledge, actors
from watchfloor.knowledge.actor_entries import ALL_CLAIMS, Actor, Name, Period, span
from watchfloor.knowledge.actor_index import Actors
from watchfloor.knowledge.faults import Fault
from watchfloor.knowledge.name_words import fold, spellings, tokens


@pytest.fixture
def registry(known: Knowledge) -> Actors:
    return known.actors


def test_our_own_files_have_no_fault() -> None:
    assert actors.check() == []


def test_coverage(registry: Actors) -> None:
    states = [actor for actor in registry.values() if actor.type == "state"]
    groups = [actor for actor in registry.values() if actor.type == "armed-group"]
    assert len(states) >= 193 and len(groups) >= 250 and len(registry) >= 1000
    assert all(state.id == str(state.country).lower() for state in states if not state.until)
    named = {"TWN", "XKX", "PSE", "SSD", "TLS", "VAT"}
    assert named <= {state.country for state in states}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.", ("us",)),
        ("Da'esh", ("daesh",)),
        ("al-Shabaab", ("al", "shabaab")),
        ("Pakistan’s army", ("pakistan", "army")),
        ("Türkiye", ("turkiye",)),
        ("Mevlüt Çavuşoğlu", ("mevlut", "cavusoglu")),
        ("Kurdistan Workers' Party (PKK)", ("kurdistan", "workers", "party", "pkk")),
        ("", ()),
    ],
)
def test_fold(text: str, words: tuple[str, ...]) -> None:
    assert fold(text) == words


def test_spellings() -> None:
    assert list(spellings("{Hezbollah|Hizbollah} {Brigades|}")) == [
        "Hezbollah Brigades", "Hezbollah", "Hizbollah Brigades", "Hizbollah",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-06-29", date(2014, 6, 29), date(2014, 6, 29)),
    ],
)
def test_vague_days_are_intervals(day: str, first: date, last: date) -> None:
    assert span(day) == (first, last)


@pytest.mark.parametrize("day", ["14", "2014-13", "2014-6-1", "June 2014", "2014-02-30", ""])
def test_other_days_are_refused(day: str) -> None:
    with pytest.raises(ValueError):
        span(day)


def test_periods() -> None:
    period = Period(since="2014-06", until="2016")
    days = date(2014, 5, 31), date(2014, 6, 1), date(2016, 12, 31), date(2017, 1, 1)
    assert [period.holds(day) for day in days] == [
        False, True, True, False,
    ]  # fmt: skip
    assert period.holds(None) and not period.overlaps(Period(since="2017")) and period.overlaps(Period(since="2016-12"))


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2013, 5, 1), "Jabhat al-Nusra"),
        (date(2016, 8, 1), "Jabhat Fatah al-Sham"),
        (date(2020, 1, 1), "Hay'at Tahrir al-Sham"),
        (None, "Hay'at Tahrir al-Sham"),
    ],
)
def test_a_name_is_that_of_the_day(registry: Actors, on: date | None, name: str) -> None:
    assert registry["hts"].name_on(on) == name


FAULTY = [
    (
        "- {id: x, name: X, type: state, country: XXY, parents: [{id: nobody, kind: branch}]}",
        "'nobody', which is no actor",
    ),
    ("- {id: x, name: X, type: armed-group, country: ZZZ}", "'ZZZ', which is no state's alpha-3 code"),
    ("- {id: x, name: X, type: army}", "type: Input should be"),
    ("- {id: x, name: X, type: state, country: XXY, colour: red}", "colour: Extra inputs"),
    ("- {id: x, name: X, type: ngo, since: last year}", "since: Value error, a date is YYYY"),
    ("- {id: x, name: X, type: ngo, since: 2015, until: 2014}", "2015 is after 2014"),
    ("- {id: x, name: '?', type: ngo}", "a name without a letter"),
    ("- {id: x, name: Al Qaida, type: ngo}", "both bear the name 'al qaida'"),
]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> list[Fault]:
    """The faults of one file that has each faulty entry on a line of its own."""
    folder = tmp_path_factory.mktemp("faulty")
    entries = [entry.replace("id: x", f"id: x{line}") + "\n" for line, (entry, _) in enumerate(FAULTY, 1)]
    (folder / "actors.yaml").write_text("".join(entries))
    return actors.check(folder)


@pytest.mark.parametrize(("line", "expected"), [(line, expected) for line, (_, expected) in enumerate(FAULTY, 1)])
def test_faults(faults: list[Fault], line: int, expected: str) -> None:
    assert any(expected in fault.what for fault in faults if fault.line == line)


def test_faults_come_all_at_once(faults: list[Fault]) -> None:
    assert {(fault.file, fault.line) for fault in faults} == {("actors.yaml", line + 1) for line in range(len(FAULTY))}


def test_names_may_be_shared_over_time_or_by_context(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        "- {id: x, name: X, type: ngo, names: [{name: Army of Doves, until: 2000}]}\n"
        "- {id: y, name: Y, type: ngo, names: [{name: Army of Doves, since: 2001}]}\n"
        "- {id: z, name: Z, type: ngo, names: [{name: Army of Doves, within: FRA}]}\n"
    )
    assert actors.check(tmp_path) == []
    registry = actors.load(tmp_path)
    words = tokens("Army of Doves")
    bearers = [
        claim and claim.actor
        for claim in (
            registry.claim(words, date(1999, 1, 1)),
            registry.claim(words, date(2010, 1, 1)),
            registry.claim(words, date(2010, 1, 1), ("FRA",)),
            registry.claim(words),
        )
    ]
    assert bearers == ["x", "y", "z", None]


FOUND = [
    ("ISKP attacked the Taliban in Jalalabad.", [("ISKP", "iskp"), ("Taliban", "taliban")]),
    (
        "Islamic State in Khorasan Province (ISKP) said",
        [("Islamic State in Khorasan Province", "iskp"), ("ISKP", "iskp")],
    ),
    ("the Islamic State's West Africa Province", [("Islamic State's West Africa Province", "iswap")]),
    ("al Qaida and Al-Qaeda", [("al Qaida", "al-qaida"), ("Al-Qaeda", "al-qaida")]),
    ("U.S. and Russian troops met the U.N. envoy", [("U.S.", "usa"), ("U.N.", "un")]),
    ("the Communist Party of India (Maoist) denied", [("Communist Party of India (Maoist)", "cpi-maoist")]),
    ("Jordan said that Israel and Chad agreed.", [("Jordan", "jor"), ("Israel", "isr"), ("Chad", "tcd")]),
    ("He met President Assad on Monday.", [("Assad", "bashar-al-assad")]),
    ("the African\nUnion", [("African\nUnion", "au")]),
    # near misses
    ("WHAT IS NEW FOR US IN MALI", [("MALI", "mli")]),
    ("It is for us to say who is here. Let me. Had it", []),
    ("FMLN REBELS KIDNAPPED MEN", [("FMLN", "fmln")]),
    ("the National Security Council", []),
    ("THE FIX IS IN: PBS Moderators ignore it", []),
    ("the state Department of Revenue", []),
    (
        "strikes on IS in Syria by the US, UK and EU",
        [("IS", "islamic-state"), ("Syria", "syr"), ("US", "usa"), ("UK", "gbr"), ("EU", "eu")],
    ),
    ("a Taliban-held town and anti-Taliban fighters", []),
    ("a Georgian-era house", []),
    ("a turkey sandwich", []),
    ("Jordan Smith, Chad Brown and Israel Rodríguez met Michael Jordan", []),
    ("Maher al-Assad", []),
    ("New Mexico and the Gulf of Oman, Mexico City", []),
    ("African, Union", []),
    ("Islamic.\n\nState", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find(registry: Actors, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[hit.start : hit.end], hit.actor) for hit in registry.find(text)] == expected


def test_find_with_demonyms_and_capitals(registry: Actors) -> None:
    text = "Moscow and the Iraqis blamed Omani officials"
    assert [hit.actor for hit in registry.find(text, kinds=ALL_CLAIMS)] == ["rus", "irq", "omn"]
    assert registry.find(text) == []


def test_find_is_fast(registry: Actors) -> None:
    from time import process_time

    text = "On September 11 fighters of the Islamic State attacked a convoy of the Nigerian army near Maiduguri. " * 100
    taken = []
    for _ in range(3):
        start = process_time()
        registry.find(text)
        taken.append(process_time() - start)
    assert min(taken) / len(text) * 1000 < 0.005, "seconds for 1,000 characters; one tenth of it on an idle machine"


def test_an_actor_of_the_users_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("- {id: iskp, name: IS-Khorasan (house style), type: armed-group}\n")
    assert actors.load(tmp_path)["iskp"].name == "IS-Khorasan (house style)"


def test_a_claim_needs_the_capitals_of_the_name() -> None:
    registry = Actors([Actor(id="is", name="Islamic State", type="armed-group", abbreviations=(Name(name="IS"),))])
    assert registry.claim(tokens("IS")) and registry.claim(tokens("Islamic state"))
    assert not registry.claim(tokens("is")) and not registry.claim(tokens("islamic state"))


#: Actors that their own name does not tell in every spelling, and why.
NOT_BY_NAME = {
    "3r": "a comma parts names, also where one belongs to the name; texts write 3R",
}


def test_every_actor_is_found_by_its_own_name(registry: Actors) -> None:
    missed = {}
    for actor in registry.values():
        on = span(actor.since)[1] if actor.since else span(actor.until)[0] if actor.until else None
        name = actor.name_on(on)
        text = f"On Monday officials spoke of {name} again."
        found = registry.find(text, on, [actor.country] if actor.country else [])
        if actor.id not in {hit.actor for hit in found}:
            missed[actor.id] = (name, [hit.actor for hit in found])
    assert missed.keys() == NOT_BY_NAME.keys(), missed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas and HAMAS", ["hamas", "hamas"]),
        ("hamas", []),
        ("anti-Balaka and Anti-Balaka", ["anti-balaka", "anti-balaka"]),
        ("George W. Bush and George H.W. Bush", ["george-w-bush", "george-h-w-bush"]),
        ("It was Plan B. Turkey left.", ["tur"]),
    ],
)
def test_a_name_is_found_in_each_of_its_forms(registry: Actors, text: str, expected: list[str]) -> None:
    assert [hit.actor for hit in registry.find(text)] == expected
