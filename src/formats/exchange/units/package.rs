//! Office documents as they are written: zip files of XML parts, one after the other.

use std::io::{self, Write};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

pub(in crate::exchange) type Zip<'o> = ZipWriter<StreamWriter<&'o mut dyn Write>>;

/// Begins a part, which is written next.
pub(in crate::exchange) fn start(zip: &mut Zip, name: &str) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(4));
    Ok(zip.start_file(name, options)?)
}

/// Writes a whole part.
pub(in crate::exchange) fn part(zip: &mut Zip, name: &str, xml: &str) -> io::Result<()> {
    start(zip, name)?;
    zip.write_all(xml.as_bytes())
}
