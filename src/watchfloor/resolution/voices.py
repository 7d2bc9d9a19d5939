"""What a voice is: outlet, agency, official, group, private person or document; and whether it has a name."""

import re
from collections.abc import Mapping
from dataclasses import replace

from watchfloor.knowledge.roles import Role as RoleNoun
from watchfloor.knowledge.roles import Roles
from watchfloor.knowledge.sources import Source, Sources
from watchfloor.records import Citation, Role, Voice

#: What a source's kind makes of it.
OUTLETS: Mapping[str, Role] = {"agency": "agency", "government": "official", "militant-media": "group"}
#: What the type of a registered actor, or the sector of a role noun, makes of it; others are officials.
GROUPS = frozenset(
    {"armed-group", "political-party", "ethnic-group", "religious-group", "rebel", "criminal", "opposition"}
)
PRIVATE = frozenset({"civilian", "refugee", "education", "medical", "labour", "business", "religious", "media", "ngo"})
#: Writings and pictures that are heard by themselves.
DOCUMENTS = frozenset(
    "report study poll survey letter statement release document record figure data footage video photograph image map "
    "communique communiqué investigation inquiry audit memo email message".split()
)
#: Where a phrase goes on to say whose or from where: "a security official in Peshawar".
AFTER = re.compile(r"\s+(?:of|for|from|in|at|with|on|near)\s")


class VoiceTypes:
    """Types voices with one registry of sources and one list of role nouns."""

    def __init__(self, sources: Sources, roles: Roles) -> None:
        """Keep both."""
        self._sources = sources
        self._roles = roles

    def typed(self, voice: Voice, text: str, id_: str | None = None, type_: str | None = None) -> Voice:
        """The voice with its role; ``text`` is the document's, ``id_`` and ``type_`` are of the actor that it is.

        A voice is anonymous where the text names a person only by what he or she is and brings nobody in particular
        in: "two officials", "a resident", "sources", but not "the interior minister".
        """
        source = self._sources.named(voice.text)
        if source is not None:
            return replace(voice, role=OUTLETS.get(source.kind, "outlet"), id=source.id)
        words = AFTER.split(voice.text)[0].split()
        noun = self._roles.named(words[-1]) if words else None
        named = id_ is not None and "." not in id_
        return replace(
            voice,
            role=self._role(words, noun, type_),
            id=id_,
            anonymous=not named and _nameless(voice, text, words, noun),
        )

    def _role(self, words: list[str], noun: RoleNoun | None, type_: str | None) -> Role:
        last = words[-1].lower() if words else ""
        if last in DOCUMENTS or last.removesuffix("s") in DOCUMENTS:
            return "document"
        armed = any((r := self._roles.named(word)) is not None and r.sector in GROUPS for word in words)
        if type_ in GROUPS or (type_ is None and armed):  # "rebel commander"
            return "group"
        return "person" if type_ is None and noun is not None and noun.sector in PRIVATE else "official"

    def cited(self, citation: Citation) -> Voice:
        """The outlet of a citation as a voice."""
        source: Source | None = self._sources.get(citation.source) if citation.source else None
        role = OUTLETS.get(source.kind, "outlet") if source else "outlet"
        return Voice(role, citation.text, citation.start, citation.end, citation.source)


def _nameless(voice: Voice, text: str, words: list[str], noun: RoleNoun | None) -> bool:
    if noun is None or noun.number != "person" or not words[-1].islower():
        return False
    before = text[max(0, voice.start - 5) : voice.start].lower()
    plural = words[-1].endswith("s") or words[-1].endswith("men")
    return plural or not before.endswith(("the ", "’s ", "'s "))
