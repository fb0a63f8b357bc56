"""The forms that a brief can take: to add one, write its file and its line here."""

from collections.abc import Callable
from dataclasses import dataclass

from tocsin.brief.render.hypertext import html
from tocsin.brief.render.marked import markdown
from tocsin.brief.render.plain import text
from tocsin.brief.render.tooling import json
from tocsin.brief.whole import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a brief: its name on the command line, its media type, and how it is made."""

    name: str
    media_type: str
    suffix: str
    render: Callable[[Brief], str]


FORMS: tuple[Form, ...] = (
    Form(name="text", media_type="text/plain", suffix=".txt", render=text),
    Form(name="markdown", media_type="text/markdown", suffix=".md", render=markdown),
    Form(name="html", media_type="text/html", suffix=".html", render=html),
    Form(name="json", media_type="application/json", suffix=".json", render=json),
)
