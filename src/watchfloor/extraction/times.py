"""Which statement a time expression dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import Span, Time

from .clause import ancestors, base, children, own_clause, preposition
from .drafts import Draft
from .reading import Reading

#: Prepositions before times that limit and do not date: "until July".
LIMITING = frozenset({"until", "till", "before", "beyond", "within"})
#: Prepositions of times that belong to the word before them and to nothing above it: "had left by June".
NARROW = frozenset({"since", "by"})
#: What "before" dates by: "before dawn on Tuesday".
DAYPARTS = frozenset({"dawn", "sunrise", "daybreak", "noon", "midday", "dusk", "sunset", "nightfall", "midnight"})
#: Types whose complement has a time of its own: "agreed to send instructors in March".
HOLDING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "PLEDGE", "ACCUSE", "SUPPORT", "COERCE"})
#: Last words of expressions that date what follows them: "two days after the raid".
STEPPING = frozenset({"after", "before"})
#: Hours of a day that is told elsewhere or not at all, and what marks a number as one.
HOURS = DAYPARTS | {"night", "evening", "morning", "afternoon"}
CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock"})
#: Types that are about something which has a time of its own: "rejected the 2016 accord", "condemned a raid on Monday".
ABOUT = frozenset("ACCUSE SUPPORT POSITION REJECT REQUEST CLAIM THREATEN CONCEDE AGREE".split())
#: Prepositions before a happening in the course of which, or right after which, another is done.
COURSE = frozenset({"in", "at", "during", "amid", "after"})
#: Words before a participle that tell how, or meanwhile, the verb above is done.
MANNER = frozenset({"by", "while", "whilst"})
#: Relations to the clause above that leave a time told at its opening as it is: "tomorrow he plans to meet the emir".
SET = frozenset({"xcomp", "conj", "advcl", "obj", "acl"})


@dataclass(frozen=True)
class Dated:
    """A time expression and the word that it qualifies."""

    span: Span
    governor: Token
    opening: bool
    narrow: bool = False
    limit: bool = False


def give(reading: Reading, drafts: Sequence[Draft], owners: Mapping[int, Draft]) -> None:
    """Fill the times of the drafts; ``owners`` maps tokens to the drafts that their circumstances belong to."""
    scenes: dict[int, Dated] = {}
    for dated in _dated(reading):
        owner = _owner(owners, dated.governor)
        if dated.narrow and owners.get(dated.governor.i) is not owner:
            continue  # "the eleventh attack in the province since August"
        if owner is None and not dated.limit:
            scenes.setdefault(dated.governor.i, dated)
        elif owner is not None and dated.limit:
            owner.horizon = owner.horizon or (_time(dated.span) if owner.foreseen else None)
        elif owner is not None and owner.time is None and not _dates_its_matter(owners, owner, dated):
            owner.time = _time(dated.span)
    for draft in drafts:
        if draft.time is None and (dated_ := _scene(scenes, draft)) is not None:
            draft.time = _time(dated_.span)


def _dates_its_matter(owners: Mapping[int, Draft], draft: Draft, dated: Dated) -> bool:
    """True for the time of what is judged, claimed or refused, and of what somebody is invited to."""
    if draft.head.lemma_ == "invite":
        goals = (t for name in ("to", "inf") for t in draft.trigger.arguments.get(name, ()))
        return any(goal.idx < dated.span.start for goal in goals)  # "invited the ministers to Doha in May"
    if draft.type not in ABOUT or dated.governor.i in owners or dated.governor.pos_ not in ("NOUN", "PROPN"):
        return False
    top = dated.governor
    while top.head.i != top.i and owners.get(top.head.i) is not draft:
        top = top.head
    return base(top.dep_) != "nsubj" and preposition(top) not in COURSE


def _time(span: Span) -> Time:
    return Time(span.text, span.start, span.end)


def _dated(reading: Reading) -> Iterator[Dated]:
    for span in sorted((*reading.times, *reading.limits), key=lambda s: s.start):
        tokens = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or _is_hour(tokens):
            continue
        last = tokens[-1]
        if len(tokens) > 1 and last.lower_ in STEPPING:
            yield Dated(span, _counted_from(reading, last), opening=False)
            continue
        root = tokens.root
        while root.head.i != root.i and span.start <= root.head.idx < span.end:
            root = root.head
        following = _told_when(reading, root)
        if following is not None:
            yield Dated(_day(reading, span, list(tokens)), following, opening=True)
        if (tokens[0].lower_ in LIMITING or preposition(root) in LIMITING) and not any(
            t.lower_ in DAYPARTS for t in tokens
        ):
            yield Dated(span, own_clause(root, root.head), opening=False, limit=True)
            continue
        if root.head.i != root.i:
            narrow = tokens[0].lower_ in NARROW or preposition(root) in NARROW
            governor = own_clause(root, root.head)
            yield Dated(span, governor, root.i < governor.i, narrow)


def _is_hour(tokens: Iterable[Token]) -> bool:
    """True for "by night" and "at 6 a.m.", which say no day; "this morning" says one."""
    words = [t for t in tokens if t.pos_ not in ("ADP", "ADV", "PUNCT") and t.lower_ not in ("the", "a")]
    timed = any(t.lower_ in CLOCK for t in words)
    return bool(words) and all(t.lower_ in HOURS | CLOCK or (timed and t.pos_ == "NUM") for t in words)


def _counted_from(reading: Reading, last: Token) -> Token:
    """The happening that "two days after" counts from: the word it governs, or the verb that follows its subject."""
    if last.head.pos_ in ("VERB", "AUX") or "EVENT" in reading.classes(last.head):
        return last.head
    following = last.doc[last.head.i : last.sent.end]
    return next((t for t in following if t.pos_ == "VERB" and base(t.dep_) not in ("acl", "amod")), last.head)


def _day(reading: Reading, span: Span, tokens: Sequence[Token]) -> Span:
    """The day itself where "since" reaches on from it: "since May 3, when gunmen stormed the town"."""
    if tokens[0].lower_ != "since" or len(tokens) == 1:
        return span
    return reading.span(tokens[1].idx, span.end)


def _told_when(reading: Reading, root: Token) -> Token | None:
    """The verb of the clause that says what happened then: "March 22, when bombers killed 32 people"."""
    for clause in (*children(root, "acl:relcl", "advcl"), *children(root.head, "advcl")):
        marks = [m for m in children(clause, "advmod", "mark") if m.lower_ == "when"]
        if (
            marks
            and root.i < marks[0].i
            and all(t.is_punct or reading.is_time(t) for t in root.doc[root.i + 1 : marks[0].i])
        ):
            return clause
    return None


def _owner(owners: Mapping[int, Draft], governor: Token) -> Draft | None:
    """The draft at the governor, or the nearest above where only nouns stand between."""
    if governor.i in owners:
        return owners[governor.i]
    if governor.dep_ in ("acl", "acl:relcl") and governor.head.i in owners and governor.head.pos_ == "NOUN":
        return owners[governor.head.i]  # "the memorandum that both signed on Monday"
    if governor.pos_ in ("VERB", "AUX"):
        above = owners.get(governor.head.i) if governor.dep_ == "xcomp" else None
        return above if above is not None and above.type not in HOLDING else None
    for ancestor, dep in ancestors(governor):
        if dep in ("acl:relcl", "ccomp", "parataxis"):
            return None
        if ancestor.i in owners:
            return owners[ancestor.i]
        if ancestor.pos_ in ("VERB", "AUX"):
            return None
    return None


def _scene(scenes: Mapping[int, Dated], draft: Draft) -> Dated | None:
    """The time told with a clause above that tells nothing itself: at its opening, or "began on Monday to leave"."""
    below = draft.head
    for governor, dep in ancestors(draft.head):
        dated = scenes.get(governor.i)
        told = dated or _of_noun(scenes, governor)
        if told is not None and _in_course_of(below) and (below in (draft.head, draft.head.head)):
            return told
        if base(dep) not in SET:
            return None
        if dated is not None:
            return dated if dated.opening or dep == "xcomp" or _manner(below) else None
        below = governor
    return None


def _of_noun(scenes: Mapping[int, Dated], noun: Token) -> Dated | None:
    """The time of the happening that a noun is a part of: "the 2016 assault on a cafe"."""
    return next((scenes[t.i] for t, dep in ancestors(noun) if dep == "nmod" and t.i in scenes), None)


def _in_course_of(clause: Token) -> bool:
    """True for what is told as a part of the noun's happening: "in which nine died", "a ruling recognising …"."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBG"
    if clause.dep_ != "acl:relcl":
        return False
    relatives = [t for t in clause.children if t.lower_ in ("which", "where", "when")]
    return any(t.lower_ != "which" or preposition(t) in ("in", "during") for t in relatives)


def _manner(clause: Token) -> bool:
    """True for "responded on Monday by striking targets", "defended it on Monday while promising more"."""
    marks = {m.lower_ for m in children(clause, "mark", "advmod", "case") if m.i < clause.i}
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and bool(marks & MANNER)
