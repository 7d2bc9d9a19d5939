"""Train the coding heads: ``python -m training.train_coding --data FOLDER --encoder FOLDER --out FOLDER``.

``--out`` holds the trained reader; the heads are written beside it.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training import manifest, passages
from training.coding import MOST_WINDOWS, NEAR, READ, Coding
from training.coding_windows import Cutter, Stretch, Window
from training.model import FAR, WIDTH, Reader
from training.passages import FACTUALITY, FILLERS, LINKS, Passage, Trigger
from training.train import SEED, WARM_UP, mean
from training.windows import IGNORED, Labels
from watchfloor.knowledge.files import DATA
from watchfloor.language.reader import LanguageReader
from watchfloor.language.wordpiece import WordPiece

BATCH_PIECES = 1200


@dataclass(frozen=True)
class Phase:
    """A stretch of training with one course of the learning rate: up for a twentieth, then down in a straight line."""

    passes: int
    encoder_rate: float
    head_rate: float
    copies: Mapping[str, int]
    """How often a corpus is seen in a pass."""


PHASES = (
    Phase(2, 1.2e-4, 1e-3, {"statements": 8, "annotations": 8, "lexicon": 1, "gum": 2, "gap": 1, "muc4": 1, "uds": 1}),
    # what happened is learnt by now; fillers and links are not
    Phase(1, 9e-5, 7e-4, {"statements": 7, "annotations": 7, "gum": 2, "gap": 1, "muc4": 2}),
    Phase(1, 9e-5, 7e-4, {"statements": 4, "annotations": 4, "gum": 2, "gap": 1, "muc4": 3}),
)
LOSS = {"event": 1.0, "unlike": 0.3, "certainty": 0.5, "fact": 0.3, "filler": 1.0, "link": 1.0}
FEW = {"event": 200, "unlike": 4, "certainty": 20, "fact": 30, "filler": 300, "link": 20}
"""Losses are means over at least so many cases: a batch with a single one is not to weigh as much as a full one."""
TRIGGER_WEIGHT = 2.0
BEST = 0.75
"""Share of the best type's probability mass where another would do."""


T = TypeVar("T", Window, Stretch)


