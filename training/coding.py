"""The coding heads: what they see, and the layers and scorers of their own.

They share the lower layers of the reader, which stay as training left them, so that adding heads changes nothing of the
tree that rules were written on; the upper layers are copied and go their own way.
"""

import torch
from torch import Tensor, nn

from training.model import GAP_WIDTH, SHAPE_WIDTH, WIDTH, Layer, PooledDropout, Projection, Reader, with_one
from training.passages import FACTUALITY, FILLERS, LINKS

SHARED = 3
"""Layers of the reader below the coding heads."""
READ = WIDTH + SHAPE_WIDTH + GAP_WIDTH
"""Width of a word as the reader sees it."""
LINK_WIDTH = 96
NEAR = (1, 2, 3, 5, 9, 17, 33, 65)
"""Distances in words at which a new step begins, on either side."""
MOST_WINDOWS = 24
"""Windows of a stretch are told apart by their order up to there."""
STEPS = 2 * len(NEAR) + 1


def steps(count: int) -> Tensor:
    """Return (count, count): the step of the distance from a word to another, of ``STEPS``."""
    position = torch.arange(count)
    apart = position[None, :] - position[:, None]
    far = torch.bucketize(apart.abs(), torch.tensor(NEAR), right=True)
    return torch.where(apart < 0, len(NEAR) - far, len(NEAR) + far)


class Coding(nn.Module):
    """Scores for triggers, their certainty, fillers of roles, and links between words."""

    def __init__(self, types: int, modalities: int) -> None:
        super().__init__()
        width = WIDTH + READ
        self.layers = nn.ModuleList(Layer() for _ in range(6 - SHARED))
        self.order = nn.Embedding(MOST_WINDOWS, WIDTH)
        nn.init.zeros_(self.order.weight)
        self.drop = PooledDropout(0.2)
        self.event = nn.Sequential(Projection(width, 256), nn.Linear(256, types))
        self.certainty = nn.Sequential(Projection(width, 128), nn.Linear(128, modalities + 2))
        self.fact = nn.Sequential(Projection(width, 96), nn.Linear(96, len(FACTUALITY)))
        self.filler = nn.Sequential(Projection(width, 192, 0.2), nn.Linear(192, 3 * len(FILLERS)))
        self.link_from, self.link_to = Projection(width, LINK_WIDTH), Projection(width, LINK_WIDTH)
        self.links = Links()

    def start(self, reader: Reader) -> None:
        """Copy the upper layers of the reader."""
        for layer, original in zip(self.layers, reader.encoder.layers[SHARED:], strict=True):
            layer.load_state_dict(original.state_dict())

    def words(self, lower: Tensor, mask: Tensor, order: Tensor, first: Tensor, last: Tensor, read: Tensor) -> Tensor:
        """Return (batch, words, width) from the shared layers' pieces and the reader's words.

        ``order`` (batch, pieces) tells which window of the stretch a piece is from.
        """
        x = lower + self.order(order).to(lower.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        batch, count = first.shape

        def at(index: Tensor) -> Tensor:
            return x.gather(1, index[:, :, None].expand(batch, count, WIDTH))

        mean = (at(first) + at(last)) * 0.5
        return self.drop(torch.cat([mean, read.to(mean.dtype)], -1))

    def forward(
        self, lower: Tensor, order: Tensor, first: Tensor, last: Tensor, read: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return scores of one stretch: events, certainty, facts, fillers, and both sides of the links."""
        mask = torch.ones_like(lower[:, None, None, :, 0], dtype=torch.bool)
        x = self.words(lower, mask, order, first, last, read)
        return self.event(x), self.certainty(x), self.fact(x), self.filler(x), self.link_from(x), self.link_to(x)


class Links(nn.Module):
    """Scores which word fills which slot of which trigger, or stands behind which pronoun."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(len(LINKS), LINK_WIDTH + 1, LINK_WIDTH + 1) * 0.01)
        self.near = nn.Parameter(torch.zeros(len(LINKS), STEPS))
        self.nobody = nn.Parameter(torch.randn(LINK_WIDTH) * 0.1)

    def forward(self, below: Tensor, to: Tensor, position: Tensor, link: Tensor) -> Tensor:
        """Return (rows, 1 + words), nobody first.

        ``below`` (rows, width) are the words that have a slot, ``position`` (rows) where they stand, ``link`` (rows)
        which slot; ``to`` (rows, words, width) the words that may fill it.
        """
        others = torch.cat([self.nobody.expand(len(to), 1, -1).to(to.dtype), to], 1)
        left = torch.einsum("ri,rij->rj", with_one(below).float(), self.weight[link])
        scores = torch.einsum("rj,rwj->rw", left, with_one(others).float())
        apart = steps(to.shape[1])[position]
        return scores + torch.cat([torch.zeros(len(to), 1), self.near[link[:, None], apart]], 1)
