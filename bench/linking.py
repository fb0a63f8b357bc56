"""Measure spelling and linking on names made from parts: ``python -m bench.linking [--names 100000]``.

Prints one JSON object: how big the blocks are, how many of the respelt names are found in them and
taken for the same, how many of other names are, and what each step costs in processor time.
"""

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from statistics import fmean, median
from typing import TypeVar

from tocsin.record import NameType
from tocsin.resolve.spelling import SAME, block_keys, compare, fingerprint
from tocsin.resolve.spelling.sounds import sound
from tocsin.resolve.spelling.tables import given_names

Figures = dict[str, float]
_WORDS = re.compile(r"\w+").findall
Item = TypeVar("Item")
Made = TypeVar("Made")
STARTS = _WORDS(
    "Bar Kol Petr Var Sav Mor Tkach Zhuk Hryts Kras Luk Sokol Vino Dob Gor Mel Bil Cher Shev Pav Rom "
    "Stef Yur Zavod Hol Kuz Leb Nov Ost Pol Rud Sem Tim Usp Fed Khm Tsvet Shcherb Has Raf Mas Jab "
    "Tam Nas Kar Salm Mahm Wal Qad Rahm Dar Shar Jan Haid Far Bak Ishm Mur Ner Tem Zor Bez Chand "
    "Ganj Mik Ler Vel Dun Cost Fer Mart Gonz Alv Rib Silv Ober Schn Hoff Wein Lind Bergm Gust Abr "
    "Krav Lys Pidd Rozh Skor Trof Yak Dmyt March Vas"
)
MIDDLES = _WORDS("an en ov ach ub ir el il ol um ost ych iv ar ad im ash az in om od er yan ev uk")
ENDS = _WORDS(
    "enko chuk ov ova sky skyi ev ko yan shvili adze ani awi oui zadeh pour ez mann sen stad berg "
    "ian ak yk iyev"
)
FRENCH = {
    "shch": "chtch",
    "sh": "ch",
    "ch": "tch",
    "u": "ou",
    "ou": "ou",
    "zh": "j",
    "yan": "ian",
    "sky": "ski",
}
GERMAN = {
    "shch": "schtsch",
    "sh": "sch",
    "ch": "tsch",
    "zh": "sch",
    "v": "w",
    "z": "s",
    "ya": "ja",
    "kh": "ch",
}
ENGLISH = {"skyi": "sky", "yk": "ik", "y": "i", "q": "k", "oui": "awi"}
WAYS = (FRENCH, GERMAN, ENGLISH)


def people(number: int, chance: random.Random) -> list[str]:
    """Return different names, some given and last names far more frequent than others."""
    given = sorted({min(names) for names in given_names().values()})
    last = sorted({a + b + c for a in STARTS for b in MIDDLES for c in ENDS})
    chance.shuffle(given)
    chance.shuffle(last)
    last = last[:40_000]
    often = [list(accumulate(1 / (rank + 20) for rank in range(len(each)))) for each in (given, last)]
    found: dict[str, None] = {}
    while len(found) < number:
        first = chance.choices(given, cum_weights=often[0])[0]
        found[f"{first.title()} {chance.choices(last, cum_weights=often[1])[0]}"] = None
    return list(found)


def respelt(name: str, chance: random.Random) -> str:
    """Return a name as another language writes it: another form of the given name, other letters."""
    first, last = name.rsplit(" ", 1)
    same = min(given_names()[first.casefold()])
    forms = sorted(word for word, names in given_names().items() if same in names and word.isascii())
    way = chance.choice(WAYS)
    letters = "|".join(sorted(way, key=len, reverse=True))
    other = re.sub(letters, lambda found: way[found[0]], last.casefold())
    return f"{chance.choice(forms).title()} {other.title()}"


def measure(number: int, seed: int) -> Figures:
    """Return all figures, by name."""
    chance = random.Random(seed)
    names = people(number, chance)
    keys, per_block = timed(lambda name: block_keys(name, NameType.PERSON), names)
    _, per_print = timed(lambda name: fingerprint(name, NameType.PERSON), names)
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, mine in enumerate(keys):
        for key in mine:
            blocks[key].append(at)
    sizes = sorted(map(len, blocks.values()))
    candidates = sorted(
        len({other for key in keys[at] for other in blocks[key]}) - 1
        for at in chance.sample(range(number), 2000)
    )
    true = [(name, respelt(name, chance)) for name in chance.sample(names, 5000)]
    near = [pair for mine in blocks.values() if len(mine) > 1 for pair in _others(mine, names, chance)]
    false = [(names[a], names[b]) for a, b in chance.sample(near, min(5000, len(near)))]
    for left, right in (*true, *false):  # names are taken apart once, comparing is what is timed
        compare(left, right, NameType.PERSON)
    same, per_pair = timed(lambda pair: compare(*pair, NameType.PERSON).score >= SAME, true)
    alike, per_near = timed(lambda pair: compare(*pair, NameType.PERSON).score >= SAME, false)
    shared = [bool({*block_keys(a, NameType.PERSON)} & {*block_keys(b, NameType.PERSON)}) for a, b in true]
    return {
        "names": number,
        "keys a name": fmean(map(len, keys)),
        "block size, 99th percentile": sizes[len(sizes) * 99 // 100],
        "block size, largest": sizes[-1],
        "names in blocks of more than 64": sum(size for size in sizes if size > 64) / sum(sizes),
        "candidates a name, median": median(candidates),
        "candidates a name, 95th percentile": candidates[len(candidates) * 95 // 100],
        "respelt names that share a block": fmean(shared),
        "respelt names taken for the same": fmean(same),
        "neighbours in a block taken for the same": fmean(alike),
        "fingerprint, us": per_print,
        "block keys, us": per_block,
        "compare, us": (per_pair + per_near) / 2,
    }


def timed(do: Callable[[Item], Made], items: Iterable[Item]) -> tuple[list[Made], float]:
    """Return what is made of each item, and the microseconds of processor time that one takes."""
    kept = list(items)
    began = time.process_time()
    made = [do(each) for each in kept]
    return made, 1e6 * (time.process_time() - began) / len(kept)


def _others(block: Sequence[int], names: Sequence[str], chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield two of a block, where their last names do not sound the same."""
    first, second = chance.sample(block, 2)
    if sound(names[first].split()[-1].casefold()) != sound(names[second].split()[-1].casefold()):
        yield first, second


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(argv)
    print(
        json.dumps(
            {name: round(value, 4) for name, value in measure(options.names, options.seed).items()}, indent=1
        )
    )


if __name__ == "__main__":
    main()
