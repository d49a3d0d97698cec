"""Prints how well several splitters find where sentences begin, on the cases that this repository holds."""
import importlib.metadata
import json
import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


def cases(lang: str) -> list[tuple[str, list[str], str]]:
    """Texts of a line with their sentences, and what Jjak calls the convention of quotations that they were cut by."""
    found = []
    for case in json.loads((TESTS / "gold/segment" / f"{lang}.json").read_text()):
        found.append((case["text"], case["expect"], "whole"))
    # One case a line, cut at " | "; those with breaks or cuts without a space say more than a line can.
    name = {"en": "english", "ko": "korean"}[lang]
    for path in (TESTS / "segment").glob(f"*{name}*.txt"):
        for line in path.read_text().splitlines():
            if line and not line.startswith("#") and not set("¦⏎") & set(line):
                sentences = line.split(" | ")
                found.append((" ".join(sentences), sentences, "split"))
    return found


def starts(text: str, sentences: list[str]) -> set[int]:
    """Letters (white space not counted) before each sentence but the first. What a splitter leaves out between two, such as
    the number of an item, belongs to the second."""
    text = "".join(text.split())
    begins, at = set(), 0
    for sentence in sentences:
        begins.add(at)
        sentence = "".join(sentence.split())
        place = text.find(sentence, at)
        # One that was changed counts by its length.
        at = len(sentence) + (place if place >= 0 else at)
    return begins - {0}


def jjak(lang: str, texts: list[str], conventions: list[str]) -> list[list[str]]:
    command = [os.environ["JJAK"], "segment", "-", "--lang", lang, "--no-clean", "--inline-marks", "keep", "--wrapped", "no"]
    ran = [
        subprocess.run([*command, "--quotations", convention], input=text, capture_output=True, text=True, check=True)
        for text, convention in zip(texts, conventions)
    ]
    return [one.stdout.splitlines() for one in ran]


def pysbd(lang: str, texts: list[str], _) -> list[list[str]] | None:
    if lang != "en":
        return None
    import pysbd as program

    splitter = program.Segmenter(language="en", clean=False)
    return [splitter.segment(text) for text in texts]


def kss(lang: str, texts: list[str], _) -> list[list[str]] | None:
    if lang != "ko":
        return None
    import kss as program

    return [program.split_sentences(text) for text in texts]


def kiwi(lang: str, texts: list[str], _) -> list[list[str]] | None:
    if lang != "ko":
        return None
    from kiwipiepy import Kiwi

    splitter = Kiwi()
    return [[one.text for one in splitter.split_into_sents(text)] for text in texts]


SPLITTERS = [("Jjak", jjak, None), ("pySBD", pysbd, "pysbd"), ("KSS", kss, "kss"), ("Kiwi", kiwi, "kiwipiepy")]


def f1(texts, told) -> tuple[float, float]:
    """Of the places where a sentence begins; and the share of texts that are cut just so."""
    right = found = wanted = whole = 0
    for (text, gold, _), sentences in zip(texts, told):
        ours, true = starts(text, sentences), starts(text, gold)
        right, found, wanted = right + len(ours & true), found + len(ours), wanted + len(true)
        whole += ours == true
    return 2 * right / max(1, found + wanted), whole / len(texts)


def main() -> None:
    sets = {lang: cases(lang) for lang in ("en", "ko")}
    head = " | ".join(f"{lang} ({len(texts)}) F1 | {lang} whole" for lang, texts in sets.items())
    print(f"| sentences | version | {head} |\n|---|---|---|---|---|---|")
    for name, split, package in SPLITTERS:
        try:
            told = importlib.metadata.version(package) if package else "this one"
        except importlib.metadata.PackageNotFoundError as missing:
            print(f"{name}: left out ({missing})", file=sys.stderr)
            continue
        cells = []
        for lang, texts in sets.items():
            answers = split(lang, [text for text, *_ in texts], [convention for *_, convention in texts])
            cells += ["", ""] if answers is None else [f"{figure:.3f}" for figure in f1(texts, answers)]
        print(f"| {name} | {told} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
