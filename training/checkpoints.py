"""What training leaves in a folder: the reader with its labels, the weights at the end of each phase."""

import json
from pathlib import Path

import torch
from torch import Tensor

from training.model import Reader
from training.windows import Labels

State = dict[str, Tensor]


def reader(folder: Path) -> tuple[Labels, Reader]:
    """Load the trained reader and the labels that it gives."""
    labels = Labels(**json.loads((folder / "labels.json").read_text(encoding="utf-8")))
    network = Reader(len(labels.upos), len(labels.xpos), len(labels.relations), len(labels.names))
    network.load_state_dict(torch.load(folder / "reader.pt"))
    return labels, network


def of_phase(folder: Path, name: str, phase: int) -> Path:
    """The file of the weights with which a phase ended."""
    return folder / f"{name}{phase}.pt"


def mean(paths: list[Path]) -> State:
    """Average what phases ended with: the two lie near each other, and between them is better than either."""
    states = [torch.load(path) for path in paths]
    return {key: torch.stack([state[key] for state in states]).mean(0) for key in states[0]}
