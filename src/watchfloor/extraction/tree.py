"""What hangs on a word of the tree: its children, its preposition, its conjuncts, what it counts or takes up."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

RELATIVE = frozenset("who whom which that whose".split())
#: Governing nouns that only count or group what follows them: "dozens of civilians" are civilians.
COUNTING = frozenset(
    "string cluster dozen hundred thousand million score number handful group band series majority bulk rest some part "
    "lot pair couple wave total crowd half third quarter many several most all one two three four five six seven eight "
    "nine ten any none each both".split()
)
#: Prepositions that only blur a number: "over 700 people".
APPROXIMATING = frozenset("over about around under".split())


def base(dep: str) -> str:
    """The dependency without its subtype: "nmod" of "nmod:poss"."""
    return dep.split(":", 1)[0]


def children(token: Token, *deps: str) -> list[Token]:
    """Children by any of these relations (with or without a subtype as given), in the order of the text."""
    return [c for c in token.children if c.dep_ in deps or base(c.dep_) in deps]


def infinitive(verb: Token) -> bool:
    """True for "to leave"."""
    return any(m.lower_ == "to" for m in children(verb, "mark"))


def preposition(token: Token) -> str | None:
    """The preposition that governs a noun, in lower case; None where there is none."""
    for case in children(token, "case"):
        counts = case.lower_ in APPROXIMATING and case.i + 1 < len(case.doc) and case.nbor(1).pos_ == "NUM"
        if case.tag_ != "POS" and not counts:
            return case.lower_
    return None


def passive(verb: Token) -> bool:
    """True for a participle whose subject undergoes: "were arrested", "militants arrested in May"."""
    marks = {c.dep_ for c in verb.children}
    if verb.tag_ == "VBD" and "obj" in marks and not marks & {"aux:pass", "obl:agent"}:
        return False  # "the strikes destroyed a tank", whose subject was taken for a passive's
    if marks & {"nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"}:
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not marks & {"obj", "nsubj", "aux"}:
        return passive(verb.head)  # "were arrested and hanged"
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not children(verb, "obj")


def with_conjuncts(token: Token) -> list[Token]:
    """The token and the nouns coordinated with it: "Kabul and Nangarhar"."""
    return [token, *(c for c in children(token, "conj") if c.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"))]


def counted(token: Token) -> Token:
    """The noun that is meant: "civilians" of "dozens of civilians", "women" of "a number of women"."""
    if token.lemma_.lower() in COUNTING or token.pos_ in ("NUM", "DET"):
        for noun in children(token, "nmod"):
            if preposition(noun) == "of":
                return counted(noun)
    return token


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
        clause = token.head
        inside = ("conj", "xcomp", "ccomp", "nsubj", "obj", "obl")  # "whose offensive forced them to flee"
        while (clause.dep_ in inside or clause.dep_ == "nsubj:pass") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return described(clause.head)
    return token


def described(noun: Token) -> Token:
    """Who is meant by a noun that only describes the name before it: "the Rangers, a militia that denies …"."""
    name = noun.head
    if noun.dep_ != "appos" or noun.pos_ != "NOUN" or name.pos_ != "PROPN":
        return noun
    between = {t.text for t in noun.doc[name.i : noun.i]}
    return name if "," in between and not between & {":", "—", "–"} else noun  # "Madagascar: candidates who boycott"


def root(tokens: Sequence[Token]) -> Token:
    """The word of a phrase that the others hang on."""
    own = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in own or t.head.i == t.i), tokens[0])


def ancestors(token: Token) -> Iterator[tuple[Token, str]]:
    """Governors from the nearest up, each with the relation by which the path enters it."""
    while token.head.i != token.i:
        yield token.head, token.dep_
        token = token.head
