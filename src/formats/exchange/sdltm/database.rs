//! The tables of an SQLite file, read where they lie (SQLite, Database File Format). Read only, no indexes, no SQL: every
//! row of a table is walked in the order of its key. Every page is visited once, so that a damaged file cannot lead in a
//! circle.

use std::fmt;

const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;
/// Interior and leaf pages of the b-tree of a table.
const INTERIOR: u8 = 0x05;
const LEAF: u8 = 0x0d;
/// Columns of a row that are looked at; SQLite's own limit is 2,000 unless it was built otherwise.
const MAX_COLUMNS: usize = 2_000;
/// Bytes of one row.
const MAX_ROW: usize = 64 << 20;

/// Why a file cannot be read on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Damage {
    #[error("it is no SQLite database")]
    NoDatabase,
    #[error("it is encrypted, or its text is in UTF-16")]
    Encoding,
    #[error("page {0} is damaged")]
    Page(usize),
    #[error("it has no table {0}")]
    NoTable(&'static str),
    #[error("a row is longer than {} MiB (MAX_ROW)", MAX_ROW >> 20)]
    TooLong,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl Value {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null | Value::Blob(_) => Ok(()),
            Value::Integer(number) => number.fmt(f),
            Value::Real(number) => number.fmt(f),
            Value::Text(text) => text.fmt(f),
        }
    }
}

/// A table: where its tree begins, and what its columns are called.
#[derive(Clone, Debug)]
pub(super) struct Table {
    root: usize,
    pub columns: Vec<String>,
}

/// The bytes of a database.
pub(super) struct Database<'a> {
    bytes: &'a [u8],
    page: usize,
    /// Bytes of a page without what is kept free at its end.
    usable: usize,
}

impl<'a> Database<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Database<'a>, Damage> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(Damage::NoDatabase);
        }
        let page = match number(bytes, 16, 2) {
            Some(1) => 1 << 16,
            Some(page) if page >= 512 && page.is_power_of_two() => page,
            _ => return Err(Damage::NoDatabase),
        };
        let reserved = number(bytes, 20, 1).unwrap_or_default();
        // 0 in a database without any table.
        if !matches!(number(bytes, 56, 4), Some(0 | 1)) {
            return Err(Damage::Encoding);
        }
        Ok(Database {
            bytes,
            page,
            usable: page - reserved,
        })
    }

    /// The table called `name`.
    pub(super) fn table(&self, name: &'static str) -> Result<Table, Damage> {
        let mut found = None;
        let schema = Table {
            root: 1,
            columns: Vec::new(),
        };
        self.rows(&schema, &mut |_, row| {
            // type, name, tbl_name, rootpage, sql
            if let [
                Value::Text(kind),
                Value::Text(called),
                _,
                Value::Integer(root),
                Value::Text(sql),
            ] = &row[..]
                && kind == "table"
                && called.eq_ignore_ascii_case(name)
            {
                found = Some((*root, columns(sql)));
            }
            Ok::<_, Damage>(())
        })?;
        let (root, columns) = found.ok_or(Damage::NoTable(name))?;
        Ok(Table {
            root: usize::try_from(root).unwrap_or_default(),
            columns,
        })
    }

    /// Gives the key and the columns of each row of a table to `take`. A column that is the key itself is `Null`.
    pub(super) fn rows<E: From<Damage>>(
        &self,
        table: &Table,
        take: &mut dyn FnMut(i64, Vec<Value>) -> Result<(), E>,
    ) -> Result<(), E> {
        let pages = self.bytes.len() / self.page;
        let mut seen = vec![false; pages + 1];
        // Of pages that are still to be visited the next is the last.
        let mut to_visit = vec![table.root];
        while let Some(at) = to_visit.pop() {
            let damaged = Damage::Page(at);
            match seen.get_mut(at) {
                Some(seen) if !*seen => *seen = true,
                _ => return Err(damaged.into()),
            }
            let page = self.page(at).ok_or_else(|| damaged.clone())?;
            let start = if at == 1 { HEADER } else { 0 };
            let kind = page.get(start).copied().unwrap_or_default();
            let cells = number(page, start + 3, 2).ok_or_else(|| damaged.clone())?;
            let first = start + if kind == INTERIOR { 12 } else { 8 };
            let pointer = |at: usize| number(page, first + 2 * at, 2);
            match kind {
                INTERIOR => {
                    to_visit.extend(number(page, start + 8, 4));
                    for at in (0..cells).rev() {
                        let child = pointer(at).and_then(|at| number(page, at, 4));
                        to_visit.push(child.ok_or_else(|| damaged.clone())?);
                    }
                }
                LEAF => {
                    for at in 0..cells {
                        let cell = pointer(at).and_then(|at| page.get(at..));
                        let (key, payload) = self.cell(cell.unwrap_or_default(), &damaged)?;
                        let row = record(&payload).ok_or_else(|| damaged.clone())?;
                        take(key, row)?;
                    }
                }
                _ => return Err(damaged.into()),
            }
        }
        Ok(())
    }

    fn page(&self, number: usize) -> Option<&'a [u8]> {
        let start = number.checked_sub(1)?.checked_mul(self.page)?;
        self.bytes.get(start..start.checked_add(self.page)?)
    }

    /// Key and payload of a cell of a leaf; a long one goes on in other pages.
    fn cell(&self, cell: &[u8], damaged: &Damage) -> Result<(i64, Vec<u8>), Damage> {
        let whole = || -> Option<(i64, usize, &[u8])> {
            let (length, rest) = varint(cell)?;
            let (key, rest) = varint(rest)?;
            Some((key, usize::try_from(length).ok()?, rest))
        };
        let (key, length, rest) = whole().ok_or_else(|| damaged.clone())?;
        if length > MAX_ROW {
            return Err(Damage::TooLong);
        }
        // What of it stays in the page.
        let most = self.usable - 35;
        let here = if length <= most {
            length
        } else {
            let least = (self.usable - 12) * 32 / 255 - 23;
            let kept = least + (length - least) % (self.usable - 4);
            if kept <= most { kept } else { least }
        };
        let mut payload = rest.get(..here).ok_or_else(|| damaged.clone())?.to_vec();
        let mut next = if here < length {
            number(rest, here, 4).ok_or_else(|| damaged.clone())?
        } else {
            0
        };
        while payload.len() < length {
            let broken = Damage::Page(next);
            let page = self.page(next).ok_or_else(|| broken.clone())?;
            let part = (length - payload.len()).min(self.usable - 4);
            payload.extend(page.get(4..4 + part).ok_or_else(|| broken.clone())?);
            next = number(page, 0, 4).ok_or(broken)?;
        }
        Ok((key, payload))
    }
}

