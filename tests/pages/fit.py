#!/usr/bin/env python3
"""Fits the model that tells a page's article from what is around it (src: import/content; needs numpy, scikit-learn).

  JJAK_PAGES=FOLDER JJAK_FEATURES=FILE cargo test --lib write_features -- --ignored
  fit.py FILE=TRUTH [FILE=TRUTH ...] [-o assets/clean/page-model.txt] [--folds 5] [--trees 250] [--depth 4]

FILE has a piece of a page a line, with its features; TRUTH is a folder of NAME.json, each with the page's article as
text in "main_content". --folds says how well the model does on pages that it was not fitted on: words of the pieces it
keeps against words of the article, the mean of all pages. No page is part of this project: any set of saved pages with
their articles will do (WCXB's, CC BY 4.0, gave the model in use)."""
import argparse
import json
import os
import re
from collections import Counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SURE = 6.0
N = 4


def words(text):
    return re.findall(r"\w+", (text or "").lower())


def labels(pieces, article):
    """How much of each piece is in the article: by runs of four words; shorter pieces by their place between others."""
    gold = words(article)
    places = {}
    for i in range(len(gold) - N + 1):
        places.setdefault(tuple(gold[i:i + N]), []).append(i)
    split = [words(p) for p in pieces]
    share = np.zeros(len(pieces))
    at = [None] * len(pieces)
    for k, w in enumerate(split):
        if len(w) < 6:
            continue
        grams = [tuple(w[i:i + N]) for i in range(len(w) - N + 1)]
        share[k] = sum(g in places for g in grams) / len(grams)
        found = sorted(p for g in grams for p in places.get(g, []))
        if share[k] >= .5 and len(found) <= 2 * len(grams):
            at[k] = found[0], found[-1] + N
    before, last = [None] * len(pieces), None
    for k in range(len(pieces)):
        before[k] = last
        last = at[k][1] if at[k] else last
    after, last = [None] * len(pieces), None
    for k in reversed(range(len(pieces))):
        after[k] = last
        last = at[k][0] if at[k] else last
    for k, w in enumerate(split):
        if len(w) >= 6 or not w or (before[k] is None and after[k] is None):
            continue
        start = before[k] if before[k] is not None else max(0, after[k] - 40)
        end = after[k] if after[k] is not None else start + 80
        within = gold[min(start, end):max(start, end) + 2]
        share[k] = float(any(within[i:i + len(w)] == w for i in range(len(within) - len(w) + 1)))
    return share


class Page:
    def __init__(self, name, rows, article):
        self.name = name
        self.article = article
        self.texts = [r["text"] for r in rows]
        self.frames = [r["frames"] + [0, 0] for r in rows]
        self.signatures = [r["signature"] for r in rows]
        self.x = np.array([r["features"] for r in rows], dtype=np.float32)
        self.share = labels(self.texts, article)
        self.y = (self.share >= .5).astype(int)
        self.bytes = np.array([len(t.encode()) for t in self.texts], dtype=np.float64)
        weight = np.sqrt(self.bytes)
        # A caption may be called the article's or not.
        weight *= np.array([.1 if r["kind"] == "caption" else 1. for r in rows])
        self.weight = weight / weight.sum() ** .75

    def neighbours(self, odds):
        n = len(odds)
        w = np.sqrt(self.bytes)
        at = lambda i: odds[i] if 0 <= i < n else -SURE
        def means(keys):
            sums, weights = {}, {}
            for key, o, x in zip(keys, odds, w):
                sums[key] = sums.get(key, 0) + o * x
                weights[key] = weights.get(key, 0) + x
            return [sums[k] / weights[k] for k in keys]
        container = means([f[1] for f in self.frames])
        around = means([f[2] for f in self.frames])
        signature = means(self.signatures)
        total = (odds * w).sum() / w.sum() if n else -SURE
        def window(i, reach):
            a, b = max(0, i - reach), min(n, i + reach + 1)
            s, t = (odds[a:b] * w[a:b]).sum() - odds[i] * w[i], w[a:b].sum() - w[i]
            return s / t if t > 0 else -SURE
        return np.array([[odds[i], at(i - 1), at(i - 2), at(i + 1), at(i + 2), window(i, 3), window(i, 10),
                          container[i], around[i], signature[i], total] for i in range(n)], dtype=np.float32)


