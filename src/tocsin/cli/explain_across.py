"""Why a finding, a story or a copy is there: every reason, every count and how it came about, every word."""

from collections.abc import Iterator

import tocsin
from tocsin import Copy, Finding, Member, Origin, Story
from tocsin.cli.answers import content, many, origin_words
from tocsin.cli.clean import one_line
from tocsin.cli.copies import report_words, source_of
from tocsin.cli.findings import finding_of, with_records
from tocsin.cli.rows import short_id
from tocsin.cli.show_finding import period
from tocsin.cli.stories import title
from tocsin.codec import Records, finding_json, words_of

_PLACES = 4  # of a tie
Line = tuple[str, str]  # label and words


def of_found(found: Finding | Story | Copy, case: tocsin.Case) -> Iterator[Line]:
    """Yield why a finding, a story or a copy is there, a line for each reason."""
    match found:
        case Finding():
            yield from _of_finding(found, case)
        case Story():
            yield from _of_story(found, case)
        case Copy():
            yield from _of_copy(found, case)


def findings_with(record: str, document: str, case: tocsin.Case) -> Iterator[Line]:
    """Yield the findings in which a record is a member, or that it answers."""
    for finding in case.findings(document=document):
        if any(member.record == record for member in finding.members):
            yield "finding", f"{short_id(finding.id)} {finding.status}: {one_line(finding.question.words)}"
        elif any(answer.by == record for answer in finding.answers):
            yield "answers", f"{short_id(finding.id)} {finding.status}: {one_line(finding.question.words)}"


def _of_finding(finding: Finding, case: tocsin.Case) -> Iterator[Line]:
    ((_, records),) = with_records((finding,), case)
    yield "id", finding.id
    yield "kind", f"finding, {finding.question.kind}"
    yield "question", one_line(finding.question.words)
    for part, value in finding_json(finding, {})["question"].items():
        if value is not None and part != "words":
            yield part, one_line(str(value))
    yield "status", f"{finding.status}; what holds: {', '.join(finding.statuses)}"
    yield "why", one_line(finding.why)
    if finding.open_since:
        yield "open since", finding.open_since
    yield "known", f"first {finding.first}, last {finding.last}"
    yield from _counts(finding, case)
    for origin in finding.origins:
        yield from _origin(origin)
    for member in finding.members:
        yield from _member(member, finding, records, case)
    for step in finding.history:
        yield step.kind, f"{step.at} {step.origin}: {step.before} → {step.after}: {one_line(step.why)}"
    for answer in finding.answers:
        yield answer.kind, f"{answer.at} {answer.to} by {answer.by}: {one_line(answer.why)}"
    for rival in finding.rivals:
        other = finding_of(case)(rival)
        yield "rival", f"{rival} {one_line(other.question.words) if other else ''}".rstrip()


def _counts(finding: Finding, case: tocsin.Case) -> Iterator[Line]:
    documents = {each: case.document(each) for each in dict.fromkeys(m.document for m in finding.members)}
    named = ", ".join(f"{short_id(each)} {report_words(of)}" for each, of in documents.items())
    yield "documents", one_line(f"{finding.documents}: {named}")
    outlets = dict.fromkeys(of.outlet for of in documents.values() if of.outlet)
    unknown = sum(of.outlet is None for of in documents.values())
    rest = f"; {many(unknown, 'report')} of no known outlet" if unknown else ""
    yield "outlets", one_line(f"{finding.outlets}: {', '.join(outlets) or 'none known'}{rest}")
    yield "families", f"{finding.families}: reports copied from one another are one"
    for family in case.families():
        shared = [each for each in family.documents if each in documents]
        if len(shared) > 1:
            yield "one family", one_line(f"{', '.join(map(short_id, shared))}: {family.why}")
    told = sum(origin.told for origin in finding.origins)
    how = f"{told} told" if told else "none told, which counts as one"
    yield "origins", f"{finding.independent}: {how}"
    if finding.untold:
        untold = many(finding.untold, "text family does not", "text families do not")
        yield "untold", f"{untold} say whence"


def _origin(origin: Origin) -> Iterator[Line]:
    members = ", ".join(short_id(each) for each in origin.members)
    yield "origin", one_line(f"{origin_words(origin)}: {members}")
    yield "  key", one_line(origin.key)
    for why in origin.why:
        yield "  because", one_line(why)


def _member(member: Member, finding: Finding, records: Records, case: tocsin.Case) -> Iterator[Line]:
    said = content(finding, member, records) if member.value else ""
    yield "member", " ".join(part for part in (member.record, member.stance, said) if part)
    document = case.document(member.document)
    yield "  in", one_line(f"{document.id} {report_words(document)}")
    for span in words_of(records[member.record]) if member.record in records else ():
        yield "  words", f"{span.start}-{span.end} “{one_line(span.text)}”"
    yield "  origin", one_line(member.origin)
    yield "  known", member.known
    if member.first or member.last:
        yield "  holds for", period(member.first, member.last)
    yield "  because", one_line(member.why)
    yield "  score", f"{member.score:.2f}"


def _of_story(story: Story, case: tocsin.Case) -> Iterator[Line]:
    yield "id", story.id
    yield "kind", f"story of {many(len(story.documents), 'report')}"
    yield "title", one_line(title(story))
    yield "why", one_line(story.why)
    yield "likeness", f"{story.cohesion:.2f}, the mean of all pairs of its reports, from 0 to 1"
    yield "central", one_line(f"{story.central} {report_words(case.document(story.central))}")
    for each in case.memberships(story.id):
        yield "report", one_line(f"{each.document} {report_words(case.document(each.document))}")
        yield "  score", f"{each.score:.2f}"
        yield "  nearest", each.nearest or "none"
        yield "  because", one_line(each.why)
        for tie in each.ties:
            at = ", ".join(f"{span.start}-{span.end}" for span in tie.spans[:_PLACES])
            more = f" and {len(tie.spans) - _PLACES} more" if len(tie.spans) > _PLACES else ""
            yield f"  {tie.kind}", one_line(f"{tie.words} ({tie.value:.4f}) at {at}{more}")


def _of_copy(copy: Copy, case: tocsin.Case) -> Iterator[Line]:
    yield "id", copy.id
    yield "kind", f"copy, {copy.kind}"
    yield "why", one_line(copy.why)
    for label, id_, share in (("left", copy.left, copy.left_share), ("right", copy.right, copy.right_share)):
        document = case.document(id_)
        yield label, one_line(f"{id_} {report_words(document)}, {share:.1%} of its own words")
    yield "direction", f"{copy.direction}, {copy.score:.2f}"
    yield "source", one_line(source_of(copy) or "not told")
    for reason in copy.reasons:
        yield "  because", one_line(f"{reason.value:+.2f} {reason.part}: {reason.why}")
    for passage in copy.passages:
        how = f"{passage.shared}, {passage.closeness}, {passage.same} of {passage.words} words the same"
        yield "passage", how
        for label, span in (("  left", passage.left), ("  right", passage.right)):
            yield label, f"{span.start}-{span.end} “{one_line(span.text)}”"
