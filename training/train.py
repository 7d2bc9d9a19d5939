"""Train the language model: ``python -m training.train --data FOLDER --encoder FOLDER --out FOLDER``."""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training import manifest
from training.checkpoints import mean, of_phase
from training.corpora import Sentence, ewt, wikigold
from training.exchange import Exchange
from training.gum import gum
from training.model import FAR, Reader
from training.optimisation import optimiser, seeded, set_rate
from training.progress import given_tokens
from training.re3d import re3d
from training.windows import IGNORED, Cutter, Labels, Window, batches, collate
from watchfloor.language.wordpiece import WordPiece

NAME = "phase"
BATCH_PIECES = 1500
"""Larger batches are slower on a CPU and smaller ones noisier."""

LOSS = {"arc": 1.0, "relation": 1.0, "upos": 0.4, "xpos": 0.4, "start": 0.5}
NEWS_COPIES = 2
"""GUM's news is nearest to what is read: it is seen so many times in a pass."""


@dataclass(frozen=True)
class Phase:
    """A stretch of training with one course of the learning rate: up for a twentieth, then down in a straight line."""

    passes: float
    encoder_rate: float
    head_rate: float
    name_loss: float
    exchanged: float
    """Share of names that are exchanged for others."""


PHASES = (
    Phase(passes=10, encoder_rate=1.5e-4, head_rate=1e-3, name_loss=1.5, exchanged=0.0),
    # names known by heart by now: others are put in their place
    Phase(passes=2, encoder_rate=6e-5, head_rate=4e-4, name_loss=2.0, exchanged=0.4),
)


def main() -> None:
    """Train, report scores on the development set now and then, write the weights and label lists."""
    options = _options()
    manifest.check(options.data, options.encoder)
    torch.set_num_threads(options.threads)
    generator = seeded(options.from_phase)
    encode = WordPiece((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    trees, more_trees = ewt(options.data, "train"), gum(options.data, "train")
    names = wikigold(options.data, "train") + re3d(options.data, "train")
    labels = Labels.of(trees + more_trees)
    cutters = [Cutter(sentences, encode, generator) for sentences in (trees, *_weighed(more_trees), names)]
    development = ewt(options.data, "dev")

    network = Reader(len(labels.upos), len(labels.xpos), len(labels.relations), len(labels.names))
    options.out.mkdir(parents=True, exist_ok=True)
    if options.from_phase:
        network.load_state_dict(torch.load(of_phase(options.out, NAME, options.from_phase - 1)))
    else:
        network.encoder.load(options.encoder / "model.safetensors")
        (options.out / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")

    for number, phase in list(enumerate(PHASES))[options.from_phase :]:
        exchange = Exchange(trees + more_trees + names, phase.exchanged, generator)
        collated = partial(collate, encode=encode, labels=labels, generator=generator, exchange=exchange)
        for done, losses in _steps(network, phase, cutters, generator, collated):
            if done % 100 == 0:
                print(f"{number}.{done} {losses}", flush=True)
            if done % options.evaluate_every == 0:
                print(f"{number}.{done} dev {given_tokens(network, development, encode, labels)}", flush=True)
        torch.save(network.state_dict(), of_phase(options.out, NAME, number))
        print(f"phase {number} dev {given_tokens(network, development, encode, labels)}", flush=True)
    torch.save(mean([of_phase(options.out, NAME, number) for number in range(len(PHASES))]), options.out / "reader.pt")


def _steps(
    network: Reader,
    phase: Phase,
    cutters: list[Cutter],
    generator: random.Random,
    collated: Callable[[list[Window]], dict[str, np.ndarray]],
) -> Iterator[tuple[int, str]]:
    """Train for a phase; yield the number of the step and its losses, to be shown."""
    steered = optimiser(network, "encoder.", phase.encoder_rate, phase.head_rate)
    weights = LOSS | {"name": phase.name_loss}
    total = round(phase.passes * sum(len(batches(cutter.windows(), BATCH_PIECES, None)) for cutter in cutters))
    began, done, pieces = time.time(), 0, 0
    while done < total:
        for group in batches([w for cutter in cutters for w in cutter.windows()], BATCH_PIECES, generator):
            if done >= total:
                break
            set_rate(steered, done / total)
            batch = {key: torch.from_numpy(value) for key, value in collated(group).items()}
            steered.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = _losses(network, batch)
            sum(weights[name] * value for name, value in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            steered.step()
            done += 1
            pieces += int((batch["ids"] > 0).sum())
            spent = time.time() - began
            shown = " ".join(f"{name} {value.item():.3f}" for name, value in losses.items())
            yield done, f"of {total}, {spent:.0f} s, {pieces / spent:.0f} pieces/s, {shown}"


def _weighed(sentences: list[Sentence]) -> list[list[Sentence]]:
    news = [sentence for sentence in sentences if sentence.document.startswith("GUM_news")]
    return [sentences] + [news] * (NEWS_COPIES - 1)


def _losses(network: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    words = network.words(*(batch[key] for key in ("ids", "first", "last", "shape", "gap")))
    arcs, below, above = network.trees(words)
    count = batch["first"].shape[1]
    position = torch.arange(count)[None, None, :]
    inside = (position >= batch["begin"][:, :, None]) & (position < batch["end"][:, :, None])
    allowed = torch.cat([torch.ones_like(inside[:, :, :1]), inside], -1)
    relations = network.relations(below, above, batch["head"].clamp(min=0))
    named = batch["name"] != IGNORED
    name = F.cross_entropy(network.name(words).float().flatten(0, 1), batch["name"].flatten(), reduction="none")
    started = batch["start"] != IGNORED
    start = F.binary_cross_entropy_with_logits(
        network.start(words).squeeze(-1).float(), batch["start"].clamp(min=0).float(), reduction="none"
    )
    return {
        "arc": _entropy(arcs.float().masked_fill(~allowed, FAR), batch["head"]),
        "relation": _entropy(relations, batch["relation"]),
        "upos": _entropy(network.upos(words), batch["upos"]),
        "xpos": _entropy(network.xpos(words), batch["xpos"]),
        "name": (name * batch["weight"].flatten()).sum() / named.sum().clamp(min=1),
        "start": (start * started).sum() / started.sum().clamp(min=1),
    }


def _entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    total = F.cross_entropy(scores.flatten(0, 1).float(), wanted.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (wanted != IGNORED).sum().clamp(min=1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora, see manifest.csv")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and label lists")
    parser.add_argument("--from-phase", type=int, default=0, help="go on after the phase before this one")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--evaluate-every", type=int, default=600, help="steps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
