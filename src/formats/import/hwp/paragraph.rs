//! A paragraph's characters: UTF-16 with control characters that take one or eight units.

/// Stands where a control gives the text, such as a running number; no text holds it, since it means "object" in Unicode
/// too.
pub(super) const GIVEN: char = '\u{FFFC}';

/// The text of a `PARA_TEXT` record.
pub(super) fn text(data: &[u8]) -> String {
    /// Units of an inline or extended control.
    const LONG: usize = 8;
    let units: Vec<u16> = data
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let mut text = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(&unit) = units.get(at) {
        at += match unit {
            9 => {
                text.push(u16::from(b'\t'));
                LONG
            }
            10 => {
                text.push(u16::from(b'\n'));
                1
            }
            24 => {
                text.push(u16::from(b'-'));
                1
            }
            30 => {
                text.push(0xA0);
                1
            }
            31 => {
                text.push(u16::from(b' '));
                1
            }
            18 | 23 => {
                text.push(GIVEN as u16);
                LONG
            }
            0 | 13 | 25..=29 => 1,
            1..=23 => LONG,
            unit => {
                // The format's name for "object" in a text of its own is none of ours.
                if unit != GIVEN as u16 {
                    text.push(unit);
                }
                1
            }
        };
    }
    String::from_utf16_lossy(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(units: &[u16]) -> Vec<u8> {
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect()
    }

    #[test]
    fn controls_take_their_place_and_give_no_letters() {
        let table = [11, 0x6c20, 0x7462, 0, 0, 0, 0, 11];
        let units = [
            &[0xAC00, 24, 0xAC01][..],
            &table,
            &[9, 1, 2, 3, 4, 5, 6, 9, 0xB098, 31, 0x41, 13],
        ]
        .concat();
        assert_eq!(text(&data(&units)), "가-각\t나 A");
        assert_eq!(text(&data(&[0xAC00, 11, 0x6c20])), "가");
        assert_eq!(text(&data(&[0xD840, 0xDC0B])), "𠀋");
    }
}
