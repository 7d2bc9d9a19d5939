"""Number words and figures, with the words that bound them."""

import re

from spacy.tokens import Token

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
#: Vague counts as (low, high): what the word allows at least, no upper bound.
VAGUE = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "millions": (2_000_000, None),
}
PLAIN = {"dozen": 12, "pair": 2, "couple": 2, "both": 2}

MORE = frozenset("more above upwards".split())


def number(token: Token) -> tuple[int | None, int | None] | None:
    """Lowest and highest value of a number word with the words that bound it ("at least 10" is (10, None))."""
    value = _value(token)
    if value is None:
        return None
    low, high = value
    bounds = {c.lower_ for c in token.children if c.i < token.i}
    bounds |= {g.lower_ for c in token.children if c.i < token.i for g in c.children}
    near = {t.lower_ for t in token.doc[max(token.sent.start, token.i - 2) : token.i]}
    if (bounds | near) & MORE or "over" in bounds | near:
        return low, None
    if "least" in near and "at" in bounds | near:
        return low, None
    if (bounds | near) & {"up"} and "to" in bounds | near:
        return None, high
    return low, high


def _value(token: Token) -> tuple[int | None, int | None] | None:
    word = token.lower_
    if word in VAGUE and token.tag_ in ("NNS", "NOUN", "NN", "CD"):
        return VAGUE[word]
    if word in PLAIN:
        factor = next((v[0] for c in token.children if c.i < token.i and (v := _value(c)) and v[0]), 1)
        return PLAIN[word] * factor, PLAIN[word] * factor
    plain = word.replace(",", "")
    if re.fullmatch(r"\d{1,12}", plain):
        value = int(plain)
    elif re.fullmatch(r"\d+\.\d+", plain):
        return None
    elif (ranged := re.fullmatch(r"(\d{1,9})[-–](\d{1,9})", plain)) is not None:
        return int(ranged[1]), int(ranged[2])
    elif word in SMALL:
        value = SMALL[word] + _unit_after(token) + _ten_before(token)
    elif (tens := re.fullmatch(r"(\w+ty)-(\w+)", word)) and tens[1] in SMALL and tens[2] in SMALL:
        value = SMALL[tens[1]] + SMALL[tens[2]]
    elif word in SCALE:
        value = 1
        if token.i and token.nbor(-1).lower_ in ("several", "few", "many", "some"):
            return 2 * SCALE[word], None  # "several hundred"
        before = [c for c in token.children if c.i < token.i and c.pos_ == "NUM"]
        if before and (inner := _value(before[-1])) and inner[0] is not None:
            value = inner[0]
        return value * SCALE[word], value * SCALE[word]
    else:
        return None
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in SCALE and following.pos_ == "NUM" and following.head.i == token.i:
        value *= SCALE[following.lower_]
    return value, value


def _unit_after(token: Token) -> int:
    """Five for the "thirty" of "thirty-five", which the tokeniser takes apart."""
    if token.i + 2 < len(token.doc) and SMALL.get(token.lower_, 0) >= 20 and token.nbor(1).text in "-–":
        unit = SMALL.get(token.nbor(2).lower_, 0)
        return unit if unit < 10 else 0
    return 0


def _ten_before(token: Token) -> int:
    """Twenty for the "three" of "twenty-three"."""
    if token.i < 2 or not 0 < SMALL.get(token.lower_, 0) < 10 or token.nbor(-1).text not in "-–":
        return 0
    ten = SMALL.get(token.nbor(-2).lower_, 0)
    return ten if ten >= 20 else 0
