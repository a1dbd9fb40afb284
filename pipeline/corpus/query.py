"""The query language, read into a tree and written out for FTS5.

    skolas kopiena            both words, in any form and any order
    "skolu kopienām"          these very words in this order (also „…” and “…”)
    sko*                      words that begin so
    skola OR (dārzs NOT zeme) AND, OR, NOT (also UN, VAI, NE), in capitals; AND is meant where nothing stands

Nothing a person types is an error but an empty query: stray operators, quotes and parentheses are passed over.
"""
from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.corpus.lemmas import TOKEN, fold, lemma

LONGEST = 1000
MOST_TERMS = 40
DEEPEST = 12
#: Words that one prefix, or one word without diacritics, may stand for; beyond it the index looks for the prefix itself.
MOST_FORMS = 100
SHORTEST_PREFIX = 3

_OPERATORS = {"AND": "AND", "UN": "AND", "OR": "OR", "VAI": "OR", "NOT": "NOT", "NE": "NOT"}
_PIECE = re.compile(r'["“”„«»]|[()]|[^\s()"“”„«»]+')


class QueryError(ValueError):
    """A query or filter that means nothing; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, the words of a phrase, or the beginning of a word."""

    kind: str  # word, phrase, prefix
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """`AND` or `OR` of `parts`; of an AND, `without` is taken away."""

    operator: str
    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


Node = Term | Group


def parse_query(typed: str) -> Group:
    """The tree of a query. Raises `QueryError` when it holds no word, or far too many."""
    if len(typed) > LONGEST:
        raise QueryError(f"a query may have {LONGEST} characters at most")
    tree = _Reader(list(_pieces(typed))).read()
    if not any(True for _ in terms(tree)):
        raise QueryError("the query holds no word")
    if sum(1 for _ in terms(tree)) > MOST_TERMS:
        raise QueryError(f"a query may have {MOST_TERMS} words at most")
    return tree


def terms(node: Node) -> Iterator[Term]:
    """Every term, those to be taken away among them."""
    if isinstance(node, Term):
        yield node
        return
    for part in (*node.parts, *node.without):
        yield from terms(part)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Group):
        for part in (*node.parts, *node.without):
            yield from _nodes(part)


def wanted(node: Node) -> Iterator[Term]:
    """The terms a hit may be found by: what is to be highlighted."""
    if isinstance(node, Term):
        yield node
        return
    for part in node.parts:
        yield from wanted(part)


def _pieces(typed: str) -> Iterator[str | Term]:
    """Operators and parentheses as strings, all else as terms."""
    phrase: list[str] | None = None
    for match in _PIECE.finditer(typed):
        piece = match.group()
        if piece in '"“”„«»':
            if phrase is not None:
                yield from _phrase(phrase)
            phrase = [] if phrase is None else None
        elif phrase is not None:
            phrase.append(piece)
        elif piece in "()" or piece in _OPERATORS:
            yield _OPERATORS.get(piece, piece)
        else:
            yield from _words(piece)
    if phrase:
        yield from _phrase(phrase)


def _phrase(pieces: list[str]) -> Iterator[Term]:
    words = tuple(TOKEN.findall(" ".join(pieces).lower()))
    if words:
        yield Term("phrase", words)


def _words(piece: str) -> Iterator[Term]:
    found = TOKEN.findall(piece.lower())
    for n, word in enumerate(found):
        last = n == len(found) - 1
        yield Term("prefix" if last and piece.endswith("*") else "word", (word,))


class _Reader:
    """Recursive descent; as deep as `DEEPEST` parentheses, deeper ones are passed over."""

    def __init__(self, pieces: list[str | Term]) -> None:
        self.pieces = pieces
        self.at = 0

    def read(self) -> Group:
        parts: list[Group] = []
        while self.at < len(self.pieces):
            part = self._either(0)
            parts += [part] if part.parts or part.without else []
            self.at += 1  # a closing parenthesis that nothing opened
        return _merged(parts)

    def _either(self, depth: int) -> Group:
        groups = [self._all(depth)]
        while self.at < len(self.pieces) and self.pieces[self.at] == "OR":
            self.at += 1
            groups.append(self._all(depth))
        groups = [g for g in groups if g.parts or g.without]
        return groups[0] if len(groups) == 1 else Group("OR", tuple(groups))

    def _all(self, depth: int) -> Group:
        parts: list[Node] = []
        without: list[Node] = []
        negative = False
        while self.at < len(self.pieces) and (piece := self.pieces[self.at]) not in (")", "OR"):
            self.at += 1
            if piece == "NOT":
                negative = True
            elif isinstance(piece, Term) or (piece == "(" and depth < DEEPEST):
                part = piece if isinstance(piece, Term) else self._inside(depth + 1)
                if isinstance(part, Term) or part.parts:
                    (without if negative else parts).append(part)
                elif not negative:  # a (NOT b) is a NOT b
                    without += part.without
                negative = False
        return Group("AND", tuple(parts), tuple(without))

    def _inside(self, depth: int) -> Group:
        group = self._either(depth)
        if self.at < len(self.pieces) and self.pieces[self.at] == ")":
            self.at += 1
        return group


