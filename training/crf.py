"""A linear-chain CRF over piece scores (Lafferty et al. 2001), in PyTorch for training."""

import torch
from torch import Tensor, nn


class Crf(nn.Module):
    """Transition scores between tags; the scores of pieces come from the encoder's head."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        illegal = torch.zeros(len(tags), len(tags), dtype=torch.bool)
        for before, left in enumerate(tags):
            for after, right in enumerate(tags):
                if right.startswith("I-") and left[2:] != right[2:]:
                    illegal[before, after] = True
        self.register_buffer("illegal", illegal, persistent=False)

    def scores(self) -> Tensor:
        """Return transition scores [from, to], with the ones BIO forbids far below the rest."""
        return self.transitions.masked_fill(self.illegal, -1e4)

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood per piece.

        ``emissions`` [batch, length, tags] float32, ``tags`` [batch, length] (any value where
        masked), ``mask`` [batch, length] bool, true on a prefix of each row.
        """
        transitions = self.scores()
        tags = tags.clamp(min=0)
        gold = emissions.gather(2, tags[..., None]).squeeze(2)
        steps = transitions[tags[:, :-1], tags[:, 1:]]
        gold_score = (gold * mask).sum(1) + (steps * mask[:, 1:]).sum(1)
        alpha = emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + emissions[:, i]
            alpha = torch.where(mask[:, i, None], step, alpha)
        total = torch.logsumexp(alpha, dim=1)
        used = mask[:, 0]
        return ((total - gold_score) * used).sum() / mask.sum().clamp(min=1)
