//! Parquet as [`Writer`](super::Writer) writes it: PLAIN pages, gzip or nothing, no nesting but that of the texts.

use super::error::NotRead;
use super::value::Value;
use super::{ColumnKind, MAGIC};
use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Most bytes of a footer, and of a column of a row group.
const MAX_FOOTER_BYTES: u64 = 1 << 28;
const MAX_COLUMN_BYTES: u64 = 1 << 30;

/// What a file holds.
pub(crate) struct Layout {
    pub columns: Vec<Leaf>,
    pub groups: Vec<Group>,
}

pub(crate) struct Leaf {
    pub name: String,
    kind: ColumnKind,
    /// How many of what it is in, itself too, may lack.
    depth: u8,
}

/// A row group: of each column where its bytes stand.
pub(crate) struct Group {
    rows: usize,
    chunks: Vec<Chunk>,
}

struct Chunk {
    offset: u64,
    length: u64,
    is_packed: bool,
}

fn unknown(what: impl ToString) -> NotRead {
    NotRead::Unknown(what.to_string())
}

/// Reads the footer.
pub(crate) fn layout(file: &mut File) -> Result<Layout, NotRead> {
    let length = file.metadata()?.len();
    let mut end = [0; 8];
    let at = length.checked_sub(12).ok_or(NotRead::Cut)?;
    file.seek(SeekFrom::Start(at + 4))?;
    file.read_exact(&mut end)?;
    let [a, b, c, d, magic @ ..] = end;
    let size = u64::from(u32::from_le_bytes([a, b, c, d]));
    if magic != *MAGIC || size > at.min(MAX_FOOTER_BYTES) {
        return Err(NotRead::Cut);
    }
    let mut footer = vec![0; size as usize];
    file.seek(SeekFrom::Start(length - 8 - size))?;
    file.read_exact(&mut footer)?;
    let (meta, _) = Value::read(&footer)?;
    let columns = leaves(meta.list(2))?;
    let groups = meta.list(4).iter().map(|group| of_group(group, &columns));
    Ok(Layout {
        groups: groups.collect::<Result<_, _>>()?,
        columns,
    })
}

/// The leaves of the schema, which is given root first.
fn leaves(schema: &[Value]) -> Result<Vec<Leaf>, NotRead> {
    const REPEATED: i64 = 2;
    let mut leaves = Vec::new();
    // Of each branch that is open, how many children are to come, and how many levels may lack.
    let mut open: Vec<(i64, u8)> = Vec::new();
    for (at, element) in schema.iter().enumerate() {
        while open.last().is_some_and(|&(left, _)| left == 0) {
            open.pop();
        }
        let mut depth = open.last().map_or(0, |&(_, depth)| depth);
        if let Some((left, _)) = open.last_mut() {
            *left -= 1;
        }
        let name = element.text(4).ok_or(NotRead::Cut)?;
        if at > 0 {
            match element.int(3) {
                Some(REPEATED) => return Err(unknown(format!("lists in {name}"))),
                Some(1) => depth += 1,
                _ => {}
            }
        }
        match element.int(5) {
            Some(children) if children > 0 && open.len() < 8 => open.push((children, depth)),
            _ => {
                let kind = element.int(1);
                let known = [ColumnKind::Text, ColumnKind::Float, ColumnKind::Int];
                let kind = known
                    .into_iter()
                    .find(|known| Some(known.physical()) == kind);
                leaves.push(Leaf {
                    name: name.to_owned(),
                    kind: kind.ok_or_else(|| unknown(format!("the values of {name}")))?,
                    depth,
                });
            }
        }
    }
    Ok(leaves)
}

fn of_group(group: &Value, columns: &[Leaf]) -> Result<Group, NotRead> {
    let chunk = |chunk: &Value| {
        let meta = chunk.field(3).ok_or(NotRead::Cut)?;
        if meta.int(11).is_some() {
            return Err(unknown("dictionaries"));
        }
        let number = |field| meta.int(field).and_then(|value| u64::try_from(value).ok());
        Ok(Chunk {
            offset: number(9).ok_or(NotRead::Cut)?,
            length: number(7)
                .filter(|&length| length <= MAX_COLUMN_BYTES)
                .ok_or(NotRead::Cut)?,
            is_packed: match meta.int(4) {
                Some(0) => false,
                Some(2) => true,
                other => return Err(unknown(format!("codec {}", other.unwrap_or(-1)))),
            },
        })
    };
    let chunks = group.list(1).iter().map(chunk);
    let chunks: Vec<Chunk> = chunks.collect::<Result<_, _>>()?;
    let rows = group.int(3).and_then(|rows| usize::try_from(rows).ok());
    match rows {
        Some(rows) if chunks.len() == columns.len() => Ok(Group { rows, chunks }),
        _ => Err(NotRead::Cut),
    }
}

impl Layout {
    /// The cells of a row group, column by column, as a table writes them; what lacks is empty.
    pub(crate) fn cells(
        &self,
        group: &Group,
        file: &mut File,
    ) -> Result<Vec<Vec<String>>, NotRead> {
        let columns = self.columns.iter().zip(&group.chunks);
        let mut cells = Vec::with_capacity(self.columns.len());
        for (leaf, chunk) in columns {
            let mut bytes = vec![0; chunk.length as usize];
            file.seek(SeekFrom::Start(chunk.offset))?;
            file.read_exact(&mut bytes)?;
            let column = leaf.cells(&bytes, chunk.is_packed)?;
            if column.len() != group.rows {
                return Err(NotRead::Cut);
            }
            cells.push(column);
        }
        Ok(cells)
    }
}

