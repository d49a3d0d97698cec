"""Jjak itself, as a program."""
import os
import subprocess
import tempfile
from pathlib import Path

from texts import Bead, Text, beads


def align(text: Text) -> list[Bead]:
    with tempfile.TemporaryDirectory() as folder:
        en, ko, out = (Path(folder) / name for name in ("en.txt", "ko.txt", "beads.tsv"))
        en.write_text("\n".join(text.en) + "\n", encoding="utf-8")
        ko.write_text("\n".join(text.ko) + "\n", encoding="utf-8")
        command = [os.environ["JJAK"], "align", "--segmented", en, ko, "--beads", out]
        subprocess.run(command, check=True, capture_output=True)
        return beads(out)
