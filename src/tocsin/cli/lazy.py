"""A group of commands that are imported when they are called, and errors as the user sees them."""

from difflib import get_close_matches
from importlib import import_module
from itertools import groupby
from typing import IO

import click

from tocsin.cli.commands import COMMANDS
from tocsin.errors import TocsinError


class Told(click.ClickException):
    """An expected error, told with what to do next; exit code 1."""

    def __init__(self, error: TocsinError) -> None:
        super().__init__(error.message)
        self.advice = error.advice

    def show(self, file: IO[str] | None = None) -> None:
        """Write the message and the advice to stderr."""
        from tocsin.cli.clean import one_line  # noqa: PLC0415 - only when there is an error

        click.echo(f"error: {one_line(self.message)}", file=file, err=True)
        click.echo(f"→ {one_line(self.advice)}", file=file, err=True)


class LazyGroup(click.Group):
    """The commands of ``COMMANDS``: listed from there, imported on call."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in their order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, imported now."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = import_module(entry.module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command called, or tell the nearest name."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, n=1)
            advice = f"did you mean '{near[0]}'?" if near else "'tocsin --help' lists the commands"
            raise click.UsageError(f"there is no command {name!r}: {advice}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands under their headings, in one column of names."""
        width = max(map(len, COMMANDS))
        for heading, entries in groupby(COMMANDS.items(), key=lambda item: item[1].heading):
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), entry.help) for name, entry in entries])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an expected error becomes a message and exit code 1."""
        try:
            return super().invoke(ctx)
        except TocsinError as error:
            raise Told(error) from error