def _merged(parts: list[Group]) -> Group:
    """Groups that stray parentheses cut apart, as one AND."""
    if len(parts) == 1:
        return parts[0]
    positive = tuple(part for part in parts if part.parts)
    return Group("AND", positive, tuple(node for part in parts if not part.parts for node in part.without))


@dataclass(slots=True)
class Compiled:
    """`match`: for FTS5, None when the query only takes away; `without`: what such a query takes away.

    `takes_away`: a NOT is in it. To highlight: forms of `lemmas`, `phrases` word by word, words that begin with `prefixes`.
    """

    match: str | None
    without: str | None
    takes_away: bool = False
    lemmas: set[str] = field(default_factory=set)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)


class Compiler:
    """Writes a tree as FTS5, with the words of one database behind it."""

    def __init__(self, db: sqlite3.Connection, tree: Group) -> None:
        self.db = db
        self.tree = tree
        #: Somebody who types no letter with a diacritic at all may have left them out.
        self.plain = all(word.isascii() for term in terms(tree) for word in term.words)
        self.found = Compiled(None, None)

    def compile(self) -> Compiled:
        tree = self.tree
        self.found.match = self._expression(tree) if tree.parts else None
        self.found.takes_away = any(isinstance(t, Group) and t.without for t in _nodes(tree))
        if self.found.match is None:
            self.found.without = self._any(tree.without)
        for term in wanted(tree):
            self._highlight(term)
        return self.found

    def _expression(self, node: Node) -> str:
        if isinstance(node, Term):
            return getattr(self, f"_{node.kind}")(node)  # type: ignore[no-any-return]
        if not node.parts:
            raise QueryError("inside OR, NOT must take something away: (a NOT b)")
        positive = "(" + f" {node.operator} ".join(self._expression(part) for part in node.parts) + ")"
        return f"({positive} NOT {self._any(node.without)})" if node.without else positive

    def _any(self, nodes: tuple[Node, ...]) -> str:
        return "(" + " OR ".join(self._expression(node) for node in nodes) + ")"

    def _word(self, term: Term) -> str:
        return _lemmas(self.keys(term.words[0]))

    def _prefix(self, term: Term) -> str:
        word = term.words[0]
        keys = self._beginning(word)
        if not keys and len(word) < SHORTEST_PREFIX:
            raise QueryError(f"too many words begin with `{word}`; type one letter more")
        return _lemmas(keys) if keys else f'{{title_exact body_exact}} : {_quoted(word)} *'

    def _phrase(self, term: Term) -> str:
        ways = " OR ".join(_quoted(" ".join(words)) for words in self.readings(term))
        return f"{{title_exact body_exact}} : ({ways})"

    def keys(self, word: str) -> list[str]:
        """The lemmas a typed word may mean. The corpus's own words are asked first: that spares loading the dictionary."""
        known = self.db.execute("SELECT lemma FROM _forms WHERE form = ?", (word,)).fetchone()
        own = str(known[0]) if known else lemma(word)
        if not (self.plain and word.isalpha()):
            return [own]
        rows = self.db.execute("SELECT DISTINCT lemma FROM _forms WHERE folded = ? LIMIT ?", (word, MOST_FORMS))
        found = {str(key) for (key,) in rows}
        if not found:  # a form that the corpus lacks: forms of the same word, by the beginning they share
            key = fold(own)
            rows = self.db.execute("SELECT DISTINCT lemma FROM _forms WHERE folded >= ? AND folded < ? LIMIT ?",
                                   (key, key + "\uffff", MOST_FORMS))
            found = {str(one) for (one,) in rows if fold(one) == key}
        return sorted(found | {own})

    def readings(self, term: Term) -> list[tuple[str, ...]]:
        """The phrase as printed: where the query has no diacritics, every way the corpus has of putting them."""
        if not self.plain:
            return [term.words]
        ways = [sorted({str(form) for (form,) in self.db.execute("SELECT form FROM _forms WHERE folded = ? LIMIT 8", (word,))}
                       | {word}) for word in term.words]
        return list(itertools.islice(itertools.product(*ways), 64))

    def _beginning(self, word: str) -> list[str]:
        """Lemmas of the forms that begin with `word`; empty when they are too many, or when it is a number."""
        if not word.isalpha():
            return []
        column = "folded" if self.plain else "form"
        rows = self.db.execute(f"SELECT lemma FROM _forms WHERE {column} >= ? AND {column} < ? LIMIT ?",
                               (word, word + "\uffff", 20 * MOST_FORMS + 1)).fetchall()
        found = {str(key) for (key,) in rows}
        return sorted(found) if len(rows) <= 20 * MOST_FORMS and len(found) <= MOST_FORMS else []

    def _highlight(self, term: Term) -> None:
        if term.kind == "phrase":
            self.found.phrases += self.readings(term)
        elif term.kind == "prefix":
            self.found.prefixes.append(term.words[0])
        else:
            self.found.lemmas.update(self.keys(term.words[0]))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _lemmas(keys: list[str]) -> str:
    return "{title body} : (" + " OR ".join(_quoted(key) for key in keys) + ")"
