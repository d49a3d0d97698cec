//! Tables that are laid out when the program is built and read where they lie: nothing is parsed or copied at the start.
//!
//! `build.rs` and `tables/` write them by what the same source files make of the lists of `assets/`. All numbers are little-endian.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

/// Rows of `WIDTH` bytes that begin with a 64-bit hash, in the order of the hashes.
///
/// ```text
/// bits: u32 | starts: [u32; 2^bits + 1] | rows: [[u8; WIDTH]]
/// ```
/// `starts[p]` is the first row whose hash has the upper bits `p`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<const WIDTH: usize>(pub &'static [u8]);

impl<const WIDTH: usize> Rows<WIDTH> {
    /// The rows of one hash, in the order they were laid out.
    pub fn get(self, hash: u64) -> &'static [[u8; WIDTH]] {
        let Some((bits, rest)) = self.0.split_first_chunk() else {
            return &[];
        };
        let bits = u32::from_le_bytes(*bits);
        let (starts, rows) = rest
            .split_at_checked(4 * ((1 << bits) + 1))
            .unwrap_or_default();
        let rows = rows.as_chunks().0;
        let part = (hash >> (64 - bits)) as usize;
        let near = start(starts, part)..start(starts, part + 1);
        let near = rows.get(near).unwrap_or_default();
        let from = near.partition_point(|row| leading(row) < hash);
        let same = near.iter().skip(from);
        let same = same.take_while(|row| leading(row) == hash).count();
        near.get(from..from + same).unwrap_or_default()
    }

    /// Lays rows out, in a stable order; one part of the hashes has about one row.
    #[allow(dead_code, reason = "the build script's")]
    pub fn pack(mut rows: Vec<[u8; WIDTH]>) -> Vec<u8> {
        rows.sort_by_key(leading);
        let bits = rows.len().max(2).ilog2();
        let mut packed = bits.to_le_bytes().to_vec();
        for part in 0..=1_u64 << bits {
            let from = rows.partition_point(|row| leading(row) >> (64 - bits) < part);
            packed.extend((from as u32).to_le_bytes());
        }
        packed.extend(rows.as_flattened());
        packed
    }
}

/// Texts in order, each with a number.
///
/// ```text
/// count: u32 | heads: [[u8; 8]; count] | ends: [u32; count] | numbers: [u32; count] | texts, one after the other
/// ```
/// `heads` are the first bytes of each text, with zeros where it has fewer: mostly they tell enough.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts(pub &'static [u8]);

impl Texts {
    /// Its number, if the text is one of them.
    pub fn get(self, text: &str) -> Option<u32> {
        let (found, number) = self.from(text)?;
        (found == text.as_bytes()).then_some(number)
    }

    /// The first text that is not before this one, and its number.
    pub fn from(self, text: &str) -> Option<(&'static [u8], u32)> {
        let (count, rest) = self.0.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (heads, rest) = rest.split_at_checked(8 * count)?;
        let (ends, rest) = rest.split_at_checked(4 * count)?;
        let (numbers, texts) = rest.split_at_checked(4 * count)?;
        let of = |at: usize| {
            let from = at.checked_sub(1).map_or(0, |before| start(ends, before));
            texts.get(from..start(ends, at)).unwrap_or_default()
        };
        let number = |head: &[u8; 8]| u64::from_be_bytes(*head);
        let heads = heads.as_chunks().0;
        let wanted = number(&head(text));
        let first = heads.partition_point(|head| number(head) < wanted);
        let alike = heads.get(first..)?.iter();
        let alike = alike.take_while(|head| number(head) == wanted).count();
        let (mut low, mut high) = (first, first + alike);
        while low < high {
            let middle = low.midpoint(high);
            if of(middle) < text.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low < count).then(|| (of(low), start(numbers, low) as u32))
    }

