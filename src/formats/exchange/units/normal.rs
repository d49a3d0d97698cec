//! What is made alike in the texts that are written.

use super::text::{is_break, is_forbidden, plain};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What is made alike in the texts. In those that Jjak aligned, line breaks and runs of white space are one space in
/// any case; those of files of pairs stay as they are, but for what is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Normal {
    /// Unicode's composed form (NFC), which imported texts have already.
    pub nfc: bool,
    /// Curly and angle quotes as straight ones.
    pub quotes: bool,
    /// One space for every run of white space, none at the ends, and no invisible characters: zero-width spaces, soft
    /// hyphens, marks of direction.
    pub spaces: bool,
}

impl Normal {
    pub const NAMES: [&'static str; 3] = ["nfc", "quotes", "spaces"];

    /// The switch called so.
    pub fn switch(&mut self, name: &str) -> Option<&mut bool> {
        match name {
            "nfc" => Some(&mut self.nfc),
            "quotes" => Some(&mut self.quotes),
            "spaces" => Some(&mut self.spaces),
            _ => None,
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

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
