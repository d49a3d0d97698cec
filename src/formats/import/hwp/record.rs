//! The records of a stream: a tag, how deep it stands, its data.

/// Kinds of records; the numbers are the format's.
pub(super) mod tag {
    const BEGIN: u16 = 0x10;
    pub(crate) const PARA_SHAPE: u16 = BEGIN + 9;
    pub(crate) const STYLE: u16 = BEGIN + 10;
    pub(crate) const DISTRIBUTE_DOC_DATA: u16 = BEGIN + 12;
    pub(crate) const PARA_HEADER: u16 = BEGIN + 50;
    pub(crate) const PARA_TEXT: u16 = BEGIN + 51;
    pub(crate) const CTRL_HEADER: u16 = BEGIN + 55;
    pub(crate) const LIST_HEADER: u16 = BEGIN + 56;
    pub(crate) const SHAPE_COMPONENT: u16 = BEGIN + 60;
    pub(crate) const TABLE: u16 = BEGIN + 61;
    pub(crate) const SHAPE_COMPONENT_OLE: u16 = BEGIN + 68;
    pub(crate) const SHAPE_COMPONENT_PICTURE: u16 = BEGIN + 69;
    pub(crate) const MEMO_LIST: u16 = BEGIN + 77;
    pub(crate) const CHART_DATA: u16 = BEGIN + 79;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    pub tag: u16,
    pub level: u16,
    pub data: &'a [u8],
}

/// The records in order. `None` at the end; a last one that is cut short is given as far as it is there.
pub(super) struct Records<'a>(pub &'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        const LONG: u32 = 0xFFF;
        let head = u32_at(self.0, 0)?;
        let (size, start) = match head >> 20 {
            LONG => (u32_at(self.0, 4)?, 8),
            size => (size, 4),
        };
        let rest = self.0.get(start..)?;
        let (data, rest) = rest.split_at(rest.len().min(size as usize));
        self.0 = rest;
        Some(Record {
            tag: (head & 0x3FF) as u16,
            level: (head >> 10 & 0x3FF) as u16,
            data,
        })
    }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([bytes[0], bytes[1]]))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

/// A text with its length before it, at `at`, and where it ends.
pub(super) fn string_at(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    let end = at + 2 + usize::from(u16_at(bytes, at)?) * 2;
    let units: Vec<u16> = bytes
        .get(at + 2..end)?
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    Some((String::from_utf16_lossy(&units), end))
}
