"""Train the coding heads: ``python -m training.train_coding --data FOLDER --encoder FOLDER --out FOLDER``.

``--out`` holds the trained reader; the heads are written beside it.
"""

import argparse
import json
import random
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, get_args

import torch

from training import checkpoints, manifest, passages
from training.checkpoints import of_phase
from training.coding import MOST_WINDOWS, NEAR, Coding
from training.coding_losses import LOSS, losses
from training.coding_progress import report
from training.coding_windows import Cutter, Stretch, Window
from training.exchange import Renaming
from training.optimisation import SEED, optimiser, seeded, set_rate
from training.passages import FACTUALITY, FILLERS, LINKS, Passage, Trigger
from watchfloor import knowledge
from watchfloor.knowledge.files import DATA
from watchfloor.language.reader import LanguageReader
from watchfloor.language.wordpiece import WordPiece
from watchfloor.records import Modality

BATCH_PIECES = 1200
VARIANTS = 1
"""How often each coded text is also given with other names: what is learnt of a text is then less the text itself."""


@dataclass(frozen=True)
class Phase:
    """A stretch of training with one course of the learning rate: up for a twentieth, then down in a straight line."""

    passes: int
    encoder_rate: float
    head_rate: float
    copies: Mapping[str, int]
    """How often a corpus is seen in a pass."""


PHASES = (
    Phase(
        1, 1.2e-4, 1e-3,
        {"statements": 3, "annotations": 2, "renamed": 1, "lexicon": 1, "gum": 2, "gap": 1, "muc4": 1, "uds": 1},
    ),
    Phase(3, 1e-4, 8e-4, {"statements": 3, "annotations": 2, "renamed": 1, "gum": 1, "gap": 1, "muc4": 1}),
    Phase(2, 8e-5, 6e-4, {"statements": 3, "annotations": 2, "renamed": 1, "gum": 1, "gap": 1, "muc4": 1}),
)  # fmt: skip
T = TypeVar("T", Window, Stretch)


def main() -> None:
    """Train, report scores on the development parts after each pass, write the weights and label lists."""
    options = _options()
    manifest.check(options.data, options.encoder)
    torch.set_num_threads(options.threads)
    generator = seeded(options.from_phase)
    encode = WordPiece((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    _, reader = checkpoints.reader(options.out)
    types, modalities = coded_labels()
    learnt, watched = _stretches(options, Cutter(reader, encode, types, modalities))
    network = Coding(len(types), len(modalities))
    network.start(reader)
    if options.from_phase:
        network.load_state_dict(torch.load(of_phase(options.out, "coding", options.from_phase - 1)))
    for number, phase in list(enumerate(PHASES))[options.from_phase :]:
        for done, shown in _steps(network, learnt, generator, phase):
            if done % 100 == 0:
                print(shown, flush=True)
            if shown.endswith("pass"):
                torch.save(network.state_dict(), of_phase(options.out, "coding", number))
                print(report(network, watched), flush=True)
    shutil.copy(of_phase(options.out, "coding", len(PHASES) - 1), options.out / "coding.pt")
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


def coded_labels() -> tuple[list[str], list[str]]:
    """Return the types, no type first, and the modalities."""
    return ["", *sorted(knowledge.load().lexicon.types)], list(get_args(Modality))


def _stretches(
    options: argparse.Namespace, cutter: Cutter
) -> tuple[dict[str, list[Stretch]], dict[str, list[Stretch]]]:
    """Cut the training and the development parts by corpus; what was cut before is kept beside the weights."""
    kept = options.out / "coding-windows.pt"
    if kept.is_file():
        learnt, watched = torch.load(kept, weights_only=False)
    else:
        learnt, watched = _cut(cutter, _training(options.data)), _cut(cutter, _development(options.data))
        torch.save((learnt, watched), kept)
    if options.without_muc4:
        del learnt["muc4"]
    return learnt, watched


def _training(data: Path) -> Iterator[Passage]:
    coded = [*passages.statements(data, "train"), *passages.annotated()]
    yield from coded
    yield from _renamed(coded)
    yield from _lexicon()
    yield from passages.muc4(data, "train")
    yield from passages.gum(data, "train")
    yield from passages.gap(data, "train")
    yield from passages.uds(data, "train")


def _renamed(coded: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages with other names than their own, ``VARIANTS`` times."""
    reader = LanguageReader(threads=2)
    names = [[(e.start_char, e.end_char, e.label_, e.text) for e in reader.read(p.text).ents] for p in coded]
    renaming = Renaming(names, random.Random(SEED))
    for _ in range(VARIANTS):
        for passage, own in zip(coded, names, strict=True):
            renamed = renaming(passage, own)
            if renamed is not None:
                yield replace(renamed, corpus="renamed")


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
    steered = optimiser(network, "layers.", phase.encoder_rate, phase.head_rate)
    windows = [w for corpus, some in learnt.items() for w in some * phase.copies.get(corpus, 0)]
    total = phase.passes * len(_batches(windows, random.Random(0)))
    began, done, pieces = time.time(), 0, 0
    for _ in range(phase.passes):
        network.train()
        grouped = _batches(windows, generator)
        for number, group in enumerate(grouped):
            set_rate(steered, done / total)
            steered.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told = losses(network, group)
            sum(LOSS[name] * value for name, value in told.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            steered.step()
            done += 1
            pieces += sum(w.pieces for w in group)
            spent = time.time() - began
            shown = " ".join(f"{name} {value.item():.3f}" for name, value in told.items())
            end = " pass" if number == len(grouped) - 1 else ""
            yield done, f"{done} of {total}, {spent:.0f} s, {pieces / spent:.0f} pieces/s, {shown}{end}"


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
