"""What the names of states, bodies, groups and other things stand for, and those of places that act."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.knowledge import Entry
from tocsin.record import Candidate, Name, NameType, Sector, Use, Weight
from tocsin.record.name import BODIES
from tocsin.resolve.references.generic import is_plain, settled
from tocsin.resolve.references.meaning import KNOWN, Meaning, best_first, candidate, chosen, told
from tocsin.resolve.references.report import Report, bare
from tocsin.resolve.references.words import folded, named_by
from tocsin.resolve.spelling import fingerprint

_EXACT: Final = 5.0
_SHORT: Final = 2.0  # few letters that stand for many things
_SHORT_ONE: Final = 1.3  # three letters or more of one that is known alone
_ELSEWHERE: Final = -1.5
_ITS_NAME: Final = 0.7
_INTERGOVERNMENTAL: Final = 2.0
_OF_A_STATE: Final = 1.2
_COUNTRY: Final = 2.0
_NO_COUNTRY: Final = -3.0  # for a name that many states’ bodies have
_OTHER_THING: Final = -4.0
_METONYM: Final = 4.0
_MORE_NAMED: Final = 1.0
_TYPE: Final = -0.7
_LETTERS: Final = 5
_TELLING: Final = 3
_OWNED: Final = re.compile(r"(?:['’]s?)?\s+(?:the\s+)?", re.IGNORECASE)
_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_ACRONYM: Final = re.compile(r"\s*\(\s*(?:the\s+)?[“\"‘']?\s*")
_NUMBER: Final = re.compile(r"(?<!\w)(\d{1,4}(?:st|nd|rd|th))\s+$")
_NUMBERED: Final = 8
_EVERYWHERE: Final = (Sector.MEDIA, Sector.BUSINESS, Sector.NONGOVERNMENTAL)
_SMALL: Final = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "des", "du"))
_NEEDS_KNOWN: Final = (NameType.PLACE, NameType.FACILITY, NameType.NATIONALITY)  # no actor by itself
_NATIONAL: Final = (NameType.STATE, NameType.NATIONALITY)


def bodies(report: Report) -> Iterator[Meaning]:
    """Yield what each name stands for that is no person's; names of one thing come together."""
    found = [meaning for group in _groups(report) for meaning in _of_group(group, report)]
    keys = frozenset(meaning.key for meaning in found)
    for meaning in found:
        yield meaning if meaning.key.startswith(KNOWN) else settled(meaning, report, keys)


def _groups(report: Report) -> list[list[Name]]:
    """Return the names of each thing together: the same words, or a name and its acronym."""
    found: dict[tuple[str, str], list[Name]] = {}
    for name in report.extraction.names:
        if name.span.start in report.told:
            found.setdefault((report.told[name.span.start], "told"), []).append(name)
            continue
        kind = "" if name.type in BODIES else "place" if name.type is NameType.FACILITY else name.type.value
        if _refers(name, report):
            found.setdefault((folded(_called(name, report)), kind), []).append(name)
    homes = {key: key for key in found}
    for short, long in _acronyms(report):
        if short in found and long in found and homes[short] == short and homes[long] == long:
            homes[short] = long
    joined: dict[tuple[str, str], list[Name]] = {}
    for key, names in found.items():
        joined.setdefault(homes[key], []).extend(names)
    return [sorted(names, key=lambda n: n.span.start) for names in joined.values()]


def _called(name: Name, report: Report) -> str:
    """Return a name with the number before it: the 1st and the 2nd Brigade are two."""
    if name.type not in BODIES:
        return name.span.text
    number = _NUMBER.search(report.text, max(0, name.span.start - _NUMBERED), name.span.start)
    return f"{number[1]} {name.span.text}" if number else name.span.text


