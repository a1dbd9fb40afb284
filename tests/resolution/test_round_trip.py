"""Any tree of points, printed in any style that decisions use, is read back as the same tree."""
from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Point
from tests.resolution.trees import resolution_of

VERBS = ("Apstiprināt nolikumu", "Uzdot nodaļai sagatavot līgumu", "Piešķirt biedrībai EUR 100,50", "Iznomāt zemi",
         "Noteikt maksu saskaņā ar likuma 10. panta 2. daļu",
         "Atcelt 2020. gada 3. marta lēmumu Nr. 5", "Publicēt lēmumu (1. pielikums)")
OBJECTS = ("termiņu", "cenu 3,40 EUR", "biedrībai “Zvejnieku tīkls”", "nodaļas vadītājai", "2. kārtu",
           "līdz 2023. gada 5. maijam samaksāt", "zemes vienību 1,84 ha platībā", "a/s “Ceļi”")


@dataclass(frozen=True)
class Tree:
    words: str
    children: tuple[Tree, ...] = ()


leaves = st.builds(Tree, st.sampled_from(OBJECTS))
middles = st.builds(Tree, st.sampled_from(OBJECTS), st.lists(leaves, min_size=2, max_size=5).map(tuple)) | leaves
points = st.builds(Tree, st.sampled_from(VERBS), st.just(()) | st.lists(middles, min_size=2, max_size=6).map(tuple))
documents = st.lists(points, min_size=1, max_size=12)


@dataclass(frozen=True)
class Style:
    """How numbers are printed at each level, and what parts them from the words."""

    levels: tuple[str, str, str]
    gap: str
    alone: bool = False

    def number(self, path: tuple[int, ...]) -> str:
        kind = self.levels[len(path) - 1]
        if kind == "decimal":
            return ".".join(map(str, path))
        return str(path[-1]) if kind == "paren" else "abcdefgh"[path[-1] - 1]

    def printed(self, path: tuple[int, ...]) -> str:
        closed = "." if self.levels[len(path) - 1] == "decimal" else ")"
        return self.number(path) + closed


STYLES = [
    Style(("decimal", "decimal", "decimal"), " "), Style(("decimal", "decimal", "decimal"), ""),
    Style(("decimal", "decimal", "decimal"), "  "),
    Style(("decimal", "paren", "letter"), " "), Style(("decimal", "letter", "paren"), " "),
    Style(("decimal", "decimal", "letter"), " "),
    Style(("decimal", "decimal", "paren"), " "), Style(("paren", "letter", "letter"), " "),
    Style(("decimal", "decimal", "decimal"), "\n", alone=True),
]


def printed(document: list[Tree], style: Style, path: tuple[int, ...] = ()) -> list[str]:
    """The document's lines: an announcement ends with a colon, items with a semicolon, the last one with a full stop."""
    lines = []
    for place, tree in enumerate(document, 1):
        own = (*path, place)
        closed = ":" if tree.children else "." if not path or place == len(document) else ";"
        gap = style.gap or " " * tree.words[0].isdigit()       # `1.2.2.` glued to a figure says nothing
        lines.append(style.printed(own) + gap + tree.words + closed)
        lines += printed(list(tree.children), style, own)
    return lines


def wanted(document: list[Tree], style: Style, path: tuple[int, ...] = ()) -> list[tuple[str, str, list[object]]]:
    return [(style.number((*path, place)), tree.words, list(wanted(list(tree.children), style, (*path, place))))
            for place, tree in enumerate(document, 1)]


def got(found: list[Point]) -> list[tuple[str, str, list[object]]]:
    return [(point.number or "", point.text.rstrip(":;."), list(got(point.children))) for point in found]


def depth(document: list[Tree]) -> int:
    return max((1 + depth(list(tree.children)) for tree in document), default=0)


@settings(max_examples=150, deadline=None)
@given(documents, st.sampled_from(STYLES))
def test_read_back(document: list[Tree], style: Style) -> None:
    if style.levels[1] == style.levels[2] == "letter" and depth(document) > 2:
        return      # nobody prints letters below letters
    text = "\n".join(printed(document, style))
    assert got(resolution_of(text).points) == wanted(document, style), text


@settings(max_examples=100, deadline=None)
@given(documents)
def test_read_back_when_newlines_are_lost(document: list[Tree]) -> None:
    style = STYLES[0]
    text = " ".join(printed(document, style))
    assert got(resolution_of(text).points) == wanted(document, style), text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="12345.)( \nabiVI“”:;\tāA-–¹", max_size=300))
def test_any_text_is_kept(text: str) -> None:
    """Nothing is lost: every letter of the zone is in the words or the number of some point, and spans nest."""
    found = resolution_of(text)
    waiting = list(found.points)
    length = len(text)
    while waiting:
        point = waiting.pop()
        start, end = point.span
        assert 0 <= start <= end <= length
        for child in point.children:
            assert start <= child.span[0] <= child.span[1] <= end
        waiting += point.children
