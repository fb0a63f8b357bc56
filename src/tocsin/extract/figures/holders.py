"""Whose the counted things are, and on which side or by whom: by owner, nationality, "of" and verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.figures.measures import Measured, measure_of
from tocsin.extract.figures.nouns import is_plural
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.extract.figures.scene import Sentence, verbs
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.ontology.quantities import quantities
from tocsin.record import NameType, Span
from tocsin.record.name import BODIES, PLACES

_OWNERS: Final = frozenset(("'s", "’s", "'", "’"))
_OF: Final = frozenset(("of", "from"))
_REACH: Final = 12


@dataclass(frozen=True, slots=True)
class Held:
    """The holder and the side of a figure, with how each was found."""

    holder: Span | None = None
    side: Span | None = None
    how: str = ""


def held(sentence: Sentence, quantity: Quantity, measured: Measured, before: Sequence[Quantity]) -> Held:
    """Return whose the counted things are; empty where the sentence does not tell it plainly.

    ``before`` are the quantities of the sentence before it: "28 tanks and 300 men" are held alike.
    """
    known = quantities()
    harmed, has = measured.code in known.harm, measured.code in known.held
    owner = _owner(sentence, quantity) or _nationality(sentence, quantity) or _belonging(sentence, quantity)
    first = _first_of(sentence, quantity, before)
    if first is not quantity and quantity.kind is Kind.COUNT and not harmed:
        has = has or measure_of(sentence, first).code in known.held
    haver = _haver(sentence, first) if has else None
    by = _agent(sentence, measured) if harmed else None
    if owner is not None:
        span, how = owner
        side = by or (haver[0] if haver is not None and not _same(haver[0], span) else None)
        return Held(span, side, how)
    if haver is not None:
        return Held(haver[0], by, haver[1])
    return Held(None, by)


def _first_of(sentence: Sentence, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """Return the first of the quantities that "and" or commas join to one."""
    for other in reversed(before):
        if sentence.tokens.low[other.last : quantity.first] not in (("and",), (",",), (",", "and"), ("or",)):
            break
        quantity = other
    return quantity


def _same(one: Span, other: Span) -> bool:
    """Tell whether two spans overlap or share a word's beginning: "Russia", "Russian"."""
    if one.start < other.end and other.start < one.end:
        return True
    return one.text[:5].lower() == other.text[:5].lower()


Found = tuple[Span, str]


def _owner(sentence: Sentence, quantity: Quantity) -> Found | None:
    """Read "Norland's 300 tanks", "their 300 tanks"."""
    tokens = sentence.tokens
    at = quantity.first - 1
    if tokens.at(at) in sentence.lex.context["owned"]:
        return _antecedent(sentence, at)
    if tokens.at(at) in _OWNERS and tokens.glued(at - 1):
        start, end = _back(sentence, at - 1)
        return sentence.span(start, end), "owner before the number"
    return None


def _nationality(sentence: Sentence, quantity: Quantity) -> Found | None:
    """Read "26 Norlandish soldiers", "300 NATO troops"."""
    noun = quantity.noun
    if noun is None:
        return None
    start, end = sentence.tokens.starts[noun.first], sentence.tokens.ends[noun.last - 1]
    head = sentence.tokens.starts[noun.head]
    for name in sentence.names.within(start, end):
        if name.span.start < head and name.type is not NameType.PERSON and name.type is not NameType.OTHER:
            return name.span, "name within the noun phrase"
    return None


def _belonging(sentence: Sentence, quantity: Quantity) -> Found | None:
    """Read "three soldiers of the Norland army", "four people from their army"."""
    if quantity.noun is None or quantity.kind not in (Kind.COUNT, Kind.SHARE):
        return None
    tokens, at = sentence.tokens, quantity.noun.last
    if tokens.at(at) not in _OF:
        return None
    begin = at + 1
    if tokens.at(begin) in sentence.lex.context["owned"]:
        return _antecedent(sentence, begin)
    last = begin
    while last < min(begin + 6, len(tokens)) and (
        tokens.form(last).isalpha() or tokens.at(last) in ("-", "’s", "'s")
    ):
        if last > begin and tokens.at(last) in sentence.lex.stops:
            break
        last += 1
    if last == begin:
        return None
    names = [
        name
        for name in sentence.names.within(tokens.starts[begin], tokens.ends[last - 1])
        if name.type in (NameType.STATE, NameType.NATIONALITY, *BODIES)
    ]
    return (names[0].span, f"name after “{tokens.at(at)}”") if names else None


