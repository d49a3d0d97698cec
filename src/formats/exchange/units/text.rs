//! How a text leaves the house: on one line, of characters every reader takes.

use jjak_core::article::one_line;
use std::borrow::Cow;

/// `text` on one line, without the characters XML 1.0 forbids.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) {
        let allowed = text.replace(is_forbidden, "");
        return Cow::Owned(one_line(&allowed).into_owned());
    }
    one_line(text)
}

/// What ends a line or a cell somewhere.
pub(crate) fn is_break(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

pub(super) fn is_forbidden(c: char) -> bool {
    match c {
        // Line ends are white space, and so are what some readers take for line ends.
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' => false,
        _ => c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_leaves_plain() {
        assert_eq!(
            plain(" a\u{0}b\t\u{2028}c\u{1b}\u{c}d\u{85}\u{ffff} "),
            "ab c d"
        );
        assert_eq!(plain("\u{1}\n"), "");
    }
}
