"""What the coding heads are told of a batch of stretches: inputs, and the losses of each head."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training.coding import MOST_WINDOWS, READ, Coding
from training.coding_windows import Stretch
from training.model import FAR, WIDTH
from training.windows import IGNORED

LOSS = {"event": 1.0, "unlike": 0.3, "certainty": 0.5, "fact": 0.3, "filler": 3.0, "link": 1.0}
FEW = {"event": 200, "unlike": 4, "certainty": 20, "fact": 30, "filler": 300, "link": 20}
"""Losses are means over at least so many cases: a batch with a single one is not to weigh as much as a full one."""
HIDDEN = 0.1
"""Share of words that are hidden from the network in training, so that it does not learn texts by heart."""
TRIGGER_WEIGHT = 2.0
FILLER_WEIGHTS = (1.0, 2.0, 2.0)
"""Outside, begin, inside: few words fill a role, and a found one is weighed again by ``training.fillers``."""
BEST = 0.75
"""Share of the best type's probability mass where another would do."""


def inputs(group: list[Stretch], hidden: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return the arguments of ``Coding.words``; a share of the words is hidden."""
    longest, most = max(s.pieces for s in group), max(s.words for s in group)
    lower, read = (
        torch.zeros(len(group), n, width, dtype=torch.bfloat16) for n, width in ((longest, WIDTH), (most, READ))
    )
    mask = torch.zeros(len(group), 1, 1, longest, dtype=torch.bool)
    order, first, last = (torch.zeros(len(group), n, dtype=torch.long) for n in (longest, most, most))
    for row, stretch in enumerate(group):
        piece = word = 0
        for number, window in enumerate(stretch.windows):
            pieces, words = slice(piece, piece + window.pieces), slice(word, word + len(window.first))
            lower[row, pieces], read[row, words] = window.lower, window.read
            order[row, pieces] = min(number, MOST_WINDOWS - 1)
            first[row, words] = torch.tensor(window.first) + piece
            last[row, words] = torch.tensor(window.last) + piece
            piece, word = pieces.stop, words.stop
        mask[row, 0, 0, :piece] = True
        for index in (torch.rand(word) < hidden).nonzero()[:, 0].tolist():
            lower[row, first[row, index] : last[row, index] + 1] = 0
            read[row, index] = 0
    return lower, mask, order, first, last, read


def _stacked(group: list[Stretch], name: str, most: int) -> Tensor:
    arrays = [getattr(w, name) for w in group]
    out = np.full((len(group), most, *arrays[0].shape[1:]), IGNORED)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out)


def _mean(total: Tensor, count: int, name: str) -> Tensor:
    return total / max(count, FEW[name])


def losses(network: Coding, group: list[Stretch]) -> dict[str, Tensor]:
    """Return the mean loss of each head that has cases in the batch; ``LOSS`` weighs them."""
    x = network.words(*inputs(group, HIDDEN))
    most = x.shape[1]
    found: dict[str, Tensor] = {}

    event = _stacked(group, "event", most)
    scores = network.event(x).float()
    weight = torch.ones(scores.shape[-1])
    weight[1:] = TRIGGER_WEIGHT
    flat = scores.flatten(0, 1)
    both = [
        F.cross_entropy(flat, event[..., k].flatten(), weight=weight, ignore_index=IGNORED, reduction="sum")
        for k in (0, 1)
    ]
    found["event"] = _mean(BEST * both[0] + (1 - BEST) * both[1], int((event[..., 0] != IGNORED).sum()), "event")
    unlike = [(row, word, type_) for row, w in enumerate(group) for word, type_ in w.unlike]
    if unlike:
        rows, words, kinds = (list(column) for column in zip(*unlike, strict=True))
        told = scores[rows, words].softmax(-1)[range(len(rows)), kinds]
        found["unlike"] = _mean(-torch.log1p(-told.clamp(max=0.999)).sum(), len(rows), "unlike")

    certainty = _stacked(group, "certainty", most)
    if bool((certainty != IGNORED).any()):
        said = network.certainty(x).float().flatten(0, 1)
        parts = ((said[:, :-2], certainty[..., 0]), (said[:, -2:], certainty[..., 1]))
        found["certainty"] = _mean(
            sum(F.cross_entropy(s, c.flatten(), ignore_index=IGNORED, reduction="sum") for s, c in parts),
            int((certainty[..., 0] != IGNORED).sum()), "certainty",
        )  # fmt: skip
    fact = _stacked(group, "fact", most)
    if bool((fact != IGNORED).any()):
        said = network.fact(x).float().flatten(0, 1)
        found["fact"] = _mean(
            F.cross_entropy(said, fact.flatten(), ignore_index=IGNORED, reduction="sum"),
            int((fact != IGNORED).sum()), "fact",
        )  # fmt: skip
    filler = _stacked(group, "filler", most)
    if bool((filler != IGNORED).any()):
        said = network.filler(x).float().reshape(-1, 3)
        found["filler"] = _mean(
            F.cross_entropy(
                said, filler.flatten(), weight=torch.tensor(FILLER_WEIGHTS), ignore_index=IGNORED, reduction="sum"
            ),
            int((filler[..., 0] != IGNORED).sum()), "filler",
        )  # fmt: skip
    rows = [(row, link) for row, w in enumerate(group) for link in w.links]
    if rows:
        found["link"] = _mean(_link_loss(network, x, group, rows), len(rows), "link")
    return found


def link_scores(network: Coding, x: Tensor, group: list[Stretch], rows: list) -> Tensor:
    """Return (links, 1 + words), what lies beyond a window's end ruled out."""
    below, to = network.link_from(x), network.link_to(x)
    at = [row for row, _ in rows]
    words = [link[0] for _, link in rows]
    scores = network.links(below[at, words], to[at], torch.tensor(words), torch.tensor([link[1] for _, link in rows]))
    sizes = torch.tensor([group[row].words for row in at])
    inside = torch.arange(scores.shape[1])[None, :] <= sizes[:, None]
    return scores.masked_fill(~inside, FAR)


def _link_loss(network: Coding, x: Tensor, group: list[Stretch], rows: list) -> Tensor:
    scores = link_scores(network, x, group, rows)
    kept = torch.ones_like(scores, dtype=torch.bool)
    right = torch.zeros_like(scores, dtype=torch.bool)
    wrong = torch.zeros(len(rows), dtype=torch.bool)
    for number, (_, (word, _, filled, aside, among)) in enumerate(rows):
        kept[number, word + 1] = False
        if among:
            if filled:
                kept[number] = False
                kept[number, [w + 1 for w in aside]] = True
            else:
                wrong[number] = True
                right[number, [w + 1 for w in aside]] = True
                continue
        else:
            kept[number, [w + 1 for w in aside]] = False
        chosen = [w + 1 for w in filled] or [0]
        kept[number, chosen] = True
        right[number, chosen] = True
    probability = scores.masked_fill(~kept, FAR).log_softmax(-1)
    told = probability.masked_fill(~right, FAR).logsumexp(-1)
    # GAP's "neither": all mass on the two names is misplaced
    return -torch.where(wrong, torch.log1p(-told.exp().clamp(max=0.999)), told).sum()