def owner_of(sentence: Sentence, first: int, last: int) -> Found | None:
    """Return whose a noun phrase over tokens [first, last) is: "its losses", "the number of its dead"."""
    tokens = sentence.tokens
    if tokens.at(first - 1) in _OWNERS and tokens.glued(first - 2):
        start, end = _back(sentence, first - 1)
        timed = (
            tokens.at(end - 1) in sentence.lex.context["days"] or (tokens.at(end - 1),) in sentence.lex.units
        )
        return None if timed or start >= end else (sentence.span(start, end), "owner of the count")
    for at in range(max(0, first - 1), last):
        if tokens.at(at) in sentence.lex.context["owned"]:
            return _antecedent(sentence, at)
    names = sentence.names.within(tokens.starts[first], tokens.ends[min(last, len(tokens)) - 1])
    kinds = (NameType.STATE, NameType.NATIONALITY, *BODIES)
    return next(((name.span, "name at the count") for name in names if name.type in kinds), None)


def _antecedent(sentence: Sentence, at: int) -> Found | None:
    """Return the group that "their" means: the nearest subject before it, where one is clear."""
    tree, word = sentence.tree, sentence.word(at)
    plural = sentence.tokens.at(at) == "their"
    nearest = _subject_before(sentence, at)
    if nearest is not None and _agrees(sentence, nearest[1] - 1, plural=plural):
        return sentence.span(*nearest), f"“{sentence.tokens.at(at)}”: the subject before it"
    if tree is not None and word is not None:
        for here in tree.ancestors(word):
            subject = tree.child(here, "nsubj", "nsubj:pass")
            if (
                subject is not None
                and subject < word
                and tree.is_noun(subject)
                and not tree.tag(subject).startswith(("PRP", "W"))
            ):
                if tree.tag(subject) == ("NN" if plural else "NNS") or (
                    not plural and _is_person(sentence, tree.words[subject].start)
                ):
                    continue
                start, end = tree.phrase(subject, joined=True)
                return Span.of(
                    sentence.text, start, end
                ), f"“{sentence.tokens.at(at)}”: the subject before it"
        return None
    names = sentence.names.within(sentence.start, sentence.tokens.starts[at])
    groups = [n for n in names if n.type in (NameType.STATE, NameType.NATIONALITY, *BODIES)]
    if not groups:
        return None
    return groups[-1].span, f"“{sentence.tokens.at(at)}”: the name before it"


def _agrees(sentence: Sentence, head: int, *, plural: bool) -> bool:
    """Tell whether a noun may be what "their" (``plural``) or "its" means."""
    if plural:
        return is_plural(sentence.tokens.at(head))
    common = sentence.tokens.tag(head) == "NNS" and is_plural(sentence.tokens.at(head))
    return not common and not _is_person(sentence, sentence.tokens.starts[head])


