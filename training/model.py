"""The network: an encoder of the BERT kind and one head for each thing that is read off a word."""

import random
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from watchfloor.language.features import GAPS, SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC_WIDTH, RELATION_WIDTH, NAME_WIDTH = 256, 96, 128
SHAPE_WIDTH, GAP_WIDTH = 40, 8
FAR = -1e4
"""Score of what is not allowed; fits half precision."""


class PooledDropout(nn.Module):
    """Dropout with masks sliced from one pool: drawing fresh masks costs a fifth of a training step on a CPU."""

    SIZE = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self._pools: dict[torch.dtype, Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        """Drop in training only."""
        if not self.training or self.share == 0:
            return x
        if x.dtype not in self._pools:
            self._pools[x.dtype] = (torch.rand(self.SIZE) > self.share).to(x.dtype) / (1 - self.share)
        pool = self._pools[x.dtype]
        if x.numel() >= self.SIZE:
            return F.dropout(x, self.share, True)
        start = random.randrange(self.SIZE - x.numel())
        return x * pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """One transformer layer, attention as plain products: faster backwards on a CPU than the fused kernel."""

    def __init__(self, share: float = 0.1) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = PooledDropout(share)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, pieces, width) to the same; ``mask`` is true where there is a piece."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        scale = (WIDTH // ATTENTION_HEADS) ** -0.5
        scores = split(self.query(x) * scale) @ split(self.key(x)).transpose(2, 3)
        weights = scores.masked_fill(~mask, FAR).softmax(-1)
        value = split(self.value(x))
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.drop(self.out(mixed)))
        return self.norm_out(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """The base encoder; its weights come from the published file."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = PooledDropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor) -> Tensor:
        """Map (batch, pieces) to (batch, pieces, width); piece 0 is padding."""
        return self.upper(self.lower(ids, 0), ids, 0)

    def lower(self, ids: Tensor, count: int) -> Tensor:
        """Return what the first layers say, (batch, pieces, width)."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        for layer in self.layers[:count]:
            x = layer(x, (ids > 0)[:, None, None, :])
        return x

    def upper(self, x: Tensor, ids: Tensor, count: int) -> Tensor:
        """Return what the other layers make of it, (batch, pieces, width)."""
        mask = (ids > 0)[:, None, None, :]
        for layer in self.layers[count:]:
            x = layer(x, mask)
        return x

    def load(self, path: Path) -> None:
        """Take the weights of a BERT checkpoint in safetensors."""
        published = {key.removeprefix("bert."): value for key, value in load_file(path).items()}
        ours = {
            "pieces.weight": published["embeddings.word_embeddings.weight"],
            "positions.weight": published["embeddings.position_embeddings.weight"],
            "kind": published["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": published["embeddings.LayerNorm.weight"],
            "norm.bias": published["embeddings.LayerNorm.bias"],
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm_attention": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "norm_out": "output.LayerNorm",
        }
        for number in range(LAYERS):
            for name, theirs in parts.items():
                for kind in ("weight", "bias"):
                    ours[f"layers.{number}.{name}.{kind}"] = published[f"encoder.layer.{number}.{theirs}.{kind}"]
        self.load_state_dict(ours)


class Projection(nn.Module):
    """A linear map with a leaky bend and dropout."""

    def __init__(self, width_in: int, width_out: int, share: float = 0.33) -> None:
        super().__init__()
        self.linear = nn.Linear(width_in, width_out)
        self.drop = PooledDropout(share)

    def forward(self, x: Tensor) -> Tensor:
        """Map the last axis."""
        return self.drop(F.leaky_relu(self.linear(x), 0.1))


def with_one(x: Tensor) -> Tensor:
    """Append a constant 1, so that a product of two words also scores each alone."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Everything read off a window in one pass, relations excepted: they need the heads."""

    def __init__(self, upos: int, xpos: int, relations: int, names: int) -> None:
        super().__init__()
        width = WIDTH + SHAPE_WIDTH + GAP_WIDTH
        self.encoder = Encoder()
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.gaps = nn.Embedding(GAPS, GAP_WIDTH)
        self.drop = PooledDropout(0.2)
        self.upos, self.xpos = nn.Linear(width, upos), nn.Linear(width, xpos)
        self.name = nn.Sequential(Projection(width, NAME_WIDTH, 0.2), nn.Linear(NAME_WIDTH, names))
        self.start = nn.Sequential(Projection(width, NAME_WIDTH, 0.2), nn.Linear(NAME_WIDTH, 1))
        self.arc_head, self.arc_word = Projection(width, ARC_WIDTH), Projection(width, ARC_WIDTH)
        self.relation_head, self.relation_word = Projection(width, RELATION_WIDTH), Projection(width, RELATION_WIDTH)
        self.arc = nn.Parameter(torch.randn(ARC_WIDTH + 1, ARC_WIDTH) * 0.01)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.relations = Relations(relations)

    def words(self, ids: Tensor, first: Tensor, last: Tensor, shape: Tensor, gap: Tensor) -> Tensor:
        """Return (batch, words, width): the mean of a word's outer pieces, its shape, the blank before it."""
        return self.joined(self.encoder(ids), first, last, shape, gap)

    def joined(self, x: Tensor, first: Tensor, last: Tensor, shape: Tensor, gap: Tensor) -> Tensor:
        """Return the words (batch, words, width) of pieces that the encoder has read."""
        batch, count = first.shape

        def at(index: Tensor) -> Tensor:
            return x.gather(1, index[:, :, None].expand(batch, count, WIDTH))

        mean = (at(first) + at(last)) * 0.5
        return self.drop(torch.cat([mean, self.shapes(shape).to(mean.dtype), self.gaps(gap).to(mean.dtype)], -1))

    def trees(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (batch, words, 1 + words; the root first) and both sides of the relations."""
        batch, _, width = words.shape
        heads = torch.cat([self.root.expand(batch, 1, width).to(words.dtype), words], 1)
        arcs = with_one(self.arc_word(words)) @ self.arc @ self.arc_head(heads).transpose(1, 2)
        return arcs, self.relation_word(words), self.relation_head(heads)

    def forward(
        self, ids: Tensor, first: Tensor, last: Tensor, shape: Tensor, gap: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return scores: upos, xpos, names, sentence starts, arcs, and both sides of the relations."""
        return self.told(self.words(ids, first, last, shape, gap))

    def told(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return the scores of words."""
        arcs, below, above = self.trees(words)
        return self.upos(words), self.xpos(words), self.name(words), self.start(words).squeeze(-1), arcs, below, above


class Relations(nn.Module):
    """Scores the relation of each word to its head."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.weight = nn.Parameter(torch.randn(RELATION_WIDTH + 1, count * (RELATION_WIDTH + 1)) * 0.01)

    def forward(self, below: Tensor, above: Tensor, head: Tensor) -> Tensor:
        """Return (batch, words, relations) for heads (batch, words; 0 is the root)."""
        batch, count, width = below.shape
        chosen = above.gather(1, head[:, :, None].expand(batch, count, width))
        left = (with_one(below) @ self.weight).view(batch, count, self.count, width + 1)
        return (left @ with_one(chosen)[..., None])[..., 0]
