"""The public API: the names that are promised, found when asked for, and nothing loaded before."""

import subprocess
import sys
import types

import pytest

import tocsin

NAMES = """
Act Answer AnswerKind Block BlockKind Bound Brief Candidate Case CaseError Change ChangeKind Closeness Copy
CopyKind DateError Diff DiffChange Direction Document Doubt Entity Event EventType Explanation Extraction
Failure Family Figure Finding FormatError Hit Judgement Member Membership Modality Mode ModelError Moment
Name NameType NewerCaseError Origin OriginKind Passage Place PlaceKind PlacePrecision Provenance Published
Question QuestionKind Reference Resolution Role Sector Settings SettingsError Shared Shown SourceError Span
Speaker Stance Standing Statement Status Step StepKind Story Summary TermKind Tie TimeKind TimePrecision
TocsinError Toponym Use Value Verdict VerifyReport Via Weight When __version__ changes_csv copies_csv
entities_csv extract extract_file findings_csv load_settings open render stories_csv to_csv to_json
"""


def test_the_promised_names_are_there_and_no_other() -> None:
    assert sorted(tocsin.__all__) == sorted(NAMES.split())
    assert dir(tocsin) == sorted(tocsin.__all__)


@pytest.mark.parametrize("name", NAMES.split())
def test_every_name_is_found(name: str) -> None:
    assert getattr(tocsin, name) is not None


@pytest.mark.parametrize("name", NAMES.split())
def test_every_name_says_what_it_is(name: str) -> None:
    assert getattr(tocsin, name).__doc__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'tocsin' has no attribute 'figures'"):
        _ = tocsin.figures


def test_extract_stays_the_function_when_the_folder_of_that_name_is_imported() -> None:
    import tocsin.extract as folder  # noqa: PLC0415 - that is the point

    assert callable(tocsin.extract)
    assert callable(folder)  # ``import a.b as c`` asks the package, too
    assert isinstance(sys.modules["tocsin.extract"], types.ModuleType)


def test_the_folder_is_reached_by_from() -> None:
    from tocsin.extract import VERSION  # noqa: PLC0415

    assert VERSION.startswith("extract@")


def test_importing_the_package_loads_nothing_else() -> None:
    program = (
        "import sys; before = set(sys.modules); import tocsin; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = {
        name for name in done.stdout.split() if "." in name or name in {"numpy", "openvino", "sqlalchemy"}
    }
    assert not {name for name in loaded if name.startswith("tocsin.")}
    assert not loaded & {"numpy", "openvino", "sqlalchemy"}


def test_a_star_import_gives_the_promised_names() -> None:
    space: dict[str, object] = {}
    exec("from tocsin import *", space)  # noqa: S102 - a star import cannot stand in a function
    assert set(tocsin.__all__) <= set(space)
