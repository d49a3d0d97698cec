//! A sentence in another register than the rest of its text: 합니다 among 한다.

use super::{Finding, Reading};
use std::fmt;

/// How a Korean sentence speaks to its reader, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// 합니다: formal and polite.
    Formal,
    /// 해요: polite.
    Polite,
    /// 한다: plain.
    Plain,
}

/// Sentences that a text must have before its register is known.
const SENTENCES: usize = 12;
/// One part in so many may be of another register; where more are, the text has no one register.
const ODD_SHARE: usize = 12;

impl Register {
    /// Of a sentence that ends in a register; quotations and what has no ending have none.
    pub fn of(text: &str) -> Option<Register> {
        let quoted = text.contains(['“', '”', '"', '‘', '’', '「', '『']);
        let text = text.trim_end().strip_suffix('.')?;
        if quoted {
            return None;
        }
        let mut letters = text.chars().rev();
        match (letters.next()?, letters.next()?) {
            ('다', '니') => Some(Register::Formal),
            ('다', _) => Some(Register::Plain),
            ('요', _) => Some(Register::Polite),
            _ => None,
        }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Register::Formal => "합니다",
            Register::Polite => "해요",
            Register::Plain => "한다",
        })
    }
}

/// Tells the few sentences that do not speak as nearly all the others do.
pub fn mixed(readings: &[&Reading], found: &mut [Vec<Finding>]) {
    let all = || readings.iter().filter_map(|reading| reading.register);
    let count = |register: Register| all().filter(|&other| other == register).count();
    let registers = [Register::Formal, Register::Polite, Register::Plain];
    let Some((most, usual)) = registers
        .into_iter()
        .map(|register| (count(register), register))
        .max_by_key(|(count, _)| *count)
    else {
        return;
    };
    let total = all().count();
    if total < SENTENCES || (total - most) * ODD_SHARE > total {
        return;
    }
    for (reading, found) in readings.iter().zip(found) {
        if let Some(here) = reading.register.filter(|&here| here != usual) {
            found.push(Finding::Register { here, usual });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_are_told_by_the_ending() {
        for (text, expected) in [
            ("문을 엽니다.", Some(Register::Formal)),
            ("문을 열어요.", Some(Register::Polite)),
            ("문을 열었다.", Some(Register::Plain)),
            ("“문을 엽니다.”", None),
            ("문", None),
        ] {
            assert_eq!(Register::of(text), expected, "{text}");
        }
    }

    #[test]
    fn the_odd_one_is_told_and_a_mixed_text_is_left_alone() {
        let rows = |formal: usize, plain: usize| -> usize {
            let of = |register| Reading {
                register: Some(register),
                ..Reading::default()
            };
            let mut readings = vec![of(Register::Formal); formal];
            readings.extend(vec![of(Register::Plain); plain]);
            let all: Vec<&Reading> = readings.iter().collect();
            let mut found = vec![Vec::new(); all.len()];
            mixed(&all, &mut found);
            found.iter().filter(|found| !found.is_empty()).count()
        };
        assert_eq!(rows(20, 1), 1);
        assert_eq!(rows(10, 10), 0);
        assert_eq!(rows(5, 1), 0);
    }
}
