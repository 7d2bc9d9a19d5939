"""Who is quoted: for each quoted passage the word of saying in or around its sentence, and its subject."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from watchfloor.records import Span

from .attribution import Attribution
from .clause import of_verb
from .quotes import TURN
from .reading import Reading

#: Words of a quotation below which it is the author's choice of words: a “neutralised” fighter.
SHORTEST = 4
#: Labels of turns that name nobody.
ANSWERING = frozenset({"answer", "a"})


class Quotations:
    """The quoted passages of one document with their speakers."""

    def __init__(self, reading: Reading, found: Mapping[int, Attribution]) -> None:
        """``found`` are the attributions of clauses, by the number of their cue's token."""
        self._reading = reading
        self._found = found
        self._speech = reading.knowledge.lexicon.speech_by_lemma

    def spoken(self) -> Iterator[tuple[int, Token, Token | None]]:
        """Number of each quoted passage, the cue that gives it to somebody, and who that is."""
        cues: dict[int, tuple[Token, Token | None] | None] = {}
        for number, quote in enumerate(self._reading.quotes):
            cue = self._cue(quote) if quote.text.count(" ") >= SHORTEST else None
            if cue is None and number and cues.get(number - 1) is not None:
                between = self._reading.document.text[self._reading.quotes[number - 1].end : quote.start]
                cue = cues[number - 1] if not between.strip() else None  # one quotation over several paragraphs
            cues[number] = cue
            if cue is not None:
                yield number, *cue

    def _cue(self, quote: Span) -> tuple[Token, Token | None] | None:
        span = self._reading.doc.char_span(quote.start, quote.end, alignment_mode="contract")
        if span is None or not len(span):
            return None
        doc = self._reading.doc
        turn = self._turn(quote)
        if turn is not None:
            return turn
        low, high = span[0].sent.start, span[-1].sent.end
        outside = [t for t in doc[low:high] if not span[0].i <= t.i <= span[-1].i]
        for tokens in (outside, self._sentence_before(low), self._sentence_after(high)):
            announces = [t.text for t in tokens if not t.is_space][-1:] == [":"]
            for token in tokens:
                if self._reading.quote_at(token) is not None:
                    continue
                if token.i in self._found and self._found[token.i].relation == "beside" and token.pos_ != "VERB":
                    return token, self._found[token.i].source
                if announces and ("noun", token.lemma_.lower()) in self._speech:
                    issuer = self._issuer(token)  # "released the following statement:"
                    if issuer is not None:
                        return token, issuer
                entry = self._speech.get(("verb", token.lemma_.lower())) if token.pos_ == "VERB" else None
                if entry is not None and "quote" in entry.takes:
                    subjects = of_verb(token).get("subj", [])
                    if subjects and "ACTOR" in self._reading.classes(subjects[0]):
                        return token, subjects[0]
        return None

    def _turn(self, quote: Span) -> tuple[Token, Token] | None:
        """The colon and the name before a turn of a transcript."""
        text = self._reading.document.text
        start = text.rfind("\n", 0, quote.start) + 1
        turn = TURN.match(text, start)
        if turn is None or turn.end() != quote.start:
            return None
        label = self._reading.tokens(start, quote.start)
        colon = next((t for t in label if t.text == ":"), None)
        names = [t for t in label if colon is not None and t.i < colon.i]
        heads = [t for t in names if (t.head.i == t.i or t.head not in names) and t.lower_ not in ANSWERING]
        return (colon, heads[-1]) if colon is not None and heads else None

    def _issuer(self, writing: Token) -> Token | None:
        verb = writing.head
        subjects = (
            of_verb(verb).get("subj", []) if verb.pos_ == "VERB" and writing.dep_ in ("obj", "nsubj:pass") else []
        )
        return next((s for s in subjects if "ACTOR" in self._reading.classes(s)), None)

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
