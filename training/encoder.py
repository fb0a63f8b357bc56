"""The encoder: MiniLM-L6 with a shape embedding, one output projection for all heads."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tocsin.model.heads import ATTRIBUTION, LINK_WIDTH, NAMES, OUTPUT_WIDTH, ROLE_WIDTH
from tocsin.model.pieces import SHAPES
from training.crf import Crf

LAYERS, HIDDEN, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
DISTANCE_BUCKETS = 33  # sign and log2 buckets of the distance from cue to span


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in self.qkv(x).split(HIDDEN, dim=2)
        )
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        attended = self.out(attended.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.norm1(x + functional.dropout(attended, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and shapes in, one row of head columns a piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.heads = nn.Linear(HIDDEN, OUTPUT_WIDTH)
        self.dropout = dropout
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def embed(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Return the normalised sum of word, position and shape embeddings."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.shapes(shapes)
        return functional.dropout(self.norm(x), self.dropout, self.training)

    def hidden(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Return the last layer's [batch, length, HIDDEN] for int ``ids`` and ``shapes``, 0/1 ``mask``."""
        x = self.embed(ids, shapes)
        bias = ((1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4).expand(-1, 1, ids.shape[1], -1)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, length, OUTPUT_WIDTH] for the same."""
        x = self.hidden(ids, shapes, mask)
        return self.heads(functional.dropout(x, self.dropout, self.training))


class Links(nn.Module):
    """Scores of span pairs from their projections, a null choice, and a distance bias."""

    def __init__(self) -> None:
        super().__init__()
        self.null = nn.Parameter(torch.zeros(2))  # content without cue, cue without source
        self.distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))

    def scores(self, kind: int, left: Tensor, right: Tensor, gap: Tensor) -> Tensor:
        """Return scores [left, right + 1]; the last column is the null choice.

        ``gap`` [left, right] is the signed distance in pieces from left to right.
        """
        score = left @ right.T / math.sqrt(LINK_WIDTH) + self.distance[kind][bucket(gap)]
        null = self.null[kind].expand(len(left), 1)
        return torch.cat((score, null), dim=1)


def bucket(gap: Tensor) -> Tensor:
    """Return the bucket of a signed distance: 16 for zero, one a doubling to either side."""
    size = (gap.abs().float() + 1).log2().mul(2).floor().clamp(max=16).long()
    return DISTANCE_BUCKETS // 2 + torch.sign(gap).long() * size


class Pointer(nn.Module):
    """Scores of pairs from their projections, with a bias for their distance and a null choice."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.null = nn.Parameter(torch.zeros(()))
        self.distance = nn.Parameter(torch.zeros(DISTANCE_BUCKETS))

    def scores(self, left: Tensor, right: Tensor, gap: Tensor) -> Tensor:
        """Return scores [left, right]; ``gap`` [left, right] is the distance in pieces."""
        return left @ right.T / math.sqrt(self.width) + self.distance[bucket(gap)]


class Reader(nn.Module):
    """Encoder, transition scores and the scores of pairs: all that training learns."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.attribution = Crf(ATTRIBUTION.tags)
        self.names = Crf(NAMES.tags)
        self.links = Links()
        self.arcs = Pointer(LINK_WIDTH)
        self.actor = Pointer(ROLE_WIDTH)
        self.recipient = Pointer(ROLE_WIDTH)
        self.coreference = Pointer(LINK_WIDTH)


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Fill the encoder from all-MiniLM-L6-v2's safetensors; shapes and heads stay new."""
    source = load_file(str(weights))
    source = {name.removeprefix("bert."): tensor for name, tensor in source.items()}
    state = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        # BERT adds one of two segment vectors; ours is always the first, folded in here.
        "positions.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    parts = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        old = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            state[f"layers.{i}.qkv.{kind}"] = torch.cat(
                [source[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for ours, theirs in parts.items():
                state[f"layers.{i}.{ours}.{kind}"] = source[f"{old}{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    new = {"shapes.weight", "heads.weight", "heads.bias"}
    if set(missing) != new or unexpected:
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
