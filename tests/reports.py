"""Reports in our own words, for tests that read whole files."""

from pathlib import Path

TALKS = """Envoys meet at the lake

“We came to listen,” said Mara Lindqvist. The delegation of the north left early.

Tomas Brandt said that the convoy would turn back on Friday.
"""
HARBOUR = """Harbour closed for a third day

“No ship leaves before the mines are gone,” warned Ilse Okafor, who runs the port.

Ilse Okafor denied that the harbour had been sold.
"""
PAGE = """<!doctype html><html><head><title>Bridge reopened</title>
<meta property="article:published_time" content="2021-04-12T10:00:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Bridge reopened</h1>
<p>The bridge over the Sava was opened to lorries again on Monday, two weeks after the flood.</p>
<p>“It will hold,” said Petra Novak, the engineer who had closed it, as the first of them went over.</p>
</article></body></html>
"""


def put_reports(folder: Path, count: int = 0) -> Path:
    """Write the three reports, or ``count`` plain ones, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if count:
        for number in range(count):
            text = f"Report {number}\n\n“We counted {number} trucks,” said Mara Lindqvist.\n"
            (folder / f"report-{number:04}.txt").write_text(text, encoding="utf-8")
        return folder
    (folder / "talks-2021-04-13.txt").write_text(TALKS, encoding="utf-8")
    (folder / "harbour.md").write_text(
        f"---\noutlet: The Buoy\npublished: 2021-04-14\n---\n{HARBOUR}", encoding="utf-8"
    )
    (folder / "bridge.html").write_text(PAGE, encoding="utf-8")
    return folder