def _refers(name: Name, report: Report) -> bool:
    """Tell whether a name stands for somebody or something: a place does only where it acts."""
    if name.type is NameType.PERSON or folded(name.span.text) in report.lexicon.no_actor:
        return False
    if name.type is NameType.STATE:
        return not report.is_region(name)
    if name.type is NameType.NATIONALITY:
        return len(bare(name.span.text, report.lexicon)) == 1
    if name.type in (NameType.PLACE, NameType.FACILITY):
        return acts(name, report) or _is_group(name, report)
    office = folded(name.span.text).rpartition(" ")[2] in report.lexicon.titles
    if office or name.type is NameType.OTHER or is_plain(name, report):
        return bool(named_by(report.knowledge, name.span.text))
    return True


def _is_group(name: Name, report: Report) -> bool:
    """Tell whether what is marked as a place is known as a group or body that holds it: "DPR"."""
    found = [report.knowledge.get(id_) for id_ in named_by(report.knowledge, name.span.text)]
    return bool(found) and all(entry and entry.type in BODIES for entry in found)


def acts(name: Name, report: Report) -> bool:
    """Tell whether a place acts, or owns what only an actor owns: "Moscow’s annexation of Crimea"."""
    use = report.uses.get(name.id)
    if use is Use.ACTOR:
        return True
    top = report.syntax.top(name.span.start, name.span.end)
    if use is not Use.ADJECTIVE or top is None or not report.syntax.owns(top):
        return False
    head = report.syntax.head(top)
    return head >= 0 and any(
        report.syntax.forms[n] in report.lexicon.of_state
        for n in (head, *report.syntax.children(head, "compound", "amod"))
    )


def _acronyms(report: Report) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield (short, long) keys: "OSCE" in brackets behind its name, or made of the name's first letters."""
    longs = [n for n in report.extraction.names if n.type in BODIES and " " in n.span.text]
    initials: dict[str, set[str]] = {}
    for name in longs:
        initials.setdefault(_initials(name.span.text), set()).add(folded(name.span.text))
        after = report.next_to(name, 1)
        if after and _ACRONYM.fullmatch(report.text, name.span.end, after.span.start):
            short = after.span.text
            closed = report.text[after.span.end :].lstrip("”\"’'")[:1] == ")"
            if closed and after.type in BODIES and short.isupper() and _opens(name, short):
                yield (folded(short), ""), (folded(name.span.text), "")
    for name in report.extraction.names:
        long = initials.get(name.span.text.replace(".", ""), set())
        if name.type in BODIES and len(long) == 1 and len(name.span.text) >= _TELLING:
            yield (folded(name.span.text), ""), (next(iter(long)), "")


def _opens(name: Name, short: str) -> bool:
    return folded(name.span.text)[:1] == short[0].lower()


def _initials(name: str) -> str:
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper()


def _of_group(names: list[Name], report: Report) -> Iterator[Meaning]:
    """Yield what names of one thing stand for; those with an owner beside them first, by themselves."""
    known = report.knowledge.get(report.told.get(names[0].span.start, ""))
    if known is not None:
        why = f"“{names[0].span.text}” is short for {known.name} beside the other"
        weight = Weight(part="spelling", value=_EXACT, why=why)
        yield _meaning(names, (candidate(known, [weight]),), report)
        return
    plain: list[Name] = []
    told: dict[str, Candidate] = {}
    for name in names:
        owned = _owned(name, report)
        if owned is None:
            plain.append(name)
        else:
            told[owned.id] = owned
            yield _meaning([name], (owned,), report, by=f"the words around it: “{owned.name}”")
    if not plain:
        return
    meaning = _meaning(plain, _candidates(plain, report), report)
    if len(told) == 1 and not meaning.key.startswith(KNOWN):
        only = next(iter(told.values()))
        meaning = _meaning(plain, (only,), report, by=f"the report means {only.name}")
    if meaning.key.startswith(KNOWN) or meaning.type not in _NEEDS_KNOWN:
        yield meaning


