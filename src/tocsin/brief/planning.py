"""Which lines a brief has, in which order, and what each cites. Pure: the same records, the same brief."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.brief.citing import Numbered, cite, cite_claims
from tocsin.brief.claims import claims_of
from tocsin.brief.counting import count, period, report_of
from tocsin.brief.days import heading
from tocsin.brief.figures import GROUPS, choose_figures
from tocsin.brief.figures import figures as figure_groups
from tocsin.brief.groups import Cited, Place, first_published, gather
from tocsin.brief.happenings import choose_events
from tocsin.brief.happenings import events as event_sections
from tocsin.brief.parts import Brief, Line, Section, SectionKind
from tocsin.brief.polarity import negates, phrase
from tocsin.brief.speakers import entity_of
from tocsin.brief.usable import EVIDENCE, exact
from tocsin.brief.vocabulary import weights
from tocsin.brief.words import said, shown, tokens
from tocsin.codec import LinksOf, no_links
from tocsin.record import Act, Document, Event, Figure, Statement

VERSION = "brief@3"

PER_DAY = 8  # lines under one heading
WIDTH = 240  # characters of a line's words
FRAGMENT = 3  # words: fewer tell little to whoever has not read the report

_KINDS = tuple(SectionKind)  # in the order of the page
_UNDATED = "Day of publication unknown"
_UNKNOWN = "Speaker unknown: the reading could not tell whose words these are"

_Group = tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The statements given, by whether a line may rest on them."""

    used: tuple[Cited, ...]
    aside: int
    unusable: int


def plan(
    documents: Sequence[Document],
    records: Sequence[Statement | Figure | Event],
    *,
    title: str,
    per_day: int = PER_DAY,
    width: int = WIDTH,
    made_by: Sequence[str] = (),
    as_of: str | None = None,
    links: LinksOf = no_links,
) -> Brief:
    """Return the brief of some statements, figures and events, and the documents that they stand in.

    Statements of the same words by the same speaker share a line. Lines stand under the day of their first
    publication, those of more documents first, then by weight of the act, fragments of a few words last. A
    line whose speaker is unknown stands apart, last. Figures are gathered by what is counted and whose it is,
    a line for each number of each source; events by their day. The order of ``documents`` and of ``records``
    changes nothing.

    Args:
        documents: those counted; each record's document must be among them, or it is left out and counted.
        records: those chosen from; with figures and events, the statements that they stand in. An event
            that is a statement's own act is told as that statement.
        title: the heading of the brief.
        per_day: lines under each heading; further ones are counted.
        width: characters of a line's words; the cited spans are never cut.
        made_by: the components that read the documents, with their versions; the brief's own is added.
        links: what the parts of a document's records stand for, by which speakers and holders are told apart.
        as_of: the moment that the records were asked for, as the reader is to be told; not a filter.

    Raises:
        ValueError: ``per_day`` or ``width`` is below 1.
    """
    if per_day < 1 or width < 1:
        raise ValueError(f"per_day and width are at least 1, not {per_day} and {width}")
    known = {document.id: document for document in documents}
    statements = {record.id: record for record in records if isinstance(record, Statement)}
    figures = [record for record in records if isinstance(record, Figure)]
    events = {record.id: record for record in records if isinstance(record, Event)}
    acting = [event for event in events.values() if event.statement is None]
    found = _sort_out(known, statements.values(), links)
    numbers = claims_of(known, statements, figures, links)
    happenings = claims_of(known, statements, acting, links)
    chosen = _choose(gather(found.used), per_day)
    counted = choose_figures(numbers.used, per_day)
    happened = choose_events(happenings.used, per_day)
    citations = Numbered.of(
        [
            *(cite(group) for part in chosen for group in part.groups),
            *(cite_claims(line) for part in counted[:GROUPS] for line in part.lines),
            *(cite_claims(line) for part in happened for line in part.lines),
        ]
    )
    counts = count(
        known.values(),
        len(found.used),
        aside=found.aside + numbers.aside + happenings.aside,
        unusable=found.unusable + numbers.unusable + happenings.unusable,
    )
    return Brief(
        title=title,
        period=period(known.values()),
        counts=replace(
            counts,
            figures=len(numbers.used),
            events=len(happenings.used),
            acts=len(events) - len(acting),
        ),
        sections=tuple(_section(part, citations, width) for part in chosen),
        figures=figure_groups(counted, citations, width),
        events=event_sections(happened, citations, width),
        citations=citations.all,
        made_by=(*dict.fromkeys((*made_by, VERSION)),),
        as_of=as_of,
    )


