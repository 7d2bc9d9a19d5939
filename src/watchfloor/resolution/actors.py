"""Who is meant by "the Omani grand mufti", "ISKP fighters" or "Pakistan's army": the words of a mention to an actor.

In order: an abbreviation that the text defines, a name, a state or group with a role noun, a name with a slip in its
spelling. Where none of them settles it, or two actors are meant at once, the answer is None: nothing is guessed.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from watchfloor.knowledge import Knowledge
from watchfloor.knowledge.actors import ALL_CLAIMS, NAMES, Actor, ClaimKind, Found, Token, fold, tokens
from watchfloor.knowledge.roles import Role

#: What a state's sub-actor of a sector is called after the demonym: "Omani police".
SECTOR_NAMES = {
    "government": "government", "legislature": "legislature", "judiciary": "judiciary", "military": "military",
    "police": "police", "intelligence": "intelligence", "security": "security forces", "opposition": "opposition",
    "rebel": "rebels", "armed-group": "armed groups", "criminal": "criminals", "religious": "religious leaders",
    "media": "media", "ngo": "civil society", "business": "business", "education": "education",
    "medical": "health care", "labour": "workers", "civilian": "civilians", "refugee": "refugees",
}  # fmt: skip

_LEADING = frozenset(
    "the a an this that these those its their his her our my some several many most all few any each every other"
    " various dozens hundreds thousands scores of at least nearly almost about around up to more than over as roughly"
    " one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand"
    " suspected alleged senior top local unidentified".split()
)
_COUNTING = frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many"
    " some".split()
)
# Whoever these words describe no longer, or not really, acts for the actor named.
_ESTRANGED = frozenset("former ex ousted deposed exiled fake bogus defecting onetime erstwhile".split())
_PREPOSITIONS = frozenset(
    "of from for in at inside near on against to with by who which that whose including among across under around"
    " after before during outside throughout between over".split()
)
_JOINING = frozenset(("and", "or", "nor"))
_RELATIVE = frozenset("who which that whose where when".split())
_BELONGING = frozenset(("of", "from", "for"))
_PARTICLES = frozenset("al el bin ibn bint de da del der di van von abu ould ag la le ul".split())
#: Sectors whose people belong to the country that they are in: "police in Pakistan" but not "soldiers in Iraq".
_AT_HOME = frozenset(("police", "judiciary", "legislature", "civilian", "education", "medical", "labour", "religious"))

#: A misspelt name is looked for from this length (characters) on, and must agree this far (per cent).
FUZZY_LENGTH, FUZZY_CUTOFF, FUZZY_WORD = 12, 92, 6


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """An actor that a mention stands for.

    `id` is the registry's, or that of a state with a sector ("omn.police"). `country` is alpha-3, None where there is
    no one country. `how` says in words what settled it.
    """

    id: str
    name: str
    type: str
    country: str | None
    sector: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form that the text itself explains; `actor` is None where the long form is nobody known."""

    short: str
    long: str
    actor: ResolvedActor | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text is read against."""

    on: date | None
    definitions: Mapping[str, Definition]
    countries: Sequence[str]


class ActorResolver:
    """Resolves mentions against the actors and roles of the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the knowledge; its index is built here, once."""
        self._actors = knowledge.actors
        self._roles = knowledge.roles
        self._surnames: dict[str, list[Actor]] = {}
        for actor in self._actors.values():
            if actor.type == "person":
                self._surnames.setdefault(" ".join(fold(actor.name)[-1:]), []).append(actor)
        self._vocabulary = frozenset(word for key in self._actors.index for word in key)
        self._long_names: dict[tuple[int, str], list[tuple[str, ...]]] = {}  # by number of words and first letter
        for key, claims in self._actors.index.items():
            if len(" ".join(key)) >= FUZZY_LENGTH and any(claim.kind == "name" and claim.actor for claim in claims):
                self._long_names.setdefault((len(key), key[0][0]), []).append(key)

    def find(
        self,
        text: str,
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> list[Found]:
        """Return (start, end, actor id) of the known actors named in a text; see `Actors.find`."""
        return self._actors.find(text, on, countries, kinds)

    def is_name(self, text: str, on: date | None = None, countries: Collection[str] = ()) -> bool:
        """Tell whether the whole text is a known actor's name or abbreviation."""
        claim = self._actors.claim(_bare(tokens(text)), on, countries)
        return bool(claim and claim.actor)

    def resolve(
        self,
        text: str,
        *,
        head: str | None = None,
        on: date | None = None,
        definitions: Mapping[str, Definition] | None = None,
        countries: Sequence[str] = (),
    ) -> ResolvedActor | None:
        """Return the actor that the words of a mention stand for, as of a day; None where that is not clear.

        `head` is the mention's main word, where the caller's parse knows it; `definitions` come from the same text;
        `countries` (alpha-3) are those that the text is about: they choose between bearers of one name, and one alone
        is taken for the country of "the police" or "the government".
        """
        return self._resolve(text, _Reading(on, definitions or {}, countries), head)

    def _resolve(self, text: str, reading: _Reading, head: str | None = None) -> ResolvedActor | None:
        bracketless = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), text).rstrip()
        for form in dict.fromkeys((text, bracketless)):
            found = self._defined(form, reading) or self._named(form, reading)
            if found:
                return found
        if text.strip(" ()") in reading.definitions:  # explained as somebody unknown: its other bearers are not meant
            return None
        return self._composed(bracketless, reading, head) or self._misspelt(bracketless, reading)

    def _bearer(self, words: Sequence[Token], reading: _Reading) -> str | None:
        claim = self._actors.claim(words, reading.on, reading.countries)
        return claim.actor if claim else None

    def _defined(self, text: str, reading: _Reading) -> ResolvedActor | None:
        words = _bare(tokens(text))
        short = text[words[0].start : words[-1].end] if words else ""
        definition = reading.definitions.get(short) or reading.definitions.get(short.replace(".", ""))
        return definition.actor if definition else None

    def _named(self, text: str, reading: _Reading) -> ResolvedActor | None:
        every = tokens(text)
        for words in (every, _bare(every)):
            if not words or (short := text[words[0].start : words[-1].end]) in reading.definitions:
                continue
            claim = self._actors.claim(words, reading.on, reading.countries, ALL_CLAIMS)
            if claim and claim.actor:
                actor = self._actors[claim.actor]
                counted = words is not every and (every[0].word in _COUNTING or every[0].word.isdigit())
                if claim.kind in ("demonym", "people") and counted:
                    return self._part(actor, "civilian", reading, f"{short}: counted people of {actor.name}")
                return self._whole(actor, reading, f"{claim.kind} of {actor.name}")
        return None

    def _whole(self, actor: Actor, reading: _Reading, how: str) -> ResolvedActor:
        return ResolvedActor(actor.id, actor.name_on(reading.on), actor.type, actor.country, actor.sector, how)

    def _part(self, state: Actor, sector: str, reading: _Reading, how: str) -> ResolvedActor:
        id = f"{state.id}.{sector}"
        organ = self._actors.get(id)
        if organ and organ.holds(reading.on):
            return ResolvedActor(id, organ.name, organ.type, organ.country, sector, how)
        name = f"{(state.demonyms or (state.name,))[0]} {SECTOR_NAMES[sector]}"
        return ResolvedActor(id, name, sector, state.country, sector, how)

    def _composed(self, text: str, reading: _Reading, head: str | None) -> ResolvedActor | None:
        """Resolve a noun phrase by its role noun and the actor named before it ("Omani") or after it ("of Oman")."""
        phrase = _Phrase(text, self._mentions(text, reading), self._roles_in)
        end = phrase.end(head)
        if end is None or phrase.torn(end):
            return None
        roles, owners = phrase.roles_before(end), phrase.mentions_before(end)
        last = owners[-1] if owners else None
        after = phrase.after(end)
        if last and last.end == end:
            return self._ending_in_name(phrase, owners, reading)
        if not roles or not phrase.named_after(roles[-1].end, end):
            return None
        if any(phrase.unknown_name(index) for index in range(1, roles[-1].start)):
            return None
        owner: Actor | None = None
        preposition, rest = after
        if last:
            rivals = [self._actors[mention.actor] for mention in owners[:-1]]
            if any(rival.type != "state" and rival.id != last.actor for rival in rivals):
                return None
            owner = self._actors[last.actor]
            if preposition == "of":
                return None
        elif preposition in _BELONGING or (preposition == "in" and roles[-1].role.sector in _AT_HOME):
            whole = self._resolve(rest, reading) if rest else None
            if not whole:
                return None
            if whole.id not in self._actors:  # "commander of the Pakistani army": already a part
                return whole if roles[-1].role.member else None
            owner = self._actors[whole.id]
        elif len(set(reading.countries)) == len(roles) == 1 and roles[0].role.institution and phrase.bare(roles[0]):
            owner = self._actors.get(reading.countries[0].lower())
        if owner and (person := self._titled(owner, phrase.tail(roles[-1].end, end), reading)):
            return self._whole(person, reading, f"the only {person.name} of {owner.name} known")
        return self._with_role(owner, roles, reading) if owner else None

    def _ending_in_name(
        self, phrase: "_Phrase", owners: Sequence["_Mention"], reading: _Reading
    ) -> ResolvedActor | None:
        """Resolve "militant group Boko Haram", "the Taliban in Pakistan", "young Somalis"."""
        last = owners[-1]
        actor = self._actors[last.actor]
        if phrase.unknown_name(last.start - 1) or (len(owners) > 1 and actor.type == "ngo"):  # "British Red Cross"
            return None
        if last.kind == "people" and last.start:
            return self._part(actor, "civilian", reading, f"some people of {actor.name}")
        plain = last.kind not in ("demonym", "people", "capital") and actor.type != "state"
        return self._whole(actor, reading, f"named as {actor.name}") if plain or not last.start else None

    def _titled(self, state: Actor, tail: str, reading: _Reading) -> Actor | None:
        """Return the one person in a state's office with the surname after a title: "US Secretary of State Kerry"."""
        bearers = [
            person
            for person in self._surnames.get(tail, ())
            if person.country == state.country and (not person.leads or any(t.holds(reading.on) for t in person.leads))
        ]
        return bearers[0] if tail and len(bearers) == 1 else None

    def _with_role(self, owner: Actor, roles: Sequence["_RoleAt"], reading: _Reading) -> ResolvedActor | None:
        head = roles[-1].role
        noun = roles[-1].words
        if owner.type == "person":
            led = [term.id for term in owner.leads if term.holds(reading.on)]
            if len(led) != 1 or not head.member:
                return None
            owner = self._actors[led[0]]
        if owner.type == "state":
            strong = [at.role.sector for at in reversed(roles) if at.role.sector and not at.role.weak]
            sector = strong[0] if strong else head.sector
            return self._part(owner, sector, reading, f"{noun!r} of {owner.name}") if sector else None
        return self._whole(owner, reading, f"{noun!r} of {owner.name}") if head.member else None

    def _mentions(self, text: str, reading: _Reading) -> list["_Mention"]:
        words = tokens(text)
        known = reading.definitions
        defined = {at: known[word.text] for at, word in enumerate(words) if word.text in known}
        mentions = [
            _Mention(at, at + 1, definition.actor.id, "abbreviation")
            for at, definition in defined.items()
            if definition.actor and definition.actor.id in self._actors
        ]
        for start, end, claim in self._actors.matches(text, words, reading.on, reading.countries, ALL_CLAIMS):
            if claim.actor and defined.keys().isdisjoint(range(start, end)):
                mentions.append(_Mention(start, end, claim.actor, claim.kind))
        mentions.sort(key=lambda mention: mention.start)
        peoples = ("ethnic-group", "religious-group")
        states = [mention for mention in mentions if self._actors[mention.actor].type not in peoples]
        return states or mentions  # "Iraqi Shia militia": the creed only describes

    def _roles_in(self, words: Sequence[str], covered: Collection[int]) -> Iterator["_RoleAt"]:
        end = len(words)
        while end:
            hit = self._roles.of(words[:end])
            if hit and not any(at in covered for at in range(end - hit[1], end)):
                yield _RoleAt(end - hit[1], end, hit[0], " ".join(words[end - hit[1] : end]))
                end -= hit[1]
            else:
                end -= 1

    def _misspelt(self, text: str, reading: _Reading) -> ResolvedActor | None:
        """Take a long name for a known one of as many words where only words that no name has differ, a little."""
        words = _bare(tokens(text))
        key = tuple(word.word for word in words)
        joined = " ".join(key)
        if len(joined) < FUZZY_LENGTH:
            return None
        near = []
        for known in self._long_names.get((len(key), joined[0]), ()):
            if fuzz.ratio(" ".join(known), joined) < FUZZY_CUTOFF:
                continue
            pairs = [(a, b) for a, b in zip(key, known, strict=True) if a != b]
            if pairs and all(a not in self._vocabulary and len(a) >= FUZZY_WORD and a[0] == b[0] for a, b in pairs):
                near.append(known)
        spelt = [tokens(" ".join(self._actors.index[known][0].shape)) for known in near]
        claims = [self._actors.claim(name, reading.on, reading.countries) for name in spelt]
        bearers = {claim.actor: claim for claim in claims if claim and claim.actor and claim.suits(words)}
        if len(bearers) != 1:
            return None
        ((bearer, claim),) = bearers.items()
        return self._whole(self._actors[str(bearer)], reading, f"spelt almost like {' '.join(claim.shape)}")

    def definitions(self, text: str, on: date | None = None, countries: Sequence[str] = ()) -> dict[str, Definition]:
        """Return the short forms that a text explains, as in "Islamic State in Khorasan Province (ISKP)"."""
        reading = _Reading(on, {}, countries)
        found: dict[str, Definition] = {}
        for short, long in _explained(text, lambda words: self._bearer(words, reading)):
            if short in found:
                continue
            actor = self._resolve(long, reading)
            if actor is None:
                known = self._actors.claim(tokens(short), on, countries)
                if known and known.actor and _much_alike(long, self._actors[known.actor]):
                    actor = self._whole(self._actors[known.actor], reading, f"{short} and words of its name")
            found[short] = Definition(short, long, actor)
        return found


