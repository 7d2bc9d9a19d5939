"""Statements with words in their slots to statements with identities: actors, places, days, sources."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from watchfloor.knowledge import Knowledge
from watchfloor.records import (
    Attribution,
    Document,
    Participant,
    Place,
    Speaker,
    Statement,
    Time,
    Voice,
)

from .actors import ActorResolver
from .dates import Interval
from .place_mentions import Marked
from .place_names import is_name
from .places import PlaceMention, PlaceResolver
from .publication import country_of_publication
from .resolved_actor import Definition
from .voices import VoiceTypes

#: A country is what a document is about when it is named at least this often.
OFTEN = 2


class Identities:
    """Gives identities to what statements name; one instance serves any number of documents."""

    def __init__(self, known: Knowledge) -> None:
        """Index the registry's names and the gazetteer; ``places`` is the resolver of places."""
        self._sources = known.sources
        self._voices = VoiceTypes(known.sources, known.roles)
        self._actors = ActorResolver(known)
        self.places = PlaceResolver.of(known)
        self._gazetteer = known.places

    def named(self, text: str, on: date | None) -> list[tuple[int, int, str]]:
        """(start, end, actor id) of the registered actors that a text names."""
        return [(f.start, f.end, f.actor) for f in self._actors.find(text, on)]

    def resolve(
        self,
        document: Document,
        published: date | None,
        statements: Sequence[Statement],
        intervals: Mapping[tuple[int, int], Interval | None],
        names: Sequence[Marked] = (),
    ) -> tuple[Statement, ...]:
        """The statements with their participants, places, times and voices resolved.

        ``intervals`` maps (start, end) of the document's time expressions to the days that they mean; ``names`` are all
        names that the document holds, since each place in them is evidence for the others.
        """
        countries = self._countries(document.text)
        definitions = self._actors.definitions(document.text, published, countries)
        home = country_of_publication(document, self._sources, self._gazetteer)
        near = [*countries, home] if home else countries
        places = self._resolved_places(document, statements, names, near)
        return tuple(
            self._resolve(s, document.text, published, countries, definitions, places, intervals) for s in statements
        )

    def _countries(self, text: str) -> list[str]:
        """Alpha-3 codes of the countries that a text names often, the most frequent first."""
        counts = Counter(
            country
            for word in re.findall(r"\b[A-Z]\w+(?: [A-Z]\w+)?", text)
            if (country := self._gazetteer.country(word))
        )
        return [c for c, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= OFTEN]

    def _resolved_places(
        self, document: Document, statements: Sequence[Statement], names: Sequence[Marked], countries: Sequence[str]
    ) -> dict[tuple[int, int], Place]:
        mentions = {PlaceMention(p.text, p.start) for s in statements for p in s.places}
        told = [(mention.start, mention.end) for mention in mentions]
        named = self.places.mentions(document.text, names)
        mentions |= {n for n in named if all(n.end <= start or end <= n.start for start, end in told)}
        ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
        found = self.places.resolve_all(ordered, text=document.text, context=countries)
        return {
            (m.start, m.end): Place(
                m.text, m.start, m.end, p.name, p.country, p.admin1, p.latitude, p.longitude, p.geonames, p.precision
            )
            for m, p in zip(ordered, found, strict=True)
            if p is not None
        }

    def _resolve(
        self,
        statement: Statement,
        text: str,
        on: date | None,
        countries: Sequence[str],
        definitions: Mapping[str, Definition],
        places: Mapping[tuple[int, int], Place],
        intervals: Mapping[tuple[int, int], Interval | None],
    ) -> Statement:
        time = _resolved_time(statement.time, intervals)
        foreseen = statement.kind == "forecast" or statement.modality == "predicted"
        day = date.fromisoformat(time.since) if time and time.since else on

        def actor(participant: Participant) -> Participant:
            found = self._actors.resolve(participant.text, on=day, definitions=definitions, countries=countries)
            if found is None:
                return participant
            # An official of a state has no name of his own in the registry: "the Omani grand mufti" stays what he is.
            name = participant.name if "." in found.id else found.name
            return replace(participant, id=found.id, name=name, type=found.type, country=found.country)

        speaker = statement.attribution.speaker
        type_ = None
        if speaker is not None:
            found = self._actors.resolve(speaker.text, on=day, definitions=definitions, countries=countries)
            if found is not None:
                name = speaker.name if "." in found.id else found.name
                speaker, type_ = replace(speaker, id=found.id, name=name), found.type
        return replace(
            statement,
            actors=tuple(map(actor, statement.actors)),
            recipients=tuple(map(actor, statement.recipients)),
            places=tuple(
                there
                for place in statement.places
                if (there := places.get((place.start, place.end), None if is_name(place.text) else place))
            ),
            time=time,
            horizon=_resolved_time(statement.horizon, intervals) or (time if foreseen else None),
            attribution=self._attribution(statement.attribution, speaker, type_, text),
        )

    def _attribution(
        self, attribution: Attribution, speaker: Speaker | None, type_: str | None, text: str
    ) -> Attribution:
        chain = [self._voices.cited(c) for c in attribution.citations]
        chain += [self._voices.typed(v, text) for v in attribution.chain]
        if speaker is not None:
            voice = Voice("official", speaker.text, speaker.start, speaker.end)
            chain.append(self._voices.typed(voice, text, speaker.id, type_))
        return replace(attribution, speaker=speaker, chain=tuple(chain))


def _resolved_time(time: Time | None, intervals: Mapping[tuple[int, int], Interval | None]) -> Time | None:
    """The time with its days; a time that could not be resolved keeps its words."""
    if time is None:
        return None
    found = intervals.get((time.start, time.end))
    if found is None:
        return time
    return replace(time, since=found.start.isoformat(), until=found.end.isoformat(), precision=found.precision)
