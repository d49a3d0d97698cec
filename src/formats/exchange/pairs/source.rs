//! Where a file of pairs is read from: piece by piece, as often as need be, so that it never stands in memory whole.

use super::{BilingualError, MAX_BILINGUAL_BYTES, MAX_ROW_BYTES};
use crate::import;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Largest file that is kept, or read whole because its format or encoding asks for it.
pub(in crate::exchange) const MAX_WHOLE_BYTES: u64 = MAX_BILINGUAL_BYTES / 4;
const CHUNK_BYTES: usize = 1 << 16;

/// The bytes of a file of pairs.
#[derive(Clone, Copy)]
pub(in crate::exchange) enum Source<'a> {
    Memory(&'a [u8]),
    /// A regular file: it can be read again from its start.
    File(&'a Path),
}

/// Why a source cannot be read to its end.
#[derive(Debug)]
pub(in crate::exchange) enum Fault {
    Pairs(BilingualError),
    /// It is no UTF-8 text: another encoding, or none.
    NotUtf8,
    /// A row without an end.
    Endless,
    /// The text ends within a quoted cell.
    OpenQuote,
    Unreadable(io::Error),
}

/// UTF-8 text as it comes.
pub(in crate::exchange) type Stream<'a> = BufReader<Watched<'a>>;

/// Stops where no text goes on: at a zero byte, as UTF-16 and binary files have it, and where a row has no end.
pub(in crate::exchange) struct Watched<'a> {
    bytes: Box<dyn Read + 'a>,
    allowed: usize,
}

impl<'a> Source<'a> {
    /// The text from its beginning, without a byte order mark.
    pub(crate) fn stream(&self) -> Result<Stream<'a>, Fault> {
        let bytes: Box<dyn Read> = match *self {
            Source::Memory(bytes) => Box::new(bytes),
            Source::File(path) => Box::new(File::open(path)?),
        };
        let watched = Watched {
            bytes,
            allowed: MAX_ROW_BYTES,
        };
        let mut stream = BufReader::with_capacity(CHUNK_BYTES, watched);
        if stream.fill_buf()?.starts_with(b"\xEF\xBB\xBF") {
            stream.consume(3);
        }
        Ok(stream)
    }

    /// At most the first `most` bytes of the text.
    pub(crate) fn head(&self, most: usize) -> Result<String, Fault> {
        let mut stream = self.stream()?;
        allow(&mut stream, most);
        let mut head = Vec::new();
        stream.take(most as u64).read_to_end(&mut head)?;
        let valid = match std::str::from_utf8(&head) {
            // A character may have been cut in two.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => return Err(Fault::NotUtf8),
            Ok(text) => text.len(),
        };
        head.truncate(valid);
        String::from_utf8(head).map_err(|_| Fault::NotUtf8)
    }

    /// Sees that it is not too large to be kept or read whole.
    pub(crate) fn fits(&self) -> Result<(), Fault> {
        let size = match *self {
            Source::Memory(bytes) => bytes.len() as u64,
            Source::File(path) => std::fs::metadata(path)?.len(),
        };
        if size > MAX_WHOLE_BYTES {
            Err(BilingualError::TooLarge.into())
        } else {
            Ok(())
        }
    }

    /// All of its bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Fault> {
        self.fits()?;
        Ok(match *self {
            Source::Memory(bytes) => bytes.to_vec(),
            Source::File(path) => std::fs::read(path)?,
        })
    }

    /// All of its text, in whatever encoding it is.
    pub(crate) fn text(&self) -> Result<String, Fault> {
        let bytes = self.bytes()?;
        Ok(import::decode(&bytes).ok_or(BilingualError::UnknownEncoding)?)
    }

    /// Reads it as a stream of UTF-8, or, if it is none, from all of its text.
    pub(crate) fn read<T>(&self, read: impl Fn(&Source) -> Result<T, Fault>) -> Result<T, Fault> {
        match read(self) {
            Err(Fault::NotUtf8) => {
                let text = self.text()?;
                read(&Source::Memory(text.as_bytes())).map_err(|fault| match fault {
                    Fault::NotUtf8 => BilingualError::UnknownEncoding.into(),
                    fault => fault,
                })
            }
            done => done,
        }
    }
}

/// Lets the next row, or piece of one, be of `most` bytes.
pub(in crate::exchange) fn allow(stream: &mut Stream, most: usize) {
    stream.get_mut().allowed = most;
}

/// Reads the next line, its break included, into `line`; whether there was one.
pub(in crate::exchange) fn next_line(
    stream: &mut Stream,
    line: &mut String,
) -> Result<bool, Fault> {
    line.clear();
    allow(stream, MAX_ROW_BYTES);
    Ok(stream.read_line(line)? > 0)
}

/// The line without its break.
pub(in crate::exchange) fn unbroken(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // Less than a chunk over it is no matter.
        if self.allowed == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.bytes.read(into)?;
        self.allowed = self.allowed.saturating_sub(read);
        if into[..read].contains(&0) {
            Err(io::ErrorKind::InvalidData.into())
        } else {
            Ok(read)
        }
    }
}

impl Fault {
    /// As it is told of what is in memory; `row` is the one that was being read, from 1.
    pub(crate) fn at_row(self, row: usize) -> Fault {
        match self {
            Fault::Endless => BilingualError::TooLong { row }.into(),
            Fault::OpenQuote => BilingualError::OpenQuote { row }.into(),
            fault => fault,
        }
    }

    /// What is wrong with bytes that stood in memory.
    pub(crate) fn of_memory(self) -> BilingualError {
        match self {
            Fault::Pairs(error) => error,
            Fault::Endless => BilingualError::TooLong { row: 1 },
            Fault::OpenQuote => BilingualError::OpenQuote { row: 1 },
            Fault::NotUtf8 | Fault::Unreadable(_) => BilingualError::UnknownEncoding,
        }
    }
}

impl From<BilingualError> for Fault {
    fn from(error: BilingualError) -> Fault {
        Fault::Pairs(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::InvalidData => Fault::NotUtf8,
            io::ErrorKind::FileTooLarge => Fault::Endless,
            _ => Fault::Unreadable(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_cut_in_two_ends_the_head() {
        let text = "\u{feff}가나";
        let source = Source::Memory(text.as_bytes());
        assert_eq!(source.head(5).unwrap(), "가");
        assert_eq!(source.head(100).unwrap(), "가나");
    }

    #[test]
    fn a_line_without_an_end_is_not_read_to_the_end() {
        let line = vec![b'a'; MAX_ROW_BYTES * 3];
        let source = Source::Memory(&line);
        let read = next_line(&mut source.stream().unwrap(), &mut String::new());
        assert!(matches!(read, Err(Fault::Endless)), "{read:?}");
    }
}
