//! Distribution documents (배포용 문서), by Hancom's "한글 문서 파일 형식: 배포용 문서" (revision 1.2): their text stands in
//! `ViewText`, encrypted with a key that each stream begins with.

use super::aes::{BLOCK, Decryption};
use super::record::{Records, tag, u32_at};

/// Bytes of the record with the key.
const DATA: usize = 256;
/// Bytes of the head of that record.
const HEAD: usize = 4;

/// The stream without its encryption; `None` if it does not begin with its key.
pub(super) fn decrypted(stream: &[u8]) -> Option<Vec<u8>> {
    let record = Records(stream).next();
    let record = record.filter(|record| record.tag == tag::DISTRIBUTE_DOC_DATA)?;
    let data = clear(record.data.try_into().ok()?)?;
    let offset = HEAD + usize::from(data[0] & 0xF);
    let key = data.get(offset..offset + BLOCK)?.try_into().ok()?;
    let decryption = Decryption::new(key);
    let mut text = stream.get(HEAD + DATA..)?.to_vec();
    for block in text.as_chunks_mut::<BLOCK>().0 {
        decryption.block(block);
    }
    Some(text)
}

/// The record's data, which is veiled with the random numbers that its first four bytes begin.
fn clear(mut data: [u8; DATA]) -> Option<[u8; DATA]> {
    let mut random = Random(u32_at(&data, 0)?);
    let mut veil = 0;
    let mut left = 0;
    for (at, byte) in data.iter_mut().enumerate() {
        if left == 0 {
            veil = (random.next() & 0xFF) as u8;
            left = (random.next() & 0xF) + 1;
        }
        // The seed itself stands clear.
        if at >= HEAD {
            *byte ^= veil;
        }
        left -= 1;
    }
    Some(data)
}

/// The random numbers of Microsoft's C library.
struct Random(u32);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(214_013).wrapping_add(2_531_011);
        self.0 >> 16 & 0x7FFF
    }
}
