"""The commands `decide`: people overrule the machine, signed and dated; all of it can be undone."""

from typing import Annotated

import typer

from watchfloor.records import Decision, Document

from . import decisions
from .desk import desk, now
from .storing import DEFAULT, SignedOption, StoreOption, signed

app = typer.Typer(no_args_is_help=True, help="Confirm, reject or correct what was read; put events together or apart.")

ConfirmOption = Annotated[bool, typer.Option("--confirm", help="It is right.")]
RejectOption = Annotated[
    str | None, typer.Option("--reject", metavar="WHY", help="It is wrong, and counts no more; say why.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="SLOT=VALUE", help="Another value: actor=iskp, place=Kunduz, time=2021-10-08, killed=46-50."
    ),
]
UndoOption = Annotated[bool, typer.Option("--undo", help="Take the last decision on it back.")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="WHY", help="Why; every decision but a confirmation needs a reason.")
]
LinkOption = Annotated[
    bool, typer.Option("--link/--no-link", help="Afterwards link anew, where the decision may change events.")
]


@app.command()
def statement(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or a beginning that only one has.")],
    confirm: ConfirmOption = False,
    reject: RejectOption = None,
    set_: SetOption = None,
    undo: UndoOption = False,
    reason: ReasonOption = "",
    by: SignedOption = None,
    link: LinkOption = True,
    store: StoreOption = DEFAULT,
) -> None:
    """Confirm, reject or correct one statement.

    Exit status: 0 decided, 2 wrong use: nothing was kept.
    """
    one_of("--confirm, --reject, --set or --undo", confirm, reject is not None, set_, undo)
    who = signed(by)
    from watchfloor import assessment

    with desk(store) as at:
        member = at.statement(id_)
        if confirm:
            at.keep(assessment.confirm(member, by=who, at=now(), reason=reason))
        elif reject is not None:
            at.keep(assessment.reject(member, by=who, at=now(), reason=reject))
        elif undo:
            at.take_back(at.last([member], "statement"), who, reason)
        for value in set_ or ():
            at.keep(assessment.correct(at.corrected(member), value, at.reading, by=who, at=now(), reason=reason))
        at.done(link=link)


@app.command()
def event(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An event's id, or a beginning that only one has.")],
    confirm: ConfirmOption = False,
    reject: RejectOption = None,
    set_: SetOption = None,
    merge: Annotated[str | None, typer.Option("--merge", metavar="ID", help="It is the same as this event.")] = None,
    apart: Annotated[
        str | None, typer.Option("--apart-from", metavar="ID", help="It is another than this event, however alike.")
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option("--split", metavar="STATEMENT", help="This statement tells another event; several: together."),
    ] = None,
    undo: UndoOption = False,
    reason: ReasonOption = "",
    by: SignedOption = None,
    link: LinkOption = True,
    store: StoreOption = DEFAULT,
) -> None:
    """Confirm, reject or correct an event, put two together or hold them apart, or take statements out of one.

    Exit status: 0 decided, 2 wrong use: nothing was kept.
    """
    asked = "--confirm, --reject, --set, --merge, --apart-from, --split or --undo"
    one_of(asked, confirm, reject is not None, set_, merge is not None, apart is not None, split, undo)
    who = signed(by)
    from watchfloor import assessment

    with desk(store) as at:
        told, members = at.event(id_)
        if confirm:
            at.keep(assessment.confirm_event(members, by=who, at=now(), reason=reason))
        elif reject is not None:
            at.keep(assessment.reject_event(members, by=who, at=now(), reason=reject))
        elif merge is not None:
            other = at.event(merge)[1]
            at.keep(assessment.merge(members, other, by=who, at=now(), reason=reason))
        elif apart is not None:
            other = at.event(apart)[1]
            at.keep(assessment.apart(members, other, by=who, at=now(), reason=reason))
        elif split:
            at.keep(assessment.split(members, split, by=who, at=now(), reason=reason))
        elif undo:
            at.take_back(at.last(members, "event"), who, reason)
        for value in set_ or ():
            made = assessment.correct_event(told.event, members[0], value, at.reading, by=who, at=now(), reason=reason)
            at.keep(made)
        at.done(link=link)


@app.command()
def actors(
    one: Annotated[str, typer.Argument(metavar="ONE", help="An actor's id, or a name as texts write it.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one's.")],
    same: Annotated[bool, typer.Option("--same", help="They are one.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They are not, nor is one part of the other.")] = False,
    reason: ReasonOption = "",
    by: SignedOption = None,
    link: LinkOption = True,
    store: StoreOption = DEFAULT,
) -> None:
    """Say that two actors are one, or that they are not.

    Exit status: 0 decided, 2 wrong use: nothing was kept.
    """
    one_of("--same or --different", same, different)
    who = signed(by)
    from watchfloor import assessment

    with desk(store) as at:
        decide = assessment.same_actor if same else assessment.different_actor
        made = decide(one, other, at.reading, by=who, at=now(), reason=reason)
        at.keep(made)
        at.doubt(made.actors)
        at.done(link=link)


@app.command()
def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its key, or its id or a beginning of it.")],
    words: Annotated[str, typer.Option("--words", metavar="TEXT", help="The words of the text that tell it.")],
    type_: Annotated[str, typer.Option("--type", metavar="TYPE", help="What they tell, such as ASSAULT.")],
    set_: SetOption = None,
    reason: ReasonOption = "",
    by: SignedOption = None,
    link: LinkOption = True,
    store: StoreOption = DEFAULT,
) -> None:
    """Add a statement that was missed.

    Exit status: 0 decided, 2 wrong use: nothing was kept.
    """
    who = signed(by)
    from watchfloor import assessment

    with desk(store) as at:
        found = at.store.document(document)
        publication = assessment.Publication.of(found)
        made = assessment.add(
            words, type_.upper(), set_ or (), found.text, publication, at.reading, by=who, at=now(), reason=reason
        )
        at.keep(made)
        at.done(link=link, vector=meaning(found, made))


@app.command()
def undo(
    id_: Annotated[str, typer.Argument(metavar="DECISION", help="A decision's id, or a beginning that only one has.")],
    reason: ReasonOption = "",
    by: SignedOption = None,
    link: LinkOption = True,
    store: StoreOption = DEFAULT,
) -> None:
    """Take a decision back; taking that back brings it into force again.

    Exit status: 0 decided, 2 wrong use: nothing was kept.
    """
    who = signed(by)
    with desk(store) as at:
        at.take_back(at.decision(id_), who, reason)
        at.done(link=link)


def meaning(document: Document, decision: Decision) -> bytes | None:
    """The meaning of the sentence of a statement that is added, for linking."""
    from watchfloor import language
    from watchfloor.coder import Coder

    trigger, evidence = decision.value["trigger"], decision.value["evidence"]
    reading = Coder.load().reading(document)
    return language.vector(reading.doc, *((span["start"], span["end"]) for span in (trigger, evidence)))


app.command(name="list")(decisions.show)


def one_of(names: str, *given: object) -> None:
    """Raise BadParameter unless just one of several options was given."""
    if sum(map(bool, given)) != 1:
        raise typer.BadParameter(f"just one of {names}")
