//! HWP 5, by Hancom's "한글 문서 파일 형식 5.0" (revision 1.3): a compound file of deflated record streams.

mod aes;
mod container;
mod controls;
mod distribution;
mod paragraph;
mod record;
mod section;
mod styles;

use super::document::Document;
use super::{Fault, ImportWarning, Imported, limits};
use container::Container;
use flate2::read::DeflateDecoder;
use jjak_core::article::Provenance;
use std::io::Read;
use styles::Styles;

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
    Container::open(bytes).is_some_and(|file| file.has("FileHeader"))
}

/// An article of the HWP 5 document `bytes`.
pub(super) fn article(bytes: &[u8], mut provenance: Provenance) -> Result<Imported, Fault> {
    let file = Container::open(bytes)
        .ok_or_else(|| damaged("its container", &"its directory cannot be read"))?;
    let header = stream(&file, "FileHeader")?;
    if !header.starts_with(SIGNATURE) {
        return Err(damaged("FileHeader", &"it is no HWP document"));
    }
    let flags =
        record::u32_at(&header, 36).ok_or_else(|| damaged("FileHeader", &"it is cut short"))?;
    if flags & PASSWORD != 0 {
        return Err(Fault::Encrypted);
    }
    if flags & (DRM | CERTIFICATE | CERTIFICATE_DRM) != 0 {
        return Err(Fault::Encrypted);
    }
    let is_deflated = flags & COMPRESSED != 0;
    let is_distributed = flags & DISTRIBUTION != 0;
    let storage = if is_distributed {
        "ViewText"
    } else {
        "BodyText"
    };
    let styles = unpacked(stream(&file, "DocInfo")?, is_deflated, "DocInfo")?;
    let styles = Styles::read(&styles);
    let mut document = Document::default();
    for number in 0.. {
        let name = format!("{storage}/Section{number}");
        if !file.has(&name) {
            match number {
                0 if is_distributed => return Err(Fault::Distribution),
                0 => return Err(damaged(storage, &"there is no text in it")),
                _ => break,
            }
        }
        let mut section = stream(&file, &name)?;
        if is_distributed {
            section = distribution::decrypted(&section).ok_or(Fault::Distribution)?;
        }
        let section = unpacked(section, is_deflated, &name)?;
        section::read(&section, &styles, &mut document)?;
    }
    provenance.encoding = "UTF-16LE".to_owned();
    let mut imported = document.finish(provenance);
    if flags & TRACKED_CHANGES != 0 {
        imported.warnings.push(ImportWarning::ChangesShown);
    }
    if is_distributed {
        imported.warnings.push(ImportWarning::Distribution);
    }
    Ok(imported)
}

fn damaged(place: &str, why: &dyn std::fmt::Display) -> Fault {
    Fault::Damaged {
        place: place.to_owned(),
        why: why.to_string(),
    }
}

/// The bytes of a stream as they stand in the file.
fn stream(file: &Container, name: &str) -> Result<Vec<u8>, Fault> {
    let stream = file
        .stream(name)
        .ok_or_else(|| damaged(name, &"it is not there"))?;
    stream.map_err(|there| damaged(name, &format!("it is cut short after {there} bytes")))
}

/// The bytes of a stream, inflated if it is deflated.
fn unpacked(bytes: Vec<u8>, is_deflated: bool, place: &str) -> Result<Vec<u8>, Fault> {
    if !is_deflated {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    let limit = limits::MAX_HWP_STREAM + 1;
    DeflateDecoder::new(&*bytes)
        .take(limit)
        .read_to_end(&mut unpacked)
        .map_err(|error| damaged(place, &error))?;
    if unpacked.len() as u64 == limit {
        return Err(Fault::OverLimit {
            what: "a part of it unpacks to",
            limit: limits::MAX_HWP_STREAM >> 20,
            unit: "MiB",
            name: "MAX_HWP_STREAM",
        });
    }
    Ok(unpacked)
}
