"""Jjak (짝): turns an English text and its Korean counterpart into a parallel corpus.

>>> import jjak
>>> pair = jjak.align("a.html", "b.html")
>>> for bead in pair:
...     print(bead.confidence, bead.en, bead.ko)
>>> pair.write("a.tmx")

What there is:

- ``read`` cleans one page (``Page``); ``segment`` cuts a text into sentences.
- ``align`` pairs two texts (``Pair`` of ``Bead``); ``Pair.open`` reads a bilingual file, ``Project.open`` a project.
- ``align_many`` pairs many, in threads, a ``Report`` each; ``match`` finds which texts belong together.
- ``check`` says what looks wrong in the rows, ``score`` how right an alignment is.

Whatever cannot be done raises ``jjak.Error`` or a class below it, with the words of the command line.
"""

from ._jjak import (
    Bead,
    Block,
    Error,
    Finding,
    Lone,
    Match,
    Matched,
    Measure,
    Page,
    Pair,
    PairError,
    Project,
    ProjectError,
    ReadError,
    Refused,
    Report,
    Reports,
    Score,
    Settings,
    WriteError,
    __version__,
    align,
    align_many,
    check,
    likeness,
    match,
    read,
    score,
    segment,
    user_lists,
)
from ._sentence import Sentence

__all__ = [
    "Bead",
    "Block",
    "Error",
    "Finding",
    "Lone",
    "Match",
    "Matched",
    "Measure",
    "Page",
    "Pair",
    "PairError",
    "Project",
    "ProjectError",
    "ReadError",
    "Refused",
    "Report",
    "Reports",
    "Score",
    "Sentence",
    "Settings",
    "WriteError",
    "__version__",
    "align",
    "align_many",
    "check",
    "likeness",
    "match",
    "read",
    "score",
    "segment",
    "user_lists",
]
