//! A zip file of parts, unpacked with care: what a header promises is not believed, every byte is counted.

use super::super::limits::{MAX_PART_BYTES, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES};
use super::Fault;
use encoding_rs::Encoding;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What stands before each entry of a zip file's directory.
const ENTRY: &[u8] = b"PK\x01\x02";

pub(in crate::import) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Reads the directory of a zip file.
    ///
    /// # Errors
    /// [`Fault::Damaged`], or [`Fault::OverLimit`] when it has too many entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Fault> {
        // Counted before anything is built of them.
        let entries = bytes.windows(ENTRY.len()).filter(|&at| at == ENTRY).count();
        if entries > MAX_ZIP_ENTRIES {
            return Err(Fault::OverLimit {
                what: "it is packed of",
                limit: MAX_ZIP_ENTRIES as u64,
                unit: "files",
                name: "MAX_ZIP_ENTRIES",
            });
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|error| Fault::damaged("its zip directory", error))?;
        Ok(Package {
            archive,
            unpacked: 0,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// The part called `name`, in small or capital letters, as text; `None` if there is none.
    ///
    /// # Errors
    /// [`Fault`] when it is damaged, encrypted or too large.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<String>, Fault> {
        Ok(self.bytes(name)?.map(text))
    }

    /// The part called `name`, which the format cannot do without.
    ///
    /// # Errors
    /// [`Fault`] when it is missing, damaged, encrypted or too large.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Fault> {
        let part = self.find(name)?;
        part.ok_or_else(|| Fault::damaged(name, "this part of it is missing"))
    }

    /// The bytes of the part called `name`, in small or capital letters; `None` if there is none.
    ///
    /// # Errors
    /// [`Fault`] when it is damaged, encrypted or too large.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        match self.place(name) {
            Some(place) => self.unpack(place, name).map(Some),
            None => Ok(None),
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let mut names = self.archive.file_names_raw();
            names.position(|other| other.eq_ignore_ascii_case(name.as_bytes()))
        })
    }

    fn unpack(&mut self, place: usize, name: &str) -> Result<Vec<u8>, Fault> {
        let file = self.archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Encrypted,
            error => Fault::damaged(name, error),
        })?;
        let mut bytes = Vec::new();
        file.take(MAX_PART_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Fault::damaged(name, error))?;
        let over = |what, limit: u64, name| Fault::OverLimit {
            what,
            limit: limit >> 20,
            unit: "MiB",
            name,
        };
        if bytes.len() as u64 > MAX_PART_BYTES {
            return Err(over(
                "a part of it unpacks to",
                MAX_PART_BYTES,
                "MAX_PART_BYTES",
            ));
        }
        self.unpacked += bytes.len() as u64;
        if self.unpacked > MAX_UNPACKED_BYTES {
            return Err(over(
                "it unpacks to",
                MAX_UNPACKED_BYTES,
                "MAX_UNPACKED_BYTES",
            ));
        }
        Ok(bytes)
    }
}

/// Parts are UTF-8, or UTF-16 with its mark.
fn text(bytes: Vec<u8>) -> String {
    match Encoding::for_bom(&bytes) {
        Some((encoding, bom)) => {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[bom..]);
            text.into_owned()
        }
        None => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}
