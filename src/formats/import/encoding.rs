//! Bytes to text: byte order mark, the zeros of UTF-16 and UTF-32, strict UTF-8, what the file declares, then a guess
//! between Korean and Western letters.

use super::legacy;
use encoding_rs::{EUC_KR, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::str::from_utf8;

/// Places that are no text in the encoding of a mark or of zeros, of a hundred characters; with more it is another.
const DAMAGE_PER_HUNDRED: usize = 2;
/// Korean pairs of bytes in a page that says it is Western; with more the page is wrong.
const FEW_KOREAN: usize = 20;
/// Letters with accents, dashes and quotes in an English file, of a hundred bytes. More is another script.
const LATIN_PER_HUNDRED: usize = 12;

/// An encoding that a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(Coding);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    /// One that browsers read.
    Web(&'static encoding_rs::Encoding),
    Utf32Le,
    Utf32Be,
    Iso2022Kr,
}

impl Encoding {
    /// Those that English and Korean texts are in, the likely ones first.
    pub const OFFERED: [Encoding; 5] = [
        Encoding(Coding::Web(UTF_8)),
        Encoding(Coding::Web(EUC_KR)),
        Encoding(Coding::Web(UTF_16LE)),
        Encoding(Coding::Web(UTF_16BE)),
        Encoding(Coding::Web(WINDOWS_1252)),
    ];

    /// An encoding by any of its usual names, such as `utf-8`, `cp949`, `euc-kr`, `utf-16`, `latin1`. There are more than
    /// those offered.
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.trim().to_ascii_lowercase();
        let label = match name.as_str() {
            "cp949" | "ms949" | "uhc" | "949" | "euckr" | "euc_kr" => "euc-kr",
            "cp1252" | "1252" => "windows-1252",
            "utf16" => "utf-16",
            "utf-32" | "utf32" | "utf-32le" => return Some(Encoding(Coding::Utf32Le)),
            "utf-32be" => return Some(Encoding(Coding::Utf32Be)),
            "iso-2022-kr" => return Some(Encoding(Coding::Iso2022Kr)),
            other => other,
        };
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(Encoding(Coding::Web(encoding)))
    }

    /// As [`jjak_core::article::Provenance::encoding`] has it.
    pub fn name(self) -> &'static str {
        match self.0 {
            Coding::Web(encoding) => encoding.name(),
            Coding::Utf32Le => "UTF-32LE",
            Coding::Utf32Be => "UTF-32BE",
            Coding::Iso2022Kr => "ISO-2022-KR",
        }
    }

    /// The one that browsers read it by, if they do.
    pub(super) fn web(self) -> Option<&'static encoding_rs::Encoding> {
        match self.0 {
            Coding::Web(encoding) => Some(encoding),
            _ => None,
        }
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self.name() {
            "EUC-KR" => "CP949 (EUC-KR)",
            "windows-1252" => "Windows-1252",
            name => name,
        }
    }

    /// Decodes all of `bytes`, with `�` for what it has no character for.
    pub(super) fn decode(self, bytes: &[u8]) -> Decoded {
        let (text, is_damaged) = match self.0 {
            Coding::Web(encoding) => {
                let (text, is_damaged) = encoding.decode_with_bom_removal(bytes);
                (text.into_owned(), is_damaged)
            }
            Coding::Utf32Le => (legacy::utf_32(bytes, u32::from_le_bytes), true),
            Coding::Utf32Be => (legacy::utf_32(bytes, u32::from_be_bytes), true),
            Coding::Iso2022Kr => (legacy::iso_2022_kr(bytes), true),
        };
        let is_damaged = is_damaged || text.contains('\0');
        let (text, undecodable) = if is_damaged { damaged(text) } else { (text, 0) };
        Decoded {
            text,
            encoding: self,
            undecodable,
        }
    }
}

/// The text without zeros, which are no text either, and how many places in it are none.
fn damaged(text: String) -> (String, usize) {
    let lost = [char::REPLACEMENT_CHARACTER, '\0'];
    let count = text.matches(lost).count();
    (text.replace('\0', "\u{FFFD}"), count)
}

pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Places that are no text in that encoding and became `�`.
    pub undecodable: usize,
}

impl Decoded {
    /// Whether nearly all of it is text, without control characters and letters that mean something to few.
    fn is_text(&self) -> bool {
        let odd = |c: &char| {
            matches!(c, '\u{1}'..='\u{8}' | '\u{E}'..='\u{19}' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}'
                | '\u{E000}'..='\u{F8FF}')
        };
        let characters = self.text.chars().count();
        self.text.chars().filter(odd).count() * 100 <= self.text.len()
            && self.undecodable * 100 <= characters.max(100) * DAMAGE_PER_HUNDRED
    }
}

