"""Tokens → what each side got.

    ar 13 balsīm “PAR” (A. Ozols, …), “PRET” – nav    → for 13 [A. Ozols, …]; against 0
    nobalsoja astoņi deputāti, bet pret balsoja pieci → for 8; against 5
    deputātam J. Kalniņam balsojumā nepiedaloties     → not voting [J. Kalniņš]

A label is bound to a count or to names; one that is bound to neither says nothing (`balsoja par projektu`).
"""
from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.voting import figures
from pipeline.extract.voting.ballot import Ran
from pipeline.extract.voting.figures import Figure
from pipeline.extract.voting.lexer import Token
from pipeline.extract.voting.names import Names
from pipeline.extract.voting.people import Voter


@dataclass(slots=True)
class Told:
    """One side as one place of the text tells of it. `side` is `unanimous` where only that word stands."""

    side: str
    declared: int | None
    voters: list[Voter]
    start: int
    end: int
    whole: bool = False
    total: int | None = None
    reason: str | None = None
    candidate: Ran | None = None


#: Tokens that bind what stands beside them, and `stop`, which parts what stands on its two sides.
_TELLING = frozenset({"side", "not", "absent", "support", "bal", "voice", "unanimous", "denied", "stop"})


@dataclass(slots=True)
class Reader:
    """Reads one window. `floor` is the first token that no earlier side has taken."""

    text: str
    tokens: list[Token]
    floor: int = 0
    told: list[Told] = field(default_factory=list)
    pending: list[int] = field(default_factory=list)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.text, self.tokens)

    def read(self) -> list[Told]:
        following = 0       # what stands before it has been read
        for index, token in enumerate(self.tokens):
            kind = token.kind
            if kind not in _TELLING or index < following:      # most tokens
                continue
            if kind in ("side", "not", "absent", "support"):
                following = self._label(index)
            elif kind == "bal":
                following = self._verb(index)
            elif kind == "voice":
                following = self._unlabelled(index)
            elif kind == "unanimous":
                self._add(Told("unanimous", None, [], token.start, token.end), index)
            elif kind == "denied":
                following = self._denied(index)
            else:
                self.floor, self.pending = index + 1, []
        return self.told

    def _add(self, told: Told, last: int) -> None:
        self.told.append(told)
        self.floor = max(self.floor, last + 1)

    # -- labels ---------------------------------------------------------------------------------------------------

    def _label(self, at: int) -> int:
        """Binds the label at `at`; gives the index to go on from."""
        token = self.tokens[at]
        side = str(token.value)
        first, last, led = at, at, None
        if token.kind == "absent":
            first, last = self._gone(at)
        if token.kind == "not":
            if at and self.tokens[at - 1].kind == "nil" and at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "side":
                return self._denied(at)
            first, last = self._phrase(at)
            led = self.names.reason_led(last)
            last = led[0] if led else last
        weak = not token.strong and (token.kind == "support" or side in ("for", "against"))
        left = figures.before(self.tokens, first, self.floor)
        right = figures.behind(self.text, self.tokens, last, weak=weak)
        if token.kind == "support" and not (left and left.unit) and not (right and right.unit):
            return at + 1
        if token.kind == "not" and not self._about_voting(at, first, last, left or right):
            return last + 1
        if self.pending and right and all(t.kind in ("side", "dash", "tab", "comma", "nl", "other")
                                          for t in self.tokens[self.pending[0]:at]):
            self.pending.append(last)
            row = self._row(last)
            if row:
                return row
            self.pending.pop()
        figure, earlier = self._choose(at, left, right, weak), len(self.told)
        if figure:
            following = self._with_figure(side, first, last, figure, figure is left)
        else:
            following = self._without_figure(token, side, first, last, weak)
        if led and len(self.told) > earlier:
            self.told[earlier].reason = self.told[earlier].reason or led[1]
        return following

    def _denied(self, at: int) -> int:
        """`neviens neatturas`, `nevienam nebalsojot pret`: nought."""
        token, nil = self.tokens[at], at - 1
        if nil > self.floor and self.tokens[nil].kind in ("voice", "dep"):
            nil -= 1
        if nil < self.floor or self.tokens[nil].kind != "nil":
            return at + 1
        following = at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "side"
        last = at + 1 if token.kind == "not" and following else at
        if token.kind == "not" and not following:
            return at + 1
        self._add(Told(str(self.tokens[last].value), 0, [], self.tokens[nil].start, self.tokens[last].end), last)
        return last + 1

    def _with_figure(self, side: str, first: int, last: int, figure: Figure, before: bool) -> int:
        edge = max(last, figure.last if not before else last)
        if before and side == "against" and self._idiom(figure):
            return self._against_idiom(figure, last)
        voters: list[Voter] = []
        end = edge
        if figure.value != 0 or self._list_follows(edge):
            voters, end = self.names.after(edge, counted=figure.value)
        if figure.named is not None and not voters:
            voters = self.names.bracket(figure.named, dative=self.names.participle(figure.first, last))
        start = self.tokens[min(figure.first, first)].start
        if figure.value is None and figure.whole and not voters and self._figure_list(edge) is not None:
            figure = figure._replace(value=self._figure_list(edge))
        told = Told(side, figure.value, voters, start, self.tokens[end].end, figure.whole, figure.total)
        self._inherit(told)
        self._add(told, end)
        if side == "not_voting":
            if not told.reason and self.tokens[end].kind == "list":
                told.reason = self.names.reason_in(self.tokens[end])
            return self._reason(told, end)
        return end + 1

    def _without_figure(self, token: Token, side: str, first: int, last: int, weak: bool) -> int:
        voters, start, end, reason = self.names.beside(first, last, self.floor, weak=weak, dismissive=token.kind == "not")
        if not voters:
            return self._nothing_bound(token, last)
        declared, end = self.names.count_behind(voters, end)
        told = Told(side, declared, voters, start, self.tokens[end].end, reason=reason)
        self._add(told, end)
        self.pending = []
        if side == "not_voting" and reason is None:
            return self._reason(told, end)
        return end + 1

    def _nothing_bound(self, token: Token, last: int) -> int:
        """A label without a figure: it may share the next one's nought, or head a row of them (`PAR/PRET/ATTURAS: 13/0/2`)."""
        if token.kind != "side" and (not self.pending or any(
                t.kind not in ("tab", "dash") for t in self.tokens[self.pending[-1] + 1:last])):
            return last + 1
        following = self.tokens[last + 1:last + 3]
        if token.value == "for" and len(following) > 1 and following[-1].kind == "unanimous":
            count = self._figure_list(last + 2)
            if count is not None:
                self._add(Told("for", count, [], token.start, self.tokens[last + 3].end), last)
            return last + 1
        self.pending.append(last)
        row = self._row(last)
        return row if row else last + 1

    def _row(self, last: int) -> int | None:
        """Figures in the order of the labels just read; the index behind them, None when there are none."""
        if len(self.pending) < 2:
            return None
        figures_: list[int] = []
        names: dict[int, list[Voter]] = {}
        index = last + 1
        while index < len(self.tokens) and (len(figures_) < len(self.pending) or self.tokens[index].kind == "list"):
            token = self.tokens[index]
            if token.kind == "list" and figures_:
                names[len(figures_) - 1] = self.names.bracket(index, dative=False)
            elif token.kind in ("num", "nil"):
                figures_.append(int(token.value or 0))
            elif token.kind == "figure" and "/" in self.text[token.start:token.end]:
                parts = self.text[token.start:token.end].split("/")
                figures_ += [int(part) for part in parts if part.isdigit() and len(part) < 4]
            elif token.kind not in ("dash", "tab", "nl", "colon", "comma", "semi", "open"):
                return None
            index += 1
        if len(figures_) != len(self.pending):
            return None
        for place, (label, value) in enumerate(zip(self.pending, figures_, strict=True)):
            token = self.tokens[label]
            self._add(Told(str(token.value), value, names.get(place, []), token.start, self.tokens[index - 1].end), index - 1)
        self.pending = []
        return index

    def _choose(self, at: int, left: Figure | None, right: Figure | None, weak: bool) -> Figure | None:
        """Which count is the label's, when one stands on either side of it."""
        if left and weak and not left.unit and not self._ends_phrase(at):
            left = None if not (right and right.value is not None) or left.value != 0 else left
        if left and left.unit and weak and not self._ends_phrase(at) and not right:
            left = None
        if not left or not right:
            return left or right
        if right.dash:
            return left
        if left.unit:
            return left
        following = right.last + 1
        while following < len(self.tokens) and self.tokens[following].kind in ("dash", "voice", "dep", "fill"):
            following += 1
        if following < len(self.tokens) and self.tokens[following].kind == "side":
            own = figures.behind(self.text, self.tokens, following, weak=False)
            return right if own and not own.dash else left
        return right

    def _ends_phrase(self, at: int) -> bool:
        """A preposition is followed by what it governs; a label by the end of its phrase, a bracket, names after a dash."""
        if at + 1 >= len(self.tokens):
            return True
        kind = self.tokens[at + 1].kind
        return kind in ("comma", "semi", "dot", "nl", "tab", "list", "open", "close", "and", "side", "num", "stop", "colon",
                        "dash", "nil", "unanimous", "body", "bal", "not", "other", "result")

    def _phrase(self, at: int) -> tuple[int, int]:
        """The tokens of `balsojumā nepiedalās`, `nepiedalās lēmuma pieņemšanā un balsojumā`."""
        tokens, first, last = self.tokens, at, at
        if first and tokens[first - 1].kind == "place":
            first -= 1
        for step in range(1, 6):
            if at + step >= len(tokens) or tokens[at + step].kind not in ("word", "and", "place", "noun", "of"):
                break
            if tokens[at + step].kind in ("place", "noun"):
                last = at + step
        return first, last

    def _gone(self, at: int) -> tuple[int, int]:
        """The tokens of `nav klāt`, `klāt nav`."""
        nil_before = at > self.floor and self.tokens[at - 1].kind == "nil"
        nil_after = at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "nil"
        return (at - 1, at) if nil_before else (at, at + 1) if nil_after else (at, at)

    def _about_voting(self, at: int, first: int, last: int, figure: Figure | None) -> bool:
        """`nepiedalās` alone may speak of the session: it counts with `balsojumā`, or among other labels."""
        word = self.text[self.tokens[at].start:self.tokens[at].end].casefold()
        around = self.text[max(0, self.tokens[first].start - 12):self.tokens[first].start].casefold()
        if "sēdē" in around or "sēdes" in around:
            return False
        if first < at or last > at or word.startswith(("nebals", "nenobals")):
            return True
        near = bool(self.told) and self.tokens[at].start - self.told[-1].end < 200
        if word.endswith("ties"):
            return True
        return near or (figure is not None and self.tokens[at].strong)

    def _reason(self, told: Told, end: int) -> int:
        reason, stop = self.names.reason_after(self.tokens[end].end)
        if reason:
            told.reason, told.end = reason, max(told.end, stop)
            while end + 1 < len(self.tokens) and self.tokens[end + 1].start < stop:
                end += 1
            self.floor = max(self.floor, end + 1)
        return end + 1

    def _inherit(self, told: Told) -> None:
        """`“pret” un “atturas” – nav`: the labels before share the nought."""
        if told.declared == 0 and self.pending:
            for index in self.pending:
                token = self.tokens[index]
                between = self.tokens[index + 1:self._index_of(told)]
                if all(t.kind in ("and", "comma", "side", "dash", "other") for t in between):
                    self.told.append(Told(str(token.value), 0, [], token.start, token.end))
        self.pending = []

    def _index_of(self, told: Told) -> int:
        return next((i for i, token in enumerate(self.tokens) if token.start >= told.start), len(self.tokens))

    def _list_follows(self, edge: int) -> bool:
        return edge + 1 < len(self.tokens) and self.tokens[edge + 1].kind == "list"

    def _figure_list(self, edge: int) -> int | None:
        if self._list_follows(edge):
            inner = self.text[self.tokens[edge + 1].start + 1:self.tokens[edge + 1].end - 1].split()
            if inner and inner[0].isdigit():
                return int(inner[0])
        return None

    # -- counts without a label -------------------------------------------------------------------------------------

    def _idiom(self, figure: Figure) -> bool:
        """`ar 12 balsīm pret 3`: for 12, against 3."""
        told_for = bool(self.told) and self.told[-1].side == "for"
        return figure.unit and not told_for and self.tokens[figure.last].kind == "side"

    def _against_idiom(self, figure: Figure, at: int) -> int:
        right = figures.behind(self.text, self.tokens, at, weak=True)
        start = self.tokens[figure.first].start
        if right is None or right.value is None or right.dash:
            voters, end = self.names.after(at, counted=figure.value)
            self._add(Told("against", figure.value, voters, start, self.tokens[end].end), end)
            return end + 1
        self._add(Told("for", figure.value, [], start, self.tokens[at].start), at)
        self._add(Told("against", right.value, [], self.tokens[at].start, self.tokens[right.last].end), right.last)
        return right.last + 1

    def _verb(self, at: int) -> int:
        """`nobalsoja astoņi deputāti`, `balsoja 10 no 15 deputātiem`: for, when no label claims the count."""
        word = self.text[self.tokens[at].start:self.tokens[at].end].casefold()
        figure = figures.behind(self.text, self.tokens, at, weak=True)
        if figure is None or figure.dash or figure.value == 0 or (word.endswith("ot") and not word.startswith("no")):
            return at + 1
        if not figure.unit and not figure.whole and not word.startswith("no"):
            return at + 1
        following = figure.last + 1
        if following < len(self.tokens) and self.tokens[following].kind == "side":
            return at + 1
        labelled = following + 1 < len(self.tokens) and self.tokens[following].kind in ("colon", "dash", "comma", "open") \
            and self.tokens[following + 1].kind == "side" and self.tokens[following + 1].value == "for"
        if labelled:
            self.told.append(Told("total", None, [], self.tokens[at].start, self.tokens[figure.last].end, total=figure.value))
            self.floor = following
            return following
        voters, end = self.names.after(figure.last, counted=figure.value)
        start = self.tokens[at].start
        self._add(Told("for", figure.value, voters, start, self.tokens[end].end, figure.whole, figure.total), end)
        return end + 1

    def _unlabelled(self, at: int) -> int:
        """`vienbalsīgi ar 15 balsīm`, `ar 12 balsīm dome nolemj`: for, when no label is near."""
        count, opener = at - 1, at - 2
        if count < self.floor or self.tokens[count].kind != "num" or count < 1:
            return at + 1
        last = self.told[-1] if self.told else None
        unanimous = last is not None and last.side == "unanimous" and self.tokens[count].start - last.end < 8
        if not (opener >= 0 and self.tokens[opener].kind == "with") and not unanimous:
            return at + 1
        probe = at + 1
        while probe < len(self.tokens) and self.tokens[probe].kind in ("dash", "colon", "bal", "fill", "dep", "list"):
            probe += 1
        if probe < len(self.tokens) and self.tokens[probe].kind in ("side", "of"):
            return at + 1
        if probe < len(self.tokens) and self.tokens[probe].kind == "word" \
                and not self.text.startswith("vairākum", self.tokens[probe].start):
            return at + 1
        voters, end = self.names.after(at, counted=int(self.tokens[count].value or 0))
        start = self.tokens[opener].start if opener >= 0 else self.tokens[count].start
        self._add(Told("for", int(self.tokens[count].value or 0), voters, start, self.tokens[end].end), end)
        return end + 1
