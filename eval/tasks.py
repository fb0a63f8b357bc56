"""The tasks: which sets each measures, and how."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from eval import (
    across,
    attribution,
    chains,
    coreference,
    ecbplus,
    entities,
    errors,
    events,
    figures,
    figures_peers,
    modality,
    moments,
    moments_peers,
    names,
    number_specs,
    orders,
    peers,
    places,
    pronouns,
    quotations,
    records,
    records_faults,
    roles,
    sentences,
    specs,
    statements,
    syntax,
    timeml,
    vectors,
)
from eval.gold import Gold, digest_of, load
from eval.passes import Model, example_reports, extractions, plain_documents
from eval.relations import of_statements
from eval.rows import Place, Row, table
from eval.task import Asked, Measured, Task, there
from tocsin.errors import SourceError


def measure_attribution(model: Model, asked: Asked) -> Measured:
    """Measure who said what on PolNeAR."""
    rows: list[Row] = []
    talk = []
    sets = needed("attribution", asked)
    for gold in sets:
        if asked.extracted:
            found = extractions(model, plain_documents(gold.texts))
            relations = [of_statements(e.document.text, e.statements) for e in found]
            documents = attribution.documents(gold, relations)
        else:
            documents = attribution.from_layers(gold, model.read(gold.texts))
        rows += attribution.rows(gold, documents, system="tocsin extract" if asked.extracted else "tocsin")
        if asked.errors is not None:
            place = Place(task="attribution", set=gold.set, split=gold.split)
            by_publisher = table(errors.by_publisher(documents, place))
            parts = (by_publisher, errors.by_mode(documents), errors.invented(documents))
            talk += [*parts, errors.misses(documents, asked.errors)]
    return Measured(rows=tuple(rows), corpora=digests(sets), errors="\n\n".join(talk))


def measure_names(model: Model, asked: Asked) -> Measured:
    """Measure names, beside spaCy's small pipeline where it is installed."""
    rows: list[Row] = []
    sets = needed("names", asked)
    peer = peers.package()
    for gold in sets:
        rows += names.rows(gold, [names.of_layers(layers) for layers in model.read(gold.texts)])
        if peer and names.THREE in names.TYPES.get(gold.set, ()):
            of_peer = names.rows(gold, peers.names(gold.texts, peer), system=peers.SYSTEM)
            rows += [row for row in of_peer if row.measure in {"3 types", *names.THREE}]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_records(model: Model, asked: Asked) -> Measured:
    """Measure the figures, events, moments and roles of our own reports."""
    found = records.reports(model, asked.examples)
    talk = records_faults.faults(found) if asked.errors is not None else ""
    corpora = {"examples/records": digest_of(records.files(asked.examples), asked.examples)}
    return Measured(rows=tuple(records.rows(found)), corpora=corpora, errors=talk)


def measure_sentences(model: Model, asked: Asked) -> Measured:
    """Measure sentence boundaries on Universal Dependencies."""
    sets = needed("sentences", asked)
    rows = [row for gold in sets for row in sentences.rows(gold, model.read(gold.texts))]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_statements(model: Model, asked: Asked) -> Measured:
    """Measure the statements of our own example reports."""
    reports = example_reports(model, asked.examples)
    folders = (asked.examples / name for name in ("gold", "reports"))
    files = sorted(path for folder in folders for path in folder.glob("*") if path.is_file())
    talk = "\n".join(filter(None, map(statements.faults, reports))) if asked.errors is not None else ""
    corpora = {"examples/gold": digest_of(files, asked.examples)}
    return Measured(rows=tuple(statements.rows(reports)), corpora=corpora, errors=talk)


def measure_syntax(model: Model, asked: Asked) -> Measured:
    """Measure words, tags and trees on Universal Dependencies."""
    sets = needed("syntax", asked)
    rows = [
        row for gold in sets for row in syntax.rows(gold, [found.words for found in model.read(gold.texts)])
    ]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_vectors(model: Model, asked: Asked) -> Measured:
    """Measure sentence vectors on headlines that people compared, beside counted words."""
    rows = []
    years = vectors.load(asked.data)
    if not years:
        raise SourceError(f"{asked.data} holds no set for vectors", advice="give the folder with --data")
    for pairs in years:
        rows.append(vectors.row(pairs, partial(_text_vectors, model), system="tocsin"))
        rows.append(vectors.row(pairs, vectors.counted_words, system="TF-IDF"))
    corpora = {f"sts-headlines-{p.year}/all": digest_of([p.path], asked.data) for p in years}
    return Measured(rows=tuple(rows), corpora=corpora)


