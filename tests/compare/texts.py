"""The texts to compare on: sentences of both sides and the beads that people made."""
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).resolve().parent.parent / "gold"
Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Text:
    """Sentences of both sides; beads as positions in them, one side may be empty."""

    name: str
    en: list[str]
    ko: list[str]
    beads: list[Bead]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def beads(path: Path) -> list[Bead]:
    """One bead a line: English numbers, a tab, Korean numbers; from 0, separated by commas."""

    def side(field: str) -> tuple[int, ...]:
        return tuple(int(number) for number in field.split(",") if number.strip())

    rows = [line.split("\t") for line in lines(path) if line and not line.startswith("#")]
    return [(side(row[0]), side(row[1])) for row in rows if len(row) > 1]


def folder(path: Path, prefix: str = "", ending: str = "sent") -> list[Text]:
    names = sorted(gold.name.removesuffix(".gold.tsv") for gold in path.glob(f"{prefix}*.gold.tsv"))
    return [
        Text(
            name,
            lines(path / f"{name}.en.{ending}"),
            lines(path / f"{name}.ko.{ending}"),
            beads(path / f"{name}.gold.tsv"),
        )
        for name in names
    ]


def short() -> list[Text]:
    """Texts of one to five sentences."""
    with tempfile.TemporaryDirectory() as out:
        expand = GOLD / "short" / "expand.py"
        subprocess.run([sys.executable, expand, out], check=True, stdout=subprocess.DEVNULL)
        return folder(Path(out), ending="txt")


def hard(texts: list[Text]) -> list[Text]:
    """The same texts with 6% of the sentences of either side taken out and 4% foreign ones put in. A bead that loses
    all of one side becomes nulls of the other."""
    chance = random.Random(1)
    return [spoilt(text, texts, chance) for text in texts]


def spoilt(text: Text, all_texts: list[Text], chance: random.Random) -> Text:
    foreign = [other for other in all_texts if other.name != text.name]
    nulls: list[Bead] = []
    sides, kept = [], []
    for side in ("en", "ko"):
        sentences: list[str] = []
        places: dict[int, int] = {}
        for at, sentence in enumerate(getattr(text, side)):
            if chance.random() < 0.04:
                alone = (len(sentences),)
                nulls.append((alone, ()) if side == "en" else ((), alone))
                sentences.append(chance.choice(getattr(chance.choice(foreign), side)))
            if chance.random() >= 0.06:
                places[at] = len(sentences)
                sentences.append(sentence)
        sides.append(sentences)
        kept.append(places)
    new = list(nulls)
    for en, ko in text.beads:
        en = tuple(kept[0][at] for at in en if at in kept[0])
        ko = tuple(kept[1][at] for at in ko if at in kept[1])
        if en and ko:
            new.append((en, ko))
        else:
            new.extend([((at,), ()) for at in en] + [((), (at,)) for at in ko])
    return Text(text.name, sides[0], sides[1], new)


def sets() -> dict[str, list[Text]]:
    dev = GOLD / "dev"
    found = {
        "news": folder(dev, "n"),
        "prose": folder(dev, "p"),
        "genres": folder(GOLD / "dev2") + folder(GOLD / "samples"),
        "short": short(),
    }
    found["hard"] = hard(found["news"] + found["prose"] + found["genres"])
    return {name: texts for name, texts in found.items() if texts}
