"""Who a description stands for: "Russian troops", "the head of Ukrainian diplomacy", "the alliance".

A stretch of text is asked for by place; what it means is the key of a reference, or None where
the report and the knowledge do not tell it plainly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tocsin.knowledge import Entry
from tocsin.record import Candidate, Name, NameType, Span, Use, Weight
from tocsin.record.name import BODIES
from tocsin.resolve.references.meaning import KNOWN, Meaning, candidate, own
from tocsin.resolve.references.offices import (
    Told,
    holder,
    holds,
    is_head,
    is_loose,
    is_seat,
    offices_of,
    state_of,
    then,
)
from tocsin.resolve.references.phrases import Phrase, phrase_of
from tocsin.resolve.references.report import Report, bare
from tocsin.resolve.references.words import described_by, folded, named_by, office_by

_PLAIN: Final = 4.0
_CONTEXT: Final = 3.5
_BY_OFFICE: Final = 3.2  # the holder is known, though the report does not name him or her
_AWAY: Final = ("to", "for", "with", "by", "of")
_MANY: Final = 8  # entries of one description at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptions:
    """What the names of a report mean, to tell what its descriptions do."""

    report: Report
    named: Mapping[int, Meaning]  # by the code point where a name starts
    offices: Mapping[str, tuple[Told, ...]]  # of persons, by key
    seen: dict[tuple[int, int], Meaning | None] = field(default_factory=dict)  # a cache
    read: dict[tuple[int, int], Phrase | None] = field(default_factory=dict)  # another one

    def phrase(self, start: int, end: int) -> Phrase | None:
        """Return the noun phrase that a stretch is."""
        if (start, end) not in self.read:
            self.read[start, end] = phrase_of(start, end, self.report)
        return self.read[start, end]

    def meant(self, start: int, end: int) -> Meaning | None:
        """Return what a stretch of text stands for, by itself."""
        if (start, end) not in self.seen:
            self.seen[start, end] = None  # so that a loop in the syntax ends
            self.seen[start, end] = self._meant(start, end)
        return self.seen[start, end]

    def _meant(self, start: int, end: int) -> Meaning | None:
        whole = self._whole(start, end)
        if whole is not None:
            return whole
        phrase = self.phrase(start, end)
        if phrase is None:
            return None
        if phrase.name is not None:
            return self._by_name(phrase)
        return self._beside(phrase, start, end) or self._by_noun(phrase)

    def _whole(self, start: int, end: int) -> Meaning | None:
        """Return what the one name means that a stretch is, an article and an owner's ending aside."""
        names = self.report.within(start, end)
        if len(names) != 1 or names[0].type is NameType.NATIONALITY:
            return None
        before = self.report.text[start : names[0].span.start].strip().lower()
        after = self.report.text[names[0].span.end : end].strip(" ,.’'s")
        return self.named.get(names[0].span.start) if before in ("", "the") and not after else None

    def _by_name(self, phrase: Phrase) -> Meaning | None:
        """Return what a name means that a phrase is of: not where it is a part, "eastern Ukraine"."""
        name = phrase.name
        if name is None or name.type is NameType.NATIONALITY:
            return None
        if name.type in (NameType.STATE, NameType.PLACE) and self.report.lexicon.directions & set(
            phrase.words
        ):
            return None
        if self.report.uses.get(name.id) is Use.PART or self._owns(name, phrase):
            return None
        return self.named.get(name.span.start)

    def _owns(self, name: Name, phrase: Phrase) -> bool:
        """Tell whether a name owns what a phrase is of, though the syntax took the name for its head."""
        return self.report.text.startswith(("'s ", "’s "), name.span.end) and name.span.end < phrase.end_asked

    def _beside(self, phrase: Phrase, start: int, end: int) -> Meaning | None:
        """Return the person whose office a phrase tells: "Norland’s minister", "Ada Weir" beside it."""
        stop = self.report.syntax.words[phrase.top].end
        for role in self.report.extraction.roles:
            beside = role.role.end == stop
            inside = start <= role.role.start < role.role.end <= end and start <= role.person.start < end
            if (beside or inside) and self._is_holder(role.person):
                return self.named.get(role.person.start)
        for name in reversed(self.report.within(start, end)):
            top = self.report.syntax.top(name.span.start, name.span.end)
            if name.type is NameType.PERSON and top is not None and self._stands_for(top, phrase.top):
                return self.named.get(name.span.start)
        return None

    def _is_holder(self, person: Span) -> bool:
        """Tell whether a person can hold the office beside: not in "an aide to Ada Weir"."""
        syntax = self.report.syntax
        top = syntax.top(person.start, person.end)
        return top is None or not (syntax.owns(top) or syntax.case(top) in _AWAY)

    def _stands_for(self, name: int, top: int) -> bool:
        """Tell whether a name is the apposition of a noun."""
        syntax = self.report.syntax
        return syntax.head(name) == top and syntax.base(name) in ("appos", "flat") and not syntax.case(name)

    def _by_noun(self, phrase: Phrase) -> Meaning | None:
        """Return what a description without a name of its own means."""
        return self.owned(phrase, tuple(self._owners(phrase)))

    def owned(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        """Return what a description means that is of some owners, nearest first."""
        if phrase.indefinite and not phrase.plural:
            return None
        person = any(name.type is NameType.PERSON for name in phrase.owners)
        bodies = () if person else (self._listed, self._forces, self._officials, self._members)
        steps = (*bodies, self._office)
        return next((found for step in steps if (found := step(phrase, owners))), None)

    def _owners(self, phrase: Phrase) -> Iterator[Entry]:
        """Yield what is known of whose something is, that of the words behind the noun first."""
        if phrase.behind is not None and (told := self.meant(*phrase.behind)):
            entry = self.report.entry(told.key)
            if entry and entry.type is not NameType.PERSON:
                yield entry
        for name in phrase.owners:
            meaning = self.named.get(name.span.start)
            if bare(name.span.text, self.report.lexicon) != (name.span.text,) or self._hyphened(name):
                continue  # "Norlandish-backed" says whose friends they are
            entry = self.report.entry(meaning.key) if meaning else None
            if entry is None and name.type in (NameType.PLACE, NameType.NATIONALITY):
                entry = self._capital(name.span.text)
            if entry and entry.type is not NameType.PERSON:
                yield entry

    def _hyphened(self, name: Name) -> bool:
        return self.report.text.startswith("-", name.span.end)

    def _capital(self, words: str) -> Entry | None:
        ids = [
            id_ for part in bare(words, self.report.lexicon) for id_ in named_by(self.report.knowledge, part)
        ]
        entries = [entry for id_ in ids if (entry := self.report.knowledge.get(id_))]
        states = [entry for entry in entries if entry.type is NameType.STATE]
        return states[0] if len(states) == 1 else None

    def _listed(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        """Return the body or group that has the words as a name or description."""
        report, words = self.report, self.report.text[phrase.start : phrase.end]
        named = named_by(report.knowledge, words) if phrase.owners or not words.islower() else ()
        entries = [entry for id_ in named if (entry := report.knowledge.get(id_))]
        bodies = [entry for entry in entries if entry.type in BODIES and not report.no_actor(entry)]
        if len(bodies) > 1:
            bodies = [entry for entry in bodies if entry.country in report.states]
        if len(bodies) == 1:
            return self._known(phrase, bodies[0], _PLAIN, f"“{words}” is a name of {bodies[0].name}")
        if phrase.indefinite or not (phrase.definite or owners or not words.islower()):
            return None
        if phrase.noun in report.lexicon.plain and not (owners or (phrase.definite and words.islower())):
            return None  # "Allies" are no single body
        found = described_by(report.knowledge, words)[:_MANY]
        entries = [entry for id_ in found if (entry := report.knowledge.get(id_)) and self._fits(entry)]
        if len(entries) == 1 and not phrase.whose:
            why = f"“{words}” is said of {entries[0].name}, which the report tells of"
            return self._known(phrase, entries[0], _CONTEXT, why)
        own = described_by(report.knowledge, self._own_words(phrase)) if owners else ()
        templates = [id_ for id_ in (*found, *own) if id_.startswith("*.")]
        return self._template(phrase, templates, owners, words) if templates else None

    def _fits(self, entry: Entry) -> bool:
        """Tell whether a report names what a description would mean, or for a group the country."""
        if any(meaning.key == KNOWN + entry.id for meaning in self.named.values()):
            return True
        return entry.type is NameType.GROUP and entry.country in self.report.states and self._then(entry)

    def _then(self, entry: Entry) -> bool:
        day = self.report.date
        return day is None or ((entry.since or "") <= day and (not entry.until or entry.until >= day[:4]))

    def _template(
        self, phrase: Phrase, templates: list[str], owners: tuple[Entry, ...], words: str
    ) -> Meaning | None:
        """Return the body of that kind whose state stands beside it, else the only one that is named."""
        states = [entry for entry in owners if entry.type is NameType.STATE]
        if len(states) < len(owners):
            return None  # of an organisation, too: "G7 presidency of Norland"
        for template in templates:
            if states and (body := self.report.knowledge.body(states[0].id, template)):
                entry = self.report.knowledge.get(body)
                if entry:
                    return self._known(phrase, entry, _PLAIN, f"“{words}” of {states[0].name}")
        if owners or phrase.whose or not phrase.definite:
            return None
        endings = tuple(template.removeprefix("*") for template in templates)
        meanings = (*self.named.values(), *filter(None, self.seen.values()))
        told = {m.key for m in meanings if m.key.startswith(KNOWN) and m.key.endswith(endings)}
        entry = self.report.entry(next(iter(told))) if len(told) == 1 else None
        return self._known(phrase, entry, _CONTEXT, f"the only “{words}” named") if entry else None

    def _forces(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        lexicon = self.report.lexicon
        if phrase.noun not in lexicon.forces or not owners:
            return None
        if phrase.noun in lexicon.forces_perhaps and not lexicon.military & set(phrase.words):
            return None
        owner = owners[0]
        if len({one.id for one in owners}) > 1 and phrase.words[:-1].count("and"):
            return None  # "Russian and Ukrainian troops"
        words = self.report.text[phrase.start : phrase.end]
        if owner.type is not NameType.STATE:
            return self._known(phrase, owner, _CONTEXT, f"“{words}” are those of {owner.name}")
        body = self.report.knowledge.body(owner.id, "mil")
        entry = self.report.knowledge.get(body) if body else None
        return self._known(phrase, entry, _CONTEXT, f"“{words}” are {entry.name}") if entry else None

    def _officials(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        if phrase.noun not in self.report.lexicon.officials:
            return None
        owners = owners or tuple(self._seated(phrase))
        if len({owner.id for owner in owners}) != 1:
            return None
        words = self.report.text[phrase.start : phrase.end]
        return self._known(phrase, owners[0], _CONTEXT, f"“{words}” act for {owners[0].name}")

    def _seated(self, phrase: Phrase) -> Iterator[Entry]:
        """Yield the state in whose capital some officials are: "officials in Kyiv"."""
        syntax = self.report.syntax
        for child in syntax.children(phrase.top, "nmod"):
            name = self.report.name_at(syntax.words[child].start)
            if name and syntax.case(child) == "in" and (entry := self._capital(name.span.text)):
                yield entry

    def _members(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        """Return the organisation whose members or ministers are meant together."""
        if not owners or phrase.indefinite or not owners[0].members:
            return None
        words = self.report.text[phrase.start : phrase.end]
        lower = words.lower()
        if phrase.noun in self.report.lexicon.members or any(m in lower for m in ("group of countries",)):
            return self._known(phrase, owners[0], _CONTEXT, f"“{words}” are {owners[0].name} together")
        office = office_by(self.report.knowledge, self._own_words(phrase))
        if phrase.plural and (office or "diploma" in lower):
            roles = (_singular(office) if office else "foreign minister",)
            why = f"“{words}” speak for {owners[0].name} together"
            return self._known(phrase, owners[0], _CONTEXT, why, roles=roles)
        return None

    def _own_words(self, phrase: Phrase) -> str:
        """Return the words of a phrase up to its noun without those of its owners’ names."""
        owned = {word for name in phrase.owners for word in name.span.text.lower().split()}
        return " ".join(word for word in phrase.words if word not in owned and word not in ("'s", "'"))

    def _office(self, phrase: Phrase, owners: tuple[Entry, ...]) -> Meaning | None:
        """Return the person who holds a described office."""
        if phrase.plural or phrase.indefinite or not (owners or phrase.definite):
            return None
        words = self.report.text[phrase.start : phrase.end]
        own = self._own_words(phrase)
        offices = self.offices_told(phrase)
        if not offices:
            return None
        told = Told(offices=offices, bodies=tuple(entry.id for entry in owners), words=own)
        return self._named_holder(phrase, told, words) or self._known_holder(phrase, told, words)

    def offices_told(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the offices that a phrase may mean: with what follows "of", else by its noun."""
        words = self.report.text[phrase.start : phrase.end]
        own = self._own_words(phrase)
        after = self.report.text[self.report.syntax.words[phrase.top].end : phrase.end]
        if "diploma" in after.lower():
            return offices_of(f"{own} of diplomacy", words, self.report)
        whole = office_by(self.report.knowledge, f"{own} {after}") if after.strip() else None
        return (whole,) if whole else offices_of(own, words, self.report)

    def _named_holder(self, phrase: Phrase, told: Told, words: str) -> Meaning | None:
        """Return the one person of the report who is given the office, or is known to hold it then."""
        homes = {state_of(body, self.report) for body in told.bodies}
        if not homes and (phrase.owners or phrase.behind or is_head(told.offices[0])):
            return None  # of somebody unknown; "the president" is of whom the chains tell
        found = self._holding(told) if homes else {}
        for key, offices in self.offices.items():
            for one in offices:
                same = not homes or homes & self._homes_of(key, one, told)
                able = same and (homes or phrase.definite) and self.can_hold(key, told.offices)
                if set(told.offices) & set(one.offices) and able:
                    found[key] = next(m for m in self.named.values() if m.key == key)
        if len(found) != 1:
            return None
        meaning = next(iter(found.values()))
        return Meaning(
            key=meaning.key,
            type=NameType.PERSON,
            spans=(self.report.span(phrase.start, phrase.end),),
            score=round(meaning.score * 0.95, 4),
            why=f"the only one in the report with the office “{words}”",
        )

    def can_hold(self, key: str, offices: tuple[str, ...]) -> bool:
        """Tell whether nothing known speaks against an office: a known person is known to have held it."""
        entry = self.report.entry(key)
        if entry is None or not entry.offices or not offices or not is_seat(offices[0]):
            return True
        return any(True for _ in holds(entry, offices, (), self.report))

    def _holding(self, told: Told) -> dict[str, Meaning]:
        """Return the persons named who are known to hold an office on the report’s day, by key."""
        found = {}
        for meaning in self.named.values():
            entry = self.report.entry(meaning.key) if meaning.type is NameType.PERSON else None
            held = holds(entry, told.offices, told.bodies, self.report) if entry else ()
            if any(then(one, self.report.date) for one in held):
                found[meaning.key] = meaning
        return found

    def _homes_of(self, key: str, one: Told, asked: Told) -> set[str]:
        """Return the states that an office of the report is of: as it says, else as it is known."""
        if one.bodies:
            return {state_of(body, self.report) for body in one.bodies}
        entry = self.report.entry(key)
        held = holds(entry, asked.offices, asked.bodies, self.report) if entry else ()
        return {state_of(one_.body, self.report) for one_ in held}

    def _known_holder(self, phrase: Phrase, told: Told, words: str) -> Meaning | None:
        """Return who is known to hold the office on the report’s day, else the office’s holder, unnamed."""
        if not told.bodies:
            return None
        found = holder(told, self.report)
        entry = self.report.knowledge.get(found[0]) if found else None
        if found and entry:
            why = f"holds the office {found[1]} of {found[2]} on {self.report.date}"
            return self._known(phrase, entry, _BY_OFFICE, f"{why}; the report gives no name beside it")
        several = told.offices[0] in self.report.lexicon.several or is_loose(told, self.report)
        if not phrase.definite or several or not is_seat(told.offices[0]):
            return None
        return Meaning(
            key=own(
                f"{NameType.PERSON.value}:{folded(f'{told.offices[0]} of {told.bodies[0]}')}",
                self.report.extraction.document.id,
            ),
            type=NameType.PERSON,
            spans=(self.report.span(phrase.start, phrase.end),),
            score=0.6,
            why=f"described by office, without a name: “{words}”",
            country=state_of(told.bodies[0], self.report),
            roles=(told.words,),
        )

    def _known(
        self, phrase: Phrase, entry: Entry, weight: float, why: str, roles: tuple[str, ...] = ()
    ) -> Meaning:
        choice: Candidate = candidate(entry, [Weight(part="description", value=weight, why=why)])
        return Meaning(
            key=KNOWN + entry.id,
            type=entry.type,
            spans=(self.report.span(phrase.start, phrase.end),),
            score=choice.score,
            why=why,
            candidates=(choice,),
            roles=roles,
        )


def _singular(office: str) -> str:
    return office.replace("-", " ")
