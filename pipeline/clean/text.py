"""The canonical text of a document and the map from it back to raw characters, pages and boxes.

In the canonical text a paragraph is a line. A tab stands for a gap between columns (`Domes priekšsēdētājs<TAB>Leons
Līdums`), any other run of white space is one space. Everything else is as printed (Unicode NFC).
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from pipeline.read.source import Aside, Source
from pipeline.records import LayoutLine, Page, Span


class Run(NamedTuple):
    """`text[start:end]` was made from `raw[raw_start:raw_end]`; of equal length unless characters were composed."""

    start: int
    end: int
    raw_start: int
    raw_end: int

    def within(self, start: int, end: int) -> Run:
        """The part of it that lies in `[start, end)` of the text."""
        left, right = max(self.start, start), min(self.end, end)
        if self.end - self.start != self.raw_end - self.raw_start:
            return Run(left, right, self.raw_start, self.raw_end)
        return Run(left, right, self.raw_start + left - self.start, self.raw_start + right - self.start)


_START, _END = attrgetter("start"), attrgetter("end")


class Paragraph(NamedTuple):
    """One line of the canonical text, with how it stood on the page."""

    start: int
    end: int
    indent: int = 0          # columns before the first printed line
    centered: bool = False
    blank_before: int = 0    # empty lines above, artefact blank lines (one after every line) not counted


def as_runs(values: list[tuple[int, int, int, int]]) -> tuple[Run, ...]:
    """Many runs in one go, quicker than one by one."""
    return tuple(map(tuple.__new__, repeat(Run), values))


def as_paragraphs(values: list[tuple[int, int, int, bool, int]]) -> tuple[Paragraph, ...]:
    """Many paragraphs in one go."""
    return tuple(map(tuple.__new__, repeat(Paragraph), values))


@dataclass(frozen=True, slots=True)
class Text:
    """The canonical text. `paragraphs` cover it in order; `runs` are sorted by `start`."""

    text: str
    source: Source
    runs: tuple[Run, ...]
    paragraphs: tuple[Paragraph, ...]
    asides: tuple[Aside, ...] = ()

    def lines(self) -> list[str]:
        """The words of every paragraph, in order."""
        text = self.text
        return [text[paragraph.start:paragraph.end] for paragraph in self.paragraphs]

    def to_raw(self, span: Span) -> Span:
        """The raw characters that a span of the canonical text was made from."""
        return self._raw(span[0], end=False), self._raw(span[1], end=True)

    def _raw(self, offset: int, *, end: bool) -> int:
        probe = offset - 1 if end else offset
        index = bisect_right(self.runs, probe, key=lambda run: run.start) - 1
        if index < 0:
            return self.runs[0].raw_start if self.runs else 0
        run = self.runs[index]
        if run.end - run.start != run.raw_end - run.raw_start:
            return run.raw_end if end else run.raw_start
        return min(run.raw_start + offset - run.start, run.raw_end)

    def slice(self, start: int, end: int) -> Text:
        """The part `[start, end)` as a text of its own, offsets starting at 0, still mapped to the same source."""
        if end <= start:
            return Text("", self.source, (), (), self.asides)
        first = bisect_right(self.runs, start, key=_END)
        inside = list(self.runs[first:bisect_left(self.runs, end, key=_START)])
        first = bisect_right(self.paragraphs, start, key=_END)
        paras = list(self.paragraphs[first:bisect_left(self.paragraphs, end, key=_START)])
        if inside:      # only the first and the last may reach over the edges
            inside[0] = inside[0].within(start, end)
            inside[-1] = inside[-1].within(start, end)
        if paras:
            paras[0] = paras[0]._replace(start=max(paras[0].start, start))
            paras[-1] = paras[-1]._replace(end=min(paras[-1].end, end))
        runs = as_runs([(left - start, right - start, raw_start, raw_end) for left, right, raw_start, raw_end in inside])
        paragraphs = as_paragraphs([
            (left - start, right - start, indent, centered, blank) for left, right, indent, centered, blank in paras])
        return Text(self.text[start:end], self.source, runs, paragraphs, self.asides)

    def pages(self) -> list[Page]:
        """Which characters of the canonical text each page gave; empty for sources without pages."""
        starts: list[tuple[int, int]] = []
        for page in self.source.pages if self.source.paged else ():
            index = bisect_right(self.runs, page.start, key=lambda run: run.raw_end)
            if index < len(self.runs) and self.runs[index].raw_start < page.end:
                run = self.runs[index]
                starts.append((page.number, run.start + max(0, min(page.start - run.raw_start, run.end - run.start))))
        ends = [start for _, start in starts[1:]] + [len(self.text)]
        return [Page(number=n, start=s, end=e) for (n, s), e in zip(starts, ends, strict=False)]

    def layout(self) -> list[LayoutLine]:
        """The box of every printed line that gave characters to the text; empty where the source has no boxes."""
        found: list[LayoutLine] = []
        runs, count = self.runs, len(self.runs)
        index = 0
        for start, end, page, box, *_ in self.source.lines:
            while index and runs[index - 1].raw_end > start:
                index -= 1
            while index < count and runs[index].raw_end <= start:
                index += 1
            behind = index      # the first run behind the line
            while behind < count and runs[behind].raw_start < end:
                behind += 1
            if behind == index:
                continue
            first, last = runs[index], runs[behind - 1]
            left = first.start + max(0, start - first.raw_start)
            right = last.end - max(0, last.raw_end - end)
            if right > left:
                found.append(LayoutLine(start=left, end=right, page=page, box=box))
        return found
