"""From the encoder's output to one loss a head."""

import torch
from torch import Tensor
from torch.nn import functional

from tocsin.model.heads import (
    ARCS,
    ATTRIBUTION,
    COREFERENCE,
    EVENTS,
    FACTUALITY,
    LINK_WIDTH,
    LINKS,
    MODALITY,
    NAMES,
    RELATIONS,
    ROLE_WIDTH,
    ROLES,
    ROOTS,
    SENTENCES,
    TAGS,
    VECTORS,
    WORDS,
    columns,
)
from training.batches import Batch, Chains, SpanLinks
from training.encoder import Reader
from training.targets import UNKNOWN, CodedEvent, PieceSpan, Roles

WEIGHTS = {
    "attribution": 1.0, "names": 1.0, "sentences": 0.5, "links": 0.15, "words": 0.2, "tags": 0.4,
    "relations": 0.4, "arcs": 0.4, "events": 1.5, "modality": 0.4, "factuality": 0.5, "roles": 0.3,
    "coded": 0.6, "coreference": 0.3, "vectors": 1.0,
}  # fmt: skip
# A batch with few items of a kind weighs as one with this many, times the share that it has.
LEAST = {"events": 400, "modality": 24, "factuality": 24, "roles": 16, "coded": 12, "coreference": 24,
         "vectors": 24, "tags": 400}  # fmt: skip
FAR = -1e4


def mean(values: Tensor, kind: str) -> Tensor:
    """Return the mean of losses, taken over at least ``LEAST`` of them."""
    return values.sum() / max(values.numel(), LEAST.get(kind, 1))


