//! Thrift's compact protocol as it is read: a footer or a page header as a tree of values.

use super::error::NotRead;

/// Deepest nesting; a footer has about six.
const MAX_DEPTH: usize = 16;

/// A value of any kind that a Parquet file has.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Flag,
    Int(i64),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Struct(Vec<(i64, Value)>),
}

impl Value {
    /// Reads a struct from the beginning of `bytes`; how many of them it took.
    pub(super) fn read(bytes: &[u8]) -> Result<(Value, usize), NotRead> {
        let mut from = From { bytes, at: 0 };
        let value = from.fields(0)?;
        Ok((value, from.at))
    }

    /// A field of a struct.
    pub(super) fn field(&self, number: i64) -> Option<&Value> {
        let Value::Struct(fields) = self else {
            return None;
        };
        let field = fields.iter().find(|(own, _)| *own == number);
        field.map(|(_, value)| value)
    }

    pub(super) fn int(&self, number: i64) -> Option<i64> {
        match self.field(number)? {
            Value::Int(value) => Some(*value),
            _ => None,
        }
    }

    pub(super) fn text(&self, number: i64) -> Option<&str> {
        match self.field(number)? {
            Value::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    pub(super) fn list(&self, number: i64) -> &[Value] {
        match self.field(number) {
            Some(Value::List(values)) => values,
            _ => &[],
        }
    }
}

struct From<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl From<'_> {
    fn byte(&mut self) -> Result<u8, NotRead> {
        let byte = self.bytes.get(self.at).copied().ok_or(NotRead::Cut)?;
        self.at += 1;
        Ok(byte)
    }

    fn varint(&mut self) -> Result<u64, NotRead> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(NotRead::Cut)
    }

    fn zigzag(&mut self) -> Result<i64, NotRead> {
        let value = self.varint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    fn take(&mut self, length: u64) -> Result<Vec<u8>, NotRead> {
        let end = usize::try_from(length).ok();
        let end = end.and_then(|length| self.at.checked_add(length));
        let bytes = end.and_then(|end| self.bytes.get(self.at..end));
        let bytes = bytes.ok_or(NotRead::Cut)?.to_vec();
        self.at += bytes.len();
        Ok(bytes)
    }

    fn fields(&mut self, depth: usize) -> Result<Value, NotRead> {
        let (mut fields, mut last) = (Vec::new(), 0);
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Ok(Value::Struct(fields));
            }
            last = match head >> 4 {
                0 => self.zigzag()?,
                more => last + i64::from(more),
            };
            fields.push((last, self.value(head & 0xF, depth)?));
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Result<Value, NotRead> {
        if depth > MAX_DEPTH {
            return Err(NotRead::Cut);
        }
        Ok(match kind {
            // Of a field the kind says which of the two it is; nobody asks.
            1 | 2 => Value::Flag,
            3 => Value::Int(i64::from(self.byte()?)),
            4..=6 => Value::Int(self.zigzag()?),
            7 => Value::Bytes(self.take(8)?),
            8 => {
                let length = self.varint()?;
                Value::Bytes(self.take(length)?)
            }
            9 | 10 => {
                let head = self.byte()?;
                let length = match head >> 4 {
                    15 => self.varint()?,
                    length => u64::from(length),
                };
                let mut values = Vec::new();
                for _ in 0..length {
                    values.push(match head & 0xF {
                        // Flags of a list take a byte each.
                        1 | 2 => {
                            self.byte()?;
                            Value::Flag
                        }
                        kind => self.value(kind, depth + 1)?,
                    });
                }
                Value::List(values)
            }
            12 => self.fields(depth + 1)?,
            _ => return Err(NotRead::Cut),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::thrift::Struct;
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut inner = Struct::default();
        inner.i64(1, -1);
        inner.list_i32(2, &[3, -4]);
        let mut outer = Struct::default();
        outer.i32(1, 150);
        outer.text(4, "hi");
        outer.nested(5, inner);
        let bytes = outer.finish();
        let (value, length) = Value::read(&bytes).unwrap();
        assert_eq!(length, bytes.len());
        assert_eq!((value.int(1), value.text(4)), (Some(150), Some("hi")));
        let inner = value.field(5).unwrap();
        assert_eq!(inner.int(1), Some(-1));
        assert_eq!(inner.list(2), [Value::Int(3), Value::Int(-4)]);
        for cut in 0..bytes.len() {
            assert!(Value::read(&bytes[..cut]).is_err());
        }
    }
}
