"""Chains of mentions: OntoGUM (Zhu et al. 2021), on the documents that no part of the model has seen.

Only the documents of GUM's dev split are measured: the model's training knows the words, trees and
chains of GUM's train split. Chains of one mention are not marked in the set and not counted here.
"tocsin" are the chains of which speakers are found: the model's choices as far as number, gender and
names agree. Beside them stand the model's own, and two plain ways over the same mentions: those
with the same words (``string match``), and besides, each pronoun with the nearest mention before it
that number and gender allow (``nearest compatible``). ``chains`` measures what resolution makes of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.pronouns import ontogum

from eval.clusters import Cluster, Sums, mean_f1, scored
from eval.gold import digest_of
from eval.rows import Place, Row
from tocsin.extract.agreement import agreed
from tocsin.extract.chains import Chains
from tocsin.extract.names import NameIndex, extract_names
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import Traits, vocabulary
from tocsin.extract.words import words_of
from tocsin.model.layers import Layers, Mention
from tocsin.record import Document

# GUM's dev split (UD GUM v2), as far as OntoGUM's folder has it.
HELD_OUT = (
    "GUM_court_loan",
    "GUM_court_negligence",
    "GUM_interview_cyclone",
    "GUM_interview_gaming",
    "GUM_news_homeopathic",
    "GUM_news_iodine",
    "GUM_speech_impeachment",
    "GUM_speech_inauguration",
)
LANGUAGE = "en"
CONLL = "CoNLL (mean of the three)"
_LOOK_BACK = 40  # mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Chained:
    """A document and its chains."""

    id: str
    text: str
    chains: tuple[Cluster, ...]


def load(folder: Path) -> tuple[list[Chained], str]:
    """Return the held-out documents and the digest of their files; none where the set is not there."""
    documents = []
    for example in ontogum(folder):
        if example.id in HELD_OUT:
            found: dict[str, set[tuple[int, int]]] = {}
            for start, end, chain in example.mentions or ():
                found.setdefault(chain, set()).add((start, end))
            chains = tuple(frozenset(spans) for spans in found.values() if len(spans) > 1)
            documents.append(Chained(id=example.id, text=example.text, chains=chains))
    paths = [folder / "ontogum" / f"{document.id}.conll" for document in documents]
    return documents, digest_of(paths, folder)


def resolved(text: str, layers: Layers) -> tuple[Mention, ...]:
    """Return a text's mentions as the extractors put them together: the model's that agree."""
    document = Document(id="eval", text=text)
    names = extract_names(document, layers.names, language=LANGUAGE, version="eval")
    tree = Tree.of(text, layers.words)
    return agreed(text, layers.mentions, NameIndex.of(names), tree, vocabulary(LANGUAGE))


def clusters_of(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the chains of a text's mentions, none of one mention alone."""
    chains = Chains.of(mentions)
    return [
        frozenset((chains.mentions[number].start, chains.mentions[number].end) for number in cluster)
        for cluster in chains.clusters()
    ]


def string_match(
    text: str,
    mentions: Sequence[Mention],
    *,
    pronouns: bool = False,
    key: Callable[[Mention], str] | None = None,
) -> list[Cluster]:
    """Return the mentions with the same words in one chain; with ``pronouns``, those of the third person too.

    A pronoun is put to the nearest mention before it that may be of its number and gender. ``key``
    gives other words to compare than the mention's own, such as its head.
    """
    known = vocabulary(LANGUAGE)
    last: dict[str, int] = {}
    joined: list[Mention] = []
    traits: list[Traits] = []
    for number, mention in enumerate(mentions):
        words = text[mention.start : mention.end]
        pronoun = known.pronouns.get(words.casefold())
        own = key(mention) if key else _key(words)
        before = None if pronoun else last.get(own)
        if pronoun and pronouns:
            near = range(number - 1, max(-1, number - _LOOK_BACK), -1)
            before = next((n for n in near if traits[n].may_be(pronoun) and n in last.values()), None)
        joined.append(Mention(start=mention.start, end=mention.end, antecedent=before, score=1.0))
        traits.append(pronoun or _traits(text, mention))
        if own and not pronoun:
            last[own] = number
    return clusters_of(joined)


def _key(words: str) -> str:
    plain = words.casefold().removesuffix("'s").removesuffix("’s")
    return plain.removeprefix("the ")


def _traits(text: str, mention: Mention) -> Traits:
    known = vocabulary(LANGUAGE)
    words = words_of(text, mention.start, mention.end)
    head = next((known.nouns[w.text] for w in reversed(words) if w.text in known.nouns), None)
    name = text[mention.start : mention.end]
    gender = known.gender(name, frozenset(w.text for w in words))
    return head or Traits(gender=gender, human=True if gender else None)


def rows(documents: Sequence[Chained], layers: Sequence[Layers]) -> list[Row]:
    """Return the table's rows for the model and for the plain ways."""
    systems = {
        "tocsin": [clusters_of(resolved(d.text, found)) for d, found in zip(documents, layers, strict=True)],
        "tocsin, model alone": [clusters_of(found.mentions) for found in layers],
        "nearest compatible": [
            string_match(d.text, found.mentions, pronouns=True)
            for d, found in zip(documents, layers, strict=True)
        ],
        "string match": [
            string_match(d.text, found.mentions) for d, found in zip(documents, layers, strict=True)
        ],
    }
    place = {name: Place(task="coreference", set="ontogum", split="dev", system=name) for name in systems}
    gold = [document.chains for document in documents]
    return [
        row
        for name, found in systems.items()
        for row in scored_rows(place[name], list(zip(gold, found, strict=True)))
    ]


def scored_rows(place: Place, pairs: Sequence[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> Iterator[Row]:
    """Yield the CoNLL score and its three parts, given each document's gold and found clusters.

    The interval of the CoNLL score is its lowest and highest of a document.
    """
    sums = scored(pairs)
    mentions = (_count(gold for gold, _ in pairs), _count(clusters for _, clusters in pairs))
    each = [mean_f1(scored([pair])) for pair in pairs]
    low, high = (min(each), max(each)) if each else (0.0, 0.0)
    whole = Sums(
        right_found=sum(s.precision for s in sums.values()),
        found=len(sums),
        right_gold=sum(s.recall for s in sums.values()),
        gold=len(sums),
    )
    for measure, score, f1 in (
        (CONLL, whole, mean_f1(sums)),
        *((name, s, s.f1) for name, s in sums.items()),
    ):
        yield Row(
            task=place.task, set=place.set, split=place.split, system=place.system, measure=measure,
            precision=score.precision, recall=score.recall, f1=f1,
            low=low if measure == CONLL else f1, high=high if measure == CONLL else f1,
            gold=mentions[0], found=mentions[1],
        )  # fmt: skip


def _count(documents: Iterable[Sequence[Cluster]]) -> int:
    return sum(len(cluster) for clusters in documents for cluster in clusters)
