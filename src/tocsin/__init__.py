"""tocsin reads the reports of a crisis and keeps the record: who said what, tied to the exact words.

>>> import tocsin
>>> [name for name in tocsin.__all__ if name.islower() and "_" not in name]
['extract', 'open', 'render']

Importing this loads nothing else: each name is imported when it is first asked for.
"""

import sys
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tocsin.brief import Brief
    from tocsin.case import Case
    from tocsin.case import open_case as open  # noqa: A004 - read as tocsin.open
    from tocsin.doubts import Doubt
    from tocsin.errors import (
        CaseError,
        DateError,
        FormatError,
        ModelError,
        NewerCaseError,
        SettingsError,
        SourceError,
        TocsinError,
    )
    from tocsin.forms import (
        changes_csv,
        copies_csv,
        entities_csv,
        findings_csv,
        render,
        stories_csv,
        to_csv,
        to_json,
    )
    from tocsin.pipeline import Summary
    from tocsin.record import (
        Act,
        Block,
        BlockKind,
        Bound,
        Candidate,
        Change,
        Document,
        Entity,
        Event,
        EventType,
        Extraction,
        Failure,
        Figure,
        Judgement,
        Modality,
        Mode,
        Moment,
        Name,
        NameType,
        Place,
        PlaceKind,
        PlacePrecision,
        Published,
        Reference,
        Resolution,
        Role,
        Sector,
        Span,
        Speaker,
        Statement,
        TimeKind,
        TimePrecision,
        Toponym,
        Use,
        Verdict,
        Via,
        Weight,
        When,
    )
    from tocsin.record.copy import Closeness, Copy, CopyKind, Direction, Family, Passage, Shared
    from tocsin.record.diff import Change as DiffChange
    from tocsin.record.diff import ChangeKind, Diff
    from tocsin.record.finding import (
        Answer,
        AnswerKind,
        Finding,
        Member,
        Origin,
        OriginKind,
        Question,
        QuestionKind,
        Stance,
        Status,
        Step,
        StepKind,
        Value,
    )
    from tocsin.record.story import Membership, Story, TermKind, Tie
    from tocsin.settings import Settings
    from tocsin.settings import load as load_settings
    from tocsin.shown import Explanation, Shown, Standing, VerifyReport
    from tocsin.single import extract, extract_file
    from tocsin.store import Hit, Provenance

__version__ = "0.1.0"
__all__ = [
    "Act",
    "Answer",
    "AnswerKind",
    "Block",
    "BlockKind",
    "Bound",
    "Brief",
    "Candidate",
    "Case",
    "CaseError",
    "Change",
    "ChangeKind",
    "Closeness",
    "Copy",
    "CopyKind",
    "DateError",
    "Diff",
    "DiffChange",
    "Direction",
    "Document",
    "Doubt",
    "Entity",
    "Event",
    "EventType",
    "Explanation",
    "Extraction",
    "Failure",
    "Family",
    "Figure",
    "Finding",
    "FormatError",
    "Hit",
    "Judgement",
    "Member",
    "Membership",
    "Modality",
    "Mode",
    "ModelError",
    "Moment",
    "Name",
    "NameType",
    "NewerCaseError",
    "Origin",
    "OriginKind",
    "Passage",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "Provenance",
    "Published",
    "Question",
    "QuestionKind",
    "Reference",
    "Resolution",
    "Role",
    "Sector",
    "Settings",
    "SettingsError",
    "Shared",
    "Shown",
    "SourceError",
    "Span",
    "Speaker",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Step",
    "StepKind",
    "Story",
    "Summary",
    "TermKind",
    "Tie",
    "TimeKind",
    "TimePrecision",
    "TocsinError",
    "Toponym",
    "Use",
    "Value",
    "Verdict",
    "VerifyReport",
    "Via",
    "Weight",
    "When",
    "__version__",
    "changes_csv",
    "copies_csv",
    "entities_csv",
    "extract",
    "extract_file",
    "findings_csv",
    "load_settings",
    "open",
    "render",
    "stories_csv",
    "to_csv",
    "to_json",
]

_RECORD = (
    "Act Block BlockKind Bound Candidate Change Document Entity Event EventType Extraction Failure Figure "
    "Judgement Modality Mode Moment Name NameType Place PlaceKind PlacePrecision Published Reference "
    "Resolution Role Sector Span Speaker Statement TimeKind TimePrecision Toponym Use Verdict Via Weight "
    "When "
)
_COPY = "Closeness Copy CopyKind Direction Family Passage Shared"
_STORY = "Membership Story TermKind Tie"
_FINDING = (
    "Answer AnswerKind Finding Member Origin OriginKind Question QuestionKind Stance "
    "Status Step StepKind Value"
)
_ERRORS = "CaseError DateError FormatError ModelError NewerCaseError SettingsError SourceError TocsinError"
_FORMS = "changes_csv copies_csv entities_csv findings_csv render stories_csv to_csv to_json"
_FOUND_IN = MappingProxyType(
    dict.fromkeys(_RECORD.split(), "tocsin.record")
    | dict.fromkeys(_COPY.split(), "tocsin.record.copy")
    | dict.fromkeys(_STORY.split(), "tocsin.record.story")
    | dict.fromkeys(_FINDING.split(), "tocsin.record.finding")
    | dict.fromkeys(("ChangeKind", "Diff"), "tocsin.record.diff")
    | dict.fromkeys(_ERRORS.split(), "tocsin.errors")
    | dict.fromkeys(("Explanation", "Shown", "Standing", "VerifyReport"), "tocsin.shown")
    | dict.fromkeys(("Hit", "Provenance"), "tocsin.store")
    | dict.fromkeys(_FORMS.split(), "tocsin.forms")
    | dict.fromkeys(("extract", "extract_file"), "tocsin.single")
    | {
        "Brief": "tocsin.brief",
        "Case": "tocsin.case",
        "Doubt": "tocsin.doubts",
        "Settings": "tocsin.settings",
        "Summary": "tocsin.pipeline",
    }
)
_RENAMED = MappingProxyType(
    {
        "open": ("tocsin.case", "open_case"),
        "load_settings": ("tocsin.settings", "load"),
        "DiffChange": ("tocsin.record.diff", "Change"),
    }
)


def __getattr__(name: str) -> object:
    if name in _RENAMED:
        module, attribute = _RENAMED[name]
    elif name in _FOUND_IN:
        module, attribute = _FOUND_IN[name], name
    else:
        raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """This package. Its functions go before its folders of the same name.

    Python binds a folder's name in its package when the folder is imported, so ``tocsin.extract``
    would become the folder; here such a binding is passed over. ``from tocsin.extract import …``
    reaches the folder as ever.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _FOUND_IN:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
