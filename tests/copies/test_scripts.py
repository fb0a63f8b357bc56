import pytest

from tocsin.copies.scripts import scripts


@pytest.mark.parametrize(
    "line",
    [
        "window._feeds = window._feeds || []; _feeds.push({mode: 'thumbs', container: 'below'});",
        "(function () { var box = document.getElementById('box'); box.hidden = true; })();",
        "$('#gallery').slick({dots: true, infinite: (1 == 1)});",
        ".teaser { color: #333 !important; width: calc(100% - 2px); }",
    ],
)
def test_code_is_found(line: str) -> None:
    text = f"The bridge was closed.\n{line}\nNobody knew why."
    assert [text[a:b] for a, b in scripts(text)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The function (of the bridge) was to [carry] trains (and lorries).",
        "From the window. She saw it; he (her son) did not.",
        "",
    ],
)
def test_words_are_no_code(text: str) -> None:
    assert scripts(text) == ()
