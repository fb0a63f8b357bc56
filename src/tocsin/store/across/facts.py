"""Copies, profiles, stories and findings as JSON text, and back.

A copy is kept without words: its passages are numbers, and get their words from the two reports.
"""

import msgspec

from tocsin.record.copy import Closeness, Copy, CopyKind, Direction, Passage, Shared
from tocsin.record.entity import Weight
from tocsin.record.finding import Finding
from tocsin.record.span import Span
from tocsin.record.story import Profile, Story, Term, TermKind


class PassageFacts(msgspec.Struct, array_like=True):
    """A passage without its words."""

    left: tuple[int, int]
    right: tuple[int, int]
    shared: Shared
    closeness: Closeness
    same: int
    words: int
    speaker: str | None = None


class CopyFacts(msgspec.Struct, omit_defaults=True):
    """A copy beside its id and its two reports."""

    passages: tuple[PassageFacts, ...]
    left_share: float
    right_share: float
    kind: CopyKind
    direction: Direction
    source: str | None
    reasons: tuple[Weight, ...]
    why: str
    score: float


class ProfileFacts(msgspec.Struct):
    """A profile; its terms in the order of kind and what."""

    document: str
    known: str
    day: int | None
    outlet: str | None
    weights: list[tuple[TermKind, str, int]]


_encode = msgspec.json.Encoder().encode
_copy = msgspec.json.Decoder(CopyFacts).decode
_profile = msgspec.json.Decoder(ProfileFacts).decode
story_from = msgspec.json.Decoder(Story).decode
finding_of = msgspec.json.Decoder(Finding).decode


def text_of(whole: Story | Finding) -> str:
    """Return a story or a finding as JSON text."""
    return _encode(whole).decode()


def copy_text(copy: Copy) -> str:
    """Return a copy as JSON text, without the words."""
    facts = CopyFacts(
        passages=tuple(_passage_facts(each) for each in copy.passages),
        left_share=copy.left_share,
        right_share=copy.right_share,
        kind=copy.kind,
        direction=copy.direction,
        source=copy.source,
        reasons=copy.reasons,
        why=copy.why,
        score=copy.score,
    )
    return _encode(facts).decode()


def copy_of(facts: str, id_: str, left: tuple[str, str], right: tuple[str, str]) -> Copy:
    """Return the copy that was kept, its words from the two reports: the id and the text of each."""
    kept = _copy(facts)
    return Copy(
        id=id_,
        left=left[0],
        right=right[0],
        passages=tuple(_passage(each, left[1], right[1]) for each in kept.passages),
        left_share=kept.left_share,
        right_share=kept.right_share,
        kind=kept.kind,
        direction=kept.direction,
        source=kept.source,
        reasons=kept.reasons,
        why=kept.why,
        score=kept.score,
    )


def profile_text(profile: Profile) -> str:
    """Return a profile as JSON text, the same for the same weights.

    >>> weights = {Term(kind=TermKind.WORD, what="dam"): 9, Term(kind=TermKind.LEAD, what="dam"): 3}
    >>> one = Profile(document="doc-1", known="2021", day=None, outlet=None, weights=weights)
    >>> profile_of(profile_text(one)) == one
    True
    """
    facts = ProfileFacts(
        document=profile.document,
        known=profile.known,
        day=profile.day,
        outlet=profile.outlet,
        weights=sorted((term.kind, term.what, weight) for term, weight in profile.weights.items()),
    )
    return _encode(facts).decode()


def profile_of(facts: str) -> Profile:
    """Return the profile that ``profile_text`` wrote."""
    kept = _profile(facts)
    weights = {Term(kind=kind, what=what): weight for kind, what, weight in kept.weights}
    return Profile(
        document=kept.document, known=kept.known, day=kept.day, outlet=kept.outlet, weights=weights
    )


def _passage_facts(passage: Passage) -> PassageFacts:
    return PassageFacts(
        left=(passage.left.start, passage.left.end),
        right=(passage.right.start, passage.right.end),
        shared=passage.shared,
        closeness=passage.closeness,
        same=passage.same,
        words=passage.words,
        speaker=passage.speaker,
    )


def _passage(facts: PassageFacts, left: str, right: str) -> Passage:
    return Passage(
        left=Span.of(left, *facts.left),
        right=Span.of(right, *facts.right),
        shared=facts.shared,
        closeness=facts.closeness,
        same=facts.same,
        words=facts.words,
        speaker=facts.speaker,
    )
