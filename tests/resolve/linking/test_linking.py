from typing import TYPE_CHECKING

from tests.resolve.linking.making import group
from tocsin.knowledge import Knowledge
from tocsin.record import NameType
from tocsin.resolve.linking import Linking

if TYPE_CHECKING:
    from tocsin.store.linking import Linking as Asked


def nothing_known(digest: str = "0" * 64) -> Knowledge:
    return Knowledge.of((), digest=digest)


def test_it_is_what_the_store_asks_for() -> None:
    linking: Asked = Linking(knowledge=nothing_known())
    left, right = group("Serhii Kolodiazhnyi"), group("Sergei Kolodyazhny")
    shared = set(linking.blocks(NameType.PERSON, ["Serhii Kolodiazhnyi"])) & set(
        linking.blocks(NameType.PERSON, ["Sergei Kolodyazhny"])
    )
    assert shared
    edge = linking.pair(left, right, together=0)
    assert linking.review < linking.merge <= edge.score
    assert len(linking.cluster((left, right), (edge,), ())) == 1
    assert linking.entry("nobody") is None


def test_other_knowledge_is_another_version() -> None:
    assert (
        Linking(knowledge=nothing_known("1" * 64)).version
        != Linking(knowledge=nothing_known("2" * 64)).version
    )
