import pytest

from tests.brief.render.making import small
from tocsin.brief import render
from tocsin.brief.render import FORMS, Form


def test_the_registry() -> None:
    assert [(form.name, form.suffix, form.media_type) for form in FORMS] == [
        ("text", ".txt", "text/plain"),
        ("markdown", ".md", "text/markdown"),
        ("html", ".html", "text/html"),
        ("json", ".json", "application/json"),
    ]
    assert [form.render for form in FORMS] == [render.text, render.markdown, render.html, render.json]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.name))
def test_every_form_is_a_function_of_the_brief(form: Form) -> None:
    assert form.render(small()) == form.render(small())
    assert form.render(small()).endswith("\n")
    assert "strait" in form.render(small())
