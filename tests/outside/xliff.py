#!/usr/bin/env python3
"""XLIFF and stand-off alignments read by other people's programs.

Writes a sample as XLIFF 1.2, XLIFF 2.1, TEI and XCES, and has them read by what is installed: xmllint from the path,
translate-toolkit and opustools in the Python that runs this.

    tests/outside/xliff.py [--jjak PATH]

Says what passed, failed and was not there; ends with 1 if anything failed.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = [ROOT / "samples" / name for name in ("harbor.en.html", "harbor.ko.txt")]
ONE = "{urn:oasis:names:tc:xliff:document:1.2}"
TWO = "{urn:oasis:names:tc:xliff:document:2.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
# The elements that may stand in a unit of XLIFF 2.1, in their order.
ORDER = ["metadata", "notes", "segment"]


class Missing(Exception):
    pass


def check(is_so, what):
    if not is_so:
        raise AssertionError(what)


def ran(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)
    check(done.returncode == 0, f"{command[0]}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def well_formed(folder, pairs):
    if not shutil.which("xmllint"):
        raise Missing("xmllint")
    for name in ("a.xlf", "a.xliff", "a.tei", "b.xces", "a.en.xml", "a.ko.xml", "b.en.xml", "b.ko.xml"):
        ran("xmllint", "--nonet", "--noout", folder / name)


def toolkit(folder, pairs, module, opened, name):
    try:
        storage = __import__(f"translate.storage.{module}", fromlist=[module])
    except ImportError:
        raise Missing("translate-toolkit") from None
    store = getattr(storage, opened).parsefile(str(folder / name))
    units = [unit for unit in store.units if not unit.isheader()]
    found = [(str(unit.source or ""), str(unit.target or "")) for unit in units]
    check(found == pairs, f"{len(found)} units for {len(pairs)} pairs, or other texts")


def toolkit_one(folder, pairs):
    toolkit(folder, pairs, "xliff", "xlifffile", "a.xlf")


def toolkit_two(folder, pairs):
    toolkit(folder, pairs, "xliff2", "Xliff2File", "a.xliff")


def form_one(folder, pairs):
    root = ElementTree.parse(folder / "a.xlf").getroot()
    units = list(root.iter(f"{ONE}trans-unit"))
    check(len(units) == len(pairs), "units")
    check(len({unit.get("id") for unit in units}) == len(units), "ids are not one of a kind")
    for file in root.findall(f"{ONE}file"):
        for name in ("original", "source-language", "target-language", "datatype"):
            check(file.get(name), f"file has no {name}")


def form_two(folder, pairs):
    root = ElementTree.parse(folder / "a.xliff").getroot()
    for unit in root.iter(f"{TWO}unit"):
        names = [child.tag.rsplit("}", 1)[1] for child in unit]
        check(names == [name for name in ORDER if name in names], f"order in a unit: {names}")
        segment = unit.find(f"{TWO}segment")
        has_target = segment.find(f"{TWO}target") is not None
        check(has_target or segment.get("state") == "initial", "a state that asks for a target")


def links(folder, pairs):
    """Every id of a link is that of a sentence, and what they name are the pairs."""
    texts = []
    for lang in ("en", "ko"):
        sentences = ElementTree.parse(folder / f"a.{lang}.xml").getroot().iter(f"{TEI}s")
        texts.append({sentence.get("id"): sentence.text for sentence in sentences})
    for name in ("a.tei", "b.xces"):
        found = []
        for link in ElementTree.parse(folder / name).getroot().iter("link"):
            halves = [half.split() for half in link.get("xtargets").split(";")]
            found.append(tuple(" ".join(text[id] for id in half) for text, half in zip(texts, halves)))
        check(found == pairs, f"{name}: other pairs")


def opus(folder, pairs):
    try:
        from opustools.parse.alignment_parser import AlignmentParser
    except ImportError:
        raise Missing("opustools") from None
    with open(folder / "b.xces", encoding="utf-8") as alignment:
        found, _, _, _, source, target, _ = AlignmentParser(alignment).collect_links()
    check((source, target) == ("b.en.xml", "b.ko.xml"), f"texts {source} and {target}")
    check(len(found) == len(pairs), f"{len(found)} links")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--jjak", type=pathlib.Path, default=ROOT / "target/debug/jjak")
    jjak = arguments.parse_args().jjak
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = ("a.xlf", "a.xliff", "a.tei", "b.xces", "a.jsonl")
        ran(jjak, "align", *SAMPLE, "--one-sided", *(word for name in names for word in ("-o", folder / name)))
        lines = (folder / "a.jsonl").read_text(encoding="utf-8").splitlines()
        pairs = [(text["en"], text["ko"]) for text in (json.loads(line)["translation"] for line in lines)]
        for test in (well_formed, form_one, form_two, toolkit_one, toolkit_two, links, opus):
            try:
                test(folder, pairs)
                print(f"passed   {test.__name__}")
            except Missing as missing:
                print(f"not here {test.__name__}: {missing}")
            except Exception as why:
                failed = True
                print(f"FAILED   {test.__name__}: {why}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
