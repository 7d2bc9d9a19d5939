"""Compile the table of lemmas: ``python -m training.lemmas --data FOLDER --out FILE``.

Sources: the treebanks' own lemmas, and the word lists of ``spacy-lookups-data`` (MIT; made from WordNet). Kept is what
the suffix rules of ``watchfloor.language.lemmas`` get wrong.
"""

import argparse
import re
from collections import Counter
from functools import cache
from pathlib import Path

import srsly
from spacy_lookups_data import en

from training.corpora import treebank
from watchfloor.language.lemmas import KINDS, regular

Table = dict[tuple[str, str], str]

PLAIN = re.compile(r"[a-z]{3,}")
ONE_SYLLABLE = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdgklmnprt]")
"""Doubles its last letter ("stop", "quit")."""
MAY_DOUBLE = re.compile(r".*[^aeiou][aeiou][bdgklmnprt]")
"""May double its last letter, by stress or by habit ("admit", "travel")."""


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    table = {**inflected(), **listed_exceptions(), **annotated(options.data)}
    needed = {key: lemma for key, lemma in table.items() if not _regular(*key, lemma)}
    lines = [f"{kind}\t{form}\t{lemma}\n" for (kind, form), lemma in sorted(needed.items())]
    options.out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} entries")


def _regular(kind: str, form: str, lemma: str) -> bool:
    """Tell whether the rules alone give the lemma, whichever tag the form may have."""
    if kind in "xo":
        return form == lemma
    tags = {"v": ("VBZ", "VBD", "VBG"), "n": ("NNS",), "a": ("JJR", "JJS"), "p": ("NNPS",)}[kind]
    fitting = [tag for tag in tags if form.endswith({"VBZ": "s", "VBD": "ed", "VBG": "ing", "NNS": "s"}.get(tag, ""))]
    return all(regular(form, tag) == lemma for tag in fitting or tags)


@cache
def _list(name: str) -> dict:
    return srsly.read_gzip_json(f"{en[name]}.gz")


def inflected() -> Table:
    """Inflect all verbs, nouns and adjectives that WordNet knows, by regular spelling."""
    table: Table = {}
    for verb in _list("lemma_index")["verb"]:
        if PLAIN.fullmatch(verb):
            stems = [verb[:-1]] if re.search(r"[^eoy]e$", verb) else [verb]
            if MAY_DOUBLE.fullmatch(verb):
                stems = [verb + verb[-1]] + ([] if ONE_SYLLABLE.fullmatch(verb) else [verb])
            for stem in stems:
                past = verb[:-1] + "i" if re.search(r"[^aeiou]y$", verb) else stem
                past = past[:-1] if past.endswith("e") else past
                for form in (stem + "ing", past + "ed"):
                    table.setdefault(("v", form), verb)
            table.setdefault(("v", _with_s(verb)), verb)
    for noun in _list("lemma_index")["noun"]:
        if PLAIN.fullmatch(noun):
            table.setdefault(("n", _with_s(noun)), noun)
            if regular(noun, "NNS") not in _list("lemma_index")["noun"]:
                # its own plural: "series", "headquarters"
                table.setdefault(("n", noun), noun)
    return table


def _with_s(lemma: str) -> str:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(?:s|x|z|ch|sh)$", lemma) else "s")


def listed_exceptions() -> Table:
    """Return WordNet's irregular forms ("fled", "men", "worse")."""
    exceptions = _list("lemma_exc")
    table: Table = {}
    for part, kind in (("adv", "a"), ("adj", "a"), ("noun", "n"), ("verb", "v")):
        for form, lemmas in exceptions[part].items():
            if form.isalpha() and form not in lemmas:
                plain = form[:-1]
                # "bases" is oftener of base than of basis
                regularly = re.search(r"[sx]es$", form) and plain in _list("lemma_index")["noun"]
                table[kind, form] = plain if regularly else lemmas[0]
    return table


INFLECTED = {
    "v": ("VBZ", "VBD", "VBN", "VBG"),
    "n": ("NNS",),
    "a": ("JJR", "JJS", "RBR", "RBS"),
    "p": ("NNPS",),
}
"""The tags at which lemmas are looked up."""


def annotated(data: Path) -> Table:
    """Return the treebanks' lemmas, the commonest where they differ; with the tag where it decides."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for corpus in ("dep_ewt", "dep_gum"):
        for sentence in treebank(data / corpus / "train.jsonl"):
            for word, lemma, pos, tag in zip(
                sentence.words, sentence.lemmas, sentence.upos, sentence.xpos, strict=True
            ):
                kind = KINDS.get(pos)
                if kind is None or lemma == "_" or tag not in INFLECTED.get(kind, (tag,)) or word.isnumeric():
                    continue
                form = word if kind == "p" else word.lower().replace("’", "'")
                counts.setdefault((kind, form), Counter())[lemma if kind == "p" else lemma.lower()] += 1
                if kind in "xo":
                    counts.setdefault((kind, f"{form} {tag}"), Counter())[lemma.lower()] += 1
    nouns = set(_list("lemma_index")["noun"])
    table: Table = {}
    for (kind, form), found in counts.items():
        lemma, count = found.most_common(1)[0]
        # one reading may be a slip; "troops", "supplies" and "bases" stay what a dictionary has
        listed = kind == "n" and regular(form, "NNS") in nouns and (lemma == form or lemma.endswith("is"))
        if count > 1 and not listed:
            table[kind, form] = lemma
    return {
        (kind, form): lemma
        for (kind, form), lemma in table.items()
        if " " not in form or table.get((kind, form.split(" ")[0])) != lemma
    }


if __name__ == "__main__":
    main()
