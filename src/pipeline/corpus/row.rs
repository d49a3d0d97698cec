//! What rows say, as numbers.

use super::near::mixed;
use jjak_formats::exchange::verbatim::CorpusRow;

/// A hash of the texts of a pair, whatever their letter case, marks and spaces.
pub(super) fn normalised(row: &CorpusRow) -> u64 {
    let texts = [&row.en, &row.ko];
    let hashes = texts.map(|text| letters(text));
    match hashes {
        // Of marks alone the marks count.
        [None, None] => texts.into_iter().fold(1, |hash, text| {
            text.bytes().fold(mixed(hash, u64::MAX), |hash, byte| {
                mixed(hash, u64::from(byte))
            })
        }),
        [en, ko] => mixed(en.unwrap_or_default(), ko.unwrap_or_default()),
    }
}

/// A hash of the letters and digits of a text, whatever their case; `None` if it has none.
pub(super) fn letters(text: &str) -> Option<u64> {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let mut letters = letters.flat_map(char::to_lowercase).peekable();
    letters.peek()?;
    Some(letters.fold(0, |hash, c| mixed(hash, u64::from(c))))
}