def _owned(name: Name, report: Report) -> Candidate | None:
    """Return the body that a name is together with the state beside it: "Russian Foreign Ministry"."""
    if name.type not in BODIES:
        return None
    before, after = report.next_to(name, -1), report.next_to(name, 1)
    stretches = []
    if (
        before
        and before.type in _NATIONAL
        and _OWNED.fullmatch(report.text, before.span.end, name.span.start)
    ):
        stretches.append((before.span.start, name.span.end))
    if after and after.type in _NATIONAL and _OF.fullmatch(report.text, name.span.end, after.span.start):
        stretches.append((name.span.start, after.span.end))
    for start, end in stretches:
        words = report.text[start:end]
        found = [report.knowledge.get(id_) for id_ in named_by(report.knowledge, words)]
        if len(found) == 1 and found[0]:
            why = f"“{words}” is a name of {found[0].name}"
            return candidate(found[0], [Weight(part="spelling", value=_EXACT, why=why)])
    return None


def _candidates(names: list[Name], report: Report) -> tuple[Candidate, ...]:
    """Return what names of one thing may stand for, best first."""
    words = list(dict.fromkeys(text for name in names for text in _words(name, report)))
    ids = dict.fromkeys(id_ for text in words for id_ in named_by(report.knowledge, text))
    long = [text for text in words if len(text.split()) > 1]
    found = []
    entries = [entry for id_ in ids if (entry := report.knowledge.get(id_))]
    for entry in entries:
        if entry.type is NameType.PERSON or report.somewhere_else(names[0], entry, ids):
            continue
        if all(_is_word(text, entry) for text in words) or report.no_actor(entry):
            continue
        shared = all(_is_shared(text, report) for text in words)
        short = all(len(text) <= _LETTERS and text.isupper() for text in words)
        weights = [
            *_by_words(names[0], words, entry, report),
            *_by_context(entry, entries, report, shared=shared, short=short),
        ]
        if long and not any(entry.id in named_by(report.knowledge, text) for text in long):
            weights.append(Weight(part="spelling", value=_OTHER_THING, why=f"the report means “{long[0]}”"))
        found.append(candidate(entry, weights))
    return best_first(found)


def _is_shared(words: str, report: Report) -> bool:
    """Tell whether many states have a body of such a name: "Labour Party", "Supreme Court"."""
    parts = words.lower().split()
    return len(parts) < _TELLING and parts[-1] in report.lexicon.shared


def _words(name: Name, report: Report) -> tuple[str, ...]:
    return bare(name.span.text, report.lexicon) if name.type is NameType.NATIONALITY else (name.span.text,)


def _by_words(name: Name, words: Iterable[str], entry: Entry, report: Report) -> Iterator[Weight]:
    """Yield what the words themselves say: a few letters may stand for many things."""
    uses = {text: use for text in words if (use := report.knowledge.use_of(entry.id, text))}
    text = max(uses, key=len, default="")
    if uses.get(text) == "metonym":
        why = f"“{text}” acts here, and stands for {entry.name} where it acts"
        yield Weight(part="spelling", value=_METONYM, why=why)
    elif (
        entry.type is not NameType.STATE
        and len(text) <= _LETTERS
        and text.isupper()
        and name.type in BODIES
        and " " not in text
    ):
        yield Weight(part="spelling", value=_SHORT, why=f"“{text}” is a short name of {entry.name}")
        if len(text) >= _TELLING and len(named_by(report.knowledge, text)) == 1:
            yield Weight(part="spelling", value=_SHORT_ONE, why=f"nothing else known is called “{text}”")
        if text == entry.name:
            yield Weight(part="spelling", value=_ITS_NAME, why=f"“{text}” is its usual name")
        if entry.sector == "IGO" or entry.members:
            yield Weight(part="type", value=_INTERGOVERNMENTAL, why=f"{entry.name} is a body of states")
        elif entry.part_of and len(named_by(report.knowledge, text)) == 1:
            yield Weight(part="type", value=_OF_A_STATE, why=f"{entry.name} is a body of {entry.part_of}")
    else:
        how = {"adjective": "is said of", "people": "is of the people of"}.get(
            uses.get(text, ""), "is a name of"
        )
        yield Weight(part="spelling", value=_EXACT, why=f"“{text}” {how} {entry.name}")
    if name.type in BODIES and entry.type is NameType.STATE:
        yield Weight(part="type", value=_TYPE, why=f"{entry.name} is a state")


