"""Words of running text, cut as current UD English treebanks cut them, since the model is trained on those.

Hyphens and slashes stand alone ("al - Qaida", "RFE / RL"), except after prefixes ("anti-government") and inside
numbers and addresses; clitics stand alone ("did n't", "ISKP 's"); abbreviations keep their full stop.
"""

import re
from functools import lru_cache

PREFIXES = (
    "anti co counter de e ex inter intra mid mini multi neo non over post pre pro psycho re semi socio sub un"
).split()
"""Written with a hyphen and kept as one word with what follows, as the treebanks mostly do."""

ABBREVIATIONS = frozenset(
    """
    Adm. Amb. Asst. Atty. Brig. Capt. Cdr. Cmdr. Col. Comdr. Cpl. Det. Dr. Fr. Gen. Gov. Hon. Insp. Lt. Maj. Messrs. Mr.
    Mrs. Ms. Pfc. Pres. Prof. Pvt. Rep. Reps. Rev. Rt. Sen. Sens. Sgt. Sgts. Sr. Jr. St. Ste. Supt. Sheik. Spc. Brit.
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.
    Inc. Corp. Co. Ltd. Bros. Ave. Blvd. Rd. Ft. Mt. Dept. Dist. Univ. Assn. Govt. Intl. Natl. Ed. Eds. Vol. Vols.
    No. Nos. Fig. Figs. Sec. Art. Ch. Pt. Op. Ref. Tel. Est. Ph.D. M.Sc. B.Sc. LL.B. Ala. Ariz. Ark. Calif. Colo. Conn.
    Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt.
    Wash. Wis. Wyo. Lieut. Gens. Gov.-Gen. al. approx. ca. cf. dept. ed. eds. e.g. eg. esp. est. et. etc. fig. i.e. ie.
    incl. intl. km. lb. lbs. mins. no. nos. oz. pp. p. resp. ret. sec. vol. vs. v. viz. yrs.
    """.split()
)
"""Words that end in a full stop of their own."""

ONLY_BEFORE_DIGITS = frozenset(
    "No. Nos. no. nos. p. pp. Fig. fig. Figs. Art. Ch. Pt. Sec. sec. Vol. vol. v. ca.".split()
)
"""Abbreviations only where a number follows: "No." is also an answer."""

NEVER_BEFORE_END = frozenset(
    "Sun. Sat. Mar. Fri. Mon. Ill. Miss. Ind. Mo. Pa. La. Del. Wash. Est. Art. Mont. Op. Ref. Hon. Rep.".split()
)
"""Also plain words: taken for abbreviations only where the text goes on in the line with a capital or a digit."""

UNITS = (
    "km|kms|cm|mm|m|kg|kgs|g|mg|lb|lbs|ft|k|K|bn|mn|am|pm|AM|PM|a\\.m\\.|p\\.m\\.|mph|kph|kw|kW|MW|GW|hrs|hr|mins|min"
)

DOMAINS = (
    """
    com org net edu gov mil int info biz news online site press today media world africa agency live xyz asia io me tv
    eu uk us ru ua by kz kg tj tm uz af pk in ir iq sy lb il jo ae sa ye om qa kw bh tr az am ge cn jp kr hk tw sg my id
    ph th vn mm bd lk np au nz ca mx br ar cl co pe de fr it es pt nl be ch at pl cz sk hu ro bg gr rs hr si ba mk al se
    no fi dk is ie lt lv ee md eg ly tn dz ma sd et er so ke ug tz rw ng gh ml ne bf sn za zw mz cd cm
    """
).split()
"""Last parts of addresses such as "Khovar.tj", so that they are told from a missing blank after a full stop."""

_WORD = r"[^\W_](?:[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]|['’ʼ`](?=[^\W\d_]{2}|[^\W\d_dmstDMST](?!\w)))*"

