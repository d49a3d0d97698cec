//! Thrift's compact protocol, as much of it as a Parquet footer needs.
//! See <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A struct that is being written; its fields come in ascending order.
#[derive(Default)]
pub(super) struct Struct {
    bytes: Vec<u8>,
    last: u8,
}

impl Struct {
    pub(super) fn i32(&mut self, field: u8, value: i64) {
        self.field(field, I32);
        zigzag(&mut self.bytes, value);
    }

    pub(super) fn i64(&mut self, field: u8, value: i64) {
        self.field(field, I64);
        zigzag(&mut self.bytes, value);
    }

    pub(super) fn text(&mut self, field: u8, value: &str) {
        self.field(field, BINARY);
        text(&mut self.bytes, value);
    }

    pub(super) fn nested(&mut self, field: u8, value: Struct) {
        self.field(field, STRUCT);
        self.bytes.extend(value.finish());
    }

    pub(super) fn list(&mut self, field: u8, values: Vec<Struct>) {
        self.head_of_list(field, values.len(), STRUCT);
        for value in values {
            self.bytes.extend(value.finish());
        }
    }

    pub(super) fn list_i32(&mut self, field: u8, values: &[i64]) {
        self.head_of_list(field, values.len(), I32);
        for value in values {
            zigzag(&mut self.bytes, *value);
        }
    }

    pub(super) fn list_text(&mut self, field: u8, values: &[&str]) {
        self.head_of_list(field, values.len(), BINARY);
        for value in values {
            text(&mut self.bytes, value);
        }
    }

    /// Its bytes, closed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn field(&mut self, field: u8, kind: u8) {
        debug_assert!(
            field > self.last && field - self.last < 16,
            "fields in order"
        );
        self.bytes.push((field - self.last) << 4 | kind);
        self.last = field;
    }

    fn head_of_list(&mut self, field: u8, length: usize, kind: u8) {
        self.field(field, LIST);
        if length < 15 {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xF0 | kind);
            varint(&mut self.bytes, length as u64);
        }
    }
}

fn text(out: &mut Vec<u8>, value: &str) {
    varint(out, value.len() as u64);
    out.extend(value.as_bytes());
}

fn zigzag(out: &mut Vec<u8>, value: i64) {
    varint(out, (value << 1 ^ value >> 63) as u64);
}

/// Seven bits a byte, the lowest first.
pub(super) fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_written_as_the_protocol_says() {
        let mut inner = Struct::default();
        inner.i64(1, -1);
        let mut outer = Struct::default();
        outer.i32(1, 150);
        outer.text(4, "hi");
        outer.nested(5, inner);
        assert_eq!(
            outer.finish(),
            [0x15, 0xAC, 0x02, 0x38, 2, b'h', b'i', 0x1C, 0x16, 1, 0, 0]
        );
    }
}
