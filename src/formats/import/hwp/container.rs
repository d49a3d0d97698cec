//! The container of HWP 5: a compound file, by Microsoft's [MS-CFB]
//! <https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb>. Only the chains of the streams that are asked for are
//! followed: programs leave what they do not use in any state, and a document is none the worse for it.

use super::record::{u16_at, u32_at};

const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Where the header's own part of the list of table sectors begins, and how many it holds.
const TABLE_LIST: usize = 76;
const LISTED_IN_HEADER: usize = 109;
/// The least number that is no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;
const NO_ENTRY: u32 = 0xFFFF_FFFF;
const STORAGE: u8 = 1;
const STREAM: u8 = 2;
const ROOT: u8 = 5;

pub(super) struct Container<'a> {
    bytes: &'a [u8],
    /// Size of a sector and of a small one, as powers of two.
    shift: u32,
    small_shift: u32,
    /// Streams below this size are kept in small sectors.
    small_below: u64,
    /// The sector after each.
    table: Vec<u32>,
    small_table: Vec<u32>,
    /// What holds the small sectors.
    small: Vec<u8>,
    entries: Vec<Entry>,
}

/// A stream or storage in the directory.
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    first: u32,
    size: u64,
}

impl<'a> Container<'a> {
    /// Reads the tables and the directory; `None` if that cannot be done.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Container<'a>> {
        if !bytes.starts_with(SIGNATURE) {
            return None;
        }
        let shift = u32::from(u16_at(bytes, 30)?);
        let small_shift = u32::from(u16_at(bytes, 32)?);
        if !(7..=16).contains(&shift) || !(4..=shift).contains(&small_shift) {
            return None;
        }
        let mut container = Container {
            bytes,
            shift,
            small_shift,
            small_below: u64::from(u32_at(bytes, 56)?),
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        container.table = container.table()?;
        let directory = container.chain(u32_at(bytes, 48)?);
        container.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        container.small_table = numbers(&container.chain(u32_at(bytes, 60)?));
        let root = container.entries.first().filter(|root| root.kind == ROOT)?;
        container.small = container.chain(root.first);
        Some(container)
    }

    /// The table of all sectors, itself in sectors that the header lists, and sectors that it lists in turn.
    fn table(&self) -> Option<Vec<u32>> {
        let mut listed: Vec<u32> = (0..LISTED_IN_HEADER)
            .map_while(|at| u32_at(self.bytes, TABLE_LIST + at * 4))
            .collect();
        let mut next = u32_at(self.bytes, 68)?;
        // A list that leads back into itself ends with the file's own size.
        for _ in 0..self.bytes.len() >> self.shift {
            let Some(list) = self.sector(next) else {
                break;
            };
            let mut list = numbers(list);
            next = list.pop().unwrap_or(NO_SECTOR);
            listed.extend(list);
        }
        let mut table = Vec::new();
        let most = (self.bytes.len() >> self.shift) + 1;
        for sector in listed.into_iter().filter_map(|number| self.sector(number)) {
            if table.len() >= most {
                break;
            }
            table.extend(numbers(sector));
        }
        Some(table)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= NO_SECTOR {
            return None;
        }
        let start = (number as usize + 1) << self.shift;
        let end = (start + (1 << self.shift)).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// All bytes of the chain of sectors that begins with `first`, as far as it goes.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = first;
        while let Some(sector) = self.sector(next) {
            bytes.extend_from_slice(sector);
            // One that leads back into itself is no longer than the file.
            if bytes.len() > self.bytes.len() {
                break;
            }
            next = *self.table.get(next as usize).unwrap_or(&NO_SECTOR);
        }
        bytes
    }

    fn small_chain(&self, first: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = first;
        while next < NO_SECTOR && bytes.len() <= self.small.len() {
            let start = (next as usize) << self.small_shift;
            let end = (start + (1 << self.small_shift)).min(self.small.len());
            let Some(sector) = self.small.get(start..end) else {
                break;
            };
            bytes.extend_from_slice(sector);
            next = *self.small_table.get(next as usize).unwrap_or(&NO_SECTOR);
        }
        bytes
    }

    /// The stream at `path`, such as `BodyText/Section0`, as it stands in the file; `None` if there is none.
    ///
    /// # Errors
    /// How many of its bytes are there, if they are too few.
    pub(super) fn stream(&self, path: &str) -> Option<Result<Vec<u8>, usize>> {
        let entry = self.find(path).filter(|entry| entry.kind == STREAM)?;
        let mut bytes = if entry.size < self.small_below {
            self.small_chain(entry.first)
        } else {
            self.chain(entry.first)
        };
        let size = usize::try_from(entry.size).unwrap_or(usize::MAX);
        Some(if bytes.len() < size {
            Err(bytes.len())
        } else {
            bytes.truncate(size);
            Ok(bytes)
        })
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    fn find(&self, path: &str) -> Option<&Entry> {
        let mut entry = self.entries.first()?;
        for name in path.split('/') {
            if !matches!(entry.kind, STORAGE | ROOT) {
                return None;
            }
            entry = self.child(entry.child, name)?;
        }
        Some(entry)
    }

    /// The entry called `name` among `first` and its siblings. They form a tree in the order of their names, which not
    /// every program keeps.
    fn child(&self, first: u32, name: &str) -> Option<&Entry> {
        let mut siblings = vec![first];
        let mut left = self.entries.len();
        while let Some(number) = siblings.pop() {
            if number == NO_ENTRY || left == 0 {
                continue;
            }
            left -= 1;
            let Some(entry) = self.entries.get(number as usize) else {
                continue;
            };
            if entry.name.eq_ignore_ascii_case(name) {
                return Some(entry);
            }
            siblings.extend([entry.left, entry.right]);
        }
        None
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).clamp(2, 64) - 2;
    let units = bytes.get(..length)?.chunks_exact(2);
    let units: Vec<u16> = units.filter_map(|unit| u16_at(unit, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind: *bytes.get(66)?,
        left: u32_at(bytes, 68)?,
        right: u32_at(bytes, 72)?,
        child: u32_at(bytes, 76)?,
        first: u32_at(bytes, 116)?,
        // The upper half is left in any state by programs that need only the lower.
        size: u64::from(u32_at(bytes, 120)?),
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let numbers = bytes.chunks_exact(4);
    numbers.filter_map(|number| u32_at(number, 0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_opened_or_not(
            mut bytes in prop::collection::vec(prop_oneof![Just(0u8), Just(1), Just(0xFF), Just(0xFE), any::<u8>()], 76..4096),
            names in prop::collection::vec(0u16..40, 0..6),
        ) {
            bytes[..8].copy_from_slice(SIGNATURE);
            bytes[30..34].copy_from_slice(&[9, 0, 6, 0]);
            for (at, name) in names.into_iter().enumerate() {
                bytes.resize(bytes.len().max(80 + at * 4), 0);
                bytes[76 + at * 4..78 + at * 4].copy_from_slice(&name.to_le_bytes());
            }
            if let Some(container) = Container::open(&bytes) {
                container.stream("BodyText/Section0");
            }
        }
    }
}
