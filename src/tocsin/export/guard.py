"""Cells that a spreadsheet would run as a formula are made text, in a way that can be undone.

A hostile report may hold words that begin like a formula (OWASP, *CSV Injection*). An apostrophe before
them makes a spreadsheet show them as text. So that the exact words can be had back, a cell that already
begins with apostrophes before such a sign gets one more.
"""

import re

# full-width signs too: some spreadsheets take them for the plain ones
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs.

    >>> print(guarded('=HYPERLINK("x")'), guarded("no formula"))
    '=HYPERLINK("x") no formula
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell that ``guarded`` was given.

    >>> unguarded(guarded("- item")), unguarded("'tis")
    ('- item', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
