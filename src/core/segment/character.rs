//! What single characters are to a sentence.

/// A Hangul syllable block (not a lone letter, as in ㅋㅋ).
pub(super) fn is_syllable(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// Index of the final consonant of a syllable: 0 none, 17 ㅂ, 20 ㅆ.
pub(super) fn final_consonant(c: char) -> u32 {
    if is_syllable(c) {
        (c as u32 - 0xAC00) % 28
    } else {
        0
    }
}

/// Index of the vowel of a syllable: 0 ㅏ, 4 ㅓ, 8 ㅗ.
pub(super) fn vowel(c: char) -> Option<u32> {
    is_syllable(c).then(|| (c as u32 - 0xAC00) / 28 % 21)
}

/// Letters, digits and spaces, most of any text: no mark of any kind.
pub(super) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ' ' || is_syllable(c)
}

/// Marks that may end a sentence.
pub(super) fn is_terminator(c: char) -> bool {
    is_strong(c) || matches!(c, '.' | '…' | '‥' | '．')
}

/// Marks that end a sentence more surely than a full stop, which has many other uses.
pub(super) fn is_strong(c: char) -> bool {
    matches!(
        c,
        '!' | '?' | '。' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉' | '｡'
    )
}

/// Full-width marks, after which Chinese and Japanese put no space.
pub(super) fn is_full_width(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// Brackets, opening and closing.
pub(super) const BRACKETS: [(char, char); 11] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('【', '】'),
    ('«', '»'),
    ('（', '）'),
];

/// Characters that can close what an earlier one opened.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’') || BRACKETS.iter().any(|&(_, close)| close == c)
}

/// Characters that can open what a later one closes.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘') || BRACKETS.iter().any(|&(open, _)| open == c)
}

/// Laughter, tears and tildes that Korean writers hang on a sentence.
pub(super) fn is_emoticon(c: char) -> bool {
    matches!(
        c,
        'ㅋ' | 'ㅎ' | 'ㅠ' | 'ㅜ' | 'ㅡ' | 'ㅅ' | '~' | '^' | '♡' | '♥' | '～'
    )
}

pub(super) fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}'
    )
}
