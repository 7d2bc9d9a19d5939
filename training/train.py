"""Train the language model: ``python -m training.train --data FOLDER --encoder FOLDER --out FOLDER``."""

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training import manifest
from training.corpora import Sentence, ewt, wikigold
from training.gum import gum
from training.model import FAR, Reader
from training.progress import given_tokens
from training.re3d import re3d
from training.windows import IGNORED, Cutter, Labels, batches, collate
from watchfloor.language.wordpiece import WordPiece

SEED = 19
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 0.05
BATCH_PIECES = 1500
"""Larger batches are slower on a CPU and smaller ones noisier."""

LOSS = {"arc": 1.0, "relation": 1.0, "upos": 0.4, "xpos": 0.4, "name": 1.5, "start": 0.5}
NEWS_COPIES = 2
"""GUM's news is nearest to what is read: it is seen so many times in a pass."""


def main() -> None:
    """Train, report scores on the development sets now and then, write the weights and label lists."""
    options = _options()
    manifest.check(options.data, options.encoder)
    torch.set_num_threads(options.threads)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(SEED)
    generator = random.Random(SEED)
    encode = WordPiece((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    treebanks = ewt(options.data, "train") + gum(options.data, "train")
    labels = Labels.of(treebanks)
    cutters = [
        Cutter(sentences, encode, generator)
        for sentences in (ewt(options.data, "train"), *_weighed(gum(options.data, "train")))
    ] + [Cutter(wikigold(options.data, "train") + re3d(options.data, "train"), encode, generator)]
    development = ewt(options.data, "dev")

    network = Reader(len(labels.upos), len(labels.xpos), len(labels.relations), len(labels.names))
    network.encoder.load(options.encoder / "model.safetensors")
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")

    inner = list(network.encoder.parameters())
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "base": ENCODER_RATE}, {"params": outer, "base": HEAD_RATE}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )
    per_pass = sum(len(batches(cutter.windows(), BATCH_PIECES, None)) for cutter in cutters)
    total = round(options.passes * per_pass)
    print(f"{per_pass} steps a pass, {total} in all", flush=True)
    began, done, pieces = time.time(), 0, 0
    while done < total:
        grouped = batches([w for cutter in cutters for w in cutter.windows()], BATCH_PIECES, generator)
        for group in grouped:
            if done >= total:
                break
            share = done / total
            factor = min(share / WARM_UP, (1 - share) / (1 - WARM_UP)) + 0.003
            for parameters in optimiser.param_groups:
                parameters["lr"] = parameters["base"] * min(1.0, factor)
            batch = {key: torch.from_numpy(value) for key, value in collate(group, encode, labels, generator).items()}
            optimiser.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = _losses(network, batch)
            loss = sum(LOSS[name] * value for name, value in losses.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            done += 1
            pieces += int((batch["ids"] > 0).sum())
            if done % 100 == 0:
                shown = " ".join(f"{name} {value.item():.3f}" for name, value in losses.items())
                spent = time.time() - began
                print(f"{done} {spent:.0f}s {pieces / spent:.0f}/s {shown}", flush=True)
            if done % options.evaluate_every == 0 or done == total:
                torch.save(network.state_dict(), options.out / "reader.pt")
                print(f"{done} dev {given_tokens(network, development, encode, labels)}", flush=True)


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
    parser.add_argument("--passes", type=float, default=12.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--evaluate-every", type=int, default=500, help="steps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
