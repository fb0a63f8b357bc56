"""The heads of the reading model, declared once for training and for run time.

The encoder's output has one column block a head, in the order of ``HEADS``. A new head is a
line here, a target in ``training/targets.py`` and a decoder beside the others.
"""

from dataclasses import dataclass
from enum import StrEnum


class HeadKind(StrEnum):
    """How a head's columns are read."""

    TAGS = "tags"  # one column a tag, decoded together along the text by a linear-chain CRF
    CLASSES = "classes"  # one column a class, each piece for itself
    FLAG = "flag"  # one column: the logit that a piece has the property
    VALUE = "value"  # one column: a number
    LINKS = "links"  # projections of pieces, compared pairwise
    VECTOR = "vector"  # the mean over a stretch of pieces is its vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One block of output columns: its name, how it is read, and its tags or width."""

    name: str
    kind: HeadKind
    tags: tuple[str, ...] = ()
    columns: int = 0

    @property
    def width(self) -> int:
        """Number of output columns."""
        return len(self.tags) or self.columns


def bio(*labels: str) -> tuple[str, ...]:
    """Return the BIO tags of span labels, ``O`` first.

    >>> bio("cue")
    ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


# Penn Treebank tags and Universal Dependencies relations, as English EWT and GUM have them.
WORD_TAGS = (
    "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", ",", "NNS", "VB", "CC", "VBD", "VBP", "VBZ", "CD",
    "VBN", "VBG", "TO", "MD", "PRP$", ":", "-RRB-", "-LRB-", "UH", "WDT", "WRB", "``", "HYPH", "''", "WP",
    "POS", "RP", "NNPS", "JJR", "JJS", "EX", "RBR", "SYM", "NFP", "FW", "$", "GW", "ADD", "PDT", "RBS",
    "LS", "AFX", "WP$",
)  # fmt: skip
WORD_RELATIONS = (
    "punct", "case", "det", "nsubj", "root", "advmod", "amod", "obj", "obl", "nmod", "conj", "compound",
    "cc", "mark", "aux", "cop", "advcl", "nmod:poss", "xcomp", "flat", "acl:relcl", "ccomp", "acl",
    "appos", "aux:pass", "parataxis", "nummod", "nsubj:pass", "nmod:unmarked", "discourse",
    "obl:unmarked", "compound:prt", "expl", "fixed", "iobj", "list", "obl:agent", "dep", "nmod:desc",
    "reparandum", "csubj", "nsubj:outer", "det:predet", "advcl:relcl", "vocative", "cc:preconj",
    "goeswith", "orphan", "dislocated", "csubj:pass", "csubj:outer",
)  # fmt: skip
# PLOVER's types in the order of the manual, and the six modalities of the codebook.
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODALITIES = ("done", "ongoing", "planned", "hypothetical", "denied", "historical")

LINK_WIDTH = 64
ROLE_WIDTH = 32
ATTRIBUTION = Head(name="attribution", kind=HeadKind.TAGS, tags=bio("source", "cue", "content"))
NAMES = Head(name="names", kind=HeadKind.TAGS, tags=bio("PER", "ORG", "LOC", "MISC"))
SENTENCES = Head(name="sentences", kind=HeadKind.FLAG, columns=1)
LINKS = Head(name="links", kind=HeadKind.LINKS, columns=4 * LINK_WIDTH)
WORDS = Head(name="words", kind=HeadKind.FLAG, columns=1)  # where words of the treebanks start
TAGS = Head(name="tags", kind=HeadKind.CLASSES, tags=WORD_TAGS)
RELATIONS = Head(name="relations", kind=HeadKind.CLASSES, tags=WORD_RELATIONS)
ROOTS = Head(name="roots", kind=HeadKind.VALUE, columns=1)  # against the scores of heads
ARCS = Head(name="arcs", kind=HeadKind.LINKS, columns=2 * LINK_WIDTH)  # dependent to head
EVENTS = Head(name="events", kind=HeadKind.CLASSES, tags=("none", *EVENT_TYPES))
MODALITY = Head(name="modality", kind=HeadKind.CLASSES, tags=MODALITIES)
FACTUALITY = Head(name="factuality", kind=HeadKind.VALUE, columns=1)
ROLES = Head(name="roles", kind=HeadKind.LINKS, columns=4 * ROLE_WIDTH)  # trigger to actor, to recipient
COREFERENCE = Head(name="coreference", kind=HeadKind.LINKS, columns=2 * LINK_WIDTH)
VECTORS = Head(name="vectors", kind=HeadKind.VECTOR, columns=128)

HEADS: tuple[Head, ...] = (
    ATTRIBUTION, NAMES, SENTENCES, LINKS, WORDS, TAGS, RELATIONS, ROOTS, ARCS,
    EVENTS, MODALITY, FACTUALITY, ROLES, COREFERENCE, VECTORS,
)  # fmt: skip
OUTPUT_WIDTH = sum(head.width for head in HEADS)


def columns(head: Head) -> slice:
    """Return the head's block of output columns.

    >>> columns(ATTRIBUTION)
    slice(0, 7, None)
    """
    start = 0
    for other in HEADS:
        if other is head:
            return slice(start, start + head.width)
        start += other.width
    raise ValueError(f"head {head.name!r} is not in HEADS")