def _text_vectors(model: Model, texts: Sequence[str]) -> npt.NDArray[np.floating]:
    found = [layers.vectors for layers in model.read(texts)]
    return np.array([np.zeros(1) if own is None or not len(own) else own.sum(0) for own in found])


def measure_figures(model: Model, asked: Asked) -> Measured:
    """Measure the quantities of NewsQuant beside the installed peers, and Microsoft's specs of numbers."""
    gold, digest = figures.load(asked.data, asked.split)
    if not gold:
        raise SourceError(
            f"{asked.data} holds no half of NewsQuant named {asked.split!r}",
            advice="give the folder with --data",
        )
    texts = [sentence.text for sentence in gold]
    found = [figures.ours(text, layers) for text, layers in zip(texts, model.read(texts), strict=True)]
    rows = figures.rows(gold, found, split=asked.split)
    for name, peer in figures_peers.peers().items():
        marked = figures.averaged(gold) if name == "quantulum3" else gold
        rows += figures.rows(marked, figures_peers.found(peer, texts), system=name, split=asked.split)
    specs, digest_of_specs = number_specs.rows(asked.data, split=asked.split)
    corpora = {f"{figures.SET}/{asked.split}": digest, f"{number_specs.SET}/{asked.split}": digest_of_specs}
    talk = figures.faults(gold, found, asked.errors) if asked.errors is not None else ""
    return Measured(rows=(*rows, *specs), corpora=corpora, errors=talk)


def measure_moments(model: Model, asked: Asked) -> Measured:
    """Measure times on TimeBank and AQUAINT beside installed peers, and on Microsoft's specs: all dev."""
    rows: list[Row] = []
    corpora: dict[str, str] = {}
    talk: list[str] = []
    every: list[timeml.TimeDocument] = []
    every_found: list[list[timeml.Timex]] = []
    for name in timeml.SETS if asked.split == "dev" else ():
        files = timeml.files(asked.data, name)
        gold = [timeml.read(path) for path in files]
        corpora |= {f"{name}/dev": digest_of(files, asked.data)} if files else {}
        layers = model.read([one.text for one in gold])
        found = [
            moments.timexes(moments.ours(d.text, d.created, own)) for d, own in zip(gold, layers, strict=True)
        ]
        rows += moments.rows(Place(task="moments", set=name, split="dev"), gold, found)
        every += gold
        every_found += found
        for system, peer in moments_peers.peers().items():
            those = [moments_peers.found(peer, d.text, d.created) for d in gold]
            rows += moments.rows(Place(task="moments", set=name, split="dev", system=system), gold, those)
        talk += [moments.faults(gold, found, asked.errors)] if asked.errors is not None else []
    if not rows:
        raise SourceError(
            f"{asked.data} holds no TimeML set for {asked.split!r}", advice="give it with --data"
        )
    rows += moments.rows(Place(task="moments", set="timebank+aquaint", split="dev"), every, every_found)
    cases = specs.cases(asked.data)
    layers = model.read([case.text for case in cases])
    read = zip(cases, layers, strict=True)
    verdicts = [(c, specs.verdict(c, moments.ours(c.text, c.reference, own))) for c, own in read]
    rows += moments.spec_rows(Place(task="moments", set=specs.SET, split="dev"), verdicts)
    corpora |= {f"{specs.SET}/dev": digest_of(specs.files(asked.data), asked.data)} if cases else {}
    talk += [specs.causes(verdicts)] if asked.errors is not None else []
    return Measured(rows=tuple(rows), corpora=corpora, errors="\n\n".join(talk))


