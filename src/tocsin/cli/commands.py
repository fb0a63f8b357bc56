"""The commands by name. A new command is a file beside this one and a line here.

The line carries the short help, so that ``tocsin --help`` imports no command.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is found: module (its object is called ``command``), heading and short help."""

    module: str
    heading: str
    help: str


_TAKE_IN, _LIST, _LOOK, _GIVE_OUT, _CHECK = "Take in", "List", "Look closer", "Give out", "Check"

COMMANDS = MappingProxyType(
    {
        "read": Entry("tocsin.cli.read", _TAKE_IN, "Read reports into a case."),
        "extract": Entry("tocsin.cli.extract", _TAKE_IN, "Show what one report says; no case, no disk."),
        "findings": Entry(
            "tocsin.cli.findings", _LIST, "List what is asked, who answers what, and what is disputed."
        ),
        "stories": Entry("tocsin.cli.stories", _LIST, "List which reports tell of one happening."),
        "copies": Entry("tocsin.cli.copies", _LIST, "List which reports have words from one another."),
        "statements": Entry("tocsin.cli.statements", _LIST, "List who said what."),
        "figures": Entry("tocsin.cli.figures", _LIST, "List who says how many of what."),
        "events": Entry("tocsin.cli.events", _LIST, "List who does what to whom, done or not."),
        "moments": Entry("tocsin.cli.moments", _LIST, "List what the reports say about time."),
        "names": Entry("tocsin.cli.names", _LIST, "List the names in the reports."),
        "entities": Entry(
            "tocsin.cli.entities", _LIST, "List persons, states, bodies and groups, with all names."
        ),
        "places": Entry("tocsin.cli.places", _LIST, "List where things are said to be or happen."),
        "roles": Entry("tocsin.cli.roles", _LIST, "List who holds which office where."),
        "documents": Entry("tocsin.cli.documents", _LIST, "List the reports."),
        "show": Entry("tocsin.cli.show", _LOOK, "Show a record with its words in the report."),
        "explain": Entry("tocsin.cli.explain", _LOOK, "Say why a record is there, and where it comes from."),
        "search": Entry("tocsin.cli.search", _LOOK, "Find words in reports and records."),
        "diff": Entry("tocsin.cli.diff", _LOOK, "Say what changed since a day."),
        "brief": Entry("tocsin.cli.brief", _GIVE_OUT, "Write a brief whose every line cites its words."),
        "export": Entry("tocsin.cli.export", _GIVE_OUT, "Write all records as JSON lines or CSV."),
        "review": Entry("tocsin.cli.review", _CHECK, "Judge doubtful entities: same, different, unsure."),
        "gazetteer": Entry("tocsin.cli.gazetteer", _CHECK, "Make or look at the list of places."),
        "verify": Entry("tocsin.cli.verify", _CHECK, "Read every quote again in its report."),
        "doctor": Entry("tocsin.cli.doctor", _CHECK, "Check this installation and a case."),
        "eval": Entry("tocsin.cli.eval", _CHECK, "Measure the reading against gold data."),
    }
)
