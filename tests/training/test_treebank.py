"""Treebanks: sentences, words, trees and chains, at their places in the text."""

import gzip
from pathlib import Path

from training.treebank import relation, universal_dependencies

ROWS = """# newdoc id = one
# newpar
# text = "She can't go," Ada said.
1	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
2	She	she	PRON	PRP	_	5	nsubj	_	Entity=(1-person-acc-cf1-1-ana)
3-4	can't	_	_	_	_	_	_	_	_
3	ca	can	AUX	MD	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	go	go	VERB	VB	_	8	ccomp	_	SpaceAfter=No
6	,"	,"	PUNCT	,	_	5	punct	_	_
7	Ada	Ada	PROPN	NNP	_	8	nsubj	_	Entity=(1-person-giv-cf1-1-coref)
8	said	say	VERB	VBD	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_

# newpar
# text = The old bridge fell
1	The	the	DET	DT	_	3	det	_	Entity=(2-place-new-cf1-3-sgl
2	old	old	ADJ	JJ	_	3	amod	_	_
3	bridge	bridge	NOUN	NN	_	4	nsubj	_	Entity=2)
4	fell	fall	VERB	VBD	_	0	root	_	_

"""


def test_words_stand_where_the_text_has_them_also_in_contractions(tmp_path: Path) -> None:
    (example,) = universal_dependencies(_written(tmp_path), "x-dev")
    assert example.text == '"She can\'t go," Ada said.\n\nThe old bridge fell'
    assert example.sentences == (0, 27)
    words = example.words or ()
    assert [example.text[w.start : w.end] for w in words][:6] == ['"', "She", "ca", "n't", "go", ',"']
    heads = {example.text[w.start : w.end]: w.head for w in words}
    assert (heads["Ada"], heads["said"], heads["old"], heads["fell"]) == (7, -1, 11, -1)


def test_mentions_of_one_entity_share_their_chain(tmp_path: Path) -> None:
    (example,) = universal_dependencies(_written(tmp_path), "x-dev")
    found = [(example.text[start:end], chain) for start, end, chain in example.mentions or ()]
    assert found == [("She", "1"), ("Ada", "1"), ("The old bridge", "2")]


def test_a_treebank_without_entities_says_nothing_of_them(tmp_path: Path) -> None:
    plain = "# newdoc id = a\n# text = No.\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
    (example,) = universal_dependencies(_written(tmp_path, plain), "x-dev")
    assert example.mentions is None


def test_rare_subtypes_fall_back_on_their_relation() -> None:
    assert relation("obl:tmod") == "obl"
    assert relation("nsubj:pass") == "nsubj:pass"


def _written(folder: Path, rows: str = ROWS) -> Path:
    (folder / "ud").mkdir()
    with gzip.open(folder / "ud" / "x-dev.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(rows)
    return folder
