"""Cues: the words that attribute, with the source and the content that the tree gives them."""

from collections.abc import Iterator

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import Speech

from .attribution import Attribution
from .clause import Arguments, base, children, of_noun, of_verb, preposition
from .reading import Reading
from .tree import RELATIVE

#: Parts of speech of the tree to those of the lexicon of saying.
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
#: What stands between a speaker and his words in a transcript.
TURN = ":"
#: Arguments that hold a clause.
CLAUSES = frozenset({"that", "inf", "ing"})
#: Prepositions by which a noun names its source: "a warning from the ministry".
OWNING = ("poss", "by", "from")
#: Verbs that quote another voice, and the relations of what that voice does: "quoted an official as saying".
QUOTING = frozenset({"quote", "cite"})
SAID_SO = frozenset({"advcl", "xcomp", "acl", "obl"})
#: What things are done according to, that says nothing.
MEASURES = frozenset("plan schedule law rule custom tradition need age size instruction order wish".split())
#: Marks after a place that heads a line.
LEADING = frozenset(":–—-")
#: Relations that a source after a comma reaches over: it stands for the whole sentence, not for its last word.
REACHING = frozenset("conj nmod obl obj iobj appos".split())
#: Clauses that stand before a verb of saying, told by it.
BEFORE = frozenset({"ccomp", "conj", "parataxis"})
#: Verbs that lend their subject to a noun of saying: "the minister made the claim that".
LENDING = frozenset(
    "make issue express voice give offer repeat raise release publish reject have hold drop file".split()
)


def entry_of(reading: Reading, token: Token) -> Speech | None:
    """The lexicon's entry for a word, with its particle where it has one."""
    if token.text == TURN:
        return reading.knowledge.lexicon.speech_by_lemma.get(("phrase", TURN))
    kind = KINDS.get(token.pos_)
    if kind is None:
        return None
    lemma, listed = token.lemma_.lower(), reading.knowledge.lexicon.speech_by_lemma
    for particle in children(token, "compound:prt", "advmod"):
        entry = listed.get((kind, f"{lemma} {particle.lower_}"))
        if entry is not None:
            return entry
    return listed.get((kind, lemma))


def at(reading: Reading, token: Token) -> Iterator[Attribution]:
    """The attribution of which a token is the cue, if it is one."""
    according = _according(reading, token)
    if according is not None:
        yield according
        return
    entry = entry_of(reading, token)
    if entry is None:
        return
    if token.text == TURN:
        return
    found = {"verb": _verb, "noun": _noun, "adjective": _adjective, "adverb": _adverb}[KINDS[token.pos_]](
        reading, token, entry
    )
    if found is not None:
        yield found


def _according(reading: Reading, token: Token) -> Attribution | None:
    """The phrase "according to police", whichever way it was parsed; the content is what the phrase hangs on."""
    entry = reading.knowledge.lexicon.speech_by_lemma.get(("phrase", token.lower_))
    if entry is None:
        return None
    sources = [token.head] if token.dep_ == "case" else children(token, "obl", "nmod", "obj")
    if not sources or token.head.i == token.i or sources[0].lemma_.lower() in MEASURES:
        return None
    content = token.head.head if token.dep_ == "case" else token.head
    if token.i and token.nbor(-1).text == ",":
        content = _whole(content)
    return Attribution(token, entry, sources[0], (content,), "beside")


def _verb(reading: Reading, verb: Token, entry: Speech) -> Attribution | None:
    if verb.dep_ in ("amod", "compound", "case", "aux"):
        return None
    arguments = of_verb(verb)
    source = _subject(verb, arguments)
    if verb.lemma_.lower() in QUOTING:
        return _quoting(reading, verb, entry, source, arguments)
    quoting = verb.head if verb.head.i != verb.i and verb.head.lemma_.lower() in QUOTING else None
    if quoting is not None and base(verb.dep_) in SAID_SO:
        quoted = of_verb(quoting).get("obj")  # "quoted an official as saying"
        source = quoted[0] if quoted else source
    relation, contents = _contents(arguments, entry, source)
    interrupted = _amid(verb)
    if interrupted is not None:
        relation, contents = "beside", [interrupted]
    if not contents:
        contents = [c for c in children(verb, "parataxis") if c.i > verb.i and "that" in entry.takes]
        relation = "that"  # "The minister said: the road is open"
    if not contents:
        beside = _beside(verb, entry)
        if beside is not None:
            relation, contents = "beside", [beside]
    if relation == "that" and source is not None and contents and contents[0].i < verb.i:
        # Whatever stands before "…, police said" is told, a stray subject and a second clause as well.
        stray = [t for t in children(verb, "nsubj") if t.i < source.i and t.ent_type_ != "LOC"]
        contents = [*contents, *stray, *(c for c in verb.lefts if c.dep_ in BEFORE and c not in contents)]
    if not contents or (relation == "obj" and entry.kind == "say" and not _is_somebody(reading, source)):
        return None
    return Attribution(verb, entry, source, tuple(contents), relation)


def _subject(verb: Token, arguments: Arguments) -> Token | None:
    """Who does it; a place before a colon or dash, "DHAKA: … officials said", only heads the line.

    Of two subjects before a verb, the nearer is its own: the tree hung that of what is said on it.
    """
    overt = [t for t in children(verb, "nsubj") if t.i < verb.i]
    first = overt[0] if overt else None
    mark = first.nbor(1) if first is not None and first.i + 1 < verb.i else None
    if first is not None and mark is not None and mark.text in LEADING and first.ent_type_ == "LOC":
        others = [t for t in (*overt[1:], *children(first, "appos")) if mark.i < t.i < verb.i]
        return others[-1] if others else None
    if len(overt) > 1 and overt[-1].lower_ not in RELATIVE:
        return overt[-1]
    return next((s for s in arguments.get("subj", ()) if s.i != verb.i), None)


