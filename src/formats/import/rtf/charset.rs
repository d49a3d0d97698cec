//! Which code page the bytes of a font's text are in.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
    WINDOWS_1258,
};

/// Of a font's `\fcharsetN`; `None` for the default (0, 1), symbols and what is not known.
pub(super) fn of_charset(charset: i32) -> Option<&'static Encoding> {
    Some(match charset {
        77 => MACINTOSH,
        128 => SHIFT_JIS,
        129 => EUC_KR,
        134 => GBK,
        136 => BIG5,
        161 => WINDOWS_1253,
        162 => WINDOWS_1254,
        163 => WINDOWS_1258,
        177 => WINDOWS_1255,
        178 => WINDOWS_1256,
        186 => WINDOWS_1257,
        204 => WINDOWS_1251,
        222 => WINDOWS_874,
        238 => WINDOWS_1250,
        _ => return None,
    })
}

/// Of a code page's number, as `\ansicpgN` and a font's `\cpgN` give it.
pub(super) fn of_code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        _ => return None,
    })
}

/// The text of bytes in a font of the encoding `font`, in a document of `page`. A font that tells no encoding of its own
/// has Western text, unless all of its high bytes come in pairs and the document is one of an East Asian code page.
pub(super) fn decode(
    bytes: &[u8],
    font: Option<&'static Encoding>,
    page: &'static Encoding,
) -> String {
    let encoding = font.unwrap_or_else(|| match () {
        () if !page.is_single_byte() && are_pairs(bytes) => page,
        () if page.is_single_byte() => page,
        () => WINDOWS_1252,
    });
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether high bytes stand in pairs throughout.
pub(super) fn are_pairs(bytes: &[u8]) -> bool {
    let mut run = 0usize;
    for byte in bytes.iter().chain(&[0]) {
        match byte {
            0xA1..=0xFE => run += 1,
            0x80..=0xFF => return false,
            _ if !run.is_multiple_of(2) => return false,
            _ => run = 0,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_without_a_charset_of_its_own_is_read_by_its_bytes() {
        assert_eq!(decode(b"\xb1\xdd\xb8\xae", None, EUC_KR), "금리");
        assert_eq!(decode(b"it\x92s caf\xe9", None, EUC_KR), "it’s café");
        assert_eq!(decode(b"it\x92s", Some(WINDOWS_1252), EUC_KR), "it’s");
        assert_eq!(
            decode(b"\x8c\x63\xb9\xe6", Some(EUC_KR), WINDOWS_1252),
            "똠방"
        );
    }
}
