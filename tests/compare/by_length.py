"""Gale and Church (1993) as nltk has it: lengths alone, in order."""
from nltk.translate.gale_church import align_blocks

from texts import Bead, Text


def align(text: Text) -> list[Bead]:
    def lengths(sentences: list[str]) -> list[int]:
        return [max(1, len("".join(sentence.split()))) for sentence in sentences]

    pairs = align_blocks(lengths(text.en), lengths(text.ko))
    # It tells pairs of sentences; those that share one are a bead.
    beads: list[tuple[set[int], set[int]]] = []
    for en, ko in sorted(pairs):
        if beads and (en in beads[-1][0] or ko in beads[-1][1]):
            beads[-1][0].add(en)
            beads[-1][1].add(ko)
        else:
            beads.append(({en}, {ko}))
    return [(tuple(sorted(en)), tuple(sorted(ko))) for en, ko in beads]
