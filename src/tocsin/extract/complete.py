"""What the model has left undone, where the words beside a span leave no doubt: plain rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.drafts import Draft, ordered
from tocsin.extract.layout import Layout
from tocsin.extract.lexicon import Kind, Lexicon, cue_words, lexicon
from tocsin.extract.names import NameIndex
from tocsin.extract.relatives import parted
from tocsin.extract.tidy import Range
from tocsin.extract.vocabulary import Vocabulary, vocabulary
from tocsin.record import Act, NameType
from tocsin.record.name import BODIES, PLACES

_MOST_TITLES: Final = 6  # words of "US Secretary of State"
_SPEAKERS: Final = (NameType.PERSON, *BODIES, *PLACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One report, for the rules that complete its attributions."""

    layout: Layout
    names: NameIndex
    lexicon: Lexicon
    vocabulary: Vocabulary

    @classmethod
    def of(cls, layout: Layout, names: NameIndex, *, language: str) -> Self:
        """Return the rules of a language over a report."""
        return cls(layout=layout, names=names, lexicon=lexicon(language), vocabulary=vocabulary(language))

    def __call__(self, found: Sequence[Draft]) -> tuple[Draft, ...]:
        """Return the attributions with what plainly belongs to them."""
        joined = join_idle(self.layout, found)
        whole = (each for draft in joined for each in self._parted(draft))
        return ordered(self._complete(draft) for draft in whole)

    def _parted(self, draft: Draft) -> tuple[Draft, ...]:
        return parted(self.layout, self.names, self.lexicon, self.vocabulary, draft)

    def _complete(self, draft: Draft) -> Draft:
        return self._without_sourcing(self._without_setting(self._with_source(draft)))

    def _without_setting(self, draft: Draft) -> Draft:
        """Leave where somebody speaks out of the source: "the ministers in a joint statement"."""
        if draft.source is None:
            return draft
        start, end = draft.source
        match = self.vocabulary.setting.search(self.layout.text[start:end])
        if match is None or not match.start():
            return draft
        return Draft.of(
            self.layout,
            source=(start, start + match.start()),
            cue=draft.cue,
            contents=draft.contents,
            score=draft.score,
        )

    def _with_source(self, draft: Draft) -> Draft:
        """Take the name right beside a cue as its source: "…, Ada Weir, mocked", "…, said Ada Weir"."""
        if draft.source is not None or draft.cue is None or not draft.contents:
            return draft
        words = cue_words(self.layout.text[slice(*draft.cue)])
        if not words or words[0].endswith("ing") or not self.vocabulary.passive.isdisjoint(words):
            return draft
        source = self._before(draft.cue, words) or self._after(draft, draft.cue, words)
        if source is None:
            return draft
        return Draft.of(self.layout, source=source, cue=draft.cue, contents=draft.contents, score=draft.score)

    def _before(self, cue: Range, words: Sequence[str]) -> Range | None:
        name = self.names.before(cue[0])
        if name is None or name.type not in _SPEAKERS or not self._speaks(words):
            return None
        text, at = self.layout.text, name.span
        gap = text[at.end : cue[0]]
        apposed = gap.strip() == "," and text.endswith(", ", 0, at.start)
        return (at.start, at.end) if gap.isspace() or apposed else None

    def _after(self, draft: Draft, cue: Range, words: Sequence[str]) -> Range | None:
        """The name in "…,” said Ada Weir", behind its titles."""
        text = self.layout.text
        plain = len(words) == 1 and any(p.act is Act.SAY for p in self.lexicon.patterns.get(words[0], ()))
        content = max((end for _, end in draft.contents if end <= cue[0]), default=None)
        if not plain or content is None or text[content : cue[0]].strip(" ,"):
            return None
        start = cue[1] + 1
        name = self.names.after(start)
        best = None
        while name is not None and name.type in _SPEAKERS:  # "US Secretary of State Ada Weir" is Ada Weir
            titles = text[start : name.span.start].split()
            if len(titles) > _MOST_TITLES or not all(word[0].isupper() or word == "of" for word in titles):
                break
            best = (start, name.span.end)
            name = self.names.after(name.span.end)
        return best

    def _speaks(self, words: Sequence[str]) -> bool:
        return any(pattern.kind is Kind.VERB for pattern in self.lexicon.patterns.get(words[-1], ()))

    def _without_sourcing(self, draft: Draft) -> Draft:
        """Leave what only grants anonymity out: "asked that his name be withheld" is no statement."""
        if draft.cue is None or not self.vocabulary.anonymous.match(self.layout.text, draft.cue[0]):
            return draft
        return Draft.of(self.layout, source=draft.source, cue=draft.cue, contents=(), score=draft.score)


def join_idle(layout: Layout, found: Sequence[Draft]) -> list[Draft]:
    """Give a content that nobody introduces to the one cue of its sentence that introduces nothing."""
    idle: dict[int, list[Draft]] = {}
    for draft in found:
        if draft.cue is not None and not draft.contents:
            idle.setdefault(layout.sentences.at(draft.cue[0]), []).append(draft)
    if not idle:
        return list(found)
    made: list[Draft] = []
    taken: set[int] = set()
    for draft in found:
        alone = draft.source is None and draft.cue is None
        cues = idle.get(layout.sentences.at(draft.end - 1), []) if alone else []
        if len(cues) == 1 and cues[0].anchor not in taken:
            taken.add(cues[0].anchor)
            made.append(_with(layout, cues[0], draft))
        else:
            made.append(draft)
    return [draft for draft in made if draft.contents or draft.anchor not in taken]


def _with(layout: Layout, cue: Draft, content: Draft) -> Draft:
    return Draft.of(
        layout,
        source=cue.source,
        cue=cue.cue,
        contents=content.contents,
        score=(cue.score * content.score) ** 0.5,
    )
