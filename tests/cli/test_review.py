"""``tocsin review``: doubts, verdicts that change the lists at once, and taking them back."""

import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from select import select
from typing import Any

import pytest

from tests.cli.conftest import Tocsin
from tests.crisis import put_crisis
from tests.store.making import reference
from tests.store.samples import MAKER, THEN, capture, document, extraction
from tocsin.store import Store
from tocsin.text.safety import safe

if sys.platform != "win32":
    import pty

Json = dict[str, Any]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ASKED = b"q quit "
PROGRAM = "import sys; from tocsin.cli.main import main; main(sys.argv[1:])"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a case of three reports, read before a fake model takes the place of the real one."""
    return put_crisis(tmp_path_factory.mktemp("review")).read_bytes()


@pytest.fixture
def crisis(read: bytes, tmp_path: Path) -> Path:
    """Return that case, to be written to."""
    path = tmp_path / "crisis.tocsin"
    path.write_bytes(read)
    return path


def brandtovas(tocsin: Tocsin, case: Path) -> list[list[str]]:
    """Return the keys of those whose name is Brandtova, entity by entity."""
    result = tocsin("entities", "--about", "Brandtova", "--case", case, "-o", "json")
    return sorted(each["keys"] for each in json.loads(result.stdout))


def doubts(tocsin: Tocsin, case: Path) -> list[Json]:
    result = tocsin("review", "--case", case)  # in a pipe: lines of JSON
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


SHORT, ILSE, ILZE = "person:i brandtova", "person:ilse brandtova", "person:ilze brandtova"
APART, ALL = [[SHORT], [ILSE, ILZE]], [[SHORT, ILSE, ILZE]]


def test_doubts_are_listed_with_what_speaks_for_and_against(tocsin: Tocsin, crisis: Path) -> None:
    found = doubts(tocsin, crisis)
    pairs = {(each["left"]["key"], each["right"]["key"]): each for each in found}
    short = pairs[SHORT, ILSE]
    assert short["joined"] is False
    assert pairs[ILSE, ILZE]["joined"] is True
    assert all(each["weights"] and 0 <= each["score"] <= 1 for each in found)
    assert all(weight["why"] for each in found for weight in each["weights"])
    table = tocsin("review", "--case", crisis, "-o", "table").stdout.splitlines()
    assert len(table) == 1 + len(found)
    assert "I. Brandtova" in table[1]
    assert "two" in table[1].split()
    assert (
        len(doubts(tocsin, crisis))
        >= len(tocsin("review", "--limit", "1", "--case", crisis).stdout.splitlines())
        == 1
    )


def test_a_verdict_changes_the_entities_at_once_and_is_taken_back(tocsin: Tocsin, crisis: Path) -> None:
    def verdict(word: str, left: str = SHORT, right: str = ILSE) -> None:
        result = tocsin("review", left, right, "--verdict", word, "--as", "Ada", "--case", crisis)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(f"{word}: ")

    assert brandtovas(tocsin, crisis) == APART
    verdict("same")
    assert brandtovas(tocsin, crisis) == ALL
    verdict("withdrawn", ILSE, SHORT)  # the order of the two does not matter
    assert brandtovas(tocsin, crisis) == APART
    verdict("different", ILZE, ILSE)
    assert brandtovas(tocsin, crisis) == [[SHORT], [ILSE], [ILZE]]
    verdict("unsure", ILSE, ILZE)
    verdict("withdrawn", ILSE, ILZE)
    assert brandtovas(tocsin, crisis) == APART


def test_verdicts_name_entities_by_the_beginning_of_an_id_too(tocsin: Tocsin, crisis: Path) -> None:
    listed = json.loads(tocsin("entities", "--about", "Brandtova", "--case", crisis, "-o", "json").stdout)
    ids = [each["id"][:12] for each in listed]
    assert tocsin("review", *ids, "--verdict", "same", "--case", crisis).exit_code == 0
    assert brandtovas(tocsin, crisis) == ALL


def test_a_reference_can_be_said_to_be_another_one(tocsin: Tocsin, crisis: Path) -> None:
    known = "known:volodymyr-zelenskyy"

    def entities() -> list[tuple[str, ...]]:
        result = tocsin("entities", "--about", "Zelenskiy", "--case", crisis, "-o", "json")
        return sorted(tuple(each["keys"]) for each in json.loads(result.stdout))

    assert entities() == [(known,)]
    lines = map(json.loads, tocsin("export", "--case", crisis).stdout.splitlines())
    of = [each for each in lines if each["kind"] == "reference" and each["key"] == known]
    wire = next(each["id"] for each in of if each["name"] == "Volodymyr Zelenskiy")
    assert tocsin("review", wire, known, "--verdict", "different", "--case", crisis).exit_code == 0
    assert (wire,) in entities()
    assert tocsin("verify", "--case", crisis).exit_code == 0
    assert tocsin("review", wire, known, "--verdict", "withdrawn", "--case", crisis).exit_code == 0
    assert entities() == [(known,)]


def test_history_has_every_verdict_with_who_when_and_why(tocsin: Tocsin, crisis: Path) -> None:
    asked = ("review", SHORT, ILSE, "--case", crisis)
    tocsin(*asked, "--verdict", "same", "--as", "Ada", "--why", "one port, one master")
    tocsin(*asked, "--verdict", "withdrawn", "--as", "Bo")
    lines = tocsin("review", "--history", "--case", crisis).stdout.splitlines()
    first, second = map(json.loads, lines)
    assert (first["verdict"], first["by"], first["why"]) == ("same", "Ada", "one port, one master")
    assert (second["verdict"], second["by"], second["why"]) == ("withdrawn", "Bo", "")
    assert {(each["left"], each["right"]) for each in (first, second)} == {(SHORT, ILSE)}
    assert first["at"] < second["at"]


def test_a_judged_pair_is_asked_no_more_until_the_verdict_is_withdrawn(tocsin: Tocsin, crisis: Path) -> None:
    def pairs() -> set[tuple[str, str]]:
        return {(each["left"]["key"], each["right"]["key"]) for each in doubts(tocsin, crisis)}

    asked = ("review", SHORT, ILSE, "--case", crisis)
    tocsin(*asked, "--verdict", "different")
    assert (SHORT, ILSE) not in pairs()
    tocsin(*asked, "--verdict", "withdrawn")
    assert (SHORT, ILSE) in pairs()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("ent-zzzz", ILSE, "--verdict", "same"), 1, "the case holds no entity 'ent-zzzz'"),
        ((ILSE, ILSE, "--verdict", "same"), 1, "are one entity by its key person:ilse brandtova"),
        ((ILSE, "--verdict", "same"), 2, "name two entities and --verdict, or neither"),
        ((ILSE, ILZE), 2, "name two entities and --verdict, or neither"),
        (("--verdict", "same"), 2, "name two entities and --verdict, or neither"),
        ((ILSE, ILZE, "--verdict", "perhaps"), 2, "is not one of"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    arguments: tuple[str, ...], code: int, says: str, tocsin: Tocsin, crisis: Path
) -> None:
    result = tocsin("review", *arguments, "--case", crisis)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert code == 2 or "→ " in result.stderr
    assert not tocsin("review", "--history", "--case", crisis).stdout


def at_a_terminal(keys: str, *arguments: object) -> str:
    """Return what a terminal of 100 columns shows when a key is pressed at each question."""
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    pid, master = pty.fork()
    if pid == 0:
        os.environ["COLUMNS"] = "100"
        os.execv(sys.executable, command)  # noqa: S606 - this Python itself
    shown = b""
    while True:
        ready, _, _ = select([master], [], [], 0.1)
        if ready:
            try:
                part = os.read(master, 65536)
            except OSError:  # Linux: the other end is closed
                part = b""
            if not part:
                break
            shown += part
        elif shown.endswith(ASKED):  # what is pressed before the terminal is made ready for it is lost: again
            os.write(master, keys[shown.count(ASKED) - 1 :][:1].encode() or b"q")
    os.close(master)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, shown.decode()
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_person_at_a_terminal_judges_undoes_and_stops(tocsin: Tocsin, crisis: Path) -> None:
    shown = at_a_terminal("szq", "review", "--case", crisis, "--as", "Ada")
    assert "\x1b[1m\x1b[7mI. Brandtova\x1b[0m, said" in shown
    plain = ESCAPE.sub("", shown)
    assert "two entities now" in plain
    assert "I. Brandtova · person · " in plain
    assert "The harbour master, I. Brandtova, said that a third ship had left" in plain
    assert "Harbour master Ilse Brandtova said that two ships had left" in plain
    assert "— North Desk · 2021-04-15" in plain
    assert re.search(r"\+0\.\d\d  spelling: ", plain)
    assert plain.index("same: ") < plain.index("withdrawn: ") < plain.index("0 verdicts by Ada")
    history = map(json.loads, tocsin("review", "--history", "--case", crisis).stdout.splitlines())
    assert [(each["verdict"], each["by"]) for each in history] == [("same", "Ada"), ("withdrawn", "Ada")]
    assert brandtovas(tocsin, crisis) == APART


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_what_is_passed_over_is_not_judged_and_keys_may_be_capitals(tocsin: Tocsin, crisis: Path) -> None:
    shown = at_a_terminal("nzSq", "review", "--case", crisis, "--limit", "2", "--as", "Ada")
    assert "nothing to undo" in shown
    assert "1 verdict by Ada" in shown
    (said,) = map(json.loads, tocsin("review", "--history", "--case", crisis).stdout.splitlines())
    assert (said["left"], said["right"], said["verdict"]) == (ILSE, ILZE, "same")
    assert brandtovas(tocsin, crisis) == APART


def test_two_entities_are_asked_about_once_however_many_names_they_have(tocsin: Tocsin, crisis: Path) -> None:
    asked = [(each["left"]["key"], each["right"]["key"]) for each in doubts(tocsin, crisis)]
    assert len([pair for pair in asked if SHORT in pair]) == 1
    tocsin("review", SHORT, ILZE, "--verdict", "unsure", "--case", crisis)
    asked = [(each["left"]["key"], each["right"]["key"]) for each in doubts(tocsin, crisis)]
    assert not [pair for pair in asked if SHORT in pair]


HOSTILE = "Mallory \x1b[31m\u202eReyl"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a case with one whose name would control a terminal, and one of nearly the same name."""
    of = document(f"Report\n\n{HOSTILE} came. Malory Reyl went.\n", published="2021-04-13")
    found = reference(of, HOSTILE), reference(of, "Malory Reyl")
    path = tmp_path / "hostile.tocsin"
    with Store.open(path, create=True) as store:
        made = replace(extraction(of), references=found)
        store.write(store.begin_run("read", MAKER, THEN), [(capture(of.text), made)], THEN)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize("command", ["entities", "show", "explain"])
def test_a_hostile_name_does_not_control_a_terminal(command: str, tocsin: Tocsin, hostile: Path) -> None:
    listed = json.loads(tocsin("entities", "--case", hostile, "-o", "json").stdout)
    (mallory,) = [each for each in listed if each["name"] == HOSTILE]
    words = [] if command == "entities" else [mallory["id"]]
    shown = at_a_terminal("", command, *words, "--case", hostile)
    assert "Mallory" in shown
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown
    assert safe(HOSTILE) != HOSTILE
