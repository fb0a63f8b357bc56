"""Where and when a figure holds: the place and the moment that its own clause gives.

By the order of words and their tags: a place follows the figure with a preposition, opens the
sentence, or stands before the "where" of its clause. On the model's trees the same rules were worse,
since a wrong attachment of a prepositional phrase is the parser's commonest mistake.
"""

from collections.abc import Sequence
from typing import Final

from tocsin.extract.figures.lexicon import MARKS
from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.scene import Sentence
from tocsin.record import Span
from tocsin.record.moment import Moment, TimeKind, When
from tocsin.record.name import PLACES

_PLACES: Final = PLACES
_INSIDE: Final = ("NN", "JJ", "POS", "DT", "PRP$", "CD", "HYPH", "VBN")
_REACH: Final = 18
_PERSONS: Final = frozenset(("he", "she", "i", "we"))
_PRONOUNS: Final = frozenset(("they", "it", "he", "she", "that", "we"))
_OPENING: Final = 3  # the last token with which a sentence's opening moment may begin
_JOINED: Final = 2  # "were killed and 60 wounded when …"
_MOST_PLACES: Final = 6
_NEAR: Final = 8  # how far before "where" its place may stand


def place_of(sentence: Sentence, quantity: Quantity, *, harmed: bool = False) -> tuple[Span, str] | None:
    """Return the place of a figure's clause, None where it names none.

    ``harmed``: it counts harm, which "when", "as" or "after" may tell the circumstances of.
    """
    rules = (_following, _where, _opening, _crossed)
    found = next((place for rule in rules if (place := rule(sentence, quantity)) is not None), None)
    if found is None and harmed and (at := _circumstance(sentence, quantity)) is not None:
        return _within_clause(sentence, at)
    return found


