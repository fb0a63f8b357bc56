"""What was said, day by day: statements of the same words by the same speaker share a line."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.brief.citing import Desk
from tocsin.brief.counting import report_of
from tocsin.brief.days import heading
from tocsin.brief.groups import Cited, Place, first_published, gather
from tocsin.brief.lines import line_of
from tocsin.brief.members import chosen
from tocsin.brief.parts import Line, Section, SectionKind
from tocsin.brief.vocabulary import weights
from tocsin.brief.words import said, tokens
from tocsin.record import Act
from tocsin.record.finding import Finding

EACH = 2  # lines of a day, where they fit
FRAGMENT = 3  # words: fewer tell little to whoever has not read the report

_KINDS = tuple(SectionKind)  # in the order of the page
_HEADINGS = {
    SectionKind.UNDATED: "Day of publication unknown",
    SectionKind.UNKNOWN_SPEAKER: "Speaker unknown: the reading could not tell whose words these are",
}

Group = tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The groups of one section and how many more there are."""

    kind: SectionKind
    day: str | None
    groups: tuple[Group, ...]
    more: int


def gathered(cited: Iterable[Cited], findings: Mapping[str, Finding]) -> list[Group]:
    """Return the statements in groups: of the same words, or of one finding (by a statement's id)."""
    if not findings:
        return gather(cited)
    united: dict[str, list[Cited]] = {}
    for group in gather(cited):
        asked = next((findings[c.statement.id].id for c in group if c.statement.id in findings), None)
        united.setdefault(asked or group[0].statement.id, []).extend(group)
    return [_headed(group) for group in united.values()]


def _headed(group: Sequence[Cited]) -> Group:
    """Return a group with the words to show first: of one piece, and no fragment."""
    whole = [cited for cited in group if len(said(cited.statement.contents)) > FRAGMENT] or list(group)
    head = min(whole, key=lambda cited: len(cited.statement.contents) > 1)
    return (head, *sorted((cited for cited in group if cited is not head), key=lambda cited: cited.place))


def choose(groups: Iterable[Group], per_day: int, whole: int | None = None) -> list[Part]:
    """Return the sections with their first lines; of ``whole`` lines in all, the most important ones."""
    ordered = sorted(groups, key=_importance)
    by_section: dict[tuple[int, str], list[Group]] = {}
    for group in ordered:
        by_section.setdefault(_section_key(group), []).append(group)
    kept = _kept(ordered, by_section.values(), whole) if whole is not None else frozenset()
    parts = []
    for (rank, day), members in sorted(by_section.items()):
        best = [group for group in members if whole is None or id(group) in kept][:per_day]
        parts.append(Part(_KINDS[rank], day or None, tuple(best), len(members) - len(best)))
    return parts


def _kept(ordered: Iterable[Group], by_section: Collection[list[Group]], whole: int) -> frozenset[int]:
    """Return the groups that there is room for: two of each day where they fit, then the most important."""
    told = [group for group in ordered if group[0].statement.speaker and not _is_fragment(group)]
    usable = frozenset(map(id, told))
    days = [[id(group) for group in section if id(group) in usable][:EACH] for section in by_section]
    first = [each for day in days for each in day]
    kept = dict.fromkeys(first if len(first) <= whole else [])
    for group in told:
        if len(kept) < whole:
            kept.setdefault(id(group))
    return frozenset(kept)


def sections(
    parts: Iterable[Part],
    desk: Desk,
    width: int,
    findings: Mapping[str, Finding],
    *,
    seen: Collection[int] | None,
) -> tuple[Section, ...]:
    """Return the sections as a brief has them.

    Where ``seen`` is given, copies of one text are cited once, and no sentence is shown twice: neither one
    of the citations that are in it, nor one of an earlier line.
    """
    whole: set[int] = set()  # sentences that are shown in full
    heads = set(seen or ())

    def make(group: Group) -> Line | None:
        line = _line(group, desk, width, findings, fold=seen is not None)
        if line is None or seen is None:
            return line
        first = line.citations[0]
        if first in whole or (line.sentence and first in heads):
            return None
        heads.add(first)
        whole.update([first] if line.sentence else [])
        return line

    made = []
    for part in parts:
        lines = tuple(line for group in part.groups if (line := desk.attempt(make, group)))
        name = heading(part.day) if part.day else _HEADINGS[part.kind]
        if lines:
            made.append(Section(kind=part.kind, day=part.day, heading=name, lines=lines, more=part.more))
    return tuple(made)


def left_over(parts: Iterable[Part]) -> int:
    """Return how many lines a brief leaves out."""
    return sum(part.more for part in parts)


def _line(
    group: Group, desk: Desk, width: int, findings: Mapping[str, Finding], *, fold: bool
) -> Line | None:
    statements = [cited.statement for cited in group]
    asked = next((findings[each.id] for each in statements if each.id in findings), None)
    return line_of(
        statements,
        desk,
        width=width,
        act=_act(group),
        speaker=_speaker(group),
        finding=asked,
        cited=chosen(statements, desk.material) if fold else None,
    )


def _section_key(group: Group) -> tuple[int, str]:
    if group[0].statement.speaker is None:
        return _KINDS.index(SectionKind.UNKNOWN_SPEAKER), ""
    day = (first_published(group) or "")[:10]
    return _KINDS.index(SectionKind.DAY if day else SectionKind.UNDATED), day


def _importance(group: Group) -> tuple[bool, int, int, Place]:
    """Return the key that sorts lines: fragments last ("the accusation"), then by reports, act and place."""
    reports = {report_of(cited.document) for cited in group}
    place = min(cited.place for cited in group)
    return _is_fragment(group), -len(reports), weights()[_act(group)], place


def _is_fragment(group: Group) -> bool:
    return max(len(said(cited.statement.contents)) for cited in group) < FRAGMENT


def _act(group: Group) -> Act:
    """Return the act that most reports tell; of equals, the heaviest."""
    told = Counter(cited.statement.act for cited in group)
    return min(told, key=lambda act: (-told[act], weights()[act]))


def _speaker(group: Group) -> str | None:
    """Return the fullest name that a report gives; of equals, the most frequent."""
    names = Counter(cited.statement.speaker.name for cited in group if cited.statement.speaker)
    return min(names, key=lambda name: (-len(tokens(name)), -names[name], name), default=None)


def shown_ids(parts: Iterable[Part]) -> Collection[str]:
    """Return the ids of the statements that lines show."""
    return {cited.statement.id for part in parts for group in part.groups for cited in group}
