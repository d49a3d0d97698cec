//! HWP 5, by Hancom's "한글 문서 파일 형식 5.0" (revision 1.3): a compound file of deflated record streams.

mod controls;
mod paragraph;
mod record;
mod section;
mod styles;

use super::document::Document;
use super::{Fault, ImportWarning, Imported, limits};
use crate::article::Provenance;
use cfb::CompoundFile;
use flate2::read::DeflateDecoder;
use std::io::{Cursor, Read};
use styles::Styles;

type Container<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// What the stream `FileHeader` begins with.
const SIGNATURE: &[u8] = b"HWP Document File";
const COMPRESSED: u32 = 1 << 0;
const PASSWORD: u32 = 1 << 1;
const DISTRIBUTION: u32 = 1 << 2;
const DRM: u32 = 1 << 4;
const CERTIFICATE: u32 = 1 << 8;
const CERTIFICATE_DRM: u32 = 1 << 10;
const TRACKED_CHANGES: u32 = 1 << 14;

/// Whether `bytes` are a compound file with a HWP document in it.
pub(super) fn is_hwp(bytes: &[u8]) -> bool {
    CompoundFile::open(Cursor::new(bytes)).is_ok_and(|file| file.is_stream("/FileHeader"))
}

/// An article of the HWP 5 document `bytes`.
pub(super) fn article(bytes: &[u8], mut provenance: Provenance) -> Result<Imported, Fault> {
    let mut file =
        CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged("its container", &error))?;
    let header = stream(&mut file, "/FileHeader", false)?;
    if !header.starts_with(SIGNATURE) {
        return Err(damaged("FileHeader", &"it is no HWP document"));
    }
    let flags = header
        .get(36..40)
        .and_then(|flags| flags.try_into().ok())
        .map(u32::from_le_bytes)
        .ok_or_else(|| damaged("FileHeader", &"it is cut short"))?;
    if flags & PASSWORD != 0 {
        return Err(Fault::Encrypted);
    }
    if flags & DISTRIBUTION != 0 {
        return Err(Fault::Distribution);
    }
    if flags & (DRM | CERTIFICATE | CERTIFICATE_DRM) != 0 {
        return Err(Fault::Encrypted);
    }
    let compressed = flags & COMPRESSED != 0;
    let styles = Styles::read(&stream(&mut file, "/DocInfo", compressed)?);
    let mut document = Document::default();
    for number in 0.. {
        let name = format!("/BodyText/Section{number}");
        if !file.is_stream(&name) {
            match number {
                0 => return Err(damaged("BodyText", &"there is no text in it")),
                _ => break,
            }
        }
        section::read(
            &stream(&mut file, &name, compressed)?,
            &styles,
            &mut document,
        )?;
    }
    provenance.encoding = "UTF-16LE".to_owned();
    let mut imported = document.finish(provenance);
    if flags & TRACKED_CHANGES != 0 {
        imported.warnings.push(ImportWarning::ChangesShown);
    }
    Ok(imported)
}

fn damaged(place: &str, why: &dyn std::fmt::Display) -> Fault {
    Fault::Damaged {
        place: place.to_owned(),
        why: why.to_string(),
    }
}

/// The bytes of a stream, inflated if it is deflated.
fn stream(file: &mut Container, name: &str, compressed: bool) -> Result<Vec<u8>, Fault> {
    let place = name.trim_start_matches('/');
    let stream = file
        .open_stream(name)
        .map_err(|error| damaged(place, &error))?;
    let mut bytes = Vec::new();
    let limit = limits::MAX_HWP_STREAM + 1;
    match compressed {
        true => DeflateDecoder::new(stream)
            .take(limit)
            .read_to_end(&mut bytes),
        false => stream.take(limit).read_to_end(&mut bytes),
    }
    .map_err(|error| damaged(place, &error))?;
    if bytes.len() as u64 == limit {
        return Err(Fault::OverLimit {
            what: "a part of it unpacks to",
            limit: limits::MAX_HWP_STREAM >> 20,
            unit: "MiB",
            name: "MAX_HWP_STREAM",
        });
    }
    Ok(bytes)
}
