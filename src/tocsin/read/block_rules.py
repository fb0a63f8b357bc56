"""The rules that tell what a paragraph is: a tuple of named functions, the first that answers wins."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.read.dateline import dateline, is_name, is_stamp
from tocsin.read.lexicon import Lexicon
from tocsin.read.part import Part, words
from tocsin.record import BlockKind
from tocsin.text.fold import fold

_HEADING: Final = re.compile(r"#{1,6}\s+\S")
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)$")
_BYLINE: Final = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"[(\[](.+)[)\]]\.?$", re.DOTALL)
_BEGINS: Final = re.compile(r"[\"'“‘«(\[]*[^\W_]")
_AGENCY_LAST: Final = re.compile(r"(?<=[^.!?…\"”’\s–—-])\s+\(([^()]{2,40})\)$")
_AGENCY_FIRST: Final = re.compile(r"[^–—|-]{2,40}\s[–—|-]\s(?=by\s)", re.IGNORECASE)
_TWO_SENTENCES: Final = re.compile(r"[a-z]{2}[.!?]\s+\S")
_STRONG_BULLETS: Final = frozenset("•▪●◦‣*+")
_RIGHTS: Final = ("©", "(c)", "copyright")
_GOES_ON: Final = (",", ":", ";", "–", "—", "-")  # broken off, or what follows belongs to it
_DASHES: Final = ("–", "—", "-")
_SHARE = 0.7  # of a credit's words are names or small
_TOP = 6  # paragraphs among which dates of publication stand
_LONGEST_CAPTION = 400
_LONGEST_PHOTO_CREDIT = 120
_LONGEST_TEASER = 260
_LONGEST_CREDIT = 300
_LONGEST_HEADLINE, _LONGEST_SUBHEAD = 180, 90
_HEAD = 8  # paragraphs by which the first sentence has come


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A report as a rule sees it."""

    parts: Sequence[Part]
    marks: Mapping[str, BlockKind]
    markdown: bool
    titled: bool  # a title is given apart from the text
    lexicon: Lexicon
    labels: frozenset[str] = frozenset()  # lines that say who speaks next in an interview, folded

    def at(self, number: int) -> Part | None:
        """Return a part, or None where there is none."""
        return self.parts[number] if 0 <= number < len(self.parts) else None


Rule = Callable[[View, int], BlockKind | None]


def marked(view: View, number: int) -> BlockKind | None:
    """What the page's own markup says."""
    return view.marks.get(fold(view.parts[number].text)) if view.marks else None


def heading(view: View, number: int) -> BlockKind | None:
    """A Markdown heading; an image alone is its caption."""
    part = view.parts[number]
    if view.markdown and part.lines == 1:
        if _HEADING.match(part.text):
            return BlockKind.SUBHEAD
        if _IMAGE.match(part.text):
            return BlockKind.CAPTION
    return None


def correction(view: View, number: int) -> BlockKind | None:
    """What the outlet says of its own mistakes: "Correction: …", "An earlier version of this …"."""
    return BlockKind.CORRECTION if view.lexicon.correction.match(view.parts[number].bare) else None


def read_also(view: View, number: int) -> BlockKind | None:
    """A link or teaser to something else, an advertisement's label, a button's words."""
    part = view.parts[number]
    if part.size > _LONGEST_TEASER:
        return None
    found = view.lexicon.read_also.match(part.bare) or view.lexicon.page_noise.fullmatch(part.bare)
    return BlockKind.READ_ALSO if found else None


def caption(view: View, number: int) -> BlockKind | None:
    """A line with the credit of a photo."""
    part = view.parts[number]
    if part.size > _LONGEST_CAPTION:
        return None
    if part.bare.casefold().startswith(_RIGHTS):
        return BlockKind.CREDIT  # whose it is, and nothing of what it shows
    if view.lexicon.caption_open.match(part.bare) or (number and _is_credited_line(part.bare, view.lexicon)):
        return BlockKind.CAPTION
    found = view.lexicon.caption_end.search(part.bare, max(0, len(part.bare) - _LONGEST_PHOTO_CREDIT))
    if found is None or _are_agencies(part.bare[part.bare.rfind("(") + 1 :].rstrip(")."), view.lexicon):
        return None  # "(AFP/Reuters)" closes a paragraph of a report, not a caption
    return BlockKind.CAPTION


def credit(view: View, number: int) -> BlockKind | None:
    """Who wrote, edited or delivered the report."""
    part = view.parts[number]
    if part.size > _LONGEST_CREDIT:
        return None
    is_one = is_credit(part.bare, view.lexicon) or is_byline(part.bare, view.lexicon)
    return BlockKind.CREDIT if is_one else None


def stamp(view: View, number: int) -> BlockKind | None:
    """A line of its own that says when the report was put out."""
    is_edge = number < _TOP or number == len(view.parts) - 1
    is_one = is_edge and is_stamp(view.parts[number].bare, view.lexicon)
    return BlockKind.DATELINE if is_one else None


