//! Text from files as a terminal may see it: control characters, which could move its cursor, change its title or
//! hide what was said, are written out.

use std::borrow::Cow;
use std::io::{self, Write};

/// `text` with its control characters, but line ends and tabs, as `\u{1b}`.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_harmful = |c: char| c.is_control() && c != '\n' && c != '\t';
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut harmless = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_harmful(c) {
            harmless.extend(c.escape_unicode())
        } else {
            harmless.push(c)
        }
    }
    Cow::Owned(harmless)
}

/// Writes UTF-8 on as [`harmless`] does; what is no UTF-8 goes through as it is, but for bytes that are control
/// characters.
pub(crate) struct Harmless<W> {
    out: W,
    /// The first byte of U+0080 to U+00BF has come.
    begun: bool,
}

/// The first byte, in UTF-8, of the second set of control characters.
const C1: u8 = 0xC2;

impl<W: Write> Harmless<W> {
    pub(crate) fn new(out: W) -> Harmless<W> {
        Harmless { out, begun: false }
    }

    fn put(&mut self, byte: u8) -> io::Result<()> {
        if std::mem::take(&mut self.begun) {
            if (0x80..0xA0).contains(&byte) {
                return write!(self.out, "\\u{{{byte:x}}}");
            }
            self.out.write_all(&[C1])?;
        }
        match byte {
            C1 => {
                self.begun = true;
                Ok(())
            }
            b'\n' | b'\t' => self.out.write_all(&[byte]),
            0..b' ' | 0x7F => write!(self.out, "\\u{{{byte:x}}}"),
            _ => self.out.write_all(&[byte]),
        }
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.put(byte)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "제목\x1b]0;gone\x07\tA\r\u{9b}2Jé\u{7f}\n";

    #[test]
    fn control_characters_are_written_out() {
        let shown = "제목\\u{1b}]0;gone\\u{7}\tA\\u{d}\\u{9b}2Jé\\u{7f}\n";
        assert_eq!(harmless(TEXT), shown);
        for size in 1..5 {
            let mut out = Harmless::new(Vec::new());
            for piece in TEXT.as_bytes().chunks(size) {
                out.write_all(piece).unwrap();
            }
            assert_eq!(out.out, shown.as_bytes(), "{size}");
        }
    }

    #[test]
    fn what_is_harmless_stays() {
        assert!(matches!(harmless("제목\n\t1."), Cow::Borrowed(_)));
    }
}
