"""Every exception that tocsin raises on purpose.

::

    TocsinError               base: message, and what to do next
    ├── SourceError           a path, folder or stream that cannot be read
    ├── FormatError           a body that is not what it should be (empty, binary, broken JSON …)
    ├── DateError             a date that is none
    ├── CaseError             a case that cannot be opened, or a record it does not hold
    │   └── NewerCaseError    a case written by a newer tocsin
    ├── EvidenceError         a record whose words do not stand in its document (a ValueError, too)
    ├── ModelError            model files missing or damaged
    └── SettingsError         a settings file that cannot be used
"""


class TocsinError(Exception):
    """An expected failure: what happened, and the advice that mends it."""

    def __init__(self, message: str, *, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}\n  → {self.advice}"


class SourceError(TocsinError):
    """A path, folder or stream cannot be read."""


class FormatError(TocsinError):
    """A body is not what it should be."""


class DateError(TocsinError):
    """A date is none, or not of a form we take."""


class CaseError(TocsinError):
    """A case cannot be opened, or does not hold what was asked for."""


class NewerCaseError(CaseError):
    """A case was written by a newer version of tocsin."""


class EvidenceError(TocsinError, ValueError):
    """A record does not rest on words that stand in its document: it is not kept (law 2)."""


class ModelError(TocsinError):
    """The reading model's files are missing or damaged."""


class SettingsError(TocsinError):
    """A settings file cannot be read, or holds what is no setting."""
