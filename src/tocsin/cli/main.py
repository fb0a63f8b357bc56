"""``tocsin``: the entry point. It imports click and nothing heavier until a command runs."""

import click

from tocsin import __version__
from tocsin.cli.lazy import LazyGroup

EPILOG = """\b
Start with:
  tocsin read my-reports/ --case my.tocsin
  tocsin brief --case my.tocsin

Exit codes: 0 done, 1 error, 2 wrong usage, 3 done but some reports failed, 4 a quote differs."""


@click.group(
    cls=LazyGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="tocsin")
def main() -> None:
    """Read the reports of a crisis and keep the record: who said what, tied to the exact words."""
