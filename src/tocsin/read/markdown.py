"""Markdown with front matter: the text is all after the front matter, unchanged."""

from tocsin.errors import FormatError
from tocsin.read.draft import Draft
from tocsin.read.front_matter import split_front_matter
from tocsin.text import decode


def parse(body: bytes, name: str) -> Draft:
    r"""Return a draft of a Markdown body; what its front matter says is stated.

    >>> draft = parse(b"---\ntitle: No word\n---\nKyiv is silent.\n", "note.md")
    >>> draft.text, draft.stated.title
    ('Kyiv is silent.\n', 'No word')

    Raises:
        FormatError: the body is no text, the front matter is broken, or nothing comes after it.
    """
    stated, text = split_front_matter(decode(body, name=name), name=name)
    if not any(character.isalnum() for character in text):
        raise FormatError(
            f"{name}: nothing but front matter", advice="write the report under the line that closes it (---)"
        )
    return Draft(text=text, stated=stated, markdown=True)
