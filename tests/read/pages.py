"""Pages for the tests, in our own words, with what surrounds an article."""

NAVIGATION = """
<nav><ul><li><a href="/">Home</a></li>
<li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
"""
FOOTER = """
<aside><h2>Most read</h2><ol><li><a href="/a">Ten thousand candles in the vineyards</a></li></ol>
<figure><a href="/b"><img src="b.jpg"><figcaption>Seven years of water in one photo essay</figcaption></a>
</figure></aside>
<footer><p>© 2021 Example Online. All rights reserved.</p><a href="/imprint">Imprint</a></footer>
"""
PARAGRAPHS = (
    "VIENNA – The ministry denied on Tuesday that its soldiers had crossed the river, and said no more.",
    "“Nobody crossed anything,” its spokesman told reporters in the capital, “and nobody will.”",
    "The other side says that it has photographs, and that it will show them when the talks begin in summer.",
    "Monitors who were near the bridge on Monday wrote in a report that they had seen tracks on both banks.",
)
CAPTION = "A bridge over the river, seen from the town. Photo: Example Pictures / N. Example"
JSON_LD = """
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage", "datePublished": "2020-01-01"},
 {"@type": "NewsArticle", "headline": "Ministry denies crossing the river",
  "datePublished": "2021-04-13T17:10:00+02:00",
  "dateModified": "2021-04-14T09:00:00+02:00", "author": [{"@type": "Person", "name": "Nora Example"}]}]}
</script>
"""
META = """
<meta property="og:site_name" content="Example Online">
<meta property="og:title" content="Ministry denies crossing the river">
<meta property="article:published_time" content="2021-04-13T15:10:00Z">
<meta name="author" content="Nora Example">
"""


def page(
    *,
    head: str = META + JSON_LD,
    title: str = "Ministry denies crossing the river | Example Online",
    h1: str | None = "Ministry denies crossing the river",
    caption: str | None = CAPTION,
    url: str = "https://online.example/world/river-denial",
    charset: str = "utf-8",
) -> str:
    """Return a page with an article in it."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    heading = f"<h1>{h1}</h1>" if h1 else ""
    figure = f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>' if caption else ""
    canonical = f'<link rel="canonical" href="{url}">' if url else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>'
        f"{canonical}{head}</head>"
        f"<body>{NAVIGATION}<main><article><p class='kicker'>World</p>{heading}{figure}<p>{PARAGRAPHS[0]}</p>"
        f"<h2>What was said</h2>{body}<p>Read also: <a href='/c'>How deep is the river?</a></p>"
        f"</article></main>"
        f"{FOOTER}</body></html>"
    )


LINKS_ONLY = (
    "<!DOCTYPE html><html><head><title>Example Online</title></head><body>"
    + NAVIGATION
    + "<main><ul>"
    + "".join(f"<li><a href='/{number}'>Headline number {number} of the day</a></li>" for number in range(40))
    + "</ul></main>"
    + FOOTER
    + "</body></html>"
)
