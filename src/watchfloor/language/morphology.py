"""Features that follow from a word's tags, as far as anything downstream asks for them."""

_BY_TAG = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "CD": "NumType=Card",
}

_PRONOUNS = {
    "Number=Sing|Person=1": "i me my mine myself",
    "Number=Plur|Person=1": "we us our ours ourselves",
    "Person=2": "you your yours yourself yourselves",
    "Gender=Masc|Number=Sing|Person=3": "he him his himself",
    "Gender=Fem|Number=Sing|Person=3": "she her hers herself",
    "Gender=Neut|Number=Sing|Person=3": "it its itself",
    "Number=Plur|Person=3": "they them their theirs themselves",
}
_BY_PRONOUN = {word: features for features, words in _PRONOUNS.items() for word in words.split()}


def features(word: str, tag: str, passive: bool) -> str:
    """Return features in the notation of Universal Dependencies, empty if there are none."""
    if tag in ("PRP", "PRP$"):
        return _BY_PRONOUN.get(word.lower(), "")
    found = _BY_TAG.get(tag, "")
    return found + "|Voice=Pass" if passive and tag == "VBN" else found
