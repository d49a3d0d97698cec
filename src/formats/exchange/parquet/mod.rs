//! Apache Parquet: columns for data frames and training runs, in the form that Hugging Face's `datasets` knows as
//! translations (its features are in the file's metadata).
//!
//! The smallest part of the format that every reader takes: one data page a column and row group, PLAIN encoding, gzip.
//! Only one row group is in memory. See <https://parquet.apache.org/docs/file-format/> and, for the footer,
//! [`thrift`](super::thrift).

mod error;
mod read;
mod thrift;
mod value;

pub(in crate::exchange) use error::NotRead;
pub(in crate::exchange) use read::{Layout, layout};

use crate::exchange::units::table::Table;
use crate::exchange::units::unit::TranslationUnit;
use flate2::{Compression, write::GzEncoder};
use jjak_core::evidence::quality::Quality;
use serde_json::{Value, json};
use std::io::{self, Write};
use thrift::{Struct, varint};

/// Units of a row group; some megabytes of text.
const GROUP: usize = 20_000;
const MAGIC: &[u8] = b"PAR1";

/// A leaf of the schema: one of the table's columns, the texts within `translation`.
struct Column {
    name: &'static str,
    /// In the schema's tree.
    path: Vec<&'static str>,
    kind: ColumnKind,
    /// Whether what is empty is null. Every column is optional, as Arrow's are: `datasets` compares the two.
    may_lack: bool,
    /// Values of the row group: bytes as PLAIN encoding writes them, and which are there.
    values: Vec<u8>,
    there: Vec<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    Text,
    Float,
    Int,
}

impl ColumnKind {
    /// Parquet's number for it (`Type` of parquet.thrift).
    fn physical(self) -> i64 {
        match self {
            ColumnKind::Int => 2,
            ColumnKind::Float => 4,
            ColumnKind::Text => 6,
        }
    }

    /// What `datasets` and Arrow call it.
    fn dtype(self) -> &'static str {
        match self {
            ColumnKind::Int => "int64",
            ColumnKind::Float => "float32",
            ColumnKind::Text => "string",
        }
    }
}

/// A column of a row group as the footer tells of it.
struct Chunk {
    offset: u64,
    packed: usize,
    unpacked: usize,
    values: usize,
}

/// Writes `units` a row each; returns how many that were.
pub(super) fn write<'a>(
    table: &Table,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut writer = Writer::begin(table.columns(), out)?;
    writer.add(table, units, out)?;
    writer.finish(out)
}

fn columns(names: &[&'static str]) -> Vec<Column> {
    let column = |name: &'static str| {
        let kind = match name {
            "confidence" | "length_ratio" | "en_script" | "ko_script" | "overlap" => {
                ColumnKind::Float
            }
            "row" => ColumnKind::Int,
            _ => ColumnKind::Text,
        };
        let is_text = matches!(name, "en" | "ko");
        Column {
            name,
            path: if is_text {
                vec!["translation", name]
            } else {
                vec![name]
            },
            kind,
            may_lack: matches!(
                name,
                "verdict"
                    | "domain"
                    | "reviewer"
                    | "en_source"
                    | "ko_source"
                    | "project"
                    | "licence"
            ) || Quality::NAMES.contains(&name),
            values: Vec::new(),
            there: Vec::new(),
        }
    };
    names.iter().copied().map(column).collect()
}

impl Column {
    fn push(&mut self, cell: &str) {
        let there = !(self.may_lack && cell.is_empty());
        self.there.push(there);
        if !there {
            return;
        }
        match self.kind {
            ColumnKind::Text => {
                self.values.extend((cell.len() as u32).to_le_bytes());
                self.values.extend(cell.as_bytes());
            }
            // What the table writes as a number is one.
            ColumnKind::Float => {
                let number: f32 = cell.parse().unwrap_or_default();
                self.values.extend(number.to_le_bytes());
            }
            ColumnKind::Int => {
                let number: i64 = cell.parse().unwrap_or_default();
                self.values.extend(number.to_le_bytes());
            }
        }
    }

