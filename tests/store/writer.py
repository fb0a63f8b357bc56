"""A process that writes reports into a case, for the tests to run beside others and to kill.

    python -m tests.store.writer CASE FIRST LAST SIZE [die]

writes the reports FIRST to LAST in batches of SIZE, leaving out what is known, and says after each batch
how many it has written. With ``die`` it is killed in the middle of its second batch.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event

from tests.store.samples import MAKER, THEN, Item, capture, document, extraction, name, statement
from tocsin.record import NameType
from tocsin.store import Store

TEXT = (
    "Convoy {number} reached Velmar\n\n"
    "Lorry convoy {number} reached the port of Velmar at dawn, dispatcher Tomas Reyl said. "
    "“We count {number} lorries,” he added.\n"
)


def report(number: int) -> Item:
    """Return a report, the same for the same number."""
    text = TEXT.format(number=number)
    of = document(text, published="2021-04-14", outlet="Velmar Post", origin=f"convoys/{number}.txt")
    names = [name(of, "Velmar", NameType.PLACE), name(of, "Tomas Reyl")]
    said = [
        statement(
            of,
            f"Lorry convoy {number} reached the port of Velmar at dawn",
            source="dispatcher Tomas Reyl",
            speaker="Tomas Reyl",
            cue="said",
        ),
        statement(of, f"“We count {number} lorries,”", source="he", speaker="Tomas Reyl", cue="added"),
    ]
    return capture(text, f"convoys/{number}.txt"), extraction(of, names, said)


def write(path: Path, first: int, last: int, size: int, *, die: bool = False) -> None:
    """Write the reports that the case does not know, batch by batch."""
    with Store.open(path, create=True) as store:
        run = store.begin_run(f"read convoys {first} to {last}", MAKER, THEN)
        for batch, start in enumerate(range(first, last, size)):
            if die and batch == 1:
                event.listen(store._engine, "after_cursor_execute", _killed_among_the_evidence)
            items = [report(number) for number in range(start, min(start + size, last))]
            known = store.known([taken for taken, _ in items], MAKER)
            new = [each for each in items if (each[0].origin, each[0].sha256) not in known]
            written = store.write(run, new, THEN)
            print(written.added, flush=True)  # noqa: T201 - the parent listens
        store.end_run(run, THEN)


def _killed_among_the_evidence(*event: object) -> None:
    if str(event[2]).startswith("INSERT INTO evidence"):
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *(int(each) for each in sys.argv[2:5]), die="die" in sys.argv[5:])
