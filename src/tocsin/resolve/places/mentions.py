"""The geographic names of a report, and what the words around each tell of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tocsin.record import BlockKind, Document, Name, NameType, Span
from tocsin.record.place import PlaceKind, Use
from tocsin.resolve.places.lexicon import Division, Lexicon

GEOGRAPHIC: Final = frozenset((NameType.STATE, NameType.PLACE, NameType.FACILITY, NameType.NATIONALITY))
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_PARTY: Final = re.compile(r"^[DRI]-(?=[A-Z])")  # "(D-Charleston)"
_REACH: Final = 60  # how far from a name its holder may stand
_NEVER_HELD: Final = frozenset((NameType.STATE, NameType.NATIONALITY))
_BEGINNING: Final = frozenset((Use.ADJECTIVE, Use.ACTOR))
_CLOSED: Final = re.compile(r"\s*(?:[^\w\s]|$|\n)")
_LEAD: Final = frozenset((BlockKind.TITLE, BlockKind.DATELINE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A geographic name as a report has it."""

    name: Name
    use: Use
    full: str  # on one line, without possessor’s ending and article
    core: str  # without a word for the kind: "Donetsk" of "Donetsk region"
    kind: PlaceKind | None  # that its own words or those around tell
    division: Division | None  # that the words hold it in: "Ill." after "Springfield"
    named: Division | None  # that it is itself, shortened: "Ill."
    beside: int | None  # number of the mention that the words say it is near
    holders: tuple[int, ...]  # numbers of the mentions that the words say hold it
    listed: tuple[int, ...]  # those of them that only a comma joins: perhaps a list of towns
    lead: bool  # in title, dateline or the first words

    @property
    def span(self) -> Span:
        """The name's span."""
        return self.name.span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    full: str
    core: str
    kind: PlaceKind | None
    division: Division | None = None
    named: Division | None = None


def mentions(
    document: Document, names: Sequence[Name], uses: Mapping[str, Use], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the geographic names in order, each with its kind and holders as far as words tell them."""
    found = [name for name in names if name.type in GEOGRAPHIC]
    read = [_read(document.text, name, lexicon) for name in found]
    held: list[list[int]] = [[] for _ in found]
    for place, holder in _holdings(document.text, found, lexicon):
        if not (_comma(document.text, found, place, holder) and _begins(document.text, found[holder], uses)):
            held[place].append(holder)
    beside = dict(_neighbours(document.text, found, lexicon))
    return tuple(
        Mention(
            name=name,
            use=uses.get(name.id, Use.PLACE),
            full=words.full,
            core=words.core,
            kind=words.kind,
            division=words.division,
            named=words.named,
            beside=beside.get(number),
            holders=tuple(holders),
            listed=tuple(h for h in holders if _comma(document.text, found, number, h)),
            lead=number == 0 or document.block_at(name.span.start) in _LEAD,
        )
        for number, (name, words, holders) in enumerate(zip(found, read, held, strict=True))
    )


def _read(text: str, name: Name, lexicon: Lexicon) -> _Read:
    span = name.span
    full = plain(span.text)
    division = _shortened(text, span, full, lexicon)
    if division is not None:
        full = division.name
        return _Read(full=full, core=full, kind=PlaceKind.REGION, named=division)
    if ", " in full:
        full, _, rest = full.partition(", ")
        division = lexicon.short.get(rest) or lexicon.written.get(rest)
    elif short := lexicon.comma_short.match(text, span.end):
        division = lexicon.short[" ".join(short[1].split())]
    if own := lexicon.kind_last.fullmatch(full):
        return _Read(full=full, core=own[1], kind=lexicon.kinds[_word(own[2])], division=division)
    return _Read(full=full, core=full, kind=_kind_around(text, span, lexicon), division=division)


def _shortened(text: str, span: Span, full: str, lexicon: Lexicon) -> Division | None:
    """Return the division that a short form names: "Ill."; a postal one, "IL", only after a comma."""
    if "." not in full and full.isupper() and not text[: span.start].rstrip(" ").endswith(","):
        return None
    dotted = lexicon.short.get(f"{full}.") if text[span.end : span.end + 1] == "." else None
    return lexicon.short.get(full) or dotted


def plain(words: str) -> str:
    """Return a name on one line, without article and possessor's ending.

    >>> plain("the  United  States’")
    'United States'
    """
    line = _PARTY.sub("", _POSSESSIVE.sub("", " ".join(words.split())))
    return line[4:] if line[:4].casefold() == "the " else line


def _word(found: str) -> str:
    return " ".join(found.casefold().split())


def _kind_around(text: str, span: Span, lexicon: Lexicon) -> PlaceKind | None:
    """Return the kind that words beside a name tell: "the Donetsk region", "Clay and Wilkin counties"."""
    before = text[max(0, span.start - _REACH) : span.start]
    if found := lexicon.kind_after.match(text, span.end) or lexicon.kind_of.search(before):
        return lexicon.kinds[_word(found[1])]
    if (listed := lexicon.listed_kind.match(text, span.end)) and listed[1].endswith("s"):
        return lexicon.kinds[_word(listed[1])]
    return None


def _holdings(text: str, names: Sequence[Name], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield pairs (place, holder) of neighbouring names: "Marinka, Donetsk region", "Syria’s Idlib"."""
    for number, (left, right) in enumerate(pairwise(names)):
        between = text[left.span.end : right.span.start]
        if len(between) > _REACH or "\n" in between:
            continue
        possessive = _POSSESSIVE.search(left.span.text) is not None and not between.strip()
        if left.type is not NameType.FACILITY and (
            possessive or (between.strip() and lexicon.holder_before.fullmatch(between))
        ):
            yield number + 1, number
        elif left.type in _NEVER_HELD or right.type is NameType.NATIONALITY:
            continue
        elif lexicon.holder_after.fullmatch(_after_kind(between, lexicon)):
            yield number, number + 1


def _begins(text: str, holder: Name, uses: Mapping[str, Use]) -> bool:
    """Tell whether a name begins what follows: "in Brussels, US officials said", not "Paris, Texas, is"."""
    after = text[holder.span.end : holder.span.end + 2]
    if _CLOSED.match(after):
        return False
    return uses.get(holder.id, Use.PLACE) in _BEGINNING or after[1:].isupper()


def _comma(text: str, names: Sequence[Name], place: int, holder: int) -> bool:
    return text[names[place].span.end : names[holder].span.start].strip() == ","


def _neighbours(text: str, names: Sequence[Name], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield pairs (place, what it is near): "Vesela near the city of Marinka"."""
    for number, (left, right) in enumerate(pairwise(names)):
        between = text[left.span.end : right.span.start]
        near = lexicon.near_before.search(between) if len(between) <= _REACH else None
        if near is not None and not between[: near.start()].strip(" ,"):
            yield number, number + 1


def _after_kind(between: str, lexicon: Lexicon) -> str:
    """Return the words between two names without a word for the kind of the first: " region, "."""
    kind = lexicon.kind_after.match(between)
    return between[kind.end() :] if kind else between
