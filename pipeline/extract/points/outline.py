"""The tree of points, from the paragraphs of a resolution.

    1. Noteikt: / 2.1. … stays text: no point 2 is open      1. … / 1.1. … / 2. …   → 1 (1.1), 2
    1. Izveidot komisiju: / 1) Jānis … / 2) Anna …           → 1 (1, 2)
    1. Noteikt … līdz / 31. maijam.                          → 1: the day is no point

A mark becomes a point when it fits what is open: next in its series, first below an open point, or one that a small slip
(a number left out, printed twice) explains. All other paragraphs belong to the point they stand under.
"""
from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.extract.points.lines import Line
from pipeline.extract.points.markers import BULLET, Marker, Style, Value, follows, is_first, read_marker
from pipeline.extract.points.node import Node
from pipeline.latvian.quotes import QUOTES, quoted
from pipeline.records import Span

#: Deeper trees are no resolution's.
_DEEPEST = 8
_GAP = 4
_ENDS = frozenset(".;:,!?”\"»“)")
_WORDING = re.compile(r"(?:redakcij[āa]s?|ar šād\w+ (?:punkt|apakšpunkt|teikum|tekst|vārd)\w*|saturu|vārdiem) ?:$")
_INLINE = re.compile(r"[.;:,”\"»)!?]\s?(?=\d{1,3}[.)]|\(?[a-z]\) )")
_ABBREVIATED = re.compile(r"(?:\b(?:[Nn]r|p|pk|lpp|prot|st|b|dz|iel|sk|plkst|tālr|reģ|§|gs|g|nod|d|c|u|t)"
                          r"|(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w?)\.$")
_DECIDES = re.compile(
    r"(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+(?:[āēīo]t|[klrsmūpg]t|ties)\b|Kontrol|(?:Šis |Šī |Šā |Šo |Ar šo )?[Ll]ēmum|Par (?:šī "
    r"|šā )?lēmum|Atbildīg"
    r"|Noteikumi stājas|Grozījumi stājas|Lūgt\b|Rīkojum)")
_QUOTED_WORDING = re.compile(rf"(?:redakcijā|vārd\w*|tekst\w*|punkt\w*|teikum\w*|skait\w+)[^{QUOTES}\n]{{0,40}}(?=[{QUOTES}])")


def read_outline(text: str, lines: list[Line]) -> list[Node]:
    """The points of these paragraphs, as a tree."""
    return _Outline(text, lines).read()


