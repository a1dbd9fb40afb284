"""Personal names: normal capitals, nominative, finding them in running text."""
from __future__ import annotations

from pipeline.latvian.names.capitals import capitals
from pipeline.latvian.names.find import find_names, gave_name, like_names
from pipeline.latvian.names.forward import declined
from pipeline.latvian.names.nominative import Name, nominative
from pipeline.latvian.names.paradigms import CASES, Case, Gender

__all__ = ["CASES", "Case", "Gender", "Name", "capitals", "declined", "find_names", "gave_name",
           "like_names", "nominative"]
