"""References made of meanings: all that means one and the same in a report becomes one."""

from collections.abc import Iterable
from typing import Final

from tocsin.knowledge import Entry
from tocsin.knowledge.dates import overlap
from tocsin.record import Candidate, NameType, Reference, Sector, Span, content_id
from tocsin.resolve.references.meaning import Meaning, best_first
from tocsin.resolve.references.report import Report
from tocsin.resolve.references.words import folded

_BY_TYPE: Final = {NameType.NATIONALITY: 2, NameType.PLACE: 1, NameType.FACILITY: 1}


def references_of(report: Report, meanings: Iterable[Meaning], *, version: str) -> tuple[Reference, ...]:
    """Return the references of a report by their first mentions; a meaning without one only joins others."""
    by_key: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        by_key.setdefault(meaning.key, []).append(meaning)
    made = (_made(report, key, found, version) for key, found in by_key.items())
    return tuple(sorted((one for one in made if one), key=lambda r: (r.mentions[0].start, r.mentions[0].end)))


def _made(report: Report, key: str, found: list[Meaning], version: str) -> Reference | None:
    spans = {(span.start, span.end): span for meaning in found for span in meaning.spans}
    if not spans:
        return None
    mentions = tuple(spans[place] for place in sorted(spans))
    best = max(found, key=lambda meaning: meaning.score)
    entry = report.entry(key)
    document = report.extraction.document.id
    roles = _roles(found)
    return Reference(
        id=content_id("ref", document, "reference", *(f"{s.start}:{s.end}" for s in mentions), version),
        document=document,
        type=entry.type if entry else best.type,
        name=" ".join(_name(report, mentions, entry).split()),  # on one line, as the report may not have it
        mentions=mentions,
        key=key,
        country=_country(report, entry, found),
        sector=_sector(report, entry),
        roles=roles,
        candidates=_candidates(found),
        why=best.why,
        score=round(min(1.0, max(0.0, best.score)), 4),
    )


def _name(report: Report, mentions: tuple[Span, ...], entry: Entry | None) -> str:
    """Return the fullest name that the report has: a name before a description, its own words first."""
    if len(mentions) == 1:
        return mentions[0].text
    called = {folded(words) for words in entry.names} if entry else set()

    def rank(span: Span) -> tuple[bool, int, bool, bool, int, int]:
        name = report.name_at(span.start)
        whole = name is not None and name.span == span
        kind = _BY_TYPE.get(name.type, 0) if name else 0
        own = folded(span.text) in called
        return not whole, kind, span.text.islower(), not own, -len(span.text), span.start

    return min(mentions, key=rank).text


def _roles(found: Iterable[Meaning]) -> tuple[str, ...]:
    """Return the offices as the report words them, each once whatever its case."""
    by_words: dict[str, str] = {}
    for meaning in found:
        for role in meaning.roles:
            by_words.setdefault(role.lower(), role)
    return tuple(sorted(by_words.values(), key=str.lower))


def _candidates(found: Iterable[Meaning]) -> tuple[Candidate, ...]:
    """Return the candidates of all meanings, each with its best score."""
    best: dict[str, Candidate] = {}
    for meaning in found:
        for one in meaning.candidates:
            if one.id not in best or one.score > best[one.id].score:
                best[one.id] = one
    return best_first(best.values())


def _country(report: Report, entry: Entry | None, found: Iterable[Meaning]) -> str | None:
    if entry is not None:
        return entry.id if entry.type is NameType.STATE else entry.country
    for meaning in found:
        told = report.knowledge.get(meaning.country) if meaning.country else None
        if told:
            return told.id if told.type is NameType.STATE else told.country
    return None


def _sector(report: Report, entry: Entry | None) -> Sector | None:
    """Return the sector of an entry; a person's is that of the office held on the report's day."""
    if entry is None:
        return None
    if entry.sector:
        return entry.sector
    if entry.type is NameType.STATE:
        return Sector.GOVERNMENT
    for held in entry.offices:
        office = report.knowledge.offices.get(held.office)
        if report.date and office and overlap(held.first, held.end, report.date):
            return office.sector
    return None
