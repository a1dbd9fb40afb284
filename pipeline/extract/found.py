"""A value and the words it was made from."""
from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from pipeline.records import Span

T_co = TypeVar("T_co", covariant=True)


class Found(NamedTuple, Generic[T_co]):
    """`value` as the record keeps it; `span` is None when it does not stand in this part's own text (minutes)."""

    value: T_co
    span: Span | None
