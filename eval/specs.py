"""Microsoft Recognizers' English specifications of dates: cases with a reference date and what is meant.

A case passes when for each result that it expects there is a moment with its words (function words
at the left end aside: we leave "on" out of "on Friday") and one of its resolutions, the past or the
future one, for the specification takes no side. Its ends are open on the right, ours are closed; a
season has no resolution there and is compared by its words. Of a case that expects nothing, no
moment of the file's kind may be found. Moments beside those expected are not counted against it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tocsin.record import Moment

SET = "ms_recognizers"
FOLDER = "ms_recognizers_specs/DateTime/English"
FILES = {
    "date": "DateParser.json",
    "period": "DatePeriodParser.json",
    "date-time": "DateTimeParser.json",
    "date-time period": "DateTimePeriodParser.json",
}
_LEFT = re.compile(
    r"^(?:(?:the|a|an|on|in|at|from|between|of|for|my|during|since|around|about|by|,)\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Words, and the intervals any of which would be right; none for a season."""

    text: str
    intervals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An input with its reference date and what it holds."""

    text: str
    reference: str
    kind: str
    expected: tuple[Expected, ...]


def files(folder: Path) -> list[Path]:
    """Return the files of the data folder, in the order of ``FILES``; those that are there."""
    return [path for name in FILES.values() if (path := folder / FOLDER / name).is_file()]


def cases(folder: Path) -> list[Case]:
    """Return the cases of all files that are there."""
    there = {path.name for path in files(folder)}
    return [case for kind, name in FILES.items() if name in there for case in read(folder, kind)]


def read(folder: Path, kind: str) -> list[Case]:
    """Return the cases of a file, in its order; those without a reference date have today's, "" here."""
    data = json.loads((folder / FOLDER / FILES[kind]).read_text("utf-8-sig"))
    return [
        Case(
            text=case["Input"],
            reference=_instant(case.get("Context", {}).get("ReferenceDateTime", "")),
            kind=kind,
            expected=tuple(map(_expected, case["Results"])),
        )
        for case in data
    ]


def _instant(reference: str) -> str:
    """Return a reference date as a time of publication, in UTC, for the specifications know no zones."""
    return f"{reference[:19]}+00:00" if reference else ""


def _expected(result: Mapping[str, object]) -> Expected:
    value = result.get("Value") or {}
    sides: list[tuple[str, str]] = []
    if isinstance(value, dict):
        those = (value.get(name) or {} for name in ("FutureResolution", "PastResolution"))
        sides += [
            _interval({end: str(at).replace(" ", "T") for end, at in one.items()}) for one in those if one
        ]
    return Expected(text=str(result["Text"]), intervals=tuple(dict.fromkeys(sides)))


def _interval(ends: Mapping[str, str]) -> tuple[str, str]:
    """Return both ends, closed: the last day of a period that ends before the day given."""
    if len(ends) == 1 and not any(name.startswith(("start", "end")) for name in ends):
        return next(iter(ends.values())), next(iter(ends.values()))
    first = next((at for name, at in ends.items() if name.startswith("start")), "")
    last = next((at for name, at in ends.items() if name.startswith("end")), "")
    return first, _day_before(last) if last and "T" not in last else last


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except ValueError:
        return day


def verdict(case: Case, moments: Sequence[Moment]) -> str:
    """Return "passed", or why not: "not found", "other words", "no date", "another date", "too much"."""
    if not case.expected:
        return "too much" if any(_of_kind(case.kind, moment) for moment in moments) else "passed"
    verdicts = [_one(case, expected, moments) for expected in case.expected]
    return next((each for each in verdicts if each != "passed"), "passed")


def _of_kind(kind: str, moment: Moment) -> bool:
    if "period" in kind:
        return bool(moment.first and moment.last and moment.first != moment.last)
    return bool(moment.first) and moment.first == moment.last


def _one(case: Case, expected: Expected, moments: Sequence[Moment]) -> str:
    start = case.text.lower().find(expected.text.lower())
    end = start + len(expected.text)
    near = [m for m in moments if m.span.start < end and start < m.span.end]
    if not near:
        return "not found"
    same = [m for m in near if _core(m.span.text) == _core(expected.text)]
    if not same:
        return "other words"
    if any(first.startswith("0001") for first, _ in expected.intervals):  # "31st of November"
        return "another date" if any(m.first or m.last for m in same) else "passed"
    if not expected.intervals or any(_right(m, expected) for m in same):
        return "passed"
    return "another date" if any(m.first or m.last for m in same) else "no date"


def _core(words: str) -> str:
    return " ".join(_LEFT.sub("", words.lower() + " ").strip(" .,").split())


def _right(moment: Moment, expected: Expected) -> bool:
    ours = {(moment.first or "", moment.last or ""), ends_of(moment.value or "")}
    return any(
        _same(first, theirs[0]) and (_same(last, theirs[1]) or _same(last, _next(theirs[1])))
        for first, last in ours
        for theirs in expected.intervals
    )


def _next(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return day


def _same(ours: str, theirs: str) -> bool:
    """Tell whether two ends agree as finely as the less fine of them; midnight counts as its day."""
    ours, theirs = (
        re.sub(r"(?<=T\d\d:\d\d)(:00)?[+-]\d\d:\d\d$|T00:00(:00)?$", "", end) for end in (ours, theirs)
    )
    if not ours or not theirs:
        return ours == theirs
    if "T" in theirs:
        return "T" in ours and ours[: len(theirs)] == theirs[: len(ours)]
    return ours[:10] == theirs[:10] and "T" not in ours


def ends_of(value: str) -> tuple[str, str]:
    """Return the first and last day that an EDTF date or interval names; two empty ends for others.

    >>> ends_of("2016-11"), ends_of("2016-33")
    (('2016-11-01', '2016-11-30'), ('2016-01-01', '2016-03-31'))
    """
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", value):
        return match[1], match[2]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if match := re.fullmatch(r"(\d{3})X", value):
        return f"{match[1]}0-01-01", f"{match[1]}9-12-31"
    if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?", value):
        year, part = int(match[1]), int(match[2] or 0)
        months = (1, 12) if not part else (part, part) if part <= 12 else (part * 3 - 98, part * 3 - 96)
        if not year or part > 36 or 12 < part < 33:
            return "", ""
        after = date(year + months[1] // 12, months[1] % 12 + 1, 1) - timedelta(days=1)
        return date(year, months[0], 1).isoformat(), after.isoformat()
    return "", ""


def causes(verdicts: Iterable[tuple[Case, str]]) -> str:
    """Return a line for each file with how many cases fail for which cause."""
    counts: dict[str, Counter[str]] = {}
    for case, why in verdicts:
        counts.setdefault(case.kind, Counter())[why] += 1
    return "\n".join(
        f"{kind}: " + ", ".join(f"{why} {number}" for why, number in those.most_common())
        for kind, those in counts.items()
    )
