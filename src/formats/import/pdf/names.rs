//! The characters of simple fonts: base encodings, and glyph names as the Adobe Glyph List has them.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The base encoding that a font names, or has when it names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    MacRoman,
    WinAnsi,
}

impl Base {
    /// What `code` stands for.
    pub(super) fn character(self, code: u8) -> Option<char> {
        let decoded = |encoding: &'static encoding_rs::Encoding| {
            let bytes = [code];
            let (text, _) = encoding.decode_without_bom_handling(&bytes);
            text.chars().next().filter(|c| !c.is_control())
        };
        match self {
            Base::WinAnsi => decoded(WINDOWS_1252),
            Base::MacRoman => decoded(MACINTOSH),
            Base::Standard => standard(code),
        }
    }
}

/// Adobe's StandardEncoding.
fn standard(code: u8) -> Option<char> {
    /// From 0xA1 on; a space where there is none.
    const UPPER: [&str; 6] = [
        "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ",
        " –†‡· ¶•‚„”»…‰ ¿",
        " `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ",
        "—               ",
        " Æ ª    ŁØŒº    ",
        " æ   ı  łøœß    ",
    ];
    match code {
        b'\'' => Some('’'),
        b'`' => Some('‘'),
        0x20..=0x7E => Some(char::from(code)),
        0xA1..=0xFF => {
            let (row, column) = (usize::from(code >> 4) - 0xA, usize::from(code & 0xF));
            let column = if row == 0 { column - 1 } else { column };
            UPPER[row].chars().nth(column).filter(|c| *c != ' ')
        }
        _ => None,
    }
}

/// What the glyph called `name` shows: by the list, by `uniXXXX` and `uXXXXX`, whatever its variant (`a.sc`).
pub(super) fn glyph(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(c.to_string());
    }
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    let hex = |digits: &str| {
        u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32)
    };
    if let Some(digits) = name
        .strip_prefix("uni")
        .filter(|digits| digits.is_ascii() && digits.len() >= 4)
    {
        let units = digits.as_bytes().chunks_exact(4);
        return units
            .map(|unit| hex(std::str::from_utf8(unit).ok()?))
            .collect();
    }
    if let Some(c) = name
        .strip_prefix('u')
        .filter(|digits| (4..=6).contains(&digits.len()))
        .and_then(hex)
    {
        return Some(c.to_string());
    }
    accented(name).map(String::from)
}

/// `eacute`, `Ntilde` and the like.
fn accented(name: &str) -> Option<char> {
    use unicode_normalization::char::compose;
    const MARKS: [(&str, char); 11] = [
        ("acute", '\u{301}'),
        ("grave", '\u{300}'),
        ("circumflex", '\u{302}'),
        ("dieresis", '\u{308}'),
        ("tilde", '\u{303}'),
        ("cedilla", '\u{327}'),
        ("caron", '\u{30C}'),
        ("ring", '\u{30A}'),
        ("macron", '\u{304}'),
        ("breve", '\u{306}'),
        ("ogonek", '\u{328}'),
    ];
    let mut letters = name.chars();
    let letter = letters.next()?;
    let mark = letters.as_str();
    let (_, mark) = MARKS.iter().find(|(known, _)| *known == mark)?;
    compose(letter, *mark)
}

const NAMES: [(&str, &str); 117] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("brokenbar", "¦"),
    ("section", "§"),
    ("dieresis", "¨"),
    ("copyright", "©"),
    ("ordfeminine", "ª"),
    ("guillemotleft", "«"),
    ("logicalnot", "¬"),
    ("registered", "®"),
    ("macron", "¯"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("acute", "´"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("cedilla", "¸"),
    ("onesuperior", "¹"),
    ("ordmasculine", "º"),
    ("guillemotright", "»"),
    ("onequarter", "¼"),
    ("onehalf", "½"),
    ("threequarters", "¾"),
    ("questiondown", "¿"),
    ("AE", "Æ"),
    ("Oslash", "Ø"),
    ("Thorn", "Þ"),
    ("germandbls", "ß"),
    ("ae", "æ"),
    ("oslash", "ø"),
    ("thorn", "þ"),
    ("eth", "ð"),
    ("Eth", "Ð"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("dotlessi", "ı"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("florin", "ƒ"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("endash", "–"),
    ("emdash", "—"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotesinglbase", "‚"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("perthousand", "‰"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("fraction", "⁄"),
    ("Euro", "€"),
    ("trademark", "™"),
    ("minus", "−"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("nbspace", "\u{A0}"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_encodings() {
        let shown = |name| glyph(name).unwrap_or_default();
        assert_eq!(
            shown("eacute") + &shown("Ntilde") + &shown("fi") + &shown("A"),
            "éÑfiA"
        );
        assert_eq!(
            shown("uniAC00") + &shown("u1F600") + &shown("one.sc"),
            "가😀1"
        );
        assert_eq!(glyph("g123"), None);
        assert_eq!(Base::Standard.character(0xAE), Some('ﬁ'));
        assert_eq!(Base::Standard.character(0xFB), Some('ß'));
        assert_eq!(Base::Standard.character(0xD0), Some('—'));
        assert_eq!(Base::Standard.character(0xB7), Some('•'));
        assert_eq!(Base::WinAnsi.character(0x92), Some('’'));
    }
}
