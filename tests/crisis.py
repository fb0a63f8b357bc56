"""Three invented reports of one crisis, read for real: spellings that differ, places, and doubts."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import tocsin

POST = """---
outlet: The Lighthouse Post
published: 2021-04-13
---
Ukraine wants a signal

Ukraine said on Tuesday that Russia had moved 40,000 soldiers to the border. Ukrainian President \
Volodymyr Zelensky urged NATO to speed up the membership of his country. “We need a clear signal,” \
Zelensky told reporters in Kyiv.

Ukraine's foreign ministry denied that it was planning an attack. “Nobody wants a war,” said Russian \
Defence Minister Sergei Shoigu.

US Secretary of State Antony Blinken warned that Moscow would pay a price. Shells hit a mill in eastern \
Ukraine on Monday. A house burned down in Zaitsebor on Monday.

Harbour master Ilse Brandtova said that two ships had left.
"""
WIRE = """---
outlet: Aster Wire
published: 2021-04-14
---
Kiev accuses Moscow of a build-up

Kiev accused Moscow on Wednesday of sending tanks to Crimea. President Volodymyr Zelenskiy said that talks \
must go on. “Washington stands with us,” Zelenskiy said.

“These are exercises on our own soil,” Sergueï Choïgou, the Russian defence minister, told the agency.

Blinken spoke by telephone with NATO Secretary General Jens Stoltenberg. Stoltenberg told reporters in \
Brussels that Russia must end its build-up. The Kremlin said that it saw no reason to talk.

Harbour master Ilze Brandtova said that the port stayed open.
"""
DESK = """---
outlet: North Desk
published: 2021-04-15
---
Ministers to meet in Tbilisi

The Georgian foreign ministry said on Thursday that it would host the ministers in Tbilisi.

General Lloyd Austin, the US defence secretary, said that the Pentagon was watching. “We are ready to \
talk,” Austin said. Three people were wounded in Austin, Texas, when a hall collapsed, police said.

The harbour master, I. Brandtova, said that a third ship had left. Ukraine's defence ministry said that \
four soldiers had been killed near Kharkiv.
"""
REPORTS = {"post.md": POST, "wire.md": WIRE, "desk.md": DESK}


@cache
def _read() -> bytes:
    with TemporaryDirectory() as folder:
        for name, text in REPORTS.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        path = Path(folder) / "crisis.tocsin"
        with tocsin.open(path, create=True) as case:
            summary = case.read(str(Path(folder) / "*.md"))
        assert (summary.added, summary.failures) == (3, ())
        return path.read_bytes()


def put_crisis(folder: Path) -> Path:
    """Write a case of the three reports into a folder, and return its path; they are read but once."""
    path = folder / "crisis.tocsin"
    path.write_bytes(_read())
    return path
