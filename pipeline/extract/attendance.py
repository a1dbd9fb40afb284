"""Who was at a session: the attendance block of minutes."""
from __future__ import annotations

from pipeline.clean.text import Text
from pipeline.records import Attendance, Span


def read_attendance(text: Text, span: Span) -> Attendance | None:
    """The attendance stated in `text[span]` (the part of the minutes before the first item). Stub."""
    return None
