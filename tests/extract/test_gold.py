"""Speakers on the example reports, from the attributions that their gold marks."""

import json
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

import pytest

from tests.extract.build import Report
from tocsin.read import read
from tocsin.record import Capture, Document, Statement

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = {
    "PER": """
Joe Biden, Biden, Vladimir Putin, Putin, Dmitri Peskov, Dmitry Peskov, Peskov, Jens Stoltenberg,
Dmytro Kuleba, Sergueï Choïgou, Zelensky, Volodymyr Zelenskyy, Volodymyr Zelenskiy, Zelenskiy, Iuliia Mendel,
Mendel, Halyna, Oksana, Sova, Angela Merkel, Merkel, Antony Blinken""",
    "ORG": """
NATO, Nato, White House, G7, Group of Seven, Kremlin, European Union, Example Wire, Daily Meridian, OSCE,
Kontinent Online""",
    "LOC": """
Washington, Moscow, Kyiv, Kiev, Ukraine, Russia, Crimea, Brussels, Paris, Berlin, Severomorsk, Donetsk,
Kramatorsk, Lithuania, Vienna, Élysée, United States""",
    "MISC": "Russian, Ukrainian, American, Western, Atlantic, Vienna Document",
}
# Other words for whom the gold names by another.
SAME = {
    "shoigu": "choigou",
    "dmitry peskov": "dmitri peskov",
    "ukrainian authorities": "kiev",
    "france": "paris",
    "united states": "washington",
    "russia": "moscow",
}
MEDIA = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}
REPORTS = sorted(path.stem for path in (EXAMPLES / "gold").glob("*.json"))


class Gold(TypedDict):
    source: str | None
    speaker: str
    cue: str | None
    contents: list[str]
    act: str
    mode: str


def document(name: str) -> Document:
    found = [path for path in (EXAMPLES / "reports").iterdir() if path.stem == name]
    if found:
        body, kind, origin = found[0].read_bytes(), MEDIA[found[0].suffix], found[0].name
    else:  # a line of the agency's file, told by its day
        day = name.removeprefix("example-wire-")
        lines = (EXAMPLES / "reports" / "example-wire.jsonl").read_bytes().splitlines()
        body = next(line for line in lines if json.loads(line)["published"].startswith(day))
        kind, origin = "application/json", "example-wire.jsonl"
    return read(Capture(origin=origin, body=body, media_type=kind, sha256=sha256(body).hexdigest()))


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_right(gold: Gold, statement: Statement) -> bool:
    if statement.speaker is None:
        return gold["source"] is None
    name, wanted = plain(statement.speaker.name), plain(gold["speaker"])
    wanted = next((f"{wanted} {other}" for same, other in SAME.items() if same in wanted), wanted)
    own = gold["source"] is not None and name in plain(gold["source"]) and len(name) > 3
    return own or name.split()[-1] in wanted.split() or wanted.split()[0].strip(",") in name.split()


def measured(name: str) -> list[tuple[Gold, Statement | None]]:
    found = document(name)
    gold: list[Gold] = json.loads((EXAMPLES / "gold" / f"{name}.json").read_text("utf-8"))
    lists = {label: [n.strip() for n in names.split(",")] for label, names in NAMES.items()}
    report = Report(found.text, document=found).names(**lists)
    for item in gold:
        report.said(item["source"], item["cue"], *item["contents"])
    made = {(s.cue.text if s.cue else None, s.contents[0].text): s for s in report.statements()}
    return [(item, made.get((item["cue"], item["contents"][0]))) for item in gold]


@pytest.fixture(scope="module")
def all_measured() -> list[tuple[Gold, Statement | None]]:
    return [pair for name in REPORTS for pair in measured(name)]


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_there_is_gold() -> None:
    assert len(REPORTS) >= 4


def test_attributions_become_statements(all_measured: list[tuple[Gold, Statement | None]]) -> None:
    assert share([statement is not None for _, statement in all_measured]) >= 0.95


def test_speakers(all_measured: list[tuple[Gold, Statement | None]]) -> None:
    found = [is_right(gold, statement) for gold, statement in all_measured if statement is not None]
    assert share(found) >= 0.88


def test_modes(all_measured: list[tuple[Gold, Statement | None]]) -> None:
    found = [
        gold["mode"] == statement.mode.value for gold, statement in all_measured if statement is not None
    ]
    assert share(found) >= 0.95


def test_acts(all_measured: list[tuple[Gold, Statement | None]]) -> None:
    found = [gold["act"] == statement.act.value for gold, statement in all_measured if statement is not None]
    assert share(found) >= 0.70