def _is_person(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun that starts at a code point is a person's, who has no "its": "one serviceman"."""
    inside = sentence.names.within(sentence.start, sentence.end)
    named = next((name for name in inside if name.span.start <= at < name.span.end), None)
    if named is not None:
        return named.type is NameType.PERSON
    known = vocabulary("en").nouns.get(sentence.tokens.at(sentence.token(at)))
    return known is not None and known.human is True and not known.plural


def _subject_before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the nearest noun phrase before a token that a finite verb follows, no comma between."""
    tokens = sentence.tokens
    for here in range(at - 1, 0, -1):
        if not tokens.low[here][:1].isalnum():
            return None
        finite = tokens.tag(here) in ("VBD", "VBZ", "VBP", "MD")
        if finite and tokens.tag(here - 1).startswith("NN"):
            return _back(sentence, here)
    return None


def _haver(sentence: Sentence, quantity: Quantity) -> Found | None:
    """Read "Norland has 300 tanks", "accused Norland of massing 300 tanks"."""
    found = _haver_by_pattern(sentence, quantity)
    tree, word = sentence.tree, sentence.head(quantity)
    if found is None and tree is not None and word is not None:
        return _haver_by_tree(sentence, tree, word)
    return found


def _haver_by_tree(sentence: Sentence, tree: Tree, word: int) -> Found | None:
    known = verbs()
    here = word
    for _ in range(4):
        head = tree.heads[here]
        if head < 0:
            return None
        base = tree.bases[here]
        if base == "obj" and tree.forms[head] in known.holding:
            return _subject(sentence, tree, head)
        if base not in ("conj", "nmod", "nummod", "compound", "appos"):
            return None
        here = head
    return None


def _subject(sentence: Sentence, tree: Tree, verb: int) -> Found | None:
    """Return the subject of a verb, or through control its master's subject or accused object."""
    how = f"subject of “{tree.forms[verb]}”"
    for _ in range(3):
        subject = next((child for child in tree.children(verb, "nsubj") if child < verb), None)
        if subject is not None:
            return _phrase(sentence, tree, subject, how)
        head, base = tree.heads[verb], tree.bases[verb]
        if head < 0 or base not in ("xcomp", "advcl", "acl", "conj", "ccomp", "obl"):
            return None
        if tree.forms[head] in verbs().accusing and (accused := tree.child(head, "obj")) is not None:
            why = f"accused of “{tree.forms[verb]}”"
            if tree.tag(accused).startswith("W") and (name := _beside(sentence, tree, accused)) is not None:
                return name, why
            return _phrase(sentence, tree, _meant(tree, accused), why)
        verb = head
    return None


def _beside(sentence: Sentence, tree: Tree, relative: int) -> Span | None:
    """Return the body or state named right before a relative pronoun: "a reply to NATO, which …"."""
    start = tree.words[relative].start
    name = sentence.names.before(start)
    if name is None or name.type not in (*BODIES, *PLACES):
        return None
    return None if sentence.text[name.span.end : start].strip(" ,") else name.span


def _meant(tree: Tree, word: int) -> int:
    """Return the noun that a relative pronoun takes up, the word itself where it is none."""
    if not tree.tag(word).startswith("W"):
        return word
    above = next((a for a in (word, *tree.ancestors(word)) if tree.bases[a] == "acl"), None)
    return word if above is None or tree.heads[above] < 0 else tree.heads[above]


def _phrase(sentence: Sentence, tree: Tree, word: int, how: str) -> Found | None:
    if tree.tag(word).startswith(("PRP", "W", "DT", "EX")):
        return None
    start, end = tree.phrase(word, joined=True)
    return Span.of(sentence.text, start, end), how


def _haver_by_pattern(sentence: Sentence, quantity: Quantity) -> Found | None:
    tokens, known = sentence.tokens, verbs()
    at = quantity.first - 1
    if tokens.at(at) not in known.holding:
        return None
    at -= 1
    if tokens.at(at) == "of":
        start, end = _back(sentence, at)
        accused = known.accusing & {tokens.at(start - 1)}
        return (
            (sentence.span(start, end), f"accused of “{tokens.at(quantity.first - 1)}”") if accused else None
        )
    while at > 0 and (tokens.at(at) in sentence.lex.context["auxiliaries"] or tokens.at(at).endswith("ly")):
        at -= 1
    start, end = _back(sentence, at + 1)
    noun = tokens.tag(end - 1).startswith("NN") if tokens.tagged else tokens.at(end - 1).isalpha()
    if start >= end or tokens.at(end - 1) in sentence.lex.stops or not noun:
        return None
    return sentence.span(start, end), f"before “{tokens.at(quantity.first - 1)}”"


def _back(sentence: Sentence, end: int) -> tuple[int, int]:
    """Return the noun phrase that ends before a token: a name, or the words back to an article."""
    tokens = sentence.tokens
    stop = tokens.ends[end - 1]
    name = sentence.names.before(stop)
    if name is not None and name.span.end == stop and name.span.start >= sentence.start:
        first = sentence.token(name.span.start)
        return first, end
    start = end - 1
    while start > 0 and end - start < _REACH:
        word = tokens.at(start - 1)
        if word in sentence.lex.determiners:
            return start - 1, end
        if not _inside(sentence, start - 1) or word in sentence.lex.stops:
            break
        start -= 1
    return start, end


def _inside(sentence: Sentence, at: int) -> bool:
    """Tell whether a token may stand within a noun phrase: a word, its "'s", a hyphen that joins two."""
    tokens = sentence.tokens
    word = tokens.at(at)
    return word.isalpha() or ((word == "-" or word in _OWNERS) and tokens.glued(at - 1))


def _agent(sentence: Sentence, measured: Measured) -> Span | None:
    """Return by whom: the agent or subject of the verb that told the harm."""
    tree, verb = sentence.tree, measured.verb
    if tree is None or verb is None:
        return None
    agent = tree.child(verb, "obl:agent")
    if agent is None and tree.relation(verb) != "root" and tree.tag(verb) == "VBN":
        return None
    if agent is None:
        subject = next((child for child in tree.children(verb, "nsubj") if child < verb), None)
        counted = verbs().object.get(tree.forms[verb]) is not None and tree.child(verb, "obj") is not None
        agent = subject if counted else None
    if agent is None or tree.tag(agent).startswith(("PRP", "W", "DT")):
        return None
    start, end = tree.phrase(agent, joined=True)
    return Span.of(sentence.text, start, end)
