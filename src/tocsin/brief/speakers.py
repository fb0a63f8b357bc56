"""Whether two speakers are one: by the entity that they stand for, else by plain rules for their names."""

from tocsin.brief.vocabulary import words
from tocsin.brief.words import Tokens, tokens
from tocsin.codec import Links


def entity_of(links: Links, record: str, part: str) -> str | None:
    """Return the entity that a part of a record stands for, where that is known."""
    linked = links.get((record, part))
    return linked.entity if linked else None


def name_tokens(name: str) -> Tokens:
    """Return the words of a name that tell speakers apart.

    >>> name_tokens("the Kremlin's spokesman")
    ('kremlins', 'spokesman')
    """
    found = tokens(name)
    return tuple(token for token in found if token not in words().articles) or found


def same_speaker(one: Tokens, other: Tokens) -> bool:
    """Tell whether two names, as ``name_tokens`` gives them, may be one speaker's.

    They are where the last word is the same and either one name holds all words of the other or that
    last word is no common one: a surname, or the name of a place that acts.

    >>> same_speaker(name_tokens("Defence Minister Shoigu"), name_tokens("Sergei Shoigu"))
    True
    >>> same_speaker(name_tokens("Russian foreign ministry"), name_tokens("Ukrainian foreign ministry"))
    False
    """
    if not one or not other or one[-1] != other[-1]:
        return False
    return one[-1] not in words().shared or set(one) <= set(other) or set(other) <= set(one)