def _is_local(entry: Entry) -> bool:
    """Tell whether reports that name an entry mostly name its state: not so of media and firms."""
    return entry.type is not NameType.STATE and entry.sector not in _EVERYWHERE


def _is_word(text: str, entry: Entry) -> bool:
    """Tell whether a short word only looks like letters that stand for a name: "Let", "Who"."""
    if len(text) > _TELLING or text.isupper() or text in entry.names:
        return False
    return any(folded(name) == text.lower() and sum(map(str.isupper, name)) > 1 for name in entry.names)


def _by_context(
    entry: Entry, rivals: list[Entry], report: Report, *, shared: bool, short: bool
) -> Iterator[Weight]:
    """Yield what the states named in the report say of an entry, against its rivals."""
    home = entry.id if entry.type is NameType.STATE else entry.country
    if entry.type is not NameType.STATE and home in report.states:
        yield Weight(part="country", value=_COUNTRY, why=f"also named in the report: {home}")
    elif home and report.states and short and _is_local(entry):
        yield Weight(part="country", value=_ELSEWHERE, why=f"the report names states, but not {home}")
    elif home and shared and entry.type is not NameType.STATE:
        value = _NO_COUNTRY if report.states else _NO_COUNTRY / 2
        yield Weight(part="country", value=value, why=f"the report does not name {home}")
    if len(rivals) > 1 and home:
        most = max((report.states.get(r.country or r.id, 0) for r in rivals), default=0)
        count = report.states.get(home, 0)
        if count == most and sum(report.states.get(r.country or r.id, 0) == most for r in rivals) == 1:
            yield Weight(part="country", value=_MORE_NAMED, why=f"{home} is named more often in the report")


def _meaning(
    names: list[Name], found: tuple[Candidate, ...], report: Report, *, by: str | None = None
) -> Meaning:
    found = _as_people(names, found, report)
    choice = chosen(found)
    spans = tuple(name.span for name in names)
    entry = report.knowledge.get(choice.id) if choice else None
    if choice is None or entry is None:
        kind = _type(names)
        longest = max(names, key=lambda n: (len(n.span.text), -n.span.start))
        return Meaning(
            key=f"{kind.value}:{fingerprint(_called(longest, report), kind)}",
            type=kind,
            spans=spans,
            score=1 - (found[0].score if found else 0.0),
            why="nothing known is likely enough" if found else "no name that is known",
            candidates=found,
        )
    return Meaning(
        key=KNOWN + entry.id,
        type=entry.type,
        spans=spans,
        score=choice.score,
        why=by or told(choice),
        candidates=found,
    )


def _as_people(names: list[Name], found: tuple[Candidate, ...], report: Report) -> tuple[Candidate, ...]:
    """Return the people in a state’s place, where all names are nouns for people: "Ukrainians"."""
    if names[0].type is not NameType.NATIONALITY or not found:
        return found
    if report.knowledge.use_of(found[0].id, names[0].span.text) != "people":
        return found
    tops = [report.syntax.top(name.span.start, name.span.end) for name in names]
    body = report.knowledge.body(found[0].id, "people")
    entry = report.knowledge.get(body) if body else None
    if entry is None or not all(n is not None and report.syntax.tag(n) in ("NNS", "NNPS") for n in tops):
        return found
    first = found[0]
    return (Candidate(id=entry.id, name=entry.name, score=first.score, weights=first.weights), *found[1:])


def _type(names: list[Name]) -> NameType:
    """Return the type that most of some names have, the one of the first among equals."""
    kinds = [name.type for name in names]
    return max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind)))
