from tocsin.record import Judgement, NameType, Verdict
from tocsin.record.linking import Group
from tocsin.resolve.spelling import fingerprint


def group(
    *names: str,
    type: NameType = NameType.PERSON,  # noqa: A002
    country: str | None = None,
    role: str | None = None,
    key: str | None = None,
    documents: int = 1,
    first: str = "2024-01-01 doc-1",
) -> Group:
    return Group(
        key=key or f"{type.value}:{fingerprint(names[0], type)}",
        type=type,
        names=tuple(sorted((name, 1) for name in names)),
        countries=(country,) if country else (),
        roles=(role,) if role else (),
        sectors=(),
        documents=documents,
        first=first,
        last=first,
    )


def judged(left: Group, right: Group, verdict: Verdict, at: str = "2024-05-01T10:00:00Z") -> Judgement:
    first, second = sorted((left.key, right.key))
    return Judgement(
        id=f"jud-{first}-{second}-{at}",
        left=first,
        right=second,
        verdict=verdict,
        by="reader",
        at=at,
        why="",
    )
