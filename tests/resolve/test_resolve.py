from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.build import KNOWLEDGE, Read
from tocsin.gazetteer import Gazetteer, open_gazetteer
from tocsin.record import Extraction, NameType, Use
from tocsin.resolve import VERSION, resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def report() -> Read:
    read = Read.parsed(
        "Norland/NNP/4/nmod:poss 's/POS/1/case defence/NN/4/compound "
        "minister/NN/7/nsubj Ada/NNP/6/compound Weir/NNP/4/appos warned/VBD/0/root "
        "Karsia/NNP/7/obj in/IN/10/case Kyiv/NNP/7/obl ././7/punct",
        "Weir/NNP/2/nsubj met/VBD/0/root Karsian/JJ/4/amod soldiers/NNS/2/obj ././2/punct",
    ).names(person=["Ada Weir", "Weir"], state=["Norland", "Karsia"], nationality="Karsian", place="Kyiv")
    read.role("Ada Weir", "defence minister", "Norland")
    read.event("warned", actor="Norland's defence minister Ada Weir", recipient="Karsia", place="Kyiv")
    return read.event("met", actor="Weir", recipient="Karsian soldiers")


def resolved(gazetteer: Gazetteer, read: Read | None = None) -> Extraction:
    read = read or report()
    return resolve(read.extraction, read.layers, knowledge=KNOWLEDGE, gazetteer=gazetteer)


def test_every_part_that_is_told_is_linked(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer)
    keys = {each.id: each.key for each in found.references}
    links = {(link.record, link.part): keys.get(link.to, link.to) for link in found.links}
    assert links["eve-0", "actor"] == links["eve-1", "actor"] == links["rol-0", "person"] == "known:ada-weir"
    assert links["eve-0", "recipient"] == "known:ka"
    assert links["eve-1", "recipient"] == "known:ka.mil"
    assert links["rol-0", "body"] == "known:no"
    (place,) = [each for each in found.toponyms if each.span.text == "Kyiv"]
    assert place.use is Use.PLACE
    assert links["eve-0", "place"] == place.id


def test_what_is_found_rests_on_the_text_and_says_why(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer)
    assert found.references
    for each in found.references:
        assert all(span.holds(found.document.text) for span in each.mentions)
        assert each.mentions == tuple(sorted(each.mentions, key=lambda span: (span.start, span.end)))
        assert each.why
        assert 0 <= each.score <= 1
        assert len(each.candidates) <= 5
        assert [c.score for c in each.candidates] == sorted((c.score for c in each.candidates), reverse=True)
        if each.known:
            assert each.candidates[0].id == each.known
            assert each.candidates[0].weights


def test_keys_and_ids_are_each_one_of_a_kind(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer)
    assert len({each.key for each in found.references}) == len(found.references)
    ids = {each.id for each in found.references} | {each.id for each in found.toponyms}
    assert len(ids) == len(found.references) + len(found.toponyms)
    assert all(link.to in ids for link in found.links)
    assert len(set(found.links)) == len(found.links)


def test_the_records_themselves_stay_as_they_are(gazetteer: Gazetteer) -> None:
    before, after = report().extraction, resolved(gazetteer)
    assert replace(after, references=(), toponyms=(), links=()) == before


def test_resolving_again_changes_nothing(gazetteer: Gazetteer) -> None:
    once = resolved(gazetteer)
    again = resolve(once, report().layers, knowledge=KNOWLEDGE, gazetteer=gazetteer)
    assert again == once
    assert VERSION.startswith("resolve@")


def test_the_order_of_roles_and_events_does_not_matter(gazetteer: Gazetteer) -> None:
    read = report()
    first = resolved(gazetteer, read)
    read.events.reverse()
    read.roles.reverse()
    second = resolved(gazetteer, read)
    assert first.references == second.references
    assert set(first.links) == set(second.links)


def test_a_report_without_names_has_no_references(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer, Read("Nothing happened."))
    assert (found.references, found.toponyms, found.links) == ((), (), ())


NAMES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "Ada Weir",
                "Weir",
                "Karsia",
                "Karsian",
                "NPO",
                "Citadel",
                "Karsgrad",
                "Шойгу",
                "Mrs Holt",
                "—",
                "A",
            ]
        ),
        st.sampled_from(sorted(NameType)),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(NAMES, st.integers(0, 3))
def test_any_names_of_any_types_are_resolved_or_left_open(
    names: list[tuple[str, NameType]], seed: int
) -> None:
    read = Read(" said, and ".join(name for name, _ in names) + " left.")
    at = 0
    for name, kind in names:
        start = read.text.index(name, at)
        read.made.append(read._name(start, start + len(name), kind))
        at = start + len(name)
    if len(read.made) > 1:
        pair = Random(seed).sample([each.span for each in read.made], 2)
        read.chains.append(tuple(sorted(pair, key=lambda span: span.start)))
    references, links = read.refer()
    assert all(each.mentions for each in references)
    assert {link.to for link in links} <= {each.id for each in references}
