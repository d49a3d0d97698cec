"""Makes a Parquet of pages to try the jobs with: articles recombined from those of this repository.

    python make_pages.py pages.parquet --records 20000

Columns: id, en_html, ko_html. Each article is three to five runs of neighbouring pairs of different articles, with the
numbers changed, in a page with a menu and a footer; one in fifty is an earlier one with a pair changed, one in a thousand
cannot be read.
"""

import argparse
import html
import random
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

GOLD = Path(__file__).parents[2] / "tests" / "gold"
PAGE = (
    "<!DOCTYPE html><html lang={lang}><head><meta charset=utf-8><title>{title}</title></head><body>"
    "<nav><a href=/>{menu}</a></nav><article><h1>{title}</h1>{body}</article><footer>{footer}</footer></body></html>"
)
FURNITURE = {
    "en": ("Home</a> <a href=/news>News</a> <a href=/login>Log in", "Copyright Eunpo Daily. All rights reserved."),
    "ko": ("홈</a> <a href=/news>뉴스</a> <a href=/login>로그인", "무단 전재 및 재배포 금지"),
}


def articles():
    """The articles as lists of pairs of texts."""
    for gold in sorted(GOLD.glob("*/*.gold.tsv")):
        name = gold.with_suffix("").with_suffix("")
        sides = [name.with_name(f"{name.name}.{lang}.sent") for lang in ("en", "ko")]
        if not all(side.exists() for side in sides):
            continue
        en, ko = [side.read_text(encoding="utf-8").splitlines() for side in sides]
        pairs = []
        for line in gold.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or len(cells) < 2:
                continue
            numbers = [[int(number) for number in cell.split(",") if number] for cell in cells[:2]]
            pairs.append([[side[at] for at in one] for side, one in zip((en, ko), numbers)])
        if len(pairs) > 8:
            yield pairs


def changed(pair, chance):
    """The pair with its numbers of two digits or more made others, alike on both sides."""
    shift = chance.randrange(1, 9)
    return [[re.sub(r"\d{2,}", lambda found: str(int(found[0]) + shift), text) for text in side] for side in pair]


def page(lang, sentences):
    title, *rest = sentences
    body = "".join(f"<p>{html.escape(' '.join(rest[at : at + 3]))}</p>" for at in range(0, len(rest), 3))
    menu, footer = FURNITURE[lang]
    return PAGE.format(lang=lang, title=html.escape(title), body=body, menu=menu, footer=footer)


def records(count, seed):
    chance, sources, before = random.Random(seed), list(articles()), []
    for number in range(count):
        poison = chance.random()
        if poison < 0.001:
            yield {"id": f"p{number:06}", "en_html": "<html><body></body></html>", "ko_html": "한글"}
            continue
        if before and chance.random() < 0.02:
            pairs = list(chance.choice(before))
            pairs[chance.randrange(1, len(pairs))] = changed(chance.choice(chance.choice(sources)), chance)
        else:
            pairs = []
            for source in chance.sample(sources, chance.randint(3, 5)):
                start = chance.randrange(max(1, len(source) - 8))
                pairs += [changed(pair, chance) for pair in source[start : start + 8]]
            before = before[-500:] + [pairs]
        sides = [[text for pair in pairs for text in pair[side]] for side in (0, 1)]
        yield {"id": f"p{number:06}", "en_html": page("en", sides[0]), "ko_html": page("ko", sides[1])}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("output")
    arguments.add_argument("--records", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    schema = pa.schema([(name, pa.string()) for name in ("id", "en_html", "ko_html")])
    with pq.ParquetWriter(given.output, schema) as out:
        rows = []
        for record in records(given.records, given.seed):
            rows.append(record)
            if len(rows) == 1000:
                out.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows = []
        if rows:
            out.write_table(pa.Table.from_pylist(rows, schema=schema))


if __name__ == "__main__":
    main()
