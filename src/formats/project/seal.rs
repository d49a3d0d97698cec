//! What tells that a line of a project file is whole and in its place: at its end its number in the file, from 1, and
//! the CRC-32 (ISO-HDLC, as zip and zlib have it) of all the line's bytes before the checksum's own name.
//!
//! ```text
//! {"undo":{"at":"2026-11-24T00:00:00Z"},"line":17,"crc32":"1a2b3c4d"}
//! ```

use crc32fast::Hasher;
use std::io::{self, Write};

/// Why a line is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    #[error("its checksum is missing or does not fit: it was changed")]
    Changed,
    #[error("it is not in its place: lines before it are missing, or stand twice")]
    Misplaced,
}

/// Writes one object as a sealed line. Its closing brace is held back until the seal stands before it.
pub(crate) struct SealedLine<'o> {
    out: &'o mut dyn Write,
    hasher: Hasher,
    /// The last byte that came.
    held: Option<u8>,
    number: u64,
}

impl<'o> SealedLine<'o> {
    pub(crate) fn new(out: &'o mut dyn Write, number: u64) -> SealedLine<'o> {
        SealedLine {
            out,
            hasher: Hasher::new(),
            held: None,
            number,
        }
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.out.write_all(bytes)
    }

    /// Ends the line.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        debug_assert_eq!(self.held, Some(b'}'));
        self.put(place(self.number).as_bytes())?;
        let sum = checksum(&self.hasher);
        self.out.write_all(sum.as_bytes())?;
        self.out.write_all(b"\n")
    }
}

impl Write for SealedLine<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some((&last, before)) = bytes.split_last() {
            if let Some(held) = self.held.replace(last) {
                self.put(&[held])?;
            }
            self.put(before)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Sees that `line` is whole and the one of this `number`, and takes its seal off.
pub(crate) fn open(line: &mut Vec<u8>, number: u64) -> Result<(), Broken> {
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    let sealed = line.len().checked_sub(CHECKSUM_BYTES);
    let (body, sum) = line
        .split_at_checked(sealed.ok_or(Broken::Changed)?)
        .ok_or(Broken::Changed)?;
    let mut hasher = Hasher::new();
    hasher.update(body);
    if checksum(&hasher).as_bytes() != sum {
        return Err(Broken::Changed);
    }
    let place = place(number);
    let object = body.strip_suffix(place.as_bytes());
    let length = object.ok_or(Broken::Misplaced)?.len();
    line.truncate(length);
    line.push(b'}');
    Ok(())
}

/// Whether `line` ends as a sealed one does.
pub(super) fn is_sealed(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let from = line.len().saturating_sub(CHECKSUM_BYTES);
    line[from..].starts_with(NAME.as_bytes())
}

const NAME: &str = ",\"crc32\":\"";
/// Eight digits, a quote and a brace after the name.
const CHECKSUM_BYTES: usize = NAME.len() + 8 + 2;

fn place(number: u64) -> String {
    format!(",\"line\":{number}")
}

fn checksum(hasher: &Hasher) -> String {
    format!("{NAME}{:08x}\"}}", hasher.clone().finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(object: &str, number: u64) -> Vec<u8> {
        let mut out = Vec::new();
        let mut line = SealedLine::new(&mut out, number);
        for piece in object.as_bytes().chunks(3) {
            line.write_all(piece).unwrap();
        }
        line.finish().unwrap();
        out
    }

    #[test]
    fn a_sealed_line_is_json_and_opens_as_it_was() {
        let object = r#"{"undo":{"at":"now","note":",\"line\":3"}}"#;
        let mut line = sealed(object, 3);
        assert!(is_sealed(&line));
        let value: serde_json::Value = serde_json::from_slice(&line).unwrap();
        assert_eq!(value["line"], 3);
        open(&mut line, 3).unwrap();
        assert_eq!(line, object.as_bytes());
    }

    #[test]
    fn any_bit_that_flips_is_noticed_and_so_is_another_place() {
        let line = sealed(r#"{"undo":{"at":"now"}}"#, 12);
        for at in 0..line.len() * 8 {
            let mut flipped = line.clone();
            flipped[at / 8] ^= 1 << (at % 8);
            assert!(open(&mut flipped, 12).is_err(), "bit {at}");
        }
        assert_eq!(open(&mut line.clone(), 11), Err(Broken::Misplaced));
    }
}
