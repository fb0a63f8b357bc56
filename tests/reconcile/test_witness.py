"""Was the reporter there?"""

import pytest

from tocsin.reconcile.witness import sight
from tocsin.record import Span


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Correspondents of the agency saw 14 tanks at the port.", "14", "Correspondents of the agency saw"),
        ("The Post\u2019s reporter on the coast counted 14 boats.", "14", "reporter on the coast counted"),
        ("The ministry told reporters that 14 boats were lost.", "14", None),
        ("A reporter saw the fire. The ministry spoke of 14 dead.", "14", None),
        ("14 boats burnt, a journalist of this paper saw.", "14", "a journalist of this paper saw"),
        ("The minister told reporters he saw 14 boats.", "14", None),
    ],
)
def test_sight(text: str, number: str, expected: str | None) -> None:
    at = text.index(number)
    found = sight(text, Span.of(text, at, at + len(number)))
    assert (found is None) == (expected is None)
    assert found is None or found.text.endswith(expected or "")
