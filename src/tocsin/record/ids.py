"""Ids made from content: the same thing read twice has the same id."""

from hashlib import blake2b

_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: str) -> str:
    """Return an id that is a function of the parts and their order: prefix, dash, 20 hex digits.

    >>> content_id("doc", "a", "b") == content_id("doc", "a", "b")
    True
    >>> content_id("doc", "ab", "") == content_id("doc", "a", "b")
    False
    """
    data = _SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{blake2b(data, digest_size=10).hexdigest()}"