@dataclass(frozen=True, slots=True)
class _Mention:
    """An actor's name at words `start` to `end` of a phrase."""

    start: int
    end: int
    actor: str
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class _RoleAt:
    """A role noun at words `start` to `end` of a phrase."""

    start: int
    end: int
    role: Role
    words: str


class _Phrase:
    """The words of a noun phrase, some of them actors' names, some role nouns; indices count words."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[_Mention],
        roles_in: Callable[[Sequence[str], Collection[int]], Iterator[_RoleAt]],
    ) -> None:
        self._text = text
        self._words = tokens(text)
        self._mentions = mentions
        named = {at for mention in mentions for at in range(mention.start, mention.end)}
        folded = [word.word for word in self._words]
        self._roles = sorted(roles_in(folded, named), key=lambda role: role.start)
        self._covered = named | {at for role in self._roles for at in range(role.start, role.end)}
        self._lead = 0
        while self._lead < len(folded) and self._lead not in named and _leading(folded[self._lead]):
            self._lead += 1

    def end(self, head: str | None) -> int | None:
        """Return where the noun phrase ends: before a preposition or comma, or after the head; None: no words."""
        end = self._lead
        while end < len(self._words) and not self._breaks(end):
            end += 1
        heads = [at for at in range(self._lead, end) if head and self._words[at].word == " ".join(fold(head))]
        end = max(heads[-1] + 1, *(role.end for role in self._roles if role.start <= heads[-1])) if heads else end
        return end if end > self._lead else None

    def _breaks(self, at: int) -> bool:
        if at not in self._covered and self._words[at].word in _PREPOSITIONS:
            return True
        return self._comma(at)

    def _comma(self, at: int) -> bool:
        """Tell whether a comma or the like stands before a word."""
        if not 0 < at < len(self._words):
            return False
        return bool(re.search("[,;:]", self._text[self._words[at - 1].end : self._words[at].start]))

    def torn(self, end: int) -> bool:
        """Tell whether the phrase joins two things, or speaks of somebody who is no longer what it calls them."""
        loose = {word.word for at, word in enumerate(self._words[:end]) if at not in self._covered}
        rest = [word.word for word in self._words[end:]]
        listed = self._comma(end) and rest[0] not in _RELATIVE and not _JOINING.isdisjoint(rest)
        return listed or not loose.isdisjoint(_JOINING | _ESTRANGED)

    def roles_before(self, end: int) -> list[_RoleAt]:
        """Return the roles within the phrase, in order."""
        return [role for role in self._roles if role.end <= end]

    def mentions_before(self, end: int) -> list[_Mention]:
        """Return the names within the phrase, in order."""
        return [mention for mention in self._mentions if mention.end <= end]

    def after(self, end: int) -> tuple[str, str]:
        """Return the preposition that follows and the text after it, both empty where none does."""
        if end < len(self._words) and self._words[end].word in _PREPOSITIONS:
            return self._words[end].word, self._text[self._words[end].end :].strip()
        return "", ""

    def named_after(self, start: int, end: int) -> bool:
        """Tell whether nothing, or the name of one person after a title, stands between a role and the end."""
        tail = self._words[start:end]
        title = any(role.end == start and role.role.title for role in self._roles)
        return not tail or (title and all(w.text[:1].isupper() or w.word in _PARTICLES for w in tail) and len(tail) < 6)

    def unknown_name(self, at: int) -> bool:
        """Tell whether a word belongs to some name that is not known ("Pakistan Muslim League leader")."""
        return at >= self._lead and at not in self._covered and self._words[at].text[:1].isupper()

    def tail(self, start: int, end: int) -> str:
        """Return the one folded word between a title and the end, or "" where there are none or more."""
        return self._words[start].word if end - start == 1 else ""

    def bare(self, role: _RoleAt) -> bool:
        """Tell whether nothing but articles and the like stands before the role."""
        return role.start <= self._lead


def _leading(word: str) -> bool:
    return word in _LEADING or word.isdigit()


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out the articles, numbers and hedges that a mention begins with, where something else follows."""
    first = next((at for at, word in enumerate(words) if not _leading(word.word)), 0)
    return words[first:]


