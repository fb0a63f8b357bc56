"""Which claim a denial denies: the same content with the other polarity, by another origin of the story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tocsin.reconcile.claims.claimed import Claim
from tocsin.reconcile.claims.comparing import Comparison, opposite, same_claim
from tocsin.reconcile.claims.gathering import DENY, scored
from tocsin.reconcile.inputs import Denial, Within
from tocsin.record import Act, Weight

DENIES: Final = 0.5  # from here on a denial is tied to a claim
_PLAINLY: Final = 0.7  # … where the act does not tell that it is one
_AS_NEAR: Final = 0.1  # below the best denial of a claim by its origin: the others deny something else
_WORDS: Final = 2  # telling words that a denial has in common with what it denies
_ACCUSED: Final = 1.5  # log-odds where the one who denies is the one who was accused
_ASKING: Final = frozenset(("request", "ask", "hope"))  # what is asked for is refused, not denied
_REFUSED: Final = frozenset((Act.REFUSE,))


def denials(claims: Iterable[Claim], within: Within) -> tuple[Denial, ...]:
    """Return what each denial denies: the nearest claim of every other origin; a function of the set.

    A denial that has nothing to deny in its story is in none of them.
    """
    stories: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        stories[claim.story].append(claim)
    found = [denial for story in stories.values() for denial in _in_story(story, within)]
    return tuple(sorted(found, key=lambda each: (each.said.statement.id, each.of)))


def _in_story(claims: Sequence[Claim], within: Within) -> list[Denial]:
    by_id = {claim.id: claim for claim in claims}
    deniable: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.act != DENY and not claim.claims.negations:
            for word in claim.telling:
                deniable[word].append(claim.id)
    found: list[tuple[str, Denial]] = []
    for denial in claims:
        if denial.claims.negations % 2 == 0 or denial.said.statement.act in _REFUSED:
            continue
        nearest: dict[str, tuple[float, str, Denial]] = {}
        common = Counter(id_ for word in denial.telling for id_ in deniable.get(word, ()))
        for id_, words in common.items():
            claim = by_id[id_]
            tied = None if words < _WORDS and claim.act != "accuse" else _tied(denial, claim, within)
            if tied is None:
                continue
            rank = (-tied.score, claim.id, tied)
            key = claim.whose.key
            nearest[key] = min(nearest.get(key, rank), rank, key=lambda each: each[:2])
        found += [(denial.whose.key, tied) for *_, tied in nearest.values()]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for whose, tied in found:
        best[whose, tied.of] = max(best[whose, tied.of], tied.score)
    return [tied for whose, tied in found if tied.score >= best[whose, tied.of] - _AS_NEAR]


def _tied(denial: Claim, claim: Claim, within: Within) -> Denial | None:
    if claim.act == DENY or claim.whose.key == denial.whose.key or claim.claims.negations:
        return None
    if claim.act in _ASKING:
        return None
    accused = claim.act == "accuse" and denial.whose.key in (claim.addressee, *claim.claims.names)
    if len(denial.telling & claim.telling) < (1 if accused else _WORDS):
        return None
    if not opposite(denial.claims, claim.claims):
        return None
    found = _aside_from_polarity(same_claim(denial.unsaid, claim.unsaid, within=within))
    if accused:
        why = f"{denial.whose.key} is the one who was accused"
        found = scored((*found.weights, Weight(part="accused", value=_ACCUSED, why=why)))
    least = DENIES if denial.act == DENY else _PLAINLY
    if found.score < least or found.contrasts:
        return None
    reasons = "; ".join(weight.why for weight in found.weights[1:])
    return Denial(said=denial.said, of=claim.id, why=reasons, score=found.score)


def _aside_from_polarity(found: Comparison) -> Comparison:
    return scored(tuple(replace(w) for w in found.weights if w.part != "polarity"))
