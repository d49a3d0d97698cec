//! Streams, unpacked within bounds.

use super::super::{Fault, limits};
use flate2::read::ZlibDecoder;
use hayro_syntax::object::Stream;
use std::io::{self, Read};

/// The bytes of a stream; `None` if it cannot be unpacked. [`check`] has seen that it does not explode.
pub(super) fn decoded(stream: &Stream) -> Option<Vec<u8>> {
    Some(stream.decoded().ok()?.into_owned())
}

/// Sees that none of the file's deflated streams unpacks to more than the limit, before any is unpacked to be kept.
///
/// # Errors
/// [`Fault::OverLimit`].
pub(super) fn check(file: &[u8]) -> Result<(), Fault> {
    const START: &[u8] = b"stream";
    let over = || Fault::OverLimit {
        what: "a part of it unpacks to",
        limit: limits::MAX_PDF_STREAM >> 20,
        unit: "MiB",
        name: "MAX_PDF_STREAM",
    };
    let mut rest = file;
    while let Some(at) = find(rest, START) {
        let data = &rest[at + START.len()..];
        let data = data
            .strip_prefix(b"\r\n")
            .or(data.strip_prefix(b"\n"))
            .unwrap_or(data);
        // What zlib begins with: deflate, a multiple of 31.
        if let [first, second, ..] = data
            && first & 0xF == 8
            && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0
        {
            let mut bounded = ZlibDecoder::new(data).take(limits::MAX_PDF_STREAM + 1);
            // What is damaged gives as much as there is.
            let mut counted = Counted(0);
            let _ = io::copy(&mut bounded, &mut counted);
            if counted.0 > limits::MAX_PDF_STREAM {
                return Err(over());
            }
        }
        rest = data;
    }
    Ok(())
}

struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}
