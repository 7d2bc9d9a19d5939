"""A quick look at the network while it trains: in float, given tokens, one sentence at a time."""

import numpy as np
import torch

from training.corpora import Sentence
from training.model import Reader
from training.windows import Labels, Window, batches, collate
from watchfloor.language.wordpiece import WordPiece


@torch.no_grad()
def given_tokens(network: Reader, sentences: list[Sentence], encode: WordPiece, labels: Labels) -> str:
    """Score one sentence at a time in float, heads by best score: a quick look during training."""
    network.eval()
    windows = [Window([s], 2 + sum(len(encode(word)) for word in s.words)) for s in sentences]
    words = upos = xpos = arcs = both = 0
    found: set[tuple] = set()
    wanted: set[tuple] = set()
    for group in batches(windows, 3000, None):
        batch = {key: torch.from_numpy(value) for key, value in collate(group, encode, labels, None).items()}
        given = [batch[key] for key in ("ids", "first", "last", "shape", "gap")]
        u, x, n, _, a, below, above = network(*given)
        real = batch["first"] > 0
        a = a.masked_fill(~torch.cat([torch.ones_like(real[:, :1]), real], 1)[:, None, :], -1e4)
        head = a.argmax(-1)
        relation = network.relations(below, above, head).argmax(-1)
        words += int(real.sum())
        upos += int(((u.argmax(-1) == batch["upos"]) & real).sum())
        xpos += int(((x.argmax(-1) == batch["xpos"]) & real).sum())
        right = (head == batch["head"]) & real
        arcs += int(right.sum())
        both += int((right & (relation == batch["relation"])).sum())
        for window, row in zip(group, n.argmax(-1).numpy(), strict=True):
            sentence = window.sentences[0]
            key = id(sentence)
            tags = [labels.names[t] for t in row[: len(sentence.words)]]
            found |= {(key, *name) for name in spans(tags) if name[2] != "NAT"}
            wanted |= {(key, *name) for name in sentence.names or [] if name[2] != "NAT"}
    network.train()
    share = np.array([upos, xpos, arcs, both]) / words * 100
    f1 = 200 * len(found & wanted) / (len(found) + len(wanted))
    return "UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f}".format(*share) + f" names {f1:.2f}"


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Read names off BIO tags; a name may begin with I."""
    found = []
    begin, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        if label and tag != "I-" + label:
            found.append((begin, index, label))
            label = ""
        if tag != "O" and not label:
            begin, label = index, tag[2:]
    return found
