"""Copies, stories and findings in the tables; the store keeps them, other stages know what they are of."""

from tocsin.store.across.asked import Across
from tocsin.store.across.pending import Pending
from tocsin.store.across.rows import CopyRow, Rows, empty
from tocsin.store.across.tables import ACROSS

__all__ = ["ACROSS", "Across", "CopyRow", "Pending", "Rows", "empty"]
