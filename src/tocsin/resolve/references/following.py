"""What pronouns and bare nouns take up, along the chains of the report, where what they take up fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from tocsin.record import NameType, Span
from tocsin.resolve.references.describing import Descriptions
from tocsin.resolve.references.meaning import Meaning

_FARTHEST: Final = 4  # mentions of a chain looked back at
_TAKING_UP: Final = frozenset(("the", "this", "that", "his", "her", "its", "their", "these", "those"))
_DISCOUNT: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """The chains of a report, to ask what a mention takes up."""

    descriptions: Descriptions
    places: Mapping[tuple[int, int], tuple[int, int]]  # mention → number of its chain, place in it
    starts: Mapping[int, tuple[int, int]]

    @classmethod
    def of(cls, descriptions: Descriptions) -> Self:
        """Return the follower of a report's chains."""
        chains = descriptions.report.extraction.chains
        places = {
            (span.start, span.end): (number, at)
            for number, chain in enumerate(chains)
            for at, span in enumerate(chain)
        }
        starts: dict[int, tuple[int, int]] = {}
        for (start, _), place in places.items():
            starts.setdefault(start, place)
        return cls(descriptions=descriptions, places=places, starts=starts)

    def meant(self, span: Span) -> Meaning | None:
        """Return what a stretch stands for, by itself or by what it takes up."""
        by_itself = self.descriptions.meant(span.start, span.end)
        return by_itself or self._owned(span) or self._taken_up(span)

    def _owned(self, span: Span) -> Meaning | None:
        """Return what "their army" means, "their" taken up along the chain."""
        report = self.descriptions.report
        if span.text.partition(" ")[0].lower() not in report.lexicon.own:
            return None
        phrase = self.descriptions.phrase(span.start, span.end)
        if phrase is None or not phrase.whose or phrase.name is not None:
            return None
        for number in report.syntax.within(span.start, span.end):
            if report.syntax.forms[number] in phrase.whose:
                word = report.syntax.words[number]
                whose = self._taken_up(report.span(word.start, word.end))
                entry = report.entry(whose.key) if whose else None
                return self.descriptions.owned(phrase, (entry,)) if entry else None
        return None

    def is_pronoun(self, span: Span) -> bool:
        """Tell whether a stretch is a pronoun."""
        return span.text.lower() in self.descriptions.report.lexicon.pronouns

    def _taken_up(self, span: Span) -> Meaning | None:
        types = self._types(span)
        if not types:
            return None
        pronoun = self.is_pronoun(span)
        for before in self._before(span):
            meaning = self.descriptions.meant(before.start, before.end)
            if meaning is not None:
                fits = meaning.type in types and (pronoun or self._agrees(span, meaning))
                if fits:
                    return _taken(meaning, span, pronoun=pronoun)
                if pronoun:
                    return None
        return None

    def _before(self, span: Span) -> Iterator[Span]:
        place = self.places.get((span.start, span.end))
        if place is None:
            return
        number, at = place
        chain = self.descriptions.report.extraction.chains[number]
        earlier = [one for one in reversed(chain[:at]) if not self.is_pronoun(one)]
        yield from earlier[:_FARTHEST]

    def _types(self, span: Span) -> frozenset[NameType]:
        """Return the types of what a mention can take up: by its pronoun, or its noun with "the"."""
        report = self.descriptions.report
        if self.is_pronoun(span):
            return report.lexicon.pronouns[span.text.lower()]
        if not any(word in report.lexicon.takes_up for word in span.text.lower().split()):
            return frozenset()
        phrase = None if span.text.isupper() else self.descriptions.phrase(span.start, span.end)
        if phrase is None or phrase.name is not None or phrase.owners or phrase.plural:
            return frozenset()
        at = report.syntax.words[phrase.top].start
        leads = report.text[span.start : at].lower().split()
        before = report.text[max(0, span.start - 6) : span.start].lower().split()
        if not _TAKING_UP & {*leads[:1], *(before[-1:] if not leads else ())}:
            return frozenset()
        return report.lexicon.takes_up.get(phrase.noun, frozenset())

    def _agrees(self, span: Span, meaning: Meaning) -> bool:
        """Tell whether a noun can be said of what it takes up: a ministry of a ministry alone."""
        report = self.descriptions.report
        phrase = self.descriptions.phrase(span.start, span.end)
        if phrase is None:
            return False
        noun = phrase.noun
        if meaning.type is NameType.PERSON:
            asked = self.descriptions.offices_told(phrase)
            told = self.descriptions.offices.get(meaning.key, ())
            if asked and not any(set(asked) & set(one.offices) for one in told):
                return False
            able = self.descriptions.can_hold(meaning.key, asked)
            return able and any(noun in one.words.lower().split() for one in told)
        if noun in ("ministry", "department", "agency", "party", "court", "commission", "council", "bank",
                    "university", "institute", "company", "union"):  # fmt: skip
            entry = report.entry(meaning.key)
            names = " ".join(entry.names if entry else (span.text for span in meaning.spans))
            return noun in names.lower() or noun == "company"
        return True


def _taken(meaning: Meaning, span: Span, *, pronoun: bool) -> Meaning:
    """Return what is taken up, with the words that take it up as a mention where they are no pronoun."""
    return Meaning(
        key=meaning.key,
        type=meaning.type,
        spans=() if pronoun else (span,),
        score=round(meaning.score * _DISCOUNT, 4),
        why=f"“{span.text}” takes up “{meaning.spans[0].text}”" if meaning.spans else meaning.why,
        country=meaning.country,
    )