def read(source):
    file, folder = source.split("=")
    pages, names, rows = [], None, {}
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        if "names" in row:
            names = row["names"]
        else:
            rows.setdefault(row["page"], []).append(row)
    for name, of_page in rows.items():
        path = os.path.join(folder, name + ".json")
        if os.path.exists(path):
            truth = json.load(open(path, encoding="utf-8"))
            truth = truth.get("ground_truth", truth)
            if truth.get("main_content"):
                pages.append(Page(name, of_page, truth["main_content"]))
    return pages, names


def forest(x, y, weight, trees, depth):
    model = HistGradientBoostingClassifier(max_iter=trees, max_depth=depth, max_leaf_nodes=2 ** depth, learning_rate=.1,
                                           min_samples_leaf=40, max_bins=63, l2_regularization=5., early_stopping=False,
                                           # Sites differ in what tells: no tree sees all of it.
                                           max_features=.3, random_state=7)
    return model.fit(x, y, sample_weight=weight)


def log_odds(model, x):
    return model.decision_function(x)


def stack(pages, key):
    return np.concatenate([getattr(p, key) for p in pages])


def fit(pages, options):
    """The two forests; the second sees odds that the first gave to pages it was not fitted on."""
    weight = stack(pages, "weight") / stack(pages, "weight").mean()
    first = forest(stack(pages, "x"), stack(pages, "y"), weight, options.trees, options.depth)
    parts = [pages[i::3] for i in range(3)]
    seconds, order = [], []
    for i, part in enumerate(parts):
        rest = [p for k, other in enumerate(parts) if k != i for p in other]
        w = stack(rest, "weight")
        of_rest = forest(stack(rest, "x"), stack(rest, "y"), w / w.mean(), options.trees, options.depth)
        for page in part:
            odds = np.clip(log_odds(of_rest, page.x), -SURE, SURE)
            seconds.append(np.hstack([page.x, page.neighbours(odds)]))
            order.append(page)
    w = stack(order, "weight")
    second = forest(np.concatenate(seconds), stack(order, "y"), w / w.mean(), options.trees, options.depth)
    return first, second


def judge(models, page):
    odds = np.clip(log_odds(models[0], page.x), -SURE, SURE)
    return log_odds(models[1], np.hstack([page.x, page.neighbours(odds)]))


def f1(page, keep):
    kept = Counter(w for text, k in zip(page.texts, keep) if k for w in words(text))
    gold = Counter(words(page.article))
    hit = sum((kept & gold).values())
    p, r = hit / max(1, sum(kept.values())), hit / max(1, sum(gold.values()))
    return p, r, 2 * p * r / (p + r) if p + r else 0.


def write(models, names, path):
    lines = ["# Made by tests/pages/fit.py: see there, and import/content/model.rs for the form."]
    for title, model in zip(("first", "second"), models):
        lines.append(title)
        lines.append(f"= {float(model._baseline_prediction.ravel()[0]):.4f}")
        for (tree,) in model._predictors:
            nodes = tree.nodes
            def say(at):
                node = nodes[at]
                if node["is_leaf"]:
                    return f"= {node['value']:.4g}"
                threshold = f"{node['num_threshold']:.6g}"
                return f"{names[node['feature_idx']]} {threshold} {say(node['left'])} {say(node['right'])}"
            lines.append(say(0))
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="+")
    parser.add_argument("-o", "--output")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--trees", type=int, default=250)
    parser.add_argument("--depth", type=int, default=4)
    parser.add_argument("--only", help="a folder: count only the pages that it has")
    options = parser.parse_args()
    pages, names = [], None
    for source in options.sources:
        more, names = read(source)
        pages += more
    print(len(pages), "pages,", sum(len(p.y) for p in pages), "pieces")
    best = np.mean([f1(p, p.y) for p in pages], axis=0)
    print("pieces of the article kept: P %.4f R %.4f F1 %.4f" % tuple(best))
    if options.folds:
        scores = []
        for fold in range(options.folds):
            models = fit([p for i, p in enumerate(pages) if i % options.folds != fold], options)
            for page in pages[fold::options.folds]:
                if not options.only or os.path.exists(os.path.join(options.only, page.name + ".json")):
                    scores.append((page.name, f1(page, judge(models, page) > 0)))
        print("unseen %d pages: P %.4f R %.4f F1 %.4f" % (len(scores), *np.mean([s for _, s in scores], axis=0)))
        for name, score in sorted(scores, key=lambda s: s[1][2])[:15]:
            print("  %s P %.2f R %.2f F1 %.2f" % (name, *score))
    if options.output:
        write(fit(pages, options), names, options.output)


if __name__ == "__main__":
    main()
