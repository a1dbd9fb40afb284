"""What the full-text index holds of a decision: its words as lemmas, and its words as printed."""
from __future__ import annotations

from collections import Counter

from pipeline.corpus.lemmas import TOKEN, fold, lemma

#: How often a word counts in one text. BM25 gains little from more, and short lists are read faster.
MOST = 3


class Words:
    """Turns texts into index columns and remembers each new form. One for a whole run: forms recur."""

    def __init__(self) -> None:
        self.lemmas: dict[str, str] = {}
        self.new: list[str] = []

    def columns(self, title: str | None, text: str) -> tuple[str, str, str, str]:
        """title, body, title_exact, body_exact. The lemmas of the body are a bag: phrases go by exact words."""
        heading = TOKEN.findall((title or "").lower())
        words = TOKEN.findall(text.lower())
        counts = Counter(words)
        lemmas, known = Counter[str](), self.lemmas
        for word, n in counts.items():
            key = known.get(word)
            if key is None:
                key = self._learn(word)
            lemmas[key] += n
        body = " ".join(key if n == 1 else " ".join([key] * min(n, MOST)) for key, n in lemmas.items())
        return " ".join(known.get(w) or self._learn(w) for w in heading), body, " ".join(heading), " ".join(words)

    def _learn(self, word: str) -> str:
        key = self.lemmas[word] = lemma(word)
        if word.isalpha():
            self.new.append(word)
        return key

    def take_new(self) -> list[tuple[str, str, str]]:
        """(form, lemma, without diacritics) of every word not seen before, once."""
        rows = [(word, self.lemmas[word], fold(word)) for word in self.new]
        self.new = []
        return rows