def item(view: View, number: int) -> BlockKind | None:
    """A list item: a bullet, or a dash or number that does not stand alone."""
    part = view.parts[number]
    if not part.bullet or (part.bullet == "*" and part.text.endswith("*")):
        return None
    near = (view.at(number - 1), view.at(number + 1))
    company = any(other is not None and other.bullet for other in near)
    return BlockKind.LIST if part.bullet in _STRONG_BULLETS or company else None


def subhead(view: View, number: int) -> BlockKind | None:
    """A short line that is no sentence, between paragraphs that are; who speaks next is none."""
    part, before, after = view.parts[number], view.at(number - 1), view.at(number + 1)
    if part.lines > 1 or part.closed or part.size > _LONGEST_SUBHEAD or part.bare.endswith(_GOES_ON):
        return None
    if not _begins_big(part) or (before is None and not view.titled) or after is None or not after.closed:
        return None
    if before is not None and not before.closed and before.size > _LONGEST_HEADLINE:
        return None  # the paragraph before was cut, and this is its end
    if fold(part.text) in view.labels:
        return None
    return BlockKind.SUBHEAD if _begins_big(after) and after.size > part.size else None


RULES: Final[tuple[Rule, ...]] = (
    heading,
    correction,
    read_also,
    caption,
    credit,
    stamp,
    item,
    marked,
    subhead,
)


def is_top_heading(view: View, number: int) -> bool:
    """Tell a Markdown heading of the first rank."""
    return view.markdown and view.parts[number].text.startswith("# ")


def is_headline(view: View, number: int) -> bool:
    """Tell whether a paragraph reads like a headline: no sentence, short, and sentences after it."""
    part, after = view.parts[number], view.at(number + 1)
    if after is None or part.lines > 2 or part.size > _LONGEST_HEADLINE or not _begins_big(part):
        return False
    ending = part.bare.rstrip("\"'”’»)")
    if (part.closed and not ending.endswith(("?", "!", "…"))) or ending.endswith((",", ":", ";")):
        return False
    if part.bullet or dateline(part.text, view.lexicon):
        return False
    return len(words(part.bare)) >= 3 and any(
        other.closed for other in view.parts[number + 1 : number + _HEAD]
    )


def _is_credited_line(line: str, lexicon: Lexicon) -> bool:
    """Tell a line that is no sentence and ends with an agency in brackets: a caption, "A bridge (AP)"."""
    found = _AGENCY_LAST.search(line)
    return found is not None and _are_agencies(found[1], lexicon) and bool(words(line[: found.start()]))


def is_byline(line: str, lexicon: Lexicon) -> bool:
    """Tell a line such as "By Jane Doe in Kyiv"."""
    if named := _AGENCY_FIRST.match(line):
        line = line[named.end() :]
    found = _BYLINE.match(line)
    return bool(found) and len(line) <= _LONGEST_SUBHEAD and not line.endswith(".") and is_name(line, lexicon)


def is_credit(line: str, lexicon: Lexicon) -> bool:
    """Tell a line (or what stands in brackets at a paragraph's end) that only gives credit.

    >>> from tocsin.read.lexicon import lexicon
    >>> is_credit("(Reporting by D. Sample; editing by E. Muster)", lexicon())
    True
    """
    brackets = _BRACKETS.match(line)
    inner = brackets[1] if brackets else line
    if _are_agencies(inner, lexicon) or lexicon.credit_end.search(inner):
        return True
    if brackets and 2 <= len(words(inner)) <= 6 and not inner.isupper() and is_name(inner, lexicon):
        return not any(character.isdigit() for character in inner)
    opened = lexicon.credit_open.match(line)
    if opened is None:
        return False
    if line.startswith(_DASHES) and _TWO_SENTENCES.search(line):
        return False  # speech that was cut off: "— with the mayor. Not now"
    return bool(brackets) or opened[0].endswith(":") or _names_mostly(inner, lexicon)


def _are_agencies(line: str, lexicon: Lexicon) -> bool:
    if len(line) > _LONGEST_SUBHEAD:
        return False
    pieces = [
        piece.strip().casefold() for piece in re.split(r"[,/|&;]|\band\b|\bwith\b", line.strip("–—-. "))
    ]
    return bool(pieces) and all(not piece or piece in lexicon.agencies for piece in pieces) and any(pieces)


def _names_mostly(line: str, lexicon: Lexicon) -> bool:
    found = words(line)
    names = sum(word[0].isupper() or word.casefold() in lexicon.small_words for word in found)
    return names >= _SHARE * len(found)


def _begins_big(part: Part) -> bool:
    """Tell whether a part begins with a capital, a figure or a quotation."""
    found = _BEGINS.match(part.bare)
    return bool(found) and not part.bare[found.end() - 1].islower() if found else False
