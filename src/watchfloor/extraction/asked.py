"""What a request or a refusal is about: help, giving way, a change of conduct, a meeting."""

from collections.abc import Iterator, Mapping

from .clause import children
from .drafts import Draft

#: Types whose mode is told by what is asked for or refused.
ASKING = frozenset({"REQUEST", "REJECT"})
#: What is asked for or refused, by the first word of it that tells.
COMPLEMENTS: Mapping[str, str] = {
    **dict.fromkeys(
        "help assist contribute donate support aid arm fund supply provide lend join send share cooperate coordinate "
        "assistance backing protection weapon donation escort visa asylum reinforcement loan aircraft together submit "
        "influence mediate guarantor".split(),
        "assist",
    ),
    **dict.fromkeys(
        "withdraw pull release free hand surrender lift halt cease pay leave disarm abandon comply extradite "
        "extradition withdrawal ceasefire access allow let grant restore abide de-escalate tax "
        "payment evacuate vacate dissolve open unblock remove stop truce end desist pardon forswear "
        "renounce reopen reopening liberate liberation bail ransom".split(),
        "yield",
    ),
    **dict.fromkeys(
        "meet talk negotiate dialogue negotiation mediation meeting summit visit receive delegation envoy conference "
        "host attend invitation inauguration ceremony trip journey audience see".split(),
        "meet",
    ),
}
#: Verbs that hand something over: what it is tells, before the verb does.
HANDING = frozenset({"provide", "give", "grant", "offer", "deliver"})
#: What only the verb tells: giving something back, not going back to something; telling somebody, not "the report".
AS_VERBS: Mapping[str, str] = {"return": "yield", "spare": "yield", "report": "assist"}
#: Verbs that give way with a particle: "hold off", "back down", "pack up".
GIVING_WAY = {"hold": ("off", "back"), "back": ("off", "down"), "stand": ("down",), "pack": ("up",), "call": ("off",)}
#: Words that ask for oneself: what one is asked to do is help, unless everybody is asked.
FOR_ONESELF = frozenset({"ask", "beg", "plea"})
#: Those of whom only a change of conduct is asked: "asked all sides to".
EVERYBODY = frozenset({"side", "party", "everybody", "everyone", "state", "country", "nation", "member"})
#: What one is asked to do that helps nobody in particular.
CONDUCT = frozenset("assure ensure consider keep avoid respect refrain observe".split())
#: The mode of a plain refusal or request, where the complement does not tell.
PLAIN: Mapping[str, str] = {
    **dict.fromkeys("refuse refusal rule".split(), "yield"),
    **dict.fromkeys("decline appeal request".split(), "assist"),
}
#: What is refused that was asked for: "rejected their plea for soldiers".
ASKED_FOR = frozenset({"plea", "request", "appeal"})
#: Arguments that hold what is asked for or refused.
HOLDING = ("inf", "that", "for", "obj", "of", "to", "from", "ing")


def asked(draft: Draft, told: str | None) -> str | None:
    """The mode of a request or refusal: what its complement tells, else the sense's, else the usual one."""
    lemma, arguments = draft.head.lemma_.lower(), draft.trigger.arguments
    found = next(_complement(draft), None)
    if found is None and draft.type == "REJECT" and any(t.lemma_ in ASKED_FOR for t in arguments.get("obj", ())):
        return "assist"
    if found is not None or told not in (None, "change"):
        return found or told
    if draft.type == "REJECT":
        return PLAIN.get(lemma, told)
    clause = [*arguments.get("inf", ()), *arguments.get("that", ())]
    if not clause:
        return PLAIN.get(lemma, "change")
    conduct = any(t.lemma_.lower() in CONDUCT or any(c.lower_ in ("not", "n't") for c in t.children) for t in clause)
    everybody = any(p.head.lemma_.lower() in EVERYBODY for p in draft.cast.recipients)
    return "assist" if lemma in FOR_ONESELF and not conduct and not everybody else "change"


def _complement(draft: Draft) -> Iterator[str]:
    """Modes that the words of the complement tell, its head's first; what must be done is a modal's verb."""
    held = [t for name in HOLDING for t in draft.trigger.arguments.get(name, ())]
    if draft.head.tag_ == "MD":
        held = [draft.head.head, *children(draft.head.head, "conj"), *held]
    for token in held:
        if any(c.lower_ in ("not", "n't") for c in children(token, "advmod")):
            yield "change"  # "not to join"
        below = [c for c in token.children if c.dep_ not in ("punct", "mark", "nsubj", "case")]
        given = children(token, "obj") if token.lemma_.lower() in HANDING else []
        for word in (*given, token, *below, *(g for c in below for g in children(c, "obj", "xcomp", "nmod"))):
            lemma = word.lemma_.lower()
            if word.pos_ != "ADJ" and (mode := COMPLEMENTS.get(lemma)) is not None:  # "free elections"
                yield mode
            elif word.pos_ == "VERB" and lemma in AS_VERBS:
                yield AS_VERBS[lemma]
            elif word.pos_ == "VERB" and any(c.lower_ in GIVING_WAY.get(lemma, ()) for c in word.children):
                yield "yield"