# "(ISKP)", "(known as ISKP)", "(ISKP; Arabic: …)": a short form has two capitals at least. What holds a figure is a
# citation with its date, "(AFP, May 3)".
_SHORT = r"[A-Z0-9][\w.&–-]*[A-Z][\w.&–-]{0,9}"
_BRACKETED = re.compile(
    rf"\((?![^()]*, [^()]*\d)\s*(?:(?:better |also |locally )?known as |or |the )*[“\"]?({_SHORT})[”\"]?\s*[),;]"
)
_OR_SHORT = re.compile(
    rf",\s+(?:or|known as|also known as|abbreviated(?: as| to)?|hereafter)\s+(?:the\s+)?({_SHORT})(?=[,.;)\s])"
)
_LONG_BRACKETED = re.compile(rf"(?<!\w)({_SHORT})\s+\((?:the\s+)?([A-Z][^()]{{5,80}})\)")
#: How many words before a bracket a long form may have.
LONG_FORM = 12

_Bearer = Callable[[Sequence[Token]], str | None]


def _explained(text: str, bearer: _Bearer) -> Iterator[tuple[str, str]]:
    """Yield (short form, long form) for every short form that a text explains."""
    for pattern in (_BRACKETED, _OR_SHORT):
        for match in pattern.finditer(text):
            start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()), match.start() - 120, 0)
            words = tokens(text[start : match.start()])[-LONG_FORM:]
            for size in range(len(words), 1, -1):
                if _explains(words[-size:], match[1], bearer):
                    yield match[1], text[start + words[-size].start : start + words[-1].end]
                    break
    for match in _LONG_BRACKETED.finditer(text):
        words = tokens(match[2])
        if len(words) > 1 and _explains(words, match[1], bearer):
            yield match[1], match[2]


def _explains(words: Sequence[Token], short: str, bearer: _Bearer) -> bool:
    """Tell whether the words are the long form: a known name that it fits, or words whose capitals make it."""
    actor = bearer(words)
    if actor is None:
        return _initials(short, words)
    return bearer(tokens(short)) == actor or _in_order(short, words)


def _in_order(short: str, words: Sequence[Token]) -> bool:
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    rest = iter("".join(word.word for word in words))
    return words[0].word[:1] == letters[0] and all(letter in rest for letter in letters)


def _initials(short: str, words: Sequence[Token]) -> bool:
    """Tell whether the letters of a short form stand in order in the words, most of them where a capital opens one."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    starts = [word.word[:1] for word in words if word.text[:1].isupper()]
    if not words[0].text[:1].isupper() or not _in_order(short, words):
        return False
    rest = iter(letters)
    return sum(start in rest for start in starts) * 2 > len(starts) and len(starts) <= len(letters) + 2


def _much_alike(long: str, actor: Actor) -> bool:
    """Tell whether half of the words of a long form stand in one of the actor's names."""
    words = set(fold(long))
    return any(2 * len(words & set(fold(name.name))) >= len(words) for _, name in actor.claims())