    /// The body of its data page: definition levels, then the values. Empties it.
    fn take_page(&mut self) -> Vec<u8> {
        let levels = levels(&self.there, self.path.len() as u8);
        let mut page = Vec::with_capacity(self.values.len() + 64);
        page.extend((levels.len() as u32).to_le_bytes());
        page.extend(levels);
        self.there.clear();
        page.append(&mut self.values);
        page
    }
}

/// Definition levels as runs of the RLE/bit-packing hybrid: `depth` for what is there.
fn levels(there: &[bool], depth: u8) -> Vec<u8> {
    let mut levels = Vec::new();
    for run in there.chunk_by(|a, b| a == b) {
        varint(&mut levels, (run.len() as u64) << 1);
        levels.push(u8::from(run[0]) * depth);
    }
    levels
}

/// A file that is being written: always to the same `out`.
pub(in crate::exchange) struct Writer {
    columns: Vec<Column>,
    /// The chunks of each row group that was written, and how many rows it has.
    groups: Vec<(Vec<Chunk>, usize)>,
    /// Rows of the group that is being gathered.
    rows: usize,
    at: u64,
}

impl Writer {
    /// Begins a file of these columns.
    pub(super) fn begin(names: &[&'static str], out: &mut dyn Write) -> io::Result<Writer> {
        let mut writer = Writer {
            columns: columns(names),
            groups: Vec::new(),
            rows: 0,
            at: 0,
        };
        writer.put(MAGIC, out)?;
        Ok(writer)
    }

    /// Adds `units` a row each; returns how many that were.
    pub(super) fn add<'a>(
        &mut self,
        table: &Table,
        units: impl Iterator<Item = TranslationUnit<'a>>,
        out: &mut dyn Write,
    ) -> io::Result<usize> {
        let mut added = 0;
        for unit in units {
            self.push(&table.row(&unit), out)?;
            added += 1;
        }
        Ok(added)
    }

