"""Which names of a report are of one person: full names, family names, other spellings, titles.

A family name alone is the person's of that family name who is named in full, if there is one only
or a title or an office tells which. A first name alone is so only where nobody else bears it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tocsin.record import Name, NameType, Role
from tocsin.resolve.references.report import Report
from tocsin.resolve.references.spelled import alike
from tocsin.resolve.references.words import folded

_BEFORE: Final = 16  # characters before a name in which a title stands
_OFFICES: Final = (
    "president",
    "secretary",
    "minister",
    "chancellor",
    "ambassador",
    "governor",
    "senator",
    "premier",
    "adviser",
    "advisor",
    "chair",
    "chairman",
    "director",
    "commissioner",
    "representative",
    "highness",
    "majesty",
    "excellency",
)
Parts = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Person:
    """One person as a report names him or her; made up while the names are gone through."""

    full: Parts  # the longest name, folded
    names: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    forms: set[Parts] = field(default_factory=set)

    def take(self, form: "_Form") -> None:
        """Add all names of one form."""
        self.names += form.names
        self.roles += form.roles
        self.genders |= form.genders
        self.forms.add(form.parts)
        if len(form.parts) > len(self.full):
            self.full = form.parts

    @property
    def spelled(self) -> str:
        """The fullest name, as the report has it first."""
        return max(self.names, key=lambda n: (len(n.span.text.split()), -n.span.start)).span.text


@dataclass(slots=True)
class _Form:
    """A person's name, folded, without titles: all places where it stands."""

    parts: Parts
    names: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    before: bool = False  # it stands where but the first of its bearers has been named


def persons(report: Report) -> list[Person]:
    """Return the persons named in a report, in the order of their first full names."""
    forms = _forms(report)
    full = [form for form in forms if len(form.parts) > 1]
    found: list[Person] = []
    for form in sorted(full, key=lambda f: (-len(f.parts), f.names[0].span.start)):
        home = [p for p in found if _one(p.full, form.parts) and not _differ(p.genders, form.genders)]
        person = home[0] if len(home) == 1 else None
        if person is None:
            person = Person(full=form.parts)
            found.append(person)
        person.take(form)
    alone = [form for form in forms if len(form.parts) == 1]
    for form in [part for whole in alone for part in _divided(whole, found)]:
        person = _bearer(form, found)
        if person is None:
            person = Person(full=form.parts)
            found.append(person)
        person.take(form)
    for person in found:
        person.names.sort(key=lambda name: name.span.start)
    return sorted(found, key=lambda person: person.names[0].span.start)


def _forms(report: Report) -> list[_Form]:
    """Return the forms in which persons are named, those with a title of another gender apart."""
    roles = defaultdict(list)
    for role in report.extraction.roles:
        roles[role.person.start].append(role)
    found: dict[tuple[Parts, str], _Form] = {}
    for name in report.extraction.names:
        if name.type is not NameType.PERSON:
            continue
        parts = _parts(name, report)
        if not parts:
            continue
        genders = _genders(name, parts, report)
        form = found.setdefault((parts, "".join(sorted(genders))), _Form(parts))
        form.names.append(name)
        form.roles += roles.get(name.span.start, ())
        form.genders |= genders
    return list(found.values())


def _parts(name: Name, report: Report) -> Parts:
    words = folded(name.span.text).split()
    while words and words[0] in report.lexicon.titles and (len(words) > 1 or words[0] in _OFFICES):
        words = words[1:]
    if "of" in words[2:]:
        words = words[: words.index("of")]  # "Ada Weir of Norland"
    return tuple(words)


def _genders(name: Name, parts: Parts, report: Report) -> set[str]:
    """Return the gender that a title or a first name tells, as "f" or "m"."""
    before = report.text[max(0, name.span.start - _BEFORE) : name.span.start]
    words = [*before.replace(".", " ").lower().split()[-1:], *name.span.text.lower().split()[:1]]
    found = {"f" for word in words if word in report.lexicon.female}
    found |= {"m" for word in words if word in report.lexicon.male}
    if not found and len(parts) > 1 and (gender := report.lexicon.given.get(parts[0])):
        found.add(gender)
    return found if len(found) == 1 else set()


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other and not one & other)


def _one(long: Parts, short: Parts) -> bool:
    """Tell whether two full names may be one person's: last names alike, first names alike or initials."""
    if long == short:
        return True
    if long[-len(short) :] == short:  # "von der Leyen"
        return True
    if not alike(long[-1], short[-1]):
        return False
    first, other = long[0], short[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return alike(first, other)


def _divided(form: _Form, found: Sequence[Person]) -> Iterator[_Form]:
    """Yield a last name by stretches of the text, where the second of its bearers comes in later only."""
    first = sorted(
        min(n.span.start for n in p.names) for p in found if len(p.full) > 1 and _is_last(p, form.parts[0])
    )
    if len(first) < 2:
        yield form
        return
    early = [name for name in form.names if name.span.start < first[1]]
    late = [name for name in form.names if name.span.start >= first[1]]
    for names in filter(None, (early, late)):
        starts = {name.span.start for name in names}
        roles = [role for role in form.roles if role.person.start in starts]
        yield _Form(form.parts, names, roles, set(form.genders), before=names is early)


def _bearer(form: _Form, found: Sequence[Person]) -> Person | None:
    """Return whose name a single word is: a last name, else a first name that one alone bears."""
    word = form.parts[0]
    fit = [p for p in found if not _differ(p.genders, form.genders)]
    for test in (_is_last, _is_nearly_last, _is_first):
        bearers = [p for p in fit if test(p, word)]
        if form.before:
            bearers = sorted(bearers, key=lambda p: min(n.span.start for n in p.names))[:1]
        if len(bearers) > 1:
            offices = {folded(role.role.text) for role in form.roles}
            bearers = [p for p in bearers if offices & {folded(role.role.text) for role in p.roles}]
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        if any(test(p, word) for p in fit):
            return None
    return None


def _is_last(person: Person, word: str) -> bool:
    return any(form[-1] == word for form in person.forms)


def _is_nearly_last(person: Person, word: str) -> bool:
    return len(person.full) > 1 and any(alike(form[-1], word) for form in person.forms)


def _is_first(person: Person, word: str) -> bool:
    return any(len(form) > 1 and form[0] == word for form in person.forms)


def first_words(name: str, type: NameType) -> tuple[str, ...]:  # noqa: A002 - the field's word
    """Return the first word of a person's full name, to find out whether a word is a first name."""
    words = folded(name).split() if type is NameType.PERSON else []
    return (words[0],) if len(words) > 1 else ()


def by_start(people: Iterable[Person]) -> dict[int, Person]:
    """Return persons by where their names start."""
    return {name.span.start: person for person in people for name in person.names}
