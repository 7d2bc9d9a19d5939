"""The names of GUM, which marks entities of every kind: those whose head is a proper noun, cut to the name proper."""

from pathlib import Path

from training.corpora import Name, Sentence, lines, treebank, with_nationalities

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = frozenset(
    "mr mrs ms dr president senator sen gen general prime minister king queen professor prof judge justice sir".split()
)
LINKS = frozenset(("of", "and", "for", "&"))


def gum(data: Path, split: str) -> list[Sentence]:
    """Read GUM's treebank with names taken from its entity annotation."""
    sentences = treebank(data / "dep_gum" / f"{split}.jsonl")
    documents = {row["id"]: row for row in lines(data / "coref_gum" / f"{split}.jsonl")}
    rows = [row for row in lines(data / "dep_gum" / f"{split}.jsonl") if row.get("non_commercial", 0) == 0]
    for row, sentence in zip(rows, sentences, strict=True):
        identifier, number = row["id"].rsplit("-", 1)
        document = documents[identifier]
        start, end = document["sentences"][int(number) - 1]
        names = []
        for entity in document["entities"]:
            if start <= entity["start"] and entity["end"] <= end and entity["label"] in LABELS:
                inside = [i for i, at in enumerate(sentence.starts) if entity["start"] <= start + at < entity["end"]]
                if inside:
                    name = _core(sentence, inside[0], inside[-1] + 1, LABELS[entity["label"]])
                    if name:
                        names.append(name)
        sentence.names = with_nationalities(sentence.words, _outermost(names))
        sentence.name_weight = 0.5
    return sentences


def _core(sentence: Sentence, begin: int, end: int, label: str) -> Name | None:
    """Cut a mention ("the mayor of London, Sadiq Khan") to the proper nouns around its head."""
    heads = [i for i in range(begin, end) if not begin <= sentence.heads[i] - 1 < end]
    if not heads or not _proper(sentence, heads[0]):
        return None
    head = left = heads[0]
    while left > begin:
        if _proper(sentence, left - 1) or (
            left - 2 >= begin
            and _proper(sentence, left - 2)
            and (
                sentence.xpos[left - 1] in ("HYPH", "POS")
                or (label != "PER" and sentence.words[left - 1].lower() in LINKS)
            )
        ):
            left -= 1
        else:
            break
    right = head + 1
    while right < end:
        if _proper(sentence, right):
            right += 1
            continue
        if sentence.xpos[right] == "HYPH" and right + 1 < end and _proper(sentence, right + 1):
            right += 2
            continue
        after = right
        while after < end and sentence.words[after].lower() in (*LINKS, "the"):
            after += 1
        if label == "PER" or not right < after < end or not _proper(sentence, after):
            break
        if sentence.words[right].lower() != "of":
            break
        right = after + 1
    if label == "PER":
        while left < head and sentence.words[left].rstrip(".").lower() in TITLES:
            left += 1
    return left, right, label


def _proper(sentence: Sentence, index: int) -> bool:
    return sentence.xpos[index] in ("NNP", "NNPS")


def _outermost(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    taken: set[int] = set()
    for start, end, label in sorted(set(names), key=lambda name: (name[0] - name[1], name)):
        if not taken & set(range(start, end)):
            taken |= set(range(start, end))
            kept.append((start, end, label))
    return sorted(kept)
