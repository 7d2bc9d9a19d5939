"""According to whom: the voice in the text that says what a word tells."""

from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import Modality, Polarity, Span

from .clause import ancestors, base, children, of_verb, preposition
from .reading import Reading

#: Prepositions whose noun is the source of the whole sentence.
ACCORDING = frozenset({"according", "per"})
#: Verbs that quote another voice: "Reuters quoted the ministry as saying".
QUOTING = frozenset({"quote", "cite"})
#: Verbs that report a happening as their object.
REPORTING = frozenset("report confirm describe detail document announce allege recount".split())
#: Verbs that say of somebody that he does something.
ACCUSING = frozenset("accuse suspect".split())


@dataclass(frozen=True)
class Said:
    """Who says it (None: nobody named), through whom, and what the verb of saying makes of it."""

    speaker: Token | None
    outer: tuple[Token, ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None


class Speakers:
    """Speakers of the clauses and quotes of one document."""

    def __init__(self, reading: Reading) -> None:
        """Take the words of saying of the reading's lexicon."""
        self._reading = reading
        self._speech = reading.knowledge.lexicon.speech_by_lemma
        self._quoted: dict[int, Said | None] = {}

    def said(self, token: Token) -> Said | None:
        """Who says what ``token`` tells; None where it is the author."""
        found: list[Said] = []
        path = token
        for governor, dep in [(token, ""), *ancestors(token)]:
            if governor is not token:
                if (
                    dep == "ccomp"
                    or (dep in ("parataxis", "xcomp") and self._speech.get(("verb", governor.lemma_.lower())))
                    or self._reports(governor, path, dep)
                ):
                    said = self._verb(governor, path)
                    if said is not None:
                        found.append(said)
                elif (
                    dep == "acl"  # a "ccomp" was asked about above
                    and governor.pos_ == "NOUN"
                    and ("noun", governor.lemma_.lower()) in self._speech
                ):
                    owners = children(governor, "nmod:poss", "nmod")
                    owners = [o for o in owners if o.dep_ == "nmod:poss" or preposition(o) in ("by", "from", "of")]
                    if owners:
                        found.append(Said(owners[0]))
            found += self._beside(governor, path)
            path = governor
        found = [
            f for f in found if f.speaker is None or not (f.speaker.left_edge.i <= token.i <= f.speaker.right_edge.i)
        ]
        if not found:
            return self._quote(token)
        first = found[0]
        outer = tuple(f.speaker for f in reversed(found[1:]) if f.speaker is not None)
        return Said(first.speaker, (*outer, *first.outer), first.polarity, first.modality)

    def _reports(self, governor: Token, below: Token, dep: str) -> bool:
        """True for "residents reported strikes" and "accused Rwanda of arming the group"."""
        lemma = governor.lemma_.lower()
        if dep == "obj":
            return lemma in REPORTING and below.pos_ == "NOUN"
        return (
            lemma in ACCUSING
            and base(dep) in ("advcl", "obl", "acl")
            and any(m.lower_ == "of" for m in children(below, "mark", "case"))
        )

    def _verb(self, verb: Token, below: Token) -> Said | None:
        """A verb of saying above a clause."""
        entry = self._speech.get(("verb", verb.lemma_.lower()))
        if entry is None:
            return None
        if verb.head.lemma_.lower() in QUOTING and base(verb.dep_) in ("advcl", "xcomp", "acl", "obl"):
            return self._verb(verb.head, below)  # "quoted an official as saying"
        arguments = of_verb(verb)
        subjects = arguments.get("subj", [])
        if verb.lemma_.lower() in QUOTING and arguments.get("obj"):
            return Said(arguments["obj"][0], tuple(subjects[:1]), entry.polarity, entry.modality)
        for citing in children(verb, "advcl"):  # "TASS reported, citing the ministry"
            if citing.lemma_.lower() in QUOTING and citing.tag_ == "VBG" and children(citing, "obj"):
                return Said(children(citing, "obj")[0], tuple(subjects[:1]), entry.polarity, entry.modality)
        if not subjects:
            if any(c.dep_ == "nsubj:pass" for c in verb.children):
                return Said(None, (), entry.polarity, entry.modality)
            return None
        speaker = subjects[0]
        if (
            speaker.i == below.i
            or "EVENT" in self._reading.classes(speaker)
            and "ACTOR" not in self._reading.classes(speaker)
        ):
            return None
        return Said(speaker, (), entry.polarity, entry.modality)

    def _beside(self, governor: Token, path: Token) -> list[Said]:
        """Voices beside a clause instead of above it: "…, police said", "according to police"."""
        found = []
        for child in governor.children:
            if child.i == path.i:
                continue
            if child.dep_ == "parataxis" and child.pos_ == "VERB" and child.i > governor.i:
                said = self._verb(child, governor) if _complete(child) else None
                if said is not None:
                    found.append(said)
            elif base(child.dep_) in ("obl", "nmod") and preposition(child) in ACCORDING:
                found.append(Said(child))
            elif child.dep_ == "advcl" and any(m.lower_ == "as" for m in children(child, "mark")):
                said = self._verb(child, governor)  # "as the ministry announced"
                if said is not None:
                    found.append(said)
            elif child.dep_ == "advcl" and child.lemma_.lower() == "accord":
                found += [Said(c) for c in children(child, "obl", "nmod")[:1]]
        return found

    def _quote(self, token: Token) -> Said | None:
        """The speaker of a quotation, from its sentence, or from the sentences around it in the paragraph."""
        number = self._reading.quote_number(token)
        if number is None or self._reading.quotes[number].text.count(" ") < 4:
            return None  # words in quotation marks are the author's choice of words
        return self._of_quote(number)

    def _of_quote(self, index: int) -> Said | None:
        quotes = self._reading.quotes
        quote = quotes[index]
        if quote.start not in self._quoted:
            said = self._speaker_of(quote)
            if said is None and index and not self._reading.document.text[quotes[index - 1].end : quote.start].strip():
                said = self._of_quote(index - 1)  # one quotation over several paragraphs
            self._quoted[quote.start] = said
        return self._quoted[quote.start]

    def _speaker_of(self, quote: Span) -> Said | None:
        span = self._reading.doc.char_span(quote.start, quote.end, alignment_mode="contract")
        if span is None or not len(span):
            return None
        doc = self._reading.doc
        low, high = span[0].sent.start, span[-1].sent.end
        outside = [t for t in doc[low:high] if not span[0].i <= t.i <= span[-1].i]
        for tokens in (outside, self._sentence_before(low), self._sentence_after(high)):
            for token in tokens:
                if (
                    token.pos_ == "VERB"
                    and ("verb", token.lemma_.lower()) in self._speech
                    and self._reading.quote_at(token) is None
                ):
                    subjects = of_verb(token).get("subj", [])
                    if subjects and "ACTOR" in self._reading.classes(subjects[0]):
                        return Said(subjects[0])
                if base(token.dep_) in ("obl", "nmod") and preposition(token) in ACCORDING:
                    return Said(token)
        return None

    def _sentence_before(self, index: int) -> list[Token]:
        """The sentence before a token where both are of one paragraph, or where it announces: "The minister said:"."""
        if index == 0:
            return []
        sentence = self._reading.doc[index - 1].sent
        text = self._reading.document.text
        same_paragraph = text[sentence.start_char : self._reading.doc[index].idx].rstrip(" ").count("\n") <= 1
        announced = text[sentence.start_char : self._reading.doc[index].idx].rstrip().endswith(":")
        return list(sentence) if same_paragraph or announced else []

    def _sentence_after(self, index: int) -> list[Token]:
        doc = self._reading.doc
        if index >= len(doc):
            return []
        sentence = doc[index].sent
        text = self._reading.document.text[doc[index - 1].idx : doc[index].idx]
        return [] if text.count("\n") > 1 else list(sentence)[:12]


def _complete(verb: Token) -> bool:
    """True where a verb of saying stands after what is said: no clause of its own follows."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is None or after.is_punct:
        return True
    return not any(c.dep_ in ("ccomp", "obj", "xcomp") and c.i > verb.i for c in verb.children)
