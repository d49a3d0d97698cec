"""Cuts the fonts that stand behind Pretendard out of whole ones: what Pretendard lacks of CP949, hanja first of all, the
everyday signs beside it, and emoji. See README.md for where the whole fonts come from.

    pip install fonttools
    python3 subset.py NotoSansCJK-Regular.ttc NotoEmoji_400Regular.ttf NotoSansMath_400Regular.ttf \\
        NotoSansSymbols2_400Regular.ttf NanumGothic.ttf
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

HERE = os.path.dirname(os.path.abspath(__file__))

# Taken whole beside CP949, as far as a font has them: letters of old Hangul, punctuation, letterlike signs, arrows,
# operators, enclosed numbers, lines and boxes, dingbats, kana, ligatures, compatibility hanja, half and full width forms.
BLOCKS = [
    (0x1100, 0x11FF), (0x2000, 0x206F), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x3000, 0x303F),
    (0x3040, 0x30FF), (0x3131, 0x318E), (0x3200, 0x33FF), (0xF900, 0xFAD9), (0xFB00, 0xFB06), (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
]
# Hidden in a text, they shape the sign before them.
SELECTORS = {0xFE0E, 0xFE0F, 0x20E3}


def two_bytes(encoding):
    """Every character that two bytes of `encoding` stand for."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x41, 0xFF):
            try:
                text = bytes([lead, trail]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                yield ord(text)


def cut(font, wanted, path, name=None):
    """Writes those of the `wanted` characters that `font` has to `path`, and returns them."""
    options = subset.Options()
    # Without hints and without the tables that shape running text: the window shapes no vertical or old text.
    options.hinting = False
    options.layout_features = []
    options.desubroutinize = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT", "meta"]
    # The copyright and the licence stay in the name table.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    has = wanted & set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=has)
    subsetter.subset(font)
    if name:
        for number in (1, 3, 4, 6):
            text = name.replace(" ", "") if number == 6 else name
            font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].names = [r for r in font["name"].names if (r.platformID, r.langID) == (3, 0x409)]
    out = os.path.join(HERE, path)
    font.save(out)
    print(f"{path}: {len(has)} characters, {os.path.getsize(out):,} bytes")
    return has


def main(cjk, emoji, math, symbols, gothic):
    pretendard = set(TTFont(os.path.join(HERE, "Pretendard-Regular.otf")).getBestCmap())
    cp949 = set(two_bytes("cp949"))
    blocks = {c for first, last in BLOCKS for c in range(first, last + 1)}
    korean = next(f for f in TTCollection(cjk).fonts if f["name"].getDebugName(4) == "Noto Sans CJK KR")
    # An emoji that is drawn as one is not a sign of text.
    pictures = {c for c in TTFont(emoji).getBestCmap() if c > 0x23FF} - cp949
    missing = (cp949 | blocks) - pretendard
    drawn = cut(korean, missing - pictures, "NotoSansCJKkr-Subset.otf")
    drawn |= cut(TTFont(emoji), (pictures | SELECTORS) - pretendard, "NotoEmoji-Subset.ttf")
    drawn |= cut(TTFont(math), missing - drawn, "NotoSansMath-Subset.ttf")
    drawn |= cut(TTFont(symbols), missing - drawn, "NotoSansSymbols2-Subset.ttf")
    # The name of this one is reserved for the whole font.
    drawn |= cut(TTFont(gothic), missing & cp949 - drawn, "JjakSigns.ttf", "Jjak Signs")
    left = cp949 - pretendard - drawn
    assert not left, [hex(c) for c in sorted(left)]


main(*sys.argv[1:])
