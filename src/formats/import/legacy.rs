//! Encodings that browsers no longer read, and so `encoding_rs` does not: UTF-32, and ISO-2022-KR of old Korean mail.

use encoding_rs::EUC_KR;
use std::borrow::Cow;

/// What a text in ISO-2022-KR (RFC 1557) says at its beginning: KS X 1001 is what is shifted to.
const DESIGNATOR: &[u8] = b"\x1B$)C";
const SHIFT_OUT: u8 = 0x0E;
const SHIFT_IN: u8 = 0x0F;

/// Four bytes as a number.
type Order = fn([u8; 4]) -> u32;

/// The text that `bytes` are in UTF-32, with `�` for what is no character.
pub(super) fn utf_32(bytes: &[u8], order: Order) -> String {
    let units = bytes.chunks(4).map(|unit| <[u8; 4]>::try_from(unit).ok());
    let characters = units.map(|unit| unit.and_then(|unit| char::from_u32(order(unit))));
    characters
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Whether `bytes` are UTF-32 without a mark: nearly all characters leave the same two of four bytes zero.
pub(super) fn is_utf_32(bytes: &[u8], order: Order) -> bool {
    let units = || bytes.chunks_exact(4).take(1024);
    let plain = units().filter(|unit| {
        let unit = <[u8; 4]>::try_from(*unit).map(order);
        unit.is_ok_and(|unit| (0x09..0x1_0000).contains(&unit))
    });
    bytes.len().is_multiple_of(4) && !bytes.is_empty() && plain.count() * 10 > units().count() * 9
}

pub(super) fn is_iso_2022_kr(bytes: &[u8]) -> bool {
    let mut windows = bytes.windows(DESIGNATOR.len());
    bytes.is_ascii() && windows.any(|window| window == DESIGNATOR)
}

/// The text of `bytes` in ISO-2022-KR, with `�` for what has no character.
pub(super) fn iso_2022_kr(bytes: &[u8]) -> String {
    let mut unshifted = Vec::with_capacity(bytes.len());
    let mut is_shifted = false;
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match rest.strip_prefix(DESIGNATOR) {
            Some(after) => after,
            None => {
                match byte {
                    SHIFT_OUT => is_shifted = true,
                    SHIFT_IN => is_shifted = false,
                    // A line begins in ASCII again.
                    b'\n' | b'\r' => {
                        is_shifted = false;
                        unshifted.push(byte);
                    }
                    0x21..=0x7E if is_shifted => unshifted.push(byte | 0x80),
                    byte => unshifted.push(byte),
                }
                after
            }
        };
    }
    let text: (Cow<str>, bool) = EUC_KR.decode_without_bom_handling(&unshifted);
    text.0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifted_bytes_are_hangul() {
        let mail = b"\x1B$)C\x0E1]8.\x0F 2.5\r\n\x0E5?0a\x0F.";
        assert!(is_iso_2022_kr(mail));
        assert_eq!(iso_2022_kr(mail), "금리 2.5\r\n동결.");
    }

    #[test]
    fn four_bytes_are_a_character() {
        let bytes = |order: fn(u32) -> [u8; 4]| -> Vec<u8> {
            "금리 동결".chars().flat_map(|c| order(c as u32)).collect()
        };
        let little = bytes(u32::to_le_bytes);
        assert!(is_utf_32(&little, u32::from_le_bytes) && !is_utf_32(&little, u32::from_be_bytes));
        assert_eq!(utf_32(&little, u32::from_le_bytes), "금리 동결");
        let big = bytes(u32::to_be_bytes);
        assert!(is_utf_32(&big, u32::from_be_bytes) && !is_utf_32(&big, u32::from_le_bytes));
        assert_eq!(utf_32(&big[..7], u32::from_be_bytes), "금\u{FFFD}");
    }
}
