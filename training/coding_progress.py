"""How well the coding heads do on the development parts while they train."""

from collections import Counter

import torch
from torch import Tensor

from training.coding import Coding
from training.coding_losses import inputs, link_scores
from training.coding_windows import Stretch
from training.model import FAR
from training.passages import FILLERS, LINKS
from training.windows import IGNORED


def report(network: Coding, watched: dict[str, list[Stretch]]) -> str:
    """Score the development parts: triggers, links, fillers, antecedents, facts."""
    network.eval()
    counts: Counter[str] = Counter()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for windows in watched.values():
            for window in windows:
                x = network.words(*inputs([window]))
                _count_events(network, x, window, counts)
                _count_links(network, x, window, counts)
                for name, wanted, said in (
                    ("fact", window.fact, network.fact(x)[0].argmax(-1).numpy()),
                    ("modality", window.certainty[:, 0], network.certainty(x)[0, :, :-2].argmax(-1).numpy()),
                    ("polarity", window.certainty[:, 1], network.certainty(x)[0, :, -2:].argmax(-1).numpy()),
                ):
                    counts[name + " right"] += int(((wanted == said) & (wanted != IGNORED)).sum())
                    counts[name + " of"] += int((wanted != IGNORED).sum())
                if window.filler[0, 0] != IGNORED:
                    said = network.filler(x)[0].reshape(window.words, -1, 3).argmax(-1).numpy()
                    for index, name in enumerate(FILLERS):
                        counts[name + " right"] += int(((said[:, index] > 0) & (window.filler[:, index] > 0)).sum())
                        counts[name + " found"] += int((said[:, index] > 0).sum())
                        counts[name + " of"] += int((window.filler[:, index] > 0).sum())
    names = sorted({key.rsplit(" ", 1)[0] for key in counts})
    return "  ".join(_shown(name, counts) for name in names)


def _shown(name: str, counts: Counter[str]) -> str:
    right, found, of = (counts[f"{name} {k}"] for k in ("right", "found", "of"))
    if not found:
        return f"{name} {right}/{of} {right / max(of, 1):.3f}"
    return f"{name} P {right / found:.3f} R {right / max(of, 1):.3f} F {2 * right / max(found + of, 1):.3f}"


def _count_events(network: Coding, x: Tensor, window: Stretch, counts: Counter[str]) -> None:
    if window.corpus != "statements":
        return
    said = network.event(x)[0].argmax(-1).numpy()
    wanted = window.event
    counts["trigger right"] += int(((said > 0) & (wanted[:, 0] > 0)).sum())
    counts["typed right"] += int(((said > 0) & ((said == wanted[:, 0]) | (said == wanted[:, 1]))).sum())
    for name in ("trigger", "typed"):
        counts[name + " found"] += int(((said > 0) & (wanted[:, 0] != IGNORED)).sum())
        counts[name + " of"] += int((wanted[:, 0] > 0).sum())


def _count_links(network: Coding, x: Tensor, window: Stretch, counts: Counter[str]) -> None:
    rows = [(0, link) for link in window.links]
    if not rows:
        return
    scores = link_scores(network, x, [window], rows)
    for (_, (word, link, filled, aside, among)), row in zip(rows, scores, strict=True):
        name = window.corpus if LINKS[link] == "antecedent" else LINKS[link]
        row[word + 1] = FAR
        if among:
            row = row.index_fill(0, torch.tensor([i for i in range(len(row)) if i - 1 not in aside]), FAR)
        best = int(row.argmax()) - 1
        if filled:
            counts[name + " right"] += best in filled
            counts[name + " of"] += 1
        else:
            counts[name + " empty right"] += best < 0 or best in aside
            counts[name + " empty of"] += 1
