"""How an event stands: whether it happened, whether who is named did it, and what supports and contradicts it."""

from collections.abc import Sequence

from watchfloor.records import Claim, Dispute, Side, Status

from . import sides, voicing
from .case import Case
from .claims import claimed
from .credibility import Support
from .members import Member

#: Where reports differ on these, they may tell of different happenings.
CORE = ("time", "places", "actors")


def happening(case: Case) -> Dispute | None:
    """Whether it happened at all; a denial of responsibility does not say that it did not."""
    yes = tuple(m.id for m in case.happened)
    no = tuple(m.id for m in case.saying("denies") if not _disowned(m, case))
    if not (yes and no):
        return None
    return Dispute("happening", (_side("it happened", yes, case), _side("it did not", no, case)))


def refusal(case: Case) -> Dispute | None:
    """That one whom reports name as the doer denies it."""
    for denial in case.saying("denies"):
        who = voicing.voice(denial.statement)
        if who is None or not _disowned(denial, case):
            continue
        named = tuple(
            m.id
            for m in case.telling
            if any(p.id and case.ties.one_side(p.id, who, case.on) for p in sides.roles(m.statement)[0])
        )
        if named:
            name = case.ties.name(who, case.on)
            return Dispute("actors", (_side(name, named, case), _side(f"not {name}", (denial.id,), case)))
    return None


def support(case: Case, disputes: Sequence[Dispute]) -> Support:
    """What the grade of credibility rests on; a try that failed has happened as a try."""
    told = case.happened or case.saying("foils")
    free, stake = _parted(told, case)
    denied_free, denied_stake = _parted([m for m in case.saying("denies") if not _disowned(m, case)], case)
    core = tuple(d.slot for d in disputes if d.slot in CORE)
    return Support(free, stake, _both(told, case), denied_free, denied_stake, core)


def status(case: Case, found: Support, disputes: Sequence[Dispute], claims: Sequence[Claim]) -> Status:
    """The first that holds; docs/assessment.md lists them."""
    kinds = set(case.said.values())
    if not kinds & {*voicing.HAPPENED, "sums-up"}:
        return "foiled" if "foils" in kinds else "planned" if "foretells" in kinds else "denied"
    if found.denied and not found.free and not found.both:
        return "denied"
    if any(d.slot in ("happening", *CORE) for d in disputes):
        return "disputed"
    if found.both:
        return "confirmed"
    return "claimed" if claims else "reported"


def _disowned(denial: Member, case: Case) -> bool:
    """True where somebody denies only that he did it: "denied any part in it", "denied having shelled the town"."""
    return claimed(denial.statement) == "denied" or voicing.own_deed(denial.statement, case.ties, case.on)


def _parted(members: Sequence[Member], case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sources without a stake, and those that have nothing but one."""
    free = case.weights.names(m.id for m in members if m.id not in case.weights.interested)
    return free, tuple(name for name in case.weights.names(m.id for m in members) if name not in free)


def _both(told: Sequence[Member], case: Case) -> bool:
    """True where somebody of the doer's side and somebody of the sufferer's side say so."""
    did, bore = (
        {p.id for m in told for p in sides.roles(m.statement)[which] if p.id and case.ties.acts(p.id)}
        for which in (0, 1)
    )
    voices = {v for m in told if (v := voicing.voice(m.statement))}
    doing = {v for v in voices if any(case.ties.one_side(v, p, case.on) for p in did)}
    bearing = {v for v in voices if any(case.ties.one_side(v, p, case.on) for p in bore)}
    return bool(doing - bearing and bearing - doing)


def _side(value: str, statements: tuple[str, ...], case: Case) -> Side:
    return Side(value, statements, case.weights.names(statements))
