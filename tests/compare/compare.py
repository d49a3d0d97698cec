"""Prints how well several aligners pair the sentences of the repository's own texts, as a Markdown table."""
import importlib
import sys

import texts

ALIGNERS = [
    ("Jjak", "ours"),
    ("Bertalign's algorithm", "bertalign"),
    ("vecalign's algorithm", "vecalign"),
    ("hunalign", "by_dictionary"),
    ("Gale and Church (nltk)", "by_length"),
]


def aligner(module: str):
    try:
        found = importlib.import_module(module)
    except ImportError as missing:
        print(f"{module}: left out ({missing})", file=sys.stderr)
        return None
    if getattr(found, "PROGRAM", "given") is None:
        print(f"{module}: left out (HUNALIGN names no program)", file=sys.stderr)
        return None
    return found.align


def two_sided(beads) -> set:
    return {(tuple(en), tuple(ko)) for en, ko, *_ in beads if en and ko}


def strict_f1(align, all_texts) -> float:
    """Of the beads with both sides: exactly the bead or nothing."""
    right = told = gold = 0
    for text in all_texts:
        found, true = two_sided(align(text)), two_sided(text.beads)
        right, told, gold = right + len(found & true), told + len(found), gold + len(true)
    return 2 * right / max(1, told + gold)


def main() -> None:
    all_sets = texts.sets()
    chosen = sys.argv[1:] or list(all_sets)
    unknown = [name for name in chosen if name not in all_sets]
    if unknown:
        sys.exit(f"no such set: {', '.join(unknown)}; there are {', '.join(all_sets)}")
    beads = {name: sum(len(two_sided(text.beads)) for text in all_sets[name]) for name in chosen}
    print("| strict F1 | " + " | ".join(f"{name} ({beads[name]})" for name in chosen) + " |")
    print("|---|" + "---|" * len(chosen))
    for name, module in ALIGNERS:
        align = aligner(module)
        if align is None:
            continue
        row = [f"{strict_f1(align, all_sets[one]):.3f}" for one in chosen]
        print(f"| {name} | " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
