"""Where a text answers a query: the original words, whatever form they stand in."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.corpus.lemmas import TOKEN, fold
from pipeline.corpus.query import Compiled

#: Characters of a snippet, and of a text that are looked through for one.
SNIPPET = 220
LOOKED_THROUGH = 300_000
MOST_MARKS = 2000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; `hit` when it is what was searched for."""

    text: str
    hit: bool


class Highlighter:
    """Finds one query's words in texts. The forms to look for come from the database, so no text is lemmatised again."""

    def __init__(self, db: sqlite3.Connection, compiled: Compiled) -> None:
        marks = ",".join("?" * len(compiled.lemmas))
        keys = sorted(compiled.lemmas)
        rows = db.execute(f"SELECT form, lemma FROM _forms WHERE lemma IN ({marks})", keys)
        self.forms: dict[str, str] = {str(form): str(key) for form, key in rows}
        self.forms |= {key: key for key in keys if key not in self.forms}
        self.prefixes = tuple(compiled.prefixes)
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in compiled.phrases:
            self.phrases.setdefault(phrase[0], []).append(phrase)

    def marks(self, text: str, most: int = MOST_MARKS) -> list[tuple[int, int, str]]:
        """(start, end, what it answers) in text order."""
        found: list[tuple[int, int, str]] = []
        if self.phrases:
            found += self._phrases(text)
        if self.forms or self.prefixes:
            known = self.forms
            for match in TOKEN.finditer(text, 0, LOOKED_THROUGH):
                word = match.group().lower()
                key = known.get(word)
                if key is None and self.prefixes:
                    key = known[word] = self._prefix(word)
                if key:
                    found.append((match.start(), match.end(), key))
                    if len(found) >= most:
                        break
        return _apart(sorted(found))

    def snippet(self, text: str, length: int = SNIPPET) -> list[Piece]:
        """The stretch that answers most of the query, in pieces; the beginning of the text when nothing in it does."""
        marks = self.marks(text)
        start = _window(marks, length)
        first = max(0, start - length // 5)
        if first:
            first = _word_start(text, first)
        last = min(len(text), first + length)
        if last < len(text):
            last = max(_word_start(text, last), first + 1)
        inside = [(a, b) for a, b, _ in marks if a >= first and b <= last]
        return _pieces(text, inside, first, last)

    def pieces(self, text: str) -> list[Piece]:
        """A whole (short) text, such as a title."""
        return _pieces(text, [(a, b) for a, b, _ in self.marks(text)], 0, len(text))

    def _prefix(self, word: str) -> str:
        """The prefix a word answers; empty when none."""
        plain = fold(word)
        return next((p for p in self.prefixes if word.startswith(p) or plain.startswith(p)), "")

    def _phrases(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = [(m.group().lower(), m.start(), m.end()) for m in TOKEN.finditer(text, 0, LOOKED_THROUGH)]
        for at, (word, start, _) in enumerate(words):
            for phrase in self.phrases.get(word, ()):
                if tuple(w for w, _, _ in words[at:at + len(phrase)]) == phrase:
                    yield start, words[at + len(phrase) - 1][2], " ".join(phrase)


def _apart(marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without those that overlap an earlier one."""
    kept: list[tuple[int, int, str]] = []
    for mark in marks:
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _window(marks: list[tuple[int, int, str]], length: int) -> int:
    """The start of the stretch with the most different answers, the first such."""
    best, where = 0, 0
    last = 0
    inside: dict[str, int] = {}
    for first, (start, _, key) in enumerate(marks):
        while last < len(marks) and marks[last][1] - start <= length * 4 // 5:
            inside[marks[last][2]] = inside.get(marks[last][2], 0) + 1
            last += 1
        if len(inside) > best:
            best, where = len(inside), start
        if first < last:
            inside[key] -= 1
            if not inside[key]:
                del inside[key]
        else:
            last = first + 1
    return where


def _word_start(text: str, at: int) -> int:
    """The nearest start of a word at or before `at`, within 30 characters."""
    found = max(text.rfind(" ", at - 30, at), text.rfind("\n", at - 30, at))
    return found + 1 if found >= 0 else at


def _pieces(text: str, marks: list[Span], first: int, last: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = first
    for start, end in marks:
        if start > at:
            pieces.append(Piece(_line(text[at:start]), False))
        pieces.append(Piece(_line(text[start:end]), True))
        at = end
    if at < last:
        pieces.append(Piece(_line(text[at:last]), False))
    return pieces


def _line(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " ")
