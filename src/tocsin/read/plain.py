"""Plain text: the decoded input, unchanged."""

from tocsin.read.draft import Draft
from tocsin.text import decode


def parse(body: bytes, name: str) -> Draft:
    r"""Return a draft whose text is the body decoded, line endings kept.

    >>> parse(b"Kyiv denies it.\r\n", "note.txt").text
    'Kyiv denies it.\r\n'

    Raises:
        FormatError: the body is empty or no text.
    """
    return Draft(text=decode(body, name=name))
