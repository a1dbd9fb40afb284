"""Where the names of a side stand, seen from its label.

    PAR – 3 (A, B, C) · PAR 3 deputāti: A, B, C ; · Par: / A / B / C      behind it
    A. Bērziņš – pret · deputāti A un B atturas · A, ievērojot …, nebalso  before it
"""
from __future__ import annotations

import re

from pipeline.extract.voting import people
from pipeline.extract.voting.lexer import Token
from pipeline.extract.voting.people import Voter

_NAME = frozenset({"name", "initial"})
_PREFIX = frozenset({"dep", "fill", "office"})
#: What stands behind the last token, and at `kinds[-1]`, `kinds[-2]` … before the first.
_BEYOND = ("end",) * 16
_COUNTED = re.compile(r"(?:kopā )?(\d{1,3})(?: bals\w+| deputāt\w+)?$")
_PHRASE_ENDS = frozenset({"comma", "semi", "dot", "nl", "end", "and", "tab", "close", "stop", "unanimous", "list"})
#: What may stand before the first of several names.
_BOUNDS = frozenset({"comma", "semi", "dot", "and", "nl", "dep", "office", "close", "open", "colon", "list", "nil", "dash",
                     "tab", "num", "figure", "fill", "other"})
_ENDS_NAME = frozenset({"comma", "semi", "dot", "nl", "and", "list", "close", "stop", "side", "tab", "end"})
#: What leads from a label to names that no bracket holds.
_LEADING = frozenset({"colon", "dash", "dep", "tab"})
_REASON = (r"(?:ievērojot|pamatojoties|saskaņā|sakarā|saistībā|atbilstoši|ņemot|pildot|izpildot|lai|jo|kurš|kura|iespējam"
           r"|interešu|dēļ|atsaucoties|norādot|informējot|paziņojot|deklarējot|personīg|savienojot|radniecīb)")
_INTRODUCED = re.compile(rf"[\s,;(–—-]{{0,4}}(?P<reason>{_REASON}\w*\b)", re.IGNORECASE)
#: The reason before the names: `nepiedalās, lai nepieļautu interešu konfliktu, – A. Ozols`.
_LED = re.compile(
    rf"[\s,(]{{1,3}}(?P<reason>{_REASON}\w*\b[^\n;:–—()]{{0,200}}?)(?:,?\sdeputāt\w{{1,3}})?[,)]{{0,2}}\s{{0,2}}"
    r"(?P<mark>[–—:]|-(?=\s))\s{0,2}(?=(?:deputāt\w{1,3}\s)?(?-i:[A-ZĀČĒĢĪĶĻŅŠŪŽ])|\d{1,2}\s?(?:\(|deput)|\()", re.IGNORECASE)
_REASON_ENDS = re.compile(
    r",?\s*\n|;|\)|,?\s+(?:nolemj|NOLEMJ|nolēma|NOLĒMA)\b"
    r"|,\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ][^,;:\n]{0,90}?\b(?:[Dd]ome|[Pp]adome|[Kk]omisija|[Kk]omiteja|DOME|PADOME|[Pp]ašvaldība)\b)"
    r"|,\s+(?:(?:\w+ )?(?:dome|padome)\b)|,\s+(?:pamatojoties|saskaņā ar|atbilstoši)\b"
    r"|,\s*[\"“„]?(?:PAR|par|PRET|pret|ATTURAS|atturas|atturās)[\"”“]?\s?(?:[–:-]|nav|\d)"
    r"|(?<![\d.][\d])\.(?:\s|$)|,?\s*$")
_LEGAL = re.compile(r"pamatoj|saskaņ|atbilst|ņemot|ievērojot|sakarā", re.IGNORECASE)
_CONFLICT = re.compile(r"intere[sš]|personīg|radinie|radniec|savieno|korupcij|atturē|lēmuma pieņemšan", re.IGNORECASE)
_INSIDE = re.compile(rf"\b{_REASON}", re.IGNORECASE)


