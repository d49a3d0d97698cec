"""The algorithm of Bertalign (Liu and Zhu 2022), written anew, its second pass over the whole of the texts, which are
short: a bead is worth the similarity of its embeddings less that with the neighbours, times how well lengths fit."""
import math

import encoder
from texts import Bead, Text
from vecalign import cheapest

# As Bertalign has them.
MOST = 5
SKIP = -0.1
SHAPES = [(a, b) for a in range(1, MOST) for b in range(1, MOST) if a + b <= MOST]


def align(text: Text) -> list[Bead]:
    en, ko = encoder.both(text, MOST - 1)
    near = en.vectors @ ko.vectors.T
    en_bytes = [len(sentence.encode()) for sentence in text.en]
    ko_bytes = [len(sentence.encode()) for sentence in text.ko]
    ratio = sum(en_bytes) / max(1, sum(ko_bytes))

    def cost(i: int, j: int, a: int, b: int) -> float:
        x, y = en.row(i, a), ko.row(j, b)
        # The single sentences before and after, on either side.
        beside_ko = [near[x, at] for at in (j - b - 1, j) if 0 <= at < ko.count]
        beside_en = [near[at, y] for at in (i - a - 1, i) if 0 <= at < en.count]
        margin = (mean(beside_ko) + mean(beside_en)) / 2
        length_en, length_ko = sum(en_bytes[i - a : i]), ratio * sum(ko_bytes[j - b : j])
        fit = math.log2(1 + min(length_en, length_ko) / max(1, length_en, length_ko))
        return -fit * float(near[x, y] - margin)

    return cheapest(en.count, ko.count, cost, -SKIP, SHAPES)


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
