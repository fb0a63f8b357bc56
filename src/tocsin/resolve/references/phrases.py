"""A description taken apart: its noun, what belongs to it, whose it is, one or many."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tocsin.record import Name
from tocsin.resolve.references.report import Report

_LEADING: Final = frozenset(  # Penn Treebank tags
    "DT PDT CD PRP$ JJR JJS RBR IN RB CC `` '' HYPH -LRB- , : POS WDT".split()  # noqa: SIM905 - easier to read
)
_BY: Final = frozenset(("of", "for", "from"))
_LEVELS: Final = 2
_PLURAL: Final = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase. ``core`` is its stretch without article and number: "Ukrainian soldiers"."""

    start: int
    end: int
    end_asked: int  # where the stretch ended that was read
    top: int  # number of its head word
    noun: str  # that word, lower-cased
    words: tuple[str, ...]  # of the core up to the noun, lower-cased
    definite: bool
    indefinite: bool
    plural: bool
    whose: tuple[str, ...]  # pronouns that own it: "their"
    owners: tuple[Name, ...]  # names in it, nearest to the noun first
    behind: tuple[int, int] | None  # the noun phrase after "of" that owns it
    name: Name | None  # the name that the head word belongs to


def phrase_of(start: int, end: int, report: Report) -> Phrase | None:
    """Return the noun phrase that a stretch of the text is, None where the report has no syntax for it."""
    syntax, words = report.syntax, report.lexicon
    top = syntax.top(start, end)
    if top is None:
        return None
    numbers = [n for n in syntax.within(start, end) if n <= top]
    first = 0
    while first < len(numbers) - 1 and _leads(numbers[first], report):
        first += 1
    lead = [syntax.forms[n] for n in numbers[:first]]
    glued = _glued(top, report)
    core = [*numbers[first:], *glued]
    behind = _behind(top, glued, end, report)
    stop = behind[1] if behind else syntax.words[glued[-1] if glued else top].end
    begin = syntax.words[core[0]].start
    named = report.name_at(syntax.words[top].start)
    return Phrase(
        start=begin,
        end=stop,
        end_asked=end,
        top=top,
        noun=syntax.forms[top],
        words=_words(core, report),
        definite=any(
            word in words.definite or word in words.own for word in (*lead, *_before(numbers[0], report))
        )
        or any(syntax.owns(n) for n in core[:-1]),
        indefinite=any(word in words.indefinite or word.isdigit() for word in lead),
        plural=syntax.tag(top) in _PLURAL,
        whose=tuple(word for word in lead if word in words.own),
        owners=tuple(_owners(begin, stop, top, report)),
        behind=behind,
        name=named,
    )


def _glued(top: int, report: Report) -> range:
    """Return the words that hyphens join to a noun: "-in-chief" to "commander"."""
    if top + 2 >= len(report.syntax.words) or report.syntax.forms[top + 1] != "-":
        return range(0)
    words, last = report.syntax.words, top
    while last + 2 < len(words) and words[last + 1].end == words[last + 2].start == words[last].end + 1:
        if report.syntax.forms[last + 1] != "-":
            break
        last += 2
    return range(top + 1, last + 1)


def _words(numbers: list[int], report: Report) -> tuple[str, ...]:
    """Return words with those that hyphens join as one."""
    found: list[str] = []
    joined = False
    for number in numbers:
        form = report.syntax.forms[number]
        if form == "-" or joined:
            found[-1:] = [found[-1] + form] if found else [form]
            joined = form == "-"
        else:
            found.append(form)
    return tuple(found)


def around(name: Name, report: Report) -> Iterator[tuple[int, int]]:
    """Yield the noun phrases that a name is in, the inner first: "Ukrainian army", "chief of the … army"."""
    syntax = report.syntax
    top = syntax.top(name.span.start, name.span.end)
    for _ in range(_LEVELS):
        if top is None or syntax.base(top) not in ("amod", "compound", "nmod", "det"):
            return
        top = syntax.head(top)
        if top < 0 or not syntax.tag(top).startswith("NN"):
            return
        yield _stretch(top, report)


def _stretch(top: int, report: Report) -> tuple[int, int]:
    """Return where a noun with what belongs to it begins and ends."""
    syntax = report.syntax
    first = last = top
    for child in syntax.children(top, "det", "amod", "compound", "nmod", "nummod"):
        below = [child, *syntax.children(child)]
        if any(syntax.tag(number).startswith("W") for number in below):
            continue  # "How many Russian troops" are the Russian troops
        if child < top:
            first = min(first, *below)
        elif syntax.case(child) in _BY and last == top:
            last = max(below)
    while first > 1 and syntax.forms[first - 1] == "-" and syntax.tag(first - 1) == "HYPH":
        first -= 2
    return syntax.words[first].start, syntax.words[last].end


def _before(number: int, report: Report) -> tuple[str, ...]:
    """Return the word before a phrase: mentions are marked without their article."""
    return (report.syntax.forms[number - 1],) if number else ()


def _leads(number: int, report: Report) -> bool:
    """Tell whether a word before the noun is no part of what is meant: an article, a number."""
    syntax = report.syntax
    leading = syntax.tag(number) in _LEADING or syntax.forms[number] in report.lexicon.indefinite
    return leading and report.name_at(syntax.words[number].start) is None


def _behind(top: int, glued: range, end: int, report: Report) -> tuple[int, int] | None:
    """Return the noun phrase that "of" joins to a noun: "the Ukrainian army" to "chief"."""
    syntax = report.syntax
    below = [child for n in (top, *glued) for child in syntax.children(n, "nmod")]
    for child in below:
        if child > top and syntax.case(child) in _BY and syntax.words[child].end <= end:
            start, stop = _stretch(child, report)
            return (start, stop) if syntax.words[top].end < start and stop <= end else None
    return None


def _owners(start: int, end: int, top: int, report: Report) -> Iterator[Name]:
    """Yield the names before the noun, nearest first, then those behind it."""
    at = report.syntax.words[top].start
    names = report.within(start, end)
    yield from sorted((n for n in names if n.span.start < at), key=lambda n: -n.span.start)
    yield from (n for n in names if n.span.start > at)