/// A number of some bytes, the highest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(
        bytes
            .iter()
            .fold(0, |number, &byte| number << 8 | usize::from(byte)),
    )
}

/// A number of one to nine bytes, seven bits each but for the ninth, and what follows it.
fn varint(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut number: u64 = 0;
    for (at, &byte) in bytes.iter().take(9).enumerate() {
        if at == 8 {
            return Some(((number << 8 | u64::from(byte)) as i64, &bytes[9..]));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte < 0x80 {
            return Some((number as i64, &bytes[at + 1..]));
        }
    }
    None
}

/// The columns of a row.
fn record(payload: &[u8]) -> Option<Vec<Value>> {
    let (length, _) = varint(payload)?;
    let length = usize::try_from(length).ok()?;
    let mut head = payload.get(..length)?;
    let mut body = payload.get(length..)?;
    head = varint(head)?.1;
    let mut values = Vec::new();
    while !head.is_empty() && values.len() < MAX_COLUMNS {
        let (kind, rest) = varint(head)?;
        head = rest;
        let size = match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind as usize,
            5 => 6,
            6 | 7 => 8,
            12.. => usize::try_from((kind - 12) / 2).ok()?,
            _ => return None,
        };
        let (value, rest) = body.split_at_checked(size)?;
        body = rest;
        values.push(match kind {
            0 => Value::Null,
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            7 => Value::Real(f64::from_be_bytes(value.try_into().ok()?)),
            1..=6 => {
                let sign = if value.first()? & 0x80 == 0 { 0 } else { -1 };
                Value::Integer(
                    value
                        .iter()
                        .fold(sign, |number, &byte| number << 8 | i64::from(byte)),
                )
            }
            kind if kind % 2 == 0 => Value::Blob(value.to_vec()),
            _ => Value::Text(String::from_utf8_lossy(value).into_owned()),
        });
    }
    Some(values)
}

/// The names of the columns that `CREATE TABLE` makes.
fn columns(sql: &str) -> Vec<String> {
    let inside = sql.split_once('(').map_or("", |(_, inside)| inside);
    let inside = inside.rsplit_once(')').map_or(inside, |(inside, _)| inside);
    let mut depth = 0usize;
    let mut parts = vec![String::new()];
    for letter in inside.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    const CONSTRAINTS: [&str; 5] = ["constraint", "primary", "unique", "check", "foreign"];
    let names = parts
        .iter()
        .filter_map(|part| part.split_whitespace().next());
    let names = names.map(|name| name.trim_matches(['"', '`', '[', ']', '\'']).to_lowercase());
    names
        .filter(|name| !CONSTRAINTS.contains(&name.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_are_read() {
        assert_eq!(varint(&[0x05, 9]), Some((5, &[9][..])));
        assert_eq!(varint(&[0x81, 0x00]), Some((128, &[][..])));
        assert_eq!(varint(&[0xff; 9]), Some((-1, &[][..])));
        assert_eq!(varint(&[0x80]), None);
        assert_eq!(varint(&[]), None);
    }

    #[test]
    fn columns_are_told_from_constraints() {
        let sql = "CREATE TABLE t(\n id INTEGER PRIMARY KEY, [a b] DECIMAL(10,2), \"x\" TEXT DEFAULT 'n',\n CONSTRAINT c UNIQUE (id, x))";
        assert_eq!(columns(sql)[..], ["id", "a", "x"].map(str::to_owned));
    }

    #[test]
    fn what_is_no_database_is_refused_and_damage_is_told() {
        assert_eq!(Database::open(b"x").err(), Some(Damage::NoDatabase));
        let mut bytes = vec![0; 1024];
        bytes[..16].copy_from_slice(MAGIC);
        bytes[16] = 2;
        let database = Database::open(&bytes).unwrap();
        assert_eq!(database.table("t").err(), Some(Damage::Page(1)));
    }
}
