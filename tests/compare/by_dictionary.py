"""hunalign (Varga et al. 2005), a program of the user's own."""
import os
import subprocess
import tempfile
from pathlib import Path

from texts import Bead, Text

PROGRAM = os.environ.get("HUNALIGN")


def align(text: Text) -> list[Bead]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("none.dic", "en", "ko")]
        files[0].write_text("")
        files[1].write_text("\n".join(text.en) + "\n", encoding="utf-8")
        files[2].write_text("\n".join(text.ko) + "\n", encoding="utf-8")
        dictionary = os.environ.get("DICTIONARY", files[0])
        command = [PROGRAM, "-utf", dictionary, files[1], files[2]]
        ladder = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in ladder.splitlines() if "\t" in line]
    spans = zip(rungs, rungs[1:])
    return [(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in spans]