/// Reads `bytes`; `declared` is what the file says of itself. `None` when no encoding makes sense of them.
pub(super) fn decode(
    bytes: &[u8],
    declared: Option<&'static encoding_rs::Encoding>,
) -> Option<Decoded> {
    let by_form = |coding| Some(Encoding(coding).decode(bytes)).filter(Decoded::is_text);
    if let Some(coding) = by_mark(bytes).or_else(|| by_zeros(bytes)) {
        return by_form(coding);
    }
    if legacy::is_iso_2022_kr(bytes) {
        return by_form(Coding::Iso2022Kr);
    }
    let shape = Shape::of(bytes);
    let is_utf_8 = from_utf8(bytes).is_ok() || shape.is_utf_8();
    // Tools put `utf-8` and `iso-8859-1` at the head of whatever they write.
    let declared = declared.filter(|&declared| {
        declared != UTF_8
            && (declared != WINDOWS_1252 || !shape.is_korean() || shape.korean < FEW_KOREAN)
    });
    let encoding = match declared {
        _ if is_utf_8 => UTF_8,
        Some(declared) => declared,
        None => shape.guess()?,
    };
    by_form(Coding::Web(encoding)).or_else(|| {
        // What it declares is wrong.
        let guess = shape.guess().filter(|&guess| guess != encoding)?;
        by_form(Coding::Web(guess))
    })
}

fn by_mark(bytes: &[u8]) -> Option<Coding> {
    // It begins with the mark of UTF-16.
    if bytes.starts_with(b"\xFF\xFE\0\0") {
        return Some(Coding::Utf32Le);
    }
    if bytes.starts_with(b"\0\0\xFE\xFF") {
        return Some(Coding::Utf32Be);
    }
    encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| Coding::Web(encoding))
}

/// UTF-16 and UTF-32 without a mark: line breaks, spaces and digits leave zeros, always in the same places.
fn by_zeros(bytes: &[u8]) -> Option<Coding> {
    if legacy::is_utf_32(bytes, u32::from_le_bytes) {
        return Some(Coding::Utf32Le);
    }
    if legacy::is_utf_32(bytes, u32::from_be_bytes) {
        return Some(Coding::Utf32Be);
    }
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let (mut even, mut odd) = (0usize, 0usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = sample.len() / 2;
    // Few characters besides 가 end in a zero byte of their own.
    let side = |zeros: usize, other: usize| zeros * 12 >= pairs && zeros > other * 8;
    if side(odd, even) {
        Some(Coding::Web(UTF_16LE))
    } else {
        side(even, odd).then_some(Coding::Web(UTF_16BE))
    }
}

/// What the bytes beyond ASCII look like.
#[derive(Debug, Default)]
struct Shape {
    bytes: usize,
    high: usize,
    /// Characters of several bytes in UTF-8, and places that are none.
    utf_8: usize,
    not_utf_8: usize,
    /// Pairs of bytes that Korean texts are made of: the syllables and marks of KS X 1001.
    korean: usize,
    /// Bytes that are no such pair: rare syllables that CP949 added, and what is no text in it.
    not_korean: usize,
}

impl Shape {
    fn of(bytes: &[u8]) -> Shape {
        let mut shape = Shape {
            bytes: bytes.len(),
            high: bytes.iter().filter(|byte| !byte.is_ascii()).count(),
            ..Shape::default()
        };
        for chunk in bytes.utf8_chunks() {
            shape.utf_8 += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            shape.not_utf_8 += usize::from(!chunk.invalid().is_empty());
        }
        let mut rest = bytes;
        while let Some((&first, after)) = rest.split_first() {
            rest = match (first, after.split_first()) {
                (0..=0x7F, _) => after,
                (0xA1..=0xFE, Some((0xA1..=0xFE, after))) => {
                    shape.korean += 1;
                    after
                }
                (0x81..=0xC6, Some((b'A'..=b'Z' | b'a'..=b'z' | 0x81..=0xFE, after))) => {
                    shape.not_korean += 1;
                    after
                }
                _ => {
                    shape.not_korean += 1;
                    after
                }
            };
        }
        shape
    }

    /// UTF-8 with some damage. Hardly a pair of other encodings' letters happens to be a character of UTF-8.
    fn is_utf_8(&self) -> bool {
        self.utf_8 > self.not_utf_8
    }

    fn is_korean(&self) -> bool {
        self.korean >= 2 * self.not_korean
    }

    /// What is not Korean is English with some other letters, or in no encoding of ours.
    fn guess(&self) -> Option<&'static encoding_rs::Encoding> {
        let is_western = self.high * 100 <= self.bytes * LATIN_PER_HUNDRED;
        if self.is_korean() {
            Some(EUC_KR)
        } else {
            is_western.then_some(WINDOWS_1252)
        }
    }
}
