"""Prints how long aligners take for texts of several lengths, from start to end, and the memory they need.

The texts are those of the comparison, one after the other, as often as it takes. HUNALIGN names a built hunalign.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import texts

LENGTHS = [40, 300, 350, 1000, 10000]
TRIES = 3


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time, the least of some tries, and megabytes at most."""
    best = memory = None
    for _ in range(TRIES):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} ended with {status}")
        taken = usage.ru_utime + usage.ru_stime
        best = taken if best is None else min(best, taken)
        memory = usage.ru_maxrss / 1024
    return best, memory


def main() -> None:
    all_texts = [text for one in texts.sets().values() for text in one]
    sides = [[line for text in all_texts for line in getattr(text, side)] for side in ("en", "ko")]
    ours = [os.environ["JJAK"], "align", "--segmented", "-o", "-", "--format", "tsv"]
    programs = {"Jjak": lambda en, ko: [*ours, en, ko]}
    if os.environ.get("HUNALIGN"):
        dictionary = os.environ.get("DICTIONARY", "/dev/null")
        programs["hunalign"] = lambda en, ko: [os.environ["HUNALIGN"], "-realign", dictionary, en, ko]
    else:
        print("hunalign: left out (HUNALIGN names no program)", file=sys.stderr)
    print("| sentences a side | " + " | ".join(f"{name} s | {name} MB" for name in programs) + " |")
    print("|---|" + "---|---|" * len(programs))
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / name) for name in ("en.txt", "ko.txt")]
        for length in LENGTHS:
            for path, lines in zip(paths, sides):
                repeated = (lines * (length // len(lines) + 1))[:length]
                Path(path).write_text("\n".join(repeated) + "\n")
            cells = []
            for command in programs.values():
                seconds, memory = measured(command(*paths))
                cells.append(f"{seconds:.3f} | {memory:.0f}")
            print(f"| {length} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
