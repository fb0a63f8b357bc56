"""Roles of our own short texts: the person, the office, the body, and whether it is still held.

The gold (``eval/gold/roles.json``) was written before the rules. Its ``dev`` part was looked at
while they were made, of its ``held`` part only the figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from eval.metrics import Counts, compare
from eval.passes import Model, plain_documents
from eval.rows import Place, Row, make_rows
from tocsin.errors import FormatError
from tocsin.model.layers import Layers
from tocsin.record import Document, Role

GOLD = Path(__file__).parent / "gold" / "roles.json"
Told = tuple[str, str, str | None, bool]  # person, role, body, former


class GoldRole(msgspec.Struct, frozen=True):
    """A role that a careful reader lists, in the text's own words without articles."""

    person: str
    role: str
    body: str | None
    former: bool


class GoldText(msgspec.Struct, frozen=True):
    """A text with its roles; ``part`` is dev or held."""

    id: str
    part: str
    text: str
    roles: tuple[GoldRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The roles of a text as people and as rules tell them."""

    id: str
    part: str
    gold: frozenset[Told]
    found: frozenset[Told]


def load(path: Path = GOLD) -> tuple[GoldText, ...]:
    """Return the texts with their roles.

    Raises:
        FormatError: the file is no list of texts, or a role gives words that its text does not hold.
    """
    try:
        texts = msgspec.json.decode(path.read_bytes(), type=tuple[GoldText, ...])
    except msgspec.DecodeError as error:
        raise FormatError(f"{path.name}: {error}", advice="mend the gold file at that place") from error
    for text in texts:
        for role in text.roles:
            for words in filter(None, (role.person, role.role, role.body)):
                if words not in text.text:
                    raise FormatError(
                        f"{path.name}: {text.id} gives words that its text does not hold: {words!r}",
                        advice="copy the words from the text",
                    )
    return texts


def told(roles: Iterable[Role]) -> frozenset[Told]:
    """Return roles as the words that tell them."""
    return frozenset((r.person.text, r.role.text, r.body.text if r.body else None, r.former) for r in roles)


def judged(model: Model, texts: Sequence[GoldText]) -> list[Judged]:
    """Return each text's roles as people listed them beside those extracted."""
    documents = plain_documents([text.text for text in texts])
    layers = model.read([text.text for text in texts])
    return [
        Judged(
            id=text.id,
            part=text.part,
            gold=frozenset((r.person, r.role, r.body, r.former) for r in text.roles),
            found=told(_roles(document, read)),
        )
        for text, document, read in zip(texts, documents, layers, strict=True)
    ]


def _roles(document: Document, layers: Layers) -> tuple[Role, ...]:
    from tocsin.extract import VERSION  # noqa: PLC0415 - the other tasks do without
    from tocsin.extract.layout import Layout  # noqa: PLC0415
    from tocsin.extract.names import extract_names  # noqa: PLC0415
    from tocsin.extract.roles import extract_roles  # noqa: PLC0415

    names = extract_names(document, layers.names, language="en", version=VERSION)
    layout = Layout.of(document, layers)
    return extract_roles(document, layers, layout, names, language="en", version=VERSION)


def rows(texts: Sequence[Judged]) -> list[Row]:
    """Return the table's rows of each part: persons, with their role, with its body too, all fields."""
    made = []
    for part in sorted({text.part for text in texts}):
        own = [text for text in texts if text.part == part]
        measures = {
            "person": [_counts(text, 1) for text in own],
            "person, role": [_counts(text, 2) for text in own],
            "person, role, body": [_counts(text, 3) for text in own],
            "all fields": [_counts(text, 4) for text in own],
        }
        made += make_rows(Place(task="roles", set="roles", split=part), measures)
    return made


def faults(texts: Iterable[Judged]) -> str:
    """Return the roles of the dev part that were missed or made up, a line each."""
    return "\n".join(
        f"{text.id}: {kind} {' | '.join(map(str, role))}"
        for text in texts
        if text.part == "dev"
        for kind, those in (("missed", text.gold - text.found), ("made up", text.found - text.gold))
        for role in sorted(those, key=str)
    )


def _counts(text: Judged, fields: int) -> Counts:
    """Return the counts of a text's roles by their first fields."""
    gold, found = ({role[:fields] for role in roles} for roles in (text.gold, text.found))
    return compare(gold, found)
