"""The gold of figures, events, moments and roles: what a careful reader lists, in the report's own words.

``examples/records/gold/README.md`` tells the form and the rulings. Words stand for the first place that
holds them, ``words#2`` for the second; those of a party or place, for the nearest to the record.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from eval.metrics import Span
from tocsin.errors import FormatError
from tocsin.record import Bound, Change, EventType, Modality, TimeKind, TimePrecision

Words = str | tuple[str, ...]  # of several, each will do
Interval = tuple[str | None, str | None]  # ISO days, both included
_NUMBERED = re.compile(r"(.+)#(\d+)", re.DOTALL)


class Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all have: whether finding it is left open, and the fields that readers may fill differently."""

    optional: bool = False
    open: tuple[str, ...] = ()


class GoldFigure(Listed, frozen=True, kw_only=True):
    """A quantity; of ``low``, ``best`` and ``high`` those that its bound speaks of."""

    quote: str
    bound: Bound | tuple[Bound, ...]
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: Words | None = None
    measure: Words | None = None
    holder: Words | None = None
    place: Words | None = None
    period: Interval | None = None
    change: Change | None = None
    said_in: tuple[str, ...] | None = None  # names of the statement's source; None: the narrator


class GoldEvent(Listed, frozen=True, kw_only=True):
    """An event by the words that tell it."""

    trigger: str
    type: EventType | tuple[EventType, ...]
    mode: str | None = None
    modality: Modality | tuple[Modality, ...]
    actor: Words | None = None
    recipient: Words | None = None
    place: Words | None = None
    date: Interval | None = None
    asserted_in: tuple[str, ...] | None = None


class GoldMoment(Listed, frozen=True, kw_only=True):
    """A time expression; of several texts any is right, all overlap the first."""

    text: Words
    kind: TimeKind | tuple[TimeKind, ...]
    value: str | None = None
    first: str | None = msgspec.field(default=None, name="from")
    last: str | None = msgspec.field(default=None, name="to")
    precision: TimePrecision | None = None


class GoldRole(Listed, frozen=True, kw_only=True):
    """A person, the office, and the body that the office is of, without articles."""

    person: str
    role: Words
    body: Words | None = None
    former: bool = False


class GoldRecords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that a reader lists of one report, beside its statements."""

    figures: tuple[GoldFigure, ...]
    events: tuple[GoldEvent, ...]
    moments: tuple[GoldMoment, ...]
    roles: tuple[GoldRole, ...]


def load(folder: Path) -> dict[str, GoldRecords]:
    """Return the gold of each report by the name of its file.

    Raises:
        FormatError: a file is no such list, or names a field that is none.
    """
    gold = {}
    for path in sorted(folder.glob("*.json")):
        try:
            gold[path.stem] = msgspec.json.decode(path.read_bytes(), type=GoldRecords)
        except msgspec.DecodeError as error:
            raise FormatError(f"{path.name}: {error}", advice="mend the gold file at that place") from error
    return gold


def choices(words: Words | None) -> tuple[str, ...]:
    """Return the ways to say it, each with its number if it has one.

    >>> choices("Kyiv"), choices(None)
    (('Kyiv',), ())
    """
    if words is None:
        return ()
    return (words,) if isinstance(words, str) else words


def bare(words: str) -> str:
    """Return words without the number of the place.

    >>> bare("on Monday#2")
    'on Monday'
    """
    numbered = _NUMBERED.fullmatch(words)
    return numbered[1] if numbered else words


def occurrences(text: str, words: str) -> list[Span]:
    r"""Return where words stand as whole words, however white space falls; of numbered ones the one place.

    >>> occurrences("28 by 280, then\n28", "28"), occurrences("28 or 28", "28#2")
    ([(0, 2), (16, 18)], [(6, 8)])
    """
    own = bare(words)
    body = r"\s+".join(map(re.escape, own.split()))
    left, right = (r"\b" if end.isalnum() else "" for end in (own[0], own[-1]))
    places = [match.span() for match in re.finditer(f"{left}{body}{right}", text)]
    numbered = _NUMBERED.fullmatch(words)
    return places[int(numbered[2]) - 1 :][:1] if numbered else places


def place(text: str, words: str) -> Span | None:
    """Return where a record's own words stand: the first place, or the one that they number."""
    return next(iter(occurrences(text, words)), None)


def nearest(text: str, words: str, to: Span) -> Span | None:
    """Return the place of words that is nearest to a record's own.

    >>> nearest("He left. Then he said he knew.", "he", (17, 21))
    (14, 16)
    """
    return min(occurrences(text, words), key=lambda span: max(span[0] - to[1], to[0] - span[1]), default=None)


def check(text: str, gold: GoldRecords, *, report: str) -> None:
    """See that the report holds all words of its gold.

    Raises:
        FormatError: it does not hold some, or not as often as their number says.
    """
    for words in _all_words(gold):
        if not occurrences(text, words):
            raise FormatError(
                f"{report}: the gold gives words that the report does not hold: {words[:60]!r}",
                advice="copy the words from the report as read (tocsin extract shows its text)",
            )


def _all_words(gold: GoldRecords) -> Iterable[str]:
    for figure in gold.figures:
        yield from (figure.quote, *choices(figure.holder), *choices(figure.place))
    for event in gold.events:
        yield from (event.trigger, *(w for p in parties(event) for w in choices(p)))
    for moment in gold.moments:
        yield from choices(moment.text)
    for role in gold.roles:
        yield from (role.person, choices(role.role)[0], *choices(role.body)[:1])


def parties(event: GoldEvent) -> tuple[Words | None, ...]:
    """Return the words of an event's actor, recipient and place."""
    return event.actor, event.recipient, event.place