def main() -> None:
    """Train, report scores on the development parts after each pass, write the weights and label lists."""
    options = _options()
    manifest.check(options.data, options.encoder)
    torch.set_num_threads(options.threads)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(SEED + options.from_phase)
    generator = random.Random(SEED + options.from_phase)
    encode = WordPiece((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    labels = Labels(**json.loads((options.out / "labels.json").read_text(encoding="utf-8")))
    reader = Reader(len(labels.upos), len(labels.xpos), len(labels.relations), len(labels.names))
    reader.load_state_dict(torch.load(options.out / "reader.pt"))
    types, modalities = coded_labels()
    cutter = Cutter(reader, encode, types, modalities)
    cache = options.out / "coding-windows.pt"
    if cache.is_file():
        learnt, watched = torch.load(cache, weights_only=False)
    else:
        began = time.time()
        learnt = _cut(cutter, _training(options.data, muc4=not options.without_muc4))
        watched = _cut(cutter, _development(options.data))
        print(f"cut in {time.time() - began:.0f} s", {k: len(v) for k, v in learnt.items()}, flush=True)
        torch.save((learnt, watched), cache)
    network = Coding(len(types), len(modalities))
    network.start(reader)
    if options.from_phase:
        network.load_state_dict(torch.load(_weights(options.out, options.from_phase - 1)))
    for number, phase in list(enumerate(PHASES))[options.from_phase :]:
        for done, shown in _steps(network, learnt, generator, phase):
            if done % 100 == 0:
                print(shown, flush=True)
            if shown.endswith("pass"):
                torch.save(network.state_dict(), _weights(options.out, number))
                print(report(network, watched, types), flush=True)
    # the last two are better at different things, and their mean at both
    last = [torch.load(_weights(options.out, number)) for number in range(len(PHASES))[-2:]]
    torch.save(mean(last), options.out / "coding.pt")
    (options.out / "coding.json").write_text(
        json.dumps(
            {
                "types": types,
                "modalities": modalities,
                "fillers": FILLERS,
                "facts": FACTUALITY,
                "links": LINKS,
                "edges": NEAR,
                "windows": MOST_WINDOWS,
            },
            indent=1,
        )
        + "\n"
    )


def _weights(folder: Path, phase: int) -> Path:
    return folder / f"coding{phase}.pt"


def coded_labels() -> tuple[list[str], list[str]]:
    """Return the types, no type first, and the modalities."""
    from watchfloor import knowledge

    return ["", *sorted(knowledge.load().lexicon.types)], [
        "actual", "attempted", "planned", "possible", "predicted", "hypothetical"
    ]  # fmt: skip


def _training(data: Path, *, muc4: bool) -> Iterator[Passage]:
    yield from passages.statements(data, "train")
    yield from passages.annotated(held_out=False)
    yield from _lexicon()
    if muc4:
        yield from passages.muc4(data, "train")
    yield from passages.gum(data, "train")
    yield from passages.gap(data, "train")
    yield from passages.uds(data, "train")


def _development(data: Path) -> Iterator[Passage]:
    for corpus in (passages.statements, passages.muc4, passages.gum, passages.gap, passages.uds):
        yield from corpus(data, "dev")


def _lexicon() -> Iterator[Passage]:
    """Yield the lexicon's examples with the words that tell the type, or that do not though they might."""
    reader = LanguageReader(threads=2)
    for sentence, type_, lemmas, fires in passages.lexicon(DATA / "lexicon"):
        found = [t for t in reader.read(sentence) if t.lemma_.lower() in lemmas]
        triggers = [
            Trigger((t.idx, t.idx + len(t)), (type_,) if fires else (), unlike=None if fires else type_) for t in found
        ]
        yield Passage("lexicon", sentence, triggers[:1])


def _cut(cutter: Cutter, given: Iterator[Passage]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = {}
    for stretch in cutter.stretches(given):
        found.setdefault(stretch.corpus, []).append(stretch)
    windows = [window for stretches in found.values() for stretch in stretches for window in stretch.windows]
    for group in _batches(windows, random.Random(0)):
        cutter.read(group)
    return found


def _batches(sized: list[T], generator: random.Random) -> list[list[T]]:
    ordered = sorted(sized, key=lambda one: one.pieces + generator.random() * 8)
    grouped: list[list[T]] = [[]]
    for one in ordered:
        if (len(grouped[-1]) + 1) * one.pieces > BATCH_PIECES and grouped[-1]:
            grouped.append([])
        grouped[-1].append(one)
    generator.shuffle(grouped)
    return grouped


def _steps(
    network: Coding, learnt: dict[str, list[Stretch]], generator: random.Random, phase: Phase
) -> Iterator[tuple[int, str]]:
    inner = [p for name, p in network.named_parameters() if name.startswith("layers.")]
    outer = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "base": phase.encoder_rate}, {"params": outer, "base": phase.head_rate}],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip
    windows = [w for corpus, some in learnt.items() for w in some * phase.copies.get(corpus, 0)]
    total = phase.passes * len(_batches(windows, random.Random(0)))
    began, done, pieces = time.time(), 0, 0
    for _ in range(phase.passes):
        network.train()
        grouped = _batches(windows, generator)
        for number, group in enumerate(grouped):
            share = done / total
            factor = max(0.003, min(share / WARM_UP, (1 - share) / (1 - WARM_UP)))
            for parameters in optimiser.param_groups:
                parameters["lr"] = parameters["base"] * factor
            optimiser.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = _losses(network, group)
            sum(LOSS[name] * value for name, value in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            done += 1
            pieces += sum(w.pieces for w in group)
            spent = time.time() - began
            shown = " ".join(f"{name} {value.item():.3f}" for name, value in losses.items())
            end = " pass" if number == len(grouped) - 1 else ""
            yield done, f"{done} of {total}, {spent:.0f} s, {pieces / spent:.0f} pieces/s, {shown}{end}"


def _inputs(group: list[Stretch]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return the arguments of ``Coding.words``."""
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
    return lower, mask, order, first, last, read


def _stacked(group: list[Stretch], name: str, most: int) -> Tensor:
    arrays = [getattr(w, name) for w in group]
    out = np.full((len(group), most, *arrays[0].shape[1:]), IGNORED)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out)


def _mean(total: Tensor, count: int, name: str) -> Tensor:
    return total / max(count, FEW[name])


def _losses(network: Coding, group: list[Stretch]) -> dict[str, Tensor]:
    inputs = _inputs(group)
    x = network.words(*inputs)
    most = x.shape[1]
    losses: dict[str, Tensor] = {}

    event = _stacked(group, "event", most)
    scores = network.event(x).float()
    weight = torch.ones(scores.shape[-1])
    weight[1:] = TRIGGER_WEIGHT
    flat = scores.flatten(0, 1)
    both = [
        F.cross_entropy(flat, event[..., k].flatten(), weight=weight, ignore_index=IGNORED, reduction="sum")
        for k in (0, 1)
    ]
    losses["event"] = _mean(BEST * both[0] + (1 - BEST) * both[1], int((event[..., 0] != IGNORED).sum()), "event")
    unlike = [(row, word, type_) for row, w in enumerate(group) for word, type_ in w.unlike]
    if unlike:
        rows, words, kinds = (list(column) for column in zip(*unlike, strict=True))
        told = scores[rows, words].softmax(-1)[range(len(rows)), kinds]
        losses["unlike"] = _mean(-torch.log1p(-told.clamp(max=0.999)).sum(), len(rows), "unlike")

    certainty = _stacked(group, "certainty", most)
    if bool((certainty != IGNORED).any()):
        said = network.certainty(x).float().flatten(0, 1)
        parts = ((said[:, :-2], certainty[..., 0]), (said[:, -2:], certainty[..., 1]))
        losses["certainty"] = _mean(
            sum(F.cross_entropy(s, c.flatten(), ignore_index=IGNORED, reduction="sum") for s, c in parts),
            int((certainty[..., 0] != IGNORED).sum()), "certainty",
        )  # fmt: skip
    fact = _stacked(group, "fact", most)
    if bool((fact != IGNORED).any()):
        said = network.fact(x).float().flatten(0, 1)
        losses["fact"] = _mean(
            F.cross_entropy(said, fact.flatten(), ignore_index=IGNORED, reduction="sum"),
            int((fact != IGNORED).sum()), "fact",
        )  # fmt: skip
    filler = _stacked(group, "filler", most)
    if bool((filler != IGNORED).any()):
        said = network.filler(x).float().reshape(-1, 3)
        losses["filler"] = _mean(
            F.cross_entropy(said, filler.flatten(), ignore_index=IGNORED, reduction="sum"),
            int((filler[..., 0] != IGNORED).sum()), "filler",
        )  # fmt: skip
    rows = [(row, link) for row, w in enumerate(group) for link in w.links]
    if rows:
        losses["link"] = _mean(_link_loss(network, x, group, rows), len(rows), "link")
    return losses


def _link_scores(network: Coding, x: Tensor, group: list[Stretch], rows: list) -> Tensor:
    """Return (links, 1 + words), what lies beyond a window's end ruled out."""
    below, to = network.link_from(x), network.link_to(x)
    at = [row for row, _ in rows]
    words = [link[0] for _, link in rows]
    scores = network.links(below[at, words], to[at], torch.tensor(words), torch.tensor([link[1] for _, link in rows]))
    sizes = torch.tensor([group[row].words for row in at])
    inside = torch.arange(scores.shape[1])[None, :] <= sizes[:, None]
    return scores.masked_fill(~inside, FAR)


def _link_loss(network: Coding, x: Tensor, group: list[Stretch], rows: list) -> Tensor:
    scores = _link_scores(network, x, group, rows)
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


def report(network: Coding, watched: dict[str, list[Stretch]], types: list[str]) -> str:
    """Score the development parts: triggers, links, fillers, antecedents, facts."""
    network.eval()
    counts: Counter[str] = Counter()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for windows in watched.values():
            for window in windows:
                x = network.words(*_inputs([window]))
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
    scores = _link_scores(network, x, [window], rows)
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


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora, see manifest.csv")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="folder with the trained reader, for the heads")
    parser.add_argument("--without-muc4", action="store_true", help="leave out the corpus whose terms nobody states")
    parser.add_argument("--from-phase", type=int, default=0, help="go on after the phase before this one")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
