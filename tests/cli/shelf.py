"""A small store for the commands that show and decide: three reports of one bombing, one a copy, and an arrest."""

from collections.abc import Sequence
from pathlib import Path

from tests.store.making import CODER, actor, day, document, linked, place, span, statement
from watchfloor.linking import row
from watchfloor.linking.copies import signature
from watchfloor.records import Attribution, Document, Participant, Quantity, Speaker, Statement, digest
from watchfloor.store import Store

REST = (
    "Ambulances took the wounded to two hospitals of the city, and shops around the market stayed closed all day. "
    "Elders of the quarter called on the authorities to guard the places where people meet to pray. "
)
FIRST = (
    "A bomb killed 46 people in a mosque in Kunduz on Friday. "
    "Islamic State in Khorasan Province claimed the bombing. " + REST
)
SECOND = "The blast in Kunduz on October 8 killed 55 worshippers, according to hospital staff."
ARREST = "Police arrested two men in Kabul on Tuesday."

WIRE = document(FIRST, "wire.txt", source="reuters", publication="Reuters", published="2021-10-08", title="Blast")
PAPER = document(SECOND, "paper.txt", source="afp", publication="AFP", published="2021-10-09")
COPY = document(
    FIRST.replace("Ambulances", "Rescuers"), "copy.txt", source="dawn", publication="Dawn", published="2021-10-10"
)
OTHER = document(ARREST, "other.txt", publication="Kabul Notes", published="2021-09-21")


def killed(of: Document, number: int, words: str) -> Quantity:
    at = span(of.text, words)
    return Quantity("killed", number, number, words, at.start, at.end)


def iskp(of: Document) -> Participant:
    at = span(of.text, "Islamic State in Khorasan Province")
    name = "Islamic State in Khorasan Province"
    return Participant(at.text, at.start, at.end, id="iskp", name=name, type="armed-group", country="AFG")


def bombing(of: Document) -> Statement:
    return statement(
        of,
        "killed",
        places=(place("Kunduz", "AFG"),),
        time=day("2021-10-08"),
        quantities=(killed(of, 46, "46"),),
        modes=("explosives",),
        confidence=0.9,
    )


BLAST = bombing(WIRE)
CLAIMED = statement(WIRE, "claimed", "CLAIM", actors=(iskp(WIRE),), confidence=0.8)
STAFF = span(SECOND, "hospital staff")
TOLD = statement(
    PAPER,
    "killed",
    places=(place("Kunduz", "AFG"),),
    time=day("2021-10-08"),
    quantities=(killed(PAPER, 55, "55"),),
    attribution=Attribution(Speaker(STAFF.text, STAFF.start, STAFF.end)),
    confidence=0.4,
)
COPIED = bombing(COPY)
ARRESTED = statement(OTHER, "arrested", "COERCE", actors=(actor("Police"),), places=(place("Kabul", "AFG"),))
EVENT = digest("event", BLAST.id)
ARRESTS = digest("event", ARRESTED.id)


def fill(path: Path) -> None:
    """Make the store at a path."""
    with Store.open(f"sqlite:///{path}") as store:
        run = store.begin("add", "0.0")
        for of, told in ((WIRE, (BLAST, CLAIMED)), (PAPER, (TOLD,)), (COPY, (COPIED,)), (OTHER, (ARRESTED,))):
            put(store, of, told, run)
        store.rows()
        members = {s.id: EVENT for s in (BLAST, CLAIMED, TOLD, COPIED)} | {ARRESTED.id: ARRESTS}
        store.keep_links(linked(members, edges=[(BLAST.id, TOLD.id, 4.5), (BLAST.id, COPIED.id, 9.0)]))


def put(store: Store, of: Document, told: Sequence[Statement], run: int) -> None:
    """Add a document as the pipeline does."""
    store.add(
        of,
        told,
        original=of.text.encode(),
        coder=CODER,
        run=run,
        signature=signature(of.text),
        vectors=[None] * len(told),
        rows=[row(s, of, None) for s in told],
    )
