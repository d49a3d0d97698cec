"""Prints how well several cleaners keep the articles of a benchmark's saved pages, by its own metric.

    pages.py BENCHMARK      a checkout of scrapinghub/article-extraction-benchmark
"""
import gzip
import html
import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def titles(page: str) -> str:
    found = re.findall(r"<(?:title|h1)[^>]*>(.*?)</", page, re.S | re.I)
    found += re.findall(r'property=["\']og:title["\'][^>]*content=["\'](.*?)["\']', page, re.I)
    return words(" ".join(html.unescape(re.sub("<[^>]*>", "", title)) for title in found))


def jjak(raw: bytes, _url: str) -> str:
    """What stays, without the headline that the benchmark's texts leave out."""
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(raw)
        file.flush()
        ran = subprocess.run(
            [os.environ["JJAK"], "clean", "--format", "json", file.name], capture_output=True, check=False
        )
    kept = [block["text"] for block in json.loads(ran.stdout or b"[]") if block["kept"]]
    if kept and len(words(kept[0])) > 10 and words(kept[0]) in titles(raw.decode("utf-8", "replace")):
        kept = kept[1:]
    return "\n".join(kept)


def trafilatura(raw: bytes, url: str) -> str:
    import trafilatura as program

    return program.extract(raw.decode("utf-8", "replace"), url=url, include_comments=False) or ""


def readability(raw: bytes, url: str) -> str:
    from lxml import html as tree
    from readability import Document

    summary = Document(raw.decode("utf-8", "replace"), url=url).summary()
    return tree.fromstring(summary).text_content()


CLEANERS = [
    ("Jjak", jjak, None),
    ("trafilatura", trafilatura, "trafilatura"),
    ("readability-lxml", readability, "readability-lxml"),
]


def version(package: str | None) -> str:
    if package is None:
        ran = subprocess.run([os.environ["JJAK"], "--version"], capture_output=True, text=True, check=True)
        return ran.stdout.split(maxsplit=1)[1].strip()
    return importlib.metadata.version(package)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("give a checkout of scrapinghub/article-extraction-benchmark")
    benchmark = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("evaluate", benchmark / "evaluate.py")
    evaluate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluate)
    truth = json.loads((benchmark / "ground-truth.json").read_text())
    pages = {key: gzip.open(benchmark / "html" / f"{key}.html.gz").read() for key in truth}
    print(f"| {len(pages)} pages | version | F1 | precision | recall |")
    print("|---|---|---|---|---|")
    for name, clean, package in CLEANERS:
        try:
            told = version(package)
        except importlib.metadata.PackageNotFoundError as missing:
            print(f"{name}: left out ({missing})", file=sys.stderr)
            continue
        counts = []
        for key, raw in pages.items():
            text = clean(raw, truth[key].get("url", ""))
            counts.append(evaluate.string_shingle_matching(true=truth[key].get("articleBody", ""), pred=text))
        score = evaluate.metrics_from_tp_fp_fns(counts)
        figures = " | ".join(f"{score[key]:.3f}" for key in ("f1", "precision", "recall"))
        print(f"| {name} | {told} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
