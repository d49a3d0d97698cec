//! Bytes to text: byte order mark, UTF-8, the zeros of UTF-16, then a guess that expects Korean.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_KR, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Undecodable places that are still shown as `�`, of a thousand characters: a damaged file, not another encoding.
const DAMAGE_PER_THOUSAND: usize = 2;
/// Letters with accents, dashes and quotes in an English file, of a hundred bytes. More is another script.
const LATIN_PER_HUNDRED: usize = 12;

/// An encoding that a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// Those that English and Korean texts are in, the likely ones first.
    pub const OFFERED: [Encoding; 5] = [
        Encoding(UTF_8),
        Encoding(EUC_KR),
        Encoding(UTF_16LE),
        Encoding(UTF_16BE),
        Encoding(WINDOWS_1252),
    ];

    /// An encoding by any of its usual names, such as `utf-8`, `cp949`, `euc-kr`, `utf-16`, `latin1`. There are more than
    /// those offered.
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.trim().to_ascii_lowercase();
        let label = match name.as_str() {
            "cp949" | "ms949" | "uhc" | "949" | "euckr" | "euc_kr" => "euc-kr",
            "cp1252" | "1252" => "windows-1252",
            "utf16" => "utf-16",
            other => other,
        };
        encoding_rs::Encoding::for_label(label.as_bytes()).map(Encoding)
    }

    /// As [`crate::article::Provenance::encoding`] has it.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self.0.name() {
            "EUC-KR" => "CP949 (EUC-KR)",
            "windows-1252" => "Windows-1252",
            name => name,
        }
    }

    /// Decodes all of `bytes`, with `�` for what it has no character for.
    pub(super) fn decode(self, bytes: &[u8]) -> Decoded {
        let (text, _) = self.0.decode_with_bom_removal(bytes);
        Decoded {
            text: text.into_owned(),
            encoding: self.0,
        }
    }
}

pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static encoding_rs::Encoding,
}

/// Reads `bytes`; `declared` is what a web page says of itself. `None` when no encoding makes sense of them.
pub(super) fn decode(
    bytes: &[u8],
    declared: Option<&'static encoding_rs::Encoding>,
) -> Option<Decoded> {
    if let Some((encoding, bom)) = encoding_rs::Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[bom..]);
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.contains(&0) {
        return None;
    }
    decode_as(UTF_8, bytes)
        .or_else(|| declared.and_then(|encoding| decode_as(encoding, bytes)))
        .or_else(|| guess(bytes))
}

fn guess(bytes: &[u8]) -> Option<Decoded> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"kr"), Utf8Detection::Deny);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let latin = high * 100 <= bytes.len() * LATIN_PER_HUNDRED;
    if guessed == WINDOWS_1252 && latin {
        return decode_as(WINDOWS_1252, bytes);
    }
    decode_as(EUC_KR, bytes).or_else(|| {
        if latin {
            decode_as(WINDOWS_1252, bytes)
        } else {
            None
        }
    })
}

fn decode_as(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<Decoded> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    if damaged {
        let bad = text.matches('\u{FFFD}').count();
        if bad * 1000 > text.chars().count() * DAMAGE_PER_THOUSAND {
            return None;
        }
    }
    // An encoding that gives control characters or private letters is not the one the text was written in.
    let odd =
        |c: &char| matches!(c, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}');
    (text.chars().filter(odd).count() * 100 <= text.len()).then_some(Decoded { text, encoding })
}

/// UTF-16 without a mark: line breaks, spaces and digits leave a zero in every second byte.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
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
        Some(UTF_16LE)
    } else {
        side(even, odd).then_some(UTF_16BE)
    }
}