    /// Adds a row of these cells.
    pub(super) fn push(
        &mut self,
        cells: &[impl AsRef<str>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell.as_ref());
        }
        self.rows += 1;
        match self.rows {
            GROUP => self.flush(out),
            _ => Ok(()),
        }
    }

    fn put(&mut self, bytes: &[u8], out: &mut dyn Write) -> io::Result<()> {
        self.at += bytes.len() as u64;
        out.write_all(bytes)
    }

    /// Writes the row group that was gathered.
    fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut chunks = Vec::with_capacity(self.columns.len());
        for at in 0..self.columns.len() {
            let page = self.columns[at].take_page();
            let mut gzip = GzEncoder::new(Vec::new(), Compression::new(4));
            gzip.write_all(&page)?;
            let packed = gzip.finish()?;
            let header = page_header(page.len(), packed.len(), rows);
            let offset = self.at;
            self.put(&header, out)?;
            self.put(&packed, out)?;
            chunks.push(Chunk {
                offset,
                packed: header.len() + packed.len(),
                unpacked: header.len() + page.len(),
                values: rows,
            });
        }
        self.groups.push((chunks, rows));
        Ok(())
    }

    /// Writes what is left and the footer; returns how many rows there are.
    pub(super) fn finish(mut self, out: &mut dyn Write) -> io::Result<usize> {
        if self.rows > 0 {
            self.flush(out)?;
        }
        let rows = self.groups.iter().map(|(_, rows)| rows).sum();
        let footer = self.footer(rows);
        self.put(&footer, out)?;
        self.put(&(footer.len() as u32).to_le_bytes(), out)?;
        self.put(MAGIC, out)?;
        Ok(rows)
    }

    /// `FileMetaData` of parquet.thrift.
    fn footer(&self, rows: usize) -> Vec<u8> {
        let mut meta = Struct::default();
        meta.i32(1, 1);
        meta.list(2, self.schema());
        meta.i64(3, rows as i64);
        let groups = self.groups.iter().map(|(chunks, rows)| {
            let chunks = self.columns.iter().zip(chunks);
            let mut group = Struct::default();
            let columns: Vec<Struct> = chunks
                .clone()
                .map(|(column, chunk)| column_chunk(column, chunk))
                .collect();
            group.list(1, columns);
            let size = |(_, chunk): (&Column, &Chunk)| chunk.unpacked as i64;
            group.i64(2, chunks.map(size).sum());
            group.i64(3, *rows as i64);
            group
        });
        meta.list(4, groups.collect());
        let mut features = Struct::default();
        features.text(1, "huggingface");
        features.text(2, &huggingface(&self.columns).to_string());
        meta.list(5, vec![features]);
        meta.text(6, concat!("jjak version ", env!("CARGO_PKG_VERSION")));
        meta.finish()
    }

    /// The tree of the columns, root first: `SchemaElement`s.
    fn schema(&self) -> Vec<Struct> {
        const OPTIONAL: i64 = 1;
        let group = |name: &str, children: usize| {
            let mut element = Struct::default();
            if name != "schema" {
                element.i32(3, OPTIONAL);
            }
            element.text(4, name);
            element.i32(5, children as i64);
            element
        };
        let top = self.columns.len() - 2 + 1;
        let mut elements = vec![group("schema", top), group("translation", 2)];
        elements.extend(self.columns.iter().map(|column| {
            let mut element = Struct::default();
            element.i32(1, column.kind.physical());
            element.i32(3, OPTIONAL);
            element.text(4, column.name);
            if column.kind == ColumnKind::Text {
                // ConvertedType UTF8 for old readers, LogicalType STRING for the others.
                element.i32(6, 0);
                let mut string = Struct::default();
                string.nested(1, Struct::default());
                element.nested(10, string);
            }
            element
        }));
        elements
    }
}

fn page_header(unpacked: usize, packed: usize, values: usize) -> Vec<u8> {
    const PLAIN: i64 = 0;
    const RLE: i64 = 3;
    let mut data = Struct::default();
    data.i32(1, values as i64);
    data.i32(2, PLAIN);
    data.i32(3, RLE);
    data.i32(4, RLE);
    let mut header = Struct::default();
    header.i32(1, 0);
    header.i32(2, unpacked as i64);
    header.i32(3, packed as i64);
    header.nested(5, data);
    header.finish()
}

fn column_chunk(column: &Column, chunk: &Chunk) -> Struct {
    const GZIP: i64 = 2;
    let mut meta = Struct::default();
    meta.i32(1, column.kind.physical());
    meta.list_i32(2, &[0, 3]);
    meta.list_text(3, &column.path);
    meta.i32(4, GZIP);
    meta.i64(5, chunk.values as i64);
    meta.i64(6, chunk.unpacked as i64);
    meta.i64(7, chunk.packed as i64);
    meta.i64(9, chunk.offset as i64);
    let mut element = Struct::default();
    element.i64(2, chunk.offset as i64);
    element.nested(3, meta);
    element
}

/// The features of the columns as `datasets` keeps them in a file's metadata.
fn huggingface(columns: &[Column]) -> Value {
    let mut features = serde_json::Map::new();
    let languages = json!({"languages": ["en", "ko"], "_type": "Translation"});
    features.insert("translation".into(), languages);
    for column in columns.iter().filter(|column| column.path.len() == 1) {
        let feature = json!({"dtype": column.kind.dtype(), "_type": "Value"});
        features.insert(column.name.into(), feature);
    }
    json!({"info": {"features": features}})
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn levels_are_runs() {
        assert_eq!(levels(&[true, true, false], 1), [4, 1, 2, 0]);
        assert_eq!(levels(&[true; 100], 2), [200, 1, 2]);
    }
}