class _Outline:
    """Reads line by line. `stack` holds the open points, outermost first."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text, self.lines = text, lines
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.before = ""               # the last sign before the place that is read
        self.table = False             # a table without tabs has begun in the open point
        self.alone: bool | None = None  # top numbers stand on lines of their own
        self.wording = False           # the line above announces new wording
        self.later: dict[int, int] = {}
        self.single = 0                # the last number of one figure
        self.last_mark = -1
        chapters = False
        for index, line in enumerate(lines):
            mark = line.marker
            if mark is None or line.quoted:
                continue
            self.last_mark = index
            chapters = chapters or (mark.style == "roman" and mark.last[0] == 2)
            if mark.style == "decimal" and len(mark.path) == 1 and mark.dotted and not mark.doubtful:
                self.later[mark.last[0]] = index
        self.chapters = chapters
        # where a mark may stand amid a line, for all lines at once: the sign before it, the mark
        self.inner = [match.span() for match in _INLINE.finditer(text, lines[0].start, lines[-1].end)] if lines else []
        self.run_on = bool(self.inner) and len(lines) <= 3 and any(
            (found := read_marker(text, at, line.end)) is not None and found.last[0] == 2
            and (found.upper or (line.marker is not None and line.marker.style == found.style == "paren"))
            for line in lines for _, at in self._inside(line.start, line.end))

    def read(self) -> list[Node]:
        for index, line in enumerate(self.lines):
            self._line(index, line)
            last = self.text[line.end - 1]
            tail = self.text[line.start:line.end].rstrip() if last.isspace() or last == ":" else last
            self.before = tail[-1:]
            self.wording = tail.endswith(":") and bool(_WORDING.search(tail[-40:]))
        return self.roots

    # One line.

    def _line(self, index: int, line: Line) -> None:
        start = line.start
        mark = line.marker
        if mark and not line.quoted and not line.row and not (mark.tabbed and self._is_row(index, mark)):
            opened = self._open_marked(index, mark, line)
            if opened:
                self.table = False
                start = opened
        if start == line.start and self._unnumbered(index, line):
            bullet = BULLET.match(self.text, start, line.end)
            start = bullet.end() if bullet else start
            self._push(Node(None, line.start), 0)
        self._inline(index, line, start)

    def _is_row(self, index: int, mark: Marker) -> bool:
        """A numbered row of a table with tabs, not a point with a gap behind its number."""
        return index > 0 and self.lines[index - 1].row and not _DECIDES.match(self.text, mark.end)

    def _open_marked(self, index: int, mark: Marker, line: Line) -> int | None:
        """Opens the point that the line's mark names; gives where its own words begin, or None when it is none."""
        inner = None
        if mark.style == "decimal" and len(mark.path) == 1 and not mark.alone and self.text[mark.end].isdecimal():
            inner = read_marker(self.text, mark.end, line.end)
            if inner and (inner.style != "decimal" or len(inner.path) < 2 or not inner.dotted):
                inner = None
        if inner and inner.path[0] != mark.path[0]:
            level = self._place(inner, index)
            if level is not None and self._next(inner, level):
                self._push(Node(inner, mark.start), level)
                return inner.end
        level = self._place(mark, index)
        if level is None:
            return None
        self._push(Node(mark, mark.start), level)
        if self.alone is None and mark.style == "decimal":
            self.alone = mark.alone
        if inner and inner.path[:1] == mark.path and len(inner.path) == 2 and is_first("decimal", inner.last):
            self._push(Node(inner, inner.start), len(self.stack))
            return inner.end
        return mark.end

    def _next(self, mark: Marker, level: int) -> bool:
        """The mark is exactly the next one below its parent."""
        counted = self.stack[level - 1].counted if level else (0, 0)
        return follows(mark.style, counted, mark.last)

    def _unnumbered(self, index: int, line: Line) -> bool:
        """This line without a mark begins a point of its own."""
        if not self.stack:
            return True
        if line.row or line.quoted:
            return False
        first = self.text[line.start]
        if self.stack[0].marker is None and len(self.stack) == 1:
            return not (first.islower() and self.before not in _ENDS) and not (first in QUOTES and self.before == ":")
        if line.start + 4 < line.end and self.text.startswith(("Par ", "PAR "), line.start) and self._numbers_anew(index):
            return True
        closed = bool(self.stack[-1].pieces) and self.before == "." and index > self.last_mark
        return closed and bool(_DECIDES.match(self.text, line.start, line.end))

    def _numbers_anew(self, index: int) -> bool:
        """Right below this line, a heading, the points begin with 1 again."""
        below = self.lines[index + 1].marker if index + 1 < len(self.lines) else None
        return bool(below and below.style == "decimal" and below.path == ((1, 0),) and self.single and self.before == ".")

    def _inline(self, index: int, line: Line, start: int) -> None:
        """Gives the line's words from `start` to the open point, opening those points that begin inside the line."""
        left = start
        skip = start
        spans: list[Span] | None = None
        if self.inner and not line.quoted and not line.row:
            for sign, at in self._inside(start, line.end):
                if at < skip:
                    continue
                mark = read_marker(self.text, at, line.end)
                if mark is None or not self._may_stand_inside(index, mark, sign + 1):
                    continue
                if spans is None:
                    spans = [found for one in _QUOTED_WORDING.finditer(self.text, line.start, line.end)
                             if (found := _quotation(self.text, one.end()))]
                if any(a <= at < b for a, b in spans):
                    continue
                self.before = self.text[sign]
                level = self._place(mark, index, inline=True)
                if level is None:
                    continue
                self._own(left, at)
                self._push(Node(mark, at), level)
                left = skip = mark.end
        self._own(left, line.end)

    def _inside(self, start: int, end: int) -> list[Span]:
        """Of `inner`, those in `[start, end)`."""
        first = bisect_left(self.inner, (start, 0))
        last = bisect_left(self.inner, (end, 0), first)
        if last > first and self.inner[last - 1][1] >= end:      # the line's last sign, before the next line's mark
            last -= 1
        return self.inner[first:last]

    def _may_stand_inside(self, index: int, mark: Marker, end: int) -> bool:
        """A mark amid a line, `end`: of the words before it. Points that run on: none of them opens a line later."""
        if mark.style != "decimal":
            return self.run_on and mark.style in ("paren", "letter")
        if mark.cited or not mark.dotted or mark.alone or mark.last[1]:
            return False
        if len(mark.path) > 1:
            return self.text[end - 1] in ".;:" or (self.text[end - 1] == "," and not mark.doubtful)
        if mark.doubtful or not mark.upper or self.text[end - 1] in ",)":
            return False
        return (self.later.get(mark.last[0], -1) <= index
                and not _ABBREVIATED.search(self.text, max(0, end - 8), end))

    def _own(self, start: int, end: int) -> None:
        if start < end and (not self.text[start].isspace() or self.text[start:end].strip()):
            self.stack[-1].pieces.append((start, end))

    def _push(self, node: Node, level: int) -> None:
        """Makes `node` the last child of the open point at `level - 1` (a root at level 0) and closes all below."""
        stack, mark = self.stack, node.marker
        del stack[level:]
        decimal = mark is not None and mark.style == "decimal"
        if stack:
            parent = stack[-1]
            parent.children.append(node)
            if mark and decimal:
                parent.counted = mark.path[-1]
        else:
            self.roots.append(node)
        stack.append(node)
        if mark and decimal and len(mark.path) == 1:
            self.single = mark.path[0][0]

    # Where a mark fits: how many open points stay open above it; None when it fits nowhere.

    def _place(self, mark: Marker, index: int, *, inline: bool = False) -> int | None:
        if self.wording and not inline:
            own = self.stack[-1].marker if self.stack else None
            if not (own and mark.style == "decimal" and mark.path[:-1] == own.path and is_first(mark.style, mark.last)):
                return None
        if mark.style != "decimal":
            level = self._in_list(mark, inline)
        elif len(mark.path) == 1:
            level = self._single(mark, index, inline)
        else:
            level = self._deep(mark, inline)
        return level if level is not None and level < _DEEPEST else None

    def _below(self) -> int:
        """The level of a first point: below what is open, but beside a paragraph without a number that announces nothing."""
        if self.stack and self.stack[-1].marker is None and self.before != ":":
            return 0
        return len(self.stack)

    def _single(self, mark: Marker, index: int, inline: bool) -> int | None:
        """`3.`: next in a series of one figure, the first of a list, or past a slip."""
        ended = self.before in _ENDS or self.before == ""
        if mark.doubtful and (not ended or self._waits()):
            return None
        series: list[int] = []
        exact: list[int] = []
        value = mark.path[0]
        for level, node in enumerate(self.stack):
            own = node.marker
            if own and own.style == "decimal" and len(own.path) == 1:
                series.append(level)
                if follows("decimal", own.path[0], value):
                    exact.append(level)
        if exact:
            if ((self.table and not ended) or (mark.alone and self.alone is False)) and not self._decides(mark, index):
                return None
            return exact[0] if self.before == "." else exact[-1]
        if inline:
            return self._below() if is_first("decimal", mark.last) and not series and self.before == ":" else None
        if not series:
            return self._first_single(mark)
        if mark.alone or not mark.dotted:
            self.table = self.table or mark.alone
            return None
        return self._slip(mark, series[0], index, ended)

    def _first_single(self, mark: Marker) -> int | None:
        """The first point numbered with one figure."""
        value = mark.last[0]
        holder = next((node for node in self.stack if node.marker), None)
        if holder is None or holder.marker is None:
            fits = value == 1 or (value <= 20 and mark.upper and mark.dotted and not mark.doubtful)
            return self._below() if fits else None
        if holder.marker.style == "decimal":      # the points began with 5.1; 6 goes on, 1 is a list below
            if value == holder.marker.path[0][0] + 1:
                return self.stack.index(holder)
            return len(self.stack) if value == 1 and self.before == ":" else None
        chapter = holder.marker.style in ("roman", "capital")      # its points begin anew or go on
        if value != 1 and not (chapter and value == self.single + 1):
            return None
        return len(self.stack) if self.before == ":" or chapter else None

    def _slip(self, mark: Marker, level: int, index: int, ended: bool) -> int | None:
        """Numbering that starts again, leaves one out, or says one twice."""
        value, last = mark.last[0], self._value(level)[0]
        if value == 1:
            if self.before == ":":
                return len(self.stack)
            if ended and mark.upper and not mark.doubtful and not self.table:
                return level
            self.table = True
            return None
        if mark.doubtful or not mark.upper or (self.table and not ended):
            return None
        left_out = last + 1 < value <= last + _GAP and self.later.get(last + 1, -1) < index
        twice = value == last and self.before in (".", ";")
        return level if left_out or twice else None

    def _deep(self, mark: Marker, inline: bool) -> int | None:
        """`2.1.`, `2.1.3.`: below the point that its first figures name, or beside its like."""
        for level in range(len(self.stack) - 1, -1, -1):
            node = self.stack[level]
            if node.marker is None or node.marker.style != "decimal":
                continue
            parent = node.marker.path == mark.path[:-1]
            if parent or (len(node.marker.path) == len(mark.path) and node.marker.path[:-1] == mark.path[:-1]):
                counted = node.counted if parent else node.marker.last
                exact = follows("decimal", counted, mark.last)
                if not exact and (inline or mark.doubtful or not mark.dotted or mark.alone):
                    return None
                return level + 1 if parent else level
        return None if inline or not mark.dotted else self._orphan(mark)

    def _orphan(self, mark: Marker) -> int | None:
        """A deep number whose parent is not printed, or whose first figure is a slip."""
        first = is_first("decimal", mark.last)
        holder = next((node for node in self.stack if node.marker and node.marker.style == "decimal"), None)
        if holder is None or holder.marker is None:
            return self._below() if not self.roots or self.stack[-1].marker is None or self.before == ":" else None
        level = self.stack.index(holder)
        if first and len(mark.path) == 2 and mark.path[0][0] == holder.marker.path[0][0] + 1:
            return level
        if first and mark.path[0] == holder.marker.path[0]:
            return next((at + 1 for at in range(len(self.stack) - 1, -1, -1)
                         if (own := self.stack[at].marker) and own.path == mark.path[:len(own.path)]), None)
        if self.before not in (";", "."):
            return None
        return next((at for at in range(len(self.stack) - 1, -1, -1)
                     if (own := self.stack[at].marker) and own.style == "decimal" and len(own.path) == len(mark.path)
                     and follows("decimal", own.last, mark.last)), None)

    def _in_list(self, mark: Marker, inline: bool) -> int | None:
        """`2)`, `b)`, `II.`: next in an open list of its kind, or the first of a new one."""
        for reading, figure in _readings(mark):
            for level in range(len(self.stack) - 1, -1, -1):
                own = self.stack[level].marker
                if own and any(kind == reading and follows(kind, before, figure) for kind, before in _readings(own)):
                    return level
        style: Style = mark.style
        value = mark.last
        if style == "letter" and mark.printed == "i":
            style, value = "small_roman", (1, 0)
        if not is_first(style, value):
            return None if inline else self._left_out(mark)
        if style == "roman" and not self.chapters:
            return None
        if self.before not in _ENDS and self.before:
            return None
        if style == "roman":
            return self._below() if self.before == ":" else 0
        same = next((level for level, node in enumerate(self.stack) if node.marker and node.marker.style == style), None)
        if same is not None and self.before != ":":
            return same
        return self._below()

    def _left_out(self, mark: Marker) -> int | None:
        """The next but one of an open list."""
        for level in range(len(self.stack) - 1, -1, -1):
            own = self.stack[level].marker
            if own and own.style == mark.style and mark.style in ("paren", "letter"):
                ahead = mark.last[0] - own.last[0]
                return level if 1 < ahead <= 3 and self.before in (";", ".", ",") else None
        return None

    def _value(self, level: int) -> Value:
        marker = self.stack[level].marker
        return marker.last if marker else (0, 0)

    def _waits(self) -> bool:
        """The open point has its number only, on a line of its own: this line is its words."""
        point = self.stack[-1] if self.stack else None
        return bool(point and point.marker and point.marker.alone and not point.pieces)

    def _decides(self, mark: Marker, index: int) -> bool:
        """The words behind the mark (on the next line when it stands alone) decide something."""
        at = mark.end if not mark.alone else self.lines[index + 1].start if index + 1 < len(self.lines) else mark.end
        return bool(_DECIDES.match(self.text, at))


_SMALL = {"i": 1, "v": 5, "x": 10}


def _readings(mark: Marker) -> list[tuple[Style, Value]]:
    """`i)` may follow `h)` or open a list in small Roman figures."""
    if mark.style == "letter" and mark.printed in _SMALL:
        return [("letter", mark.last), ("small_roman", (_SMALL[mark.printed], 0))]
    return [(mark.style, mark.last)]


def _quotation(text: str, start: int) -> Span | None:
    found = quoted(text, start)
    return (start, found[2]) if found else None
