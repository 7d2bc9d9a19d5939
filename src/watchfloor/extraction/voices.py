"""Who a voice is: from the words in the place of the speaker to those that name him, her or it."""

import re
from functools import cached_property

from spacy.tokens import Span as Entity
from spacy.tokens import Token

from watchfloor.records import Speaker, Voice

from .attributions import Attributions
from .clause import children, counted, of_noun, of_verb
from .coreference import Coreference
from .mentions import name_of, proper_name
from .reading import ISSUED, Reading
from .speakers import Said

#: How many words back the speaker of "he added" may have spoken.
REACH = 120
#: Most words between a title and the name that it stands before: "Pentagon Press Secretary Peter Cook".
TITLE = 6
#: Dependents that say anew who is meant, so that "the network" does not only point back.
DESCRIBING = frozenset("nmod nmod:poss amod compound acl:relcl acl appos nummod".split())
#: Verbs whose subject speaks by what it issues.
ISSUING = frozenset("issue release publish make post send".split())
#: Kinds of words by which somebody speaks.
SPEAKING = frozenset({"say", "report", "accuse"})


class Voices:
    """The voices of one document by name."""

    def __init__(self, reading: Reading, coreference: Coreference, attributions: Attributions) -> None:
        """Take who has spoken so far from the document's attributions."""
        self._reading = reading
        self._coreference = coreference
        self._attributions = attributions

    def speaker(self, said: Said | None) -> Speaker | None:
        """The innermost voice; None for the author, for nobody, and for a pronoun that stands for nobody known."""
        if said is None or said.speaker is None:
            return None
        head = self._head(said.speaker)
        if head.pos_ in ("PRON", "DET"):
            return None
        span = name_of(self._reading, head)
        name = self._titled(head) or self._in_full(span.text) or proper_name(self._reading, head)
        return Speaker(span.text, span.start, span.end, name=name)

    def outer(self, said: Said | None) -> tuple[Voice, ...]:
        """Those through whom the speaker is heard, the outermost first; what they are is resolved later."""
        heads = [self._head(token) for token in said.outer] if said is not None else []
        spans = [name_of(self._reading, head) for head in heads if head.pos_ not in ("PRON", "DET")]
        return tuple(Voice("official", span.text, span.start, span.end) for span in spans)

    def _head(self, token: Token) -> Token:
        head = counted(token)
        if head.pos_ in ("PRON", "DET"):
            return self._of_pronoun(head)
        if head.lemma_.lower() in ISSUED:
            return self._issuer(head) or head
        if self._points_back(head):
            return self._told_before(head) or self._coreference.resolve(head)
        return self._coreference.resolve(head)

    def _of_pronoun(self, pronoun: Token) -> Token:
        """Whoever spoke last, where nobody has been named since: "he added"."""
        found = self._coreference.resolve(pronoun)
        before = [t for t in self._spoken if t.i < pronoun.i and self._can_be(pronoun, t)]
        if not before or pronoun.i - before[-1].i > REACH:
            return found
        named = found.ent_type_ == "PER" or self._reading.name_at(found) is not None
        return found if named and found.i > before[-1].i else self._coreference.resolve(before[-1])

    @cached_property
    def _spoken(self) -> list[Token]:
        """Heads of the sources of what was said, in the order of the text, without pronouns."""
        sources = [a.source for a in self._attributions.all if a.entry.kind in SPEAKING and a.source is not None]
        return sorted(
            {counted(s).i: counted(s) for s in sources if s.pos_ in ("NOUN", "PROPN")}.values(), key=lambda t: t.i
        )

    def _can_be(self, pronoun: Token, token: Token) -> bool:
        classes, word = self._reading.classes(token), pronoun.lower_
        if word in ("he", "she"):
            return "PERSON" in classes and token.tag_ in ("NN", "NNP")
        return word == "it" and "GROUP" in classes and token.ent_type_ != "PER"

    def _points_back(self, head: Token) -> bool:
        """True for "the network": a common noun with "the" and nothing that says which."""
        definite = any(d.lower_ in ("the", "this", "that") for d in children(head, "det"))
        return head.pos_ == "NOUN" and definite and not {c.dep_ for c in head.children} & DESCRIBING

    def _told_before(self, head: Token) -> Token | None:
        """The same noun as it was brought in: "a human rights network"."""
        lemma = head.lemma_.lower()
        for token in reversed(self._reading.doc[max(0, head.i - 2 * REACH) : head.i]):
            if token.lemma_.lower() == lemma and token.pos_ == "NOUN" and {c.dep_ for c in token.children} & DESCRIBING:
                return token
        return None

    def _issuer(self, writing: Token) -> Token | None:
        """Who issued a writing: its owner, or the owner of the same writing earlier on."""
        lemma = writing.lemma_.lower()
        for token in [writing, *reversed(self._reading.doc[: writing.i])]:
            if token.lemma_.lower() != lemma or token.pos_ not in ("NOUN", "PROPN"):
                continue
            arguments = of_noun(token)
            owners = [t for name in ("poss", "by", "from") for t in arguments.get(name, ())]
            owners += [
                t for t in token.lefts if t.dep_ == "compound" and (t.ent_type_ == "ORG" or self._reading.name_at(t))
            ]
            if token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_.lower() in ISSUING:
                owners += of_verb(token.head).get("subj", [])
            if owners:
                return owners[0]
        return None

    def _titled(self, head: Token) -> str | None:
        """The person whom a title alone means: "the press secretary", once "Press Secretary Peter Cook" was named."""
        definite = any(d.lower_ == "the" for d in children(head, "det"))
        if not definite or head.ent_type_ == "PER" or "PERSON" not in self._reading.classes(head):
            return None
        words = {t.lower_ for t in [*children(head, "compound", "amod"), head]}
        bearers = [e for e in self._persons if words <= self._title(e)]
        before = [e for e in bearers if e.start < head.i]
        bearer = before[-1] if before else next(iter(bearers), None)
        return self._reading.full_name(" ".join(bearer.text.split())) if bearer is not None else None

    @cached_property
    def _persons(self) -> list[Entity]:
        return [e for e in self._reading.entities if e.label_ == "PER"]

    def _title(self, person: Entity) -> set[str]:
        """The words of the title before a name, in lower case, and of an apposition after it."""
        found: set[str] = set()
        doc, at = self._reading.doc, person.start - 1
        if at >= 0 and doc[at].text == ",":
            at -= 1
        while at >= 0 and person.start - at <= TITLE + 1 and doc[at].pos_ in ("NOUN", "PROPN", "ADJ"):
            found.add(doc[at].lower_)
            at -= 1
        for apposition in (c for t in person for c in children(t, "appos")):
            found |= {t.lower_ for t in apposition.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")}
        return found

    def _in_full(self, short: str) -> str | None:
        """The name that the text spells out before its abbreviation in brackets."""
        if not (short.isupper() and short.isalpha() and len(short) > 1):
            return None
        for match in re.finditer(rf"\({re.escape(short)}\)", self._reading.document.text):
            words = re.findall(
                r"[^\W\d_][\w'’-]*", self._reading.document.text[max(0, match.start() - 120) : match.start()]
            )
            for size in range(1, min(len(words), 2 * len(short)) + 1):
                initials = "".join(part[0] for word in words[-size:] for part in word.split("-") if part[:1].isupper())
                if initials == short:
                    return " ".join(words[-size:])
        return None
