"""Small reports of our own with what a person would mark in them, and ways to write it down."""

import gzip
from pathlib import Path

from eval.relations import Document, Relation

from tocsin.model.layers import Found, FoundAttribution, Layers

TEXT = (
    "The harbour master said on Monday that two tugs had left the basin. “Nobody told us,” said Ines Falk, "
    "who runs the ferry, “and nobody will.” The ministry denied it. Crews fear a closure."
)


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Return where words stand in a text, the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def relation(text: str, source: str | None, cue: str | None, *contents: str, nth_cue: int = 0) -> Relation:
    """Return an attribution by its words."""
    return Relation(
        source=frozenset({span(text, source)} if source else ()),
        cue=frozenset({span(text, cue, nth_cue)} if cue else ()),
        content=frozenset(span(text, words) for words in contents),
    )


GOLD = (
    relation(TEXT, "The harbour master", "said", "that two tugs had left the basin"),
    relation(
        TEXT, "Ines Falk, who runs the ferry,", "said", "“Nobody told us,”", "“and nobody will.”", nth_cue=1
    ),
    relation(TEXT, "The ministry", "denied", "it"),
    relation(TEXT, "Crews", "fear", "a closure"),
)


def document(found: tuple[Relation, ...], gold: tuple[Relation, ...] = GOLD, text: str = TEXT) -> Document:
    """Return a document of the text, with other attributions found than marked."""
    return Document(id="harbour_1", text=text, gold=gold, found=found)


def found(place: tuple[int, int], label: str) -> Found:
    """Return a span as the model gives it."""
    return Found(start=place[0], end=place[1], label=label, score=0.9)


def layers(
    relations: tuple[Relation, ...] = (),
    names: tuple[tuple[int, int, str], ...] = (),
    sentences: tuple[tuple[int, int], ...] = (),
) -> Layers:
    """Return layers that hold just this."""

    def one(places: frozenset[tuple[int, int]], label: str) -> Found | None:
        return next((found(place, label) for place in sorted(places)), None)

    return Layers(
        sentences=sentences,
        names=tuple(found((start, end), kind) for start, end, kind in names),
        attributions=tuple(
            FoundAttribution(
                source=one(r.source, "source"),
                cue=one(r.cue, "cue"),
                contents=tuple(found(place, "content") for place in sorted(r.content)),
                score=0.9,
            )
            for r in relations
        ),
    )


WIRE = "Ada Brandt told the council that the bridge would reopen.\n\nShe gave no date."
ANNOTATION = (
    "T1\tSource 0 10\tAda Brandt\n"
    "T2\tCue 11 15\ttold\n"
    "T3\tContent 28 56\tthat the bridge would reopen\n"
    "T4\tAttribution 11 15\ttold\n"
    "A1\tNote T4\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "E2\tAttribution-no-source:T4 \n"
)
CONLL = (
    "-DOCSTART- -X- -X- O\n\n"
    "Brandt NNP B-NP I-PER\nvisited VBD B-VP O\nOslo NNP B-NP I-LOC\n. . O O\n\n"
    "Norsk NNP B-NP I-ORG\nRail NNP I-NP I-ORG\nagreed VBD B-VP O\n. . O O\n\n"
    "-DOCSTART- -X- -X- O\n\n"
    "Rain NN B-NP O\nfell VBD B-VP O\n. . O O\n\n"
)
CROSSNER = "Ada\tB-politician\nBrandt\tI-politician\nleads\tO\nReform\tB-politicalparty\n\n"


def uner(document: str | None, sentence: str, text: str, *tokens: tuple[str, str]) -> str:
    """Return a sentence as Universal NER writes it."""
    lines = [f"# newdoc id = {document}"] if document else []
    lines += [f"# sent_id = {sentence}", f"# text = {text}"]
    lines += [f"{number}\t{word}\t{tag}\t-\tx" for number, (word, tag) in enumerate(tokens, 1)]
    return "\n".join(lines) + "\n\n"


def plain(words: str) -> list[tuple[str, str]]:
    """Return words outside names."""
    return [(word, "O") for word in words.split()]


UNER = (
    uner("bridge-1", "1-1", "Can't Oslo's mayor come?",
         *plain("Ca n't"), ("Oslo", "B-LOC"), *plain("'s mayor come ?"))
    + uner(None, "1-2", "Norsk Rail says no.", ("Norsk", "B-ORG"), ("Rail", "I-ORG"), *plain("says no ."))
    + uner("bridge-2", "2-1", "Ada left.", ("Ada", "B-PER"), *plain("left ."))
)  # fmt: skip
CONLLU = (
    "# newdoc id = bridge\n# newpar\n# sent_id = 1\n# text = It rained.\n"
    "1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\t_\n\n"
    "# sent_id = 2\n# text = Nobody came.\n1\tNobody\tnobody\tPRON\tNN\t_\t0\troot\t_\t_\n\n"
    "# newpar\n# sent_id = 3\n# text = So it goes.\n1\tSo\tso\tADV\tRB\t_\t0\troot\t_\t_\n\n"
)


NEWSQUANT = (
    '[{"text": "The mill sold 40 tonnes.", "quantities": [{"value": "40.0", "unit": "tonnes",'
    ' "normalized_unit": "metric ton", "change": "="}]}]'
)


def data_folder(folder: Path, split: str = "dev") -> Path:
    """Write a data folder that holds a little of every set, in words of our own."""
    for name, text in {
        f"polnear/{split}/text/gazette_2016-01-01_bridge.txt": WIRE,
        f"polnear/{split}/attributions/gazette_2016-01-01_bridge_ab12.ann": ANNOTATION,
        f"conll2003/{split}.txt": CONLL,
        f"crossner_politics/{split}.txt": CROSSNER,
        f"uner_ewt/en_ewt-ud-{split}.iob2": UNER,
        f"newsquant/newsquant_{'even' if split == 'dev' else split}.json": NEWSQUANT,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (folder / "ud").mkdir()
    with gzip.open(folder / "ud" / f"made-{split}.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    return folder
