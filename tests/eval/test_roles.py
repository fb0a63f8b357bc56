"""Roles: the gold's words are checked, fields are counted one after another."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval import roles
from tocsin.errors import FormatError
from tocsin.model.layers import Found, Layers


def judged(gold: set[roles.Told], found: set[roles.Told]) -> roles.Judged:
    return roles.Judged(id="a", part="dev", gold=frozenset(gold), found=frozenset(found))


def test_the_gold_can_be_read_and_has_two_parts() -> None:
    texts = roles.load()
    assert {text.part for text in texts} == {"dev", "held"}
    assert sum(len(text.roles) for text in texts) > 100


@pytest.mark.parametrize(
    "content",
    [
        "[1]",
        (
            '[{"id": "a", "part": "dev", "text": "Ada left.", "roles": '
            '[{"person": "Jon", "role": "mayor", "body": null, "former": false}]}]'
        ),
    ],
)
def test_bad_gold_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "roles.json"
    path.write_text(content)
    with pytest.raises(FormatError):
        roles.load(path)


def test_fields_are_counted_one_after_another() -> None:
    gold = {("Ada Weir", "mayor", "Dover", False), ("Jon Bell", "envoy", None, True)}
    found = {("Ada Weir", "mayor", "Norland", False), ("Jon Bell", "envoy", None, False)}
    rows = {row.measure: row.f1 for row in roles.rows([judged(gold, found)])}
    assert rows == {"person": 1.0, "person, role": 1.0, "person, role, body": 0.5, "all fields": 0.0}


def test_faults_name_what_was_missed_and_made_up() -> None:
    talk = roles.faults([judged({("Ada", "mayor", None, False)}, {("Ada", "envoy", None, False)})])
    assert talk.splitlines() == [
        "a: missed Ada | mayor | None | False",
        "a: made up Ada | envoy | None | False",
    ]


class _Model:
    digest = "none"

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the first two words of each text as a person."""
        return [
            Layers(
                sentences=((0, len(text)),),
                names=(Found(start=6, end=14, label="PER", score=0.9),),
                attributions=(),
            )
            for text in texts
        ]


def test_texts_are_judged_through_names_and_roles() -> None:
    text = roles.GoldText(id="a", part="dev", text="Mayor Ada Weir left.", roles=())
    (result,) = roles.judged(_Model(), [text])
    assert result.found == {("Ada Weir", "Mayor", None, False)}
