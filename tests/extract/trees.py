"""Trees made by hand: rows of form, Penn tag, head's number from 1 (0: root), relation."""

from tocsin.extract.tree import Tree
from tocsin.model.layers import Word

_NO_SPACE_BEFORE = (",", ".", ";", ":", "!", "?", "'s", "’s", "n't", "n’t", ")", "%", "”")


def words(*sentences: str, offset: int = 0) -> tuple[str, tuple[Word, ...]]:
    """Return the text and the words of sentences, one "form/TAG/head/rel" a word, parted by blanks.

    >>> text, found = words("Kyiv/NNP/2/nsubj left/VBD/0/root ././2/punct")
    >>> text, found[1].head
    ('Kyiv left.', -1)
    """
    text, made = "", list[Word]()
    for sentence in sentences:
        first = len(made)
        for row in sentence.split():
            form, tag, head, relation = row.rsplit("/", 3)
            glued = form in _NO_SPACE_BEFORE or text.endswith(("(", "“", "$")) or not text
            text += form if glued else " " + form
            above = int(head) - 1 + first if head != "0" else -1
            made.append(
                Word(
                    start=offset + len(text) - len(form),
                    end=offset + len(text),
                    tag=tag,
                    head=above,
                    relation=relation,
                )
            )
    return text, tuple(made)


def tree(*sentences: str) -> Tree:
    """Return the tree of sentences in the same notation."""
    return Tree.of(*words(*sentences))
