"""A brief as a page: one function a form, each a pure function of the brief. ``FORMS`` is the registry."""

from tocsin.brief.render.forms import FORMS, Form
from tocsin.brief.render.hypertext import html
from tocsin.brief.render.marked import markdown
from tocsin.brief.render.plain import text
from tocsin.brief.render.tooling import json

__all__ = ["FORMS", "Form", "html", "json", "markdown", "text"]