_PATTERN = re.compile(
    "|".join(
        (
            r"(?P<address>(?:https?|ftp)://[^\s<>\"“”]+|www\.[^\s<>\"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
            r"|(?<![\w@])(?:[A-Za-z0-9][\w-]*\.)+(?:" + "|".join(DOMAINS) + r")(?![\w-])(?:/[^\s<>\"“”,;()]*)?"
            r"|(?<![\w@])t\.me/[^\s<>\"“”,;()]*)",
            r"(?P<handle>[@#][\w]+(?:\.\w+)*)",
            r"(?P<date>\d{1,4}/\d{1,2}/\d{2,4}(?!\d)|9/11(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{3}-\d{3,4}(?:-\d{4})?(?!\d))",
            r"(?P<currency>(?:US|A|AU|U|C|CA|HK|S|NZ)[$](?=\d))",
            r"(?P<measure>\d+(?:[.,]\d+)*(?=(?:" + UNITS + r")(?![\w])))",
            r"(?P<number>\d+(?:(?:[.,]\d+)*(?![\w.,]*\d)|(?:[.,]\d+)+)?[A-Za-z]*|\.\d+)",
            r"(?P<dotted>Ph\.D\.|[MB]\.Sc\.|LL\.[BM]\.|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|(?:[^\W\d_]\.)+[^\W\d_](?!\w)|(?:[A-Z]\.-?)+(?=\s+[A-Z(\"“]))",
            r"(?P<joint>[A-Za-z]{1,4}(?:&[A-Za-z]{1,4})+(?!\w))",
            r"(?P<prefixed>(?<![\w-])(?i:" + "|".join(PREFIXES) + r")-" + _WORD + ")",
            r"(?P<word>" + _WORD + ")",
            r"(?P<run>\.{2,}|-{2,}|[!?]{2,}|''|``|’’|‘‘|<{2,}|>{2,}|[:;]-?[()](?=\s|$)"
            r"|(?P<again>[=*_~+#|•·-])(?P=again)+)",
            r"(?P<other>.)",
        )
    ),
    re.DOTALL,
)

_CLITIC = re.compile(r"(?i)['’](?:s|m|d|re|ve|ll)$")
_SHORT_CLITIC = re.compile(r"(?i)['’](?:s|m|d|t)(?![^\W_])")
"""One letter after an apostrophe, which the pattern leaves outside the word."""

_UNMARKED_NEGATION = frozenset(
    "dont didnt doesnt isnt wasnt arent wont cant couldnt wouldnt shouldnt havent hasnt".split()
)
_ELIDED_YEAR = re.compile(r"['’]\d\ds?(?!\w)")
_CLOSING = ".,;:!?'\"’”)]}»›…"


def spans(text: str) -> list[tuple[int, int]]:
    """Return the offsets of all words; together with the whitespace between them they are the whole text."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\S+", text):
        start, end = match.span()
        # what follows decides only whether a full stop belongs to the word
        follower = text[end : end + 24].lstrip(" \t")[:1] if end < len(text) else ""
        kind = (
            "digit"
            if follower.isdigit()
            else "capital"
            if follower.isupper()
            else "lower"
            if follower.islower()
            else ""
        )
        found.extend((start + a, start + b) for a, b in _cut(match.group(), kind))
    return found


@lru_cache(maxsize=65_536)
def _cut(chunk: str, follower: str) -> tuple[tuple[int, int], ...]:
    """Cut what stands between two blanks; ``follower`` is what the next word begins with."""
    found: list[tuple[int, int]] = []
    padded = chunk + (
        " A" if follower == "capital" else " a" if follower == "lower" else " 1" if follower == "digit" else ""
    )
    at = 0
    while at < len(chunk):
        year = _ELIDED_YEAR.match(chunk, at)
        match = year or _PATTERN.match(padded, at)
        assert match is not None  # the last alternative takes any character
        end = min(match.end(), len(chunk))
        kind = "year" if year else match.lastgroup
        if kind == "address":
            while end > at + 1 and chunk[end - 1] in _CLOSING:
                end -= 1
        elif kind in ("word", "prefixed", "number", "joint", "dotted"):
            clitic = _CLITIC.search(chunk, at, end) or _SHORT_CLITIC.match(chunk, end)
            if clitic is not None and clitic.start() > at and kind != "number":
                edge = clitic.start()
                if chunk[edge + 1].lower() == "t":
                    if chunk[edge - 1].lower() != "n" or edge - 1 == at:
                        clitic = None
                    else:
                        edge -= 1
                if clitic is not None:
                    found += [(at, edge), (edge, clitic.end())]
                    at = clitic.end()
                    continue
            lower = chunk[at:end].lower()
            if lower in ("cannot", "gonna", "wanna", "gotta"):
                found += [(at, at + 3), (at + 3, end)]
                at = end
                continue
            if lower in _UNMARKED_NEGATION:
                found += [(at, end - 2), (end - 2, end)]
                at = end
                continue
            if end < len(chunk) and chunk[end] == "." and _owns_stop(chunk[at : end + 1], chunk[end + 1 :], follower):
                end += 1
        found.append((at, end))
        at = end
    return tuple(found)


def _owns_stop(word: str, rest: str, follower: str) -> bool:
    """Tell whether a full stop belongs to the word before it."""
    if word not in ABBREVIATIONS:
        return False
    last = not rest.strip(_CLOSING)
    if word in ONLY_BEFORE_DIGITS:
        return (last and follower == "digit") or rest[:1].isdigit()
    if word in NEVER_BEFORE_END:
        return bool(rest) or follower in ("capital", "digit")
    return True
