//! AES-128, backwards (FIPS 197): what distribution documents are encrypted with, by a key that stands beside the text.

const ROUNDS: usize = 10;
/// Bytes of a block and of a key.
pub(super) const BLOCK: usize = 16;

type Block = [u8; BLOCK];

pub(super) struct Decryption {
    keys: [Block; ROUNDS + 1],
    inverse: [u8; 256],
}

impl Decryption {
    pub(super) fn new(key: Block) -> Decryption {
        let forward = substitutions();
        let mut inverse = [0; 256];
        for (from, &to) in (0..=255).zip(&forward) {
            inverse[usize::from(to)] = from;
        }
        let mut keys = [key; ROUNDS + 1];
        let mut constant = 1;
        for round in 1..=ROUNDS {
            let before = keys[round - 1];
            let mut word = [before[13], before[14], before[15], before[12]];
            for byte in &mut word {
                *byte = forward[usize::from(*byte)];
            }
            word[0] ^= constant;
            constant = doubled(constant);
            for (at, byte) in before.into_iter().enumerate() {
                word[at % 4] ^= byte;
                keys[round][at] = word[at % 4];
            }
        }
        Decryption { keys, inverse }
    }

    /// Decrypts a block, each for itself.
    pub(super) fn block(&self, block: &mut Block) {
        add(block, &self.keys[ROUNDS]);
        for round in (0..ROUNDS).rev() {
            // Rows back to the right, each by its number.
            let shifted = *block;
            for (at, byte) in block.iter_mut().enumerate() {
                *byte = self.inverse[usize::from(shifted[(at + 16 - 4 * (at % 4)) % 16])];
            }
            add(block, &self.keys[round]);
            if round > 0 {
                for column in block.as_chunks_mut::<4>().0 {
                    unmix(column);
                }
            }
        }
    }
}

fn add(block: &mut Block, key: &Block) {
    for (byte, key) in block.iter_mut().zip(key) {
        *byte ^= key;
    }
}

/// The column times the inverse of the matrix that mixed it.
fn unmix(column: &mut [u8; 4]) {
    let mixed = *column;
    for (at, byte) in column.iter_mut().enumerate() {
        let factors = [14, 11, 13, 9].into_iter().enumerate();
        *byte = factors.fold(0, |sum, (offset, factor)| {
            sum ^ product(mixed[(at + offset) % 4], factor)
        });
    }
}

/// Twice a number of GF(2^8).
fn doubled(number: u8) -> u8 {
    number << 1 ^ if number & 0x80 == 0 { 0 } else { 0x1B }
}

fn product(mut left: u8, mut right: u8) -> u8 {
    let mut product = 0;
    while right > 0 {
        if right & 1 == 1 {
            product ^= left;
        }
        left = doubled(left);
        right >>= 1;
    }
    product
}

/// The substitution box: inverses in GF(2^8), found by going round by 3 and by its inverse, then mixed.
fn substitutions() -> [u8; 256] {
    let mut table = [0x63; 256];
    let (mut number, mut inverse) = (1u8, 1u8);
    loop {
        number = product(number, 3);
        inverse = product(inverse, 0xF6);
        let turns = (1..5).map(|turn| inverse.rotate_left(turn));
        table[usize::from(number)] = turns.fold(inverse, |sum, turned| sum ^ turned) ^ 0x63;
        if number == 1 {
            return table;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard() {
        let key = std::array::from_fn(|at| at as u8);
        let mut block = [
            0x69, 0xC4, 0xE0, 0xD8, 0x6A, 0x7B, 0x04, 0x30, 0xD8, 0xCD, 0xB7, 0x80, 0x70, 0xB4,
            0xC5, 0x5A,
        ];
        Decryption::new(key).block(&mut block);
        assert_eq!(block, std::array::from_fn(|at| at as u8 * 0x11));
    }
}
