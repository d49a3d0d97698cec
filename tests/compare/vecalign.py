"""The algorithm of vecalign (Thompson and Koehn 2019), written anew: the cheapest path where a bead costs the distance
of its embeddings against that of random pairs, times its sentences. The texts are short enough to search all."""
import numpy as np

import encoder
from texts import Bead, Text

# As vecalign has them: sentences of a bead together, random pairs, percentile of the costs that a null costs.
MOST = 5
SAMPLES = 100
NULL_PERCENTILE = 20.0
SHAPES = [(a, b) for a in range(1, MOST) for b in range(1, MOST) if a + b <= MOST]


def align(text: Text) -> list[Bead]:
    en, ko = encoder.both(text, MOST - 1)
    n, m = en.count, ko.count
    chance = np.random.default_rng(1)
    singles_en, singles_ko = en.singles(), ko.singles()
    few_en = singles_en[chance.integers(0, n, SAMPLES)]
    few_ko = singles_ko[chance.integers(0, m, SAMPLES)]
    far_en = 1 - (en.vectors @ few_ko.T).mean(axis=1)
    far_ko = 1 - (ko.vectors @ few_en.T).mean(axis=1)
    near = en.vectors @ ko.vectors.T

    def cost(i: int, j: int, a: int, b: int) -> float:
        x, y = en.row(i, a), ko.row(j, b)
        return 2 * a * b * (1 - near[x, y]) / max(1e-6, far_en[x] + far_ko[y])

    single = 2 * (1 - near[:n, :m]) / np.maximum(1e-6, far_en[:n, None] + far_ko[None, :m])
    sampled = single[chance.integers(0, n, 1000), chance.integers(0, m, 1000)]
    null = float(np.percentile(sampled, NULL_PERCENTILE))
    return cheapest(n, m, cost, null, SHAPES)


def cheapest(n, m, cost, null, shapes) -> list[Bead]:
    """The beads of the cheapest path; `cost(i, j, a, b)` is that of a bead that ends before `i` and `j`."""
    total = np.full((n + 1, m + 1), np.inf)
    total[0, 0] = 0.0
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(n + 1):
        for j in range(m + 1):
            ways = []
            if i:
                ways.append((total[i - 1, j] + null, (1, 0)))
            if j:
                ways.append((total[i, j - 1] + null, (0, 1)))
            ways.extend(
                (total[i - a, j - b] + cost(i, j, a, b), (a, b))
                for a, b in shapes
                if a <= i and b <= j
            )
            if ways:
                total[i, j], steps[i, j] = min(ways)
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        a, b = steps[i, j]
        i, j = i - a, j - b
        beads.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
    return beads[::-1]
