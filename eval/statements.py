"""Statements of our own example reports: found, with the right speaker, act and mode.

The gold (``examples/gold``) gives words, not offsets; ``locate`` finds where they stand.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from eval.metrics import Counts, Span
from eval.relations import Document, Relation, of_statements, relation
from eval.rows import Place, Row, make_rows
from eval.speakers import same_speaker
from tocsin.errors import FormatError
from tocsin.record import Act, Mode, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A statement that a careful reader lists, in the report's own words."""

    source: str | None
    speaker: str
    cue: str | None
    contents: tuple[str, ...]
    act: Act
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A report with what people listed and what was extracted."""

    id: str
    text: str
    gold: tuple[GoldStatement, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A gold statement beside the statement that matches it, if any, and what is right in it."""

    gold: GoldStatement
    found: Statement | None
    speaker: bool = False
    act: bool = False
    mode: bool = False


def load(folder: Path) -> dict[str, tuple[GoldStatement, ...]]:
    """Return the gold of each report by the name of its file.

    Raises:
        FormatError: a file is not a list of statements.
    """
    gold = {}
    for path in sorted(folder.glob("*.json")):
        try:
            gold[path.stem] = msgspec.json.decode(path.read_bytes(), type=tuple[GoldStatement, ...])
        except msgspec.DecodeError as error:
            raise FormatError(f"{path.name}: {error}", advice="mend the gold file at that place") from error
    return gold


def occurrences(text: str, words: str) -> list[Span]:
    r"""Return where words stand in a text, however its white space falls.

    >>> occurrences("he said\nso, he  said so", "he said")
    [(0, 7), (12, 20)]
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def locate(text: str, gold: Sequence[GoldStatement], *, report: str) -> tuple[Relation, ...]:
    """Return the gold statements of a report as relations of its text.

    Contents are looked for from the statement before on; a source or cue that stands in many
    places is the one nearest to its contents.

    Raises:
        FormatError: words of the gold do not stand in the text.
    """
    located, after = [], 0
    for number, statement in enumerate(gold, 1):
        contents = [_from(occurrences(text, words), after) for words in statement.contents]
        ends = [
            _nearest(occurrences(text, w), contents) if w else None for w in (statement.source, statement.cue)
        ]
        wanted = (*statement.contents, *(w for w in (statement.source, statement.cue) if w))
        for words in wanted:
            if not occurrences(text, words):
                raise FormatError(
                    f"{report}: statement {number} gives words that the report does not hold: {words[:60]!r}",
                    advice="copy the words from the report as read (tocsin extract shows its text)",
                )
        known = [span for span in contents if span]
        source, cue = ends
        located.append(relation(text, [source] if source else (), [cue] if cue else (), known))
        after = min((start for start, _ in known), default=after)
    return tuple(located)


def _from(places: Sequence[Span], after: int) -> Span | None:
    return next((span for span in places if span[0] >= after), places[0] if places else None)


def _nearest(places: Sequence[Span], contents: Iterable[Span | None]) -> Span | None:
    known = [span for span in contents if span]

    def distance(place: Span) -> tuple[int, int]:
        gaps = [max(place[0] - end, start - place[1], -1) for start, end in known]
        outside = [gap for gap in gaps if gap >= 0]
        return (0 if len(outside) == len(gaps) else 1), min(outside, default=0)

    return min(places, key=distance, default=None)


def accepted(statement: GoldStatement, gold: Iterable[GoldStatement]) -> list[str]:
    """Return the speaker as the gold names it, and as the report itself names it elsewhere."""
    return [
        statement.speaker,
        *(other.source for other in gold if other.speaker == statement.speaker and other.source),
    ]


def document(report: Read) -> Document:
    """Return a report as the measures of attribution take it."""
    return Document(
        id=report.id,
        text=report.text,
        gold=locate(report.text, report.gold, report=report.id),
        found=of_statements(report.text, report.statements),
    )


def judge(report: Read) -> list[Judged]:
    """Return each gold statement with the statement that matches it and what is right in it.

    A match has its cue overlapping, and its contents at least half right by token overlap; the
    source may differ, since the speaker is judged by name.
    """
    whole = document(report)
    matched = replace(whole, gold=_bare(whole.gold), found=_bare(whole.found)).matched
    judged = []
    for number, gold in enumerate(report.gold):
        match = matched.get(number)
        if match is None:
            judged.append(Judged(gold=gold, found=None))
            continue
        found = report.statements[match]
        name = found.speaker.name if found.speaker else ""
        judged.append(
            Judged(
                gold=gold,
                found=found,
                speaker=same_speaker(name, accepted(gold, report.gold)),
                act=found.act is gold.act,
                mode=found.mode is gold.mode,
            )
        )
    return judged


def _bare(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(Relation(source=frozenset(), cue=r.cue, content=r.content) for r in relations)


def rows(reports: Sequence[Read]) -> list[Row]:
    """Return the table's rows: found, and found with the right speaker, act, mode, and all three."""
    judged = [(report, judge(report)) for report in reports]

    def counts(right: Sequence[Sequence[bool]]) -> list[Counts]:
        return [
            Counts(right=sum(flags), found=len(report.statements), gold=len(report.gold))
            for flags, report in zip(right, reports, strict=True)
        ]

    measures = {
        "found": counts([[j.found is not None for j in all_] for _, all_ in judged]),
        "found, right speaker": counts([[j.speaker for j in all_] for _, all_ in judged]),
        "found, right act": counts([[j.act for j in all_] for _, all_ in judged]),
        "found, right mode": counts([[j.mode for j in all_] for _, all_ in judged]),
        "found, all right": counts([[j.speaker and j.act and j.mode for j in all_] for _, all_ in judged]),
    }
    return make_rows(Place(task="statements", set="examples", split="gold"), measures)


def faults(report: Read) -> str:
    """Return the gold statements that were missed or are wrong in part, a line each."""
    lines = []
    for judged in judge(report):
        gold, found = judged.gold, judged.found
        head = f"{report.id}: {gold.speaker} | {gold.cue or '-'} | {gold.contents[0][:70]!r}"
        if found is None:
            lines.append(f"{head}: missed")
            continue
        name = found.speaker.name if found.speaker else None
        wrong = [] if judged.speaker else [f"speaker {name!r} ({found.why})"]
        wrong += [] if judged.act else [f"act {found.act}, not {gold.act}"]
        wrong += [] if judged.mode else [f"mode {found.mode}, not {gold.mode}"]
        if wrong:
            lines.append(f"{head}: {'; '.join(wrong)}")
    return "\n".join(lines)
