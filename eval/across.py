"""The tasks that measure what is found across reports: copies, stories, claims, events."""

from collections.abc import Mapping
from typing import Final

from eval import claims, copies, ecbplus, ecbplus_events, stories
from eval.passes import Model
from eval.rows import Place, Row
from eval.task import Asked, Measured, Task, there

SETS: Final = {"basil articles": stories.basil, "ecbplus": stories.ecb}  # "basil" is that of speakers


def measure_copies(_: Model, asked: Asked) -> Measured:
    """Measure copied passages and candidates on planted ones, beside datasketch where it is installed."""
    rows, corpora, by_share = copies.measured(asked.data, asked.split)
    return Measured(rows=tuple(rows), corpora=corpora, errors=by_share if asked.errors is not None else "")


def measure_stories(model: Model, asked: Asked) -> Measured:
    """Measure stories on BASIL and ECB+, each a case and both in one, beside a single pass of TF-IDF."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without

    sets = {name: load(asked.data) for name, load in SETS.items()}
    there([each for told, _ in sets.values() for each in told], asked, "basil/articles and no ecbplus/ECB+")
    resolver = open_resolver()
    cases = {name: stories.profiled(told, model, resolver) for name, (told, _) in sets.items() if told}
    if len(cases) > 1:
        cases["+".join(cases)] = [each for own in cases.values() for each in own]
    rows: list[Row] = []
    talk = []
    for name, own in cases.items():
        place = Place(task=stories.TASK, set=name, split="all")
        rows += stories.whole(place, own) if asked.floors_only else stories.rows(name, own)
        talk += [stories.faults(own, asked.errors)] if asked.errors is not None else []
    if asked.floors_only:
        name, own = next(iter(cases.items()))  # one set is enough: tests hold it for all
        rows.append(stories.order_row(Place(task=stories.TASK, set=name, split="all"), own))
    corpora = {f"{name}/all": digest for name, (told, digest) in sets.items() if told}
    return Measured(rows=tuple(rows), corpora=corpora, errors="\n\n".join(talk))


def measure_claims(model: Model, asked: Asked) -> Measured:
    """Measure who says the same on MSRP's validation file and our own pairs, beside TF-IDF and all yes."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without
    from tocsin.resolve.linking import Linking  # noqa: PLC0415

    resolver = open_resolver()
    rows, corpora = claims.measured(
        model, asked.data, asked.examples, resolver, Linking(knowledge=resolver.knowledge)
    )
    return Measured(rows=tuple(rows), corpora=corpora)


def measure_events(model: Model, asked: Asked) -> Measured:
    """Measure one happening in many reports on ECB+'s dev topics, beside the lemma of the head."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without

    every, digest = ecbplus.load(asked.data, ecbplus.EVENTS)
    there(every, asked, "ecbplus/ECB+/*/*.xml")
    reports = [report for report in every if report.topic in ecbplus_events.DEV]
    every_layers = ecbplus.layers_of(model, [report.text for report in every])
    layers = [
        own for report, own in zip(every, every_layers, strict=True) if report.topic in ecbplus_events.DEV
    ]
    rows = ecbplus_events.rows(reports, layers, open_resolver())
    return Measured(rows=tuple(rows), corpora={f"{row.set}/{row.split}": digest for row in rows})


TASKS: Final[Mapping[str, Task]] = {
    copies.TASK: measure_copies,
    stories.TASK: measure_stories,
    claims.TASK: measure_claims,
    ecbplus_events.TASK: measure_events,
}
