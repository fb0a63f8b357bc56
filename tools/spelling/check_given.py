"""Show the forms of given names in our table that rigour's name symbols do not call forms of the same name.

Run it by hand where rigour is installed (it needs ICU, so the package itself never uses it):
``python tools/spelling/check_given.py``. What it prints is read by a person: rigour lacks many of
our spellings, and tells fewer everyday short forms; a row that it contradicts as a whole is suspect.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from rigour.names import NameTypeTag, analyze_names

TABLE = Path(__file__).parents[2] / "src/tocsin/resolve/spelling/given_names.tsv"


def rows() -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each row, and its forms."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        name, _, variants = line.split("\t")
        yield name, variants.split("|")


def symbols(word: str) -> set[str]:
    """Return the names that rigour takes a word for."""
    return {
        symbol.id
        for name in analyze_names(NameTypeTag.PER, [word])
        for symbol in name.symbols
        if symbol.category.value in ("NAME", "NICK")
    }


def main() -> None:
    """Print, for each row, the forms with symbols of their own that the other forms do not have."""
    known = agreed = 0
    for name, variants in rows():
        of = {word: symbols(word) for word in (name, *variants)}
        strange = []
        for word, mine in of.items():
            others = set().union(*(theirs for other, theirs in of.items() if other != word))
            if mine:
                known += 1
                agreed += bool(mine & others)
                if not mine & others:
                    strange.append(word)
        if strange:
            print(f"{name}\t{' '.join(strange)}")
    print(
        f"{agreed} of {known} forms that rigour knows agree with another form of their row", file=sys.stderr
    )


if __name__ == "__main__":
    main()
