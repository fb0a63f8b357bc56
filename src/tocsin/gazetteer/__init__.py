"""Places with their names, coordinates and kinds: one indexed file, opened and asked, never loaded."""

from tocsin.gazetteer.opened import Gazetteer, open_gazetteer

__all__ = ["Gazetteer", "open_gazetteer"]
