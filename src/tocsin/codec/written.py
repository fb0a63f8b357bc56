"""JSON text ⇄ built-in types."""

import msgspec

from tocsin.errors import FormatError

_encoder = msgspec.json.Encoder()


def encode(data: object, *, indent: int = 0) -> str:
    """Return JSON text, on one line or indented; letters of every script stand as they are.

    >>> encode({"text": "Київ"})
    '{"text":"Київ"}'
    """
    raw = _encoder.encode(data)
    return (msgspec.json.format(raw, indent=indent) if indent else raw).decode()


def decode(text: str | bytes) -> object:
    """Return what a JSON text says, as built-in types.

    Raises:
        FormatError: it is not JSON; the error names the byte.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise FormatError(f"this is not JSON: {error}", advice="mend the text at that place") from error