def compute(reader: Reader, output: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head on a batch; heads without any target are left out."""
    output = output.float()
    losses = {}
    inside = batch.mask.bool()
    for head, crf in ((ATTRIBUTION, reader.attribution), (NAMES, reader.names)):
        target = batch.pieces[head.name]
        rows = target[:, 1] != UNKNOWN  # place 0 is the start mark
        if rows.any():
            emissions = output[rows][:, 1:, columns(head)]
            losses[head.name] = crf.loss(emissions, target[rows][:, 1:], inside[rows][:, 1:])
    for head in (SENTENCES, WORDS):
        target = batch.pieces[head.name]
        known = target != UNKNOWN
        if known.any():
            logits = output[:, :, columns(head)].squeeze(2)[known]
            losses[head.name] = functional.binary_cross_entropy_with_logits(logits, target[known].float())
    for head in (TAGS, RELATIONS, EVENTS, MODALITY):
        target = batch.pieces[head.name]
        known = target != UNKNOWN
        if known.any():
            scores = output[:, :, columns(head)][known]
            losses[head.name] = mean(
                functional.cross_entropy(scores, target[known], reduction="none"), head.name
            )
    known = ~batch.factuality.isnan()
    if known.any():
        found = output[:, :, columns(FACTUALITY)].squeeze(2)[known]
        losses["factuality"] = mean((found - batch.factuality[known]).abs(), "factuality")
    return losses | pair_losses(reader, output, batch)


def pair_losses(reader: Reader, output: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Return the losses of the heads that choose among pairs, and of the sentence vectors."""
    found: dict[str, list[Tensor]] = {
        name: [] for name in ("links", "arcs", "roles", "coded", "coreference", "vectors")
    }
    links = output[:, :, columns(LINKS)].split(LINK_WIDTH, dim=2)
    arcs = output[:, :, columns(ARCS)].split(LINK_WIDTH, dim=2)
    roles = output[:, :, columns(ROLES)].split(ROLE_WIDTH, dim=2)
    chains = output[:, :, columns(COREFERENCE)].split(LINK_WIDTH, dim=2)
    events = output[:, :, columns(EVENTS)]
    for row in range(len(output)):
        inside = int(batch.mask[row].sum())
        for kind, spans in enumerate((batch.contents[row], batch.cues[row])):
            if spans and spans.left:
                found["links"].append(
                    link_loss(reader, kind, links[2 * kind][row], links[2 * kind + 1][row], spans)
                )
        if (batch.heads[row] != UNKNOWN).any():
            found["arcs"].append(arc_loss(reader, output[row], arcs[0][row], arcs[1][row], batch, row))
        if batch.roles[row] or batch.coded[row]:
            pointers = role_scores(reader, [part[row, :inside] for part in roles])
            if batch.roles[row]:
                found["roles"].append(role_loss(pointers, batch.roles[row]))
            if batch.coded[row]:
                found["coded"].append(coded_loss(events[row, :inside], pointers, batch.coded[row]))
        if (chain := batch.chains[row]) is not None and len(chain.mentions) > 1:
            found["coreference"].append(chain_loss(reader, chains[0][row], chains[1][row], chain))
        if batch.vectors[row]:
            found["vectors"].append(vector_loss(output[row, :, columns(VECTORS)], batch.vectors[row]))
    return {name: mean(torch.cat(parts), name) for name, parts in found.items() if parts}


def ends_mean(vectors: Tensor, spans: list[PieceSpan]) -> Tensor:
    """Return the mean of the first and last piece's vectors of each span."""
    places = torch.tensor(spans, device=vectors.device)
    return (vectors[places[:, 0]] + vectors[places[:, 1]]) / 2


def gaps(left: list[int], right: list[int], device: torch.device) -> Tensor:
    """Return [left, right]: how far each right place lies from each left one."""
    lefts, rights = torch.tensor(left, device=device), torch.tensor(right, device=device)
    return rights[None, :] - lefts[:, None]


def link_loss(reader: Reader, kind: int, lefts: Tensor, rights: Tensor, links: SpanLinks) -> Tensor:
    """Return the cross-entropy of each left span's choice."""
    left = ends_mean(lefts, links.left)
    if links.right:
        right = ends_mean(rights, links.right)
        gap = gaps([s for s, _ in links.left], [s for s, _ in links.right], left.device)
    else:
        right = left.new_zeros(0, LINK_WIDTH)
        gap = torch.zeros(len(left), 0, dtype=torch.long, device=left.device)
    scores = reader.links.scores(kind, left, right, gap)
    return functional.cross_entropy(scores, torch.tensor(links.choice, device=left.device), reduction="none")


def arc_loss(
    reader: Reader, output: Tensor, dependents: Tensor, heads: Tensor, batch: Batch, row: int
) -> Tensor:
    """Return the cross-entropy of each word's head among the words of its sentence, and the root."""
    places = (batch.pieces["words"][row] == 1).nonzero().squeeze(1)
    sentence = (batch.pieces["sentences"][row] == 1).cumsum(0)[places]
    scores = reader.arcs.scores(dependents[places], heads[places], places[None, :] - places[:, None])
    apart = (sentence[:, None] != sentence[None, :]) | torch.eye(
        len(places), dtype=torch.bool, device=scores.device
    )
    root = output[places, columns(ROOTS)]
    logits = torch.cat((root, scores.masked_fill(apart, FAR)), dim=1)
    target = batch.heads[row][places]
    known = target != UNKNOWN
    rank = torch.zeros(output.shape[0], dtype=torch.long, device=scores.device)
    rank[places] = torch.arange(1, len(places) + 1, device=scores.device)  # 0 stays the root's
    return functional.cross_entropy(logits[known], rank[target[known]], reduction="none")


def role_scores(reader: Reader, parts: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Return log-probabilities [pieces, pieces + 1] of actor and recipient; the last is for none."""
    places = torch.arange(len(parts[0]), device=parts[0].device)
    gap = places[None, :] - places[:, None]
    found = []
    for pointer, left, right in (
        (reader.actor, parts[0], parts[1]),
        (reader.recipient, parts[2], parts[3]),
    ):
        scores = pointer.scores(left, right, gap)
        null = pointer.null.expand(len(left), 1)
        found.append(torch.cat((scores, null), dim=1).log_softmax(1))
    return found[0], found[1]


def role_loss(pointers: tuple[Tensor, Tensor], roles: list[Roles]) -> Tensor:
    """Return for each trigger and argument minus the log-probability of any of its pieces."""
    losses = []
    for item in roles:
        for scores, span in zip(pointers, (item.actor, item.recipient), strict=True):
            of = scores[item.trigger]
            losses.append(-(of[span[0] : span[1] + 1].logsumexp(0) if span else of[-1]))
    return torch.stack(losses)


def coded_loss(events: Tensor, pointers: tuple[Tensor, Tensor], coded: list[CodedEvent]) -> Tensor:
    """Return minus the log-probability of each event's type, summed over where its trigger may stand.

    Every piece may be the trigger, as likely as it tells an event and points to the two phrases.
    """
    losses = []
    for item in coded:
        where, types = coded_scores(events, pointers, item)
        right = types[:, list(item.types)].logsumexp(1)
        told = where.logsumexp(0).clamp(max=-1e-4)
        losses.append(-(where.log_softmax(0) + right).logsumexp(0) - 0.3 * told)
    return torch.stack(losses)


def coded_scores(events: Tensor, pointers: tuple[Tensor, Tensor], item: CodedEvent) -> tuple[Tensor, Tensor]:
    """Return how likely each piece is the trigger (log), and log-probabilities of the types there.

    The columns of the second are those of ``EVENTS``; "none" is impossible.
    """
    scores = events.log_softmax(1)
    some = torch.log1p(-scores[:, 0].exp().clamp(max=1 - 1e-6))
    where = some + pointers[0][:, item.source[0] : item.source[1] + 1].logsumexp(1)
    if item.target:
        where = where + pointers[1][:, item.target[0] : item.target[1] + 1].logsumexp(1)
    types = events.clone()
    types[:, 0] = FAR
    return where, types.log_softmax(1)


def chain_loss(reader: Reader, lefts: Tensor, rights: Tensor, chains: Chains) -> Tensor:
    """Return minus the log-probability that a mention's antecedent is any of its chain (or none)."""
    starts = [start for start, _ in chains.mentions]
    asked = torch.tensor(chains.asked, device=lefts.device)
    if not len(asked):
        return lefts.new_zeros(0)
    scores = reader.coreference.scores(
        ends_mean(lefts, chains.mentions),
        ends_mean(rights, chains.mentions),
        gaps(starts, starts, lefts.device),
    )[asked]
    numbers = torch.arange(len(starts), device=lefts.device)
    may = numbers[None, :] != asked[:, None] if chains.later else numbers[None, :] < asked[:, None]
    chain = torch.tensor(chains.chains, device=lefts.device)
    same = (chain[asked][:, None] == chain[None, :]) & may
    null = reader.coreference.null.expand(len(asked), 1)
    logits = torch.cat((scores.masked_fill(~may, FAR), null), dim=1)
    right = torch.cat((same, ~same.any(1, keepdim=True)), dim=1)
    return logits.logsumexp(1) - logits.masked_fill(~right, 2 * FAR).logsumexp(1)


def vector_loss(output: Tensor, targets: list[tuple[PieceSpan, object]]) -> Tensor:
    """Return one minus the cosine of each sentence's vector and its teacher's."""
    found = torch.stack([output[first : last + 1].mean(0) for (first, last), _ in targets])
    gold = torch.stack([torch.as_tensor(vector, device=output.device) for _, vector in targets])
    return 1 - functional.cosine_similarity(found, gold, dim=1)
