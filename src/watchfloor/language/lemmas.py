"""Lemmas: a table of what is not regular, and suffix rules for the rest.

The table (``weights/lemmas.tsv``) is compiled by ``training.lemmas`` and holds what the rules would get wrong.
"""

import re
from importlib.resources import files

_SUFFIXED = {"VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing", "NNS": "s", "NNPS": "s"}
_COMPARED = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}

_KEEPS_DOUBLE = frozenset("lszf")
"""Consonants that are double in the lemma too ("kill", "pass", "buzz", "staff")."""

_WANTS_E = re.compile(r"(?:[cvuz]|[aeiou]s|[^aeiou]l|[dlnr]g|[lnr]s|[iu]r|[^aeiou]ar|[^aeo]at|[iu]d|th)$")
"""Stems that lost an e before "-ed" or "-ing" ("seiz-", "clos-", "assassinat-")."""


class Lemmatiser:
    """Gives the dictionary form of a word, by its tags."""

    def __init__(self) -> None:
        """Read the table."""
        self._table: dict[tuple[str, str], str] = {}
        text = (files("watchfloor.language") / "weights" / "lemmas.tsv").read_text(encoding="utf-8")
        for line in text.split("\n"):
            if line:
                kind, form, lemma = line.split("\t")
                self._table[kind, form] = lemma

    def __call__(self, word: str, pos: str, tag: str) -> str:
        """Return the lemma; proper nouns, figures and marks keep their form."""
        kind = KINDS.get(pos)
        if kind is None:
            return word
        if kind == "p":
            return self._table.get(("p", word)) or (_without_s(word) if tag == "NNPS" else word)
        form = word.lower().replace("’", "'")
        if kind in ("x", "o"):
            return self._table.get((kind, f"{form} {tag}")) or self._table.get((kind, form)) or form
        if kind == "v" and form in _AUXILIARIES:
            return _AUXILIARIES[form]
        uninflected = tag in _UNINFLECTED and (kind != "v" or form in _BASES_TOO)
        known = self._table.get((kind, form)) if not uninflected else None
        return known or regular(form, tag)


_AUXILIARIES = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'m": "be", "'re": "be", "'s": "be", "'ve": "have", "'d": "have",
}  # fmt: skip
"""Forms that the tags alone do not tell from dictionary forms, where they are main verbs."""

KINDS = {
    "VERB": "v", "AUX": "x", "NOUN": "n", "ADJ": "a", "ADV": "a", "PROPN": "p",
    "PRON": "o", "DET": "o", "ADP": "o", "PART": "o", "CCONJ": "o", "SCONJ": "o", "INTJ": "o",
}  # fmt: skip
"""Word classes that have lemmas, grouped as the table groups them."""

_BASES_TOO = frozenset("found saw fell lay bound wound ground rent felt bore rose wove".split())
"""Past forms that are verbs of their own; other irregular ones ("retook") are past whatever their tag."""

_UNINFLECTED = frozenset(("VB", "VBP", "NN", "JJ"))
"""Tags of dictionary forms: "saw" as a noun, "found" as a verb of its own."""


def regular(form: str, tag: str) -> str:
    """Undo regular inflection by spelling alone; ``form`` is in lower case."""
    if tag in ("NNS", "NNPS"):
        for plural, singular in (("children", "child"), ("men", "man")):
            if form.endswith(plural):
                return form.removesuffix(plural) + singular
    suffix = _SUFFIXED.get(tag) or _COMPARED.get(tag)
    if suffix is None or any(map(str.isdigit, form)) or not form.endswith(suffix) or len(form) < len(suffix) + 2:
        return form
    if suffix == "s":
        return _without_s(form)
    stem = form[: -len(suffix)]
    if suffix in ("ed", "er", "est") and stem.endswith("i"):
        return stem[:-1] + "y"
    if not re.search(r"[aeiouy]", stem):
        return form if suffix == "ing" else stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem if stem[-1] in _KEEPS_DOUBLE else stem[:-1]
    if stem.endswith("e"):
        # "fleeing" keeps its e; "agreed" has one of its two left
        return stem + "e" if suffix == "ed" else stem
    return stem + "e" if _WANTS_E.search(stem) else stem


def _without_s(form: str) -> str:
    if not form.endswith("s"):
        return form
    if form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]
