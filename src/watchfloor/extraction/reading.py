"""One document as extraction sees it: its tree, its known names and dates, its quotes, and what its nouns stand for."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as EntitySpan

from watchfloor.knowledge import Knowledge
from watchfloor.records import Document, Span

from . import quotes
from .clause import base, children, counted, preposition
from .coding import Coding
from .names import Name, correct
from .repairs import repair

#: Verbs by which a state speaks for itself: "Rwanda welcomes", "Egypt attaches importance".
VOICING = frozenset(
    "welcome support condemn thank commend believe agree reiterate reaffirm remain attach wish urge call join align "
    "stand deplore regret appreciate recognize recognise consider hope share note express emphasize stress "
    "underscore work provide help commit contribute lead play conduct pledge committed determined grateful proud "
    "forefront".split()
)
#: First persons of a speech.
OURSELVES = frozenset("we i our us my".split())
#: A text that says "we" or "I" this often outside quotation marks is a speech or a statement of its author's.
SPEECH = 2

#: Writings that speak for whoever issued them: "the release said", "Communiqué of the Front".
ISSUED = frozenset("release statement communique communiqué bulletin announcement notice readout".split())
#: Within how many words of its start a text says so of itself.
HEADING = 12

#: What a registered name stands for, by its type; the others are groups.
NAMED: Mapping[str, tuple[str, ...]] = {
    "state": ("STATE", "PLACE", "TERRITORY"),
    "person": ("PERSON",),
    "ethnic-group": ("PERSON",),
    "religious-group": ("PERSON",),
}

PRONOUNS: Mapping[str, str] = {
    **dict.fromkeys("he him his himself she her hers herself who whom i me myself".split(), "PERSON"),
    **dict.fromkeys("they them their theirs themselves we us our ours ourselves it its itself".split(), "ACTOR"),
}


class Reading:
    """A parsed document with everything that several steps of extraction look up."""

    def __init__(
        self,
        doc: Doc,
        document: Document,
        knowledge: Knowledge,
        names: Sequence[Name] = (),
        times: Sequence[Span] = (),
        limits: Sequence[Span] = (),
    ) -> None:
        """``doc`` is the tree of the document's text with citations and furniture blanked: offsets are the same."""
        self.doc = doc
        self.document = document
        self.knowledge = knowledge
        self.times = tuple(times)
        self.limits = tuple(limits)
        self._names: dict[int, Name] = {}
        for name in names:
            for token in self.tokens(name.start, name.end):
                self._names[token.i] = name
        self._timed = {t.i for time in self.times for t in self.tokens(time.start, time.end)}
        self._classes: dict[int, frozenset[str]] = {}
        repair(doc)
        correct(doc, names, knowledge.places)

    def tokens(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that lie wholly between two offsets."""
        span = self.doc.char_span(start, end, alignment_mode="contract")
        return list(span) if span is not None else []

    def span(self, start: int, end: int) -> Span:
        """Characters of the document."""
        return Span.cut(self.document.text, start, end)

    def token_span(self, *tokens: Token) -> Span:
        """From the first of the tokens to the last."""
        return self.span(min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))

    def name_at(self, token: Token) -> Name | None:
        """The registered actor that the token is a part of."""
        return self._names.get(token.i)

    def is_time(self, token: Token) -> bool:
        """True for a part of a time expression."""
        return token.i in self._timed

    @property
    def coding(self) -> Coding | None:
        """What the trained heads say of the words; None where the language model has none."""
        coding: Coding | None = self.doc.user_data.get("coding")
        return coding

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quoted passages with their marks, and what follows "the minister said:" as a block without any."""
        return quotes.find(self.document.text)

    def quote_number(self, token: Token) -> int | None:
        """Which of the quoted passages holds the token."""
        at = bisect_right(self.quotes, token.idx, key=lambda quote: quote.start) - 1
        return at if at >= 0 and token.idx < self.quotes[at].end else None

    def quote_at(self, token: Token) -> Span | None:
        """The quoted passage that holds the token."""
        number = self.quote_number(token)
        return None if number is None else self.quotes[number]

    @cached_property
    def entities(self) -> tuple[EntitySpan, ...]:
        """The names of the document, as the tree has them."""
        return tuple(self.doc.ents)

    @cached_property
    def _persons(self) -> dict[str, str]:
        """Surnames of the persons that the document names, each to the fullest form of its name."""
        fullest: dict[str, str] = {}
        for entity in self.entities:
            surname = entity[-1].lower_
            if entity.label_ == "PER" and len(entity.text) > len(fullest.get(surname, "")):
                fullest[surname] = " ".join(entity.text.split())
        return fullest

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name in the document, or the name itself: "Jane Okoro" for "Ms Okoro"."""
        words = name.split()
        fullest = self._persons.get(words[-1].lower(), "") if words else ""
        return fullest if fullest and len(words) <= 2 else name

    @cached_property
    def author(self) -> Token | None:
        """The state or body in whose name a speech or statement says "we"; None for a text that is neither."""
        own = [t for t in self.doc if self.quote_at(t) is None]
        if sum(t.lower_ in OURSELVES and t.pos_ == "PRON" for t in own) < SPEECH:
            return None
        if (voiced := self.self_named(own)) is not None:
            return voiced
        opening = next((t for t in own if base(t.dep_) == "nsubj" and t.pos_ != "PRON"), None)
        if opening is not None and (self._can_speak(opening) or self._announces(opening)):
            return opening
        issuers = (phrase for t in self.doc[:HEADING] if t.lemma_.lower() in ISSUED for phrase in children(t, "nmod"))
        return next((t for t in issuers if preposition(t) in ("of", "by", "from") and t.pos_ == "PROPN"), None)

    def self_named(self, words: Sequence[Token]) -> Token | None:
        """The state or body that one voice names as itself: the one that most often thanks, backs or condemns in it."""
        subjects = [t for t in words if base(t.dep_) == "nsubj" and t.head.tag_ != "VBD" and self._can_speak(t)]
        voiced = [t for t in subjects if t.head.lemma_.lower() in VOICING]
        often = Counter(t.lower_ for t in voiced)
        return max(voiced, key=lambda t: (often[t.lower_], -t.i), default=None)

    def _can_speak(self, token: Token) -> bool:
        """True for a state, a body of states, and a delegation."""
        name = self.name_at(token)
        return (
            "STATE" in self.classes(token) or token.lemma_ == "delegation" or (name is not None and name.type == "igo")
        )

    def _announces(self, token: Token) -> bool:
        """True for a group by name that says what it does: "The Brigades inform the public that …"."""
        return token.pos_ == "PROPN" and "GROUP" in self.classes(token) and token.head.tag_ in ("VBP", "VBZ")

    @property
    def names(self) -> list[tuple[int, int, str]]:
        """All names in the document: offsets and LOC, ORG, PER or NAT."""
        return [(e.start_char, e.end_char, e.label_) for e in self.entities]

    def sentence(self, token: Token) -> Span:
        """The sentence around a token, without what was blanked before or after it."""
        words = [t for t in token.sent if not t.is_space] or [token]
        return self.token_span(*words)

    @property
    def sentences(self) -> list[Span]:
        """All sentences, in order."""
        return [self.sentence(sentence[0]) for sentence in self.doc.sents]

    def is_heading(self, token: Token) -> bool:
        """True in a section's headline."""
        sections = self.document.sections
        at = bisect_right(sections, token.idx, key=lambda section: section.start) - 1
        return at >= 0 and token.idx < sections[at].start + len(sections[at].heading)

    def classes(self, token: Token) -> frozenset[str]:
        """What the noun stands for: classes of the lexicon ("ACTOR", "PERSON", "FACILITY" …)."""
        found = self._classes.get(token.i)
        if found is None:
            found = self._classes[token.i] = self._classify(token)
        return found

    def _classify(self, token: Token) -> frozenset[str]:
        noun = counted(token)
        if noun.i != token.i:
            return self.classes(noun)
        if self.is_time(token):
            return frozenset({"TIME"})
        found: set[str] = set()
        name = self.name_at(token)
        if name is not None:
            found |= {"ACTOR", *NAMED.get(name.type, ("GROUP",))}
        if name is not None and name.type != "state":
            pass  # the registry knows better than the model what a name is
        elif token.ent_type_ == "PER":
            found |= {"PERSON", "ACTOR"}
        elif token.ent_type_ == "ORG":
            found |= {"GROUP", "ACTOR"}
        elif token.ent_type_ == "LOC":
            found |= {"PLACE", "TERRITORY"}
        elif token.ent_type_ == "NAT":
            found |= {"ACTOR", "PERSON"}
        pronoun = PRONOUNS.get(token.lower_) if token.pos_ in ("PRON", "DET") else None
        if pronoun:
            found |= {pronoun, "ACTOR"}
        lemma = token.lemma_.lower()
        counted_people = token.dep_ in ("obj", "nsubj:pass", "nsubj", "conj") and not children(token, "nmod")
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        counted_people = counted_people or after in ("dead", "killed", "wounded", "injured", "hurt", "missing")
        if token.pos_ == "NUM" and (counted_people or any(d.lower_ == "the" for d in children(token, "det"))):
            found |= {"ACTOR", "PERSON"}  # "the three had been snatched", "killed nine"
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            role = self.knowledge.roles.named(lemma) or self.knowledge.roles.named(token.text)
            if role is not None:
                found |= {"ACTOR", "GROUP" if role.number == "collective" else "PERSON"}
        if token.pos_ in ("NOUN", "PROPN"):
            compound = " ".join([*(c.lower_ for c in token.lefts if c.dep_ == "compound"), lemma])
            for key in (compound, lemma, token.lower_):
                listed = self.knowledge.lexicon.classes_of.get(key)
                if listed:
                    found |= set(listed)
                    break
            if found & {"FACILITY", "VEHICLE", "GOODS", "WEAPON"}:
                found.add("THING")
            if "TERRITORY" in found and "PLACE" not in found:
                found.add("THING")
            for sense in self.knowledge.lexicon.by_head.get((lemma, "noun"), ()):
                if " " not in sense.lemma and self.knowledge.lexicon.types[sense.type].kind == "event":
                    found |= {"EVENT", sense.type}
        if token.pos_ == "NUM":
            found.add("NUMBER")
        return frozenset(found)

    def fits(self, token: Token, wanted: Sequence[str]) -> bool:
        """True where the word is of one of the classes (upper case) or has one of the lemmas (lower case)."""
        classes = self.classes(token)
        for want in wanted:
            if want == "ANY" or want in classes:
                return True
            if want == "ACTOR" and token.pos_ == "PROPN" and not classes:
                return True  # a name that nobody knows is somebody's
            if want == "QUOTE" and self.quote_at(token) is not None:
                return True
            if want.isupper() and len(want) > 3:
                continue
            if token.pos_ == "PROPN" and self.name_at(token) is not None and want != token.text:
                continue  # the "army" of a name is no army
            if want in (token.lemma_.lower(), token.lower_, token.text, counted(token).lemma_.lower()):
                return True
            if " " in want and want == " ".join(
                [*(c.lower_ for c in token.lefts), token.lemma_.lower()][-want.count(" ") - 1 :]
            ):
                return True
        return False


def sentences_apart(one: Token, other: Token) -> int:
    """How many sentences the second word stands after the first."""
    return sum(bool(t.is_sent_start) for t in one.doc[one.i + 1 : other.i + 1])