def _sort_out(documents: dict[str, Document], statements: Iterable[Statement], links: LinksOf) -> _Sorted:
    used: dict[str, Cited] = {}
    aside = unusable = 0
    for statement in statements:
        document = documents.get(statement.document)
        if document is None or not statement.contents or not exact(statement, document):
            unusable += 1
        elif statement.block not in EVIDENCE:
            aside += 1
        else:
            entity = entity_of(links(document.id), statement.id, "speaker")
            used[statement.id] = Cited(statement=statement, document=document, entity=entity)
    return _Sorted(tuple(used.values()), aside, unusable)


@dataclass(frozen=True, slots=True)
class _Part:
    """The groups of one section and how many more there are."""

    kind: SectionKind
    day: str | None
    groups: tuple[_Group, ...]
    more: int


def _choose(groups: Iterable[_Group], per_day: int) -> list[_Part]:
    by_section: dict[tuple[int, str], list[_Group]] = {}
    for group in groups:
        by_section.setdefault(_section_key(group), []).append(group)
    parts = []
    for (rank, day), members in sorted(by_section.items()):
        ordered = sorted(members, key=_importance)
        kind = _KINDS[rank]
        parts.append(_Part(kind, day or None, tuple(ordered[:per_day]), len(ordered[per_day:])))
    return parts


def _section_key(group: _Group) -> tuple[int, str]:
    if group[0].statement.speaker is None:
        return _KINDS.index(SectionKind.UNKNOWN_SPEAKER), ""
    day = (first_published(group) or "")[:10]
    return _KINDS.index(SectionKind.DAY if day else SectionKind.UNDATED), day


def _importance(group: _Group) -> tuple[bool, int, int, Place]:
    """Return the key that sorts lines: fragments last ("the accusation"), then by reports, act and place."""
    fragment = max(len(said(cited.statement.contents)) for cited in group) < FRAGMENT
    return fragment, -len(_reports(group)), weights()[_act(group)], min(cited.place for cited in group)


def _section(part: _Part, citations: Numbered, width: int) -> Section:
    names = {SectionKind.UNDATED: _UNDATED, SectionKind.UNKNOWN_SPEAKER: _UNKNOWN}
    return Section(
        kind=part.kind,
        day=part.day,
        heading=heading(part.day) if part.day else names[part.kind],
        lines=tuple(_line(group, citations, width) for group in part.groups),
        more=part.more,
    )


def _line(group: _Group, citations: Numbered, width: int) -> Line:
    head = group[0].statement
    act = _act(group)
    outlets = {cited.document.outlet.casefold() for cited in group if cited.document.outlet}
    return Line(
        speaker=_speaker(group),
        source=head.source.text if head.source and not head.speaker else None,
        act=act,
        phrase=phrase(act, negating=negates(head)),
        cue=head.cue.text if head.cue else None,
        words=shown(head.contents, width=width),
        mode=head.mode,
        when=first_published(group),
        documents=len(_reports(group)),
        outlets=len(outlets),
        statements=tuple(sorted(cited.statement.id for cited in group)),
        citations=citations.numbers(group),
    )


def _reports(group: _Group) -> set[str]:
    return {report_of(cited.document) for cited in group}


def _act(group: _Group) -> Act:
    """Return the act that most reports tell; of equals, the heaviest."""
    told = Counter(cited.statement.act for cited in group)
    return min(told, key=lambda act: (-told[act], weights()[act]))


def _speaker(group: _Group) -> str | None:
    """Return the fullest name that a report gives; of equals, the most frequent."""
    names = Counter(cited.statement.speaker.name for cited in group if cited.statement.speaker)
    return min(names, key=lambda name: (-len(tokens(name)), -names[name], name), default=None)
