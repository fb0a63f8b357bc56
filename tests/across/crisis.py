"""Eight invented reports of two crises: copies, a revision, a denial, a demand; read for real, once."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from tocsin.extract import extract
from tocsin.linking import DeferredLinking
from tocsin.model import open_model
from tocsin.pipeline import open_resolver
from tocsin.read import read
from tocsin.record import Capture, Extraction, Hints

MADE_BY = "extract@test"
WHEN = "2026-11-20T08:00:00+00:00"
Item = tuple[Capture, Extraction]

PARAGRAPH = (
    "The pumping station at Bila Krynytsia, which serves nine villages along the lower canal, was hit by"
    " two shells shortly before dawn, and engineers walked the length of the pipe with torches to find the"
    " breach before the pressure fell. By noon the water had reached the cellars of the old mill."
)
REPORTS: dict[str, tuple[str, str, str]] = {  # outlet, day, text
    "post": (
        "The Lighthouse Post",
        "2021-04-12",
        (
            "Kyiv counts troops at its border\n\n"
            "Ukrainian Defence Minister Andriy Taran said on Monday that Russia had 80,000 troops"
            " near Ukraine.\n\n"
            "The foreign ministers of the G7 called on Russia to withdraw its troops from the"
            " border with Ukraine.\n\n"
            f"{PARAGRAPH}\n"
        ),
    ),
    "wire": (
        "Aster Wire",
        "2021-04-13",
        (
            "Ukraine warns of Russian build-up\n\n"
            "Ukraine's defence ministry said that Russia had 80,000 troops near the Ukrainian border.\n\n"
            "Russia's defence minister Sergei Shoigu said on Tuesday that the troops were taking"
            " part in military"
            " exercises. Ukraine called the movement of Russian troops a provocation.\n"
        ),
    ),
    "copy": (
        "Canal Herald",
        "2021-04-13",
        f"Shells hit pumping station\n\n{PARAGRAPH}\n\nNobody was hurt, the mayor said.\n",
    ),
    "desk": (
        "North Desk",
        "2021-04-14",
        (
            "Russian troops near Ukraine now 110,000, Kyiv says\n\n"
            "Ukrainian Defence Minister Andriy Taran said on Wednesday that Russia had 110,000"
            " troops near Ukraine.\n\n"
            "The Kremlin denied that Russia was preparing an attack on Ukraine.\n"
        ),
    ),
    "nato": (
        "Kontinent",
        "2021-04-14",
        (
            "NATO sees fewer soldiers\n\n"
            "NATO Secretary General Jens Stoltenberg said on Wednesday that Russia had 40,000"
            " troops near Ukraine.\n"
        ),
    ),
    "quake": (
        "Aster Wire",
        "2021-05-02",
        (
            "Earthquake kills 26 in Izmir\n\n"
            "An earthquake killed 26 people in Izmir on Sunday, the Turkish interior ministry"
            " said. Rescuers were"
            " searching the ruins of a school.\n"
        ),
    ),
    "quake2": (
        "The Lighthouse Post",
        "2021-05-03",
        (
            "Toll of Izmir earthquake rises to 27\n\n"
            "An earthquake in Izmir killed 27 people, the Turkish interior ministry said on"
            " Monday. Rescuers had"
            " searched the ruins of a school all night.\n"
        ),
    ),
    "quake3": (
        "Canal Herald",
        "2021-05-03",
        (
            "Toll of Izmir earthquake rises to 27\n\n"
            "An earthquake in Izmir killed 27 people, the Turkish interior ministry said on"
            " Monday. Rescuers had"
            " searched the ruins of a school all night.\n"
        ),
    ),
}


@cache
def items() -> dict[str, Item]:
    """Return the reports as they are read and resolved, by name."""
    captures = {name: _capture(name, *told) for name, told in REPORTS.items()}
    documents = {name: read(capture) for name, capture in captures.items()}
    layers = open_model().read([document.text for document in documents.values()])
    resolve = open_resolver()
    return {
        name: (
            captures[name],
            resolve(extract(document, layer, made_by=MADE_BY), layer),
        )
        for (name, document), layer in zip(documents.items(), layers, strict=True)
    }


@cache
def linking() -> DeferredLinking:
    """Return what tells which references are one."""
    return DeferredLinking()


def some(names: Sequence[str]) -> list[Item]:
    """Return the reports of these names, in their order."""
    return [items()[name] for name in names]


def _capture(name: str, outlet: str, day: str, text: str) -> Capture:
    body = text.encode()
    return Capture(
        origin=f"{name}.txt",
        body=body,
        media_type="text/plain",
        sha256=sha256(body).hexdigest(),
        hints=Hints(published=day, outlet=outlet),
    )
