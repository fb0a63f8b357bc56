"""Blocks of any text whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.read.blocks import find_blocks
from tocsin.record import BlockKind

# Lines of the sort that the rules look for, and pieces to put them together wrongly.
PIECES = st.sampled_from(
    [
        "KYIV",
        "KYIV, April 13 (AP) — ",
        "BRUSSELS –",
        "Read also:",
        "Read more",
        "• ",
        "- ",
        "1. ",
        "# ",
        "> ",
        "Photo: ",
        " – Copyright STR/AFP",
        "(Reuters/Example)",
        "© 2021 Example",
        "(Example Wire)",
        "(AP)",
        " — AFP",
        "By Nora Example",
        "Correction: ",
        "Editor’s note",
        "Tuesday 13 April 2021",
        "17:10",
        "The minister said that he would go.",
        "“No,” he said",
        "Nobody came, and nobody will",
        "...",
        "*",
        "**",
        "_",
        " ",
        "\t",
        "\xa0",
        "\u2028",
        "\ufeff",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "🛰",
        "Київ",
        "—",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)
TITLES = st.none() | PIECES | st.text(max_size=20)


@settings(deadline=None)
@given(TEXTS, TITLES, st.booleans())
def test_blocks_are_sorted_apart_trimmed_and_hold_all_words(
    text: str,
    title: str | None,
    markdown: bool,  # noqa: FBT001 - drawn
) -> None:
    after = 0
    blocks = find_blocks(text, title=title, markdown=markdown)
    for block in blocks:
        assert after <= block.start < block.end <= len(text)
        words = text[block.start : block.end]
        assert words == words.strip()
        assert not text[after : block.start].strip()
        after = block.end
    assert not text[after:].strip()


@settings(deadline=None)
@given(TEXTS, TITLES)
def test_blocks_are_a_function_of_the_text(text: str, title: str | None) -> None:
    assert find_blocks(text, title=title) == find_blocks(text, title=title)


@settings(deadline=None)
@given(TEXTS)
def test_there_is_at_most_one_title(text: str) -> None:
    assert sum(block.kind is BlockKind.TITLE for block in find_blocks(text, title="Nobody came")) <= 1


@settings(deadline=None)
@given(TEXTS)
def test_what_comes_after_a_sentence_does_not_change_what_it_is(text: str) -> None:
    first = "The ministry denied that it had sent anybody."
    block = find_blocks(f"{first}\n\n{text}")[0]
    assert (block.kind, block.start, block.end) == (BlockKind.BODY, 0, len(first))