def _is_somebody(reading: Reading, source: Token | None) -> bool:
    """True for people, groups and names: a flood that "claimed forty lives" says nothing."""
    return source is not None and (source.pos_ in ("PROPN", "PRON") or "ACTOR" in reading.classes(source))


def _quoting(
    reading: Reading, verb: Token, entry: Speech, source: Token | None, arguments: Arguments
) -> Attribution | None:
    """Words that quote: "Reuters quoted an official as saying", "TASS reported, citing the mayor", "cited a poll"."""
    saying = [
        c
        for c in verb.children
        if base(c.dep_) in SAID_SO and any(m.lower_ == "as" for m in children(c, "mark", "case"))
    ]
    if saying:
        return Attribution(verb, entry, source, tuple(saying), "that")
    quoted = arguments.get("obj", [])
    above = verb.head
    if verb.tag_ == "VBG" and base(verb.dep_) in ("advcl", "acl"):
        # A noun right after it is its object even where the tree hangs it on the verb above.
        quoted = quoted or [t for t in children(above, "obl") if 0 < t.left_edge.i - verb.i <= 1 and not preposition(t)]
        if quoted and _is_somebody(reading, quoted[0]):
            held = of_verb(above).get("that") or [above]
            if any(c.dep_ == "case" and c.lower_ == "according" for c in above.children):
                held = [_whole(above.head)]  # "according to Yonhap, quoting the ministry"
            return Attribution(verb, entry, quoted[0], tuple(held), "beside")
    if not quoted:
        return None
    return Attribution(verb, entry, source, tuple(quoted), "obj")


def _contents(arguments: Arguments, entry: Speech, source: Token | None) -> tuple[str, list[Token]]:
    """What the cue attributes: the clause before all else, then the first of the other arguments that it takes."""
    things = arguments.get("obj", [])
    for name in sorted(entry.takes, key=lambda n: n not in CLAUSES):
        held = [t for t in arguments.get(name, ()) if source is None or t.i != source.i]
        if name == "at":  # "put the toll at nine", wherever the number hangs
            if held or any(preposition(t) == "at" for thing in things for t in thing.subtree):
                return name, [*things, *held]
        elif held:
            return name, held
        elif name in ("of", "for") and entry.kind == "accuse":  # "suspects the militia of arming the clan"
            charges = [
                c for t in things for c in children(t, "acl") if any(m.lower_ == name for m in children(c, "mark"))
            ]
            if charges:
                return name, charges
    return "", []


def _whole(clause: Token) -> Token:
    """The head of all that was told when a word at its end says who tells it: over coordination and objects."""
    while clause.head.i != clause.i and base(clause.dep_) in REACHING:
        clause = clause.head
    return clause


def _beside(verb: Token, entry: Speech) -> Token | None:
    """What a verb of saying stands beside: "Rebels attacked, police said", "as the ministry announced"."""
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "parataxis" and _complete(verb, entry):
        return _whole(head)
    # "as the ministry announced", not "as a faction announced that …"
    closed = not any(base(c.dep_) in ("ccomp", "xcomp", "advcl", "parataxis") for c in verb.rights)
    if verb.dep_ == "advcl" and closed and any(m.lower_ == "as" for m in children(verb, "mark")):
        return head
    return None


def _amid(verb: Token) -> Token | None:
    """What a verb of saying between commas interrupts, hanging on its subject: "The road, drivers say, is open"."""
    if verb.dep_ != "acl:relcl" or verb.head.dep_ != "nsubj" or any(t.lower_ in RELATIVE for t in verb.subtree):
        return None
    before, after = verb.left_edge, verb.right_edge
    while before.is_punct and before.i < verb.i:
        before = before.nbor(1)
    enclosed = before.i > 0 and before.nbor(-1).text == "," and (after.text == "," or after.nbor(1).text == ",")
    return verb.head.head if enclosed else None


def _complete(verb: Token, entry: Speech) -> bool:
    """True where a verb of saying stands after what is said: no clause of its own follows."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is None or after.is_punct:
        return True
    held = ("ccomp", "obj", "xcomp") if "obj" in entry.takes else ("ccomp", "xcomp")  # "…, he told reporters"
    return not any(c.dep_ in held and c.i > verb.i for c in verb.children)


def _noun(reading: Reading, noun: Token, entry: Speech) -> Attribution | None:
    arguments = of_noun(noun)
    owners = [t for name in OWNING for t in arguments.get(name, ())]
    owners += [t for t in arguments.get("mod", ()) if t.ent_type_ or reading.name_at(t) is not None]
    if not owners and noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in LENDING:
        owners = of_verb(noun.head).get("subj", [])
    source = owners[0] if owners else None
    relation, contents = _contents(arguments, entry, source)
    if not contents or (source is None and relation not in CLAUSES):
        return None
    return Attribution(noun, entry, source, tuple(contents), relation)


def _adjective(reading: Reading, word: Token, entry: Speech) -> Attribution | None:
    arguments = of_verb(word)
    source = next(iter(arguments.get("subj", ())), None)
    relation, contents = _contents(arguments, entry, source)
    if not contents or (entry.kind == "think" and not _is_somebody(reading, source)):
        return None
    return Attribution(word, entry, source, tuple(contents), relation)


def _adverb(reading: Reading, word: Token, entry: Speech) -> Attribution | None:
    if word.dep_ != "advmod" or word.head.i == word.i:
        return None
    return Attribution(word, entry, None, (word.head,), "beside")