impl Leaf {
    /// The cells of the pages in `bytes`.
    fn cells(&self, mut bytes: &[u8], is_packed: bool) -> Result<Vec<String>, NotRead> {
        const DATA: i64 = 0;
        const PLAIN: i64 = 0;
        let mut cells = Vec::new();
        while !bytes.is_empty() {
            let (header, length) = Value::read(bytes)?;
            bytes = &bytes[length..];
            let data = header.field(5).filter(|_| header.int(1) == Some(DATA));
            let data = data.ok_or_else(|| unknown("pages of another version"))?;
            if data.int(2) != Some(PLAIN) {
                return Err(unknown(format!("encoding {}", data.int(2).unwrap_or(-1))));
            }
            let size = |field| {
                header
                    .int(field)
                    .and_then(|size| usize::try_from(size).ok())
            };
            let (unpacked, packed) = size(2).zip(size(3)).ok_or(NotRead::Cut)?;
            let (page, rest) = bytes.split_at_checked(packed).ok_or(NotRead::Cut)?;
            bytes = rest;
            let count = data.int(1).and_then(|count| usize::try_from(count).ok());
            let count = count.ok_or(NotRead::Cut)?;
            if is_packed {
                let mut page_bytes = Vec::new();
                let limit = (unpacked as u64).min(MAX_COLUMN_BYTES);
                GzDecoder::new(page)
                    .take(limit)
                    .read_to_end(&mut page_bytes)?;
                self.page(&page_bytes, count, &mut cells)?;
            } else {
                self.page(page, count, &mut cells)?;
            }
        }
        Ok(cells)
    }

    fn page(&self, page: &[u8], count: usize, cells: &mut Vec<String>) -> Result<(), NotRead> {
        let (there, mut values) = match self.depth {
            0 => (vec![true; count.min(page.len() + 1)], page),
            depth => {
                let (size, rest) = number(page)?;
                let levels = rest.split_at_checked(size as usize).ok_or(NotRead::Cut)?;
                (there(levels.0, depth, count)?, levels.1)
            }
        };
        for there in there {
            if !there {
                cells.push(String::new());
                continue;
            }
            cells.push(match self.kind {
                ColumnKind::Text => {
                    let (size, rest) = number(values)?;
                    let (text, rest) = rest.split_at_checked(size as usize).ok_or(NotRead::Cut)?;
                    values = rest;
                    let text = std::str::from_utf8(text).map_err(|_| NotRead::Cut)?;
                    text.to_owned()
                }
                ColumnKind::Float => {
                    let (bits, rest) = number(values)?;
                    values = rest;
                    f32::from_bits(bits).to_string()
                }
                ColumnKind::Int => {
                    let (bytes, rest) = values.split_first_chunk().ok_or(NotRead::Cut)?;
                    values = rest;
                    i64::from_le_bytes(*bytes).to_string()
                }
            });
        }
        Ok(())
    }
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), NotRead> {
    let (number, rest) = bytes.split_first_chunk().ok_or(NotRead::Cut)?;
    Ok((u32::from_le_bytes(*number), rest))
}

/// Which values are there, from definition levels (the RLE/bit-packing hybrid).
fn there(mut levels: &[u8], depth: u8, count: usize) -> Result<Vec<bool>, NotRead> {
    let mut there = Vec::new();
    let width = (u8::BITS - depth.leading_zeros()) as usize;
    while there.len() < count {
        let mut head = 0_u64;
        for shift in (0..).step_by(7) {
            let (&byte, rest) = levels.split_first().ok_or(NotRead::Cut)?;
            levels = rest;
            head |= u64::from(byte & 0x7F)
                .checked_shl(shift)
                .ok_or(NotRead::Cut)?;
            if byte < 0x80 {
                break;
            }
        }
        let length = (head >> 1) as usize;
        if head & 1 == 0 {
            let (&level, rest) = levels.split_first().ok_or(NotRead::Cut)?;
            levels = rest;
            let run = length.min(count - there.len());
            there.extend(std::iter::repeat_n(level == depth, run));
            if run == 0 {
                return Err(NotRead::Cut);
            }
            continue;
        }
        // Groups of eight levels, the lowest bit first.
        let size = length.checked_mul(width).ok_or(NotRead::Cut)?;
        let (packed, rest) = levels.split_at_checked(size).ok_or(NotRead::Cut)?;
        levels = rest;
        let bit = |at: usize| {
            packed
                .get(at / 8)
                .is_some_and(|byte| byte >> (at % 8) & 1 == 1)
        };
        for at in 0..(length * 8).min(count - there.len()) {
            let bits = (0..width).map(|bit_at| u8::from(bit(at * width + bit_at)) << bit_at);
            there.push(bits.sum::<u8>() == depth);
        }
        if size == 0 {
            return Err(NotRead::Cut);
        }
    }
    Ok(there)
}

#[cfg(test)]
mod tests {
    use super::super::levels;
    use super::there;

    #[test]
    fn levels_are_read_as_runs_and_as_bits() {
        let values = [true, true, false, true];
        assert_eq!(there(&levels(&values, 2), 2, 4).unwrap(), values);
        // One group of eight levels of one bit.
        assert_eq!(
            there(&[3, 0b1011], 1, 4).unwrap(),
            [true, true, false, true]
        );
        assert!(there(&[2], 1, 4).is_err());
    }
}