def measure_events(model: Model, asked: Asked) -> Measured:
    """Measure types and parties of events on PLV, beside peers that run here."""
    gold, digest = events.load(asked.data)
    if not gold:
        raise SourceError(f"{asked.data} holds no PLV", advice="give the folder with --data")
    layers = model.read([sentence.text for sentence in gold])
    rows = events.rows(gold, [events.told(s, own) for s, own in zip(gold, layers, strict=True)])
    for system, peer in events.peers().items():
        of_peer = events.rows(gold, peer(gold), system=system)
        rows += [row for row in of_peer if row.measure.startswith("macro")]
    return Measured(rows=tuple(rows), corpora={f"{events.SET}/{events.SPLIT}": digest})


def measure_modality(model: Model, asked: Asked) -> Measured:
    """Measure our modalities on words labelled by hand, and factuality on UW where the model tells it."""
    items, digest = modality.load_labels(asked.data)
    rows, corpora, talk = list[Row](), dict[str, str](), ""
    if items:
        layers = model.read([item.text for item in items])
        found = [modality.modality_at(item, own) for item, own in zip(items, layers, strict=True)]
        rows, corpora = modality.rows(items, found), {"reports/hand": digest}
        talk = modality.confusion(items, found)
    judged, digest = modality.load_factuality(asked.data, asked.split)
    if judged is not None and isinstance(model, modality.Judge):
        own_values = model.factualities(judged.texts, judged.spans)
        rows += modality.factuality_rows(judged, own_values, system="tocsin", split=asked.split)
        rows += modality.factuality_rows(
            judged, modality.constant(judged), system="constant", split=asked.split
        )
        corpora[f"uw/{asked.split}"] = digest
    if not rows:
        raise SourceError(f"{asked.data} holds no set for modality", advice="give the folder with --data")
    return Measured(rows=tuple(rows), corpora=corpora, errors=talk)


def measure_roles(model: Model, asked: Asked) -> Measured:
    """Measure the roles of our own short texts."""
    judged = roles.judged(model, roles.load())
    talk = roles.faults(judged) if asked.errors is not None else ""
    digest = digest_of([roles.GOLD], roles.GOLD.parent)
    corpora = {f"roles/{part}": digest for part in sorted({text.part for text in judged})}
    return Measured(rows=tuple(roles.rows(judged)), corpora=corpora, errors=talk)


def measure_speakers(model: Model, asked: Asked) -> Measured:
    """Measure whose BASIL's quotations are."""
    articles, digest = quotations.load(asked.data)
    there(articles, asked, "basil/annotations")
    found = [e.statements for e in extractions(model, [quotations.document(a) for a in articles])]
    talk = quotations.faults(articles, found, asked.errors) if asked.errors is not None else ""
    return Measured(rows=tuple(quotations.rows(articles, found)), corpora={"basil/all": digest}, errors=talk)


def measure_pronouns(model: Model, asked: Asked) -> Measured:
    """Measure pronouns on GAP: dev is its validation file, since development is trained on."""
    split = "validation" if asked.split == "dev" else asked.split
    questions, digest = pronouns.load(asked.data, split)
    there(questions, asked, f"gap/gap-{split}.tsv")
    layers = model.read([question.text for question in questions])
    rows = pronouns.rows(split, questions, pronouns.answers(questions, layers, model))
    return Measured(rows=tuple(rows), corpora={f"gap/{split}": digest})


def measure_coreference(model: Model, asked: Asked) -> Measured:
    """Measure chains of mentions on the documents of OntoGUM that training has not seen."""
    documents, digest = coreference.load(asked.data)
    there(documents, asked, "ontogum/*.conll")
    layers = model.read([document.text for document in documents])
    return Measured(rows=tuple(coreference.rows(documents, layers)), corpora={"ontogum/dev": digest})


def measure_places(model: Model, asked: Asked) -> Measured:
    """Measure toponyms on LGL and TR-News: with gold names, and end to end."""
    from tocsin.gazetteer import open_gazetteer  # noqa: PLC0415 - the other tasks do without
    from tocsin.knowledge import load_knowledge  # noqa: PLC0415

    sets, corpora = places.load(asked.data)
    there(list(sets), asked, "geo/lgl.xml and no geo/TR-News.xml")
    gazetteer = open_gazetteer()
    resolve = places.resolver(load_knowledge(), gazetteer)
    rows: list[Row] = []
    talk = []
    for name, articles in sets.items():
        reports = places.read(articles, model)
        rows += places.measured(name, reports, resolve, gazetteer)
        talk += [places.faults(reports, resolve, asked.errors)] if asked.errors is not None else []
    return Measured(rows=tuple(rows), corpora=corpora, errors="\n\n".join(talk))


