"""The reports that are read: real ones where a folder is given, else ours, cut to one length."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

WORDS = 800
LOAD = Path("load") / "articles-6000.jsonl.gz"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
_WORD = re.compile(r"\S+")
_TAG = re.compile(r"<(script|style).*?</\1>|<[^>]+>", re.DOTALL)


def cut(text: str, words: int = WORDS) -> str:
    r"""Return the first words of a text, as they stand.

    >>> cut("One  two\n\nthree", 2)
    'One  two'
    """
    end = 0
    for number, match in enumerate(_WORD.finditer(text), 1):
        end = match.end()
        if number == words:
            break
    return text[:end]


def articles(path: Path) -> Iterator[str]:
    """Yield the texts of a gzipped JSONL file, a report a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if isinstance(text, str):
                yield text


def made_up(reports: Sequence[str], number: int, words: int = WORDS) -> Iterator[str]:
    """Yield as many different texts as asked for, each from another place of the reports on."""
    sentences = [s for report in reports for s in re.split(r"(?<=[.!?”\"])\s+", report) if s.strip()]
    for turn in range(number):
        at = turn * 7 % len(sentences)
        ordered = [*sentences[at:], *sentences[:at]] * (1 + words // 400)
        yield f"Report {turn + 1}.\n\n" + "\n\n".join(
            " ".join(ordered[i : i + 3]) for i in range(0, len(ordered), 3)
        )


def example_texts(folder: Path = EXAMPLES) -> list[str]:
    """Return the example reports' words, marked-up ones roughly freed of their tags."""
    texts = []
    for path in sorted(folder.iterdir()):
        body = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".jsonl":
            texts += [json.loads(line)["text"] for line in body.splitlines() if line.strip()]
        else:
            texts.append(_TAG.sub(" ", body))
    return texts


def chosen(data: Path | None, number: int, words: int = WORDS) -> list[str]:
    """Return texts of at most ``words`` words: articles of the data folder, or made of our examples."""
    path = data / LOAD if data else None
    source: Iterable[str] = (
        articles(path) if path and path.exists() else made_up(example_texts(), number, words)
    )
    texts: list[str] = []
    for text in source:
        if len(texts) == number:
            break
        texts.append(cut(text, words))
    return texts


def write(texts: Iterable[str], path: Path) -> None:
    """Write texts as JSONL, a report a line, as ``tocsin read`` takes them."""
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            report = {"text": text, "published": "2021-04-13", "url": f"https://bench.example/{number}"}
            lines.write(json.dumps(report, ensure_ascii=False) + "\n")


def load(path: Path) -> list[str]:
    """Return the texts that ``write`` wrote."""
    return [str(json.loads(line)["text"]) for line in path.read_text("utf-8").split("\n") if line]
