"""Briefs for the tests of their forms."""

from tests.brief.making import report, said, statement
from tocsin.brief import Brief, plan
from tocsin.record import Act, BlockKind, Mode, Resolution

OPEN = "“The strait stays open to every ship.”"
HOSTILE = "\x1b[2J“<script>alert(1)</script> & [x](javascript:y) ![p](q) \u202eback\x9c”"


def small() -> Brief:
    """Return a brief with every kind of section, two outlets, a pronoun, a chain and lines left out."""
    harbour = report(
        "Marta Lind denied it. She told Radio Aster that no ship had left. Also seen: “Lights everywhere.”"
    )
    caption = report("Photo: Ivo Berg said “Cheese.”", outlet="Daily Meridian", url=None)
    pairs = [
        said(OPEN),
        said(OPEN, outlet="Daily Meridian", published="2021-04-14T08:30:00Z"),
        said("“Further word will follow.”", published=None, outlet=None),
        said("“We have counted them twice.”", act=Act.CLAIM, cue="claimed"),
        said("“We shall count again at noon.”", act=Act.PROMISE, cue="pledged"),
        (
            harbour,
            statement(
                harbour,
                "no ship had left",
                speaker="Marta Lind",
                source="She",
                cue="told",
                via=("Radio Aster",),
                how=Resolution.PRONOUN,
                act=Act.DENY,
                mode=Mode.INDIRECT,
            ),
        ),
        (harbour, statement(harbour, "“Lights everywhere.”", source="Also seen")),
        (caption, statement(caption, "“Cheese.”", speaker="Ivo Berg", block=BlockKind.CAPTION)),
    ]
    return plan(
        list({document.id: document for document, _ in pairs}.values()),
        [one for _, one in pairs],
        title="The strait",
        per_day=3,
        made_by=("extract@1", "model@0123abcd"),
        as_of="2021-04-15",
    )


def hostile(words: str = HOSTILE) -> Brief:
    """Return a brief all of whose strings are what a hostile report would send."""
    text = f"{words} said: {words} so"
    document = report(text, outlet=words, title=words, url=f"javascript:{words}", language=words)
    return plan(
        [document], [statement(document, words, speaker=words)], title=words, made_by=(words,), as_of=words
    )


def empty() -> Brief:
    """Return a brief of nothing."""
    return plan([], [], title="Nothing yet")
