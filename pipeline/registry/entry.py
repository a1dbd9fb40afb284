"""One act as the registry knows it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["in_force", "repealed", "not_yet_in_force", "unknown"]

#: Registry type → (kind of reference in a record, prefix of its canonical key).
KINDS: Mapping[str, str] = {"mk_noteikumi": "mk", "mk_rikojums": "mkr", "mk_instrukcija": "mki", "likums": "likums",
                            "saistosie_noteikumi": "sn", "other": "cits"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Facts about one act. Dates ISO; `in_force_to` is the first day the act is no longer in force."""

    type: str
    title: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    likumi_id: int | None = None
    url: str | None = None
    status: str = "unknown"
    status_as_of: str | None = None
    status_basis: str | None = None
    in_force_from: str | None = None
    in_force_to: str | None = None
    last_amended: str | None = None
    replaced_by: Mapping[str, Any] | None = None
    title_truncated: bool = False
    articles: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    transitional: tuple[str, ...] = ()
    sources: tuple[Mapping[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """For a person: `MK 483/2024 “…”` or the law's title."""
        if self.number:
            short = {"mk_noteikumi": "MK noteikumi", "mk_rikojums": "MK rīkojums", "mk_instrukcija": "MK instrukcija",
                     "saistosie_noteikumi": f"{self.issuer or ''} saistošie noteikumi".strip()}
            return f"{short.get(self.type, self.issuer or '')} Nr. {self.number} ({self.date or '?'}) “{self.title}”"
        return self.title

    @property
    def address(self) -> str | None:
        """The stable address at likumi.lv, built from the id; None when the id is not known."""
        return f"https://likumi.lv/ta/id/{self.likumi_id}" if self.likumi_id else None

    def status_on(self, day: str) -> tuple[Status, str]:
        """Status on a day (ISO), and the fact it rests on. `unknown` is never "in force"."""
        if self.date and day < self.date:
            return "not_yet_in_force", f"adopted on {self.date}"
        if self.in_force_from and day < self.in_force_from:
            return "not_yet_in_force", f"in force from {self.in_force_from}"
        if self.in_force_to and day >= self.in_force_to:
            return "repealed", f"no longer in force since {self.in_force_to}"
        if self.status == "repealed" and self.status_as_of and not self.in_force_to and day >= self.status_as_of:
            return "repealed", f"repealed, as stated on {self.status_as_of}"
        if self.in_force_to:
            return "in_force", f"in force until {self.in_force_to}"
        if self.last_amended and (self.in_force_from or self.date or "9") <= day <= self.last_amended:
            return "in_force", f"still amended on {self.last_amended}"
        if self.status == "in_force" and self.in_force_from and (not self.status_as_of or day <= self.status_as_of):
            return "in_force", f"in force from {self.in_force_from}, no end known"
        return "unknown", "the registry does not say"
