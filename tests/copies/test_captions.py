import pytest

from tocsin.copies.captions import captions


@pytest.mark.parametrize(
    "line",
    [
        "FILE - In this May 3, 2019, file photo, boats lie at the pier of Rivertown.",
        "The mayor of Rivertown, second right, looks at the bridge, Monday, July 2, 2018.",
        "A boat on the river in Rivertown, July 2, 2018. (Photo by Jo Doe)",
    ],
)
def test_captions_are_found(line: str) -> None:
    text = f"The bridge was closed.\n{line}\nNobody knew why."
    assert [text[a:b] for a, b in captions(text)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left the town on July 2, and turned right at the bridge.",
        "The bridge was closed on July 2, 2018, by the mayor of Rivertown.",
        "The party on the left lost.",
        "",
    ],
)
def test_sentences_are_none(text: str) -> None:
    assert captions(text) == ()