    /// Lays texts out, which come in order and each once.
    #[allow(dead_code, reason = "the build script's")]
    pub fn pack<'a>(texts: impl IntoIterator<Item = (&'a str, u32)>) -> Vec<u8> {
        let (mut heads, mut ends, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        let (mut bytes, mut count) = (Vec::new(), 0_u32);
        for (text, number) in texts {
            count += 1;
            bytes.extend(text.as_bytes());
            heads.extend(head(text));
            ends.extend((bytes.len() as u32).to_le_bytes());
            numbers.extend(number.to_le_bytes());
        }
        [count.to_le_bytes().to_vec(), heads, ends, numbers, bytes].concat()
    }
}

fn head(text: &str) -> [u8; 8] {
    let mut head = [0; 8];
    for (place, &byte) in head.iter_mut().zip(text.as_bytes()) {
        *place = byte;
    }
    head
}

/// A set of hashes, which may hold more than were put in: a bit for each of 2^16 parts of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter(pub &'static [u8]);

impl Filter {
    const BITS: u32 = 16;

    pub fn may_hold(self, hash: u64) -> bool {
        let part = (hash >> (64 - Self::BITS)) as usize;
        self.0
            .get(part / 8)
            .is_some_and(|bits| bits & 1 << (part % 8) != 0)
    }

    #[allow(dead_code, reason = "the build script's")]
    pub fn pack(hashes: impl IntoIterator<Item = u64>) -> Vec<u8> {
        let mut bits = vec![0; 1 << (Self::BITS - 3)];
        for hash in hashes {
            let part = (hash >> (64 - Self::BITS)) as usize;
            bits[part / 8] |= 1 << (part % 8);
        }
        bits
    }
}

/// The number at a place of a list of them; 0 where there is none.
fn start(list: &[u8], at: usize) -> usize {
    let numbers = list.as_chunks().0;
    numbers
        .get(at)
        .map_or(0, |&number| u32::from_le_bytes(number) as usize)
}

fn leading<const WIDTH: usize>(row: &[u8; WIDTH]) -> u64 {
    row.first_chunk()
        .map_or(0, |&hash| u64::from_le_bytes(hash))
}

/// The next number of a row, which gets shorter.
macro_rules! take {
    ($row:ident, $number:ty) => {
        match $row.split_first_chunk() {
            Some((first, rest)) => {
                $row = rest;
                <$number>::from_le_bytes(*first)
            }
            None => 0 as $number,
        }
    };
}
pub(crate) use take;

#[cfg(test)]
mod tests {
    use super::*;

    fn leaked(bytes: Vec<u8>) -> &'static [u8] {
        Box::leak(bytes.into_boxed_slice())
    }

    #[test]
    fn rows_of_a_hash_are_found_in_their_order_and_no_others() {
        for count in [0, 1, 2, 3, 50, 5_000_u64] {
            let hash = |at: u64| (at / 3).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let row = |at: u64| {
                let mut row = [0; 16];
                row[..8].copy_from_slice(&hash(at).to_le_bytes());
                row[8..].copy_from_slice(&at.to_le_bytes());
                row
            };
            let rows = Rows::<16>(leaked(Rows::pack((0..count).rev().map(row).collect())));
            for at in 0..count {
                let group = (at / 3 * 3..count.min(at / 3 * 3 + 3)).rev().map(row);
                assert_eq!(rows.get(hash(at)), group.collect::<Vec<_>>());
            }
            assert!(rows.get(u64::MAX).is_empty() && rows.get(12_345).is_empty());
        }
    }

    #[test]
    fn texts_are_found_by_themselves_and_by_how_they_begin() {
        let texts = Texts(leaked(Texts::pack([
            ("a", 7),
            ("가나", 1),
            ("가다라", 2),
            ("가다라마", 3),
            ("가다라바사", 4),
        ])));
        assert_eq!(texts.get("가나"), Some(1));
        assert_eq!(texts.get("가다라바사"), Some(4));
        assert_eq!(texts.from("가다라바"), Some(("가다라바사".as_bytes(), 4)));
        assert_eq!(texts.get("가"), None);
        assert_eq!(texts.from("가다"), Some(("가다라".as_bytes(), 2)));
        assert_eq!(texts.from(""), Some(("a".as_bytes(), 7)));
        assert_eq!(texts.from("힣"), None);
        assert_eq!(Texts(leaked(Texts::pack([]))).from(""), None);
    }
}
