"""Which independent sources stand behind the reports of one event.

A report leads back to the outlet that it names: in its words ("Bakhtar reported"), else in its citations, else to its
own publisher. Outlets whose own reports of the event all rest on others stand for those others, copies of one text for
its first publisher, and a source that only repeats one named voice for that voice.
"""

from collections.abc import Iterable, Mapping, Sequence

from .members import Member, Publication
from .ties import Ties
from .voicing import voice

#: A channel carries what others say, and is no source itself.
CHANNELS = frozenset({"social-platform"})


def origins(members: Sequence[Member], copies: Mapping[str, str], ties: Ties) -> dict[str, tuple[str, ...]]:
    """Statement ids to the names of the sources that each counts for; ``copies`` maps documents to their group.

    Several stand only where a report cites several outlets side by side.
    """
    publishers = _publishers(members, copies, ties)
    named = {m.id: _named(m, publishers, ties) for m in members}
    rests = _rests(members, publishers, named)
    ends = {name: _ends(name, rests) for names in named.values() for name in names}
    led = {id_: tuple(dict.fromkeys(end for name in names for end in ends[name])) for id_, names in named.items()}
    voices = _voices(members, led)
    return {id_: tuple(dict.fromkeys(voices.get(each, each) for each in names)) for id_, names in led.items()}


def _publishers(members: Sequence[Member], copies: Mapping[str, str], ties: Ties) -> dict[str, str]:
    """Documents to their publisher; copies of one text to the first of theirs."""
    first: dict[str, tuple[str, str]] = {}
    publications = {m.publication.document: m.publication for m in members}
    for document, publication in publications.items():
        if (group := copies.get(document)) is not None:
            told = (publication.published or "9999", _publisher(publication, ties))
            first[group] = min(first.get(group, told), told)
    return {
        document: first[copies[document]][1] if document in copies else _publisher(publication, ties)
        for document, publication in publications.items()
    }


def _publisher(publication: Publication, ties: Ties) -> str:
    """Who publishes; of a post on a channel whose writer nobody knows, the post itself."""
    return (publication.name or publication.key) if _channel(publication.source, ties) else publication.publisher


def _named(member: Member, publishers: Mapping[str, str], ties: Ties) -> tuple[str, ...]:
    attribution = member.statement.attribution
    cited = {(c.start, c.end) for c in attribution.citations}
    inner = [v for v in attribution.chain if v.role in ("outlet", "agency") and (v.start, v.end) not in cited]
    for outlet in reversed(inner):
        if not _channel(outlet.id, ties):
            return (outlet.id or outlet.text,)
    names = dict.fromkeys(c.source or c.outlet for c in attribution.citations if not _channel(c.source, ties))
    if names:
        return tuple(names)
    if attribution.citations and (who := voice(member.statement)):  # "claimed it (Telegram)": the claimant
        return (who,)
    return (publishers[member.publication.document],)


def _channel(source: str | None, ties: Ties) -> bool:
    found = ties.source(source)
    return found is not None and found.kind in CHANNELS


def _rests(
    members: Iterable[Member], publishers: Mapping[str, str], named: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Publishers to the outlets on which all that they tell of the event rests; not who tells some of it itself."""
    rests: dict[str, tuple[str, ...]] = {}
    own: set[str] = set()
    for member in members:
        publisher, names = publishers[member.publication.document], named[member.id]
        if publisher in names:
            own.add(publisher)
        rests[publisher] = (*rests.get(publisher, ()), *(n for n in names if n not in rests.get(publisher, ())))
    return {publisher: tuple(sorted(names)) for publisher, names in rests.items() if publisher not in own}


def _ends(name: str, rests: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Where a chain of outlets that cite each other ends; a ring of them is one, called by its first name."""
    seen: set[str] = set()
    ends: set[str] = set()
    level = {name}
    while level:
        seen |= level
        ends |= {each for each in level if each not in rests}
        level = {up for each in level for up in rests.get(each, ())} - seen
    return sorted(ends) or [min(seen)]


def _voices(members: Sequence[Member], led: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Sources that only repeat one named voice, to that voice."""
    heard: dict[str, set[str | None]] = {}
    for member in members:
        for name in led[member.id]:
            heard.setdefault(name, set()).add(voice(member.statement))
    return {name: only for name, voices in heard.items() if len(voices) == 1 and (only := next(iter(voices)))}