def measure_entities(model: Model, asked: Asked) -> Measured:
    """Measure who is one and who is two, on one half of our own pairs of names."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without
    from tocsin.resolve.linking import Linking  # noqa: PLC0415

    resolver = open_resolver()
    linking = Linking(knowledge=resolver.knowledge)
    half = asked.split
    pairs, digest = entities.load(asked.examples, half)
    found = entities.meanings(model, pairs, resolver)
    said = entities.verdicts(pairs, found, linking)
    talk = "" if asked.errors is None else entities.faults(pairs, said, found)
    rows = tuple(entities.rows(half, pairs, said))
    return Measured(rows=rows, corpora={f"{entities.SET}/{half}": digest}, errors=talk)


def measure_chains(model: Model, asked: Asked) -> Measured:
    """Measure chains after resolution: within OntoGUM's reports, and across those of ECB+'s topics."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without
    from tocsin.resolve.linking import Linking  # noqa: PLC0415

    resolver = open_resolver()
    documents, digest = coreference.load(asked.data)
    reports, digest_of_reports = ecbplus.load(asked.data)
    there([*documents, *reports], asked, "ontogum/*.conll and no ecbplus/ECB+/*/*.xml")
    rows = chains.within(documents, model.read([d.text for d in documents]), resolver) if documents else []
    if reports:
        layers = ecbplus.layers_of(model, [report.text for report in reports])
        rows += chains.across(reports, layers, resolver, Linking(knowledge=resolver.knowledge))
    corpora = {"ontogum/dev": digest} if documents else {}
    corpora |= {"ecbplus/dev": digest_of_reports} if reports else {}
    return Measured(rows=tuple(rows), corpora=corpora)


def measure_orders(model: Model, asked: Asked) -> Measured:
    """Measure whether reports read in another order make the same entities."""
    from tocsin.pipeline import open_resolver  # noqa: PLC0415 - the other tasks do without
    from tocsin.resolve.linking import Linking  # noqa: PLC0415

    there(orders.sources(asked.data), asked, "reports/*.jsonl and no seeds/*.txt")
    resolver = open_resolver()
    whole = orders.items(model, asked.data, resolver)
    found = orders.outcome(orders.orders(whole, orders.ORDERS), Linking(knowledge=resolver.knowledge))
    corpora = {f"{orders.SET}/all": orders.digest(asked.data)}
    return Measured(rows=tuple(orders.rows(found)), corpora=corpora, errors=orders.told(whole, found))


TASKS: dict[str, Task] = {
    "attribution": measure_attribution,
    "events": measure_events,
    "figures": measure_figures,
    "modality": measure_modality,
    "moments": measure_moments,
    "names": measure_names,
    "places": measure_places,
    "records": measure_records,
    "sentences": measure_sentences,
    "speakers": measure_speakers,
    "pronouns": measure_pronouns,
    "coreference": measure_coreference,
    "chains": measure_chains,
    "entities": measure_entities,
    "orders": measure_orders,
    "statements": measure_statements,
    "roles": measure_roles,
    "syntax": measure_syntax,
    "vectors": measure_vectors,
    **across.TASKS,
}


def needed(task: str, asked: Asked) -> list[Gold]:
    """Return the sets of a task.

    Raises:
        SourceError: the folder holds none of the split.
    """
    sets = load(task, asked.data, asked.split)
    if not sets:
        raise SourceError(
            f"{asked.data} holds no set for {task} with a split named {asked.split!r}",
            advice="give the folder with --data and the split with --split; eval/gold.py tells the layout",
        )
    return sets


def digests(sets: list[Gold]) -> dict[str, str]:
    """Return the digest of each set by its name."""
    return {gold.name: gold.digest for gold in sets}
