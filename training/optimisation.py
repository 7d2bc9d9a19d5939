"""How both networks are trained: seeds, the optimiser, the course of its rate."""

import random

import numpy as np
import torch
from torch import nn

SEED = 19
WARM_UP = 0.05


def seeded(phase: int) -> random.Random:
    """Seed every source of chance for training from a phase on; return the one for the order of the examples."""
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(SEED + phase)
    return random.Random(SEED + phase)


def optimiser(network: nn.Module, inner: str, inner_rate: float, outer_rate: float) -> torch.optim.AdamW:
    """Return AdamW with one rate for the parameters whose names begin with ``inner``, and another for the rest."""
    groups: dict[float, list[nn.Parameter]] = {inner_rate: [], outer_rate: []}
    for name, parameter in network.named_parameters():
        groups[inner_rate if name.startswith(inner) else outer_rate].append(parameter)
    return torch.optim.AdamW(
        [{"params": parameters, "base": rate} for rate, parameters in groups.items()],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip


def set_rate(of: torch.optim.Optimizer, share: float) -> None:
    """Set the rate after a share of the steps: up for a twentieth, then down in a straight line, never quite to 0."""
    factor = min(1.0, min(share / WARM_UP, (1 - share) / (1 - WARM_UP)) + 0.003)
    for parameters in of.param_groups:
        parameters["lr"] = parameters["base"] * factor
