"""What the rules' matches mean: a builder for each, in the tables of its own file."""

from collections.abc import Mapping
from typing import Final

from tocsin.extract.moments import (
    building_dates,
    building_joined,
    building_lengths,
    building_relative,
    building_times,
)
from tocsin.extract.moments.grammar import Builder

BUILDERS: Final[Mapping[str, Builder]] = {
    **building_dates.BUILDERS,
    **building_relative.BUILDERS,
    **building_lengths.BUILDERS,
    **building_times.BUILDERS,
    **building_joined.BUILDERS,
}
