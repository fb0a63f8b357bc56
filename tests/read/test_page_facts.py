import json
from typing import cast

import pytest
import trafilatura

from tocsin.read.page_facts import Node, published_in


def found(head: str) -> str | None:
    """Return what is found in a page with this head."""
    tree = trafilatura.load_html(f"<html><head>{head}</head><body><p>Text</p><p>Text</p></body></html>")
    return published_in(cast("Node", tree))


def script(data: object) -> str:
    """Return JSON-LD in a page."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("data", "when"),
    [
        ({"@type": "NewsArticle", "datePublished": "2021-04-13"}, "2021-04-13"),
        ([{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2021-04-13"}], "2021-04-13"),
        ({"@type": ["Thing", "NewsArticle"], "datePublished": "2021-04-13"}, "2021-04-13"),
        (
            {"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2021-04-13"}},
            "2021-04-13",
        ),
        (
            {
                "@graph": [
                    {"@type": "ImageObject", "datePublished": "2019-01-01"},
                    {"@type": "BlogPosting", "datePublished": "2021-04-13"},
                ]
            },
            "2021-04-13",
        ),
        ({"@type": "NewsArticle", "datePublished": ["2021-04-13"]}, None),
        ({"@type": "NewsArticle", "datePublished": "some day"}, None),
        ({"@type": "NewsArticle"}, None),
        ("2021-04-13", None),
        (None, None),
    ],
)
def test_json_ld(data: object, when: str | None) -> None:
    assert found(script(data)) == when


def test_the_first_article_is_the_pages_own() -> None:
    own = {"@type": "NewsArticle", "datePublished": "2021-04-13"}
    other = {"@type": "NewsArticle", "datePublished": "2021-04-01"}
    assert found(script({**own, "hasPart": [other]}) + script(other)) == "2021-04-13"


@pytest.mark.parametrize("broken", ["{", "", "[" * 5000, '{"@type": "NewsArticle", "datePublished": }'])
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    meta = '<meta property="article:published_time" content="2021-04-13T10:00Z">'
    assert found(head + meta) == "2021-04-13T10:00Z"


def test_line_breaks_inside_strings_are_forgiven() -> None:
    data = '{"@type": "Article", "headline": "A\nB", "datePublished": "2021-04-13"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert found(head) == "2021-04-13"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2021-04-13">',
        '<meta name="parsely-pub-date" content="2021-04-13">',
        '<meta itemprop="datePublished" content="2021-04-13">',
        '<meta property="ARTICLE:PUBLISHED_TIME" content="2021-04-13">',
        '<time itemprop="datePublished" datetime="2021-04-13">Tuesday</time>',
    ],
)
def test_meta_and_microdata(meta: str) -> None:
    assert found(meta) == "2021-04-13"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:modified_time" content="2021-04-13">',
        '<meta property="article:published_time" content="">',
        '<meta property="article:published_time">',
        '<time datetime="2021-04-13">Tuesday</time>',
        "<script>var datePublished = '2021-04-13'</script>",
    ],
)
def test_other_dates_are_not_taken(meta: str) -> None:
    assert found(meta) is None