def _circumstance(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the "when" that closes a figure's clause: "19 died when guns shelled Eastmark"."""
    tokens = sentence.tokens
    at = next((n for n in range(quantity.last, len(tokens)) if sentence.has(n, "breaks")), len(tokens))
    apart = not sentence.has(at, "circumstances") or at - quantity.last > _REACH
    apart = apart or tokens.at(at + 1) in _PERSONS  # "when he toured the front" is not when they died
    return None if apart or _clauses(sentence, range(quantity.last, at)) > _JOINED else at


def _within_clause(sentence: Sentence, start: int) -> tuple[Span, str] | None:
    """Return the place of the clause that "when" opens: its verb's object, or after a preposition."""
    tokens = sentence.tokens
    word = tokens.at(start)
    for at in range(start + 1, min(start + _REACH, len(tokens))):
        if sentence.has(at, "breaks") and at > start + 1:
            return None
        verb = tokens.tag(at) in ("VBD", "VBZ", "VBP") or tokens.at(at).endswith("ed")
        if (verb or sentence.has(at, "place_before")) and (last := _ground(sentence, at + 1)) is not None:
            return sentence.span(at + 1, _widened(sentence, last)), f"its “{word}” clause"
    return None


def _following(sentence: Sentence, quantity: Quantity) -> tuple[Span, str] | None:
    """Return the first place that a preposition joins after a figure, no comma or clause between."""
    tokens = sentence.tokens
    for at in range(quantity.last, min(quantity.last + _REACH, len(tokens))):
        joined = tokens.at(at - 1) in ("and", "but") and tokens.tag(at).startswith("VB")
        if sentence.has(at, "breaks") or joined:
            return None
        if sentence.has(at, "place_before") and not sentence.has(at - 1, "no_place"):
            last = _ground(sentence, at + 1)
            if last is not None:
                return sentence.span(at + 1, _widened(sentence, last)), f"“{tokens.at(at)}” after it"
    return None


def _crossed(sentence: Sentence, quantity: Quantity) -> tuple[Span, str] | None:
    """Return the place that is the object of a figure's verb: "9,000 villagers fled the valley"."""
    tokens = sentence.tokens
    at = quantity.last
    while sentence.has(at, "auxiliaries"):
        at += 1
    if not tokens.tag(at).startswith("VB"):
        return None
    last = _ground(sentence, at + 1)
    if last is None or not sentence.has(last - 1, "ground"):
        return None  # a state is no place where it may be a party: "28 allies condemned Norland"
    return sentence.span(at + 1, last), f"object of “{tokens.at(at)}”"


def _ground(sentence: Sentence, first: int) -> int | None:
    """Return where the noun phrase from a token on ends, if its noun or a name in it is a place."""
    tokens = sentence.tokens
    last = _phrase_end(sentence, first)
    while tokens.at(last) == "of" and (further := _phrase_end(sentence, last + 1)) > last + 1:
        last = further
    if last <= first:
        return None
    names = sentence.names.within(tokens.starts[first], tokens.ends[last - 1])
    ends = {name.span.end for name in names if name.type in _PLACES}
    for at in range(last - 1, first - 1, -1):
        if tokens.ends[at] in ends or sentence.has(at, "ground"):
            return at + 1
        if tokens.tag(at).startswith("NN"):
            return None  # "the Mecca crane collapse" is no place
    return None


def _phrase_end(sentence: Sentence, first: int) -> int:
    tokens = sentence.tokens
    last = first
    for at in range(first, min(first + 8, len(tokens))):
        word = tokens.at(at)
        if word in ("'s", "’s", "-") or (at == first and word in sentence.lex.determiners):
            last = at + 1
        elif (
            not word.isalpha()
            or sentence.has(at, "breaks")
            or sentence.has(at, "place_before")
            or _stops(sentence, at)
        ):
            break
        else:
            last = at + 1
    return last


def _stops(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    if tokens.tagged:
        return not tokens.tag(at).startswith(_INSIDE) or tokens.tag(at) in ("VBD", "VBZ", "VBP", "VBG")
    return tokens.at(at) in sentence.lex.stops


def _widened(sentence: Sentence, last: int) -> int:
    """Return the end of a place with what "and" joins to it and the clause that says which it is."""
    tokens = sentence.tokens
    last = _joined(sentence, _bordering(sentence, last))
    if tokens.at(last) in _PRONOUNS:
        while last < len(tokens) and tokens.at(last) not in MARKS:
            last += 1
    return last


def _bordering(sentence: Sentence, last: int) -> int:
    """Return the end of a border with what lies on its other side: "the border with Norland"."""
    tokens = sentence.tokens
    first = last + 1 + (tokens.at(last + 1) == "the")
    if not sentence.has(last - 1, "borders") or tokens.at(last) != "with" or first >= len(tokens):
        return last
    name = sentence.names.after(tokens.starts[first])
    if name is None or name.span.start != tokens.starts[first] or name.type not in _PLACES:
        return last
    return sentence.token(name.span.end - 1) + 1


def _joined(sentence: Sentence, last: int) -> int:
    """Return the end of the last place that commas and "and" join: "in Eastmark, Westmark and on the coast".

    What a comma joins belongs to it only where "and" closes the list; "in Eastmark, and Norland lost
    four" goes on with another clause.
    """
    tokens = sentence.tokens
    at = last
    for number in range(_MOST_PLACES):
        apart = tokens.at(at) == "," and tokens.at(at + 1) == "and"
        closes = apart or tokens.at(at) == "and"
        first = at + 1 + apart
        preposed = sentence.has(first, "place_before")
        if not (closes or tokens.at(at) == ",") or (apart and number == 0 and not preposed):
            break
        found = _ground(sentence, first + preposed)
        if found is None or tokens.tag(found).startswith(("VB", "MD")):
            break
        at = _bordering(sentence, found)
        if closes:
            return at
    return last


def _where(sentence: Sentence, quantity: Quantity) -> tuple[Span, str] | None:
    """Return the place before the "where" whose clause holds the figure."""
    tokens = sentence.tokens
    at = quantity.first - 1
    while at >= 0 and not sentence.has(at, "breaks"):
        at -= 1
    if tokens.at(at) != "where":
        return None
    for last in range(at, max(0, at - _NEAR), -1):
        first = _phrase_start(sentence, last)
        if first < last and _ground(sentence, first) is not None:
            return sentence.span(first, last), "“where” after it"
    return None


def _phrase_start(sentence: Sentence, last: int) -> int:
    """Return where the noun phrase that ends before a token begins; ``last`` itself where none does."""
    tokens = sentence.tokens
    stop = tokens.ends[last - 1]
    name = sentence.names.before(stop)
    if name is not None and name.span.end == stop and name.type in _PLACES:
        return sentence.token(name.span.start)
    if not sentence.has(last - 1, "ground"):
        return last
    first = last
    while (
        first > 0
        and not _stops(sentence, first - 1)
        and not (sentence.has(first - 1, "breaks") or sentence.has(first - 1, "place_before"))
    ):
        first -= 1
        if tokens.at(first) in sentence.lex.determiners:
            break
    return first


def _opening(sentence: Sentence, quantity: Quantity) -> tuple[Span, str] | None:
    """Return the place that opens the sentence: "In Norland, 26 …"."""
    tokens = sentence.tokens
    at = next((n for n in range(min(3, len(tokens))) if sentence.has(n, "place_before")), None)
    if at is None or at + 1 >= quantity.first or sentence.has(at - 1, "no_place"):
        return None
    last = _ground(sentence, at + 1)
    if last is None or tokens.at(last) != "," or last >= quantity.first:
        return None
    if any(word in sentence.lex.context["clauses"] for word in tokens.low[last + 1 : quantity.first]):
        return None
    return sentence.span(at + 1, last), "opening of its sentence"


def period_of(
    sentence: Sentence,
    quantity: Quantity,
    moments: Sequence[Moment],
    content: tuple[int, int] | None,
    published: str | None,
    *,
    harmed: bool = False,
) -> tuple[When, str] | None:
    """Return the time that a figure holds for: the nearest moment of its clause, until publication.

    ``content`` is the stretch of the statement that says the figure; a moment outside it is of the saying.
    """
    kinds = (TimeKind.DATE, TimeKind.TIME, TimeKind.DURATION)
    told = [m for m in moments if m.kind in kinds and (m.first or m.last)]
    inside = [m for m in told if content is None or content[0] <= m.span.start < content[1]]
    near = [(away, m) for m in inside if (away := _distance(sentence, quantity, m)) is not None]
    how = "moment of its clause"
    if not near and harmed and (at := _circumstance(sentence, quantity)) is not None:
        near = [(away, m) for m in inside if (away := _away_in(sentence, at, m)) is not None]
        how = f"moment of its “{sentence.tokens.at(at)}” clause"
    if not near:
        return None
    moment = min(near, key=lambda pair: pair[0])[1]
    first, last = moment.first, moment.last
    if (
        published is not None
        and first is not None
        and last is not None
        and first[:10] <= published < last[:10]
    ):
        last = published
    return When(span=moment.span, moment=moment.id, first=first, last=last), how


def _away_in(sentence: Sentence, start: int, moment: Moment) -> int | None:
    """Return how far a moment stands in the clause that "when" opens at a token, None where not in it."""
    if sentence.tokens.at(start) == "after":  # deaths may come days after
        return None
    time = sentence.token(moment.span.start)
    between = range(start + 1, time)
    closed = any(sentence.has(n, "breaks") and n > start + 1 for n in between)
    return None if time <= start or closed or _clauses(sentence, between) > 1 else len(between)


def _distance(sentence: Sentence, quantity: Quantity, moment: Moment) -> int | None:
    """Return how many tokens a moment is away, None where another clause stands between."""
    tokens = sentence.tokens
    time = sentence.token(moment.span.start)
    until = sentence.token(moment.span.end - 1) + 1
    if quantity.first <= time < quantity.last:
        return None
    if time < quantity.first:
        between = range(until, quantity.first)
        marks = [tokens.at(n) for n in between if sentence.has(n, "breaks")]
        opening = time <= _OPENING and _reaches(sentence, until, marks)
        return None if (marks and not opening) or _clauses(sentence, between) > 1 else len(between)
    between = range(quantity.last, time)
    if any(sentence.has(n, "breaks") for n in between):
        return None
    subject = next((n for n in between if tokens.tag(n) != "RB"), time)
    allowed = 1 if tokens.tag(subject).startswith(("VB", "MD")) else 0
    return None if _clauses(sentence, between) > allowed else len(between)


def _reaches(sentence: Sentence, until: int, marks: list[str]) -> bool:
    """Tell whether an opening moment that ends at a token holds for what stands after these marks.

    "In 2008, they lost 40 tanks" and "In 2008 they fought a war in which 40 died", not "… after 40 died".
    """
    comma = sentence.tokens.at(until) == ","
    if marks[:1] == [","] and not sentence.lex.context["clauses"] & set(marks):
        return True
    first = until + comma
    subject = sentence.tokens.at(first) in _PRONOUNS
    rest = marks[comma + subject :]
    return len(rest) <= 1 and all(mark in sentence.lex.context["relative"] for mark in rest)


def _clauses(sentence: Sentence, between: range) -> int:
    """Return how many groups of verbs stand in a stretch; a participle after a preposition is none."""
    tokens = sentence.tokens
    groups, inside = 0, False
    for at in between:
        tag = tokens.tag(at)
        verbal = tag.startswith(("VB", "MD")) and not tokens.at(at).endswith("y")  # no participle does
        verbal = verbal and not (tag in ("VBG", "VBN") and tokens.tag(at - 1) == "IN")
        if verbal and not inside:
            groups += 1
        inside = verbal or (inside and tag in ("RB", "TO"))
    return groups
