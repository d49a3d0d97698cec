#!/usr/bin/env python3
"""Checks the short texts and, given a folder, writes them as sentence files with beads (see README.md)."""
import glob, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))


def side(text):
    return [s.strip() for s in text.split(' | ')] if text.strip() else []


def texts(path):
    """Yields (name, beads, order): beads as (English sentences, Korean sentences), order of the beads in the Korean."""
    genre = os.path.basename(path)[:-4]
    blocks = re.split(r'\n\s*\n', open(path, encoding='utf-8').read().strip())
    for number, block in enumerate(blocks, 1):
        name, beads, order = f'{genre}-{number:02}', [], None
        for line in block.split('\n'):
            if line.startswith('order '):
                order = [int(x) for x in line.split()[1:]]
                continue
            parts = f' {line.strip()} '.split(' = ')
            assert len(parts) == 2, f'{name}: one " = " a line: {line}'
            beads.append((side(parts[0]), side(parts[1])))
        order = list(range(len(beads))) if order is None else order
        assert sorted(order) == list(range(len(beads))), f'{name}: order names every bead once'
        for en, ko in beads:
            assert en or ko, f'{name}: a bead without a sentence'
            for s in en + ko:
                assert s and s == unicodedata.normalize('NFC', s) and '|' not in s and '\t' not in s, f'{name}: {s}'
            assert not any(re.search('[가-힣]', s) for s in en), f'{name}: Korean on the English side'
        yield name, beads, order


def main():
    count = beads_seen = 0
    out = sys.argv[1] if len(sys.argv) > 1 else None
    if out:
        os.makedirs(out, exist_ok=True)
    for path in sorted(glob.glob(f'{HERE}/*.txt')):
        for name, beads, order in texts(path):
            count, beads_seen = count + 1, beads_seen + len(beads)
            en, ko, first = [], [], {}
            for bead in order:
                first[bead] = len(ko)
                ko += beads[bead][1]
            rows = []
            for number, (e, k) in enumerate(beads):
                rows.append((range(len(en), len(en) + len(e)), range(first[number], first[number] + len(k))))
                en += e
            for numbers, lines in ((0, en), (1, ko)):
                assert sorted(n for row in rows for n in row[numbers]) == list(range(len(lines))), name
            assert 1 <= max(len(en), len(ko)) <= 9, f'{name}: {len(en)} and {len(ko)} sentences'
            if out:
                for end, lines in (('en.txt', en), ('ko.txt', ko), ('gold.tsv', ['\t'.join(','.join(map(str, x)) for x in row) for row in rows])):
                    with open(f'{out}/{name}.{end}', 'w', encoding='utf-8') as f:
                        f.write('\n'.join(lines) + '\n')
    print(f'{count} texts, {beads_seen} beads')


if __name__ == '__main__':
    main()
