//! How a text leaves the house: on one line, of characters every reader takes.

use super::options::Normal;
use jjak_core::article::one_line;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

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

fn is_forbidden(c: char) -> bool {
    match c {
        // Line ends are white space, and so are what some readers take for line ends.
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' => false,
        _ => c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}'),
    }
}

/// Characters that are not seen. The joiner U+200D is none of them: emoji are made with it.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// The straight quote for a curly or angle one; brackets of Korean titles (「」, 《》) are none.
fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '＇' => '\'',
        c => c,
    }
}

impl Normal {
    /// `text` to the letter, but for characters that XML forbids and what this makes alike; `on_a_line` with spaces for
    /// line breaks and tabs.
    pub(in crate::exchange) fn exact<'a>(&self, text: &'a str, on_a_line: bool) -> Cow<'a, str> {
        if self.spaces {
            return self.line(text);
        }
        let is_unfit = |c: char| is_forbidden(c) || matches!(c, '\u{B}' | '\u{C}');
        let mut text = Cow::Borrowed(text);
        if self.quotes && text.contains(|c| straight(c) != c) {
            text = Cow::Owned(text.chars().map(straight).collect());
        }
        if self.nfc && !is_nfc(&text) {
            text = Cow::Owned(text.nfc().collect());
        }
        if on_a_line && text.contains(is_break) {
            text = Cow::Owned(text.replace("\r\n", " ").replace(is_break, " "));
        }
        if text.contains(is_unfit) {
            text = Cow::Owned(text.replace(is_unfit, ""));
        }
        text
    }

    /// `text` plain, and made alike as far as this says.
    pub(in crate::exchange) fn line<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut text = Cow::Borrowed(text);
        if self.spaces && text.contains(is_invisible) {
            text = Cow::Owned(text.replace(is_invisible, ""));
        }
        if self.quotes && text.contains(|c| straight(c) != c) {
            text = Cow::Owned(text.chars().map(straight).collect());
        }
        if self.nfc && !is_nfc(&text) {
            text = Cow::Owned(text.nfc().collect());
        }
        match text {
            Cow::Borrowed(text) => plain(text),
            Cow::Owned(text) => Cow::Owned(plain(&text).into_owned()),
        }
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

    #[test]
    fn what_is_made_alike_is_a_choice() {
        let text = "\u{feff}“\u{1112}\u{1161}\u{11ab}”\u{200b} 「‘나’」";
        assert_eq!(Normal::default().line(text), text);
        let nfc = Normal {
            nfc: true,
            ..Normal::default()
        };
        assert_eq!(nfc.line(text), "\u{feff}“한”\u{200b} 「‘나’」");
        let all = Normal {
            nfc: true,
            quotes: true,
            spaces: true,
        };
        assert_eq!(all.line(text), "\"한\" 「'나'」");
    }
}
