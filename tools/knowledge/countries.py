"""Make src/tocsin/knowledge/data/countries.tsv from rigour, CLDR and the tables beside this file.

rigour (MIT) gives the codes, Wikidata ids and curated names, CLDR (Unicode licence, through babel) the
names in other languages, ``english.tsv`` and ``spellings.tsv`` what neither has. rigour wants PyICU,
so that this runs in an environment of its own; what it prints is reviewed and committed.

    PYTHONPATH=src python tools/knowledge/countries.py > src/tocsin/knowledge/data/countries.tsv
"""

import csv
import json
import re
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import Final

from babel import Locale
from babel.core import get_cldr_version
from rigour._core import territories_jsonl

from tocsin.text.fold import fold_name

LANGUAGES: Final = [
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "tr",
    "uk",
    "ru",
    "ar",
    "he",
    "fa",
    "zh",
    "zh_Hant",
    "cs",
    "ro",
    "sv",
]
FIELDS: Final = [
    "id",
    "wikidata",
    "name",
    "aliases",
    "adjectives",
    "people",
    "capital",
    "metonyms",
    "descriptions",
    "sector",
    "country",
    "part_of",
]
HEAD: Final = """\
# States, territories and de facto states: what they are called, and what acts for them.
# source: codes, Wikidata ids and names from rigour {rigour} (OpenSanctions)
# source: names in other languages from CLDR {cldr}
# source: adjectives, people, capitals, metonyms and further names our own
# licence: rigour MIT; CLDR Unicode-3.0; our own parts Apache-2.0
# made by tools/knowledge/countries.py; sector and country are given where they are not GOV and the id"""
_ODD: Final = re.compile(r"[\d()`]| -|nutome|Kudu|Kɔtɔ|Saudia|Selatan|ѐ|Fédéraci|Федераци$|Lemaã")
#: Names that mean something else in English; folded.
ELSEWHERE: Final = frozenset(("granada", "salvador", "columbia", "tobago", "kongo", "ira"))
#: What a name in brackets or after a comma tells, is no name: "Hongkong, SAR China".
_BRACKETS: Final = re.compile(r"\s*[(（,，].*$")  # noqa: RUF001
_OFF: Final = re.compile(
    # What CLDR adds to Hong Kong and the like, in all its languages.
    r"SAR|RAS|RAE|SRA|САР|ОАР|行政|행정|ÖİB|ZAO|Sonderverw|प्रशास|خاصة|ویژه|מיוחד|occup",  # noqa: RUF001
    re.IGNORECASE,
)


def main() -> None:
    """Print the table."""
    here = Path(__file__).parent
    english = {row["id"]: row for row in _table(here / "english.tsv")}
    spellings = {row["id"]: row["aliases"].split("|") for row in _table(here / "spellings.tsv")}
    territories = {row["code"]: row for row in map(json.loads, territories_jsonl().splitlines()) if row}
    rows = []
    for id_, words in english.items():
        known = territories.get(id_, {})
        name = words["name"] or known["name"]
        own = [name, *_parts(words["aliases"])]
        # What other languages call small territories are often names of towns: "Santa Helena".
        other = [] if words["part_of"] else [*_cldr(id_), *spellings.get(id_, ()), *_curated(known)]
        rows.append((id_, known, words, own, other))
    taken = Counter(
        folded for _, _, words, own, other in rows for folded in {fold_name(name) for name in (*own, *other)}
    )
    print(HEAD.format(rigour=version("rigour"), cldr=get_cldr_version()))
    print("\t".join(FIELDS))
    shared = {fold_name(word) for row in rows for word in _parts(row[2]["descriptions"])} | ELSEWHERE
    own_names = {fold_name(name): row[0] for row in rows for name in row[3]}
    for id_, known, words, own, other in rows:
        said = {
            fold_name(word) for key in ("adjectives", "people", "metonyms") for word in _parts(words[key])
        }
        said -= {fold_name(name) for name in own}
        kept = [
            name
            for name in other
            if (taken[fold_name(name)] == 1 or own_names.get(fold_name(name)) == id_)
            and fold_name(name) not in said | shared
        ]
        aliases = _distinct([*own, *kept])[1:]
        row = {
            **words,
            "wikidata": known.get("qid", ""),
            "name": own[0],
            "aliases": "|".join(aliases),
        }
        print("\t".join(row.get(field, "") for field in FIELDS))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _cldr(id_: str) -> list[str]:
    if len(id_) != 2:
        return []
    found = (Locale.parse(language).territories.get(id_.upper(), "") for language in LANGUAGES)
    return [_BRACKETS.sub("", name) for name in found if name and not _OFF.search(name)]


def _curated(known: dict[str, list[str]]) -> list[str]:
    """Return rigour's strong names, those shouted in capitals as other names are written."""
    names = [name for name in known.get("names_strong", ()) if not _OFF.search(name) and "," not in name]
    names = [name for name in names if " " in name and name[0].isupper() and not _ODD.search(name)]
    return [name.title() if name.isupper() else name for name in names]


def _distinct(names: list[str]) -> list[str]:
    """Return the first of each that fold alike."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold_name(name), name)
    return [name for folded, name in found.items() if folded]


if __name__ == "__main__":
    main()
