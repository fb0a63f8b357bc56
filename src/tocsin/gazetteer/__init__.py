"""Places with their names, coordinates and kinds: one indexed file, opened and asked, never loaded."""

from tocsin.gazetteer.dump import Built, build
from tocsin.gazetteer.opened import Gazetteer, open_gazetteer

__all__ = ["Built", "Gazetteer", "build", "open_gazetteer"]