class Names:
    """Finds names beside labels among the tokens of one window."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        #: The kind of each token; `end` on either side of them, as far as any method looks.
        self.kinds = [token.kind for token in tokens]
        self.kinds.extend(_BEYOND)

    # -- behind the label -----------------------------------------------------------------------------------------

    def after(self, at: int, *, counted: int | None = None, bare: bool = True) -> tuple[list[Voter], int]:
        """The names behind token `at`, and the last token they take (`at` when there are none)."""
        index = at + 1
        while self.kinds[index] in ("dash", "colon", "tab", "bal", "voice", "dep", "fill", "place"):
            if self.kinds[index] == "bal" and self.kinds[index + 1] in ("side", "num"):
                break
            index += 1
        if self.kinds[index] in ("nl", "comma") and self.kinds[index + 1] == "list" \
                and people.listed(self.text, self.tokens[index + 1].start + 1, self.tokens[index + 1].end - 1):
            index += 1
        if self.kinds[index] == "list":
            token = self.tokens[index]
            closed = self.text[token.end - 1:token.end] in ")]/"
            voters = people.listed(self.text, token.start + 1, token.end - closed)
            if not voters and counted is None and index > at + 1:
                return [], at
            return voters, index
        if not bare:
            return [], at
        marked = not _LEADING.isdisjoint(self.kinds[at + 1:index]) or self.kinds[at] in ("dep", "voice")
        lined = self.kinds[index] == "nl" and (
            self.kinds[index - 1] in ("colon", "dash", "dep", "voice", "num") or index == at + 1)
        if lined:
            voters, last = self._run(index + 1, lined=True)
            return (voters, last) if voters and (self.kinds[index - 1] == "colon" or len(voters) == counted) else ([], at)
        if not marked and counted is None:
            return [], at
        voters, last = self._run(index, lined=False)
        return (voters, last) if voters else ([], at)

    def _run(self, index: int, *, lined: bool) -> tuple[list[Voter], int]:
        """Names one after the other without a bracket, from token `index`."""
        voters: list[Voter] = []
        last = index - 1
        while True:
            begin = index
            while self.kinds[index] == "word" and not voters and "dep" in (self.kinds[index + 1], self.kinds[index + 2]):
                index += 1  # `opozīcijas deputāti A. Ozols un B. Egle`
            while self.kinds[index] in _PREFIX or self._numbering(index):
                index += 1
            if voters and self.kinds[begin - 1] == "nl" \
                    and any(self.kinds[i] in ("office", "fill") for i in range(begin, index)):
                break
            first = index
            while self.kinds[index] in _NAME or (self.kinds[index] == "dash" and self._glued(index)):
                index += 1
            if index == first or (self.kinds[index] not in _ENDS_NAME
                                  and not _INTRODUCED.match(self.text, self.tokens[index - 1].end)):
                break
            if self.kinds[index] == "side" and not self.tokens[index].strong:
                break
            noted = index if self.kinds[index] == "list" else None
            right = self.tokens[noted].end if noted is not None else self.tokens[index - 1].end
            voter = people.one(self.text, self.tokens[first].start, right)
            if voter is None or (lined and index - first < 2 and not voters and self.kinds[index] != "nl"):
                break
            voters.append(voter)
            last = noted if noted is not None else index - 1
            index = last + 1
            following = self._next(index, lined or self.kinds[first - 1] == "nl", len(voters))
            if following is None:
                break
            index = following
        if len(voters) > 1 and self._taken_by_next(last + 1):
            voters.pop()
        return voters, last

    def _numbering(self, index: int) -> bool:
        """`3.` before a name."""
        kind = self.kinds[index]
        return (kind == "figure" or (kind == "num" and self.kinds[index + 1] in ("dot", "name"))
                or (kind == "dot" and self.kinds[index - 1] == "num"))

    def _next(self, index: int, lined: bool, count: int) -> int | None:
        """Where the next name begins after a delimiter at `index`; None when the list ends."""
        delimiters = 0
        while self.kinds[index] in ("comma", "semi", "and", "nl", "tab") and delimiters < 4:
            if self.kinds[index] in ("nl", "tab") and not lined and not delimiters:
                return None
            delimiters += 1
            index += 1
        return index if delimiters else None

    def _taken_by_next(self, index: int) -> bool:
        return self.kinds[index] in ("not", "place")

    def _glued(self, index: int) -> bool:
        """A hyphen of a double name, with a blank on one side at most."""
        left, right = self.tokens[index - 1], self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        token = self.tokens[index]
        return (right is not None and right.kind == "name" and left.kind == "name"
                and (left.end == token.start or right.start == token.end))

    # -- before the label -----------------------------------------------------------------------------------------

    def beside(self, first: int, last: int, floor: int, *, weak: bool,
               dismissive: bool) -> tuple[list[Voter], int, int, str | None]:
        """Names of a label without a count, tokens `[first, last]`: (voters, where they start, last token, reason)."""
        following = self.kinds[last + 1]
        marked = following in ("colon", "list") or (following == "dash" and self.kinds[first - 1] != "dash")
        if marked:
            voters, end = self.after(last)
            if voters:
                return voters, self.tokens[first].start, end, None
        left = self._left(first, floor, weak=weak, dismissive=dismissive, last=last)
        if left:
            voters, start, reason = left
            return voters, start, last, reason
        favour = self.tokens[last].value == "for"  # `PAR NOMAS MAKSU` is a title
        if self.kinds[last + 1] == "bal" or (not weak and not favour and self.kinds[last + 1] in _NAME | _PREFIX) \
                or (self.kinds[last + 1] == "tab" and not weak) or (self.kinds[last + 1] == "nl" and not weak):
            voters, end = self._right_bare(last)
            if voters:
                why = self._reason_before(first, floor, joined=True) if dismissive else None
                return voters, self.tokens[first].start, end, why
        return [], self.tokens[first].start, last, None

    def _right_bare(self, last: int) -> tuple[list[Voter], int]:
        index = last + 1
        while self.kinds[index] in ("bal", "tab", "nl", "colon", "dash"):
            index += 1
        voters, end = self._run(index, lined=self.kinds[index - 1] == "nl")
        if self.kinds[index - 1] == "nl" and self.kinds[end + 1] not in ("nl", "end"):
            return [], last
        dative = self.participle(max(0, last - 2), last) or self._word(index) in _DATIVE
        return [people.in_nominative(v, ()) for v in voters] if dative else voters, end

    def bracket(self, index: int, *, dative: bool) -> list[Voter]:
        """The names in the bracket at `index`: `vienam deputātam (A. Ozolam) balsojot pret`."""
        token = self.tokens[index]
        voters = people.listed(self.text, token.start + 1, token.end - 1)
        return [people.in_nominative(voter, ()) for voter in voters] if dative else voters

    def count_behind(self, voters: list[Voter], end: int) -> tuple[int | None, int]:
        """A count that follows the names: `par – A. Ozols, B. Egle (2 balsis)`, `PAR (A. Ozols, B. Egle) – 2`."""
        note = _COUNTED.match(voters[-1].note or "") if voters else None
        if note:
            return int(note[1]), end
        if self.kinds[end] == "list" and self.kinds[end + 1] == "dash" and self.kinds[end + 2] == "num" \
                and self.kinds[end + 3] in _PHRASE_ENDS | {"side", "voice"}:
            return int(self.tokens[end + 2].value or 0), end + 2
        return None, end

    def _word(self, index: int) -> str:
        return self.text[self.tokens[index].start:self.tokens[index].end].casefold() if 0 <= index < len(self.tokens) else ""

    def participle(self, first: int, last: int) -> bool:
        """`balsojot`, `atturoties`, `nepiedaloties`: who does so stands in the dative."""
        return any(self._word(index).endswith(("oties", "alsojot", "stāvot")) for index in range(first, last + 1))

    def _left(self, first: int, floor: int, *, weak: bool, dismissive: bool,
              last: int) -> tuple[list[Voter], int, str | None] | None:
        """The names that end right before token `first`, a reason between commas passed over."""
        index, reason = first - 1, None
        verb = self.kinds[index] in ("bal", "noun")
        mark = self.kinds[index] in ("dash", "tab", "colon")
        if verb or mark:
            index -= 1
        if dismissive and not mark:
            index, reason = self._over_reason(index, floor)
            reason = reason or self._reason_before(index, floor)
        if index < floor or self.kinds[index] not in _NAME | {"list"}:
            return None
        ends = self.kinds[last + 1] in _PHRASE_ENDS
        if weak and not ((verb or mark) and ends) and not (ends and self.kinds[last + 1] in ("nl", "end")):
            return None
        voters, start = self._chain(index, floor, single=mark or dismissive or self.kinds[last + 1] in ("nl", "end"))
        if not voters:
            return None
        office = self._word(start - 1) if start > floor else ""
        if self.participle(first - 1 if verb else first, last) or office in _DATIVE:
            gender = _GENDER.get(office)
            voters = [people.in_nominative(v, (), gender=gender) for v in voters]  # type: ignore[arg-type]
        if office in _DATIVE and self.kinds[start - 2] == "and":    # `deputātam J. Kalniņam un deputātei I. Ozolai`
            others, before = self._chain(start - 3, floor, single=True)
            office = self._word(before - 1) if others and before > floor else ""
            if office in _DATIVE:
                voters = [*(people.in_nominative(v, (), gender=_GENDER.get(office)) for v in others),  # type: ignore[arg-type]
                          *voters]
                start = before
        begin = start - 1 if start and self.kinds[start - 1] == "dep" and start - 1 >= floor else start
        return voters, self.tokens[begin].start, reason

    def _over_reason(self, index: int, floor: int) -> tuple[int, str | None]:
        """From before `nepiedalās` back over `, ievērojot …,` or `interešu konflikta dēļ` to the name."""
        if self.kinds[index] in _NAME:
            return index, None
        end = index
        for probe in range(index, max(floor, index - 60) - 1, -1):
            kind = self.kinds[probe]
            if kind in ("semi", "nl", "stop"):
                return index, None
            if kind in _NAME and _INTRODUCED.match(self.text, self.tokens[probe].start):
                return index, None
            if kind in _NAME and self.kinds[probe + 1] in ("comma", "word", "place", "dash", "all"):
                start = probe + 1 + (self.kinds[probe + 1] == "comma")
                if start > end:
                    return probe, None
                words = self.text[self.tokens[start].start:self.tokens[end].end].strip(" ,–-").removesuffix(" un")
                if _INSIDE.search(words[:60]):
                    return probe, " ".join(words.split())
                if end - start < 6 and not any(self.kinds[i] in _NAME for i in range(start, end + 1)):
                    return probe, None
        return index, None

    def _reason_before(self, index: int, floor: int, *, joined: bool = False) -> str | None:
        """`lai novērstu interešu konfliktu, deputāts J. Bērziņš balsojumā nepiedalās`; without a comma when `joined`."""
        while index >= floor and self.kinds[index] in _NAME | {"dep", "office", "dash"}:
            index -= 1
        if joined and self.kinds[index - 1] == "comma":
            index -= 1
        if (self.kinds[index] != "comma" and not joined) or index <= floor:
            return None
        found = None
        for probe in range(index - 1, max(floor, index - 16) - 1, -1):
            if self.kinds[probe] in ("semi", "nl", "dot", "comma") or self.tokens[probe].strong:
                break
            words = self.text[self.tokens[probe].start:self.tokens[index - 1].end]
            if _INTRODUCED.match(words) and _CONFLICT.search(words):
                found = " ".join(words.split())
        return found

    def _chain(self, index: int, floor: int, *, single: bool) -> tuple[list[Voter], int]:
        """Names joined by commas and `un`, read backwards from token `index`; (voters in order, first token)."""
        runs: list[tuple[int, int]] = []
        joined: list[str] = []
        led = False
        while index >= floor:
            end = index
            if self.kinds[index] == "list" and index - 1 >= floor:
                index -= 1
            while index >= floor and (self.kinds[index] in _NAME or (self.kinds[index] == "dash" and self._glued(index))):
                index -= 1
            start = index + 1
            if start > end or (self.kinds[start] == "list"):
                break
            if index >= floor and self.kinds[index] not in _BOUNDS:
                break
            runs.append((start, end))
            led = index >= floor and self.kinds[index] in ("dep", "office")
            if led or index < floor or self.kinds[index] not in ("comma", "and"):
                break
            joined.append(self.kinds[index])
            index -= 1
            if self.kinds[index] == "comma":
                index -= 1
        if not led and joined[:1] != ["and"]:
            runs = runs[:1]
        if not led and not single and runs and runs[0][1] == runs[0][0]:
            return [], 0
        voters = [people.one(self.text, self.tokens[a].start, self.tokens[b].end) for a, b in reversed(runs)]
        return [v for v in voters if v], runs[-1][0] if runs else 0

    # -- reasons --------------------------------------------------------------------------------------------------

    def reason_in(self, bracket: Token) -> str | None:
        """The reason told behind the names in their bracket: `(J. Bērziņš, saskaņā ar likumu “Par interešu konflikta …”)`."""
        for match in re.finditer(r",\s*", self.text[bracket.start:bracket.end - 1]):
            words = self.text[bracket.start + match.end():bracket.end - 1]
            if _INTRODUCED.match(words) and _CONFLICT.search(words):
                return " ".join(words.split())
        return None

    def reason_led(self, last: int) -> tuple[int, str] | None:
        """A reason right behind the label (tokens up to `last`), names behind it: the token before their mark, the reason."""
        match = _LED.match(self.text, self.tokens[last].end)
        if match is None:
            return None
        mark = next((i for i in range(last + 1, len(self.tokens)) if self.tokens[i].start >= match.start("mark")), last)
        if self.kinds[mark - 1 - (self.kinds[mark - 1] == "comma")] in ("side", "not", "nil"):
            return None  # `…, ievērojot likuma 11. pantu, pret – 1`
        return mark - 1, " ".join(match["reason"].split())

    def reason_after(self, at: int) -> tuple[str | None, int]:
        """The reason that follows offset `at` (`…, pamatojoties uz likumu …`), and where it ends."""
        match = _INTRODUCED.match(self.text, at, at + 40)
        if match is None:
            return None, at
        end = _REASON_ENDS.search(self.text, match.start("reason"), match.start("reason") + 700)
        stop = end.start() if end else match.start("reason") + 700
        if _LEGAL.match(match["reason"]) and not _CONFLICT.search(self.text, match.start("reason"), stop):
            return None, at  # the legal basis of the decision, not of staying away
        return " ".join(self.text[match.start("reason"):stop].split()), stop


_DATIVE = frozenset({"deputātam", "deputātei", "deputātiem", "deputātēm", "loceklim", "loceklei", "locekļiem", "loceklēm"})
_GENDER = {"deputātam": "m", "loceklim": "m", "deputātei": "f", "loceklei": "f"}
