"""Which mentions mean the same act, and the canonical key of each (RECORD.md, "Keys").

`24.02.2022. lēmumu Nr. 57` and `lēmumu Nr. 57` of one council      → one act; the fullest mention gives the date
`Ministru kabineta noteikumi Nr. 97`, later with a date             → mk:2018-02-20/97 for both
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.grammar.laws import key_title
from pipeline.grammar.mention import Mention
from pipeline.latvian.slug import slug

_PREFIX = {
    "mk_noteikumi": "mk",
    "mk_rikojums": "mkr",
    "mk_instrukcija": "mki",
    "saistosie_noteikumi": "sn",
    "lemums": "lemums",
    "rikojums": "rik",
    "cits": "cits",
}
#: Of acts that share a number or a date only so many are compared, the latest first: work stays in proportion to length.
LATEST = 16
_CABINET = frozenset({"mk_noteikumi", "mk_rikojums", "mk_instrukcija"})


@dataclass(slots=True)
class Act:
    """What all mentions of one act say together."""

    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    mentions: list[Mention] = field(default_factory=list)

    def takes(self, mention: Mention) -> bool:
        """Whether the mention can mean this act: nothing it says contradicts, and something identifies."""
        if mention.kind != self.kind or (mention.date and self.date and mention.date != self.date):
            return False
        if self.kind not in _CABINET and not self._same_issuer(mention):
            return False
        if mention.number or self.number:
            if mention.number and self.number:
                return mention.number.casefold() == self.number.casefold()
            # `… noteikumu “Grozījumi …” apstiprināšanu`, then `noteikumus Nr. 5 “Grozījumi …”`
            undated = not mention.date or not self.date
            same_day = bool(mention.date) and self.date == mention.date
            bare = (mention if self.number else self).date is None
            return (same_day or (undated and bare)) and self._same_title(mention)
        if mention.date or self.date:
            return mention.date == self.date and (not mention.title or not self.title or self._same_title(mention))
        return self._same_title(mention)

    def _same_issuer(self, mention: Mention) -> bool:
        if not mention.issuer or not self.issuer or slug(mention.issuer) == slug(self.issuer):
            return True
        same_place = mention.issuer.split()[0].casefold() == self.issuer.split()[0].casefold()
        return same_place and bool(mention.date) and mention.date == self.date

    def _same_title(self, mention: Mention) -> bool:
        return bool(mention.title and self.title and key_title(mention.title) == key_title(self.title))

    def add(self, mention: Mention) -> None:
        self.number = self.number or mention.number
        self.date = self.date or mention.date
        self.issuer = self.issuer or mention.issuer
        self.title = self.title or mention.title
        self.mentions.append(mention)

    @property
    def key(self) -> str:
        number = (self.number or "?").casefold()
        date = self.date or "?"
        issuer = slug(self.issuer) if self.issuer else "?"
        if self.kind == "likums":
            return f"likums:{key_title(self.title) if self.title else '?'}"
        if self.kind == "satversme":
            return "satversme"
        if self.kind == "es_akts":
            return f"es:{number}"
        if self.kind == "tiesas_nolemums":
            return f"tiesa:{number}" if self.number else f"tiesa:{issuer}/{date}"
        if self.kind in _CABINET:
            return f"{_PREFIX[self.kind]}:{date}/{number}"
        if self.kind in ("saistosie_noteikumi", "cits") and self.number is None and self.date is None and self.title:
            return (
                f"sn:{issuer}/?/{key_title(self.title)}"
                if self.kind == "saistosie_noteikumi"
                else f"cits:{key_title(self.title)}"
            )
        return f"{_PREFIX[self.kind]}:{issuer}/{date}/{number}"


class Acts:
    """Gathers mentions into acts; look-up by what identifies them, so that the work stays in proportion to the mentions."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], list[Act]] = {}
        self._filed: set[tuple[tuple[str, str], int]] = set()
        self.of: dict[int, Act] = {}

    def place(self, mention: Mention) -> Act:
        handles = _handles(mention)
        for key in handles:
            known = self._by.get(key)
            for act in reversed(known[-LATEST:]) if known else ():
                if act.takes(mention):
                    return self._join(act, mention, handles)
        return self._join(Act(mention.kind), mention, handles)

    def numbered(self, kinds: tuple[str, ...], number: str) -> Act | None:
        """An act of one of these kinds known by a number."""
        return next((act for kind in kinds for act in self._by.get((kind, f"n{number.casefold()}"), ())), None)

    def _join(self, act: Act, mention: Mention, handles: list[tuple[str, str]]) -> Act:
        act.add(mention)
        for key in handles:
            if (key, id(act)) not in self._filed:
                self._filed.add((key, id(act)))
                self._by.setdefault(key, []).append(act)
        self.of[id(mention)] = act
        return act


def _handles(mention: Mention) -> list[tuple[str, str]]:
    """What an act can be found by: its number, its title, its date; laws by title alone."""
    kind: str = mention.kind
    if kind == "satversme":
        return [(kind, "")]
    if kind == "likums":
        return [(kind, "t" + key_title(mention.title or ""))]
    found = []
    if mention.number:
        found.append((kind, "n" + mention.number.casefold()))
    if mention.date and mention.title:
        found.append((kind, f"dt{mention.date}{key_title(mention.title)}"))
    if mention.date and (not mention.number or mention.title):
        found.append((kind, "d" + mention.date))
    if mention.title:
        found.append((kind, "t" + key_title(mention.title)))
    return found
